// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/jsonoutput.h"

#include "core/pbs/configjson.h"
#include "core/plan/changejson.h"
#include "core/plan/verdictname.h"
#include "text/findings.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <algorithm>

namespace espalier::cli {

namespace {

std::string_view nameOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::InvalidInput: return "invalid-input";
    case Error::Kind::Conflict: return "conflict";
    case Error::Kind::NotFound: return "not-found";
    case Error::Kind::Denied: return "denied";
    case Error::Kind::Busy: return "busy";
    case Error::Kind::Damaged: return "damaged";
    case Error::Kind::Unreachable: return "unreachable";
    case Error::Kind::Stopped: return "stopped";
    case Error::Kind::Failed: break;
    }
    return "failed";
}

std::string_view nameOf(Cure cure)
{
    switch (cure) {
    case Cure::TakeForeignEntriesAlong: return "take-foreign-entries";
    case Cure::ChooseOtherNamespace: return "choose-other-namespace";
    case Cure::Merge: return "merge";
    case Cure::MergeAnyhow: return "merge-anyhow";
    case Cure::KeepBoth: return "keep-both";
    case Cure::ChangeOwner: return "change-owner";
    case Cure::CreateTargetNamespace: return "create-namespace";
    case Cure::Wait: break;
    }
    return "wait";
}

std::string_view nameOf(RecoveryStep::State state)
{
    switch (state) {
    case RecoveryStep::State::Finished: return "done";
    case RecoveryStep::State::Partly: return "partly";
    case RecoveryStep::State::NotDone: return "not-done";
    case RecoveryStep::State::Changed: break;
    }
    return "changed";
}

std::string_view nameOf(StepState state)
{
    switch (state) {
    case StepState::Completed: return "done";
    case StepState::Failed: return "failed";
    case StepState::Intended: break;
    }
    return "not-reached";
}

Json groupToJson(const char *kind, const NamespacePath &ns, const GroupId &group)
{
    return {{"kind", kind}, {"backup-type", toString(group.type())}, {"backup-id", group.id()}, {"ns", ns.toString()}};
}

Json moveToJson(const RunMoveGroup &move)
{
    Json json = groupToJson("move-group", move.from, move.group);
    json["target-ns"] = move.to.toString();
    if (move.into == IntoExisting::Merge)
        json["merge"] = true;
    if (move.only) {
        json["only"] = Json::array();
        for (const SnapshotTime &time : *move.only)
            json["only"].push_back(time.toString());
    }
    return json;
}

Json fileChangeToJson(const RunChangeGroupFile &change)
{
    const bool isOwner = change.file == RunChangeGroupFile::File::Owner;
    Json json = groupToJson(isOwner ? "change-owner" : "change-notes", change.ns, change.group);
    json[isOwner ? "new-owner" : "notes"] = isOwner ? change.content.substr(0, change.content.find('\n')) : change.content;
    return json;
}

Json protectionToJson(const RunChangeProtection &change)
{
    Json json = groupToJson("change-protection", change.ns, change.group);
    json["backup-time"] = change.time.toString();
    json["protected"] = change.isProtected;
    return json;
}

Json removalToJson(const RunRemoveSnapshots &removal)
{
    Json json = groupToJson(removal.wholeGroup ? "remove-group" : "remove-snapshots", removal.ns, removal.group);
    json["backup-times"] = Json::array();
    for (const SnapshotTime &time : removal.times)
        json["backup-times"].push_back(time.toString());
    return json;
}

Json stepToJson(const Step &step)
{
    Json json = changeToJson(step.change);
    json["snapshot-count"] = step.snapshots();
    json["verdict"] = toJson(step.verdict);
    if (!step.parts.empty()) {
        json["parts"] = Json::array();
        for (const Step &part : step.parts)
            json["parts"].push_back(stepToJson(part));
    }
    return json;
}

Json fileToJson(const SnapshotFile &file)
{
    Json json{{"filename", file.name}, {"size", file.size}};
    json["crypt-mode"] = file.cryptMode ? Json(toString(*file.cryptMode)) : Json();
    json["in-manifest"] = file.inManifest;
    json["on-disk"] = file.onDisk;
    return json;
}

Json occurrenceToJson(const Occurrence &occurrence)
{
    Json json{{"ns", occurrence.ns.toString()}};
    json.update(toJson(*occurrence.group, false));
    json["first-backup"] = occurrence.oldest() ? Json(occurrence.oldest()->time.epoch()) : Json();
    json["guest-names"] = occurrence.guestNames;
    return json;
}

template<typename List>
Json listToJson(const List &list)
{
    Json json = Json::array();
    for (const auto &entry : list)
        json.push_back(toJson(entry));
    return json;
}

std::string utf8(const QString &text)
{
    return toStdString(text);
}

} // namespace

std::string dump(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json toJson(const Error &error)
{
    const text::Sentences sentences = text::sentences(error);
    return {{"kind", nameOf(error.kind)},   {"id", messageName(error.id)}, {"args", error.args},
            {"what", utf8(sentences.what)}, {"why", utf8(sentences.why)},  {"advice", utf8(sentences.advice)}};
}

Json toJson(const std::optional<Error> &error)
{
    return error ? toJson(*error) : Json();
}

Json toJson(const Finding &finding)
{
    const text::FindingText words = text::findingText(finding);
    return {{"kind", findingName(finding.kind)},
            {"severity", findingSeverity(finding.kind) == Finding::Severity::Problem ? "problem" : "hint"},
            {"path", finding.path},
            {"ns", finding.ns.toString()},
            {"group", finding.group},
            {"args", finding.args},
            {"meaning", utf8(words.meaning)},
            {"consequence", utf8(words.consequence)},
            {"advice", utf8(words.advice)}};
}

Json toJson(const Verdict &verdict)
{
    Json json{{"level", verdictName(verdict.level)}, {"reason", toJson(verdict.reason)}, {"cures", Json::array()}};
    for (const Cure cure : verdict.cures)
        json["cures"].push_back(nameOf(cure));
    return json;
}

Json toJson(const Plan &plan)
{
    Json steps = Json::array();
    for (const Step &step : plan.steps)
        steps.push_back(stepToJson(step));
    return steps;
}

Json toJson(const RunStep &step)
{
    return std::visit(Overloaded{
                          [](const RunCreateNamespace &done) { return Json{{"kind", "create-namespace"}, {"ns", done.path.toString()}}; },
                          [](const RunMoveGroup &done) { return moveToJson(done); },
                          [](const RunDeleteNamespace &done) { return Json{{"kind", "delete-namespace"}, {"ns", done.path.toString()}}; },
                          [](const RunChangeGroupFile &done) { return fileChangeToJson(done); },
                          [](const RunChangeProtection &done) { return protectionToJson(done); },
                          [](const RunRemoveSnapshots &done) { return removalToJson(done); },
                          [](const RunRemoveDirectory &done) { return Json{{"kind", "remove-directory"}, {"path", done.path}}; },
                          [](const RunMakeDirectory &done) { return Json{{"kind", "make-directory"}, {"path", done.directory.path}}; },
                          [](const RunEditConfig &done) {
                              return Json{{"kind", "edit-config"},
                                          {"file", fileName(fileOf(done.after))},
                                          {"entry", configEntryToJson(done.before)},
                                          {"wanted", configEntryToJson(done.after)}};
                          },
                      },
                      step);
}

Json toJson(const Recovery &recovery)
{
    Json steps = Json::array();
    for (const RecoveryStep &step : recovery.steps) {
        Json json = toJson(step.step);
        json["state"] = nameOf(step.state);
        json["verdict"] = toJson(step.verdict);
        steps.push_back(std::move(json));
    }
    return steps;
}

Json toJson(const UndoPlan &undo)
{
    Json steps = Json::array();
    for (const UndoStep &step : undo.steps) {
        Json json = toJson(step.step);
        json["snapshot-count"] = step.snapshots;
        json["new-snapshot-count"] = step.newSnapshots;
        json["verdict"] = toJson(step.verdict);
        steps.push_back(std::move(json));
    }
    return steps;
}

Json toJson(const RunReport &report)
{
    Json steps = Json::array();
    for (const StepOutcome &outcome : report.steps) {
        Json json = toJson(outcome.step);
        json["state"] = nameOf(outcome.state);
        json["error"] = toJson(outcome.error);
        if (outcome.note)
            json["note"] = toJson(*outcome.note);
        if (std::holds_alternative<RunRemoveSnapshots>(outcome.step)) {
            json["removed"] = Json::array();
            for (const SnapshotTime &time : outcome.gone)
                json["removed"].push_back(time.toString());
        }
        steps.push_back(std::move(json));
    }
    return {{"run", report.runId.empty() ? Json() : Json(report.runId)},
            {"done", report.done()},
            {"stopped", report.stopped},
            {"failure", toJson(report.failure)},
            {"steps", std::move(steps)}};
}

Json toJson(const JournalRun &run)
{
    Json steps = Json::array();
    for (const JournalStep &step : run.steps) {
        Json json = toJson(step.step);
        json["state"] = nameOf(step.state);
        json["error"] = toJson(step.error);
        steps.push_back(std::move(json));
    }
    const auto orNull = [](const std::string &text) { return text.empty() ? Json() : Json(text); };
    return {{"run", run.id},
            {"started", run.startedAt},
            {"ended", run.endedAt ? Json(*run.endedAt) : Json()},
            {"by", run.by},
            {"program", run.program},
            {"undoes", orNull(run.undoes)},
            {"undone-by", orNull(run.undoneBy)},
            {"undoable", isUndoable(run)},
            {"journal", run.journalPath},
            {"steps", std::move(steps)}};
}

Json toJson(const WriteAccess &access)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? Json() : Json(text); };
    return {{"allowed", access.allowed},
            {"reason", toJson(access.reason)},
            {"asks-for-unseen-servers", access.asksForUnseenServers},
            {"pbs-store", orNull(access.storeName)},
            {"journal-directory", orNull(access.journalDirectory)}};
}

Json toJson(const Activity &activity)
{
    Json tasks = Json::array();
    for (const RunningTask &task : activity.tasks)
        tasks.push_back({{"upid", task.upid.toString()}, {"description", task.description}});
    const bool hasMode = activity.configured && !activity.configured->maintenanceMode.empty();
    return {{"garbage-collection", activity.garbageCollection},
            {"maintenance", hasMode ? Json(activity.configured->maintenanceMode) : Json()},
            {"read", activity.readers},
            {"write", activity.writers},
            {"complete", activity.isComplete},
            {"tasks", std::move(tasks)}};
}

Json toJson(const Snapshot &snapshot, const SnapshotDetails *details)
{
    Json json{{"backup-time", snapshot.time.epoch()},
              {"time", snapshot.time.toString()},
              {"finished", snapshot.finished},
              {"protected", snapshot.isProtected}};
    if (!details)
        return json;
    json["manifest-readable"] = details->manifestReadable;
    json["size"] = details->size;
    json["file-count"] = details->fileCount;
    json["crypt-mode"] = toString(details->cryptMode);
    json["verify-state"] = details->verifyState == VerifyState::None ? Json() : Json(toString(details->verifyState));
    json["fingerprint"] = details->keyFingerprint.empty() ? Json() : Json(details->keyFingerprint);
    json["comment"] = details->comment;
    return json;
}

Json toJson(const Group &group, bool withSnapshots)
{
    Json json{{"backup-type", toString(group.id.type())}, {"backup-id", group.id.id()}};
    json["owner"] = group.owner ? Json(group.owner->toString()) : Json();
    json["comment"] = group.comment;
    json["snapshot-count"] = group.snapshots.size();
    const auto last = std::ranges::find_if(group.snapshots.rbegin(), group.snapshots.rend(), &Snapshot::finished);
    json["last-backup"] = last != group.snapshots.rend() ? Json(last->time.epoch()) : Json();
    json["foreign-entries"] = group.hasForeignEntries;
    json["listable"] = group.listable;
    if (!group.details.empty())
        json["size"] = group.totalSize();
    if (!withSnapshots)
        return json;
    json["snapshots"] = Json::array();
    for (std::size_t i = 0; i < group.snapshots.size(); ++i)
        json["snapshots"].push_back(toJson(group.snapshots[i], i < group.details.size() ? &group.details[i] : nullptr));
    return json;
}

Json toJson(const SnapshotContent &content)
{
    Json json{{"files", Json::array()}};
    for (const SnapshotFile &file : content.files)
        json["files"].push_back(fileToJson(file));
    json["manifest-error"] = toJson(content.manifestError);
    if (!content.manifest)
        return json;
    const Manifest &manifest = *content.manifest;
    json["size"] = manifest.totalSize();
    json["crypt-mode"] = toString(manifest.cryptMode());
    json["fingerprint"] = manifest.keyFingerprint.empty() ? Json() : Json(manifest.keyFingerprint);
    json["verify-state"] = manifest.verifyState == VerifyState::None ? Json() : Json(toString(manifest.verifyState));
    json["notes"] = manifest.notes;
    return json;
}

Json toJson(const Overlap &overlap)
{
    Json json{{"backup-type", toString(overlap.id.type())},
              {"backup-id", overlap.id.id()},
              {"owners-differ", overlap.ownersDiffer()},
              {"guest-names", overlap.guestNames()},
              {"groups", Json::array()}};
    for (const Occurrence &occurrence : overlap.occurrences)
        json["groups"].push_back(occurrenceToJson(occurrence));
    return json;
}

Json countsToJson(const Namespace &ns)
{
    return {{"ns", ns.path.toString()},      {"namespace-count", ns.namespacesBelow},
            {"group-count", ns.groupsBelow}, {"snapshot-count", ns.snapshotsBelow},
            {"levels", ns.levelsBelow},      {"complete", ns.listable}};
}

} // namespace espalier::cli
