// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunecells.h"
#include "app/prunecellpainter.h"

#include <QAbstractScrollArea>

#include <memory>

namespace espalier {

/// Groups against time: each cell has the letter of the rule that keeps a snapshot of that period, or says that it is protected,
/// unfinished or removed. Newest on the left. Only what is visible is painted.
/// Arrows, Home, End, Page Up and Page Down move a current cell; + and -, or Ctrl and the wheel, choose the length of a period.
class PruneMatrix : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PruneMatrix(QWidget *parent = nullptr);

    void setShown(std::shared_ptr<const ShownPrune> shown, bool onlyDifferences); ///< Keeps step, place and current cell.
    PeriodStep step() const { return m_step; }
    void setStep(PeriodStep step);

    const PruneCells &cells() const { return m_cells; }
    int currentRow() const { return m_row; } ///< -1 where there is none.
    int currentColumn() const { return m_column; }
    void setCurrent(int row, int column);      ///< Into sight, too. Out of range: the nearest there is.
    QRect cellRect(int row, int column) const; ///< In the viewport.

    QSize sizeHint() const override { return {900, 420}; }

signals:
    void stepChanged(espalier::PeriodStep step);
    void currentChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    static QString staysTitle();
    static QString goesTitle();
    void rebuild();
    void updateSizes();
    void updateScrollBars();
    void describeCurrent();
    int nearestGroup(int row, int direction) const;
    std::pair<int, int> cellAt(QPoint at) const; ///< Row and column, -1 beside the cells.
    int pageRows() const;
    int firstRow() const; ///< That is visible.
    int endRow() const;
    void zoom(int steps); ///< More than 0: longer periods.
    void paintRows(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintName(QPainter &painter, int row) const;
    void paintHeader(QPainter &painter) const;
    void paintCurrent(QPainter &painter) const;

    std::shared_ptr<const ShownPrune> m_shown;
    bool m_onlyDifferences = false;
    PeriodStep m_step = PeriodStep::Day;
    PruneCells m_cells;
    int m_row = -1;
    int m_column = 0;
    QSize m_cell;     ///< Of one cell, pixels.
    int m_number = 0; ///< Width of a number beside a name.
    int m_names = 0;  ///< Width of names and numbers on the left.
    int m_header = 0; ///< Height of the periods above.
    int m_wheel = 0;  ///< Angle of the wheel that did not make a step yet.
    mutable PruneCellPainter m_painter;
};

} // namespace espalier
