// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/confirmremovals.h"
#include "cli/operation.h"
#include "core/run/resume.h"
#include "text/messages.h"
#include "text/steptext.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

/// Tells which runs did not come to their end, what of each is done, and what can be done about it.
class RecoverCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::RecoverCommand)

public:
    explicit RecoverCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    void print(const Session &session, const JournalRun &run);
    Json toJson(const Session &session, const JournalRun &run) const;
    static QString state(RecoveryStep::State state);

    Invocation &m_invocation;
};

namespace {

/// Finishes a run that did not come to its end.
class FinishOperation : public Operation
{
public:
    FinishOperation(Invocation &invocation, JournalRun run) : Operation(invocation), m_run(std::move(run)) {}

protected:
    Result<Steps> plan(const Session &session, const std::vector<RunReport> &) override
    {
        auto recovery = session.service().planRecovery(m_run.id);
        if (!recovery)
            return failWith(recovery);
        m_recovery = std::move(*recovery);
        return planAgain(session);
    }

    Steps planAgain(const Session &session) override
    {
        const PlanContext context = planContext(session);
        Steps steps;
        for (const RecoveryStep &step : m_recovery.steps) {
            if (step.state != RecoveryStep::State::Finished)
                steps.push_back({text::runStepTitle(step.step), weightier(step.verdict, checkAllowed(step.step, context)), 0, 0});
        }
        return steps;
    }

    RunReport act(const Session &session, const RunOptions &options) override
    {
        return session.service().executeRecovery(m_recovery, options);
    }

    Done confirm() override { return m_consent.ask(invocation(), removalsOf(m_recovery)); }
    Json planToJson() const override { return toJson(m_recovery); }
    bool isUndoable() const override { return true; }

private:
    JournalRun m_run;
    Recovery m_recovery;
    RemovalConsent m_consent;
};

/// The run that @p id names, or the newest interrupted one where it is empty.
Result<JournalRun> findInterrupted(const Session &session, const std::string &id)
{
    const auto history = session.service().history();
    if (!history)
        return failWith(history);
    const auto interrupted = interruptedRuns(*history);
    if (id.empty() && interrupted.empty())
        return fail(Error::Kind::NotFound, MessageId::RunNothingToFinish, session.name());
    if (id.empty())
        return *interrupted.front();
    const auto run = std::ranges::find(history->runs, id, &JournalRun::id);
    if (run == history->runs.end())
        return fail(Error::Kind::NotFound, MessageId::RunNotFound, id);
    return *run;
}

} // namespace

ExitCode RecoverCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto history = session->service().history();
    if (!history)
        return report(m_invocation, history.error());
    const auto interrupted = interruptedRuns(*history);
    if (m_invocation.isJson()) {
        Json runs = Json::array();
        for (const JournalRun *each : interrupted)
            runs.push_back(toJson(*session, *each));
        m_invocation.output.line(
            toQString(dump({{"path", session->location()}, {"name", session->name()}, {"interrupted", std::move(runs)}})));
        return ExitCode::Done;
    }
    if (interrupted.empty())
        m_invocation.output.line(tr("No run was interrupted here."));
    for (const JournalRun *each : interrupted)
        print(*session, *each);
    return ExitCode::Done;
}

QString RecoverCommand::state(RecoveryStep::State state)
{
    switch (state) {
    case RecoveryStep::State::Finished: return tr("done", "a step");
    case RecoveryStep::State::Partly: return tr("partly done", "a step");
    case RecoveryStep::State::NotDone: return tr("not done", "a step");
    case RecoveryStep::State::Changed: break;
    }
    return tr("changed since", "a step");
}

void RecoverCommand::print(const Session &session, const JournalRun &run)
{
    Output &output = m_invocation.output;
    if (!run.undoes.empty()) {
        output.line(tr("The undo %1 of the run %2 was interrupted.").arg(toQString(run.id), toQString(run.undoes)));
        output.line(tr("Undo that run again: what is back already stays."));
        return;
    }
    output.line(tr("The run %1 was interrupted.").arg(toQString(run.id)));
    const auto recovery = session.service().planRecovery(run.id);
    if (!recovery) {
        tell(QStringLiteral("espalierctl: ") + text::oneLine(recovery.error()));
        return;
    }
    for (const RecoveryStep &step : recovery->steps) {
        output.line(QStringLiteral("  %1: %2").arg(text::runStepTitle(step.step), state(step.state)));
        if (step.verdict.reason)
            output.line(QStringLiteral("    ") + text::oneLine(*step.verdict.reason));
    }
    output.line(tr("\"espalierctl recover DIR RUN --finish\" does what is not done, \"… --undo\" brings back what is."));
}

Json RecoverCommand::toJson(const Session &session, const JournalRun &run) const
{
    Json json = cli::toJson(run);
    const auto recovery = session.service().planRecovery(run.id);
    json["recovery"] = recovery ? cli::toJson(*recovery) : Json();
    return json;
}

ExitCode runRecover(Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    if (arguments.has("--finish") && arguments.has("--undo"))
        return report(invocation, fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, "--undo").error());
    if (!arguments.has("--finish") && !arguments.has("--undo"))
        return RecoverCommand(invocation).run();
    const auto session = openStore(invocation);
    if (!session)
        return report(invocation, session.error());
    const auto run = findInterrupted(*session, arguments.positionals().size() > 1 ? arguments.positionals()[1] : std::string());
    if (!run)
        return report(invocation, run.error());
    if (!run->undoes.empty())
        return runUndo(invocation, run->undoes);
    return arguments.has("--undo") ? runUndo(invocation, run->id) : FinishOperation(invocation, *run).run();
}

} // namespace espalier::cli
