// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"
#include "cli/commands.h"
#include "cli/prunescheme.h"
#include "cli/terminal.h"
#include "core/plan/removals.h"
#include "text/messages.h"
#include "text/retentionwords.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Removes what a prune removes.
class PruneOperation : public ChangeOperation
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneOperation)

public:
    explicit PruneOperation(Invocation &invocation) : ChangeOperation(invocation, {}, TreeReading::Whole), m_scheme(invocation) {}

protected:
    Result<Steps> plan(const StoreSession &session, const std::vector<RunReport> &reports) override;
    RunReport act(const StoreSession &session, const RunOptions &options) override;
    void showMore() const override;
    void addToJson(Json &json) const override;

private:
    PruneScheme m_scheme;
    std::vector<Error> m_warnings;
};

/// Whatever an earlier attempt has removed is not there any more.
Result<Operation::Steps> PruneOperation::plan(const StoreSession &session, const std::vector<RunReport> &reports)
{
    if (!reports.empty())
        return ChangeOperation::plan(session, reports);
    if (const Done planned = m_scheme.plan(session); !planned)
        return failWith(planned);
    m_warnings = m_scheme.warnings(session);
    if (!m_scheme.isZoneKnown())
        return fail(Error::Kind::NotFound, MessageId::PruneZoneUnknown, std::to_string(m_scheme.zoneDependent()));
    setChanges(removalsOf(m_scheme.prune(), m_scheme.zone()));
    return ChangeOperation::plan(session, reports);
}

/// As PBS does it: what cannot be removed now stays for the next time.
RunReport PruneOperation::act(const StoreSession &session, const RunOptions &options)
{
    RunOptions all = options;
    all.keepGoing = true;
    return ChangeOperation::act(session, all);
}

void PruneOperation::showMore() const
{
    invocation().output.line();
    invocation().output.line(text::keepSentence(m_scheme.options()));
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

ExitCode runPrune(Invocation &invocation)
{
    return PruneOperation(invocation).run();
}

} // namespace espalier::cli
