// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memorydirectory.h"

#include "core/fs/memorylocks.h"
#include "core/fs/systemerror.h"

#include <cerrno>

namespace espalier::fs {

namespace {

class MemoryAppendFile : public AppendFile
{
public:
    MemoryAppendFile(std::shared_ptr<MemoryTree> tree, std::shared_ptr<MemoryNode> node, std::string path)
        : m_tree(std::move(tree))
        , m_node(std::move(node))
        , m_path(std::move(path))
    {
    }

    Done append(std::string_view bytes) override
    {
        const std::lock_guard guard(m_tree->mutex);
        if (m_tree->volume.readOnly)
            return systemFailure(EROFS, "write", m_path);
        m_node->content.append(bytes);
        m_node->status.size = m_node->content.size();
        return {};
    }
    Done sync() override { return {}; }

private:
    std::shared_ptr<MemoryTree> m_tree;
    std::shared_ptr<MemoryNode> m_node;
    std::string m_path;
};

bool isOrLiesAbove(const std::shared_ptr<MemoryNode> &node, std::shared_ptr<MemoryNode> below)
{
    for (; below; below = below->parent.lock()) {
        if (below == node)
            return true;
    }
    return false;
}

} // namespace

MemoryDirectory::MemoryDirectory(std::shared_ptr<MemoryTree> tree, std::shared_ptr<MemoryNode> node, std::string path, std::int64_t pid)
    : m_tree(std::move(tree))
    , m_node(std::move(node))
    , m_path(std::move(path))
    , m_pid(pid)
{
}

std::string MemoryDirectory::pathOf(std::string_view name) const
{
    std::string path = m_path;
    if (!path.ends_with('/'))
        path += '/';
    return path.append(name);
}

Result<MemoryDirectory::Node> MemoryDirectory::child(std::string_view name, std::string_view operation) const
{
    if (!isComponent(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    const auto found = m_node->children.find(name);
    if (found == m_node->children.end())
        return systemFailure(ENOENT, operation, pathOf(name));
    return found->second;
}

Result<MemoryDirectory::Node> MemoryDirectory::regularFile(std::string_view name, std::string_view operation) const
{
    auto node = child(name, operation);
    if (node && (*node)->status.kind != EntryKind::File)
        return systemFailure((*node)->status.kind == EntryKind::Directory ? EISDIR : ELOOP, operation, pathOf(name));
    return node;
}

Done MemoryDirectory::mayChange(std::string_view name, std::string_view operation) const
{
    if (!isComponent(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    if (m_tree->volume.readOnly)
        return systemFailure(EROFS, operation, pathOf(name));
    if (m_tree->isRemoved(m_node))
        return systemFailure(ENOENT, operation, pathOf(name));
    return {};
}

Result<MemoryDirectory::Node> MemoryDirectory::addChild(std::string_view name, EntryKind kind, std::uint32_t mode,
                                                        std::string_view operation)
{
    if (const Done allowed = mayChange(name, operation); !allowed)
        return failWith(allowed);
    if (m_node->children.contains(name))
        return systemFailure(EEXIST, operation, pathOf(name));
    Node node = m_tree->make(kind, mode);
    m_tree->attach(m_node, name, node);
    return node;
}

Result<Status> MemoryDirectory::status() const
{
    const std::lock_guard guard(m_tree->mutex);
    return m_node->status;
}

Result<Volume> MemoryDirectory::volume() const
{
    const std::lock_guard guard(m_tree->mutex);
    return m_tree->volume;
}

Done MemoryDirectory::changeOwner(std::uint32_t user, std::uint32_t group)
{
    const std::lock_guard guard(m_tree->mutex);
    if (m_tree->volume.readOnly)
        return systemFailure(EROFS, "fchown", m_path);
    m_node->status.user = user;
    m_node->status.group = group;
    return {};
}

Result<std::vector<Entry>> MemoryDirectory::entries() const
{
    const std::lock_guard guard(m_tree->mutex);
    std::vector<Entry> entries;
    entries.reserve(m_node->children.size());
    for (const auto &[name, node] : m_node->children)
        entries.push_back({name, node->status.kind, node->status.inode});
    return entries;
}

Result<std::optional<Status>> MemoryDirectory::find(std::string_view name) const
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = child(name, "statx");
    if (node)
        return (*node)->status;
    if (node.error().kind == Error::Kind::NotFound)
        return std::nullopt;
    return failWith(node);
}

Result<std::optional<Status>> MemoryDirectory::findIn(std::string_view directory, std::string_view name) const
{
    const std::lock_guard guard(m_tree->mutex);
    if (!isComponent(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    const auto node = child(directory, "statx");
    if (!node && node.error().kind != Error::Kind::NotFound)
        return failWith(node);
    if (!node)
        return std::nullopt;
    const auto found = (*node)->children.find(name);
    return found == (*node)->children.end() ? std::nullopt : std::optional(found->second->status);
}

Result<std::shared_ptr<Directory>> MemoryDirectory::openDirectory(std::string_view name) const
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = child(name, "openat");
    if (!node)
        return failWith(node);
    if ((*node)->status.kind != EntryKind::Directory)
        return systemFailure(ENOTDIR, "openat", pathOf(name));
    return std::make_shared<MemoryDirectory>(m_tree, *node, pathOf(name), m_pid);
}

Result<std::string> MemoryDirectory::readFile(std::string_view name, std::size_t limit) const
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = regularFile(name, "openat");
    if (!node)
        return failWith(node);
    const std::string &content = (*node)->content;
    if (content.size() > limit) {
        return fail(Error::Kind::Damaged, MessageId::FileTooLarge, pathOf(name), std::to_string(content.size()), std::to_string(limit));
    }
    return content;
}

Result<FileStart> MemoryDirectory::readStart(std::string_view name, std::size_t limit) const
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = regularFile(name, "openat");
    if (!node)
        return failWith(node);
    FileStart start{(*node)->status, (*node)->content.substr(0, limit)};
    start.status.birthTime = 0;
    return start;
}

Done MemoryDirectory::createDirectory(std::string_view name, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const auto made = addChild(name, EntryKind::Directory, mode, "mkdirat"); !made)
        return failWith(made);
    return {};
}

Done MemoryDirectory::createFile(std::string_view name, std::string_view content, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    const auto made = addChild(name, EntryKind::File, mode, "openat");
    if (!made)
        return failWith(made);
    (*made)->content = content;
    (*made)->status.size = content.size();
    return {};
}

Done MemoryDirectory::replaceFile(std::string_view name, std::string_view content, std::uint32_t mode)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(name, "renameat"); !allowed)
        return allowed;
    if (const auto present = m_node->children.find(name); present != m_node->children.end()) {
        if (present->second->status.kind == EntryKind::Directory)
            return systemFailure(EISDIR, "renameat", pathOf(name));
        m_tree->detach(m_node, name);
    }
    const auto made = addChild(name, EntryKind::File, mode, "openat");
    if (!made)
        return failWith(made);
    (*made)->content = content;
    (*made)->status.size = content.size();
    return {};
}

Result<std::unique_ptr<AppendFile>> MemoryDirectory::openAppend(std::string_view name)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(name, "openat"); !allowed)
        return failWith(allowed);
    auto node = regularFile(name, "openat");
    if (!node && node.error().kind == Error::Kind::NotFound)
        node = addChild(name, EntryKind::File, 0600, "openat");
    if (!node)
        return failWith(node);
    return std::make_unique<MemoryAppendFile>(m_tree, *node, pathOf(name));
}

Done MemoryDirectory::rename(std::string_view name, Directory &target, std::string_view newName, bool flagKnown)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(name, "renameat2"); !allowed)
        return allowed;
    auto *to = dynamic_cast<MemoryDirectory *>(&target);
    if (!to || to->m_tree != m_tree)
        return systemFailure(EXDEV, "renameat2", pathOf(name), target.path());
    if (const Done allowed = to->mayChange(newName, "renameat2"); !allowed)
        return allowed;
    const auto node = child(name, "renameat2");
    if (!node)
        return failWith(node);
    if (to->m_node->children.contains(newName))
        return systemFailure(EEXIST, "renameat2", pathOf(name), to->pathOf(newName));
    if (isOrLiesAbove(*node, to->m_node)) {
        return std::unexpected(
            Error{Error::Kind::Failed, MessageId::FileOperationFailed, {"renameat2", pathOf(name), systemWords(EINVAL)}, EINVAL});
    }
    if (!flagKnown)
        return systemFailure(EINVAL, "renameat2", pathOf(name), to->pathOf(newName));
    m_tree->detach(m_node, name);
    m_tree->attach(to->m_node, newName, *node);
    return {};
}

Done MemoryDirectory::renameNoReplace(std::string_view name, Directory &target, std::string_view newName)
{
    return rename(name, target, newName, m_tree->knowsRenameNoReplace);
}

Done MemoryDirectory::renamePlain(std::string_view name, Directory &target, std::string_view newName)
{
    return rename(name, target, newName, true);
}

Done MemoryDirectory::replaceBy(std::string_view newName, std::string_view name)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(newName, "renameat"); !allowed)
        return allowed;
    const auto node = regularFile(name, "renameat");
    if (!node)
        return failWith(node);
    if (const auto present = m_node->children.find(newName); present != m_node->children.end()) {
        if (present->second->status.kind != EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::FileNotRegular, pathOf(newName));
        m_tree->detach(m_node, newName);
    }
    m_tree->detach(m_node, name);
    m_tree->attach(m_node, newName, *node);
    return {};
}

Result<std::optional<Status>> MemoryDirectory::touch(std::string_view name)
{
    const auto found = find(name);
    const std::lock_guard guard(m_tree->mutex);
    if (!found || !*found)
        return found;
    if ((*found)->kind != EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, pathOf(name));
    if (const Done allowed = mayChange(name, "utimensat"); !allowed)
        return failWith(allowed);
    return found;
}

Done MemoryDirectory::removeFile(std::string_view name)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(name, "unlinkat"); !allowed)
        return allowed;
    const auto node = child(name, "unlinkat");
    if (!node)
        return failWith(node);
    if ((*node)->status.kind == EntryKind::Directory)
        return systemFailure(EISDIR, "unlinkat", pathOf(name));
    m_tree->detach(m_node, name);
    return {};
}

Done MemoryDirectory::removeDirectory(std::string_view name)
{
    const std::lock_guard guard(m_tree->mutex);
    if (const Done allowed = mayChange(name, "unlinkat"); !allowed)
        return allowed;
    const auto node = child(name, "unlinkat");
    if (!node)
        return failWith(node);
    if ((*node)->status.kind != EntryKind::Directory)
        return systemFailure(ENOTDIR, "unlinkat", pathOf(name));
    if (!(*node)->children.empty())
        return systemFailure(ENOTEMPTY, "unlinkat", pathOf(name));
    m_tree->detach(m_node, name);
    return {};
}

Done MemoryDirectory::sync()
{
    return {};
}

Done MemoryDirectory::syncFileSystem()
{
    return {};
}

Result<std::unique_ptr<Lock>> MemoryDirectory::lockSelf(Access access)
{
    const std::lock_guard guard(m_tree->mutex);
    return memoryFlock(m_tree, m_node, m_path, access);
}

Result<std::unique_ptr<Lock>> MemoryDirectory::lockDirectory(std::string_view name, Access access)
{
    const auto directory = openDirectory(name);
    return directory ? (*directory)->lockSelf(access) : failWith(directory);
}

Result<std::unique_ptr<Lock>> MemoryDirectory::lockFile(std::string_view name, Access access)
{
    const std::lock_guard guard(m_tree->mutex);
    auto node = regularFile(name, "openat");
    if (!node && node.error().kind == Error::Kind::NotFound)
        node = addChild(name, EntryKind::File, 0660, "openat");
    if (!node)
        return failWith(node);
    return memoryFlock(m_tree, *node, pathOf(name), access);
}

Result<std::unique_ptr<Lock>> MemoryDirectory::holdRecordLock(std::string_view name)
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = regularFile(name, "openat");
    if (!node)
        return failWith(node);
    return memoryRecordLock(m_tree, *node, pathOf(name), m_pid);
}

Result<std::int64_t> MemoryDirectory::recordLockHolder(std::string_view name, Access access)
{
    const std::lock_guard guard(m_tree->mutex);
    const auto node = regularFile(name, "openat");
    if (node)
        return memoryRecordLockHolder(**node, m_pid, access);
    if (node.error().kind == Error::Kind::NotFound)
        return 0;
    return failWith(node);
}

} // namespace espalier::fs
