// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plandifference.h"
#include "plansupport.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

StoreIdentity identity()
{
    return {.path = "/mnt/tank",
            .device = 3,
            .rootInode = 17,
            .rootBirthTime = 1'700'000'000'000'000'001,
            .chunksInode = 18,
            .chunksBirthTime = -1};
}

Tree someTree()
{
    Tree tree = withGroupAt(Tree(), "a", makeGroup("vm/100", 3));
    tree = withGroupAt(tree, "a", makeGroup("vm/101", 2));
    return withEmptyNamespace(tree, ns("b"));
}

/// One change of every kind that a file can hold; not all of them can be done.
std::vector<Change> someChanges()
{
    return {MoveGroup{ns("a"), groupId("vm/100"), ns("b"), ForeignEntries::TakeAlong, ExistingGroup::Merge},
            MoveNamespace{.from = ns("a"),
                          .to = ns("b/a"),
                          .maxDepth = 2,
                          .keepSource = true,
                          .intoExisting = true,
                          .existing = ExistingGroup::MergeAnyhow},
            CreateNamespace{ns("c")},
            CopyNamespaces{ns("b"), ns("d")},
            DeleteNamespace{ns("c"), false},
            ChangeOwner{ns("b"), groupId("vm/100"), AuthId::fromString("you@pbs!t").value()},
            ChangeNotes{ns("b"), groupId("vm/100"), "two\nlines \"quoted\" ü"},
            ChangeProtection{ns("b"), groupId("vm/100"), SnapshotTime::fromString("2026-01-01T00:00:00Z").value(), true},
            MoveGroup{ns("a"), groupId("vm/999"), ns("b")}};
}

PlanFile fileOf(const Tree &tree, const std::vector<Change> &changes, const WriteAccess &access = {})
{
    return planFileOf(changes, makePlan(tree, changes, planFileContext(writable())), identity(), "tank", access);
}

std::vector<PlanDifference> differencesTo(const Tree &tree, const PlanFile &file)
{
    return planDifferences(file, makePlan(tree, file.changes, planFileContext(writable())));
}

} // namespace

class TestPlanFile : public QObject
{
    Q_OBJECT

private slots:
    void isReadAsWritten();
    void keepsTheRuleOfAPrune();
    void damagedRules_data();
    void damagedRules();
    void damaged_data();
    void damaged();
    void newerVersion();
    void deepNesting();
    void otherStore();
    void identityOfAMountIsLeftOut();
    void presentPlanIsTheSame();
    void planDoesNotDependOnRights();
    void differences_data();
    void differences();
    void manyDifferences();
};

void TestPlanFile::isReadAsWritten()
{
    const PlanFile file = fileOf(someTree(), someChanges());
    const auto read = parsePlanFile(planFileText(file), "p.json");
    QVERIFY(read.has_value());
    QCOMPARE(read->storePath, "/mnt/tank");
    QCOMPARE(read->storeName, "tank");
    QVERIFY(read->identity && read->identity->sameStore(identity()));
    QVERIFY(read->changes == file.changes);
    QVERIFY(read->steps == file.steps);
    QVERIFY(read->steps.size() > read->changes.size()); // the parts, too
    QVERIFY(std::ranges::any_of(read->steps, [](const PlanFileStep &step) { return step.reason.has_value(); }));
    QCOMPARE(read->steps.front().snapshots, std::size_t{3});
    QCOMPARE(read->steps.front().newest->toString(), "2026-01-03T00:00:00Z");
}

/// Two snapshots of vm/100, by the last one.
RemoveSnapshots prunedSnapshots(const std::string &zoneName)
{
    RemoveSnapshots removal{.ns = ns("a"), .group = groupId("vm/100"), .times = {}};
    for (const char *time : {"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"})
        removal.times.push_back(SnapshotTime::fromString(time).value());
    removal.rule = std::make_shared<const PruneRule>(KeepOptions{.last = 1}, TimeZone(), zoneName);
    return removal;
}

void TestPlanFile::keepsTheRuleOfAPrune()
{
    const PlanFile file = fileOf(someTree(), {prunedSnapshots("UTC")});
    const auto read = parsePlanFile(planFileText(file), "p.json");
    QVERIFY(read);
    QVERIFY(read->changes == file.changes && read->steps == file.steps);
    const auto &removal = std::get<RemoveSnapshots>(read->changes.front());
    QVERIFY(removal.rule);
    QVERIFY(removal.rule->keep == KeepOptions{.last = 1});
    QCOMPARE(removal.rule->zoneName, std::string("UTC"));
    QVERIFY(differencesTo(someTree(), *read).empty());

    RemoveSnapshots other = prunedSnapshots("UTC");
    other.rule = std::make_shared<const PruneRule>(KeepOptions{.last = 2}, TimeZone(), "UTC");
    QVERIFY(other != prunedSnapshots("UTC"));
    other.rule = nullptr;
    QVERIFY(other != prunedSnapshots("UTC"));

    // Of a zone without a name nobody could know again which it was.
    const PlanFile unnamed = fileOf(someTree(), {prunedSnapshots({})});
    const auto without = parsePlanFile(planFileText(unnamed), "p.json");
    QVERIFY(without && !std::get<RemoveSnapshots>(without->changes.front()).rule);
}

void TestPlanFile::damagedRules_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("with");

    QTest::newRow("a zone that is none") << QByteArray("\"UTC\"") << QByteArray("\"Nowhere/Land\"");
    QTest::newRow("no zone") << QByteArray("\"zone\"") << QByteArray("\"zones\"");
    QTest::newRow("keeps none") << QByteArray("\"keep-last\": 1") << QByteArray("\"keep-last\": 0");
    QTest::newRow("keeps a text") << QByteArray("\"keep-last\": 1") << QByteArray("\"keep-last\": \"1\"");
    QTest::newRow("no options") << QByteArray("keep-last") << QByteArray("keep-most");
}

/// A rule that cannot be understood must not become none: the snapshots would go whatever it says.
void TestPlanFile::damagedRules()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, with);
    const QByteArray text = QByteArray::fromStdString(planFileText(fileOf(someTree(), {prunedSnapshots("UTC")})));
    QVERIFY(text.contains(find));
    const auto read = parsePlanFile(QByteArray(text).replace(find, with).toStdString(), "p.json");
    QVERIFY(!read);
    QCOMPARE(read.error().id, MessageId::PlanFileDamaged);
}

void TestPlanFile::damaged_data()
{
    QTest::addColumn<QByteArray>("find"); // is replaced in a good file
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QByteArray>("where");

    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("{,") << QByteArray("byte 1");
    QTest::newRow("something behind it") << QByteArray("\n}\n") << QByteArray("\n} x") << QByteArray();
    QTest::newRow("not a plan") << QByteArray("espalier-plan") << QByteArray("something") << QByteArray("/espalier-plan");
    QTest::newRow("version as text") << QByteArray("\"espalier-plan\": 1") << QByteArray("\"espalier-plan\": \"1\"")
                                     << QByteArray("/espalier-plan");
    QTest::newRow("version 0") << QByteArray("\"espalier-plan\": 1") << QByteArray("\"espalier-plan\": 0") << QByteArray("/espalier-plan");
    QTest::newRow("no store") << QByteArray("\"store\"") << QByteArray("\"shop\"") << QByteArray("/store");
    QTest::newRow("no path") << QByteArray("\"path\"") << QByteArray("\"way\"") << QByteArray("/store/path");
    QTest::newRow("half an identity") << QByteArray("\"chunks-inode\"") << QByteArray("\"chunk\"") << QByteArray("/store/chunks-inode");
    QTest::newRow("no changes") << QByteArray("\"changes\"") << QByteArray("\"wishes\"") << QByteArray("/changes");
    QTest::newRow("no steps") << QByteArray("\"steps\"") << QByteArray("\"stairs\"") << QByteArray("/steps");
    QTest::newRow("kind of change") << QByteArray("move-group") << QByteArray("mv") << QByteArray("/changes/0/kind");
    QTest::newRow("illegal namespace") << QByteArray("\"ns\": \"a\"") << QByteArray("\"ns\": \"../a\"") << QByteArray("/changes/0/ns");
    QTest::newRow("verdict") << QByteArray("will-do") << QByteArray("maybe") << QByteArray("/steps/0/level");
    QTest::newRow("reason") << QByteArray("\"reason\": null") << QByteArray("\"reason\": \"Why\"") << QByteArray("/steps/0/reason");
    QTest::newRow("count") << QByteArray("\"snapshot-count\": 3") << QByteArray("\"snapshot-count\": -3")
                           << QByteArray("/steps/0/snapshot-count");
    QTest::newRow("time") << QByteArray("2026-01-03T00:00:00Z") << QByteArray("2026-01-33T00:00:00Z")
                          << QByteArray("/steps/0/newest-snapshot");
}

void TestPlanFile::damaged()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, with);
    QFETCH(QByteArray, where);
    QByteArray text = QByteArray::fromStdString(planFileText(fileOf(someTree(), someChanges())));
    QVERIFY(text.contains(find));
    text.replace(text.indexOf(find), find.size(), with);

    const auto read = parsePlanFile(text.toStdString(), "p.json");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().id, MessageId::PlanFileDamaged);
    QCOMPARE(read.error().args.size(), std::size_t{3});
    QCOMPARE(read.error().args[0], "p.json");
    if (!where.isEmpty())
        QCOMPARE(QByteArray::fromStdString(read.error().args[1]), where);
}

void TestPlanFile::newerVersion()
{
    const auto read = parsePlanFile(R"({"espalier-plan": 2, "what": "ever"})", "p.json");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().id, MessageId::PlanFileVersion);
    QCOMPARE(read.error().args, (std::vector<std::string>{"p.json", "2"}));
}

void TestPlanFile::deepNesting()
{
    const std::string deep(2'000'000, '[');
    QVERIFY(!parsePlanFile(deep, "p.json").has_value());
    QVERIFY(!parsePlanFile(R"({"espalier-plan":1,"store":{"path":"","name":""},"changes":[{"kind":)" + deep, "p.json").has_value());
}

void TestPlanFile::otherStore()
{
    const PlanFile file = fileOf(someTree(), someChanges());
    StoreIdentity present = identity();
    present.path = "/elsewhere/tank";
    present.device = 4;
    QVERIFY(checkSameStore(file, "p.json", present));
    present.rootInode = 99;
    const Done checked = checkSameStore(file, "p.json", present);
    QVERIFY(!checked);
    QCOMPARE(checked.error().id, MessageId::PlanFileOtherStore);
    QCOMPARE(checked.error().args, (std::vector<std::string>{"p.json", "/mnt/tank", "/elsewhere/tank"}));
}

void TestPlanFile::identityOfAMountIsLeftOut()
{
    WriteAccess access;
    access.reason = fail(Error::Kind::Denied, MessageId::WriteForeignFileSystem, "/mnt/tank", "nfs").error();
    const PlanFile file = fileOf(someTree(), someChanges(), access);
    QVERIFY(!file.identity);
    const auto read = parsePlanFile(planFileText(file), "p.json");
    QVERIFY(read && !read->identity);
    StoreIdentity present = identity();
    present.rootInode = 99;
    QVERIFY(checkSameStore(*read, "p.json", present));
}

void TestPlanFile::presentPlanIsTheSame()
{
    QVERIFY(differencesTo(someTree(), fileOf(someTree(), someChanges())).empty());
}

void TestPlanFile::planDoesNotDependOnRights()
{
    const std::vector<Change> changes = someChanges();
    PlanContext context = writable();
    context.access.allowed = false;
    context.access.reason = fail(Error::Kind::Denied, MessageId::WriteReadOnlyMount, "/mnt/tank").error();
    context.activity.garbageCollection = true;
    QVERIFY(differencesTo(someTree(), planFileOf(changes, makePlan(someTree(), changes, planFileContext(context)), identity(), "tank", {}))
                .empty());
}

void TestPlanFile::differences_data()
{
    QTest::addColumn<Tree>("present");
    QTest::addColumn<QList<int>>("kinds");

    using Kind = PlanDifference::Kind;
    const auto kinds = [](std::initializer_list<Kind> list) {
        QList<int> numbers;
        for (const Kind kind : list)
            numbers << int(kind);
        return numbers;
    };
    const Tree tree = someTree();
    QTest::newRow("none") << tree << kinds({});
    QTest::newRow("a backup came") << withGroupAt(tree, "a", makeGroup("vm/101", 3)) << kinds({Kind::Snapshots, Kind::Snapshots});
    QTest::newRow("group gone") << withEmptyNamespace(withEmptyNamespace(withGroupAt(Tree(), "a", makeGroup("vm/101", 2)), ns("a")),
                                                      ns("b"))
                                << kinds({Kind::Verdict});
    QTest::newRow("name taken") << withGroupAt(tree, "b", makeGroup("vm/100", 1)) << kinds({Kind::Verdict, Kind::Snapshots, Kind::Added});
    QTest::newRow("a group more") << withGroupAt(tree, "a", makeGroup("ct/5", 1)) << kinds({Kind::Snapshots, Kind::Added});
}

void TestPlanFile::differences()
{
    QFETCH(Tree, present);
    QFETCH(QList<int>, kinds);
    const std::vector<Change> changes{MoveGroup{ns("a"), groupId("vm/100"), ns("b")},
                                      MoveNamespace{.from = ns("a"), .to = ns("c"), .maxDepth = std::nullopt}};
    const std::vector<PlanDifference> found = differencesTo(present, fileOf(someTree(), changes));
    QList<int> foundKinds;
    for (const PlanDifference &difference : found)
        foundKinds << int(difference.kind);
    QCOMPARE(foundKinds, kinds);
}

void TestPlanFile::manyDifferences()
{
    constexpr int count = 5000;
    Tree before = withEmptyNamespace(Tree(), ns("b"));
    std::vector<Change> changes;
    for (int i = 0; i < count; ++i)
        changes.emplace_back(MoveGroup{NamespacePath(), groupId("vm/" + std::to_string(100 + i)), ns("b")});
    const PlanFile file = fileOf(before, changes);
    const auto read = parsePlanFile(planFileText(file), "p.json");
    QVERIFY(read.has_value());
    QCOMPARE(read->steps.size(), std::size_t{count});
    QVERIFY(differencesTo(before, *read).empty());
    QCOMPARE(planDifferences(*read, Plan()).size(), std::size_t{count});
}

QTEST_APPLESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
