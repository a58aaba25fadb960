// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncmapping.h"
#include "treebackend.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

Tree treeOf(const QString &namespaces)
{
    TreeBuilder builder;
    builder.addNamespace("");
    const QStringList all = namespaces.split(u' ', Qt::SkipEmptyParts);
    for (const QString &each : all)
        builder.addNamespace(each.toStdString());
    return builder.build();
}

/// "a>x/a+" for each namespace; behind it what becomes of it: + new, ! without a parent, # too deep, - left out.
QString written(const SyncMapping &mapping)
{
    QStringList parts;
    for (const MappedNamespace &each : mapping.namespaces) {
        static constexpr const char *fates[] = {"", "+", "!", "#", "-"};
        parts << QStringLiteral("%1>%2%3").arg(QString::fromStdString(each.source.toString()),
                                               QString::fromStdString(each.target.toString()),
                                               QLatin1StringView(fates[std::size_t(each.fate)]));
    }
    return parts.join(u' ');
}

QString remarksOf(const SyncMapping &mapping)
{
    QStringList parts;
    for (const MappingRemark &each : mapping.remarks) {
        static constexpr const char *names[] = {"repeats", "below", "root"};
        parts << QStringLiteral("%1 %2 %3")
                     .arg(QLatin1StringView(names[std::size_t(each.what)]), QString::fromStdString(each.path.toString()),
                          QString::fromStdString(each.better.toString()));
    }
    return parts.join(u';');
}

} // namespace

class TestSyncMapping : public QObject
{
    Q_OBJECT

private slots:
    void mapping_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("into");
        QTest::addColumn<int>("depth"); // -1: full
        QTest::addColumn<QString>("mapped");
        QTest::addColumn<QString>("remarks");

        const auto row = [](const char *name, const char *source, const char *target, const char *from, const char *into, int depth,
                            const char *mapped, const char *remarks) {
            QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(target) << QString::fromLatin1(from)
                                << QString::fromLatin1(into) << depth << QString::fromLatin1(mapped) << QString::fromLatin1(remarks);
        };
        row("root to root", "a a/b", "", "", "", -1, "> a>a+ a/b>a/b+", "");
        row("what is there is not made", "a a/b", "a", "", "", -1, "> a>a a/b>a/b+", "");
        row("into a namespace", "a", "from", "", "from", -1, ">from a>from/a+", "");
        row("an anchor that is made", "a a/b", "", "a", "from", -1, "a>from+ a/b>from/b+", "");
        row("depth", "a a/b a/b/c", "", "", "", 1, "> a>a+ a/b>- a/b/c>-", "");
        row("depth 0", "a a/b", "x", "a", "x", 0, "a>x a/b>-", "");
        row("no parent", "a", "", "", "x/y", -1, ">x/y! a>x/y/a!", "");
        row("only what is below", "a a/b c", "x", "a", "x", -1, "a>x a/b>x/b+", "");
        row("too deep", "a a/b", "1 1/2 1/2/3 1/2/3/4 1/2/3/4/5 1/2/3/4/5/6", "", "1/2/3/4/5/6", -1, ">1/2/3/4/5/6 a>1/2/3/4/5/6/a+ a/b>#",
            "");
        row("a level twice", "a", "a", "", "a", -1, ">a a>a/a+", "repeats a/a ");
        row("twice at the source already", "a a/a", "x", "a", "x", -1, "a>x a/a>x/a+", "");
        row("the same name below", "prod", "from from/prod", "prod", "from", -1, "prod>from", "below from/prod from/prod");
        row("that name itself", "prod", "prod", "prod", "prod", -1, "prod>prod", "");
        row("into the root", "clients", "", "clients", "", -1, "clients>", "root  clients");
        row("no such source", "a", "", "b", "", -1, "", "");
    }
    void mapping()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QString, from);
        QFETCH(QString, into);
        QFETCH(int, depth);
        SyncOptions options{.source = ns(from.toStdString()), .target = ns(into.toStdString())};
        if (depth >= 0)
            options.maxDepth = depth;
        const SyncMapping mapping = mapNamespaces(treeOf(source), treeOf(target), options);
        QTEST(written(mapping), "mapped");
        QTEST(remarksOf(mapping), "remarks");
        QCOMPARE(mapping.hasSource, !mapping.namespaces.empty());
    }

    void depths()
    {
        QCOMPARE(largestSyncDepth(ns(""), ns("")), 7);
        QCOMPARE(largestSyncDepth(ns("a/b"), ns("")), 5);
        QCOMPARE(largestSyncDepth(ns("a"), ns("a/b/c")), 4);
        QCOMPARE(largestSyncDepth(ns("1/2/3/4/5/6/7"), ns("")), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncMapping)
#include "tst_syncmapping.moc"
