// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts.h"

#include <cstdlib>
#include <format>
#include <map>
#include <print>
#include <ranges>
#include <sstream>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

/// What a program prints: numbers by name.
std::map<std::string, double> numbersOf(const std::vector<std::string> &command)
{
    std::istringstream lines(outputOf(command));
    std::map<std::string, double> numbers;
    std::string name;
    for (double value = 0; lines >> name >> value;)
        numbers[name] = value;
    return numbers;
}

std::map<std::string, double> windowRun(const Sizes &sizes, const std::string &store)
{
    const std::string start = std::format("{:.6f}", monotonicSeconds());
    return numbersOf(store.empty() ? std::vector{program(sizes, "windowbench"), start}
                                   : std::vector{program(sizes, "windowbench"), start, store});
}

std::string milliseconds(double seconds)
{
    return std::format("{:.1f} ms", seconds * 1000);
}

double medianOf(const std::vector<std::map<std::string, double>> &runs, const std::string &name)
{
    std::vector<double> values;
    for (const auto &run : runs)
        values.push_back(run.at(name));
    return median(std::move(values));
}

} // namespace

void measureMatrix(const Sizes &sizes)
{
    const auto numbers = numbersOf({"/usr/bin/env", "QT_QPA_PLATFORM=offscreen", program(sizes, "matrixbench")});
    note("prune matrix, 1000 groups of 1000 snapshots cut into cells", milliseconds(numbers.at("matrix-build")), "");
    note("prune matrix, full repaint at 1920 x 1080", milliseconds(numbers.at("matrix-paint")), "< 16 ms");
    note("prune matrix, longest of 200 repaints", milliseconds(numbers.at("matrix-longest")), "");
}

void measureWindow(const Sizes &sizes)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY")) {
        const std::string text
            = outputOf({VIRTUAL_DISPLAY, program(sizes, "espalier_bench"), "--dir", files::absolute(sizes.folder).string(), "--groups",
                        std::to_string(sizes.groups), "--snapshots", std::to_string(sizes.snapshots), "--only", "window"});
        for (const auto line : std::views::split(text, '\n') | std::views::drop(2)) {
            if (!line.empty())
                std::println("{}", std::string_view(line));
        }
        return;
    }
    const std::string store = demoStore(sizes, "scan", sizes.groups, sizes.snapshots);
    std::vector<std::map<std::string, double>> empty;
    std::vector<std::map<std::string, double>> full;
    for (int round = 0; round <= rounds; ++round) {
        auto start = windowRun(sizes, {});
        auto work = windowRun(sizes, store);
        if (round == 0)
            continue;
        empty.push_back(std::move(start));
        full.push_back(std::move(work));
    }
    note("window, start to first paint", milliseconds(medianOf(empty, "paint")), "");
    note("window, the store opened until its tree is there", milliseconds(medianOf(full, "load")), "");
    note("longest blocking of the GUI thread while it loads", milliseconds(medianOf(full, "load-block")), "< 50 ms");
    note("longest blocking of the GUI thread while it is filtered", milliseconds(medianOf(full, "filter-block")), "< 100 ms");
}

} // namespace espalier::bench
