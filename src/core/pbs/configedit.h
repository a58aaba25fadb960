// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/acltext.h"
#include "core/pbs/jobreference.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace espalier {

/// The files of a PBS's configuration that are changed.
enum class ConfigFile : unsigned char {
    SyncJobs,
    PruneJobs,
    VerifyJobs,
    TapeJobs,
    AccessRules,
    Datastores, ///< Only for a while, by MaintenanceKeeper.
};

/// Those that are adapted to what moves.
inline constexpr std::array allConfigFiles{ConfigFile::SyncJobs, ConfigFile::PruneJobs, ConfigFile::VerifyJobs, ConfigFile::TapeJobs,
                                           ConfigFile::AccessRules};

std::string_view fileName(ConfigFile file);     ///< "sync.cfg"
std::string_view lockFileName(ConfigFile file); ///< ".sync.lck" (config-formats §3)
std::optional<ConfigFile> configFile(std::string_view fileName);
ConfigFile fileOf(JobKind kind);

/// A property of a job; nothing: it is not there.
struct JobValue
{
    std::string key;
    std::optional<std::string> value;

    friend bool operator==(const JobValue &, const JobValue &) = default;
};

/// Properties of one job as they are or shall be.
struct JobState
{
    JobKind kind = JobKind::Sync;
    std::string id;
    std::vector<JobValue> values;

    friend bool operator==(const JobState &, const JobState &) = default;
};

/// One entry of a file as it shall be. With present values in place of the wanted ones it is its own undoing.
using ConfigEntry = std::variant<JobState, AclState>;

/// A program and its arguments, not quoted.
using CommandLine = std::vector<std::string>;

ConfigFile fileOf(const ConfigEntry &entry);
std::string nameOf(const ConfigEntry &entry); ///< For people: "sync: nightly", "/datastore/tank/a:user@pbs:DatastoreReader".

/// PBS's own command that does the same.
CommandLine commandFor(const ConfigEntry &wanted);

/// What @p text says of the entry that @p wanted names. Fails with ConfigEntryMissing where there is no such job, with ConfigDamaged
/// where PBS could not read the file.
Result<ConfigEntry> presentEntry(std::string_view text, const ConfigEntry &wanted);

/// @p text with the entry as wanted, and nothing else changed. Fails as presentEntry() does, and with ConfigEditRefused where PBS
/// could not read or write it then.
Result<std::string> edited(std::string_view text, const ConfigEntry &wanted);

/// Whether two texts of a file mean the same to PBS: the order of properties and of access rules, blanks and empty lines aside.
bool saysTheSame(ConfigFile file, std::string_view text, std::string_view other);

/// Fails with ConfigDamaged where PBS could not read @p text.
Done checkConfig(ConfigFile file, std::string_view text);

} // namespace espalier
