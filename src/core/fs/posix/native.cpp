// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/native.h"

#include "core/fs/posix.h"

namespace espalier::fs {

std::shared_ptr<FileSystem> nativeFileSystem()
{
    return posixFileSystem();
}

} // namespace espalier::fs
