// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pendingpane.h"

#include "app/collisioncures.h"
#include "app/icons.h"
#include "app/openstore.h"
#include "app/pendingmodel.h"
#include "app/verdicttext.h"
#include "text/messages.h"
#include "ui_pendingpane.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <ranges>
#include <set>

namespace espalier {

namespace {

/// Leaves some room between columns that are as wide as what stands in them.
class RoomyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int room = 16;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(room, 0);
    }
};

} // namespace

PendingPane::PendingPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PendingPane>())
    , m_model(new PendingModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_cures()
{
    m_ui->setupUi(this);
    m_ui->jsonPage->setContent(PlanTextPage::Content::Json);
    for (const PlanTextPage *page : {m_ui->scriptPage, m_ui->jsonPage})
        connect(page, &PlanTextPage::saved, this, &PendingPane::saved);
    connect(m_ui->consequencesPage, &ConsequencesPage::countChanged, this, [this](int count) {
        const int tab = m_ui->tabs->indexOf(m_ui->consequencesPage);
        m_ui->tabs->setTabText(tab, count > 0 ? tr("Also concerned (%1)").arg(count) : tr("Also concerned"));
    });
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PendingModel::SortRole);
    m_ui->list->setModel(m_sorted);
    m_ui->list->setItemDelegate(new RoomyDelegate(this));
    m_sorted->setSortLocaleAware(true);
    m_ui->list->sortByColumn(PendingModel::VerdictColumn, Qt::AscendingOrder);
    m_ui->list->header()->setSectionResizeMode(PendingModel::VerdictColumn, QHeaderView::ResizeToContents);
    m_ui->list->header()->setSectionResizeMode(PendingModel::ChangeColumn, QHeaderView::ResizeToContents);
    m_ui->list->addAction(m_ui->actionRemove);
    m_ui->actionRemove->setIcon(icon(IconName::Remove));
    m_ui->removeButton->setIcon(icon(IconName::Remove));
    m_cures = {{Cure::TakeForeignEntriesAlong, m_ui->foreignButton},
               {Cure::ChooseOtherNamespace, m_ui->elsewhereButton},
               {Cure::CreateTargetNamespace, m_ui->createButton},
               {Cure::Merge, m_ui->mergeButton},
               {Cure::MergeAnyhow, m_ui->mergeAnyhowButton},
               {Cure::KeepBoth, m_ui->keepBothButton},
               {Cure::ChangeOwner, m_ui->ownerButton}};
    for (const auto &[cure, button] : m_cures) {
        button->setText(cureText(cure));
        connect(button, &QPushButton::clicked, this, [this, cure] { cureSelected(cure); });
    }
    connect(m_ui->removeButton, &QPushButton::clicked, this, &PendingPane::removeSelected);
    connect(m_ui->actionRemove, &QAction::triggered, this, &PendingPane::removeSelected);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PendingPane::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PendingPane::showSelected);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PendingPane::showSelected);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PendingPane::showSelected);
    connect(m_ui->list, &QTreeView::customContextMenuRequested, this, &PendingPane::showContextMenu);
    connect(m_ui->list, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { emit revealRequested(m_model->store(), std::size_t(m_sorted->mapToSource(index).row())); });
    setApplyState(applyState(nullptr, false));
    showSelected();
}

PendingPane::~PendingPane() = default;

void PendingPane::setStore(OpenStore *store)
{
    m_model->setStore(store);
    m_ui->consequencesPage->setStore(store);
    m_ui->scriptPage->setStore(store);
    m_ui->jsonPage->setStore(store);
}

void PendingPane::setOpenStores(const std::vector<OpenStore *> &stores)
{
    m_ui->consequencesPage->setOpenStores(stores);
}

void PendingPane::savePlan()
{
    m_ui->jsonPage->saveAs();
}

OpenStore *PendingPane::store() const
{
    return m_model->store();
}

void PendingPane::setActions(QAction *apply, QAction *discard)
{
    const auto follow = [](QPushButton *button, QAction *action) {
        const auto show = [button, action] {
            button->setText(action->text());
            button->setIcon(action->icon());
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, show);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        show();
    };
    follow(m_ui->applyButton, apply);
    follow(m_ui->discardButton, discard);
}

void PendingPane::setApplyState(const ApplyState &state)
{
    m_ui->summaryLabel->setText(state.summary);
    m_applyReason = state.reason;
    showReason();
}

/// Of one selected change the whole explanation, which its row may have no room for.
void PendingPane::showReason()
{
    const std::vector<std::size_t> selected = selectedChanges();
    const Step *step = selected.size() == 1 ? m_model->stepAt(m_model->index(int(selected.front()), 0)) : nullptr;
    const QString reason = step && step->verdict.reason ? text::oneLine(*step->verdict.reason) : m_applyReason;
    m_ui->reasonLabel->setText(reason);
    m_ui->reasonLabel->setVisible(!reason.isEmpty());
}

void PendingPane::selectChange(std::size_t index)
{
    const QModelIndex at = m_sorted->mapFromSource(m_model->index(int(index), 0));
    m_ui->list->setCurrentIndex(at);
    m_ui->list->scrollTo(at);
}

std::vector<std::size_t> PendingPane::selectedChanges() const
{
    std::vector<std::size_t> rows;
    const QModelIndexList selected = m_ui->list->selectionModel()->selectedRows();
    std::ranges::transform(selected, std::back_inserter(rows),
                           [this](const QModelIndex &index) { return std::size_t(m_sorted->mapToSource(index).row()); });
    std::ranges::sort(rows);
    return rows;
}

void PendingPane::showSelected()
{
    std::set<Cure> offered;
    const std::vector<std::size_t> selected = selectedChanges();
    for (const std::size_t row : selected) {
        if (const Step *step = m_model->stepAt(m_model->index(int(row), 0)))
            offered.insert(step->verdict.cures.begin(), step->verdict.cures.end());
    }
    for (const auto &[cure, button] : m_cures)
        button->setVisible(offered.contains(cure));
    m_ui->removeButton->setEnabled(!selected.empty());
    m_ui->actionRemove->setEnabled(!selected.empty());
    showReason();
}

void PendingPane::removeSelected()
{
    if (!m_model->store())
        return;
    const std::vector<std::size_t> selected = selectedChanges();
    m_model->store()->removeChanges(selected);
}

void PendingPane::cureSelected(Cure cure)
{
    OpenStore *store = m_model->store();
    std::vector<std::size_t> concerned = selectedChanges();
    std::erase_if(concerned, [this, cure](std::size_t row) {
        const Step *step = m_model->stepAt(m_model->index(int(row), 0));
        return !step || !std::ranges::contains(step->verdict.cures, cure);
    });
    if (!store || concerned.empty())
        return;
    if (cure == Cure::ChooseOtherNamespace)
        emit moveElsewhereRequested(store, concerned);
    else if (cure == Cure::TakeForeignEntriesAlong)
        store->takeForeignEntriesAlong(concerned);
    else if (cure == Cure::CreateTargetNamespace)
        store->createTargetsOf(concerned);
    else
        cureCollision(*store, cure, concerned, window());
}

void PendingPane::showContextMenu(QPoint at)
{
    QMenu menu;
    for (const auto &[cure, button] : m_cures) {
        if (!button->isHidden())
            connect(menu.addAction(button->text()), &QAction::triggered, this, [this, cure] { cureSelected(cure); });
    }
    menu.addAction(m_ui->actionRemove);
    menu.addSeparator();
    const QModelIndex current = m_ui->list->indexAt(at);
    QAction *reveal = menu.addAction(icon(IconName::GoTo), tr("&Show in the tree"));
    reveal->setEnabled(current.isValid());
    if (menu.exec(m_ui->list->viewport()->mapToGlobal(at)) == reveal)
        emit revealRequested(m_model->store(), std::size_t(m_sorted->mapToSource(current).row()));
}

} // namespace espalier
