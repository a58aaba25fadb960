// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/plan/change.h"
#include "core/plan/configplan.h"
#include "core/plan/verdict.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Pending changes as a file: what is wanted, and what the planner said of each step when it was written.
namespace espalier {

/// A step as the file keeps it: enough to see that the present plan is the same one.
struct PlanFileStep
{
    Change change;
    Verdict::Level level = Verdict::Level::WillDo;
    std::optional<MessageId> reason{};
    std::size_t snapshots = 0;            ///< That move.
    std::optional<SnapshotTime> newest{}; ///< The newest snapshot of the group that it is about.

    friend bool operator==(const PlanFileStep &, const PlanFileStep &) = default;
};

/// What of PBS's configuration goes along.
struct PlanFileConfig
{
    std::vector<ConfigEdit> pauses;
    std::vector<ConfigEdit> edits;

    friend bool operator==(const PlanFileConfig &, const PlanFileConfig &) = default;
};

/// Format version 1.
struct PlanFile
{
    static constexpr int version = 1;
    static constexpr std::size_t largest = std::size_t{64} * 1024 * 1024; ///< Bytes of a file that is read.

    std::string storePath;
    std::string storeName;
    std::optional<StoreIdentity> identity{}; ///< Nothing where it would not be the same seen from the store's own host.
    std::vector<Change> changes{};
    std::vector<PlanFileStep> steps{};      ///< Each change, followed by what it consists of.
    std::optional<PlanFileConfig> config{}; ///< Nothing: the configuration stays as it is.
};

/// JSON with the fields "espalier-plan" (the version), "store", "changes" (changejson.h), "steps" and "config" (configjson.h). The
/// fields are an interface: documented in espalierctl(1).
std::string planFileText(const PlanFile &file);

/// Reads what planFileText() writes. Fails with PlanFileDamaged for anything else, with PlanFileVersion for a newer format; both name
/// @p path.
Result<PlanFile> parsePlanFile(std::string_view text, const std::string &path);

} // namespace espalier
