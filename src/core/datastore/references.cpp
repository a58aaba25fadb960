// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/references.h"

#include "core/datastore/datastoreconfig.h"
#include "core/pbs/configedit.h"
#include "core/pbs/sectionconfig.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace espalier {

namespace {

constexpr std::array jobKinds{JobKind::Sync, JobKind::Prune, JobKind::Verify, JobKind::Tape};

bool isAbout(const JobReference &job, std::string_view store)
{
    return job.store == store || (job.sync && job.sync->remoteStore == store);
}

/// Whether a rule on @p path says something about @p top or what lies below it.
bool isOnTheWay(std::string_view path, std::string_view top)
{
    const auto isBelow = [](std::string_view lower, std::string_view upper) {
        return upper == "/" || (lower.starts_with(upper) && (lower.size() == upper.size() || lower[upper.size()] == '/'));
    };
    return isBelow(path, top) || isBelow(top, path);
}

bool isEnabled(const ConfigSection &section)
{
    return readTruth(section.value("enable")).value_or(true);
}

/// The enabled users and the enabled tokens of enabled users. root@pam is always one of them.
std::vector<AuthId> enabledAccounts(const std::vector<ConfigSection> &sections)
{
    std::map<std::string, bool> users{{"root@pam", true}};
    for (const ConfigSection &section : sections) {
        if (section.type == "user")
            users[section.id] = isEnabled(section);
    }
    std::vector<AuthId> accounts;
    const auto add = [&accounts](const std::string &name) {
        if (const auto id = AuthId::fromString(name))
            accounts.push_back(*id);
    };
    for (const auto &[user, enabled] : users) {
        if (enabled)
            add(user);
    }
    for (const ConfigSection &section : sections) {
        const auto user = users.find(section.id.substr(0, section.id.rfind('!')));
        if (section.type == "token" && isEnabled(section) && user != users.end() && user->second)
            add(section.id);
    }
    return accounts;
}

/// Reads one file after the other from the directory of a host's configuration.
class ReferenceReader
{
public:
    ReferenceReader(std::shared_ptr<fs::Directory> directory, const PbsHost &host, std::string_view store)
        : m_directory(std::move(directory))
        , m_host(host)
        , m_store(store)
    {
    }

    HostReferences read()
    {
        const auto remotes = readRemotes();
        for (const JobKind kind : jobKinds)
            readJobFile(kind, fileName(fileOf(kind)), remotes);
        const std::string_view accessRules = fileName(ConfigFile::AccessRules);
        if (const auto text = content(accessRules)) {
            AclReading reading = readAcl(*text, path(accessRules));
            std::ranges::move(reading.problems, std::back_inserter(m_references.problems));
            std::erase_if(reading.entries, [top = aclPath(m_store, {})](const AclEntry &entry) { return !isOnTheWay(entry.path, top); });
            m_references.accessRules = std::move(reading.entries);
        }
        if (const auto users = sections("user.cfg"))
            m_references.accounts = enabledAccounts(*users);
        return std::move(m_references);
    }

private:
    std::string path(std::string_view file) const { return m_host.path("/etc/proxmox-backup/") + std::string(file); }

    /// The text of a file; nothing where it is missing or cannot be read.
    std::optional<std::string> content(std::string_view file)
    {
        auto text = m_directory->readFile(file, maxConfigSize);
        if (text)
            return *std::move(text);
        if (text.error().kind != Error::Kind::NotFound)
            m_references.problems.push_back(text.error());
        return std::nullopt;
    }

    std::optional<std::vector<ConfigSection>> sections(std::string_view file)
    {
        const auto text = content(file);
        if (!text)
            return std::nullopt;
        auto sections = readSectionConfig(*text, path(file));
        if (sections)
            return *std::move(sections);
        m_references.problems.push_back(sections.error());
        return std::nullopt;
    }

    /// The host that each remote names.
    std::map<std::string, std::string> readRemotes()
    {
        std::map<std::string, std::string> hosts;
        const auto remotes = sections("remote.cfg");
        if (!remotes)
            return hosts;
        for (const ConfigSection &section : *remotes)
            hosts[section.id] = section.value("host");
        return hosts;
    }

    void readJobFile(JobKind kind, std::string_view file, const std::map<std::string, std::string> &remotes)
    {
        const auto text = content(file);
        if (!text)
            return;
        JobReading reading = readJobs(kind, *text, path(file));
        std::ranges::move(reading.problems, std::back_inserter(m_references.problems));
        for (JobReference &job : reading.jobs) {
            if (!isAbout(job, m_store))
                continue;
            if (const auto remote = job.sync ? remotes.find(job.sync->remote) : remotes.end(); remote != remotes.end())
                job.sync->remoteHost = remote->second;
            m_references.jobs.push_back(std::move(job));
        }
    }

    std::shared_ptr<fs::Directory> m_directory;
    const PbsHost &m_host;
    std::string m_store;
    HostReferences m_references;
};

} // namespace

Result<TimeZone> HostReferences::zone() const
{
    if (!hostZone)
        return failWith(hostZone);
    return *hostZone ? (*hostZone)->zone : TimeZone::local();
}

HostReferences readHostReferences(fs::FileSystem &fileSystem, const PbsHost &host, std::string_view store)
{
    HostReferences references;
    const auto directory = fileSystem.open(host.path("/etc/proxmox-backup"));
    if (directory)
        references = ReferenceReader(*directory, host, store).read();
    else if (directory.error().kind != Error::Kind::NotFound)
        references.problems.push_back(directory.error());
    references.hostZone = readHostZone(fileSystem, host);
    return references;
}

} // namespace espalier
