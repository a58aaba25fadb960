// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowslocks.h"

#include "core/fs/systemerror.h"
#include "core/fs/windows/windowserror.h"

#include <winternl.h>

#include <cerrno>
#include <utility>

namespace espalier::fs {

namespace {

class HeldFile : public Lock
{
public:
    explicit HeldFile(Handle file) : m_file(std::move(file)) {}

private:
    Handle m_file;
};

Done lockNow(HANDLE file, const std::string &path, Access access)
{
    OVERLAPPED place{};
    place.OffsetHigh = 0x40000000;
    const DWORD flags = LOCKFILE_FAIL_IMMEDIATELY | (access == Access::Exclusive ? LOCKFILE_EXCLUSIVE_LOCK : 0);
    if (!::LockFileEx(file, flags, 0, 1, 0, &place))
        return windowsFailure(::GetLastError(), "LockFileEx", path);
    return {};
}

} // namespace

Result<std::unique_ptr<Lock>> lockNamedFile(HANDLE directory, const std::wstring &name, const std::string &path, Access access,
                                            bool mayMake)
{
    Handle file;
    const OpenWish wish{.access = static_cast<ACCESS_MASK>(mayMake ? FILE_GENERIC_READ | FILE_GENERIC_WRITE : FILE_GENERIC_READ),
                        .disposition = static_cast<ULONG>(mayMake ? FILE_OPEN_IF : FILE_OPEN),
                        .options = FILE_NON_DIRECTORY_FILE};
    if (const DWORD code = openAt(directory, name, wish, file); code != ERROR_SUCCESS)
        return windowsFailure(code, "NtCreateFile", path);
    const auto opened = statusOf(file.value(), path);
    if (!opened)
        return failWith(opened);
    if (opened->kind != EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    if (const Done locked = lockNow(file.value(), path, access); !locked)
        return failWith(locked);

    Handle named;
    const DWORD code = openAt(directory, name, {.access = FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN}, named);
    const auto there = code == ERROR_SUCCESS ? statusOf(named.value(), path) : Result<Status>(windowsFailure(code, "NtCreateFile", path));
    if (!there || there->device != opened->device || there->inode != opened->inode)
        return fail(Error::Kind::Busy, MessageId::LockFailed, path, systemWords(ENOENT));
    return std::make_unique<HeldFile>(std::move(file));
}

} // namespace espalier::fs
