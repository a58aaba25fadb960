// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>
#include <QPointer>
#include <QTimer>

#include <vector>

class QLabel;
class QTreeView;

namespace espalier {

/// What happens around the pointer while something is dragged over a tree: a label that tells what a drop would be, rows that
/// open when the pointer rests on them (and close again when it leaves them), scrolling near the edges.
class DragHover : public QObject
{
    Q_OBJECT

public:
    static constexpr int springDelay = 700; ///< Milliseconds until a row opens.

    explicit DragHover(QTreeView *view);
    ~DragHover() override;

    /// The pointer is at @p position of the viewport and would say @p text; nothing is shown for an empty one.
    void moveTo(const QPoint &position, const QString &text);
    void end(bool dropped); ///< The drag left or is over; what it opened stays open after a drop on it.

    QModelIndex target() const { return m_target; } ///< The row under the pointer.
    QString text() const;                           ///< What the label says; empty while it is hidden.

private:
    void spring();
    void scroll();
    void closeSprungRows(const QModelIndex &except);
    void showLabel(const QPoint &position, const QString &text);

    QTreeView *m_view;
    QPointer<QLabel> m_label; ///< Owned by the window, which may go first.
    QTimer m_springTimer;
    QTimer m_scrollTimer;
    QPoint m_position;
    QPersistentModelIndex m_target;
    std::vector<QPersistentModelIndex> m_sprung; ///< Opened by this drag, outer ones first.
};

} // namespace espalier
