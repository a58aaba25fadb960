// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

namespace espalier::fs {

/// The real file system of this computer: openat() family, descriptors with O_CLOEXEC. Linux.
std::shared_ptr<FileSystem> posixFileSystem();

} // namespace espalier::fs
