// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/digest.h"
#include "core/plan/consequences.h"

#include <map>
#include <span>
#include <string>
#include <vector>

/// How jobs and access rules of this host go along with what moves: edits of single entries of PBS's files.
namespace espalier {

/// An entry of a file as it is and as it shall be.
struct ConfigEdit
{
    ConfigEntry before;
    ConfigEntry after;

    friend bool operator==(const ConfigEdit &, const ConfigEdit &) = default;
};

/// What is done to one file in all.
struct ConfigFileEdits
{
    ConfigFile file = ConfigFile::SyncJobs;
    Digest before;
    std::string formerText;
    std::string text; ///< As it will be.

    std::vector<std::string> diff() const; ///< unifiedDiff()
};

struct ConfigPlan
{
    /// Before anything moves: sync jobs of which a run between the moves and their adaptation would delete copies of what moves are told
    /// not to remove what vanished. If the run is interrupted they stay so.
    std::vector<ConfigEdit> pauses;
    std::vector<ConfigEdit> edits;      ///< When all has moved; ends the pauses.
    std::vector<ConfigFileEdits> files; ///< Pauses and edits together, one for each file that changes.
    std::vector<Error> problems;        ///< Entries that cannot be adapted; their commands remain to be run.

    bool isEmpty() const { return edits.empty(); }
};

/// The texts of a PBS's files; a missing one is empty.
using ConfigTexts = std::map<ConfigFile, std::string>;

/// What has to be written so that the entries of @p consequences name the new places: the same that their commands would do
/// (Consequence::entries). Those of other hosts are left out. Pure.
ConfigPlan planConfig(std::span<const Consequence> consequences, const ConfigTexts &texts);

/// Fails with PlanConfigDiffers where @p plan would not do just these edits.
Done checkSameEdits(const ConfigPlan &plan, std::span<const ConfigEdit> pauses, std::span<const ConfigEdit> edits);

/// @p plan without what @p texts show to be done already.
ConfigPlan withoutDone(ConfigPlan plan, const ConfigTexts &texts);

/// The texts of all files in @p configDirectory. Fails where one that is there cannot be read.
Result<ConfigTexts> readConfigTexts(fs::FileSystem &fileSystem, const std::string &configDirectory);

/// The commands of @p consequence that @p plan does not make superfluous.
std::vector<CommandLine> commandsLeft(const Consequence &consequence, const ConfigPlan &plan);

} // namespace espalier
