// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/storemoveplan.h"
#include "core/jobs/jobends.h"
#include "core/plan/vanishingcopies.h"

#include "plansupport.h"

#include <QTest>

#include <algorithm>
#include <format>

using namespace espalier;
using namespace espalier::test;

// What a move to another datastore would do, before anything is touched: a group goes as a whole, or is refused with the reason.

namespace {

/// Days of January 2025, one letter each: f finished, x verification failed, p protected, u unfinished, d damaged manifest; '.' nothing.
Group groupOf(const QByteArray &days, const char *owner = "backup@pbs", const char *id = "vm/1")
{
    Group made{.id = groupId(id), .owner = AuthId::fromString(owner).value()};
    for (qsizetype i = 0; i < days.size(); ++i) {
        const char day = days.at(i);
        if (day == '.')
            continue;
        const auto time = SnapshotTime::fromString(std::format("2025-01-{:02}T00:00:00Z", i + 1)).value();
        made.snapshots.push_back({time, day != 'u', day == 'p'});
        SnapshotDetails details{.manifestReadable = day != 'u' && day != 'd', .size = 10};
        details.verifyState = day == 'x' ? VerifyState::Failed : VerifyState::None;
        made.details.push_back(details);
    }
    return made;
}

Tree treeOf(const Group &group, const char *where = "")
{
    return withGroupAt(Tree(), where, group);
}

StoreMove oneGroup(const char *id = "vm/1", const char *from = "", const char *to = "")
{
    return {{ns(from), ns(to), groupId(id)}};
}

} // namespace

class TestStoreMovePlan : public QObject
{
    Q_OBJECT

private slots:
    void groups_data();
    void groups();
    void obstacles();
    void namespaces();
    void tooDeep();
    void missing();
    void meeting();
    void removals();
    void onlyCopyWouldVanish_data();
    void onlyCopyWouldVanish();
    void ownJobsWouldRemove();
    void copies();
};

void TestStoreMovePlan::groups_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("copies");        // -1: refused
    QTest::addColumn<MessageId>("refusal"); // where it is
    const auto none = MessageId::SyncStopped;
    QTest::newRow("new") << QByteArray("fpx") << QByteArray() << 3 << none;
    QTest::newRow("newer") << QByteArray("..ff") << QByteArray("ff") << 2 << none;
    QTest::newRow("copied partly") << QByteArray("ffff") << QByteArray("ff") << 2 << none;
    QTest::newRow("all there") << QByteArray("ff") << QByteArray("ff") << 0 << none;
    QTest::newRow("all there, and newer ones") << QByteArray("ff") << QByteArray("ffff") << 0 << none;
    QTest::newRow("half copied") << QByteArray("ff") << QByteArray("fu") << 1 << none;
    QTest::newRow("empty") << QByteArray() << QByteArray() << 0 << none;
    QTest::newRow("hole") << QByteArray("fff") << QByteArray("f.f") << -1 << MessageId::StoreMoveOlder;
    QTest::newRow("older") << QByteArray("f") << QByteArray(".f") << -1 << MessageId::StoreMoveOlder;
    QTest::newRow("older, copy unfinished") << QByteArray("f") << QByteArray("uf") << -1 << MessageId::StoreMoveOlder;
    QTest::newRow("running") << QByteArray("ffu") << QByteArray() << -1 << MessageId::StoreMoveUnfinished;
    QTest::newRow("left over") << QByteArray("uff") << QByteArray() << -1 << MessageId::StoreMoveUnfinished;
    QTest::newRow("damaged") << QByteArray("fd") << QByteArray() << -1 << MessageId::StoreMoveUnfinished;
    QTest::newRow("copy failed") << QByteArray("ff") << QByteArray("xf") << -1 << MessageId::StoreMoveCopyFailed;
    QTest::newRow("newest copy failed") << QByteArray("ff") << QByteArray("fx") << -1 << MessageId::StoreMoveCopyFailed;
}

void TestStoreMovePlan::groups()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    QFETCH(int, copies);
    QFETCH(MessageId, refusal);
    const auto plan = planStoreMove(treeOf(groupOf(source)), target.isEmpty() ? Tree() : treeOf(groupOf(target)), oneGroup());
    QVERIFY(plan);
    QCOMPARE(plan->groups.size(), 1U);
    QCOMPARE(plan->isReady(), copies >= 0);
    QCOMPARE(plan->canStart(), copies >= 0);
    if (copies < 0) {
        QCOMPARE(plan->groups.front().refused->id, refusal);
        QVERIFY(plan->removals().isEmpty());
        return;
    }
    QCOMPARE(int(plan->count(SyncAction::Copy)), copies);
    QCOMPARE(plan->removals().snapshots, groupOf(source).snapshots.size());
}

void TestStoreMovePlan::obstacles()
{
    const auto refusal = [](const Group &source, const Group &target) {
        const auto plan = planStoreMove(treeOf(source), treeOf(target), oneGroup());
        return plan->groups.front().refused ? plan->groups.front().refused->id : MessageId::SyncStopped;
    };
    const Group plain = groupOf("ff");
    QCOMPARE(refusal(plain, plain), MessageId::SyncStopped);
    QCOMPARE(refusal(plain, groupOf("ff", "other@pbs")), MessageId::StoreMoveOwnerDiffers);
    Group other = plain;
    other.owner.reset();
    QCOMPARE(refusal(other, plain), MessageId::PlanOwnerUnreadable);
    QCOMPARE(refusal(plain, other), MessageId::PlanOwnerUnreadable);
    other = plain;
    other.hasForeignEntries = true;
    QCOMPARE(refusal(other, plain), MessageId::RemovalForeignFiles);
    QCOMPARE(refusal(plain, other), MessageId::SyncStopped);
    other = plain;
    other.listable = false;
    QCOMPARE(refusal(other, plain), MessageId::SyncSourceDamaged);
    Group noted = plain;
    noted.comment = "one";
    other = plain;
    other.comment = "two";
    QCOMPARE(refusal(noted, other), MessageId::StoreMoveNotesDiffer);
    QCOMPARE(refusal(noted, plain), MessageId::SyncStopped);
}

void TestStoreMovePlan::namespaces()
{
    Tree source = treeOf(groupOf("ff"), "a/b");
    source = withGroupAt(source, "a", groupOf("f", "second@pbs"));
    source = withGroupAt(source, "z", groupOf("f"));
    const auto plan = planStoreMove(source, Tree(), {{ns("a"), ns("x/y")}});
    QVERIFY(plan && plan->isReady());
    QCOMPARE(plan->made, (std::vector{ns("x"), ns("x/y"), ns("x/y/b")}));
    QCOMPARE(plan->emptied, (std::vector{ns("a/b"), ns("a")}));
    QCOMPARE(plan->groups.size(), 2U);
    QCOMPARE(plan->groups[0].to, ns("x/y"));
    QCOMPARE(plan->groups[1].from, ns("a/b"));
    QCOMPARE(plan->groups[1].to, ns("x/y/b"));

    const auto whole = planStoreMove(source, Tree(), {{ns(""), ns("")}});
    QCOMPARE(whole->emptied, (std::vector{ns("a/b"), ns("a"), ns("z")})); // the root stays
    const auto bare = planStoreMove(withEmptyNamespace(Tree(), ns("e")), Tree(), {{ns("e"), ns("e")}});
    QVERIFY(bare->isReady());
}

void TestStoreMovePlan::tooDeep()
{
    const Tree source = treeOf(groupOf("f"), "a/b/c");
    QVERIFY(planStoreMove(source, Tree(), {{ns("a"), ns("1/2/3/4/5")}}));
    QCOMPARE(planStoreMove(source, Tree(), {{ns("a"), ns("1/2/3/4/5/6")}}).error().id, MessageId::SyncTooDeep);
}

void TestStoreMovePlan::missing()
{
    QCOMPARE(planStoreMove(Tree(), Tree(), oneGroup()).error().id, MessageId::PlanGroupMissing);
    QCOMPARE(planStoreMove(Tree(), Tree(), {{ns("a"), ns("a")}}).error().id, MessageId::PlanNamespaceMissing);
}

/// Two groups of one name, or one to two places; naming the same thing twice is no harm.
void TestStoreMovePlan::meeting()
{
    const Tree source = withGroupAt(treeOf(groupOf("f"), "a"), "b", groupOf("f"));
    const StoreMovePart fromA{ns("a"), ns("x"), groupId("vm/1")};
    const StoreMovePart fromB{ns("b"), ns("x"), groupId("vm/1")};
    const StoreMovePart elsewhere{ns("a"), ns("y"), groupId("vm/1")};
    const auto two = planStoreMove(source, Tree(), {fromA, fromB});
    QCOMPARE(two->groups[1].refused->id, MessageId::StoreMoveMeets);
    QCOMPARE(planStoreMove(source, Tree(), {fromA, elsewhere})->groups[1].refused->id, MessageId::StoreMoveMeets);
    const auto same = planStoreMove(source, Tree(), {fromA, fromA});
    QVERIFY(same->isReady());
    QCOMPARE(same->groups.size(), 1U);
}

/// Protected ones are named, too.
void TestStoreMovePlan::removals()
{
    Tree source = withGroupAt(treeOf(groupOf("fpf")), "", groupOf("uf", "backup@pbs", "ct/2"));
    const auto plan = planStoreMove(source, Tree(), {{ns(""), ns("")}});
    QVERIFY(!plan->isReady() && plan->canStart());
    QCOMPARE(plan->refusals(), 1U);
    const Removals removals = plan->removals();
    QCOMPARE(removals.snapshots, 3U);
    QCOMPARE(removals.emptied(), 1U);
    QCOMPARE(plan->groups.back().protectedSnapshots(), 1U);
}

void TestStoreMovePlan::onlyCopyWouldVanish_data()
{
    QTest::addColumn<QByteArray>("job"); // of the server of both datastores, "src" and "dst"
    QTest::addColumn<QByteArray>("refused");
    const auto row = [](const char *job, const char *refused = "") { QTest::newRow(job) << QByteArray(job) << QByteArray(refused); };
    row("remote-store src\n\tstore dst\n\tremove-vanished true", "SyncDeletesArrivals");
    row("remote-store src\n\tstore dst");
    row("remote far\n\tremote-store src\n\tstore dst\n\tremove-vanished true", "SyncDeletesArrivals");
    row("remote-store src\n\tstore other\n\tremove-vanished true", "SyncDeletesCopies");
    row("remote-store src\n\tremote-ns a\n\tstore other\n\tremove-vanished true");
    row("remote-store src\n\tstore dst\n\tns b\n\tremove-vanished true", "SyncDeletesCopies");
    row("remote far\n\tremote-store away\n\tstore src\n\tsync-direction push\n\tremove-vanished true", "SyncDeletesCopies");
    row("remote far\n\tremote-store away\n\tstore src\n\tremove-vanished true"); // copies into the source
    row("remote far\n\tremote-store away\n\tstore dst\n\tsync-direction push\n\tremove-vanished true");
    row("remote far\n\tremote-store dst\n\tstore away\n\tremove-vanished true");
    row("group-filter type:ct\n\tremote far\n\tremote-store away\n\tstore dst\n\tremove-vanished true");
    row("group-filter type:vm\n\tremote far\n\tremote-store away\n\tstore dst\n\tremove-vanished true", "SyncDeletesArrivals");
}

/// A job that removes what vanished would do so at the next run, where nobody is asked.
void TestStoreMovePlan::onlyCopyWouldVanish()
{
    QFETCH(QByteArray, job);
    QFETCH(QByteArray, refused);
    const auto jobs = readJobs(JobKind::Sync, "sync: nightly\n\t" + job.toStdString() + "\n", "sync.cfg").jobs;
    QCOMPARE(jobs.size(), 1U);
    StoreMovePlan plan = planStoreMove(treeOf(groupOf("ff")), Tree(), oneGroup()).value();
    refuseVanishing(plan, {.fromSource = vanishingFrom(jobs, "src"), .intoTarget = vanishingInto(jobs, "dst")});
    const auto &why = plan.groups.front().refused;
    QCOMPARE(why ? QByteArray(messageName(why->id).data()) : QByteArray(), refused);
    QCOMPARE(plan.removals().snapshots, refused.isEmpty() ? 2U : 0U);
}

/// Also where they are disabled: somebody may enable them with what was approved.
void TestStoreMovePlan::ownJobsWouldRemove()
{
    OwnSyncJob own;
    own.job.id = "replica";
    own.job.removeVanished = true;
    own.notes = {.place = "/mnt/b", .remotePlace = "/mnt/a", .isDisabled = true};
    const StoreMovePlan fresh = planStoreMove(treeOf(groupOf("ff")), Tree(), oneGroup()).value();
    for (const auto &[from, to, isRefused] : {std::tuple("/mnt/a", "/mnt/b", true), std::tuple("/mnt/a", "/mnt/c", true),
                                              std::tuple("/mnt/c", "/mnt/b", true), std::tuple("/mnt/b", "/mnt/a", false)}) {
        StoreMovePlan plan = fresh;
        refuseVanishing(plan, vanishingBy({own}, from, to));
        QCOMPARE(plan.groups.front().refused.has_value(), isRefused);
    }
    own.job.removeVanished = false;
    StoreMovePlan plan = fresh;
    refuseVanishing(plan, vanishingBy({own}, "/mnt/a", "/mnt/b"));
    QVERIFY(!plan.groups.front().refused);
}

/// The engine of a sync makes groups of one owner at a time.
void TestStoreMovePlan::copies()
{
    Tree source = withGroupAt(treeOf(groupOf("ff")), "a", groupOf("f", "other@pbs"));
    const auto plan = planStoreMove(source, Tree(), {{ns(""), ns("")}});
    QCOMPARE(plan->owners(), (std::set<std::string>{"backup@pbs", "other@pbs"}));
    std::size_t groups = 0;
    for (const std::string &owner : plan->owners()) {
        for (const SyncNamespace &each : plan->copies(owner).namespaces) {
            groups += each.groups.size();
            for (const SyncGroup &group : each.groups)
                QCOMPARE(group.source->owner->toString(), owner);
        }
    }
    QCOMPARE(groups, 2U);
}

QTEST_GUILESS_MAIN(TestStoreMovePlan)

#include "tst_storemoveplan.moc"
