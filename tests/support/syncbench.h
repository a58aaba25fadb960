// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/indexfile.h"
#include "core/sync/localsource.h"
#include "core/sync/localtarget.h"
#include "core/sync/syncrun.h"
#include "support/runbench.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace espalier::test {

/// The bytes of base64 text.
inline std::string fromBase64(const std::string &text)
{
    static const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t value = letters.find(c);
        if (value == std::string::npos)
            break;
        buffer = buffer << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits >= 8)
            bytes += static_cast<char>(buffer >> (bits -= 8) & 0xff);
    }
    return bytes;
}

/// Two datastores in memory, as two places of one machine: "/src" and "/dst".
class SyncBench
{
public:
    static constexpr const char *sourceRoot = "/src";
    static constexpr const char *targetRoot = "/dst";

    SyncBench() : files(fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup()))
    {
        makeStore(*files, sourceRoot);
        makeStore(*files, targetRoot);
        files->makeDirectories("/home/state");
    }

    StoreSession session(const std::string &root, std::shared_ptr<fs::FileSystem> through = nullptr) const
    {
        auto opened
            = StoreSession::open(through ? through : files, Place::fromString(root).value(), {.pbsRoot = "/", .stateHome = "/home/state"});
        if (!opened)
            throw std::runtime_error("cannot open the store: " + std::string(messageName(opened.error().id)));
        return *opened;
    }

    static Tree tree(const StoreSession &session)
    {
        const auto scanned = scan(session.store().root, {.threads = 1});
        return readAllDetails(session.store().root, scanned.value().tree, {.threads = 1}).value().tree;
    }

    Result<SyncPlan> plan(const SyncOptions &job) const { return planSync(tree(session(sourceRoot)), tree(session(targetRoot)), job); }

    /// Plans and runs; everything that would be removed is agreed to.
    SyncReport run(const SyncOptions &job, std::shared_ptr<fs::FileSystem> through = nullptr, SyncRunOptions options = {}) const
    {
        (void)cleanLeftovers(session(targetRoot));
        const auto planned = plan(job);
        if (!planned) {
            SyncReport report;
            report.failure = planned.error();
            return report;
        }
        options.job = job;
        options.removes = true;
        const auto source = LocalSource::open(session(sourceRoot, through));
        if (!source) {
            SyncReport report;
            report.failure = source.error();
            return report;
        }
        return runSync(**source, session(targetRoot, through), *planned, options);
    }

    /// Digests of the chunks that are there, empty ones too.
    std::set<std::string> chunks(const std::string &root) const
    {
        std::set<std::string> found;
        const auto all = files->open(root + "/.chunks").value();
        const auto prefixes = all->entries().value();
        for (const fs::Entry &prefix : prefixes) {
            const auto directory = all->openDirectory(prefix.name).value();
            const auto entries = directory->entries().value();
            for (const fs::Entry &entry : entries) {
                if (Digest::fromHex(entry.name))
                    found.insert(entry.name);
            }
        }
        return found;
    }

    /// As every datastore has it for all chunks.
    void makeChunkDirectory(const std::string &digest) const
    {
        for (const char *each : {sourceRoot, targetRoot})
            files->makeDirectories(std::string(each) + "/.chunks/" + digest.substr(0, 4), 0750);
    }

    void makeChunk(const std::string &root, const std::string &digest, const std::string &bytes) const
    {
        makeChunkDirectory(digest);
        files->makeFile(root + "/.chunks/" + digest.substr(0, 4) + "/" + digest, bytes);
    }

    Rows rows(const std::string &root) const { return listRows(*files->open(root).value()); }

    std::shared_ptr<fs::MemoryFileSystem> files;
};

/// Makes what the fixtures say of one datastore.
inline void loadStore(const SyncBench &bench, const std::string &root, const nlohmann::json &store)
{
    for (const auto &ns : store.at("namespaces"))
        makeNamespace(*bench.files, root, ns.get<std::string>());
    for (const auto &group : store.at("groups")) {
        const std::string id = group.at("type").get<std::string>() + "/" + group.at("id").get<std::string>();
        const std::string path = root + "/" + groupPath(group.at("ns").get<std::string>(), id);
        bench.files->makeFile(path + "/owner", group.at("owner").get<std::string>() + "\n");
        if (group.at("notes").is_string())
            bench.files->makeFile(path + "/notes", group.at("notes").get<std::string>());
        for (const auto &snapshot : group.at("snapshots")) {
            const std::string directory = path + "/" + SnapshotTime::fromEpoch(snapshot.at("time").get<std::int64_t>()).value().toString();
            bench.files->makeDirectories(directory);
            for (const auto &[name, content] : snapshot.at("files").items()) {
                const std::string bytes = fromBase64(content.get<std::string>());
                bench.files->makeFile(directory + "/" + name, bytes);
                const auto index = readIndex(bytes, name);
                for (const IndexEntry &entry : index ? index->entries : std::vector<IndexEntry>())
                    bench.makeChunkDirectory(entry.digest.toHex());
            }
        }
    }
    for (const auto &[digest, content] : store.at("chunks").items())
        bench.makeChunk(root, digest, fromBase64(content.get<std::string>()));
}

/// What the fixtures say of a job of `admin@pbs`.
inline SyncOptions syncOptions(const nlohmann::json &job)
{
    SyncOptions options;
    options.source = ns(job.value("remote-ns", ""));
    options.target = ns(job.value("ns", ""));
    options.owner = "admin@pbs";
    if (job.contains("max-depth"))
        options.maxDepth = job.at("max-depth").get<int>();
    if (job.contains("transfer-last"))
        options.transferLast = job.at("transfer-last").get<std::uint64_t>();
    for (const auto &filter : job.value("group-filter", nlohmann::json::array()))
        options.filters.push_back(GroupFilter::fromString(filter.get<std::string>()).value());
    options.removeVanished = job.value("remove-vanished", false);
    options.resyncCorrupt = job.value("resync-corrupt", false);
    options.verifiedOnly = job.value("verified-only", false);
    options.encryptedOnly = job.value("encrypted-only", false);
    return options;
}

inline std::string failureOf(const SyncReport &report)
{
    std::string text;
    const auto add = [&text](const Error &error) {
        text += std::string(messageName(error.id));
        for (const std::string &argument : error.args)
            text += " " + argument;
        text += "; ";
    };
    if (report.failure)
        add(*report.failure);
    for (const Error &problem : report.problems)
        add(problem);
    return text;
}

} // namespace espalier::test
