// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/syncjob.h"

#include "core/pbs/humanbyte.h"
#include "core/pbs/calendarevent.h"
#include "core/pbs/configvalue.h"
#include "core/pbs/jobvalues.h"
#include "core/pbs/safeid.h"

#include <algorithm>
#include <array>
#include <format>

namespace espalier {

namespace {

using config::Text;
using config::Value;

constexpr std::uint64_t maxThreads = 32;

constexpr std::array<std::string_view, 26> keys = {"id",
                                                   "store",
                                                   "ns",
                                                   "owner",
                                                   "remote",
                                                   "remote-store",
                                                   "remote-ns",
                                                   "max-depth",
                                                   "schedule",
                                                   "comment",
                                                   "group-filter",
                                                   "rate-in",
                                                   "burst-in",
                                                   "rate-out",
                                                   "burst-out",
                                                   "transfer-last",
                                                   "remove-vanished",
                                                   "resync-corrupt",
                                                   "sync-direction",
                                                   "encrypted-only",
                                                   "verified-only",
                                                   "run-on-mount",
                                                   "unmount-on-done",
                                                   "worker-threads",
                                                   "active-encryption-key",
                                                   "associated-key"};

Value<std::optional<bool>> readFlag(Text text)
{
    const auto value = config::truth(text);
    if (!value)
        return std::unexpected(value.error());
    return text ? std::optional(*value) : std::nullopt;
}

Value<std::optional<NamespacePath>> readNamespace(Text text)
{
    const auto value = config::namespacePath(text);
    if (!value)
        return std::unexpected(value.error());
    return text ? std::optional(*value) : std::nullopt;
}

Value<std::optional<AuthId>> readOwner(Text text)
{
    constexpr std::size_t longest = 64;
    if (!text)
        return std::nullopt;
    const auto owner = AuthId::fromString(*text);
    if (!owner || text->size() < 3 || text->size() > longest)
        return std::unexpected("a user or an API token");
    return *owner;
}

Value<std::optional<std::string>> readRemote(Text text)
{
    if (!text)
        return std::nullopt;
    if (!isDatastoreName(*text)) // called by the same rule
        return std::unexpected("the name of a remote");
    return std::string(*text);
}

Value<std::optional<std::string>> readKey(Text text)
{
    auto key = readRemote(text);
    return key ? key : std::unexpected(std::string_view("the name of an encryption key"));
}

Value<std::optional<SyncDirection>> readDirection(Text text)
{
    if (!text)
        return std::nullopt;
    if (*text != "pull" && *text != "push")
        return std::unexpected("pull or push");
    return *text == "push" ? SyncDirection::Push : SyncDirection::Pull;
}

Value<std::optional<std::string>> readRate(Text text)
{
    if (!text)
        return std::nullopt;
    if (!bytesFromHuman(*text))
        return std::unexpected("a rate such as \"40 MiB\"");
    return std::string(*text);
}

Value<std::optional<std::string>> readSchedule(Text text)
{
    if (!text)
        return std::nullopt;
    if (const auto event = config::schedule(text); !event)
        return std::unexpected(event.error());
    return std::string(*text);
}

Value<std::optional<std::string>> readComment(Text text)
{
    if (!text)
        return std::nullopt;
    const auto comment = config::comment(text);
    if (!comment)
        return std::unexpected(comment.error());
    return *comment;
}

Value<std::optional<std::uint64_t>> readThreads(Text text)
{
    if (!text)
        return std::nullopt;
    const auto value = config::wholeNumber(*text, 1, maxThreads);
    if (!value)
        return std::unexpected("a whole number from 1 to 32");
    return value;
}

/// Reads the values of one section, and remembers the first problem and its key.
class SectionReader
{
public:
    explicit SectionReader(const ConfigSection &section) : m_section(section) {}

    SyncJob read()
    {
        m_job.id = m_section.id;
        if (!isDatastoreName(m_section.id))
            complain("id", "a valid name");
        readLists();
        take("store", config::storeName, m_job.store);
        take("ns", readNamespace, m_job.ns);
        take("owner", readOwner, m_job.owner);
        take("remote", readRemote, m_job.remote);
        take("remote-store", config::storeName, m_job.remoteStore);
        take("remote-ns", readNamespace, m_job.remoteNs);
        take("sync-direction", readDirection, m_job.direction);
        take("max-depth", config::depth, m_job.maxDepth);
        take("schedule", readSchedule, m_job.schedule);
        take("comment", readComment, m_job.comment);
        take("transfer-last", config::keepCount, m_job.transferLast);
        takeFlags();
        take("worker-threads", readThreads, m_job.workerThreads);
        take("rate-in", readRate, m_job.rateIn);
        take("burst-in", readRate, m_job.burstIn);
        take("rate-out", readRate, m_job.rateOut);
        take("burst-out", readRate, m_job.burstOut);
        take("active-encryption-key", readKey, m_job.activeEncryptionKey);
        return std::move(m_job);
    }

    const std::optional<std::pair<std::string, std::string_view>> &problem() const { return m_problem; }

private:
    void takeFlags()
    {
        take("remove-vanished", readFlag, m_job.removeVanished);
        take("encrypted-only", readFlag, m_job.encryptedOnly);
        take("verified-only", readFlag, m_job.verifiedOnly);
        take("resync-corrupt", readFlag, m_job.resyncCorrupt);
        take("run-on-mount", readFlag, m_job.runOnMount);
        take("unmount-on-done", readFlag, m_job.unmountOnDone);
    }

    void readLists()
    {
        for (const auto &[key, value] : m_section.properties) {
            if (key == "group-filter") {
                auto filter = GroupFilter::fromString(value);
                if (filter)
                    m_job.filters.push_back(*std::move(filter));
                else
                    complain(key, "a filter such as \"type:vm\"");
            } else if (key == "associated-key") {
                if (!isDatastoreName(value))
                    complain(key, "the name of an encryption key");
                m_job.associatedKeys.push_back(value);
            } else if (key == "id" && !isDatastoreName(value)) {
                complain(key, "a valid name");
            } else if (!std::ranges::contains(keys, key)) {
                m_job.others.emplace_back(key, value);
            } else if (std::ranges::count(m_section.properties, key, &std::pair<std::string, std::string>::first) > 1) {
                complain(key, "each key once");
            }
        }
    }

    template<typename T>
    void take(std::string_view key, Value<T> (*reader)(Text), T &target)
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
    SyncJob m_job;
    std::optional<std::pair<std::string, std::string_view>> m_problem;
};

Error problemWith(const ConfigSection &section, std::string_view file, std::string_view key, std::string_view expected)
{
    return {Error::Kind::Damaged,
            MessageId::ConfigLineIgnored,
            {std::string(file), std::format("{}: {}, {}", section.type, section.id, key), std::string(expected)},
            0};
}

/// Appends what is there.
class SectionWriter
{
public:
    explicit SectionWriter(ConfigSection &section) : m_section(section) {}

    void add(std::string_view key, const std::optional<std::string> &value)
    {
        if (value)
            m_section.properties.emplace_back(key, *value);
    }
    void add(std::string_view key, const std::optional<NamespacePath> &value)
    {
        if (value)
            m_section.properties.emplace_back(key, value->toString());
    }
    void add(std::string_view key, const std::optional<bool> &value)
    {
        if (value)
            m_section.properties.emplace_back(key, *value ? "true" : "false");
    }
    template<std::integral Number>
        requires(!std::same_as<Number, bool>)
    void add(std::string_view key, const std::optional<Number> &value)
    {
        if (value)
            m_section.properties.emplace_back(key, std::to_string(*value));
    }

private:
    ConfigSection &m_section;
};

} // namespace

Result<SyncJob> SyncJob::fromSection(const ConfigSection &section, std::string_view file)
{
    SectionReader reader(section);
    SyncJob job = reader.read();
    if (const auto &problem = reader.problem())
        return std::unexpected(problemWith(section, file, problem->first, problem->second));
    return job;
}

ConfigSection SyncJob::toSection() const
{
    ConfigSection section{std::string(sectionType(JobKind::Sync)), id, others};
    SectionWriter writer(section);
    writer.add("active-encryption-key", activeEncryptionKey);
    for (const std::string &key : associatedKeys)
        section.properties.emplace_back("associated-key", key);
    writer.add("burst-in", burstIn);
    writer.add("burst-out", burstOut);
    writer.add("comment", comment);
    writer.add("encrypted-only", encryptedOnly);
    for (const GroupFilter &filter : filters)
        section.properties.emplace_back("group-filter", filter.toString());
    writer.add("max-depth", maxDepth);
    writer.add("ns", ns);
    writer.add("owner", owner.transform([](const AuthId &auth) { return auth.toString(); }));
    writer.add("rate-in", rateIn);
    writer.add("rate-out", rateOut);
    writer.add("remote", remote);
    writer.add("remote-ns", remoteNs);
    section.properties.emplace_back("remote-store", remoteStore);
    writer.add("remove-vanished", removeVanished);
    writer.add("resync-corrupt", resyncCorrupt);
    writer.add("run-on-mount", runOnMount);
    writer.add("schedule", schedule);
    section.properties.emplace_back("store", store);
    writer.add("sync-direction",
               direction.transform([](SyncDirection to) { return std::string(to == SyncDirection::Push ? "push" : "pull"); }));
    writer.add("transfer-last", transferLast);
    writer.add("unmount-on-done", unmountOnDone);
    writer.add("verified-only", verifiedOnly);
    writer.add("worker-threads", workerThreads);
    std::ranges::stable_sort(section.properties, {}, &std::pair<std::string, std::string>::first);
    return section;
}

std::optional<TransferRate> SyncJob::rate() const
{
    const auto &limit = isPush() ? rateOut : rateIn;
    const auto &burst = isPush() ? burstOut : burstIn;
    return limit ? TransferRate::fromHuman(*limit, burst.value_or(*limit)) : std::nullopt;
}

SyncOptions SyncJob::options() const
{
    SyncOptions options;
    options.source = (isPush() ? ns : remoteNs).value_or(NamespacePath());
    options.target = (isPush() ? remoteNs : ns).value_or(NamespacePath());
    options.maxDepth = maxDepth;
    if (owner)
        options.owner = owner->toString();
    options.filters = filters;
    options.transferLast = transferLast;
    options.removeVanished = removeVanished.value_or(false);
    options.encryptedOnly = encryptedOnly.value_or(false);
    options.verifiedOnly = verifiedOnly.value_or(false);
    options.resyncCorrupt = resyncCorrupt.value_or(false);
    return options;
}

SyncJobReading readSyncJobs(std::string_view text, std::string_view file)
{
    const auto sections = readSectionConfig(text, file);
    if (!sections)
        return {{}, {sections.error()}};
    SyncJobReading reading;
    for (const ConfigSection &section : *sections) {
        if (section.type != sectionType(JobKind::Sync)) {
            reading.problems.push_back(problemWith(section, file, "type", "the section of a sync job"));
            continue;
        }
        std::erase_if(reading.jobs, [&section](const SyncJob &job) { return job.id == section.id; }); // the last one wins
        auto job = SyncJob::fromSection(section, file);
        if (job)
            reading.jobs.push_back(*std::move(job));
        else
            reading.problems.push_back(job.error());
    }
    return reading;
}

std::vector<Error> problemsOf(const SyncJob &job, SyncEnds ends)
{
    const ConfigSection section = job.toSection();
    std::vector<Error> problems;
    const auto complain = [&](bool isWrong, std::string_view key, std::string_view expected) {
        if (isWrong)
            problems.push_back(problemWith(section, "sync.cfg", key, expected));
    };
    for (const auto &[key, value] : job.others)
        complain(true, key, "a key that sync jobs have");
    const int depth = std::max(job.ns.value_or(NamespacePath()).depth(), job.remoteNs.value_or(NamespacePath()).depth());
    complain(job.maxDepth && depth + *job.maxDepth > NamespacePath::maxDepth, "max-depth",
             "a smaller number: namespaces have at most 7 levels");
    complain(ends == SyncEnds::Named && job.isPush() && !job.remote, "remote", "a remote, which a push needs");
    complain(job.isPush() && job.resyncCorrupt.value_or(false), "resync-corrupt", "no value: only a pull has it");
    complain(!job.isPush() && job.activeEncryptionKey, "active-encryption-key", "no value: only a push has it");
    complain(job.unmountOnDone.value_or(false) && !job.runOnMount.value_or(false), "unmount-on-done", "no value without run-on-mount");
    if (ends == SyncEnds::Named && !job.remote && job.store == job.remoteStore)
        problems.push_back({Error::Kind::InvalidInput, MessageId::SyncSameStore, {job.store}, 0});
    return problems;
}

Done checkPlacedSyncJob(const SyncJob &job)
{
    if (const Done named = checkJobName(job.id); !named)
        return named;
    for (const std::string &store : {job.store, job.remoteStore}) {
        if (!isDatastoreName(store))
            return fail(Error::Kind::InvalidInput, MessageId::JobStoreRefused, store);
    }
    if (const auto schedule = CalendarEvent::fromString(job.schedule.value_or("daily")); !schedule)
        return failWith(schedule);
    if (const Done fine = checkComment(job.comment.value_or(std::string())); !fine)
        return fine;
    const auto problems = problemsOf(job, SyncEnds::Placed);
    return problems.empty() ? Done() : std::unexpected(problems.front());
}

} // namespace espalier
