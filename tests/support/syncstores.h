// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/datablob.h"
#include "core/pbs/indexfile.h"
#include "core/pbs/manifest.h"
#include "support/syncbench.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace espalier::test {

/// The bytes of a dynamic index of chunks with these contents.
inline std::string indexOf(const std::vector<std::string> &contents)
{
    IndexFile index;
    index.kind = IndexFile::Kind::Dynamic;
    for (const std::string &content : contents) {
        index.archiveSize += content.size();
        index.entries.push_back({index.archiveSize, Digest::of(content)});
    }
    return writeIndex(index);
}

/// A manifest of files with their bytes, as PBS writes it.
inline std::string manifestOf(std::string_view group, std::string_view time, const std::map<std::string, std::string> &files,
                              const std::string &notes, const std::string &verifyState)
{
    nlohmann::json json;
    const std::size_t slash = group.find('/');
    json["backup-type"] = group.substr(0, slash);
    json["backup-id"] = group.substr(slash + 1);
    json["backup-time"] = SnapshotTime::fromString(time).value().epoch();
    json["files"] = nlohmann::json::array();
    for (const auto &[name, bytes] : files) {
        const auto index = readIndex(bytes, name);
        json["files"].push_back({{"filename", name},
                                 {"crypt-mode", "none"},
                                 {"size", index ? index->archiveSize : bytes.size()},
                                 {"csum", (index ? index->bodyChecksum() : Digest::of(bytes)).toHex()}});
    }
    json["signature"] = nullptr;
    json["unprotected"] = nlohmann::json::object();
    if (!notes.empty())
        json["unprotected"]["notes"] = notes;
    if (!verifyState.empty())
        json["unprotected"]["verify_state"]
            = {{"state", verifyState}, {"upid", "UPID:pbs:0000029A:0000D1B1:00000000:6571A5B0:verificationjob:main:root@pam:"}};
    return encodeBlob(json.dump(2));
}

/// Writes genuine groups and snapshots into one store of a SyncBench.
class SnapshotWriter
{
public:
    SnapshotWriter(const SyncBench &bench, std::string root) : m_bench(bench), m_root(std::move(root)) {}

    void group(std::string_view ns, std::string_view id, std::string_view owner = "backup@pbs") const
    {
        if (!ns.empty())
            makeNamespace(*m_bench.files, m_root, ns);
        m_bench.files->makeFile(m_root + "/" + groupPath(ns, id) + "/owner", std::string(owner) + "\n");
    }

    /// A finished snapshot with one archive of these chunks, one file, and a client log.
    void snapshot(std::string_view ns, std::string_view id, std::string_view time, const std::vector<std::string> &chunks,
                  const std::string &notes = {}, const std::string &verifyState = {}) const
    {
        const std::string directory = m_root + "/" + groupPath(ns, id, time);
        const std::map<std::string, std::string> files{{"root.pxar.didx", indexOf(chunks)},
                                                       {"qemu-server.conf.blob", encodeBlob("name: " + std::string(id) + "\n")}};
        for (const auto &[name, bytes] : files)
            m_bench.files->makeFile(directory + "/" + name, bytes);
        for (const std::string &content : chunks)
            m_bench.makeChunk(m_root, Digest::of(content).toHex(), encodeBlob(content));
        m_bench.files->makeFile(directory + "/client.log.blob", encodeBlob("log"));
        m_bench.files->makeFile(directory + "/index.json.blob", manifestOf(id, time, files, notes, verifyState));
    }

private:
    const SyncBench &m_bench;
    std::string m_root;
};

/// What is wrong with the finished snapshots of a store, one in each line: files that are missing or not what the manifest says, chunks
/// that are missing or not what their name says.
inline std::string problemsIn(fs::FileSystem &files, const std::string &root)
{
    std::string problems;
    const auto store = files.open(root).value();
    const Rows rows = listRows(*store);
    const auto contentOf = [&rows](const std::string &path) -> const std::string * {
        const auto found = std::ranges::find(rows, path, &Row::path);
        return found == rows.end() ? nullptr : &found->content;
    };
    for (const Row &row : rows) {
        if (!row.path.ends_with("/index.json.blob"))
            continue;
        const auto manifest = readManifest(row.content, row.path);
        if (!manifest) {
            problems += row.path + ": damaged\n";
            continue;
        }
        const std::string directory = row.path.substr(0, row.path.rfind('/') + 1);
        for (const ManifestFile &file : manifest->files) {
            const std::string *content = contentOf(directory + file.fileName);
            const auto index = content ? readIndex(*content, file.fileName) : Result<IndexFile>(IndexFile());
            if (!content || (index ? index->bodyChecksum() : Digest::of(*content)) != file.checksum) {
                problems += directory + file.fileName + ": missing or another\n";
                continue;
            }
            for (const IndexEntry &entry : index ? index->entries : std::vector<IndexEntry>()) {
                const std::string digest = entry.digest.toHex();
                const auto prefix = store->openPath(".chunks/" + digest.substr(0, 4));
                const auto chunk = prefix ? (*prefix)->readFile(digest, 1 << 20) : Result<std::string>(failWith(prefix));
                const auto plain = chunk ? decodeBlob(*chunk, digest) : chunk;
                if (!plain || Digest::of(*plain) != entry.digest)
                    problems += directory + file.fileName + ": chunk " + digest + "\n";
            }
        }
    }
    return problems;
}

inline std::string problemsIn(const SyncBench &bench, const std::string &root)
{
    return problemsIn(*bench.files, root);
}

} // namespace espalier::test
