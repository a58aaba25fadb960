// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/systemerror.h"

#include <cerrno>
#include <system_error>

namespace espalier::fs {

namespace {

using Kind = Error::Kind;

/// EINVAL is how most file systems say that they do not know a flag of renameat2().
bool isUnknownToTheSystem(int code, std::string_view operation)
{
    return code == ENOSYS || code == EOPNOTSUPP || (code == EINVAL && operation == "renameat2");
}

} // namespace

bool isOutOfReach(int code)
{
    switch (code) {
    case ENOTCONN:
    case ETIMEDOUT:
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ECONNRESET:
    case ECONNABORTED:
#ifdef ESTALE
    case ESTALE:
#endif
#ifdef EHOSTDOWN
    case EHOSTDOWN:
#endif
        return true;
    default: return false;
    }
}

Error systemError(int code, std::string_view operation, std::string_view path, std::string_view target)
{
    const std::string where(path);
    const auto plain = [&](Kind kind, MessageId id) { return Error{kind, id, {where}, code}; };
    if (isUnknownToTheSystem(code, operation))
        return {Kind::Failed, MessageId::FileOperationUnsupported, {std::string(operation), where}, code};
    switch (code) {
    case ENOENT: return plain(Kind::NotFound, MessageId::FileNotFound);
    case EEXIST: return {Kind::Conflict, MessageId::FileExists, {target.empty() ? where : std::string(target)}, code};
    case EACCES:
    case EPERM: return plain(Kind::Denied, MessageId::FileDenied);
    case ENOTDIR: return plain(Kind::Conflict, MessageId::FileNotADirectory);
    case ELOOP:
    case EISDIR:
    case ENXIO: return plain(Kind::Conflict, MessageId::FileNotRegular);
    case ENOTEMPTY: return plain(Kind::Conflict, MessageId::DirectoryNotEmpty);
    case EXDEV: return {Kind::Failed, MessageId::FileCrossesFileSystems, {where, std::string(target)}, code};
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return plain(Kind::Failed, MessageId::FileSystemFull);
    case EROFS: return plain(Kind::Denied, MessageId::FileSystemReadOnly);
    case EAGAIN: return {Kind::Busy, MessageId::LockFailed, {where, systemWords(code)}, code};
    default:
        return {isOutOfReach(code) ? Kind::Unreachable : Kind::Failed,
                MessageId::FileOperationFailed,
                {std::string(operation), where, systemWords(code)},
                code};
    }
}

std::unexpected<Error> systemFailure(int code, std::string_view operation, std::string_view path, std::string_view target)
{
    return std::unexpected(systemError(code, operation, path, target));
}

std::string systemWords(int code)
{
    return std::generic_category().message(code);
}

} // namespace espalier::fs
