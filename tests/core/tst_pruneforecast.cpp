// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneforecast.h"
#include "core/plan/prunewarnings.h"
#include "plansupport.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

constexpr std::int64_t firstDay = 1767225600; // 2026-01-01T00:00:00Z
constexpr std::int64_t day = 86400;

Group groupOf(const std::vector<std::int64_t> &times)
{
    Group group{.id = GroupId::fromString("vm/100").value(), .owner = AuthId::fromString("backup@pbs").value()};
    group.snapshots.reserve(times.size());
    for (const std::int64_t time : times)
        group.snapshots.push_back({.time = SnapshotTime::fromEpoch(time).value(), .finished = true});
    return group;
}

Group daily(int count)
{
    std::vector<std::int64_t> times;
    times.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        times.push_back(firstDay + i * day);
    return groupOf(times);
}

PrunePlan planOf(const Group &group, const KeepOptions &options, std::string_view path = "")
{
    return planPrune(withGroupAt(Tree(), path, group), {}, options, TimeZone());
}

/// Days after the first one, newest first.
QString daysOf(const PrunePlan &plan)
{
    QStringList days;
    for (const Snapshot &snapshot : plan.groups.at(0).group->snapshots)
        days.prepend(QString::number(double(snapshot.time.epoch() - firstDay) / double(day)));
    return days.join(u' ');
}

} // namespace

class TestPruneForecast : public QObject
{
    Q_OBJECT

private slots:
    void rhythm()
    {
        QCOMPARE(usualDistance(daily(1)), 0);
        QCOMPARE(usualDistance(daily(5)), day);
        QCOMPARE(usualDistance(groupOf({0, 100, 200, 10'000})), 100);
    }

    void dailyBackupsGoOn()
    {
        const std::int64_t now = firstDay + 9 * day + 3600;
        const PrunePlan plan = planOf(daily(10), {.last = 3});
        QCOMPARE(daysOf(forecastPrune(plan, TimeZone(), now, now)), QStringLiteral("9 8 7")); // the prune itself
        QCOMPARE(daysOf(forecastPrune(plan, TimeZone(), now, now + 30 * day)), QStringLiteral("39 38 37"));
    }

    /// Weekly ones become what they are while it is pruned each day; a single prune at the end would keep others.
    void whatAPruneEachDayLeaves()
    {
        const std::int64_t now = firstDay + 9 * day + 3600;
        const PrunePlan forecast = forecastPrune(planOf(daily(10), {.last = 2, .weekly = 3}), TimeZone(), now, now + 60 * day);
        QCOMPARE(daysOf(forecast), QStringLiteral("69 68 66 59 52")); // Sundays are 3, 10, …
        QCOMPARE(forecast.totals.removed, 0U);
        QCOMPARE(forecast.groups[0].marks.front().rule, std::optional(KeepRule::Weekly));
    }

    void backupsThatDidNotComeAreNotMadeUp()
    {
        const std::int64_t now = firstDay + 12 * day + 3600; // two are overdue
        const PrunePlan plan = planOf(daily(10), {.last = 3});
        QCOMPARE(daysOf(forecastPrune(plan, TimeZone(), now, now + day)), QStringLiteral("13 9 8"));
    }

    void oldGroupsGetNoMore()
    {
        const std::int64_t now = firstDay + 100 * day;
        QCOMPARE(daysOf(forecastPrune(planOf(daily(10), {.last = 2}), TimeZone(), now, now + 100 * day)), QStringLiteral("9 8"));
    }

    void aSingleBackupHasNoRhythm()
    {
        QCOMPARE(daysOf(forecastPrune(planOf(daily(1), {.last = 2}), TimeZone(), firstDay, firstDay + 100 * day)), QStringLiteral("0"));
    }

    void withoutRulesEverythingStays()
    {
        const PrunePlan forecast = forecastPrune(planOf(daily(10), {}), TimeZone(), firstDay + 9 * day, firstDay + 19 * day);
        QCOMPARE(forecast.totals.kept, 20U);
    }

    void protectedOnesStay()
    {
        Group group = daily(10);
        group.snapshots[2].isProtected = true;
        QCOMPARE(daysOf(forecastPrune(planOf(group, {.last = 1}), TimeZone(), firstDay + 9 * day, firstDay + 50 * day)),
                 QStringLiteral("50 2"));
    }

    void secondsApart()
    {
        const PrunePlan plan = planOf(groupOf({firstDay, firstDay + 1, firstDay + 2}), {});
        QCOMPARE(forecastPrune(plan, TimeZone(), firstDay + 2, firstDay + 2 + day).totals.kept, 3U + 144U); // ten minutes apart
    }

    void groupsStayWhereTheyAre()
    {
        Tree tree = withGroupAt(Tree(), "a/b", daily(10));
        tree = withGroupAt(tree, "", daily(5));
        tree = withGroupAt(tree, "a/c", daily(5));
        const PrunePlan plan = planPrune(tree, {.range = {.top = ns("")}}, {.last = 1}, TimeZone());
        const PrunePlan forecast = forecastPrune(plan, TimeZone(), firstDay, firstDay + day);
        QCOMPARE(forecast.groups.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(forecast.groups[i].ns, plan.groups[i].ns);
    }

    void stopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const PrunePlan plan = planOf(daily(10), {.last = 1});
        QCOMPARE(forecastPrune(plan, TimeZone(), firstDay, firstDay + 9 * day, stop.get_token()).groups[0].group->snapshots.size(), 10U);
    }
};

QTEST_APPLESS_MAIN(TestPruneForecast)
#include "tst_pruneforecast.moc"
