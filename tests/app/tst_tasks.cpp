// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakebackend.h"

#include "app/runcontroller.h"
#include "app/tasklist.h"
#include "app/taskspane.h"

#include <QAbstractItemModelTester>
#include <QAbstractButton>
#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

class TestTasks : public QObject
{
    Q_OBJECT

    static void loadNow(const FakeStore &fake)
    {
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready);
    }

private slots:
    void rateAndTimeLeft()
    {
        qint64 now = 1000;
        Task task(QStringLiteral("Move 5,000 groups"), [&now] { return now; });
        task.setProgress(10, 5000);
        QVERIFY(!task.rate()); // too early to tell
        now += 2000;
        task.setProgress(1000, 5000);
        QCOMPARE(task.rate(), 500.0);
        QCOMPARE(task.secondsLeft(), 8);
        QVERIFY(task.progressText().contains(QStringLiteral("500")));
        now += 8000;
        task.finish(Task::State::Finished, QStringLiteral("Moved 5,000 groups."));
        now += 100'000;
        QVERIFY(!task.secondsLeft());
        QCOMPARE(task.progressText(), QStringLiteral("Moved 5,000 groups."));
    }

    void stopsOnce()
    {
        Task task(QStringLiteral("Move"));
        QSignalSpy stop(&task, &Task::stopRequested);
        task.requestStop();
        task.requestStop();
        QCOMPARE(stop.size(), 1);
        QCOMPARE(task.state(), Task::State::Stopping);
        task.finish(Task::State::Stopped, QString());
        QVERIFY(task.isOver());
        task.finish(Task::State::Failed, QString());
        QCOMPARE(task.state(), Task::State::Stopped);
    }

    void logHasALimit()
    {
        Task task(QStringLiteral("Move"));
        for (qsizetype i = 0; i < Task::logLimit + 10; ++i)
            task.log(Task::LogLevel::Info, QString::number(i));
        QCOMPARE(task.logLines().size(), Task::logLimit);
        QVERIFY(task.logLines().first().endsWith(QStringLiteral(" 10")));
    }

    void listForgetsOldFinishedTasksOnly()
    {
        TaskList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Task *running = list.add(std::make_unique<Task>(QStringLiteral("running")));
        for (std::size_t i = 0; i < TaskList::finishedLimit + 5; ++i)
            list.add(std::make_unique<Task>(QString::number(i)))->finish(Task::State::Finished, QString());
        QCOMPARE(list.rowCount(), int(TaskList::finishedLimit) + 1);
        QCOMPARE(list.newestRunning(), running);
        list.clearFinished();
        QCOMPARE(list.rowCount(), 1);
    }

    void paneShowsAndExportsTheLog()
    {
        TaskList list;
        TasksPane pane;
        pane.setTasks(&list);
        Task *task = list.add(std::make_unique<Task>(QStringLiteral("Move")));
        QCOMPARE(pane.currentTask(), task);
        task->log(Task::LogLevel::Info, QStringLiteral("done: Move vm/100 from the root to a"));
        task->log(Task::LogLevel::Error, QStringLiteral("failed: vm/101"));
        const QString shown = pane.findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.contains(QStringLiteral("vm/101")));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.log")));
        QCOMPARE(writeLog(*task, file.fileName()), QString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), shown + QLatin1Char('\n'));
        QVERIFY(!writeLog(*task, folder.filePath(QStringLiteral("no/such/folder"))).isEmpty());
        task->finish(Task::State::Finished, QStringLiteral("x"));
        list.clearFinished();
        QVERIFY(!pane.currentTask());
    }

    void aRunIsATask()
    {
        FakeStore fake;
        loadNow(fake);
        TaskList list;
        QWidget window;
        RunController runs(&list, &window);
        QSignalSpy finished(&runs, &RunController::finished);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        fake.backend->isGated = true;
        runs.apply(fake.store.get());
        Task *task = list.newestRunning();
        QVERIFY(task);
        QVERIFY(task->title().contains(QStringLiteral("alpha")));
        QVERIFY(task->title().contains(QStringLiteral("1")));
        QVERIFY(runs.isRunning(fake.store.get()));
        runs.apply(fake.store.get()); // a second time changes nothing
        QCOMPARE(fake.backend->executed.size(), std::size_t(1));

        emit fake.backend->runProgress({1, 4, "vm/101"});
        QCOMPARE(task->done(), 1);
        task->requestStop();
        QVERIFY(fake.backend->stopAsked);

        fake.backend->release();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!runs.isRunning(fake.store.get()));
        QCOMPARE(task->state(), Task::State::Finished);
        QVERIFY(task->logLines().join(QString()).contains(QStringLiteral("vm/101")));
        QVERIFY(fake.store->changes().empty());
    }

    void aFailureIsLoggedAndTheRestStaysPending()
    {
        FakeStore fake;
        loadNow(fake);
        TaskList list;
        QWidget window;
        RunController runs(&list, &window);
        QSignalSpy finished(&runs, &RunController::finished);
        fake.store->stageMoves({{{ns(""), group("ct/200")}, {ns(""), group("vm/101")}}}, ns("a"));
        fake.backend->stepError = Error{Error::Kind::Busy, MessageId::GroupBusy, {"vm/101", "backup of vm/101"}, 0};
        runs.apply(fake.store.get());
        QTRY_COMPARE(finished.size(), 1);
        Task *task = list.taskAt(list.index(0, 0));
        QCOMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->summary().contains(QStringLiteral("vm/101")));
        QCOMPARE(fake.store->changes().size(), std::size_t(1));
    }

    void closingAStoreEndsItsTask()
    {
        FakeStore fake;
        loadNow(fake);
        TaskList list;
        QWidget window;
        RunController runs(&list, &window);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        fake.backend->isGated = true;
        runs.apply(fake.store.get());
        fake.store.reset();
        QCOMPARE(list.runningCount(), 0);
    }

    void unseenServersAreAskedForEveryTime()
    {
        FakeStore fake;
        fake.backend->asksForUnseenServers = true;
        loadNow(fake);
        TaskList list;
        QWidget window;
        RunController runs(&list, &window);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        for (int i = 0; i < 2; ++i) {
            runs.apply(fake.store.get());
            auto *box = window.findChild<QMessageBox *>(QStringLiteral("unseenServers"));
            QVERIFY(box);
            QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
            QVERIFY(fake.backend->executed.empty());
            if (i == 0) {
                box->button(QMessageBox::Cancel)->click();
                QTRY_VERIFY(!window.findChild<QMessageBox *>(QStringLiteral("unseenServers")));
                QVERIFY(fake.backend->executed.empty());
            } else {
                for (QAbstractButton *button : box->buttons()) {
                    if (box->buttonRole(button) == QMessageBox::AcceptRole)
                        button->click();
                }
                QCOMPARE(fake.backend->executed.size(), std::size_t(1));
            }
        }
    }

    void whatWasAskedForIsWhatIsDone()
    {
        FakeStore fake;
        fake.backend->asksForUnseenServers = true;
        loadNow(fake);
        TaskList list;
        QWidget window;
        RunController runs(&list, &window);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        runs.apply(fake.store.get());
        fake.store->stageMoves({{{ns(""), group("ct/200")}}}, ns("a")); // another change comes while the question stands
        auto *box = window.findChild<QMessageBox *>(QStringLiteral("unseenServers"));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QVERIFY(fake.backend->executed.empty());
    }
};

QTEST_MAIN(TestTasks)
#include "tst_tasks.moc"
