// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunejobedit.h"

#include "core/pbs/configvalue.h"
#include "core/pbs/safeid.h"

#include <algorithm>

namespace espalier {

namespace {

/// Every property a prune job can have, keys ascending; nothing where it goes without.
std::vector<JobValue> allValues(const PruneJob &job)
{
    const auto text = [](const std::string &value) { return value.empty() ? std::nullopt : std::optional(value); };
    const auto number = [](const auto &value) { return value ? std::optional(std::to_string(*value)) : std::nullopt; };
    std::vector<JobValue> values{{"comment", text(job.comment)},
                                 {"disable", job.isEnabled() ? std::nullopt : std::optional<std::string>("true")},
                                 {"max-depth", number(job.range.maxDepth)},
                                 {"ns", text(job.range.top.toString())},
                                 {"schedule", job.schedule.text()},
                                 {"store", job.store}};
    for (const KeepRule rule : allKeepRules)
        values.push_back({config::keepKey(rule), number(job.keep[rule])});
    std::ranges::sort(values, {}, &JobValue::key);
    return values;
}

} // namespace

ConfigSection sectionOf(const PruneJob &job)
{
    ConfigSection section{std::string(sectionType(JobKind::Prune)), job.id, {}};
    for (const auto &[key, value] : allValues(job)) {
        if (value)
            section.properties.emplace_back(key, *value);
    }
    return section;
}

JobState differences(const PruneJob &before, const PruneJob &after)
{
    JobState state{JobKind::Prune, before.id, {}};
    const std::vector<JobValue> former = allValues(before);
    std::ranges::copy_if(allValues(after), std::back_inserter(state.values),
                         [&former](const JobValue &value) { return !std::ranges::contains(former, value); });
    return state;
}

JobState valuesOf(const PruneJob &job, const JobState &differences)
{
    JobState state{JobKind::Prune, job.id, {}};
    std::ranges::copy_if(allValues(job), std::back_inserter(state.values), [&differences](const JobValue &value) {
        return std::ranges::contains(differences.values, value.key, &JobValue::key);
    });
    return state;
}

Done checkPruneJob(const PruneJob &job)
{
    if (const Done named = checkJobName(job.id); !named)
        return named;
    if (!isDatastoreName(job.store))
        return fail(Error::Kind::InvalidInput, MessageId::JobStoreRefused, job.store);
    const auto schedule = CalendarEvent::fromString(job.schedule.text());
    if (!schedule)
        return failWith(schedule);
    return checkComment(job.comment);
}

} // namespace espalier
