// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"

#include "core/fs/systemerror.h"

#include <cerrno>

namespace espalier::fs {

namespace {

constexpr std::uint32_t onlyUser = 1000; // Windows has no such numbers, so there is one, for whoever started the program

} // namespace

Result<std::unique_ptr<ActingAs>> ActingAs::user(std::uint32_t user, std::uint32_t group)
{
    if (user == processUser() && group == processGroup())
        return std::unique_ptr<ActingAs>(new ActingAs);
    return std::unexpected(Error{Error::Kind::Denied, MessageId::UserSwitchFailed, {std::to_string(user), systemWords(EPERM)}, EPERM});
}

ActingAs::~ActingAs() = default;

std::uint32_t processUser()
{
    return onlyUser;
}

std::uint32_t processGroup()
{
    return onlyUser;
}

} // namespace espalier::fs
