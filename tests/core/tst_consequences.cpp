// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/consequences.h"

#include "core/fs/memory.h"
#include "plansupport.h"
#include "support/fixtures.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace espalier;
using test::ns;
using Texts = std::vector<std::string>;

namespace {

std::string joined(const Texts &texts, const char *separator)
{
    std::string result;
    for (const std::string &text : texts)
        result += (result.empty() ? "" : separator) + text;
    return result;
}

/// "! SyncDeletesCopies: pull-1, beta, 1 > command > command", with '!' for what needs attention, '?' where a pattern decides.
std::string lineOf(const Consequence &consequence)
{
    std::string line = consequence.level == Consequence::Level::NeedsAttention ? "! " : "";
    line += consequence.mayMatch ? "? " : "";
    line += std::string(messageName(consequence.text.id)) + ": " + joined(consequence.text.args, ", ");
    for (const CommandLine &command : consequence.commands)
        line += " > " + joined(command, " ");
    return line;
}

QString shown(const std::vector<Consequence> &consequences)
{
    Texts lines;
    for (const Consequence &consequence : consequences)
        lines.push_back(lineOf(consequence));
    return QString::fromStdString(joined(lines, "\n"));
}

/// Namespaces a (vm/1, vm/2), a/deep (ct/7), b (host/x) and the empty c.
Tree smallTree()
{
    Tree tree = test::withGroupAt(Tree(), "a", test::makeGroup("vm/1", 10));
    tree = test::withGroupAt(tree, "a", test::makeGroup("vm/2", 2));
    tree = test::withGroupAt(tree, "a/deep", test::makeGroup("ct/7"));
    tree = test::withGroupAt(tree, "b", test::makeGroup("host/x"));
    return test::withEmptyNamespace(tree, ns("c"));
}

Relocation groupTo(std::string_view from, std::string_view group, std::string_view to)
{
    return {.from = ns(from), .to = ns(to), .group = test::groupId(group)};
}

Relocation namespaceTo(std::string_view from, std::string_view to)
{
    return {.from = ns(from), .to = ns(to)};
}

/// The whole of a, which becomes c/new.
std::vector<Relocation> wholeA()
{
    return {namespaceTo("a", "c/new"), namespaceTo("a/deep", "c/new/deep")};
}

ConsequenceContext withJobs(JobKind kind, const std::string &text)
{
    ConsequenceContext context;
    context.storeName = "tank";
    context.here.jobs = readJobs(kind, text, "x.cfg").jobs;
    return context;
}

ConsequenceContext withRules(std::string_view acl)
{
    ConsequenceContext context;
    context.storeName = "tank";
    context.here.accessRules = readAcl(acl, "acl.cfg").entries;
    return context;
}

QString found(const std::vector<Relocation> &relocations, const ConsequenceContext &context)
{
    return shown(findConsequences(smallTree(), relocations, context));
}

HostReferences readReal(const std::string &store)
{
    const auto files = fs::MemoryFileSystem::create();
    for (const char *name : {"datastore.cfg", "acl.cfg", "prune.cfg", "remote.cfg", "sync.cfg", "verification.cfg"})
        files->makeFile(std::string("/etc/proxmox-backup/") + name, test::fixtureContent(std::string("config-real/") + name).value());
    return readHostReferences(*files, readPbsHost(*files, "/"), store);
}

} // namespace

class TestConsequences : public QObject
{
    Q_OBJECT

private slots:
    void nothing();
    void jobs_data();
    void jobs();
    void syncJobs_data();
    void syncJobs();
    void otherServers();
    void pruneCounts_data();
    void pruneCounts();
    void pruneCountsInTheZone();
    void pruneMeetsAGroup();
    void accessRules_data();
    void accessRules();
    void onlyWhoMayLogIn();
    void storages_data();
    void storages();
    void groupsWithRelocationsOfTheirOwn();
    void attentionFirstAndNothingTwice();
    void causes();
    void realConfiguration();
    void isFast();
};

void TestConsequences::nothing()
{
    QCOMPARE(found(wholeA(), withJobs(JobKind::Prune, "")), QString());
    QCOMPARE(found({}, withJobs(JobKind::Prune, "prune: p-1\n\tstore tank\n\tschedule daily\n\tns a\n")), QString());
    QCOMPARE(found(wholeA(), withJobs(JobKind::Prune, "prune: p-1\n\tstore other\n\tschedule daily\n\tns a\n")), QString());
    QCOMPARE(found(wholeA(), withJobs(JobKind::Prune, "prune: p-1\n\tstore tank\n\tschedule daily\n\tns ab\n")), QString());
    QCOMPARE(found({groupTo("a", "vm/99", "b")}, withJobs(JobKind::Verify, "verification: v-1\n\tstore tank\n\tns a\n")), QString());
}

void TestConsequences::jobs_data()
{
    QTest::addColumn<JobKind>("kind");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<bool>("whole"); // a becomes c/new; else vm/1 goes from a to b
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, JobKind kind, const QByteArray &job, bool whole, const QByteArray &lines) {
        QTest::newRow(name) << kind << job << whole << lines;
    };
    row("verify names it", JobKind::Verify, "verification: v-1\n\tns a\n", true,
        "JobNamesMoved: verify, v-1, a, c/new > proxmox-backup-manager verify-job update v-1 --ns c/new");
    row("verify names one below it", JobKind::Verify, "verification: v-1\n\tns a/deep\n", true,
        "JobNamesMoved: verify, v-1, a/deep, c/new/deep > proxmox-backup-manager verify-job update v-1 --ns c/new/deep");
    row("prune names it", JobKind::Prune, "prune: p-1\n\tns a\n\tkeep-last 1\n", true,
        "JobNamesMoved: prune, p-1, a, c/new > proxmox-backup-manager prune-job update p-1 --ns c/new");
    row("tape names it", JobKind::Tape, "backup: t-1\n\tns a\n\tpool x\n", true,
        "JobNamesMoved: tape, t-1, a, c/new > proxmox-tape backup-job update t-1 --ns c/new");
    row("verify covers all", JobKind::Verify, "verification: v-1\n", true, "");
    row("verify covers the first level", JobKind::Verify, "verification: v-1\n\tmax-depth 1\n", true, "JobLosesGroups: verify, v-1, 2");
    row("verify gains", JobKind::Verify, "verification: v-1\n\tns c\n\tmax-depth 1\n", true, "JobGainsGroups: verify, v-1, 2");
    row("tape gains what its filters take", JobKind::Tape, "backup: t-1\n\tns c\n\tgroup-filter type:ct\n", true,
        "JobGainsGroups: tape, t-1, 1");
    row("a group leaves", JobKind::Verify, "verification: v-1\n\tns a\n", false, "JobLosesGroups: verify, v-1, 1");
    row("a group comes", JobKind::Verify, "verification: v-1\n\tns b\n", false, "JobGainsGroups: verify, v-1, 1");
    row("prune applies", JobKind::Prune, "prune: p-1\n\tns b\n\tkeep-last 4\n", false, "PruneJobApplies: p-1, 1, 6, 10");
    row("prune without rules removes nothing", JobKind::Prune, "prune: p-1\n\tns b\n", false, "PruneJobApplies: p-1, 1, 0, 10");
    row("prune applied before", JobKind::Prune, "prune: p-1\n\tkeep-last 4\n", false, "");
    row("a disabled prune job", JobKind::Prune, "prune: p-1\n\tns b\n\tkeep-last 4\n\tdisable 1\n", false, "");
    row("a disabled prune job still names it", JobKind::Prune, "prune: p-1\n\tns a\n\tdisable 1\n", true,
        "JobNamesMoved: prune, p-1, a, c/new > proxmox-backup-manager prune-job update p-1 --ns c/new");
}

void TestConsequences::jobs()
{
    QFETCH(JobKind, kind);
    QFETCH(QByteArray, job);
    QFETCH(bool, whole);
    QFETCH(QByteArray, lines);
    const auto context = withJobs(kind, job.toStdString() + "\tstore tank\n");
    QCOMPARE(found(whole ? wholeA() : std::vector{groupTo("a", "vm/1", "b")}, context), QString::fromUtf8(lines));
}

void TestConsequences::syncJobs_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArray &job, bool whole, const QByteArray &lines) {
        QTest::newRow(name) << job << whole << lines;
    };
    const QByteArray pullFromHere = "sync: s-1\n\tstore beta\n\tremote-store tank\n";
    const QByteArray pullToHere = "sync: s-1\n\tstore tank\n\tremote r-1\n\tremote-store beta\n";
    const QByteArray push = "sync: s-1\n\tstore tank\n\tremote r-1\n\tremote-store beta\n\tsync-direction push\n";
    const QByteArray vanished = "\tremove-vanished true\n";

    row("another store pulls, names it", pullFromHere + "\tremote-ns a\n", true,
        "JobNamesMoved: sync, s-1, a, c/new > proxmox-backup-manager sync-job update s-1 --remote-ns c/new");
    row("names it and removes", pullFromHere + "\tremote-ns a\n" + vanished, true,
        "! SyncDeletesCopies: s-1, beta, 3 > proxmox-backup-manager sync-job update s-1 --remote-ns c/new");
    row("pulls all and removes", pullFromHere + vanished, true,
        "! SyncDeletesCopies: s-1, beta, 3 > proxmox-backup-manager sync-job update s-1 --remove-vanished false");
    row("pulls all", pullFromHere, true, "SyncCopiesAgain: s-1, beta, 3");
    row("pulls what moves away", pullFromHere + "\tremote-ns a\n\tmax-depth 0\n", false, "JobLosesGroups: sync, s-1, 1");
    row("pulls what comes", pullFromHere + "\tremote-ns b\n", false, "JobGainsGroups: sync, s-1, 1");
    row("pulls what comes and removes", pullFromHere + "\tremote-ns b\n" + vanished, false, "JobGainsGroups: sync, s-1, 1");
    row("filters spare it", pullFromHere + "\tgroup-filter type:ct\n" + vanished, false, "");
    row("a pattern that is not judged", pullFromHere + "\tgroup-filter regex:\\p{Tibetan}\n" + vanished, false,
        "! ? SyncDeletesCopies: s-1, beta, 1 > proxmox-backup-manager sync-job update s-1 --remove-vanished false");
    row("a pattern matches", pullFromHere + "\tgroup-filter regex:^vm\n" + vanished, false,
        "! SyncDeletesCopies: s-1, beta, 1 > proxmox-backup-manager sync-job update s-1 --remove-vanished false");
    row("depth at the end", pullFromHere + "\tremote-ns a\n\tmax-depth 6\n", true,
        "JobNamesMoved: sync, s-1, a, c/new > proxmox-backup-manager sync-job update s-1 --remote-ns c/new --max-depth 5");

    row("push names it", push + "\tns a\n", true,
        "JobNamesMoved: sync, s-1, a, c/new > proxmox-backup-manager sync-job update s-1 --ns c/new");
    row("push removes", push + vanished, false,
        "! SyncDeletesCopies: s-1, r-1:beta, 1 > proxmox-backup-manager sync-job update s-1 --remove-vanished false");
    row("push brings more", push + "\tns b\n", false, "JobGainsGroups: sync, s-1, 1");

    row("pull names it", pullToHere + "\tns a\n" + vanished, true,
        "JobNamesMoved: sync, s-1, a, c/new > proxmox-backup-manager sync-job update s-1 --ns c/new");
    row("pull loses", pullToHere + "\tns a\n", false, "SyncCopiesAgain: s-1, tank, 1");
    row("pull gains", pullToHere + "\tns b\n", false, "JobGainsGroups: sync, s-1, 1");
    row("pull removes below its top", pullToHere + vanished, false,
        "! SyncDeletesArrivals: s-1, r-1:beta, 1 > proxmox-backup-manager sync-job update s-1 --remove-vanished false\n"
        "SyncCopiesAgain: s-1, tank, 1");
    row("pull asks for the owner at its top", pullToHere + "\tns b\n" + vanished, false, "JobGainsGroups: sync, s-1, 1");
    row("pull removes at its top", pullToHere + "\tns b\n\towner backup@pbs\n" + vanished, false,
        "! SyncDeletesArrivals: s-1, r-1:beta, 1 > proxmox-backup-manager sync-job update s-1 --remove-vanished false");
    row("pull asks for filters at its top", pullToHere + "\tns b\n\towner backup@pbs\n\tgroup-filter type:ct\n" + vanished, false, "");
    row("another server's store of this name", "sync: s-1\n\tstore beta\n\tremote r-1\n\tremote-store tank\n" + vanished, true, "");
}

void TestConsequences::syncJobs()
{
    QFETCH(QByteArray, job);
    QFETCH(bool, whole);
    QFETCH(QByteArray, lines);
    const auto context = withJobs(JobKind::Sync, job.toStdString());
    QCOMPARE(context.here.jobs.size(), std::size_t(1));
    QCOMPARE(found(whole ? wholeA() : std::vector{groupTo("a", "vm/1", "b")}, context), QString::fromUtf8(lines));
}

void TestConsequences::otherServers()
{
    ConsequenceContext context;
    context.storeName = "tank";
    HostReferences graz{.host = "graz", .jobs = {}, .accessRules = {}, .accounts = {}, .hostZone = {}, .problems = {}};
    graz.jobs
        = readJobs(
              JobKind::Sync,
              "sync: pull\n\tstore copy\n\tremote vienna\n\tremote-store tank\n\tremove-vanished 1\n\n"
              "sync: own\n\tstore copy\n\tremote-store tank\n\tremove-vanished 1\n\n"
              "sync: to-itself\n\tstore copy\n\tremote me\n\tremote-store tank\n\tremove-vanished 1\n\n"
              "sync: push\n\tstore copy\n\tremote vienna\n\tremote-store tank\n\tremote-ns b\n\tremove-vanished 1\n\tsync-direction push\n\n"
              "sync: unrelated\n\tstore tank\n\tremote vienna\n\tremote-store other\n\tremove-vanished 1\n",
              "sync.cfg")
              .jobs;
    graz.jobs.at(2).sync->remoteHost = "127.0.0.1";
    context.elsewhere = {graz};
    QCOMPARE(found({groupTo("a", "vm/1", "b")}, context),
             QStringLiteral(
                 "! SyncDeletesCopies: pull (graz), graz:copy, 1 > proxmox-backup-manager sync-job update pull --remove-vanished false\n"
                 "! SyncDeletesArrivals: push (graz), graz:copy, 1 > proxmox-backup-manager sync-job update push --remove-vanished false"));
    const auto consequences = findConsequences(smallTree(), std::vector{groupTo("a", "vm/1", "b")}, context);
    QCOMPARE(consequences.front().host, std::string("graz"));
}

void TestConsequences::pruneCounts_data()
{
    QTest::addColumn<QByteArray>("keep");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("last") << QByteArray("\tkeep-last 3\n") << QByteArray("PruneJobApplies: p-1, 3, 7, 14"); // 10, 2 and 2 snapshots
    QTest::newRow("monthly") << QByteArray("\tkeep-monthly 1\n") << QByteArray("PruneJobApplies: p-1, 3, 11, 14");
    QTest::newRow("enough") << QByteArray("\tkeep-daily 30\n") << QByteArray("PruneJobApplies: p-1, 3, 0, 14");
}

void TestConsequences::pruneCounts()
{
    QFETCH(QByteArray, keep);
    QFETCH(QByteArray, line);
    QCOMPARE(found(wholeA(), withJobs(JobKind::Prune, "prune: p-1\n\tstore tank\n\tns c\n" + keep.toStdString())), QString::fromUtf8(line));
}

/// Two snapshots of one day in UTC are two days in Auckland.
void TestConsequences::pruneCountsInTheZone()
{
    auto group = std::make_shared<Group>(test::makeGroup("vm/1", 0));
    for (const char *time : {"2026-06-01T01:00:00Z", "2026-06-01T20:00:00Z"})
        group->snapshots.push_back({SnapshotTime::fromString(time).value(), true, false});
    Relocation relocation = groupTo("a", "vm/1", "c");
    relocation.moved = group;
    auto context = withJobs(JobKind::Prune, "prune: p-1\n\tstore tank\n\tns c\n\tkeep-daily 2\n");
    QCOMPARE(found({relocation}, context), QStringLiteral("PruneJobApplies: p-1, 1, 1, 2"));
    context.zone = TimeZone::named("Pacific/Auckland").value();
    QCOMPARE(found({relocation}, context), QStringLiteral("PruneJobApplies: p-1, 1, 0, 2"));
}

void TestConsequences::pruneMeetsAGroup()
{
    const Tree tree = test::withGroupAt(smallTree(), "c", test::makeGroup("vm/1", 12)); // two newer ones than in a
    const auto context = withJobs(JobKind::Prune, "prune: p-1\n\tstore tank\n\tns c\n\tkeep-last 3\n");
    QCOMPARE(shown(findConsequences(tree, std::vector{groupTo("a", "vm/1", "c")}, context)),
             QStringLiteral("PruneJobApplies: p-1, 1, 9, 10"));
    const std::vector both = {groupTo("a", "vm/1", "c"), groupTo("c", "vm/1", "b")};
    QVERIFY(shown(findConsequences(tree, both, context)).contains(QLatin1String("PruneJobApplies: p-1, 1, 7, 10")));
}

void TestConsequences::accessRules_data()
{
    QTest::addColumn<QByteArray>("acl");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArray &acl, bool whole, const QByteArray &lines) {
        QTest::newRow(name) << acl << whole << lines;
    };
    row("the same above", "acl:1:/datastore/tank:u@pbs:DatastoreAdmin\n", true, "");
    row("another store's", "acl:1:/datastore/tank2/a:u@pbs:DatastoreAdmin\n", true, "");
    row("names it", "acl:1:/datastore/tank/a:u@pbs,u@pbs!t:DatastoreReader\n", true,
        "AclNamesMoved: u@pbs, DatastoreReader, a, c/new > proxmox-backup-manager acl update /datastore/tank/c/new DatastoreReader --auth-id u@pbs\n"
        "AclNamesMoved: u@pbs!t, DatastoreReader, a, c/new > proxmox-backup-manager acl update /datastore/tank/c/new DatastoreReader --auth-id u@pbs!t");
    row("names one below it", "acl:0:/datastore/tank/a/deep:u@pbs:NoAccess\n", true,
        "AclNamesMoved: u@pbs, NoAccess, a/deep, c/new/deep > proxmox-backup-manager acl update /datastore/tank/c/new/deep NoAccess --auth-id u@pbs "
        "--propagate false");
    row("gains from above, told once", "acl:1:/datastore/tank/c:u@pbs:DatastoreAudit\n", true,
        "AccessGained: u@pbs, Datastore.Audit, a, c/new");
    row("loses a group", "acl:1:/datastore/tank/a:u@pbs:DatastoreReader\n", false,
        "AccessLost: u@pbs, Datastore.Audit, Datastore.Read, Datastore.Verify, a, b");
    row("is barred there", "acl:1:/datastore:u@pbs:DatastoreAudit\nacl:1:/datastore/tank/b:u@pbs:NoAccess\n", false,
        "AccessLost: u@pbs, Datastore.Audit, a, b");
    row("one thing for another", "acl:1:/datastore/tank:u@pbs:DatastoreAudit\nacl:1:/datastore/tank/b:u@pbs:DatastoreAdmin\n", false,
        "AccessGained: u@pbs, Datastore.Modify, Datastore.Read, Datastore.Verify, a, b");
    row("the owner's own groups", "acl:1:/datastore/tank/a:backup@pbs:DatastorePowerUser\n", false,
        "AccessLost: backup@pbs, Datastore.Backup, Datastore.Prune, a, b");
    row("somebody else's groups", "acl:1:/datastore/tank/a:u@pbs:DatastorePowerUser\n", false, "");
    row("root needs nothing", "acl:1:/datastore/tank/a:root@pam:DatastoreReader\n", false, "");
    row("a token is bound by its user", "acl:1:/datastore/tank/b:u@pbs!t:DatastoreAdmin\n", false, "");
}

void TestConsequences::accessRules()
{
    QFETCH(QByteArray, acl);
    QFETCH(bool, whole);
    QFETCH(QByteArray, lines);
    QCOMPARE(found(whole ? wholeA() : std::vector{groupTo("a", "vm/1", "b")}, withRules(acl.toStdString())), QString::fromUtf8(lines));
}

void TestConsequences::onlyWhoMayLogIn()
{
    auto context = withRules("acl:1:/datastore/tank/b:u@pbs,v@pbs:DatastoreAudit\n");
    context.here.accounts = {AuthId::fromString("v@pbs").value()};
    QCOMPARE(found({groupTo("a", "vm/1", "b")}, context), QStringLiteral("AccessGained: v@pbs, Datastore.Audit, a, b"));
    // A new namespace would need what is lost, and what is inherited there.
    context = withRules("acl:1:/datastore/tank/a:u@pbs:DatastoreReader\nacl:1:/datastore/tank/c:u@pbs:DatastoreBackup\n");
    QCOMPARE(found({groupTo("a", "vm/1", "c/other")}, context),
             QStringLiteral("AccessLost: u@pbs, Datastore.Audit, Datastore.Read, Datastore.Verify, a, c/other"
                            " > proxmox-backup-manager acl update /datastore/tank/c/other DatastoreBackup --auth-id u@pbs"
                            " > proxmox-backup-manager acl update /datastore/tank/c/other DatastoreReader --auth-id u@pbs"));
}

void TestConsequences::storages_data()
{
    QTest::addColumn<QByteArray>("storage");
    QTest::addColumn<QByteArray>("groups"); // to b; nothing: a becomes c/new
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArray &storage, const QByteArray &groups, const QByteArray &lines) {
        QTest::newRow(name) << storage << groups << lines;
    };
    row("names it", "\tnamespace a\n", "", "StorageNamesMoved: pve-1, a, c/new > pvesm set pve-1 --namespace c/new");
    row("names one below it", "\tnamespace a/deep\n", "",
        "StorageNamesMoved: pve-1, a/deep, c/new/deep > pvesm set pve-1 --namespace c/new/deep");
    row("another namespace", "\tnamespace b\n", "", "");
    row("the root", "", "", "");
    row("one of two groups", "\tnamespace a\n", "vm/1", "StorageLosesGroups: pve-1, a, 1");
    row("all groups", "\tnamespace a\n", "vm/1 vm/2", "StorageNamesMoved: pve-1, a, b > pvesm set pve-1 --namespace b");
}

void TestConsequences::storages()
{
    QFETCH(QByteArray, storage);
    QFETCH(QByteArray, groups);
    QFETCH(QByteArray, lines);
    ConsequenceContext context;
    context.storeName = "tank";
    const std::string text = "pbs: pve-1\n\tdatastore tank\n" + storage.toStdString() + "\npbs: pve-2\n\tdatastore other\n\tnamespace a\n";
    context.storages = readPveStorages(text, "storage.cfg").storages;
    std::vector<Relocation> relocations = groups.isEmpty() ? wholeA() : std::vector<Relocation>();
    if (!groups.isEmpty()) {
        for (const QByteArray &group : groups.split(' '))
            relocations.push_back(groupTo("a", group.toStdString(), "b"));
    }
    QCOMPARE(found(relocations, context), QString::fromUtf8(lines));
}

/// A namespace is given to move, and its groups too: each counts once, and goes where its own relocation says.
void TestConsequences::groupsWithRelocationsOfTheirOwn()
{
    std::vector<Relocation> relocations = wholeA();
    relocations.push_back(groupTo("a", "vm/1", "b"));
    relocations.push_back(groupTo("a", "vm/2", "c/new"));
    const auto context = withJobs(JobKind::Verify, "verification: v-1\n\tstore tank\n\tns c\n\nverification: v-2\n\tstore tank\n\tns b\n");
    QCOMPARE(found(relocations, context), QStringLiteral("JobGainsGroups: verify, v-1, 2\nJobGainsGroups: verify, v-2, 1"));
}

void TestConsequences::attentionFirstAndNothingTwice()
{
    auto context
        = withJobs(JobKind::Sync,
                   "sync: s-1\n\tstore beta\n\tremote-store tank\n\nsync: s-2\n\tstore beta\n\tremote-store tank\n\tremove-vanished 1\n");
    context.here.jobs.push_back(context.here.jobs.front());
    QCOMPARE(found({groupTo("a", "vm/1", "b")}, context),
             QStringLiteral("! SyncDeletesCopies: s-2, beta, 1 > proxmox-backup-manager sync-job update s-2 --remove-vanished false\n"
                            "SyncCopiesAgain: s-1, beta, 1"));
}

void TestConsequences::causes()
{
    const std::vector relocations = {groupTo("a", "vm/1", "b"), groupTo("a/deep", "ct/7", "c"), groupTo("a", "vm/2", "b")};
    const auto context = withJobs(JobKind::Verify, "verification: v-1\n\tstore tank\n\tns b\n");
    const auto consequences = findConsequences(smallTree(), relocations, context);
    QCOMPARE(consequences.size(), std::size_t(1));
    QCOMPARE(consequences.front().kind, Consequence::Kind::Job);
    QCOMPARE(consequences.front().relocations, (std::vector<std::size_t>{0, 2}));
}

void TestConsequences::realConfiguration()
{
    if (!test::fixturePath("config-real"))
        QSKIP(test::skipReason);
    Tree tree = test::withGroupAt(Tree(), "clients/acme", test::makeGroup("vm/103", 6));
    tree = test::withEmptyNamespace(tree, ns("clients/globex"));
    ConsequenceContext context;
    context.storeName = "alpha";
    context.here = readReal("alpha");
    const std::vector relocations
        = {namespaceTo("clients", "kunden"), namespaceTo("clients/acme", "kunden/acme"), namespaceTo("clients/globex", "kunden/globex")};
    QCOMPARE(shown(findConsequences(tree, relocations, context)),
             QStringLiteral(
                 "JobNamesMoved: sync, s-local, clients, kunden > proxmox-backup-manager sync-job update s-local --remote-ns kunden\n"
                 "JobNamesMoved: prune, one-a-day, clients/globex, kunden/globex > proxmox-backup-manager prune-job update one-a-day --ns "
                 "kunden/globex\n"
                 "AclNamesMoved: backup@pbs, DatastoreReader, clients/acme, kunden/acme > proxmox-backup-manager acl update "
                 "/datastore/alpha/kunden/acme DatastoreReader --auth-id backup@pbs"));
}

void TestConsequences::isFast()
{
    auto root = std::make_shared<Namespace>();
    Tree tree(root);
    std::vector<Relocation> relocations;
    for (int i = 0; i < 200; ++i) {
        auto folder = std::make_shared<Namespace>();
        folder->path = ns("n" + std::to_string(i));
        for (int j = 0; j < 100; ++j)
            folder->groups.push_back(std::make_shared<Group>(test::makeGroup("vm/" + std::to_string(j), 10)));
        tree = tree.withNamespace(folder->path, folder);
        relocations.push_back(namespaceTo(folder->path.toString(), "all/" + folder->path.toString()));
    }
    std::string jobs;
    for (int i = 0; i < 50; ++i)
        jobs += "prune: job-" + std::to_string(i) + "\n\tstore tank\n\tns n" + std::to_string(i) + "\n\tkeep-daily 3\n\n";
    auto context = withJobs(JobKind::Prune, jobs + "prune: all\n\tstore tank\n\tns all\n\tkeep-daily 3\n");
    QElapsedTimer timer;
    timer.start();
    const auto consequences = findConsequences(tree, relocations, context);
    qInfo("consequences: 20 000 groups, 51 jobs in %lld ms", timer.elapsed());
    QCOMPARE(consequences.size(), std::size_t(51));
    QVERIFY(timer.elapsed() < 60000); // with sanitizers, on a busy computer
}

QTEST_GUILESS_MAIN(TestConsequences)

#include "tst_consequences.moc"
