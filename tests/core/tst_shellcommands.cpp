// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plandifference.h"
#include "core/plan/shellcommands.h"
#include "plansupport.h"

#include <QProcess>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

Q_DECLARE_METATYPE(espalier::Change)

namespace {

constexpr auto storePath = "/mnt/a store";

Tree someTree()
{
    Tree tree = withGroupAt(Tree(), "a", makeGroup("vm/100", 3));
    Group litter = makeGroup("vm/101", 2);
    litter.hasForeignEntries = true;
    tree = withGroupAt(tree, "a/litter", litter);
    tree = withEmptyNamespace(tree, ns("a/x"));
    return withEmptyNamespace(tree, ns("b"));
}

StepCommands commandsFor(const Change &change, ScriptFlavour flavour)
{
    const Plan plan = makePlan(someTree(), std::span(&change, 1), planFileContext(writable()));
    return stepCommands(plan.steps.front(), flavour, storePath);
}

QStringList linesOf(const StepCommands &commands)
{
    QStringList lines;
    for (const ShellCommand &command : commands.commands)
        lines << QString::fromStdString(shellLine(command));
    return lines;
}

} // namespace

class TestShellCommands : public QObject
{
    Q_OBJECT

private slots:
    void wordsReachAProgramUnchanged_data();
    void wordsReachAProgramUnchanged();
    void commands_data();
    void commands();
    void byHand();
    void movesAreJoined();
};

void TestShellCommands::wordsReachAProgramUnchanged_data()
{
    QTest::addColumn<QByteArray>("word");

    QTest::newRow("plain") << QByteArray("/mnt/tank");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("blanks") << QByteArray(" a  b ");
    QTest::newRow("single quotes") << QByteArray("it's ''here''");
    QTest::newRow("double quotes") << QByteArray("\"$HOME\"");
    QTest::newRow("substitution") << QByteArray("$(touch x) `touch y` ${HOME}");
    QTest::newRow("backslashes") << QByteArray("a\\nb\\\\");
    QTest::newRow("lines") << QByteArray("one\ntwo\n");
    QTest::newRow("glob and home") << QByteArray("~ * ? [a] {a,b} !1 #x");
    QTest::newRow("ends a command") << QByteArray("; & | > < ()");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x01");
}

void TestShellCommands::wordsReachAProgramUnchanged()
{
    QFETCH(QByteArray, word);
    const QByteArray script = "printf '%s' " + QByteArray::fromStdString(shellWord(word.toStdString())) + '\n';
    QProcess shell;
    shell.start(QStringLiteral("sh"), {});
    QVERIFY(shell.waitForStarted());
    shell.write(script);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), word);
}

void TestShellCommands::commands_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QStringList>("client");

    const GroupId group = groupId("vm/100");
    const SnapshotTime time = SnapshotTime::fromString("2026-01-01T00:00:00Z").value();
    const auto one = [](const char *line) { return QStringList{QString::fromLatin1(line)}; };
    QTest::newRow("create") << Change(CreateNamespace{ns("a/y")}) << one("espalierctl namespace create '/mnt/a store' a/y")
                            << one("proxmox-backup-client namespace create a/y");
    QTest::newRow("delete") << Change(DeleteNamespace{ns("b")}) << one("espalierctl namespace delete '/mnt/a store' b")
                            << one("proxmox-backup-client namespace delete b");
    QTest::newRow("move") << Change(MoveGroup{ns("a"), group, ns("b")}) << one("espalierctl move '/mnt/a store' vm/100 --from a --to b")
                          << one("proxmox-backup-client group move vm/100 --ns a --target-ns b --merge-group false");
    QTest::newRow("move to the root") << Change(MoveGroup{ns("a"), group, NamespacePath()})
                                      << one("espalierctl move '/mnt/a store' vm/100 --from a --to ''")
                                      << one("proxmox-backup-client group move vm/100 --ns a --merge-group false");
    QTest::newRow("merge") << Change(MoveGroup{ns("a"), group, ns("b"), ForeignEntries::TakeAlong, ExistingGroup::Merge})
                           << one("espalierctl move '/mnt/a store' vm/100 --from a --to b --merge --take-foreign-entries")
                           << one("proxmox-backup-client group move vm/100 --ns a --target-ns b --merge-group true");
    QTest::newRow("move a namespace") << Change(MoveNamespace{.from = ns("a/x"), .to = ns("b/x"), .maxDepth = std::nullopt})
                                      << one("espalierctl namespace move '/mnt/a store' a/x b/x")
                                      << one("proxmox-backup-client namespace move a/x --target-ns b/x --merge-groups false");
    QTest::newRow("move a part of a namespace")
        << Change(MoveNamespace{.from = ns("a"), .to = ns("c"), .maxDepth = 0, .keepSource = true, .existing = ExistingGroup::MergeAnyhow})
        << one("espalierctl namespace move '/mnt/a store' a c --max-depth 0 --keep-source --merge")
        << one("proxmox-backup-client namespace move a --target-ns c --max-depth 0 --delete-source false --merge-groups true");
    QTest::newRow("copy") << Change(CopyNamespaces{ns("a"), ns("b/c")}) << one("espalierctl namespace copy '/mnt/a store' a b/c")
                          << QStringList{QStringLiteral("proxmox-backup-client namespace create b/c"),
                                         QStringLiteral("proxmox-backup-client namespace create b/c/litter"),
                                         QStringLiteral("proxmox-backup-client namespace create b/c/x")};
    QTest::newRow("owner") << Change(ChangeOwner{ns("a"), group, AuthId::fromString("you@pbs!t").value()})
                           << one("espalierctl group owner '/mnt/a store' vm/100 --ns a --to 'you@pbs!t'")
                           << one("proxmox-backup-client change-owner vm/100 'you@pbs!t' --ns a");
    QTest::newRow("protect") << Change(ChangeProtection{ns("a"), group, time, true})
                             << one("espalierctl snapshot protect '/mnt/a store' vm/100/2026-01-01T00:00:00Z --ns a")
                             << one("proxmox-backup-client snapshot protected update vm/100/2026-01-01T00:00:00Z true --ns a");
    QTest::newRow("notes") << Change(ChangeNotes{ns("a"), group, "it's"})
                           << one(R"(espalierctl group notes '/mnt/a store' vm/100 --ns a --set 'it'\''s')") << QStringList();
}

void TestShellCommands::commands()
{
    QFETCH(Change, change);
    QFETCH(QStringList, own);
    QFETCH(QStringList, client);
    const StepCommands ours = commandsFor(change, ScriptFlavour::Espalierctl);
    QCOMPARE(linesOf(ours), own);
    QCOMPARE(ours.byHand, ByHand::Nothing);
    const StepCommands theirs = commandsFor(change, ScriptFlavour::ProxmoxBackupClient);
    QCOMPARE(linesOf(theirs), client);
    QCOMPARE(theirs.byHand, client.isEmpty() ? ByHand::NotesOfAGroup : ByHand::Nothing);
}

void TestShellCommands::byHand()
{
    const Change litter = MoveGroup{ns("a/litter"), groupId("vm/101"), ns("b"), ForeignEntries::TakeAlong};
    QCOMPARE(commandsFor(litter, ScriptFlavour::Espalierctl).byHand, ByHand::Nothing);
    QCOMPARE(commandsFor(litter, ScriptFlavour::ProxmoxBackupClient).byHand, ByHand::ForeignEntries);
    const Change within
        = MoveNamespace{.from = ns("a"), .to = ns("b/a"), .maxDepth = std::nullopt, .foreignEntries = ForeignEntries::TakeAlong};
    QCOMPARE(commandsFor(within, ScriptFlavour::ProxmoxBackupClient).byHand, ByHand::ForeignEntries);
    const Change impossible = MoveGroup{ns("a"), groupId("vm/1"), ns("b")};
    QCOMPARE(commandsFor(impossible, ScriptFlavour::Espalierctl).byHand, ByHand::NotPossible);
}

void TestShellCommands::movesAreJoined()
{
    const auto move = [](const char *group, const char *to, ForeignEntries foreign = ForeignEntries::Undecided) {
        return stepCommands({moveOf("a", group, to, foreign), {}, nullptr}, ScriptFlavour::Espalierctl, storePath).commands.front();
    };
    ShellCommand all = move("vm/1", "b");
    QVERIFY(joinMoves(all, move("vm/2", "b")));
    QVERIFY(joinMoves(all, move("ct/3", "b")));
    QCOMPARE(shellLine(all), "espalierctl move '/mnt/a store' vm/1 vm/2 ct/3 --from a --to b");
    QVERIFY(!joinMoves(all, move("vm/4", "c")));
    QVERIFY(!joinMoves(all, move("vm/4", "b", ForeignEntries::TakeAlong)));
    ShellCommand none;
    QVERIFY(!joinMoves(none, move("vm/4", "b")));
    int joined = 3;
    while (joinMoves(all, move("vm/5", "b")))
        ++joined;
    QVERIFY(joined > 10 && joined < 100);
}

QTEST_APPLESS_MAIN(TestShellCommands)
#include "tst_shellcommands.moc"
