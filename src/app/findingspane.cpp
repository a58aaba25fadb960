// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/findingspane.h"

#include "app/applystate.h"
#include "app/findingsmodel.h"
#include "app/icons.h"
#include "text/findings.h"
#include "ui_findingspane.h"

#include <QAction>
#include <QHeaderView>

namespace espalier {

namespace {

ItemRef placeOf(OpenStore *store, const Finding &finding)
{
    if (const auto group = GroupId::fromString(finding.group); group && store->tree().find(finding.ns, *group))
        return groupItem(store, finding.ns, *group);
    return namespaceItem(store, finding.ns);
}

} // namespace

FindingsPane::FindingsPane(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::FindingsPane>()), m_model(new FindingsModel(this))
{
    m_ui->setupUi(this);
    m_ui->list->setModel(m_model);
    m_ui->list->header()->resizeSection(FindingsModel::Title, 190);
    m_ui->list->header()->resizeSection(FindingsModel::Path, 240);
    m_ui->revealButton->setIcon(icon(IconName::GoTo));
    m_ui->checkButton->setIcon(icon(IconName::Search));
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsPane::showCurrent);
    connect(m_ui->list, &QTreeView::activated, this, &FindingsPane::revealCurrent);
    connect(m_ui->revealButton, &QPushButton::clicked, this, &FindingsPane::revealCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsPane::showSummary);
    showSummary();
}

FindingsPane::~FindingsPane() = default;

void FindingsPane::setStore(OpenStore *store)
{
    m_model->setStore(store);
    showSummary();
}

void FindingsPane::setCheckAction(QAction *action)
{
    const auto show = [this, action] {
        m_ui->checkButton->setEnabled(action->isEnabled());
        m_ui->checkButton->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, this, show);
    connect(m_ui->checkButton, &QPushButton::clicked, action, &QAction::trigger);
    show();
}

int FindingsPane::count() const
{
    return m_model->rowCount();
}

void FindingsPane::selectFinding(int row)
{
    m_ui->list->setCurrentIndex(m_model->index(row, 0));
}

void FindingsPane::showSummary()
{
    const int problems = m_model->problemCount();
    const int hints = m_model->rowCount() - problems;
    if (!m_model->store())
        m_ui->summaryLabel->setText(tr("No datastore is open."));
    else if (problems + hints == 0)
        m_ui->summaryLabel->setText(tr("Nothing was found in %1.").arg(storeName(*m_model->store())));
    else
        m_ui->summaryLabel->setText(
            tr("%1: %2, %3", "datastore, number of problems, number of hints")
                .arg(storeName(*m_model->store()), tr("%n problem(s)", nullptr, problems), tr("%n hint(s)", nullptr, hints)));
    showCurrent();
    emit countChanged();
}

void FindingsPane::showCurrent()
{
    const Finding *finding = m_model->findingAt(m_ui->list->currentIndex());
    m_ui->revealButton->setEnabled(finding != nullptr);
    m_ui->explanation->setVisible(finding != nullptr);
    if (!finding)
        return;
    const text::FindingText words = text::findingText(*finding);
    m_ui->meaningLabel->setText(words.meaning);
    m_ui->consequenceLabel->setText(words.consequence);
    m_ui->adviceLabel->setText(words.advice);
}

void FindingsPane::revealCurrent()
{
    const Finding *finding = m_model->findingAt(m_ui->list->currentIndex());
    if (finding && m_model->store())
        emit revealRequested(placeOf(m_model->store(), *finding));
}

} // namespace espalier
