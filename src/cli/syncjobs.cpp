// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/syncjobs.h"

#include "core/fs/native.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <limits>

namespace espalier::cli {

namespace {

std::string syncJobsPath(const PbsHost &host)
{
    return host.path("/etc/proxmox-backup/" + std::string(fileName(ConfigFile::SyncJobs)));
}

/// The reason in words, where the value of an option is refused by a rule that has some.
template<typename T>
Done asUsage(std::string_view option, const std::string &text, const Result<T> &read)
{
    if (read)
        return {};
    const text::Sentences sentences = text::sentences(read.error());
    return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, text,
                toStdString(sentences.why.isEmpty() ? sentences.advice : sentences.why));
}

/// Reads the options of a sync one after the other; the first problem counts.
class SyncOptionReader
{
public:
    SyncOptionReader(const Arguments &arguments, SyncJob job) : m_arguments(arguments), m_job(std::move(job)) {}

    Result<SyncJob> read()
    {
        readNamespace("--ns", m_job.ns);
        readNamespace("--remote-ns", m_job.remoteNs);
        readNumbers();
        readOwner();
        readFilters();
        readFlag("--remove-vanished", m_job.removeVanished);
        readFlag("--encrypted-only", m_job.encryptedOnly);
        readFlag("--verified-only", m_job.verifiedOnly);
        readFlag("--resync-corrupt", m_job.resyncCorrupt);
        return m_problem ? Result<SyncJob>(std::unexpected(*m_problem)) : std::move(m_job);
    }

private:
    void note(const Done &read)
    {
        if (!read && !m_problem)
            m_problem = read.error();
    }

    void readNamespace(const char *option, std::optional<NamespacePath> &target)
    {
        const auto text = m_arguments.value(option);
        if (!text)
            return;
        const auto path = namespaceArgument(option, *text);
        note(path.transform([&](const NamespacePath &ns) { target = ns; }));
    }

    void readNumbers()
    {
        const auto depth = m_arguments.number("--max-depth", NamespacePath::maxDepth);
        note(depth.transform([this](const auto &value) {
            if (value)
                m_job.maxDepth = static_cast<int>(*value);
        }));
        const auto last = m_arguments.number("--transfer-last", std::numeric_limits<std::uint32_t>::max());
        if (last == 0U)
            note(fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--transfer-last", "0", "a whole number of at least 1"));
        note(last.transform([this](const auto &value) {
            if (value)
                m_job.transferLast = *value;
        }));
    }

    void readOwner()
    {
        const auto text = m_arguments.value("--owner");
        if (!text)
            return;
        const auto owner = AuthId::fromString(*text);
        note(asUsage("--owner", *text, owner));
        if (owner)
            m_job.owner = *owner;
    }

    void readFilters()
    {
        std::vector<GroupFilter> filters;
        for (const std::string &text : m_arguments.values("--group-filter")) {
            auto filter = GroupFilter::fromString(text);
            note(asUsage("--group-filter", text, filter));
            if (filter)
                filters.push_back(*std::move(filter));
        }
        if (m_arguments.has("--group-filter"))
            m_job.filters = std::move(filters);
    }

    void readFlag(const char *option, std::optional<bool> &target)
    {
        if (m_arguments.has(option))
            target = true;
    }

    const Arguments &m_arguments;
    SyncJob m_job;
    std::optional<Error> m_problem;
};

} // namespace

SyncJobList readSyncJobList(const Invocation &invocation)
{
    const auto fileSystem = fs::nativeFileSystem();
    SyncJobList list{.host = readPbsHost(*fileSystem, pbsRoot(invocation))};
    list.hostFile = syncJobsPath(list.host);
    if (wantsOwnJobs(invocation))
        list.addOwn(ownJobs(invocation).syncJobs());
    if (!wantsHostJobs(invocation))
        return list;
    const auto text = readConfigFile(*fileSystem, list.host.path("/etc/proxmox-backup"), ConfigFile::SyncJobs);
    if (!text && text.error().kind == Error::Kind::NotFound)
        return list;
    const SyncJobReading reading = text ? readSyncJobs(text->text, list.hostFile) : SyncJobReading{.jobs = {}, .problems = {text.error()}};
    for (const SyncJob &job : reading.jobs)
        list.jobs.push_back({.job = job});
    list.problems.insert(list.problems.end(), reading.problems.begin(), reading.problems.end());
    return list;
}

Result<SyncJob> withProperties(const Arguments &arguments, SyncJob job, std::span<const std::string_view> keys)
{
    ConfigSection section = job.toSection();
    for (const std::string_view key : keys) {
        const auto value = arguments.value("--" + std::string(key));
        if (!value)
            continue;
        std::erase_if(section.properties, [key](const auto &property) { return property.first == key; });
        ConfigSection one{section.type, job.id, {{"store", "store"}, {"remote-store", "store"}}};
        std::erase_if(one.properties, [key](const auto &property) { return property.first == key; });
        one.properties.emplace_back(key, *value);
        if (const auto read = SyncJob::fromSection(one, "sync.cfg"); !read)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--" + std::string(key), *value, read.error().args.back());
        section.properties.emplace_back(key, *value);
    }
    return SyncJob::fromSection(section, "sync.cfg");
}

Result<SyncJob> withSyncOptions(const Arguments &arguments, SyncJob job)
{
    return SyncOptionReader(arguments, std::move(job)).read();
}

OwnSyncJob placedJob(const SyncJobList &list, const NamedSyncJob &named)
{
    OwnSyncJob placed{.job = named.job, .notes = named.notes};
    if (named.isOwn)
        return placed;
    const auto fileSystem = fs::nativeFileSystem();
    placed.notes.place = placeOfStore(*fileSystem, list.host, named.job.store).value_or(std::string());
    if (!named.job.remote)
        placed.notes.remotePlace = placeOfStore(*fileSystem, list.host, named.job.remoteStore).value_or(std::string());
    return placed;
}

} // namespace espalier::cli
