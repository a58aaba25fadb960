// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/jobreference.h"

#include "core/pbs/configvalue.h"
#include "core/pbs/sectionconfig.h"

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

using config::find;
using config::Text;
using config::Value;

/// Reads the values of one section into a job, and remembers the first that cannot be read.
class JobReader
{
public:
    JobReader(JobKind kind, const ConfigSection &section) : m_section(section)
    {
        m_job.kind = kind;
        m_job.id = section.id;
    }

    Value<JobReference> read()
    {
        take("store", config::storeName, m_job.store);
        take("ns", config::namespacePath, m_job.range.top);
        take("max-depth", config::depth, m_job.range.maxDepth);
        if (m_job.kind == JobKind::Prune)
            readPrune();
        if (m_job.kind == JobKind::Sync)
            readSync();
        if (m_job.kind == JobKind::Sync || m_job.kind == JobKind::Tape)
            readFilters();
        if (m_problem)
            return std::unexpected(*m_problem);
        return std::move(m_job);
    }

private:
    template<typename T>
    void take(std::string_view key, Value<T> (*reader)(Text), T &target)
    {
        Value<T> value = reader(find(m_section, key));
        if (value)
            target = *std::move(value);
        else
            complain(value.error());
    }

    void complain(std::string_view expected) { m_problem = m_problem.value_or(expected); }

    void readPrune()
    {
        take("disable", config::truth, m_job.isDisabled);
        for (const KeepRule rule : allKeepRules)
            take(config::keepKey(rule), config::keepCount, m_job.keep[rule]);
    }

    void readSync()
    {
        SyncReference sync;
        sync.isPush = find(m_section, "sync-direction") == "push";
        sync.remote = find(m_section, "remote").value_or("");
        take("remove-vanished", config::truth, sync.removesVanished);
        take("remote-store", config::storeName, sync.remoteStore);
        take("remote-ns", config::namespacePath, sync.remoteNs);
        if (const Text owner = find(m_section, "owner")) {
            const auto id = AuthId::fromString(*owner);
            if (!id)
                complain("a user or an API token");
            sync.owner = id ? std::optional(*id) : std::nullopt;
        }
        m_job.sync = std::move(sync);
    }

    void readFilters()
    {
        for (const auto &[key, text] : m_section.properties) {
            if (key != "group-filter")
                continue;
            auto filter = GroupFilter::fromString(text);
            if (filter)
                m_job.filters.push_back(*std::move(filter));
            else
                complain("a filter such as \"type:vm\"");
        }
    }

    const ConfigSection &m_section;
    JobReference m_job;
    std::optional<std::string_view> m_problem;
};

} // namespace

std::string_view toString(JobKind kind)
{
    static constexpr std::array<std::string_view, 4> names = {"sync", "prune", "verify", "tape"};
    return names.at(std::to_underlying(kind));
}

std::string_view sectionType(JobKind kind)
{
    switch (kind) {
    case JobKind::Sync: return "sync";
    case JobKind::Prune: return "prune";
    case JobKind::Verify: return "verification";
    case JobKind::Tape: return "backup";
    }
    return {};
}

bool NamespaceRange::covers(const NamespacePath &ns) const
{
    return top.contains(ns) && (!maxDepth || ns.depth() - top.depth() <= *maxDepth);
}

JobReading readJobs(JobKind kind, std::string_view text, std::string_view file)
{
    const auto sections = readSectionConfig(text, file);
    if (!sections)
        return {{}, {sections.error()}};
    JobReading reading;
    for (const ConfigSection &section : *sections) {
        if (section.type != sectionType(kind))
            continue;
        std::erase_if(reading.jobs, [&section](const JobReference &job) { return job.id == section.id; }); // the last one wins
        auto job = JobReader(kind, section).read();
        if (job)
            reading.jobs.push_back(*std::move(job));
        else
            reading.problems.push_back({Error::Kind::Damaged,
                                        MessageId::ConfigLineIgnored,
                                        {std::string(file), section.type + ": " + section.id, std::string(job.error())},
                                        0});
    }
    return reading;
}

} // namespace espalier
