// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupid.h"

#include <span>
#include <string>
#include <string_view>

namespace espalier {

/// One filter of a sync or tape job, such as "type:vm" or "exclude:group:vm/100" (group-filters).
struct GroupFilter
{
    enum class Kind : unsigned char { Type, Group, Regex };

    Kind kind = Kind::Type;
    bool isExclude = false;
    std::string value; ///< A backup type, a group, or a pattern as it was written.

    /// Fails with InvalidInput (UsageBadValue) where PBS would refuse the text; patterns are not judged.
    static Result<GroupFilter> fromString(std::string_view text);

    friend bool operator==(const GroupFilter &, const GroupFilter &) = default;
};

/// Whether a job takes a group.
enum class FilterAnswer : unsigned char {
    No,
    Maybe, ///< It depends on a pattern: those are written for Rust's regex, and not evaluated here.
    Yes,
};

/// What a list of filters says of @p group: where there are filters that include, one of them has to match, and none that
/// excludes may.
FilterAnswer applyFilters(std::span<const GroupFilter> filters, const GroupId &group);

} // namespace espalier
