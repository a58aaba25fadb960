// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/configjson.h"

#include "core/pbs/safeid.h"
#include "core/pbs/sectionconfig.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestAclPath = 128;
constexpr std::array jobKinds{JobKind::Sync, JobKind::Prune, JobKind::Verify, JobKind::Tape};

std::unexpected<Error> bad(std::string_view expected)
{
    return fail(Error::Kind::InvalidInput, MessageId::ConfigRequestBad, expected);
}

Json toJson(const JobState &job)
{
    Json values = Json::array();
    for (const auto &[key, value] : job.values)
        values.push_back({{"key", key}, {"value", value ? Json(*value) : Json()}});
    return {{"job", toString(job.kind)}, {"id", job.id}, {"values", std::move(values)}};
}

Json toJson(const AclState &rule)
{
    return {{"acl", rule.path},
            {"auth-id", rule.subject.toString()},
            {"role", rule.role},
            {"propagate", rule.propagates ? Json(*rule.propagates) : Json()}};
}

/// What may stand there: the text is written into a file of PBS and may be an argument of its program.
bool isValueOf(std::string_view key, std::string_view value)
{
    if (key == "ns" || key == "remote-ns")
        return NamespacePath::fromString(value).has_value();
    if (key == "max-depth")
        return !value.empty() && value.size() <= 3 && value.find_first_not_of("+0123456789") == std::string_view::npos;
    return key == "remove-vanished" && readTruth(value);
}

Result<JobState> jobFromJson(const Json &json)
{
    const std::string kind = json.at("job");
    const auto known = std::ranges::find(jobKinds, kind, [](JobKind each) { return toString(each); });
    const std::string id = json.at("id");
    if (known == jobKinds.end() || !isSafeId(id))
        return bad("a job");
    JobState job{*known, id, {}};
    for (const Json &item : json.at("values")) {
        JobValue value{item.at("key"), std::nullopt};
        if (!item.at("value").is_null())
            value.value = item.at("value").get<std::string>();
        if (!isValueOf(value.key, value.value.value_or(value.key == "max-depth" ? "0" : value.key == "remove-vanished" ? "no" : "")))
            return bad("a value of a job that names a namespace");
        job.values.push_back(std::move(value));
    }
    return job;
}

Result<AclState> ruleFromJson(const Json &json)
{
    const auto subject = AuthId::fromString(json.at("auth-id").get<std::string>());
    if (!subject)
        return bad("a user or an API token");
    AclState rule{json.at("acl"), *subject, json.at("role"), std::nullopt};
    if (!json.at("propagate").is_null())
        rule.propagates = json.at("propagate").get<bool>();
    if (!rule.path.starts_with("/datastore/") || rule.path.size() > longestAclPath || !isSafeId(rule.role))
        return bad("an access rule of a datastore");
    return rule;
}

} // namespace

Json configEntryToJson(const ConfigEntry &entry)
{
    return std::visit([](const auto &state) { return toJson(state); }, entry);
}

Result<ConfigEntry> configEntryFromJson(const Json &json)
try {
    if (json.contains("job"))
        return jobFromJson(json);
    return ruleFromJson(json);
} catch (const Json::exception &) {
    return bad("a job or an access rule");
}

} // namespace espalier
