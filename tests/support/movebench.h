// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/localservice.h"
#include "core/service/preparedmove.h"
#include "support/syncstores.h"

#include <memory>
#include <set>
#include <string>

namespace espalier::test {

/// Everything of one store, to the same places in the other.
inline StoreMove wholeStore()
{
    return {{NamespacePath(), NamespacePath()}};
}

inline StoreMove groupMove(const std::string &group, const std::string &from = {}, const std::string &to = {})
{
    return {{NamespacePath::fromString(from).value(), NamespacePath::fromString(to).value(), GroupId::fromString(group).value()}};
}

/// What keeps a move from beginning, as a report.
inline StoreMoveReport notMoved(const Error &error)
{
    StoreMoveReport report;
    report.failure = error;
    return report;
}

/// Opens both datastores, plans and moves; what would be removed is agreed to.
inline StoreMoveReport moveStores(const std::shared_ptr<fs::FileSystem> &files, const std::string &source, const std::string &target,
                                  const SessionOptions &session, const StoreMove &what, const StoreMoveOptions &options = {})
{
    LocalService from(files, Place::fromString(source).value(), session);
    LocalService to(files, Place::fromString(target).value(), session);
    for (StoreService *service : {static_cast<StoreService *>(&from), static_cast<StoreService *>(&to)}) {
        if (const auto opened = service->open(); !opened)
            return notMoved(opened.error());
    }
    const auto plan = prepareStoreMove(from, to, what, {}, MovePreparation::CleanUp, {.threads = 1});
    return plan ? runStoreMove(from, to, *plan, options) : notMoved(plan.error());
}

inline StoreMoveReport moveStores(const SyncBench &bench, const StoreMove &what, const StoreMoveOptions &options = {},
                                  std::shared_ptr<fs::FileSystem> through = nullptr, const char *source = SyncBench::sourceRoot,
                                  const char *target = SyncBench::targetRoot)
{
    return moveStores(through ? through : bench.files, source, target, {.pbsRoot = "/", .stateHome = "/home/state"}, what, options);
}

inline std::string failureOf(const StoreMoveReport &report)
{
    SyncReport same;
    same.failure = report.failure;
    same.problems = report.problems;
    return failureOf(same);
}

/// Whether a chunk is what its name says, as far as that can be seen without a key.
inline bool isWholeChunk(const fs::Directory &store, const Digest &digest)
{
    const std::string name = digest.toHex();
    const auto prefix = store.openPath(".chunks/" + name.substr(0, 4));
    const auto bytes = prefix ? (*prefix)->readFile(name, 1 << 20) : Result<std::string>(failWith(prefix));
    const auto header = bytes ? checkBlob(*bytes, name) : Result<BlobHeader>(failWith(bytes));
    if (!header || header->encrypted)
        return header.has_value();
    const auto plain = decodeBlob(*bytes, name);
    return plain && Digest::of(*plain) == digest;
}

/// Directories of the snapshots that are there with their manifest, every file of it and every chunk of these.
inline std::set<std::string> wholeSnapshots(fs::FileSystem &files, const std::string &root)
{
    std::set<std::string> whole;
    const auto store = files.open(root).value();
    for (const Row &row : listRows(*store)) {
        if (!row.path.ends_with("/index.json.blob"))
            continue;
        const auto manifest = readManifest(row.content, row.path);
        const std::string directory = row.path.substr(0, row.path.rfind('/'));
        const auto snapshot = store->openPath(directory).value();
        bool isWhole = manifest.has_value();
        for (const ManifestFile &file : isWhole ? manifest->files : std::vector<ManifestFile>()) {
            const auto bytes = snapshot->readFile(file.fileName, 1 << 20);
            const auto index = bytes ? readIndex(*bytes, file.fileName) : Result<IndexFile>(failWith(bytes));
            isWhole = isWhole && bytes && (index ? index->bodyChecksum() : Digest::of(*bytes)) == file.checksum;
            for (const IndexEntry &entry : index ? index->entries : std::vector<IndexEntry>())
                isWhole = isWhole && isWholeChunk(*store, entry.digest);
        }
        if (isWhole)
            whole.insert(directory);
    }
    return whole;
}

} // namespace espalier::test
