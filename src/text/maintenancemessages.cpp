// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Maintenance modes that are set for a while.
text::Sentences Messages::ofMaintenance() const
{
    switch (m_error.id) {
    case MessageId::MaintenanceNoBootCheck:
        return {tr("No maintenance mode was set."),
                tr("Nothing would end it if the host restarts meanwhile: the service espalier-guardian is not there, or not enabled."),
                tr("Install the package espalier-agent on the host, and do not mask its service.")};
    case MessageId::MaintenanceNoGuardian:
        return {tr("The maintenance mode cannot be changed."),
                tr("That needs root's rights, and \"%1\" could not be started with them.").arg(a(0)),
                tr("Log in as root; or install the package espalier-agent there, and let sudo start that program without a password.")};
    case MessageId::MaintenanceNoServer:
        return {tr("No maintenance mode was set."), tr("No PBS is to be seen that has \"%1\".").arg(a(0)),
                tr("Connect to the host of the PBS that uses this directory.")};
    case MessageId::MaintenanceHeld:
        return {tr("No maintenance mode was set."), tr("Espalier has set one for the datastore \"%1\" already.").arg(a(0)),
                tr("Wait until it ends, or end it with \"espalierctl maintenance clear\".")};
    case MessageId::MaintenanceSame:
        return {tr("Nothing was changed."), tr("The datastore \"%1\" is in the maintenance mode \"%2\" already.").arg(a(0), a(1)),
                tr("Whoever set it ends it; it is of the same use until then.")};
    case MessageId::MaintenanceRefused:
        return {tr("No maintenance mode was set."), tr("PBS itself has the datastore \"%1\" in the mode \"%2\".").arg(a(0), a(1)),
                tr("Wait until that has ended.")};
    case MessageId::MaintenanceMessageRefused:
        return {
            tr("This message cannot be set."),
            tr("PBS takes one line of at most 64 characters; quotes, backslashes, percent signs, commas and equals signs would be shown wrongly by it."),
            tr("Write another message.")};
    case MessageId::MaintenanceNoteDamaged:
        return {tr("It is not known which maintenance mode was there before."), tr("The note \"%1\" cannot be read.").arg(a(0)),
                tr("Look at the mode in PBS, set it as it shall be, and remove the note as root.")};
    case MessageId::MaintenanceGuardianLost:
        return {tr("It is not known whether the maintenance mode of \"%1\" was ended.").arg(a(0)),
                tr("What guards it ended without saying so."), tr("Look with \"espalierctl maintenance show\".")};
    case MessageId::MaintenanceLeftOver:
        return {tr("The maintenance mode of \"%1\" was left behind.").arg(a(0)),
                tr("Espalier set it for a while, and what should have ended it was ended itself."),
                tr("End it with \"espalierctl maintenance clear\"; else that happens when the host starts again.")};
    default: return {};
    }
}

} // namespace espalier
