// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"
#include "cli/commands.h"
#include "cli/jobrecord.h"
#include "cli/keepoptions.h"
#include "cli/prunescheme.h"
#include "cli/terminal.h"
#include "core/fs/native.h"
#include "core/jobrun/jobsummary.h"
#include "core/plan/removals.h"
#include "text/messages.h"
#include "text/retentionwords.h"

#include <QCoreApplication>

#include <span>
#include <utility>

namespace espalier::cli {

/// Removes what a prune removes.
class PruneOperation : public ChangeOperation
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneOperation)

public:
    /// @p job: see PruneScheme. @p place: the datastore, where the command line does not name it.
    PruneOperation(Invocation &invocation, std::string job, std::string place = {})
        : ChangeOperation(invocation, {}, TreeReading::Whole)
        , m_scheme(invocation, std::move(job))
        , m_place(std::move(place))
    {
    }

    JobRun summary() const; ///< Behind run(), for the history of a job.

protected:
    Result<Session> open() const override { return m_place.empty() ? ChangeOperation::open() : openStore(invocation(), m_place); }
    Result<Steps> plan(const Session &session, const std::vector<RunReport> &reports) override;
    RunReport act(const Session &session, const RunOptions &options) override;
    void showMore() const override;
    void addToJson(Json &json) const override;

private:
    PruneScheme m_scheme;
    std::string m_place;
    std::vector<Error> m_warnings;
    bool m_isPlanned = false;
};

/// What is removed is found out once; whatever came later is for another prune.
Result<Operation::Steps> PruneOperation::plan(const Session &session, const std::vector<RunReport> &reports)
{
    if (std::exchange(m_isPlanned, true))
        return ChangeOperation::plan(session, reports);
    if (const Done planned = m_scheme.plan(session); !planned)
        return failWith(planned);
    m_warnings = m_scheme.warnings(session);
    if (!m_scheme.isZoneKnown() && m_scheme.zoneDependent() > 0)
        return fail(Error::Kind::NotFound, MessageId::PruneZoneUnknown, std::to_string(m_scheme.zoneDependent()));
    if (const JobNotes &notes = m_scheme.notes(); notes.approved)
        approve(*notes.approved, checkApproved(notes.approvedStores, {session.state().identity, session.location()}));
    setChanges(removalsOf(m_scheme.prune(), {m_scheme.zoneName(), m_scheme.zone()}));
    return ChangeOperation::plan(session, reports);
}

/// As PBS does it: what cannot be removed now stays for the next time.
RunReport PruneOperation::act(const Session &session, const RunOptions &options)
{
    RunOptions all = options;
    all.keepGoing = true;
    return ChangeOperation::act(session, all);
}

JobRun PruneOperation::summary() const
{
    if (!result())
        return failedJobRun(result().error());
    const std::size_t groups = m_scheme.prune().groups.size();
    if (reports().empty())
        return {.result = JobResult::Ok, .groups = groups};
    JobRun run = summaryOf(groups, present(), reports().back());
    for (const RunReport &earlier : std::span(reports()).first(reports().size() - 1)) {
        for (const StepOutcome &step : earlier.steps)
            run.removed += step.gone.size();
    }
    return run;
}

void PruneOperation::showMore() const
{
    invocation().output.line();
    invocation().output.line(text::keepSentence(m_scheme.options()));
    if (invocation().arguments.has("--snapshots")) {
        invocation().output.line();
        printPruneSnapshots(invocation().output, m_scheme, false);
    }
    printPruneTotals(invocation().output, m_scheme.prune());
    for (const Error &warning : m_warnings)
        tell(tr("Warning: %1").arg(text::oneLine(warning)));
}

void PruneOperation::addToJson(Json &json) const
{
    json["warnings"] = Json::array();
    for (const Error &warning : m_warnings)
        json["warnings"].push_back(toJson(warning));
}

namespace {

/// Where the datastore of the job is.
Result<std::string> storeOfJob(const PruneJobList &list, const NamedPruneJob &found)
{
    if (found.isOwn)
        return found.notes.place.empty() ? fail(Error::Kind::NotFound, MessageId::JobPlaceUnknown, found.job.id)
                                         : Result<std::string>(found.notes.place);
    if (const auto place = placeOfStore(*fs::nativeFileSystem(), list.host, found.job.store))
        return *place;
    if (list.host.configError)
        return std::unexpected(*list.host.configError);
    return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, "datastore.cfg", "datastore: " + found.job.store);
}

} // namespace

ExitCode runPrune(Invocation &invocation)
{
    const auto options = keepOptions(invocation.arguments);
    if (options && options->keepsAll() && !invocation.arguments.has("--job"))
        return report(invocation, {Error::Kind::InvalidInput, MessageId::UsageMissingArgument, {"--job ID, --keep-…"}, 0});
    return PruneOperation(invocation, invocation.arguments.value("--job").value_or(std::string())).run();
}

ExitCode runPruneJob(Invocation &invocation)
{
    const std::string &id = invocation.arguments.positionals().front();
    const PruneJobList list = readPruneJobList(invocation);
    const auto found = list.find(id, MessageId::PruneJobUnknown);
    const auto place = found.and_then([&list](const NamedPruneJob &job) { return storeOfJob(list, job); });
    if (!place)
        return report(invocation, place.error());
    PruneOperation operation(invocation, id, *place);
    if (!found->isOwn || invocation.isDryRun())
        return operation.run();
    return runRecorded(invocation, {JobKind::Prune, id}, [&operation] {
        const ExitCode code = operation.run();
        return std::pair(code, operation.summary());
    });
}

} // namespace espalier::cli
