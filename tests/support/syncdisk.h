// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/posix.h"
#include "support/syncstores.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

namespace espalier::test {

/// Two datastores on disk, written as a SyncBench has them.
class DiskPair
{
public:
    explicit DiskPair(const SyncBench &bench) : path(m_directory.path().toStdString())
    {
        for (const char *root : {SyncBench::sourceRoot, SyncBench::targetRoot})
            copy(bench, root);
        std::filesystem::create_directories(path + "/state");
        std::filesystem::create_directories(path + "/none");
    }

    StoreSession session(const std::string &root, std::shared_ptr<fs::FileSystem> through = fs::posixFileSystem()) const
    {
        auto opened = StoreSession::open(std::move(through), Place::fromString(path + root).value(),
                                         {.pbsRoot = path + "/none", .stateHome = path + "/state"});
        if (!opened)
            throw std::runtime_error("cannot open the store: " + std::string(messageName(opened.error().id)));
        return *opened;
    }

    /// Plans and runs, without removing anything.
    SyncReport run(const SyncOptions &job, std::shared_ptr<fs::FileSystem> through = fs::posixFileSystem(),
                   SyncRunOptions options = {}) const
    {
        options.job = job;
        const StoreSession target = session(SyncBench::targetRoot, through);
        const StoreSession source = session(SyncBench::sourceRoot, through);
        (void)cleanLeftovers(target);
        const auto plan = planSync(SyncBench::tree(source), SyncBench::tree(target), options.job);
        const auto end = LocalSource::open(source);
        return runSync(**end, target, plan.value(), options);
    }

    Rows rows(const char *root) const { return listRows(*fs::posixFileSystem()->open(path + root).value()); }
    std::string problems() const { return problemsIn(*fs::posixFileSystem(), path + SyncBench::targetRoot); }

    /// Files of the target's chunk store that are no chunks.
    std::vector<std::string> strayFiles() const
    {
        std::vector<std::string> stray;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(path + SyncBench::targetRoot + "/.chunks")) {
            if (entry.is_regular_file() && !Digest::fromHex(entry.path().filename().string()))
                stray.push_back(entry.path().filename().string());
        }
        return stray;
    }

private:
    void copy(const SyncBench &bench, const std::string &root) const
    {
        std::filesystem::create_directories(path + root + "/.chunks");
        std::ofstream(path + root + "/.lock").close();
        loadRows(path + root, bench.rows(root));
        const auto chunks = bench.files->open(root + "/.chunks").value();
        const auto prefixes = chunks->entries().value();
        for (const fs::Entry &prefix : prefixes) {
            const auto from = chunks->openDirectory(prefix.name).value();
            std::filesystem::create_directories(path + root + "/.chunks/" + prefix.name);
            const auto entries = from->entries().value();
            for (const fs::Entry &entry : entries)
                std::ofstream(path + root + "/.chunks/" + prefix.name + "/" + entry.name, std::ios::binary)
                    << from->readFile(entry.name, 1 << 20).value();
        }
    }

    QTemporaryDir m_directory;

public:
    const std::string path;
};

} // namespace espalier::test
