// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace espalier::test {

/// The word for QSKIP where fixturesFolder() is empty.
inline constexpr const char *skipReason
    = "The fixtures are absent: set ESPALIER_FIXTURES to their folder, or put it beside the project as ../shared/fixtures.";

/// The folder with data from a real PBS: ESPALIER_FIXTURES, else ../shared/fixtures beside the project. Empty where there is none.
std::optional<std::string> fixturesFolder();

/// The whole path of @p relative in that folder, where it exists.
std::optional<std::string> fixturePath(const std::string &relative);

/// The content of NAME, or of NAME.zst unpacked. Empty where neither exists.
std::optional<std::string> fixtureContent(const std::string &relative);

/// The lines of "names/schema.jsonl" (tries NAME and NAME.zst), split at LF only, empty ones left out.
/// No lines where the file is absent.
std::vector<std::string> fixtureLines(const std::string &relative);

/// The same lines as JSON values. Throws what the JSON library throws where a line is none.
std::vector<nlohmann::json> fixtureValues(const std::string &relative);

/// A file that comes with the project: tests/data/NAME.
std::string dataPath(const std::string &name);

/// The lines of @p text as JSON values; empty lines and lines that begin with '#' are left out.
std::vector<nlohmann::json> jsonLines(const std::string &text);

/// The whole content of a file. Throws std::runtime_error where it cannot be read.
std::string readWholeFile(const std::string &path);

/// Unpacks zstd frames of any size. Throws std::runtime_error where @p packed is damaged.
std::string unpackZstd(const std::string &packed);

} // namespace espalier::test
