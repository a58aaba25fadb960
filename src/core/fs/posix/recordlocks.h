// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/posix/filedescriptor.h"
#include "core/fs/filesystem.h"

#include <map>
#include <shared_mutex>
#include <utility>
#include <vector>

namespace espalier::fs {

/// The POSIX record locks of this process. The system drops all of a process's locks on a file as soon as it closes any
/// descriptor of it, so there is one entry per file, and every descriptor of a regular file is closed through here.
/// May be used from several threads.
class RecordLocks
{
public:
    static RecordLocks &instance();

    /// A shared lock on the whole of @p name in the directory @p directory; @p path is for messages.
    /// Kind::Busy with WriteLockHeld (args: path, process id) where another process holds it exclusively.
    Result<std::unique_ptr<Lock>> hold(int directory, const std::string &name, const std::string &path);

    /// See Directory::recordLockHolder().
    Result<std::int64_t> holder(int directory, const std::string &name, const std::string &path, Access access);

    /// Closes the descriptor, or keeps it as long as a lock on its file is held.
    void close(FileDescriptor descriptor);

private:
    using Key = std::pair<std::uint64_t, std::uint64_t>; ///< Device and inode.
    struct Held
    {
        std::size_t holders = 0;
        std::vector<FileDescriptor> descriptors; ///< The first one has the lock, the others must not be closed before.
    };
    class HeldLock;

    Result<std::map<Key, Held>::iterator> findOrOpen(int directory, const std::string &name, const std::string &path);
    void release(const Key &key);

    std::shared_mutex m_mutex; ///< Exclusive for locks, shared for closing unrelated files.
    std::map<Key, Held> m_held;
};

/// A descriptor of a regular file, closed through RecordLocks.
class RegularFile
{
public:
    explicit RegularFile(int number) : m_descriptor(number) {}
    ~RegularFile()
    {
        if (m_descriptor.isOpen())
            RecordLocks::instance().close(std::move(m_descriptor));
    }
    RegularFile(RegularFile &&) = default;
    RegularFile &operator=(RegularFile &&) = delete;

    int number() const { return m_descriptor.number(); }

private:
    FileDescriptor m_descriptor;
};

} // namespace espalier::fs
