// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/storemoverun.h"

#include "core/fs/actingas.h"
#include "core/run/run.h"
#include "core/sync/movecomparison.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

namespace espalier {

namespace {

using Stage = StoreMoveProgress::Stage;

constexpr std::size_t maxBatch = 200; // groups that are removed by one run

class StoreMoveRun
{
public:
    StoreMoveRun(const StoreSession &source, const StoreSession &target, const StoreMovePlan &plan, const StoreMoveOptions &options)
        : m_source(source)
        , m_target(target)
        , m_plan(plan)
        , m_options(options)
    {
        const auto isMoved = [](const StoreMoveGroup &group) { return !group.refused; };
        m_progress.groupsOfAll = static_cast<std::size_t>(std::ranges::count_if(plan.groups, isMoved));
    }

    StoreMoveReport operator()()
    {
        addRefusals();
        if (const Done done = all(); !done && done.error().kind == Error::Kind::Stopped)
            m_report.stopped = true;
        else if (!done)
            m_report.failure = done.error();
        return std::move(m_report);
    }

private:
    /// A group that was compared, with what lets it go.
    struct Compared
    {
        const StoreMoveGroup *group;
        std::shared_ptr<const ComparedGroup> guard;
    };

    void addRefusals();
    Done all();
    Done open();
    Done copy(const std::string &owner);
    Done compareAll();
    Done removeCompared(bool isLast);
    Done makeDurable();
    void tell(const RunReport &removal);
    void addProblem(const NamespacePath &ns, const std::string &group, const Error &error);

    void log(const SyncEvent &event) const
    {
        if (m_options.log)
            m_options.log(event);
    }

    /// Changes the progress and tells it.
    template<typename Change>
    void report(Change change)
    {
        const std::lock_guard guard(m_reporting);
        change(m_progress);
        if (m_options.progress)
            m_options.progress(m_progress);
    }

    void enter(Stage stage)
    {
        report([&](StoreMoveProgress &progress) { progress = {.stage = stage, .groupsOfAll = progress.groupsOfAll}; });
    }

    Done goesOn() const { return m_options.stop.stop_requested() ? fail(Error::Kind::Stopped, MessageId::StoreMoveStopped) : Done(); }

    StoreSession m_source;
    StoreSession m_target;
    const StoreMovePlan &m_plan;
    const StoreMoveOptions &m_options;
    StoreMoveReport m_report;
    std::mutex m_reporting; ///< Guards the progress.
    StoreMoveProgress m_progress;
    std::unique_ptr<LocalSource> m_from;
    std::set<std::pair<std::string, std::string>> m_failed; ///< Namespace and group at the target that could not be copied completely.
    std::vector<Compared> m_compared;                       ///< And not removed yet.
};

void StoreMoveRun::addRefusals()
{
    m_report.problems = m_plan.problems;
    for (const StoreMoveGroup &group : m_plan.groups) {
        if (group.refused)
            m_report.problems.push_back(*group.refused);
    }
}

void StoreMoveRun::addProblem(const NamespacePath &ns, const std::string &group, const Error &error)
{
    m_report.problems.push_back(error);
    log({.what = SyncEvent::What::Problem, .target = ns, .group = group, .error = error});
}

Done StoreMoveRun::all()
{
    if (!(m_options.keepGoing ? m_plan.canStart() : m_plan.isReady()))
        return fail(Error::Kind::Conflict, MessageId::RunNotPossible, std::to_string(m_plan.refusals()), "0");
    if (const Done opened = open(); !opened)
        return opened;
    enter(Stage::Copying);
    auto owners = m_plan.owners();
    if (owners.empty()) // only namespaces
        owners.insert(SyncOptions().owner);
    for (const std::string &owner : owners) {
        if (const Done copied = copy(owner); !copied)
            return copied;
    }
    return compareAll();
}

/// Both have to be writable before anything is copied: what cannot be removed is not moved.
Done StoreMoveRun::open()
{
    for (StoreSession *session : {&m_source, &m_target}) {
        if (const Done refreshed = session->refresh(); !refreshed)
            return refreshed;
        if (!session->access().allowed)
            return std::unexpected(*session->access().reason);
    }
    auto from = LocalSource::open(m_source);
    if (!from)
        return failWith(from);
    m_from = *std::move(from);
    return {};
}

/// By the engine of a sync, which makes groups of one owner at a time.
Done StoreMoveRun::copy(const std::string &owner)
{
    SyncRunOptions options;
    options.job.owner = owner;
    options.job.keepsFinished = true;
    options.threads = m_options.threads;
    options.longestHold = m_options.longestHold;
    options.stop = m_options.stop;
    const StoreMoveProgress before = m_progress;
    options.progress = [&](const SyncProgress &copying) {
        report([&](StoreMoveProgress &progress) {
            progress.groups = before.groups + copying.groups;
            progress.bytes = before.bytes + copying.chunks.bytes;
            progress.current = copying.current;
            progress.waits = copying.waits;
        });
    };
    options.log = [this](const SyncEvent &event) {
        if (event.what == SyncEvent::What::Problem || event.what == SyncEvent::What::Gone)
            m_failed.emplace(event.target.toString(), event.group);
        log(event);
    };
    const SyncReport copied = runSync(*m_from, m_target, m_plan.copies(owner), options);
    m_report.copied += copied.copied;
    m_report.chunks.copied += copied.chunks.copied;
    m_report.chunks.bytes += copied.chunks.bytes;
    m_report.chunks.present += copied.chunks.present;
    m_report.problems.insert(m_report.problems.end(), copied.problems.begin(), copied.problems.end());
    if (copied.failure)
        return std::unexpected(*copied.failure);
    return copied.stopped ? fail(Error::Kind::Stopped, MessageId::StoreMoveStopped) : goesOn();
}

Done StoreMoveRun::compareAll()
{
    const auto tell = [this](const std::string &snapshot, std::uint64_t bytes) {
        report([&](StoreMoveProgress &progress) {
            progress.current = snapshot;
            progress.bytes += bytes;
        });
    };
    auto comparison = MoveComparison::open(m_source, m_target, {.threads = m_options.threads, .stop = m_options.stop, .progress = tell});
    if (!comparison)
        return failWith(comparison);
    enter(Stage::Comparing);
    for (const StoreMoveGroup &group : m_plan.groups) {
        if (group.refused || m_failed.contains({group.to.toString(), group.id.toString()}))
            continue;
        auto compared = (*comparison)->compare(group);
        if (!compared && compared.error().kind == Error::Kind::Stopped)
            return failWith(compared);
        if (compared) {
            m_compared.push_back({&group, *std::move(compared)});
            m_report.compared += group.source->snapshots.size();
        } else {
            addProblem(group.from, group.id.toString(), compared.error());
        }
        report([](StoreMoveProgress &progress) { ++progress.groups; });
        if (m_compared.size() < maxBatch)
            continue;
        if (const Done removed = removeCompared(false); !removed)
            return removed;
        enter(Stage::Comparing);
    }
    return removeCompared(true);
}

/// Whatever was copied or brought along, by whomever.
Done StoreMoveRun::makeDurable()
{
    if (const Done refreshed = m_target.refresh(); !refreshed)
        return refreshed;
    const auto acting = fs::ActingAs::user(m_target.access().user, m_target.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto &root = m_target.store().root;
    const auto chunks = root->openDirectory(".chunks"); // which may lie on a volume of its own
    const Done synced = chunks ? (*chunks)->syncFileSystem() : failWith(chunks);
    return synced ? root->syncFileSystem() : synced;
}

/// Namespaces go behind the last of their groups.
Done StoreMoveRun::removeCompared(bool isLast)
{
    if (const Done on = goesOn(); !on)
        return on;
    if (const Done durable = makeDurable(); !durable)
        return durable;
    enter(Stage::Removing);
    std::vector<RunStep> steps;
    SeenGroups seen;
    for (const Compared &each : m_compared) {
        steps.emplace_back(RunRemoveSnapshots{.ns = each.group->from,
                                              .group = each.group->id,
                                              .times = each.guard->times(),
                                              .wholeGroup = true,
                                              .isPrune = true,
                                              .guard = each.guard});
        seen.push_back(each.group->source);
    }
    const bool lacksNamespace = std::ranges::any_of(m_failed, [](const auto &place) { return place.second.empty(); });
    for (const NamespacePath &ns : isLast && !lacksNamespace ? m_plan.emptied : std::vector<NamespacePath>())
        steps.emplace_back(RunDeleteNamespace{.path = ns, .onlyIfEmpty = true});
    m_compared.clear();
    if (steps.empty())
        return {};
    RunOptions options{.stop = m_options.stop, .progress = {}, .keepGoing = true};
    options.progress
        = [this](const RunProgress &removing) { report([&](StoreMoveProgress &progress) { progress.current = removing.current; }); };
    m_report.removals.push_back(runSteps(m_source, steps, seen, {}, options));
    const RunReport &removal = m_report.removals.back();
    tell(removal);
    if (removal.runId.empty() && removal.failure)
        return std::unexpected(*removal.failure); // it could not even begin
    return removal.stopped ? fail(Error::Kind::Stopped, MessageId::StoreMoveStopped) : Done();
}

void StoreMoveRun::tell(const RunReport &removal)
{
    for (const StepOutcome &step : removal.steps) {
        const auto *snapshots = std::get_if<RunRemoveSnapshots>(&step.step);
        const auto *ns = std::get_if<RunDeleteNamespace>(&step.step);
        const NamespacePath &where = snapshots ? snapshots->ns : ns->path;
        const std::string group = snapshots ? snapshots->group.toString() : std::string();
        const bool isWhole = step.state == StepState::Completed && !step.note;
        m_report.removedSnapshots += step.gone.size();
        m_report.removedGroups += snapshots && isWhole ? 1 : 0;
        m_report.removedNamespaces += ns && isWhole ? 1 : 0;
        if (!step.gone.empty())
            log({.what = SyncEvent::What::Removed,
                 .target = where,
                 .group = group,
                 .from = step.gone.front(),
                 .to = step.gone.back(),
                 .count = step.gone.size()});
        if (ns && isWhole)
            log({.what = SyncEvent::What::NamespaceRemoved, .target = where});
        for (const auto &error : {step.error, step.note}) {
            if (error)
                addProblem(where, group, *error);
        }
    }
}

} // namespace

StoreMoveReport runStoreMove(const StoreSession &source, const StoreSession &target, const StoreMovePlan &plan,
                             const StoreMoveOptions &options)
{
    return StoreMoveRun(source, target, plan, options)();
}

} // namespace espalier
