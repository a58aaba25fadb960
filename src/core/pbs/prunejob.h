// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/calendarevent.h"
#include "core/pbs/jobreference.h"
#include "core/pbs/sectionconfig.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// A prune job with all that `prune.cfg` says of it (config-formats §4), every value as PBS would accept it.
struct PruneJob
{
    std::string id;
    std::string store;
    CalendarEvent schedule;
    std::optional<bool> disable{}; ///< Nothing where the key is missing, which means no; PBS then leaves it away.
    NamespaceRange range;
    KeepOptions keep{};
    std::string comment;

    /// Reads one section. Fails with ConfigLineIgnored, which names @p file, the section and its key; PBS then cannot read
    /// the whole file.
    static Result<PruneJob> fromSection(const ConfigSection &section, std::string_view file);

    bool isEnabled() const { return !disable.value_or(false); }
};

/// The jobs of a file, in its order, and why others could not be read.
struct PruneJobReading
{
    std::vector<PruneJob> jobs;
    std::vector<Error> problems;
};

/// Reads the text of a `prune.cfg`; @p file names it in problems.
PruneJobReading readPruneJobs(std::string_view text, std::string_view file);

} // namespace espalier
