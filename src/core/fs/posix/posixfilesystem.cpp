// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"

#include "core/fs/posix/posixdirectory.h"
#include "core/fs/systemerror.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>

namespace espalier::fs {

namespace {

/// Where the directory really is, the symbolic links on the way resolved; @p path where the system does not tell.
std::string resolvedPath(const FileDescriptor &directory, const std::string &path)
{
    std::array<char, PATH_MAX> target{};
    const std::string link = "/proc/self/fd/" + std::to_string(directory.number());
    const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
    if (length <= 0 || static_cast<std::size_t>(length) == target.size() || target.front() != '/')
        return path;
    return std::string(target.data(), static_cast<std::size_t>(length));
}

class PosixFileSystem : public FileSystem
{
public:
    Result<std::shared_ptr<Directory>> open(std::string_view path) override
    {
        if (!path.starts_with('/') || path.find('\0') != std::string_view::npos)
            return fail(Error::Kind::InvalidInput, MessageId::NameRefused, path);
        while (path.size() > 1 && path.ends_with('/'))
            path.remove_suffix(1);
        std::string text(path);
        FileDescriptor descriptor(::open(text.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!descriptor.isOpen())
            return systemFailure(errno, "open", text);
        std::string resolved = resolvedPath(descriptor, text);
        return std::make_shared<PosixDirectory>(std::move(descriptor), std::move(resolved));
    }
};

} // namespace

std::shared_ptr<FileSystem> posixFileSystem()
{
    return std::make_shared<PosixFileSystem>();
}

} // namespace espalier::fs
