// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/safeid.h"

#include <algorithm>

namespace espalier {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool isSafeId(std::string_view text)
{
    const auto isFirst = [](char c) { return isLetterOrDigit(c) || c == '_'; };
    const auto isOther = [isFirst](char c) { return isFirst(c) || c == '.' || c == '-'; };
    return !text.empty() && isFirst(text.front()) && std::ranges::all_of(text.substr(1), isOther);
}

bool isDatastoreName(std::string_view text)
{
    return text.size() >= 3 && text.size() <= 32 && isSafeId(text);
}

} // namespace espalier
