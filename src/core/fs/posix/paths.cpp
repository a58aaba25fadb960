// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/paths.h"

namespace espalier::fs {

std::string_view rootOf(std::string_view path)
{
    return path.starts_with('/') ? path.substr(0, 1) : std::string_view();
}

std::string fromNative(std::string_view path)
{
    return std::string(path);
}

} // namespace espalier::fs
