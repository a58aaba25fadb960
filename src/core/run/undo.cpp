// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/undo.h"

#include "core/datastore/scan.h"
#include "core/run/groupedit.h"
#include "core/run/run.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>
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

/// The group that @p returning becomes beneath @p present.
std::shared_ptr<const Group> together(const Group &returning, const Group &present)
{
    auto group = std::make_shared<Group>(returning);
    group->snapshots.insert(group->snapshots.end(), present.snapshots.begin(), present.snapshots.end());
    std::ranges::sort(group->snapshots, {}, &Snapshot::time);
    return group;
}

/// Plans one undo, the last step of the run first.
class UndoPlanner
{
public:
    UndoPlanner(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only)
        : m_session(session)
        , m_run(run)
        , m_only(only)
    {
        m_undo.runId = run.id;
        m_undo.newBackups = newBackups;
        m_undo.isPartial = !only.empty();
    }

    Result<UndoPlan> operator()()
    {
        for (const JournalStep &step : m_run.steps | std::views::reverse) {
            const bool happened = step.state != StepState::Intended || !m_run.endedAt;
            const Done planned = happened ? plan(step) : Done();
            if (!planned)
                return std::unexpected(planned.error());
        }
        if (m_only.empty())
            planRemovals();
        return std::move(m_undo);
    }

private:
    Done plan(const JournalStep &step)
    {
        const auto isWanted = [this](const GroupId &group) { return m_only.empty() || m_only.contains(group); };
        return std::visit(Overloaded{
                              [](const auto &) { return Done(); },
                              [&](const RunMoveGroup &move) { return isWanted(move.group) ? planMove(move, step) : Done(); },
                              [&](const RunDeleteNamespace &) { return m_only.empty() ? planMakes(step) : Done(); },
                              [&](const RunChangeGroupFile &change) { return isWanted(change.group) ? planFile(change, step) : Done(); },
                              [&](const RunChangeProtection &change) { return isWanted(change.group) ? planProtection(change) : Done(); },
                          },
                          step.step);
    }

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
        const auto away = look(move.to, move.group);
        if (!away)
            return std::unexpected(away.error());
        const auto back = look(move.from, move.group);
        if (!back)
            return std::unexpected(back.error());
        if (*away && wasMerged(move, step, **away)) {
            const bool isBareBack = *back && isBare(**back);
            if (isBareBack)
                removeBare(move.from, move.group);
            return addSplit(move, step, *away, isBareBack ? nullptr : *back);
        }
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
        const std::vector<SnapshotTime> times = ours(step, *away);
        const bool wentWhole = away->inode == step.facts.inode;
        const bool isLeftover = back && away->snapshots.empty(); // made before its first snapshot came, or after its last one left
        if (times.empty() && !wentWhole && !isLeftover)
            return {}; // another group of that name: the move never happened or was undone
        const std::size_t newer = away->snapshots.size() - times.size();
        const bool leaves = m_undo.newBackups == NewBackups::Leave && newer > 0;
        UndoStep undo{.step = RunMoveGroup{.from = move.to,
                                           .group = move.group,
                                           .to = move.from,
                                           .takeForeignEntries = true,
                                           .into = back ? IntoExisting::Beneath : IntoExisting::No,
                                           .only = leaves ? std::optional(times) : std::nullopt},
                      .verdict = {},
                      .snapshots = leaves ? times.size() : away->snapshots.size(),
                      .newSnapshots = newer};
        if (back) {
            auto verdict = checkPresent(move, *away, *back);
            if (!verdict)
                return std::unexpected(verdict.error());
            undo.verdict = std::move(*verdict);
        }
        createMissing(move.from);
        m_undo.steps.push_back(std::move(undo));
        m_onDisk.insert_or_assign({move.from, move.group}, whereOnDisk(move.to, move.group));
        m_planned[{move.from, move.group}] = back ? together(*away, *back) : away;
        m_planned[{move.to, move.group}] = nullptr;
        return {};
    }

    static std::vector<SnapshotTime> ours(const JournalStep &step, const Group &away)
    {
        std::vector<SnapshotTime> times;
        for (const Snapshot &snapshot : away.snapshots) {
            if (std::ranges::contains(step.facts.snapshots, snapshot.time) || std::ranges::contains(step.effects.moved, snapshot.time))
                times.push_back(snapshot.time);
        }
        return times;
    }

    /// True where the group is, or has become again, the one that the step took away.
    static bool holdsOurs(const JournalStep &step, const Group &back) { return step.facts.snapshots.empty() || !ours(step, back).empty(); }

    /// True where the group @p away was there before this step brought others into it.
    static bool wasMerged(const RunMoveGroup &move, const JournalStep &step, const Group &away)
    {
        if (move.into != IntoExisting::Merge || away.inode == step.facts.inode)
            return false;
        return step.facts.targetInode != 0 || step.facts.merge || ours(step, away).size() < away.snapshots.size();
    }

    /// What was merged into @p away becomes a group of its own again.
    Done addSplit(const RunMoveGroup &move, const JournalStep &step, const std::shared_ptr<const Group> &away,
                  const std::shared_ptr<const Group> &back)
    {
        const std::vector<SnapshotTime> times = ours(step, *away);
        const MergeFacts facts = step.facts.merge.value_or(MergeFacts());
        const std::vector<std::string> entries = presentEntries(move, facts.entries);
        if (times.empty() && back && (entries.empty() || !holdsOurs(step, *back)))
            return holdsOurs(step, *back) ? addNotes(move, facts) : Done(); // an earlier undo got this far
        const bool nothingMoved = step.state != StepState::Completed && !step.facts.merge;
        if (times.empty() && !back && (!step.facts.snapshots.empty() || nothingMoved))
            return {};
        UndoStep undo{.step = RunMoveGroup{.from = move.to,
                                           .group = move.group,
                                           .to = move.from,
                                           .takeForeignEntries = true,
                                           .into = back ? IntoExisting::Beneath : IntoExisting::No,
                                           .only = times,
                                           .entries = entries},
                      .verdict = {},
                      .snapshots = times.size(),
                      .newSnapshots = 0};
        auto part = std::make_shared<Group>(*away);
        part->inode = step.facts.inode;
        std::erase_if(part->snapshots, [&](const Snapshot &snapshot) { return !std::ranges::contains(times, snapshot.time); });
        auto rest = std::make_shared<Group>(*away);
        std::erase_if(rest->snapshots, [&](const Snapshot &snapshot) { return std::ranges::contains(times, snapshot.time); });
        if (back)
            undo.verdict = checkReturn(move.from, *part, {}, *back, {});
        createMissing(move.from);
        m_undo.steps.push_back(std::move(undo));
        m_planned[{move.from, move.group}] = back ? together(*part, *back) : part;
        m_planned[{move.to, move.group}] = rest;
        return addNotes(move, facts);
    }

    /// The foreign entries that went along, as far as they are there.
    std::vector<std::string> presentEntries(const RunMoveGroup &move, const std::vector<std::string> &entries) const
    {
        const auto directory = openGroup(move.to, move.group);
        std::vector<std::string> present;
        for (const std::string &name : entries) {
            if (const auto found = directory ? (*directory)->find(name) : Result<std::optional<fs::Status>>(); found && *found)
                present.push_back(name);
        }
        return present;
    }

    /// The notes of both groups as they were before they were merged, where nobody changed them since.
    Done addNotes(const RunMoveGroup &move, const MergeFacts &facts)
    {
        using File = RunChangeGroupFile::File;
        if (facts.notes.empty())
            return {};
        const auto back = readFile(move.from, move.group, File::Notes);
        const auto away = readFile(move.to, move.group, File::Notes);
        if (!back || !away)
            return std::unexpected((back ? away : back).error());
        if (back->empty())
            addFile(move.from, move.group, File::Notes, facts.notes);
        if (facts.targetNotes.empty() && *away == facts.notes)
            addFile(move.to, move.group, File::Notes, {});
        return {};
    }

    void addFile(const NamespacePath &ns, const GroupId &group, RunChangeGroupFile::File file, const std::string &content)
    {
        m_undo.steps.push_back({.step = RunChangeGroupFile{ns, group, file, content}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        m_files[{ns, group, file}] = content;
    }

    std::pair<NamespacePath, GroupId> whereOnDisk(const NamespacePath &ns, const GroupId &group) const
    {
        const auto at = m_onDisk.find({ns, group});
        return at != m_onDisk.end() ? at->second : std::pair(ns, group);
    }

    Result<std::shared_ptr<fs::Directory>> openGroup(const NamespacePath &ns, const GroupId &group) const
    {
        const auto [there, id] = whereOnDisk(ns, group);
        return fs::openBelow(m_session.store().root, joinPath(typeDirectoryPath(there, id.type()), id.id()));
    }

    /// What a group's file holds, on disk or as the steps planned so far leave it; empty where it or the group does not exist.
    Result<std::string> readFile(const NamespacePath &ns, const GroupId &group, RunChangeGroupFile::File file) const
    {
        if (const auto planned = m_files.find({ns, group, file}); planned != m_files.end())
            return planned->second;
        const auto directory = openGroup(ns, group);
        if (!directory)
            return directory.error().kind == Error::Kind::NotFound ? Result<std::string>(std::string()) : failWith(directory);
        return readGroupFile(**directory, fileName(file));
    }

    Done planFile(const RunChangeGroupFile &change, const JournalStep &step)
    {
        const auto group = look(change.ns, change.group);
        const auto present = readFile(change.ns, change.group, change.file);
        if (!group || !present)
            return std::unexpected((group ? present.error() : group.error()));
        if (!*group || *present == step.facts.before)
            return {};
        if (*present == change.content) {
            addFile(change.ns, change.group, change.file, step.facts.before);
            return {};
        }
        m_undo.steps.push_back({.step = RunChangeGroupFile{change.ns, change.group, change.file, step.facts.before},
                                .verdict = refused(Error::Kind::Conflict, MessageId::UndoChangedSince,
                                                   {std::string(fileName(change.file)), change.group.toString(), change.ns.toString()}),
                                .snapshots = 0,
                                .newSnapshots = 0});
        return {};
    }

    Done planProtection(const RunChangeProtection &change)
    {
        const auto group = look(change.ns, change.group);
        if (!group)
            return failWith(group);
        const auto at
            = *group ? std::ranges::find((*group)->snapshots, change.time, &Snapshot::time) : std::vector<Snapshot>::const_iterator();
        if (!*group || at == (*group)->snapshots.end() || at->isProtected != change.isProtected)
            return {};
        RunChangeProtection back = change;
        back.isProtected = !change.isProtected;
        m_undo.steps.push_back({.step = std::move(back), .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        auto copy = std::make_shared<Group>(**group);
        std::ranges::find(copy->snapshots, change.time, &Snapshot::time)->isProtected = !change.isProtected;
        m_planned[{change.ns, change.group}] = copy;
        return {};
    }

    /// The directories of a namespace that went away are there again, parents first.
    Done planMakes(const JournalStep &step)
    {
        std::vector<StoreDirectory> all = step.facts.directories;
        for (const StoreDirectory &each : step.effects.removed) {
            if (!std::ranges::contains(all, each.path, &StoreDirectory::path))
                all.insert(all.begin(), each);
        }
        for (const StoreDirectory &each : all | std::views::reverse) {
            const auto there = fs::openBelow(m_session.store().root, each.path);
            if (there || there.error().kind != Error::Kind::NotFound || !m_made.insert(each.path).second)
                continue;
            if (const auto ns = NamespacePath::fromDirectoryForm(each.path))
                createMissing(ns->parent());
            m_undo.steps.push_back({.step = RunMakeDirectory{each}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        }
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
        if (ns.isRoot() || m_made.contains(ns.directoryForm()) || fs::openBelow(m_session.store().root, ns.directoryForm()))
            return;
        m_made.insert(ns.directoryForm());
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
            if (m_made.contains(path) || fs::openBelow(m_session.store().root, path))
                m_undo.steps.push_back({.step = RunRemoveDirectory{path}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        }
    }

    const StoreSession &m_session;
    const JournalRun &m_run;
    UndoPlan m_undo;
    const std::set<GroupId> &m_only;
    std::set<std::string> m_made; ///< Directories that the steps planned so far make.
    std::map<std::tuple<NamespacePath, GroupId, RunChangeGroupFile::File>, std::string> m_files; ///< As they leave them.
    std::map<std::pair<NamespacePath, GroupId>, std::pair<NamespacePath, GroupId>> m_onDisk;     ///< Where groups are that they bring.
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

Result<UndoPlan> planUndo(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only)
{
    if (!run.store.sameStore(session.store().identity))
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, session.store().identity.path);
    if (!run.undoneBy.empty())
        return fail(Error::Kind::Conflict, MessageId::RunAlreadyUndone, run.id);
    if (run.isRunning)
        return fail(Error::Kind::Busy, MessageId::RunInProgress, run.id);
    return UndoPlanner(session, run, newBackups, only)();
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
    return runSteps(std::move(session), steps, {}, {undo.runId, undo.isPartial}, options);
}

bool isUndoable(const JournalRun &run)
{
    return run.undoes.empty() && run.undoneBy.empty() && !run.isRunning
        && (!run.endedAt || std::ranges::any_of(run.steps, [](const JournalStep &step) {
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
