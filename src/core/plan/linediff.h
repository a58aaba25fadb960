// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// What makes @p after of @p before, as `diff -u` tells it with three lines of context; @p name names both. Nothing where they are the
/// same. Lines are without their ends.
std::vector<std::string> unifiedDiff(std::string_view before, std::string_view after, std::string_view name);

} // namespace espalier
