// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/storewriter.h"
#include "core/pbs/indexfile.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>

namespace espalier::bench {

inline constexpr std::int64_t firstDay = 1'767'225'600; // 2026-01-01T00:00:00Z
inline constexpr std::int64_t oneDay = 86'400;

/// A datastore whose chunks cannot be compressed. Its functions throw where something cannot be written.
class SyncStore
{
public:
    SyncStore(const std::filesystem::path &path, unsigned seed);

    /// Chunks of @p smallest to @p largest bytes, added to those that the next snapshot refers to.
    void addChunks(std::size_t count, std::size_t smallest, std::size_t largest);

    /// One archive of all chunks that were added since forget().
    void addSnapshot(const std::string &group, std::int64_t time);
    void forget();

private:
    std::mt19937_64 m_random;
    std::optional<StoreWriter> m_writer;
    std::map<std::string, std::shared_ptr<fs::Directory>> m_groups;
    IndexFile m_index;
    std::uint64_t m_end = 0;
};

/// Makes a datastore where there is none: @p groups of one snapshot each, which share the chunks among them.
void fillSyncStore(const std::filesystem::path &path, std::size_t groups, std::size_t chunks, std::size_t smallest, std::size_t largest);

/// An empty datastore in place of what is there, in which every place for chunks is there already.
void makeSyncTarget(const std::filesystem::path &path);

} // namespace espalier::bench
