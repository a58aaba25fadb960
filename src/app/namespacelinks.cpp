// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/namespacelinks.h"

#include "app/colourscheme.h"
#include "app/namespacetree.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace espalier {

NamespaceLinks::NamespaceLinks(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void NamespaceLinks::setTrees(NamespaceTree *source, NamespaceTree *target)
{
    m_source = source;
    m_target = target;
    for (const NamespaceTree *tree : {source, target})
        connect(tree, &NamespaceTree::layoutMoved, this, qOverload<>(&QWidget::update));
    connect(source, &NamespaceTree::hovered, this, &NamespaceLinks::highlightSource);
    connect(target, &NamespaceTree::hovered, this, &NamespaceLinks::highlightTarget);
}

void NamespaceLinks::setMapping(const std::vector<MappedNamespace> &namespaces)
{
    m_links.clear();
    std::ranges::copy_if(namespaces, std::back_inserter(m_links), &MappedNamespace::lands);
    m_lit.clear();
    update();
}

void NamespaceLinks::highlightSource(const std::optional<NamespacePath> &ns)
{
    light(ns ? std::set<NamespacePath>{*ns} : std::set<NamespacePath>());
}

void NamespaceLinks::highlightTarget(const std::optional<NamespacePath> &ns)
{
    std::set<NamespacePath> sources;
    for (const MappedNamespace &link : m_links) {
        if (ns && link.target == *ns)
            sources.insert(link.source);
    }
    light(sources);
}

void NamespaceLinks::light(const std::set<NamespacePath> &sources)
{
    if (sources == m_lit)
        return;
    m_lit = sources;
    std::set<NamespacePath> from;
    std::set<NamespacePath> to;
    for (const MappedNamespace &link : m_links) {
        if (!sources.contains(link.source))
            continue;
        from.insert(link.source);
        to.insert(link.target);
    }
    m_source->setHighlighted(from);
    m_target->setHighlighted(to);
    update();
}

/// In the middle of the row; what is scrolled out of sight is at the edge.
qreal NamespaceLinks::heightOf(const NamespaceTree *tree, const NamespacePath &ns) const
{
    const QRect place = tree->placeOf(ns);
    const QWidget *viewport = tree->viewport();
    const int inside = std::clamp(place.center().y(), 0, viewport->height());
    return mapFromGlobal(viewport->mapToGlobal(QPoint(0, inside))).y();
}

void NamespaceLinks::paintLink(QPainter &painter, const MappedNamespace &link) const
{
    const bool isLit = m_lit.contains(link.source);
    QColor colour = isLit ? palette().color(QPalette::Highlight) : faintText(palette());
    QPen pen(colour, isLit ? 2.5 : 1.2);
    if (link.fate == MappedNamespace::Fate::New)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF from(2, heightOf(m_source, link.source));
    const QPointF to(width() - 8, heightOf(m_target, link.target));
    QPainterPath path(from);
    const qreal middle = width() / 2.0;
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({to + QPointF(6, 0), to - QPointF(0, 3.5), to + QPointF(0, 3.5)}));
}

void NamespaceLinks::paintEvent(QPaintEvent *)
{
    if (!m_source || !m_target)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MappedNamespace &link : m_links) {
        if (!m_lit.contains(link.source))
            paintLink(painter, link);
    }
    for (const MappedNamespace &link : m_links) {
        if (m_lit.contains(link.source))
            paintLink(painter, link);
    }
}

} // namespace espalier
