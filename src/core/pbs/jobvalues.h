// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string_view>

/// The rules that PBS's API has for values of new jobs, whatever their kind (config-formats §2).
namespace espalier {

Done checkJobName(std::string_view id);      ///< Fails with JobNameRefused.
Done checkComment(std::string_view comment); ///< Fails with JobCommentRefused.

} // namespace espalier
