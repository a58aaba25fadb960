// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/paths.h"

#include <algorithm>

namespace espalier::fs {

std::string_view parentOf(std::string_view path)
{
    const std::string_view root = rootOf(path);
    const std::size_t slash = path.rfind('/');
    return path.substr(0, slash == std::string_view::npos ? root.size() : std::max(slash, root.size()));
}

} // namespace espalier::fs
