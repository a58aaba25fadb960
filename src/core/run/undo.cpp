// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/undo.h"

#include "core/datastore/scan.h"
#include "core/run/run.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <utility>

namespace espalier {

namespace {

Verdict refused(Error::Kind kind, MessageId id, std::vector<std::string> args)
{
    return {.level = Verdict::Level::Refused, .reason = Error{kind, id, std::move(args), 0}, .cures = {}};
}

bool isBare(const Group &group)
{
    return !group.owner && group.snapshots.empty() && !group.hasForeignEntries;
}

/// Plans one undo, the last step of the run first.
class UndoPlanner
{
public:
    UndoPlanner(const StoreSession &session, const JournalRun &run, NewBackups newBackups) : m_session(session), m_run(run)
    {
        m_undo.runId = run.id;
        m_undo.newBackups = newBackups;
    }

    Result<UndoPlan> operator()()
    {
        for (const JournalStep &step : m_run.steps | std::views::reverse) {
            if (const auto *move = std::get_if<RunMoveGroup>(&step.step)) {
                if (const Done planned = planMove(*move, step); !planned)
                    return std::unexpected(planned.error());
            }
        }
        planRemovals();
        return std::move(m_undo);
    }

private:
    /// The group at one place, on disk or as the steps planned so far leave it; null where it is not there.
    Result<std::shared_ptr<const Group>> look(const NamespacePath &ns, const GroupId &group) const
    {
        if (const auto planned = m_planned.find({ns, group}); planned != m_planned.end())
            return planned->second;
        std::vector<Finding> findings;
        auto found = scanGroup(m_session.store().root, ns, group, findings);
        if (!found && found.error().kind == Error::Kind::NotFound)
            return nullptr;
        return found;
    }

    Done planMove(const RunMoveGroup &move, const JournalStep &step)
    {
        const bool happened = step.state != StepState::Intended || !m_run.endedAt;
        if (!happened)
            return {};
        const auto away = look(move.to, move.group);
        if (!away)
            return std::unexpected(away.error());
        const auto back = look(move.from, move.group);
        if (!back)
            return std::unexpected(back.error());
        if (*away && isBare(**away) && *back) {
            removeBare(move.to, move.group);
            return {};
        }
        if (*back && isBare(**back) && *away) {
            removeBare(move.from, move.group);
            return addMoveBack(move, step, *away, nullptr);
        }
        if (!*away) {
            if (!*back && step.state == StepState::Completed)
                addRefused(move, refused(Error::Kind::NotFound, MessageId::UndoGone, {move.group.toString(), move.to.toString()}));
            return {};
        }
        return addMoveBack(move, step, *away, *back);
    }

    Done addMoveBack(const RunMoveGroup &move, const JournalStep &step, const std::shared_ptr<const Group> &away,
                     const std::shared_ptr<const Group> &back)
    {
        std::vector<SnapshotTime> ours;
        for (const Snapshot &snapshot : away->snapshots) {
            if (std::ranges::contains(step.facts.snapshots, snapshot.time) || std::ranges::contains(step.effects.moved, snapshot.time))
                ours.push_back(snapshot.time);
        }
        const bool wentWhole = away->inode == step.facts.inode;
        const bool isLeftover = back && away->snapshots.empty(); // made before its first snapshot came, or after its last one left
        if (ours.empty() && !wentWhole && !isLeftover)
            return {}; // another group of that name: the move never happened or was undone
        const std::size_t newer = away->snapshots.size() - ours.size();
        const bool leaves = m_undo.newBackups == NewBackups::Leave && newer > 0;
        UndoStep undo{.step = RunMoveGroup{.from = move.to,
                                           .group = move.group,
                                           .to = move.from,
                                           .takeForeignEntries = true,
                                           .intoExisting = back != nullptr,
                                           .only = leaves ? std::optional(ours) : std::nullopt},
                      .verdict = {},
                      .snapshots = leaves ? ours.size() : away->snapshots.size(),
                      .newSnapshots = newer};
        if (back) {
            auto verdict = checkPresent(move, *away, *back);
            if (!verdict)
                return std::unexpected(verdict.error());
            undo.verdict = std::move(*verdict);
        }
        createMissing(move.from);
        m_undo.steps.push_back(std::move(undo));
        m_planned[{move.from, move.group}] = away;
        m_planned[{move.to, move.group}] = nullptr;
        return {};
    }

    /// An interruption right after the group's directory was made, or right before it was removed, leaves it without an owner.
    void removeBare(const NamespacePath &ns, const GroupId &group)
    {
        const std::string path = joinPath(typeDirectoryPath(ns, group.type()), group.id());
        m_undo.steps.push_back({.step = RunRemoveDirectory{path}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        m_planned[{ns, group}] = nullptr;
    }

    Result<Verdict> checkPresent(const RunMoveGroup &move, const Group &away, const Group &back) const
    {
        const auto awayNotes = readGroupNotes(m_session.store().root, move.to, move.group);
        const auto backNotes = readGroupNotes(m_session.store().root, move.from, move.group);
        for (const auto *notes : {&awayNotes, &backNotes}) {
            if (!*notes)
                return std::unexpected(notes->error());
        }
        return checkReturn(move.from, away, *awayNotes, back, *backNotes);
    }

    void addRefused(const RunMoveGroup &move, Verdict verdict)
    {
        RunMoveGroup step = move;
        std::swap(step.from, step.to);
        m_undo.steps.push_back({.step = std::move(step), .verdict = std::move(verdict), .snapshots = 0, .newSnapshots = 0});
    }

    /// Somebody may have deleted the namespace that a group goes back to.
    void createMissing(const NamespacePath &ns)
    {
        if (ns.isRoot() || !m_looked.insert(ns).second || fs::openBelow(m_session.store().root, ns.directoryForm()))
            return;
        createMissing(ns.parent());
        m_undo.steps.push_back({.step = RunCreateNamespace{ns}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
    }

    /// What the run made goes, deepest first, if it is empty by then; in a run that did not end also what it was about to make.
    void planRemovals()
    {
        std::set<std::string, std::greater<>> paths;
        for (const JournalStep &step : m_run.steps) {
            paths.insert(step.effects.made.begin(), step.effects.made.end());
            if (step.state == StepState::Intended && !m_run.endedAt)
                paths.insert(step.facts.missing.begin(), step.facts.missing.end());
        }
        for (const std::string &path : paths) {
            if (fs::openBelow(m_session.store().root, path))
                m_undo.steps.push_back({.step = RunRemoveDirectory{path}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        }
    }

    const StoreSession &m_session;
    const JournalRun &m_run;
    UndoPlan m_undo;
    std::set<NamespacePath> m_looked;
    std::map<std::pair<NamespacePath, GroupId>, std::shared_ptr<const Group>> m_planned;
};

} // namespace

bool UndoPlan::isReady() const
{
    return !steps.empty() && std::ranges::all_of(steps, [](const UndoStep &step) { return step.verdict.level == Verdict::Level::WillDo; });
}

std::size_t UndoPlan::groupsToMove() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(steps, [](const UndoStep &step) { return std::holds_alternative<RunMoveGroup>(step.step); }));
}

std::size_t UndoPlan::newSnapshots() const
{
    std::size_t sum = 0;
    for (const UndoStep &step : steps)
        sum += step.newSnapshots;
    return sum;
}

Result<UndoPlan> planUndo(const StoreSession &session, const JournalRun &run, NewBackups newBackups)
{
    if (!run.store.sameStore(session.store().identity))
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, session.store().identity.path);
    if (!run.undoneBy.empty())
        return fail(Error::Kind::Conflict, MessageId::RunAlreadyUndone, run.id);
    return UndoPlanner(session, run, newBackups)();
}

RunReport executeUndo(StoreSession session, const UndoPlan &undo, const RunOptions &options)
{
    const auto isRefused = [](const UndoStep &step) { return step.verdict.level != Verdict::Level::WillDo; };
    if (const auto count = std::ranges::count_if(undo.steps, isRefused); count > 0) {
        RunReport report;
        report.failure = Error{Error::Kind::Conflict, MessageId::RunNotPossible, {std::to_string(count), "0"}, 0};
        return report;
    }
    std::vector<RunStep> steps;
    steps.reserve(undo.steps.size());
    for (const UndoStep &step : undo.steps)
        steps.push_back(step.step);
    return runSteps(std::move(session), steps, {}, undo.runId, options);
}

bool isUndoable(const JournalRun &run)
{
    return run.undoes.empty() && run.undoneBy.empty() && (!run.endedAt || std::ranges::any_of(run.steps, [](const JournalStep &step) {
               return step.state == StepState::Completed || !step.effects.moved.empty() || !step.effects.made.empty();
           }));
}

const JournalRun *lastUndoable(const History &history)
{
    const auto found = std::ranges::find_if(history.runs, isUndoable);
    return found == history.runs.end() ? nullptr : &*found;
}

Verdict checkReturn(const NamespacePath &ns, const Group &returning, std::string_view returningNotes, const Group &present,
                    std::string_view presentNotes)
{
    const std::string group = returning.id.toString();
    if (returning.owner != present.owner || !present.owner)
        return refused(
            Error::Kind::Conflict, MessageId::UndoOwnersDiffer,
            {group, ns.toString(), present.owner ? present.owner->toString() : "?", returning.owner ? returning.owner->toString() : "?"});
    for (const Snapshot &snapshot : returning.snapshots) {
        const auto sameTime = [&](const Snapshot &other) { return other.time.isSameMoment(snapshot.time); };
        if (std::ranges::any_of(present.snapshots, sameTime))
            return refused(Error::Kind::Conflict, MessageId::UndoTimesCollide, {group, ns.toString(), snapshot.time.toString()});
    }
    if (!returningNotes.empty() && !presentNotes.empty() && returningNotes != presentNotes)
        return refused(Error::Kind::Conflict, MessageId::UndoNotesDiffer, {group, ns.toString()});
    return {};
}

} // namespace espalier
