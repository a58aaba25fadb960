// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/namespacetree.h"

#include "app/colourscheme.h"
#include "app/icons.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QDrag>
#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>

#include <utility>

namespace espalier {

namespace {

constexpr int PathRole = Qt::UserRole;

} // namespace

NamespaceTree::NamespaceTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(1);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *current) {
        if (!m_isTelling || !current)
            return;
        m_anchor = pathOf(current);
        emit anchorChosen(m_anchor);
    });
    connect(this, &QTreeWidget::itemExpanded, this, &NamespaceTree::layoutMoved);
    connect(this, &QTreeWidget::itemCollapsed, this, &NamespaceTree::layoutMoved);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &NamespaceTree::layoutMoved);
}

NamespacePath NamespaceTree::pathOf(const QTreeWidgetItem *item)
{
    return NamespacePath::fromString(toStdString(item->data(0, PathRole).toString())).value_or(NamespacePath());
}

void NamespaceTree::setTree(const QString &name, const Tree &tree)
{
    std::set<NamespacePath> collapsed;
    for (const auto &[path, item] : m_items) {
        if (!item->isExpanded() && item->childCount() > 0)
            collapsed.insert(path);
    }
    m_isTelling = false;
    clear();
    m_items.clear();
    m_ghosts.clear();
    m_counts.clear();
    m_name = name;
    tree.forEachNamespace([this](const Namespace &ns) {
        m_counts[ns.path] = tr("%n group(s)", nullptr, int(ns.groups.size()));
        showMark(addItem(ns.path), {});
    });
    for (const auto &[path, item] : m_items)
        item->setExpanded(!collapsed.contains(path));
    m_isTelling = true;
    setAnchor(m_anchor);
}

QTreeWidgetItem *NamespaceTree::itemOf(const NamespacePath &ns) const
{
    const auto found = m_items.find(ns);
    return found == m_items.end() ? nullptr : found->second;
}

QTreeWidgetItem *NamespaceTree::addItem(const NamespacePath &ns)
{
    QTreeWidgetItem *parent = ns.isRoot() ? nullptr : itemOf(ns.parent());
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setText(0, ns.isRoot() ? m_name : printable(ns.name()));
    item->setIcon(0, icon(ns.isRoot() ? IconName::Datastore : IconName::Namespace));
    item->setData(0, PathRole, toQString(ns.toString()));
    m_items[ns] = item;
    return item;
}

/// With what is missing above it.
QTreeWidgetItem *NamespaceTree::ghostOf(const NamespacePath &ns)
{
    if (QTreeWidgetItem *item = itemOf(ns))
        return item;
    QTreeWidgetItem *parent = ghostOf(ns.parent());
    QTreeWidgetItem *item = addItem(ns);
    m_ghosts.insert(ns);
    showMark(item, {Mark::Look::Ghost, tr("not there")});
    parent->setExpanded(true);
    return item;
}

void NamespaceTree::removeGhosts(const std::map<NamespacePath, Mark> &marks)
{
    const auto isWanted = [&](const NamespacePath &ghost) {
        if (ghost.contains(m_anchor))
            return true;
        return std::ranges::any_of(marks, [&](const auto &mark) { return ghost.contains(mark.first); });
    };
    const std::set<NamespacePath> before = m_ghosts;
    for (auto ghost = before.rbegin(); ghost != before.rend(); ++ghost) { // children before their parents
        if (isWanted(*ghost))
            continue;
        delete itemOf(*ghost);
        m_items.erase(*ghost);
        m_ghosts.erase(*ghost);
    }
}

void NamespaceTree::showMark(QTreeWidgetItem *item, const Mark &mark) const
{
    const bool isGhost = mark.look == Mark::Look::Ghost;
    const bool isFaint = isGhost || mark.look == Mark::Look::Dimmed;
    QFont shown = font();
    shown.setItalic(isGhost);
    shown.setBold(m_highlighted.contains(pathOf(item)));
    item->setFont(0, shown);
    item->setForeground(0, isFaint ? QBrush(faintText(palette())) : QBrush());
    item->setFlags(isGhost && pathOf(item) != m_anchor ? Qt::NoItemFlags
                                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    const auto groups = m_counts.find(pathOf(item));
    const QString count = groups == m_counts.end() ? QString() : groups->second;
    const QStringList parts{item->text(0), count, mark.words};
    QStringList told = parts;
    told.removeAll(QString());
    item->setToolTip(0, told.mid(1).join(QStringLiteral(", ")));
    item->setData(0, Qt::AccessibleTextRole, told.join(QStringLiteral(", ")));
}

void NamespaceTree::setMarks(const std::map<NamespacePath, Mark> &marks)
{
    const QSignalBlocker blocked(this);
    removeGhosts(marks);
    for (const auto &[path, mark] : marks)
        showMark(ghostOf(path), mark);
    for (const auto &[path, item] : m_items) {
        if (!marks.contains(path))
            showMark(item, m_ghosts.contains(path) ? Mark{Mark::Look::Ghost, tr("not there")} : Mark());
    }
    viewport()->update();
}

NamespacePath NamespaceTree::anchor() const
{
    return m_anchor;
}

void NamespaceTree::setAnchor(const NamespacePath &ns)
{
    if (m_items.empty())
        return void(m_anchor = ns);
    m_isTelling = false;
    m_anchor = ns;
    QTreeWidgetItem *item = ghostOf(ns);
    item->setFlags(item->flags() | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    for (QTreeWidgetItem *above = item->parent(); above; above = above->parent())
        above->setExpanded(true);
    setCurrentItem(item);
    scrollToItem(item);
    m_isTelling = true;
    emit layoutMoved();
}

QRect NamespaceTree::placeOf(const NamespacePath &ns) const
{
    const QTreeWidgetItem *shown = nullptr;
    for (QTreeWidgetItem *item = itemOf(ns); item; item = item->parent()) {
        if (!shown || !item->isExpanded())
            shown = item;
    }
    return shown ? visualItemRect(shown) : QRect();
}

void NamespaceTree::setHighlighted(const std::set<NamespacePath> &paths)
{
    const std::set<NamespacePath> before = std::exchange(m_highlighted, paths);
    for (const auto &[path, item] : m_items) {
        if (before.contains(path) == paths.contains(path))
            continue;
        QFont shown = item->font(0);
        shown.setBold(paths.contains(path));
        item->setFont(0, shown);
    }
}

void NamespaceTree::startDrag(Qt::DropActions)
{
    if (!currentItem())
        return;
    auto *drag = new QDrag(this); // Qt deletes it after the drag
    auto *mime = new QMimeData;
    mime->setText(toQString(m_anchor.toString()));
    drag->setMimeData(mime);
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

void NamespaceTree::dragEnterEvent(QDragEnterEvent *event)
{
    const auto *from = qobject_cast<const NamespaceTree *>(event->source());
    event->setAccepted(from && from != this && from->window() == window());
}

void NamespaceTree::dragMoveEvent(QDragMoveEvent *event)
{
    const QTreeWidgetItem *onto = itemAt(event->position().toPoint());
    setHighlighted(onto ? std::set<NamespacePath>{pathOf(onto)} : std::set<NamespacePath>());
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(onto && onto->flags().testFlag(Qt::ItemIsEnabled));
}

void NamespaceTree::dropEvent(QDropEvent *event)
{
    const auto *from = qobject_cast<const NamespaceTree *>(event->source());
    const QTreeWidgetItem *onto = itemAt(event->position().toPoint());
    setHighlighted({});
    if (!from || from == this || !onto)
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QMetaObject::invokeMethod(
        this, [this, what = from->anchor(), where = pathOf(onto)] { emit dropped(what, where); }, Qt::QueuedConnection);
}

bool NamespaceTree::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const QTreeWidgetItem *item = itemAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        emit hovered(item ? std::optional(pathOf(item)) : std::nullopt);
    } else if (event->type() == QEvent::Leave) {
        emit hovered(std::nullopt);
    }
    return QTreeWidget::viewportEvent(event);
}

void NamespaceTree::updateGeometries()
{
    QTreeWidget::updateGeometries();
    emit layoutMoved();
}

} // namespace espalier
