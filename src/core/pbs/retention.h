// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/snapshottime.h"
#include "core/pbs/timezone.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// The rules of a retention, in the order in which they are applied.
enum class KeepRule : unsigned char { Last, Hourly, Daily, Weekly, Monthly, Yearly };

inline constexpr KeepRule allKeepRules[]
    = {KeepRule::Last, KeepRule::Hourly, KeepRule::Daily, KeepRule::Weekly, KeepRule::Monthly, KeepRule::Yearly};

std::string_view toString(KeepRule rule); ///< "last", "hourly", …: PBS's options have "keep-" before it.

/// How many snapshots each rule keeps; never 0, nothing where the rule is off (prune-semantics §1).
struct KeepOptions
{
    std::optional<std::uint64_t> last{};
    std::optional<std::uint64_t> hourly{};
    std::optional<std::uint64_t> daily{};
    std::optional<std::uint64_t> weekly{};
    std::optional<std::uint64_t> monthly{};
    std::optional<std::uint64_t> yearly{};

    std::optional<std::uint64_t> &operator[](KeepRule rule);
    const std::optional<std::uint64_t> &operator[](KeepRule rule) const;
    bool keepsAll() const; ///< No rule is on: PBS then deletes nothing, unfinished snapshots neither.

    friend bool operator==(const KeepOptions &, const KeepOptions &) = default;
};

/// What a prune needs to know of a snapshot.
struct PruneCandidate
{
    SnapshotTime time;
    bool finished = true; ///< Its manifest exists.
    bool isProtected = false;
};

/// What a prune does with a snapshot. PBS says keep, keep-partial, protected, remove.
enum class PruneVerdict : unsigned char {
    Keep,
    KeepPartial, ///< Unfinished, but the newest of its group: it may be a backup that runs.
    Protected,
    Remove,
};

/// What a prune would do with one snapshot, and why.
struct PruneMark
{
    PruneVerdict verdict = PruneVerdict::Remove;
    std::optional<KeepRule> rule{}; ///< Which rule keeps it; nothing where the verdict is not Keep.
    std::uint64_t position = 0;     ///< "3 of 7": the third snapshot that this rule keeps; 0 without a rule.

    /// Which rule removes it, as it keeps a newer one of the same period; nothing where no rule reached it.
    std::optional<KeepRule> surplusOf{};

    friend bool operator==(const PruneMark &, const PruneMark &) = default;
};

/// The marks that PBS gives the snapshots of one group (prune-semantics §2), parallel to @p snapshots, which may have any
/// order. Hours, days, weeks, months and years are those of @p zone, which for a server is its own.
/// Without any rule PBS still marks snapshots for removal and then deletes nothing: see KeepOptions::keepsAll().
/// Pure. O(n log n), O(n) where they are sorted either way; a million snapshots in 10 000 groups take a tenth of a second.
std::vector<PruneMark> markForPrune(std::span<const PruneCandidate> snapshots, const KeepOptions &options, const TimeZone &zone);

/// The period in which @p rule counts @p time, as people write it: "2026-03-06 22:00", "2026-03-06", "2026-W10", "2026-03",
/// "2026"; empty for the last ones.
std::string periodName(KeepRule rule, SnapshotTime time, const TimeZone &zone);

/// The same as it happens: without any rule each snapshot is kept, by no rule, and protected ones stay marked as such.
std::vector<PruneMark> planPrune(std::span<const PruneCandidate> snapshots, const KeepOptions &options, const TimeZone &zone);

} // namespace espalier
