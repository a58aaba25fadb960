// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

namespace espalier::fs {

/// The file system of this computer: posixFileSystem(), or on Windows windowsFileSystem(). Any thread.
std::shared_ptr<FileSystem> nativeFileSystem();

} // namespace espalier::fs
