// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string_view>

namespace espalier {

/// PBS's SAFE_ID: `[A-Za-z0-9_][A-Za-z0-9._-]*`, whole text (proxmox-schema api_types SAFE_ID_REGEX_STR).
/// Excludes "", ".", "..", anything with a slash, and everything that is not ASCII.
bool isSafeId(std::string_view text);

/// A SAFE_ID of 3..32 characters, as datastores, jobs and remotes are called.
bool isDatastoreName(std::string_view text);

} // namespace espalier
