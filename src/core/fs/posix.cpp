// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"

#include "core/fs/posixdirectory.h"
#include "core/fs/systemerror.h"

#include <fcntl.h>

#include <cerrno>

namespace espalier::fs {

namespace {

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
        return std::make_shared<PosixDirectory>(std::move(descriptor), std::move(text));
    }
};

} // namespace

std::shared_ptr<FileSystem> posixFileSystem()
{
    return std::make_shared<PosixFileSystem>();
}

} // namespace espalier::fs
