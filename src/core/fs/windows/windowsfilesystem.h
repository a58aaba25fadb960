// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

namespace espalier::fs {

/// The file system of a computer with Windows: what begins with a drive ("C:/data") or a share ("//server/share/data") lies there. What
/// begins with a single '/' lies in memory and is gone with the process: there a demo can be made and worked on, and a PBS's directories
/// are looked for in vain. All callers see the same memory.
std::shared_ptr<FileSystem> windowsFileSystem();

} // namespace espalier::fs
