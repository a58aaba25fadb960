// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <stop_token>
#include <string>

namespace espalier::cli {

/// True where somebody can be asked: standard input and standard error are a terminal.
bool canAsk();

/// True where progress may be drawn: standard error is a terminal.
bool showsProgress();

/// True where the locale's characters are UTF-8.
bool isUtf8Locale();

/// The next line of standard input without its end; nothing at the end of the input or when @p stop is requested.
std::optional<std::string> readLine(const std::stop_token &stop);

/// For main(), before anything is written. A write to a pipe nobody reads shall be an error, not the end of a program that may be moving
/// backups.
void prepareStreams();

} // namespace espalier::cli
