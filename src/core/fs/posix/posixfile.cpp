// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix/posixfile.h"

#include "core/fs/posix/recordlocks.h"
#include "core/fs/systemerror.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cerrno>

namespace espalier::fs {

namespace {

constexpr mode_t modeBits = 07777;

Done writeAll(int descriptor, std::string_view bytes, const std::string &path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return systemFailure(errno, "write", path);
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// O_NONBLOCK keeps a FIFO from blocking before fstat() can say what was opened.
Result<RegularFile> openRegular(int directory, const std::string &name, const std::string &path, int flags, struct stat &status)
{
    const int number = ::openat(directory, name.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
    if (number < 0)
        return systemFailure(errno, "openat", path);
    RegularFile file(number);
    if (::fstat(number, &status) != 0)
        return systemFailure(errno, "fstat", path);
    if (!S_ISREG(status.st_mode))
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    return file;
}

/// Reads @p size bytes more, fewer only at the end of the file. Nothing is written into @p content before: chunks are large.
/// @return the system's error number, 0 for none.
int appendFrom(int descriptor, std::string &content, std::size_t size)
{
    int code = 0;
    content.resize_and_overwrite(content.size() + size, [&, length = content.size()](char *data, std::size_t wanted) mutable {
        while (length < wanted) {
            const ssize_t got = ::read(descriptor, data + length, wanted - length);
            if (got < 0 && errno != EINTR)
                code = errno;
            if (got == 0 || code != 0)
                break;
            length += got > 0 ? static_cast<std::size_t>(got) : 0;
        }
        return length;
    });
    return code;
}

std::unexpected<Error> tooLarge(const std::string &path, std::size_t size, std::size_t limit)
{
    return fail(Error::Kind::Damaged, MessageId::FileTooLarge, path, std::to_string(size), std::to_string(limit));
}

class PosixAppendFile : public AppendFile
{
public:
    PosixAppendFile(RegularFile file, std::string path) : m_file(std::move(file)), m_path(std::move(path)) {}

    Done append(std::string_view bytes) override { return writeAll(m_file.number(), bytes, m_path); }
    Done sync() override
    {
        if (::fdatasync(m_file.number()) != 0)
            return systemFailure(errno, "fdatasync", m_path);
        return {};
    }

private:
    RegularFile m_file;
    std::string m_path;
};

Done fillNewFile(int descriptor, const std::string &path, std::string_view content, mode_t mode)
{
    if (const Done written = writeAll(descriptor, content, path); !written)
        return written;
    struct stat status{};
    if (::fstat(descriptor, &status) != 0)
        return systemFailure(errno, "fstat", path);
    if ((status.st_mode & modeBits) != mode && ::fchmod(descriptor, mode) != 0)
        return systemFailure(errno, "fchmod", path);
    return {};
}

} // namespace

Result<std::string> readRegularFile(int directory, const std::string &name, const std::string &path, std::size_t limit)
{
    struct stat status{};
    const auto file = openRegular(directory, name, path, O_RDONLY, status);
    if (!file)
        return failWith(file);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limit)
        return tooLarge(path, size, limit);

    std::string content;
    for (std::size_t more = size + 1;;) { // one more shows the end, or that the file grew
        const std::size_t wanted = content.size() + more;
        if (const int code = appendFrom(file->number(), content, more); code != 0)
            return systemFailure(code, "read", path);
        if (content.size() > limit)
            return tooLarge(path, content.size(), limit);
        if (content.size() < wanted)
            return content;
        more = std::min(limit, content.size() * 2) + 1 - content.size();
    }
}

Result<FileStart> readStartOfRegularFile(int directory, const std::string &name, const std::string &path, std::size_t limit)
{
    struct stat data{};
    const auto file = openRegular(directory, name, path, O_RDONLY, data);
    if (!file)
        return failWith(file);
    FileStart start;
    start.status = {.kind = EntryKind::File,
                    .mode = data.st_mode & modeBits,
                    .user = data.st_uid,
                    .group = data.st_gid,
                    .size = static_cast<std::uint64_t>(data.st_size),
                    .device = (std::uint64_t{major(data.st_dev)} << 32) | minor(data.st_dev),
                    .inode = data.st_ino};
    start.bytes.resize(std::min<std::uint64_t>(start.status.size, limit));
    std::size_t length = 0;
    while (length < start.bytes.size()) {
        const ssize_t got = ::read(file->number(), start.bytes.data() + length, start.bytes.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(errno, "read", path);
        if (got == 0)
            break; // it was shortened meanwhile
        length += static_cast<std::size_t>(got);
    }
    start.bytes.resize(length);
    return start;
}

Done createRegularFile(int directory, const std::string &name, const std::string &path, std::string_view content, std::uint32_t mode)
{
    const mode_t wanted = mode & modeBits;
    FileDescriptor file(::openat(directory, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, wanted));
    if (!file.isOpen())
        return systemFailure(errno, "openat", path);
    Done made = fillNewFile(file.number(), path, content, wanted);
    if (const int number = file.release(); ::close(number) != 0 && made)
        made = systemFailure(errno, "close", path); // some file systems notice only here that there is no room
    if (!made)
        ::unlinkat(directory, name.c_str(), 0);
    return made;
}

Done replaceRegularFile(int directory, const std::string &name, const std::string &path, std::string_view content, std::uint32_t mode)
{
    const std::string temporary = name + std::string(replacementSuffix);
    if (::unlinkat(directory, temporary.c_str(), 0) != 0 && errno != ENOENT) // of an attempt that was interrupted
        return systemFailure(errno, "unlinkat", path);
    const mode_t wanted = mode & modeBits;
    FileDescriptor file(::openat(directory, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, wanted));
    if (!file.isOpen())
        return systemFailure(errno, "openat", path);
    Done made = fillNewFile(file.number(), path, content, wanted);
    if (made && ::fdatasync(file.number()) != 0)
        made = systemFailure(errno, "fdatasync", path);
    if (const int number = file.release(); ::close(number) != 0 && made)
        made = systemFailure(errno, "close", path);
    if (made && ::renameat(directory, temporary.c_str(), directory, name.c_str()) != 0)
        made = systemFailure(errno, "renameat", path);
    if (!made)
        ::unlinkat(directory, temporary.c_str(), 0);
    return made;
}

Result<std::unique_ptr<AppendFile>> appendToRegularFile(int directory, const std::string &name, const std::string &path)
{
    struct stat status{};
    auto file = openRegular(directory, name, path, O_WRONLY | O_APPEND | O_CREAT, status);
    if (!file)
        return failWith(file);
    return std::make_unique<PosixAppendFile>(std::move(*file), path);
}

} // namespace espalier::fs
