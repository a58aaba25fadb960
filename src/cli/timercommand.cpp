// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "core/datastore/session.h"
#include "core/fs/native.h"
#include "core/jobrun/duetimer.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Has systemd run due jobs.
class TimerCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::TimerCommand)

public:
    explicit TimerCommand(Invocation &invocation)
        : m_invocation(invocation)
        , m_timer(fs::nativeFileSystem(), defaultConfigHome(), toStdString(QCoreApplication::applicationFilePath()))
    {
    }

    ExitCode install();
    ExitCode remove();
    ExitCode status() const;

private:
    ExitCode conclude(const Done &done, const QString &words) const;

    Invocation &m_invocation;
    DueTimer m_timer;
};

ExitCode TimerCommand::install()
{
    if (!m_invocation.isDryRun())
        return conclude(m_timer.install(), tr("Due jobs run while you are logged in; \"loginctl enable-linger\" lets them run always."));
    m_invocation.output.text(m_timer.service() + "\n" + DueTimer::timer());
    return ExitCode::Done;
}

ExitCode TimerCommand::remove()
{
    return conclude(m_invocation.isDryRun() ? Done() : m_timer.remove(), tr("Due jobs are no longer run by systemd."));
}

ExitCode TimerCommand::conclude(const Done &done, const QString &words) const
{
    if (!done)
        return report(m_invocation, done.error());
    if (m_invocation.isJson())
        return status();
    m_invocation.output.line(words);
    return ExitCode::Done;
}

ExitCode TimerCommand::status() const
{
    const DueTimer::State state = m_timer.state();
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump({{"installed", state.isInstalled},
                                                 {"active", state.isActive},
                                                 {"program", state.program.empty() ? Json() : Json(state.program)},
                                                 {"cron-line", m_timer.cronLine()}})));
    else if (!state.isInstalled)
        m_invocation.output.line(tr("systemd does not run due jobs; \"espalierctl timer install\" has it do so."));
    else if (state.isActive)
        m_invocation.output.line(tr("systemd runs due jobs every minute, with \"%1\".").arg(printable(state.program)));
    else
        m_invocation.output.line(tr("The timer is installed, with \"%1\", and does not run.").arg(printable(state.program)));
    return ExitCode::Done;
}

ExitCode runInstallTimer(Invocation &invocation)
{
    return TimerCommand(invocation).install();
}

ExitCode runRemoveTimer(Invocation &invocation)
{
    return TimerCommand(invocation).remove();
}

ExitCode runTimerStatus(Invocation &invocation)
{
    return TimerCommand(invocation).status();
}

} // namespace espalier::cli
