// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyfilesystem.h"

#include "core/fs/systemerror.h"

#include <mutex>
#include <optional>

namespace espalier::test {

using fs::Access;
using fs::Directory;
using fs::Lock;

class FaultyFileSystem::Counter
{
public:
    Counter(const Fault &fault, Before before) : m_fault(fault), m_before(std::move(before)) {}

    /// Does @p call with the fault, if it is its turn. @p operation is the system call it would be.
    template<typename Call>
    auto run(std::string_view name, bool changes, std::string_view operation, const std::string &path, Call call) -> decltype(call())
    {
        const std::optional<Fault> fault = next(name, changes);
        if (!fault)
            return call();
        if (fault->how == Fault::How::After) {
            if (auto result = call(); !result)
                return result;
        }
        return fs::systemFailure(fault->systemError, operation, path, path);
    }

    int calls() const
    {
        const std::lock_guard guard(m_mutex);
        return m_calls;
    }
    bool happened() const
    {
        const std::lock_guard guard(m_mutex);
        return m_happened;
    }
    void restart(const Fault &fault)
    {
        const std::lock_guard guard(m_mutex);
        m_fault = fault;
        m_calls = 0;
        m_happened = false;
    }

private:
    std::optional<Fault> next(std::string_view name, bool changes)
    {
        const std::lock_guard guard(m_mutex);
        if (m_fault.changesOnly && !changes)
            return std::nullopt;
        ++m_calls;
        if (m_before)
            m_before(m_calls, name);
        if (m_fault.at == 0 || m_calls < m_fault.at || (m_calls > m_fault.at && !m_fault.fromThenOn))
            return std::nullopt;
        m_happened = true;
        return m_fault;
    }

    mutable std::mutex m_mutex;
    Fault m_fault;
    Before m_before;
    int m_calls = 0;
    bool m_happened = false;
};

class FaultyFileSystem::FaultyAppendFile : public fs::AppendFile
{
public:
    FaultyAppendFile(std::unique_ptr<fs::AppendFile> file, std::string path, std::shared_ptr<Counter> counter)
        : m_file(std::move(file))
        , m_path(std::move(path))
        , m_counter(std::move(counter))
    {
    }

    Done append(std::string_view bytes) override
    {
        return m_counter->run("append", true, "write", m_path, [&] { return m_file->append(bytes); });
    }
    Done sync() override
    {
        return m_counter->run("syncFile", true, "fdatasync", m_path, [&] { return m_file->sync(); });
    }

private:
    std::unique_ptr<fs::AppendFile> m_file;
    std::string m_path;
    std::shared_ptr<Counter> m_counter;
};

class FaultyFileSystem::FaultyDirectory : public Directory
{
public:
    FaultyDirectory(std::shared_ptr<Directory> directory, std::shared_ptr<Counter> counter)
        : m_directory(std::move(directory))
        , m_counter(std::move(counter))
    {
    }

    static Result<std::shared_ptr<Directory>> wrapped(Result<std::shared_ptr<Directory>> directory, const std::shared_ptr<Counter> &counter)
    {
        if (!directory)
            return directory;
        return std::make_shared<FaultyDirectory>(std::move(*directory), counter);
    }

    const std::string &path() const override { return m_directory->path(); }
    Result<fs::Status> status() const override
    {
        return look("status", "statx", {}, [&] { return m_directory->status(); });
    }
    Result<fs::Volume> volume() const override
    {
        return look("volume", "fstatfs", {}, [&] { return m_directory->volume(); });
    }
    Done changeOwner(std::uint32_t user, std::uint32_t group) override
    {
        return change("changeOwner", "fchown", {}, [&] { return m_directory->changeOwner(user, group); });
    }
    Result<std::vector<fs::Entry>> entries() const override
    {
        return look("entries", "getdents64", {}, [&] { return m_directory->entries(); });
    }
    Result<std::optional<fs::Status>> find(std::string_view name) const override
    {
        return look("find", "statx", name, [&] { return m_directory->find(name); });
    }
    Result<std::optional<fs::Status>> findIn(std::string_view directory, std::string_view name) const override
    {
        return look("findIn", "statx", name, [&] { return m_directory->findIn(directory, name); });
    }
    Result<std::shared_ptr<Directory>> openDirectory(std::string_view name) const override
    {
        return wrapped(look("openDirectory", "openat", name, [&] { return m_directory->openDirectory(name); }), m_counter);
    }
    Result<std::shared_ptr<Directory>> openPath(std::string_view relative) const override
    {
        return wrapped(look("openPath", "openat2", relative, [&] { return m_directory->openPath(relative); }), m_counter);
    }
    Result<std::string> readFile(std::string_view name, std::size_t limit) const override
    {
        return look("readFile", "read", name, [&] { return m_directory->readFile(name, limit); });
    }
    Result<fs::FileStart> readStart(std::string_view name, std::size_t limit) const override
    {
        return look("readStart", "read", name, [&] { return m_directory->readStart(name, limit); });
    }
    Done createDirectory(std::string_view name, std::uint32_t mode) override
    {
        return change("createDirectory", "mkdirat", name, [&] { return m_directory->createDirectory(name, mode); });
    }
    Done createFile(std::string_view name, std::string_view content, std::uint32_t mode) override
    {
        return change("createFile", "openat", name, [&] { return m_directory->createFile(name, content, mode); });
    }
    Done replaceFile(std::string_view name, std::string_view content, std::uint32_t mode) override
    {
        return change("replaceFile", "renameat", name, [&] { return m_directory->replaceFile(name, content, mode); });
    }
    Result<std::unique_ptr<fs::AppendFile>> openAppend(std::string_view name) override
    {
        auto file = change("openAppend", "openat", name, [&] { return m_directory->openAppend(name); });
        if (!file)
            return file;
        return std::make_unique<FaultyAppendFile>(std::move(*file), pathOf(name), m_counter);
    }
    Done renameNoReplace(std::string_view name, Directory &target, std::string_view newName) override
    {
        return change("renameNoReplace", "renameat2", name, [&] { return m_directory->renameNoReplace(name, unwrapped(target), newName); });
    }
    Done renamePlain(std::string_view name, Directory &target, std::string_view newName) override
    {
        return change("renamePlain", "rename", name, [&] { return m_directory->renamePlain(name, unwrapped(target), newName); });
    }
    Done replaceBy(std::string_view newName, std::string_view name) override
    {
        return change("replaceBy", "renameat", name, [&] { return m_directory->replaceBy(newName, name); });
    }
    Result<std::optional<fs::Status>> touch(std::string_view name) override
    {
        return change("touch", "utimensat", name, [&] { return m_directory->touch(name); });
    }
    Done removeFile(std::string_view name) override
    {
        return change("removeFile", "unlinkat", name, [&] { return m_directory->removeFile(name); });
    }
    Done removeDirectory(std::string_view name) override
    {
        return change("removeDirectory", "unlinkat", name, [&] { return m_directory->removeDirectory(name); });
    }
    Done sync() override
    {
        return change("sync", "fsync", {}, [&] { return m_directory->sync(); });
    }
    Done syncFileSystem() override
    {
        return change("syncFileSystem", "syncfs", {}, [&] { return m_directory->syncFileSystem(); });
    }
    Result<std::unique_ptr<Lock>> lockSelf(Access access) override
    {
        return look("lockSelf", "flock", {}, [&] { return m_directory->lockSelf(access); });
    }
    Result<std::unique_ptr<Lock>> lockDirectory(std::string_view name, Access access) override
    {
        return look("lockDirectory", "flock", name, [&] { return m_directory->lockDirectory(name, access); });
    }
    Result<std::unique_ptr<Lock>> lockFile(std::string_view name, Access access) override
    {
        return look("lockFile", "flock", name, [&] { return m_directory->lockFile(name, access); });
    }
    Result<std::unique_ptr<Lock>> holdRecordLock(std::string_view name) override
    {
        return look("holdRecordLock", "fcntl", name, [&] { return m_directory->holdRecordLock(name); });
    }
    Result<std::int64_t> recordLockHolder(std::string_view name, Access access) override
    {
        return look("recordLockHolder", "fcntl", name, [&] { return m_directory->recordLockHolder(name, access); });
    }

private:
    static Directory &unwrapped(Directory &directory)
    {
        auto *faulty = dynamic_cast<FaultyDirectory *>(&directory);
        return faulty ? *faulty->m_directory : directory;
    }

    std::string pathOf(std::string_view name) const { return name.empty() ? path() : path() + "/" + std::string(name); }

    template<typename Call>
    auto look(std::string_view call, std::string_view operation, std::string_view name, Call function) const -> decltype(function())
    {
        return m_counter->run(call, false, operation, pathOf(name), function);
    }

    template<typename Call>
    auto change(std::string_view call, std::string_view operation, std::string_view name, Call function) -> decltype(function())
    {
        return m_counter->run(call, true, operation, pathOf(name), function);
    }

    std::shared_ptr<Directory> m_directory;
    std::shared_ptr<Counter> m_counter;
};

FaultyFileSystem::FaultyFileSystem(std::shared_ptr<fs::FileSystem> files, const Fault &fault, Before before)
    : m_files(std::move(files))
    , m_counter(std::make_shared<Counter>(fault, std::move(before)))
{
}

FaultyFileSystem::~FaultyFileSystem() = default;

Result<std::shared_ptr<Directory>> FaultyFileSystem::open(std::string_view path)
{
    return FaultyDirectory::wrapped(m_counter->run("open", false, "open", std::string(path), [&] { return m_files->open(path); }),
                                    m_counter);
}

std::shared_ptr<Directory> FaultyFileSystem::wrap(std::shared_ptr<Directory> directory) const
{
    return std::make_shared<FaultyDirectory>(std::move(directory), m_counter);
}

int FaultyFileSystem::calls() const
{
    return m_counter->calls();
}

bool FaultyFileSystem::happened() const
{
    return m_counter->happened();
}

void FaultyFileSystem::setFault(const Fault &fault)
{
    m_counter->restart(fault);
}

} // namespace espalier::test
