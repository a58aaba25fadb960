// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakebackend.h"

#include "app/applystate.h"
#include "app/pendingmodel.h"
#include "app/pendingpane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace espalier;
using namespace espalier::test;

namespace {

void loadNow(const FakeStore &fake)
{
    fake.store->load();
    QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready);
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestPendingModel : public QObject
{
    Q_OBJECT

private slots:
    void followsThePlan()
    {
        const FakeStore fake;
        loadNow(fake);
        PendingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(fake.store.get());
        QCOMPARE(model.rowCount(), 0);
        fake.store->stageMoves({{{ns(""), group("vm/100")}, {ns(""), group("vm/101")}}}, ns("a"));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(column(model, PendingModel::ChangeColumn).join(QLatin1Char('\n')).contains(QStringLiteral("vm/101")));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        fake.store->removeChange(0);
        QCOMPARE(model.rowCount(), 1);
        fake.store->undoStack()->undo();
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(reset.isEmpty()); // the selection stays
        model.setStore(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void everyStepHasWordAndSentence()
    {
        const FakeStore fake;
        loadNow(fake);
        PendingModel model;
        model.setStore(fake.store.get());
        fake.store->stageMoves({{{ns(""), group("vm/100")}, {ns(""), group("vm/101")}}}, ns("a"));
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(!model.index(row, PendingModel::VerdictColumn).data().toString().isEmpty());
            QVERIFY(!model.index(row, PendingModel::VerdictColumn).data(Qt::DecorationRole).isNull());
            QVERIFY(!model.index(row, PendingModel::ReasonColumn).data().toString().isEmpty());
        }
    }

    void goesWithItsStore()
    {
        FakeStore fake;
        loadNow(fake);
        PendingModel model;
        model.setStore(fake.store.get());
        fake.store.reset();
        QVERIFY(!model.store());
        model.setStore(nullptr);
    }

    void applyNamesActAndNumber_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("create");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << 0 << false << QStringLiteral("Apply");
        QTest::newRow("one") << 1 << false << QStringLiteral("Move 1 group");
        QTest::newRow("two") << 2 << true << QStringLiteral("Move 2 group");
        QTest::newRow("only a namespace") << 0 << true << QStringLiteral("Create 1 namespace");
    }

    void applyNamesActAndNumber()
    {
        QFETCH(const int, groups);
        QFETCH(const bool, create);
        QFETCH(const QString, word);
        const FakeStore fake;
        loadNow(fake);
        if (create)
            fake.store->stageCreate(ns("new"));
        const std::vector<GroupPlace> all{{ns(""), group("vm/101")}, {ns(""), group("ct/200")}};
        fake.store->stageMoves({{all.begin(), all.begin() + groups}, {}}, ns("a"));
        const ApplyState state = applyState(fake.store.get(), false);
        QVERIFY2(state.buttonText.startsWith(word), qPrintable(state.buttonText));
        QCOMPARE(state.enabled, groups > 0 || create);
    }

    void applyIsDisabledWithAReason()
    {
        FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        QVERIFY(applyState(fake.store.get(), false).enabled);
        QVERIFY(!applyState(fake.store.get(), true).enabled); // a run is under way
        QVERIFY(!applyState(fake.store.get(), true).reason.isEmpty());

        fake.backend->activity.garbageCollection = true;
        fake.store->refreshState();
        QTRY_VERIFY(applyState(fake.store.get(), false).waits);
        QVERIFY(!applyState(fake.store.get(), false).enabled);
        QVERIFY(!applyState(fake.store.get(), false).reason.isEmpty());
        fake.backend->activity = {};
        fake.store->refreshState();
        QTRY_VERIFY(applyState(fake.store.get(), false).enabled);

        fake.store->stageMoves({{{ns(""), group("vm/100")}}}, ns("a")); // taken
        QVERIFY(!applyState(fake.store.get(), false).enabled);
        fake.backend->writable = false;
        fake.store->refreshState();
        QTRY_VERIFY(applyState(fake.store.get(), false).reason.contains(QStringLiteral("/mnt")));
    }

    void buttonsCure()
    {
        const FakeStore fake;
        loadNow(fake);
        PendingPane pane;
        pane.setStore(fake.store.get());
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("new"));
        auto *create = pane.findChild<QPushButton *>(QStringLiteral("createButton"));
        auto *foreign = pane.findChild<QPushButton *>(QStringLiteral("foreignButton"));
        QVERIFY(create->isHidden());
        pane.selectChange(0);
        QVERIFY(!create->isHidden());
        QVERIFY(foreign->isHidden());
        create->click();
        QCOMPARE(fake.store->changes().size(), std::size_t(2));
        QVERIFY(applyState(fake.store.get(), false).enabled);
        pane.selectChange(1);
        pane.findChild<QPushButton *>(QStringLiteral("removeButton"))->click();
        QCOMPARE(fake.store->changes().size(), std::size_t(1));
    }

    void worstFirst()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        fake.store->stageMoves({{{ns(""), group("vm/100")}}}, ns("a"));
        PendingPane pane;
        pane.setStore(fake.store.get());
        auto *list = pane.findChild<QTreeView *>(QStringLiteral("list"));
        const auto first = [list] { return list->model()->index(0, 0).data(PendingModel::LevelRole).toInt(); };
        QCOMPARE(first(), int(Verdict::Level::NeedsAttention));
        list->sortByColumn(PendingModel::ChangeColumn, Qt::DescendingOrder);
        QCOMPARE(first(), int(Verdict::Level::WillDo)); // by what is read there: vm/101 before vm/100

        pane.selectChange(1);
        auto *reason = pane.findChild<QLabel *>(QStringLiteral("reasonLabel"));
        QVERIFY2(!reason->isHidden() && reason->text().contains(QStringLiteral("vm/100")), qPrintable(reason->text()));
    }
};

QTEST_MAIN(TestPendingModel)
#include "tst_pendingmodel.moc"
