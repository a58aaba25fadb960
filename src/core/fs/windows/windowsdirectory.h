// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/fs/windows/handle.h"

#include <mutex>

namespace espalier::fs {

/// A directory on a drive or a share: one handle, and names relative to it. Good for the program's own files and for looking at what
/// somebody copied here; a datastore is never written on Windows, so what only that would need is FileOperationUnsupported.
class WindowsDirectory : public Directory
{
public:
    WindowsDirectory(Handle handle, std::string path);

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
    std::string pathOf(std::string_view name) const;
    Done rename(std::string_view name, Directory &target, std::string_view newName, bool replace) const;
    Done remove(std::string_view name, unsigned long kind) const;

    Handle m_handle;
    std::string m_path;
    mutable std::mutex m_reading; ///< The handle has one position for all threads that list it.
};

} // namespace espalier::fs
