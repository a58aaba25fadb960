// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/run/undo.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace espalier {

/// The directories of namespaces and types in the undo of one run: which come back, which go away. Adds steps to those of the undo,
/// in its order; looks at the disk, changes nothing. All references must outlive the object.
class UndoDirectories
{
public:
    UndoDirectories(std::shared_ptr<fs::Directory> root, const JournalRun &run, std::vector<UndoStep> &steps);

    /// The directories of a namespace that went away in @p step are there again, parents first.
    void planMakes(const JournalStep &step);

    /// The namespace that a group goes back to: the run removed it, or somebody did since.
    void createMissing(const NamespacePath &ns);

    /// What the run removed and made again later is removed first, with what it made in it: then it comes back as it was.
    void planRemovalsOf(const JournalStep &step);

    /// What the run made goes, deepest first, if it is empty by then. Called last.
    void planRemovals();

private:
    std::vector<StoreDirectory> removedBy(const JournalStep &step) const;
    std::vector<std::string> madeBy(const JournalStep &step) const;
    bool isThere(const std::string &path) const;
    void addMake(StoreDirectory directory);
    void noteWhatWasThere();
    std::set<std::string> comeBack() const;

    std::shared_ptr<fs::Directory> m_root;
    const JournalRun &m_run;
    std::vector<UndoStep> &m_steps;
    std::map<std::string, std::uint32_t> m_removed; ///< Directories that the run removed, and their modes.
    std::set<std::string> m_wasThere;               ///< Those of them that it had not made.
    std::set<std::string> m_goes;                   ///< Directories that the run made again and the steps planned so far remove.
    std::set<std::string> m_made;                   ///< Directories that the steps planned so far make.
};

} // namespace espalier
