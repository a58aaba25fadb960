// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace espalier::test {

struct TarEntry
{
    std::string path;
    std::string content; ///< Empty for what is no regular file.
    bool isFile = false;
};

/// The files and directories of an uncompressed tar archive (ustar and GNU long names), without touching a disk.
/// Throws std::runtime_error where the archive ends too early.
std::vector<TarEntry> readTar(std::string_view archive);

} // namespace espalier::test
