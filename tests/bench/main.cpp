// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measure.h"

#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/fs/posix.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <print>
#include <ranges>

// Prints a table of ratios: what Espalier needs for its work against what people would use instead. Alternating runs,
// median of five, warm cache. Options: --dir DIR (default build/bench), --groups N, --snapshots N, --moves N,
// --only scan|details|moves.

namespace {

namespace files = std::filesystem;
using namespace espalier;
using namespace espalier::bench;

constexpr int rounds = 5;

struct Sizes
{
    files::path folder = "build/bench";
    files::path programs;
    std::size_t groups = 20'000;
    std::size_t snapshots = 400'000;
    std::size_t moves = 5'000;
    std::string only; ///< Empty: everything.
};

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

/// The path of a big demo store, made where it is not there yet.
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

std::vector<std::string> treeCommand(const Sizes &sizes, const std::string &store)
{
    return {program(sizes, "espalierctl"), "tree", store, "--depth", "0"};
}

std::vector<std::string> findCommand(const std::string &store)
{
    return {"find", store, "-name", ".chunks", "-prune", "-o", "-print"};
}

/// Counted on a smaller store: being traced makes each of them slow.
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

/// A store whose root has vm/1 .. vm/N with 20 snapshots each, and an empty namespace "target".
void makeMoveStore(const files::path &store, std::size_t groups)
{
    files::create_directories(store / ".chunks");
    files::create_directories(store / "ns" / "target");
    std::ofstream(store / ".lock").flush();
    for (std::size_t i = 1; i <= groups; ++i) {
        const files::path group = store / "vm" / std::to_string(i);
        for (int day = 1; day <= 20; ++day) {
            const files::path snapshot = group / std::format("2026-01-{:02}T00:00:00Z", day);
            files::create_directories(snapshot);
            std::ofstream(snapshot / "index.json.blob") << "x";
        }
        std::ofstream(group / "owner") << "backup@pbs\n";
    }
}

void measureMoves(const Sizes &sizes)
{
    const files::path store = files::absolute(sizes.folder / "moves");
    if (!files::exists(store))
        makeMoveStore(store, sizes.moves);
    std::string ids;
    std::vector<std::string> ours{program(sizes, "espalierctl"), "move", store.string(), "--to", "target", "--yes"};
    for (std::size_t i = 1; i <= sizes.moves; ++i) {
        ids += std::to_string(i) + '\n';
        ours.push_back("vm/" + std::to_string(i));
    }
    const std::string minimal = program(sizes, "minimalmove");
    const std::string loop
        = "cd '" + store.string() + "' && mkdir -p ns/target/vm && while read -r id; do mv -nT vm/$id ns/target/vm/$id; done";
    const auto back = [&] {
        if (runProgram({minimal, store.string(), "vm", "ns/target", ".", "--no-sync"}, ids).status != 0)
            throw std::runtime_error("cannot move the groups back");
    };
    const auto measured = [&](const std::vector<std::string> &command) {
        const Usage usage = runProgram(command, ids);
        mustSucceed({usage}, command.front());
        back();
        return usage;
    };
    const auto results = alternate({[&] { return measured(ours); }, [&] { return measured({"sh", "-c", loop}); },
                                    [&] { return measured({minimal, store.string(), "vm", ".", "ns/target"}); },
                                    [&] { return measured({minimal, store.string(), "vm", ".", "ns/target", "--no-sync"}); }},
                                   rounds);
    const std::string what = std::format("{} group moves", sizes.moves);
    row(what, medianWall(results[0]), "shell loop of mv", medianWall(results[1]), "< 1");
    row(what, medianWall(results[0]), "minimal C program", medianWall(results[2]), "<= 1.5");
    note("fsync's share of the minimal program", std::format("{:.3f} s", medianWall(results[2]) - medianWall(results[3])), "");
}

Sizes readArguments(int argc, char **argv)
{
    Sizes sizes;
    sizes.programs = files::read_symlink("/proc/self/exe").parent_path();
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
        if (wanted("moves"))
            measureMoves(sizes);
    } catch (const std::exception &error) {
        std::println(std::cerr, "espalier_bench: {}", error.what());
        return 1;
    }
    return 0;
}
