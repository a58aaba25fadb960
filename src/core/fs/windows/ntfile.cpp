// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/ntfile.h"

#include "core/fs/actingas.h"
#include "core/fs/windows/widetext.h"
#include "core/fs/windows/windowserror.h"

#include <winternl.h>

#include <cstddef>
#include <cstring>
#include <vector>

namespace espalier::fs {

namespace {

// Since Windows 10 1709; the headers have them for drivers only.
constexpr auto renameInformationEx = static_cast<FILE_INFORMATION_CLASS>(65);
constexpr auto dispositionInformationEx = static_cast<FILE_INFORMATION_CLASS>(64);
constexpr ULONG renameReplaces = 0x1;
constexpr ULONG renameAsPosix = 0x2;
constexpr ULONG dispositionDeletes = 0x1;
constexpr ULONG dispositionAsPosix = 0x2;
constexpr ULONG dispositionIgnoresReadOnly = 0x10;

/// FILE_RENAME_INFORMATION, without the name behind it. The flags of the newer class are where the older one has its boolean.
struct RenameHead
{
    ULONG flags;
    HANDLE directory;
    ULONG nameLength;
};
constexpr std::size_t renameNameAt = offsetof(RenameHead, nameLength) + sizeof(ULONG);

DWORD setInformation(HANDLE file, FILE_INFORMATION_CLASS which, void *data, std::size_t size)
{
    IO_STATUS_BLOCK outcome{};
    const NTSTATUS status = ::NtSetInformationFile(file, &outcome, data, static_cast<ULONG>(size), which);
    return status >= 0 ? ERROR_SUCCESS : ::RtlNtStatusToDosError(status);
}

/// Whether the file system, or Windows, does not know the newer way.
bool isUnknownWay(DWORD code)
{
    return code == ERROR_INVALID_PARAMETER || code == ERROR_NOT_SUPPORTED || code == ERROR_INVALID_FUNCTION
        || code == ERROR_CALL_NOT_IMPLEMENTED || code == ERROR_INVALID_LEVEL;
}

DWORD reparseTagOf(HANDLE file)
{
    FILE_ATTRIBUTE_TAG_INFO tag{};
    return ::GetFileInformationByHandleEx(file, FileAttributeTagInfo, &tag, sizeof tag) ? tag.ReparseTag : 0;
}

std::uint64_t joined(DWORD high, DWORD low)
{
    return (std::uint64_t{high} << 32) | low;
}

/// Nanoseconds since 1970 of hundreds of nanoseconds since 1601.
std::int64_t sinceEpoch(const FILETIME &time)
{
    constexpr std::int64_t epoch = 116'444'736'000'000'000;
    return (static_cast<std::int64_t>(joined(time.dwHighDateTime, time.dwLowDateTime)) - epoch) * 100;
}

} // namespace

Result<std::wstring> checkedName(std::string_view name)
{
    if (!isComponent(name) || name.find_first_of("\\:") != std::string_view::npos)
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    return toWide(name);
}

DWORD openAt(HANDLE directory, const std::wstring &name, const OpenWish &wish, Handle &opened)
{
    UNICODE_STRING text{};
    text.Buffer = const_cast<wchar_t *>(name.c_str()); // the call only reads it
    text.Length = static_cast<USHORT>(name.size() * sizeof(wchar_t));
    text.MaximumLength = text.Length;
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof attributes;
    attributes.RootDirectory = directory;
    attributes.ObjectName = &text;
    attributes.Attributes = OBJ_CASE_INSENSITIVE;
    IO_STATUS_BLOCK outcome{};
    HANDLE handle = nullptr;
    const NTSTATUS status
        = ::NtCreateFile(&handle, wish.access | SYNCHRONIZE, &attributes, &outcome, nullptr, FILE_ATTRIBUTE_NORMAL,
                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, wish.disposition,
                         wish.options | FILE_OPEN_REPARSE_POINT | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT, nullptr, 0);
    if (status < 0)
        return ::RtlNtStatusToDosError(status);
    opened = Handle(handle);
    return ERROR_SUCCESS;
}

DWORD renameTo(HANDLE file, HANDLE target, const std::wstring &name, bool replace)
{
    const std::size_t nameBytes = name.size() * sizeof(wchar_t);
    std::vector<std::byte> data(renameNameAt + nameBytes + sizeof(RenameHead));
    const auto fill = [&](ULONG flags) {
        const RenameHead head{.flags = flags, .directory = target, .nameLength = static_cast<ULONG>(nameBytes)};
        std::memcpy(data.data(), &head, sizeof head);
        std::memcpy(data.data() + renameNameAt, name.data(), nameBytes);
    };
    if (replace) {
        fill(renameReplaces | renameAsPosix);
        const DWORD code = setInformation(file, renameInformationEx, data.data(), data.size());
        if (!isUnknownWay(code))
            return code;
    }
    fill(replace ? 1 : 0);
    return setInformation(file, FileRenameInformation, data.data(), data.size());
}

DWORD removeOpen(HANDLE file)
{
    ULONG flags = dispositionDeletes | dispositionAsPosix | dispositionIgnoresReadOnly;
    if (const DWORD code = setInformation(file, dispositionInformationEx, &flags, sizeof flags); !isUnknownWay(code))
        return code;
    FILE_DISPOSITION_INFO disposition{};
    disposition.DeleteFile = TRUE;
    return ::SetFileInformationByHandle(file, FileDispositionInfo, &disposition, sizeof disposition) ? ERROR_SUCCESS : ::GetLastError();
}

/// Whatever leads elsewhere counts as a link; what needs a driver to be read (files kept in a cloud) is none of ours.
EntryKind kindOf(DWORD attributes, DWORD reparseTag)
{
    if (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        return IsReparseTagNameSurrogate(reparseTag) ? EntryKind::Symlink : EntryKind::Other;
    return attributes & FILE_ATTRIBUTE_DIRECTORY ? EntryKind::Directory : EntryKind::File;
}

Result<Status> statusOf(HANDLE file, std::string_view path)
{
    BY_HANDLE_FILE_INFORMATION data{};
    if (!::GetFileInformationByHandle(file, &data))
        return windowsFailure(::GetLastError(), "GetFileInformationByHandle", path);
    Status status;
    status.kind = kindOf(data.dwFileAttributes, data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT ? reparseTagOf(file) : 0);
    status.mode = status.kind == EntryKind::Directory ? 0700 : 0600;
    status.user = processUser();
    status.group = processGroup();
    status.size = joined(data.nFileSizeHigh, data.nFileSizeLow);
    status.device = data.dwVolumeSerialNumber;
    status.inode = joined(data.nFileIndexHigh, data.nFileIndexLow);
    status.birthTime = sinceEpoch(data.ftCreationTime);
    return status;
}

} // namespace espalier::fs
