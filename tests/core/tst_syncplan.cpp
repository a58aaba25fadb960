// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/syncplan.h"

#include "support/runbench.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace espalier;
using namespace espalier::test;

namespace {

/// Days of January 2025, one letter each: f finished, o verified ok, x verification failed, e encrypted and verified, p protected,
/// u unfinished, d damaged manifest; '.' nothing.
std::shared_ptr<Group> groupOf(const QByteArray &days, const char *owner = "backup@pbs")
{
    auto made = std::make_shared<Group>(Group{.id = group("vm/1"), .owner = AuthId::fromString(owner).value()});
    for (qsizetype i = 0; i < days.size(); ++i) {
        const char day = days.at(i);
        if (day == '.')
            continue;
        const auto time = SnapshotTime::fromString(std::format("2025-01-{:02}T00:00:00Z", i + 1)).value();
        made->snapshots.push_back({time, day != 'u', day == 'p'});
        SnapshotDetails details{.manifestReadable = day != 'u' && day != 'd', .size = 10};
        details.cryptMode = day == 'e' ? CryptMode::Encrypt : CryptMode::None;
        details.verifyState = day == 'x' ? VerifyState::Failed : day == 'o' || day == 'e' ? VerifyState::Ok : VerifyState::None;
        made->details.push_back(details);
    }
    return made;
}

/// One letter for each day: c copy, k check, m resync, s skip, r remove, p keep, '.' nothing.
QByteArray lettersOf(const std::vector<SyncMark> &marks, qsizetype days)
{
    QByteArray letters(days, '.');
    for (const SyncMark &mark : marks)
        letters[std::stoi(mark.time.toString().substr(8, 2)) - 1] = "ckmsrp"[std::to_underlying(mark.action)];
    return letters;
}

std::shared_ptr<Namespace> emptyNamespace(const NamespacePath &path)
{
    auto made = std::make_shared<Namespace>();
    made->path = path;
    return made;
}

Tree treeOf(const std::vector<std::pair<std::string, std::shared_ptr<const Group>>> &groups,
            const std::vector<std::string> &namespaces = {})
{
    Tree tree;
    const auto make = [&tree](const NamespacePath &path) {
        if (!tree.find(path))
            tree = tree.withNamespace(path, emptyNamespace(path));
    };
    const auto makeAll = [&make](const std::string &text) {
        const NamespacePath whole = ns(text);
        NamespacePath path;
        for (const std::string_view name : whole.components())
            make(path = path.child(name).value());
    };
    for (const std::string &text : namespaces)
        makeAll(text);
    for (const auto &[text, each] : groups) {
        makeAll(text);
        tree = tree.withGroup(ns(text), each);
    }
    return tree;
}

} // namespace

class TestSyncPlan : public QObject
{
    Q_OBJECT

private slots:
    void groups_data();
    void groups();
    void namespaces();
    void tooDeep();
    void owners();
    void vanishedGroups();
    void emptySource();
    void notJudged();
    void isFast();
};

void TestSyncPlan::groups_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("options"); // v vanished, R resync, V verified, E encrypted, a digit: transfer-last
    QTest::addColumn<QByteArray>("exact");
    QTest::addColumn<QByteArray>("byDefault"); // empty: as exact
    const auto row
        = [](const char *name, const char *source, const char *target, const char *options, const char *exact, const char *byDefault = "") {
              QTest::newRow(name) << QByteArray(source) << QByteArray(target) << QByteArray(options) << QByteArray(exact)
                                  << QByteArray(byDefault);
          };
    row("new group", "fff", "...", "", "ccc");
    row("newer ones", "ffff", ".f..", "", "skcc");
    row("holes stay", "ffff", "f.f.", "", "sskc");
    row("unfinished at the target is no newest", "ffff", ".fu.", "", "skcc");
    row("unfinished at the source", "fudf", "....", "", "cssc");
    row("transfer last", "ffff", "....", "2", "sscc");
    row("transfer last, but the newest common", "ffff", "f...", "2", "kscc");
    row("transfer more than there are", "ff", "..", "5", "cc");
    row("filtered ones do not count for the last", "foxo", "....", "V2", "scsc");
    row("encrypted only", "fexe", "....", "E", "scsc");
    row("corrupt one", "fff", "xff", "R", "msk");
    row("unreadable one", "fff", "dff", "R", "msk");
    row("unfinished one", "fff", "uff", "R", "msk");
    row("corrupt at both", "xff", "xff", "R", "msk", "ssk");
    row("vanished", ".ff", "fff", "v", "rsk");
    row("vanished and protected", ".ff", "pff", "v", "psk");
    row("not asked for", ".ff", "fff", "", ".sk");
    row("unfinished at the source is not vanished", "uff", "fff", "v", "rsk", "ssk");
    row("damaged at the source is not vanished", "dff", "fff", "v", "rsk", "ssk");
    row("failed at the source is not vanished", "xoo", "fff", "vV", "rsk", "ssk");
    row("empty source removes nothing", "...", "fff", "v", "rrr", "ppp");
    row("may be running", "f..", "f.u", "v", "k.r", "k.p");
    row("cannot be running", "f..f", "f.u.", "v", "k.rc");
}

void TestSyncPlan::groups()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, exact);
    QFETCH(QByteArray, byDefault);
    SyncOptions job;
    job.removeVanished = options.contains('v');
    job.resyncCorrupt = options.contains('R');
    job.verifiedOnly = options.contains('V');
    job.encryptedOnly = options.contains('E');
    if (!options.isEmpty() && options.back() >= '0' && options.back() <= '9')
        job.transferLast = static_cast<std::uint64_t>(options.back() - '0');
    const auto from = groupOf(source);
    const auto to = groupOf(target);
    QCOMPARE(lettersOf(planSyncGroup(from.get(), to.get(), job), source.size()), byDefault.isEmpty() ? exact : byDefault);
    job.exactPbs = true;
    QCOMPARE(lettersOf(planSyncGroup(from.get(), to.get(), job), source.size()), exact);
}

void TestSyncPlan::namespaces()
{
    const Tree source = treeOf({{"s", groupOf("f")}, {"s/a", groupOf("f")}, {"s/a/b", groupOf("f")}, {"other", groupOf("f")}});
    const Tree target = treeOf({{"t/old", groupOf("ff")}, {"t/old/deep", groupOf("p")}, {"elsewhere", groupOf("f")}}, {"t/a"});
    SyncOptions job{.source = ns("s"), .target = ns("t"), .owner = "backup@pbs", .removeVanished = true};
    const auto plan = planSync(source, target, job).value();
    std::vector<std::string> mapped;
    for (const SyncNamespace &each : plan.namespaces)
        mapped.push_back(each.source.toString() + ">" + each.target.toString() + (each.isNew ? "+" : ""));
    QCOMPARE(mapped, (std::vector<std::string>{"s>t", "s/a>t/a", "s/a/b>t/a/b+"}));
    QCOMPARE(plan.newNamespaces(), 1U);
    QCOMPARE(plan.vanished.size(), 2U);
    QCOMPARE(plan.vanished.front().path.toString(), "t/old/deep");
    QVERIFY(!plan.vanished.front().groups.front().goes());
    QVERIFY(plan.vanished.back().groups.front().goes());
    QCOMPARE(plan.removals().snapshots, 2U);
    job.maxDepth = 0;
    QCOMPARE(planSync(source, target, job)->namespaces.size(), 1U);
    job.target = ns("no/such");
    const auto refused = planSync(source, target, job).value();
    QCOMPARE(refused.problems.front().id, MessageId::PlanParentMissing);
    job.source = ns("nothing");
    QCOMPARE(planSync(source, target, job).error().id, MessageId::PlanNamespaceMissing);
}

void TestSyncPlan::tooDeep()
{
    const Tree source = treeOf({}, {"a/b/c/d"});
    const SyncOptions job{.target = ns("1/2/3/4")};
    QCOMPARE(planSync(source, treeOf({}, {"1/2/3/4"}), job).error().id, MessageId::SyncTooDeep);
    const SyncOptions fits{.source = ns("a"), .target = ns("1/2/3/4")};
    QVERIFY(planSync(source, treeOf({}, {"1/2/3/4"}), fits));
}

void TestSyncPlan::owners()
{
    const Tree source = treeOf({{"", groupOf("ff", "somebody@pbs")}});
    SyncOptions job{.owner = "job@pbs", .removeVanished = true};
    QVERIFY(planSync(source, treeOf({{"", groupOf("f", "job@pbs")}}), job)->problems.empty());
    for (const char *owner : {"somebody@pbs", "job@pbs!token"}) {
        const auto plan = planSync(source, treeOf({{"", groupOf("f", owner)}}), job).value();
        QCOMPARE(plan.problems.front().id, MessageId::SyncOwnerDiffers);
        QCOMPARE(plan.count(SyncAction::Copy) + plan.count(SyncAction::Remove), 0U);
    }
}

/// Only groups that the filters let through, and that the owner of the job may remove.
void TestSyncPlan::vanishedGroups()
{
    auto other = groupOf("f");
    other->id = group("ct/5");
    const Tree source = treeOf({{"", other}});
    SyncOptions job{.owner = "job@pbs", .removeVanished = true};
    const auto removed
        = [&](const char *owner) { return planSync(source, treeOf({{"", groupOf("ff", owner)}}), job)->count(SyncAction::Remove); };
    QCOMPARE(removed("job@pbs"), 2U);
    QCOMPARE(removed("job@pbs!token"), 2U);
    QCOMPARE(removed("other@pbs"), 0U);
    job.filters = {GroupFilter::fromString("type:ct").value()};
    QCOMPARE(removed("job@pbs"), 0U);
}

void TestSyncPlan::emptySource()
{
    const Tree target = treeOf({{"", groupOf("ff")}, {"gone", groupOf("f")}});
    SyncOptions job{.owner = "backup@pbs", .removeVanished = true};
    const auto plan = planSync(Tree(), target, job).value();
    QCOMPARE(plan.count(SyncAction::Remove), 0U);
    QVERIFY(plan.vanished.empty());
    QCOMPARE(plan.notes.front().id, MessageId::SyncSourceEmpty);
    const auto damaged = emptyNamespace({});
    auto other = groupOf("f");
    other->id = group("ct/5");
    damaged->groups.push_back(other);
    damaged->listable = false;
    const auto unsure = planSync(Tree(damaged), target, job).value();
    QCOMPARE(unsure.count(SyncAction::Remove), 0U);
    QCOMPARE(unsure.problems.front().id, MessageId::SyncSourceDamaged);
    job.exactPbs = true;
    QCOMPARE(planSync(Tree(), target, job)->count(SyncAction::Remove), 3U);
}

void TestSyncPlan::notJudged()
{
    SyncOptions job;
    job.filters = {GroupFilter::fromString("regex:\\p{Tibetan}").value()};
    QCOMPARE(planSync(Tree(), Tree(), job).error().id, MessageId::PatternNotJudged);
}

/// The list of 1 000 groups with 50 snapshots each, whose details are known.
void TestSyncPlan::isFast()
{
    auto source = emptyNamespace({});
    auto target = emptyNamespace({});
    for (int number = 0; number < 1000; ++number) {
        auto all = std::make_shared<Group>(Group{.id = GroupId::make(BackupType::Vm, std::to_string(100 + number)).value(),
                                                 .owner = AuthId::fromString("backup@pbs").value()});
        for (int i = 0; i < 50; ++i) {
            all->snapshots.push_back({SnapshotTime::fromEpoch(1735689600 + 86400 * i).value(), true, false});
            all->details.push_back({.manifestReadable = true, .size = 1000});
        }
        auto half = std::make_shared<Group>(*all);
        half->snapshots.erase(half->snapshots.begin() + 25, half->snapshots.end());
        half->details.resize(25);
        source->groups.push_back(all);
        target->groups.push_back(half);
    }
    const SyncOptions job{.owner = "backup@pbs", .removeVanished = true};
    const Tree from(source);
    const Tree to(target);
    QElapsedTimer timer;
    timer.start();
    const auto plan = planSync(from, to, job).value();
    const qint64 milliseconds = timer.elapsed();
    QCOMPARE(plan.count(SyncAction::Copy), 25000U);
    qInfo("1 000 groups, 50 000 snapshots: planned in %lld ms", milliseconds);
    QVERIFY(milliseconds < 5000); // with sanitizers
}

QTEST_APPLESS_MAIN(TestSyncPlan)

#include "tst_syncplan.moc"
