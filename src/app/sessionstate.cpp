// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessionstate.h"

#include "app/platform.h"
#include "app/storelist.h"
#include "app/treeview.h"

#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>

namespace espalier {

namespace {

constexpr int layoutVersion = 2;      // another number forgets saved layouts: for panes that come or go
constexpr QSize roomForFrame(16, 56); // what the window manager draws around the window

} // namespace

void SessionState::saveLayout(const QMainWindow &window, const TreeView &tree)
{
    m_state->set(state::Geometry, window.saveGeometry());
    m_state->set(state::Layout, window.saveState(layoutVersion));
    m_state->set(state::TreeHeader, tree.header()->saveState());
    m_state->sync();
}

void SessionState::restoreLayout(QMainWindow &window, TreeView &tree) const
{
    if (!window.restoreGeometry(m_state->get(state::Geometry)))
        window.resize(window.size().boundedTo(window.screen()->availableSize() - roomForFrame));
    window.restoreState(m_state->get(state::Layout), layoutVersion);
    tree.header()->restoreState(m_state->get(state::TreeHeader));
}

void SessionState::savePlaces(const StoreList &stores, const TreeView &tree)
{
    QStringList places;
    for (const OpenStore *store : stores.stores()) {
        const auto &known = store->state();
        const bool endsWithUs = known && known->isDemo && platform::keepsDemoInMemory();
        if (!endsWithUs)
            places << QString::fromStdString(store->place().toString());
    }
    m_state->set(state::OpenPlaces, places);
    m_state->set(state::Expanded, tree.expandedPaths());
    m_state->sync();
}

QStringList SessionState::openPlaces() const
{
    return m_state->get(state::OpenPlaces);
}

void SessionState::restoreExpanded(TreeView &tree) const
{
    tree.restoreExpanded(m_state->get(state::Expanded));
}

void SessionState::addRecent(const QString &place)
{
    QStringList recent = recentPlaces();
    recent.removeAll(place);
    recent.prepend(place);
    m_state->set(state::RecentPlaces, recent.mid(0, recentLimit));
    m_state->sync();
}

QStringList SessionState::recentPlaces() const
{
    return m_state->get(state::RecentPlaces);
}

} // namespace espalier
