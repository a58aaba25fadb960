// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace espalier::fs {

/// UTF-8 to what the system takes. A name that is not UTF-8 gets U+FFFD, which no call finds.
std::wstring toWide(std::string_view text);

/// The other way round; half a surrogate pair, which NTFS allows in names, becomes U+FFFD.
std::string fromWide(std::wstring_view text);

} // namespace espalier::fs
