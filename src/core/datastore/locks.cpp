// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/locks.h"

#include "core/fs/makedirectories.h"

#include <algorithm>
#include <cerrno>

namespace espalier {

namespace {

using LockResult = Result<std::unique_ptr<fs::Lock>>;

constexpr std::uint32_t lockDirectoryMode = 0755; // as PBS makes them

class SeveralLocks : public fs::Lock
{
public:
    explicit SeveralLocks(std::vector<std::unique_ptr<fs::Lock>> locks) : m_locks(std::move(locks)) {}

private:
    std::vector<std::unique_ptr<fs::Lock>> m_locks;
};

/// Whether @p error says that something of another kind has the name that is needed.
bool isInTheWay(const Error &error)
{
    return error.id == MessageId::FileNotADirectory || error.id == MessageId::FileNotRegular;
}

} // namespace

/// What is to be locked, as messages name it.
struct StoreLocks::Subject
{
    const NamespacePath &ns;
    const GroupId &group;
    const SnapshotTime *time; ///< Null: the group itself.

    /// "vm/100 in sites/graz"
    std::string name() const
    {
        std::string text = group.toString();
        if (time)
            text.append(1, '/').append(time->toString());
        return ns.isRoot() ? text : text.append(" in ").append(ns.toString());
    }

    /// What a failure of the file system means here.
    Error meaning(const Error &error) const
    {
        if (error.kind == Error::Kind::Busy)
            return {Error::Kind::Busy, time ? MessageId::SnapshotBusy : MessageId::GroupBusy, {name(), {}}, error.systemError};
        if (isInTheWay(error) && !error.args.empty())
            return {Error::Kind::Conflict, MessageId::LockNameCollides, {name(), error.args.front()}, error.systemError};
        if (error.systemError == ENAMETOOLONG || error.id == MessageId::LockNameTooLong)
            return {Error::Kind::InvalidInput, MessageId::LockNameTooLong, {name()}, error.systemError};
        return error;
    }
};

Result<std::unique_ptr<StoreLocks>> StoreLocks::open(fs::FileSystem &fileSystem, const OpenedStore &store, const WriteAccess &access)
{
    std::unique_ptr<StoreLocks> locks(new StoreLocks);
    locks->m_root = store.root;
    locks->m_scheme = access.lockScheme;
    locks->m_storeName = access.storeName.empty() ? store.identity.path : access.storeName;
    if (locks->usesFiles() || !access.lockDirectory.empty()) {
        auto directory = fs::openOrMakeAll(fileSystem, access.lockDirectory, lockDirectoryMode);
        if (!directory)
            return failWith(directory);
        locks->m_lockDirectory = std::move(*directory);
    }
    return locks;
}

LockResult StoreLocks::holdStore()
{
    auto lock = m_root->holdRecordLock(".lock");
    if (!lock && lock.error().kind == Error::Kind::Busy)
        return fail(Error::Kind::Busy, MessageId::GarbageCollectionRunning, m_storeName);
    return lock;
}

LockResult StoreLocks::lockGroup(const NamespacePath &ns, const GroupId &group, fs::Directory *directory)
{
    const Subject subject{ns, group, nullptr};
    std::vector<std::unique_ptr<fs::Lock>> locks;
    if (usesFiles()) {
        auto lock = lockFile(groupLockName(ns, group), subject);
        if (!lock)
            return lock;
        locks.push_back(std::move(*lock));
    }
    if (usesDirectories() && directory) {
        auto lock = directory->lockSelf(fs::Access::Exclusive);
        if (!lock)
            return std::unexpected(subject.meaning(lock.error()));
        locks.push_back(std::move(*lock));
    }
    return std::make_unique<SeveralLocks>(std::move(locks));
}

LockResult StoreLocks::lockSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time, fs::Directory &groupDirectory,
                                    fs::Access access)
{
    const Subject subject{ns, group, &time};
    std::vector<std::unique_ptr<fs::Lock>> locks;
    if (usesFiles()) {
        auto lock = lockFile(snapshotLockName(ns, group, time), subject, access);
        if (!lock)
            return lock;
        locks.push_back(std::move(*lock));
    }
    if (usesDirectories()) {
        auto lock = groupDirectory.lockDirectory(time.toString(), access);
        if (!lock)
            return std::unexpected(subject.meaning(lock.error()));
        locks.push_back(std::move(*lock));
    }
    return std::make_unique<SeveralLocks>(std::move(locks));
}

LockResult StoreLocks::lockManifest(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    const Subject subject{ns, group, &time};
    std::vector<std::unique_ptr<fs::Lock>> locks;
    if (m_lockDirectory && usesFiles()) {
        auto lock = lockFile(manifestLockName(ns, group, time), subject);
        if (!lock)
            return lock;
        locks.push_back(std::move(*lock));
    }
    if (m_lockDirectory && usesDirectories()) {
        auto lock = lockFile(oldManifestLockName(ns, group, time), subject);
        if (!lock)
            return lock;
        locks.push_back(std::move(*lock));
    }
    return std::make_unique<SeveralLocks>(std::move(locks));
}

void StoreLocks::forgetSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    if (m_lockDirectory && usesDirectories())
        forget(oldManifestLockName(ns, group, time));
    if (!usesFiles())
        return;
    forget(manifestLockName(ns, group, time));
    forget(snapshotLockName(ns, group, time));
}

void StoreLocks::forgetGroup(const NamespacePath &ns, const GroupId &group)
{
    if (usesFiles())
        forget(groupLockName(ns, group));
}

LockResult StoreLocks::lockFile(const Result<LockFileName> &file, const Subject &subject, fs::Access access)
{
    if (!file)
        return std::unexpected(subject.meaning(file.error()));
    const auto directory = lockFileDirectory(file->directory, subject);
    if (!directory)
        return failWith(directory);
    auto lock = (*directory)->lockFile(file->name, access);
    if (!lock)
        return std::unexpected(subject.meaning(lock.error()));
    return lock;
}

Result<std::shared_ptr<fs::Directory>> StoreLocks::lockFileDirectory(const std::string &relative, const Subject &subject)
{
    std::shared_ptr<fs::Directory> directory = m_lockDirectory;
    for (std::string_view left = relative; !left.empty();) {
        const std::size_t slash = std::min(left.find('/'), left.size());
        auto next = fs::openOrMake(*directory, left.substr(0, slash), lockDirectoryMode);
        if (!next)
            return std::unexpected(subject.meaning(next.error()));
        directory = std::move(*next);
        left.remove_prefix(std::min(slash + 1, left.size()));
    }
    return directory;
}

void StoreLocks::forget(const Result<LockFileName> &file)
{
    if (!file)
        return;
    if (const auto directory = fs::openBelow(m_lockDirectory, file->directory)) [[maybe_unused]]
        const Done removed = (*directory)->removeFile(file->name);
}

} // namespace espalier
