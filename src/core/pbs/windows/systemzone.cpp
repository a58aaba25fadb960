// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/systemzone.h"

#include <windows.h>

#include <chrono>
#include <exception>
#include <filesystem>

namespace espalier {

namespace {

std::filesystem::path programFile()
{
    constexpr DWORD longest = 32768;
    std::wstring name(longest, L'\0');
    name.resize(::GetModuleFileNameW(nullptr, name.data(), longest));
    return name;
}

} // namespace

/// Windows has none: they come with the program, whose `bin` lies beside `share`.
std::string zoneDirectory()
{
    return (programFile().parent_path().parent_path() / "share/zoneinfo").generic_string() + '/';
}

/// The standard library knows which city stands for a zone of Windows. Its rules are not used: those of the file are.
Result<std::string> localZoneFile()
{
    try {
        return zoneDirectory() + std::string(std::chrono::current_zone()->name());
    } catch (const std::exception &problem) {
        return fail(Error::Kind::NotFound, MessageId::TimeZoneUnknown, "Windows", problem.what());
    }
}

} // namespace espalier
