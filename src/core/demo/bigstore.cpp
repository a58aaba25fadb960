// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/bigstore.h"

#include "core/demo/demorandom.h"
#include "core/demo/manifestwriter.h"
#include "core/pbs/archivename.h"
#include "core/pbs/indexfile.h"

#include <algorithm>
#include <format>

namespace espalier {

namespace {

constexpr std::size_t usualSnapshots = 20; ///< Of a group.
constexpr std::size_t usualGroups = 100;   ///< Of a namespace.
constexpr std::int64_t secondsPerDay = 86'400;
constexpr std::int64_t twoYears = 730 * secondsPerDay;
constexpr std::string_view archiveName = "drive-scsi0.img.fidx";

/// The paths of all namespaces, parents first: a tree that branches evenly and stays within the levels.
std::vector<NamespacePath> namespacesOf(std::size_t count)
{
    constexpr std::size_t usualChildren = 8;
    constexpr int levels = 6; // seven at the most, one spared for what is tried with them
    std::size_t children = usualChildren;
    const auto reach = [&] {
        double total = 0;
        double width = 1;
        for (int level = 0; level < levels; ++level)
            total += width *= static_cast<double>(children);
        return total;
    };
    while (reach() < static_cast<double>(count))
        ++children;
    std::vector<NamespacePath> paths;
    paths.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const NamespacePath parent = i < children ? NamespacePath() : paths[i / children - 1];
        paths.push_back(parent.child(std::format("ns-{:04}", i + 1)).value());
    }
    return paths;
}

GroupId groupId(std::size_t number)
{
    constexpr std::size_t firstId = 100;
    constexpr std::size_t cycle = 20; // three containers and one host among twenty groups
    const std::size_t kind = number % cycle;
    const BackupType type = kind == 0 ? BackupType::Host : kind <= 3 ? BackupType::Ct : BackupType::Vm;
    const std::string id = type == BackupType::Host ? std::format("host-{}.example.com", number) : std::to_string(firstId + number);
    return GroupId::make(type, id).value();
}

/// Writes one group with @p count snapshots, the newest in the night before @p now.
Done writeGroup(StoreWriter &store, const NamespacePath &ns, const GroupId &id, std::size_t count, const DemoOptions &options)
{
    DemoRandom random = DemoRandom::of(options.seed, ns.toString() + "/" + id.toString());
    const bool hasNote = random.below(10) == 0;
    const auto group = store.makeGroup(ns, id, "backup@pbs", hasNote ? std::format("Note of {}\n", id.toString()) : std::string());
    if (!group)
        return failWith(group);
    const std::int64_t step
        = std::clamp<std::int64_t>(twoYears / static_cast<std::int64_t>(std::max<std::size_t>(count, 1)), 1, secondsPerDay);
    const std::int64_t newest = (options.now / secondsPerDay - 1) * secondsPerDay + static_cast<std::int64_t>(random.below(secondsPerDay));
    for (std::size_t i = 0; i < count; ++i) {
        const auto time = SnapshotTime::fromEpoch(newest - step * static_cast<std::int64_t>(count - 1 - i));
        const auto directory = time ? StoreWriter::makeSnapshot(**group, *time) : failWith(time);
        if (!directory)
            return failWith(directory);
        IndexFile index;
        index.kind = IndexFile::Kind::Fixed;
        index.chunkSize = std::uint64_t{4} * 1024 * 1024;
        index.archiveSize = index.chunkSize - random.below(index.chunkSize / 512) * 512;
        index.createdAt = time->epoch();
        index.entries.push_back({index.archiveSize, Digest::of(random.bytes(8))});
        Manifest manifest;
        manifest.backupType = toString(id.type());
        manifest.backupId = id.id();
        manifest.backupTime = time->epoch();
        manifest.files.push_back({std::string(archiveName), CryptMode::None, index.archiveSize, index.bodyChecksum()});
        manifest.notes = std::format("guest-{}", id.id());
        const UploadStatistics statistics{1, index.archiveSize, index.archiveSize / 2, 0};
        if (const Done done = StoreWriter::writeFile(**directory, archiveName, writeIndex(index)); !done)
            return done;
        if (const Done done = StoreWriter::writeFile(**directory, manifestFileName, writeManifest(manifest, statistics, nullptr)); !done)
            return done;
    }
    return {};
}

} // namespace

Result<BigStorePlan> BigStorePlan::from(const DemoOptions &options)
{
    BigStorePlan plan;
    plan.groups = options.groups.value_or(options.snapshots ? (*options.snapshots + usualSnapshots - 1) / usualSnapshots
                                                            : options.namespaces.value_or(0) * usualGroups);
    plan.snapshots = options.snapshots.value_or(plan.groups * usualSnapshots);
    plan.namespaces = options.namespaces.value_or((plan.groups + usualGroups - 1) / usualGroups);
    if (plan.groups == 0 && plan.snapshots > 0)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--groups", "0", "1");
    return plan;
}

Done writeBigStore(StoreWriter &store, const BigStorePlan &plan, const DemoOptions &options, const DemoProgress &progress)
{
    constexpr std::size_t groupsBetweenReports = 100;
    const std::vector<NamespacePath> namespaces = namespacesOf(plan.namespaces);
    for (const NamespacePath &ns : namespaces) {
        if (const auto made = store.ns(ns); !made)
            return failWith(made);
    }
    const std::size_t places = std::max<std::size_t>(namespaces.size(), 1);
    std::size_t written = 0;
    for (std::size_t i = 0; i < plan.groups; ++i) {
        const NamespacePath ns = namespaces.empty() ? NamespacePath() : namespaces[i % places];
        const std::size_t count = plan.snapshots / plan.groups + (i < plan.snapshots % plan.groups ? 1 : 0);
        if (const Done done = writeGroup(store, ns, groupId(i / places), count, options); !done)
            return done;
        written += count;
        if (progress && i % groupsBetweenReports == 0)
            progress(written, plan.snapshots);
    }
    return {};
}

} // namespace espalier
