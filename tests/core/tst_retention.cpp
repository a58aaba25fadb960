// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/retention.h"

#include "support/fixtures.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <string>

using namespace espalier;
using nlohmann::json;

namespace {

const TimeZone &zone(const std::string &name)
{
    static std::map<std::string, TimeZone> zones;
    const auto found = zones.find(name);
    return found != zones.end() ? found->second : zones.emplace(name, TimeZone::named(name).value()).first->second;
}

/// Candidates from texts such as "2026-03-06T01:00:00Z"; "(I)" behind it: unfinished, "(P)": protected.
std::vector<PruneCandidate> candidates(const QStringList &texts)
{
    std::vector<PruneCandidate> list;
    for (const QString &text : texts) {
        list.push_back({SnapshotTime::fromString(text.first(20).toStdString()).value(), !text.contains(QLatin1String("(I)")),
                        text.contains(QLatin1String("(P)"))});
    }
    return list;
}

std::string pbsWord(PruneVerdict verdict)
{
    switch (verdict) {
    case PruneVerdict::Keep: return "keep";
    case PruneVerdict::KeepPartial: return "keep-partial";
    case PruneVerdict::Protected: return "protected";
    case PruneVerdict::Remove: break;
    }
    return "remove";
}

/// "last1" for the first that keep-last keeps, else PBS's word.
QString wordOf(const PruneMark &mark)
{
    if (mark.rule)
        return QString::fromUtf8(toString(*mark.rule)) + QString::number(mark.position);
    return QString::fromStdString(pbsWord(mark.verdict));
}

QStringList words(const std::vector<PruneMark> &marks)
{
    QStringList list;
    for (const PruneMark &mark : marks)
        list.append(wordOf(mark));
    return list;
}

KeepOptions optionsOf(const json &keep)
{
    KeepOptions options;
    for (const KeepRule rule : allKeepRules) {
        if (const auto found = keep.find(toString(rule)); found != keep.end())
            options[rule] = found->get<std::uint64_t>();
    }
    return options;
}

std::vector<PruneCandidate> candidatesOf(const json &snapshots)
{
    std::vector<PruneCandidate> list;
    for (const json &snapshot : snapshots) {
        list.push_back({SnapshotTime::fromEpoch(snapshot.at("time").get<std::int64_t>()).value(), snapshot.value("finished", true),
                        snapshot.value("protected", false)});
    }
    return list;
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void withoutRulesAllStays();
    void anyOrder();
    void impossibleTimes();
    void repeatedMidnight();
    void fixtures();
    void isFast();
};

void TestRetention::marks_data()
{
    QTest::addColumn<KeepOptions>("options");
    QTest::addColumn<QStringList>("snapshots");
    QTest::addColumn<QStringList>("marks");

    // The texts are cut at blanks: newest first, then what each gets.
    const auto row = [](const char *name, const KeepOptions &options, const char *snapshots, const char *marks) {
        QTest::newRow(name) << options << QString::fromLatin1(snapshots).split(u' ') << QString::fromLatin1(marks).split(u' ');
    };
    row("newest is unfinished", {.last = 2},
        "2026-03-06T01:00:00Z(I) 2026-03-05T01:00:00Z 2026-03-04T01:00:00Z(I) 2026-03-03T01:00:00Z 2026-03-02T01:00:00Z",
        "keep-partial last1 remove last2 remove");
    row("protected ones cover nothing", {.daily = 2},
        "2026-05-03T23:00:00Z(P) 2026-05-03T10:00:00Z 2026-05-02T10:00:00Z 2026-05-01T10:00:00Z 2026-04-30T10:00:00Z(P)",
        "protected daily1 daily2 remove protected");
    row("newest is unfinished and protected", {.last = 1}, "2026-05-03T10:00:00Z(I)(P) 2026-05-02T10:00:00Z(I) 2026-05-01T10:00:00Z",
        "protected remove last1");
    row("all rules after each other", {.last = 2, .hourly = 2, .daily = 2, .yearly = 1},
        "2026-06-15T12:40:00Z 2026-06-15T12:10:00Z 2026-06-15T11:40:00Z 2026-06-15T11:10:00Z 2026-06-15T10:10:00Z "
        "2026-06-14T20:00:00Z 2026-06-13T20:00:00Z 2026-06-12T20:00:00Z 2025-12-31T20:00:00Z 2025-06-01T20:00:00Z",
        "last1 last2 hourly1 remove hourly2 daily1 daily2 remove yearly1 remove");
    row("an ISO week across New Year", {.weekly = 3},
        "2025-01-06T12:00:00Z 2025-01-05T12:00:00Z 2025-01-01T12:00:00Z 2024-12-30T12:00:00Z 2024-12-29T12:00:00Z 2024-12-23T12:00:00Z",
        "weekly1 weekly2 remove remove weekly3 remove");
    row("removed is removed", {.weekly = 1, .monthly = 2},
        "2024-02-03T12:00:00Z 2024-01-31T12:00:00Z 2024-01-28T12:00:00Z 2024-01-20T12:00:00Z 2023-12-30T12:00:00Z",
        "weekly1 remove monthly1 remove monthly2");
}

void TestRetention::marks()
{
    QFETCH(KeepOptions, options);
    QFETCH(QStringList, snapshots);
    QFETCH(QStringList, marks);
    QCOMPARE(words(markForPrune(candidates(snapshots), options, zone("UTC"))), marks);
}

void TestRetention::withoutRulesAllStays()
{
    const auto list = candidates(QStringLiteral("2026-03-06T01:00:00Z(I) 2026-03-05T01:00:00Z(P) 2026-03-04T01:00:00Z(I)").split(u' '));
    QVERIFY(KeepOptions().keepsAll());
    QVERIFY(!KeepOptions{.yearly = 1}.keepsAll());
    QCOMPARE(words(markForPrune(list, {}, zone("UTC"))), QStringLiteral("keep-partial protected remove").split(u' '));
    QCOMPARE(words(planPrune(list, {}, zone("UTC"))), QStringLiteral("keep-partial protected keep").split(u' '));
    QCOMPARE(words(planPrune(list, {.last = 1}, zone("UTC"))), QStringLiteral("keep-partial protected remove").split(u' '));
    QVERIFY(planPrune({}, {.last = 1}, zone("UTC")).empty());
}

void TestRetention::anyOrder()
{
    const auto list = candidates(QStringLiteral("2026-03-04T01:00:00Z 2026-03-06T01:00:00Z 2026-03-05T01:00:00Z").split(u' '));
    QCOMPARE(words(planPrune(list, {.last = 2}, zone("UTC"))), QStringLiteral("remove last1 last2").split(u' '));
}

/// PBS takes such names and lets them roll over; two names of one second are two snapshots.
void TestRetention::impossibleTimes()
{
    const auto list = candidates(QStringLiteral("2024-02-31T00:00:00Z 2024-03-02T00:00:00Z 2024-03-01T00:00:00Z").split(u' '));
    QCOMPARE(planPrune(list, {.last = 2}, zone("UTC")).at(2).verdict, PruneVerdict::Remove);
    QCOMPARE(planPrune(list, {.daily = 2}, zone("UTC")).at(2).verdict, PruneVerdict::Keep);
}

/// In St. John's the clocks went back at one minute past midnight, so that the day before ended twice.
void TestRetention::repeatedMidnight()
{
    const auto list = candidates(QStringLiteral("2010-11-07T02:40:00Z 2010-11-07T02:30:30Z 2010-11-07T02:20:00Z").split(u' '));
    QCOMPARE(words(planPrune(list, {.daily = 3}, zone("America/St_Johns"))), QStringLiteral("daily1 daily2 remove").split(u' '));
}

void TestRetention::fixtures()
{
    const auto cases = test::fixtureValues("prune/vectors.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    std::size_t snapshots = 0;
    for (const json &row : cases) {
        const KeepOptions options = optionsOf(row.at("keep"));
        QCOMPARE(options.keepsAll(), row.value("keep_all", false));
        json marks = json::array();
        for (const PruneMark &mark : markForPrune(candidatesOf(row.at("snapshots")), options, zone(row.at("tz").get<std::string>())))
            marks.push_back(pbsWord(mark.verdict));
        QVERIFY2(marks == row.at("marks"), row.dump().c_str());
        snapshots += marks.size();
    }
    qInfo("prune: %zu cases with %zu snapshots", cases.size(), snapshots);
}

void TestRetention::isFast()
{
    constexpr std::int64_t newest = 1767225600; // 2026-01-01T00:00:00Z
    constexpr int snapshots = 40;
    std::vector<PruneCandidate> list;
    list.reserve(snapshots);
    for (std::int64_t i = 0; i < snapshots; ++i)
        list.push_back({SnapshotTime::fromEpoch(newest - i * 86400).value()});
    const KeepOptions options{.last = 3, .hourly = 24, .daily = 7, .weekly = 4, .monthly = 12, .yearly = 1};
    QElapsedTimer timer;
    timer.start();
    std::size_t marks = 0;
    for (int group = 0; group < 10000; ++group)
        marks += planPrune(list, options, zone("Europe/Vienna")).size();
    qInfo("prune: %zu snapshots of 10 000 groups in %lld ms", marks, timer.elapsed());
    QVERIFY(timer.elapsed() < 60000); // with sanitizers, on a busy computer
}

QTEST_GUILESS_MAIN(TestRetention)

#include "tst_retention.moc"
