// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/namespacepath.h"

#include <QTest>

#include <algorithm>

using namespace espalier;

namespace {

NamespacePath path(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

QString idOf(const Error &error)
{
    const std::string_view name = messageName(error.id);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

class TestNamespacePath : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void directoryForm_data();
    void directoryForm();
    void parts();
    void creatingIsStricter();
    void contains();
    void order();
};

void TestNamespacePath::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("depth"); // -1: refused
    QTest::addColumn<QString>("error");

    const auto good = [](const char *name, const QByteArray &text, int depth) { QTest::newRow(name) << text << depth << QString(); };
    const auto bad = [](const char *name, const QByteArray &text, const char *error) {
        QTest::newRow(name) << text << -1 << QString::fromLatin1(error);
    };

    good("root", "", 0);
    good("one", "a", 1);
    good("deepest", "a/b/c/d/e/f/g", 7);
    good("named like a type", "vm/ns/host", 3);
    good("underscore first", "_a", 1);
    good("dot and hyphen inside", "a.b-c", 1);
    good("longest single name", QByteArray(255, 'x'), 1);
    good("longest path", QByteArray(127, 'x') + "/" + QByteArray(128, 'y'), 2);
    bad("too deep", "a/b/c/d/e/f/g/h", "NamespaceTooDeep");
    bad("single name of 256 bytes", QByteArray(256, 'x'), "NameTooLong");
    bad("path of 257 bytes", QByteArray(128, 'x') + "/" + QByteArray(128, 'y'), "NamespaceTooLong");
    bad("slash first", "/a", "NameEmpty");
    bad("slash last", "a/", "NamespaceMalformed");
    bad("slash alone", "/", "NameEmpty");
    bad("double slash", "a//b", "NameEmpty");
    bad("parent directory", "a/..", "NameHasForbiddenCharacter");
    bad("this directory", ".", "NameHasForbiddenCharacter");
    bad("hidden", ".a", "NameHasForbiddenCharacter");
    bad("hyphen first", "-a", "NameHasForbiddenCharacter");
    bad("blank", "a b", "NameHasForbiddenCharacter");
    bad("line break at the end", "a\n", "NameHasForbiddenCharacter");
    bad("zero byte", QByteArray("a\0b", 3), "NameHasForbiddenCharacter");
    bad("umlaut", "\xc3\xa4", "NameHasForbiddenCharacter");
    bad("broken bytes", "a\xff", "NameHasForbiddenCharacter");
    bad("colon", "a:b", "NameHasForbiddenCharacter");
    bad("backslash", "a\\b", "NameHasForbiddenCharacter");
}

void TestNamespacePath::reading()
{
    QFETCH(QByteArray, text);
    QFETCH(int, depth);
    QFETCH(QString, error);
    const auto read = NamespacePath::fromString(text.toStdString());
    QCOMPARE(read ? read->depth() : -1, depth);
    if (read) {
        QCOMPARE(QByteArray::fromStdString(read->toString()), text);
        QCOMPARE(NamespacePath::fromDirectoryForm(read->directoryForm()).value(), *read);
    } else {
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(idOf(read.error()), error);
    }
}

void TestNamespacePath::directoryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("ok");

    QTest::newRow("root") << QByteArray("") << QByteArray("") << true;
    QTest::newRow("one") << QByteArray("ns/a") << QByteArray("a") << true;
    QTest::newRow("two") << QByteArray("ns/a/ns/b") << QByteArray("a/b") << true;
    QTest::newRow("named ns") << QByteArray("ns/ns/ns/ns") << QByteArray("ns/ns") << true;
    QTest::newRow("one slash at the end") << QByteArray("ns/a/") << QByteArray("a") << true;
    QTest::newRow("two slashes at the end") << QByteArray("ns/a//") << QByteArray() << false;
    QTest::newRow("slash first") << QByteArray("/ns/a") << QByteArray() << false;
    QTest::newRow("ns alone") << QByteArray("ns") << QByteArray() << false;
    QTest::newRow("ns and slash") << QByteArray("ns/") << QByteArray() << false;
    QTest::newRow("without ns") << QByteArray("a/b") << QByteArray() << false;
    QTest::newRow("second without ns") << QByteArray("ns/a/b") << QByteArray() << false;
    QTest::newRow("way out") << QByteArray("ns/a/ns/..") << QByteArray() << false;
    QTest::newRow("too deep") << QByteArray("ns/a/ns/b/ns/c/ns/d/ns/e/ns/f/ns/g/ns/h") << QByteArray() << false;
}

void TestNamespacePath::directoryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(bool, ok);
    const auto read = NamespacePath::fromDirectoryForm(text.toStdString());
    QCOMPARE(read.has_value(), ok);
    if (read)
        QCOMPARE(QByteArray::fromStdString(read->toString()), path);
}

void TestNamespacePath::parts()
{
    const NamespacePath deep = path("a/bc/d");
    QCOMPARE(deep.name(), std::string_view("d"));
    QCOMPARE(deep.parent(), path("a/bc"));
    QCOMPARE(path("a").parent(), NamespacePath());
    QCOMPARE(NamespacePath().parent(), NamespacePath());
    QVERIFY(NamespacePath().isRoot() && NamespacePath().name().empty() && NamespacePath().components().empty());
    QCOMPARE(deep.components(), (std::vector<std::string_view>{"a", "bc", "d"}));
    QCOMPARE(deep.directoryForm(), std::string("ns/a/ns/bc/ns/d"));
    QCOMPARE(NamespacePath().directoryForm(), std::string());
    QCOMPARE(deep.parent().child("d").value(), deep);
}

void TestNamespacePath::creatingIsStricter()
{
    const std::string longest(32, 'x');
    const std::string longer(33, 'x');
    QVERIFY(NamespacePath().newChild(longest));
    QVERIFY(NamespacePath().child(longer));
    const auto refused = NamespacePath().newChild(longer);
    QVERIFY(!refused);
    QCOMPARE(refused.error().id, MessageId::NameTooLong);
    QCOMPARE(refused.error().args, (std::vector<std::string>{longer, "33", "32"}));
    QVERIFY(!NamespacePath().newChild(""));
    QVERIFY(!path("a/b/c/d/e/f/g").newChild("h"));
}

void TestNamespacePath::contains()
{
    QVERIFY(NamespacePath().contains(path("a")));
    QVERIFY(path("a").contains(path("a")));
    QVERIFY(path("a").contains(path("a/b")));
    QVERIFY(!path("a").contains(path("ab")));
    QVERIFY(!path("a").contains(path("a-b")));
    QVERIFY(!path("a/b").contains(path("a")));
    QVERIFY(!path("a").contains(NamespacePath()));
}

void TestNamespacePath::order()
{
    const std::vector<NamespacePath> sorted{NamespacePath(), path("B"),   path("a"),   path("a/b"),
                                            path("a/b/c"),   path("a-b"), path("a.b"), path("b")};
    std::vector<NamespacePath> shuffled(sorted.rbegin(), sorted.rend());
    std::ranges::sort(shuffled);
    QVERIFY(shuffled == sorted);
}

QTEST_GUILESS_MAIN(TestNamespacePath)

#include "tst_namespacepath.moc"
