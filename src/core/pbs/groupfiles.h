// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/authid.h"

#include <string>
#include <string_view>

namespace espalier {

/// Reads the content of an `owner` file: first line, trailing white space stripped. @p file names it in errors.
Result<AuthId> readOwner(std::string_view content, std::string_view file);

/// The content of an `owner` file for @p owner: one line.
std::string writeOwner(const AuthId &owner);

/// The first line of a note, without surrounding white space, valid UTF-8 (broken bytes become U+FFFD), at most 256 bytes.
std::string firstLine(std::string_view notes);

} // namespace espalier
