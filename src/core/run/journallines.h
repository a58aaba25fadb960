// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/journal.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace espalier {

/// @name The lines of a journal, each one JSON object without its line end
/// @{
inline constexpr int journalVersion = 2; ///< 1 where nothing is removed for good, so that older programs read it.

std::string headLine(const JournalRun &run);
std::string intentLine(std::size_t index, const JournalStep &step);
/// Snapshots that moved as intended are not repeated.
std::string doneLine(std::size_t index, const StepFacts &facts, const StepEffects &effects);
std::string failedLine(std::size_t index, const StepEffects &effects, const Error &error);
std::string mergingLine(std::size_t index, const MergeFacts &facts);
std::string removingLine(std::size_t index, const RemovedSnapshot &snapshot);
std::string resumedLine(std::int64_t at, const std::string &by);
std::string endLine(std::int64_t at);
/// @}

/// Reads lines back into a run, one after the other.
class JournalParser
{
public:
    explicit JournalParser(std::string path);

    /// Fails with JournalDamaged (path, line) or JournalVersion (path, version).
    Done addLine(std::string_view line);
    Result<JournalRun> takeRun(); ///< Fails where not even the head was there.

private:
    bool addJson(const nlohmann::json &json);
    void addOutcome(const nlohmann::json &json);

    std::string m_path;
    JournalRun m_run;
    std::size_t m_line = 0;
    bool m_isTorn = false; ///< The last line could not be read: only a run that was resumed goes on behind it.
};

} // namespace espalier
