// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fixtures.h"
#include "support/syncbench.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace espalier;
using namespace espalier::test;
using nlohmann::json;

// Every pull that a real PBS did, done again: file by file, chunk by chunk. Without the fixtures a few of them that come with the project.

namespace {

std::vector<json> cases()
{
    auto all = fixtureValues("sync/cases.jsonl");
    return all.empty() ? jsonLines(unpackZstd(readWholeFile(dataPath("sync-cases.jsonl.zst")))) : all;
}

/// The tree as PBS left it, with the ids of this process and every content as its digest.
Rows comparable(Rows rows)
{
    for (Row &row : rows) {
        row.user = fs::processUser();
        row.group = fs::processGroup();
        if (row.kind == 'f' && !row.content.starts_with("sha256:"))
            row.content = "sha256:" + Digest::of(row.content).toHex();
    }
    std::ranges::sort(rows, {}, &Row::path);
    return rows;
}

/// Without what PBS leaves lying about after a refusal.
Rows withoutLeftovers(Rows rows, const Rows &before)
{
    std::erase_if(rows, [&](const Row &row) { return row.path.ends_with(".tmp") && !std::ranges::contains(before, row.path, &Row::path); });
    return rows;
}

/// Digests of all chunks that the snapshots refer to.
std::set<std::string> neededChunks(const Rows &rows)
{
    std::set<std::string> digests;
    for (const Row &row : rows) {
        const auto index = readIndex(row.content, row.path);
        for (const IndexEntry &entry : index ? index->entries : std::vector<IndexEntry>())
            digests.insert(entry.digest.toHex());
    }
    return digests;
}

/// PBS reads many chunks at once, so of a snapshot that failed some more may be there, which nothing refers to; in a few cases there are
/// others which no index of the pull names at all. How many.
std::size_t dropUnneeded(std::set<std::string> &theirs, const std::set<std::string> &ours, const std::set<std::string> &needed)
{
    return std::erase_if(theirs, [&](const std::string &digest) { return !ours.contains(digest) && !needed.contains(digest); });
}

std::set<std::string> pathsOf(const Rows &rows, std::string_view ending)
{
    std::set<std::string> paths;
    for (const Row &row : rows) {
        if (row.path.ends_with(ending))
            paths.insert(row.path);
    }
    return paths;
}

} // namespace

class TestSyncFixtures : public QObject
{
    Q_OBJECT

private slots:
    void exact();
    void byDefault();
};

void TestSyncFixtures::exact()
{
    int number = 0;
    int wrong = 0;
    int refused = 0;
    std::size_t unneeded = 0;
    for (const json &each : cases()) {
        const SyncBench bench;
        loadStore(bench, SyncBench::sourceRoot, each.at("source"));
        loadStore(bench, SyncBench::targetRoot, each.at("target"));
        const Rows sourceBefore = bench.rows(SyncBench::sourceRoot);
        SyncOptions job = syncOptions(each.at("job"));
        job.exactPbs = true;
        const Rows before = bench.rows(SyncBench::targetRoot);
        SyncRunOptions options;
        options.threads = 1;
        const SyncReport report = bench.run(job, nullptr, options);
        const bool isOk = each.at("result").at("status") == "OK";
        const Rows rows = bench.rows(SyncBench::targetRoot);
        const std::string differs = difference(comparable(withoutLeftovers(rowsFromJson(each.at("after")), before)), comparable(rows));
        const auto chunks = bench.chunks(SyncBench::targetRoot);
        auto chunksThere = each.at("chunks_after").get<std::set<std::string>>();
        unneeded += dropUnneeded(chunksThere, chunks, neededChunks(rows));
        if (!differs.empty() || chunks != chunksThere || report.isOk() != isOk) {
            ++wrong;
            qWarning("case %d %s: %s\n%s%zu chunks, PBS %zu; ours: %s PBS: %s", number, each.at("job").dump().c_str(),
                     report.isOk() ? "OK" : "not OK", differs.c_str(), chunks.size(), chunksThere.size(), failureOf(report).c_str(),
                     each.at("result").at("status").get<std::string>().c_str());
        }
        QCOMPARE(difference(sourceBefore, bench.rows(SyncBench::sourceRoot)), "");
        refused += isOk ? 0 : 1;
        ++number;
    }
    qInfo("%d pulls as PBS did them, %d of which did not end OK; %zu chunks that PBS has besides and that nothing needs", number, refused,
          unneeded);
    QVERIFY(unneeded * 20 < static_cast<std::size_t>(number));
    QCOMPARE(wrong, 0);
}

/// Nothing goes that PBS would leave, and everything comes that PBS would copy.
void TestSyncFixtures::byDefault()
{
    int number = 0;
    int more = 0;
    for (const json &each : cases()) {
        const SyncBench bench;
        loadStore(bench, SyncBench::sourceRoot, each.at("source"));
        loadStore(bench, SyncBench::targetRoot, each.at("target"));
        const Rows before = bench.rows(SyncBench::targetRoot);
        const SyncReport report = bench.run(syncOptions(each.at("job")));
        QVERIFY2(!report.failure, failureOf(report).c_str());
        const Rows rows = bench.rows(SyncBench::targetRoot);
        const Rows theirs = rowsFromJson(each.at("after"));
        for (const char *ending : {"/index.json.blob", "Z", "/owner", ".fidx", ".didx", ".conf.blob"}) {
            for (const std::string &path : pathsOf(theirs, ending))
                QVERIFY2(std::ranges::contains(rows, path, &Row::path), (std::to_string(number) + ": " + path).c_str());
        }
        for (const std::string &path : pathsOf(before, "/.protected"))
            QVERIFY2(std::ranges::contains(rows, path, &Row::path), (std::to_string(number) + ": " + path).c_str());
        more += pathsOf(rows, "Z").size() > pathsOf(theirs, "Z").size() ? 1 : 0;
        ++number;
    }
    qInfo("%d pulls by default: nothing less than PBS has; in %d of them more stays", number, more);
    QVERIFY(more > 0);
}

QTEST_GUILESS_MAIN(TestSyncFixtures)

#include "tst_syncfixtures.moc"
