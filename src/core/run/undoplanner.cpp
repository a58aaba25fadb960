// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/undoplanner.h"

#include "core/datastore/scan.h"
#include "core/run/configrun.h"
#include "core/run/groupedit.h"
#include "core/run/storedirectories.h"
#include "core/run/undodirectories.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <span>
#include <tuple>
#include <utility>

namespace espalier {

namespace {

Verdict refused(Error::Kind kind, MessageId id, std::vector<std::string> args)
{
    return {.level = Verdict::Level::Refused, .reason = Error{kind, id, std::move(args), 0}, .cures = {}};
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
        , m_directories(session.store().root, run, m_undo.steps)
        , m_config(session)
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
            if (m_only.empty())
                m_directories.planRemovalsOf(step);
        }
        if (m_only.empty())
            m_directories.planRemovals();
        return std::move(m_undo);
    }

private:
    Done plan(const JournalStep &step)
    {
        const auto isWanted = [this](const GroupId &group) { return m_only.empty() || m_only.contains(group); };
        return std::visit(
            Overloaded{
                [](const auto &) { return Done(); },
                [&](const RunMoveGroup &move) { return isWanted(move.group) ? planMove(move, step) : Done(); },
                [&](const RunDeleteNamespace &) {
                    if (m_only.empty())
                        m_directories.planMakes(step);
                    return Done();
                },
                [&](const RunChangeGroupFile &change) { return isWanted(change.group) ? planFile(change, step) : Done(); },
                [&](const RunChangeProtection &change) { return isWanted(change.group) ? planProtection(change) : Done(); },
                [&](const RunRemoveSnapshots &removal) { return isWanted(removal.group) ? noteRemoved(removal, step) : Done(); },
                [&](const RunEditConfig &edit) { return m_only.empty() ? planConfig(edit, step) : Done(); },
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
        if (!*away && m_removed.erase({move.to, move.group}) > 0) {
            m_removed.emplace(move.from, move.group);
            return {};
        }
        if (!*away) {
            if (!*back && step.state == StepState::Completed && !isFurtherBack(move, step))
                addRefused(move, refused(Error::Kind::NotFound, MessageId::UndoGone, {move.group.toString(), move.to.toString()}));
            return {};
        }
        return addMoveBack(move, step, *away, *back);
    }

    /// What is gone for good is told; a group that went with it cannot go back.
    Done noteRemoved(const RunRemoveSnapshots &removal, const JournalStep &step)
    {
        const auto present = look(removal.ns, removal.group);
        if (!present)
            return failWith(present);
        std::set<SnapshotTime> gone;
        for (const RemovedSnapshot &was : step.facts.removing) {
            if (!*present || !std::ranges::contains((*present)->snapshots, was.time, &Snapshot::time))
                gone.insert(was.time);
        }
        if (!*present && step.state == StepState::Completed)
            m_removed.emplace(removal.ns, removal.group);
        if (!gone.empty())
            m_undo.notes.push_back({Error::Kind::NotFound,
                                    MessageId::UndoRemoved,
                                    {removal.group.toString(), removal.ns.toString(), std::to_string(gone.size())},
                                    0});
        return {};
    }

    /// The steps of the run before @p step, one of its own.
    std::span<const JournalStep> before(const JournalStep &step) const
    {
        return std::span(m_run.steps).first(static_cast<std::size_t>(&step - m_run.steps.data()));
    }

    /// True where an earlier undo brought the group back already, past the place where this step of the run found it.
    bool isFurtherBack(const RunMoveGroup &move, const JournalStep &step) const
    {
        NamespacePath place = move.from;
        for (const JournalStep &each : before(step) | std::views::reverse) {
            const auto *before = std::get_if<RunMoveGroup>(&each.step);
            if (!before || before->group != move.group || before->to != place)
                continue;
            place = before->from;
            if (const auto there = look(place, move.group); there && *there && holdsOurs(each, **there))
                return true;
        }
        return false;
    }

    Done addMoveBack(const RunMoveGroup &move, const JournalStep &step, const std::shared_ptr<const Group> &away,
                     const std::shared_ptr<const Group> &back)
    {
        const std::vector<SnapshotTime> times = ours(step, *away);
        const bool wentWhole = isItself(step, *away);
        if (times.empty() && !wentWhole && !isLeftover(move, step, *away, back != nullptr))
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
        m_directories.createMissing(move.from);
        m_undo.steps.push_back(std::move(undo));
        if (const Done carried = carryFiles(move, back != nullptr); !carried)
            return carried;
        m_onDisk.insert_or_assign({move.from, move.group}, whereOnDisk(move.to, move.group));
        if (auto entries = m_entries.extract({move.to, move.group}))
            m_entries[{move.from, move.group}].merge(entries.mapped());
        auto returned = std::make_shared<Group>(*away);
        returned->inode = step.facts.inode; // as the steps before this one know it
        m_planned[{move.from, move.group}] = back ? together(*returned, *back) : returned;
        m_planned[{move.to, move.group}] = nullptr;
        return {};
    }

    /// True where @p away is the directory that the step brought or made there.
    static bool isItself(const JournalStep &step, const Group &away)
    {
        return away.inode == step.facts.inode || away.inode == step.effects.inode;
    }

    /// True where a step, or an attempt to undo it, that did not come to its end left @p away without any snapshot: it was made before the
    /// first came, or the last one left it again.
    bool isLeftover(const RunMoveGroup &move, const JournalStep &step, const Group &away, bool isBack) const
    {
        const auto wasThereBefore = [&](const JournalStep &each) {
            const auto *other = std::get_if<RunMoveGroup>(&each.step);
            return other && other->group == move.group && other->from == move.to;
        };
        if (std::ranges::any_of(before(step), wasThereBefore) || !away.snapshots.empty())
            return false; // it may be back there
        if (isBack && !step.facts.snapshots.empty() && m_run.broughtBack.contains(away.inode))
            return true;
        if (step.state == StepState::Completed || (step.state == StepState::Failed && step.effects.moved.empty()))
            return false;
        return isBack || step.facts.snapshots.empty();
    }

    /// What the files of a group hold that goes back, where the steps planned so far change them or another group is there.
    Done carryFiles(const RunMoveGroup &move, bool isBeneath)
    {
        for (const auto file : {RunChangeGroupFile::File::Owner, RunChangeGroupFile::File::Notes}) {
            const std::tuple there(move.to, move.group, file);
            if (!isBeneath && !m_files.contains(there)) {
                m_files.erase({move.from, move.group, file});
                continue;
            }
            const auto away = readFile(move.to, move.group, file);
            const auto back = isBeneath ? readFile(move.from, move.group, file) : Result<std::string>(std::string());
            if (!away || !back)
                return std::unexpected((away ? back : away).error());
            m_files.insert_or_assign({move.from, move.group, file}, back->empty() ? *away : *back);
            m_files.erase(there);
        }
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
        if (move.into != IntoExisting::Merge || isItself(step, away))
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
        m_directories.createMissing(move.from);
        m_undo.steps.push_back(std::move(undo));
        const auto owner = readFile(move.to, move.group, RunChangeGroupFile::File::Owner);
        if (!owner)
            return failWith(owner);
        m_files.insert_or_assign({move.from, move.group, RunChangeGroupFile::File::Owner}, *owner);
        if (!back)
            m_files.insert_or_assign({move.from, move.group, RunChangeGroupFile::File::Notes}, std::string());
        m_planned[{move.from, move.group}] = back ? together(*part, *back) : part;
        m_planned[{move.to, move.group}] = rest;
        m_entries[{move.from, move.group}].insert(entries.begin(), entries.end());
        return addNotes(move, facts);
    }

    /// The foreign entries that went along, as far as they are there, on disk or as the steps planned so far leave them.
    std::vector<std::string> presentEntries(const RunMoveGroup &move, const std::vector<std::string> &entries) const
    {
        const auto directory = openGroup(move.to, move.group);
        const auto planned = m_entries.find({move.to, move.group});
        std::vector<std::string> present;
        for (const std::string &name : entries) {
            if (planned != m_entries.end() && planned->second.contains(name))
                present.push_back(name);
            else if (const auto found = directory ? (*directory)->find(name) : Result<std::optional<fs::Status>>(); found && *found)
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
        if (const auto planned = m_planned.find({ns, group}); planned != m_planned.end() && !planned->second)
            return std::string();
        const auto directory = openGroup(ns, group);
        if (!directory)
            return directory.error().kind == Error::Kind::NotFound ? Result<std::string>(std::string()) : failWith(directory);
        return readGroupFile(**directory, fileName(file));
    }

    /// True where an earlier undo gave the file back already what it held before an earlier step of the run.
    bool wasBefore(const std::string &present, const RunChangeGroupFile &change, const JournalStep &step) const
    {
        NamespacePath place = change.ns;
        for (const JournalStep &each : before(step) | std::views::reverse) {
            const auto *move = std::get_if<RunMoveGroup>(&each.step);
            if (move && move->group == change.group && move->to == place)
                place = move->from;
            const auto *earlier = std::get_if<RunChangeGroupFile>(&each.step);
            if (earlier && earlier->group == change.group && earlier->file == change.file && earlier->ns == place
                && each.facts.before == present)
                return true;
        }
        return false;
    }

    Done planFile(const RunChangeGroupFile &change, const JournalStep &step)
    {
        const auto group = look(change.ns, change.group);
        const auto present = readFile(change.ns, change.group, change.file);
        if (!group || !present)
            return std::unexpected((group ? present.error() : group.error()));
        if (!*group || *present == step.facts.before || wasBefore(*present, change, step))
            return {};
        if (*present == change.content) {
            addFile(change.ns, change.group, change.file, step.facts.before);
            return {};
        }
        if (step.state != StepState::Completed)
            return {}; // what is there is not ours; the file of a group that goes in parts follows last
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

    Done planConfig(const RunEditConfig &edit, const JournalStep &step)
    {
        auto back = m_config.undo(edit, step.facts, before(step), m_undo.notes);
        if (!back)
            return failWith(back);
        if (*back)
            m_undo.steps.push_back({.step = **std::move(back), .verdict = {}, .snapshots = 0, .newSnapshots = 0});
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
        const auto awayNotes = readFile(move.to, move.group, RunChangeGroupFile::File::Notes);
        const auto backNotes = readFile(move.from, move.group, RunChangeGroupFile::File::Notes);
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

    const StoreSession &m_session;
    const JournalRun &m_run;
    UndoPlan m_undo;
    UndoDirectories m_directories;
    ConfigLook m_config;
    const std::set<GroupId> &m_only;
    std::map<std::tuple<NamespacePath, GroupId, RunChangeGroupFile::File>, std::string> m_files; ///< As they leave them.
    std::map<std::pair<NamespacePath, GroupId>, std::pair<NamespacePath, GroupId>> m_onDisk;     ///< Where groups are that they bring.
    std::set<std::pair<NamespacePath, GroupId>> m_removed; ///< Groups that the run removed for good, where they were then.
    std::map<std::pair<NamespacePath, GroupId>, std::set<std::string>> m_entries; ///< Foreign ones that they take out of merged groups.
    std::map<std::pair<NamespacePath, GroupId>, std::shared_ptr<const Group>> m_planned;
};

} // namespace

Result<UndoPlan> planUndoSteps(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only)
{
    return UndoPlanner(session, run, newBackups, only)();
}

} // namespace espalier
