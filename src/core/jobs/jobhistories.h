// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/jobs/jobhistory.h"

#include <memory>
#include <string>

namespace espalier {

/// `$XDG_STATE_HOME/espalier/jobs`; empty where the user has no such place.
std::string jobHistoriesDirectory();

/// A job that nobody else runs while the object lives: not this program, and no other one of the user. It ends with its process, however
/// that ends.
class HeldJob
{
public:
    const JobHistory &history() const { return m_history; }

    /// What came to be of the schedule, see JobHistory::see(); writes where it is another one.
    Done see(const std::string &schedule, std::int64_t now);

    /// Writes that a run begins; until end() it counts as interrupted.
    Done begin(JobRun run);

    /// Writes how the run ended that begin() began.
    Done end(const JobRun &run);

private:
    friend class JobHistories;
    HeldJob(std::shared_ptr<fs::Directory> directory, std::string file, std::unique_ptr<fs::Lock> lock, JobHistory history);

    Done write(const JobHistory &history);

    std::shared_ptr<fs::Directory> m_directory;
    std::string m_file;
    std::unique_ptr<fs::Lock> m_lock;
    JobHistory m_history;
};

/// How runs of the user's own jobs went: a file for each job, replaced in one step, with a lock beside it. All functions read the disk;
/// hold() may wait a moment.
class JobHistories
{
public:
    /// @p directory is made when something is written. Writing fails with JobsHomeMissing where it is empty.
    JobHistories(std::shared_ptr<fs::FileSystem> fileSystem, std::string directory);

    /// Empty where there is none. Fails with JobNameRefused, and with ConfigDamaged.
    Result<JobHistory> read(const JobName &name) const;

    /// Whether somebody runs it now.
    bool isHeld(const JobName &name) const;

    /// Fails with JobRunsAlready where somebody else has it. A history that cannot be understood begins anew.
    Result<std::unique_ptr<HeldJob>> hold(const JobName &name);

    /// For a job that was removed: another one of its name has not run yet. Nothing happens where somebody runs it.
    void forget(const JobName &name);

private:
    std::shared_ptr<fs::FileSystem> m_fileSystem;
    std::string m_directory;
};

} // namespace espalier
