// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts.h"

#include <charconv>
#include <iostream>
#include <print>
#include <stdexcept>
#include <string_view>

// Prints a table of ratios: what Espalier needs for its work against what people would use instead. Alternating runs,
// median of five, warm cache. Options: --dir DIR (default build/bench), --groups N, --snapshots N, --moves N,
// --only scan|details|planning|moves|undo|removal|prune|matrix|sync|ssh|window.

namespace {

using namespace espalier::bench;

Sizes readArguments(int argc, char **argv)
{
    Sizes sizes;
    sizes.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    const auto number = [](std::string_view text) {
        std::size_t value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
            throw std::runtime_error("not a number: " + std::string(text));
        return value;
    };
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        if (option == "--dir")
            sizes.folder = argv[i + 1];
        else if (option == "--groups")
            sizes.groups = number(argv[i + 1]);
        else if (option == "--snapshots")
            sizes.snapshots = number(argv[i + 1]);
        else if (option == "--moves")
            sizes.moves = number(argv[i + 1]);
        else if (option == "--only")
            sizes.only = argv[i + 1];
        else
            throw std::runtime_error("unknown option " + std::string(option));
    }
    return sizes;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        const Sizes sizes = readArguments(argc, argv);
        std::println("| what | Espalier | peer | peer's time | ratio | target |\n|---|---|---|---|---|---|");
        const auto wanted = [&](std::string_view part) { return sizes.only.empty() || sizes.only == part; };
        if (wanted("scan")) {
            measureScan(sizes);
            countSystemCalls(sizes);
        }
        if (wanted("details"))
            measureDetails(sizes);
        if (wanted("planning"))
            measurePlanning(sizes);
        if (wanted("moves"))
            measureMoves(sizes);
        if (wanted("undo"))
            measureUndo(sizes);
        if (wanted("removal"))
            measureRemoval(sizes);
        if (wanted("prune"))
            measurePrune();
        if (wanted("matrix"))
            measureMatrix(sizes);
        if (wanted("sync"))
            measureSync(sizes);
        if (wanted("ssh"))
            measureSsh(sizes);
        if (wanted("window"))
            measureWindow(sizes);
    } catch (const std::exception &error) {
        std::println(std::cerr, "espalier_bench: {}", error.what());
        return 1;
    }
    return 0;
}
