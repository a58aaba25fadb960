// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treefilter.h"
#include "treebackend.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

Tree filterTree()
{
    return TreeBuilder()
        .add("", makeGroup("vm/100", 1, "backup@pbs", "Web server"))
        .add("", makeGroup("vm/1000", 1, "backup@pbs"))
        .add("", makeGroup("ct/100", 1, "backup@pbs!token"))
        .add("clients/acme", makeGroup("vm/150", 1, "acme@pbs", "Büro Graz"))
        .add("clients/acme", makeGroup("vm/200", 1, "acme@pbs"))
        .add("clients/globex", makeGroup("host/web", 1, "globex@pbs"))
        .add("clients/globex", makeGroup("vm/abc", 1, "globex@pbs"))
        .addNamespace("sites/graz")
        .build();
}

void collect(const Namespace &ns, const FilterMatches &matches, QStringList &names)
{
    const auto *in = matches.in(ns.path);
    if (!in)
        return;
    if (in->whole)
        names.append(QString::fromStdString(ns.path.toString()) + QStringLiteral("/*"));
    for (const std::uint32_t i : in->children)
        collect(*ns.children.at(i), matches, names);
    for (const std::uint32_t i : in->groups)
        names.append(QString::fromStdString((ns.path.isRoot() ? "" : ns.path.toString() + "/") + ns.groups.at(i)->id.toString()));
}

} // namespace

class tst_TreeFilter : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void finds_several_data();
    void finds_several();
    void severalIsPutInAndOut_data();
    void severalIsPutInAndOut();
    void emptyTextIsNoFilter();
    void stops();
};

void tst_TreeFilter::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");

    QTest::newRow("id") << "vm/100" << "vm/100 vm/1000";
    QTest::newRow("part of an id") << "abc" << "clients/globex/vm/abc";
    QTest::newRow("comment, case") << "WEB" << "clients/globex/host/web vm/100";
    QTest::newRow("comment, umlaut case") << "BÜRO" << "clients/acme/vm/150";
    QTest::newRow("owner as text") << "token" << "ct/100";
    QTest::newRow("two words") << "web globex" << "clients/globex/host/web";
    QTest::newRow("quoted blank") << "\"web server\"" << "vm/100";
    QTest::newRow("open quotation") << "\"web server" << "vm/100";
    QTest::newRow("range") << "vm/100-199" << "clients/acme/vm/150 vm/100";
    QTest::newRow("range of one") << "vm/200-200" << "clients/acme/vm/200";
    QTest::newRow("range, wrong way") << "vm/200-100" << "";
    QTest::newRow("two ranges") << "vm/100-100 ct/1-500" << "ct/100 vm/100";
    QTest::newRow("range of another type") << "ct/100-199" << "ct/100";
    QTest::newRow("range beyond all numbers") << "vm/99999999999999999999-1" << "";
    QTest::newRow("type") << "type:host" << "clients/globex/host/web";
    QTest::newRow("type with a slash") << "ct/" << "ct/100";
    QTest::newRow("owner") << "owner:ACME" << "clients/acme/vm/150 clients/acme/vm/200";
    QTest::newRow("owner is not a comment") << "owner:web" << "";
    QTest::newRow("either owner") << "owner:acme owner:globex type:vm" << "clients/acme/vm/150 clients/acme/vm/200 clients/globex/vm/abc";
    QTest::newRow("namespace") << "ns:acme" << "clients/acme/vm/150 clients/acme/vm/200";
    QTest::newRow("namespace with a path") << "ns:clients/g vm/" << "clients/globex/vm/abc";
    QTest::newRow("empty namespace") << "ns:graz" << "sites/graz/*";
    QTest::newRow("a word in the owner, and a type") << "acme vm/" << "clients/acme/vm/150 clients/acme/vm/200";
    QTest::newRow("namespace by its name and a comment") << "graz" << "clients/acme/vm/150 sites/graz/*";
    QTest::newRow("namespace in the middle") << "clients" << "clients/*";
    QTest::newRow("empty token is a word") << "owner:" << "";
    QTest::newRow("nothing") << "nosuchthing" << "";
}

void tst_TreeFilter::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const auto matches = findMatches(filterTree(), TreeFilter::fromText(text));
    QVERIFY(matches);
    QStringList names;
    collect(filterTree().root(), *matches, names);
    QCOMPARE(names.join(QLatin1Char(' ')), found);
    QCOMPARE(matches->groupCount, std::size_t(names.size() - names.filter(QStringLiteral("*")).size()));
    QVERIFY(matches->in(NamespacePath())); // the datastore stays
}

void tst_TreeFilter::finds_several_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("alone") << "in:several" << "a/vm/100 b/ct/7 vm/100 a/ct/7";
    QTest::newRow("case") << "IN:Several" << "a/vm/100 b/ct/7 vm/100 a/ct/7";
    QTest::newRow("with a type") << "ct/ in:several" << "a/ct/7 b/ct/7";
    QTest::newRow("in one of the namespaces") << "in:several ns:b" << "b/ct/7";
    QTest::newRow("with what does not fit") << "in:several vm/1" << "a/vm/100 vm/100";
    QTest::newRow("with a namespace that has none") << "in:several ns:c" << "";
}

void tst_TreeFilter::finds_several()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const Tree tree = TreeBuilder()
                          .add("", makeGroup("vm/100"))
                          .add("a", makeGroup("vm/100"))
                          .add("a", makeGroup("vm/101"))
                          .add("a", makeGroup("ct/7"))
                          .add("b", makeGroup("ct/7"))
                          .add("c", makeGroup("host/7"))
                          .build();
    QStringList names;
    collect(tree.root(), *findMatches(tree, TreeFilter::fromText(text)), names);
    QStringList expected = found.split(u' ', Qt::SkipEmptyParts);
    names.sort();
    expected.sort();
    QCOMPARE(names, expected);
}

void tst_TreeFilter::severalIsPutInAndOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    QTest::newRow("nothing") << "" << "in:several" << "";
    QTest::newRow("words") << "web vm/" << "in:several web vm/" << "web vm/";
    QTest::newRow("in it already") << "web IN:several vm/" << "in:several web vm/" << "web vm/";
    QTest::newRow("part of a word") << "in:severaly" << "in:several in:severaly" << "in:severaly";
}

void tst_TreeFilter::severalIsPutInAndOut()
{
    QFETCH(QString, text);
    QFETCH(QString, in);
    QFETCH(QString, out);
    QCOMPARE(withOnlySeveral(text, true), in);
    QCOMPARE(withOnlySeveral(text, false), out);
}

void tst_TreeFilter::emptyTextIsNoFilter()
{
    QVERIFY(TreeFilter::fromText(QStringLiteral("  ")).isEmpty());
    QVERIFY(TreeFilter().isEmpty());
    QVERIFY(!TreeFilter::fromText(QStringLiteral("x")).isEmpty());
    QCOMPARE(TreeFilter::fromText(QStringLiteral(" a  b ")), TreeFilter::fromText(QStringLiteral("a b")));
}

void tst_TreeFilter::stops()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(!findMatches(filterTree(), TreeFilter::fromText(QStringLiteral("vm")), source.get_token()));
}

QTEST_MAIN(tst_TreeFilter)
#include "tst_treefilter.moc"
