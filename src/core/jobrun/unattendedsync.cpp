// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "core/jobs/jobends.h"
#include "core/jobrun/jobsummary.h"
#include "core/jobrun/unattended.h"
#include "core/sync/localsource.h"
#include "core/sync/localtarget.h"

namespace espalier {

namespace {

/// One sync of a job, step by step.
class UnattendedSync
{
public:
    UnattendedSync(const OwnSyncJob &own, const UnattendedOptions &options) : m_own(own), m_options(options) {}

    Result<JobRun> run();

private:
    Result<StoreSession> open(const Place &place) const;
    Result<Tree> read(const StoreSession &session) const;
    Done plan();
    SyncRunOptions runOptions() const;

    const OwnSyncJob &m_own;
    const UnattendedOptions &m_options;
    std::optional<StoreSession> m_source;
    std::optional<StoreSession> m_target;
    SyncPlan m_plan;
    std::optional<Error> m_tooMuch; ///< Why nothing is removed although the job says so.
};

Result<StoreSession> UnattendedSync::open(const Place &place) const
{
    return StoreSession::open(fs::posixFileSystem(), place, m_options.session);
}

Result<Tree> UnattendedSync::read(const StoreSession &session) const
{
    const ScanOptions options{.stop = m_options.stop};
    return scan(session.store().root, options)
        .and_then([&](const ScanResult &scanned) { return readAllDetails(session.store().root, scanned.tree, options); })
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
    if (const Done ready = checkDifferentStores(*m_source, *m_target).and_then([this] { return cleanLeftovers(*m_target); }); !ready)
        return ready;
    const auto sourceTree = read(*m_source);
    const auto targetTree = sourceTree ? read(*m_target) : sourceTree;
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
    const auto source = LocalSource::open(*m_source);
    if (!source)
        return failWith(source);
    return summaryOf(m_plan, runSync(**source, *m_target, m_plan, runOptions()), m_tooMuch);
}

} // namespace

JobRun sync(const OwnSyncJob &own, const UnattendedOptions &options)
{
    const auto run = UnattendedSync(own, options).run();
    return run ? *run : failedJobRun(run.error());
}

} // namespace espalier
