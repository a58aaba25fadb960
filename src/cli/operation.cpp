// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/operation.h"

#include "cli/interrupt.h"
#include "cli/confirmremovals.h"
#include "cli/terminal.h"
#include "core/plan/shellcommands.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/steptext.h"
#include "text/utf8.h"
#include "text/verdictwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <numeric>

namespace espalier::cli {

/// What an operation says.
class OperationText
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::Operation)

public:
    static QString cure(Cure cure);
    static QString state(StepState state);
    static QString snapshots(std::size_t all, std::size_t fresh);
    static QString waiting(const Error &reason) { return tr("Waiting: %1").arg(text::sentences(reason).what); }
    static QString dryRun() { return tr("Nothing was changed: this was a dry run."); }
    static QString done(std::size_t steps) { return tr("%n step(s) done.", nullptr, int(steps)); }
    static QString removed(std::size_t snapshots) { return tr("%n snapshot(s) removed for good.", nullptr, int(snapshots)); }
    static QString undoWith(const QString &command) { return tr("To undo: %1").arg(command); }
    static QString stopped() { return tr("Stopped, as asked. What was begun was ended."); }
    static QString progress(const RunProgress &progress)
    {
        return tr("%1 of %2: %3").arg(progress.done).arg(progress.total).arg(printable(progress.current));
    }
};

QString OperationText::cure(Cure cure)
{
    switch (cure) {
    case Cure::TakeForeignEntriesAlong: return tr("With --take-foreign-entries they move along.");
    case Cure::CreateTargetNamespace: return tr("\"espalierctl namespace create\" makes it.");
    case Cure::Wait: return tr("With --wait the command waits for the end of it.");
    case Cure::Merge: return tr("With --merge they are merged.");
    case Cure::ChangeOwner: return tr("\"espalierctl group owner\" changes the owner.");
    case Cure::MergeAnyhow:
    case Cure::KeepBoth:
    case Cure::ChooseOtherNamespace: break; // the advice says so already
    }
    return {};
}

QString OperationText::state(StepState state)
{
    switch (state) {
    case StepState::Completed: return tr("done", "a step");
    case StepState::Failed: return tr("failed", "a step");
    case StepState::Intended: break;
    }
    return tr("not reached", "a step");
}

QString OperationText::snapshots(std::size_t all, std::size_t fresh)
{
    const QString count = tr("%n snapshot(s)", nullptr, int(all));
    return fresh == 0 ? count : tr("%1, %n of them new", nullptr, int(fresh)).arg(count);
}

ExitCode Operation::run()
{
    if (const auto budget = removalBudget(m_invocation.arguments); !budget) {
        m_result = failWith(budget);
        return report(m_invocation, budget.error());
    }
    auto session = open();
    if (!session) {
        m_result = failWith(session);
        return report(m_invocation, session.error());
    }
    do {
        m_result = attempt(*session);
    } while (m_result && mayTryAgain(*session));
    return conclude(*session, m_result);
}

/// Plans, shows, asks and acts once. What went wrong in acting stands in the report.
Done Operation::attempt(Session &session)
{
    const bool isFirst = !std::exchange(m_wasPlanned, true);
    auto steps = plan(session, m_reports);
    if (!steps)
        return failWith(steps);
    m_steps = std::move(*steps);
    if (isFirst) {
        if (m_invocation.isJson()) {
            m_plan = planToJson();
        } else {
            showPlan();
            showMore();
        }
    }
    if (Done judged = judge(); !judged)
        return judged;
    if (isFirst && !m_invocation.onlyPlans()) {
        if (Done confirmed = confirmWriting(m_invocation, session); !confirmed)
            return confirmed;
    }
    if (Done confirmed = m_invocation.onlyPlans() ? Done() : confirm(); !confirmed)
        return confirmed;
    if (m_invocation.isDryRun() || m_steps.empty())
        return {};
    if (std::ranges::any_of(m_steps, [](const PlannedStep &step) { return step.verdict.level == Verdict::Level::Waits; })) {
        const Done waited = waitUntilFree(session);
        return waited ? attempt(session) : waited;
    }
    RunOptions options;
    options.stop = m_invocation.stop;
    options.keepGoing = m_invocation.keepsGoing();
    if (showsProgress())
        options.progress = [](const RunProgress &progress) { showProgress(OperationText::progress(progress)); };
    m_reports.push_back(act(session, options));
    showProgress({});
    return {};
}

/// Fails where a step cannot be done, or would have to wait and nobody said --wait.
Done Operation::judge() const
{
    const auto count = [&](Verdict::Level level) {
        return std::ranges::count_if(m_steps, [level](const PlannedStep &step) { return step.level == 0 && step.verdict.level == level; });
    };
    const auto refused = count(Verdict::Level::Refused);
    const auto attention = count(Verdict::Level::NeedsAttention);
    const bool anyPossible
        = std::ranges::any_of(m_steps, [](const PlannedStep &step) { return step.verdict.level <= Verdict::Level::Waits; });
    if (refused + attention > 0 && !(anyPossible && m_invocation.keepsGoing()))
        return fail(Error::Kind::Conflict, MessageId::RunNotPossible, std::to_string(refused), std::to_string(attention));
    const auto waiting = std::ranges::find(m_steps, Verdict::Level::Waits, [](const PlannedStep &step) { return step.verdict.level; });
    if (waiting != m_steps.end() && !m_invocation.waits())
        return std::unexpected(*waiting->verdict.reason);
    return {};
}

/// Comes back when nothing is in the way any more, as far as can be seen; fails where a stop was asked for before.
Done Operation::waitUntilFree(Session &session)
{
    QString told;
    while (true) {
        const auto waiting = std::ranges::find(m_steps, Verdict::Level::Waits, [](const PlannedStep &step) { return step.verdict.level; });
        if (waiting == m_steps.end())
            return {};
        const Error reason = *waiting->verdict.reason;
        if (const QString message = OperationText::waiting(reason); message != told) {
            tell(message);
            told = message;
        }
        if (!pause(m_invocation.stop))
            return std::unexpected(reason);
        if (const Done refreshed = session.refresh(); !refreshed)
            return refreshed;
        m_steps = planAgain(session);
    }
}

/// After an attempt that ended because something was busy, --wait makes another one of what is left.
bool Operation::mayTryAgain(Session &session) const
{
    if (m_reports.empty() || !m_invocation.waits())
        return false;
    const RunReport &last = m_reports.back();
    if (last.stopped || !last.failure || last.failure->kind != Error::Kind::Busy)
        return false;
    tell(OperationText::waiting(*last.failure));
    return pause(m_invocation.stop) && session.refresh();
}

void Operation::showPlan() const
{
    qsizetype width = 0;
    for (const PlannedStep &step : m_steps)
        width = std::max(width, text::verdictWords(step.verdict.level).size());
    for (const PlannedStep &step : m_steps) {
        QString line = text::verdictWords(step.verdict.level).leftJustified(width + 2 + 2 * step.level) + step.title;
        if (step.snapshots > 0)
            line += QStringLiteral(" (%1)").arg(OperationText::snapshots(step.snapshots, step.newSnapshots));
        m_invocation.output.line(line);
        const QString indent(width + 2 + 2 * step.level, u' ');
        const bool isOfAPart = &step != &m_steps.back() && (&step)[1].level > step.level; // which says it itself
        if (isOfAPart)
            continue;
        if (step.verdict.reason)
            m_invocation.output.line(indent + text::oneLine(*step.verdict.reason));
        for (const Cure cure : step.verdict.cures) {
            if (const QString hint = OperationText::cure(cure); !hint.isEmpty())
                m_invocation.output.line(indent + hint);
        }
    }
}

void Operation::showReport(const Session &session, const RunReport &report) const
{
    Output &output = m_invocation.output;
    if (!report.complete()) {
        for (const StepOutcome &outcome : report.steps) {
            output.line(QStringLiteral("%1: %2").arg(text::runStepTitle(outcome.step), OperationText::state(outcome.state)));
        }
        if (report.stopped)
            tell(OperationText::stopped());
    }
    for (const StepOutcome &outcome : report.steps) {
        if (outcome.note)
            output.line(text::oneLine(*outcome.note));
    }
    if (!report.isUnknown)
        output.line(OperationText::done(report.done()));
    std::size_t gone = 0;
    for (const StepOutcome &outcome : report.steps)
        gone += outcome.gone.size();
    if (gone > 0)
        output.line(OperationText::removed(gone));
    if (report.done() > 0 && isUndoable())
        output.line(OperationText::undoWith(
            QStringLiteral("espalierctl undo %1 %2").arg(printable(shellWord(session.location())), toQString(report.runId))));
}

ExitCode Operation::conclude(const Session &session, const Done &result) const
{
    const ExitCode code = exitCode(session, result);
    std::optional<Error> problem;
    if (!result)
        problem = result.error();
    else if (!m_reports.empty())
        problem = m_reports.back().failure;
    if (m_invocation.isJson()) {
        Json runs = Json::array();
        for (const RunReport &report : m_reports)
            runs.push_back(toJson(report));
        Json json{{"path", session.location()}, {"name", session.name()},   {"dry-run", m_invocation.isDryRun()},   {"plan", m_plan},
                  {"runs", std::move(runs)},    {"error", toJson(problem)}, {"exit-code", std::to_underlying(code)}};
        addToJson(json);
        m_invocation.output.line(toQString(dump(json)));
        return code;
    }
    for (const RunReport &report : m_reports)
        showReport(session, report);
    if (m_invocation.isDryRun())
        m_invocation.output.line(OperationText::dryRun());
    if (problem)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(*problem));
    return code;
}

/// A run that changed something and is not complete was partly done, even where no step is.
ExitCode Operation::exitCode(const Session &session, const Done &result) const
{
    const bool isComplete = result && (m_reports.empty() || m_reports.back().complete());
    if (isComplete)
        return ExitCode::Done;
    const bool anyDone
        = std::ranges::any_of(m_reports, [](const RunReport &report) { return report.done() > 0 || report.stopped || report.isUnknown; });
    if (anyDone)
        return ExitCode::Partly;
    if (!result)
        return exitCodeOf(result.error());
    const auto history = session.service().history();
    const auto changed = [&](const RunReport &report) {
        const auto run = std::ranges::find(history->runs, report.runId, &JournalRun::id);
        return run != history->runs.end() && std::ranges::any_of(run->steps, [](const JournalStep &step) {
                   return !step.effects.made.empty() || !step.effects.moved.empty();
               });
    };
    if (history && std::ranges::any_of(m_reports, changed))
        return ExitCode::Partly;
    return exitCodeOf(*m_reports.back().failure);
}

} // namespace espalier::cli
