// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/memorytree.h"

/// Locks on nodes of a MemoryTree; called with its mutex held.
namespace espalier::fs {

Result<std::unique_ptr<Lock>> memoryFlock(const std::shared_ptr<MemoryTree> &tree, const std::shared_ptr<MemoryNode> &node,
                                          const std::string &path, Access access);

Result<std::unique_ptr<Lock>> memoryRecordLock(const std::shared_ptr<MemoryTree> &tree, const std::shared_ptr<MemoryNode> &node,
                                               const std::string &path, std::int64_t pid);

/// See Directory::recordLockHolder().
std::int64_t memoryRecordLockHolder(const MemoryNode &node, std::int64_t pid, Access access);

} // namespace espalier::fs
