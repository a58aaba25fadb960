// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/accessrules.h"

#include "support/fixtures.h"

#include <QTest>

using namespace espalier;

namespace {

AuthId id(std::string_view text)
{
    return AuthId::fromString(text).value();
}

QString privilegesOf(std::string_view acl, std::string_view subject, std::string_view path)
{
    const AclReading reading = readAcl(acl, "acl.cfg");
    return QString::fromStdString(privilegeNames(AccessRules(reading.entries).privileges(id(subject), path)));
}

} // namespace

class TestAccessRules : public QObject
{
    Q_OBJECT

private slots:
    void reading();
    void badLines();
    void paths();
    void evaluating_data();
    void evaluating();
    void roles();
    void realFile();
};

void TestAccessRules::reading()
{
    const AclReading reading
        = readAcl("acl:1:/:a@pbs:Admin\n\nacl:0:/datastore/tank/x/:a@pbs,a@pbs!t:Audit,DatastoreBackup\r\n", "acl.cfg");
    QVERIFY(reading.problems.empty());
    QCOMPARE(reading.entries.size(), std::size_t(5));
    QCOMPARE(reading.entries.at(0), (AclEntry{"/", id("a@pbs"), "Admin", true}));
    QCOMPARE(reading.entries.at(4), (AclEntry{"/datastore/tank/x", id("a@pbs!t"), "DatastoreBackup", false}));
    const auto subjects = AccessRules(reading.entries).subjects();
    QCOMPARE(subjects.size(), std::size_t(2));
    QCOMPARE(subjects.at(1), id("a@pbs!t"));
}

void TestAccessRules::badLines()
{
    const AclReading reading = readAcl("# hello\n"
                                       "acl:2:/:a@pbs:Admin\n"
                                       "acl:1:datastore:a@pbs:Admin\n"
                                       "acl:1:/:nobody:Admin\n"
                                       "acl:1:/:a@pbs\n"
                                       "acl:1:/:a@pbs:Audit\n",
                                       "acl.cfg");
    QCOMPARE(reading.entries.size(), std::size_t(1));
    QCOMPARE(reading.problems.size(), std::size_t(5));
    QCOMPARE(reading.problems.at(3).id, MessageId::ConfigLineIgnored);
    QCOMPARE(reading.problems.at(3).args, (std::vector<std::string>{"acl.cfg", "4", "a user or an API token"}));
}

void TestAccessRules::paths()
{
    QCOMPARE(aclPath("tank", NamespacePath()), std::string("/datastore/tank"));
    QCOMPARE(aclPath("tank", NamespacePath::fromString("a/b").value()), std::string("/datastore/tank/a/b"));
}

void TestAccessRules::evaluating_data()
{
    QTest::addColumn<QByteArray>("acl");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("privileges"); // on /datastore/tank/a/b
    const auto row = [](const char *name, const QByteArray &acl, const QByteArray &subject, const QByteArray &privileges) {
        QTest::newRow(name) << acl << subject << privileges;
    };
    row("nothing", "", "u@pbs", "");
    row("from the top", "acl:1:/:u@pbs:Audit", "u@pbs", "Datastore.Audit");
    row("does not propagate", "acl:0:/datastore/tank:u@pbs:Audit", "u@pbs", "");
    row("on the node itself", "acl:0:/datastore/tank/a/b:u@pbs:DatastoreBackup", "u@pbs", "Datastore.Backup");
    row("below the node", "acl:1:/datastore/tank/a/b/c:u@pbs:Admin", "u@pbs", "");
    row("a name that only begins alike", "acl:1:/datastore/tank/a/bb:u@pbs:Admin\nacl:1:/datastore/tan:u@pbs:Admin", "u@pbs", "");
    row("deeper ones replace", "acl:1:/datastore:u@pbs:DatastoreAdmin\nacl:1:/datastore/tank/a:u@pbs:DatastorePowerUser", "u@pbs",
        "Datastore.Backup, Datastore.Prune");
    row("a deeper one that does not propagate replaces nothing",
        "acl:1:/datastore:u@pbs:DatastoreAudit\nacl:0:/datastore/tank/a:u@pbs:DatastoreAdmin", "u@pbs", "Datastore.Audit");
    row("two on one node are united", "acl:1:/datastore:u@pbs:DatastoreAudit\nacl:1:/datastore:u@pbs:DatastoreBackup", "u@pbs",
        "Datastore.Audit, Datastore.Backup");
    row("no access", "acl:1:/datastore:u@pbs:DatastoreAdmin\nacl:1:/datastore/tank:u@pbs:NoAccess", "u@pbs", "");
    row("another user's", "acl:1:/:v@pbs:Admin", "u@pbs", "");
    row("a token alone", "acl:1:/:u@pbs!t:Admin", "u@pbs!t", "");
    row("a token without entries", "acl:1:/:u@pbs:Admin", "u@pbs!t", "");
    row("a token has what both have", "acl:1:/:u@pbs:DatastoreReader\nacl:1:/:u@pbs!t:DatastoreAdmin", "u@pbs!t",
        "Datastore.Audit, Datastore.Read, Datastore.Verify");
    row("root", "", "root@pam", "Datastore.Audit, Datastore.Modify, Datastore.Read, Datastore.Verify, Datastore.Backup, Datastore.Prune");
    row("a token of root", "", "root@pam!t", "");
    row("a token of root with a role", "acl:1:/:root@pam!t:DatastoreAudit", "root@pam!t", "Datastore.Audit");
    row("roles for other things", "acl:1:/:u@pbs:RemoteAdmin", "u@pbs", "");
}

void TestAccessRules::evaluating()
{
    QFETCH(QByteArray, acl);
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, privileges);
    QCOMPARE(privilegesOf(acl.toStdString(), subject.toStdString(), "/datastore/tank/a/b"), QString::fromLatin1(privileges));
}

void TestAccessRules::roles()
{
    const AclReading reading
        = readAcl("acl:1:/:u@pbs:Audit\nacl:1:/datastore:u@pbs:NoAccess\nacl:1:/datastore:u@pbs:DatastoreBackup\n", "acl.cfg");
    const AccessRules rules(reading.entries);
    QCOMPARE(rules.roles(id("u@pbs"), "/"), (std::set<std::string>{"Audit"}));
    QCOMPARE(rules.roles(id("u@pbs"), "/datastore/tank"), (std::set<std::string>{"DatastoreBackup"}));
}

void TestAccessRules::realFile()
{
    const auto content = test::fixtureContent("config-real/acl.cfg");
    if (!content)
        QSKIP(test::skipReason);
    const AclReading reading = readAcl(*content, "acl.cfg");
    QVERIFY(reading.problems.empty());
    QVERIFY(!reading.entries.empty());
}

QTEST_GUILESS_MAIN(TestAccessRules)

#include "tst_accessrules.moc"
