// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/planscript.h"

#include "text/messages.h"
#include "text/printable.h"
#include "text/steptext.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier {

/// Writes one script.
class PlanScript
{
    Q_DECLARE_TR_FUNCTIONS(espalier::PlanScript)

public:
    PlanScript(ScriptFlavour flavour, const std::string &storePath) : m_flavour(flavour), m_storePath(storePath) {}

    void addHead(const Plan &plan, const std::string &storeName);
    void addStep(const Step &step);
    std::string finished();

private:
    void addComment(const QString &text) { addComment(toStdString(text)); }
    void addComment(const std::string &text);
    void addByHand(const Step &step, const StepCommands &commands);
    void endCommand();

    ScriptFlavour m_flavour;
    std::string m_storePath;
    std::string m_text = "#!/bin/sh\n";
    std::string m_comments; ///< Of the changes that m_command does.
    ShellCommand m_command; ///< Still grows.
};

/// Whatever is in @p text, nothing of it is seen by the shell.
void PlanScript::addComment(const std::string &text)
{
    m_comments += "# ";
    for (const char c : text) {
        m_comments += c == '\r' ? ' ' : c;
        if (c == '\n')
            m_comments += "# ";
    }
    m_comments += '\n';
}

void PlanScript::addHead(const Plan &plan, const std::string &storeName)
{
    std::size_t groups = 0;
    std::size_t snapshots = 0;
    for (const Step &step : plan.steps) {
        if (step.verdict.level > Verdict::Level::Waits || step.groups() == 0)
            continue;
        groups += step.groups();
        snapshots += step.snapshots();
    }
    addComment(tr("Changes to the datastore \"%1\" (%2), planned with Espalier.").arg(printable(storeName), printable(m_storePath)));
    addComment(tr("%1 with %2 move.").arg(tr("%n group(s)", nullptr, int(groups)), tr("%n snapshot(s)", nullptr, int(snapshots))));
    addComment(tr("The first command that fails ends the script; what was done by then stays."));
    if (m_flavour == ScriptFlavour::Espalierctl) {
        addComment(tr("What is given to the script, such as --wait or --yes, is given to each command."));
        m_text += m_comments + "set -e\n";
    } else {
        addComment(tr("Client and server must be Proxmox Backup 4.1.10 or newer: \"proxmox-backup-client version\" tells both."));
        addComment(tr("PBS_REPOSITORY names the user, the server and the datastore; where PBS_PASSWORD is set, no password is asked for."));
        m_text += m_comments + "set -e\n: \"${PBS_REPOSITORY:?USER@REALM@SERVER:DATASTORE}\"\n";
    }
    m_comments.clear();
}

void PlanScript::addStep(const Step &step)
{
    StepCommands commands = stepCommands(step, m_flavour, m_storePath);
    const bool joins
        = commands.byHand == ByHand::Nothing && commands.commands.size() == 1 && joinMoves(m_command, commands.commands.front());
    if (!joins)
        endCommand();
    addComment(text::changeTitle(step.change));
    if (commands.byHand != ByHand::Nothing)
        return addByHand(step, commands);
    for (std::size_t i = 0; i < commands.commands.size() && !joins; ++i) {
        if (i > 0)
            endCommand();
        m_command = std::move(commands.commands[i]);
    }
}

void PlanScript::addByHand(const Step &step, const StepCommands &commands)
{
    switch (commands.byHand) {
    case ByHand::Nothing: break;
    case ByHand::NotPossible:
        addComment(tr("Left out: %1").arg(step.verdict.reason ? text::oneLine(*step.verdict.reason) : QString()));
        break;
    case ByHand::NotesOfAGroup:
        addComment(tr("By hand: PBS's client has no command for the notes of a group. Enter them in PBS's web interface:"));
        addComment(std::get<ChangeNotes>(step.change).notes);
        break;
    case ByHand::ForeignEntries:
        addComment(tr("By hand: a group holds files that are not PBS's. PBS's own move would leave its directory behind, without an owner. "
                      "Move these files away first, then:"));
        break;
    }
    for (const ShellCommand &command : commands.commands)
        addComment(shellLine(command));
    endCommand();
}

void PlanScript::endCommand()
{
    if (m_comments.empty() && m_command.empty())
        return;
    if (!m_comments.empty())
        m_text += '\n' + m_comments;
    if (!m_command.empty())
        m_text += shellLine(m_command) + (m_flavour == ScriptFlavour::Espalierctl ? " \"$@\"\n" : "\n");
    m_comments.clear();
    m_command.clear();
}

std::string PlanScript::finished()
{
    endCommand();
    return std::move(m_text);
}

std::string text::planScript(const Plan &plan, ScriptFlavour flavour, const std::string &storeName, const std::string &storePath)
{
    PlanScript script(flavour, storePath);
    script.addHead(plan, storeName);
    for (const Step &step : plan.steps)
        script.addStep(step);
    return script.finished();
}

} // namespace espalier
