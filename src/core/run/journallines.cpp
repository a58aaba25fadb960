// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/journallines.h"

#include "core/errorjson.h"
#include "core/pbs/configjson.h"
#include "core/pbs/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <format>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

Json toJson(const std::vector<SnapshotTime> &times)
{
    Json list = Json::array();
    for (const SnapshotTime &time : times)
        list.push_back(time.toString());
    return list;
}

/// Any bytes; as text where they are text.
Json bytesToJson(const std::string &bytes)
{
    if (isUtf8(bytes))
        return bytes;
    std::string hex;
    for (const char byte : bytes)
        hex += std::format("{:02x}", static_cast<unsigned char>(byte));
    return {{"hex", hex}};
}

/// Names that a file system lets through.
Json namesToJson(const std::vector<std::string> &names)
{
    Json list = Json::array();
    for (const std::string &name : names)
        list.push_back(bytesToJson(name));
    return list;
}

Json toJson(const std::vector<StoreDirectory> &directories)
{
    Json list = Json::array();
    for (const StoreDirectory &directory : directories)
        list.push_back({{"path", directory.path}, {"mode", directory.mode}});
    return list;
}

Json groupStep(const char *what, const NamespacePath &ns, const GroupId &group)
{
    return {{"do", what}, {"ns", ns.toString()}, {"group", group.toString()}};
}

struct StepToJson
{
    Json operator()(const RunCreateNamespace &step) const { return {{"do", "create-namespace"}, {"ns", step.path.toString()}}; }

    Json operator()(const RunMoveGroup &step) const
    {
        Json json{{"do", "move-group"}, {"group", step.group.toString()}, {"from", step.from.toString()}, {"to", step.to.toString()}};
        if (step.takeForeignEntries)
            json["take-foreign-entries"] = true;
        if (step.into == IntoExisting::Merge)
            json["merge"] = true;
        if (step.into == IntoExisting::Beneath)
            json["into-existing"] = true;
        if (step.only)
            json["only"] = toJson(*step.only);
        if (step.entries)
            json["entries"] = namesToJson(*step.entries);
        return json;
    }

    Json operator()(const RunDeleteNamespace &step) const
    {
        Json json{{"do", "delete-namespace"}, {"ns", step.path.toString()}};
        if (step.onlyIfEmpty)
            json["only-if-empty"] = true;
        return json;
    }

    Json operator()(const RunChangeGroupFile &step) const
    {
        Json json = groupStep(step.file == RunChangeGroupFile::File::Owner ? "change-owner" : "change-notes", step.ns, step.group);
        json["content"] = bytesToJson(step.content);
        return json;
    }

    Json operator()(const RunChangeProtection &step) const
    {
        Json json = groupStep(step.isProtected ? "protect" : "unprotect", step.ns, step.group);
        json["time"] = step.time.toString();
        return json;
    }

    Json operator()(const RunRemoveSnapshots &step) const
    {
        Json json = groupStep(step.wholeGroup ? "remove-group" : "remove-snapshots", step.ns, step.group);
        json["times"] = toJson(step.times);
        if (step.isPrune)
            json["prune"] = true;
        return json;
    }

    Json operator()(const RunRemoveDirectory &step) const { return {{"do", "remove-empty-directory"}, {"path", step.path}}; }

    Json operator()(const RunMakeDirectory &step) const
    {
        return {{"do", "make-directory"}, {"path", step.directory.path}, {"mode", step.directory.mode}};
    }

    Json operator()(const RunEditConfig &step) const
    {
        Json json{{"do", "edit-config"}, {"entry", configEntryToJson(step.before)}, {"wanted", configEntryToJson(step.after)}};
        if (step.exact)
            json["exact"] = bytesToJson(*step.exact);
        return json;
    }
};

Json toJson(const StoreIdentity &store)
{
    return {{"path", store.path},
            {"device", store.device},
            {"root-inode", store.rootInode},
            {"root-birth", store.rootBirthTime},
            {"chunks-inode", store.chunksInode},
            {"chunks-birth", store.chunksBirthTime}};
}

Json effectsToJson(const StepEffects &effects)
{
    Json json = Json::object();
    if (!effects.made.empty())
        json["made"] = effects.made;
    if (!effects.moved.empty())
        json["moved"] = toJson(effects.moved);
    if (!effects.removed.empty())
        json["removed"] = toJson(effects.removed);
    if (effects.left)
        json["left"] = errorToJson(*effects.left);
    if (effects.inode != 0)
        json["inode"] = effects.inode;
    return json;
}

// Names may hold any bytes that a file system lets through; a journal line is always valid UTF-8.
std::string dump(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string headLine(const JournalRun &run)
{
    const auto removes = [](const JournalStep &step) { return std::holds_alternative<RunRemoveSnapshots>(step.step); };
    Json json{{"espalier-journal", std::ranges::any_of(run.steps, removes) ? journalVersion : 1},
              {"run", run.id},
              {"store", toJson(run.store)},
              {"by", run.by},
              {"program", run.program},
              {"started", run.startedAt}};
    if (!run.undoes.empty())
        json["undoes"] = run.undoes;
    if (run.undoesPartly)
        json["partly"] = true;
    return dump(json);
}

std::string intentLine(std::size_t index, const JournalStep &step)
{
    Json json{{"intent", index}, {"step", std::visit(StepToJson{}, step.step)}};
    if (step.facts.inode != 0) {
        json["inode"] = step.facts.inode;
        json["birth"] = step.facts.birthTime;
        json["snapshots"] = toJson(step.facts.snapshots);
    }
    if (!step.facts.missing.empty())
        json["missing"] = step.facts.missing;
    if (!step.facts.directories.empty())
        json["directories"] = toJson(step.facts.directories);
    if (step.facts.targetInode != 0)
        json["target-inode"] = step.facts.targetInode;
    if (!step.facts.before.empty())
        json["before"] = bytesToJson(step.facts.before);
    return dump(json);
}

std::string doneLine(std::size_t index, const StepFacts &facts, const StepEffects &effects)
{
    Json json = effectsToJson(effects);
    if (effects.moved == facts.snapshots)
        json.erase("moved");
    else
        json["moved"] = toJson(effects.moved);
    json["done"] = index;
    return dump(json);
}

std::string failedLine(std::size_t index, const StepEffects &effects, const Error &error)
{
    Json json = effectsToJson(effects);
    json["failed"] = index;
    json["error"] = errorToJson(error);
    return dump(json);
}

std::string mergingLine(std::size_t index, const MergeFacts &facts)
{
    return dump({{"merging", index},
                 {"notes", bytesToJson(facts.notes)},
                 {"target-notes", bytesToJson(facts.targetNotes)},
                 {"entries", namesToJson(facts.entries)}});
}

std::string removingLine(std::size_t index, const RemovedSnapshot &snapshot)
{
    Json files = Json::array();
    for (const RemovedSnapshot::File &file : snapshot.files)
        files.push_back({{"name", bytesToJson(file.name)}, {"size", file.size}});
    return dump({{"removing", index},
                 {"time", snapshot.time.toString()},
                 {"inode", snapshot.inode},
                 {"files", std::move(files)},
                 {"manifest", bytesToJson(snapshot.manifest)}});
}

std::string resumedLine(std::int64_t at, const std::string &by)
{
    return dump({{"resumed", at}, {"by", by}});
}

std::string endLine(std::int64_t at)
{
    return dump({{"end", at}});
}

} // namespace espalier
