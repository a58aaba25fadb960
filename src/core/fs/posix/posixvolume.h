// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

namespace espalier::fs {

/// Tells the file system that an open descriptor lies on, by the magic numbers of statfs(2) and linux/magic.h.
/// @p path is for messages.
Result<Volume> posixVolume(int descriptor, const std::string &path);

} // namespace espalier::fs
