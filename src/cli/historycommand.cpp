// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/table.h"
#include "text/historywords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace espalier::cli {

/// Lists the runs that worked on a datastore, newest first.
class HistoryCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::HistoryCommand)

public:
    explicit HistoryCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    void printText(const History &history) const;
    void printJson(const Session &session, const History &history) const;
    static QString state(const JournalRun &run);

    Invocation &m_invocation;
};

ExitCode HistoryCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto history = session->service().history();
    if (!history)
        return report(m_invocation, history.error());
    if (m_invocation.isJson())
        printJson(*session, *history);
    else
        printText(*history);
    return ExitCode::Done;
}

QString HistoryCommand::state(const JournalRun &run)
{
    if (!run.undoneBy.empty())
        return tr("undone");
    if (run.isRunning)
        return tr("under way");
    if (!run.endedAt)
        return tr("did not end");
    if (run.count(StepState::Completed) < run.steps.size())
        return tr("partly done");
    return run.undoes.empty() ? tr("done", "a run") : tr("undid %1").arg(toQString(run.undoes));
}

void HistoryCommand::printText(const History &history) const
{
    for (const Error &problem : history.problems)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(problem));
    if (history.runs.empty()) {
        m_invocation.output.line(tr("Nothing was done here yet."));
        return;
    }
    const std::vector<Align> columns{Align::Left, Align::Left, Align::Left, Align::Right, Align::Left, Align::Left};
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Run"), tr("Started"), tr("What"), tr("Steps"), tr("State"), tr("By")});
        for (const JournalRun &run : history.runs) {
            const QString started = QDateTime::fromSecsSinceEpoch(run.startedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
            const QString steps = QStringLiteral("%1/%2").arg(run.count(StepState::Completed)).arg(run.steps.size());
            print({toQString(run.id), started, text::historyTitle(run), steps, state(run), printable(run.by)});
        }
    });
}

void HistoryCommand::printJson(const Session &session, const History &history) const
{
    Json runs = Json::array();
    for (const JournalRun &run : history.runs) {
        runs.push_back(toJson(run));
        runs.back()["what"] = toStdString(text::historyTitle(run));
    }
    Json problems = Json::array();
    for (const Error &problem : history.problems)
        problems.push_back(toJson(problem));
    m_invocation.output.line(toQString(
        dump({{"path", session.location()}, {"name", session.name()}, {"runs", std::move(runs)}, {"problems", std::move(problems)}})));
}

ExitCode runHistory(Invocation &invocation)
{
    return HistoryCommand(invocation).run();
}

} // namespace espalier::cli
