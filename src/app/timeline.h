// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace espalier {

/// Draws the snapshots of a group along a line of time. The arrow keys go from one to the next; Enter or a double click chooses one.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setGroup(std::shared_ptr<const Group> group); ///< Null: nothing to draw. Keeps the current snapshot where it is still there.
    std::optional<SnapshotTime> current() const;

    int positionOf(std::size_t snapshot) const;      ///< Its x, in pixels.
    std::optional<std::size_t> nearest(int x) const; ///< The snapshot that is drawn closest to it.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged();
    void chosen(const espalier::SnapshotTime &time);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void setCurrent(std::size_t snapshot);
    QString describe(std::size_t snapshot) const;
    void paintAxis(QPainter &painter) const;
    void paintSnapshot(QPainter &painter, std::size_t snapshot) const;

    std::shared_ptr<const Group> m_group;
    std::optional<std::size_t> m_current;
};

} // namespace espalier
