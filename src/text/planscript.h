// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/shellcommands.h"

#include <string>

namespace espalier::text {

/// A POSIX shell script, in UTF-8 but for the bytes of @p storePath, that has @p plan done: a comment and a command for each change,
/// and what has to be done by hand as a comment. Stops at the first command that fails. @p plan was made with planFileContext().
/// Pure; may be called from any thread.
std::string planScript(const Plan &plan, ScriptFlavour flavour, const std::string &storeName, const std::string &storePath);

} // namespace espalier::text
