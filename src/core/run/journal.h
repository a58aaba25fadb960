// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/fs/filesystem.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace espalier {

/// @name What a run does, as its journal records it
/// @{

struct RunCreateNamespace
{
    NamespacePath path;
    friend bool operator==(const RunCreateNamespace &, const RunCreateNamespace &) = default;
};

/// A group goes to another namespace, as far as @p snapshots say: nothing means all that is there, and the group with them.
struct RunMoveGroup
{
    NamespacePath from;
    GroupId group;
    NamespacePath to;
    bool takeForeignEntries = false;
    bool intoExisting = false;                           ///< Undo only: beneath newer backups that are there now.
    std::optional<std::vector<SnapshotTime>> only;       ///< Undo only: the others stay.
    friend bool operator==(const RunMoveGroup &, const RunMoveGroup &) = default;
};

/// Undo only: a namespace or type directory that a run made goes away, if it is empty.
struct RunRemoveDirectory
{
    std::string path; ///< Relative to the datastore's root: "ns/a" or "ns/a/vm".
    friend bool operator==(const RunRemoveDirectory &, const RunRemoveDirectory &) = default;
};

using RunStep = std::variant<RunCreateNamespace, RunMoveGroup, RunRemoveDirectory>;
/// @}

/// What the disk held just before the run, for recognising things later.
struct StepFacts
{
    std::uint64_t inode = 0;             ///< Of the group directory.
    std::int64_t birthTime = 0;
    std::vector<SnapshotTime> snapshots; ///< Of the group, oldest first.
};

enum class StepState { Intended, Done, Failed };

struct JournalStep
{
    RunStep step;
    StepFacts facts;
    StepState state = StepState::Intended; ///< Intended in a finished run: not reached.
    std::vector<std::string> made;         ///< Directories the run made for it, relative to the root, parents first.
    std::optional<Error> error;
};

/// One run as its journal tells it.
struct JournalRun
{
    std::string id;                ///< Sorts by start time: "20261123T001500Z-4f2a91c0".
    std::string journalPath;
    StoreIdentity store;
    std::string by;                ///< Who: user name and host.
    std::string program;           ///< "espalier 0.1.0"
    std::int64_t startedAt = 0;    ///< Epoch seconds, UTC.
    std::optional<std::int64_t> endedAt; ///< Nothing: it did not end; the disk tells what was done.
    std::string undoes;            ///< The run that this one undoes; empty else.
    std::vector<JournalStep> steps;

    std::size_t count(StepState state) const;
};

/// Writes one run. Format: JSON lines, described in docs/journal.md.
class JournalWriter
{
public:
    /// Makes the run's file in @p directory (made where it is missing) and writes head and intents; synced, its directory too.
    static Result<std::unique_ptr<JournalWriter>> begin(fs::FileSystem &fileSystem, const std::string &directory, const JournalRun &run);

    const std::string &id() const { return m_id; }
    Done stepDone(std::size_t step, const std::vector<std::string> &made);
    Done stepFailed(std::size_t step, const Error &error, const std::vector<std::string> &made);
    Done end(std::int64_t at); ///< Synced.

private:
    JournalWriter() = default;

    std::string m_id;
    std::unique_ptr<fs::AppendFile> m_file;
};

/// Reads the journal of one run. A torn last line is what a crash leaves and no error.
Result<JournalRun> readJournal(fs::Directory &directory, const std::string &fileName);

/// All runs of @p store in @p directory, newest first; an empty list where the directory does not exist. Files that cannot be
/// read are named in @p problems.
Result<std::vector<JournalRun>> readHistory(fs::FileSystem &fileSystem, const std::string &directory, const StoreIdentity &store,
                                            std::vector<Error> &problems);

} // namespace espalier
