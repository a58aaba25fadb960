// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace espalier {

/// The kind of guest a backup group belongs to, in PBS's sort order.
enum class BackupType : unsigned char { Ct, Host, Vm };

inline constexpr BackupType allBackupTypes[] = {BackupType::Ct, BackupType::Host, BackupType::Vm};

Result<BackupType> backupTypeFromString(std::string_view text);
std::string_view toString(BackupType type); ///< "ct", "host", "vm": also the directory's name.

/// Type and id of a backup group, such as vm/100. Always valid. Ids are SAFE_ID up to a file name's 255 bytes.
class GroupId
{
public:
    /// Fails with InvalidInput where @p id is no SAFE_ID or too long for a directory name.
    static Result<GroupId> make(BackupType type, std::string_view id);

    /// Parses "vm/100".
    static Result<GroupId> fromString(std::string_view text);

    BackupType type() const { return m_type; }
    const std::string &id() const { return m_id; }
    std::string toString() const; ///< "vm/100", also the directory below the namespace's.

    friend bool operator==(const GroupId &, const GroupId &) = default;
    /// PBS's order (pbs-api-types BackupGroup::cmp): ct, host, vm; numeric ids as u64 before text ids.
    friend std::strong_ordering operator<=>(const GroupId &left, const GroupId &right);

private:
    GroupId(BackupType type, std::string id);

    BackupType m_type = BackupType::Vm;
    std::string m_id;
};

} // namespace espalier

template<>
struct std::hash<espalier::GroupId>
{
    std::size_t operator()(const espalier::GroupId &group) const noexcept
    {
        return std::hash<std::string>{}(group.id()) * 3 + static_cast<std::size_t>(group.type());
    }
};
