// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunematrix.h"
#include "app/prunewords.h"
#include "treebackend.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

std::shared_ptr<ShownPrune> shownOf(const Tree &tree, const KeepOptions &options)
{
    auto shown = std::make_shared<ShownPrune>();
    shown->plan = planPrune(tree, {}, options, shown->zone);
    return shown;
}

/// Forty days from 2025-01-01 on in the root, with a protected and an unfinished one; three in a namespace.
Tree someTree()
{
    auto group = makeGroup("vm/100", 40);
    group->snapshots[5].isProtected = true;
    group->snapshots[39].finished = false;
    return TreeBuilder().add("", group).add("a", makeGroup("ct/200", 3)).build();
}

QString lettersOf(const PruneCells &cells, int row)
{
    QString letters;
    for (int column = 0; column < cells.columns(); ++column) {
        const PruneCell *cell = cells.rows().at(std::size_t(row)).cell(column);
        letters += cell ? pruneLetter(cell->symbol) : u'.';
    }
    return letters;
}

} // namespace

class TestPruneMatrix : public QObject
{
    Q_OBJECT

private slots:
    void letters()
    {
        const PruneCells cells(shownOf(someTree(), {.last = 2, .daily = 3, .monthly = 2}), PeriodStep::Day, false);
        QCOMPARE(cells.rows().size(), 4U); // two headings, two groups
        QVERIFY(!cells.rows()[0].group && cells.rows()[1].group);
        QCOMPARE(cells.columns(), 40);
        QCOMPARE(lettersOf(cells, 1), QStringLiteral("uLLDDDxxxMxxxxxxxxxxxxxxxxxxxxxxxxPxxxxx"));
        QCOMPARE(lettersOf(cells, 3), QString(37, u'.') + QStringLiteral("LLD"));
    }

    void periods_data()
    {
        QTest::addColumn<PeriodStep>("step");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("newest");
        QTest::addColumn<QString>("oldest");

        QTest::newRow("days") << PeriodStep::Day << 40 << QStringLiteral("2025-02-09") << QStringLiteral("2025-01-01");
        QTest::newRow("weeks") << PeriodStep::Week << 6 << QStringLiteral("2025-W06") << QStringLiteral("2025-W01");
        QTest::newRow("months") << PeriodStep::Month << 2 << QStringLiteral("2025-02") << QStringLiteral("2025-01");
        QTest::newRow("years") << PeriodStep::Year << 1 << QStringLiteral("2025") << QStringLiteral("2025");
    }
    void periods()
    {
        QFETCH(PeriodStep, step);
        QFETCH(int, columns);
        const PruneCells cells(shownOf(someTree(), {.last = 2}), step, false);
        QCOMPARE(cells.columns(), columns);
        QTEST(cells.periodName(0), "newest");
        QTEST(cells.periodName(columns - 1), "oldest");
        std::size_t counted = 0;
        for (const PruneCell &cell : cells.rows().at(1).cells)
            counted += cell.count;
        QCOMPARE(counted, 40U);
    }

    void periodsAreNamedAsTheRulesCountThem_data()
    {
        QTest::addColumn<QString>("time");
        for (const char *time : {"2024-12-30T12:00:00Z", "2021-01-03T12:00:00Z", "2020-12-31T00:00:00Z", "1969-12-31T23:00:00Z",
                                 "1970-01-01T00:00:00Z", "2026-02-28T23:59:59Z"})
            QTest::newRow(time) << QString::fromLatin1(time);
    }
    void periodsAreNamedAsTheRulesCountThem()
    {
        QFETCH(QString, time);
        auto group = makeGroup("vm/1", 1);
        group->snapshots[0].time = snapshotTime(time.toStdString());
        const auto shown = shownOf(TreeBuilder().add("", group).build(), {});
        const std::pair<PeriodStep, KeepRule> steps[] = {{PeriodStep::Day, KeepRule::Daily},
                                                         {PeriodStep::Week, KeepRule::Weekly},
                                                         {PeriodStep::Month, KeepRule::Monthly},
                                                         {PeriodStep::Year, KeepRule::Yearly}};
        for (const auto &[step, rule] : steps)
            QCOMPARE(PruneCells(shown, step, false).periodName(0).toStdString(), periodName(rule, group->snapshots[0].time, TimeZone()));
    }

    void theStrongestOfACellIsShown()
    {
        const PruneCells cells(shownOf(someTree(), {.last = 2, .daily = 3, .monthly = 2}), PeriodStep::Month, false);
        QCOMPARE(lettersOf(cells, 1), QStringLiteral("LM"));
        QCOMPARE(cells.rows()[1].cell(1)->count, 31U);
    }

    void onlyDifferences()
    {
        const auto shown = shownOf(someTree(), {.last = 2});
        shown->differs = {{}, {false, true, false}};
        const PruneCells cells(shown, PeriodStep::Day, true);
        QCOMPARE(cells.rows().size(), 2U);
        QCOMPARE(cells.columns(), 3);
        QVERIFY(cells.rows()[1].cell(1)->differs && !cells.rows()[1].cell(0)->differs);
    }

    void nothing()
    {
        PruneMatrix matrix;
        matrix.setShown(shownOf(Tree(), {.last = 2}), false);
        QCOMPARE(matrix.currentRow(), -1);
        QTest::keyClick(&matrix, Qt::Key_Down);
        QTest::keyClick(&matrix, Qt::Key_End);
        matrix.grab();
    }

    void keys()
    {
        PruneMatrix matrix;
        matrix.resize(500, 140);
        matrix.setShown(shownOf(someTree(), {.last = 2, .daily = 3, .monthly = 2}), false);
        matrix.show();
        const QSignalSpy changed(&matrix, &PruneMatrix::currentChanged);
        const auto current = [&matrix] { return std::pair(matrix.currentRow(), matrix.currentColumn()); };
        QCOMPARE(current(), std::pair(1, 0));
        QTest::keyClick(&matrix, Qt::Key_Right);
        QCOMPARE(current(), std::pair(1, 1));
        QTest::keyClick(&matrix, Qt::Key_Down); // over the heading
        QCOMPARE(current(), std::pair(3, 1));
        QTest::keyClick(&matrix, Qt::Key_Down);
        QCOMPARE(current(), std::pair(3, 1));
        QTest::keyClick(&matrix, Qt::Key_End);
        QCOMPARE(current(), std::pair(3, 39));
        QVERIFY(matrix.viewport()->rect().contains(matrix.cellRect(3, 39)));
        QTest::keyClick(&matrix, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(1, 0));
        QTest::keyClick(&matrix, Qt::Key_PageDown);
        QCOMPARE(matrix.currentRow(), 3);
        QTest::keyClick(&matrix, Qt::Key_PageUp);
        QCOMPARE(matrix.currentRow(), 1);
        QCOMPARE(changed.size(), 7);
    }

    void thoseWhoHearItAreToldTheCurrentCell()
    {
        PruneMatrix matrix;
        matrix.setShown(shownOf(someTree(), {.last = 2, .daily = 3, .monthly = 2}), false);
        matrix.setCurrent(1, 3);
        const QString words = matrix.accessibleDescription();
        for (const char *expected : {"vm/100", "2025-02-06", "2025-02-06 00:00:00", "keep", "daily 1 of 3"})
            QVERIFY2(words.contains(QLatin1String(expected)), qPrintable(words));
        matrix.setCurrent(3, 0);
        QVERIFY(matrix.accessibleDescription().contains(QStringLiteral("no backup")));
    }

    void zoom()
    {
        PruneMatrix matrix;
        matrix.setShown(shownOf(someTree(), {.last = 2}), false);
        QTest::keyClick(&matrix, Qt::Key_Minus);
        QCOMPARE(matrix.step(), PeriodStep::Week);
        QTest::keyClick(&matrix, Qt::Key_Plus);
        QTest::keyClick(&matrix, Qt::Key_Plus);
        QCOMPARE(matrix.step(), PeriodStep::Day);
        QWheelEvent wheel(QPointF(300, 60), matrix.mapToGlobal(QPointF(300, 60)), {}, {0, -240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(matrix.viewport(), &wheel);
        QCOMPARE(matrix.step(), PeriodStep::Month);
    }

    void aClickChooses()
    {
        PruneMatrix matrix;
        matrix.resize(900, 300);
        matrix.setShown(shownOf(someTree(), {.last = 2}), false);
        matrix.show();
        QTest::mouseClick(matrix.viewport(), Qt::LeftButton, {}, matrix.cellRect(3, 2).center());
        QCOMPARE(matrix.currentRow(), 3);
        QCOMPARE(matrix.currentColumn(), 2);
    }

    void lettersCanBeReadOnTheirColours()
    {
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(0x20, 0x20, 0x24));
        dark.setColor(QPalette::Text, Qt::white);
        QPalette light;
        light.setColor(QPalette::Base, Qt::white);
        light.setColor(QPalette::Text, Qt::black);
        for (const QPalette &palette : {light, dark}) {
            for (std::size_t i = 0; i < pruneSymbolCount; ++i) {
                const QColor behind = pruneColour(PruneSymbol(i), palette);
                const double contrast = (lightness(palette.color(QPalette::Text)) + 0.05) / (lightness(behind) + 0.05);
                QVERIFY2(std::max(contrast, 1 / contrast) >= 4.5, qPrintable(behind.name()));
            }
        }
    }

private:
    /// As WCAG defines relative luminance.
    static double lightness(const QColor &colour)
    {
        const auto part
            = [](float value) { return value <= 0.04045F ? double(value) / 12.92 : std::pow((double(value) + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    }
};

QTEST_MAIN(TestPruneMatrix)
#include "tst_prunematrix.moc"
