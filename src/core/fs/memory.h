// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <cstdint>

namespace espalier::fs {

class MemoryTree;

/// A complete file system in memory, for tests and for the demo where there is no other. Locks conflict between
/// different MemoryFileSystem::asProcess() views as they would between processes. Permissions are kept and not enforced;
/// what is made belongs to the user and group given to create(). A read-only volume refuses every change.
class MemoryFileSystem : public FileSystem
{
public:
    static std::shared_ptr<MemoryFileSystem> create(std::uint32_t user = 34, std::uint32_t group = 34);
    ~MemoryFileSystem() override;

    Result<std::shared_ptr<Directory>> open(std::string_view path) override;

    /// The same files seen by another process: its locks conflict with those of this one.
    std::shared_ptr<MemoryFileSystem> asProcess(std::int64_t pid) const;

    /// @name For setting up what the port itself cannot make
    /// Paths are absolute; missing directories above are made.
    /// @{
    void makeDirectories(std::string_view path, std::uint32_t mode = 0755);
    void makeFile(std::string_view path, std::string_view content, std::uint32_t mode = 0644);
    void makeSymlink(std::string_view path, std::string_view target);
    void changeOwner(std::string_view path, std::uint32_t user, std::uint32_t group);
    void changeMode(std::string_view path, std::uint32_t mode);
    void removeTree(std::string_view path);
    void setVolume(const Volume &volume);     ///< What volume() says everywhere.
    void setRenameNoReplaceKnown(bool known); ///< False: like ZFS before 2.2.
    /// An exclusive record lock of another process, as a running garbage collection holds it; 0 releases it.
    void setExclusiveRecordLock(std::string_view path, std::int64_t pid);
    /// @}

private:
    MemoryFileSystem(std::shared_ptr<MemoryTree> tree, std::int64_t pid);

    std::shared_ptr<MemoryTree> m_tree;
    std::int64_t m_pid = 1;
};

} // namespace espalier::fs
