// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/configedit.h"

#include "support/fixtures.h"

#include <QTest>

using namespace espalier;

namespace {

AclState rule(std::string_view path, std::string_view subject, std::string_view role, std::optional<bool> propagates = true)
{
    return {std::string(path), AuthId::fromString(subject).value(), std::string(role), propagates};
}

std::string joined(const CommandLine &command)
{
    std::string line;
    for (const std::string &word : command)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

} // namespace

class TestConfigEdit : public QObject
{
    Q_OBJECT

private slots:
    void jobs();
    void jobsThatAreNotThere();
    void accessRules_data();
    void accessRules();
    void accessRulesRefused();
    void theirOwnUndoing();
    void commands();
    void files();
};

void TestConfigEdit::jobs()
{
    const std::string text = "sync: j\n\tmax-depth 6\n\tns a\n\tstore x\n";
    const ConfigEntry wanted = JobState{JobKind::Sync, "j", {{"ns", "c/new"}, {"max-depth", "5"}, {"remote-ns", std::nullopt}}};
    const auto present = presentEntry(text, wanted);
    QVERIFY(present == ConfigEntry(JobState{JobKind::Sync, "j", {{"ns", "a"}, {"max-depth", "6"}, {"remote-ns", std::nullopt}}}));
    const auto result = edited(text, wanted);
    QCOMPARE(*result, std::string("sync: j\n\tmax-depth 5\n\tns c/new\n\tstore x\n"));
    QVERIFY(presentEntry(*result, wanted) == wanted);
    QCOMPARE(*edited(*result, *present), text);
}

void TestConfigEdit::jobsThatAreNotThere()
{
    const ConfigEntry wanted = JobState{JobKind::Verify, "j", {{"ns", "a"}}};
    QCOMPARE(presentEntry("verification: k\n", wanted).error().id, MessageId::ConfigEntryMissing);
    QCOMPARE(edited("verification: k\n", wanted).error().args, (std::vector<std::string>{"verification.cfg", "verification: j"}));
    QCOMPARE(edited("verification\n", wanted).error().id, MessageId::ConfigDamaged);
}

void TestConfigEdit::accessRules_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("propagates"); // -1: away
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, int propagates, const char *after) {
        QTest::newRow(name) << QByteArray(before) << propagates << QByteArray(after);
    };
    row("new", "acl:1:/:root@pam:Admin\n", 1, "acl:1:/:root@pam:Admin\nacl:1:/a:u@pbs:Audit\n");
    row("new in an empty file", "", 0, "acl:0:/a:u@pbs:Audit\n");
    row("new behind a last line without an end", "\n acl:1:/:root@pam:Admin", 1, "\n acl:1:/:root@pam:Admin\nacl:1:/a:u@pbs:Audit\n");
    row("there already", "acl:1:/a/:x@pbs,u@pbs:Admin,Audit\n", 1, "acl:1:/a/:x@pbs,u@pbs:Admin,Audit\n");
    row("propagates now", "acl:0:/a:u@pbs:Audit\nacl:1:/b:u@pbs:Audit\n", 1, "acl:1:/b:u@pbs:Audit\nacl:1:/a:u@pbs:Audit\n");
    row("away", "acl:1:/a:u@pbs:Audit\nacl:1:/b:u@pbs:Audit\n", -1, "acl:1:/b:u@pbs:Audit\n");
    row("away, not there", "acl:1:/b:u@pbs:Audit", -1, "acl:1:/b:u@pbs:Audit");
    row("away from among users", "acl:1:/a:x@pbs,u@pbs,y@pbs:Audit\n", -1, "acl:1:/a:x@pbs,y@pbs:Audit\n");
    row("away from among roles", "acl:1:/a:u@pbs:Audit,Admin\n", -1, "acl:1:/a:u@pbs:Admin\n");
    row("away from among both", "acl:0:/a:x@pbs,u@pbs:Audit,Admin\n", -1, "acl:0:/a:x@pbs:Audit,Admin\nacl:0:/a:u@pbs:Admin\n");
    row("away wherever it stands", "acl:0:/a:u@pbs:Audit\nacl:1:/a/:u@pbs:Audit\n", -1, "");
    row("a token is another one", "acl:1:/a:u@pbs!t:Audit\n", -1, "acl:1:/a:u@pbs!t:Audit\n");
}

void TestConfigEdit::accessRules()
{
    QFETCH(QByteArray, before);
    QFETCH(int, propagates);
    QFETCH(QByteArray, after);
    const AclState wanted = rule("/a", "u@pbs", "Audit", propagates < 0 ? std::nullopt : std::optional(propagates == 1));
    const auto result = edited(before.toStdString(), wanted);
    QVERIFY(result);
    QCOMPARE(QByteArray::fromStdString(*result), after);
    QVERIFY(presentEntry(*result, wanted) == ConfigEntry(wanted));
}

void TestConfigEdit::accessRulesRefused()
{
    QCOMPARE(edited("acl:1:/a:u@pbs\n", rule("/a", "u@pbs", "Audit")).error().id, MessageId::ConfigDamaged);
    for (const char *path : {"/a\nacl:1:/:u@pbs:Admin", "/a:b", "a", "/a/"})
        QCOMPARE(edited("", rule(path, "u@pbs", "Audit")).error().id, MessageId::ConfigEditRefused);
    for (const char *role : {"", "Audit,Admin", "Audit "})
        QCOMPARE(edited("", rule("/a", "u@pbs", role)).error().id, MessageId::ConfigEditRefused);
}

void TestConfigEdit::theirOwnUndoing()
{
    const auto text = test::fixtureContent("config-real/acl.cfg");
    if (!text)
        QSKIP(test::skipReason);
    const AclState added = rule("/datastore/alpha/customers/acme", "backup@pbs", "DatastoreReader");
    const auto present = presentEntry(*text, added);
    const auto result = edited(*text, added);
    QCOMPARE(*result, *text + "acl:1:/datastore/alpha/customers/acme:backup@pbs:DatastoreReader\n");
    QCOMPARE(*edited(*result, *present), *text);
}

void TestConfigEdit::commands()
{
    QCOMPARE(joined(commandFor(JobState{JobKind::Sync, "s-1", {{"ns", std::nullopt}, {"max-depth", "5"}}})),
             std::string("proxmox-backup-manager sync-job update s-1 --delete ns --max-depth 5"));
    QCOMPARE(joined(commandFor(JobState{JobKind::Tape, "t-1", {{"ns", "a"}}})), std::string("proxmox-tape backup-job update t-1 --ns a"));
    QCOMPARE(joined(commandFor(rule("/a", "u@pbs", "Audit"))), std::string("proxmox-backup-manager acl update /a Audit --auth-id u@pbs"));
    QCOMPARE(joined(commandFor(rule("/a", "u@pbs", "Audit", false))),
             std::string("proxmox-backup-manager acl update /a Audit --auth-id u@pbs --propagate false"));
    QCOMPARE(joined(commandFor(rule("/a", "u@pbs", "Audit", std::nullopt))),
             std::string("proxmox-backup-manager acl update /a Audit --auth-id u@pbs --delete true"));
}

void TestConfigEdit::files()
{
    for (const ConfigFile file : allConfigFiles) {
        QVERIFY(configFile(fileName(file)) == file);
        QVERIFY(lockFileName(file).starts_with('.') && lockFileName(file).ends_with(".lck"));
        QVERIFY(checkConfig(file, ""));
        QVERIFY(!checkConfig(file, "nonsense"));
    }
    QVERIFY(!configFile("user.cfg"));
    QVERIFY(!configFile("../sync.cfg"));
}

QTEST_GUILESS_MAIN(TestConfigEdit)

#include "tst_configedit.moc"
