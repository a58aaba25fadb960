// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourjobs.h"

namespace espalier {

namespace {

constexpr std::int64_t hour = 3600;

void write(const JobFiles &files, const SyncJob &job, const JobNotes &notes, std::int64_t seen, const JobRun &run)
{
    static_cast<void>(files.ownJobs().add(job, notes));
    const auto held = files.jobHistories().hold({JobKind::Sync, job.id});
    if (held && (*held)->see(job.schedule.value_or(""), seen))
        static_cast<void>((*held)->end(run));
}

SyncJob job(const std::string &id, const std::string &schedule)
{
    SyncJob job;
    job.id = id;
    job.store = "site-b";
    job.remoteStore = "site-a";
    job.schedule = schedule;
    return job;
}

} // namespace

void writeTourJobs(const JobFiles &files, const std::string &demoDirectory, std::int64_t now)
{
    const JobNotes here{.place = demoDirectory + "/site-b", .remotePlace = demoDirectory + "/site-a", .zone = "Europe/Vienna"};
    SyncJob nightly = job("offsite", "mon..fri 22:30");
    nightly.comment = "every evening";
    write(files, nightly, here, now - 100 * hour,
          {.begin = now - 9 * hour,
           .end = now - 9 * hour + 840,
           .due = now - 9 * hour,
           .result = JobResult::Ok,
           .groups = 14,
           .snapshots = 21});
    SyncJob hourly = job("workstations", "hourly");
    hourly.ns = NamespacePath::fromString("sites").value_or(NamespacePath());
    JobNotes disabled = here;
    disabled.isDisabled = true;
    const Error refused{Error::Kind::Denied, MessageId::RemovalOverBudget, {"31", "10"}, 0};
    write(files, hourly, disabled, now - 100 * hour,
          {.begin = now - 50 * hour, .end = now - 49 * hour, .result = JobResult::Partly, .groups = 3, .problems = 1, .error = refused});
}

} // namespace espalier
