// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/calendarevent.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/retention.h"
#include "core/pbs/sectionconfig.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

/// Readers of the values that sections of PBS's configuration share (config-formats §1, §2).
namespace espalier::config {

/// What should have stood where a value cannot be read.
template<typename T>
using Value = std::expected<T, std::string_view>;

using Text = std::optional<std::string_view>; ///< Nothing where a key is missing.

Text find(const ConfigSection &section, std::string_view key);

/// Whole numbers as PBS reads them: a plus sign and leading zeros are fine.
std::optional<std::uint64_t> wholeNumber(std::string_view text, std::uint64_t least, std::uint64_t most);

Value<bool> truth(Text text); ///< No where it is missing.
Value<std::string> storeName(Text text);
Value<NamespacePath> namespacePath(Text text); ///< The root where it is missing.
Value<std::optional<int>> depth(Text text);
Value<std::optional<std::uint64_t>> keepCount(Text text);

/// One line of at most 128 characters, without control characters of ASCII (config-formats §1, on what is read).
Value<std::string> comment(Text text);

/// A calendar event; a missing one is read as an empty text, which is none.
Value<CalendarEvent> schedule(Text text);

/// "keep-last", …
std::string keepKey(KeepRule rule);

} // namespace espalier::config
