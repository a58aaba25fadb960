// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/prunejobs.h"
#include "text/difftext.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Enables or disables a job.
class JobSwitch
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::JobSwitch)

public:
    JobSwitch(Invocation &invocation, bool enable) : m_invocation(invocation), m_enable(enable) {}

    ExitCode switchPruneJob();
    ExitCode switchSyncJob();

private:
    const std::string &id() const { return m_invocation.arguments.positionals().front(); }
    ExitCode conclude(const Result<ConfigFileEdits> &edit, bool wasEnabled, const QString &remark) const;
    void printJson(const ConfigFileEdits &edit, bool isChanged) const;
    QString remark(const NamedPruneJob &found) const;

    Invocation &m_invocation;
    bool m_enable;
};

ExitCode JobSwitch::switchPruneJob()
{
    const auto found = readPruneJobList(m_invocation).find(id(), MessageId::PruneJobUnknown);
    if (!found)
        return report(m_invocation, found.error());
    const JobState wanted{JobKind::Prune, id(), {{"disable", m_enable ? std::nullopt : std::optional<std::string>("true")}}};
    const auto edit = found->isOwn ? ownJobs(m_invocation).setEnabled(JobKind::Prune, id(), m_enable) : editHostJob(m_invocation, wanted);
    return conclude(edit, found->job.isEnabled(), remark(*found));
}

/// Those of a PBS have no such property.
ExitCode JobSwitch::switchSyncJob()
{
    const auto found = findOwnJob(ownJobs(m_invocation), {JobKind::Sync, id()});
    if (!found)
        return report(m_invocation, found.error());
    const auto edit = ownJobs(m_invocation).setEnabled(JobKind::Sync, id(), m_enable);
    return conclude(edit, isEnabled(*found), m_enable ? tr("The sync job \"%1\" runs when it is due.").arg(printable(id())) : QString());
}

ExitCode JobSwitch::conclude(const Result<ConfigFileEdits> &edit, bool wasEnabled, const QString &remark) const
{
    if (!edit)
        return report(m_invocation, edit.error());
    const bool isChanged = wasEnabled != m_enable;
    if (m_invocation.isJson()) {
        printJson(*edit, isChanged);
    } else if (!isChanged) {
        m_invocation.output.line(m_enable ? tr("The job \"%1\" is enabled already.").arg(printable(id()))
                                          : tr("The job \"%1\" is disabled already.").arg(printable(id())));
    } else {
        for (const QString &line : text::diffLines(*edit))
            m_invocation.output.line(line);
        if (!remark.isEmpty())
            m_invocation.output.line(remark);
    }
    return ExitCode::Done;
}

void JobSwitch::printJson(const ConfigFileEdits &edit, bool isChanged) const
{
    m_invocation.output.line(toQString(dump({{"job", id()},
                                             {"file", fileName(edit.file)},
                                             {"dry-run", m_invocation.isDryRun()},
                                             {"changed", isChanged},
                                             {"diff", edit.diff()}})));
}

QString JobSwitch::remark(const NamedPruneJob &found) const
{
    if (!m_enable)
        return {};
    const QString place = found.notes.place.empty() ? QStringLiteral("DIR") : printable(found.notes.place);
    return tr("What it will remove: %1", "a command")
        .arg(QStringLiteral("espalierctl prune preview %1 --job %2").arg(place, printable(found.job.id)));
}

ExitCode runEnablePruneJob(Invocation &invocation)
{
    return JobSwitch(invocation, true).switchPruneJob();
}

ExitCode runDisablePruneJob(Invocation &invocation)
{
    return JobSwitch(invocation, false).switchPruneJob();
}

ExitCode runEnableSyncJob(Invocation &invocation)
{
    return JobSwitch(invocation, true).switchSyncJob();
}

ExitCode runDisableSyncJob(Invocation &invocation)
{
    return JobSwitch(invocation, false).switchSyncJob();
}

} // namespace espalier::cli
