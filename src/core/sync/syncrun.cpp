// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/syncrun.h"

#include "core/datastore/scan.h"
#include "core/fs/actingas.h"
#include "core/run/run.h"
#include "core/sync/groupsync.h"
#include "core/sync/localtarget.h"
#include "core/sync/snapshotfiles.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ranges>
#include <set>
#include <span>

namespace espalier {

namespace {

constexpr std::ptrdiff_t maxBatch = 200; // of groups whose locks are held at once
constexpr std::array deadMount{ENOTCONN, ECONNABORTED, EHOSTDOWN, EHOSTUNREACH, ESTALE, ETIMEDOUT};

/// What makes no sense to try with the next group.
bool endsAll(const Error &error)
{
    return error.id == MessageId::FileSystemFull || error.id == MessageId::FileSystemReadOnly || error.id == MessageId::StoreChanged
        || error.id == MessageId::UserSwitchFailed || error.id == MessageId::SyncStopped || error.id == MessageId::JournalUnwritable
        || error.id == MessageId::AgentBadAnswer || error.kind == Error::Kind::Unreachable
        || std::ranges::contains(deadMount, error.systemError);
}

class SyncRun
{
public:
    SyncRun(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options) : m_source(source), m_plan(plan), m_options(options)
    {
        for (const SyncNamespace &ns : plan.namespaces) {
            for (const SyncGroup &group : ns.groups) {
                const bool isCopied = !group.isVanished && !group.refused && !ns.refused;
                m_progress.groupsOfAll += isCopied ? 1 : 0;
                if (!isCopied && !group.isVanished)
                    m_notCopied.insert(group.id);
            }
        }
    }

    SyncReport operator()(const StoreSession &session)
    {
        m_report.problems = m_plan.problems;
        for (const Error &problem : m_plan.problems)
            log({.what = SyncEvent::What::Problem, .error = problem});
        if (const Done copied = copyAll(session); !copied)
            fail(copied.error());
        if (m_options.removes && !m_report.failure && !m_report.stopped)
            removeAll(session);
        return std::move(m_report);
    }

private:
    void log(const SyncEvent &event) const
    {
        if (m_options.log)
            m_options.log(event);
    }

    void fail(const Error &error)
    {
        if (error.kind == Error::Kind::Stopped)
            m_report.stopped = true;
        else if (!m_report.failure)
            m_report.failure = error;
    }

    void addProblem(const NamespacePath &ns, const std::string &group, const Error &error)
    {
        m_report.problems.push_back(error);
        log({.what = SyncEvent::What::Problem, .target = ns, .group = group, .error = error});
    }

    Done copyAll(const StoreSession &session);
    Done copyNamespace(LocalTarget &target, const SyncNamespace &ns, GroupSync &groups);
    void removeAll(const StoreSession &session);
    /// What is to go, and the group as it was seen when that was decided.
    struct Removal
    {
        RunStep step;
        std::shared_ptr<const Group> seen;
    };

    void addRemovals(const NamespacePath &ns, const SyncGroup &group);
    Result<std::vector<std::unique_ptr<fs::Lock>>> lockStaying(const StoreSession &session, std::span<Removal> batch) const;
    static void eraseUnfinished(RunRemoveSnapshots &step, const std::shared_ptr<const Group> &seen, fs::Directory &group,
                                StoreLocks &locks);
    void removeBatch(const StoreSession &session, std::span<Removal> batch);
    void tellRemovals(const RunReport &removal);

    SyncSource &m_source;
    const SyncPlan &m_plan;
    const SyncRunOptions &m_options;
    SyncReport m_report;
    SyncProgress m_progress;
    std::vector<Removal> m_removals;
    std::set<GroupId> m_notCopied;                          ///< Wherever; not completely.
    std::set<std::pair<std::string, std::string>> m_failed; ///< Namespace and group at the target of which nothing is removed.
};

Done SyncRun::copyAll(const StoreSession &session)
{
    auto target = LocalTarget::open(session);
    if (!target)
        return failWith(target);
    const auto acting = (*target)->actAsOwner();
    if (!acting)
        return std::unexpected(acting.error());
    GroupSync groups(m_source, **target, m_options, m_report, m_progress);
    Done done;
    for (const SyncNamespace &ns : m_plan.namespaces) {
        done = copyNamespace(**target, ns, groups);
        if (!done)
            break;
    }
    m_report.chunks = groups.chunks();
    if (const Done synced = (*target)->directories->sync(); done && !synced)
        done = synced;
    (*target)->close(done && m_report.problems.empty());
    return done;
}

Done SyncRun::copyNamespace(LocalTarget &target, const SyncNamespace &ns, GroupSync &groups)
{
    if (ns.refused)
        return {};
    const auto offered = std::ranges::count_if(ns.groups, [](const SyncGroup &group) { return !group.isVanished; });
    log({.what = SyncEvent::What::Namespace,
         .source = ns.source,
         .target = ns.target,
         .count = static_cast<std::size_t>(offered),
         .total = ns.offered});
    if (const auto made = makeNamespace(target, ns.target); !made) {
        addProblem(ns.target, {}, made.error());
        for (const SyncGroup &group : ns.groups) {
            m_failed.emplace(ns.target.toString(), group.id.toString());
            if (!group.isVanished)
                m_notCopied.insert(group.id);
        }
        return endsAll(made.error()) ? failWith(made) : Done();
    } else if (*made) {
        log({.what = SyncEvent::What::NamespaceMade, .target = ns.target});
    }
    for (const SyncGroup &group : ns.groups) {
        if (group.isVanished || group.refused)
            continue;
        const std::size_t goneBefore = m_report.gone;
        const Done done = groups.copy(ns, group);
        ++m_progress.groups;
        if (m_report.gone > goneBefore)
            m_notCopied.insert(group.id);
        if (done)
            continue;
        m_notCopied.insert(group.id);
        m_failed.emplace(ns.target.toString(), group.id.toString());
        if (endsAll(done.error()))
            return done;
        addProblem(ns.target, group.id.toString(), done.error());
    }
    return {};
}

/// A group that vanished here may only have been moved at the source: where its copy to another place failed, this is the only one.
void SyncRun::addRemovals(const NamespacePath &ns, const SyncGroup &group)
{
    auto times = group.removed();
    const bool isEmptyGroup = group.goes() && times.empty();
    if ((times.empty() && !isEmptyGroup) || m_failed.contains({ns.toString(), group.id.toString()}))
        return;
    if (group.isVanished && !m_options.job.exactPbs && m_notCopied.contains(group.id)) {
        log({.what = SyncEvent::What::Kept,
             .target = ns,
             .group = group.id.toString(),
             .reason = SyncReason::SourceUnsure,
             .count = times.size()});
        return;
    }
    m_removals.push_back(
        {RunRemoveSnapshots{.ns = ns, .group = group.id, .times = std::move(times), .wholeGroup = group.goes()}, group.target});
}

/// As runs of their own, so that they are journaled and can be finished like any other removal; in batches because of the locks.
void SyncRun::removeAll(const StoreSession &session)
{
    for (const SyncNamespace &ns : m_plan.namespaces)
        std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { addRemovals(ns.target, group); });
    for (const VanishedNamespace &ns : m_plan.vanished) {
        std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { addRemovals(ns.path, group); });
        m_removals.push_back({RunDeleteNamespace{.path = ns.path, .onlyIfEmpty = true}, nullptr});
    }
    for (const auto batch : m_removals | std::views::chunk(maxBatch)) {
        if (m_report.failure || m_report.stopped)
            return;
        removeBatch(session, batch);
    }
}

/// A group that is still at the source stays, even empty: while its lock is held nobody takes it away with its last snapshot.
Result<std::vector<std::unique_ptr<fs::Lock>>> SyncRun::lockStaying(const StoreSession &session, std::span<Removal> batch) const
{
    std::vector<std::unique_ptr<fs::Lock>> held;
    const auto acting = fs::ActingAs::user(session.access().user, session.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto locks = StoreLocks::open(*session.fileSystem(), session.store(), session.access());
    if (!locks)
        return failWith(locks);
    for (Removal &removal : batch) {
        auto *step = std::get_if<RunRemoveSnapshots>(&removal.step);
        if (!step || step->wholeGroup)
            continue;
        const std::string path = joinPath(typeDirectoryPath(step->ns, step->group.type()), step->group.id());
        const auto group = fs::openBelow(session.store().root, path);
        if (!group)
            return failWith(group);
        auto lock = (*locks)->lockGroup(step->ns, step->group, group->get());
        if (!lock)
            return failWith(lock);
        held.push_back(std::move(*lock));
        if (m_options.job.exactPbs)
            eraseUnfinished(*step, removal.seen, **group, **locks);
    }
    return held;
}

/// Exact mode only: PBS does not ask whether the newest is a backup that runs, if it only is not locked.
void SyncRun::eraseUnfinished(RunRemoveSnapshots &step, const std::shared_ptr<const Group> &seen, fs::Directory &group, StoreLocks &locks)
{
    if (!seen || seen->snapshots.empty() || seen->snapshots.back().finished
        || !std::ranges::contains(step.times, seen->snapshots.back().time))
        return;
    const SnapshotAddress snapshot{step.ns, step.group, seen->snapshots.back().time};
    const auto lock = locks.lockSnapshot(snapshot.ns, snapshot.group, snapshot.time, group);
    const auto directory = lock ? group.openDirectory(snapshot.time.toString()) : Result<std::shared_ptr<fs::Directory>>(failWith(lock));
    if (!directory)
        return;
    const auto manifest = (*directory)->find(manifestFileName);
    const auto guard = (*directory)->find(protectedFileName);
    if (manifest && !*manifest && guard && !*guard && removeSnapshotDirectory(group, **directory, snapshot, locks))
        std::erase(step.times, snapshot.time);
}

void SyncRun::removeBatch(const StoreSession &session, std::span<Removal> batch)
{
    const auto held = lockStaying(session, batch);
    if (!held) {
        addProblem({}, {}, held.error());
        return;
    }
    std::vector<RunStep> steps;
    SeenGroups seen;
    for (const Removal &removal : batch) {
        steps.push_back(removal.step);
        seen.push_back(removal.seen);
    }
    RunOptions options;
    options.stop = m_options.stop;
    options.keepGoing = true;
    m_report.removals.push_back(runSteps(session, steps, seen, {}, options));
    tellRemovals(m_report.removals.back());
}

void SyncRun::tellRemovals(const RunReport &removal)
{
    for (const StepOutcome &step : removal.steps) {
        const auto *snapshots = std::get_if<RunRemoveSnapshots>(&step.step);
        const auto *ns = std::get_if<RunDeleteNamespace>(&step.step);
        if (snapshots && !step.gone.empty())
            log({.what = SyncEvent::What::Removed,
                 .target = snapshots->ns,
                 .group = snapshots->group.toString(),
                 .from = step.gone.front(),
                 .to = step.gone.back(),
                 .count = step.gone.size()});
        m_report.removedSnapshots += step.gone.size();
        m_report.removedGroups += snapshots && snapshots->wholeGroup && step.state == StepState::Completed && !step.note ? 1 : 0;
        if (ns && step.state == StepState::Completed && !step.note) {
            ++m_report.removedNamespaces;
            log({.what = SyncEvent::What::NamespaceRemoved, .target = ns->path});
        }
        for (const auto &error : {step.error, step.note}) {
            if (error)
                addProblem(snapshots ? snapshots->ns : ns->path, snapshots ? snapshots->group.toString() : std::string(), *error);
        }
    }
    m_report.stopped = m_report.stopped || removal.stopped;
    if (removal.runId.empty() && removal.failure)
        m_report.failure = removal.failure; // it could not even begin
}

} // namespace

double SyncProgress::share() const
{
    if (groupsOfAll == 0)
        return 1;
    const double ofGroup = snapshotsOfGroup == 0 ? 0 : static_cast<double>(snapshots) / static_cast<double>(snapshotsOfGroup);
    return std::min(1.0, (static_cast<double>(groups) + ofGroup) / static_cast<double>(groupsOfAll));
}

SyncReport runSync(SyncSource &source, const StoreSession &target, const SyncPlan &plan, const SyncRunOptions &options)
{
    return SyncRun(source, plan, options)(target);
}

} // namespace espalier
