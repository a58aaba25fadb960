// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QModelIndexList>
#include <QStringList>

namespace espalier {

class TreeView;

/// Which rows of the tree are expanded: kept as texts over sessions, and apart from what a filter opens.
class TreeExpansion
{
public:
    explicit TreeExpansion(TreeView &view);

    QStringList paths() const; ///< While a filter is on those that were expanded before it.
    void restore(const QStringList &paths);

    void showStore(OpenStore *store); ///< Expands what is waiting for rows of that store.
    void beginFilter();               ///< Remembers what is expanded, before the first filter hides rows.
    void showFilter(bool isOn);       ///< The rows fit the filter now: opens what holds matches, or restores what was before.

private:
    QStringList expandedNow() const;
    QModelIndexList indexesOf(const QStringList &paths) const;

    TreeView &m_view;
    QStringList m_waiting; ///< Restored, but their rows were not there yet.
    QStringList m_beforeFilter;
    QList<const OpenStore *> m_known; ///< Stores that were expanded when they were first seen.
    bool m_filtered = false;
};

} // namespace espalier
