// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/syncrun.h"

#include "core/datastore/scan.h"
#include "core/fs/actingas.h"
#include "core/fs/systemerror.h"
#include "core/run/run.h"
#include "core/sync/groupsync.h"
#include "core/sync/localtarget.h"
#include "core/sync/snapshotfiles.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <ranges>
#include <set>
#include <span>
#include <thread>

namespace espalier {

namespace {

constexpr std::ptrdiff_t maxBatch = 200; // of groups whose locks are held at once

/// What makes no sense to try with the next group.
bool endsAll(const Error &error)
{
    return error.id == MessageId::FileSystemFull || error.id == MessageId::FileSystemReadOnly || error.id == MessageId::StoreChanged
        || error.id == MessageId::UserSwitchFailed || error.id == MessageId::SyncStopped || error.id == MessageId::JournalUnwritable
        || error.id == MessageId::AgentBadAnswer || error.kind == Error::Kind::Unreachable || fs::isOutOfReach(error.systemError);
}

class SyncRun
{
public:
    SyncRun(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options)
        : m_plan(plan)
        , m_options(options)
        , m_workerCount(options.job.exactPbs ? 1 : std::clamp(options.workers, 1U, SyncRunOptions::maxWorkers))
        , m_news(options, groupsToCopy(plan), m_workerCount)
        , m_source(source)
    {
        if (options.rate)
            m_limit.emplace(*options.rate);
        if (m_limit)
            m_limitedSource.emplace(source, *m_limit);
        for (const SyncNamespace &ns : plan.namespaces) {
            for (const SyncGroup &group : ns.groups) {
                if (!isCopied(ns, group) && !group.isVanished)
                    m_notCopied.insert(group.id);
            }
        }
    }

    SyncReport operator()(const StoreSession &session)
    {
        for (const Error &problem : m_plan.problems)
            m_news.addProblem({}, {}, problem);
        if (const Done copied = copyAll(session); !copied)
            fail(copied.error());
        if (m_options.removes && !report().failure && !report().stopped)
            removeAll(session);
        return std::move(report());
    }

private:
    static bool isCopied(const SyncNamespace &ns, const SyncGroup &group) { return !group.isVanished && !group.refused && !ns.refused; }

    static std::size_t groupsToCopy(const SyncPlan &plan)
    {
        std::size_t count = 0;
        for (const SyncNamespace &ns : plan.namespaces)
            count
                += static_cast<std::size_t>(std::ranges::count_if(ns.groups, [&](const SyncGroup &group) { return isCopied(ns, group); }));
        return count;
    }

    SyncReport &report() { return m_news.report(); }

    void fail(const Error &error)
    {
        if (error.kind == Error::Kind::Stopped)
            report().stopped = true;
        else if (!report().failure)
            report().failure = error;
    }

    using Workers = std::vector<std::unique_ptr<GroupSync>>;

    Workers makeWorkers(LocalTarget &target, StoreHold &hold);
    Done copyAll(const StoreSession &session);
    Done copyNamespace(LocalTarget &target, const SyncNamespace &ns, const Workers &workers);
    Done copyGroups(const LocalTarget &target, const SyncNamespace &ns, const Workers &workers);
    void copyGroup(const SyncNamespace &ns, const SyncGroup &group, GroupSync &worker, std::size_t number);
    void refuseNamespace(const SyncNamespace &ns, const Error &error);
    void end(const Error &error);
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

    const SyncPlan &m_plan;
    const SyncRunOptions &m_options;
    unsigned m_workerCount;
    SyncNews m_news;
    SyncSource &m_source;
    std::optional<RateLimit> m_limit;
    std::optional<LimitedSource> m_limitedSource;
    std::vector<Removal> m_removals;

    std::mutex m_mutex;                                     ///< Of what workers add to:
    std::optional<Error> m_end;                             ///< Why no other group is begun.
    std::set<GroupId> m_notCopied;                          ///< Wherever; not completely.
    std::set<std::pair<std::string, std::string>> m_failed; ///< Namespace and group at the target of which nothing is removed.
};

SyncRun::Workers SyncRun::makeWorkers(LocalTarget &target, StoreHold &hold)
{
    const unsigned threads
        = m_options.threads == 0 && m_workerCount > 1 ? (m_source.isFar() ? ChunkCopyOptions::maxThreads : 0) : m_options.threads;
    const GroupSync::Shared shared{.source = m_limitedSource ? static_cast<SyncSource &>(*m_limitedSource) : m_source,
                                   .target = target,
                                   .options = m_options,
                                   .news = m_news,
                                   .hold = hold,
                                   .limit = m_limit ? &*m_limit : nullptr,
                                   .threads = threads == 0 ? 0 : std::max(1U, threads / m_workerCount)};
    Workers workers;
    for (std::size_t i = 0; i < m_workerCount; ++i)
        workers.push_back(std::make_unique<GroupSync>(shared, i));
    return workers;
}

Done SyncRun::copyAll(const StoreSession &session)
{
    auto target = LocalTarget::open(session);
    if (!target)
        return failWith(target);
    const auto acting = (*target)->actAsOwner();
    if (!acting)
        return std::unexpected(acting.error());
    StoreHold hold(*(*target)->locks, m_options.longestHold, m_options.stop);
    const Workers workers = makeWorkers(**target, hold);
    Done done;
    for (const SyncNamespace &ns : m_plan.namespaces) {
        done = copyNamespace(**target, ns, workers);
        if (!done)
            break;
    }
    report().chunks = m_news.chunks();
    if (const Done synced = (*target)->directories->sync(); done && !synced)
        done = synced;
    (*target)->close(done && report().problems.empty());
    return done;
}

Done SyncRun::copyNamespace(LocalTarget &target, const SyncNamespace &ns, const Workers &workers)
{
    if (ns.refused)
        return {};
    const auto offered = std::ranges::count_if(ns.groups, [](const SyncGroup &group) { return !group.isVanished; });
    m_news.log({.what = SyncEvent::What::Namespace,
                .source = ns.source,
                .target = ns.target,
                .count = static_cast<std::size_t>(offered),
                .total = ns.offered});
    const auto made = makeNamespace(target, ns.target);
    if (!made) {
        refuseNamespace(ns, made.error());
        return endsAll(made.error()) ? failWith(made) : Done();
    }
    if (*made)
        m_news.log({.what = SyncEvent::What::NamespaceMade, .target = ns.target});
    return copyGroups(target, ns, workers);
}

void SyncRun::refuseNamespace(const SyncNamespace &ns, const Error &error)
{
    m_news.addProblem(ns.target, {}, error);
    for (const SyncGroup &group : ns.groups) {
        m_failed.emplace(ns.target.toString(), group.id.toString());
        if (!group.isVanished)
            m_notCopied.insert(group.id);
    }
}

/// With several workers each takes the next group, in a thread of its own; the first works in this one.
Done SyncRun::copyGroups(const LocalTarget &target, const SyncNamespace &ns, const Workers &workers)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&](std::size_t number) {
        for (std::size_t i = next++; i < ns.groups.size(); i = next++) {
            if (isCopied(ns, ns.groups[i]))
                copyGroup(ns, ns.groups[i], *workers[number], number);
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t number = 1; number < std::min(workers.size(), ns.groups.size()); ++number)
            others.emplace_back([&, number] {
                const auto acting = target.actAsOwner();
                if (!acting)
                    return end(acting.error());
                work(number);
            });
        work(0);
    }
    return m_end ? std::unexpected(*m_end) : Done();
}

void SyncRun::end(const Error &error)
{
    const std::lock_guard guard(m_mutex);
    if (!m_end)
        m_end = error;
}

void SyncRun::copyGroup(const SyncNamespace &ns, const SyncGroup &group, GroupSync &worker, std::size_t number)
{
    if (const std::lock_guard guard(m_mutex); m_end) {
        m_notCopied.insert(group.id);
        return;
    }
    const Done done = worker.copy(ns, group);
    m_news.groupEnded(number);
    if (!done && endsAll(done.error()))
        end(done.error());
    else if (!done)
        m_news.addProblem(ns.target, group.id.toString(), done.error());
    const std::lock_guard guard(m_mutex);
    if (!done || worker.missesSnapshots())
        m_notCopied.insert(group.id);
    if (!done)
        m_failed.emplace(ns.target.toString(), group.id.toString());
}

/// A group that vanished here may only have been moved at the source: where its copy to another place failed, this is the only one.
void SyncRun::addRemovals(const NamespacePath &ns, const SyncGroup &group)
{
    auto times = group.removed();
    const bool isEmptyGroup = group.goes() && times.empty();
    if ((times.empty() && !isEmptyGroup) || m_failed.contains({ns.toString(), group.id.toString()}))
        return;
    if (group.isVanished && !m_options.job.exactPbs && m_notCopied.contains(group.id)) {
        m_news.log({.what = SyncEvent::What::Kept,
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
        if (report().failure || report().stopped)
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
        m_news.addProblem({}, {}, held.error());
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
    report().removals.push_back(runSteps(session, steps, seen, {}, options));
    tellRemovals(report().removals.back());
}

void SyncRun::tellRemovals(const RunReport &removal)
{
    for (const StepOutcome &step : removal.steps) {
        const auto *snapshots = std::get_if<RunRemoveSnapshots>(&step.step);
        const auto *ns = std::get_if<RunDeleteNamespace>(&step.step);
        if (snapshots && !step.gone.empty())
            m_news.log({.what = SyncEvent::What::Removed,
                        .target = snapshots->ns,
                        .group = snapshots->group.toString(),
                        .from = step.gone.front(),
                        .to = step.gone.back(),
                        .count = step.gone.size()});
        report().removedSnapshots += step.gone.size();
        report().removedGroups += snapshots && snapshots->wholeGroup && step.state == StepState::Completed && !step.note ? 1 : 0;
        if (ns && step.state == StepState::Completed && !step.note) {
            ++report().removedNamespaces;
            m_news.log({.what = SyncEvent::What::NamespaceRemoved, .target = ns->path});
        }
        for (const auto &error : {step.error, step.note}) {
            if (error)
                m_news.addProblem(snapshots ? snapshots->ns : ns->path, snapshots ? snapshots->group.toString() : std::string(), *error);
        }
    }
    report().stopped = report().stopped || removal.stopped;
    if (removal.runId.empty() && removal.failure)
        report().failure = removal.failure; // it could not even begin
}

} // namespace

double SyncProgress::share() const
{
    if (groupsOfAll == 0)
        return 1;
    return std::min(1.0, (static_cast<double>(groups) + static_cast<double>(begun) / 1000) / static_cast<double>(groupsOfAll));
}

SyncReport runSync(SyncSource &source, const StoreSession &target, const SyncPlan &plan, const SyncRunOptions &options)
{
    return SyncRun(source, plan, options)(target);
}

} // namespace espalier
