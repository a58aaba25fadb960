// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/configplan.h"

#include "core/plan/linediff.h"
#include "core/pbs/sectiontext.h"
#include "plansupport.h"

#include <QTest>

#include <algorithm>

using namespace espalier;
using test::ns;
using Texts = std::vector<std::string>;

namespace {

/// Namespaces a (vm/1, vm/2), a/deep (ct/7), b (host/x).
Tree smallTree()
{
    Tree tree = test::withGroupAt(Tree(), "a", test::makeGroup("vm/1", 10));
    tree = test::withGroupAt(tree, "a", test::makeGroup("vm/2", 2));
    tree = test::withGroupAt(tree, "a/deep", test::makeGroup("ct/7"));
    return test::withGroupAt(tree, "b", test::makeGroup("host/x"));
}

std::vector<Relocation> wholeA()
{
    return {{.from = ns("a"), .to = ns("c/new")}, {.from = ns("a/deep"), .to = ns("c/new/deep")}};
}

ConsequenceContext contextOf(const ConfigTexts &texts)
{
    ConsequenceContext context;
    context.storeName = "tank";
    for (const JobKind kind : {JobKind::Sync, JobKind::Prune, JobKind::Verify, JobKind::Tape}) {
        if (const auto text = texts.find(fileOf(kind)); text != texts.end())
            std::ranges::move(readJobs(kind, text->second, "x").jobs, std::back_inserter(context.here.jobs));
    }
    if (const auto text = texts.find(ConfigFile::AccessRules); text != texts.end())
        context.here.accessRules = readAcl(text->second, "acl.cfg").entries;
    return context;
}

/// What one of PBS's commands makes of its file.
void run(const CommandLine &command, ConfigTexts &texts)
{
    if (command[1] == "acl") {
        const bool propagates = !std::ranges::contains(command, std::string("--propagate"));
        texts[ConfigFile::AccessRules]
            += std::string("acl:") + (propagates ? "1" : "0") + ":" + command[3] + ":" + command[6] + ":" + command[4] + "\n";
        return;
    }
    const std::map<std::string, JobKind> kinds{
        {"sync-job", JobKind::Sync}, {"prune-job", JobKind::Prune}, {"verify-job", JobKind::Verify}, {"backup-job", JobKind::Tape}};
    const JobKind kind = kinds.at(command[1]);
    SectionText text = SectionText::read(texts[fileOf(kind)], "x").value();
    for (std::size_t i = 4; i + 1 < command.size(); i += 2) {
        const bool isDelete = command[i] == "--delete";
        const Done set = text.set(sectionType(kind), command[3], isDelete ? command[i + 1] : command[i].substr(2),
                                  isDelete ? std::nullopt : std::optional(command[i + 1]));
        QVERIFY(set);
    }
    texts[fileOf(kind)] = text.text();
}

ConfigTexts allFiles()
{
    return {{ConfigFile::SyncJobs,
             "sync: from-here\n\tmax-depth 6\n\tremote-ns a\n\tremote-store tank\n\tstore other\n\n"
             "sync: vanishing\n\tremote-ns a\n\tremote-store tank\n\tremove-vanished yes\n\tstore other\n\n"
             "sync: to-here\n\tns a/deep\n\tremote r\n\tremote-store xyz\n\tstore tank\n"},
            {ConfigFile::PruneJobs, "prune: p\n\tkeep-last 3\n\tns a\n\tschedule daily\n\tstore tank\n"},
            {ConfigFile::VerifyJobs, "verification: v\n\tns a/deep\n\tstore tank\n\n\nverification: w\n  ns   b\n\tstore tank\n"},
            {ConfigFile::TapeJobs, "backup: t\n\tns a\n\tpool x\n\tstore tank\n"},
            {ConfigFile::AccessRules, "acl:1:/:root@pam:Admin\nacl:0:/datastore/tank/a:u@pbs,v@pbs:DatastoreReader\n"}};
}

} // namespace

class TestConfigPlan : public QObject
{
    Q_OBJECT

private slots:
    void doesWhatTheCommandsSay();
    void pausesWhatWouldDelete();
    void namesTheRoot();
    void leavesPartsAlone();
    void otherHosts();
    void problems();
    void thereAlready();
    void diffs_data();
    void diffs();
};

void TestConfigPlan::doesWhatTheCommandsSay()
{
    ConfigTexts texts = allFiles();
    const auto consequences = findConsequences(smallTree(), wholeA(), contextOf(texts));
    const ConfigPlan plan = planConfig(consequences, texts);
    QVERIFY(plan.problems.empty());
    QCOMPARE(plan.files.size(), std::size_t(5));
    QCOMPARE(plan.edits.size(), std::size_t(8));
    std::size_t left = 0;
    for (const Consequence &consequence : consequences) {
        for (const CommandLine &command : consequence.commands)
            run(command, texts);
        left += commandsLeft(consequence, plan).size();
    }
    QCOMPARE(left, std::size_t(0));
    for (const ConfigFileEdits &file : plan.files)
        QCOMPARE(file.text, texts[file.file]);
    QVERIFY(texts[ConfigFile::SyncJobs].contains("\tmax-depth 5\n"));
    QVERIFY(texts[ConfigFile::VerifyJobs].contains("\n\n\nverification: w\n  ns   b\n"));
}

/// The edits that are done one after the other make the text that is shown.
void TestConfigPlan::pausesWhatWouldDelete()
{
    const ConfigTexts texts = allFiles();
    const ConfigPlan plan = planConfig(findConsequences(smallTree(), wholeA(), contextOf(texts)), texts);
    QCOMPARE(plan.pauses.size(), std::size_t(1));
    QVERIFY(plan.pauses.front().before == ConfigEntry(JobState{JobKind::Sync, "vanishing", {{"remove-vanished", "yes"}}}));
    QVERIFY(plan.pauses.front().after == ConfigEntry(JobState{JobKind::Sync, "vanishing", {{"remove-vanished", "false"}}}));
    ConfigTexts done = texts;
    for (const auto &list : {plan.pauses, plan.edits}) {
        for (const ConfigEdit &edit : list) {
            std::string &text = done[fileOf(edit.after)];
            QVERIFY(presentEntry(text, edit.before) == edit.before);
            text = edited(text, edit.after).value();
        }
    }
    for (const ConfigFileEdits &file : plan.files) {
        QCOMPARE(done[file.file], file.text);
        QCOMPARE(file.before, Digest::of(texts.at(file.file)));
    }
}

void TestConfigPlan::namesTheRoot()
{
    const ConfigTexts texts{{ConfigFile::VerifyJobs, "verification: v\n\tns a/deep\n\tstore tank\n"}};
    const std::vector<Relocation> up{{.from = ns("a/deep"), .to = NamespacePath()}};
    const ConfigPlan plan = planConfig(findConsequences(smallTree(), up, contextOf(texts)), texts);
    QCOMPARE(plan.files.at(0).text, std::string("verification: v\n\tstore tank\n"));
}

/// Only groups, or a namespace without what lies below it: the command is offered, nothing is written.
void TestConfigPlan::leavesPartsAlone()
{
    const ConfigTexts texts{{ConfigFile::VerifyJobs, "verification: v\n\tns a\n\tstore tank\n"},
                            {ConfigFile::PruneJobs, "prune: p\n\tmax-depth 0\n\tns a\n\tstore tank\n"}};
    const std::vector<Relocation> group{{.from = ns("a"), .to = ns("b"), .group = test::groupId("vm/1")}};
    QVERIFY(planConfig(findConsequences(smallTree(), group, contextOf(texts)), texts).isEmpty());
    const std::vector<Relocation> top{{.from = ns("a"), .to = ns("c")}};
    const auto consequences = findConsequences(smallTree(), top, contextOf(texts));
    const ConfigPlan plan = planConfig(consequences, texts);
    QCOMPARE(plan.files.size(), std::size_t(1)); // the prune job covers only what moves
    QCOMPARE(plan.files.front().file, ConfigFile::PruneJobs);
    std::size_t left = 0;
    for (const Consequence &consequence : consequences)
        left += commandsLeft(consequence, plan).size();
    QCOMPARE(left, std::size_t(1));
}

void TestConfigPlan::otherHosts()
{
    ConsequenceContext context;
    context.storeName = "tank";
    HostReferences graz;
    graz.host = "graz";
    graz.jobs = readJobs(JobKind::Sync, "sync: s\n\tstore copy\n\tremote r\n\tremote-store tank\n\tremote-ns a\n", "sync.cfg").jobs;
    context.elsewhere = {graz};
    const auto consequences = findConsequences(smallTree(), wholeA(), context);
    QVERIFY(!consequences.empty());
    const ConfigPlan plan = planConfig(consequences, {{ConfigFile::SyncJobs, "sync: s\n\tstore x\n"}});
    QVERIFY(plan.isEmpty() && plan.files.empty());
    QCOMPARE(commandsLeft(consequences.front(), plan), consequences.front().commands);
}

void TestConfigPlan::problems()
{
    const ConfigTexts texts{{ConfigFile::VerifyJobs, "verification: v\n\tns a\n\tstore tank\n"}};
    const auto consequences = findConsequences(smallTree(), wholeA(), contextOf(texts));
    const ConfigPlan plan = planConfig(consequences, {{ConfigFile::VerifyJobs, ""}});
    QVERIFY(plan.isEmpty());
    QCOMPARE(plan.problems.size(), std::size_t(1));
    QCOMPARE(plan.problems.front().id, MessageId::ConfigEntryMissing);
    QCOMPARE(commandsLeft(consequences.front(), plan), consequences.front().commands);
}

void TestConfigPlan::thereAlready()
{
    const ConfigTexts texts{{ConfigFile::AccessRules, "acl:1:/datastore/tank/a:u@pbs:Audit\nacl:1:/datastore/tank/c/new:u@pbs:Audit\n"}};
    QVERIFY(planConfig(findConsequences(smallTree(), wholeA(), contextOf(texts)), texts).isEmpty());
}

void TestConfigPlan::diffs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("lines"); // without the two of the head
    const auto row = [](const char *name, const char *before, const char *after, const char *lines) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(lines);
    };
    row("same", "a\nb\n", "a\nb\n", "");
    row("one line", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    row("from nothing", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n");
    row("to nothing", "a\n", "", "@@ -1,1 +0,0 @@\n-a\n");
    row("last line end", "a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
    row("two places", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
    row("two near places", "1\n2\n3\n4\n5\n", "x\n2\n3\n4\ny\nz\n", "@@ -1,5 +1,6 @@\n-1\n+x\n 2\n 3\n 4\n-5\n+y\n+z\n");
    row("inserted", "a\nc\n", "a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n+b\n c\n");
}

void TestConfigPlan::diffs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, lines);
    const Texts diff = unifiedDiff(before.toStdString(), after.toStdString(), "sync.cfg");
    if (!diff.empty())
        QCOMPARE(Texts(diff.begin(), diff.begin() + 2), (Texts{"--- sync.cfg", "+++ sync.cfg"}));
    QByteArray shown;
    for (std::size_t i = 2; i < diff.size(); ++i)
        shown += QByteArray::fromStdString(diff[i]) + '\n';
    QCOMPARE(shown, lines);
}

QTEST_GUILESS_MAIN(TestConfigPlan)

#include "tst_configplan.moc"
