// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/humanbyte.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>

namespace espalier {

namespace {

constexpr std::size_t longest = 64;

/// How many characters of @p text are a number as PBS reads it, in small letters; 0: it begins with none.
std::size_t lengthOfNumber(std::string_view text)
{
    for (const std::string_view word : {"infinity", "inf", "nan"}) {
        if (text.starts_with(word))
            return word.size();
    }
    const std::size_t length = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto points = std::ranges::count(text.substr(0, length), '.');
    return points > 1 || length == static_cast<std::size_t>(points) ? 0 : length;
}

/// What the unit in small letters stands for; nothing where it is none.
std::optional<double> factor(std::string_view unit)
{
    if (unit.ends_with('b'))
        unit.remove_suffix(1);
    if (unit.empty())
        return 1;
    const std::size_t power = std::string_view("kmgtp").find(unit[0]);
    const bool isBinary = unit.size() == 2 && unit[1] == 'i';
    if (power == std::string_view::npos || (unit.size() != 1 && !isBinary))
        return std::nullopt;
    return std::pow(isBinary ? 1024.0 : 1000.0, static_cast<double>(power + 1));
}

} // namespace

std::optional<double> bytesFromHuman(std::string_view text)
{
    if (text.empty() || text.size() > longest)
        return std::nullopt;
    std::string lower;
    std::ranges::transform(text, std::back_inserter(lower), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t length = lengthOfNumber(lower);
    std::string_view unit = std::string_view(lower).substr(length);
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    unit = unit.substr(0, unit.find_last_not_of(' ') + 1);
    const auto each = factor(unit);
    if (length == 0 || !each)
        return std::nullopt;
    double number = 0;
    std::from_chars(lower.data(), lower.data() + length, number);
    return number * *each;
}

} // namespace espalier
