// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowsdirectory.h"

#include "core/fs/systemerror.h"
#include "core/fs/windows/ntfile.h"
#include "core/fs/windows/widetext.h"
#include "core/fs/windows/windowserror.h"
#include "core/fs/windows/windowsfile.h"
#include "core/fs/windows/windowslocks.h"
#include "core/fs/windows/windowsvolume.h"

#include <winternl.h>

#include <array>
#include <cerrno>
#include <utility>

namespace espalier::fs {

namespace {

constexpr OpenWish forLooking{.access = FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN, .options = 0};
constexpr ACCESS_MASK listing = FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES;

std::unexpected<Error> unsupported(std::string_view operation, std::string_view path)
{
    return systemFailure(EOPNOTSUPP, operation, path);
}

Entry entryOf(const FILE_ID_BOTH_DIR_INFO &data)
{
    // where there is a reparse point, its tag stands in the place of the size of extended attributes
    return {.name = fromWide({data.FileName, data.FileNameLength / sizeof(wchar_t)}),
            .kind = kindOf(data.FileAttributes, data.EaSize),
            .inode = static_cast<std::uint64_t>(data.FileId.QuadPart)};
}

} // namespace

WindowsDirectory::WindowsDirectory(Handle handle, std::string path) : m_handle(std::move(handle)), m_path(std::move(path)) {}

std::string WindowsDirectory::pathOf(std::string_view name) const
{
    std::string path = m_path;
    if (!path.ends_with('/'))
        path += '/';
    return path.append(name);
}

Result<Status> WindowsDirectory::status() const
{
    return statusOf(m_handle.value(), m_path);
}

Result<Volume> WindowsDirectory::volume() const
{
    return windowsVolume(m_handle.value(), m_path);
}

Done WindowsDirectory::changeOwner(std::uint32_t, std::uint32_t)
{
    return unsupported("chown", m_path);
}

Result<std::vector<Entry>> WindowsDirectory::entries() const
{
    constexpr std::size_t bufferSize = std::size_t{64} << 10;
    std::vector<std::byte> buffer(bufferSize);
    std::vector<Entry> entries;
    const std::scoped_lock guard(m_reading);
    for (auto which = FileIdBothDirectoryRestartInfo;; which = FileIdBothDirectoryInfo) {
        if (!::GetFileInformationByHandleEx(m_handle.value(), which, buffer.data(), bufferSize)) {
            const DWORD code = ::GetLastError();
            if (code == ERROR_NO_MORE_FILES || (code == ERROR_FILE_NOT_FOUND && which == FileIdBothDirectoryRestartInfo))
                return entries;
            return windowsFailure(code, "GetFileInformationByHandleEx", m_path);
        }
        for (const std::byte *at = buffer.data();;) {
            const auto &data = *reinterpret_cast<const FILE_ID_BOTH_DIR_INFO *>(at); // aligned by the system
            if (Entry entry = entryOf(data); entry.name != "." && entry.name != "..")
                entries.push_back(std::move(entry));
            if (data.NextEntryOffset == 0)
                break;
            at += data.NextEntryOffset;
        }
    }
}

Result<std::optional<Status>> WindowsDirectory::find(std::string_view name) const
{
    const auto plain = checkedName(name);
    if (!plain)
        return failWith(plain);
    Handle entry;
    if (const DWORD code = openAt(m_handle.value(), *plain, forLooking, entry); code != ERROR_SUCCESS) {
        auto failure = windowsFailure(code, "NtCreateFile", pathOf(name));
        if (failure.error().kind == Error::Kind::NotFound || failure.error().id == MessageId::FileNotADirectory)
            return std::nullopt;
        return failure;
    }
    const auto status = statusOf(entry.value(), pathOf(name));
    return status ? Result<std::optional<Status>>(*status) : failWith(status);
}

Result<std::optional<Status>> WindowsDirectory::findIn(std::string_view directory, std::string_view name) const
{
    const auto inner = openDirectory(directory);
    if (inner)
        return (*inner)->find(name);
    if (inner.error().kind == Error::Kind::NotFound || inner.error().id == MessageId::FileNotADirectory)
        return std::nullopt;
    return failWith(inner);
}

Result<std::shared_ptr<Directory>> WindowsDirectory::openDirectory(std::string_view name) const
{
    const auto plain = checkedName(name);
    if (!plain)
        return failWith(plain);
    const std::string path = pathOf(name);
    Handle handle;
    const OpenWish wish{.access = listing, .disposition = FILE_OPEN, .options = FILE_DIRECTORY_FILE};
    if (const DWORD code = openAt(m_handle.value(), *plain, wish, handle); code != ERROR_SUCCESS)
        return windowsFailure(code, "NtCreateFile", path);
    const auto status = statusOf(handle.value(), path);
    if (!status)
        return failWith(status);
    if (status->kind != EntryKind::Directory)
        return fail(Error::Kind::Conflict, MessageId::FileNotADirectory, path);
    return std::make_shared<WindowsDirectory>(std::move(handle), path);
}

Result<std::string> WindowsDirectory::readFile(std::string_view name, std::size_t limit) const
{
    const auto plain = checkedName(name);
    return plain ? readRegularFile(m_handle.value(), *plain, pathOf(name), limit) : failWith(plain);
}

Result<FileStart> WindowsDirectory::readStart(std::string_view name, std::size_t limit) const
{
    const auto plain = checkedName(name);
    return plain ? readStartOfRegularFile(m_handle.value(), *plain, pathOf(name), limit) : failWith(plain);
}

Done WindowsDirectory::createDirectory(std::string_view name, std::uint32_t)
{
    const auto plain = checkedName(name);
    if (!plain)
        return failWith(plain);
    Handle made;
    const OpenWish wish{.access = FILE_READ_ATTRIBUTES, .disposition = FILE_CREATE, .options = FILE_DIRECTORY_FILE};
    if (const DWORD code = openAt(m_handle.value(), *plain, wish, made); code != ERROR_SUCCESS)
        return windowsFailure(code, "NtCreateFile", pathOf(name));
    return {};
}

Done WindowsDirectory::createFile(std::string_view name, std::string_view content, std::uint32_t)
{
    const auto plain = checkedName(name);
    return plain ? createRegularFile(m_handle.value(), *plain, pathOf(name), content) : failWith(plain);
}

Done WindowsDirectory::replaceFile(std::string_view name, std::string_view content, std::uint32_t)
{
    const auto plain = checkedName(name);
    return plain ? replaceRegularFile(m_handle.value(), *plain, pathOf(name), content) : failWith(plain);
}

Result<std::unique_ptr<AppendFile>> WindowsDirectory::openAppend(std::string_view name)
{
    const auto plain = checkedName(name);
    return plain ? appendToRegularFile(m_handle.value(), *plain, pathOf(name)) : failWith(plain);
}

Done WindowsDirectory::rename(std::string_view name, Directory &target, std::string_view newName, bool replace) const
{
    const auto from = checkedName(name);
    const auto to = checkedName(newName);
    if (!from || !to)
        return from ? failWith(to) : failWith(from);
    const auto *there = dynamic_cast<const WindowsDirectory *>(&target);
    if (!there)
        return systemFailure(EXDEV, "rename", pathOf(name), target.path());
    Handle entry;
    const OpenWish wish{.access = DELETE | FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN, .options = 0};
    DWORD code = openAt(m_handle.value(), *from, wish, entry);
    if (code == ERROR_SUCCESS)
        code = renameTo(entry.value(), there->m_handle.value(), *to, replace);
    if (code == ERROR_SUCCESS)
        return {};
    return windowsFailure(code, "NtSetInformationFile", pathOf(name), there->pathOf(newName));
}

Done WindowsDirectory::renameNoReplace(std::string_view name, Directory &target, std::string_view newName)
{
    return rename(name, target, newName, false);
}

/// Never needed: Windows can always rename without replacing.
Done WindowsDirectory::renamePlain(std::string_view name, Directory &target, std::string_view newName)
{
    return rename(name, target, newName, false);
}

Done WindowsDirectory::replaceBy(std::string_view newName, std::string_view name)
{
    for (const std::string_view each : {name, newName}) {
        const auto present = find(each);
        if (!present)
            return failWith(present);
        if (*present && (*present)->kind != EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::FileNotRegular, pathOf(each));
    }
    return rename(name, *this, newName, true);
}

Result<std::optional<Status>> WindowsDirectory::touch(std::string_view name)
{
    return unsupported("utimensat", pathOf(name));
}

Done WindowsDirectory::remove(std::string_view name, unsigned long kind) const
{
    const auto plain = checkedName(name);
    if (!plain)
        return failWith(plain);
    Handle entry;
    const OpenWish wish{.access = DELETE | FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN, .options = kind};
    DWORD code = openAt(m_handle.value(), *plain, wish, entry);
    if (code == ERROR_SUCCESS)
        code = removeOpen(entry.value());
    return code == ERROR_SUCCESS ? Done() : windowsFailure(code, "NtSetInformationFile", pathOf(name));
}

Done WindowsDirectory::removeFile(std::string_view name)
{
    return remove(name, FILE_NON_DIRECTORY_FILE);
}

Done WindowsDirectory::removeDirectory(std::string_view name)
{
    return remove(name, FILE_DIRECTORY_FILE);
}

/// Windows has no call for it: a file system with a journal keeps the order of names itself.
Done WindowsDirectory::sync()
{
    return {};
}

Done WindowsDirectory::syncFileSystem()
{
    return unsupported("syncfs", m_path);
}

Result<std::unique_ptr<Lock>> WindowsDirectory::lockSelf(Access)
{
    return unsupported("flock", m_path);
}

Result<std::unique_ptr<Lock>> WindowsDirectory::lockDirectory(std::string_view name, Access)
{
    return unsupported("flock", pathOf(name));
}

Result<std::unique_ptr<Lock>> WindowsDirectory::lockFile(std::string_view name, Access access)
{
    const auto plain = checkedName(name);
    return plain ? lockNamedFile(m_handle.value(), *plain, pathOf(name), access, true) : failWith(plain);
}

Result<std::unique_ptr<Lock>> WindowsDirectory::holdRecordLock(std::string_view name)
{
    return unsupported("fcntl", pathOf(name));
}

/// No server of PBS works on Windows.
Result<std::int64_t> WindowsDirectory::recordLockHolder(std::string_view, Access)
{
    return 0;
}

} // namespace espalier::fs
