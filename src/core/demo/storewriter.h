// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/digest.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace espalier {

/// Makes the directories and chunks of a new datastore, with PBS's modes.
class StoreWriter
{
public:
    /// @p root is an empty directory. @p marker is the content of the marker file.
    static Result<StoreWriter> make(std::shared_ptr<fs::Directory> root, std::string_view marker);

    /// Opens the directory of a namespace; missing ones on the way are made.
    Result<std::shared_ptr<fs::Directory>> ns(const NamespacePath &path);

    /// Makes a group with its `owner` and, unless empty, `notes`.
    Result<std::shared_ptr<fs::Directory>> makeGroup(const NamespacePath &path, const GroupId &id, std::string_view owner,
                                                     std::string_view notes);

    static Result<std::shared_ptr<fs::Directory>> makeSnapshot(fs::Directory &group, const SnapshotTime &time);
    static Done writeFile(fs::Directory &directory, std::string_view name, std::string_view content);

    bool hasChunk(const Digest &digest) const { return m_chunks.contains(digest); }
    Done writeChunk(const Digest &digest, std::string_view blob);

    /// A chunk that a verification found corrupt and put aside.
    Done writeBadChunk(const Digest &digest, std::string_view blob);

private:
    explicit StoreWriter(std::shared_ptr<fs::Directory> root) : m_root(std::move(root)) {}

    Done addToChunks(const Digest &digest, std::string_view suffix, std::string_view blob);

    std::shared_ptr<fs::Directory> m_root;
    std::set<Digest> m_chunks;
};

} // namespace espalier
