// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/configfile.h"
#include "core/jobs/jobnotes.h"
#include "core/pbs/prunejob.h"
#include "core/pbs/syncjob.h"
#include "core/plan/configplan.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace espalier {

class SectionText;

/// A prune job of Espalier's own.
struct OwnPruneJob
{
    PruneJob job;
    JobNotes notes;
};

/// A sync job of Espalier's own. Its ends are the places of the notes; the names of datastores and remotes are for people, and for a PBS
/// that it is exported to.
struct OwnSyncJob
{
    SyncJob job;
    JobNotes notes;

    bool isEnabled() const { return !notes.isDisabled; }
    const std::string &source() const { return job.isPush() ? notes.place : notes.remotePlace; } ///< A place; empty: not known.
    const std::string &target() const { return job.isPush() ? notes.remotePlace : notes.place; }
};

template<typename Job>
struct OwnJobReading
{
    std::vector<Job> jobs{};       ///< In the file's order.
    std::vector<Error> problems{}; ///< Why others could not be read.
};
using OwnPruneJobReading = OwnJobReading<OwnPruneJob>;
using OwnSyncJobReading = OwnJobReading<OwnSyncJob>;

/// Those of @p jobs that work on the datastore at @p place, as a server that calls it @p store would name them.
std::vector<JobReference> referencesAt(const std::vector<OwnPruneJob> &jobs, std::string_view place, const std::string &store);

/// `$XDG_CONFIG_HOME/espalier`; empty where the user has no such place.
std::string ownJobsDirectory();

/// The jobs that belong to the user and not to a server: `prune.cfg` and `sync.cfg` in PBS's format, with its lock files, and `jobs.json`
/// with what that format has no room for. Files are written under both locks, with the digest compared, in one step; what is not touched
/// stays byte for byte. After an interruption a job is as before or as wanted; notes may stay of a job that is not there. Every function
/// reads the disk and may wait for locks, so none belongs on the thread of a window.
class OwnJobs
{
public:
    enum class Writing { ToDisk, OnlyPlanned };

    /// @p directory is made when something is written. Functions fail with JobsHomeMissing where it is empty.
    OwnJobs(std::shared_ptr<fs::FileSystem> fileSystem, std::string directory, Writing writing = Writing::ToDisk);

    std::string path(ConfigFile file) const; ///< For people.

    Result<std::string> text(ConfigFile file) const; ///< Empty where it is missing.
    OwnPruneJobReading pruneJobs() const;
    OwnSyncJobReading syncJobs() const;

    /// @name Changes: each answers what became, or would become, of the file in PBS's format
    /// @{
    using Edit = Result<ConfigFileEdits>;

    /// Fails with JobNameRefused, JobNameTaken, and where PBS could not write it. What is approved in @p notes holds for these rules. A sync
    /// job that removes what vanished can only be enabled where something is approved (JobNeedsApproval); SyncSameStore where both of its
    /// ends are one place.
    Edit add(const PruneJob &job, const JobNotes &notes);
    Edit add(const SyncJob &job, const JobNotes &notes);

    /// Fails as add() does, with ConfigChanged where the job does not say what @p before says any more in what is to be changed, and with
    /// ConfigEntryMissing where it is gone. The id stays.
    Edit change(const PruneJob &before, const PruneJob &after, const JobNotes &notes);
    Edit change(const SyncJob &before, const SyncJob &after, const JobNotes &notes);

    Edit remove(JobKind kind, const std::string &id);

    /// Of a prune or sync job. Fails with ConfigEntryMissing and JobNeedsApproval.
    Edit setEnabled(JobKind kind, const std::string &id, bool isEnabled);

    /// Takes the section @p id out of a server's text, with all its properties, known or not; it comes disabled, so that nothing runs
    /// twice. Fails as add() does, and with ConfigEntryMissing.
    Edit import(JobKind kind, std::string_view serverText, const std::string &id, const JobNotes &notes);
    /// @}

private:
    using TextEdit = std::function<Done(SectionText &)>;
    using NotesEdit = std::function<Done(JobNotesText &, const SectionText &)>; ///< The sections as they will be.
    struct Planned;

    Edit add(JobKind kind, const ConfigSection &section, const JobNotes &notes);
    Edit change(JobKind kind, const ConfigSection &before, const ConfigSection &after, const JobNotes &notes);
    Result<Planned> plan(JobKind kind, const TextEdit &edit, const NotesEdit &noteBefore, const NotesEdit &noteAfter) const;
    Edit write(JobKind kind, const TextEdit &edit, const NotesEdit &noteBefore, const NotesEdit &noteAfter);
    Result<JobNotesText> notes() const;
    static Done writeNotes(fs::Directory &directory, const JobNotesText &before, const JobNotesText &after);

    std::shared_ptr<fs::FileSystem> m_fileSystem;
    std::string m_directory;
    Writing m_writing;
};

/// The sections @p ids of @p text as a file of PBS's format; all where there are none. Fails with ConfigEntryMissing.
Result<std::string> exportedJobs(JobKind kind, std::string_view text, const std::vector<std::string> &ids);

/// @p wanted, or with a number behind it, so that none of @p taken has that name.
std::string freeJobName(const std::string &wanted, const std::vector<std::string> &taken);

} // namespace espalier
