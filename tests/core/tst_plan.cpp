// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plansupport.h"

#include <QElapsedTimer>
#include <QTest>

#include <format>

using namespace espalier;
using namespace espalier::test;
using Level = Verdict::Level;

Q_DECLARE_METATYPE(espalier::Tree)
Q_DECLARE_METATYPE(espalier::Change)
Q_DECLARE_METATYPE(espalier::MoveGroup)
Q_DECLARE_METATYPE(espalier::PlanContext)
Q_DECLARE_METATYPE(espalier::Verdict::Level)
Q_DECLARE_METATYPE(std::optional<espalier::MessageId>)
Q_DECLARE_METATYPE(std::vector<std::string>)
Q_DECLARE_METATYPE(std::vector<espalier::Cure>)

namespace {

/// "a" with vm/100 and vm/101, "b" with vm/101, the empty "c/d", ct/5 in the root.
Tree smallTree()
{
    Tree tree;
    tree = withGroupAt(tree, "a", makeGroup("vm/100", 3));
    tree = withGroupAt(tree, "a", makeGroup("vm/101"));
    tree = withGroupAt(tree, "b", makeGroup("vm/101"));
    tree = withGroupAt(tree, "", makeGroup("ct/5"));
    return withEmptyNamespace(tree, ns("c/d"));
}

Group with(Group group, void (*alter)(Group &))
{
    alter(group);
    return group;
}

PlanContext busyWith(std::string_view workerType, std::string_view workerId, std::string_view description)
{
    PlanContext context = writable();
    RunningTask task;
    task.upid.workerType = workerType;
    task.upid.workerId = workerId;
    task.description = description;
    context.activity.tasks.push_back(task);
    return context;
}

std::string describe(const Verdict &verdict)
{
    std::string text = std::format("level {}", static_cast<int>(verdict.level));
    if (verdict.reason) {
        text += std::format(", {}", messageName(verdict.reason->id));
        for (const std::string &argument : verdict.reason->args)
            text += std::format(" [{}]", argument);
    }
    return text;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void move_data();
    void move();
    void create_data();
    void create();
    void allowed_data();
    void allowed();
    void composes();
    void worstVerdictWins();
    void counts();
    void argumentsFitTheMessages();
    void isFast();

private:
    static void columns();
    static void row(const char *name, const Tree &tree, const MoveGroup &move, Level level, std::optional<MessageId> reason = {},
                    const std::vector<std::string> &args = {}, const std::vector<Cure> &cures = {});
};

void TestPlan::columns()
{
    QTest::addColumn<Tree>("tree");
    QTest::addColumn<MoveGroup>("wanted");
    QTest::addColumn<Level>("level");
    QTest::addColumn<std::optional<MessageId>>("reason");
    QTest::addColumn<std::vector<std::string>>("args");
    QTest::addColumn<std::vector<Cure>>("cures");
}

void TestPlan::row(const char *name, const Tree &tree, const MoveGroup &move, Level level, std::optional<MessageId> reason,
                   const std::vector<std::string> &args, const std::vector<Cure> &cures)
{
    QTest::newRow(name) << tree << move << level << reason << args << cures;
}

void TestPlan::move_data()
{
    columns();
    const Tree tree = smallTree();
    row("to another namespace", tree, moveOf("a", "vm/100", "b"), Level::WillDo);
    row("to the root", tree, moveOf("a", "vm/100", ""), Level::WillDo);
    row("from the root, deeper", tree, moveOf("", "ct/5", "c/d"), Level::WillDo);
    row("empty group", withGroupAt(tree, "a", makeGroup("vm/7", 0)), moveOf("a", "vm/7", "b"), Level::WillDo);

    row("same namespace", tree, moveOf("a", "vm/100", "a"), Level::Refused, MessageId::PlanSameNamespace, {"vm/100", "a"});
    row("missing", tree, moveOf("b", "vm/100", "a"), Level::Refused, MessageId::PlanGroupMissing, {"vm/100", "b"});
    row("source namespace missing", tree, moveOf("x", "vm/100", "a"), Level::Refused, MessageId::PlanGroupMissing, {"vm/100", "x"});

    row("target namespace missing", tree, moveOf("a", "vm/100", "x"), Level::NeedsAttention, MessageId::PlanNamespaceMissing, {"x"},
        {Cure::CreateTargetNamespace, Cure::ChooseOtherNamespace});
    const std::string longName(33, 'n');
    row("target namespace missing and not to be made", tree, moveOf("a", "vm/100", longName), Level::NeedsAttention,
        MessageId::PlanNamespaceMissing, {longName}, {Cure::ChooseOtherNamespace});
    row("exists there, not newer", tree, moveOf("a", "vm/101", "b"), Level::NeedsAttention, MessageId::PlanMergeNotNewer,
        {"vm/101", "b", "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"}, {Cure::KeepBoth, Cure::ChooseOtherNamespace});
    const Tree newer = withGroupAt(tree, "c/d", with(makeGroup("vm/101", 4), [](Group &group) {
                                       group.snapshots.erase(group.snapshots.begin(), group.snapshots.begin() + 2);
                                   }));
    row("exists there", newer, moveOf("c/d", "vm/101", "b"), Level::NeedsAttention, MessageId::PlanGroupExists, {"vm/101", "b"},
        {Cure::Merge, Cure::KeepBoth, Cure::ChooseOtherNamespace});
    MoveGroup merge = moveOf("c/d", "vm/101", "b");
    merge.existing = ExistingGroup::Merge;
    row("merges", newer, merge, Level::WillDo);
    const Tree foreign = withGroupAt(newer, "c/d", with(*newer.find(ns("c/d"), groupId("vm/101")), [](Group &group) {
                                         group.owner = AuthId::fromString("other@pbs").value();
                                     }));
    row("merges with another's", foreign, merge, Level::NeedsAttention, MessageId::PlanMergeOwnersDiffer,
        {"vm/101", "b", "backup@pbs", "other@pbs"}, {Cure::ChangeOwner, Cure::KeepBoth, Cure::ChooseOtherNamespace});

    const auto ownerless = with(makeGroup("vm/9"), [](Group &group) { group.owner.reset(); });
    row("owner unreadable", withGroupAt(tree, "a", ownerless), moveOf("a", "vm/9", "b"), Level::Refused, MessageId::PlanOwnerUnreadable,
        {"vm/9", "a"});
    row("exists there without owner", withGroupAt(withGroupAt(tree, "a", makeGroup("vm/9")), "b", ownerless), moveOf("a", "vm/9", "b"),
        Level::NeedsAttention, MessageId::PlanMergeTargetDamaged, {"vm/9", "b"}, {Cure::KeepBoth, Cure::ChooseOtherNamespace});
    const auto unlistable = with(makeGroup("vm/9"), [](Group &group) { group.listable = false; });
    row("impossible time", withGroupAt(tree, "c/d", unlistable), moveOf("c/d", "vm/9", "b"), Level::Refused, MessageId::PlanGroupDamaged,
        {"vm/9", "c/d", "ns/c/ns/d/vm/9"});

    const auto littered = with(makeGroup("vm/9"), [](Group &group) { group.hasForeignEntries = true; });
    row("foreign entries", withGroupAt(tree, "a", littered), moveOf("a", "vm/9", "b"), Level::NeedsAttention, MessageId::PlanForeignFiles,
        {"vm/9", "a", ""}, {Cure::TakeForeignEntriesAlong});
    row("foreign entries go along", withGroupAt(tree, "a", littered), moveOf("a", "vm/9", "b", ForeignEntries::TakeAlong), Level::WillDo);

    const std::string longLock(242, 'x'); // "vm-" and this: the temporary name of the lock file is too long
    row("lock name too long", withGroupAt(tree, "a", makeGroup("vm/" + longLock, 0)), moveOf("a", "vm/" + longLock, "b"), Level::Refused,
        MessageId::LockNameTooLong, {"vm/" + longLock});
    const std::string longSnapshot = "vm/" + std::string(209, 'x');
    row("snapshot's lock name too long", withGroupAt(tree, "a", makeGroup(longSnapshot)), moveOf("a", longSnapshot, "b"), Level::Refused,
        MessageId::LockNameTooLong, {longSnapshot + "/2026-01-02T00:00:00Z"});
    row("no snapshot to lock", withGroupAt(tree, "a", makeGroup(longSnapshot, 0)), moveOf("a", longSnapshot, "b"), Level::WillDo);
    const std::string wide = std::string(100, 'w') + "/" + std::string(100, 'w') + "/" + std::string(54, 'w'); // 256 bytes
    row("lock directory's name too long at the target", withEmptyNamespace(tree, ns(wide)), moveOf("a", "vm/100", wide), Level::Refused,
        MessageId::LockNameTooLong, {"vm/100"});

    const Tree collision = withGroupAt(withGroupAt(tree, "", makeGroup("vm/100")), "vm-100", makeGroup("ct/1"));
    row("root's lock file is a directory", collision, moveOf("", "vm/100", "b"), Level::Refused, MessageId::LockNameCollides,
        {"vm/100", "vm-100"});
    row("namespace's lock directory is a file", collision, moveOf("vm-100", "ct/1", "b"), Level::Refused, MessageId::LockNameCollides,
        {"ct/1", "vm/100"});
    row("would collide in the root", withEmptyNamespace(tree, ns("vm-100")), moveOf("a", "vm/100", ""), Level::Refused,
        MessageId::LockNameCollides, {"vm/100", "vm-100"});
    row("no collision deeper", withEmptyNamespace(collision, ns("c/vm-100")), moveOf("", "ct/5", "c/vm-100"), Level::WillDo);
    row("no collision where the name is escaped", withGroupAt(withEmptyNamespace(tree, ns("vm-a-b")), "", makeGroup("vm/a-b")),
        moveOf("", "vm/a-b", "vm-a-b"), Level::WillDo);
    row("PBS's move journal", withEmptyNamespace(tree, ns("move-journal")), moveOf("a", "vm/100", "move-journal"), Level::Refused,
        MessageId::LockNameCollides, {"vm/100", "move-journal"});
}

void TestPlan::move()
{
    QFETCH(Tree, tree);
    QFETCH(MoveGroup, wanted);
    QFETCH(Level, level);
    QFETCH(std::optional<MessageId>, reason);
    QFETCH(std::vector<std::string>, args);
    QFETCH(std::vector<Cure>, cures);

    const Change changes[] = {wanted};
    const Plan plan = makePlan(tree, changes, writable());

    QCOMPARE(plan.steps.size(), 1);
    const Verdict &verdict = plan.steps.front().verdict;
    QVERIFY2(verdict.level == level, describe(verdict).c_str());
    QCOMPARE(verdict.reason.has_value(), reason.has_value());
    if (reason) {
        QVERIFY2(verdict.reason->id == *reason, describe(verdict).c_str());
        QVERIFY2(verdict.reason->args == args, describe(verdict).c_str());
    }
    QVERIFY(verdict.cures == cures);
}

void TestPlan::create_data()
{
    QTest::addColumn<Tree>("tree");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Level>("level");
    QTest::addColumn<std::optional<MessageId>>("reason");

    using Reason = std::optional<MessageId>;
    const Tree tree = smallTree();
    QTest::newRow("new") << tree << QByteArray("x") << Level::WillDo << Reason();
    QTest::newRow("new below") << tree << QByteArray("c/d/e") << Level::WillDo << Reason();
    QTest::newRow("level 7") << withEmptyNamespace(tree, ns("1/2/3/4/5/6")) << QByteArray("1/2/3/4/5/6/7") << Level::WillDo << Reason();
    QTest::newRow("exists") << tree << QByteArray("c") << Level::Refused << Reason(MessageId::PlanNamespaceExists);
    QTest::newRow("root") << tree << QByteArray("") << Level::Refused << Reason(MessageId::PlanNamespaceExists);
    QTest::newRow("parent missing") << tree << QByteArray("x/y") << Level::NeedsAttention << Reason(MessageId::PlanParentMissing);
    QTest::newRow("32 bytes") << tree << QByteArray(32, 'n') << Level::WillDo << Reason();
    QTest::newRow("33 bytes") << tree << QByteArray(33, 'n') << Level::Refused << Reason(MessageId::NameTooLong);
    QTest::newRow("a root group's lock file") << tree << QByteArray("ct-5") << Level::Refused << Reason(MessageId::LockNameCollides);
    QTest::newRow("another group's lock file") << tree << QByteArray("ct-6") << Level::WillDo << Reason();
    QTest::newRow("PBS's move journal") << tree << QByteArray("move-journal") << Level::Refused << Reason(MessageId::LockNameCollides);
}

void TestPlan::create()
{
    QFETCH(Tree, tree);
    QFETCH(QByteArray, path);
    QFETCH(Level, level);
    QFETCH(std::optional<MessageId>, reason);

    const Change changes[] = {CreateNamespace{ns(path.toStdString())}};
    const Verdict verdict = makePlan(tree, changes, writable()).steps.at(0).verdict;

    QVERIFY2(verdict.level == level, describe(verdict).c_str());
    QVERIFY2(!reason || verdict.reason->id == *reason, describe(verdict).c_str());
}

void TestPlan::allowed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<PlanContext>("context");
    QTest::addColumn<Level>("level");
    QTest::addColumn<std::optional<MessageId>>("reason");

    using Reason = std::optional<MessageId>;
    const Change move = moveOf("a", "vm/100", "b");
    const Change create = CreateNamespace{ns("x")};

    PlanContext readOnly = writable();
    readOnly.access.allowed = false;
    readOnly.access.reason = Error{Error::Kind::Denied, MessageId::WriteS3Cache, {"tank"}, 0};
    QTest::newRow("move, read-only") << move << readOnly << Level::Refused << Reason(MessageId::WriteS3Cache);
    QTest::newRow("create, read-only") << create << readOnly << Level::Refused << Reason(MessageId::WriteS3Cache);

    PlanContext collecting = writable();
    collecting.activity.garbageCollection = true;
    QTest::newRow("move, GC") << move << collecting << Level::Waits << Reason(MessageId::GarbageCollectionRunning);
    QTest::newRow("create, GC") << create << collecting << Level::Waits << Reason(MessageId::GarbageCollectionRunning);
    collecting.hasActivity = false;
    QTest::newRow("GC, not yet known") << move << collecting << Level::WillDo << Reason();

    const PlanContext backup = busyWith("backup", "tank:vm/100", "backup of vm/100");
    QTest::newRow("its backup runs") << move << backup << Level::Waits << Reason(MessageId::GroupBusy);
    QTest::newRow("another group's backup runs")
        << move << busyWith("backup", "tank:vm/1000", "backup of vm/1000") << Level::WillDo << Reason();
    QTest::newRow("create while a backup runs") << create << backup << Level::WillDo << Reason();

    for (const char *mode : {"offline", "read-only"}) {
        PlanContext maintenance = writable();
        maintenance.activity.configured = ConfiguredStore{};
        maintenance.activity.configured->maintenanceMode = mode;
        QTest::addRow("maintenance %s", mode) << move << maintenance << Level::WillDo << Reason();
    }
}

void TestPlan::allowed()
{
    QFETCH(Change, change);
    QFETCH(PlanContext, context);
    QFETCH(Level, level);
    QFETCH(std::optional<MessageId>, reason);

    const Verdict verdict = makePlan(smallTree(), std::span(&change, 1), context).steps.at(0).verdict;

    QVERIFY2(verdict.level == level, describe(verdict).c_str());
    QCOMPARE(verdict.reason.has_value(), reason.has_value());
    QVERIFY2(!reason || verdict.reason->id == *reason, describe(verdict).c_str());
    QCOMPARE(verdict.cures.empty(), level != Level::Waits);
}

void TestPlan::composes()
{
    const Change changes[] = {
        CreateNamespace{ns("x")},     CreateNamespace{ns("x/y")},
        moveOf("a", "vm/100", "x/y"), moveOf("x/y", "vm/100", "b"), // seen where the former put it
        moveOf("a", "vm/100", "c"),                                 // gone from there
        moveOf("b", "vm/101", "c"),   moveOf("a", "vm/101", "b"),   // the name is free now
        CreateNamespace{ns("x")},
    };
    const Plan plan = makePlan(smallTree(), changes, writable());

    const Level levels[]
        = {Level::WillDo, Level::WillDo, Level::WillDo, Level::WillDo, Level::Refused, Level::WillDo, Level::WillDo, Level::Refused};
    QCOMPARE(plan.steps.size(), std::size(levels));
    for (std::size_t i = 0; i < std::size(levels); ++i)
        QVERIFY2(plan.steps[i].verdict.level == levels[i], std::format("step {}: {}", i, describe(plan.steps[i].verdict)).c_str());
    QCOMPARE(plan.steps[3].snapshots(), 3);
}

void TestPlan::worstVerdictWins()
{
    PlanContext context = writable();
    context.activity.garbageCollection = true;
    const Change exists = moveOf("a", "vm/101", "b");
    QVERIFY(makePlan(smallTree(), std::span(&exists, 1), context).steps[0].verdict.level == Level::NeedsAttention);
    context.access.allowed = false;
    QVERIFY(makePlan(smallTree(), std::span(&exists, 1), context).steps[0].verdict.level == Level::Refused);
}

void TestPlan::counts()
{
    const Change changes[] = {CreateNamespace{ns("x")}, moveOf("a", "vm/100", "x"), moveOf("a", "vm/101", "b")};
    const Plan plan = makePlan(smallTree(), changes, writable());
    QCOMPARE(plan.count(Level::WillDo), 2);
    QCOMPARE(plan.count(Level::NeedsAttention), 1);
    QCOMPARE(plan.groupsToMove(), 1);
    QVERIFY(!plan.isReady());
    QVERIFY(!Plan().isReady());
    QVERIFY(makePlan(smallTree(), std::span(changes).first(2), writable()).isReady());
}

void TestPlan::argumentsFitTheMessages()
{
    PlanContext context = writable();
    context.activity.garbageCollection = true;
    const Change changes[] = {CreateNamespace{ns("a")},   CreateNamespace{ns("p/q")}, CreateNamespace{ns(std::string(33, 'n'))},
                              moveOf("a", "vm/100", "a"), moveOf("a", "vm/1", "b"),   moveOf("a", "vm/101", "b"),
                              moveOf("a", "vm/100", "x"), moveOf("", "ct/5", "b")};
    for (const Step &step : makePlan(smallTree(), changes, context).steps) {
        QVERIFY(step.verdict.reason.has_value());
        QVERIFY2(step.verdict.reason->args.size() == messageArgumentCount(step.verdict.reason->id), describe(step.verdict).c_str());
    }
}

void TestPlan::isFast()
{
    constexpr int namespaces = 20;
    constexpr int groupsEach = 1000;
    constexpr int moves = 5000;
    auto root = std::make_shared<Namespace>();
    std::vector<Change> changes;
    for (int n = 0; n < namespaces; ++n) {
        auto space = std::make_shared<Namespace>();
        space->path = ns(std::format("ns-{:02}", n));
        for (int g = 0; g < groupsEach; ++g) {
            space->groups.push_back(std::make_shared<Group>(makeGroup(std::format("vm/{}", 100 + n * groupsEach + g), 1)));
            if (changes.size() < moves)
                changes.emplace_back(MoveGroup{space->path, space->groups.back()->id, ns("target"), ForeignEntries::Undecided});
        }
        space->updateSums();
        root->children.push_back(space);
    }
    root->updateSums();
    const Tree tree = withEmptyNamespace(Tree(root), ns("target"));

    QElapsedTimer timer;
    timer.start();
    const Plan plan = makePlan(tree, changes, writable());
    const qint64 planning = timer.restart();
    const Projection projection = project(tree, plan);
    const qint64 projecting = timer.elapsed();

    QCOMPARE(plan.groupsToMove(), moves);
    QCOMPARE(projection.arrivals(ns("target")), moves);
    qInfo("planned in %lld ms, projected in %lld ms", planning, projecting);
    QVERIFY2(planning < 1500 && projecting < 1500, "100 ms in a release build; sanitizers and a busy machine take their share");
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
