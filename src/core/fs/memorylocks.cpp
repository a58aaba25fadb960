// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memorylocks.h"

#include "core/fs/systemerror.h"

#include <cerrno>

namespace espalier::fs {

namespace {

class MemoryFlock : public Lock
{
public:
    MemoryFlock(std::shared_ptr<MemoryTree> tree, std::shared_ptr<MemoryNode> node, Access access)
        : m_tree(std::move(tree))
        , m_node(std::move(node))
        , m_access(access)
    {
    }
    ~MemoryFlock() override
    {
        const std::lock_guard guard(m_tree->mutex);
        if (m_access == Access::Exclusive)
            m_node->exclusiveFlock = false;
        else
            --m_node->sharedFlocks;
    }

private:
    std::shared_ptr<MemoryTree> m_tree;
    std::shared_ptr<MemoryNode> m_node;
    Access m_access;
};

class MemoryRecordLock : public Lock
{
public:
    MemoryRecordLock(std::shared_ptr<MemoryTree> tree, std::shared_ptr<MemoryNode> node, std::int64_t pid)
        : m_tree(std::move(tree))
        , m_node(std::move(node))
        , m_pid(pid)
    {
    }
    ~MemoryRecordLock() override
    {
        const std::lock_guard guard(m_tree->mutex);
        const auto holder = m_node->recordHolders.find(m_pid);
        if (--holder->second == 0)
            m_node->recordHolders.erase(holder);
    }

private:
    std::shared_ptr<MemoryTree> m_tree;
    std::shared_ptr<MemoryNode> m_node;
    std::int64_t m_pid;
};

} // namespace

Result<std::unique_ptr<Lock>> memoryFlock(const std::shared_ptr<MemoryTree> &tree, const std::shared_ptr<MemoryNode> &node,
                                          const std::string &path, Access access)
{
    if (node->exclusiveFlock || (access == Access::Exclusive && node->sharedFlocks > 0))
        return systemFailure(EAGAIN, "flock", path);
    if (access == Access::Exclusive)
        node->exclusiveFlock = true;
    else
        ++node->sharedFlocks;
    return std::make_unique<MemoryFlock>(tree, node, access);
}

Result<std::unique_ptr<Lock>> memoryRecordLock(const std::shared_ptr<MemoryTree> &tree, const std::shared_ptr<MemoryNode> &node,
                                               const std::string &path, std::int64_t pid)
{
    if (const std::int64_t other = memoryRecordLockHolder(*node, pid, Access::Shared); other != 0) {
        return std::unexpected(Error{Error::Kind::Busy, MessageId::WriteLockHeld, {path, std::to_string(other)}, EAGAIN});
    }
    ++node->recordHolders[pid];
    return std::make_unique<MemoryRecordLock>(tree, node, pid);
}

std::int64_t memoryRecordLockHolder(const MemoryNode &node, std::int64_t pid, Access access)
{
    if (node.exclusiveRecordHolder != 0 && node.exclusiveRecordHolder != pid)
        return node.exclusiveRecordHolder;
    if (access == Access::Exclusive) {
        for (const auto &[holder, count] : node.recordHolders) {
            if (holder != pid)
                return holder;
        }
    }
    return 0;
}

} // namespace espalier::fs
