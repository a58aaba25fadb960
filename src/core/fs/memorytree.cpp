// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memorytree.h"

#include "core/fs/systemerror.h"

#include <cerrno>
#include <deque>

namespace espalier::fs {

namespace {

constexpr std::uint32_t modeBits = 07777;

std::deque<std::string> split(std::string_view path)
{
    std::deque<std::string> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0)
            parts.emplace_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return parts;
}

} // namespace

MemoryTree::MemoryTree(std::uint32_t user, std::uint32_t group) : m_user(user), m_group(group)
{
    root = make(EntryKind::Directory, 0755);
}

std::shared_ptr<MemoryNode> MemoryTree::make(EntryKind kind, std::uint32_t mode)
{
    constexpr std::int64_t firstBirth = 1'700'000'000'000'000'000; // then a second each, so that runs are repeatable
    auto node = std::make_shared<MemoryNode>();
    ++m_lastInode;
    node->status = {.kind = kind,
                    .mode = mode & modeBits,
                    .user = m_user,
                    .group = m_group,
                    .size = 0,
                    .device = 1,
                    .inode = m_lastInode,
                    .birthTime = firstBirth + static_cast<std::int64_t>(m_lastInode) * 1'000'000'000};
    return node;
}

void MemoryTree::attach(const std::shared_ptr<MemoryNode> &parent, std::string_view name, const std::shared_ptr<MemoryNode> &node)
{
    parent->children.insert_or_assign(std::string(name), node);
    node->parent = parent;
}

void MemoryTree::detach(const std::shared_ptr<MemoryNode> &parent, std::string_view name)
{
    const auto child = parent->children.find(name);
    child->second->parent.reset();
    parent->children.erase(child);
}

Result<std::shared_ptr<MemoryNode>> MemoryTree::resolve(std::string_view path, bool followLast) const
{
    constexpr int mostLinks = 40;
    std::shared_ptr<MemoryNode> node = root;
    std::deque<std::string> left = split(path);
    for (int links = 0; !left.empty();) {
        const std::string name = std::move(left.front());
        left.pop_front();
        if (node->status.kind != EntryKind::Directory)
            return systemFailure(ENOTDIR, "open", path);
        if (name == ".")
            continue;
        if (name == "..") {
            if (const auto above = node->parent.lock())
                node = above;
            continue;
        }
        const auto child = node->children.find(name);
        if (child == node->children.end())
            return systemFailure(ENOENT, "open", path);
        if (child->second->status.kind != EntryKind::Symlink || (left.empty() && !followLast)) {
            node = child->second;
            continue;
        }
        if (++links > mostLinks)
            return systemFailure(ELOOP, "open", path);
        const std::string &target = child->second->content;
        std::deque<std::string> steps = split(target);
        left.insert(left.begin(), steps.begin(), steps.end());
        if (target.starts_with('/'))
            node = root;
    }
    return node;
}

} // namespace espalier::fs
