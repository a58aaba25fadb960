// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messages.h"

#include "text/expectations.h"
#include "text/printable.h"

#include <QCoreApplication>

namespace espalier {

/// Turns one error into words. Its name is the context of the translations.
class Messages
{
    Q_DECLARE_TR_FUNCTIONS(espalier::Messages)

public:
    explicit Messages(const Error &error) : m_error(error) {}

    text::Sentences sentences() const;
    static QString nameOfRoot() { return tr("Root", "the namespace at the top of a datastore"); }

private:
    QString a(std::size_t index) const { return index < m_error.args.size() ? printable(m_error.args[index]) : QString(); }
    QString ns(std::size_t index) const { return a(index).isEmpty() ? nameOfRoot() : a(index); }
    QString differences(std::size_t index) const;
    QString expected(std::size_t index) const { return expectation(a(index)); }
    QString job(std::size_t index) const;
    QString behind(std::size_t index) const;

    const Error &m_error;
};

/// A job by its kind and, in the next argument, its id, to stand behind an article.
QString Messages::job(std::size_t index) const
{
    const QString kind = a(index);
    const QString id = a(index + 1);
    if (kind == QLatin1String("sync"))
        return tr("sync job \"%1\"").arg(id);
    if (kind == QLatin1String("prune"))
        return tr("prune job \"%1\"").arg(id);
    if (kind == QLatin1String("verify"))
        return tr("verify job \"%1\"").arg(id);
    if (kind == QLatin1String("tape"))
        return tr("tape backup job \"%1\"").arg(id);
    return kind + u' ' + id;
}

/// What was understood of a text, and in the next argument what should follow.
QString Messages::behind(std::size_t index) const
{
    if (a(index).isEmpty())
        return tr("It should begin with %1.").arg(expected(index + 1));
    return tr("Behind \"%1\" there should be %2.").arg(a(index), expected(index + 1));
}

QString Messages::differences(std::size_t index) const
{
    QStringList words;
    const QStringList names = a(index).split(u',');
    for (const QString &name : names) {
        if (name == u"guest-name")
            words << tr("the guest's name");
        else if (name == u"archives")
            words << tr("the archives");
        else if (name == u"key")
            words << tr("the key");
        else if (name == u"notes")
            words << tr("the notes");
        else
            words << (name == u"unreadable" ? tr("what cannot be read") : name);
    }
    return words.join(QStringLiteral(", "));
}

text::Sentences Messages::sentences() const
{
    switch (m_error.id) {
    // names
    case MessageId::NameEmpty: return {tr("A name is missing (%1).").arg(a(0)), tr("PBS has nothing without a name."), tr("Enter a name.")};
    case MessageId::NameHasForbiddenCharacter:
        return {tr("\"%1\" cannot be used as a name.").arg(a(0)),
                tr("A name begins with a letter, a digit or an underscore, and goes on with these, dots and hyphens."),
                tr("Use another name.")};
    case MessageId::NameTooLong:
        return {tr("The name \"%1\" is too long.").arg(a(0)), tr("It has %1 bytes; %2 are allowed.").arg(a(1), a(2)),
                tr("Use a shorter name.")};
    case MessageId::NamespaceTooDeep:
        return {tr("The namespace \"%1\" would lie too deep.").arg(a(0)), tr("PBS ends at level %1 below the root.").arg(a(1)),
                tr("Choose a parent closer to the root.")};
    case MessageId::NamespaceTooLong:
        return {tr("The path of the namespace \"%1\" is too long.").arg(a(0)),
                tr("All its names and the slashes between them may have %1 bytes together.").arg(a(1)),
                tr("Use shorter names, or a parent closer to the root.")};
    case MessageId::NamespaceMalformed:
        return {tr("\"%1\" is not the path of a namespace.").arg(a(0)),
                tr("A namespace is written as its names with one slash between them, such as a/b/c."), tr("Check the spelling.")};
    case MessageId::BackupTypeUnknown:
        return {tr("\"%1\" is not a type of backup.").arg(a(0)), tr("PBS knows ct, host and vm, in small letters."),
                tr("Use one of these three.")};
    case MessageId::GroupMalformed:
        return {tr("\"%1\" is not a backup group.").arg(a(0)), tr("A group is written as its type and its id, such as vm/100."),
                tr("Check the spelling.")};
    case MessageId::SnapshotTimeMalformed:
        return {tr("\"%1\" is not the time of a snapshot.").arg(a(0)), tr("Snapshots are named like 2026-03-01T22:30:00Z, in UTC."),
                tr("Check the spelling.")};
    case MessageId::SnapshotTimeImpossible:
        return {tr("The time \"%1\" does not exist.").arg(a(0)),
                tr("It is written like the time of a snapshot, but PBS cannot read it, and then fails to list the whole group."),
                tr("If this is the name of a directory, find out what made it, and move it out of the datastore.")};
    case MessageId::SnapshotMalformed:
        return {tr("\"%1\" is not a snapshot.").arg(a(0)),
                tr("A snapshot is written as its group and its time, such as vm/100/2026-03-01T22:30:00Z."), tr("Check the spelling.")};
    case MessageId::AuthIdMalformed:
        return {tr("\"%1\" is neither a user nor an API token.").arg(a(0)),
                tr("A user is written as name@realm, a token as name@realm!token."), tr("Check the spelling.")};
    case MessageId::DigestMalformed:
        return {tr("\"%1\" is not a checksum.").arg(a(0)), tr("A checksum has 64 hexadecimal digits."), tr("Check the spelling.")};
    case MessageId::ArchiveNameMalformed:
        return {tr("\"%1\" is not the name of a file that belongs into a snapshot.").arg(a(0)),
                tr("Such names end with .blob, .didx or .fidx and hold no slashes, blanks or other signs."),
                tr("Do not use this file; find out what wrote its name.")};
    case MessageId::UpidMalformed:
        return {tr("\"%1\" is not the id of a PBS task.").arg(a(0)),
                tr("It should look like UPID:host:…:root@pam: with nine parts between colons."), tr("Check the spelling.")};
    case MessageId::PlaceMalformed:
        return {tr("\"%1\" is not a place where a datastore can be.").arg(a(0)),
                tr("A place is the path of a directory, or ssh://user@host/path."), tr("Check the spelling.")};
    case MessageId::CalendarEventMalformed:
        return {tr("\"%1\" is not a schedule that PBS understands.").arg(a(0)), behind(1),
                tr("Write it like \"daily\", \"mon..fri 22:30\" or \"sat *-1..7 02:00\".")};
    case MessageId::DailyDurationMalformed:
        return {tr("\"%1\" is not a time of the day.").arg(a(0)), behind(1), tr("Write it like \"8:00-17:30\" or \"mon..fri 8-18\".")};
    case MessageId::TimeSpanMalformed:
        return {tr("\"%1\" is not a length of time.").arg(a(0)), behind(1), tr("Write it like \"1h 30m\" or \"2 weeks\".")};
    case MessageId::PruneCaseMalformed:
        return {tr("Line %1 is not a case for the simulator.").arg(a(0)), tr("At byte %1 there should be %2.").arg(a(1), expected(2)),
                tr("The man page tells what a case looks like. The cases before it were done.")};

    // formats
    case MessageId::BlobDamaged:
        return {tr("The file \"%1\" is damaged.").arg(a(0)), tr("At byte %1 there should be %2.").arg(a(1), expected(2)),
                tr("Let PBS verify the snapshot; if this file really is damaged, make a new backup.")};
    case MessageId::BlobTooLarge:
        return {tr("The file \"%1\" is too large to be read.").arg(a(0)),
                tr("Its content has at least %1 bytes; the limit is %2.").arg(a(1), a(2)),
                tr("PBS makes no such files; find out what wrote it.")};
    case MessageId::BlobEncrypted:
        return {tr("The file \"%1\" is encrypted.").arg(a(0)),
                tr("Its content cannot be shown without the key, which only the client has."),
                tr("Use the backup client with the key to read it; moving it needs no key.")};
    case MessageId::IndexDamaged:
        return {
            tr("The index \"%1\" is damaged.").arg(a(0)), tr("At byte %1 there should be %2.").arg(a(1), expected(2)),
            tr("Do not start a garbage collection before this is repaired: PBS aborts it at such an index. Let PBS verify the snapshot.")};
    case MessageId::ManifestDamaged:
        return {tr("The manifest \"%1\" is damaged.").arg(a(0)), tr("At byte %1 there should be %2.").arg(a(1), expected(2)),
                tr("PBS cannot use this snapshot. Let PBS verify it, and make a new backup.")};
    case MessageId::OwnerDamaged:
        return {tr("The owner of the group cannot be read from \"%1\".").arg(a(0)),
                tr("The first line of the file should be %1.").arg(expected(1)),
                tr("Write the right owner into the file as the user backup; until then PBS does not show the group.")};
    case MessageId::ConfigDamaged:
        return {tr("The configuration \"%1\" cannot be read.").arg(a(0)),
                tr("At \"%1\" there should be %2. PBS refuses the whole file, too.").arg(a(1), expected(2)),
                tr("Repair the file, best with PBS's own tools.")};
    case MessageId::ConfigLineIgnored:
        return {tr("A part of the configuration \"%1\" is left out.").arg(a(0)), tr("At \"%1\" there should be %2.").arg(a(1), expected(2)),
                tr("Look what stands there, and repair it.")};
    case MessageId::TimeZoneUnknown:
        return {tr("The time zone \"%1\" is not known here.").arg(a(0)), tr("The system says: %1.").arg(a(1)),
                tr("Install the data on time zones (on Debian the package tzdata), or name another zone.")};

    // file system
    case MessageId::FileNotFound:
        return {tr("\"%1\" does not exist.").arg(a(0)), tr("It may have been moved or deleted in the meantime."),
                tr("Reload, and try again.")};
    case MessageId::FileExists:
        return {tr("\"%1\" exists already.").arg(a(0)), tr("Nothing that exists is ever replaced."), tr("Reload, and look what is there.")};
    case MessageId::FileDenied:
        return {tr("Access to \"%1\" was denied.").arg(a(0)), tr("The user who runs this program may not do this there."),
                tr("Run the program as the user backup, or as the owner of the datastore.")};
    case MessageId::FileNotADirectory:
        return {tr("\"%1\" is not a directory.").arg(a(0)),
                tr("A file or a link lies where a directory should be; links are never followed inside a datastore."),
                tr("Look what is there, and move it away.")};
    case MessageId::FileNotRegular:
        return {tr("\"%1\" is not a plain file.").arg(a(0)),
                tr("It is a link, a directory or a device; inside a datastore none of these is followed or opened as a file."),
                tr("Look what is there, and move it away.")};
    case MessageId::FileTooLarge:
        return {tr("\"%1\" is too large to be read.").arg(a(0)), tr("It has %1 bytes; the limit is %2.").arg(a(1), a(2)),
                tr("PBS makes no such files; find out what wrote it.")};
    case MessageId::FileSystemFull:
        return {tr("There is no space left for \"%1\".").arg(a(0)), tr("The disk or the user's quota is full."),
                tr("Make room, and try again.")};
    case MessageId::FileSystemReadOnly:
        return {tr("\"%1\" cannot be changed.").arg(a(0)), tr("The file system is mounted read-only."),
                tr("Mount it for writing, and try again.")};
    case MessageId::DirectoryNotEmpty:
        return {tr("The directory \"%1\" is not empty.").arg(a(0)), tr("Only empty directories are removed."), tr("Look what is in it.")};
    case MessageId::FileCrossesFileSystems:
        return {tr("\"%1\" cannot be moved to \"%2\".").arg(a(0), a(1)),
                tr("The two places are on different file systems, and a move never copies."),
                tr("Use a sync job, or move it within one file system.")};
    case MessageId::FileOperationFailed:
        return {tr("The operation %1 failed on \"%2\".").arg(a(0), a(1)), tr("The system says: %1.").arg(a(2)),
                tr("Look into the system's log for trouble with the disk.")};
    case MessageId::FileOperationUnsupported:
        return {tr("The file system of \"%1\" does not know the operation %2.").arg(a(1), a(0)),
                tr("It is too old, or of a kind that lacks it."), tr("Work on the server itself, on a local file system.")};
    case MessageId::NameRefused:
        return {tr("\"%1\" is not used as a name.").arg(a(0)),
                tr("Only single plain names are opened inside a datastore, no paths and no links."), tr("Find out what wrote this name.")};

    // datastore
    case MessageId::StoreIsFile:
        return {tr("\"%1\" is a file.").arg(a(0)), tr("A datastore is a directory."), tr("Choose the directory that holds .chunks.")};
    case MessageId::StoreIsEmpty:
        return {tr("The directory \"%1\" is empty.").arg(a(0)), tr("A datastore holds at least the directory .chunks."),
                tr("Check whether the disk is mounted; make a new datastore with PBS.")};
    case MessageId::StoreNotFound:
        return {tr("\"%1\" does not exist.").arg(a(0)), tr("There is nothing at this path."),
                tr("Check the spelling, and whether the disk is mounted.")};
    case MessageId::StoreDenied:
        return {tr("\"%1\" may not be opened.").arg(a(0)), tr("The user who runs this program has no access to it."),
                tr("Run the program as the user backup, or as the owner of the directory.")};
    case MessageId::StoreNotRecognised:
        return {tr("\"%1\" is not a datastore.").arg(a(0)), tr("It holds no directory .chunks with the files of PBS."),
                tr("Choose the directory that is called \"path\" in PBS's datastore.cfg.")};
    case MessageId::StoreOneLevelBelow:
        return {tr("\"%1\" is not a datastore, but holds one.").arg(a(0)), tr("The datastore is \"%1\".").arg(a(1)),
                tr("Open that directory.")};
    case MessageId::StoreLevelsAbove:
        return {tr("\"%1\" is a part of a datastore.").arg(a(0)), tr("The datastore is \"%1\".").arg(a(1)), tr("Open that directory.")};
    case MessageId::StoreChanged:
        return {tr("\"%1\" is not the directory that was opened.").arg(a(0)), tr("Another directory or another disk is at this path now."),
                tr("Check what is mounted there, and open the datastore again.")};
    case MessageId::ScanStopped:
        return {tr("Reading \"%1\" was stopped.").arg(a(0)), tr("Somebody asked to stop; what is shown is incomplete."),
                tr("Reload to read it whole.")};
    case MessageId::PlaceNotSupported:
        return {tr("\"%1\" cannot be opened by this version.").arg(a(0)), tr("Only directories of this computer can be opened so far."),
                tr("Run the program on the server itself.")};
    case MessageId::DemoTargetNotEmpty:
        return {tr("No demo is written into \"%1\".").arg(a(0)),
                tr("The directory holds something already, and nothing is ever overwritten."), tr("Choose an empty or a new directory.")};

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
                a(1).isEmpty() ? tr("Something holds its lock.") : tr("This holds its lock: %1.").arg(a(1)),
                tr("Wait until that has ended, and try again.")};
    case MessageId::SnapshotBusy:
        return {tr("The snapshot \"%1\" is in use.").arg(a(0)),
                a(1).isEmpty() ? tr("Something holds its lock.") : tr("This holds its lock: %1.").arg(a(1)),
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

    // plan
    case MessageId::PlanSameNamespace:
        return {tr("The group \"%1\" is already in the namespace \"%2\".").arg(a(0), ns(1)), {}, tr("Choose another namespace.")};
    case MessageId::PlanGroupMissing:
        return {tr("The group \"%1\" is not in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("It may have been moved or deleted in the meantime."), tr("Reload, and look where it is.")};
    case MessageId::PlanNamespaceMissing:
        return {tr("The namespace \"%1\" does not exist.").arg(ns(0)), tr("Groups can only be moved into a namespace that exists."),
                tr("Create it first, or choose another one.")};
    case MessageId::PlanNamespaceExists:
        return {tr("The namespace \"%1\" exists already.").arg(ns(0)), {}, tr("Use it, or choose another name.")};
    case MessageId::PlanParentMissing:
        return {tr("The namespace \"%1\" cannot be created.").arg(ns(0)), tr("Its parent \"%1\" does not exist.").arg(ns(1)),
                tr("Create the parent first.")};
    case MessageId::PlanGroupExists:
        return {tr("A group \"%1\" is already in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("Two groups of one name cannot be in one namespace, and they may be backups of different guests."),
                tr("Merge them, keep both in separate namespaces, or choose another namespace.")};
    case MessageId::PlanMergeTargetDamaged:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("The owner or the snapshots of the group there cannot be read."), tr("Repair it first, or keep both.")};
    case MessageId::PlanMergeOwnersDiffer:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("The group there belongs to %1, this one to %2.").arg(a(2), a(3)), tr("Change the owner, or keep both.")};
    case MessageId::PlanMergeNotNewer:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("PBS merges only where all that comes is newer than all that is there. The newest snapshot there is %1, the oldest that "
                   "would come is %2.")
                    .arg(a(2), a(3)),
                tr("Keep both in separate namespaces.")};
    case MessageId::PlanMergeDiffers:
        return {tr("\"%1\" and the group in the namespace \"%2\" look like backups of different guests.").arg(a(0), ns(1)),
                tr("These differ or are not known: %1.").arg(differences(2)),
                tr("Compare them, and merge only if they are the same guest; else keep both.")};
    case MessageId::PlanMergeUnchecked:
        return {tr("\"%1\" and the group in the namespace \"%2\" were not compared yet.").arg(a(0), ns(1)),
                tr("They may be backups of different guests."), tr("Wait until they are compared, or keep both.")};
    case MessageId::PlanRootStays:
        return {tr("The root cannot be moved, renamed, made or deleted."), tr("It is the datastore itself."),
                tr("Choose the namespaces and groups in it.")};
    case MessageId::PlanNamespaceGone:
        return {tr("There is no namespace \"%1\".").arg(ns(0)), tr("Only what is there can be changed."),
                tr("Reload; it may have been moved or deleted.")};
    case MessageId::PlanSameName:
        return {tr("The namespace \"%1\" has this name already.").arg(ns(0)), tr("Nothing would change."), tr("Choose another name.")};
    case MessageId::PlanIntoItself:
        return {tr("The namespace \"%1\" cannot become \"%2\".").arg(ns(0), ns(1)), tr("A namespace cannot go into itself."),
                tr("Choose a place outside of it.")};
    case MessageId::PlanNamespaceImpossible:
        return {tr("The namespace \"%1\" cannot become \"%2\".").arg(ns(0), ns(1)),
                tr("PBS could not have these, which would lie too deep or have too long a path: %1.").arg(a(2)),
                tr("Choose a place closer to the root, or shorter names.")};
    case MessageId::PlanNamespaceTaken:
        return {tr("There is a namespace \"%1\" already.").arg(ns(0)), tr("What moves would be mixed with what is there."),
                tr("Join them, keep both under another name, or choose another place.")};
    case MessageId::PlanNamespaceNotEmpty:
        return {tr("The namespace \"%1\" is not empty.").arg(ns(0)), tr("Groups in it and below it: %1.").arg(a(1)),
                tr("Move them elsewhere first.")};
    case MessageId::PlanOwnerSame:
        return {tr("The group \"%1\" in the namespace \"%2\" belongs to %3 already.").arg(a(0), ns(1), a(2)), tr("Nothing would change."),
                tr("Choose another owner.")};
    case MessageId::PlanNotesTooLong:
        return {tr("The notes for \"%1\" are too long.").arg(a(0)), tr("They have %1 bytes; %2 are allowed.").arg(a(1), a(2)),
                tr("Shorten them.")};
    case MessageId::PlanSnapshotMissing:
        return {tr("The snapshot \"%1\" is not in the namespace \"%2\".").arg(a(0), ns(1)), tr("Only what is there can be changed."),
                tr("Reload; it may have been moved, pruned or removed.")};
    case MessageId::PlanAlreadyProtected:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is protected already.").arg(a(0), ns(1)), tr("Nothing would change."),
                tr("Nothing is to be done.")};
    case MessageId::PlanNotProtected:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not protected.").arg(a(0), ns(1)), tr("Nothing would change."),
                tr("Nothing is to be done.")};
    case MessageId::PlanOwnerUnreadable:
        return {tr("The group \"%1\" in the namespace \"%2\" cannot be moved.").arg(a(0), ns(1)),
                tr("Its owner cannot be read, so that PBS does not show it either."), tr("Repair its file \"owner\" first.")};
    case MessageId::PlanForeignFiles:
        return {tr("The group \"%1\" in the namespace \"%2\" holds files that are not PBS's.").arg(a(0), ns(1)),
                a(2).isEmpty() ? tr("Nobody but you can know whether they belong to the backups.") : tr("These are: %1.").arg(a(2)),
                tr("Take them along, or move them out of the datastore first.")};
    case MessageId::PlanGroupDamaged:
        return {tr("The group \"%1\" in the namespace \"%2\" cannot be moved.").arg(a(0), ns(1)),
                tr("PBS cannot list what is in \"%1\": a snapshot's time does not exist, or something cannot be read.").arg(a(2)),
                tr("Repair that first; the list of findings says how.")};
    case MessageId::PlanNameTaken:
        return {tr("The group \"%1\" cannot be moved there.").arg(a(0)), tr("\"%1\" is in the way.").arg(a(1)),
                tr("Choose another namespace, or move away what is there.")};
    case MessageId::PlanCopyInsideStore:
        return {tr("Copying is not possible inside the datastore \"%1\".").arg(a(0)),
                tr("All namespaces of a datastore share their chunks, and a second copy would protect nothing."), tr("Move instead.")};
    case MessageId::PlanOtherStore:
        return {tr("Nothing can be moved into the datastore \"%1\" from another one.").arg(a(0)),
                tr("Another datastore has chunks of its own, so that this would be a copy."), tr("Use a sync job of PBS.")};

    // plan files
    case MessageId::PlanFileDamaged:
        return {tr("\"%1\" is no plan that can be read.").arg(a(0)), tr("At %1 of it, this was expected: %2.").arg(a(1), expected(2)),
                tr("Save the plan again where it was made.")};
    case MessageId::PlanFileVersion:
        return {tr("The plan \"%1\" was written by a newer version.").arg(a(0)),
                tr("It has the format %1, which this version does not know.").arg(a(1)), tr("Use the newer version.")};
    case MessageId::PlanFileOtherStore:
        return {tr("The plan \"%1\" is for another datastore.").arg(a(0)),
                tr("It was made for \"%1\"; \"%2\" is another directory.").arg(a(1), a(2)),
                tr("Name the datastore that it was made for, or make a plan for this one.")};
    case MessageId::PlanFileDiffers:
        return {tr("The datastore is not as it was when the plan was made."), tr("Differences: %1, the first one: %2").arg(a(0), a(1)),
                tr("Look at them, and make the plan again.")};

    // run
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

    // what else breaks
    case MessageId::JobNamesMoved:
        return {tr("The %1 names the namespace \"%2\", which becomes \"%3\".").arg(job(0), ns(2), ns(3)),
                tr("PBS does not adapt its jobs when something moves."), tr("Adapt the job when the move is done.")};
    case MessageId::JobLosesGroups:
        return {tr("The %1 will no longer cover some groups.").arg(job(0)), tr("Groups that leave its range: %1.").arg(a(2)),
                tr("Check whether another job covers them.")};
    case MessageId::JobGainsGroups:
        return {tr("The %1 will cover more groups.").arg(job(0)), tr("Groups that come into its range: %1.").arg(a(2)),
                tr("Check whether it should.")};
    case MessageId::PruneJobApplies:
        return {tr("The prune job \"%1\" will apply to groups at their new place.").arg(a(0)),
                tr("Groups that come into its range: %1. Snapshots that it would remove there: %2 of %3.").arg(a(1), a(2), a(3)),
                tr("If these snapshots are needed, change the job before its next run, or choose another namespace.")};
    case MessageId::SyncDeletesCopies:
        return {tr("The sync job \"%1\" would delete the copies of groups that move.").arg(a(0)),
                tr("It removes from \"%1\" what is no longer where it was. Groups: %2.").arg(a(1), a(2)),
                tr("Adapt the job, or switch off its option \"remove-vanished\", before its next run.")};
    case MessageId::SyncDeletesArrivals:
        return {tr("The sync job \"%1\" would delete groups at their new place.").arg(a(0)),
                tr("It removes there what \"%1\" does not have. Groups that come into its range: %2.").arg(a(1), a(2)),
                tr("Choose another namespace, or switch off the job's option \"remove-vanished\" before the move.")};
    case MessageId::SyncCopiesAgain:
        return {
            tr("The sync job \"%1\" will copy groups again.").arg(a(0)),
            tr("At another place a group is another one for it, so that it brings these to \"%1\" once more. Groups: %2.").arg(a(1), a(2)),
            tr("Move the groups on both sides, or change the job before its next run.")};
    case MessageId::AclNamesMoved:
        return {tr("\"%1\" has the role %2 on the namespace \"%3\", which becomes \"%4\".").arg(a(0), a(1), ns(2), ns(3)),
                tr("PBS does not adapt its permissions when something moves."),
                tr("Give the role on the new namespace when the move is done.")};
    case MessageId::AccessLost:
        return {tr("\"%1\" loses access to what moves from \"%2\" to \"%3\".").arg(a(0), ns(2), ns(3)),
                tr("At the new place these privileges are missing: %1.").arg(a(1)), tr("Give a role there if the access is needed.")};
    case MessageId::AccessGained:
        return {tr("\"%1\" gains access to what moves from \"%2\" to \"%3\".").arg(a(0), ns(2), ns(3)),
                tr("The permissions at the new place add these privileges: %1.").arg(a(1)),
                tr("Choose another namespace, or change the permissions there, if this is not wanted.")};
    case MessageId::StorageNamesMoved:
        return {tr("The storage \"%1\" of Proxmox VE uses the namespace \"%2\", which becomes \"%3\".").arg(a(0), ns(1), ns(2)),
                tr("Its next backups would fail, and it would show none."), tr("Adapt the storage when the move is done.")};
    case MessageId::StorageLosesGroups:
        return {tr("The storage \"%1\" of Proxmox VE will no longer show some groups.").arg(a(0)),
                tr("It uses the namespace \"%1\". Groups that leave it: %2.").arg(ns(1), a(2)),
                tr("The next backup of such a guest begins a new group there; use another namespace in the storage if it should not.")};

    // prune
    case MessageId::PruneJobUnknown:
        return {tr("There is no prune job \"%1\".").arg(a(0)), tr("It is not in \"%1\".").arg(a(1)),
                tr("\"espalierctl prune job list\" tells which jobs there are.")};
    case MessageId::PruneKeepsEverything:
        return {tr("Nothing would be removed."), tr("None of the keep options is set, and then PBS keeps everything."),
                tr("Set at least one of them.")};
    case MessageId::PruneKeepsOnlyLast:
        return {tr("Only the last %1 are kept, however old or young they are.").arg(a(0)),
                tr("A few backups made by hand in one day push all the older ones out."),
                tr("Keep daily, weekly or monthly ones as well.")};
    case MessageId::PruneJobsOverlap:
        return {tr("The prune jobs \"%1\" and \"%2\" work on the same groups (%3).").arg(a(0), a(1), a(2)),
                tr("Only what both of them keep stays."), tr("Give them namespaces and depths that do not overlap.")};
    case MessageId::PruneReachesCopies:
        return {tr("The sync job \"%1\" would remove the copies, too (%2; snapshots: %3).").arg(a(0), a(1), a(2)),
                tr("It removes at its target what has vanished at its source."),
                tr("Switch its \"remove vanished\" off where the copies shall be kept for longer.")};
    case MessageId::PruneNewestOld:
        return {
            tr("Groups whose newest backup is old: %1.").arg(a(0)),
            tr("The oldest of them is \"%1\" in \"%2\", of %3; what is removed now is the history of what is left.").arg(a(1), ns(2), a(3)),
            tr("Find out why no backup is made any more, or leave these groups out.")};
    case MessageId::PruneZoneUnknown:
        return {tr("The time zone of the server is not known; what happens to these snapshots depends on it: %1.").arg(a(0)),
                tr("Hours, days, weeks, months and years begin at other times in another zone."),
                tr("Name its zone; the command line has --zone for it.")};
    // adapting the configuration
    case MessageId::ConfigEditRefused:
        return {tr("The entry \"%1\" cannot be written into \"%2\".").arg(a(1), a(0)),
                tr("Its name is taken already, or it holds signs with which PBS could not read or write the file any more."),
                tr("Use another name or value.")};
    case MessageId::ConfigEntryMissing:
        return {tr("\"%1\" has no entry \"%2\".").arg(a(0), a(1)), tr("It was removed or renamed, or never was there."),
                tr("Look at the jobs and access rules of this PBS, and plan again.")};
    case MessageId::ConfigEntryChanged:
        return {tr("The entry \"%1\" in \"%2\" was changed meanwhile.").arg(a(1), a(0)),
                tr("It does not say any more what it said before, so it is left as it is."),
                tr("Look at it; to have it done all the same, run: %1").arg(a(2))};
    case MessageId::ConfigChanged:
        return {tr("The configuration \"%1\" was changed meanwhile.").arg(a(0)),
                tr("Somebody has written it since it was read, so it was left as it is."), tr("Plan again.")};
    case MessageId::ConfigLocked:
        return {tr("The configuration \"%1\" is being changed by PBS or somebody else.").arg(a(0)),
                tr("Its lock was not free within %1 seconds.").arg(a(1)), tr("Try again in a moment.")};
    case MessageId::ConfigNeedsRoot:
        return {tr("The configuration \"%1\" can be changed by root only.").arg(a(0)),
                tr("This program does not run as root, and its helper could not be started as root."),
                tr("Run the command yourself: %1").arg(a(1))};
    case MessageId::ConfigProgramFailed:
        return {tr("The program \"%1\" could not change \"%2\".").arg(a(0), a(1)), tr("It said: %1.").arg(a(2)),
                tr("Look at the jobs and access rules of this PBS, and try again.")};
    case MessageId::ConfigRequestBad:
        return {tr("The helper that changes PBS's configuration was asked for something that it does not do."),
                tr("There should be %1.").arg(expected(0)), tr("Install helper and program in the same version.")};
    case MessageId::PlanConfigDiffers:
        return {tr("The configuration \"%1\" would be changed in another way than the plan says.").arg(a(0)),
                tr("Jobs or access rules were changed since the plan was saved."), tr("Look at the present plan, and save it anew.")};

    // command line
    case MessageId::UsageUnknownCommand: return {tr("There is no command \"%1\".").arg(a(0)), {}, tr("Use --help to see the commands.")};
    case MessageId::UsageUnknownOption: return {tr("There is no option \"%1\".").arg(a(0)), {}, tr("Use --help to see the options.")};
    case MessageId::UsageMissingArgument:
        return {tr("Something is missing: %1.").arg(a(0)), {}, tr("Use --help to see what the command needs.")};
    case MessageId::UsageUnexpectedArgument:
        return {tr("\"%1\" is too much.").arg(a(0)), tr("The command does not take so many arguments."),
                tr("Use --help to see what the command needs.")};
    case MessageId::UsageBadValue:
        return {tr("\"%1\" is no value for %2.").arg(a(1), a(0)), tr("Expected is %1.").arg(expected(2)),
                tr("Use --help to see what is possible.")};
    case MessageId::LineTooLong:
        return {tr("A line from %1 is too long.").arg(a(0)), tr("A line may have %1 bytes.").arg(a(1)),
                tr("Look whether this is the right input.")};
    case MessageId::NotConfirmed:
        return {tr("Nothing was changed."), tr("This question was not answered with yes: %1").arg(a(0)),
                tr("Answer it with yes, or use --yes.")};
    }
    return {}; // not reached: the switch is complete
}

namespace text {

Sentences sentences(const Error &error)
{
    return Messages(error).sentences();
}

QString oneLine(const Error &error)
{
    const Sentences all = sentences(error);
    QStringList parts{all.what, all.why, all.advice};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString namespaceName(std::string_view path)
{
    return path.empty() ? Messages::nameOfRoot() : printable(path);
}

} // namespace text

} // namespace espalier
