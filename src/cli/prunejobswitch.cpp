// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/terminal.h"
#include "core/datastore/configwriter.h"
#include "core/fs/posix.h"
#include "core/pbs/configjson.h"
#include "core/plan/configplan.h"
#include "text/difftext.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Enables or disables a prune job of a PBS.
class PruneJobSwitch
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobSwitch)

public:
    PruneJobSwitch(Invocation &invocation, bool enable)
        : m_invocation(invocation)
        , m_wanted{JobKind::Prune,
                   invocation.arguments.positionals().front(),
                   {{"disable", enable ? std::nullopt : std::optional<std::string>("true")}}}
        , m_writer(fs::posixFileSystem(), absolutePath(invocation.arguments.value("--pbs-root").value_or("/")))
    {
    }

    ExitCode run();

private:
    Done read();
    bool isDone() const;
    void show() const;
    Done write() const;

    Invocation &m_invocation;
    JobState m_wanted;
    ConfigWriter m_writer;
    ConfigFileEdits m_edit; ///< The same text twice where nothing is to be done.
};

ExitCode PruneJobSwitch::run()
{
    if (const Done read = this->read(); !read)
        return report(m_invocation, read.error());
    if (!m_invocation.isJson())
        show();
    if (!isDone() && !m_invocation.isDryRun()) {
        if (const Done written = write(); !written)
            return report(m_invocation, written.error());
    }
    if (m_invocation.isJson()) {
        Json diff = Json::array();
        for (const std::string &line : m_edit.diff())
            diff.push_back(line);
        m_invocation.output.line(toQString(dump({{"job", m_wanted.id},
                                                 {"file", fileName(m_edit.file)},
                                                 {"dry-run", m_invocation.isDryRun()},
                                                 {"changed", !isDone()},
                                                 {"diff", std::move(diff)}})));
    }
    return ExitCode::Done;
}

Done PruneJobSwitch::read()
{
    const auto present = readConfigFile(*fs::posixFileSystem(), m_writer.directory(), ConfigFile::PruneJobs);
    if (!present)
        return failWith(present);
    auto text = edited(present->text, m_wanted);
    if (!text)
        return failWith(text);
    m_edit = {ConfigFile::PruneJobs, present->digest, present->text,
              saysTheSame(ConfigFile::PruneJobs, *text, present->text) ? present->text : *text};
    return {};
}

bool PruneJobSwitch::isDone() const
{
    return m_edit.text == m_edit.formerText;
}

void PruneJobSwitch::show() const
{
    if (isDone()) {
        m_invocation.output.line(m_wanted.values.front().value
                                     ? tr("The prune job \"%1\" is disabled already.").arg(printable(m_wanted.id))
                                     : tr("The prune job \"%1\" is enabled already.").arg(printable(m_wanted.id)));
        return;
    }
    for (const QString &line : text::diffLines(m_edit))
        m_invocation.output.line(line);
    if (!m_wanted.values.front().value)
        m_invocation.output.line(tr("What it will remove: %1", "a command")
                                     .arg(QStringLiteral("espalierctl prune preview DIR --job %1").arg(printable(m_wanted.id))));
}

Done PruneJobSwitch::write() const
{
    return m_writer.write({.wanted = m_wanted, .before = m_edit.before});
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
