// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/joboverview.h"

#include "core/datastore/place.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

template<typename Job>
Result<OwnJob> found(const OwnJobReading<Job> &reading, const std::string &id, MessageId unknown, const std::string &file)
{
    const auto at = std::ranges::find(reading.jobs, id, [](const Job &own) -> const std::string & { return own.job.id; });
    if (at != reading.jobs.end())
        return OwnJob(*at);
    return reading.problems.empty() ? fail(Error::Kind::NotFound, unknown, id, file) : std::unexpected(reading.problems.front());
}

} // namespace

JobName nameOf(const OwnJob &job)
{
    if (const auto *prune = std::get_if<OwnPruneJob>(&job))
        return {JobKind::Prune, prune->job.id};
    return {JobKind::Sync, std::get<OwnSyncJob>(job).job.id};
}

const JobNotes &notesOf(const OwnJob &job)
{
    return std::visit([](const auto &own) -> const JobNotes & { return own.notes; }, job);
}

bool isEnabled(const OwnJob &job)
{
    const auto *prune = std::get_if<OwnPruneJob>(&job);
    return prune ? prune->job.isEnabled() : std::get<OwnSyncJob>(job).isEnabled();
}

std::optional<CalendarEvent> scheduleOf(const OwnJob &job)
{
    if (const auto *prune = std::get_if<OwnPruneJob>(&job))
        return prune->job.schedule;
    const auto &text = std::get<OwnSyncJob>(job).job.schedule;
    const auto event = text ? CalendarEvent::fromString(*text) : fail(Error::Kind::NotFound, MessageId::CalendarEventMalformed);
    return event ? std::optional(*event) : std::nullopt;
}

std::string scheduleToSee(const OwnJob &job)
{
    const auto schedule = scheduleOf(job);
    return isEnabled(job) && schedule ? schedule->text() : std::string();
}

Result<OwnJob> findOwnJob(const OwnJobs &jobs, const JobName &name)
{
    if (name.kind == JobKind::Prune)
        return found(jobs.pruneJobs(), name.id, MessageId::PruneJobUnknown, jobs.path(ConfigFile::PruneJobs));
    return found(jobs.syncJobs(), name.id, MessageId::SyncJobUnknown, jobs.path(ConfigFile::SyncJobs));
}

std::optional<HostZone> zoneOf(const JobNotes &notes, const std::optional<HostZone> &zone)
{
    const auto place = Place::fromString(notes.place, "/");
    if (zone && place && place->kind() == Place::Kind::Directory)
        return zone;
    const auto chosen = TimeZone::named(notes.zone);
    return !notes.zone.empty() && chosen ? std::optional(HostZone{.name = notes.zone, .zone = *chosen}) : std::nullopt;
}

JobOverview overviewOf(OwnJob job, const JobHistories &histories, const std::optional<HostZone> &zone, std::int64_t now)
{
    JobOverview overview{.job = std::move(job)};
    const JobName name = nameOf(overview.job);
    overview.zone = zoneOf(notesOf(overview.job), zone);
    auto history = histories.read(name);
    if (!history)
        overview.problem = history.error();
    overview.history = std::move(history).value_or(JobHistory());
    overview.isRunning = histories.isHeld(name);
    const auto schedule = scheduleOf(overview.job);
    if (!isEnabled(overview.job) || !schedule)
        return overview;
    if (!overview.zone && !schedule->isUtc()) {
        overview.problem = Error{Error::Kind::NotFound, MessageId::JobZoneUnknown, {name.id}, 0};
        return overview;
    }
    JobHistory seen = overview.history; // a schedule that nobody saw yet counts from now on
    seen.see(scheduleToSee(overview.job), now);
    overview.due = dueTime(*schedule, overview.zone ? overview.zone->zone : TimeZone(), seen.base(), now);
    return overview;
}

std::optional<Error> problemOfLastRun(const JobOverview &overview)
{
    const JobRun *last = overview.history.last();
    if (!last || overview.isRunning)
        return std::nullopt;
    if (last->result == JobResult::Interrupted)
        return Error{Error::Kind::Failed, MessageId::JobInterrupted, {nameOf(overview.job).id}, 0};
    return last->error;
}

JobOverviews overviewsOf(const OwnJobs &jobs, const JobHistories &histories, const std::optional<HostZone> &zone, std::int64_t now)
{
    OwnPruneJobReading prunes = jobs.pruneJobs();
    OwnSyncJobReading syncs = jobs.syncJobs();
    JobOverviews all{.problems = std::move(prunes.problems)};
    if (all.problems.empty() || all.problems.front().id != MessageId::JobsHomeMissing) // else it is the same twice
        all.problems.insert(all.problems.end(), syncs.problems.begin(), syncs.problems.end());
    for (OwnPruneJob &job : prunes.jobs)
        all.jobs.push_back(overviewOf(std::move(job), histories, zone, now));
    for (OwnSyncJob &job : syncs.jobs)
        all.jobs.push_back(overviewOf(std::move(job), histories, zone, now));
    return all;
}

} // namespace espalier
