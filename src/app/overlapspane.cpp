// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/overlapspane.h"

#include "app/applystate.h"
#include "app/icons.h"
#include "app/overlapsmodel.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "ui_overlapspane.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace espalier {

OverlapsPane::OverlapsPane(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::OverlapsPane>()), m_model(new OverlapsModel(this))
{
    m_ui->setupUi(this);
    m_ui->list->setModel(m_model);
    constexpr std::pair<OverlapsModel::Column, int> widths[]
        = {{OverlapsModel::Guest, 260}, {OverlapsModel::Name, 220}, {OverlapsModel::Owner, 170}, {OverlapsModel::Snapshots, 90}};
    for (const auto &[column, width] : widths)
        m_ui->list->header()->resizeSection(column, width);
    m_ui->list->addActions({m_ui->actionMove, m_ui->actionReveal});
    m_ui->actionMove->setIcon(icon(IconName::MoveTo));
    m_ui->actionReveal->setIcon(icon(IconName::GoTo));
    m_ui->moveButton->setIcon(icon(IconName::MoveTo));
    m_ui->revealButton->setIcon(icon(IconName::GoTo));
    connect(m_ui->moveButton, &QPushButton::clicked, m_ui->actionMove, &QAction::trigger);
    connect(m_ui->revealButton, &QPushButton::clicked, m_ui->actionReveal, &QAction::trigger);
    connect(m_ui->actionMove, &QAction::triggered, this, [this] { emit moveRequested(m_store, selectedGroups()); });
    connect(m_ui->actionReveal, &QAction::triggered, this, &OverlapsPane::revealCurrent);
    connect(m_ui->list, &QTreeView::activated, this, &OverlapsPane::revealCurrent);
    connect(m_ui->everyGroupBox, &QCheckBox::toggled, this, &OverlapsPane::read);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OverlapsPane::showSelected);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showSelected();
        if (const auto item = currentItem(); item && !m_isRestoring)
            emit currentGroupChanged(*item);
    });
    showSummary();
    showSelected();
}

OverlapsPane::~OverlapsPane() = default;

void OverlapsPane::setStore(OpenStore *store)
{
    if (store == m_store && store)
        return;
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    m_model->show({});
    if (store) {
        connect(store, &OpenStore::treeChanged, this, &OverlapsPane::read);
        connect(store, &OpenStore::planChanged, this, &OverlapsPane::showChanges);
    }
    showChanges();
    read();
}

void OverlapsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void OverlapsPane::read()
{
    const unsigned asked = ++m_asked; // whatever is under way is about something else
    m_isReading = m_store && isVisible();
    m_isStale = m_store && !isVisible();
    m_error.reset();
    if (m_isReading) {
        const auto search = m_ui->everyGroupBox->isChecked() ? OverlapSearch::EveryGroup : OverlapSearch::SeveralNamespaces;
        whenFinished(m_store->backend().readOverlaps(m_store->tree(), search), this,
                     [this, asked](const Result<std::vector<Overlap>> &answer) {
                         if (asked == m_asked)
                             showAnswer(answer);
                     });
    }
    showSummary();
}

/// Another reading: what was selected stays so, as far as it is still there.
void OverlapsPane::showAnswer(const Result<std::vector<Overlap>> &answer)
{
    m_isReading = false;
    if (!answer)
        m_error = answer.error();
    const std::vector<GroupPlace> selected = selectedGroups();
    m_model->show(answer.value_or(std::vector<Overlap>()));
    m_ui->list->expandAll();
    const QScopedValueRollback restoring(m_isRestoring, true);
    selectGroups(selected);
    showSummary();
    showSelected();
}

void OverlapsPane::selectGroups(const std::vector<GroupPlace> &groups)
{
    QItemSelection selection;
    for (const GroupPlace &group : groups) {
        const QModelIndex index = m_model->indexOf(group);
        if (index.isValid() && selection.isEmpty())
            m_ui->list->setCurrentIndex(index);
        selection.select(index, index);
    }
    m_ui->list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void OverlapsPane::showChanges()
{
    m_model->setChanges(m_store ? m_store->changes() : std::vector<Change>());
}

QString OverlapsPane::summary() const
{
    if (!m_store)
        return tr("No datastore is open.");
    if (m_error)
        return text::oneLine(*m_error);
    const std::vector<Overlap> &overlaps = m_model->overlaps();
    if (m_isReading && overlaps.empty())
        return tr("Reading the guests' names…");
    if (overlaps.empty())
        return m_ui->everyGroupBox->isChecked()
            ? tr("No guest id occurs in several namespaces of %1, and no group has backups of several guests.").arg(storeName(*m_store))
            : tr("No guest id occurs in several namespaces of %1.").arg(storeName(*m_store));
    const auto several = std::ranges::count_if(overlaps, [](const Overlap &overlap) { return overlap.occurrences.size() > 1; });
    const auto differing = std::ranges::count_if(overlaps, [](const Overlap &overlap) { return overlap.guestNames().size() > 1; });
    return tr("%1: %2, %3", "datastore, number of guest ids in several namespaces, number of those with several names")
        .arg(storeName(*m_store), tr("%n guest id(s) in several namespaces", nullptr, int(several)),
             tr("%n guest id(s) with several guests' names", nullptr, int(differing)));
}

void OverlapsPane::showSummary()
{
    m_ui->summaryLabel->setText(summary());
    m_ui->everyGroupBox->setEnabled(m_store);
}

void OverlapsPane::showSelected()
{
    const bool hasSelection = !selectedGroups().empty();
    m_ui->actionMove->setEnabled(hasSelection);
    m_ui->moveButton->setEnabled(hasSelection);
    const bool hasCurrent = currentItem().has_value();
    m_ui->actionReveal->setEnabled(hasCurrent);
    m_ui->revealButton->setEnabled(hasCurrent);
}

std::vector<GroupPlace> OverlapsPane::selectedGroups() const
{
    std::vector<GroupPlace> groups;
    for (const QModelIndex &index : m_ui->list->selectionModel()->selectedRows()) {
        if (const Occurrence *occurrence = m_model->occurrenceAt(index))
            groups.emplace_back(occurrence->ns, occurrence->group->id);
    }
    return groups;
}

std::optional<ItemRef> OverlapsPane::currentItem() const
{
    const Occurrence *occurrence = m_model->occurrenceAt(m_ui->list->currentIndex());
    if (!occurrence || !m_store)
        return std::nullopt;
    return groupItem(m_store, occurrence->ns, occurrence->group->id);
}

void OverlapsPane::revealCurrent()
{
    if (const auto item = currentItem())
        emit revealRequested(*item);
}

} // namespace espalier
