// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/fs/posix.h"
#include "core/plan/plan.h"
#include "core/run/undo.h"
#include "parts.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

constexpr int snapshotsEach = 20;

void makeGroup(const files::path &group, int year)
{
    for (int day = 1; day <= snapshotsEach; ++day) {
        const files::path snapshot = group / std::format("{}-01-{:02}T00:00:00Z", year, day);
        files::create_directories(snapshot);
        std::ofstream(snapshot / "index.json.blob") << "x";
    }
    std::ofstream(group / "owner") << "backup@pbs\n";
}

/// vm/1 .. vm/N in the root; where they are to be merged, older ones of the same names in the namespace "target".
void makeStore(const files::path &store, std::size_t groups, bool isMerge)
{
    files::remove_all(store);
    files::create_directories(store / ".chunks");
    files::create_directories(store / "ns" / "target");
    std::ofstream(store / ".lock").flush();
    for (std::size_t i = 1; i <= groups; ++i) {
        makeGroup(store / "vm" / std::to_string(i), 2026);
        if (isMerge)
            makeGroup(store / "ns" / "target" / "vm" / std::to_string(i), 2025);
    }
}

struct Measured
{
    double run = 0; ///< Seconds, planning included, as for the others.
    double undo = 0;
    double journal = 0; ///< Bytes of the run's journal for each group.
};

Measured measureRun(const files::path &store, std::size_t groups, bool isMerge)
{
    makeStore(store, groups, isMerge);
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(store.string()).value()).value();
    const auto target = NamespacePath::fromString("target").value();
    std::vector<Change> changes;
    for (std::size_t i = 1; i <= groups; ++i)
        changes.emplace_back(MoveGroup{.from = {},
                                       .group = GroupId::make(BackupType::Vm, std::to_string(i)).value(),
                                       .to = target,
                                       .foreignEntries = ForeignEntries::Undecided,
                                       .existing = isMerge ? ExistingGroup::MergeAnyhow : ExistingGroup::Undecided});
    const Tree tree = scan(session.store().root).value().tree;
    Measured measured;
    double start = monotonicSeconds();
    const Plan plan
        = makePlan(tree, changes, {.access = session.access(), .activity = session.activity(), .hasActivity = true, .storeName = {}});
    const RunReport report = executePlan(session, plan);
    measured.run = monotonicSeconds() - start;
    const History history = readHistory(session).value();
    const auto run = std::ranges::find(history.runs, report.runId, &JournalRun::id);
    if (!report.complete() || run == history.runs.end())
        throw std::runtime_error("the executor did not move all groups");
    measured.journal = static_cast<double>(files::file_size(run->journalPath)) / static_cast<double>(groups);
    start = monotonicSeconds();
    const UndoPlan undo = planUndo(session, *run, NewBackups::Take).value();
    if (!executeUndo(session, undo).complete())
        throw std::runtime_error("not all groups went back");
    measured.undo = monotonicSeconds() - start;
    return measured;
}

double medianOf(std::vector<Measured> all, double Measured::*what)
{
    std::vector<double> values;
    std::ranges::transform(all, std::back_inserter(values), [what](const Measured &each) { return each.*what; });
    return median(std::move(values));
}

/// The same merge with nothing but mv: no lock, no look, no journal.
double shellMerge(const files::path &store, std::size_t groups)
{
    makeStore(store, groups, true);
    const std::string loop = "cd '" + store.string() + "' && for g in vm/*; do mv -n $g/2* ns/target/$g/ && rm $g/owner && rmdir $g; done";
    const Usage usage = runProgram({"sh", "-c", loop});
    mustSucceed({usage}, "sh");
    return usage.wall;
}

} // namespace

void measureUndo(const Sizes &sizes)
{
    const files::path store = files::absolute(sizes.folder / "undo");
    for (const bool isMerge : {false, true}) {
        const std::size_t groups = isMerge ? std::max<std::size_t>(sizes.moves / 5, 1) : sizes.moves;
        std::vector<Measured> all;
        std::vector<double> shell;
        for (int round = 0; round < rounds; ++round) {
            all.push_back(measureRun(store, groups, isMerge));
            if (isMerge)
                shell.push_back(shellMerge(store, groups));
        }
        const std::string what = std::format("{} {} of {} snapshots each", groups, isMerge ? "merges" : "moves", snapshotsEach);
        if (isMerge)
            row(what, medianOf(all, &Measured::run), "shell loop of mv", median(std::move(shell)), "");
        row("undo of " + what, medianOf(all, &Measured::undo), "doing them", medianOf(all, &Measured::run), "");
        note("journal of " + what, std::format("{:.0f} B for each group", medianOf(all, &Measured::journal)), "");
    }
    files::remove_all(store);
}

} // namespace espalier::bench
