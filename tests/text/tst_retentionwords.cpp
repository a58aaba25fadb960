// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/retentionwords.h"

#include <QTest>

using namespace espalier;

class TestRetentionWords : public QObject
{
    Q_OBJECT

private slots:
    void sentences_data();
    void sentences();
    void reasons_data();
    void reasons();
};

void TestRetentionWords::sentences_data()
{
    QTest::addColumn<KeepOptions>("options");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("none") << KeepOptions() << QStringLiteral("Keeps everything.");
    QTest::newRow("last") << KeepOptions{.last = 3} << QStringLiteral("Keeps the last 3 snapshot(s).");
    QTest::newRow("daily first") << KeepOptions{.daily = 7} << QStringLiteral("Keeps one a day for 7 day(s) that have a snapshot.");
    QTest::newRow("both") << KeepOptions{.last = 3, .daily = 7}
                          << QStringLiteral("Keeps the last 3 snapshot(s), then one a day for 7 more day(s) that have a snapshot.");
    QTest::newRow("three") << KeepOptions{.hourly = 1, .weekly = 2, .yearly = 3}
                           << QStringLiteral(
                                  "Keeps one an hour for 1 hour(s) that have a snapshot, then one a week for 2 more week(s) that "
                                  "have a snapshot, then one a year for 3 more year(s) that have a snapshot.");
    QTest::newRow("very many") << KeepOptions{.last = std::uint64_t{1} << 40, .monthly = std::uint64_t{1} << 31}
                               << QStringLiteral("Keeps all finished snapshots, then one a month.");
}

void TestRetentionWords::sentences()
{
    QFETCH(KeepOptions, options);
    QFETCH(QString, sentence);
    QCOMPARE(text::keepSentence(options), sentence);
}

void TestRetentionWords::reasons_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("rule");    // -1: none
    QTest::addColumn<int>("surplus"); // -1: none
    QTest::addColumn<bool>("finished");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *name, PruneVerdict verdict, int rule, int surplus, bool finished, const char *reason) {
        QTest::newRow(name) << int(verdict) << rule << surplus << finished << QString::fromLatin1(reason);
    };
    row("last", PruneVerdict::Keep, int(KeepRule::Last), -1, true, "last 2 of 3");
    row("daily", PruneVerdict::Keep, int(KeepRule::Daily), -1, true, "daily 2 of 7: 2026-03-05");
    row("no rules", PruneVerdict::Keep, -1, -1, true, "no rule is set");
    row("surplus", PruneVerdict::Remove, -1, int(KeepRule::Weekly), true, "a newer one of 2026-W10 is kept");
    row("too old", PruneVerdict::Remove, -1, -1, true, "no rule keeps it");
    row("unfinished", PruneVerdict::Remove, -1, -1, false, "unfinished, and not the newest");
    row("may run", PruneVerdict::KeepPartial, -1, -1, false, "the newest: it may be a backup that runs");
    row("protected", PruneVerdict::Protected, -1, -1, true, "protected by hand");
}

void TestRetentionWords::reasons()
{
    QFETCH(int, verdict);
    QFETCH(int, rule);
    QFETCH(int, surplus);
    QFETCH(bool, finished);
    QFETCH(QString, reason);
    const PruneCandidate snapshot{.time = SnapshotTime::fromString("2026-03-05T10:00:00Z").value(), .finished = finished};
    PruneMark mark{.verdict = static_cast<PruneVerdict>(verdict), .position = 2};
    if (rule >= 0)
        mark.rule = static_cast<KeepRule>(rule);
    if (surplus >= 0)
        mark.surplusOf = static_cast<KeepRule>(surplus);
    QCOMPARE(text::pruneReason(snapshot, mark, {.last = 3, .daily = 7}, TimeZone()), reason);
}

QTEST_GUILESS_MAIN(TestRetentionWords)

#include "tst_retentionwords.moc"
