// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/syncrun.h"

#include <QString>

namespace espalier::text {

/// What becomes of a snapshot: "copy", "check", "remove", …
QString syncActionWords(SyncAction action);

/// Why it is skipped or stays: "older than the newest at the target"; empty without a reason.
QString syncReasonWords(SyncReason reason);

/// A line of the log with the information that PBS's has; @p size turns bytes into words.
QString syncEventLine(const SyncEvent &event, QString (*size)(std::uint64_t));

} // namespace espalier::text
