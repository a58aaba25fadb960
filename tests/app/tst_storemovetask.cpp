// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storemovedialog.h"
#include "app/storemovetask.h"
#include "app/synccopy.h"
#include "core/service/localservice.h"
#include "support/movebench.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace espalier;
using namespace espalier::test;

/// A move to another datastore in the window: nothing happens before it is agreed to, and the dialog that asks says what goes.
class TestStoreMoveTask : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<SyncBench>();
        const SnapshotWriter source(*m_bench, SyncBench::sourceRoot);
        source.group("a", "vm/100");
        source.snapshot("a", "vm/100", "2026-01-01T00:00:00Z", {"one", "two"});
        source.snapshot("a", "vm/100", "2026-01-02T00:00:00Z", {"one", "three"});
        m_task = std::make_unique<Task>(QStringLiteral("move"));
    }
    void cleanup()
    {
        m_move.reset();
        m_task.reset();
        m_bench.reset();
    }

    void moves()
    {
        begin();
        const QSignalSpy finished(m_move.get(), &StoreMoveTask::finished);
        connect(m_move.get(), &StoreMoveTask::agreementWanted, m_move.get(), &StoreMoveTask::agree);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(m_task->state() == Task::State::Finished, qPrintable(m_task->summary()));
        QVERIFY(wholeSnapshots(*m_bench->files, SyncBench::sourceRoot).empty());
        QCOMPARE(wholeSnapshots(*m_bench->files, SyncBench::targetRoot).size(), 2U);
        QVERIFY(m_task->logLines().join(u'\n').contains(QStringLiteral("2026-01-02")));
    }

    void nothingHappensUnasked()
    {
        const Rows before = m_bench->rows(SyncBench::sourceRoot);
        begin();
        const QSignalSpy finished(m_move.get(), &StoreMoveTask::finished);
        const QSignalSpy asked(m_move.get(), &StoreMoveTask::agreementWanted);
        QTRY_COMPARE(asked.size(), 1);
        m_task->requestStop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Stopped);
        QCOMPARE(difference(before, m_bench->rows(SyncBench::sourceRoot)), "");
        QVERIFY(wholeSnapshots(*m_bench->files, SyncBench::targetRoot).empty());
    }

    void failureIsTold()
    {
        begin(groupMove("vm/7"));
        const QSignalSpy finished(m_move.get(), &StoreMoveTask::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Failed);
        QVERIFY(m_task->summary().contains(QStringLiteral("vm/7")));
    }

    /// The number is typed where a group loses its last snapshot.
    void dialogWantsTheNumber()
    {
        const StoreMoveDialog dialog(QStringLiteral("here"), QStringLiteral("there"), plan());
        auto *agree = dialog.findChild<QPushButton *>(QStringLiteral("agree"));
        auto *number = dialog.findChild<QLineEdit *>(QStringLiteral("number"));
        QVERIFY(agree && number);
        QVERIFY(!agree->isEnabled() && !agree->isDefault());
        number->setText(QStringLiteral("1"));
        QVERIFY(!agree->isEnabled());
        number->setText(QStringLiteral("2"));
        QVERIFY(agree->isEnabled());
        const auto *list = dialog.findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("vm/100"));
        QCOMPARE(list->topLevelItem(0)->text(4), QStringLiteral("2"));
    }

    void dialogKeepsRefusedBack()
    {
        m_bench->files->removeTree(std::string(SyncBench::sourceRoot) + "/ns/a/vm/100/2026-01-02T00:00:00Z/index.json.blob");
        const StoreMoveDialog dialog(QStringLiteral("here"), QStringLiteral("there"), plan());
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("agree"))->isEnabled());
        QVERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("number")));
        QVERIFY(!dialog.findChild<QTreeWidget *>()->topLevelItem(0)->text(8).isEmpty());
    }

    /// Groups keep their names, namespaces come below.
    void parts()
    {
        const auto found = moveParts({.groups = {{ns("a"), group("vm/1")}}, .namespaces = {ns("x/y")}}, ns("b"));
        QCOMPARE(found->size(), 2U);
        QVERIFY(found->at(0).from == ns("a") && found->at(0).to == ns("b") && found->at(0).group == group("vm/1"));
        QVERIFY(found->at(1).from == ns("x/y") && found->at(1).to == ns("b/y") && !found->at(1).group);
        QVERIFY(!moveParts({.groups = {}, .namespaces = {ns("x")}}, ns("1/2/3/4/5/6/7")));
    }

private:
    std::shared_ptr<StoreService> serviceFor(const Place &place) const
    {
        return std::make_shared<LocalService>(m_bench->files, place, SessionOptions{.pbsRoot = "/", .stateHome = "/home/state"});
    }

    StoreMovePlan plan() const
    {
        return planStoreMove(SyncBench::tree(m_bench->session(SyncBench::sourceRoot)), Tree(), groupMove("vm/100", "a", "b")).value();
    }

    void begin(const StoreMove &what = groupMove("vm/100", "a", "b"))
    {
        m_move = std::make_unique<StoreMoveTask>(
            StoreMoveWish{.source = Place::fromString(SyncBench::sourceRoot).value(),
                          .target = Place::fromString(SyncBench::targetRoot).value(),
                          .parts = what},
            [this](const Place &place) { return serviceFor(place); }, m_task.get());
        m_move->start();
    }

    std::unique_ptr<SyncBench> m_bench;
    std::unique_ptr<Task> m_task;
    std::unique_ptr<StoreMoveTask> m_move;
};

QTEST_MAIN(TestStoreMoveTask)

#include "tst_storemovetask.moc"
