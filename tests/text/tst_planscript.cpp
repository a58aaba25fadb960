// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plandifference.h"
#include "text/planscript.h"

#include <QProcess>
#include <QTest>

using namespace espalier;

namespace {

GroupId group(const char *text)
{
    return GroupId::fromString(text).value();
}

NamespacePath ns(const char *text)
{
    return NamespacePath::fromString(text).value();
}

Tree tree()
{
    auto below = std::make_shared<Namespace>();
    below->path = ns("b");
    Tree made = Tree().withNamespace(ns("b"), below);
    for (const char *id : {"vm/100", "vm/101", "vm/102"}) {
        Group each{.id = group(id), .owner = AuthId::fromString("me@pbs").value()};
        each.snapshots.push_back({SnapshotTime::fromString("2026-01-01T00:00:00Z").value(), true, false});
        made = made.withGroup(NamespacePath(), std::make_shared<Group>(each));
    }
    return made;
}

std::string script(const std::vector<Change> &changes, ScriptFlavour flavour, const std::string &path = "/mnt/tank")
{
    return text::planScript(makePlan(tree(), changes, planFileContext({})), flavour, "tank", path);
}

/// What sh says of it without running it.
QByteArray problemsOf(const std::string &script)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
    if (!shell.waitForStarted())
        return "no sh";
    shell.write(QByteArray::fromStdString(script));
    shell.closeWriteChannel();
    shell.waitForFinished();
    return shell.readAllStandardError();
}

/// The lines that do something.
QStringList commandsIn(const std::string &script)
{
    QStringList lines = QString::fromStdString(script).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    return lines;
}

const std::vector<Change> &someChanges()
{
    static const std::vector<Change> changes{MoveGroup{{}, group("vm/100"), ns("b")}, MoveGroup{{}, group("vm/101"), ns("b")},
                                             MoveGroup{{}, group("vm/7"), ns("b")},
                                             ChangeNotes{ns("b"), group("vm/100"), "first\nrm -rf /; `x` $(y)"}};
    return changes;
}

} // namespace

class TestPlanScript : public QObject
{
    Q_OBJECT

private slots:
    void ownFlavour();
    void clientFlavour();
    void commentsHideNothing();
};

void TestPlanScript::ownFlavour()
{
    const std::string text = script(someChanges(), ScriptFlavour::Espalierctl);
    QCOMPARE(problemsOf(text), QByteArray());
    const QStringList expected{QStringLiteral("set -e"), QStringLiteral("espalierctl move /mnt/tank vm/100 vm/101 --to b \"$@\""),
                               QStringLiteral("espalierctl group notes /mnt/tank vm/100 --ns b --set 'first"),
                               QStringLiteral("rm -rf /; `x` $(y)' \"$@\"")};
    QCOMPARE(commandsIn(text), expected);
    QVERIFY(text.starts_with("#!/bin/sh\n# Changes to the datastore \"tank\" (/mnt/tank), planned with Espalier.\n"));
    QVERIFY(text.contains("# Move vm/101 from the root to b\n"));
    QVERIFY(text.contains("# Left out: "));
    QVERIFY(text.contains("# espalierctl move /mnt/tank vm/7 --to b\n"));
}

void TestPlanScript::clientFlavour()
{
    const std::string text = script(someChanges(), ScriptFlavour::ProxmoxBackupClient);
    QCOMPARE(problemsOf(text), QByteArray());
    const QStringList expected{QStringLiteral("set -e"), QStringLiteral(": \"${PBS_REPOSITORY:?USER@REALM@SERVER:DATASTORE}\""),
                               QStringLiteral("proxmox-backup-client group move vm/100 --target-ns b --merge-group false"),
                               QStringLiteral("proxmox-backup-client group move vm/101 --target-ns b --merge-group false")};
    QCOMPARE(commandsIn(text), expected);
    QVERIFY(text.contains("4.1.10"));
    QVERIFY(text.contains("# first\n# rm -rf /; `x` $(y)\n"));
}

void TestPlanScript::commentsHideNothing()
{
    const std::string text = script({}, ScriptFlavour::Espalierctl, "/mnt/x\ntouch y");
    QCOMPARE(commandsIn(text), QStringList(QStringLiteral("set -e")));
}

QTEST_APPLESS_MAIN(TestPlanScript)
#include "tst_planscript.moc"
