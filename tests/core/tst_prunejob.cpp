// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunejob.h"

#include "core/datastore/prunejobs.h"
#include "core/fs/memory.h"
#include "support/fixtures.h"

#include <QTest>

using namespace espalier;
using nlohmann::json;

namespace {

PruneJobReading read(const char *text)
{
    return readPruneJobs(text, "prune.cfg");
}

/// The job in the fields of PBS's API.
json toJson(const PruneJob &job)
{
    json object{{"id", job.id}, {"store", job.store}, {"schedule", job.schedule.text()}};
    if (!job.isEnabled())
        object["disable"] = true;
    if (job.range.maxDepth)
        object["max-depth"] = *job.range.maxDepth;
    for (const KeepRule rule : allKeepRules) {
        if (job.keep[rule])
            object["keep-" + std::string(toString(rule))] = *job.keep[rule];
    }
    return object;
}

/// PBS's object without the fields of which only the value matters here, not whether they are there.
json withoutDefaults(json object)
{
    object.erase("ns");
    object.erase("comment");
    return object;
}

} // namespace

class TestPruneJob : public QObject
{
    Q_OBJECT

private slots:
    void everyProperty();
    void defaults();
    void refused_data();
    void refused();
    void lastOfOneIdWins();
    void fixtures();
    void readsTheHost();
};

void TestPruneJob::everyProperty()
{
    const auto reading
        = read("prune: nightly\n\tcomment a b\n\tdisable on\n\tkeep-daily +007\n\tkeep-hourly 2\n\tkeep-last 1\n"
               "\tkeep-monthly 4\n\tkeep-weekly 3\n\tkeep-yearly 5\n\tmax-depth 2\n\tns a/b\n\tschedule mon 2:00\n\tstore tank\n");
    QVERIFY(reading.problems.empty());
    const PruneJob &job = reading.jobs.at(0);
    QCOMPARE(job.id, std::string("nightly"));
    QCOMPARE(job.store, std::string("tank"));
    QCOMPARE(job.schedule.text(), std::string("mon 2:00"));
    QCOMPARE(job.disable, std::optional(true));
    QVERIFY(!job.isEnabled());
    QCOMPARE(job.range.top.toString(), std::string("a/b"));
    QCOMPARE(job.range.maxDepth, std::optional(2));
    QVERIFY((job.keep == KeepOptions{.last = 1, .hourly = 2, .daily = 7, .weekly = 3, .monthly = 4, .yearly = 5}));
    QCOMPARE(job.comment, std::string("a b"));
}

void TestPruneJob::defaults()
{
    const auto reading = read("prune: nightly\n\tschedule daily\n\tstore tank\n");
    const PruneJob &job = reading.jobs.at(0);
    QVERIFY(job.isEnabled() && !job.disable && job.range.top.isRoot() && !job.range.maxDepth && job.keep.keepsAll() && job.comment.empty());
    QVERIFY(read("").jobs.empty() && read("").problems.empty());
}

void TestPruneJob::refused_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QByteArray>("key");

    QTest::newRow("no store") << QByteArray("\tschedule daily\n") << QByteArray("store");
    QTest::newRow("no schedule") << QByteArray("\tstore tank\n") << QByteArray("schedule");
    QTest::newRow("no such schedule") << QByteArray("\tstore tank\n\tschedule Daily\n") << QByteArray("schedule");
    QTest::newRow("keep 0") << QByteArray("\tstore tank\n\tschedule daily\n\tkeep-last 0\n") << QByteArray("keep-last");
    QTest::newRow("too many") << QByteArray("\tstore tank\n\tschedule daily\n\tkeep-last 9223372036854775808\n") << QByteArray("keep-last");
    QTest::newRow("depth 8") << QByteArray("\tstore tank\n\tschedule daily\n\tmax-depth 8\n") << QByteArray("max-depth");
    QTest::newRow("perhaps") << QByteArray("\tstore tank\n\tschedule daily\n\tdisable perhaps\n") << QByteArray("disable");
    QTest::newRow("unknown key") << QByteArray("\tstore tank\n\tschedule daily\n\tkeep-minutely 3\n") << QByteArray("keep-minutely");
    QTest::newRow("namespace") << QByteArray("\tstore tank\n\tschedule daily\n\tns a//b\n") << QByteArray("ns");
    QTest::newRow("long comment") << QByteArray("\tstore tank\n\tschedule daily\n\tcomment ") + QByteArray(129, 'x') + "\n"
                                  << QByteArray("comment");
}

void TestPruneJob::refused()
{
    QFETCH(QByteArray, properties);
    QFETCH(QByteArray, key);
    const auto reading = read(("prune: nightly\n" + properties).constData());
    QVERIFY(reading.jobs.empty());
    QCOMPARE(reading.problems.size(), std::size_t(1));
    QCOMPARE(reading.problems.front().id, MessageId::ConfigLineIgnored);
    QCOMPARE(QByteArray::fromStdString(reading.problems.front().args.at(1)), "prune: nightly, " + key);
}

void TestPruneJob::lastOfOneIdWins()
{
    const auto reading = read("prune: abc\n\tschedule daily\n\tstore one\n\nprune: abc\n\tschedule daily\n\tstore two\n");
    QCOMPARE(reading.jobs.size(), std::size_t(1));
    QCOMPARE(reading.jobs.front().store, std::string("two"));
}

/// What PBS's own reader makes of the files.
void TestPruneJob::fixtures()
{
    int files = 0;
    const auto cases = test::fixtureValues("config/section-config.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    for (const json &row : cases) {
        if (row.at("file") != "prune.cfg")
            continue;
        ++files;
        const auto reading = readPruneJobs(row.at("text").get<std::string>(), "prune.cfg");
        const json typed = row.value("typed", json::object());
        const bool isGood = row.at("ok").get<bool>() && std::ranges::all_of(typed, [](const json &job) { return job.contains("ok"); });
        QVERIFY2(reading.problems.empty() == isGood, row.dump().c_str());
        if (!isGood)
            continue;
        QCOMPARE(reading.jobs.size(), typed.size());
        for (const PruneJob &job : reading.jobs) {
            const json &expected = typed.at(job.id).at("ok");
            QVERIFY2(toJson(job) == withoutDefaults(expected), (toJson(job).dump() + " " + expected.dump()).c_str());
            QCOMPARE(job.range.top.toString(), expected.value("ns", std::string()));
            QCOMPARE(job.comment, expected.value("comment", std::string()));
        }
    }
    qInfo("prune.cfg: %d files", files);
    QVERIFY(files > 0);
}

void TestPruneJob::readsTheHost()
{
    const PbsHost host;
    const auto files = fs::MemoryFileSystem::create();
    QVERIFY(readPruneJobs(*files, host).jobs.empty());
    QVERIFY(readPruneJobs(*files, host).problems.empty());
    files->makeFile("/etc/proxmox-backup/prune.cfg", "prune: abc\n\tschedule daily\n\tstore tank\n");
    QCOMPARE(readPruneJobs(*files, host).jobs.size(), std::size_t(1));
    files->makeFile("/etc/proxmox-backup/prune.cfg", "# nothing\n");
    QCOMPARE(readPruneJobs(*files, host).problems.at(0).id, MessageId::ConfigDamaged);
}

QTEST_GUILESS_MAIN(TestPruneJob)

#include "tst_prunejob.moc"
