// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/partialscan.h"
#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/datastore/store.h"
#include "core/fs/posix.h"
#include "core/plan/plan.h"
#include "core/run/executor.h"
#include "parts.h"

#include <format>
#include <fstream>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

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

/// What the window does once the plan is there: the same moves in this process.
Usage executeMoves(const files::path &store, std::size_t count)
{
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(store.string()).value()).value();
    std::vector<Change> changes;
    std::vector<std::pair<NamespacePath, GroupId>> places;
    for (std::size_t i = 1; i <= count; ++i) {
        const auto group = GroupId::make(BackupType::Vm, std::to_string(i)).value();
        const auto target = NamespacePath::fromString("target").value();
        changes.emplace_back(MoveGroup{{}, group, target, ForeignEntries::Undecided});
        places.emplace_back(NamespacePath(), group);
        places.emplace_back(target, group);
    }
    const Tree tree = scanPlaces(session.store().root, places).value();
    const Plan plan
        = makePlan(tree, changes, {.access = session.access(), .activity = session.activity(), .hasActivity = true, .storeName = {}});
    const auto start = monotonicSeconds();
    const RunReport report = executePlan(session, plan);
    if (!report.complete())
        throw std::runtime_error("the executor did not move all groups");
    return {.wall = monotonicSeconds() - start, .cpu = 0, .peakKib = 0, .status = 0};
}

} // namespace

/// Moves in the tree of the big store, each namespace's groups to a new one: what happens at each drop.
void measurePlanning(const Sizes &sizes)
{
    const auto fileSystem = fs::posixFileSystem();
    const auto store = openStore(*fileSystem, files::absolute(demoStore(sizes, "scan", sizes.groups, sizes.snapshots)).string()).value();
    const Tree tree = scan(store.root).value().tree;
    std::vector<Change> changes;
    std::size_t moves = 0;
    tree.forEachNamespace([&](const Namespace &ns) {
        const auto target = NamespacePath::fromString(std::format("new-{}", changes.size())).value();
        if (!ns.groups.empty())
            changes.emplace_back(CreateNamespace{target});
        for (const auto &group : ns.groups) {
            if (moves < sizes.moves) {
                changes.emplace_back(MoveGroup{ns.path, group->id, target, ForeignEntries::Undecided});
                ++moves;
            }
        }
    });
    PlanContext context;
    context.access.allowed = true;
    std::vector<double> walls;
    for (int round = 0; round < rounds; ++round) {
        const double start = monotonicSeconds();
        const Plan plan = makePlan(tree, changes, context);
        walls.push_back(monotonicSeconds() - start);
        if (plan.groupsToMove() != moves)
            throw std::runtime_error("not all groups could be planned");
    }
    note(std::format("planning {} moves in {} groups", moves, tree.root().groupsBelow),
         std::format("{:.0f} ms", median(std::move(walls)) * 1000), "< 100 ms");
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
    const auto executed = [&] {
        const Usage usage = executeMoves(store, sizes.moves);
        back();
        return usage;
    };
    const auto results = alternate({[&] { return measured(ours); }, [&] { return measured({"sh", "-c", loop}); },
                                    [&] { return measured({minimal, store.string(), "vm", ".", "ns/target"}); },
                                    [&] { return measured({minimal, store.string(), "vm", ".", "ns/target", "--no-sync"}); }, executed},
                                   rounds);
    const std::string what = std::format("{} group moves", sizes.moves);
    row(what, medianWall(results[0]), "shell loop of mv", medianWall(results[1]), "< 1");
    row(what + ", planned and told", medianWall(results[0]), "minimal C program", medianWall(results[2]), "<= 1.5");
    row(what + ", the executor alone", medianWall(results[4]), "minimal C program", medianWall(results[2]), "<= 1.5");
    note("fsync's share of the minimal program", std::format("{:.3f} s", medianWall(results[2]) - medianWall(results[3])), "");
}

} // namespace espalier::bench
