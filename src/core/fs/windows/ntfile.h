// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/fs/windows/handle.h"

/// Calls that take a name relative to an open directory. Only the native interface has them: it knows neither longest paths nor names
/// of devices, and with FILE_OPEN_REPARSE_POINT nothing is ever followed.
namespace espalier::fs {

/// How an entry is opened. Everybody else may read, write and remove it meanwhile.
struct OpenWish
{
    ACCESS_MASK access = 0;
    ULONG disposition = 0; ///< FILE_OPEN, FILE_CREATE or FILE_OPEN_IF.
    ULONG options = 0;     ///< FILE_DIRECTORY_FILE or FILE_NON_DIRECTORY_FILE where the kind matters.
};

/// The name as the system takes it, or NameRefused: the only way from a name to a system call. Besides what isComponent() refuses, a
/// backslash would make several names of it, and a colon would lead to another stream of a file.
Result<std::wstring> checkedName(std::string_view name);

/// Opens the entry @p name of @p directory; a link itself, not what it leads to. 0, or a code of GetLastError().
DWORD openAt(HANDLE directory, const std::wstring &name, const OpenWish &wish, Handle &opened);

/// Gives an open file or directory (access DELETE) the name @p name in @p target in one step. Where @p replace, what had it is gone then.
DWORD renameTo(HANDLE file, HANDLE target, const std::wstring &name, bool replace);

/// Removes an open entry (access DELETE). The name is free at once where the file system knows how, else when the last handle is closed.
DWORD removeOpen(HANDLE file);

/// What is known of an open entry. There are no modes, users and groups: the entry is told to be this process's own.
Result<Status> statusOf(HANDLE file, std::string_view path);

EntryKind kindOf(DWORD attributes, DWORD reparseTag);

} // namespace espalier::fs
