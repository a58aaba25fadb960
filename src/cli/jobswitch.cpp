// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/prunejobs.h"
#include "text/printable.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Enables or disables a prune job.
class PruneJobSwitch
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobSwitch)

public:
    PruneJobSwitch(Invocation &invocation, bool enable) : m_invocation(invocation), m_enable(enable) {}

    ExitCode run();

private:
    Result<ConfigFileEdits> write(const std::string &id, bool isOwn) const;
    QString remark(const NamedPruneJob &found) const;

    Invocation &m_invocation;
    bool m_enable;
};

ExitCode PruneJobSwitch::run()
{
    const std::string &id = m_invocation.arguments.positionals().front();
    const auto found = readPruneJobList(m_invocation).find(id);
    if (!found)
        return report(m_invocation, found.error());
    const auto edit = write(id, found->isOwn);
    if (!edit)
        return report(m_invocation, edit.error());
    if (edit->text == edit->formerText && !m_invocation.isJson())
        m_invocation.output.line(m_enable ? tr("The prune job \"%1\" is enabled already.").arg(printable(id))
                                          : tr("The prune job \"%1\" is disabled already.").arg(printable(id)));
    else
        printJobEdit(m_invocation, id, *edit, remark(*found));
    return ExitCode::Done;
}

Result<ConfigFileEdits> PruneJobSwitch::write(const std::string &id, bool isOwn) const
{
    if (isOwn)
        return ownJobs(m_invocation).setEnabled(JobKind::Prune, id, m_enable);
    return editHostJob(m_invocation, {JobKind::Prune, id, {{"disable", m_enable ? std::nullopt : std::optional<std::string>("true")}}});
}

QString PruneJobSwitch::remark(const NamedPruneJob &found) const
{
    if (!m_enable)
        return {};
    const QString place = found.notes.place.empty() ? QStringLiteral("DIR") : printable(found.notes.place);
    return tr("What it will remove: %1", "a command")
        .arg(QStringLiteral("espalierctl prune preview %1 --job %2").arg(place, printable(found.job.id)));
}

ExitCode runEnablePruneJob(Invocation &invocation)
{
    return PruneJobSwitch(invocation, true).run();
}

ExitCode runDisablePruneJob(Invocation &invocation)
{
    return PruneJobSwitch(invocation, false).run();
}

} // namespace espalier::cli
