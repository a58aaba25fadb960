// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Who may write, and what is locked.
text::Sentences Messages::ofAccess() const
{
    switch (m_error.id) {
    // who may write
    case MessageId::WriteS3Cache:
        return {tr("The datastore \"%1\" is read-only here.").arg(a(0)),
                tr("Its backups lie in an S3 bucket, and this directory is only a cache: changes here would be lost."),
                tr("Use PBS's own interface for this datastore.")};
    case MessageId::WriteMaintenance:
        return {tr("The datastore \"%1\" is read-only now.").arg(a(0)), tr("PBS has it in the maintenance mode \"%1\".").arg(a(1)),
                tr("Wait until that has ended, or end it in PBS.")};
    case MessageId::WriteReadOnlyMount:
        return {tr("\"%1\" is read-only.").arg(a(0)), tr("Its file system is mounted read-only."),
                tr("Mount it for writing, and open it again.")};
    case MessageId::WriteForeignFileSystem:
        return {tr("\"%1\" is read-only here.").arg(a(0)),
                tr("It lies on another computer (%1), where locks that are taken here protect nothing.").arg(a(1)),
                tr("Run the program on the computer that has the disk.")};
    case MessageId::WriteUnknownFileSystem:
        return {tr("\"%1\" is read-only here.").arg(a(0)),
                tr("Nothing is known about its file system (%1), so that locks may not protect anything.").arg(a(1)),
                tr("Move the datastore to ext4, xfs, btrfs or zfs, or use PBS's own interface.")};
    case MessageId::WriteWindowsDirectory:
        return {tr("\"%1\" is read-only here.").arg(a(0)),
                tr("It lies on Windows, where a directory cannot have the name of a snapshot, which contains colons."),
                tr("Open the datastore on the host that has it, over SSH.")};
    case MessageId::WriteNeedsUser:
        return {tr("\"%1\" is read-only for you.").arg(a(0)), tr("Only the user %1 may change it.").arg(a(1)), tr("Run: %1").arg(a(2))};
    case MessageId::WriteRunDirectoryUnreadable:
        return {
            tr("The datastore is read-only here."),
            tr("A PBS runs on this computer, but its run directory \"%1\" cannot be opened, and so its locks cannot be seen.").arg(a(0)),
            tr("Run the program as the user backup.")};
    case MessageId::WriteConfigUnreadable:
        return {tr("The datastore is read-only here."),
                tr("A PBS is installed on this computer, but its configuration \"%1\" cannot be read.").arg(a(0)),
                tr("Run the program as root or as the user backup.")};
    case MessageId::WriteNotConfigured:
        return {
            tr("\"%1\" is read-only here.").arg(a(0)),
            tr("A PBS is installed on this computer, but \"%1\" does not name this directory: another server may be using it.").arg(a(1)),
            tr("Add the datastore to this PBS, or run the program on the server that uses it.")};
    case MessageId::WriteLockHeld:
        return {tr("\"%1\" is in use.").arg(a(0)),
                tr("The process %1 holds its lock, and no PBS that it could belong to is to be seen.").arg(a(1)),
                tr("Wait until that process has ended.")};
    case MessageId::WriteHostPbsElsewhere:
        return {tr("\"%1\" is read-only with this --pbs-root.").arg(a(0)),
                tr("The PBS of this computer uses this directory as its datastore \"%1\", and its locks would not be seen.").arg(a(1)),
                tr("Leave out --pbs-root.")};
    case MessageId::WriteHostPbsUnreadable:
        return {tr("\"%1\" is read-only with this --pbs-root.").arg(a(0)),
                tr("This computer has a PBS whose configuration cannot be read, so that it may be using this directory."),
                tr("Run the program as root or as the user backup.")};
    case MessageId::WriteStoreNotMounted:
        return {tr("The datastore \"%1\" is read-only now.").arg(a(0)), tr("It is removable, and its disk is not mounted by PBS."),
                tr("Mount it in PBS, and open it again.")};
    case MessageId::WriteRunDirectoryMissing:
        return {tr("\"%1\" is read-only now.").arg(a(0)),
                tr("PBS is configured to use it, but the run directory \"%1\" is missing, so that there is no place for locks.").arg(a(1)),
                tr("Start PBS, and open the datastore again.")};
    case MessageId::WriteOwnerNotBackup:
        return {tr("\"%1\" is read-only.").arg(a(0)),
                tr("Its directory belongs to %1, but PBS needs %2, and what would be created could not be used.").arg(a(1), a(2)),
                tr("Give the datastore to the user backup, and open it again.")};
    case MessageId::WriteStoreAmbiguous:
        return {tr("\"%1\" is read-only.").arg(a(0)),
                tr("PBS's configuration gives it several names (%1), so that the right locks are not known.").arg(a(1)),
                tr("Leave only one of them in PBS's configuration.")};
    case MessageId::WriteUnseenServers:
        return {tr("Nobody can see from here whether a server uses \"%1\".").arg(a(0)),
                tr("No PBS runs on this computer, but one in a container or on another computer may use the same directory."),
                tr("Make sure that no server uses it before you apply changes.")};

    // locks
    case MessageId::GroupBusy:
        return {tr("The group \"%1\" is in use.").arg(a(0)),
                a(1).isEmpty() ? tr("Something holds its lock.") : tr("This holds its lock: %1.").arg(task(1)),
                tr("Wait until that has ended, and try again.")};
    case MessageId::SnapshotBusy:
        return {tr("The snapshot \"%1\" is in use.").arg(a(0)),
                a(1).isEmpty() ? tr("Something holds its lock.") : tr("This holds its lock: %1.").arg(task(1)),
                tr("Wait until that has ended, and try again.")};
    case MessageId::GarbageCollectionRunning:
        return {tr("A garbage collection of \"%1\" is running.").arg(a(0)), tr("Nothing may be moved while it looks for used chunks."),
                tr("Wait for its end.")};
    case MessageId::LockFailed:
        return {tr("The lock \"%1\" cannot be taken.").arg(a(0)), tr("The system says: %1.").arg(a(1)),
                tr("Check who may write into that directory; it belongs to the user backup.")};
    case MessageId::LockNameTooLong:
        return {tr("\"%1\" cannot be changed.").arg(a(0)), tr("Its name is so long that PBS itself cannot make its lock file."),
                tr("Leave it where it is; it can be read and restored.")};
    case MessageId::LockNameCollides:
        return {tr("\"%1\" cannot be changed.").arg(a(0)), tr("Its lock would need the same file as \"%1\".").arg(a(1)),
                tr("Rename the namespace that is in the way.")};
    default: return {};
    }
}

} // namespace espalier
