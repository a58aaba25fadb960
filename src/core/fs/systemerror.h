// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string_view>

namespace espalier::fs {

/// What the errno value @p code of the system call @p operation on @p path means to a person. @p target is the second
/// path of a rename. The only place where errno becomes an Error.
Error systemError(int code, std::string_view operation, std::string_view path, std::string_view target = {});

/// The same, ready to be returned.
std::unexpected<Error> systemFailure(int code, std::string_view operation, std::string_view path, std::string_view target = {});

/// Whether an errno value says that the other computer, or the mount from it, does not answer any more.
bool isOutOfReach(int code);

/// The system's words for an errno value.
std::string systemWords(int code);

} // namespace espalier::fs
