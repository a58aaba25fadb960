// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// One section of a PBS configuration file, its values as raw text (config-formats §1).
struct ConfigSection
{
    std::string type;
    std::string id;
    std::vector<std::pair<std::string, std::string>> properties; ///< In the file's order; lists repeat their key.

    std::string value(std::string_view key) const; ///< The first with that key; empty where there is none.

    friend bool operator==(const ConfigSection &, const ConfigSection &) = default;
};

/// Reads PBS's section-config grammar without judging keys. A syntax error makes the whole file unreadable, as in PBS
/// (ConfigDamaged with file, line, expectation). @p file names the file in errors.
Result<std::vector<ConfigSection>> readSectionConfig(std::string_view text, std::string_view file);

/// Reads a property string such as `offline,message="disk swap, bay 3"`; the value without key gets @p defaultKey.
Result<std::map<std::string, std::string>> readPropertyString(std::string_view text, std::string_view defaultKey);

/// Whether PBS would write @p text as a key, a value or a name: UTF-8 without control characters, Unicode's from 80 to 9F included
/// (config-formats §1). Its reader lets some of them through.
bool isWritableConfigText(std::string_view text);

/// A truth value: 1, on, yes, true, or 0, off, no, false, in any case of letters. Nothing for anything else.
std::optional<bool> readTruth(std::string_view text);

} // namespace espalier
