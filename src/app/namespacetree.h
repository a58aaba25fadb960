// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncmapping.h"

#include <QTreeWidget>

#include <map>
#include <set>

namespace espalier {

/// The namespaces of a datastore, to choose one of them: the current one is the anchor of a sync. Those that are not there yet can be
/// shown among the others, as ghosts. One tree can be dragged onto another.
class NamespaceTree : public QTreeWidget
{
    Q_OBJECT

public:
    /// How a namespace is shown.
    struct Mark
    {
        enum class Look { Plain, Concerned, Dimmed, Ghost };

        Look look = Look::Plain;
        QString words{}; ///< For the tooltip and the accessible text.
    };

    explicit NamespaceTree(QWidget *parent = nullptr);

    /// Shows the namespaces of @p tree under @p name. The anchor stays; where it is not there any more, it is a ghost.
    void setTree(const QString &name, const Tree &tree);
    /// Marks some of them; all others are plain. Those that the tree does not have become ghosts.
    void setMarks(const std::map<NamespacePath, Mark> &marks);

    NamespacePath anchor() const;
    void setAnchor(const NamespacePath &ns); ///< Tells nobody. One that is not there is shown as a ghost.

    /// Where the row of @p ns is in the viewport, or that of what it is hidden in; may lie outside of what can be seen.
    QRect placeOf(const NamespacePath &ns) const;
    void setHighlighted(const std::set<NamespacePath> &paths); ///< Besides the anchor.

signals:
    void anchorChosen(const espalier::NamespacePath &ns);                                   ///< By mouse or keyboard.
    void dropped(const espalier::NamespacePath &from, const espalier::NamespacePath &onto); ///< From another tree.
    void layoutMoved();                                                                     ///< placeOf() answers otherwise.
    void hovered(const std::optional<espalier::NamespacePath> &ns);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    QTreeWidgetItem *itemOf(const NamespacePath &ns) const; ///< Null where there is none.
    QTreeWidgetItem *addItem(const NamespacePath &ns);
    QTreeWidgetItem *ghostOf(const NamespacePath &ns);
    void removeGhosts(const std::map<NamespacePath, Mark> &marks);
    void showMark(QTreeWidgetItem *item, const Mark &mark) const;
    static NamespacePath pathOf(const QTreeWidgetItem *item);

    QString m_name;
    std::map<NamespacePath, QTreeWidgetItem *> m_items; ///< Owned by the widget.
    std::set<NamespacePath> m_ghosts;
    std::map<NamespacePath, QString> m_counts; ///< How many groups, in words.
    NamespacePath m_anchor;
    std::set<NamespacePath> m_highlighted;
    bool m_isTelling = true;
};

} // namespace espalier
