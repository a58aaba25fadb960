// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix/flocks.h"

#include "core/fs/posix/recordlocks.h"
#include "core/fs/systemerror.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <format>

namespace espalier::fs {

namespace {

constexpr mode_t lockFileMode = 0660;

class DirectoryLock : public Lock
{
public:
    explicit DirectoryLock(FileDescriptor descriptor) : m_descriptor(std::move(descriptor)) {}

private:
    FileDescriptor m_descriptor;
};

class FileLock : public Lock
{
public:
    explicit FileLock(RegularFile file) : m_file(std::move(file)) {}

private:
    RegularFile m_file;
};

Done flockNow(int descriptor, const std::string &path, Access access)
{
    const int operation = (access == Access::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    while (::flock(descriptor, operation) != 0) {
        if (errno != EINTR)
            return systemFailure(errno, "flock", path);
    }
    return {};
}

int openLockFile(int directory, const std::string &name)
{
    return ::openat(directory, name.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
}

/// Makes an empty file of a name that nobody else uses, or an error.
Result<std::string> makeTemporary(int directory, const std::string &path)
{
    static std::atomic<unsigned> counter = 0;
    for (;;) {
        std::string name = std::format(".espalier-{}-{}.tmp", ::getpid(), counter++);
        const FileDescriptor file(::openat(directory, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, lockFileMode));
        if (!file.isOpen()) {
            if (errno == EEXIST)
                continue;
            return systemFailure(errno, "openat", path);
        }
        if (::fchmod(file.number(), lockFileMode) == 0)
            return name;
        const int code = errno;
        ::unlinkat(directory, name.c_str(), 0);
        return systemFailure(code, "fchmod", path);
    }
}

/// Makes the lock file in one step, so that nobody sees it with another mode. Somebody else may be faster: then theirs is kept.
Done makeLockFile(int directory, const std::string &name, const std::string &path)
{
    const auto temporary = makeTemporary(directory, path);
    if (!temporary)
        return failWith(temporary);
    if (::renameat2(directory, temporary->c_str(), directory, name.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    int code = errno;
    if (code == EINVAL || code == ENOSYS) // the flag is unknown here; a second name is refused just as well
        code = ::linkat(directory, temporary->c_str(), directory, name.c_str(), 0) == 0 ? 0 : errno;
    ::unlinkat(directory, temporary->c_str(), 0);
    if (code == 0 || code == EEXIST)
        return {};
    return systemFailure(code, "renameat2", path);
}

Result<RegularFile> openOrMakeLockFile(int directory, const std::string &name, const std::string &path)
{
    int number = openLockFile(directory, name);
    if (number < 0 && errno == ENOENT) {
        if (const Done made = makeLockFile(directory, name, path); !made)
            return failWith(made);
        number = openLockFile(directory, name);
    }
    if (number < 0)
        return systemFailure(errno, "openat", path);
    return RegularFile(number);
}

} // namespace

Result<std::unique_ptr<Lock>> flockDirectory(int directory, const std::string &path, Access access)
{
    return flockSubdirectory(directory, ".", path, access);
}

Result<std::unique_ptr<Lock>> flockSubdirectory(int directory, const std::string &name, const std::string &path, Access access)
{
    FileDescriptor own(::openat(directory, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!own.isOpen())
        return systemFailure(errno, "openat", path);
    if (const Done locked = flockNow(own.number(), path, access); !locked)
        return failWith(locked);
    return std::make_unique<DirectoryLock>(std::move(own));
}

Result<std::unique_ptr<Lock>> flockFile(int directory, const std::string &name, const std::string &path, Access access)
{
    auto file = openOrMakeLockFile(directory, name, path);
    if (!file)
        return failWith(file);
    struct stat opened{};
    if (::fstat(file->number(), &opened) != 0)
        return systemFailure(errno, "fstat", path);
    if (!S_ISREG(opened.st_mode))
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    if (const Done locked = flockNow(file->number(), path, access); !locked)
        return failWith(locked);

    struct stat named{};
    const bool isThere = ::fstatat(directory, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0;
    if (!isThere && errno != ENOENT)
        return systemFailure(errno, "fstatat", path);
    if (!isThere || named.st_dev != opened.st_dev || named.st_ino != opened.st_ino)
        return fail(Error::Kind::Busy, MessageId::LockFailed, path, systemWords(ESTALE));
    return std::make_unique<FileLock>(std::move(*file));
}

} // namespace espalier::fs
