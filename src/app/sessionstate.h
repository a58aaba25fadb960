// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings.h"

class QMainWindow;
class QTreeView;

namespace espalier {

class StoreList;
class TreeView;

/// How the window was left: layout, open datastores, expanded rows, recent places.
class SessionState
{
public:
    static constexpr qsizetype recentLimit = 10;

    explicit SessionState(Settings *state) : m_state(state) {}

    void saveLayout(const QMainWindow &window, const TreeView &tree);
    void restoreLayout(QMainWindow &window, TreeView &tree) const;

    void savePlaces(const StoreList &stores, const TreeView &tree);
    QStringList openPlaces() const;
    void restoreExpanded(TreeView &tree) const;

    void addRecent(const QString &place);
    QStringList recentPlaces() const; ///< Newest first.

private:
    Settings *m_state;
};

} // namespace espalier
