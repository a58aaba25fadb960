// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/undodialog.h"

#include "app/applystate.h"
#include "app/icons.h"
#include "app/verdicttext.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/steptext.h"
#include "ui_undodialog.h"

#include <QHeaderView>
#include <QPushButton>

namespace espalier {

UndoDialog::UndoDialog(OpenStore *store, const UndoPlan &undo, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_undo(undo)
    , m_ui(std::make_unique<Ui::UndoDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    m_ui->whatLabel->setText(tr("Undo of the run %1 in %2:").arg(QString::fromStdString(undo.runId), storeName(*store)));
    const int newSnapshots = int(undo.newSnapshots());
    m_ui->choice->setVisible(newSnapshots > 0);
    m_ui->choiceLabel->setText(tr("%n backup(s) came to the new places since the run.", nullptr, newSnapshots));
    connect(m_ui->takeButton, &QRadioButton::clicked, this, [this] { chooseNewBackups(NewBackups::Take); });
    connect(m_ui->leaveButton, &QRadioButton::clicked, this, [this] { chooseNewBackups(NewBackups::Leave); });
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit undoRequested(m_undo);
    });
    showPlan();
    m_ui->steps->header()->resizeSection(0, 150);
    m_ui->steps->header()->resizeSection(1, 330);
}

UndoDialog::~UndoDialog() = default;

void UndoDialog::chooseNewBackups(NewBackups choice)
{
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    whenFinished(m_store->backend().planUndo(m_undo.runId, choice), this, [this, asked = ++m_asked](const Result<UndoPlan> &undo) {
        if (asked != m_asked)
            return;
        if (undo) {
            m_undo = *undo;
            showPlan();
        } else {
            m_ui->problemLabel->setText(text::oneLine(undo.error()));
        }
    });
}

void UndoDialog::showPlan()
{
    m_ui->steps->clear();
    for (const UndoStep &step : m_undo.steps) {
        const QString reason = step.verdict.reason ? verdictReason(step.verdict)
            : step.newSnapshots > 0                ? tr("%n newer backup(s) since then", nullptr, int(step.newSnapshots))
                                                   : QString();
        auto *item = new QTreeWidgetItem(m_ui->steps, {verdictWord(step.verdict.level), text::runStepTitle(step.step), reason});
        item->setIcon(0, icon(verdictIcon(step.verdict.level)));
        item->setToolTip(2, reason);
    }
    const bool ready = m_undo.isReady();
    if (m_undo.steps.empty())
        m_ui->problemLabel->setText(tr("There is nothing to undo: everything is where it was before the run."));
    else if (!ready)
        m_ui->problemLabel->setText(tr("Not all of it can be undone now, so nothing is. The list says why."));
    else
        m_ui->problemLabel->clear();
    QPushButton *ok = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    ok->setEnabled(ready);
    const int groups = int(m_undo.groupsToMove());
    ok->setText(groups > 0 ? tr("Bring back %n group(s)", nullptr, groups) : tr("Undo"));
}

} // namespace espalier
