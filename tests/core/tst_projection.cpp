// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plansupport.h"

#include <QTest>

#include <algorithm>
#include <format>
#include <map>
#include <random>
#include <set>

using namespace espalier;
using namespace espalier::test;
using Level = Verdict::Level;
using Position = std::pair<NamespacePath, GroupId>;

namespace {

const std::vector<std::string> spaces{"", "a", "a/b", "a/b/c", "a-b", "d", "d/e"};
const std::vector<std::string> names{"vm/100", "vm/101", "vm/9", "ct/100", "host/web"};

/// Trees and changes at random, the same ones for the same seed.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    std::size_t below(std::size_t end) { return m_engine() % end; }

    const std::string &one(const std::vector<std::string> &list) { return list[below(list.size())]; }

    Tree tree()
    {
        Tree tree;
        for (const std::string &space : spaces) {
            tree = withEmptyNamespace(tree, ns(space));
            for (const std::string &name : names) {
                if (below(3) > 0)
                    continue;
                Group group = makeGroup(name, static_cast<int>(below(4)));
                group.hasForeignEntries = below(8) == 0;
                if (below(8) == 0)
                    group.owner.reset();
                tree = withGroupAt(tree, space, group);
            }
        }
        return tree;
    }

    std::vector<Change> changes()
    {
        std::vector<Change> list;
        std::vector<std::string> known = spaces;
        for (std::size_t i = below(12); i > 0; --i) {
            if (below(5) == 0) {
                known.push_back(std::format("{}{}n{}", spaces[below(3)], spaces[below(3)].empty() ? "" : "-", below(3)));
                if (const auto path = NamespacePath::fromString(known.back()))
                    list.emplace_back(CreateNamespace{*path});
                else
                    known.pop_back();
            } else {
                list.emplace_back(moveOf(one(known), one(names), one(known)));
            }
        }
        return list;
    }

private:
    std::mt19937 m_engine;
};

/// What the tree is after the steps that have an effect, done one by one.
Tree apply(Tree tree, const Plan &plan)
{
    for (const Step &step : plan.steps) {
        const bool open = step.verdict.reason && step.verdict.reason->id == MessageId::PlanForeignFiles;
        if (step.verdict.level != Level::WillDo && !open)
            continue;
        if (const auto *create = std::get_if<CreateNamespace>(&step.change)) {
            auto made = std::make_shared<Namespace>();
            made->path = create->path;
            tree = tree.withNamespace(create->path, made);
        } else {
            const auto &move = std::get<MoveGroup>(step.change);
            const auto group = tree.find(move.from, move.group);
            tree = tree.withoutGroup(move.from, move.group).withGroup(move.to, group);
        }
    }
    return tree;
}

/// Every namespace with its groups and sums, for comparing and for messages.
std::string dump(const Tree &tree)
{
    std::string text;
    tree.forEachNamespace([&](const Namespace &space) {
        text += std::format("[{}] {} groups, {} snapshots, {} namespaces, {} levels:", space.path.toString(), space.groupsBelow,
                            space.snapshotsBelow, space.namespacesBelow, space.levelsBelow);
        for (const auto &group : space.groups)
            text += std::format(" {}({})", group->id.toString(), group->snapshots.size());
        text += '\n';
    });
    return text;
}

/// The projected tree without what only stays visible because it moves away.
Tree withoutLeaving(const Projection &projection)
{
    Tree tree = projection.tree;
    for (const auto &[place, mark] : projection.groupMarks) {
        if (mark.mark == Mark::MovesAway)
            tree = tree.withoutGroup(place.first, place.second);
    }
    return tree;
}

/// One namespace for each letter of "abcd", vm/1 in those of @p occupied.
Tree lettersTree(std::string_view occupied)
{
    Tree tree;
    for (const char *letter : {"a", "b", "c", "d"})
        tree = withEmptyNamespace(tree, ns(letter));
    for (const char letter : occupied)
        tree = withGroupAt(tree, std::string(1, letter), makeGroup("vm/1"));
    return tree;
}

} // namespace

class TestProjection : public QObject
{
    Q_OBJECT

private slots:
    void nothingToProject();
    void showsBothEnds();
    void leavesOutWhatIsRefused();
    void foreignEntriesStillShowWhereTheyWouldGo();
    void thereAndBackIsNoMove();
    void arrivalTakesTheFreedName();
    void createdNamespacesNest();
    void equalsApplying_data();
    void equalsApplying();

    void stagesAndReplaces();
    void stagesBehindWhatItNeeds();
    void namesakesAreNotMixedUp();
    void keepsDecisions();
    void stagingIsIdempotent_data();
    void stagingIsIdempotent();
};

void TestProjection::nothingToProject()
{
    const Tree tree = lettersTree("a");
    const Projection projection = project(tree, Plan());
    QVERIFY(projection.tree.rootPointer() == tree.rootPointer());
    QVERIFY(projection.groupMarks.empty());
}

void TestProjection::showsBothEnds()
{
    const Tree tree = lettersTree("a");
    const Change change = moveOf("a", "vm/1", "b");
    const Projection projection = project(tree, makePlan(tree, std::span(&change, 1), writable()));

    const auto source = projection.mark(ns("a"), groupId("vm/1"));
    QVERIFY(source.mark == Mark::MovesAway);
    QVERIFY(source.other == ns("b"));
    const auto target = projection.mark(ns("b"), groupId("vm/1"));
    QVERIFY(target.mark == Mark::Arrives);
    QVERIFY(target.other == ns("a"));
    QVERIFY(projection.mark(ns("c"), groupId("vm/1")).mark == Mark::None);
    QCOMPARE(projection.arrivals(ns("b")), 1);
    QCOMPARE(projection.arrivals(ns("a")), 0);
    QVERIFY(projection.tree.find(ns("a"), groupId("vm/1")));
    QVERIFY(projection.tree.find(ns("b"), groupId("vm/1")) == tree.find(ns("a"), groupId("vm/1")));
    QVERIFY(projection.tree.find(ns("c")) == tree.find(ns("c"))); // what is not touched is shared
}

void TestProjection::leavesOutWhatIsRefused()
{
    const Tree tree = lettersTree("ab");
    const Change changes[] = {moveOf("a", "vm/1", "b"), moveOf("c", "vm/1", "d"), CreateNamespace{ns("a")}, moveOf("a", "vm/1", "x")};
    const Projection projection = project(tree, makePlan(tree, changes, writable()));
    QVERIFY(projection.groupMarks.empty());
    QVERIFY(projection.namespaceMarks.empty());
    QCOMPARE(dump(projection.tree), dump(tree));
}

void TestProjection::foreignEntriesStillShowWhereTheyWouldGo()
{
    Group littered = makeGroup("vm/2");
    littered.hasForeignEntries = true;
    const Tree tree = withGroupAt(lettersTree("a"), "a", littered);
    const Change change = moveOf("a", "vm/2", "b");
    const Projection projection = project(tree, makePlan(tree, std::span(&change, 1), writable()));
    QVERIFY(projection.mark(ns("b"), groupId("vm/2")).mark == Mark::Arrives);
}

void TestProjection::thereAndBackIsNoMove()
{
    const Tree tree = lettersTree("a");
    const Change changes[] = {moveOf("a", "vm/1", "b"), moveOf("b", "vm/1", "c"), moveOf("c", "vm/1", "a")};
    QVERIFY(project(tree, makePlan(tree, std::span(changes).first(2), writable())).mark(ns("c"), groupId("vm/1")).other == ns("a"));
    const Projection back = project(tree, makePlan(tree, changes, writable()));
    QVERIFY(back.groupMarks.empty());
    QCOMPARE(dump(back.tree), dump(tree));
}

void TestProjection::arrivalTakesTheFreedName()
{
    const Tree tree = withGroupAt(lettersTree("b"), "a", makeGroup("vm/1", 5));
    const Change changes[] = {moveOf("b", "vm/1", "c"), moveOf("a", "vm/1", "b")};
    const Projection projection = project(tree, makePlan(tree, changes, writable()));
    QVERIFY(projection.mark(ns("b"), groupId("vm/1")).mark == Mark::Arrives);
    QCOMPARE(projection.tree.find(ns("b"), groupId("vm/1"))->snapshots.size(), 5);
    QCOMPARE(projection.tree.find(ns("b"))->groups.size(), 1);
    QVERIFY(projection.mark(ns("c"), groupId("vm/1")).other == ns("b"));
}

void TestProjection::createdNamespacesNest()
{
    const Tree tree = lettersTree("a");
    const Change changes[] = {CreateNamespace{ns("n")}, CreateNamespace{ns("n/m")}, moveOf("a", "vm/1", "n/m")};
    const Projection projection = project(tree, makePlan(tree, changes, writable()));
    QVERIFY(projection.mark(ns("n")) == Mark::Created);
    QVERIFY(projection.mark(ns("n/m")) == Mark::Created);
    QVERIFY(projection.mark(ns("a")) == Mark::None);
    QCOMPARE(projection.tree.find(ns("n"))->groupsBelow, 1);
    QCOMPARE(projection.tree.root().levelsBelow, 2);
}

void TestProjection::equalsApplying_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 400; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestProjection::equalsApplying()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const Tree tree = dice.tree();
    const std::vector<Change> changes = dice.changes();
    const Plan plan = makePlan(tree, changes, writable());
    const Projection projection = project(tree, plan);

    QCOMPARE(dump(withoutLeaving(projection)), dump(apply(tree, plan)));
    for (const auto &[place, mark] : projection.groupMarks) {
        QVERIFY(projection.tree.find(place.first, place.second));
        QVERIFY(std::holds_alternative<MoveGroup>(changes.at(mark.change)));
    }
    QCOMPARE(projection.tree.root().groupsBelow, tree.root().groupsBelow); // both ends are shown, but counted once
    QCOMPARE(projection.tree.root().snapshotsBelow, tree.root().snapshotsBelow);
    projection.tree.forEachNamespace([](const Namespace &space) {
        Namespace fresh = space;
        fresh.updateSums();
        QCOMPARE(space.groupsBelow, fresh.groupsBelow);
        QCOMPARE(space.snapshotsBelow, fresh.snapshotsBelow);
        QVERIFY(std::ranges::is_sorted(space.groups, {}, [](const auto &group) -> const GroupId & { return group->id; }));
        QVERIFY(std::ranges::is_sorted(space.children, {}, [](const auto &child) { return child->path.name(); }));
    });
}

void TestProjection::stagesAndReplaces()
{
    const Tree tree = lettersTree("a");
    const Position here(ns("a"), groupId("vm/1"));
    const Position there(ns("b"), groupId("vm/1"));
    const auto toB = withMoves(tree, {}, std::span(&here, 1), ns("b"));
    QVERIFY(toB == std::vector<Change>{moveOf("a", "vm/1", "b")});

    for (const Position &end : {here, there}) { // either end may be dragged
        QVERIFY(withMoves(tree, toB, std::span(&end, 1), ns("c")) == std::vector<Change>{moveOf("a", "vm/1", "c")});
        QVERIFY(withMoves(tree, toB, std::span(&end, 1), ns("a")).empty());
        QVERIFY(withMoves(tree, toB, std::span(&end, 1), ns("b")) == toB);
    }
    const Position both[] = {here, there};
    QVERIFY(withMoves(tree, toB, both, ns("c")) == std::vector<Change>{moveOf("a", "vm/1", "c")});
    QVERIFY(withMoves(tree, {}, std::span(&here, 1), ns("a")).empty());

    const Change chain[] = {moveOf("a", "vm/1", "b"), moveOf("b", "vm/1", "c")};
    QVERIFY(withMoves(tree, chain, std::span(&here, 1), ns("d")) == std::vector<Change>{moveOf("a", "vm/1", "d")});
}

void TestProjection::stagesBehindWhatItNeeds()
{
    const Position inA(ns("a"), groupId("vm/1"));
    const Change pending[] = {moveOf("a", "vm/1", "b"), CreateNamespace{ns("n")}};
    const auto behindCreate = withMoves(lettersTree("a"), pending, std::span(&inA, 1), ns("n"));
    QVERIFY(behindCreate == (std::vector<Change>{CreateNamespace{ns("n")}, moveOf("a", "vm/1", "n")}));

    // the name in "b" becomes free by a later change
    const Change freeing[] = {moveOf("a", "vm/1", "c"), moveOf("b", "vm/1", "d")};
    const auto behindLeaving = withMoves(lettersTree("ab"), freeing, std::span(&inA, 1), ns("b"));
    QVERIFY(behindLeaving == (std::vector<Change>{moveOf("b", "vm/1", "d"), moveOf("a", "vm/1", "b")}));
    QVERIFY(makePlan(lettersTree("ab"), behindLeaving, writable()).isReady());

    // one that is blocked goes behind what unblocks it
    const Position inB(ns("b"), groupId("vm/1"));
    const Change blocked[] = {moveOf("a", "vm/1", "b")};
    QVERIFY(withMoves(lettersTree("ab"), blocked, std::span(&inB, 1), ns("c"))
            == (std::vector<Change>{moveOf("b", "vm/1", "c"), moveOf("a", "vm/1", "b")}));

    // two that change places need each other: neither can go first, both are kept
    const Change half[] = {moveOf("a", "vm/1", "b")};
    const auto circle = withMoves(lettersTree("ab"), half, std::span(&inB, 1), ns("a"));
    QCOMPARE(circle.size(), 2);
    QVERIFY(project(lettersTree("ab"), makePlan(lettersTree("ab"), circle, writable())).groupMarks.empty());
}

/// One leaves and another of its name takes its place: what was dragged is what was there on disk.
void TestProjection::namesakesAreNotMixedUp()
{
    const Tree tree = lettersTree("ab");
    const std::vector<Change> chain{moveOf("b", "vm/1", "c"), moveOf("a", "vm/1", "b")};
    const Projection projection = project(tree, makePlan(tree, chain, writable()));
    QVERIFY(projection.mark(ns("b"), groupId("vm/1")).mark == Mark::Arrives);
    QVERIFY(*projection.destination(ns("b"), groupId("vm/1")) == ns("c"));
    QVERIFY(*projection.destination(ns("a"), groupId("vm/1")) == ns("b"));
    QVERIFY(!projection.destination(ns("c"), groupId("vm/1")));
    const Position ofB(ns("b"), groupId("vm/1"));
    QVERIFY(withMoves(tree, chain, std::span(&ofB, 1), ns("d"))
            == (std::vector<Change>{moveOf("b", "vm/1", "d"), moveOf("a", "vm/1", "b")}));
    const Position ofA(ns("a"), groupId("vm/1"));
    QVERIFY(withMoves(tree, chain, std::span(&ofA, 1), ns("a")) == std::vector<Change>{moveOf("b", "vm/1", "c")});
}

void TestProjection::keepsDecisions()
{
    const Position here(ns("a"), groupId("vm/1"));
    const Change pending[] = {moveOf("a", "vm/1", "b", ForeignEntries::TakeAlong)};
    QVERIFY(withMoves(lettersTree("a"), pending, std::span(&here, 1), ns("c"))
            == std::vector<Change>{moveOf("a", "vm/1", "c", ForeignEntries::TakeAlong)});
}

void TestProjection::stagingIsIdempotent_data()
{
    equalsApplying_data();
}

void TestProjection::stagingIsIdempotent()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const Tree tree = dice.tree();
    std::vector<Change> pending;
    for (int round = 0; round < 4; ++round) {
        // what somebody sees may be dragged, at its old or at its new place
        std::vector<Position> seen;
        std::set<Position> origins;
        const Projection projection = project(tree, makePlan(tree, pending, writable()));
        projection.tree.forEachNamespace([&](const Namespace &space) {
            for (const auto &group : space.groups) {
                const auto mark = projection.mark(space.path, group->id);
                const Position origin(mark.mark == Mark::Arrives ? mark.other : space.path, group->id);
                if (dice.below(4) > 0)
                    continue;
                const bool isFree = !tree.find(space.path, group->id); // then the new place stands for the group, too
                seen.push_back(isFree && dice.below(2) > 0 ? Position(space.path, group->id) : origin);
                origins.insert(origin);
            }
        });
        const NamespacePath target = ns(dice.one(spaces));
        const std::vector<Change> once = withMoves(tree, pending, seen, target);

        std::map<Position, NamespacePath> expected;
        for (const Change &change : pending)
            expected[{std::get<MoveGroup>(change).from, std::get<MoveGroup>(change).group}] = std::get<MoveGroup>(change).to;
        for (const Position &origin : origins)
            expected[origin] = target;
        std::erase_if(expected, [](const auto &entry) { return entry.first.first == entry.second; });
        std::map<Position, NamespacePath> staged;
        for (const Change &change : once)
            staged[{std::get<MoveGroup>(change).from, std::get<MoveGroup>(change).group}] = std::get<MoveGroup>(change).to;
        QVERIFY(staged == expected);
        QCOMPARE(once.size(), staged.size());

        const std::vector<Position> again(origins.begin(), origins.end());
        QVERIFY(withMoves(tree, once, again, target) == once);
        pending = once;
    }
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
