// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncmapping.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QPainter;

namespace espalier {

class NamespaceTree;

/// The space between two trees: curves join each namespace of the source with the place where it lands. They follow when somebody
/// scrolls or opens what is closed. What is hidden in a closed namespace is joined with that.
class NamespaceLinks : public QWidget
{
    Q_OBJECT

public:
    explicit NamespaceLinks(QWidget *parent = nullptr);

    void setTrees(NamespaceTree *source, NamespaceTree *target); ///< Once; not owned.
    void setMapping(const std::vector<MappedNamespace> &namespaces);

    QSize sizeHint() const override { return {110, 120}; }
    QSize minimumSizeHint() const override { return {70, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void highlightSource(const std::optional<NamespacePath> &ns);
    void highlightTarget(const std::optional<NamespacePath> &ns);
    void light(const std::set<NamespacePath> &sources);
    qreal heightOf(const NamespaceTree *tree, const NamespacePath &ns) const;
    void paintLink(QPainter &painter, const MappedNamespace &link) const;

    NamespaceTree *m_source = nullptr;
    NamespaceTree *m_target = nullptr;
    std::vector<MappedNamespace> m_links; ///< Those that land.
    std::set<NamespacePath> m_lit;        ///< At the source.
};

} // namespace espalier
