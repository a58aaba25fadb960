// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunecalendar.h"
#include "app/prunelistmodel.h"
#include "app/simulatordialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace espalier;

namespace {

SimulationQuestion question(const QString &rhythms, const KeepOptions &keep)
{
    return {.rhythms = rhythms, .times = {}, .from = QStringLiteral("2026-01-01"), .until = QStringLiteral("2026-03-10"), .keep = keep};
}

} // namespace

class TestSimulatorDialog : public QObject
{
    Q_OBJECT

private slots:
    void rhythmsAndTimes()
    {
        SimulationQuestion asked = question(QStringLiteral("daily\n\n  sun 14:00 "), {.last = 2});
        asked.times = QStringLiteral("2026-03-09 12:00\r\n2026-03-09T12:00:00Z\n");
        const SimulationAnswer answer = simulate(asked);
        QVERIFY2(answer.shown, qPrintable(answer.problem));
        QCOMPARE(answer.shown->plan.totals.snapshots(), 69U + 10U + 1U);
        QCOMPARE(answer.shown->plan.totals.removed, 78U);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("rhythms");
        QTest::addColumn<QString>("times");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("words");

        const QString from = QStringLiteral("2026-01-01");
        QTest::newRow("a schedule") << QStringLiteral("dayly") << QString() << from << QStringLiteral("dayly");
        QTest::newRow("a time") << QString() << QStringLiteral("2026-02-30") << from << QStringLiteral("2026-02-30");
        QTest::newRow("the beginning") << QStringLiteral("daily") << QString() << QStringLiteral("soon") << QStringLiteral("soon");
        QTest::newRow("too many") << QStringLiteral("*:*:*") << QString() << from << QStringLiteral("2026-01-12");
    }
    void problems()
    {
        QFETCH(QString, rhythms);
        QFETCH(QString, times);
        QFETCH(QString, from);
        QFETCH(QString, words);
        SimulationQuestion asked = question({}, {.last = 2});
        asked.rhythms = rhythms;
        asked.times = times;
        asked.from = from;
        const SimulationAnswer answer = simulate(asked);
        QVERIFY(!answer.shown);
        QVERIFY2(answer.problem.contains(words), qPrintable(answer.problem));
    }

    void theCalendar()
    {
        PruneCalendar calendar;
        calendar.resize(700, 400);
        calendar.setShown(simulate(question(QStringLiteral("daily"), {.last = 1, .daily = 2, .monthly = 2})).shown);
        calendar.show();
        QCOMPARE(calendar.firstDay(), QDate(2026, 1, 1));
        QCOMPARE(calendar.lastDay(), QDate(2026, 3, 10));
        QCOMPARE(calendar.currentDay(), QDate(2026, 3, 10));
        QCOMPARE(calendar.letter(QDate(2026, 3, 10)), u'L');
        QCOMPARE(calendar.letter(QDate(2026, 3, 8)), u'D');
        QCOMPARE(calendar.letter(QDate(2026, 3, 7)), u'x');
        QCOMPARE(calendar.letter(QDate(2026, 2, 28)), u'M');
        QVERIFY(calendar.letter(QDate(2026, 3, 11)).isNull());
    }

    void keysInTheCalendar_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QDate>("day");

        QTest::newRow("left") << int(Qt::Key_Left) << QDate(2026, 2, 10);
        QTest::newRow("right") << int(Qt::Key_Right) << QDate(2026, 2, 12);
        QTest::newRow("up") << int(Qt::Key_Up) << QDate(2026, 2, 4);
        QTest::newRow("down") << int(Qt::Key_Down) << QDate(2026, 2, 18);
        QTest::newRow("a month back") << int(Qt::Key_PageUp) << QDate(2026, 1, 11);
        QTest::newRow("not beyond the end") << int(Qt::Key_PageDown) << QDate(2026, 3, 10);
        QTest::newRow("first") << int(Qt::Key_Home) << QDate(2026, 1, 1);
        QTest::newRow("last") << int(Qt::Key_End) << QDate(2026, 3, 10);
    }
    void keysInTheCalendar()
    {
        QFETCH(int, key);
        PruneCalendar calendar;
        calendar.resize(300, 150);
        calendar.setShown(simulate(question(QStringLiteral("daily"), {.last = 1})).shown);
        calendar.show();
        calendar.setCurrentDay(QDate(2026, 2, 11));
        QTest::keyClick(&calendar, Qt::Key(key));
        QTEST(calendar.currentDay(), "day");
        QVERIFY(calendar.viewport()->rect().intersects(calendar.dayRect(calendar.currentDay())));
        QVERIFY(calendar.accessibleDescription().contains(calendar.currentDay().toString(Qt::ISODate)));
        const QDate clicked = calendar.currentDay().addDays(calendar.currentDay().day() > 2 ? -1 : 1);
        QTest::mouseClick(calendar.viewport(), Qt::LeftButton, {}, calendar.dayRect(clicked).center());
        QCOMPARE(calendar.currentDay(), clicked);
    }

    void anEmptyCalendar()
    {
        PruneCalendar calendar;
        calendar.setShown(nullptr);
        QTest::keyClick(&calendar, Qt::Key_Down);
        calendar.grab();
        QVERIFY(!calendar.currentDay().isValid());
    }

    void theWindow()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("state")));
        SimulatorDialog dialog(&settings);
        QTRY_VERIFY(!dialog.isWorking());
        QVERIFY(dialog.answer().shown); // begins with something to look at
        dialog.findChild<QLineEdit *>(QStringLiteral("fromEdit"))->setText(QStringLiteral("2026-01-01"));
        dialog.findChild<QLineEdit *>(QStringLiteral("untilEdit"))->setText(QStringLiteral("2026-01-10"));
        dialog.findChild<QComboBox *>(QStringLiteral("zoneCombo"))->setCurrentText(QStringLiteral("UTC"));
        dialog.setKeep({.last = 4});
        const auto *result = dialog.findChild<QLabel *>(QStringLiteral("resultLabel"));
        QTRY_VERIFY2(result->text().contains(QStringLiteral("4 backup")) && result->text().contains(QStringLiteral("6 backup")),
                     qPrintable(result->text()));
        auto *list = dialog.findChild<PruneListModel *>();
        dialog.findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
        QCOMPARE(list->rowCount(), 10);
        QCOMPARE(list->index(0, PruneListModel::SnapshotColumn).data().toString(), QStringLiteral("2026-01-10 00:00:00"));
        dialog.findChild<QPlainTextEdit *>(QStringLiteral("rhythmEdit"))->setPlainText(QStringLiteral("dayly"));
        QTRY_VERIFY2(result->text().contains(QStringLiteral("dayly")), qPrintable(result->text()));
        QCOMPARE(list->rowCount(), 0);
    }
};

QTEST_MAIN(TestSimulatorDialog)
#include "tst_simulatordialog.moc"
