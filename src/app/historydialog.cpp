// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/historydialog.h"

#include "app/applystate.h"
#include "app/formats.h"
#include "app/icons.h"
#include "app/runwords.h"
#include "app/whenfinished.h"
#include "text/historywords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "ui_historydialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStringList>

namespace espalier {

namespace {

IconName stepIcon(StepState state)
{
    switch (state) {
    case StepState::Completed: return IconName::WillDo;
    case StepState::Failed: return IconName::Problem;
    case StepState::Intended: return IconName::Waits;
    }
    return IconName::Waits;
}

} // namespace

HistoryDialog::HistoryDialog(OpenStore *store, QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::HistoryDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    setWindowTitle(tr("History of %1").arg(storeName(*store)));
    m_ui->runs->header()->resizeSection(0, 170);
    m_ui->runs->header()->resizeSection(1, 330);
    m_ui->runs->header()->resizeSection(2, 130);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->undoButton->setIcon(icon(IconName::Undo));
    connect(m_ui->runs, &QTreeWidget::currentItemChanged, this, &HistoryDialog::showRun);
    m_ui->finishButton->setIcon(icon(IconName::Apply));
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        const std::string id = currentRun()->id;
        accept();
        emit undoRequested(id);
    });
    connect(m_ui->finishButton, &QPushButton::clicked, this, [this] {
        const JournalRun run = *currentRun();
        accept();
        if (run.undoes.empty())
            emit finishRequested(run.id);
        else
            emit undoRequested(run.undoes); // what is back already stays
    });
    m_ui->stateLabel->setText(tr("The history is being read…"));
    showRun();
    whenFinished(store->backend().history(), this, [this](const Result<History> &history) { showHistory(history); });
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::showHistory(const Result<History> &history)
{
    if (!history) {
        m_ui->stateLabel->setText(text::oneLine(history.error()));
        emit loaded();
        return;
    }
    m_history = *history;
    for (const JournalRun &run : m_history.runs) {
        auto *item
            = new QTreeWidgetItem(m_ui->runs, {dateTimeText(run.startedAt), text::historyTitle(run), historyState(run), printable(run.by)});
        item->setIcon(1, icon(run.undoes.empty() ? IconName::MoveTo : IconName::Undo));
    }
    QStringList problems;
    for (const Error &problem : m_history.problems)
        problems << text::oneLine(problem);
    if (m_history.runs.empty())
        problems.prepend(tr("Nothing was done in this datastore yet."));
    m_ui->stateLabel->setText(problems.join(QLatin1Char('\n')));
    m_ui->stateLabel->setVisible(!problems.isEmpty());
    if (m_ui->runs->topLevelItemCount() > 0)
        m_ui->runs->setCurrentItem(m_ui->runs->topLevelItem(0));
    emit loaded();
}

const JournalRun *HistoryDialog::currentRun() const
{
    const int row = m_ui->runs->indexOfTopLevelItem(m_ui->runs->currentItem());
    return row >= 0 ? &m_history.runs[std::size_t(row)] : nullptr;
}

void HistoryDialog::showRun()
{
    const JournalRun *run = currentRun();
    m_ui->steps->clear();
    m_ui->undoButton->setEnabled(run && isUndoable(*run));
    m_ui->finishButton->setEnabled(run && (isRecoverable(*run) || run->isInterrupted()));
    if (!run)
        return;
    for (const JournalStep &step : run->steps) {
        const QString outcome = outcomeText({.step = step.step, .state = step.state, .error = step.error, .note = step.effects.left});
        auto *item = new QTreeWidgetItem(m_ui->steps, {outcome});
        item->setIcon(0, icon(stepIcon(step.state)));
        item->setToolTip(0, outcome);
    }
}

} // namespace espalier
