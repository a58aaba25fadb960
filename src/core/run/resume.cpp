// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/resume.h"

#include "core/datastore/scan.h"
#include "core/run/configrun.h"
#include "core/run/groupedit.h"
#include "core/run/run.h"
#include "core/run/storedirectories.h"
#include "core/run/undo.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace espalier {

namespace {

using State = RecoveryStep::State;

/// Looks at the steps of one run, one after the other.
class Look
{
public:
    Look(const StoreSession &session, const JournalRun &run) : m_root(session.store().root), m_config(session), m_run(run) {}

    Result<RecoveryStep> operator()(const JournalStep &journaled, std::size_t index)
    {
        RecoveryStep step{.index = index, .step = journaled.step, .facts = journaled.facts, .verdict = {}};
        m_planned = journaled.facts.inode;
        if (const auto renewed = m_newInodes.find(m_planned); renewed != m_newInodes.end())
            step.facts.inode = renewed->second;
        if (journaled.state == StepState::Completed) {
            if (journaled.effects.inode != 0 && m_planned != 0)
                m_newInodes[m_planned] = journaled.effects.inode;
            step.state = State::Finished;
            return step;
        }
        const auto state = std::visit([&](const auto &wanted) { return stateOf(wanted, step); }, journaled.step);
        if (!state)
            return failWith(state);
        step.state = *state;
        if (step.state == State::Changed && !step.verdict.reason)
            step.verdict = {Verdict::Level::Refused, Error{Error::Kind::Conflict, MessageId::RecoveryChanged, {}, 0}, {}};
        return step;
    }

private:
    Result<bool> exists(const std::string &path) const
    {
        const auto directory = fs::openBelow(m_root, path);
        if (!directory && directory.error().kind != Error::Kind::NotFound)
            return failWith(directory);
        return directory.has_value();
    }

    Result<State> doneIf(const std::string &path, bool there) const
    {
        return exists(path).transform([there](bool found) { return found == there ? State::Finished : State::NotDone; });
    }

    Result<State> stateOf(const RunCreateNamespace &step, RecoveryStep &)
    {
        const auto state = doneIf(step.path.directoryForm(), true);
        if (state == State::NotDone)
            m_willExist.insert(step.path.directoryForm());
        return state;
    }

    Result<State> stateOf(const RunDeleteNamespace &step, RecoveryStep &) const
    {
        return m_willExist.contains(step.path.directoryForm()) ? State::NotDone : doneIf(step.path.directoryForm(), false);
    }

    Result<State> stateOf(const RunRemoveDirectory &step, RecoveryStep &) const { return doneIf(step.path, false); }
    Result<State> stateOf(const RunMakeDirectory &step, RecoveryStep &) const { return doneIf(step.directory.path, true); }

    Result<State> stateOf(const RunEditConfig &wanted, RecoveryStep &step)
    {
        return m_config.state(wanted, std::span(m_run.steps).subspan(step.index + 1), step.verdict);
    }

    Result<std::shared_ptr<const Group>> group(const NamespacePath &ns, const GroupId &id) const
    {
        std::vector<Finding> findings;
        auto found = scanGroup(m_root, ns, id, findings);
        if (!found && found.error().kind == Error::Kind::NotFound)
            return nullptr;
        return found;
    }

    static bool holdsAny(const Group &group, const std::vector<SnapshotTime> &times)
    {
        return std::ranges::any_of(group.snapshots, [&](const Snapshot &each) { return std::ranges::contains(times, each.time); });
    }

    static bool holdsOnly(const Group &group, const std::vector<SnapshotTime> &times)
    {
        return std::ranges::all_of(group.snapshots, [&](const Snapshot &each) { return std::ranges::contains(times, each.time); });
    }

    static void refuse(RecoveryStep &step, MessageId id, std::vector<std::string> args)
    {
        step.verdict = {Verdict::Level::Refused, Error{Error::Kind::Conflict, id, std::move(args), 0}, {}};
    }

    Result<State> stateOf(const RunMoveGroup &move, RecoveryStep &step)
    {
        if (m_willArrive.contains({move.from, move.group})) {
            m_willArrive.emplace(move.to, move.group);
            return State::NotDone;
        }
        auto state = lookAtBothEnds(move, step);
        if (state == State::NotDone || state == State::Partly)
            m_willArrive.emplace(move.to, move.group);
        return state;
    }

    /// Where the group is after all later steps of the run that take it further.
    NamespacePath endOfJourney(const RunMoveGroup &move, std::size_t index) const
    {
        NamespacePath end = move.to;
        for (std::size_t i = index + 1; i < m_run.steps.size(); ++i) {
            const auto *next = std::get_if<RunMoveGroup>(&m_run.steps[i].step);
            if (next && next->group == move.group && next->from == end)
                end = next->to;
        }
        return end;
    }

    Result<State> lookAtBothEnds(const RunMoveGroup &move, RecoveryStep &step)
    {
        const auto source = group(move.from, move.group);
        auto target = group(move.to, move.group);
        if (source && !*source && target && !*target)
            target = group(endOfJourney(move, step.index), move.group);
        if (!source || !target)
            return std::unexpected((source ? target : source).error());
        const auto &times = step.facts.snapshots;
        if (!*source && !*target) {
            refuse(step, MessageId::UndoGone, {move.group.toString(), move.to.toString()});
            return State::Changed;
        }
        const bool arrived = *target && ((*target)->inode == step.facts.inode || holdsAny(**target, times) || times.empty());
        if (arrived && !times.empty() && move.into == IntoExisting::No)
            noteNew(step, **target);
        if (*source && arrived && isBare(**source)) {
            step.step = RunRemoveDirectory{joinPath(typeDirectoryPath(move.from, move.group.type()), move.group.id())};
            return State::Partly;
        }
        if (!*source || (arrived && (*source)->inode != step.facts.inode))
            return arrived ? State::Finished : State::Changed; // another group may have come to its old place since
        if ((*source)->inode != step.facts.inode && step.facts.inode != 0)
            return State::Changed;
        if (!*target)
            return State::NotDone;
        return stateBetween(move, step, **target);
    }

    /// Its directory may have been made anew: later steps find it by that.
    void noteNew(RecoveryStep &step, const Group &target)
    {
        if (m_planned == 0 || target.inode == step.facts.inode)
            return;
        step.newInode = target.inode;
        m_newInodes[m_planned] = target.inode;
    }

    /// The group is at its old place, and one of its name at the new.
    State stateBetween(const RunMoveGroup &move, RecoveryStep &step, const Group &target)
    {
        const bool someWent = holdsAny(target, step.facts.snapshots);
        if (move.into != IntoExisting::No)
            return someWent ? State::Partly : State::NotDone;
        if (!holdsOnly(target, step.facts.snapshots)) {
            refuse(step, MessageId::PlanGroupExists, {move.group.toString(), move.to.toString()});
            return State::Changed;
        }
        std::get<RunMoveGroup>(step.step).into = IntoExisting::Merge; // its older snapshots are there, the newer ones follow
        if (target.owner)                                             // without one it is made anew
            noteNew(step, target);
        return State::Partly;
    }

    Result<State> stateOf(const RunChangeGroupFile &change, RecoveryStep &step) const
    {
        if (m_willArrive.contains({change.ns, change.group}))
            return State::NotDone; // its files follow the last of its snapshots
        const auto directory = fs::openBelow(m_root, joinPath(typeDirectoryPath(change.ns, change.group.type()), change.group.id()));
        if (!directory && directory.error().kind == Error::Kind::NotFound)
            return State::NotDone; // an earlier step brings it there, or this one will be refused
        const auto present = directory ? readGroupFile(**directory, fileName(change.file)) : Result<std::string>(failWith(directory));
        if (!present)
            return failWith(present);
        if (*present == change.content)
            return State::Finished;
        if (*present == step.facts.before)
            return State::NotDone;
        refuse(step, MessageId::UndoChangedSince, {std::string(fileName(change.file)), change.group.toString(), change.ns.toString()});
        return State::Changed;
    }

    Result<State> stateOf(const RunChangeProtection &change, RecoveryStep &) const
    {
        const auto found = group(change.ns, change.group);
        if (!found)
            return failWith(found);
        if (!*found)
            return State::NotDone;
        const auto at = std::ranges::find((*found)->snapshots, change.time, &Snapshot::time);
        return at != (*found)->snapshots.end() && at->isProtected == change.isProtected ? State::Finished : State::NotDone;
    }

    /// Of a prune only what had begun to go is gone on with: its rule is to be asked afresh.
    Result<State> stateOf(const RunRemoveSnapshots &removal, RecoveryStep &step) const
    {
        if (m_willArrive.contains({removal.ns, removal.group}))
            return State::NotDone;
        const auto found = group(removal.ns, removal.group);
        if (!found)
            return failWith(found);
        if (!*found)
            return State::Finished;
        step.group = *found;
        auto &times = std::get<RunRemoveSnapshots>(step.step).times;
        std::erase_if(times, [&](const SnapshotTime &time) { return !holdsAny(**found, {time}); });
        const bool isLastLeft = (*found)->snapshots.empty() && (removal.wholeGroup || isBare(**found));
        if (times.empty())
            return isLastLeft ? State::Partly : State::Finished;
        if (removal.isPrune)
            std::erase_if(times, [&](const SnapshotTime &time) { return !isLeftover(**found, step.facts.removing, time); });
        return step.facts.removing.empty() ? State::NotDone : State::Partly;
    }

    /// Whether a snapshot has lost its manifest on its way out.
    static bool isLeftover(const Group &group, const std::vector<RemovedSnapshot> &removing, const SnapshotTime &time)
    {
        const auto snapshot = std::ranges::find(group.snapshots, time, &Snapshot::time);
        return std::ranges::contains(removing, time, &RemovedSnapshot::time) && snapshot != group.snapshots.end() && !snapshot->finished;
    }

    std::shared_ptr<fs::Directory> m_root;
    ConfigLook m_config;
    const JournalRun &m_run;
    std::uint64_t m_planned = 0;                              ///< The inode that the journal's intent tells of the step that is looked at.
    std::map<std::uint64_t, std::uint64_t> m_newInodes;       ///< Of groups that had to be made anew, by that.
    std::set<std::string> m_willExist;                        ///< Namespaces that earlier steps have yet to make.
    std::set<std::pair<NamespacePath, GroupId>> m_willArrive; ///< Groups that earlier steps have yet to bring.
};

} // namespace

std::size_t Recovery::count(RecoveryStep::State state) const
{
    return static_cast<std::size_t>(std::ranges::count(steps, state, &RecoveryStep::state));
}

bool Recovery::isReady() const
{
    return std::ranges::none_of(steps, [](const RecoveryStep &step) { return step.verdict.level == Verdict::Level::Refused; });
}

Result<Recovery> planRecovery(const StoreSession &session, const JournalRun &run)
{
    if (!run.store.sameStore(session.store().identity))
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, session.store().identity.path);
    if (!run.undoneBy.empty())
        return fail(Error::Kind::Conflict, MessageId::RunAlreadyUndone, run.id);
    if (run.isRunning)
        return fail(Error::Kind::Busy, MessageId::RunInProgress, run.id);
    if (!isRecoverable(run))
        return fail(Error::Kind::Conflict, MessageId::RunNothingToFinish, run.id);
    Recovery recovery{.runId = run.id, .steps = {}};
    Look look(session, run);
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        auto step = look(run.steps[i], i);
        if (!step)
            return failWith(step);
        recovery.steps.push_back(std::move(*step));
    }
    return recovery;
}

Removals removalsOf(const Recovery &recovery)
{
    std::vector<Removals::OfGroup> groups;
    for (const RecoveryStep &step : recovery.steps) {
        const auto *removal = std::get_if<RunRemoveSnapshots>(&step.step);
        const bool isLeft = step.state == State::NotDone || step.state == State::Partly;
        if (removal && isLeft && step.group && !removal->times.empty())
            groups.push_back({removal->ns, step.group, removal->times});
    }
    return countedRemovals(std::move(groups));
}

RunReport executeRecovery(StoreSession session, const Recovery &recovery, const RunOptions &options)
{
    if (!recovery.isReady() && !options.keepGoing) {
        RunReport report;
        report.failure = Error{
            Error::Kind::Conflict, MessageId::RunNotPossible, {std::to_string(recovery.count(RecoveryStep::State::Changed)), "0"}, 0};
        return report;
    }
    std::vector<ResumedStep> steps;
    for (const RecoveryStep &step : recovery.steps) {
        if (step.state != State::Changed)
            steps.push_back({.index = step.index,
                             .step = step.step,
                             .facts = step.facts,
                             .newInode = step.newInode,
                             .isDone = step.state == State::Finished});
    }
    return resumeSteps(std::move(session), recovery.runId, steps, options);
}

bool isRecoverable(const JournalRun &run)
{
    const bool isComplete = run.endedAt && run.count(StepState::Completed) == run.steps.size();
    return run.undoes.empty() && run.undoneBy.empty() && !run.isRunning && !isComplete;
}

std::vector<const JournalRun *> interruptedRuns(const History &history)
{
    std::vector<const JournalRun *> runs;
    for (const JournalRun &run : history.runs) {
        if (run.isInterrupted())
            runs.push_back(&run);
    }
    return runs;
}

} // namespace espalier
