// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/configedit.h"

#include "core/pbs/sectiontext.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace espalier {

namespace {

constexpr std::array<std::string_view, 6> fileNames{"sync.cfg",     "prune.cfg", "verification.cfg",
                                                    "tape-job.cfg", "acl.cfg",   "datastore.cfg"};
constexpr std::array<std::string_view, 6> lockNames{".sync.lck",     ".prune.lck", ".verification.lck",
                                                    ".tape-job.lck", ".acl.lck",   ".datastore.lck"};

CommandLine updateCommand(const JobState &job)
{
    switch (job.kind) {
    case JobKind::Sync: return {"proxmox-backup-manager", "sync-job", "update", job.id};
    case JobKind::Prune: return {"proxmox-backup-manager", "prune-job", "update", job.id};
    case JobKind::Verify: return {"proxmox-backup-manager", "verify-job", "update", job.id};
    case JobKind::Tape: break;
    }
    return {"proxmox-tape", "backup-job", "update", job.id};
}

CommandLine commandOf(const JobState &wanted)
{
    CommandLine command = updateCommand(wanted);
    for (const auto &[key, value] : wanted.values) {
        if (value)
            command.insert(command.end(), {"--" + key, *value});
        else
            command.insert(command.end(), {"--delete", key});
    }
    return command;
}

CommandLine commandOf(const AclState &wanted)
{
    CommandLine command = {"proxmox-backup-manager", "acl", "update", wanted.path, wanted.role, "--auth-id", wanted.subject.toString()};
    if (!wanted.propagates)
        command.insert(command.end(), {"--delete", "true"});
    else if (!*wanted.propagates)
        command.insert(command.end(), {"--propagate", "false"});
    return command;
}

Result<ConfigEntry> presentOf(std::string_view text, const JobState &wanted)
{
    const auto sections = SectionText::read(std::string(text), fileName(fileOf(wanted.kind)));
    if (!sections)
        return failWith(sections);
    const ConfigSection *job = sections->find(sectionType(wanted.kind), wanted.id);
    if (!job)
        return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, fileName(fileOf(wanted.kind)), nameOf(wanted));
    JobState present = wanted;
    for (JobValue &each : present.values) {
        const auto found = std::ranges::find(job->properties, each.key, &std::pair<std::string, std::string>::first);
        each.value = found == job->properties.end() ? std::nullopt : std::optional(found->second);
    }
    return present;
}

Result<std::string> editedJob(std::string_view text, const JobState &wanted)
{
    auto sections = SectionText::read(std::string(text), fileName(fileOf(wanted.kind)));
    if (!sections)
        return failWith(sections);
    for (const auto &[key, value] : wanted.values) {
        if (const Done set = sections->set(sectionType(wanted.kind), wanted.id, key, value); !set)
            return failWith(set);
    }
    return sections->text();
}

/// The sections with their properties in one order.
Result<std::vector<ConfigSection>> sortedSections(std::string_view text, std::string_view file)
{
    auto sections = readSectionConfig(text, file);
    if (!sections)
        return sections;
    for (ConfigSection &section : *sections)
        std::ranges::stable_sort(section.properties, {}, &std::pair<std::string, std::string>::first);
    return sections;
}

Result<std::vector<std::string>> sortedRules(std::string_view text, std::string_view file)
{
    return readWholeAcl(text, file).transform([](const std::vector<AclEntry> &entries) {
        std::vector<std::string> rules;
        for (const AclEntry &entry : entries)
            rules.push_back(std::format("{}:{}:{}:{}", entry.propagates, entry.path, entry.subject.toString(), entry.role));
        std::ranges::sort(rules);
        return rules;
    });
}

} // namespace

bool saysTheSame(ConfigFile file, std::string_view text, std::string_view other)
{
    const auto same = [&](auto read) {
        const auto one = read(text, fileName(file));
        return one && one == read(other, fileName(file));
    };
    return file == ConfigFile::AccessRules ? same(sortedRules) : same(sortedSections);
}

std::string_view fileName(ConfigFile file)
{
    return fileNames.at(std::to_underlying(file));
}

std::string_view lockFileName(ConfigFile file)
{
    return lockNames.at(std::to_underlying(file));
}

std::optional<ConfigFile> configFile(std::string_view name)
{
    const auto found = std::ranges::find(allConfigFiles, name, [](ConfigFile file) { return fileName(file); });
    return found == allConfigFiles.end() ? std::nullopt : std::optional(*found);
}

ConfigFile fileOf(JobKind kind)
{
    switch (kind) {
    case JobKind::Sync: return ConfigFile::SyncJobs;
    case JobKind::Prune: return ConfigFile::PruneJobs;
    case JobKind::Verify: return ConfigFile::VerifyJobs;
    case JobKind::Tape: break;
    }
    return ConfigFile::TapeJobs;
}

ConfigFile fileOf(const ConfigEntry &entry)
{
    const auto *job = std::get_if<JobState>(&entry);
    return job ? fileOf(job->kind) : ConfigFile::AccessRules;
}

std::string nameOf(const ConfigEntry &entry)
{
    if (const auto *job = std::get_if<JobState>(&entry))
        return std::format("{}: {}", sectionType(job->kind), job->id);
    const auto &rule = std::get<AclState>(entry);
    return std::format("{}:{}:{}", rule.path, rule.subject.toString(), rule.role);
}

CommandLine commandFor(const ConfigEntry &wanted)
{
    return std::visit([](const auto &state) { return commandOf(state); }, wanted);
}

Result<ConfigEntry> presentEntry(std::string_view text, const ConfigEntry &wanted)
{
    if (const auto *job = std::get_if<JobState>(&wanted))
        return presentOf(text, *job);
    return presentAcl(text, std::get<AclState>(wanted), fileName(ConfigFile::AccessRules));
}

Result<std::string> edited(std::string_view text, const ConfigEntry &wanted)
{
    if (const auto *job = std::get_if<JobState>(&wanted))
        return editedJob(text, *job);
    return editedAcl(text, std::get<AclState>(wanted), fileName(ConfigFile::AccessRules));
}

Done checkConfig(ConfigFile file, std::string_view text)
{
    if (file != ConfigFile::AccessRules)
        return readSectionConfig(text, fileName(file)).transform([](const auto &) {});
    return readWholeAcl(text, fileName(file)).transform([](const auto &) {});
}

} // namespace espalier
