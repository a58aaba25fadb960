// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix/recordlocks.h"

#include "core/fs/systemerror.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <mutex>

namespace espalier::fs {

namespace {

struct flock wholeFile(short type)
{
    struct flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// The process with a lock that conflicts with one of @p type: 0 for none, -1 where its id cannot be seen from here.
Result<std::int64_t> conflicting(int descriptor, short type, const std::string &path)
{
    struct flock lock = wholeFile(type);
    if (::fcntl(descriptor, F_GETLK, &lock) != 0)
        return systemFailure(errno, "fcntl", path);
    if (lock.l_type == F_UNLCK)
        return 0;
    return lock.l_pid > 0 ? lock.l_pid : -1;
}

} // namespace

class RecordLocks::HeldLock : public Lock
{
public:
    explicit HeldLock(const Key &key) : m_key(key) {}
    ~HeldLock() override { RecordLocks::instance().release(m_key); }

private:
    Key m_key;
};

RecordLocks &RecordLocks::instance()
{
    static auto *const locks = new RecordLocks; // never destroyed: locks may be released while the program ends
    return *locks;
}

/// The entry of the file; a new one has no holders. The file is opened only where no lock on it is held, because the
/// name alone tells which file it is before opening.
Result<std::map<RecordLocks::Key, RecordLocks::Held>::iterator> RecordLocks::findOrOpen(int directory, const std::string &name,
                                                                                        const std::string &path)
{
    struct stat status{};
    if (::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(errno, "fstatat", path);
    if (!S_ISREG(status.st_mode))
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    if (const auto known = m_held.find(Key(status.st_dev, status.st_ino)); known != m_held.end())
        return known;

    FileDescriptor descriptor(::openat(directory, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (!descriptor.isOpen())
        return systemFailure(errno, "openat", path);
    if (::fstat(descriptor.number(), &status) != 0)
        return systemFailure(errno, "fstat", path);
    if (!S_ISREG(status.st_mode))
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    const auto entry = m_held.try_emplace(Key(status.st_dev, status.st_ino)).first;
    entry->second.descriptors.push_back(std::move(descriptor));
    return entry;
}

Result<std::unique_ptr<Lock>> RecordLocks::hold(int directory, const std::string &name, const std::string &path)
{
    const std::unique_lock guard(m_mutex);
    const auto entry = findOrOpen(directory, name, path);
    if (!entry)
        return failWith(entry);
    Held &held = (*entry)->second;
    const Key key = (*entry)->first;
    // Repeated for every holder: the lock of a parent process is not inherited by its child, this entry is.
    struct flock lock = wholeFile(F_RDLCK);
    if (::fcntl(held.descriptors.front().number(), F_SETLK, &lock) == 0) {
        ++held.holders;
        return std::make_unique<HeldLock>(key);
    }
    const int code = errno;
    const auto other = conflicting(held.descriptors.front().number(), F_RDLCK, path);
    if (held.holders == 0)
        m_held.erase(*entry);
    if (code != EAGAIN && code != EACCES)
        return systemFailure(code, "fcntl", path);
    return std::unexpected(Error{Error::Kind::Busy, MessageId::WriteLockHeld, {path, std::to_string(other.value_or(0))}, code});
}

Result<std::int64_t> RecordLocks::holder(int directory, const std::string &name, const std::string &path, Access access)
{
    const std::unique_lock guard(m_mutex);
    const auto entry = findOrOpen(directory, name, path);
    if (!entry) {
        if (entry.error().kind == Error::Kind::NotFound)
            return 0;
        return failWith(entry);
    }
    const Held &held = (*entry)->second;
    auto process = conflicting(held.descriptors.front().number(), access == Access::Shared ? F_RDLCK : F_WRLCK, path);
    if (held.holders == 0)
        m_held.erase(*entry);
    return process;
}

void RecordLocks::close(FileDescriptor descriptor)
{
    struct stat status{};
    {
        const std::shared_lock guard(m_mutex);
        if (m_held.empty()) {
            descriptor.close();
            return;
        }
    }
    const bool known = ::fstat(descriptor.number(), &status) == 0;
    {
        const std::shared_lock guard(m_mutex);
        if (known && !m_held.contains(Key(status.st_dev, status.st_ino))) {
            descriptor.close();
            return;
        }
    }
    const std::unique_lock guard(m_mutex);
    if (const auto entry = m_held.find(Key(status.st_dev, status.st_ino)); known && entry != m_held.end())
        entry->second.descriptors.push_back(std::move(descriptor));
    else
        descriptor.close();
}

void RecordLocks::release(const Key &key)
{
    const std::unique_lock guard(m_mutex);
    const auto entry = m_held.find(key);
    if (--entry->second.holders == 0)
        m_held.erase(entry);
}

} // namespace espalier::fs
