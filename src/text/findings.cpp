// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/findings.h"

#include "text/printable.h"

#include <QCoreApplication>

namespace espalier {

namespace {

using Kind = Finding::Kind;

} // namespace

/// Turns one finding into words. Its name is the context of the translations.
class Findings
{
    Q_DECLARE_TR_FUNCTIONS(espalier::Findings)

public:
    explicit Findings(const Finding &finding) : m_finding(finding) {}

    text::FindingText text() const;
    static QString title(Kind kind);

private:
    QString a(std::size_t index) const { return index < m_finding.args.size() ? printable(m_finding.args[index]) : QString(); }

    const Finding &m_finding;
};

text::FindingText Findings::text() const
{
    switch (m_finding.kind) {
    case Kind::IllegalNamespaceName:
        return {tr("A directory below \"ns\" has a name that no namespace can have."),
                tr("PBS stumbles over it: garbage collection, prune jobs and local sync jobs abort, so that no space is freed."),
                tr("Move it out of the datastore, or rename it to a legal name.")};
    case Kind::NamespaceTooDeep:
        return {tr("A namespace lies deeper than level 7."),
                tr("PBS cannot reach it: what is in it is neither listed nor backed up to, and jobs abort on it."),
                tr("Move its groups to a namespace that lies higher.")};
    case Kind::NamespaceEmpty:
        return {tr("This namespace holds no groups, neither here nor below."),
                tr("It does no harm; often it was left by a sync or a move."), tr("Delete it if nobody needs it.")};
    case Kind::NamespaceRepeatsParent:
        return {tr("This namespace has the name of its parent."),
                tr("Usually a sync job with a misplaced target made it, and its backups are not where people look for them."),
                tr("Check the sync jobs, then move the groups up.")};
    case Kind::GroupWithoutOwner:
        return {tr("The owner of this group cannot be read."), tr("PBS does not show the group, and no client can back up to it."),
                tr("Write the right owner, such as root@pam, into the file \"owner\" as the user backup.")};
    case Kind::GroupEmpty:
        return {tr("This group holds no snapshots."), tr("It does no harm, but keeps its owner: only that owner can back up to it."),
                tr("Delete it if nobody needs it.")};
    case Kind::GroupInvisible:
        return {tr("A directory beside the groups has a name that no group can have."),
                tr("PBS does not see it, and what is in it is never verified, pruned or synced."),
                tr("Look what it is, and rename it or move it out of the datastore.")};
    case Kind::NestedGroup:
        return {tr("A group lies inside another group."),
                tr("PBS does not see it. It was probably moved with mv onto a group that existed."),
                tr("Move its snapshots to where they belong.")};
    case Kind::SnapshotInTypeDirectory:
        return {tr("A snapshot lies where a group should be."), tr("PBS does not see it. It was probably moved one level too high."),
                tr("Move it into the group that it belongs to.")};
    case Kind::ImpossibleTime:
        return {tr("A directory is named like a snapshot, but with a time that does not exist."),
                tr("PBS then fails to list the whole group, and prune jobs end with an error."),
                tr("Find out what made it, and move it out of the datastore.")};
    case Kind::DuplicateTime:
        return {tr("Two directories of this group stand for the same second."),
                tr("PBS reaches only one of them, and may show or delete the wrong one."),
                tr("Look which of them is needed, and move the other one out of the datastore.")};
    case Kind::SnapshotUnfinished:
        return {tr("This snapshot has no manifest."), tr("A backup is running, or it was interrupted; nothing can be restored from it."),
                tr("Wait for the backup that is running; otherwise forget the snapshot in PBS.")};
    case Kind::SnapshotManifestDamaged:
        return {tr("The manifest of this snapshot cannot be read."), tr("PBS cannot restore, verify or sync it."),
                tr("Let PBS verify the snapshot, and make a new backup.")};
    case Kind::IndexPartial:
        return {tr("An index has a size that no whole index can have."), tr("Garbage collection aborts at it, so that no space is freed."),
                tr("Forget the snapshot in PBS, and make a new backup.")};
    case Kind::ForeignFile:
        return {tr("A file lies here that is not PBS's."), tr("PBS does not see it, but fails to remove the directory later."),
                tr("Delete it, or move it out of the datastore.")};
    case Kind::ForeignDirectory:
        return {tr("A directory lies here that is not PBS's."),
                tr("PBS does not see it, but fails to remove the directory around it later."),
                tr("Look what it is, and move it out of the datastore.")};
    case Kind::SymbolicLink:
        return {tr("A symbolic link lies here."),
                tr("PBS does not follow it: what it points to is neither listed nor protected from garbage collection."),
                tr("Replace it with the directory that it points to.")};
    case Kind::TemporaryFile:
        return {tr("A temporary file was left over from an interrupted write."), tr("It does no harm, but takes space that nothing frees."),
                tr("Delete it when no backup is running.")};
    case Kind::WrongOwner:
        return {tr("This belongs to %1, but the datastore belongs to %2.").arg(a(0), a(1)),
                tr("PBS may be unable to read, change or delete it, and then backups or garbage collection fail."),
                tr("Give it to %1 with chown.").arg(a(1))};
    case Kind::WrongMode:
        return {tr("The permissions of this are %1; PBS uses %2.").arg(a(0), a(1)),
                tr("PBS may be locked out, and then backups or garbage collection fail."), tr("Set them to %1 with chmod.").arg(a(1))};
    case Kind::Unreadable:
        return {
            tr("This could not be read; the system says: %1.").arg(a(0)),
            tr("What is in it is not shown, and PBS may have the same trouble: garbage collection aborts at directories that it cannot read."),
            tr("Check owner, permissions and disk.")};
    case Kind::LockNameTooLong:
        return {tr("The name of this group is so long that PBS cannot make its lock file."),
                tr("It can be read and restored, but nothing can be changed."), tr("Leave it where it is.")};
    case Kind::LockNameCollides:
        return {tr("A group and a namespace need the same lock file."), tr("PBS cannot lock one of them, so that backups to it fail."),
                tr("Move the groups of this namespace to one with another name.")};
    }
    return {}; // not reached: the switch is complete
}

QString Findings::title(Kind kind)
{
    switch (kind) {
    case Kind::IllegalNamespaceName: return tr("Illegal namespace name");
    case Kind::NamespaceTooDeep: return tr("Namespace too deep");
    case Kind::NamespaceEmpty: return tr("Empty namespace");
    case Kind::NamespaceRepeatsParent: return tr("Repeated namespace name");
    case Kind::GroupWithoutOwner: return tr("Group without owner");
    case Kind::GroupEmpty: return tr("Empty group");
    case Kind::GroupInvisible: return tr("Invisible group");
    case Kind::NestedGroup: return tr("Group inside a group");
    case Kind::SnapshotInTypeDirectory: return tr("Snapshot without group");
    case Kind::ImpossibleTime: return tr("Impossible time");
    case Kind::DuplicateTime: return tr("Same time twice");
    case Kind::SnapshotUnfinished: return tr("Unfinished snapshot");
    case Kind::SnapshotManifestDamaged: return tr("Damaged manifest");
    case Kind::IndexPartial: return tr("Partial index");
    case Kind::ForeignFile: return tr("Foreign file");
    case Kind::ForeignDirectory: return tr("Foreign directory");
    case Kind::SymbolicLink: return tr("Symbolic link");
    case Kind::TemporaryFile: return tr("Temporary file");
    case Kind::WrongOwner: return tr("Wrong owner");
    case Kind::WrongMode: return tr("Wrong permissions");
    case Kind::Unreadable: return tr("Not readable");
    case Kind::LockNameTooLong: return tr("Name too long to lock");
    case Kind::LockNameCollides: return tr("Lock names collide");
    }
    return {}; // not reached: the switch is complete
}

namespace text {

FindingText findingText(const Finding &finding)
{
    return Findings(finding).text();
}

QString findingTitle(Finding::Kind kind)
{
    return Findings::title(kind);
}

} // namespace text

} // namespace espalier
