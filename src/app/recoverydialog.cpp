// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recoverydialog.h"

#include "app/applystate.h"
#include "app/icons.h"
#include "app/verdicttext.h"
#include "text/steptext.h"
#include "ui_recoverydialog.h"

namespace espalier {

namespace {

QString stateWord(RecoveryStep::State state)
{
    switch (state) {
    case RecoveryStep::State::Finished: return RecoveryDialog::tr("done", "a step");
    case RecoveryStep::State::Partly: return RecoveryDialog::tr("partly done", "a step");
    case RecoveryStep::State::NotDone: return RecoveryDialog::tr("not done", "a step");
    case RecoveryStep::State::Changed: return RecoveryDialog::tr("changed since", "a step");
    }
    return {};
}

IconName stateIcon(RecoveryStep::State state)
{
    switch (state) {
    case RecoveryStep::State::Finished: return IconName::WillDo;
    case RecoveryStep::State::Partly:
    case RecoveryStep::State::NotDone: return IconName::Waits;
    case RecoveryStep::State::Changed: return IconName::Refused;
    }
    return IconName::Refused;
}

} // namespace

RecoveryDialog::RecoveryDialog(OpenStore *store, const Recovery &recovery, QWidget *parent)
    : QDialog(parent)
    , m_recovery(recovery)
    , m_ui(std::make_unique<Ui::RecoveryDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    m_ui->whatLabel->setText(tr("The run %1 in %2 did not come to its end. This is what the disk shows now:")
                                 .arg(QString::fromStdString(recovery.runId), storeName(*store)));
    m_ui->finishButton->setIcon(icon(IconName::Apply));
    m_ui->undoButton->setIcon(icon(IconName::Undo));
    for (QPushButton *decision : {m_ui->finishButton, m_ui->undoButton}) // not by Return alone
        decision->setAutoDefault(false);
    m_ui->laterButton->setDefault(true);
    connect(m_ui->finishButton, &QPushButton::clicked, this, [this] {
        accept();
        emit finishRequested(m_recovery);
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        accept();
        emit undoRequested(m_recovery.runId);
    });
    showSteps();
    m_ui->steps->header()->resizeSection(0, 130);
    m_ui->steps->header()->resizeSection(1, 420);
}

RecoveryDialog::~RecoveryDialog() = default;

void RecoveryDialog::showSteps()
{
    for (const RecoveryStep &step : m_recovery.steps) {
        const QString reason = verdictReason(step.verdict);
        auto *item = new QTreeWidgetItem(m_ui->steps, {stateWord(step.state), text::runStepTitle(step.step), reason});
        item->setIcon(0, icon(stateIcon(step.state)));
        item->setToolTip(1, text::runStepTitle(step.step));
        item->setToolTip(2, reason);
    }
    const int changed = int(m_recovery.count(RecoveryStep::State::Changed));
    const int left = int(m_recovery.steps.size() - m_recovery.count(RecoveryStep::State::Finished)) - changed;
    if (changed > 0)
        m_ui->problemLabel->setText(tr("%n step(s) were changed by something else since. They are left as they are.", nullptr, changed));
    else
        m_ui->problemLabel->setText(left > 0 ? tr("%n step(s) are left to do.", nullptr, left)
                                             : tr("Everything is done; only the journal does not say so."));
}

} // namespace espalier
