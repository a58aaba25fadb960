// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupid.h"
#include "core/pbs/rustpattern.h"

#include <memory>
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

    /// The pattern of a Regex, ready for use; null where this program cannot judge it, see whyNotJudged().
    std::shared_ptr<const RustPattern> pattern{};

    /// Fails with InvalidInput (UsageBadValue, PatternMalformed) where PBS would refuse the text.
    static Result<GroupFilter> fromString(std::string_view text);

    /// As PBS writes it back: "exclude:type:vm", "group:vm/100".
    std::string toString() const;

    /// Why a pattern is not judged; nothing where it is. A job with such a filter can be kept and shown, but not run here.
    Done whyNotJudged() const;

    friend bool operator==(const GroupFilter &one, const GroupFilter &other)
    {
        return one.kind == other.kind && one.isExclude == other.isExclude && one.value == other.value;
    }
};

/// Whether a job takes a group.
enum class FilterAnswer : unsigned char {
    No,
    Maybe, ///< It depends on a pattern of Rust's regex that is not judged here.
    Yes,
};

/// What a list of filters says of @p group: where there are filters that include, one of them has to match, and none that
/// excludes may.
FilterAnswer applyFilters(std::span<const GroupFilter> filters, const GroupId &group);

} // namespace espalier
