// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/jobsummary.h"
#include "core/jobrun/unattended.h"
#include "core/jobs/jobends.h"

namespace espalier {

namespace {

/// One sync of a job, step by step.
class UnattendedSync
{
public:
    UnattendedSync(const OwnSyncJob &own, const UnattendedOptions &options) : m_own(own), m_options(options) {}

    Result<JobRun> run();

private:
    /// An end, with what its host says of it.
    struct End
    {
        std::shared_ptr<StoreService> service;
        PlaceState state;
    };

    Result<End> open(const Place &place) const;
    Result<Tree> read(StoreService &service) const;
    Done plan();
    SyncRunOptions runOptions() const;

    const OwnSyncJob &m_own;
    const UnattendedOptions &m_options;
    End m_source;
    End m_target;
    SyncPlan m_plan;
    std::optional<Error> m_tooMuch; ///< Why nothing is removed although the job says so.
};

Result<UnattendedSync::End> UnattendedSync::open(const Place &place) const
{
    End end{m_options.service(place), {}};
    auto state = end.service->open();
    if (!state)
        return failWith(state);
    end.state = *std::move(state);
    return end;
}

Result<Tree> UnattendedSync::read(StoreService &service) const
{
    const ScanOptions options{.stop = m_options.stop};
    return service.scan(options)
        .and_then([&](const ScanResult &scanned) { return service.readAllDetails(scanned.tree, options); })
        .transform([](ScanResult detailed) { return std::move(detailed.tree); });
}

/// What earlier syncs left half made is removed before anything is read.
Done UnattendedSync::plan()
{
    const auto ends = endsOf(m_own);
    if (!ends)
        return failWith(ends);
    auto source = open(ends->source);
    auto target = open(ends->target);
    if (!source || !target)
        return source ? Done(failWith(target)) : Done(failWith(source));
    m_source = *std::move(source);
    m_target = *std::move(target);
    if (const Done differ = checkDifferentStores(ends->source, m_source.state, ends->target, m_target.state); !differ)
        return differ;
    if (const Done cleaned = m_target.service->cleanSyncLeftovers(); !cleaned)
        return cleaned;
    const auto sourceTree = read(*m_source.service);
    const auto targetTree = sourceTree ? read(*m_target.service) : sourceTree;
    if (!targetTree)
        return failWith(targetTree);
    auto planned = planSync(*sourceTree, *targetTree, m_own.job.options());
    if (!planned)
        return failWith(planned);
    m_plan = *std::move(planned);
    if (const Done within = checkBudget(m_plan.removals(), m_own.notes.approved.value_or(RemovalBudget())); !within)
        m_tooMuch = within.error();
    return {};
}

SyncRunOptions UnattendedSync::runOptions() const
{
    SyncRunOptions options;
    options.job = m_own.job.options();
    options.removes = !m_tooMuch;
    options.stop = m_options.stop;
    options.threads = static_cast<unsigned>(m_own.job.workerThreads.value_or(0));
    if (m_options.progress)
        options.progress = [this](const SyncProgress &progress) { m_options.progress({progress.share(), progress.current}); };
    return options;
}

Result<JobRun> UnattendedSync::run()
{
    if (const Done planned = plan(); !planned)
        return failWith(planned);
    const auto source = m_source.service->syncSource();
    if (!source)
        return failWith(source);
    return summaryOf(m_plan, m_target.service->sync(**source, m_plan, runOptions()), m_tooMuch);
}

} // namespace

JobRun sync(const OwnSyncJob &own, const UnattendedOptions &options)
{
    const auto run = UnattendedSync(own, options).run();
    return run ? *run : failedJobRun(run.error());
}

} // namespace espalier
