// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobnotes.h"

#include "core/pbs/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace espalier {

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;
constexpr const char *versionKey = "espalier-jobs";

/// Properties that decide when a job runs, how fast, and what it is called, and not what it removes.
constexpr std::array<std::string_view, 11> otherKeys
    = {"burst-in",     "burst-out", "comment",         "disable",       "id", "rate-in", "rate-out",
       "run-on-mount", "schedule",  "unmount-on-done", "worker-threads"};

Json parsed(std::string_view text)
{
    return text.empty() ? Json{{versionKey, version}} : Json::parse(text, nullptr, false);
}

std::string written(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// The member of an object; null where it is none or has none of that name.
const Json *member(const Json *json, const std::string &name)
{
    const auto at = json && json->is_object() ? json->find(name) : Json::const_iterator();
    return json && json->is_object() && at != json->end() ? &*at : nullptr;
}

std::string textOf(const Json *json)
{
    return json && json->is_string() ? json->get<std::string>() : std::string();
}

std::optional<RemovalBudget> budgetOf(const Json *json)
{
    const Json *snapshots = member(json, "snapshots");
    const Json *percent = member(json, "percent");
    const Json *last = member(json, "may-empty-groups");
    const bool isUnderstood = snapshots && snapshots->is_number_unsigned() && (!last || last->is_boolean())
        && (!percent || (percent->is_number_unsigned() && *percent <= 100));
    if (!isUnderstood)
        return std::nullopt;
    RemovalBudget budget{.snapshots = snapshots->get<std::size_t>(), .mayEmptyGroups = last && last->get<bool>()};
    if (percent)
        budget.percent = percent->get<unsigned>();
    return budget;
}

void put(Json &entry, const char *key, const Json &value)
{
    if (value.is_null() || value == "")
        entry.erase(key);
    else
        entry[key] = value;
}

Json jsonOf(const RemovalBudget &budget, const ApprovedStores &stores, const std::string &rules)
{
    Json json{{"rules", rules}, {"snapshots", budget.snapshots}};
    if (budget.percent)
        json["percent"] = *budget.percent;
    if (budget.mayEmptyGroups)
        json["may-empty-groups"] = true;
    put(json, "target", stores.target);
    put(json, "source", stores.source);
    return json;
}

std::string digestOf(const ConfigSection &section, const JobNotes &notes)
{
    return Digest::of(removalRules(section, notes)).toHex();
}

} // namespace

Result<JobNotesText> JobNotesText::read(std::string_view text, std::string_view file)
{
    const Json json = parsed(text);
    if (!json.is_object() || json.value(versionKey, Json()) != version)
        return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, file, "1", "a list of jobs of this version");
    for (const JobKind kind : {JobKind::Sync, JobKind::Prune}) {
        const Json *entries = member(&json, std::string(toString(kind)));
        if (entries && !entries->is_object())
            return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, file, "1", toString(kind));
    }
    return JobNotesText(std::string(text));
}

std::string removalRules(const ConfigSection &section, const JobNotes &notes)
{
    std::vector<std::pair<std::string, std::string>> rules{
        {"place", notes.place}, {"remote-place", notes.remotePlace}, {"zone", notes.zone}};
    std::ranges::copy_if(section.properties, std::back_inserter(rules),
                         [](const auto &property) { return !std::ranges::contains(otherKeys, property.first); });
    std::ranges::sort(rules);
    return Json(rules).dump(-1, ' ', false, Json::error_handler_t::replace);
}

JobNotes JobNotesText::notes(JobKind kind, const ConfigSection &section) const
{
    const Json json = parsed(m_text);
    const Json *entry = member(member(&json, std::string(toString(kind))), section.id);
    JobNotes notes{.place = textOf(member(entry, "place")),
                   .remotePlace = textOf(member(entry, "remote-place")),
                   .zone = textOf(member(entry, "zone"))};
    const Json *disabled = member(entry, "disabled");
    notes.isDisabled = kind == JobKind::Sync && (!entry || (disabled && *disabled != false));
    const Json *approved = member(entry, "approved");
    if (textOf(member(approved, "rules")) == digestOf(section, notes))
        notes.approved = budgetOf(approved);
    if (notes.approved)
        notes.approvedStores = {.target = textOf(member(approved, "target")), .source = textOf(member(approved, "source"))};
    return notes;
}

void JobNotesText::set(JobKind kind, const ConfigSection &section, const JobNotes &notes)
{
    Json json = parsed(m_text);
    Json &entry = json[std::string(toString(kind))][section.id];
    if (!entry.is_object())
        entry = Json::object();
    put(entry, "place", notes.place);
    put(entry, "remote-place", notes.remotePlace);
    put(entry, "zone", notes.zone);
    put(entry, "disabled", kind == JobKind::Sync && notes.isDisabled ? Json(true) : Json());
    put(entry, "approved", notes.approved ? jsonOf(*notes.approved, notes.approvedStores, digestOf(section, notes)) : Json());
    m_text = written(json);
}

void JobNotesText::remove(JobKind kind, const std::string &id)
{
    Json json = parsed(m_text);
    if (const auto entries = json.find(std::string(toString(kind))); entries != json.end() && entries->erase(id) > 0)
        m_text = written(json);
}

} // namespace espalier
