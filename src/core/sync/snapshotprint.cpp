// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/snapshotprint.h"

#include "core/pbs/archivename.h"

#include <algorithm>

namespace espalier {

bool SnapshotPrint::has(std::string_view name) const
{
    return std::ranges::contains(files, name, &File::name);
}

Result<SnapshotPrint> printOf(const fs::Directory &directory, const SnapshotAddress &snapshot)
{
    const auto status = directory.status();
    const auto entries = status ? directory.entries() : failWith(status);
    const auto manifest = entries ? directory.readFile(manifestFileName, maxSnapshotFile) : failWith(entries);
    if (!manifest)
        return failWith(manifest);
    SnapshotPrint print{.inode = status->inode, .files = {}, .manifest = Digest::of(*manifest)};
    for (const fs::Entry &entry : *entries) {
        const auto file = directory.find(entry.name);
        if (!file)
            return failWith(file);
        if (!*file || (*file)->kind != fs::EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::RemovalForeignEntry, snapshot.name(), snapshot.ns.toString(), entry.name);
        print.files.push_back({entry.name, (*file)->inode, (*file)->size});
    }
    std::ranges::sort(print.files, {}, &SnapshotPrint::File::name);
    return print;
}

} // namespace espalier
