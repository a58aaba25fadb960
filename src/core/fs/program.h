// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::fs {

struct ProgramOutcome
{
    int exitCode = 0;   ///< 128 and the signal where one ended it.
    std::string output; ///< The first 64 KiB each.
    std::string errors;
};

/// Runs a program to its end: its absolute path and its arguments, which no shell sees, and what it reads.
using ProgramRunner = std::function<Result<ProgramOutcome>(const std::vector<std::string> &command, std::string_view input)>;

/// Waits for the program, which gets a short environment of its own. Fails where it cannot be started.
Result<ProgramOutcome> runProgram(const std::vector<std::string> &command, std::string_view input);

/// A program at the other end of two pipes, which no other program gets to see. Used by one thread at a time.
class PipedProgram
{
public:
    /// As runProgram(); what it says on standard error is dropped.
    static Result<std::unique_ptr<PipedProgram>> start(const std::vector<std::string> &command);
    ~PipedProgram(); ///< Closes the pipes and waits for its end.
    PipedProgram(const PipedProgram &) = delete;
    PipedProgram &operator=(const PipedProgram &) = delete;

    /// False where it does not read any more; the caller ignores SIGPIPE.
    bool write(std::string_view bytes);
    void closeInput();

    /// Waits for a line, which comes without its end; nothing at the end of its output, and where one has more than @p limit bytes.
    std::optional<std::string> readLine(std::size_t limit);

private:
    struct Process;

    explicit PipedProgram(std::unique_ptr<Process> process);

    std::unique_ptr<Process> m_process;
    std::string m_read;
};

} // namespace espalier::fs
