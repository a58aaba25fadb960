// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/groupscan.h"

#include "core/pbs/archivename.h"
#include "core/pbs/groupfiles.h"
#include "core/pbs/lockname.h"
#include "core/pbs/safeid.h"

#include <algorithm>

namespace espalier {

namespace {

/// How closely a group's snapshots are looked at.
enum class SnapshotLook { Inside, Name };

constexpr std::size_t firstLineLimit = 4096; ///< Of `owner` and `notes` only the first line counts here.

/// Walks through one group's directory.
class GroupScanner
{
public:
    GroupScanner(const fs::Directory &directory, const NamespacePath &ns, const GroupId &id, const std::string &path,
                 FindingCollector &findings, SnapshotLook look, std::span<const Snapshot> known = {})
        : m_directory(directory)
        , m_ns(ns)
        , m_path(path)
        , m_findings(findings)
        , m_look(look)
        , m_known(known)
        , m_group(std::make_shared<Group>(Group{.id = id}))
    {
    }

    std::shared_ptr<const Group> run(const std::stop_token &stop);
    std::shared_ptr<const Group> run(const std::vector<fs::Entry> &entries, const std::stop_token &stop);

private:
    std::shared_ptr<const Group> unreadable(const Error &error);
    void visit(const fs::Entry &entry);
    void visitDirectory(const fs::Entry &entry);
    void addSnapshot(const fs::Entry &entry, const SnapshotTime &time);
    bool isNestedGroup(const std::string &name) const;
    void readOwnerFile();
    void readNotesFile();
    void finish();
    void checkLockNames();

    std::string pathOf(std::string_view name) const { return joinPath(m_path, name); }

    const fs::Directory &m_directory;
    const NamespacePath &m_ns;
    const std::string &m_path;
    FindingCollector &m_findings;
    SnapshotLook m_look;
    std::span<const Snapshot> m_known; ///< Sorted by time.
    std::shared_ptr<Group> m_group;
    bool m_hasOwnerFile = false;
    bool m_hasTimes = false; ///< Something with the form of a snapshot is there, possible or not.
};

std::shared_ptr<const Group> GroupScanner::run(const std::stop_token &stop)
{
    const auto entries = m_directory.entries();
    return entries ? run(*entries, stop) : unreadable(entries.error());
}

std::shared_ptr<const Group> GroupScanner::unreadable(const Error &error)
{
    m_findings.addUnreadable(m_path, error);
    m_group->listable = false;
    return m_group;
}

std::shared_ptr<const Group> GroupScanner::run(const std::vector<fs::Entry> &entries, const std::stop_token &stop)
{
    const auto status = m_directory.status();
    if (!status)
        return unreadable(status.error());
    m_group->inode = status->inode;
    m_findings.checkOwner(m_path, {}, *status);
    m_findings.checkMode(m_path, {}, *status, directoryMode);
    m_group->snapshots.reserve(static_cast<std::size_t>(std::ranges::count(entries, fs::EntryKind::Directory, &fs::Entry::kind)));
    for (const fs::Entry &entry : entries) {
        if (stop.stop_requested())
            return nullptr;
        visit(entry);
    }
    readOwnerFile();
    finish();
    return m_group;
}

void GroupScanner::visit(const fs::Entry &entry)
{
    if (entry.kind == fs::EntryKind::Directory) {
        visitDirectory(entry);
    } else if (entry.kind == fs::EntryKind::File && entry.name == ownerFileName) {
        m_hasOwnerFile = true;
    } else if (entry.kind == fs::EntryKind::File && entry.name == notesFileName) {
        readNotesFile();
    } else {
        m_group->hasForeignEntries = true;
        m_findings.addUnexpected(pathOf(entry.name), entry);
    }
}

void GroupScanner::visitDirectory(const fs::Entry &entry)
{
    if (SnapshotTime::hasForm(entry.name)) {
        m_hasTimes = true;
        if (const auto time = SnapshotTime::fromString(entry.name); time && m_look == SnapshotLook::Name) {
            m_group->snapshots.push_back({*time});
        } else if (time) {
            addSnapshot(entry, *time);
        } else {
            m_group->listable = false;
            m_findings.add(Finding::Kind::ImpossibleTime, pathOf(entry.name));
        }
        return;
    }
    m_group->hasForeignEntries = true;
    if (isSafeId(entry.name) && isNestedGroup(entry.name))
        m_findings.add(Finding::Kind::NestedGroup, pathOf(entry.name));
    else
        m_findings.addUnexpected(pathOf(entry.name), entry);
}

void GroupScanner::addSnapshot(const fs::Entry &entry, const SnapshotTime &time)
{
    const auto known = std::ranges::lower_bound(m_known, time, {}, &Snapshot::time);
    if (known != m_known.end() && known->time == time) {
        m_group->snapshots.push_back(*known);
        return;
    }
    const auto manifest = m_directory.findIn(entry.name, manifestFileName);
    const auto marker = m_directory.findIn(entry.name, protectedFileName);
    Snapshot snapshot{time};
    if (manifest && marker) {
        snapshot.finished = *manifest && (*manifest)->kind == fs::EntryKind::File;
        snapshot.isProtected = marker->has_value();
        if (!snapshot.finished)
            m_findings.add(Finding::Kind::SnapshotUnfinished, pathOf(entry.name));
    } else {
        m_group->listable = false;
        m_findings.addUnreadable(pathOf(entry.name), manifest ? marker.error() : manifest.error());
    }
    m_group->snapshots.push_back(snapshot);
}

bool GroupScanner::isNestedGroup(const std::string &name) const
{
    const auto nested = m_directory.openDirectory(name);
    const auto entries = nested ? (*nested)->entries() : failWith(nested);
    return entries && std::ranges::any_of(*entries, [](const fs::Entry &entry) {
               return entry.name == ownerFileName || (entry.kind == fs::EntryKind::Directory && SnapshotTime::hasForm(entry.name));
           });
}

void GroupScanner::readOwnerFile()
{
    if (m_hasOwnerFile) {
        const auto content = m_directory.readStart(ownerFileName, firstLineLimit);
        if (!content)
            m_findings.addUnreadable(pathOf(ownerFileName), content.error());
        else if (auto owner = readOwner(content->bytes, ownerFileName))
            m_group->owner = std::move(*owner);
    }
    if (!m_group->owner)
        m_findings.add(Finding::Kind::GroupWithoutOwner, m_path);
}

void GroupScanner::readNotesFile()
{
    if (const auto content = m_directory.readStart(notesFileName, firstLineLimit))
        m_group->comment = firstLine(content->bytes);
    else
        m_findings.addUnreadable(pathOf(notesFileName), content.error());
}

void GroupScanner::finish()
{
    std::vector<Snapshot> &snapshots = m_group->snapshots;
    std::ranges::sort(snapshots, {}, &Snapshot::time);
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        if (!snapshots[i].time.isSameMoment(snapshots[i - 1].time))
            continue;
        const bool firstIsOdd = !snapshots[i - 1].time.isCanonical();
        const std::string odd = snapshots[firstIsOdd ? i - 1 : i].time.toString();
        m_findings.add(Finding::Kind::DuplicateTime, pathOf(odd), {snapshots[firstIsOdd ? i : i - 1].time.toString()});
    }
    if (!m_hasTimes)
        m_findings.add(Finding::Kind::GroupEmpty, m_path);
    checkLockNames();
}

/// All times have the same length, so one snapshot speaks for all of them.
void GroupScanner::checkLockNames()
{
    const std::vector<Snapshot> &snapshots = m_group->snapshots;
    const bool canLock = groupLockName(m_ns, m_group->id)
        && (snapshots.empty()
            || (snapshotLockName(m_ns, m_group->id, snapshots.front().time)
                && manifestLockName(m_ns, m_group->id, snapshots.front().time)));
    if (!canLock)
        m_findings.add(Finding::Kind::LockNameTooLong, m_path);
}

} // namespace

std::shared_ptr<const Group> scanGroupDirectory(const fs::Directory &directory, const NamespacePath &ns, const GroupId &id,
                                                const std::string &path, FindingCollector &findings, const std::stop_token &stop)
{
    return GroupScanner(directory, ns, id, path, findings, SnapshotLook::Inside).run(stop);
}

std::shared_ptr<const Group> scanGroupDirectory(const fs::Directory &directory, const std::vector<fs::Entry> &entries,
                                                const NamespacePath &ns, const GroupId &id, const std::string &path,
                                                FindingCollector &findings, std::span<const Snapshot> known)
{
    return GroupScanner(directory, ns, id, path, findings, SnapshotLook::Inside, known).run(entries, {});
}

std::shared_ptr<const Group> nameGroup(const fs::Directory &directory, const std::vector<fs::Entry> &entries, const NamespacePath &ns,
                                       const GroupId &id, const std::string &path, FindingCollector &findings)
{
    return GroupScanner(directory, ns, id, path, findings, SnapshotLook::Name).run(entries, {});
}

std::shared_ptr<const Group> unreadableGroup(const GroupId &id)
{
    return std::make_shared<Group>(Group{.id = id, .listable = false});
}

} // namespace espalier
