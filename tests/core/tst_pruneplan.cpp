// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneplan.h"

#include "core/plan/prunewarnings.h"
#include "plansupport.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace espalier;
using namespace espalier::test;

namespace {

constexpr std::int64_t firstDay = 1767225600; // 2026-01-01T00:00:00Z
constexpr std::int64_t day = 86400;

/// Groups of five daily snapshots from 2026-01-01 on.
Tree smallTree()
{
    Tree tree;
    tree = withGroupAt(tree, "", makeGroup("vm/100", 5));
    tree = withGroupAt(tree, "a", makeGroup("vm/100", 5));
    tree = withGroupAt(tree, "a", makeGroup("ct/7", 5));
    tree = withGroupAt(tree, "a/b", makeGroup("vm/101", 5));
    return withGroupAt(tree, "c", makeGroup("host/x", 5));
}

QStringList names(const PrunePlan &plan)
{
    QStringList list;
    for (const GroupPrune &prune : plan.groups)
        list << QString::fromStdString(prune.ns.toString() + ":" + prune.group->id.toString());
    return list;
}

std::vector<MessageId> ids(const std::vector<Error> &warnings)
{
    std::vector<MessageId> list;
    std::ranges::transform(warnings, std::back_inserter(list), &Error::id);
    return list;
}

JobReference pruneJob(std::string_view id, std::string_view top, std::optional<int> depth = std::nullopt)
{
    return {.kind = JobKind::Prune, .id = std::string(id), .store = "tank", .range = {ns(top), depth}, .keep = {.last = 1}, .filters = {}};
}

JobReference syncJob(bool isPush, bool removesVanished)
{
    SyncReference sync;
    sync.isPush = isPush;
    sync.removesVanished = removesVanished;
    sync.remote = isPush ? "far" : "";
    sync.remoteStore = "other";
    JobReference job{.kind = JobKind::Sync, .id = "copy", .store = "tank", .range = {ns("a"), std::nullopt}, .filters = {}};
    if (!isPush) { // of the same server, from here
        job.store = "vault";
        sync.remoteStore = "tank";
        sync.remoteNs = ns("a");
    }
    job.sync = sync;
    return job;
}

} // namespace

class TestPrunePlan : public QObject
{
    Q_OBJECT

private slots:
    void scopes_data();
    void scopes();
    void counts();
    void sizes();
    void withoutRulesNothingGoes();
    void groupsThatPbsCannotList();
    void zones();
    void warnsOfOptions();
    void warnsOfOldGroups();
    void warnsOfCopies_data();
    void warnsOfCopies();
    void warnsOfJobs();
    void isFast();
};

void TestPrunePlan::scopes_data()
{
    QTest::addColumn<QString>("top");
    QTest::addColumn<int>("depth"); // -1: all
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QStringList>("groups");

    const auto row = [](const char *name, const char *top, int depth, const char *type, const char *selected, const char *groups) {
        QTest::newRow(name) << QString::fromLatin1(top) << depth << QString::fromLatin1(type) << QString::fromLatin1(selected)
                            << QString::fromLatin1(groups).split(u' ', Qt::SkipEmptyParts);
    };
    row("all", "", -1, "", "", ":vm/100 a:ct/7 a:vm/100 a/b:vm/101 c:host/x");
    row("depth 0", "", 0, "", "", ":vm/100");
    row("depth 1", "", 1, "", "", ":vm/100 a:ct/7 a:vm/100 c:host/x");
    row("below a", "a", -1, "", "", "a:ct/7 a:vm/100 a/b:vm/101");
    row("deeper than there is", "a/b", 7, "", "", "a/b:vm/101");
    row("one type", "", -1, "vm", "", ":vm/100 a:vm/100 a/b:vm/101");
    row("one group", "", -1, "", "vm/100", "a:vm/100");
    row("nothing there", "x", -1, "", "", "");
}

void TestPrunePlan::scopes()
{
    QFETCH(QString, top);
    QFETCH(int, depth);
    QFETCH(QString, type);
    QFETCH(QString, selected);
    QFETCH(QStringList, groups);
    PruneScope scope{.range = {ns(top.toStdString()), depth < 0 ? std::nullopt : std::optional(depth)}};
    if (!type.isEmpty())
        scope.type = backupTypeFromString(type.toStdString()).value();
    if (!selected.isEmpty())
        scope.selected = {{ns("c"), groupId("vm/1")}, {ns("a"), groupId(selected.toStdString())}};
    QCOMPARE(names(planPrune(smallTree(), scope, {.last = 2}, TimeZone())), groups);
}

void TestPrunePlan::counts()
{
    Group group = makeGroup("vm/1", 6);
    group.snapshots[5].finished = false; // may be a backup that runs
    group.snapshots[3].isProtected = true;
    const Tree tree = withGroupAt(smallTree(), "a", group);
    const PrunePlan plan = planPrune(tree, {.range = {ns("a"), 0}}, {.last = 2}, TimeZone());
    QCOMPARE(plan.groups.size(), std::size_t(3));
    const PruneCounts &counts = plan.groups.at(1).counts;
    QCOMPARE(plan.groups.at(1).group->id.toString(), std::string("vm/1"));
    QCOMPARE(counts.kept, std::size_t(2));
    QCOMPARE(counts.partial, std::size_t(1));
    QCOMPARE(counts.protectedOnes, std::size_t(1));
    QCOMPARE(counts.removed, std::size_t(2));
    QVERIFY(!counts.sizeIsKnown);
    QCOMPARE(plan.groups.at(1).newest()->epoch(), firstDay + 4 * day);
    QCOMPARE(plan.namespaces.size(), std::size_t(1));
    QCOMPARE(plan.namespaces.front().counts.removed, std::size_t(8));
    QCOMPARE(plan.totals.groups, std::size_t(3));
    QCOMPARE(plan.totals.removed, std::size_t(8));
    QCOMPARE(plan.totals.snapshots(), std::size_t(16));
}

void TestPrunePlan::sizes()
{
    Group group = makeGroup("vm/1", 4);
    for (std::uint64_t size : {1, 10, 100, 1000}) {
        SnapshotDetails details;
        details.size = size;
        group.details.push_back(details);
    }
    const PrunePlan plan = planPrune(withGroupAt(Tree(), "", group), {}, {.last = 2}, TimeZone());
    QCOMPARE(plan.totals.removedBytes, std::uint64_t(11));
    QVERIFY(plan.totals.sizeIsKnown);
}

void TestPrunePlan::withoutRulesNothingGoes()
{
    const PrunePlan plan = planPrune(smallTree(), {}, {}, TimeZone());
    QCOMPARE(plan.totals.removed, std::size_t(0));
    QCOMPARE(plan.totals.kept, std::size_t(25));
}

void TestPrunePlan::groupsThatPbsCannotList()
{
    Group unreadable = makeGroup("vm/1", 5);
    unreadable.owner.reset();
    Group impossible = makeGroup("vm/2", 5);
    impossible.listable = false;
    const Tree tree = withGroupAt(withGroupAt(smallTree(), "c", unreadable), "c", impossible);
    const PrunePlan plan = planPrune(tree, {.range = {ns("c"), 0}}, {.last = 1}, TimeZone());
    QCOMPARE(names(plan), QStringList(QStringLiteral("c:host/x")));
    QCOMPARE(plan.left.size(), std::size_t(2));
}

void TestPrunePlan::zones()
{
    Group group = makeGroup("vm/1", 0);
    for (const char *time : {"2026-03-01T22:30:00Z", "2026-03-01T23:30:00Z", "2026-03-02T22:00:00Z"})
        group.snapshots.push_back({SnapshotTime::fromString(time).value(), true, false});
    const Tree tree = withGroupAt(smallTree(), "", group);
    PrunePlan plan = planPrune(tree, {.range = {{}, 0}}, {.daily = 2}, TimeZone());
    const std::vector<TimeZone> two{TimeZone(), TimeZone::named("Europe/Vienna").value()};
    QCOMPARE(findZoneDependence(plan, two), std::size_t(2));
    QCOMPARE(plan.groups.at(0).dependsOnZone, (std::vector<bool>{true, true, false}));
    QVERIFY(plan.groups.at(1).dependsOnZone.empty());
    QVERIFY(findZoneDependence(plan, TimeZone::all()) >= 2);
    QVERIFY(TimeZone::all().size() > 200);

    Group winter = makeGroup("vm/1", 0); // zones that differ in summer only are the same one here
    for (const char *time : {"2026-01-01T22:30:00Z", "2026-01-01T23:30:00Z", "2026-01-02T22:00:00Z"})
        winter.snapshots.push_back({SnapshotTime::fromString(time).value(), true, false});
    PrunePlan inWinter = planPrune(withGroupAt(Tree(), "", winter), {}, {.daily = 2}, TimeZone());
    const std::vector<TimeZone> alike{TimeZone::named("Africa/Lagos").value(), TimeZone::named("Europe/Vienna").value()};
    QCOMPARE(findZoneDependence(inWinter, alike), std::size_t(0));
    QCOMPARE(findZoneDependence(inWinter, two), std::size_t(2));

    PrunePlan last = planPrune(tree, {}, {.last = 2}, TimeZone());
    QCOMPARE(findZoneDependence(last, TimeZone::all()), std::size_t(0));
}

void TestPrunePlan::warnsOfOptions()
{
    constexpr std::int64_t now = firstDay + 5 * day;
    const auto warnings
        = [](const KeepOptions &options) { return ids(pruneWarnings(planPrune(smallTree(), {}, options, TimeZone()), {}, "tank", now)); };
    QCOMPARE(warnings({}), std::vector{MessageId::PruneKeepsEverything});
    QCOMPARE(warnings({.last = 3}), std::vector{MessageId::PruneKeepsOnlyLast});
    QCOMPARE(warnings({.last = 3, .daily = 2}), std::vector<MessageId>());
    QCOMPARE(warnings({.weekly = 1}), std::vector<MessageId>());
}

void TestPrunePlan::warnsOfOldGroups()
{
    Group monthly = makeGroup("vm/9", 0);
    for (int month = 0; month < 5; ++month)
        monthly.snapshots.push_back({SnapshotTime::fromEpoch(firstDay + (month - 4) * 30 * day).value(), true, false});
    const Tree tree = withGroupAt(smallTree(), "", monthly);
    const PrunePlan plan = planPrune(tree, {.range = {{}, 0}}, {.daily = 2}, TimeZone());
    const auto old = [&](int days) {
        const auto warnings = pruneWarnings(plan, {}, "tank", firstDay + days * day);
        return warnings.empty() ? std::vector<std::string>() : warnings.front().args;
    };
    using Args = std::vector<std::string>;
    QCOMPARE(old(18), Args());
    QCOMPARE(old(19), (Args{"1", "vm/100", "", "2026-01-05T00:00:00Z"}));
    QCOMPARE(old(90), (Args{"1", "vm/100", "", "2026-01-05T00:00:00Z"}));
    QCOMPARE(old(91), (Args{"2", "vm/9", "", "2026-01-01T00:00:00Z"}));
}

void TestPrunePlan::warnsOfCopies_data()
{
    QTest::addColumn<bool>("isPush");
    QTest::addColumn<bool>("removesVanished");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("warning"); // empty: none

    QTest::newRow("push") << true << true << QString() << QStringLiteral("far:other 9");
    QTest::newRow("pull of the same server") << false << true << QString() << QStringLiteral("vault 9");
    QTest::newRow("keeps what vanished") << true << false << QString() << QString();
    QTest::newRow("filtered") << true << true << QStringLiteral("type:ct") << QStringLiteral("far:other 3");
}

void TestPrunePlan::warnsOfCopies()
{
    QFETCH(bool, isPush);
    QFETCH(bool, removesVanished);
    QFETCH(QString, filter);
    QFETCH(QString, warning);
    JobReference job = syncJob(isPush, removesVanished);
    if (!filter.isEmpty())
        job.filters.push_back(GroupFilter::fromString(filter.toStdString()).value());
    const PrunePlan plan = planPrune(smallTree(), {}, {.daily = 2}, TimeZone());
    const auto warnings = pruneWarnings(plan, std::vector{job}, "tank", firstDay + 5 * day);
    QCOMPARE(warnings.empty(), warning.isEmpty());
    if (warnings.empty())
        return;
    QCOMPARE(warnings.front().id, MessageId::PruneReachesCopies);
    QCOMPARE(QString::fromStdString(warnings.front().args.at(1) + " " + warnings.front().args.at(2)), warning);
}

void TestPrunePlan::warnsOfJobs()
{
    const PrunePlan plan = planPrune(smallTree(), {}, {.daily = 2}, TimeZone());
    const auto warnings = [&](const std::vector<JobReference> &jobs) { return pruneWarnings(plan, jobs, "tank", firstDay + 5 * day); };
    const auto overlap = warnings({pruneJob("one", "", 1), pruneJob("two", "a")});
    QCOMPARE(ids(overlap), std::vector{MessageId::PruneJobsOverlap});
    QCOMPARE(overlap.front().args, (std::vector<std::string>{"one", "two", "2"}));
    QVERIFY(warnings({pruneJob("one", "", 0), pruneJob("two", "a")}).empty());
    JobReference disabled = pruneJob("one", "");
    disabled.isDisabled = true;
    JobReference elsewhere = pruneJob("three", "");
    elsewhere.store = "other";
    QVERIFY(warnings({disabled, pruneJob("two", "a"), elsewhere}).empty());
}

void TestPrunePlan::isFast()
{
    constexpr int groups = 1'000;
    std::mt19937 engine(1);
    auto root = std::make_shared<Namespace>();
    for (int i = 0; i < groups; ++i) {
        Group group = makeGroup("vm/" + std::to_string(i), 100);
        std::ranges::shuffle(group.snapshots, engine);
        root->groups.push_back(std::make_shared<Group>(std::move(group)));
    }
    root->updateSums();
    QElapsedTimer timer;
    timer.start();
    const PrunePlan plan = planPrune(Tree(root), {}, {.last = 3, .daily = 7, .weekly = 4, .monthly = 12}, TimeZone());
    qInfo("prune: a plan for %zu snapshots in %lld ms", plan.totals.snapshots(), timer.elapsed());
    QVERIFY(timer.elapsed() < 30000); // with sanitizers, on a busy computer
}

QTEST_GUILESS_MAIN(TestPrunePlan)

#include "tst_pruneplan.moc"
