// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// What removes backups.
text::Sentences Messages::ofRemovals() const
{
    switch (m_error.id) {
    case MessageId::RemovalGroupDamaged:
        return {tr("Nothing can be removed from the group \"%1\" in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("Part of it cannot be read, so that nobody can say what it holds."), tr("Look at the findings, and mend it first.")};
    case MessageId::RemovalProtected:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" stays.").arg(a(0), ns(1)), tr("It is protected."),
                tr("Remove its protection first, if it really is to go.")};
    case MessageId::RemovalNewestUnfinished:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" stays.").arg(a(0), ns(1)),
                tr("It is not finished and the newest of its group: it may be a backup that runs."),
                tr("Wait for the next backup; a prune removes what is left of this one then.")};
    case MessageId::RemovalNothing:
        return {tr("Nothing of the group \"%1\" in the namespace \"%2\" is to be removed.").arg(a(0), ns(1)),
                tr("All that the prune would have removed is gone or to be kept by now."), tr("Nothing is to be done.")};
    case MessageId::RemovalForeignFiles:
        return {tr("The group \"%1\" in the namespace \"%2\" cannot be removed.").arg(a(0), ns(1)),
                tr("Files that are not PBS's lie in its directory."), tr("Move them elsewhere, or remove its snapshots only.")};
    case MessageId::RemovalForeignEntry:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" stays.").arg(a(0), ns(1)),
                tr("Something that is no file of PBS lies in it: \"%1\".").arg(a(2)), tr("Look at it, and move it elsewhere.")};
    case MessageId::RemovalKept:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" stays.").arg(a(0), ns(1)),
                tr("The group has changed since the preview, and the keep options keep this snapshot now."),
                tr("Make a new preview if more is to go.")};
    case MessageId::RemovalGroupStays:
        return {tr("The group \"%1\" in the namespace \"%2\" stays.").arg(a(0), ns(1)), tr("Something is in it: \"%1\".").arg(a(2)),
                tr("Look at it, and remove the group when it is empty.")};
    case MessageId::RemovalOverBudget:
        return {tr("Nothing was removed, as more would go than was agreed to."),
                tr("Snapshots that would go: %1; agreed to: %2.").arg(a(0), a(1)),
                tr("Look at what would go, and agree to its number (--max-removed, --max-share).")};
    case MessageId::RemovalEmptiesGroup:
        return {tr("Nothing was removed: the group \"%1\" in the namespace \"%2\" would lose its last snapshot.").arg(a(0), ns(1)),
                tr("That has to be agreed to."),
                tr("Use --max-removed with the number of snapshots, and --allow-last, if the group really is to go.")};
    case MessageId::UndoRemoved:
        return {
            tr("What was removed from the group \"%1\" in the namespace \"%2\" does not come back (snapshots: %3).").arg(a(0), ns(1), a(2)),
            tr("Removing is for good."), tr("The journal of the run says what they were.")};
    default: return {};
    }
}

} // namespace espalier
