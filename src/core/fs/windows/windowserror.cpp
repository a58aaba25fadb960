// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowserror.h"

#include "core/fs/systemerror.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace espalier::fs {

namespace {

struct KnownCode
{
    DWORD windows;
    int posix;
};

constexpr KnownCode knownCodes[] = {
    {ERROR_FILE_NOT_FOUND, ENOENT},       {ERROR_PATH_NOT_FOUND, ENOENT},      {ERROR_INVALID_DRIVE, ENOENT},
    {ERROR_BAD_NETPATH, ENOENT},          {ERROR_BAD_NET_NAME, ENOENT},        {ERROR_INVALID_NAME, ENOENT}, // nothing can have such a name
    {ERROR_ACCESS_DENIED, EACCES},        {ERROR_SHARING_VIOLATION, EAGAIN},   {ERROR_LOCK_VIOLATION, EAGAIN},
    {ERROR_FILE_EXISTS, EEXIST},          {ERROR_ALREADY_EXISTS, EEXIST},      {ERROR_DIRECTORY, ENOTDIR},
    {ERROR_DIR_NOT_EMPTY, ENOTEMPTY},     {ERROR_NOT_SAME_DEVICE, EXDEV},      {ERROR_DISK_FULL, ENOSPC},
    {ERROR_HANDLE_DISK_FULL, ENOSPC},     {ERROR_WRITE_PROTECT, EROFS},        {ERROR_NOT_SUPPORTED, EOPNOTSUPP},
    {ERROR_INVALID_FUNCTION, EOPNOTSUPP}, {ERROR_UNEXP_NET_ERR, EHOSTUNREACH}, {ERROR_NETNAME_DELETED, ECONNRESET},
    {ERROR_SEM_TIMEOUT, ETIMEDOUT},
};

} // namespace

std::unexpected<Error> windowsFailure(DWORD code, std::string_view operation, std::string_view path, std::string_view target)
{
    if (const auto known = std::ranges::find(knownCodes, code, &KnownCode::windows); known != std::end(knownCodes))
        return systemFailure(known->posix, operation, path, target);
    return std::unexpected(Error{Error::Kind::Failed,
                                 MessageId::FileOperationFailed,
                                 {std::string(operation), std::string(path), std::system_category().message(static_cast<int>(code))},
                                 0});
}

} // namespace espalier::fs
