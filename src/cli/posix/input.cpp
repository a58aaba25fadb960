// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/input.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace espalier::cli {

Result<std::size_t> readInput(std::span<char> buffer, const std::stop_token &stop)
{
    constexpr int milliseconds = 100;
    while (!stop.stop_requested()) {
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&input, 1, milliseconds) <= 0)
            continue;
        const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count >= 0)
            return static_cast<std::size_t>(count);
        const int problem = errno;
        return std::unexpected(Error{
            Error::Kind::Failed, MessageId::FileOperationFailed, {"read", inputName, std::system_category().message(problem)}, problem});
    }
    return fail(Error::Kind::Stopped, MessageId::ScanStopped, inputName);
}

} // namespace espalier::cli
