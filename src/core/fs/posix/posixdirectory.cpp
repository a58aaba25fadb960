// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix/posixdirectory.h"

#include "core/fs/posix/flocks.h"
#include "core/fs/posix/posixfile.h"
#include "core/fs/posix/posixvolume.h"
#include "core/fs/posix/recordlocks.h"
#include "core/fs/systemerror.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ranges>
#include <utility>

namespace espalier::fs {

namespace {

constexpr std::uint32_t modeBits = 07777;
constexpr int directoryFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

EntryKind kindOf(std::uint32_t mode)
{
    if (S_ISDIR(mode))
        return EntryKind::Directory;
    if (S_ISREG(mode))
        return EntryKind::File;
    return S_ISLNK(mode) ? EntryKind::Symlink : EntryKind::Other;
}

Status statusOf(const struct statx &data)
{
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    Status status;
    status.kind = kindOf(data.stx_mode);
    status.mode = data.stx_mode & modeBits;
    status.user = data.stx_uid;
    status.group = data.stx_gid;
    status.size = data.stx_size;
    status.device = (std::uint64_t{data.stx_dev_major} << 32) | data.stx_dev_minor;
    status.inode = data.stx_ino;
    if (data.stx_mask & STATX_BTIME)
        status.birthTime = data.stx_btime.tv_sec * nanoseconds + data.stx_btime.tv_nsec;
    return status;
}

int statAt(int directory, const char *name, int flags, struct statx &data)
{
    return ::statx(directory, name, flags | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &data);
}

Result<std::optional<Status>> findAt(int directory, const std::string &name, const std::string &path)
{
    struct statx data{};
    if (statAt(directory, name.c_str(), AT_SYMLINK_NOFOLLOW, data) == 0)
        return statusOf(data);
    if (errno == ENOENT || errno == ENOTDIR)
        return std::nullopt;
    return systemFailure(errno, "statx", path);
}

bool isSame(const struct stat &left, const struct stat &right)
{
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/// Whether the directory @p name in @p directory is @p below itself or lies above it.
bool liesAbove(int directory, const std::string &name, int below)
{
    struct stat source{};
    struct stat here{};
    if (::fstatat(directory, name.c_str(), &source, AT_SYMLINK_NOFOLLOW) != 0 || ::fstat(below, &here) != 0)
        return false;
    FileDescriptor step;
    for (int current = below;;) {
        if (isSame(source, here))
            return true;
        FileDescriptor parent(::openat(current, "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
        struct stat above{};
        if (!parent.isOpen() || ::fstat(parent.number(), &above) != 0 || isSame(above, here))
            return false;
        here = above;
        step = std::move(parent);
        current = step.number();
    }
}

/// The name as the system takes it, or NameRefused: the only way from a name to a system call.
Result<std::string> checked(std::string_view name)
{
    if (!isComponent(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    return std::string(name);
}

} // namespace

PosixDirectory::PosixDirectory(FileDescriptor descriptor, std::string path) : m_descriptor(std::move(descriptor)), m_path(std::move(path))
{
}

std::string PosixDirectory::pathOf(std::string_view name) const
{
    std::string path = m_path;
    if (!path.ends_with('/'))
        path += '/';
    return path.append(name);
}

Result<Status> PosixDirectory::status() const
{
    struct statx data{};
    if (statAt(m_descriptor.number(), "", AT_EMPTY_PATH, data) != 0)
        return systemFailure(errno, "statx", m_path);
    return statusOf(data);
}

Result<Volume> PosixDirectory::volume() const
{
    return posixVolume(m_descriptor.number(), m_path);
}

Done PosixDirectory::changeOwner(std::uint32_t user, std::uint32_t group)
{
    if (::fchown(m_descriptor.number(), user, group) != 0)
        return systemFailure(errno, "fchown", m_path);
    return {};
}

/// Nothing where it is gone. What cannot be asked must not look as if it was something else.
Result<std::optional<EntryKind>> PosixDirectory::kindOfType(unsigned char type, const char *name) const
{
    struct stat status{};
    switch (type) {
    case DT_DIR: return EntryKind::Directory;
    case DT_REG: return EntryKind::File;
    case DT_LNK: return EntryKind::Symlink;
    case DT_UNKNOWN: // some file systems never tell
        if (::fstatat(m_descriptor.number(), name, &status, AT_SYMLINK_NOFOLLOW) == 0)
            return kindOf(status.st_mode);
        if (errno == ENOENT)
            return std::nullopt;
        return systemFailure(errno, "fstatat", pathOf(name));
    default: return EntryKind::Other;
    }
}

/// What is left to read of an open directory.
Result<std::vector<Entry>> PosixDirectory::rest(int descriptor) const
{
    alignas(dirent64) std::array<char, 32 * 1024> buffer;
    std::vector<Entry> entries;
    for (;;) {
        const ssize_t size = ::getdents64(descriptor, buffer.data(), buffer.size());
        if (size < 0)
            return systemFailure(errno, "getdents64", m_path);
        if (size == 0)
            return entries;
        for (ssize_t at = 0; at < size;) {
            const auto *entry = reinterpret_cast<const dirent64 *>(buffer.data() + at);
            at += entry->d_reclen;
            const std::string_view name(entry->d_name);
            if (name == "." || name == "..")
                continue;
            const auto kind = kindOfType(entry->d_type, entry->d_name);
            if (!kind)
                return failWith(kind);
            if (*kind)
                entries.push_back({std::string(name), **kind, entry->d_ino});
        }
    }
}

Result<std::vector<Entry>> PosixDirectory::entries() const
{
    const std::lock_guard guard(m_reading);
    if (!std::exchange(m_wasRead, true))
        return rest(m_descriptor.number());
    struct statfs volume{};
    if (::fstatfs(m_descriptor.number(), &volume) != 0)
        return systemFailure(errno, "fstatfs", m_path);
    if (volume.f_type != FUSE_SUPER_MAGIC) {
        if (::lseek(m_descriptor.number(), 0, SEEK_SET) != 0)
            return systemFailure(errno, "lseek", m_path);
        return rest(m_descriptor.number());
    }
    // sshfs gives a directory only once for each time it is opened
    const FileDescriptor fresh(::openat(m_descriptor.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fresh.isOpen())
        return systemFailure(errno, "openat", m_path);
    return rest(fresh.number());
}

Result<std::optional<Status>> PosixDirectory::find(std::string_view name) const
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return findAt(m_descriptor.number(), *plain, pathOf(name));
}

Result<std::optional<Status>> PosixDirectory::findIn(std::string_view directory, std::string_view name) const
{
    if (!isComponent(directory))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, directory);
    if (!isComponent(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, name);
    std::string relative;
    relative.reserve(directory.size() + 1 + name.size());
    relative.append(directory).append(1, '/').append(name);
    return findAt(m_descriptor.number(), relative, m_path);
}

Result<std::shared_ptr<Directory>> PosixDirectory::openDirectory(std::string_view name) const
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    FileDescriptor descriptor(::openat(m_descriptor.number(), plain->c_str(), directoryFlags));
    if (descriptor.isOpen())
        return std::make_shared<PosixDirectory>(std::move(descriptor), pathOf(name));
    return systemFailure(errno == ELOOP ? ENOTDIR : errno, "openat", pathOf(name));
}

/// One system call where the kernel has openat2 (Linux 5.6) and nothing forbids it.
Result<std::shared_ptr<Directory>> PosixDirectory::openPath(std::string_view relative) const
{
    for (const auto part : std::views::split(relative, '/')) {
        if (!isComponent(std::string_view(part)))
            return fail(Error::Kind::InvalidInput, MessageId::NameRefused, std::string(relative));
    }
    open_how how{};
    how.flags = directoryFlags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const std::string path(relative);
    FileDescriptor descriptor(static_cast<int>(::syscall(SYS_openat2, m_descriptor.number(), path.c_str(), &how, sizeof how)));
    if (descriptor.isOpen())
        return std::make_shared<PosixDirectory>(std::move(descriptor), pathOf(relative));
    if (errno == ENOENT)
        return systemFailure(errno, "openat2", pathOf(relative));
    return Directory::openPath(relative); // unknown, forbidden, a link: step by step tells which
}

Result<std::string> PosixDirectory::readFile(std::string_view name, std::size_t limit) const
{
    const auto plain = checked(name);
    if (!plain)
        return plain;
    return readRegularFile(m_descriptor.number(), *plain, pathOf(name), limit);
}

Result<FileStart> PosixDirectory::readStart(std::string_view name, std::size_t limit) const
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return readStartOfRegularFile(m_descriptor.number(), *plain, pathOf(name), limit);
}

Done PosixDirectory::createDirectory(std::string_view name, std::uint32_t mode)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    const std::string path = pathOf(name);
    const mode_t wanted = mode & modeBits;
    if (::mkdirat(m_descriptor.number(), plain->c_str(), wanted) != 0)
        return systemFailure(errno, "mkdirat", path);

    const FileDescriptor made(::openat(m_descriptor.number(), plain->c_str(), directoryFlags));
    struct stat status{};
    if (made.isOpen() && ::fstat(made.number(), &status) == 0
        && ((status.st_mode & modeBits) == wanted || ::fchmod(made.number(), wanted) == 0))
        return {};
    const int code = errno;
    ::unlinkat(m_descriptor.number(), plain->c_str(), AT_REMOVEDIR);
    return systemFailure(code, "fchmod", path);
}

Done PosixDirectory::createFile(std::string_view name, std::string_view content, std::uint32_t mode)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return createRegularFile(m_descriptor.number(), *plain, pathOf(name), content, mode);
}

Done PosixDirectory::replaceFile(std::string_view name, std::string_view content, std::uint32_t mode)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return replaceRegularFile(m_descriptor.number(), *plain, pathOf(name), content, mode);
}

Result<std::unique_ptr<AppendFile>> PosixDirectory::openAppend(std::string_view name)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return appendToRegularFile(m_descriptor.number(), *plain, pathOf(name));
}

Done PosixDirectory::rename(std::string_view name, Directory &target, std::string_view newName, unsigned flags) const
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    const auto newPlain = checked(newName);
    if (!newPlain)
        return failWith(newPlain);
    const std::string from = pathOf(name);
    const auto *to = dynamic_cast<const PosixDirectory *>(&target);
    if (!to)
        return systemFailure(EXDEV, "renameat2", from, target.path());
    const std::string where = to->pathOf(newName);
    if (::renameat2(m_descriptor.number(), plain->c_str(), to->m_descriptor.number(), newPlain->c_str(), flags) == 0)
        return {};
    const int code = errno;
    if (code == EINVAL && liesAbove(m_descriptor.number(), *plain, to->m_descriptor.number()))
        return std::unexpected(Error{Error::Kind::Failed, MessageId::FileOperationFailed, {"renameat2", from, systemWords(code)}, code});
    return systemFailure(code, "renameat2", from, where);
}

Done PosixDirectory::renameNoReplace(std::string_view name, Directory &target, std::string_view newName)
{
    return rename(name, target, newName, RENAME_NOREPLACE);
}

Done PosixDirectory::renamePlain(std::string_view name, Directory &target, std::string_view newName)
{
    const auto there = target.find(newName);
    if (!there)
        return failWith(there);
    if (*there)
        return fail(Error::Kind::Conflict, MessageId::FileExists, target.path() + "/" + std::string(newName));
    return rename(name, target, newName, 0);
}

Done PosixDirectory::replaceBy(std::string_view newName, std::string_view name)
{
    const auto from = checked(name);
    const auto to = checked(newName);
    if (!from || !to)
        return from ? failWith(to) : failWith(from);
    for (const std::string_view each : {name, newName}) {
        const auto present = find(each);
        if (!present)
            return failWith(present);
        if (*present && (*present)->kind != EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::FileNotRegular, pathOf(each));
    }
    if (::renameat(m_descriptor.number(), from->c_str(), m_descriptor.number(), to->c_str()) != 0)
        return systemFailure(errno, "renameat", pathOf(name));
    return {};
}

Result<std::optional<Status>> PosixDirectory::touch(std::string_view name)
{
    const auto found = find(name);
    if (!found || !*found)
        return found;
    if ((*found)->kind != EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, pathOf(name));
    const timespec times[2] = {{.tv_sec = 0, .tv_nsec = UTIME_NOW}, {.tv_sec = 0, .tv_nsec = UTIME_OMIT}};
    if (::utimensat(m_descriptor.number(), std::string(name).c_str(), times, AT_SYMLINK_NOFOLLOW) == 0)
        return found;
    if (errno == ENOENT)
        return std::nullopt;
    return systemFailure(errno, "utimensat", pathOf(name));
}

Done PosixDirectory::removeFile(std::string_view name)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    if (::unlinkat(m_descriptor.number(), plain->c_str(), 0) != 0)
        return systemFailure(errno, "unlinkat", pathOf(name));
    return {};
}

Done PosixDirectory::removeDirectory(std::string_view name)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    if (::unlinkat(m_descriptor.number(), plain->c_str(), AT_REMOVEDIR) != 0)
        return systemFailure(errno == EEXIST ? ENOTEMPTY : errno, "unlinkat", pathOf(name));
    return {};
}

Done PosixDirectory::sync()
{
    if (::fsync(m_descriptor.number()) != 0)
        return systemFailure(errno, "fsync", m_path);
    return {};
}

Done PosixDirectory::syncFileSystem()
{
    if (::syncfs(m_descriptor.number()) != 0)
        return systemFailure(errno, "syncfs", m_path);
    return {};
}

Result<std::unique_ptr<Lock>> PosixDirectory::lockSelf(Access access)
{
    return flockDirectory(m_descriptor.number(), m_path, access);
}

Result<std::unique_ptr<Lock>> PosixDirectory::lockDirectory(std::string_view name, Access access)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return flockSubdirectory(m_descriptor.number(), *plain, pathOf(name), access);
}

Result<std::unique_ptr<Lock>> PosixDirectory::lockFile(std::string_view name, Access access)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return flockFile(m_descriptor.number(), *plain, pathOf(name), access);
}

Result<std::unique_ptr<Lock>> PosixDirectory::holdRecordLock(std::string_view name)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return RecordLocks::instance().hold(m_descriptor.number(), *plain, pathOf(name));
}

Result<std::int64_t> PosixDirectory::recordLockHolder(std::string_view name, Access access)
{
    const auto plain = checked(name);
    if (!plain)
        return failWith(plain);
    return RecordLocks::instance().holder(m_descriptor.number(), *plain, pathOf(name), access);
}

} // namespace espalier::fs
