// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/locks.h"

#include <cerrno>
#include <chrono>
#include <thread>

namespace espalier {

namespace {

using LockResult = Result<std::unique_ptr<fs::Lock>>;

constexpr std::uint32_t lockDirectoryMode = 0755; // as PBS makes them
constexpr std::string_view moveJournalName = "move-journal";

class SeveralLocks : public fs::Lock
{
public:
    explicit SeveralLocks(std::vector<std::unique_ptr<fs::Lock>> locks) : m_locks(std::move(locks)) {}

private:
    std::vector<std::unique_ptr<fs::Lock>> m_locks;
};

std::string inNamespace(std::string_view what, const NamespacePath &ns)
{
    std::string text(what);
    return ns.isRoot() ? text : text.append(" in ").append(ns.toString());
}

Result<std::shared_ptr<fs::Directory>> openOrMake(fs::Directory &parent, std::string_view name)
{
    auto directory = parent.openDirectory(name);
    if (directory || directory.error().kind != Error::Kind::NotFound)
        return directory;
    const Done made = parent.createDirectory(name, lockDirectoryMode);
    if (!made && made.error().id != MessageId::FileExists)
        return failWith(made);
    return parent.openDirectory(name);
}

/// Opens an absolute path and makes what is missing at its end.
Result<std::shared_ptr<fs::Directory>> openOrMakeAll(fs::FileSystem &fileSystem, std::string_view path)
{
    auto directory = fileSystem.open(path);
    const std::size_t slash = path.rfind('/');
    if (directory || directory.error().kind != Error::Kind::NotFound || slash == std::string_view::npos || path.size() == 1)
        return directory;
    const auto parent = openOrMakeAll(fileSystem, slash == 0 ? "/" : path.substr(0, slash));
    if (!parent)
        return parent;
    return openOrMake(**parent, path.substr(slash + 1));
}

/// Whether @p error says that something of another kind has the name that is needed.
bool isInTheWay(const Error &error)
{
    return error.id == MessageId::FileNotADirectory || error.id == MessageId::FileNotRegular;
}

} // namespace

/// What is to be locked, as messages name it.
struct StoreLocks::Subject
{
    std::string name; ///< "vm/100 in sites/graz"
    MessageId busy;

    std::unexpected<Error> isBusy(int systemError) const
    {
        return std::unexpected(Error{Error::Kind::Busy, busy, {name, {}}, systemError});
    }

    /// What a failure of the file system means here.
    Error meaning(const Error &error) const
    {
        if (error.kind == Error::Kind::Busy)
            return {Error::Kind::Busy, busy, {name, {}}, error.systemError};
        if (isInTheWay(error) && !error.args.empty())
            return {Error::Kind::Conflict, MessageId::LockNameCollides, {name, error.args.front()}, error.systemError};
        if (error.systemError == ENAMETOOLONG || error.id == MessageId::LockNameTooLong)
            return {Error::Kind::InvalidInput, MessageId::LockNameTooLong, {name}, error.systemError};
        return error;
    }
};

Result<std::unique_ptr<StoreLocks>> StoreLocks::open(fs::FileSystem &fileSystem, const OpenedStore &store, const WriteAccess &access)
{
    std::unique_ptr<StoreLocks> locks(new StoreLocks);
    locks->m_root = store.root;
    locks->m_scheme = access.lockScheme;
    locks->m_hasMoveJournal = access.hasMoveJournal && access.lockScheme == LockScheme::Files;
    locks->m_storePath = store.identity.path;
    locks->m_storeName = access.storeName.empty() ? store.identity.path : access.storeName;
    if (locks->usesFiles()) {
        auto directory = openOrMakeAll(fileSystem, access.lockDirectory);
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
    const Subject subject{inNamespace(group.toString(), ns), MessageId::GroupBusy};
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

LockResult StoreLocks::lockSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time, fs::Directory &groupDirectory)
{
    const std::string name = time.toString();
    const Subject subject{inNamespace(group.toString() + "/" + name, ns), MessageId::SnapshotBusy};
    std::vector<std::unique_ptr<fs::Lock>> locks;
    if (usesFiles()) {
        auto lock = lockFile(snapshotLockName(ns, group, time), subject);
        if (!lock)
            return lock;
        locks.push_back(std::move(*lock));
    }
    if (usesDirectories()) {
        auto lock = groupDirectory.lockDirectory(name, fs::Access::Exclusive);
        if (!lock)
            return std::unexpected(subject.meaning(lock.error()));
        locks.push_back(std::move(*lock));
    }
    return std::make_unique<SeveralLocks>(std::move(locks));
}

void StoreLocks::forgetSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    forget(manifestLockName(ns, group, time));
    forget(snapshotLockName(ns, group, time));
}

void StoreLocks::forgetGroup(const NamespacePath &ns, const GroupId &group)
{
    forget(groupLockName(ns, group));
}

Done StoreLocks::recordMoved(const std::vector<std::string> &indexPaths)
{
    using namespace std::chrono_literals;
    constexpr int attempts = 20;
    if (!m_hasMoveJournal || indexPaths.empty())
        return {};
    std::string lines;
    for (const std::string &path : indexPaths) {
        if (path.contains('\n'))
            return fail(Error::Kind::InvalidInput, MessageId::NameRefused, path);
        lines.append(absolute(path)).append(1, '\n');
    }
    auto lock = m_lockDirectory->lockFile(moveJournalName, fs::Access::Exclusive);
    for (int i = 1; i < attempts && !lock && lock.error().kind == Error::Kind::Busy; ++i) {
        std::this_thread::sleep_for(50ms);
        lock = m_lockDirectory->lockFile(moveJournalName, fs::Access::Exclusive);
    }
    if (!lock)
        return failWith(lock);
    const auto journal = m_lockDirectory->openAppend(moveJournalName);
    if (!journal)
        return failWith(journal);
    return (*journal)->append(lines);
}

LockResult StoreLocks::lockFile(const Result<LockFileName> &file, const Subject &subject)
{
    if (!file)
        return std::unexpected(subject.meaning(file.error()));
    const auto directory = lockFileDirectory(file->directory, subject);
    if (!directory)
        return failWith(directory);
    auto lock = (*directory)->lockFile(file->name, fs::Access::Exclusive);
    if (!lock)
        return std::unexpected(subject.meaning(lock.error()));
    return lock;
}

Result<std::shared_ptr<fs::Directory>> StoreLocks::lockFileDirectory(const std::string &relative, const Subject &subject)
{
    std::shared_ptr<fs::Directory> directory = m_lockDirectory;
    for (std::string_view left = relative; !left.empty();) {
        const std::size_t slash = std::min(left.find('/'), left.size());
        auto next = openOrMake(*directory, left.substr(0, slash));
        if (!next)
            return std::unexpected(subject.meaning(next.error()));
        directory = std::move(*next);
        left.remove_prefix(std::min(slash + 1, left.size()));
    }
    return directory;
}

void StoreLocks::forget(const Result<LockFileName> &file)
{
    if (!file || !usesFiles())
        return;
    if (const auto directory = fs::openBelow(m_lockDirectory, file->directory)) [[maybe_unused]]
        const Done removed = (*directory)->removeFile(file->name);
}

std::string StoreLocks::absolute(std::string_view indexPath) const
{
    if (indexPath.starts_with('/'))
        return std::string(indexPath);
    return std::string(m_storePath).append(m_storePath.ends_with('/') ? "" : "/").append(indexPath);
}

} // namespace espalier
