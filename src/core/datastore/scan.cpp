// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"

#include "core/datastore/findingcollector.h"
#include "core/datastore/groupscan.h"
#include "core/datastore/namespacescan.h"
#include "core/datastore/scanrun.h"
#include "core/pbs/lockname.h"

#include <algorithm>

namespace espalier {

namespace {

Result<ExpectedOwner> ownerOf(const fs::Directory &root)
{
    const auto status = root.status();
    if (!status)
        return failWith(status);
    return ExpectedOwner{status->user, status->group};
}

std::unexpected<Error> stopped(const fs::Directory &root)
{
    return fail(Error::Kind::Stopped, MessageId::ScanStopped, root.path());
}

/// A namespace of the first level needs a lock directory of its own name where root groups have their lock files.
void reportLockNameCollisions(const Namespace &root, ScanRun &run)
{
    std::vector<Finding> findings;
    const auto add = [&](const NamespacePath &path, std::string other) {
        findings.push_back({Finding::Kind::LockNameCollides, path.directoryForm(), path, {}, {std::move(other)}});
    };
    for (const auto &child : root.children) {
        if (isPbsLockFile(child->path))
            add(child->path, child->path.toString());
        else if (const auto group = rootGroupLockedAs(child->path); group && root.group(*group))
            add(child->path, group->toString());
    }
    run.addFindings(std::move(findings));
}

/// The nearest namespace of @p tree at or above @p path whose parent the tree knows, so that it can be put in.
NamespacePath attachable(const Tree &tree, NamespacePath path)
{
    while (!path.isRoot() && !tree.find(path.parent()))
        path = path.parent();
    return path;
}

} // namespace

Result<ScanResult> scan(const std::shared_ptr<fs::Directory> &root, const ScanOptions &options)
{
    return rescanNamespace(root, Tree(), {}, options);
}

Result<ScanResult> rescanNamespace(const std::shared_ptr<fs::Directory> &root, const Tree &before, const NamespacePath &path,
                                   const ScanOptions &options)
{
    const auto owner = ownerOf(*root);
    if (!owner)
        return failWith(owner);
    const NamespacePath top = attachable(before, path);
    const auto directory = fs::openBelow(root, top.directoryForm());
    if (!directory && directory.error().kind == Error::Kind::NotFound)
        return ScanResult{before.withNamespace(top, nullptr), {}};
    if (!directory)
        return failWith(directory);

    ScanRun run(options);
    auto ns = NamespaceScan(run, *owner).read(*directory, top, before.find(top).get());
    if (!ns)
        return failWith(ns);
    if (run.stopped())
        return stopped(*root);
    if (top.isRoot())
        reportLockNameCollisions(**ns, run);
    run.reportProgress();
    return ScanResult{before.withNamespace(top, std::move(*ns)), run.takeFindings()};
}

Result<std::shared_ptr<const Group>> scanGroup(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &id,
                                               std::vector<Finding> &findings)
{
    const auto owner = ownerOf(*root);
    if (!owner)
        return failWith(owner);
    const std::string path = joinPath(ns.directoryForm(), id.toString());
    const auto directory = fs::openBelow(root, path);
    if (!directory)
        return failWith(directory);
    FindingCollector collector(findings, ns, id.toString(), *owner);
    return scanGroupDirectory(**directory, ns, id, path, collector, {});
}

std::shared_ptr<const Group> listGroup(const fs::Directory &directory, const NamespacePath &ns, const GroupId &id)
{
    const auto entries = directory.entries();
    return entries ? listGroup(directory, *entries, ns, id) : unreadableGroup(id);
}

std::shared_ptr<const Group> listGroup(const fs::Directory &directory, const std::vector<fs::Entry> &entries, const NamespacePath &ns,
                                       const GroupId &id)
{
    std::vector<Finding> findings;
    FindingCollector collector(findings, ns, id.toString(), {});
    return nameGroup(directory, entries, ns, id, joinPath(ns.directoryForm(), id.toString()), collector);
}

} // namespace espalier
