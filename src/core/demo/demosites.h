// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/snapshottime.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace espalier {

/// What is special about a guest of the demo.
enum class DemoFeature : unsigned {
    None = 0,
    Protected = 1,    ///< Its oldest snapshot.
    FailedVerify = 2, ///< A verification found a corrupt chunk in its second newest verified snapshot.
    Encrypted = 4,
    Interrupted = 8,   ///< The last backup was cut off.
    SplitArchive = 16, ///< Metadata and payload of a container in two archives.
    FirmwareDisk = 32, ///< A second, small disk.
};

constexpr DemoFeature operator|(DemoFeature left, DemoFeature right)
{
    return static_cast<DemoFeature>(static_cast<unsigned>(left) | static_cast<unsigned>(right));
}

/// A guest whose backups the demo has.
struct DemoGuest
{
    std::string_view ns;
    std::string_view group; ///< "vm/100"
    std::string_view name;  ///< As the guest is called; PVE writes it into the notes of each backup.
    std::string_view owner;
    std::string_view note; ///< Of the group; may be empty.
    int firstDay = 730;    ///< Its first backup was so many days ago.
    int lastDay = 0;
    DemoFeature features = DemoFeature::None;

    bool has(DemoFeature feature) const { return (static_cast<unsigned>(features) & static_cast<unsigned>(feature)) != 0; }
};

/// A datastore of the demo.
struct DemoSite
{
    std::string_view name;
    std::span<const DemoGuest> guests;
    std::span<const std::string_view> emptyNamespaces;
};

std::span<const DemoSite> demoSites();

/// When the snapshots of @p guest were made, oldest first: what a prune left of daily backups. None lies behind @p now.
std::vector<SnapshotTime> demoSchedule(const DemoGuest &guest, std::int64_t now);

} // namespace espalier
