// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/journallines.h"

#include <nlohmann/json.hpp>

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

struct StepToJson
{
    Json operator()(const RunCreateNamespace &step) const { return {{"do", "create-namespace"}, {"ns", step.path.toString()}}; }

    Json operator()(const RunMoveGroup &step) const
    {
        Json json{{"do", "move-group"}, {"group", step.group.toString()}, {"from", step.from.toString()}, {"to", step.to.toString()}};
        if (step.takeForeignEntries)
            json["take-foreign-entries"] = true;
        if (step.intoExisting)
            json["into-existing"] = true;
        if (step.only)
            json["only"] = toJson(*step.only);
        return json;
    }

    Json operator()(const RunRemoveDirectory &step) const { return {{"do", "remove-empty-directory"}, {"path", step.path}}; }
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

Json toJson(const Error &error)
{
    return {{"id", messageName(error.id)}, {"kind", std::to_underlying(error.kind)}, {"args", error.args}, {"errno", error.systemError}};
}

Json effectsToJson(const StepEffects &effects)
{
    Json json = Json::object();
    if (!effects.made.empty())
        json["made"] = effects.made;
    if (!effects.moved.empty())
        json["moved"] = toJson(effects.moved);
    return json;
}

// Names may hold any bytes that a file system lets through; a journal line is always valid UTF-8.
std::string dump(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

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

template<typename T>
T orThrow(const Result<T> &result, const Json &json)
{
    if (!result)
        throw Json::other_error::create(501, "not a valid name", &json);
    return *result;
}

RunStep stepFromJson(const Json &json)
{
    const std::string what = json.at("do");
    if (what == "create-namespace")
        return RunCreateNamespace{orThrow(NamespacePath::fromString(json.at("ns").get<std::string>()), json)};
    if (what == "remove-empty-directory")
        return RunRemoveDirectory{json.at("path").get<std::string>()};
    if (what != "move-group")
        throw Json::other_error::create(501, "unknown step", &json);
    RunMoveGroup step{.from = orThrow(NamespacePath::fromString(json.at("from").get<std::string>()), json),
                      .group = orThrow(GroupId::fromString(json.at("group").get<std::string>()), json),
                      .to = orThrow(NamespacePath::fromString(json.at("to").get<std::string>()), json),
                      .takeForeignEntries = json.value("take-foreign-entries", false),
                      .intoExisting = json.value("into-existing", false),
                      .only = std::nullopt};
    if (json.contains("only"))
        step.only = timesFromJson(json.at("only"));
    return step;
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

Error errorFromJson(const Json &json)
{
    Error error;
    if (const auto id = messageNamed(json.at("id").get<std::string>()))
        error = {static_cast<Error::Kind>(json.at("kind").get<int>()), *id, json.at("args"), json.value("errno", 0)};
    else
        throw Json::other_error::create(501, "unknown message", &json);
    if (error.args.size() != messageArgumentCount(error.id))
        throw Json::other_error::create(501, "wrong number of arguments", &json);
    return error;
}

StepEffects effectsFromJson(const Json &json)
{
    StepEffects effects;
    effects.made = json.value("made", std::vector<std::string>{});
    if (json.contains("moved"))
        effects.moved = timesFromJson(json.at("moved"));
    return effects;
}

void readHead(const Json &json, JournalRun &run)
{
    run.id = json.at("run");
    run.store = identityFromJson(json.at("store"));
    run.by = json.at("by");
    run.program = json.at("program");
    run.startedAt = json.at("started");
    run.undoes = json.value("undoes", std::string());
}

JournalStep intentFromJson(const Json &json)
{
    JournalStep step{.step = stepFromJson(json.at("step")), .facts = {}, .effects = {}, .error = std::nullopt};
    step.facts.inode = json.value("inode", std::uint64_t{0});
    step.facts.birthTime = json.value("birth", std::int64_t{0});
    step.facts.missing = json.value("missing", std::vector<std::string>{});
    if (json.contains("snapshots"))
        step.facts.snapshots = timesFromJson(json.at("snapshots"));
    return step;
}

} // namespace

std::string headLine(const JournalRun &run)
{
    Json json{{"espalier-journal", journalVersion},
              {"run", run.id},
              {"store", toJson(run.store)},
              {"by", run.by},
              {"program", run.program},
              {"started", run.startedAt}};
    if (!run.undoes.empty())
        json["undoes"] = run.undoes;
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
    json["error"] = toJson(error);
    return dump(json);
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
        const Json json = Json::parse(line);
        if (m_line == 1) {
            const int version = json.at("espalier-journal");
            if (version != journalVersion)
                return fail(Error::Kind::Damaged, MessageId::JournalVersion, m_path, std::to_string(version));
            readHead(json, m_run);
        } else if (json.contains("intent")) {
            if (json.at("intent").get<std::size_t>() != m_run.steps.size())
                return damaged();
            m_run.steps.push_back(intentFromJson(json));
        } else if (json.contains("end")) {
            m_run.endedAt = json.at("end").get<std::int64_t>();
        } else {
            const bool done = json.contains("done");
            JournalStep &step = m_run.steps.at(json.at(done ? "done" : "failed").get<std::size_t>());
            step.effects = effectsFromJson(json);
            step.state = done ? StepState::Completed : StepState::Failed;
            if (done && !json.contains("moved"))
                step.effects.moved = step.facts.snapshots;
            if (!done)
                step.error = errorFromJson(json.at("error"));
        }
    } catch (const std::exception &) {
        return damaged();
    }
    return {};
}

Result<JournalRun> JournalParser::takeRun()
{
    if (m_line == 0)
        return fail(Error::Kind::Damaged, MessageId::JournalDamaged, m_path, "1");
    return std::move(m_run);
}

} // namespace espalier
