// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/detailspane.h"

#include "app/grouppage.h"
#include "app/namespacepage.h"
#include "app/snapshotpage.h"
#include "ui_detailspane.h"

#include <algorithm>

namespace espalier {

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsPane>())
    , m_namespacePage(new NamespacePage(this))
    , m_groupPage(new GroupPage(this))
    , m_snapshotPage(new SnapshotPage(this))
{
    m_ui->setupUi(this);
    m_ui->stack->addWidget(m_namespacePage);
    m_ui->stack->addWidget(m_groupPage);
    m_ui->stack->addWidget(m_snapshotPage);
    connect(m_groupPage, &GroupPage::snapshotChosen, this, &DetailsPane::showSnapshot);
}

DetailsPane::~DetailsPane() = default;

bool DetailsPane::exists(const ItemRef &item) const
{
    const Tree &tree = item.store->projection().tree;
    if (!item.group)
        return tree.find(item.ns) != nullptr;
    const auto group = tree.find(item.ns, *item.group);
    return group && (!item.time || std::ranges::contains(group->snapshots, *item.time, &Snapshot::time));
}

void DetailsPane::show(const std::optional<ItemRef> &item)
{
    if (item && item == m_item)
        return refresh();
    follow(item ? item->store : nullptr);
    m_item = item;
    if (!m_item || !exists(*m_item)) {
        m_item.reset();
        m_ui->stack->setCurrentWidget(m_ui->emptyPage);
    } else if (m_item->time) {
        m_ui->stack->setCurrentWidget(m_snapshotPage);
        m_snapshotPage->show(*m_item);
    } else if (m_item->group) {
        m_ui->stack->setCurrentWidget(m_groupPage);
        m_groupPage->show(*m_item);
    } else {
        m_ui->stack->setCurrentWidget(m_namespacePage);
        m_namespacePage->show(*m_item);
    }
}

/// Listens to the store of what is shown and to no other.
void DetailsPane::follow(OpenStore *store)
{
    if (store == m_followed)
        return;
    if (m_followed)
        m_followed->disconnect(this);
    m_followed = store;
    if (!store)
        return;
    connect(store, &OpenStore::treeChanged, this, &DetailsPane::refresh);
    connect(store, &OpenStore::planChanged, this, &DetailsPane::refresh);
    connect(store, &OpenStore::stateChanged, this, &DetailsPane::refresh);
    connect(store, &OpenStore::loadStateChanged, this, &DetailsPane::refresh);
    connect(store, &OpenStore::findingsChanged, this, &DetailsPane::refresh);
    connect(store, &OpenStore::detailsChanged, this, &DetailsPane::refresh);
    connect(store, &QObject::destroyed, this, [this] { show(std::nullopt); });
}

void DetailsPane::refresh()
{
    if (!m_item)
        return;
    if (!exists(*m_item))
        return show(std::nullopt);
    if (m_item->time)
        m_snapshotPage->refresh();
    else if (m_item->group)
        m_groupPage->refresh();
    else
        m_namespacePage->show(*m_item);
}

void DetailsPane::showSnapshot(const SnapshotTime &time)
{
    ItemRef snapshot = *m_item;
    snapshot.kind = ItemKind::Snapshot;
    snapshot.time = time;
    emit revealRequested(snapshot);
}

} // namespace espalier
