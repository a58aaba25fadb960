// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/fs/posix.h"
#include "parts.h"

#include <chrono>
#include <format>
#include <fstream>
#include <print>
#include <sstream>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

/// How many system calls a command makes, by strace; 0 where there is none.
std::size_t systemCalls(const std::vector<std::string> &command, const files::path &scratch)
{
    const std::string log = (scratch / "strace.txt").string();
    std::vector<std::string> traced{"strace", "-f", "-c", "-o", log};
    traced.insert(traced.end(), command.begin(), command.end());
    if (runProgram(traced).status != 0)
        return 0;
    std::ifstream text(log);
    std::size_t calls = 0;
    for (std::string line; std::getline(text, line);) {
        if (line.ends_with("total")) {
            std::istringstream words(line);
            std::string share, time, perCall;
            words >> share >> time >> perCall >> calls;
        }
    }
    return calls;
}

std::vector<std::string> treeCommand(const Sizes &sizes, const std::string &store)
{
    return {program(sizes, "espalierctl"), "tree", store, "--depth", "0"};
}

std::vector<std::string> findCommand(const std::string &store)
{
    return {"find", store, "-name", ".chunks", "-prune", "-o", "-print"};
}

} // namespace

void countSystemCalls(const Sizes &sizes)
{
    const std::size_t snapshots = sizes.snapshots / 20;
    const std::string store = demoStore(sizes, "traced", sizes.groups / 20, snapshots);
    const auto perSnapshot = [&](const std::vector<std::string> &command) {
        return static_cast<double>(systemCalls(command, sizes.folder)) / static_cast<double>(snapshots);
    };
    const double ours = perSnapshot(treeCommand(sizes, store));
    if (ours > 0)
        note("system calls per snapshot (find)", std::format("{:.2f} ({:.2f})", ours, perSnapshot(findCommand(store))), "");
}

void measureScan(const Sizes &sizes)
{
    const std::string store = demoStore(sizes, "scan", sizes.groups, sizes.snapshots);
    const std::vector<std::string> ours = treeCommand(sizes, store);
    const std::vector<std::string> find = findCommand(store);
    const auto results = alternate({[&] { return runProgram(ours); }, [&] { return runProgram(find); }}, rounds);
    mustSucceed(results[0], "espalierctl tree");
    row(std::format("first pass, {} groups, {} snapshots", sizes.groups, sizes.snapshots), medianWall(results[0]), "find",
        medianWall(results[1]), "<= 1.0");
    const Usage empty = runProgram({program(sizes, "espalierctl"), "--version"});
    note("memory per snapshot after the first pass",
         std::format("{:.0f} B", static_cast<double>(results[0][0].peakKib - empty.peakKib) * 1024 / static_cast<double>(sizes.snapshots)),
         "<= 120 B");
}

void measureSsh(const Sizes &sizes)
{
    const std::string store = files::absolute(demoStore(sizes, "scan", sizes.groups, sizes.snapshots)).string();
    const std::string small = files::absolute(demoStore(sizes, "mounted", 100, 300)).string();
    std::print("{}", outputOf({program(sizes, "sshbench"), store, small, sizes.folder.string()}));
}

void measureDetails(const Sizes &sizes)
{
    const auto fileSystem = fs::posixFileSystem();
    const auto store = openStore(*fileSystem, files::absolute(sizes.folder / "scan" / "site-a").string()).value();
    const auto scanned = scan(store.root).value();
    ScanOptions options;
    options.threads = 1;
    std::vector<double> walls;
    for (int round = 0; round <= rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        if (!readAllDetails(store.root, scanned.tree, options))
            throw std::runtime_error("the second pass failed");
        if (round > 0)
            walls.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    note("second pass, one thread",
         std::format("{:.0f} snapshots per second", static_cast<double>(scanned.tree.root().snapshotsBelow) / median(std::move(walls))),
         ">= 66 000");
}

} // namespace espalier::bench
