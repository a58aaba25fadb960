// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "treebackend.h"

#include "app/formats.h"
#include "app/overlapsmodel.h"
#include "app/overlapspane.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace espalier;
using namespace espalier::test;

namespace {

/// vm/100 in three namespaces, ct/5 in two, vm/7 only once.
Tree sample()
{
    return TreeBuilder()
        .add("", makeGroup("vm/100", 3, "a@pbs", "Web server"))
        .add("a", makeGroup("vm/100", 2, "b@pbs"))
        .add("b", makeGroup("vm/100", 1, "b@pbs"))
        .add("a", makeGroup("ct/5", 1))
        .add("b", makeGroup("ct/5", 1))
        .add("a", makeGroup("vm/7", 1))
        .build();
}

/// Names as from a disk: those of vm/100 differ.
std::vector<Overlap> withNames(const Tree &tree)
{
    std::vector<Overlap> overlaps = findOverlaps(tree);
    for (Overlap &overlap : overlaps) {
        for (Occurrence &occurrence : overlap.occurrences)
            occurrence.guestNames = {overlap.id == group("ct/5") ? "wiki" : occurrence.ns.isRoot() ? "web" : "dns"};
    }
    return overlaps;
}

struct Pane
{
    explicit Pane(bool isShown = true) : fake(sample())
    {
        fake.backend->overlapsOf = withNames;
        fake.store->load();
        [this] { QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready); }();
        if (isShown)
            pane.show();
        pane.setStore(fake.store.get());
    }

    void load()
    {
        [this] { QTRY_VERIFY(!pane.isReading()); }();
    }

    template<typename T>
    T *child(const char *name) const
    {
        return pane.findChild<T *>(QLatin1String(name));
    }

    QString summary() const { return child<QLabel>("summaryLabel")->text(); }
    QTreeView *list() const { return child<QTreeView>("list"); }

    TestStore fake;
    OverlapsPane pane;
};

QString rowText(const QModelIndex &index)
{
    QStringList texts;
    for (int column = 0; column < OverlapsModel::ColumnCount; ++column)
        texts << index.siblingAtColumn(column).data().toString();
    return texts.join(u'|');
}

const std::vector<GroupPlace> both{{ns("a"), group("vm/100")}, {ns("b"), group("ct/5")}};

} // namespace

/// The pane of guests that occur several times, and its model.
class TestOverlapsPane : public QObject
{
    Q_OBJECT

private slots:
    void rows()
    {
        OverlapsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.show(withNames(sample()));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex machine = model.index(1, 0);
        QCOMPARE(rowText(model.index(0, 0)), QStringLiteral("ct/5|wiki||||"));
        QCOMPARE(rowText(machine), QStringLiteral("vm/100|web, dns|different owners|||"));
        QCOMPARE(model.rowCount(machine), 3);
        QCOMPARE(rowText(model.index(0, 0, machine)),
                 QStringLiteral("Root|web|a@pbs|3|%1|Web server").arg(dateText(snapshotTime("2025-01-03T00:00:00Z").epoch())));
        QCOMPARE(rowText(model.index(1, 0, machine)),
                 QStringLiteral("a|dns|b@pbs|2|%1|").arg(dateText(snapshotTime("2025-01-02T00:00:00Z").epoch())));
        QVERIFY(!machine.siblingAtColumn(OverlapsModel::Name).data(Qt::DecorationRole).isNull());
        QVERIFY(model.index(0, OverlapsModel::Name).data(Qt::DecorationRole).isNull());
        QVERIFY(!machine.flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.indexOf({ns("b"), group("vm/100")}), model.index(2, 0, machine));
        QVERIFY(!model.indexOf({ns("a"), group("vm/7")}).isValid());
        QVERIFY(!model.indexOf({ns("x"), group("vm/100")}).isValid());
        QCOMPARE(model.index(1, 0, machine).data(Qt::AccessibleTextRole).toString(), QStringLiteral("vm/100 in a"));
    }

    void pendingMoves()
    {
        Pane p;
        p.load();
        const QModelIndex row = p.pane.model().indexOf({ns("a"), group("vm/100")});
        p.fake.store->stageMoves({{{ns("a"), group("vm/100")}}}, ns("c"));
        QCOMPARE(row.data().toString(), QStringLiteral("a → c"));
        p.fake.store->undoStack()->undo();
        QCOMPARE(row.data().toString(), QStringLiteral("a"));
    }

    void readsOnlyWhileShown()
    {
        Pane p(false);
        QVERIFY(p.fake.backend->overlapSearches.empty());
        p.pane.show();
        QCOMPARE(p.fake.backend->overlapSearches, std::vector{OverlapSearch::SeveralNamespaces});
        p.load();
        QCOMPARE(p.pane.model().rowCount(), 2);
        p.pane.hide();
        p.fake.store->load();
        QTRY_COMPARE(p.fake.store->loadState(), OpenStore::LoadState::Ready);
        QCOMPARE(p.fake.backend->overlapSearches.size(), std::size_t{1});
        p.pane.show();
        QCOMPARE(p.fake.backend->overlapSearches.size(), std::size_t{2});
    }

    void followsTheTree()
    {
        Pane p;
        p.load();
        p.fake.backend->tree = p.fake.backend->tree.withoutGroup(ns("a"), group("ct/5"));
        p.fake.store->load();
        QTRY_COMPARE(p.pane.model().rowCount(), 1);
        p.fake.backend->tree = Tree();
        p.fake.store->load();
        QTRY_COMPARE(p.pane.model().rowCount(), 0);
        QVERIFY2(p.summary().startsWith(QStringLiteral("No guest id occurs in several namespaces of alpha")), qPrintable(p.summary()));
        p.pane.setStore(nullptr);
        QCOMPARE(p.summary(), QStringLiteral("No datastore is open."));
        QVERIFY(!p.child<QCheckBox>("everyGroupBox")->isEnabled());
    }

    void answersThatComeLate()
    {
        Pane p;
        p.load();
        p.fake.backend->holdAnswers = true;
        p.child<QCheckBox>("everyGroupBox")->click();
        p.child<QCheckBox>("everyGroupBox")->click();
        QCOMPARE(p.fake.backend->overlapSearches.at(1), OverlapSearch::EveryGroup);
        QCOMPARE(p.fake.backend->held.size(), std::size_t{2});
        QSignalSpy reset(&p.pane.model(), &QAbstractItemModel::modelReset);
        p.fake.backend->held[0](); // nobody waits for it any more
        QCoreApplication::processEvents();
        QVERIFY(reset.isEmpty() && p.pane.isReading());
        p.fake.backend->held[1]();
        p.load();
        QCOMPARE(reset.size(), 1);
        p.pane.setStore(nullptr);
        QCOMPARE(p.pane.model().rowCount(), 0);
    }

    void saysThatItReads()
    {
        Pane p(false);
        p.fake.backend->holdAnswers = true;
        p.pane.show();
        QCOMPARE(p.summary(), QStringLiteral("Reading the guests' names…"));
        p.fake.backend->held[0]();
        p.load();
        QVERIFY2(p.summary().startsWith(QStringLiteral("alpha: 2 guest id")), qPrintable(p.summary()));
    }

    void saysWhatFailed()
    {
        Pane p(false);
        p.fake.backend->overlapsError = Error{Error::Kind::NotFound, MessageId::StoreNotFound, {"/mnt/alpha"}, 0};
        p.pane.show();
        p.load();
        QVERIFY2(p.summary().contains(QStringLiteral("/mnt/alpha")), qPrintable(p.summary()));
        QCOMPARE(p.pane.model().rowCount(), 0);
    }

    void movesWhatIsSelected()
    {
        Pane p;
        p.load();
        auto *button = p.child<QPushButton>("moveButton");
        QVERIFY(!button->isEnabled());
        QSignalSpy moved(&p.pane, &OverlapsPane::moveRequested);
        p.pane.selectGroups(both);
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(moved.size(), 1);
        auto groups = moved.at(0).at(1).value<std::vector<GroupPlace>>();
        std::ranges::sort(groups);
        QVERIFY(groups == both);
        QCOMPARE(moved.at(0).at(0).value<OpenStore *>(), p.fake.store.get());
        p.list()->selectAll();
        button->click();
        QCOMPARE(moved.at(1).at(1).value<std::vector<GroupPlace>>().size(), std::size_t{5}); // no rows of ids among them
        p.list()->clearSelection();
        QVERIFY(!button->isEnabled());
    }

    void tellsWhereAPersonGoes()
    {
        Pane p;
        p.load();
        QSignalSpy current(&p.pane, &OverlapsPane::currentGroupChanged);
        QSignalSpy revealed(&p.pane, &OverlapsPane::revealRequested);
        p.list()->setCurrentIndex(p.pane.model().indexOf(both[0]));
        QCOMPARE(current.size(), 1);
        QVERIFY(current.at(0).at(0).value<ItemRef>() == groupItem(p.fake.store.get(), both[0].first, both[0].second));
        p.list()->setCurrentIndex(p.pane.model().index(0, 0));
        QCOMPARE(current.size(), 1);
        QVERIFY(!p.child<QPushButton>("revealButton")->isEnabled());
        p.list()->setCurrentIndex(p.pane.model().indexOf(both[1]));
        p.child<QPushButton>("revealButton")->click();
        QCOMPARE(revealed.size(), 1);
        QVERIFY(revealed.at(0).at(0).value<ItemRef>() == groupItem(p.fake.store.get(), both[1].first, both[1].second));
    }

    /// The tree is read again behind a person's back: what is selected stays, and the main tree is left alone.
    void selectionSurvivesReading()
    {
        Pane p;
        p.load();
        p.pane.selectGroups(both);
        QSignalSpy current(&p.pane, &OverlapsPane::currentGroupChanged);
        QSignalSpy reset(&p.pane.model(), &QAbstractItemModel::modelReset);
        p.fake.store->load();
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(p.list()->selectionModel()->selectedRows().size(), 2);
        QVERIFY(p.list()->isExpanded(p.pane.model().index(0, 0)));
        QVERIFY(current.isEmpty());
        QVERIFY(p.child<QPushButton>("moveButton")->isEnabled());
    }
};

QTEST_MAIN(TestOverlapsPane)
#include "tst_overlapspane.moc"
