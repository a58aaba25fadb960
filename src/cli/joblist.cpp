// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/joblist.h"

#include "core/fs/native.h"
#include "text/difftext.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <chrono>

namespace espalier::cli {

namespace {

/// Only the context of the translations.
class JobEdit
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::JobEdit)
};

} // namespace

std::string pbsRoot(const Invocation &invocation)
{
    return absolutePath(invocation.arguments.value("--pbs-root").value_or("/"));
}

bool wantsOwnJobs(const Invocation &invocation)
{
    return !invocation.arguments.has("--host") || invocation.arguments.has("--own");
}

bool wantsHostJobs(const Invocation &invocation)
{
    return !invocation.arguments.has("--own") || invocation.arguments.has("--host");
}

std::optional<std::string> placeOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const std::string &store)
{
    const auto found = std::ranges::find(host.stores, store, &ConfiguredStore::name);
    if (found == host.stores.end())
        return std::nullopt;
    std::string below = host.path(found->path); // as in a container or a rescue system
    return fileSystem.open(below) ? std::move(below) : found->path;
}

OwnJobs ownJobs(const Invocation &invocation)
{
    return {fs::nativeFileSystem(), ownJobsDirectory(), invocation.isDryRun() ? OwnJobs::Writing::OnlyPlanned : OwnJobs::Writing::ToDisk};
}

Result<std::string> markAt(const Invocation &invocation, const std::string &place)
{
    return openStore(invocation, place).transform([](const Session &session) { return storeMark(session.state().identity); });
}

JobHistories jobHistories()
{
    return {fs::nativeFileSystem(), jobHistoriesDirectory()};
}

JobOverview overviewOf(OwnJob job, const std::optional<HostZone> &zone)
{
    const std::int64_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return espalier::overviewOf(std::move(job), jobHistories(), zone, now);
}

Json toJson(const std::optional<RemovalBudget> &budget)
{
    if (!budget)
        return {};
    return {{"max-removed", budget->snapshots},
            {"max-share", budget->percent ? Json(*budget->percent) : Json()},
            {"allow-last", budget->mayEmptyGroups}};
}

Json toJson(const JobRun &run)
{
    return {{"begin", run.begin},
            {"end", run.end ? Json(*run.end) : Json()},
            {"due", run.due ? Json(*run.due) : Json()},
            {"result", toString(run.result)},
            {"groups", run.groups},
            {"snapshots", run.snapshots},
            {"removed", run.removed},
            {"bytes", run.bytes},
            {"problems", run.problems},
            {"error", toJson(run.error)}};
}

void addOwnJob(Json &json, const JobOverview &overview)
{
    const JobNotes &notes = notesOf(overview.job);
    json["place"] = notes.place;
    json["zone"] = notes.zone.empty() ? Json() : Json(notes.zone);
    json["approved"] = toJson(notes.approved);
    json["running"] = overview.isRunning;
    json["last-run"] = overview.history.last() ? toJson(*overview.history.last()) : Json();
    if (overview.history.last())
        json["last-run"]["error"] = toJson(problemOfLastRun(overview));
    json["due"] = overview.due.isDue;
}

void printJobEdit(const Invocation &invocation, const std::string &id, const ConfigFileEdits &edit, const QString &remark)
{
    const bool isChanged = edit.text != edit.formerText;
    if (invocation.isJson()) {
        invocation.output.line(toQString(dump({{"job", id},
                                               {"file", fileName(edit.file)},
                                               {"dry-run", invocation.isDryRun()},
                                               {"changed", isChanged},
                                               {"diff", edit.diff()}})));
        return;
    }
    for (const QString &line : text::diffLines(edit))
        invocation.output.line(line);
    if (!isChanged)
        invocation.output.line(JobEdit::tr("The job \"%1\" is like that already.").arg(printable(id)));
    else if (!remark.isEmpty())
        invocation.output.line(remark);
}

} // namespace espalier::cli
