// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/finding.h"
#include "core/datastore/tree.h"
#include "core/fs/filesystem.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace espalier {

struct ScanProgress
{
    std::size_t namespaces = 0;
    std::size_t groups = 0;
    std::size_t snapshots = 0;
};

struct ScanOptions
{
    unsigned threads = 0;   ///< 0: as many as there are processors.
    std::stop_token stop{}; ///< Ends the scan with ScanStopped (Kind::Stopped).
    /// Called now and then from any of the scan's threads, never from two at once.
    std::function<void(const ScanProgress &)> progress{};
};

struct ScanResult
{
    Tree tree;
    std::vector<Finding> findings; ///< Sorted by path.
};

/// The first pass: every namespace, group and snapshot below @p root, with owner, first notes line, finished and
/// protected; two system calls for each snapshot. Never enters `.chunks`, never opens `.lock`. What cannot be read becomes
/// a finding, not an error. Fails only where the root itself cannot be listed or the scan is stopped.
Result<ScanResult> scan(const std::shared_ptr<fs::Directory> &root, const ScanOptions &options = {});

/// The first pass of one namespace without its children namespaces, for looking again after a change: its groups are read
/// afresh, children are taken from @p before as far as they still exist (new ones are scanned).
Result<ScanResult> rescanNamespace(const std::shared_ptr<fs::Directory> &root, const Tree &before, const NamespacePath &path,
                                   const ScanOptions &options = {});

/// The first pass of one group. NotFound where its directory does not exist.
Result<std::shared_ptr<const Group>> scanGroup(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &id,
                                               std::vector<Finding> &findings);

/// What a move has to know of a group whose directory is open: as scanGroup(), but without looking into its snapshots, so
/// finished and protected are not told. Kept short: it is asked while the group is locked. What cannot be read makes the group
/// not listable or ownerless.
/// @p entries: what the directory holds, where it was listed already.
std::shared_ptr<const Group> listGroup(const fs::Directory &directory, const NamespacePath &ns, const GroupId &id);
std::shared_ptr<const Group> listGroup(const fs::Directory &directory, const std::vector<fs::Entry> &entries, const NamespacePath &ns,
                                       const GroupId &id);

/// The second pass of one group: a copy of @p group with details read from its manifests, and findings inside its
/// snapshots (damaged manifests, partial indexes, leftovers, foreign files, owner and mode).
std::shared_ptr<const Group> readDetails(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const Group &group,
                                         std::vector<Finding> &findings, std::stop_token stop = {});

/// The second pass of a whole tree, in parallel. @p progress counts snapshots.
Result<ScanResult> readAllDetails(const std::shared_ptr<fs::Directory> &root, const Tree &tree, const ScanOptions &options = {});

/// A file of a snapshot, for the details view.
struct SnapshotFile
{
    std::string name;
    std::uint64_t size = 0; ///< As the manifest says (archive size for indexes); on-disk size for what is not in it.
    std::optional<CryptMode> cryptMode;
    bool inManifest = false;
    bool onDisk = false;
};

/// Everything the details view shows of one snapshot.
struct SnapshotContent
{
    std::optional<Manifest> manifest; ///< Nothing where it is missing or unreadable; then manifestError says why.
    std::optional<Error> manifestError;
    std::vector<SnapshotFile> files; ///< As PBS lists them: manifest first or as in the manifest, then the rest.
};

Result<SnapshotContent> readSnapshot(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &group,
                                     const SnapshotTime &time);

/// The whole `notes` of a group (UTF-8 made valid); empty where there are none. At most 1 MiB is read.
Result<std::string> readGroupNotes(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &group);

} // namespace espalier
