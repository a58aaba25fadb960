// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/linediff.h"

#include <algorithm>
#include <cstdint>
#include <format>
#include <span>

namespace espalier {

namespace {

using Lines = std::vector<std::string_view>;
using Span = std::span<const std::string_view>;

constexpr std::size_t context = 3;
constexpr std::size_t largestTable = 4'000'000; ///< Cells; beyond, everything between the first and the last difference counts as new.

struct Line
{
    char sign = ' '; ///< ' ', '-' or '+'
    std::string_view text;
};

/// With their ends, so that a last line without one is another line.
Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

void add(std::vector<Line> &result, char sign, Span lines)
{
    for (const std::string_view line : lines)
        result.push_back({sign, line});
}

/// Walks along the longest common subsequence.
void addDifferences(std::vector<Line> &result, Span before, Span after)
{
    const std::size_t width = after.size() + 1;
    if ((before.size() + 1) * width > largestTable) {
        add(result, '-', before);
        return add(result, '+', after);
    }
    std::vector<std::uint32_t> common((before.size() + 1) * width); // of what begins at each pair of lines
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = after.size(); j-- > 0;)
            common[i * width + j] = before[i] == after[j] ? common[(i + 1) * width + j + 1] + 1
                                                          : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            result.push_back({' ', before[i++]});
            ++j;
        } else if (i < before.size() && (j == after.size() || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            result.push_back({'-', before[i++]});
        } else {
            result.push_back({'+', after[j++]});
        }
    }
}

std::vector<Line> compared(const Lines &before, const Lines &after)
{
    const auto start = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    std::size_t end = 0;
    while (end < std::min(before.size(), after.size()) - start && before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    std::vector<Line> result;
    add(result, ' ', Span(before).first(start));
    addDifferences(result, Span(before).subspan(start, before.size() - start - end),
                   Span(after).subspan(start, after.size() - start - end));
    add(result, ' ', Span(before).last(end));
    return result;
}

bool isChange(const Line &line)
{
    return line.sign != ' ';
}

} // namespace

std::vector<std::string> unifiedDiff(std::string_view before, std::string_view after, std::string_view name)
{
    const std::vector<Line> lines = compared(linesOf(before), linesOf(after));
    std::vector<std::string> result;
    std::size_t numbers[2] = {1, 1}; // of the line at `at` in both
    for (std::size_t at = 0; at < lines.size();) {
        const auto first = static_cast<std::size_t>(
            std::ranges::find_if(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(), isChange) - lines.begin());
        if (first == lines.size())
            break;
        const std::size_t begin = std::max(at, first - std::min(first, context));
        std::size_t end = first;
        for (std::size_t i = first; i < lines.size() && i < end + 2 * context + 1; ++i)
            end = isChange(lines[i]) ? i : end;
        end = std::min(end + context + 1, lines.size());
        for (std::size_t i = at; i < begin; ++i) {
            ++numbers[0];
            ++numbers[1];
        }
        const auto count = [&](char other) {
            return static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                                          lines.begin() + static_cast<std::ptrdiff_t>(end),
                                                          [other](const Line &line) { return line.sign != other; }));
        };
        const std::size_t old = count('+');
        const std::size_t fresh = count('-');
        if (result.empty())
            result = {std::format("--- {}", name), std::format("+++ {}", name)};
        result.push_back(std::format("@@ -{},{} +{},{} @@", old == 0 ? numbers[0] - 1 : numbers[0], old,
                                     fresh == 0 ? numbers[1] - 1 : numbers[1], fresh));
        for (std::size_t i = begin; i < end; ++i) {
            const std::string_view text = lines[i].text;
            result.push_back(lines[i].sign + std::string(text.substr(0, text.size() - (text.ends_with('\n') ? 1 : 0))));
            if (!text.ends_with('\n'))
                result.emplace_back("\\ No newline at end of file");
        }
        numbers[0] += old;
        numbers[1] += fresh;
        at = end;
    }
    return result;
}

} // namespace espalier
