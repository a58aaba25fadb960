// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace espalier {

/// The time of a snapshot, which is also the name of its directory: "2026-03-01T22:30:00Z", always UTC.
/// Eight bytes. Keeps the name exactly: PBS reads names of impossible days ("2024-02-31…", second 60) and lets
/// them roll over, so two names can stand for one second (datastore-format, "Date names are checked loosely").
class SnapshotTime
{
public:
    /// Reads a directory name as PBS does. Fails with InvalidInput: SnapshotTimeMalformed where the text has not the
    /// form (PBS ignores such a directory), SnapshotTimeImpossible where it has (PBS then fails to list the group).
    static Result<SnapshotTime> fromString(std::string_view text);

    /// The canonical time of @p epoch seconds since 1970, UTC. Fails outside the years 0..9999.
    static Result<SnapshotTime> fromEpoch(std::int64_t epoch);

    /// True where @p text has the form `dddd-dd-ddTdd:dd:ddZ`, whatever the numbers.
    static bool hasForm(std::string_view text);

    std::string toString() const; ///< The name, exactly as read: 20 bytes.
    std::int64_t epoch() const;   ///< Seconds since 1970, UTC.
    bool isCanonical() const;     ///< False for names that roll over.
    /// True where both names stand for the same second.
    bool isSameMoment(const SnapshotTime &other) const;

    friend bool operator==(const SnapshotTime &, const SnapshotTime &) = default;
    /// By epoch, then by name.
    friend std::strong_ordering operator<=>(const SnapshotTime &left, const SnapshotTime &right);

private:
    explicit SnapshotTime(std::uint64_t packed) : m_packed(packed) {}

    std::uint64_t m_packed = 0; ///< year, month, day, hour, minute, second in 14+4+5+5+6+6 bits
};

} // namespace espalier
