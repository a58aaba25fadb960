// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"
#include "core/pbs/authid.h"
#include "core/pbs/digest.h"
#include "core/pbs/lockname.h"
#include "core/pbs/safeid.h"
#include "core/pbs/snapshotpath.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

namespace {

bool isPlainFileName(std::string_view name)
{
    return !name.empty() && name.size() <= 255 && name != "." && name != ".." && !name.contains('/') && !name.contains('\0');
}

void readNamespace(std::string_view text)
{
    const auto path = NamespacePath::fromString(text);
    if (!path)
        return;
    fuzz::require(path->toString() == text && path->depth() <= NamespacePath::maxDepth);
    fuzz::require(NamespacePath::fromDirectoryForm(path->directoryForm()).value() == *path);
    fuzz::require(path->isRoot() || path->parent().child(path->name()).value() == *path);
    fuzz::require(path->isRoot() || path->parent() < *path);
    for (const std::string_view name : path->components())
        fuzz::require(isPlainFileName(name) && isSafeId(name));
}

void readSnapshot(std::string_view text)
{
    const auto path = SnapshotPath::fromDirectoryForm(text);
    if (!path)
        return;
    fuzz::require(SnapshotPath::fromDirectoryForm(path->directoryForm()).value() == *path);
    const auto &[group, time] = path->snapshot;
    fuzz::require(isPlainFileName(group.id()) && isPlainFileName(time.toString()));
    fuzz::require(SnapshotTime::fromEpoch(time.epoch())->epoch() == time.epoch());
    for (const auto &lock :
         {groupLockName(path->ns, group), snapshotLockName(path->ns, group, time), manifestLockName(path->ns, group, time)})
        fuzz::require(!lock || isPlainFileName(lock->name));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    readNamespace(text);
    readSnapshot(text);
    static_cast<void>(NamespacePath::fromDirectoryForm(text));
    if (const auto group = GroupId::fromString(text))
        fuzz::require(group->toString() == text && isPlainFileName(group->id()));
    if (const auto time = SnapshotTime::fromString(text))
        fuzz::require(time->toString() == text);
    if (const auto id = AuthId::fromString(text))
        fuzz::require(id->toString() == text);
    if (const auto name = ArchiveName::fromString(text))
        fuzz::require(isPlainFileName(name->toString()) && archiveTypeOf(text).value() == name->type());
    static_cast<void>(archiveTypeOf(text));
    if (const auto digest = Digest::fromHex(text))
        fuzz::require(Digest::fromHex(digest->toHex()).value() == *digest);
    return 0;
}
