// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/systemzone.h"

#include <filesystem>
#include <system_error>

namespace espalier {

std::string zoneDirectory()
{
    return "/usr/share/zoneinfo/";
}

Result<std::string> localZoneFile()
{
    constexpr const char *file = "/etc/localtime";
    std::error_code problem;
    return std::filesystem::exists(std::filesystem::symlink_status(file, problem)) ? file : "";
}

} // namespace espalier
