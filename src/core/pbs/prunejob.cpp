// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunejob.h"

#include "core/pbs/configvalue.h"
#include "core/pbs/safeid.h"

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

constexpr std::array<std::string_view, 13> keys
    = {"id",          "store",      "schedule",    "disable",      "ns",          "max-depth", "keep-last",
       "keep-hourly", "keep-daily", "keep-weekly", "keep-monthly", "keep-yearly", "comment"};

config::Value<std::optional<bool>> readDisable(config::Text text)
{
    const auto disable = config::truth(text);
    if (!disable)
        return std::unexpected(disable.error());
    return text ? std::optional(*disable) : std::nullopt;
}

/// Reads the values of one section, and remembers the first problem and its key.
class SectionReader
{
public:
    explicit SectionReader(const ConfigSection &section) : m_section(section) {}

    PruneJob read()
    {
        checkKeys();
        m_job.id = m_section.id;
        if (!isDatastoreName(m_section.id)) // jobs are called by the same rule
            complain("id", "a valid name");
        take("store", config::storeName, m_job.store);
        take("schedule", config::schedule, m_job.schedule);
        take("disable", readDisable, m_job.disable);
        take("ns", config::namespacePath, m_job.range.top);
        take("max-depth", config::depth, m_job.range.maxDepth);
        take("comment", config::comment, m_job.comment);
        for (const KeepRule rule : allKeepRules)
            take(config::keepKey(rule), config::keepCount, m_job.keep[rule]);
        return std::move(m_job);
    }

    const std::optional<std::pair<std::string, std::string_view>> &problem() const { return m_problem; }

private:
    void checkKeys()
    {
        for (const auto &[key, value] : m_section.properties) {
            if (!std::ranges::contains(keys, key))
                complain(key, "a key that prune jobs have");
            else if (key == "id" && !isDatastoreName(value))
                complain(key, "a valid name");
        }
    }

    template<typename T>
    void take(std::string_view key, config::Value<T> (*reader)(config::Text), T &target)
    {
        auto value = reader(config::find(m_section, key));
        if (value)
            target = *std::move(value);
        else
            complain(key, value.error());
    }

    void complain(std::string_view key, std::string_view expected)
    {
        if (!m_problem)
            m_problem = {std::string(key), expected};
    }

    const ConfigSection &m_section;
    PruneJob m_job;
    std::optional<std::pair<std::string, std::string_view>> m_problem;
};

} // namespace

Result<PruneJob> PruneJob::fromSection(const ConfigSection &section, std::string_view file)
{
    SectionReader reader(section);
    PruneJob job = reader.read();
    if (const auto &problem = reader.problem())
        return fail(Error::Kind::Damaged, MessageId::ConfigLineIgnored, file, section.type + ": " + section.id + ", " + problem->first,
                    problem->second);
    return job;
}

PruneJobReading readPruneJobs(std::string_view text, std::string_view file)
{
    const auto sections = readSectionConfig(text, file);
    if (!sections)
        return {{}, {sections.error()}};
    PruneJobReading reading;
    for (const ConfigSection &section : *sections) {
        if (section.type != sectionType(JobKind::Prune)) {
            reading.problems.push_back({Error::Kind::Damaged,
                                        MessageId::ConfigLineIgnored,
                                        {std::string(file), section.type + ": " + section.id, "the section of a prune job"},
                                        0});
            continue;
        }
        std::erase_if(reading.jobs, [&section](const PruneJob &job) { return job.id == section.id; }); // the last one wins
        auto job = PruneJob::fromSection(section, file);
        if (job)
            reading.jobs.push_back(*std::move(job));
        else
            reading.problems.push_back(job.error());
    }
    return reading;
}

} // namespace espalier
