// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/overlaps.h"

#include "core/datastore/findingcollector.h"
#include "core/datastore/guestidentity.h"
#include "core/datastore/scanrun.h"
#include "core/datastore/workqueue.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace espalier {

namespace {

constexpr std::size_t groupsPerTask = 16;

void addOnce(std::vector<std::string> &names, const std::string &name)
{
    if (!name.empty() && !std::ranges::contains(names, name))
        names.push_back(name);
}

/// Every id with all its groups, in PBS's order.
std::vector<Overlap> groupsById(const Tree &tree)
{
    std::unordered_map<GroupId, std::vector<Occurrence>> found;
    found.reserve(tree.root().groupsBelow);
    tree.forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            if (!ns.isLeaving(group->id))
                found[group->id].push_back({ns.path, group, {}});
        }
    });
    std::vector<Overlap> all;
    all.reserve(found.size());
    for (auto &[id, occurrences] : found)
        all.push_back({id, std::move(occurrences)});
    std::ranges::sort(all, {}, &Overlap::id);
    return all;
}

bool isInOneNamespace(const Overlap &overlap)
{
    return overlap.occurrences.size() == 1;
}

/// The finished snapshots whose names are asked for, each once.
std::vector<SnapshotTime> samplesOf(const Group &group)
{
    auto finished = group.snapshots | std::views::filter(&Snapshot::finished) | std::views::transform(&Snapshot::time)
        | std::ranges::to<std::vector>();
    if (finished.size() <= 3)
        return {finished.rbegin(), finished.rend()};
    return {finished.back(), finished[finished.size() - 2], finished.front()};
}

std::vector<std::string> readNames(const std::shared_ptr<fs::Directory> &root, const Occurrence &occurrence)
{
    std::vector<std::string> names;
    const GroupId &id = occurrence.group->id;
    const auto directory = fs::openBelow(root, joinPath(occurrence.ns.directoryForm(), id.toString()));
    if (!directory)
        return names;
    for (const SnapshotTime &time : samplesOf(*occurrence.group)) {
        const auto snapshot = (*directory)->openDirectory(time.toString());
        if (snapshot)
            addOnce(names, readGuestName(**snapshot, id.type()));
    }
    return names;
}

/// False where it was stopped.
bool readAllNames(const std::shared_ptr<fs::Directory> &root, const std::vector<Occurrence *> &occurrences, const ScanOptions &options)
{
    ScanRun run(options);
    WorkQueue queue(options.stop);
    const auto read = [&](std::size_t from) {
        for (std::size_t i = from; i < std::min(from + groupsPerTask, occurrences.size()) && !run.stopped(); ++i) {
            occurrences[i]->guestNames = readNames(root, *occurrences[i]);
            run.count({.groups = 1});
        }
    };
    for (std::size_t from = 0; from < occurrences.size(); from += groupsPerTask)
        queue.add([&read, from] { read(from); });
    queue.run(options.threads);
    run.reportProgress();
    return !run.stopped();
}

} // namespace

const Snapshot *Occurrence::oldest() const
{
    const auto found = std::ranges::find(group->snapshots, true, &Snapshot::finished);
    return found == group->snapshots.end() ? nullptr : &*found;
}

const Snapshot *Occurrence::newest() const
{
    const auto found = std::ranges::find_last(group->snapshots, true, &Snapshot::finished);
    return found.empty() ? nullptr : &found.front();
}

bool Overlap::ownersDiffer() const
{
    const AuthId *first = nullptr;
    for (const Occurrence &occurrence : occurrences) {
        const auto &owner = occurrence.group->owner;
        if (first && owner && *owner != *first)
            return true;
        if (owner && !first)
            first = &*owner;
    }
    return false;
}

std::vector<std::string> Overlap::guestNames() const
{
    std::vector<std::string> names;
    for (const Occurrence &occurrence : occurrences) {
        for (const std::string &name : occurrence.guestNames)
            addOnce(names, name);
    }
    return names;
}

std::vector<Overlap> findOverlaps(const Tree &tree)
{
    std::vector<Overlap> overlaps = groupsById(tree);
    std::erase_if(overlaps, isInOneNamespace);
    return overlaps;
}

Result<std::vector<Overlap>> readOverlaps(const std::shared_ptr<fs::Directory> &root, const Tree &tree, OverlapSearch search,
                                          const ScanOptions &options)
{
    std::vector<Overlap> overlaps = search == OverlapSearch::EveryGroup ? groupsById(tree) : findOverlaps(tree);
    std::vector<Occurrence *> occurrences;
    for (Overlap &overlap : overlaps) {
        for (Occurrence &occurrence : overlap.occurrences)
            occurrences.push_back(&occurrence);
    }
    if (!readAllNames(root, occurrences, options))
        return fail(Error::Kind::Stopped, MessageId::ScanStopped, root->path());
    std::erase_if(overlaps, [](const Overlap &overlap) { return isInOneNamespace(overlap) && overlap.guestNames().size() < 2; });
    return overlaps;
}

} // namespace espalier
