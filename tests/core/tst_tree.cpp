// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/tree.h"

#include <QTest>

using namespace espalier;

namespace {

NamespacePath path(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

GroupId id(std::string_view text)
{
    return GroupId::fromString(text).value();
}

std::shared_ptr<const Group> makeGroup(std::string_view text, int snapshots)
{
    Group group{.id = id(text)};
    for (int i = 0; i < snapshots; ++i)
        group.snapshots.push_back({SnapshotTime::fromEpoch(1'700'000'000 + i * 86'400).value(), true, false});
    return std::make_shared<Group>(std::move(group));
}

std::shared_ptr<const Namespace> makeNamespace(std::string_view text)
{
    auto ns = std::make_shared<Namespace>();
    ns->path = path(text);
    return ns;
}

/// a, a/b, a-b, z with groups in a/b and in the root.
Tree sample()
{
    Tree tree;
    for (const char *name : {"z", "a-b", "a", "a/b"})
        tree = tree.withNamespace(path(name), makeNamespace(name));
    for (const char *name : {"vm/20", "vm/100", "ct/x", "vm/abc", "host/1", "ct/3"})
        tree = tree.withGroup(path("a/b"), makeGroup(name, 2));
    return tree.withGroup({}, makeGroup("vm/100", 5));
}

QStringList namespacesOf(const Tree &tree)
{
    QStringList names;
    tree.forEachNamespace([&](const Namespace &ns) { names.append(QString::fromStdString(ns.path.toString())); });
    return names;
}

QStringList groupsOf(const Namespace &ns)
{
    QStringList names;
    for (const auto &group : ns.groups)
        names.append(QString::fromStdString(group->id.toString()));
    return names;
}

} // namespace

/// The immutable picture of a datastore.
class TestTree : public QObject
{
    Q_OBJECT

private slots:
    void order();
    void finding();
    void sums();
    void sharing();
    void replacing();
    void removing();
    void missingParents();
    void comments();
    void sizeOfSnapshots();
};

void TestTree::order()
{
    const Tree tree = sample();
    QCOMPARE(namespacesOf(tree),
             QStringList({QString(), QStringLiteral("a"), QStringLiteral("a/b"), QStringLiteral("a-b"), QStringLiteral("z")}));
    QCOMPARE(groupsOf(*tree.find(path("a/b"))),
             QStringList({QStringLiteral("ct/3"), QStringLiteral("ct/x"), QStringLiteral("host/1"), QStringLiteral("vm/20"),
                          QStringLiteral("vm/100"), QStringLiteral("vm/abc")}));
}

void TestTree::finding()
{
    const Tree tree = sample();
    QVERIFY(tree.find(path("a/b")));
    QVERIFY(!tree.find(path("b")));
    QVERIFY(!tree.find(path("a/b/c")));
    QCOMPARE(tree.find({}).get(), &tree.root());
    QVERIFY(tree.find(path("a/b"), id("vm/100")));
    QVERIFY(!tree.find(path("a"), id("vm/100")));
    QVERIFY(!tree.find(path("no"), id("vm/100")));
    QVERIFY(tree.find(path("a/b"))->group(id("ct/x")));
    QVERIFY(!tree.find(path("a/b"))->group(id("ct/y")));
    QVERIFY(!tree.find(path("a/b"))->group(id("vm/0100")));
}

void TestTree::sums()
{
    const Tree tree = sample();
    QCOMPARE(tree.root().groupsBelow, std::size_t{7});
    QCOMPARE(tree.root().snapshotsBelow, std::size_t{17});
    QCOMPARE(tree.root().namespacesBelow, std::size_t{4});
    QCOMPARE(tree.root().levelsBelow, 2);
    QCOMPARE(tree.find(path("z"))->levelsBelow, 0);
    QCOMPARE(tree.find(path("a"))->snapshotsBelow, std::size_t{12});
}

void TestTree::sharing()
{
    const Tree before = sample();
    const Tree after = before.withGroup(path("a/b"), makeGroup("vm/7", 1));
    QCOMPARE(after.find(path("z")), before.find(path("z")));
    QCOMPARE(after.find(path("a/b"), id("ct/3")), before.find(path("a/b"), id("ct/3")));
    QVERIFY(after.find(path("a")) != before.find(path("a")));
    QVERIFY(!before.find(path("a/b"), id("vm/7")));
    QVERIFY(after.find(path("a/b"), id("vm/7")));
}

void TestTree::replacing()
{
    const Tree before = sample();
    const Tree group = before.withGroup({}, makeGroup("vm/100", 9));
    QCOMPARE(group.root().groups.size(), std::size_t{1});
    QCOMPARE(group.root().snapshotsBelow, std::size_t{21});
    const Tree ns = before.withNamespace(path("a"), makeNamespace("a"));
    QVERIFY(!ns.find(path("a/b")));
    QCOMPARE(ns.root().groupsBelow, std::size_t{1});
    QCOMPARE(ns.root().levelsBelow, 1);
}

void TestTree::removing()
{
    const Tree before = sample();
    QCOMPARE(groupsOf(*before.withoutGroup(path("a/b"), id("ct/x")).find(path("a/b"))).size(), 5);
    QCOMPARE(before.withoutGroup(path("a"), id("ct/x")).rootPointer(), before.rootPointer());
    const Tree without = before.withNamespace(path("a"), nullptr);
    QCOMPARE(namespacesOf(without), QStringList({QString(), QStringLiteral("a-b"), QStringLiteral("z")}));
    QCOMPARE(without.root().snapshotsBelow, std::size_t{5});
    QCOMPARE(before.withNamespace({}, nullptr).root().groupsBelow, std::size_t{0});
}

void TestTree::missingParents()
{
    const Tree before = sample();
    QCOMPARE(before.withNamespace(path("no/x"), makeNamespace("no/x")).rootPointer(), before.rootPointer());
    QCOMPARE(before.withGroup(path("no"), makeGroup("vm/1", 1)).rootPointer(), before.rootPointer());
}

void TestTree::comments()
{
    Group group = *makeGroup("vm/100", 3);
    QCOMPARE(group.displayComment(), std::string());
    QVERIFY(!group.hasDetails());
    group.details.resize(3);
    group.details[1] = {.manifestReadable = true, .size = 10, .comment = "older"};
    group.details[2] = {.size = 5, .comment = "not read"};
    QVERIFY(group.hasDetails());
    QCOMPARE(group.displayComment(), std::string("older"));
    group.details[2].manifestReadable = true;
    group.details[2].comment = "web-1";
    QCOMPARE(group.displayComment(), std::string("web-1"));
    group.comment = "the note";
    QCOMPARE(group.displayComment(), std::string("the note"));
    QCOMPARE(group.totalSize(), std::uint64_t{15});
}

void TestTree::sizeOfSnapshots()
{
    QCOMPARE(sizeof(Snapshot), std::size_t{16});
}

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
