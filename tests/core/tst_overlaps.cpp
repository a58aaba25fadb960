// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/overlaps.h"
#include "core/datastore/store.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "plansupport.h"
#include "support/archives.h"
#include "support/faultyfilesystem.h"
#include "support/fixtures.h"
#include "support/storebuilder.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <format>

using namespace espalier;

namespace {

using Files = fs::MemoryFileSystem;

const std::string root = "/ds";

std::string day(int number)
{
    return std::format("2024-01-{:02}T00:00:00Z", number);
}

NamespacePath path(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

GroupId id(std::string_view text)
{
    return GroupId::fromString(text).value();
}

/// A group with one snapshot for each of @p names, one each day.
void makeGuest(Files &files, std::string_view ns, std::string_view group, const std::vector<std::string> &names,
               std::string_view owner = "backup@pbs")
{
    test::makeGroup(files, root, ns, group, {}, owner);
    int number = 0;
    for (const std::string &name : names)
        test::makeGuestSnapshot(files, root, ns, group, day(++number), {.config = "name: " + name + "\n"});
}

/// vm/100 in two clusters, vm/101 in two namespaces of one owner, ct/5 with two guests that take turns, vm/7 only once.
std::shared_ptr<Files> sample()
{
    auto files = Files::create();
    test::makeStore(*files, root);
    makeGuest(*files, "b", "vm/100", {"dns"}, "b@pbs");
    makeGuest(*files, "", "vm/100", {"web", "web"}, "a@pbs");
    makeGuest(*files, "", "vm/101", {"mail"});
    makeGuest(*files, "a", "vm/101", {"mail"});
    makeGuest(*files, "a", "vm/20", {"one", "other", "one", "other", "one"});
    makeGuest(*files, "a/c", "vm/7", {"alone", "alone"});
    return files;
}

Tree treeOf(Files &files)
{
    return scan(files.open(root).value()).value().tree;
}

/// "vm/100: /=web b=dns (owners)"
QString textOf(const Overlap &overlap)
{
    QString text = QString::fromStdString(overlap.id.toString()) + u':';
    for (const Occurrence &occurrence : overlap.occurrences) {
        QStringList names;
        for (const std::string &name : occurrence.guestNames)
            names << QString::fromStdString(name);
        text += u' ' + (occurrence.ns.isRoot() ? QStringLiteral("/") : QString::fromStdString(occurrence.ns.toString())) + u'='
            + names.join(u'+');
    }
    return overlap.ownersDiffer() ? text + QStringLiteral(" (owners)") : text;
}

QStringList textsOf(const std::vector<Overlap> &overlaps)
{
    QStringList texts;
    for (const Overlap &overlap : overlaps)
        texts << textOf(overlap);
    return texts;
}

QStringList read(Files &files, OverlapSearch search)
{
    return textsOf(readOverlaps(files.open(root).value(), treeOf(files), search).value());
}

} // namespace

/// One guest id in several places, and several guests in one.
class TestOverlaps : public QObject
{
    Q_OBJECT

private slots:
    void severalNamespaces();
    void names();
    void everyGroup();
    void takingTurns_data();
    void takingTurns();
    void owners();
    void projection();
    void unreadableNames();
    void stopping();
    void progress();
    void manyGroups();
    void realStore();
};

void TestOverlaps::severalNamespaces()
{
    const auto files = sample();
    test::makeGroup(*files, root, "a", "ct/100", {day(1)});
    const auto overlaps = findOverlaps(treeOf(*files));
    QCOMPARE(textsOf(overlaps), QStringList({QStringLiteral("vm/100: /= b= (owners)"), QStringLiteral("vm/101: /= a=")}));
    QCOMPARE(overlaps.front().occurrences.front().group->snapshots.size(), std::size_t{2});
    QVERIFY(overlaps.front().guestNames().empty());
    QVERIFY(findOverlaps(Tree()).empty());
}

void TestOverlaps::names()
{
    const auto files = sample();
    QCOMPARE(read(*files, OverlapSearch::SeveralNamespaces),
             QStringList({QStringLiteral("vm/100: /=web b=dns (owners)"), QStringLiteral("vm/101: /=mail a=mail")}));
    const auto overlaps = readOverlaps(files->open(root).value(), treeOf(*files), OverlapSearch::SeveralNamespaces).value();
    QCOMPARE(overlaps.front().guestNames(), (std::vector<std::string>{"web", "dns"}));
    QCOMPARE(overlaps.back().guestNames(), (std::vector<std::string>{"mail"}));
}

void TestOverlaps::everyGroup()
{
    const auto files = sample();
    QCOMPARE(read(*files, OverlapSearch::EveryGroup),
             QStringList({QStringLiteral("vm/20: a=one+other"), QStringLiteral("vm/100: /=web b=dns (owners)"),
                          QStringLiteral("vm/101: /=mail a=mail")}));
}

void TestOverlaps::takingTurns_data()
{
    QTest::addColumn<std::vector<std::string>>("names");
    QTest::addColumn<QString>("expected");

    QTest::newRow("one guest") << std::vector<std::string>{"a", "a", "a", "a"} << QString();
    QTest::newRow("two snapshots") << std::vector<std::string>{"a", "b"} << QStringLiteral("b+a");
    QTest::newRow("by turns, the same at both ends") << std::vector<std::string>{"a", "b", "a", "b", "a"} << QStringLiteral("a+b");
    QTest::newRow("renamed long ago") << std::vector<std::string>{"b", "a", "a", "a", "a"} << QStringLiteral("a+b");
    QTest::newRow("three guests") << std::vector<std::string>{"c", "x", "b", "a"} << QStringLiteral("a+b+c");
}

void TestOverlaps::takingTurns()
{
    QFETCH(const std::vector<std::string>, names);
    QFETCH(const QString, expected);

    const auto files = Files::create();
    test::makeStore(*files, root);
    makeGuest(*files, "", "vm/1", names);
    const QString found = expected.isEmpty() ? QString() : QStringLiteral("vm/1: /=") + expected;
    QCOMPARE(read(*files, OverlapSearch::EveryGroup).join(u','), found);

    test::makeGroup(*files, root, "", "vm/1", {});
    files->makeDirectories(root + "/vm/1/" + day(28)); // unfinished: nothing of it is read
    QCOMPARE(read(*files, OverlapSearch::EveryGroup).join(u','), found);
}

void TestOverlaps::owners()
{
    const auto files = Files::create();
    test::makeStore(*files, root);
    for (const char *ns : {"", "a", "b"})
        makeGuest(*files, ns, "vm/1", {"web"}, "a@pbs");
    QVERIFY(!findOverlaps(treeOf(*files)).front().ownersDiffer());
    files->removeTree(root + "/vm/1/owner");
    QVERIFY(!findOverlaps(treeOf(*files)).front().ownersDiffer());
    makeGuest(*files, "c", "vm/1", {"web"}, "a@pbs!token");
    QVERIFY(findOverlaps(treeOf(*files)).front().ownersDiffer());
}

/// A group that is about to leave is shown at both places of a projection.
void TestOverlaps::projection()
{
    const auto files = sample();
    const Tree tree = treeOf(*files);
    const std::vector<Change> changes{test::moveOf("a/c", "vm/7", "b")};
    const Tree projected = project(tree, makePlan(tree, changes, test::writable())).tree;
    QVERIFY(projected.find(path("a/c"), id("vm/7")) && projected.find(path("b"), id("vm/7")));
    QCOMPARE(textsOf(findOverlaps(projected)), textsOf(findOverlaps(tree)));
}

/// Whatever call fails: the groups are told, only names may be missing.
void TestOverlaps::unreadableNames()
{
    const auto files = sample();
    const Tree tree = treeOf(*files);
    int calls = 0;
    for (int call = 1;; ++call, ++calls) {
        test::FaultyFileSystem faulty(files);
        const auto directory = faulty.open(root).value();
        faulty.setFault({.at = call});
        const auto overlaps = readOverlaps(directory, tree, OverlapSearch::SeveralNamespaces, {.threads = 1});
        QCOMPARE(overlaps.value().size(), std::size_t{2});
        if (!faulty.happened())
            break;
        const bool isWhole = textsOf(*overlaps) == read(*files, OverlapSearch::SeveralNamespaces);
        QVERIFY(!isWhole || overlaps->front().occurrences.front().group->snapshots.size() > 1); // another snapshot told the same
    }
    QVERIFY(calls > 8);
    files->removeTree(root + "/ns/b");
    QCOMPARE(textsOf(readOverlaps(files->open(root).value(), tree, OverlapSearch::SeveralNamespaces).value()).front(),
             QStringLiteral("vm/100: /=web b= (owners)"));
}

void TestOverlaps::stopping()
{
    const auto files = sample();
    std::stop_source stop;
    stop.request_stop();
    const auto stopped
        = readOverlaps(files->open(root).value(), treeOf(*files), OverlapSearch::EveryGroup, {.threads = 2, .stop = stop.get_token()});
    QCOMPARE(stopped.error().kind, Error::Kind::Stopped);
    QCOMPARE(stopped.error().id, MessageId::ScanStopped);
}

void TestOverlaps::progress()
{
    const auto files = sample();
    ScanProgress last;
    ScanOptions options;
    options.progress = [&](const ScanProgress &now) { last = now; };
    QVERIFY(readOverlaps(files->open(root).value(), treeOf(*files), OverlapSearch::EveryGroup, options));
    QCOMPARE(last.groups, std::size_t{6});
}

void TestOverlaps::manyGroups()
{
    constexpr int namespaces = 200;
    constexpr int groupsEach = 100;
    auto all = std::make_shared<Namespace>();
    for (int n = 0; n < namespaces; ++n) {
        auto ns = std::make_shared<Namespace>();
        ns->path = path(std::format("n{:03}", n));
        for (int g = 0; g < groupsEach; ++g)
            ns->groups.push_back(std::make_shared<Group>(Group{.id = id(std::format("vm/{}", n % 2 * 10'000 + n * 10 + g))}));
        ns->updateSums();
        all->children.push_back(std::move(ns));
    }
    all->updateSums();
    const Tree tree(all);
    QCOMPARE(tree.root().groupsBelow, std::size_t{20'000});
    QElapsedTimer timer;
    timer.start();
    const auto overlaps = findOverlaps(tree);
    qInfo("%zu overlaps of 20000 groups in %lld ms", overlaps.size(), static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 1000); // twenty would be usual
    QVERIFY(std::ranges::is_sorted(overlaps, {}, &Overlap::id));
}

void TestOverlaps::realStore()
{
    QTemporaryDir folder;
    if (!test::unpackFixture("stores/alpha.tar", folder.path().toStdString(), "*/.chunks/*"))
        QSKIP(test::skipReason);
    const auto store = openStore(*fs::posixFileSystem(), folder.path().toStdString() + "/alpha").value();
    const auto overlaps = readOverlaps(store.root, scan(store.root).value().tree, OverlapSearch::EveryGroup).value();
    QCOMPARE(textsOf(overlaps), QStringList(QStringLiteral("vm/100: /=web-1 sites/graz=other-cluster-dns")));
}

QTEST_APPLESS_MAIN(TestOverlaps)
#include "tst_overlaps.moc"
