// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/program.h"

#include "core/fs/systemerror.h"

#include <cerrno>

namespace espalier::fs {

/// What is run like this belongs to hosts with a PBS, or to systemd.
Result<ProgramOutcome> runProgram(const std::vector<std::string> &command, std::string_view)
{
    return systemFailure(EOPNOTSUPP, "posix_spawn", command.empty() ? std::string() : command.front());
}

struct PipedProgram::Process
{
};

PipedProgram::~PipedProgram() = default;

Result<std::unique_ptr<PipedProgram>> PipedProgram::start(const std::vector<std::string> &command)
{
    return systemFailure(EOPNOTSUPP, "posix_spawn", command.empty() ? std::string() : command.front());
}

bool PipedProgram::write(std::string_view)
{
    return false;
}

void PipedProgram::closeInput() {}

std::optional<std::string> PipedProgram::readLine(std::size_t)
{
    return std::nullopt;
}

} // namespace espalier::fs
