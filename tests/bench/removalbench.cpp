// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/fs/posix.h"
#include "core/plan/removals.h"
#include "core/run/executor.h"
#include "parts.h"

#include <format>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

constexpr std::size_t groups = 500;
constexpr std::size_t snapshots = 10'500; ///< Of which all but the last of each group go.

std::vector<Change> pruned(const Tree &tree)
{
    return removalsOf(planPrune(tree, {}, {.last = 1}, TimeZone()), {"UTC", TimeZone()});
}

/// With its journal beside the store, as the log of the minimal program.
Usage executeRemovals(const std::string &path)
{
    const SessionOptions options{.stateHome = files::path(path).parent_path() / "state"};
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(path).value(), options).value();
    const Tree tree = scan(session.store().root).value().tree;
    const double start = monotonicSeconds();
    const Plan plan = makePlan(tree, pruned(tree), {.access = session.access(), .activity = {}, .hasActivity = false, .storeName = {}});
    const RunReport report = executePlan(session, plan);
    if (!report.complete())
        throw std::runtime_error("the executor did not remove all snapshots");
    return {.wall = monotonicSeconds() - start, .cpu = 0, .peakKib = 0, .status = 0};
}

/// "ns/a/vm/100 2026-01-01T00:00:00Z" for each of them.
std::string listOf(const std::string &path, std::size_t &count)
{
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(path).value()).value();
    std::string list;
    for (const Change &change : pruned(scan(session.store().root).value().tree)) {
        const auto &removal = std::get<RemoveSnapshots>(change);
        const std::string ns = removal.ns.directoryForm();
        for (const SnapshotTime &time : removal.times)
            list += std::format("{}{}{} {}\n", ns, ns.empty() ? "" : "/", removal.group.toString(), time.toString());
        count += removal.times.size();
    }
    return list;
}

} // namespace

void measureRemoval(const Sizes &sizes)
{
    const std::string original = files::absolute(demoStore(sizes, "remove", groups, snapshots)).string();
    const std::string copy = files::absolute(sizes.folder / "remove-copy").string();
    std::size_t count = 0;
    const std::string list = listOf(original, count);
    const auto renewed = [&] {
        files::remove_all(copy);
        mustSucceed({runProgram({"cp", "-a", original, copy})}, "cp");
    };
    const auto measured = [&](const std::vector<std::string> &command) {
        renewed();
        const Usage usage = runProgram(command, list);
        mustSucceed({usage}, command.front());
        return usage;
    };
    const std::string log = files::absolute(sizes.folder / "remove.log").string();
    const std::string loop = "cd '" + copy + "' && while read -r g s; do printf '%s/%s\\n' $g $s; done | xargs rm -rf";
    const auto results
        = alternate({[&] {
                         renewed();
                         return executeRemovals(copy);
                     },
                     [&] { return measured({program(sizes, "minimalremove"), copy, log}); }, [&] { return measured({"sh", "-c", loop}); }},
                    rounds);
    const std::string what = std::format("{} snapshots pruned", count);
    row(what, medianWall(results[0]), "minimal C program", medianWall(results[1]), "<= 1.5");
    row(what, medianWall(results[0]), "xargs rm -rf", medianWall(results[2]), "");
}

} // namespace espalier::bench
