// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/fs/filesystem.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <chrono>
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
    bool intoExisting = false;                     ///< Undo only: beneath newer backups that are there now.
    std::optional<std::vector<SnapshotTime>> only; ///< Undo only: the others stay.
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

/// What is known before the run, for recognising things later: the directory as it is on disk, its snapshots as they were seen
/// when the step was planned.
struct StepFacts
{
    std::uint64_t inode = 0; ///< Of the group directory.
    std::int64_t birthTime = 0;
    std::vector<SnapshotTime> snapshots; ///< Of the group, oldest first.
    std::vector<std::string> missing;    ///< Directories the step will have to make, relative to the root, parents first.

    friend bool operator==(const StepFacts &, const StepFacts &) = default;
};

/// What a step changed on disk.
struct StepEffects
{
    std::vector<std::string> made;   ///< Directories it made and left, relative to the root, parents first.
    std::vector<SnapshotTime> moved; ///< Snapshots that went along.

    friend bool operator==(const StepEffects &, const StepEffects &) = default;
};

enum class StepState { Intended, Completed, Failed };

struct JournalStep
{
    RunStep step;
    StepFacts facts;
    StepState state = StepState::Intended; ///< Intended in a finished run: not reached.
    StepEffects effects;
    std::optional<Error> error;
};

/// One run as its journal tells it.
struct JournalRun
{
    std::string id; ///< Sorts by start time: "20261123T001500Z-012345-4f2a91c0".
    std::string journalPath;
    StoreIdentity store;
    std::string by;                      ///< Who: user name and host.
    std::string program;                 ///< "espalier 0.1.0"
    std::int64_t startedAt = 0;          ///< Epoch seconds, UTC.
    std::optional<std::int64_t> endedAt; ///< Nothing: it did not end; the disk tells what was done.
    std::string undoes;                  ///< The run that this one undoes; empty else.
    std::string undoneBy;                ///< Read from the other runs by readHistory(): the complete run that undid this one.
    std::vector<JournalStep> steps;

    std::size_t count(StepState state) const;
};

/// Writes one run. Format: JSON lines, described in docs/journal.md.
class JournalWriter
{
public:
    /// Makes the file of @p run in @p directory and writes its head and intents; synced, the directory too. @p run's id
    /// becomes the file's name.
    static Result<std::unique_ptr<JournalWriter>> begin(fs::Directory &directory, const JournalRun &run);

    Done stepDone(std::size_t step, const StepFacts &facts, const StepEffects &effects);
    Done stepFailed(std::size_t step, const StepEffects &effects, const Error &error);
    Done end(std::int64_t at); ///< Synced.

private:
    explicit JournalWriter(std::unique_ptr<fs::AppendFile> file);

    Done writeLine(const std::string &line);

    std::unique_ptr<fs::AppendFile> m_file;
    bool m_torn = false; ///< An append failed: nothing may follow half a line.
};

/// An id for a run that starts at @p at: sorts by time, to the microsecond, UTC; random tail.
std::string makeRunId(std::chrono::system_clock::time_point at);

/// Opens @p path, making it (0700) and what is missing above it. Where @p user is another than the process's, what was made
/// is given to it.
Result<std::shared_ptr<fs::Directory>> openJournalDirectory(fs::FileSystem &fileSystem, const std::string &path, std::uint32_t user,
                                                            std::uint32_t group);

/// Reads the journal of one run. A torn last line is what a crash leaves and no error.
Result<JournalRun> readJournal(fs::Directory &directory, const std::string &fileName);

/// All runs in a journal directory that worked on one store.
struct History
{
    std::vector<JournalRun> runs; ///< Newest first.
    std::vector<Error> problems;  ///< Files that could not be read.
};

/// Empty where the directory does not exist. Undone runs are recognised by the runs that undid them.
Result<History> readHistory(fs::FileSystem &fileSystem, const std::string &directory, const StoreIdentity &store);

} // namespace espalier
