// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/processes.h"

#include "core/fs/computer.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

namespace {

/// What `/proc/PID/stat` says (proc_pid_stat(5)).
struct ProcessStatus
{
    char state = 0;              ///< Field 3
    std::uint64_t startTime = 0; ///< Field 22: clock ticks since boot
};

std::optional<ProcessStatus> parseStatus(std::string_view line)
{
    // the name in field 2 may hold anything, parentheses and spaces too
    const std::size_t nameEnd = line.rfind(") ");
    if (nameEnd == std::string_view::npos)
        return std::nullopt;
    line.remove_prefix(nameEnd + 2);
    ProcessStatus status;
    for (int number = 3; !line.empty(); ++number) {
        const std::string_view word = line.substr(0, line.find(' '));
        if (number == 3 && word.size() == 1)
            status.state = word[0];
        if (number == 22) {
            const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), status.startTime);
            return problem == std::errc() && status.state != 0 ? std::optional(status) : std::nullopt;
        }
        line.remove_prefix(std::min(line.size(), word.size() + 1));
    }
    return std::nullopt;
}

std::optional<ProcessStatus> statusOf(const std::string &process)
{
    std::ifstream file("/proc/" + process + "/stat");
    std::string line;
    return std::getline(file, line) ? parseStatus(line) : std::nullopt;
}

} // namespace

bool processLives(std::int64_t pid, std::uint64_t start)
{
    if (pid <= 0 || pid > 0x7fffffff)
        return false;
    const auto status = statusOf(std::to_string(pid));
    if (!status)
        return fs::processExists(pid);
    return status->state != 'Z' && status->state != 'X' && status->startTime == start;
}

ProcessMark thisProcess()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string boot;
    std::getline(file, boot);
    const auto status = statusOf("self");
    return {fs::ownProcess(), status ? status->startTime : 0, boot};
}

} // namespace espalier
