// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/jobreference.h"

#include "core/pbs/safeid.h"
#include "core/pbs/sectionconfig.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace espalier {

namespace {

/// What should have stood where a value cannot be read.
template<typename T>
using Value = std::expected<T, std::string_view>;

using Text = std::optional<std::string_view>; ///< Nothing where a key is missing.

Text find(const ConfigSection &section, std::string_view key)
{
    const auto found = std::ranges::find(section.properties, key, &std::pair<std::string, std::string>::first);
    return found == section.properties.end() ? Text() : Text(found->second);
}

/// Whole numbers as PBS reads them: a plus sign and leading zeros are fine.
std::optional<std::uint64_t> wholeNumber(std::string_view text, std::uint64_t least, std::uint64_t most)
{
    std::uint64_t value = 0;
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

Value<bool> truth(Text text)
{
    const auto value = readTruth(text.value_or("no"));
    if (!value)
        return std::unexpected("yes or no");
    return *value;
}

Value<std::string> storeName(Text text)
{
    if (!text || !isDatastoreName(*text))
        return std::unexpected("the name of a datastore");
    return std::string(*text);
}

Value<NamespacePath> namespacePath(Text text)
{
    const auto ns = NamespacePath::fromString(text.value_or(""));
    if (!ns)
        return std::unexpected("a namespace");
    return *ns;
}

Value<std::optional<int>> depth(Text text)
{
    if (!text)
        return std::nullopt;
    const auto value = wholeNumber(*text, 0, NamespacePath::maxDepth);
    if (!value)
        return std::unexpected("a whole number from 0 to 7");
    return static_cast<int>(*value);
}

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
        take("store", storeName, m_job.store);
        take("ns", namespacePath, m_job.range.top);
        take("max-depth", depth, m_job.range.maxDepth);
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
        take("disable", truth, m_job.isDisabled);
        for (const KeepRule rule : allKeepRules) {
            const Text text = find(m_section, "keep-" + std::string(toString(rule)));
            if (!text)
                continue;
            m_job.keep[rule] = wholeNumber(*text, 1, INT64_MAX);
            if (!m_job.keep[rule])
                complain("a whole number of at least 1");
        }
    }

    void readSync()
    {
        SyncReference sync;
        sync.isPush = find(m_section, "sync-direction") == "push";
        sync.remote = find(m_section, "remote").value_or("");
        take("remove-vanished", truth, sync.removesVanished);
        take("remote-store", storeName, sync.remoteStore);
        take("remote-ns", namespacePath, sync.remoteNs);
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

constexpr std::string_view sectionType(JobKind kind)
{
    switch (kind) {
    case JobKind::Sync: return "sync";
    case JobKind::Prune: return "prune";
    case JobKind::Verify: return "verification";
    case JobKind::Tape: return "backup";
    }
    return {};
}

} // namespace

std::string_view toString(JobKind kind)
{
    static constexpr std::array<std::string_view, 4> names = {"sync", "prune", "verify", "tape"};
    return names.at(std::to_underlying(kind));
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
