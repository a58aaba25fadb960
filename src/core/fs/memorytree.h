// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <map>
#include <memory>
#include <mutex>

namespace espalier::fs {

/// A file, directory or link of a MemoryTree.
struct MemoryNode
{
    Status status;
    std::string content; ///< Of a file; where a link leads.
    std::map<std::string, std::shared_ptr<MemoryNode>, std::less<>> children;
    std::weak_ptr<MemoryNode> parent; ///< Empty for the root and for what was removed.
    int sharedFlocks = 0;
    bool exclusiveFlock = false;
    std::map<std::int64_t, int> recordHolders; ///< Process and how many shared record locks it holds.
    std::int64_t exclusiveRecordHolder = 0;
};

/// What all views of one file system in memory share. Its members are used with the mutex held.
class MemoryTree
{
public:
    MemoryTree(std::uint32_t user, std::uint32_t group);

    std::shared_ptr<MemoryNode> make(EntryKind kind, std::uint32_t mode);
    void attach(const std::shared_ptr<MemoryNode> &parent, std::string_view name, const std::shared_ptr<MemoryNode> &node);
    void detach(const std::shared_ptr<MemoryNode> &parent, std::string_view name);

    /// The node at an absolute path. Follows links, the last component's where @p followLast.
    Result<std::shared_ptr<MemoryNode>> resolve(std::string_view path, bool followLast) const;

    bool isRemoved(const std::shared_ptr<MemoryNode> &node) const { return node != root && node->parent.expired(); }

    std::mutex mutex;
    std::shared_ptr<MemoryNode> root;
    Volume volume{Volume::Kind::Local, "memory", false};
    bool knowsRenameNoReplace = true;

private:
    std::uint32_t m_user;
    std::uint32_t m_group;
    std::uint64_t m_lastInode = 0;
};

} // namespace espalier::fs
