// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <windows.h>

#include <string_view>

namespace espalier::fs {

/// What the code @p code of GetLastError() after @p operation on @p path means to a person; as systemFailure() for errno.
std::unexpected<Error> windowsFailure(DWORD code, std::string_view operation, std::string_view path, std::string_view target = {});

} // namespace espalier::fs
