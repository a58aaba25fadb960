// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/fs/filesystem.h"
#include "core/pbs/configedit.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"
#include "core/plan/change.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace espalier {

class RemovalGuard;

/// @name What a run does, as its journal records it
/// @{

struct RunCreateNamespace
{
    NamespacePath path;
    friend bool operator==(const RunCreateNamespace &, const RunCreateNamespace &) = default;
};

/// What may be at the place where a group goes.
enum class IntoExisting {
    No,
    Merge,   ///< An older group, which it joins as PBS merges (move-semantics §1).
    Beneath, ///< Undo only: newer backups that are there now.
};

/// A group goes to another namespace, as far as @p only says: nothing means all that is there, and the group with them.
struct RunMoveGroup
{
    NamespacePath from;
    GroupId group;
    NamespacePath to;
    bool takeForeignEntries = false;
    IntoExisting into = IntoExisting::No;
    std::optional<std::vector<SnapshotTime>> only{}; ///< Undo only: the others stay.
    std::optional<std::vector<std::string>>
        entries{}; ///< Undo of a merge only: foreign entries that go along; the group and its notes stay.
    friend bool operator==(const RunMoveGroup &, const RunMoveGroup &) = default;
};

/// A namespace in which nothing is goes away.
struct RunDeleteNamespace
{
    NamespacePath path;
    bool onlyIfEmpty = false; ///< Where something is in it, it stays, and that is no failure.
    friend bool operator==(const RunDeleteNamespace &, const RunDeleteNamespace &) = default;
};

/// `owner` or `notes` of a group get this content.
struct RunChangeGroupFile
{
    enum class File { Owner, Notes };

    NamespacePath ns;
    GroupId group;
    File file = File::Notes;
    std::string content; ///< Empty: the file goes away.
    friend bool operator==(const RunChangeGroupFile &, const RunChangeGroupFile &) = default;
};

struct RunChangeProtection
{
    NamespacePath ns;
    GroupId group;
    SnapshotTime time;
    bool isProtected = true;
    friend bool operator==(const RunChangeProtection &, const RunChangeProtection &) = default;
};

/// Snapshots of a group are removed for good.
struct RunRemoveSnapshots
{
    NamespacePath ns;
    GroupId group;
    std::vector<SnapshotTime> times;             ///< Oldest first, each once.
    bool wholeGroup = false;                     ///< The group goes with them.
    bool isPrune = false;                        ///< Or a move to another datastore: later nothing more goes by it than what had begun to.
    std::shared_ptr<const PruneRule> rule{};     ///< Of a prune, see RemoveSnapshots::rule; not in the journal.
    std::shared_ptr<const RemovalGuard> guard{}; ///< Of a move to another datastore; not in the journal.
    friend bool operator==(const RunRemoveSnapshots &, const RunRemoveSnapshots &) = default;
};

/// Undo only: a namespace or type directory that a run made goes away, if it is empty.
struct RunRemoveDirectory
{
    std::string path; ///< Relative to the datastore's root: "ns/a" or "ns/a/vm".
    friend bool operator==(const RunRemoveDirectory &, const RunRemoveDirectory &) = default;
};

/// A directory and its permission bits.
struct StoreDirectory
{
    std::string path; ///< Relative to the datastore's root.
    std::uint32_t mode = 0755;
    friend bool operator==(const StoreDirectory &, const StoreDirectory &) = default;
};

/// Undo only: a namespace or type directory that a run removed is there again.
struct RunMakeDirectory
{
    StoreDirectory directory;
    friend bool operator==(const RunMakeDirectory &, const RunMakeDirectory &) = default;
};

/// An entry of the configuration of the PBS on this host changes.
struct RunEditConfig
{
    ConfigEntry before;
    ConfigEntry after;
    std::optional<std::string> exact{}; ///< Undo only: the former text of the file, where nobody else changed it since.
    friend bool operator==(const RunEditConfig &, const RunEditConfig &) = default;
};

using RunStep = std::variant<RunCreateNamespace, RunMoveGroup, RunDeleteNamespace, RunChangeGroupFile, RunChangeProtection,
                             RunRemoveSnapshots, RunRemoveDirectory, RunMakeDirectory, RunEditConfig>;
/// @}

/// A snapshot as it was just before it was removed.
struct RemovedSnapshot
{
    struct File
    {
        std::string name;
        std::uint64_t size = 0; ///< Bytes.

        friend bool operator==(const File &, const File &) = default;
    };

    SnapshotTime time;
    std::uint64_t inode = 0;   ///< Of its directory.
    std::vector<File> files{}; ///< Sorted by name.
    std::string manifest{};    ///< Its text, or its bytes where they are none; empty: it was not finished.

    friend bool operator==(const RemovedSnapshot &, const RemovedSnapshot &) = default;
};

/// What two groups were before they were merged; written just before, under their locks.
struct MergeFacts
{
    std::string notes;                  ///< Of the group that goes into the other.
    std::string targetNotes;            ///< Of the other.
    std::vector<std::string> entries{}; ///< Foreign entries that go along.

    friend bool operator==(const MergeFacts &, const MergeFacts &) = default;
};

/// What is known before the run, for recognising things later: the directory as it is on disk, its snapshots as they were seen
/// when the step was planned.
struct StepFacts
{
    std::uint64_t inode = 0; ///< Of the group directory.
    std::int64_t birthTime = 0;
    std::vector<SnapshotTime> snapshots{};     ///< Of the group, oldest first.
    std::vector<std::string> missing{};        ///< Directories the step will have to make, relative to the root, parents first.
    std::vector<StoreDirectory> directories{}; ///< Directories that go away with a namespace, in the order in which they go.
    std::string before{};                      ///< What the file holds that is changed; empty: it does not exist.
    std::uint64_t targetInode = 0;             ///< Of the group it is to be merged into.
    std::optional<MergeFacts> merge{};
    std::vector<RemovedSnapshot> removing{}; ///< Written just before, under their locks: what is to go, or has gone.

    friend bool operator==(const StepFacts &, const StepFacts &) = default;
};

/// What a step changed on disk.
struct StepEffects
{
    std::vector<std::string> made{};       ///< Directories it made and left, relative to the root, parents first.
    std::vector<SnapshotTime> moved{};     ///< Snapshots that went along, or away.
    std::vector<StoreDirectory> removed{}; ///< Directories that went away, in that order.
    std::optional<Error> left{};           ///< Why something stayed that was to go if it could.
    std::uint64_t inode
        = 0; ///< Of a group at its new place, where it had to be made anew or others go back beneath it; 0: as in the facts.

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
    std::string by;                        ///< Who: user name and host.
    std::string program;                   ///< "espalier 0.1.0"
    std::int64_t startedAt = 0;            ///< Epoch seconds, UTC.
    std::optional<std::int64_t> endedAt;   ///< Nothing: it did not end; the disk tells what was done.
    std::string undoes;                    ///< The run that this one undoes; empty else.
    bool undoesPartly = false;             ///< Only some of its groups.
    std::string undoneBy;                  ///< Read from the other runs by readHistory(): the complete run that undid this one.
    bool isRunning = false;                ///< Read by readHistory(): somebody is at it now.
    bool isSuperseded = false;             ///< Read by readHistory(): an undo that did not end, and another one did.
    std::set<std::uint64_t> broughtBack{}; ///< Read by readHistory(): inodes of the groups that attempts to undo this run moved or made.
    std::vector<JournalStep> steps;

    std::size_t count(StepState state) const;
    bool isInterrupted() const; ///< It did not end, nobody is at it, and nothing made up for it since.
};

/// Writes one run. Format: JSON lines, described in docs/journal.md.
class JournalWriter
{
public:
    /// Makes the file of @p run in @p directory and writes its head and intents; synced, the directory too. @p run's id
    /// becomes the file's name.
    static Result<std::unique_ptr<JournalWriter>> begin(fs::Directory &directory, const JournalRun &run);

    /// Opens the file of a run that did not end or was not complete, and tells that @p by goes on with it. Kind::Busy with
    /// RunInProgress where somebody is at it.
    static Result<std::unique_ptr<JournalWriter>> resume(fs::Directory &directory, const std::string &runId, const std::string &by,
                                                         std::int64_t at);

    /// Tells what two groups are before they are merged; synced.
    Done merging(std::size_t step, const MergeFacts &facts);
    /// Tells what snapshots are before they are removed; synced. Fails before the file becomes longer than can be read again.
    Done removing(std::size_t step, std::span<const RemovedSnapshot> snapshots);
    Done stepDone(std::size_t step, const StepFacts &facts, const StepEffects &effects);
    Done stepFailed(std::size_t step, const StepEffects &effects, const Error &error);
    Done end(std::int64_t at); ///< Synced.

private:
    JournalWriter(std::string path, std::unique_ptr<fs::AppendFile> file, std::unique_ptr<fs::Lock> lock);

    Done writeLine(const std::string &line);

    std::string m_path; ///< For messages.
    std::unique_ptr<fs::AppendFile> m_file;
    std::unique_ptr<fs::Lock> m_lock; ///< On the file, for as long as the run goes on.
    bool m_torn = false;              ///< An append failed: nothing may follow half a line.
    std::size_t m_removing = 0;       ///< Bytes that tell what snapshots were.
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

/// Empty where the directory does not exist. Manifests of removed snapshots are left out. Undone runs are recognised by the runs that undid them.
Result<History> readHistory(fs::FileSystem &fileSystem, const std::string &directory, const StoreIdentity &store);

} // namespace espalier
