// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulatordialog.h"

#include "app/prunelistmodel.h"
#include "app/prunewords.h"
#include "app/zonechoice.h"
#include "ui_simulatordialog.h"

#include <QDate>
#include <QTimeZone>

namespace espalier {

SimulatorDialog::SimulatorDialog(Settings *state, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SimulatorDialog>())
    , m_state(state)
    , m_list(new PruneListModel(this))
    , m_answers(this, &simulate, [this](const SimulationAnswer &answer) { showAnswer(answer); })
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    restoreGeometry(m_state->get(state::SimulatorGeometry));
    const QDate today = QDate::currentDate();
    m_ui->rhythmEdit->setPlainText(QStringLiteral("daily"));
    m_ui->fromEdit->setText(today.addMonths(-11).toString(Qt::ISODate));
    m_ui->untilEdit->setText(today.toString(Qt::ISODate));
    fillZones(m_ui->zoneCombo);
    m_ui->zoneCombo->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_ui->keepEditor->setOptions({.last = 3, .daily = 7, .weekly = 4, .monthly = 6});
    m_ui->legendLabel->setText(pruneLegend());
    m_ui->list->setModel(m_list);
    m_ui->list->sortByColumn(PruneListModel::SnapshotColumn, Qt::DescendingOrder);
    m_ui->list->header()->resizeSection(PruneListModel::SnapshotColumn, 170);
    m_ui->list->hideColumn(PruneListModel::NamespaceColumn);
    m_ui->list->hideColumn(PruneListModel::GroupColumn);
    connect(m_ui->rhythmEdit, &QPlainTextEdit::textChanged, this, &SimulatorDialog::ask);
    connect(m_ui->timesEdit, &QPlainTextEdit::textChanged, this, &SimulatorDialog::ask);
    connect(m_ui->fromEdit, &QLineEdit::textChanged, this, &SimulatorDialog::ask);
    connect(m_ui->untilEdit, &QLineEdit::textChanged, this, &SimulatorDialog::ask);
    connect(m_ui->zoneCombo, &QComboBox::currentIndexChanged, this, &SimulatorDialog::ask);
    connect(m_ui->keepEditor, &KeepEditor::changed, this, &SimulatorDialog::ask);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &SimulatorDialog::showList);
    ask();
}

SimulatorDialog::~SimulatorDialog() = default;

void SimulatorDialog::setKeep(const KeepOptions &options)
{
    m_ui->keepEditor->setOptions(options);
    ask();
}

void SimulatorDialog::ask()
{
    m_answers.ask({.rhythms = m_ui->rhythmEdit->toPlainText(),
                   .times = m_ui->timesEdit->toPlainText(),
                   .from = m_ui->fromEdit->text(),
                   .until = m_ui->untilEdit->text(),
                   .zone = chosenZone(m_ui->zoneCombo),
                   .keep = m_ui->keepEditor->options()});
}

void SimulatorDialog::showAnswer(const SimulationAnswer &answer)
{
    m_answer = answer;
    m_ui->calendar->setShown(answer.shown);
    showList();
    if (answer.shown) {
        const PruneCounts &all = answer.shown->plan.totals;
        m_ui->resultLabel->setText(tr("%n backup(s) stay", nullptr, int(all.snapshots() - all.removed)) + QStringLiteral(" · ")
                                   + tr("%n backup(s) go", nullptr, int(all.removed)));
    } else {
        m_ui->resultLabel->setText(answer.problem);
    }
    emit answered();
}

/// It can be long, so it is filled where somebody looks at it.
void SimulatorDialog::showList()
{
    if (m_ui->tabs->currentWidget() == m_ui->listPage)
        m_list->setShown(m_answer.shown, false);
}

void SimulatorDialog::done(int result)
{
    m_state->set(state::SimulatorGeometry, saveGeometry());
    QDialog::done(result);
}

} // namespace espalier
