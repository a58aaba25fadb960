// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/references.h"

#include "core/fs/memory.h"
#include "support/fixtures.h"
#include "support/tarreader.h"

#include <QTest>

using namespace espalier;
using Texts = std::vector<std::string>;

namespace {

NamespacePath ns(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

Texts jobNames(const HostReferences &references)
{
    Texts names;
    for (const JobReference &job : references.jobs)
        names.push_back(std::string(toString(job.kind)) + " " + job.id);
    return names;
}

Texts problems(const std::vector<Error> &errors)
{
    Texts list;
    for (const Error &error : errors)
        list.push_back(error.args.size() > 2 ? error.args.at(1) + ": " + error.args.at(2) : error.args.at(0));
    return list;
}

Texts accountNames(const HostReferences &references)
{
    Texts names;
    for (const AuthId &account : references.accounts.value_or(std::vector<AuthId>()))
        names.push_back(account.toString());
    return names;
}

HostReferences readReal(const char *store)
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeDirectories("/etc/proxmox-backup");
    for (const char *name : {"datastore.cfg", "acl.cfg", "prune.cfg", "remote.cfg", "sync.cfg", "verification.cfg"})
        files->makeFile(std::string("/etc/proxmox-backup/") + name, test::fixtureContent(std::string("config-real/") + name).value());
    return readHostReferences(*files, readPbsHost(*files, "/"), store);
}

} // namespace

/// Jobs, access rules and accounts that name a store.
class TestReferences : public QObject
{
    Q_OBJECT

private slots:
    void ranges();
    void syncJobs();
    void pruneJobs();
    void badSections_data();
    void badSections();
    void noHost();
    void unreadable();
    void accounts();
    void timeZone();
    void accessRulesOfTheStore();
    void realFiles();
    void realHost();
};

void TestReferences::ranges()
{
    QVERIFY((NamespaceRange{ns("a"), std::nullopt}.covers(ns("a/b/c"))));
    QVERIFY((NamespaceRange{ns("a"), 0}.covers(ns("a"))));
    QVERIFY((!NamespaceRange{ns("a"), 0}.covers(ns("a/b"))));
    QVERIFY((NamespaceRange{ns(""), 1}.covers(ns("a"))));
    QVERIFY((!NamespaceRange{ns("a"), std::nullopt}.covers(ns("ab"))));
    QVERIFY((!NamespaceRange{ns("a"), std::nullopt}.covers(ns(""))));
}

void TestReferences::syncJobs()
{
    const JobReading reading = readJobs(JobKind::Sync,
                                        "sync: nightly\n"
                                        "\tstore vault\n"
                                        "\tns sites/a\n"
                                        "\tmax-depth +02\n"
                                        "\tgroup-filter type:vm\n"
                                        "\tgroup-filter exclude:group:vm/900\n"
                                        "\towner sync@pbs\n"
                                        "\tremote siteA\n"
                                        "\tremote-store main\n"
                                        "\tremove-vanished YES\n"
                                        "\tinvented-later 7\n"
                                        "\n"
                                        "sync: push\n"
                                        "\tstore vault\n"
                                        "\tremote siteB\n"
                                        "\tremote-store copy\n"
                                        "\tremote-ns from/vault\n"
                                        "\tsync-direction push\n"
                                        "\n"
                                        "frob: unknown\n"
                                        "\tx y\n",
                                        "sync.cfg");
    QVERIFY(reading.problems.empty());
    QCOMPARE(reading.jobs.size(), std::size_t(2));
    const JobReference &pull = reading.jobs.front();
    QCOMPARE(pull.range, (NamespaceRange{ns("sites/a"), 2}));
    QCOMPARE(pull.filters.size(), std::size_t(2));
    QCOMPARE(*pull.sync, (SyncReference{false, true, "siteA", "", "main", NamespacePath(), AuthId::fromString("sync@pbs").value()}));
    const JobReference &push = reading.jobs.back();
    QCOMPARE(push.range, (NamespaceRange{NamespacePath(), std::nullopt}));
    QCOMPARE(push.otherRange(), (NamespaceRange{ns("from/vault"), std::nullopt}));
    QVERIFY(push.sync->isPush && !push.sync->removesVanished && !push.sync->owner);
}

void TestReferences::pruneJobs()
{
    const JobReading reading
        = readJobs(JobKind::Prune,
                   "prune: a-job\n\tschedule daily\n\tstore tank\n\n"
                   "prune: a-job\n\tschedule daily\n\tstore tank\n\tdisable 1\n\tkeep-last 3\n\tkeep-yearly 9223372036854775807\n",
                   "prune.cfg");
    QVERIFY(reading.problems.empty());
    QCOMPARE(reading.jobs.size(), std::size_t(1)); // the last one wins
    QVERIFY(reading.jobs.front().isDisabled);
    QCOMPARE(reading.jobs.front().keep, (KeepOptions{.last = 3, .yearly = INT64_MAX}));
}

void TestReferences::badSections_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QString>("problem");
    QTest::newRow("namespace") << QByteArray("ns a//b") << QStringLiteral("sync: bad: a namespace");
    QTest::newRow("too deep") << QByteArray("ns 1/2/3/4/5/6/7/8") << QStringLiteral("sync: bad: a namespace");
    QTest::newRow("depth") << QByteArray("max-depth 8") << QStringLiteral("sync: bad: a whole number from 0 to 7");
    QTest::newRow("truth") << QByteArray("remove-vanished maybe") << QStringLiteral("sync: bad: yes or no");
    QTest::newRow("filter") << QByteArray("group-filter vm") << QStringLiteral("sync: bad: a filter such as \"type:vm\"");
    QTest::newRow("owner") << QByteArray("owner nobody") << QStringLiteral("sync: bad: a user or an API token");
    QTest::newRow("the other namespace") << QByteArray("remote-ns /") << QStringLiteral("sync: bad: a namespace");
}

void TestReferences::badSections()
{
    QFETCH(QByteArray, property);
    QFETCH(QString, problem);
    const std::string text = "sync: bad\n\tstore tank\n\tremote-store other\n\t" + property.toStdString()
        + "\n\nsync: good\n\tstore tank\n\tremote-store other\n";
    const JobReading reading = readJobs(JobKind::Sync, text, "sync.cfg");
    QCOMPARE(problems(reading.problems), Texts{problem.toStdString()});
    QCOMPARE(reading.jobs.size(), std::size_t(1));
    QCOMPARE(reading.jobs.front().id, std::string("good"));
}

void TestReferences::noHost()
{
    const auto files = fs::MemoryFileSystem::create();
    const HostReferences references = readHostReferences(*files, readPbsHost(*files, "/"), "tank");
    QVERIFY(references.jobs.empty() && references.accessRules.empty() && references.problems.empty());
    QVERIFY(!references.accounts);
}

void TestReferences::unreadable()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeFile("/etc/proxmox-backup/prune.cfg", "# hello\n");
    files->makeFile("/etc/proxmox-backup/sync.cfg", std::string(std::size_t{17} << 20, ' '));
    files->makeFile("/etc/proxmox-backup/verification.cfg", "verification: v-1\n\tstore tank\n");
    const HostReferences references = readHostReferences(*files, readPbsHost(*files, "/"), "tank");
    QCOMPARE(jobNames(references), Texts{"verify v-1"});
    QCOMPARE(references.problems.size(), std::size_t(2));
    QCOMPARE(references.problems.at(0).id, MessageId::FileTooLarge);
    QCOMPARE(references.problems.at(1).id, MessageId::ConfigDamaged);
    QCOMPARE(references.problems.at(1).args.at(0), std::string("/etc/proxmox-backup/prune.cfg"));
}

void TestReferences::accounts()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeFile("/etc/proxmox-backup/user.cfg",
                    "user: a@pbs\n\nuser: off@pbs\n\tenable FALSE\n\ntoken: a@pbs!one\n\ntoken: a@pbs!two\n\tenable 0\n\n"
                    "token: off@pbs!t\n\ntoken: gone@pbs!t\n\ntoken: root@pam!t\n");
    const HostReferences references = readHostReferences(*files, readPbsHost(*files, "/"), "tank");
    QCOMPARE(accountNames(references), (Texts{"a@pbs", "root@pam", "a@pbs!one", "root@pam!t"}));
}

void TestReferences::timeZone()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeFile("/srv/root/etc/timezone", "Europe/Vienna\n");
    files->makeFile("/etc/timezone", "Europe/Vienna\n");
    HostReferences references = readHostReferences(*files, readPbsHost(*files, "/srv/root"), "tank");
    QCOMPARE(references.hostZone.value()->name, std::string("Europe/Vienna"));
    constexpr std::int64_t summer = 1782864000; // 2026-07-01T00:00:00Z
    QCOMPARE(references.zone()->at(summer).offset, 7200);
    files->makeFile("/srv/lost/etc/timezone", "Nowhere/Land\n");
    references = readHostReferences(*files, readPbsHost(*files, "/srv/lost"), "tank");
    QCOMPARE(references.zone().error().id, MessageId::TimeZoneUnknown);
    references = readHostReferences(*files, readPbsHost(*files, "/"), "tank"); // the computer itself says it, not a file
    QVERIFY(!references.hostZone.value());
    QVERIFY(references.zone());
}

void TestReferences::accessRulesOfTheStore()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeFile("/etc/proxmox-backup/acl.cfg",
                    "acl:1:/:a@pbs:Audit\nacl:1:/datastore:b@pbs:Audit\nacl:1:/datastore/tank:c@pbs:Audit\n"
                    "acl:1:/datastore/tank/x:d@pbs:Audit\nacl:1:/datastore/tank2:e@pbs:Audit\nacl:1:/remote:f@pbs:Audit\nacl\n");
    const HostReferences references = readHostReferences(*files, readPbsHost(*files, "/"), "tank");
    Texts subjects;
    for (const AclEntry &entry : references.accessRules)
        subjects.push_back(entry.subject.toString());
    QCOMPARE(subjects, (Texts{"a@pbs", "b@pbs", "c@pbs", "d@pbs"}));
    QCOMPARE(references.problems.size(), std::size_t(1));
}

void TestReferences::realFiles()
{
    if (!test::fixturePath("config-real"))
        QSKIP(test::skipReason);
    const HostReferences alpha = readReal("alpha");
    QVERIFY(alpha.problems.empty());
    QCOMPARE(jobNames(alpha),
             (Texts{"sync pull-site-b", "sync s-local", "sync push-vienna", "prune daily-all", "prune one-a-day", "verify verify-sites"}));
    const SyncReference &remote = *alpha.jobs.front().sync;
    QCOMPARE(remote.remoteHost, std::string("127.0.0.1"));
    QCOMPARE(remote.remoteStore, std::string("beta"));
    QVERIFY(alpha.jobs.at(2).sync->isPush);
    QCOMPARE(alpha.jobs.at(3).keep, (KeepOptions{.last = 3, .daily = 30}));
    QVERIFY(alpha.jobs.at(4).isDisabled);
    QCOMPARE(alpha.accessRules.size(), std::size_t(5));
    QCOMPARE(jobNames(readReal("beta")), (Texts{"sync pull-site-b", "sync s-local", "sync push-vienna"}));
    QVERIFY(readReal("work").jobs.empty());
}

/// The archive of a whole host, read where it would be with --pbs-root.
void TestReferences::realHost()
{
    const auto archive = test::fixtureContent("host/host-idle.tar");
    if (!archive)
        QSKIP(test::skipReason);
    const auto files = fs::MemoryFileSystem::create();
    for (const test::TarEntry &entry : test::readTar(*archive)) {
        if (entry.isFile && entry.path.starts_with("./etc/"))
            files->makeFile("/mnt" + entry.path.substr(1), entry.content);
    }
    const HostReferences references = readHostReferences(*files, readPbsHost(*files, "/mnt"), "alpha");
    QVERIFY(references.problems.empty());
    QVERIFY(references.jobs.size() > 3);
    QVERIFY(references.accounts);
    QCOMPARE(AccessRules(references.accessRules).privileges(AuthId::fromString("backup@pbs!pve1").value(), "/datastore/alpha"),
             privilege::All);
}

QTEST_GUILESS_MAIN(TestReferences)

#include "tst_references.moc"
