// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts.h"

#include <cstdio>
#include <format>
#include <print>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

std::string program(const Sizes &sizes, const std::string &name)
{
    return (sizes.programs / name).string();
}

void row(const std::string &what, double ours, const std::string &peer, double theirs, const std::string &target)
{
    std::println("| {} | {:.3f} s | {} | {:.3f} s | {:.2f} | {} |", what, ours, peer, theirs, ours / theirs, target);
    std::fflush(stdout);
}

void note(const std::string &what, const std::string &value, const std::string &target)
{
    std::println("| {} | {} | | | | {} |", what, value, target);
    std::fflush(stdout);
}

void mustSucceed(const std::vector<Usage> &runs, const std::string &what)
{
    for (const Usage &run : runs) {
        if (run.status != 0)
            throw std::runtime_error(std::format("{} ended with {}", what, run.status));
    }
}

std::string demoStore(const Sizes &sizes, const std::string &name, std::size_t groups, std::size_t snapshots)
{
    const files::path folder = sizes.folder / name;
    if (!files::exists(folder / "site-a")) {
        files::create_directories(sizes.folder);
        const Usage made = runProgram({program(sizes, "espalierctl"), "demo", folder.string(), "--groups", std::to_string(groups),
                                       "--snapshots", std::to_string(snapshots), "--namespaces", "100"});
        note(std::format("making a demo of {} groups, {} snapshots", groups, snapshots), std::format("{:.1f} s", made.wall), "");
    }
    return (folder / "site-a").string();
}

} // namespace espalier::bench
