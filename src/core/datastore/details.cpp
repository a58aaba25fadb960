// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"

#include "core/datastore/findingcollector.h"
#include "core/datastore/scanrun.h"
#include "core/datastore/snapshotscan.h"
#include "core/datastore/workqueue.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr std::size_t groupsPerTask = 16;

/// A group of a tree, and where its successor goes.
struct Job
{
    const Namespace *ns = nullptr;
    std::shared_ptr<const Group> group;
};

/// @p ns with the groups from @p jobs, which are in the order of a walk, parents first.
std::shared_ptr<const Namespace> rebuilt(const Namespace &ns, std::vector<Job>::iterator &next)
{
    auto copy = std::make_shared<Namespace>(ns);
    for (auto &group : copy->groups)
        group = std::move((next++)->group);
    for (auto &child : copy->children)
        child = rebuilt(*child, next);
    return copy;
}

/// The copy of @p group with details, or null where a stop was requested.
std::shared_ptr<const Group> detailed(const fs::Directory &directory, const std::string &path, const Group &group,
                                      FindingCollector &findings, const std::stop_token &stop)
{
    auto copy = std::make_shared<Group>(group);
    copy->details.clear();
    copy->details.reserve(group.snapshots.size());
    const auto status = directory.status();
    const bool judgeOwners = status && findings.isExpectedOwner(*status);
    for (const Snapshot &snapshot : group.snapshots) {
        if (stop.stop_requested())
            return nullptr;
        const std::string name = snapshot.time.toString();
        copy->details.push_back(scanSnapshotDirectory(directory, name, joinPath(path, name), judgeOwners, findings));
    }
    return copy;
}

} // namespace

std::shared_ptr<const Group> readDetails(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const Group &group,
                                         std::vector<Finding> &findings, std::stop_token stop)
{
    auto unread = std::make_shared<Group>(group);
    unread->details.assign(group.snapshots.size(), {});
    const auto owner = root->status();
    if (!owner)
        return unread;
    const std::string path = joinPath(ns.directoryForm(), group.id.toString());
    FindingCollector collector(findings, ns, group.id.toString(), {owner->user, owner->group});
    const auto directory = fs::openBelow(root, path);
    if (!directory) {
        if (directory.error().kind != Error::Kind::NotFound)
            collector.addUnreadable(path, directory.error());
        return unread;
    }
    auto read = detailed(**directory, path, group, collector, stop);
    return read ? read : std::make_shared<Group>(group);
}

Result<ScanResult> readAllDetails(const std::shared_ptr<fs::Directory> &root, const Tree &tree, const ScanOptions &options)
{
    std::vector<Job> jobs;
    jobs.reserve(tree.root().groupsBelow);
    tree.forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups)
            jobs.push_back({&ns, group});
    });

    ScanRun run(options);
    WorkQueue queue(options.stop);
    const auto read = [&](std::size_t from) {
        std::vector<Finding> findings;
        for (std::size_t i = from; i < std::min(from + groupsPerTask, jobs.size()) && !run.stopped(); ++i) {
            jobs[i].group = readDetails(root, jobs[i].ns->path, *jobs[i].group, findings, options.stop);
            run.count({.groups = 1, .snapshots = jobs[i].group->snapshots.size()});
        }
        run.addFindings(std::move(findings));
    };
    for (std::size_t from = 0; from < jobs.size(); from += groupsPerTask)
        queue.add([&read, from] { read(from); });
    queue.run(options.threads);
    if (run.stopped())
        return fail(Error::Kind::Stopped, MessageId::ScanStopped, root->path());
    run.reportProgress();
    auto next = jobs.begin();
    return ScanResult{Tree(rebuilt(tree.root(), next)), run.takeFindings()};
}

} // namespace espalier
