// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/fs/posix.h"
#include "core/plan/syncplan.h"
#include "parts.h"
#include "syncstores.h"

#include <format>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

constexpr std::size_t groupsOfStore = 20;
Usage shell(const std::string &command)
{
    const Usage usage = runProgram({"sh", "-c", command});
    mustSucceed({usage}, command);
    return usage;
}

struct Pair
{
    std::string source;
    std::string target;

    std::string synced() const { return " && sync -f '" + target + "'"; }
    Usage ours(const Sizes &sizes) const
    {
        return shell(
            std::format("'{}' sync run --source '{}' --target '{}' --yes >/dev/null", program(sizes, "espalierctl"), source, target)
            + synced());
    }
    Usage rsync() const { return shell(std::format("rsync -a '{}/' '{}/'", source, target) + synced()); }
    Usage copyAndHash() const
    {
        return shell(std::format("cp -aT --reflink=never '{0}' '{1}' && find '{1}/.chunks' -type f -print0 | "
                                 "xargs -0 -n 50 -P \"$(nproc)\" sha256sum >/dev/null",
                                 source, target)
                     + synced());
    }
};

void measureFirst(const Sizes &sizes, bool hasRsync)
{
    constexpr std::size_t mebibyte = 1 << 20;
    const Pair pair{files::absolute(sizes.folder / "sync-large").string(), files::absolute(sizes.folder / "sync-target").string()};
    fillSyncStore(pair.source, groupsOfStore, 820, mebibyte, 4 * mebibyte);
    const auto measured = [&](const std::function<Usage()> &run) {
        return [&pair, run] {
            makeSyncTarget(pair.target);
            return run();
        };
    };
    std::vector<std::function<Usage()>> contenders{measured([&] { return pair.ours(sizes); }),
                                                   measured([&] { return pair.copyAndHash(); })};
    if (hasRsync)
        contenders.push_back(measured([&] { return pair.rsync(); }));
    const auto results = alternate(contenders, 3);
    row("first sync of 2 GiB", medianWall(results[0]), "`cp`, then `sha256sum`", medianWall(results[1]), "<= 1");
    if (hasRsync)
        row("first sync of 2 GiB", medianWall(results[0]), "`rsync -a`", medianWall(results[2]), "<= 0.5");
    note("its largest memory", std::format("{} MiB", results[0].back().peakKib / 1024), "");
}

/// Ten times the chunks, the same groups.
void measureNothingNew(const Sizes &sizes, bool hasRsync)
{
    constexpr std::size_t kibibyte = 1024;
    std::vector<double> times;
    for (const std::size_t chunks : {std::size_t{4000}, std::size_t{40'000}}) {
        const Pair pair{files::absolute(sizes.folder / std::format("sync-{}", chunks)).string(),
                        files::absolute(sizes.folder / std::format("sync-{}-target", chunks)).string()};
        fillSyncStore(pair.source, groupsOfStore, chunks, 8 * kibibyte, 16 * kibibyte);
        makeSyncTarget(pair.target);
        pair.ours(sizes);
        std::vector<std::function<Usage()>> contenders{[&] { return pair.ours(sizes); }};
        if (hasRsync)
            contenders.emplace_back([&] { return pair.rsync(); });
        const auto results = alternate(contenders, rounds);
        times.push_back(medianWall(results[0]));
        if (hasRsync)
            row(std::format("nothing new, {} chunks", chunks), times.back(), "`rsync -a`", medianWall(results[1]), "");
    }
    row("nothing new, ten times the chunks", times[1], "one time the chunks", times[0], "<= 1.2");
}

/// A snapshot more, of which one chunk in a hundred is new.
void measureOneMore(const Sizes &sizes)
{
    constexpr std::size_t kibibyte = 1024;
    const Pair pair{files::absolute(sizes.folder / "sync-more").string(), files::absolute(sizes.folder / "sync-more-target").string()};
    files::remove_all(pair.source);
    SyncStore store(pair.source, 3);
    store.addChunks(10'000, 64 * kibibyte, 128 * kibibyte);
    store.addSnapshot("vm/100", firstDay);
    makeSyncTarget(pair.target);
    pair.ours(sizes);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 1; i <= 2 * rounds; ++i) { // in turn, each time another one
        store.addChunks(100, 64 * kibibyte, 128 * kibibyte);
        store.addSnapshot("vm/100", firstDay + i * oneDay);
        (i % 2 == 0 ? theirs : ours).push_back(i % 2 == 0 ? pair.rsync().wall : pair.ours(sizes).wall);
    }
    row("one more snapshot, 1 % of 10 000 chunks new", median(ours), "`rsync -a`", median(theirs), "<= 0.05");
}

/// A snapshot more of one group of many: rsync looks at everything, a sync at the group.
void measureOneMoreOfMany(const Sizes &sizes)
{
    constexpr std::size_t groups = 100;
    constexpr std::size_t chunks = 2'000; // of each
    constexpr std::size_t kibibyte = 1024;
    const Pair pair{files::absolute(sizes.folder / "sync-groups").string(), files::absolute(sizes.folder / "sync-groups-target").string()};
    files::remove_all(pair.source);
    SyncStore store(pair.source, 5);
    for (std::size_t i = 1; i <= groups; ++i) {
        store.forget();
        store.addChunks(chunks, kibibyte, 2 * kibibyte);
        store.addSnapshot(std::format("vm/{}", i), firstDay);
    }
    makeSyncTarget(pair.target);
    pair.ours(sizes);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 1; i <= 2 * rounds; ++i) {
        store.addChunks(chunks / 100, kibibyte, 2 * kibibyte);
        store.addSnapshot(std::format("vm/{}", groups), firstDay + i * oneDay);
        (i % 2 == 0 ? theirs : ours).push_back(i % 2 == 0 ? pair.rsync().wall : pair.ours(sizes).wall);
    }
    row(std::format("one more snapshot of one of {} groups, 1 % of its {} chunks new", groups, chunks), median(ours), "`rsync -a`",
        median(theirs), "<= 0.05");
    files::remove_all(pair.source);
    files::remove_all(pair.target);
}

void measureMemory(const Sizes &sizes)
{
    constexpr std::size_t chunks = 1'000'000;
    const Pair pair{files::absolute(sizes.folder / "sync-many").string(), files::absolute(sizes.folder / "sync-many-target").string()};
    if (!files::exists(pair.source)) {
        SyncStore store(pair.source, 4);
        store.addChunks(chunks, 64, 64);
        store.addSnapshot("vm/100", firstDay);
    }
    makeSyncTarget(pair.target);
    const Usage usage = pair.ours(sizes);
    note(std::format("a snapshot of {} chunks: largest memory; time", chunks),
         std::format("{} MiB; {:.1f} s", usage.peakKib / 1024, usage.wall), "< 200 MiB");
    files::remove_all(pair.source);
    files::remove_all(pair.target);
}

/// In memory: what the preview has to work out again when something is typed.
void measurePreview(const Sizes &sizes)
{
    const std::string path = files::absolute(demoStore(sizes, "sync-preview", 1000, 50'000)).string();
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(path).value()).value();
    const Tree tree = readAllDetails(session.store().root, scan(session.store().root).value().tree).value().tree;
    std::vector<double> times;
    std::size_t copied = 0;
    for (int i = 0; i < rounds; ++i) {
        const double start = monotonicSeconds();
        copied = planSync(tree, Tree(), {}).value().count(SyncAction::Copy);
        times.push_back(monotonicSeconds() - start);
    }
    note(std::format("plan of a sync of 1000 groups, {} snapshots to copy", copied), std::format("{:.0f} ms", 1000 * median(times)),
         "< 1 s");
}

} // namespace

void measureSync(const Sizes &sizes)
{
    const bool hasRsync = runProgram({"sh", "-c", "command -v rsync"}).status == 0;
    if (!hasRsync)
        note("sync", "there is no rsync here to compare with", "");
    measurePreview(sizes);
    measureFirst(sizes, hasRsync);
    measureNothingNew(sizes, hasRsync);
    if (hasRsync)
        measureOneMore(sizes);
    if (hasRsync)
        measureOneMoreOfMany(sizes);
    measureMemory(sizes);
}

} // namespace espalier::bench
