// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunecellpainter.h"
#include "app/prunecells.h"

#include <QAbstractScrollArea>
#include <QDate>

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

/// Months as small grids, weeks from Monday on, each day with the letter of what stays of its backups. For a plan with one group.
/// Arrows go to the next day and week, Page Up and Page Down to the next month, Home and End to the first and last day.
class PruneCalendar : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PruneCalendar(QWidget *parent = nullptr);

    void setShown(std::shared_ptr<const ShownPrune> shown); ///< Null: nothing. Keeps the current day where it is still there.

    QDate currentDay() const { return m_current; } ///< Invalid where there is nothing.
    void setCurrentDay(QDate day);                 ///< Into sight, too; beyond the ends: the nearest there is.
    QRect dayRect(QDate day) const;                ///< In the viewport; empty where its month is not shown.
    QChar letter(QDate day) const;                 ///< Null where there is no backup.
    QDate firstDay() const { return dayOf(m_cells.columns() - 1); }
    QDate lastDay() const { return dayOf(0); }

    QSize sizeHint() const override { return {560, 420}; }

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QDate dayOf(int column) const; ///< Invalid where there are no columns.
    int columnOf(QDate day) const;
    const PruneCell *cellOf(QDate day) const;
    QString describe(QDate day) const;
    std::optional<QDate> dayAt(QPoint at) const;
    int monthCount() const;
    int monthsInRow() const;
    int monthOf(QDate day) const; ///< Counted from the first that is shown.
    QRect monthRect(int month) const;
    QSize monthSize() const;
    void updateScrollBar();
    void paintMonth(QPainter &painter, int month);
    void paintDay(QPainter &painter, QDate day);

    PruneCells m_cells;
    QDate m_current;
    PruneCellPainter m_painter;
};

} // namespace espalier
