// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/fs/windows/handle.h"

namespace espalier::fs {

/// Tells the file system that an open directory lies on. @p path is for messages.
Result<Volume> windowsVolume(HANDLE directory, const std::string &path);

} // namespace espalier::fs
