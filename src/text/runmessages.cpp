// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Runs, undo, recovery.
text::Sentences Messages::ofRuns() const
{
    switch (m_error.id) {
    case MessageId::RunNotPossible:
        return {tr("Nothing was changed, because not all of the plan can be done."),
                tr("Refused steps: %1. Steps that need attention: %2.").arg(a(0), a(1)),
                tr("Remove these steps, or do what they ask for.")};
    case MessageId::RunStateChanged:
        return {tr("\"%1\" is not as it was when the change was planned.").arg(a(0)),
                tr("Something else changed \"%1\" in the meantime.").arg(a(1)), tr("Reload, and plan it again.")};
    case MessageId::JournalUnwritable:
        return {tr("The journal \"%1\" cannot be written.").arg(a(0)),
                tr("Without it nothing could be undone, so nothing was changed. The system says: %1.").arg(a(1)),
                tr("Check the space and who may write there.")};
    case MessageId::JournalDamaged:
        return {tr("The journal \"%1\" is damaged.").arg(a(0)), tr("Line %1 cannot be understood.").arg(a(1)),
                tr("Look at the tree: what it shows is what is on the disk.")};
    case MessageId::JournalVersion:
        return {tr("The journal \"%1\" was written by a newer version.").arg(a(0)),
                tr("It has the format %1, which this version does not know.").arg(a(1)), tr("Use the newer version.")};
    case MessageId::RunNotFound:
        return {tr("There is no run \"%1\".").arg(a(0)), tr("The journal does not name it."), tr("Look into the history.")};
    case MessageId::RunNothingToUndo:
        return {tr("There is nothing to undo in \"%1\".").arg(a(0)), tr("No change was made by this program, or all were undone."),
                tr("Look into the history.")};
    case MessageId::RunAlreadyUndone: return {tr("The run \"%1\" was undone already.").arg(a(0)), {}, tr("Look into the history.")};
    case MessageId::RunNamespaceStays:
        return {tr("The namespace \"%1\" stays.").arg(ns(0)), tr("Something is in it: \"%1\".").arg(a(1)),
                tr("Look at it, and delete the namespace when it is empty.")};
    case MessageId::RunInProgress:
        return {tr("The run \"%1\" is under way.").arg(a(0)), tr("Another window, program or administrator is at it."),
                tr("Wait until it has ended.")};
    case MessageId::RunNothingToFinish:
        return {tr("There is nothing to finish in the run \"%1\".").arg(a(0)), tr("It is complete, or it is an undo."),
                tr("Look into the history. An undo is finished by undoing the same run again.")};
    case MessageId::RecoveryChanged:
        return {tr("This step is neither done nor as it was before."), tr("Something else changed it since; it is left as it is."),
                tr("Look at the tree, and plan what is missing again.")};
    case MessageId::UndoChangedSince:
        return {tr("The file \"%1\" of the group \"%2\" in the namespace \"%3\" stays as it is.").arg(a(0), a(1), ns(2)),
                tr("Somebody changed it after the run."), tr("Change it by hand, if the old content is wanted.")};
    case MessageId::RunUnfinished:
        return {tr("The run \"%1\" did not end.").arg(a(0)),
                tr("The program was stopped in the middle of it, for example by a power failure."),
                tr("Look at what it did, and undo it or plan the rest again.")};
    case MessageId::UndoTimesCollide:
        return {tr("The group \"%1\" cannot go back into the namespace \"%2\".").arg(a(0), ns(1)),
                tr("A snapshot of the same time is there already: %1.").arg(a(2)),
                tr("Compare both snapshots, and forget the one that is not needed.")};
    case MessageId::UndoOwnersDiffer:
        return {tr("The group \"%1\" cannot go back into the namespace \"%2\".").arg(a(0), ns(1)),
                tr("The group that is there now belongs to %1, what would come back belongs to %2.").arg(a(2), a(3)),
                tr("Change one of the owners in PBS.")};
    case MessageId::UndoGone:
        return {tr("The group \"%1\" cannot be brought back into the namespace \"%2\".").arg(a(0), ns(1)),
                tr("It is at neither place now: it was moved or deleted in the meantime."), tr("Look where it is.")};
    case MessageId::UndoNotesDiffer:
        return {tr("The group \"%1\" cannot go back into the namespace \"%2\".").arg(a(0), ns(1)),
                tr("Both places have notes for it, and they differ."), tr("Make the notes equal, or remove one of them.")};
    case MessageId::UserSwitchFailed:
        return {tr("The program cannot become the user %1.").arg(a(0)), tr("The system says: %1.").arg(a(1)),
                tr("Run the program as root, or as that user.")};
    default: return {};
    }
}

} // namespace espalier
