// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/fs/memorytree.h"

namespace espalier::fs {

/// An open directory of a MemoryTree, as the process @p pid sees it.
class MemoryDirectory : public Directory
{
public:
    MemoryDirectory(std::shared_ptr<MemoryTree> tree, std::shared_ptr<MemoryNode> node, std::string path, std::int64_t pid);

    const std::string &path() const override { return m_path; }
    Result<Status> status() const override;
    Result<Volume> volume() const override;
    Done changeOwner(std::uint32_t user, std::uint32_t group) override;
    Result<std::vector<Entry>> entries() const override;
    Result<std::optional<Status>> find(std::string_view name) const override;
    Result<std::optional<Status>> findIn(std::string_view directory, std::string_view name) const override;
    Result<std::shared_ptr<Directory>> openDirectory(std::string_view name) const override;
    Result<std::string> readFile(std::string_view name, std::size_t limit) const override;
    Result<FileStart> readStart(std::string_view name, std::size_t limit) const override;
    Done createDirectory(std::string_view name, std::uint32_t mode) override;
    Done createFile(std::string_view name, std::string_view content, std::uint32_t mode) override;
    Done replaceFile(std::string_view name, std::string_view content, std::uint32_t mode) override;
    Result<std::unique_ptr<AppendFile>> openAppend(std::string_view name) override;
    Done renameNoReplace(std::string_view name, Directory &target, std::string_view newName) override;
    Done renamePlain(std::string_view name, Directory &target, std::string_view newName) override;
    Done replaceBy(std::string_view newName, std::string_view name) override;
    Result<std::optional<Status>> touch(std::string_view name) override;
    Done removeFile(std::string_view name) override;
    Done removeDirectory(std::string_view name) override;
    Done sync() override;
    Done syncFileSystem() override;
    Result<std::unique_ptr<Lock>> lockSelf(Access access) override;
    Result<std::unique_ptr<Lock>> lockDirectory(std::string_view name, Access access) override;
    Result<std::unique_ptr<Lock>> lockFile(std::string_view name, Access access) override;
    Result<std::unique_ptr<Lock>> holdRecordLock(std::string_view name) override;
    Result<std::int64_t> recordLockHolder(std::string_view name, Access access) override;

private:
    using Node = std::shared_ptr<MemoryNode>;

    std::string pathOf(std::string_view name) const;
    Result<Node> child(std::string_view name, std::string_view operation) const;
    Result<Node> regularFile(std::string_view name, std::string_view operation) const;
    Result<Node> addChild(std::string_view name, EntryKind kind, std::uint32_t mode, std::string_view operation);
    Done mayChange(std::string_view name, std::string_view operation) const;
    Done rename(std::string_view name, Directory &target, std::string_view newName, bool flagKnown);

    std::shared_ptr<MemoryTree> m_tree;
    Node m_node;
    std::string m_path;
    std::int64_t m_pid;
};

} // namespace espalier::fs
