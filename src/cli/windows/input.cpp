// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/input.h"

#include <windows.h>

#include <algorithm>
#include <system_error>

namespace espalier::cli {

namespace {

constexpr DWORD milliseconds = 100;

/// Whether a read would not wait now. Of a pipe, the system tells how much is in it; files and consoles have handles to wait for.
bool isReady(HANDLE input)
{
    if (::GetFileType(input) != FILE_TYPE_PIPE)
        return ::WaitForSingleObject(input, milliseconds) != WAIT_TIMEOUT;
    DWORD available = 0;
    if (!::PeekNamedPipe(input, nullptr, 0, nullptr, &available, nullptr) || available > 0)
        return true; // also where the other end is closed
    ::Sleep(milliseconds);
    return false;
}

} // namespace

Result<std::size_t> readInput(std::span<char> buffer, const std::stop_token &stop)
{
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    while (!stop.stop_requested()) {
        if (!isReady(input))
            continue;
        DWORD count = 0;
        if (::ReadFile(input, buffer.data(), static_cast<DWORD>(std::min<std::size_t>(buffer.size(), 1U << 20)), &count, nullptr))
            return count;
        const DWORD code = ::GetLastError();
        if (code == ERROR_BROKEN_PIPE || code == ERROR_HANDLE_EOF)
            return 0;
        if (code == ERROR_OPERATION_ABORTED) // Ctrl+C, at a console
            continue;
        const auto problem = static_cast<int>(code);
        return std::unexpected(Error{Error::Kind::Failed,
                                     MessageId::FileOperationFailed,
                                     {"ReadFile", inputName, std::system_category().message(problem)},
                                     problem});
    }
    return fail(Error::Kind::Stopped, MessageId::ScanStopped, inputName);
}

} // namespace espalier::cli
