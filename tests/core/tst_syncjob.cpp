// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectiontext.h"
#include "core/pbs/syncjob.h"

#include "support/fixtures.h"

#include <QTest>

#include <algorithm>

using namespace espalier;
using nlohmann::json;

namespace {

const char *const whole = "sync: nightly\n"
                          "\tactive-encryption-key key1\n\tassociated-key key2\n\tassociated-key key3\n\tburst-in 2 MiB\n\tburst-out 1 GB\n"
                          "\tcomment two words\n\tencrypted-only true\n\tgroup-filter type:vm\n\tgroup-filter exclude:regex:^vm/9\n"
                          "\tmax-depth 2\n\tns a/b\n\towner sync@pbs!token\n\trate-in 1 MiB\n\trate-out 1024\n\tremote siteA\n"
                          "\tremote-ns c\n\tremote-store main\n\tremove-vanished false\n\tresync-corrupt true\n\trun-on-mount true\n"
                          "\tschedule mon..fri 22:30\n\tstore vault\n\tsync-direction push\n\ttransfer-last 3\n\tunmount-on-done true\n"
                          "\tverified-only true\n\tworker-threads 32\n";

/// The properties of a section as the fixtures have them: numbers and truth values as such, lists as arrays.
json dataOf(const ConfigSection &section)
{
    const std::vector<std::string> numbers{"max-depth", "transfer-last", "worker-threads"};
    json data = {{"id", section.id}};
    for (const auto &[key, value] : section.properties) {
        if (key == "group-filter" || key == "associated-key")
            data[key].push_back(value);
        else if (value == "true" || value == "false")
            data[key] = value == "true";
        else
            data[key] = std::ranges::contains(numbers, key) ? json(std::stoull(value)) : json(value);
    }
    return data;
}

} // namespace

class TestSyncJob : public QObject
{
    Q_OBJECT

private slots:
    void everyProperty();
    void options();
    void unknownSurvive();
    void refused_data();
    void refused();
    void problems_data();
    void problems();
    void fixtures();
    void real();
};

void TestSyncJob::everyProperty()
{
    const auto reading = readSyncJobs(whole, "sync.cfg");
    QCOMPARE(reading.problems.size(), 0U);
    const SyncJob &job = reading.jobs.at(0);
    QVERIFY(job.isPush());
    QCOMPARE(job.workerThreads, 32U);
    QCOMPARE(job.associatedKeys, (std::vector<std::string>{"key2", "key3"}));
    auto text = SectionText::read("", "sync.cfg").value();
    QVERIFY(text.add(job.toSection()));
    QCOMPARE(text.text(), whole);
}

void TestSyncJob::options()
{
    const auto push = readSyncJobs(whole, "sync.cfg").jobs.at(0).options();
    QCOMPARE(push.source.toString(), "a/b");
    QCOMPARE(push.target.toString(), "c");
    QCOMPARE(push.owner, "sync@pbs!token");
    QCOMPARE(push.transferLast, 3U);
    QVERIFY(!push.removeVanished && push.encryptedOnly && push.verifiedOnly && push.resyncCorrupt);
    const auto pull = readSyncJobs("sync: abc\n\tns x\n\tremote-ns y\n\tremote-store main\n\tstore vault\n", "f").jobs.at(0).options();
    QCOMPARE(pull.source.toString(), "y");
    QCOMPARE(pull.target.toString(), "x");
    QCOMPARE(pull.owner, "root@pam");
}

void TestSyncJob::unknownSurvive()
{
    const auto reading = readSyncJobs("sync: abc\n\tremote-store main\n\tstore vault\n\tzeal high\n\tahead 1\n", "f");
    const SyncJob &job = reading.jobs.at(0);
    QCOMPARE(job.others.size(), 2U);
    const ConfigSection section = job.toSection();
    QCOMPARE(section.properties.front(), (std::pair<std::string, std::string>("ahead", "1")));
    QCOMPARE(section.properties.back(), (std::pair<std::string, std::string>("zeal", "high")));
    QCOMPARE(problemsOf(job).size(), 2U);
}

void TestSyncJob::refused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("ok");
    const auto row = [](const char *line, bool ok) { QTest::newRow(line) << QByteArray(line) << ok; };
    row("max-depth 7", true);
    row("max-depth 8", false);
    row("transfer-last 0", false);
    row("worker-threads 33", false);
    row("worker-threads 0", false);
    row("sync-direction both", false);
    row("owner root", false);
    row("ns a//b", false);
    row("ns a/b/c/d/e/f/g", true);
    row("ns a/b/c/d/e/f/g/h", false);
    row("group-filter regex:(?=x)", false);
    row("group-filter type:vmm", false);
    row("rate-in .5 kib", true);
    row("rate-in 5.", true);
    row("rate-in 5 EiB", false);
    row("rate-in -5", false);
    row("rate-in MiB", false);
    row("schedule sometimes", false);
    row("remove-vanished maybe", false);
    row("remove-vanished oN", true);
    row("remote a", false);
}

void TestSyncJob::refused()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, ok);
    const auto reading = readSyncJobs("sync: abc\n\tremote-store main\n\tstore vault\n\t" + line.toStdString() + "\n", "f");
    QCOMPARE(reading.problems.empty(), ok);
    QCOMPARE(reading.jobs.size(), ok ? 1U : 0U);
}

void TestSyncJob::problems_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("count");
    QTest::newRow("fine") << QByteArray("\tns a/b\n\tmax-depth 5\n") << 0;
    QTest::newRow("too deep here") << QByteArray("\tns a/b\n\tmax-depth 6\n") << 1;
    QTest::newRow("too deep there") << QByteArray("\tremote-ns a/b\n\tmax-depth 6\n") << 1;
    QTest::newRow("deep without a number") << QByteArray("\tremote-ns a/b/c/d/e/f/g\n") << 0;
    QTest::newRow("push without remote") << QByteArray("\tsync-direction push\n") << 1;
    QTest::newRow("push that mends") << QByteArray("\tsync-direction push\n\tremote rem\n\tresync-corrupt true\n") << 1;
    QTest::newRow("pull with a key") << QByteArray("\tactive-encryption-key key\n") << 1;
    QTest::newRow("unmount without mount") << QByteArray("\tunmount-on-done true\n") << 1;
}

void TestSyncJob::problems()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, count);
    const auto reading = readSyncJobs("sync: abc\n\tremote-store main\n\tstore vault\n" + lines.toStdString(), "f");
    QCOMPARE(problemsOf(reading.jobs.at(0)).size(), static_cast<std::size_t>(count));
    SyncJob same = reading.jobs.at(0);
    same.remoteStore = same.store;
    QCOMPARE(problemsOf(same).size(), static_cast<std::size_t>(count + (same.remote ? 0 : 1)));
}

/// Every sync.cfg of the fixtures: which values PBS reads, and what it makes of them.
void TestSyncJob::fixtures()
{
    const auto cases = test::fixtureValues("config/section-config.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    int good = 0;
    int bad = 0;
    for (const json &row : cases) {
        if (row.at("file") != "sync.cfg")
            continue;
        const auto reading = readSyncJobs(row.at("text").get<std::string>(), "sync.cfg");
        const bool hasUnknown = std::ranges::any_of(reading.jobs, [](const SyncJob &job) { return !job.others.empty(); });
        const bool isFine = reading.problems.empty() && !hasUnknown;
        if (!row.at("ok")) {
            QVERIFY2(!isFine, row.dump().c_str());
            ++bad;
            continue;
        }
        for (const auto &[id, typed] : row.at("typed").items()) {
            const auto job = std::ranges::find(reading.jobs, id, &SyncJob::id);
            QVERIFY2((job != reading.jobs.end()) == typed.contains("ok"), row.dump().c_str());
            if (job == reading.jobs.end())
                continue;
            const std::string ours = dataOf(job->toSection()).dump();
            json theirs = row.at("sections").at(id).at("data");
            if (theirs.contains("group-filter")) // as the job has them: without "include:"
                theirs["group-filter"] = typed.at("ok").at("group-filter");
            QCOMPARE(ours, theirs.dump());
            ++good;
        }
    }
    QVERIFY(good > 0 && bad > 0);
    qInfo("%d sync jobs as PBS reads them, %d files as it refuses them", good, bad);
}

void TestSyncJob::real()
{
    const auto text = test::fixtureContent("config-real/sync.cfg");
    if (!text)
        QSKIP(test::skipReason);
    const auto reading = readSyncJobs(*text, "sync.cfg");
    QVERIFY(reading.problems.empty());
    auto written = SectionText::read("", "sync.cfg").value();
    for (const SyncJob &job : reading.jobs)
        QVERIFY(written.add(job.toSection()));
    QCOMPARE(written.text(), *text);
}

QTEST_APPLESS_MAIN(TestSyncJob)

#include "tst_syncjob.moc"
