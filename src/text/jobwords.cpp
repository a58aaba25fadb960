// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/jobwords.h"

#include "text/localtime.h"
#include "text/printable.h"

#include <QCoreApplication>
#include <QStringList>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::JobWords)
};

QString durationWords(std::int64_t seconds)
{
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    if (seconds >= hour)
        return JobWords::tr("%1 h %2 min", "a duration").arg(seconds / hour).arg(seconds % hour / minute);
    if (seconds >= minute)
        return JobWords::tr("%1 min %2 s", "a duration").arg(seconds / minute).arg(seconds % minute);
    return JobWords::tr("%1 s", "a duration").arg(seconds);
}

} // namespace

QString jobName(const JobName &name)
{
    return name.kind == JobKind::Sync ? JobWords::tr("sync job \"%1\"").arg(printable(name.id))
                                      : JobWords::tr("prune job \"%1\"").arg(printable(name.id));
}

QString jobResultWords(const JobHistory &history, bool isRunning)
{
    if (isRunning)
        return JobWords::tr("runs", "a job");
    const JobRun *last = history.last();
    if (!last)
        return {};
    switch (last->result) {
    case JobResult::Ok: return JobWords::tr("OK", "how a job ended");
    case JobResult::Partly: return JobWords::tr("%n problem(s)", "how a job ended", int(last->problems));
    case JobResult::Failed: return JobWords::tr("failed", "how a job ended");
    case JobResult::Stopped: return JobWords::tr("stopped", "how a job ended");
    case JobResult::Interrupted: break;
    }
    return JobWords::tr("ended early", "how a job ended");
}

QString jobRunWords(const JobRun &run, QString (*size)(std::uint64_t))
{
    QStringList words;
    if (run.snapshots > 0)
        words << JobWords::tr("%n snapshot(s) copied", "a run of a job", int(run.snapshots));
    if (run.removed > 0)
        words << JobWords::tr("%n snapshot(s) removed", "a run of a job", int(run.removed));
    if (run.bytes > 0)
        words << size(run.bytes);
    if (words.isEmpty() && run.result == JobResult::Ok)
        words << JobWords::tr("nothing to do", "a run of a job");
    if (run.end)
        words << durationWords(run.seconds());
    return words.join(QStringLiteral(", "));
}

QString dueWords(const JobOverview &overview, std::int64_t now)
{
    if (overview.problem && overview.problem->id == MessageId::JobZoneUnknown)
        return JobWords::tr("time zone unknown", "of a job: nobody knows when it is due");
    if (!overview.due.next)
        return {};
    const QString time = localTime(*overview.due.next, overview.zone ? overview.zone->zone : TimeZone());
    if (overview.due.isMissed(now))
        return JobWords::tr("missed %1", "a job at a time").arg(time);
    return overview.due.isDue ? JobWords::tr("due since %1", "a job").arg(time) : time;
}

} // namespace espalier::text
