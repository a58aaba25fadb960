// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupid.h"

#include "core/pbs/safeid.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace espalier {

namespace {

constexpr std::size_t maxIdLength = 255; // NAME_MAX: an id is a directory's name

/// The id as the number PBS sorts it by; nothing where it is text or beyond 64 bits.
std::optional<std::uint64_t> number(std::string_view id)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), value);
    if (error != std::errc() || end != id.data() + id.size())
        return std::nullopt;
    return value;
}

} // namespace

Result<BackupType> backupTypeFromString(std::string_view text)
{
    for (const BackupType type : allBackupTypes) {
        if (text == toString(type))
            return type;
    }
    return fail(Error::Kind::InvalidInput, MessageId::BackupTypeUnknown, text);
}

std::string_view toString(BackupType type)
{
    switch (type) {
    case BackupType::Ct: return "ct";
    case BackupType::Host: return "host";
    case BackupType::Vm: break;
    }
    return "vm";
}

GroupId::GroupId(BackupType type, std::string id) : m_type(type), m_id(std::move(id)) {}

Result<GroupId> GroupId::make(BackupType type, std::string_view id)
{
    if (id.empty())
        return fail(Error::Kind::InvalidInput, MessageId::NameEmpty, "backup");
    if (!isSafeId(id))
        return fail(Error::Kind::InvalidInput, MessageId::NameHasForbiddenCharacter, id);
    if (id.size() > maxIdLength)
        return fail(Error::Kind::InvalidInput, MessageId::NameTooLong, id, std::to_string(id.size()), std::to_string(maxIdLength));
    return GroupId(type, std::string(id));
}

Result<GroupId> GroupId::fromString(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return fail(Error::Kind::InvalidInput, MessageId::GroupMalformed, text);
    const auto type = backupTypeFromString(text.substr(0, slash));
    if (!type)
        return failWith(type);
    const std::string_view id = text.substr(slash + 1);
    if (id.empty() || id.contains('/'))
        return fail(Error::Kind::InvalidInput, MessageId::GroupMalformed, text);
    return make(*type, id);
}

std::string GroupId::toString() const
{
    return std::string(espalier::toString(m_type)) + "/" + m_id;
}

std::strong_ordering operator<=>(const GroupId &left, const GroupId &right)
{
    if (left.m_type != right.m_type)
        return left.m_type <=> right.m_type;
    const auto leftNumber = number(left.m_id);
    const auto rightNumber = number(right.m_id);
    if (leftNumber.has_value() != rightNumber.has_value())
        return leftNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    if (leftNumber && *leftNumber != *rightNumber)
        return *leftNumber <=> *rightNumber;
    return left.m_id <=> right.m_id; // "7" and "007" are one number and two groups
}

} // namespace espalier
