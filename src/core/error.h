// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/messageid.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier {

/// A failure that a person can act on.
struct Error
{
    enum class Kind { InvalidInput, Conflict, NotFound, Denied, Busy, Damaged, Unreachable, Failed, Stopped };

    Kind kind = Kind::InvalidInput;
    MessageId id = MessageId::NameRefused; ///< One text of "what / why / what to do" per id.
    std::vector<std::string> args;         ///< Names, paths, numbers for that text, in its order.
    int systemError = 0;                   ///< errno where a system call failed, for code; else 0.

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = std::expected<T, Error>;

using Done = Result<void>;

/// Shorthand for `return fail(Error::Kind::Busy, MessageId::GroupBusy, group, who);`.
template<typename... Args>
std::unexpected<Error> fail(Error::Kind kind, MessageId id, Args &&...args)
{
    return std::unexpected(Error{kind, id, {std::string(std::forward<Args>(args))...}, 0});
}

/// Hands on the error of another result.
template<typename T>
std::unexpected<Error> failWith(const Result<T> &result)
{
    return std::unexpected(result.error());
}

} // namespace espalier
