// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Hosts over ssh, and the agent on them.
text::Sentences Messages::ofHosts() const
{
    switch (m_error.id) {
    case MessageId::SshNotInstalled:
        return {tr("No host can be reached."), tr("The program \"%1\" cannot be started.").arg(a(0)),
                tr("Install the OpenSSH client, and try again.")};
    case MessageId::SshDenied:
        return {tr("\"%1\" did not let you in.").arg(a(0)), tr("ssh says: \"%1\".").arg(a(1)),
                tr("Check the user's name, and that its key or password is the right one.")};
    case MessageId::SshUnreachable:
        return {tr("\"%1\" cannot be reached.").arg(a(0)), tr("ssh says: \"%1\".").arg(a(1)),
                tr("Check the host's name, the network, and that its ssh server runs.")};
    case MessageId::SshHostKeyUnknown:
        return {tr("\"%1\" was not connected to.").arg(a(0)), tr("Its key is not known here, and nobody said that it is the right one."),
                tr("Compare the fingerprint with the one that the host's administrator gives you, and connect again.")};
    case MessageId::SshHostKeyChanged:
        return {tr("\"%1\" was not connected to.").arg(a(0)),
                tr("Its key is another one than before: somebody may be listening between you and the host, or it was installed anew."),
                tr("Ask the host's administrator. Only if the new key is right, remove the old one with \"ssh-keygen -R %1\".").arg(a(0))};
    case MessageId::SshFailed:
        return {tr("\"%1\" was not connected to.").arg(a(0)), tr("ssh says: \"%1\".").arg(a(1)),
                tr("Try \"ssh %1\" in a terminal: Espalier calls the same program.").arg(a(0))};
    case MessageId::ConnectionLost:
        return {tr("The connection to \"%1\" was lost.").arg(a(0)),
                tr("A run that was under way there ends after the step it is at, and counts as interrupted."),
                tr("Connect again; what is left of such a run can be finished or undone then.")};
    case MessageId::ConnectionSilent:
        return {tr("The connection to \"%1\" was lost.").arg(a(0)), tr("Nothing has come from it for %1 seconds.").arg(a(1)),
                tr("Check the network, and connect again.")};
    default: return ofAgent();
    }
}

text::Sentences Messages::ofAgent() const
{
    switch (m_error.id) {
    case MessageId::AgentMissing:
        return {tr("Nothing can be done on \"%1\".").arg(a(0)),
                tr("It is a machine of the type %1, for which this installation has no agent.").arg(a(1)),
                tr("Install the package espalier-agent there.")};
    case MessageId::AgentShellFailed:
        return {tr("Nothing can be done on \"%1\".").arg(a(0)),
                tr("Its login shell did not run what it was asked to; it said: \"%1\".").arg(a(1)),
                tr("Use a login that is allowed to run programs there.")};
    case MessageId::AgentUploadFailed:
        return {tr("The agent could not be put on \"%1\".").arg(a(0)),
                tr("It belongs into \"%1\" there, and the host says: \"%2\".").arg(a(1), a(2)),
                tr("Make room there, or install the package espalier-agent on the host.")};
    case MessageId::AgentNotExecutable:
        return {tr("The agent cannot be started on \"%1\".").arg(a(0)),
                tr("It was put into \"%1\", where the host does not let programs run.").arg(a(1)),
                tr("Install the package espalier-agent on the host.")};
    case MessageId::AgentStartFailed:
        return {tr("The agent could not be started on \"%1\".").arg(a(0)), tr("The host says: \"%1\".").arg(a(1)),
                tr("Install the package espalier-agent on the host.")};
    case MessageId::AgentVersionDiffers:
        return {tr("The agent on \"%1\" is of another version.").arg(a(0)), tr("It speaks %1, and this program %2.").arg(a(1), a(2)),
                tr("Install the same version at both ends.")};
    case MessageId::AgentBadAnswer:
        return {tr("The answer of \"%1\" cannot be understood.").arg(a(0)), tr("It should have %1.").arg(expected(1)),
                tr("Nothing was done with it. Connect again; if it happens again, the host is not to be trusted.")};
    case MessageId::AgentRequestBad:
        return {tr("The agent was asked for something that it does not know."), tr("Expected was %1.").arg(expected(0)),
                tr("Install the same version at both ends.")};
    default: return ofMounts();
    }
}

text::Sentences Messages::ofMounts() const
{
    switch (m_error.id) {
    case MessageId::WriteNeedsAgent:
        return {
            tr("\"%1\" is read-only for you.").arg(a(0)),
            tr("Only PBS's own user may change it, and you are %1 on \"%2\".").arg(a(2), a(1)),
            tr("Log in as root; or install the package espalier-agent there, and let sudo start it with the line \"%1\" below /etc/sudoers.d, which lets you change every datastore there.")
                .arg(a(3))};
    case MessageId::MountProgramMissing:
        return {tr("Nothing can be mounted."), tr("The program \"%1\" cannot be started.").arg(a(0)),
                tr("Install the package sshfs, and try again.")};
    case MessageId::MountNotOnWindows:
        return {tr("\"%1\" cannot be mounted here.").arg(a(0)), tr("There is no sshfs on Windows."),
                tr("Work on the host instead: that needs no mount.")};
    case MessageId::MountFailed:
        return {tr("\"%1\" was not mounted at \"%2\".").arg(a(0), a(1)), tr("The system says: \"%1\".").arg(a(2)),
                tr("Work on the host instead: that needs no mount.")};
    case MessageId::MountDead:
        return {tr("\"%1\" does not answer.").arg(a(0)), tr("It is mounted from \"%1\", and the connection to it is gone.").arg(a(1)),
                tr("Unmount it, or wait until the host can be reached again.")};
    default: return ofMaintenance();
    }
}

} // namespace espalier
