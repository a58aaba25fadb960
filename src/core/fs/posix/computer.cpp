// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/computer.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace espalier::fs {

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : std::string();
}

std::string loginName()
{
    const char *login = std::getenv("USER"); // NOLINT(concurrency-mt-unsafe): nobody here writes the environment
    return login ? login : "";
}

bool processExists(std::int64_t id)
{
    return ::kill(static_cast<pid_t>(id), 0) == 0 || errno == EPERM;
}

std::int64_t ownProcess()
{
    return ::getpid();
}

std::int64_t parentProcess()
{
    return ::getppid();
}

std::string platformConfigHome()
{
    return {};
}

std::string platformStateHome()
{
    return {};
}

} // namespace espalier::fs
