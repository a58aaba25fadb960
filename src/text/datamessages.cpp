// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Names, formats, files, datastores.
text::Sentences Messages::ofData() const
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
    case MessageId::PatternMalformed:
        return {tr("\"%1\" is not a pattern that PBS understands.").arg(a(0)), behind(1), tr("PBS uses the patterns of Rust's regex.")};
    case MessageId::PatternNotJudged:
        return {tr("The pattern \"%1\" cannot be judged here.").arg(a(0)), tr("What \"%1\" means is not known.").arg(a(1)),
                tr("Write it in simpler words, or let PBS run the job.")};

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
    default: return {};
    }
}

} // namespace espalier
