// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/run/journal.h"

#include <map>
#include <memory>
#include <string>

namespace espalier {

/// Makes and removes PBS's directories for a run, and remembers which directories changed so that they can be made durable.
/// Paths are relative to the datastore's root: "ns/a/vm".
class StoreDirectories
{
public:
    explicit StoreDirectories(std::shared_ptr<fs::Directory> root);

    /// Opens @p path below the root, following no link.
    Result<std::shared_ptr<fs::Directory>> open(const std::string &path) const;

    /// Opens the directory @p name in @p parent, making it (0755) where it is missing; then effects.made tells.
    Result<std::shared_ptr<fs::Directory>> ensure(const std::shared_ptr<fs::Directory> &parent, const std::string &parentPath,
                                                  const std::string &name, StepEffects &effects);

    /// Removes what effects.made tells, as far as it is empty: a step that failed changed nothing.
    void takeBack(StepEffects &effects);

    /// Removes an empty directory; one that is gone or in use is fine.
    Done removeIfEmpty(const std::string &path);

    /// Makes a directory that went away; one that is there is fine.
    Done make(const StoreDirectory &directory);

    /// Removes the namespace at @p path ("ns/a") with the empty type directories in it. Where anything else is in it nothing is
    /// changed, and the answer is the path of that. Tells in @p removed what went.
    Result<std::string> removeNamespace(const std::string &path, std::vector<StoreDirectory> &removed);

    /// What removeNamespace() would remove, in that order. NotFound where the namespace is not there.
    Result<std::vector<StoreDirectory>> listNamespace(const std::string &path) const;

    /// Tells that entries of @p directory changed.
    void touch(const std::string &path, const std::shared_ptr<fs::Directory> &directory);

    /// Syncs each touched directory once.
    Done sync();

private:
    Result<std::string> removeAll(const std::vector<StoreDirectory> &all, std::vector<StoreDirectory> &removed);

    std::shared_ptr<fs::Directory> m_root;
    std::map<std::string, std::shared_ptr<fs::Directory>> m_touched;
};

/// "a/b" below "a", "b" below "".
std::string joinPath(const std::string &parent, std::string_view name);

/// "ns/a/vm": where @p ns keeps its groups of one type.
std::string typeDirectoryPath(const NamespacePath &ns, BackupType type);

} // namespace espalier
