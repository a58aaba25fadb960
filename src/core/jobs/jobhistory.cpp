// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobhistory.h"

#include "core/errorjson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr int version = 1;
constexpr const char *versionKey = "espalier-job-history";
constexpr std::array<std::string_view, 5> resultNames{"ok", "partly", "failed", "stopped", "interrupted"};

template<typename Number>
std::optional<Number> numberOf(const Json &json, const char *key)
{
    const auto at = json.find(key);
    return at != json.end() && at->is_number_integer() ? std::optional(at->get<Number>()) : std::nullopt;
}

/// Nothing for what jsonOf() does not write.
std::optional<JobRun> runOf(const Json &json)
{
    const auto begin = json.is_object() ? numberOf<std::int64_t>(json, "begin") : std::nullopt;
    if (!begin)
        return std::nullopt;
    JobRun run{.begin = *begin, .end = numberOf<std::int64_t>(json, "end"), .due = numberOf<std::int64_t>(json, "due")};
    const auto name = json.find("result");
    const auto result
        = name != json.end() && name->is_string() ? std::ranges::find(resultNames, name->get<std::string>()) : resultNames.end();
    if (run.end && result != resultNames.end())
        run.result = static_cast<JobResult>(result - resultNames.begin());
    run.groups = numberOf<std::size_t>(json, "groups").value_or(0);
    run.snapshots = numberOf<std::size_t>(json, "snapshots").value_or(0);
    run.removed = numberOf<std::size_t>(json, "removed").value_or(0);
    run.bytes = numberOf<std::uint64_t>(json, "bytes").value_or(0);
    run.problems = numberOf<std::size_t>(json, "problems").value_or(0);
    if (const auto error = json.find("error"); error != json.end())
        run.error = errorFromJson(*error);
    return run;
}

Json jsonOf(const JobRun &run)
{
    Json json{{"begin", run.begin}, {"groups", run.groups}, {"snapshots", run.snapshots}, {"removed", run.removed}, {"bytes", run.bytes}};
    json["problems"] = run.problems;
    if (run.due)
        json["due"] = *run.due;
    if (run.end) {
        json["end"] = *run.end;
        json["result"] = toString(run.result);
    }
    if (run.error)
        json["error"] = errorToJson(*run.error);
    return json;
}

} // namespace

std::string_view toString(JobResult result)
{
    return resultNames.at(std::to_underlying(result));
}

Result<JobHistory> JobHistory::fromText(std::string_view text, std::string_view file)
{
    const Json json = Json::parse(text, nullptr, false);
    const auto runs = json.is_object() && json.value(versionKey, Json()) == version ? json.find("runs") : json.end();
    if (runs == json.end() || !runs->is_array())
        return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, file, "1", "a list of runs of this version");
    JobHistory history{.since = numberOf<std::int64_t>(json, "since").value_or(0)};
    if (const auto schedule = json.find("schedule"); schedule != json.end() && schedule->is_string())
        history.schedule = schedule->get<std::string>();
    for (const Json &each : *runs) {
        if (auto run = runOf(each))
            history.add(*std::move(run));
    }
    return history;
}

std::string JobHistory::toText() const
{
    Json all = Json::array();
    for (const JobRun &run : runs)
        all.push_back(jsonOf(run));
    const Json json{{versionKey, version}, {"since", since}, {"schedule", schedule}, {"runs", std::move(all)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::int64_t JobHistory::base() const
{
    return runs.empty() ? since : std::max(since, runs.back().begin);
}

void JobHistory::add(JobRun run)
{
    runs.push_back(std::move(run));
    if (runs.size() > maxRuns)
        runs.erase(runs.begin(), runs.end() - static_cast<std::ptrdiff_t>(maxRuns));
}

bool JobHistory::see(const std::string &seen, std::int64_t now)
{
    if (since != 0 && seen == schedule)
        return false;
    schedule = seen;
    since = now;
    return true;
}

} // namespace espalier
