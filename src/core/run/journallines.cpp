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

struct JournalVersionError
{
    int version = 0;
};

std::vector<SnapshotTime> timesFromJson(const Json &json)
{
    std::vector<SnapshotTime> times;
    for (const Json &item : json) {
        if (const auto time = SnapshotTime::fromString(item.get<std::string>()))
            times.push_back(*time);
        else
            throw Json::other_error::create(501, "no snapshot time", &item);
    }
    return times;
}

std::string bytesFromJson(const Json &json)
{
    if (json.is_string())
        return json.get<std::string>();
    const std::string hex = json.at("hex");
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

std::vector<std::string> namesFromJson(const Json &json)
{
    std::vector<std::string> names;
    for (const Json &item : json)
        names.push_back(bytesFromJson(item));
    return names;
}

std::vector<StoreDirectory> directoriesFromJson(const Json &json, const char *key)
{
    std::vector<StoreDirectory> directories;
    for (const Json &item : json.value(key, Json::array()))
        directories.push_back({item.at("path").get<std::string>(), item.at("mode").get<std::uint32_t>()});
    return directories;
}

template<typename T>
T orThrow(const Result<T> &result, const Json &json)
{
    if (!result)
        throw Json::other_error::create(501, "not a valid name", &json);
    return *result;
}

RunMoveGroup moveFromJson(const Json &json)
{
    RunMoveGroup step{.from = orThrow(NamespacePath::fromString(json.at("from").get<std::string>()), json),
                      .group = orThrow(GroupId::fromString(json.at("group").get<std::string>()), json),
                      .to = orThrow(NamespacePath::fromString(json.at("to").get<std::string>()), json),
                      .takeForeignEntries = json.value("take-foreign-entries", false)};
    if (json.value("merge", false))
        step.into = IntoExisting::Merge;
    if (json.value("into-existing", false))
        step.into = IntoExisting::Beneath;
    if (json.contains("only"))
        step.only = timesFromJson(json.at("only"));
    if (json.contains("entries"))
        step.entries = namesFromJson(json.at("entries"));
    return step;
}

RunStep groupStepFromJson(const std::string &what, const Json &json)
{
    const NamespacePath ns = orThrow(NamespacePath::fromString(json.at("ns").get<std::string>()), json);
    const GroupId group = orThrow(GroupId::fromString(json.at("group").get<std::string>()), json);
    if (what == "change-owner")
        return RunChangeGroupFile{ns, group, RunChangeGroupFile::File::Owner, bytesFromJson(json.at("content"))};
    if (what == "change-notes")
        return RunChangeGroupFile{ns, group, RunChangeGroupFile::File::Notes, bytesFromJson(json.at("content"))};
    if (what == "remove-group" || what == "remove-snapshots")
        return RunRemoveSnapshots{ns, group, timesFromJson(json.at("times")), what == "remove-group", json.value("prune", false)};
    if (what != "protect" && what != "unprotect")
        throw Json::other_error::create(501, "unknown step", &json);
    return RunChangeProtection{ns, group, orThrow(SnapshotTime::fromString(json.at("time").get<std::string>()), json), what == "protect"};
}

RunStep stepFromJson(const Json &json)
{
    const std::string what = json.at("do");
    if (what == "create-namespace")
        return RunCreateNamespace{orThrow(NamespacePath::fromString(json.at("ns").get<std::string>()), json)};
    if (what == "delete-namespace")
        return RunDeleteNamespace{orThrow(NamespacePath::fromString(json.at("ns").get<std::string>()), json),
                                  json.value("only-if-empty", false)};
    if (what == "remove-empty-directory")
        return RunRemoveDirectory{json.at("path").get<std::string>()};
    if (what == "make-directory")
        return RunMakeDirectory{{json.at("path").get<std::string>(), json.at("mode").get<std::uint32_t>()}};
    if (what == "edit-config") {
        RunEditConfig step{orThrow(configEntryFromJson(json.at("entry")), json), orThrow(configEntryFromJson(json.at("wanted")), json)};
        if (json.contains("exact"))
            step.exact = bytesFromJson(json.at("exact"));
        return step;
    }
    if (what == "move-group")
        return moveFromJson(json);
    return groupStepFromJson(what, json);
}

StoreIdentity identityFromJson(const Json &json)
{
    return {.path = json.at("path"),
            .device = json.at("device"),
            .rootInode = json.at("root-inode"),
            .rootBirthTime = json.at("root-birth"),
            .chunksInode = json.at("chunks-inode"),
            .chunksBirthTime = json.at("chunks-birth")};
}

Error readError(const Json &json)
{
    auto error = errorFromJson(json);
    if (!error)
        throw Json::other_error::create(501, "not an error", &json);
    return *std::move(error);
}

StepEffects effectsFromJson(const Json &json)
{
    StepEffects effects;
    effects.made = json.value("made", std::vector<std::string>{});
    if (json.contains("moved"))
        effects.moved = timesFromJson(json.at("moved"));
    effects.removed = directoriesFromJson(json, "removed");
    if (json.contains("left"))
        effects.left = readError(json.at("left"));
    effects.inode = json.value("inode", std::uint64_t{0});
    return effects;
}

RemovedSnapshot removedFromJson(const Json &json)
{
    RemovedSnapshot snapshot{.time = orThrow(SnapshotTime::fromString(json.at("time").get<std::string>()), json),
                             .inode = json.at("inode").get<std::uint64_t>(),
                             .manifest = bytesFromJson(json.at("manifest"))};
    for (const Json &file : json.at("files"))
        snapshot.files.push_back({bytesFromJson(file.at("name")), file.at("size").get<std::uint64_t>()});
    return snapshot;
}

/// What an earlier attempt did counts, too.
void addEffects(StepEffects &effects, StepEffects more)
{
    const auto add = [](auto &list, const auto &others) {
        std::ranges::copy_if(others, std::back_inserter(list), [&](const auto &each) { return !std::ranges::contains(list, each); });
    };
    add(effects.made, more.made);
    add(effects.moved, more.moved);
    add(effects.removed, more.removed);
    effects.left = std::move(more.left);
    effects.inode = more.inode != 0 ? more.inode : effects.inode;
}

void readHead(const Json &json, JournalRun &run)
{
    run.id = json.at("run");
    run.store = identityFromJson(json.at("store"));
    run.by = json.at("by");
    run.program = json.at("program");
    run.startedAt = json.at("started");
    run.undoes = json.value("undoes", std::string());
    run.undoesPartly = json.value("partly", false);
}

JournalStep intentFromJson(const Json &json)
{
    JournalStep step{.step = stepFromJson(json.at("step")), .facts = {}, .effects = {}, .error = std::nullopt};
    step.facts.inode = json.value("inode", std::uint64_t{0});
    step.facts.birthTime = json.value("birth", std::int64_t{0});
    step.facts.missing = json.value("missing", std::vector<std::string>{});
    if (json.contains("snapshots"))
        step.facts.snapshots = timesFromJson(json.at("snapshots"));
    step.facts.directories = directoriesFromJson(json, "directories");
    step.facts.targetInode = json.value("target-inode", std::uint64_t{0});
    if (json.contains("before"))
        step.facts.before = bytesFromJson(json.at("before"));
    return step;
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

JournalParser::JournalParser(std::string path) : m_path(std::move(path)) {}

Done JournalParser::addLine(std::string_view line)
{
    ++m_line;
    const auto damaged = [this] { return fail(Error::Kind::Damaged, MessageId::JournalDamaged, m_path, std::to_string(m_line)); };
    try {
        const Json json = Json::parse(line, nullptr, m_line == 1);
        if (m_isTorn && (json.is_discarded() || !json.contains("resumed")))
            return damaged();
        m_isTorn = json.is_discarded();
        if (m_isTorn)
            return {};
        return addJson(json) ? Done() : damaged();
    } catch (const JournalVersionError &error) {
        return fail(Error::Kind::Damaged, MessageId::JournalVersion, m_path, std::to_string(error.version));
    } catch (const std::exception &) {
        return damaged();
    }
}

/// False where it makes no sense here.
bool JournalParser::addJson(const Json &json)
{
    if (m_line == 1) {
        if (const int version = json.at("espalier-journal"); version < 1 || version > journalVersion)
            throw JournalVersionError{version};
        readHead(json, m_run);
    } else if (json.contains("intent")) {
        if (json.at("intent").get<std::size_t>() != m_run.steps.size())
            return false;
        m_run.steps.push_back(intentFromJson(json));
    } else if (json.contains("end")) {
        m_run.endedAt = json.at("end").get<std::int64_t>();
    } else if (json.contains("resumed")) {
        m_run.endedAt.reset();
    } else if (json.contains("merging")) {
        m_run.steps.at(json.at("merging").get<std::size_t>()).facts.merge
            = MergeFacts{bytesFromJson(json.at("notes")), bytesFromJson(json.at("target-notes")), namesFromJson(json.at("entries"))};
    } else if (json.contains("removing")) {
        m_run.steps.at(json.at("removing").get<std::size_t>()).facts.removing.push_back(removedFromJson(json));
    } else {
        addOutcome(json);
    }
    return true;
}

void JournalParser::addOutcome(const Json &json)
{
    const bool done = json.contains("done");
    JournalStep &step = m_run.steps.at(json.at(done ? "done" : "failed").get<std::size_t>());
    StepEffects effects = effectsFromJson(json);
    if (done && !json.contains("moved"))
        effects.moved = step.facts.snapshots;
    addEffects(step.effects, std::move(effects));
    step.state = done ? StepState::Completed : StepState::Failed;
    step.error = done ? std::nullopt : std::optional(readError(json.at("error")));
}

Result<JournalRun> JournalParser::takeRun()
{
    if (m_line == 0 || m_isTorn)
        return fail(Error::Kind::Damaged, MessageId::JournalDamaged, m_path, std::to_string(std::max<std::size_t>(m_line, 1)));
    return std::move(m_run);
}

} // namespace espalier
