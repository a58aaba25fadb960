// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/carriedstate.h"

#include "core/fs/actingas.h"
#include "core/pbs/archivename.h"
#include "core/run/groupedit.h"
#include "core/run/storedirectories.h"
#include "core/sync/manifestmerge.h"
#include "core/sync/snapshotfiles.h"

namespace espalier {

namespace {

std::string groupPath(const NamespacePath &ns, const GroupId &group)
{
    return joinPath(typeDirectoryPath(ns, group.type()), group.id());
}

} // namespace

/// What a copy lacks.
struct CarriedState::Missing
{
    std::optional<std::string> manifest{}; ///< As it is to be.
    std::optional<std::string> clientLog{};
    bool isProtection = false;
};

/// Protection comes last: it says that the copy has all.
Done CarriedState::write(fs::Directory &snapshot, const Missing &missing)
{
    Done done;
    if (missing.clientLog)
        done = snapshot.replaceFile(clientLogFileName, *missing.clientLog, snapshotFileMode);
    if (done && missing.manifest)
        done = snapshot.replaceFile(manifestFileName, *missing.manifest, snapshotFileMode);
    if (done && missing.isProtection)
        done = snapshot.createFile(protectedFileName, {}, snapshotFileMode);
    return done ? snapshot.sync() : done;
}

Result<SnapshotPrint> CarriedState::bring(const ComparedCopy &compared, bool isProtected, const SnapshotAddress &source,
                                          const SnapshotAddress &copy, const SnapshotPrint &print)
{
    const auto manifest = carriedManifest(compared.copy, compared.source);
    if (!manifest)
        return failWith(manifest);
    if (!*manifest)
        return fail(Error::Kind::Conflict, MessageId::StoreMoveNotesDiffer, source.name(), source.ns.toString(), copy.ns.toString());
    const Missing missing{.manifest = (*manifest)->isChange ? std::optional((*manifest)->bytes) : std::nullopt,
                          .clientLog = compared.missingLog,
                          .isProtection = isProtected && !print.has(protectedFileName)};
    if (!missing.manifest && !missing.clientLog && !missing.isProtection)
        return print;
    const auto acting = fs::ActingAs::user(m_copies.access().user, m_copies.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto group = fs::openBelow(m_copies.store().root, groupPath(copy.ns, copy.group));
    if (!group)
        return failWith(group);
    const auto lock = m_locks.lockSnapshot(copy.ns, copy.group, copy.time, **group);
    const auto manifestLock = lock ? m_locks.lockManifest(copy.ns, copy.group, copy.time) : failWith(lock);
    if (!manifestLock)
        return failWith(manifestLock);
    const auto directory = (*group)->openDirectory(copy.time.toString());
    const auto now = directory ? printOf(**directory, copy) : failWith(directory);
    if (!now)
        return failWith(now);
    if (*now != print)
        return fail(Error::Kind::Conflict, MessageId::StoreMoveCopyChanged, copy.name(), copy.ns.toString());
    if (const Done written = write(**directory, missing); !written)
        return failWith(written);
    return printOf(**directory, copy);
}

Done CarriedState::bringNotes(const std::string &notes, const GroupId &group, const NamespacePath &from, const NamespacePath &to)
{
    if (notes.empty())
        return {};
    const auto acting = fs::ActingAs::user(m_copies.access().user, m_copies.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto directory = fs::openBelow(m_copies.store().root, groupPath(to, group));
    const auto lock = directory ? m_locks.lockGroup(to, group, directory->get()) : failWith(directory);
    const auto present = lock ? readGroupFile(**directory, notesFileName) : failWith(lock);
    if (!present)
        return failWith(present);
    if (*present == notes)
        return {};
    if (!present->empty())
        return fail(Error::Kind::Conflict, MessageId::StoreMoveNotesDiffer, group.toString(), from.toString(), to.toString());
    const Done written = (*directory)->replaceFile(notesFileName, notes, snapshotFileMode);
    return written ? (*directory)->sync() : written;
}

} // namespace espalier
