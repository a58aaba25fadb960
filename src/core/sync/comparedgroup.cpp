// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/comparedgroup.h"

#include "core/fs/actingas.h"
#include "core/pbs/archivename.h"
#include "core/run/groupedit.h"
#include "core/run/storedirectories.h"

#include <utility>

namespace espalier {

ComparedGroup::ComparedGroup(StoreSession copies, std::shared_ptr<StoreLocks> locks, const GroupId &group, const NamespacePath &from,
                             const NamespacePath &to, std::string notes)
    : m_copies(std::move(copies))
    , m_locks(std::move(locks))
    , m_group(group)
    , m_from(from)
    , m_to(to)
    , m_notes(std::move(notes))
{
}

void ComparedGroup::add(const SnapshotTime &time, SnapshotPrint source, SnapshotPrint copy)
{
    m_prints.insert_or_assign(time, Prints{std::move(source), std::move(copy)});
}

std::vector<SnapshotTime> ComparedGroup::times() const
{
    std::vector<SnapshotTime> times;
    for (const auto &[time, prints] : m_prints)
        times.push_back(time);
    return times;
}

Result<std::unique_ptr<fs::Lock>> ComparedGroup::mayGo(const SnapshotTime &time, const fs::Directory &snapshot) const
{
    const SnapshotAddress source{m_from, m_group, time};
    const SnapshotAddress copy{m_to, m_group, time};
    const auto known = m_prints.find(time);
    const auto now = printOf(snapshot, source);
    if (!now)
        return failWith(now);
    if (known == m_prints.end() || *now != known->second.source)
        return fail(Error::Kind::Conflict, MessageId::StoreMoveChanged, source.name(), m_from.toString());
    const auto acting = fs::ActingAs::user(m_copies.access().user, m_copies.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto group = fs::openBelow(m_copies.store().root, joinPath(typeDirectoryPath(m_to, m_group.type()), m_group.id()));
    if (!group)
        return failWith(group);
    auto lock = m_locks->lockSnapshot(m_to, m_group, time, **group, fs::Access::Shared);
    if (!lock)
        return lock;
    const auto directory = (*group)->openDirectory(time.toString());
    const auto print = directory ? printOf(**directory, copy) : failWith(directory);
    if (!print)
        return failWith(print);
    if (*print != known->second.copy)
        return fail(Error::Kind::Conflict, MessageId::StoreMoveCopyChanged, copy.name(), m_to.toString());
    return lock;
}

bool ComparedGroup::liftsProtection(const SnapshotTime &time) const
{
    const auto known = m_prints.find(time);
    return known != m_prints.end() && known->second.source.has(protectedFileName) && known->second.copy.has(protectedFileName);
}

Done ComparedGroup::groupMayGo(const fs::Directory &group) const
{
    const auto notes = readGroupFile(group, notesFileName);
    if (!notes)
        return failWith(notes);
    return *notes == m_notes ? Done() : fail(Error::Kind::Conflict, MessageId::StoreMoveChanged, m_group.toString(), m_from.toString());
}

} // namespace espalier
