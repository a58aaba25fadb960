// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/plan/planfile.h"

namespace espalier {

/// Reads and parses the plan file at an absolute path. Fails as the file system and parsePlanFile() do.
Result<PlanFile> readPlanFile(fs::FileSystem &fileSystem, const std::string &path);

/// What may be at a path that is written to.
enum class IfExists { Fail, Replace };

/// Writes @p content to an absolute path in one step. FileExists where something is there and may not be replaced.
Done writeTextFile(fs::FileSystem &fileSystem, const std::string &path, std::string_view content, IfExists ifExists);

} // namespace espalier
