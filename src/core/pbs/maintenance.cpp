// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/maintenance.h"

#include "core/pbs/sectionconfig.h"

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

constexpr std::array<std::string_view, 2> typeNames{"read-only", "offline"};
constexpr std::size_t longestMessage = 64; // characters (config-formats §4)

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

} // namespace

std::string_view maintenanceTypeName(MaintenanceMode::Type type)
{
    return typeNames.at(std::to_underlying(type));
}

std::optional<MaintenanceMode::Type> maintenanceType(std::string_view name)
{
    const auto at = std::ranges::find(typeNames, name);
    return at == typeNames.end() ? std::nullopt : std::optional(static_cast<MaintenanceMode::Type>(at - typeNames.begin()));
}

Result<std::string> maintenanceValue(const MaintenanceMode &mode)
{
    const std::string &message = mode.message;
    const bool isPlain = isWritableConfigText(message) && message.find_first_of("\"\\%,=") == std::string::npos;
    if (!isPlain || message.empty() || characters(message) > longestMessage)
        return fail(Error::Kind::InvalidInput, MessageId::MaintenanceMessageRefused);
    return std::string(maintenanceTypeName(mode.type)) + ",message=\"" + message + '"';
}

std::string maintenanceTypeIn(const std::optional<std::string> &value)
{
    if (!value)
        return {};
    auto parts = readPropertyString(*value, "type");
    const std::string type = parts ? (*parts)["type"] : std::string();
    return type.empty() ? "?" : type;
}

bool isSameMaintenance(const std::optional<std::string> &one, const std::optional<std::string> &other)
{
    if (!one || !other)
        return one == other;
    const auto first = readPropertyString(*one, "type");
    return first ? first == readPropertyString(*other, "type") : *one == *other;
}

} // namespace espalier
