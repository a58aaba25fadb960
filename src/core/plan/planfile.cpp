// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planfile.h"

#include "core/pbs/configjson.h"
#include "core/pbs/jsonreader.h"
#include "core/plan/changejson.h"
#include "core/plan/verdictname.h"

#include <nlohmann/json.hpp>

#include <format>

namespace espalier {

namespace {

using Json = nlohmann::ordered_json;

Json storeToJson(const PlanFile &file)
{
    Json json{{"path", file.storePath}, {"name", file.storeName}};
    if (file.identity) {
        json["root-inode"] = file.identity->rootInode;
        json["root-birth"] = file.identity->rootBirthTime;
        json["chunks-inode"] = file.identity->chunksInode;
        json["chunks-birth"] = file.identity->chunksBirthTime;
    }
    return json;
}

Json stepToJson(const PlanFileStep &step)
{
    Json json = changeToJson(step.change);
    json["level"] = verdictName(step.level);
    json["reason"] = step.reason ? Json(messageName(*step.reason)) : Json();
    json["snapshot-count"] = step.snapshots;
    json["newest-snapshot"] = step.newest ? Json(step.newest->toString()) : Json();
    return json;
}

Json editsToJson(const std::vector<ConfigEdit> &edits)
{
    Json list = Json::array();
    for (const ConfigEdit &edit : edits)
        list.push_back({{"entry", configEntryToJson(edit.before)}, {"wanted", configEntryToJson(edit.after)}});
    return list;
}

/// Reads a document whose syntax is known to be right; the first thing that is wrong makes the whole wrong.
class Reader
{
public:
    Reader(const Json &document, const std::string &path) : m_document(document), m_path(path) {}

    Result<PlanFile> read()
    {
        if (!m_document.is_object() || !isWhole(m_document, "espalier-plan") || m_document["espalier-plan"] == 0)
            return damaged("/espalier-plan", "the number of the format");
        if (m_document["espalier-plan"] != PlanFile::version)
            return fail(Error::Kind::InvalidInput, MessageId::PlanFileVersion, m_path, m_document["espalier-plan"].dump());
        const Done read = readStore().and_then([this] { return readChanges(); }).and_then([this] { return readSteps(); }).and_then([this] {
            return readConfig();
        });
        if (!read)
            return failWith(read);
        return std::move(m_file);
    }

private:
    std::unexpected<Error> damaged(const std::string &where, const std::string &expected) const
    {
        return fail(Error::Kind::InvalidInput, MessageId::PlanFileDamaged, m_path, where, expected);
    }

    static bool isWhole(const Json &object, const char *key) { return object.contains(key) && object[key].is_number_unsigned(); }
    static bool isText(const Json &object, const char *key) { return object.contains(key) && object[key].is_string(); }

    Done readStore()
    {
        if (!m_document.contains("store") || !m_document["store"].is_object())
            return damaged("/store", "an object");
        const Json &store = m_document["store"];
        for (const char *key : {"path", "name"}) {
            if (!isText(store, key))
                return damaged(std::format("/store/{}", key), "a text in quotes");
        }
        m_file.storePath = store["path"];
        m_file.storeName = store["name"];
        if (!store.contains("root-inode"))
            return {};
        for (const char *key : {"root-inode", "root-birth", "chunks-inode", "chunks-birth"}) {
            if (!store.contains(key) || !store[key].is_number_integer())
                return damaged(std::format("/store/{}", key), "a whole number of 64 bits");
        }
        m_file.identity = StoreIdentity{.path = m_file.storePath,
                                        .rootInode = store["root-inode"],
                                        .rootBirthTime = store["root-birth"],
                                        .chunksInode = store["chunks-inode"],
                                        .chunksBirthTime = store["chunks-birth"]};
        return {};
    }

    Result<const Json *> list(const char *key) const
    {
        if (!m_document.contains(key) || !m_document[key].is_array())
            return damaged(std::format("/{}", key), "a list");
        return &m_document[key];
    }

    Result<Change> changeAt(const Json &json, const std::string &where) const
    {
        auto change = changeFromJson(json);
        if (!change)
            return damaged(json.is_object() ? std::format("{}/{}", where, change.error().args.front()) : where, change.error().args.back());
        return change;
    }

    Done readChanges()
    {
        const auto changes = list("changes");
        if (!changes)
            return failWith(changes);
        for (const Json &json : **changes) {
            auto change = changeAt(json, std::format("/changes/{}", m_file.changes.size()));
            if (!change)
                return failWith(change);
            m_file.changes.push_back(std::move(*change));
        }
        return {};
    }

    Done readSteps()
    {
        const auto steps = list("steps");
        if (!steps)
            return failWith(steps);
        for (const Json &json : **steps) {
            auto step = stepAt(json, std::format("/steps/{}", m_file.steps.size()));
            if (!step)
                return failWith(step);
            m_file.steps.push_back(std::move(*step));
        }
        return {};
    }

    Done readConfig()
    {
        if (!m_document.contains("config"))
            return {};
        const Json &config = m_document["config"];
        if (!config.is_object())
            return damaged("/config", "an object");
        auto pauses = editsAt(config, "pauses");
        auto edits = editsAt(config, "edits");
        if (!pauses || !edits)
            return failWith(pauses ? edits : pauses);
        m_file.config = PlanFileConfig{*std::move(pauses), *std::move(edits)};
        return {};
    }

    Result<std::vector<ConfigEdit>> editsAt(const Json &config, const char *key) const
    {
        if (!config.contains(key) || !config[key].is_array())
            return damaged(std::format("/config/{}", key), "a list");
        std::vector<ConfigEdit> edits;
        for (const Json &json : config[key]) {
            if (!json.is_object())
                return damaged(std::format("/config/{}/{}", key, edits.size()), "an object");
            auto before = configEntryFromJson(json.value("entry", Json()));
            auto after = configEntryFromJson(json.value("wanted", Json()));
            if (!before || !after)
                return damaged(std::format("/config/{}/{}", key, edits.size()), (before ? after : before).error().args.front());
            edits.push_back({*std::move(before), *std::move(after)});
        }
        return edits;
    }

    Result<PlanFileStep> stepAt(const Json &json, const std::string &where) const
    {
        auto change = changeAt(json, where);
        if (!change)
            return failWith(change);
        PlanFileStep step{.change = std::move(*change)};
        const auto level = isText(json, "level") ? verdictNamed(json["level"].get<std::string>()) : std::nullopt;
        if (!level)
            return damaged(where + "/level", "a verdict");
        step.level = *level;
        if (!isWhole(json, "snapshot-count"))
            return damaged(where + "/snapshot-count", "a whole number of 64 bits, not below zero");
        step.snapshots = json["snapshot-count"];
        if (isText(json, "reason"))
            step.reason = messageNamed(json["reason"].get<std::string>());
        if (!json.contains("reason") || step.reason.has_value() == json["reason"].is_null())
            return damaged(where + "/reason", "a reason");
        if (isText(json, "newest-snapshot")) {
            if (const auto newest = SnapshotTime::fromString(json["newest-snapshot"].get<std::string>()))
                step.newest = *newest;
        }
        if (!json.contains("newest-snapshot") || step.newest.has_value() == json["newest-snapshot"].is_null())
            return damaged(where + "/newest-snapshot", "a snapshot's time");
        return step;
    }

    const Json &m_document;
    const std::string &m_path;
    PlanFile m_file;
};

} // namespace

std::string planFileText(const PlanFile &file)
{
    Json json{{"espalier-plan", PlanFile::version}, {"store", storeToJson(file)}, {"changes", Json::array()}, {"steps", Json::array()}};
    for (const Change &change : file.changes)
        json["changes"].push_back(changeToJson(change));
    for (const PlanFileStep &step : file.steps)
        json["steps"].push_back(stepToJson(step));
    if (file.config)
        json["config"] = {{"pauses", editsToJson(file.config->pauses)}, {"edits", editsToJson(file.config->edits)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<PlanFile> parsePlanFile(std::string_view text, const std::string &path)
{
    if (text.size() > PlanFile::largest)
        return fail(Error::Kind::InvalidInput, MessageId::FileTooLarge, path, std::to_string(text.size()),
                    std::to_string(PlanFile::largest));
    JsonReader syntax(text); // limits the nesting, which the tree that is built next does not
    syntax.skip();
    syntax.end();
    if (syntax.failed())
        return fail(Error::Kind::InvalidInput, MessageId::PlanFileDamaged, path, std::format("byte {}", syntax.offset()),
                    syntax.expected());
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded())
        return fail(Error::Kind::InvalidInput, MessageId::PlanFileDamaged, path, "byte 0", "a JSON value");
    return Reader(document, path).read();
}

} // namespace espalier
