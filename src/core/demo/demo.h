// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace espalier {

struct DemoOptions
{
    static constexpr std::int64_t defaultDate = 1'772'366'400; ///< 2026-03-01T12:00:00Z

    std::uint64_t seed = 1;
    /// Any of these makes one big store instead of two small ones; they are totals. Those not given follow from the others.
    std::optional<std::size_t> namespaces{};
    std::optional<std::size_t> groups{};
    std::optional<std::size_t> snapshots{};
    std::int64_t now = defaultDate; ///< Epoch seconds; fixed unless told, so that a seed always makes the same bytes.

    bool isBig() const { return namespaces || groups || snapshots; }
};

/// Called now and then with the number of snapshots written, and how many there will be.
using DemoProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Writes datastores to try things with into @p directory (absolute; made where it is missing, its parent must exist), in
/// the format of a real server: `site-a` and `site-b` with chunks, or with DemoOptions::isBig() one `site-a` with nothing but
/// metadata, whose indexes name chunks that do not exist. A marker file (store.h) tells a demo and a big one.
///
/// Unlike a server's, their `.chunks` holds only those of the 65 536 prefix directories that are needed: all of them would
/// take 256 MiB on common file systems. Equal options make equal bytes. Made by root, it belongs to 34:34 (Debian's backup),
/// otherwise to the process's user.
///
/// Fails with DemoTargetNotEmpty where something is in @p directory, with UsageBadValue where the totals contradict each
/// other, and as the file system does; what was written until then stays.
Done writeDemo(fs::FileSystem &fileSystem, const std::string &directory, const DemoOptions &options = {},
               const DemoProgress &progress = {});

} // namespace espalier
