// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memory.h"

#include "core/fs/memorydirectory.h"
#include "core/fs/memorytree.h"

namespace espalier::fs {

namespace {

std::pair<std::string_view, std::string_view> splitLast(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return {{}, path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

/// The directory at @p path, made with those above it where it is missing.
std::shared_ptr<MemoryNode> directoryAt(MemoryTree &tree, std::string_view path, std::uint32_t mode)
{
    const auto [above, name] = splitLast(path);
    if (name.empty())
        return tree.root;
    if (auto there = tree.resolve(path, true))
        return *there;
    auto made = tree.make(EntryKind::Directory, mode);
    tree.attach(directoryAt(tree, above, 0755), name, made);
    return made;
}

std::shared_ptr<MemoryNode> put(MemoryTree &tree, std::string_view path, EntryKind kind, std::string_view content, std::uint32_t mode)
{
    const auto [above, name] = splitLast(path);
    const auto parent = directoryAt(tree, above, 0755);
    auto node = tree.make(kind, mode);
    node->content = content;
    node->status.size = content.size();
    tree.attach(parent, name, node);
    return node;
}

} // namespace

MemoryFileSystem::MemoryFileSystem(std::shared_ptr<MemoryTree> tree, std::int64_t pid) : m_tree(std::move(tree)), m_pid(pid) {}

MemoryFileSystem::~MemoryFileSystem() = default;

std::shared_ptr<MemoryFileSystem> MemoryFileSystem::create(std::uint32_t user, std::uint32_t group)
{
    return std::shared_ptr<MemoryFileSystem>(new MemoryFileSystem(std::make_shared<MemoryTree>(user, group), 1));
}

std::shared_ptr<MemoryFileSystem> MemoryFileSystem::asProcess(std::int64_t pid) const
{
    return std::shared_ptr<MemoryFileSystem>(new MemoryFileSystem(m_tree, pid));
}

Result<std::shared_ptr<Directory>> MemoryFileSystem::open(std::string_view path)
{
    if (!path.starts_with('/') || path.find('\0') != std::string_view::npos)
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, path);
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const std::lock_guard guard(m_tree->mutex);
    const auto node = m_tree->resolve(path, true);
    if (!node)
        return failWith(node);
    if ((*node)->status.kind != EntryKind::Directory)
        return fail(Error::Kind::Conflict, MessageId::FileNotADirectory, path);
    return std::make_shared<MemoryDirectory>(m_tree, *node, std::string(path), m_pid);
}

void MemoryFileSystem::makeDirectories(std::string_view path, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    directoryAt(*m_tree, path, mode);
}

void MemoryFileSystem::makeFile(std::string_view path, std::string_view content, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    put(*m_tree, path, EntryKind::File, content, mode);
}

void MemoryFileSystem::makeSymlink(std::string_view path, std::string_view target)
{
    const std::lock_guard guard(m_tree->mutex);
    put(*m_tree, path, EntryKind::Symlink, target, 0777);
}

void MemoryFileSystem::changeOwner(std::string_view path, std::uint32_t user, std::uint32_t group)
{
    const std::lock_guard guard(m_tree->mutex);
    Status &status = m_tree->resolve(path, false).value()->status;
    status.user = user;
    status.group = group;
}

void MemoryFileSystem::changeMode(std::string_view path, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    m_tree->resolve(path, false).value()->status.mode = mode;
}

void MemoryFileSystem::removeTree(std::string_view path)
{
    const std::lock_guard guard(m_tree->mutex);
    const auto [above, name] = splitLast(path);
    if (const auto parent = m_tree->resolve(above, true); parent && (*parent)->children.contains(name))
        m_tree->detach(*parent, name);
}

void MemoryFileSystem::setVolume(const Volume &volume)
{
    const std::lock_guard guard(m_tree->mutex);
    m_tree->volume = volume;
}

void MemoryFileSystem::setRenameNoReplaceKnown(bool known)
{
    const std::lock_guard guard(m_tree->mutex);
    m_tree->knowsRenameNoReplace = known;
}

void MemoryFileSystem::setExclusiveRecordLock(std::string_view path, std::int64_t pid)
{
    const std::lock_guard guard(m_tree->mutex);
    m_tree->resolve(path, true).value()->exclusiveRecordHolder = pid;
}

} // namespace espalier::fs
