// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/hostzone.h"

#include "core/pbs/utf8.h"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace espalier {

namespace {

constexpr std::size_t maxNameSize = 4096;
constexpr std::size_t maxZoneSize = std::size_t{1} << 20;

/// The zone that the link `etc/localtime` leads to. Only its text is read: below a prefix it leads elsewhere.
std::string linkedName(const PbsHost &host)
{
    constexpr std::string_view folder = "zoneinfo/";
    std::error_code none;
    const std::string target = std::filesystem::read_symlink(host.path("/etc/localtime"), none).generic_string();
    const std::size_t at = target.rfind(folder);
    return at == std::string::npos ? std::string() : target.substr(at + folder.size());
}

std::string writtenName(const fs::Directory &etc)
{
    const auto text = etc.readFile("timezone", maxNameSize);
    return text ? std::string(trimmed(*text)) : std::string();
}

} // namespace

Result<std::optional<HostZone>> readHostZone(fs::FileSystem &fileSystem, const PbsHost &host)
{
    if (host.prefix == "/" && !host.present())
        return std::nullopt;
    const auto etc = fileSystem.open(host.path("/etc"));
    std::string name = linkedName(host);
    if (name.empty() && etc) {
        name = writtenName(**etc);
        if (const auto bytes = (*etc)->readFile("localtime", maxZoneSize)) {
            if (auto zone = TimeZone::fromTzif(*bytes, "localtime"))
                return HostZone{.name = std::move(name), .zone = *std::move(zone)};
        }
    }
    if (name.empty() && host.prefix == "/")
        return HostZone{.name = "UTC", .zone = TimeZone()}; // what the C library takes where there is neither
    if (name.empty())
        return std::nullopt;
    auto zone = TimeZone::named(name);
    if (!zone)
        return failWith(zone);
    return HostZone{.name = std::move(name), .zone = *std::move(zone)};
}

} // namespace espalier
