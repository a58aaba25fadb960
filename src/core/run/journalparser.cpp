// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/journallines.h"

#include "core/errorjson.h"
#include "core/pbs/configjson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

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
