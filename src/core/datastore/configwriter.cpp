// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configwriter.h"

#include "core/errorjson.h"
#include "core/fs/actingas.h"
#include "core/pbs/configjson.h"
#include "core/pbs/utf8.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr int protocol = 1;
constexpr std::string_view requestKey = "espalier-config-request";
constexpr std::string_view answerKey = "espalier-config-answer";

/// Where PBS's packages have their programs.
std::string_view directoryOf(std::string_view program)
{
    return program == "proxmox-tape" ? "/usr/bin" : "/usr/sbin";
}

std::string_view managerOf(ConfigFile file)
{
    return file == ConfigFile::TapeJobs ? "proxmox-tape" : "proxmox-backup-manager";
}

/// @p command with words between, for people.
std::string shown(const CommandLine &command)
{
    std::string line;
    for (const std::string &word : command)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

std::string requestText(const ConfigRequest &request)
{
    Json json{{requestKey, protocol}, {"entry", configEntryToJson(request.wanted)}, {"before", request.before.toHex()}};
    if (request.exact)
        json["exact"] = *request.exact;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ConfigRequest> requestFrom(std::string_view text)
try {
    const auto bad = [] { return fail(Error::Kind::InvalidInput, MessageId::ConfigRequestBad, "a request of this version"); };
    const Json json = Json::parse(text, nullptr, false);
    if (text.size() > maxConfigRequest || !json.is_object() || json.value(requestKey, 0) != protocol)
        return bad();
    auto entry = configEntryFromJson(json.at("entry"));
    const auto before = Digest::fromHex(json.at("before").get<std::string>());
    if (!entry || !before)
        return entry ? failWith(before) : std::unexpected(entry.error());
    ConfigRequest request{*std::move(entry), *before};
    if (json.contains("exact"))
        request.exact = json.at("exact").get<std::string>();
    return request;
} catch (const Json::exception &) {
    return fail(Error::Kind::InvalidInput, MessageId::ConfigRequestBad, "a request of this version");
}

/// What the helper said; nothing where it was not started.
std::optional<Done> answerFrom(const std::string &text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value(answerKey, 0) != protocol || !json.contains("error"))
        return std::nullopt;
    if (json["error"].is_null())
        return Done();
    const auto error = errorFromJson(json["error"]);
    return error ? std::optional<Done>(std::unexpected(*error)) : std::nullopt;
}

} // namespace

ConfigWriter::ConfigWriter(std::shared_ptr<fs::FileSystem> fileSystem, std::string prefix, fs::ProgramRunner run)
    : m_fileSystem(std::move(fileSystem))
    , m_prefix(std::move(prefix))
    , m_run(std::move(run))
{
}

std::string ConfigWriter::directory() const
{
    return (m_prefix == "/" ? "" : m_prefix) + "/etc/proxmox-backup";
}

bool ConfigWriter::exists(std::string_view directory, std::string_view program) const
{
    const auto opened = m_fileSystem->open(directory);
    const auto found = opened ? (*opened)->find(program) : Result<std::optional<fs::Status>>();
    return found && *found;
}

bool ConfigWriter::ownsFile(ConfigFile file) const
{
    const auto opened = m_fileSystem->open(directory());
    const auto status = opened ? (*opened)->status() : Result<fs::Status>(failWith(opened));
    const auto present = opened ? (*opened)->find(fileName(file)) : Result<std::optional<fs::Status>>(failWith(opened));
    return status && present && status->user == fs::processUser() && (!*present || (*present)->user == fs::processUser());
}

ConfigWriter::Way ConfigWriter::way(ConfigFile file) const
{
    const bool isRealRoot = m_prefix == "/";
    if (fs::processUser() == 0)
        return isRealRoot && exists(directoryOf(managerOf(file)), managerOf(file)) ? Way::Manager : Way::File;
    if (ownsFile(file))
        return Way::File;
    return isRealRoot && exists(ESPALIER_HELPER_DIRECTORY, ESPALIER_HELPER_NAME) ? Way::Helper : Way::None;
}

Done ConfigWriter::write(const ConfigRequest &request) const
{
    const ConfigFile file = fileOf(request.wanted);
    switch (way(file)) {
    case Way::Manager: return writeByManager(request);
    case Way::File: return writeFile(request);
    case Way::Helper: return askHelper(request);
    case Way::None: break;
    }
    return fail(Error::Kind::Denied, MessageId::ConfigNeedsRoot, fileName(file), shown(commandFor(request.wanted)));
}

Done ConfigWriter::writeByManager(const ConfigRequest &request) const
{
    const ConfigFile file = fileOf(request.wanted);
    const auto present = readConfigFile(*m_fileSystem, directory(), file);
    if (!present)
        return failWith(present);
    if (present->digest != request.before)
        return fail(Error::Kind::Conflict, MessageId::ConfigChanged, fileName(file));
    CommandLine command = commandFor(request.wanted);
    const std::string program = command.front();
    command.front() = std::string(directoryOf(program)) + "/" + program;
    command.insert(command.end(), {"--digest", request.before.toHex()});
    const auto outcome = m_run(command, {});
    if (!outcome)
        return failWith(outcome);
    if (outcome->exitCode != 0)
        return fail(Error::Kind::Failed, MessageId::ConfigProgramFailed, program, fileName(file), trimmed(outcome->errors));
    return {};
}

Done ConfigWriter::writeFile(const ConfigRequest &request) const
{
    const ConfigFile file = fileOf(request.wanted);
    const auto present = readConfigFile(*m_fileSystem, directory(), file);
    if (!present)
        return failWith(present);
    auto text = edited(present->text, request.wanted);
    if (!text)
        return failWith(text);
    if (request.exact && saysTheSame(file, *text, *request.exact))
        text = *request.exact;
    return writeConfigFile(*m_fileSystem, directory(), file, request.before, *text);
}

Done ConfigWriter::askHelper(const ConfigRequest &request) const
{
    const std::string helper = std::string(ESPALIER_HELPER_DIRECTORY) + "/" + ESPALIER_HELPER_NAME;
    for (const CommandLine &command : {CommandLine{"/usr/bin/sudo", "-n", helper}, CommandLine{"/usr/bin/pkexec", helper}}) {
        const auto outcome = m_run(command, requestText(request));
        if (const auto answer = outcome ? answerFrom(outcome->output) : std::nullopt)
            return *answer;
    }
    return fail(Error::Kind::Denied, MessageId::ConfigNeedsRoot, fileName(fileOf(request.wanted)), shown(commandFor(request.wanted)));
}

std::string answerConfigRequest(std::string_view text, const ConfigWriter &writer)
{
    const auto request = requestFrom(text);
    const Done done = request ? writer.write(*request) : Done(failWith(request));
    return Json{{answerKey, protocol}, {"error", done ? Json() : errorToJson(done.error())}}.dump(-1, ' ', false,
                                                                                                  Json::error_handler_t::replace);
}

} // namespace espalier
