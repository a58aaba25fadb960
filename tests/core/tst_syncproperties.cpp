// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/randomsync.h"

#include <QTest>

#include <map>

using namespace espalier;
using namespace espalier::test;

// What holds for every sync, on random pairs of datastores: doing it again does nothing, every chunk of every index is there and right,
// holes are never filled, and by default nothing goes that PBS would leave. ESPALIER_SEEDS says how many pairs.

namespace {

using Paths = std::set<std::string>;

/// The directories of all finished snapshots.
Paths finishedIn(const Rows &rows)
{
    Paths paths;
    for (const Row &row : rows) {
        if (row.path.ends_with("/index.json.blob"))
            paths.insert(row.path.substr(0, row.path.rfind('/')));
    }
    return paths;
}

/// Group and time of a snapshot's directory.
std::pair<std::string, std::string> parts(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return {path.substr(0, slash), path.substr(slash + 1)};
}

} // namespace

class TestSyncProperties : public QObject
{
    Q_OBJECT

private slots:
    void pairs();
    void filters();
};

void TestSyncProperties::pairs()
{
    const int seeds = qEnvironmentVariableIsSet("ESPALIER_SEEDS") ? qEnvironmentVariableIntValue("ESPALIER_SEEDS") : 150;
    std::size_t copied = 0;
    std::size_t removed = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const SyncBench bench;
        const SyncBench exact;
        Dice same = dice;
        fillRandomly(bench, SyncBench::sourceRoot, dice);
        fillRandomly(bench, SyncBench::targetRoot, dice);
        fillRandomly(exact, SyncBench::sourceRoot, same);
        fillRandomly(exact, SyncBench::targetRoot, same);
        SyncOptions job = randomJob(dice);
        if (!bench.plan(job))
            continue; // no such namespace
        const std::string name = "seed " + std::to_string(seed) + ": ";
        const Rows source = bench.rows(SyncBench::sourceRoot);
        const Rows before = bench.rows(SyncBench::targetRoot);
        const SyncReport report = bench.run(job);
        const Rows after = bench.rows(SyncBench::targetRoot);
        QVERIFY2(!report.failure, (name + failureOf(report)).c_str());
        QCOMPARE(difference(source, bench.rows(SyncBench::sourceRoot)), "");
        QCOMPARE(name + problemsIn(bench, SyncBench::targetRoot), name);

        std::map<std::string, std::string> newest;
        for (const std::string &path : finishedIn(before))
            newest[parts(path).first] = std::max(newest[parts(path).first], parts(path).second);
        const Paths was = finishedIn(before);
        for (const std::string &path : finishedIn(after)) {
            const bool isNew = !was.contains(path);
            const bool isMended = job.resyncCorrupt && std::ranges::contains(before, path, &Row::path);
            QVERIFY2(!isNew || isMended || newest[parts(path).first] < parts(path).second, (name + path + " fills a hole").c_str());
        }
        if (!job.removeVanished) {
            for (const std::string &path : was)
                QVERIFY2(finishedIn(after).contains(path), (name + path + " is gone").c_str());
        }
        for (const Row &row : before) {
            if (row.path.ends_with("/.protected"))
                QVERIFY2(std::ranges::contains(after, row.path, &Row::path), (name + row.path).c_str());
        }

        // Where the newest at the target was removed, older ones of the source are not older than it any more: so it is with PBS.
        const Rows settled = report.removedSnapshots > 0 ? (bench.run(job), bench.rows(SyncBench::targetRoot)) : after;
        const SyncReport again = bench.run(job);
        QCOMPARE(name + difference(settled, bench.rows(SyncBench::targetRoot)), name);
        QCOMPARE(again.copied + again.updated + again.removedSnapshots, 0U);
        QCOMPARE(again.chunks.copied, 0U);

        job.exactPbs = true;
        const SyncReport theirs = exact.run(job);
        QVERIFY2(!theirs.failure, (name + failureOf(theirs)).c_str());
        for (const std::string &path : finishedIn(exact.rows(SyncBench::targetRoot)))
            QVERIFY2(finishedIn(after).contains(path), (name + path + " is only there in exact mode").c_str());
        copied += report.copied;
        removed += report.removedSnapshots;
    }
    QVERIFY(copied > 0 && removed > 0);
    qInfo("%d pairs: %zu snapshots copied, %zu removed", seeds, copied, removed);
}

/// A filter and its exclusion share all groups between them; an exclusion beside it leaves none.
void TestSyncProperties::filters()
{
    Dice dice(7);
    SyncBench bench;
    fillRandomly(bench, SyncBench::sourceRoot, dice);
    const auto groups = [&bench](const std::vector<std::string> &filters) {
        SyncOptions job;
        for (const std::string &text : filters)
            job.filters.push_back(GroupFilter::fromString(text).value());
        Paths taken;
        const auto plan = bench.plan(job).value();
        for (const SyncNamespace &each : plan.namespaces) {
            for (const SyncGroup &group : each.groups)
                taken.insert(each.source.toString() + ":" + group.id.toString());
        }
        return taken;
    };
    const Paths all = groups({});
    QVERIFY(all.size() > 4);
    for (const char *filter : {"type:vm", "group:ct/1", "regex:1$", "regex:", "regex:^nothing$"}) {
        const std::string text = filter;
        const Paths with = groups({text});
        Paths both = groups({"exclude:" + text});
        for (const std::string &group : with)
            QVERIFY(!both.contains(group));
        both.insert(with.begin(), with.end());
        QCOMPARE(both, all);
        QVERIFY(groups({text, "exclude:" + text}).empty());
        QCOMPARE(groups({text, "exclude:regex:^nothing$"}), with);
    }
}

QTEST_GUILESS_MAIN(TestSyncProperties)

#include "tst_syncproperties.moc"
