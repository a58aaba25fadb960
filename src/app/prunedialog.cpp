// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunedialog.h"

#include "app/applystate.h"
#include "app/formats.h"
#include "app/icons.h"
#include "app/prunelistmodel.h"
#include "app/prunewords.h"
#include "app/zonechoice.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "ui_prunedialog.h"

#include <QDateTime>
#include <QPushButton>

#include <algorithm>

namespace espalier {

namespace {

constexpr int allDepths = -1;

QTreeWidgetItem *totalsRow(const QString &name, const PruneCounts &counts, const QString &size)
{
    auto *item = new QTreeWidgetItem({name, QString::number(counts.groups), QString::number(counts.kept), QString::number(counts.partial),
                                      QString::number(counts.protectedOnes), QString::number(counts.removed), size});
    for (int column = 1; column < item->columnCount(); ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

PruneDialog::PruneDialog(OpenStore *store, const PruneSelection &selection, Settings *state, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PruneDialog>())
    , m_store(store)
    , m_selection(selection)
    , m_state(state)
    , m_list(new PruneListModel(this))
    , m_answers(this, &answerTo, [this](const PruneAnswer &answer) { showAnswer(answer); })
    , m_dependence(this, &zoneDependenceOf, [this](std::size_t count) { showZoneDependence(count); })
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    connect(store, &OpenStore::treeChanged, this, &PruneDialog::readReferences);
    setWindowTitle(tr("Prune preview of %1").arg(storeName(*store)));
    restoreGeometry(m_state->get(state::PruneGeometry));
    setUpPages();
    fillZones(m_ui->zoneCombo);
    showScope();
    showButton();
    connect(m_ui->jobCombo, &QComboBox::currentIndexChanged, this, &PruneDialog::chooseJob);
    connect(m_ui->zoneCombo, &QComboBox::currentIndexChanged, this, &PruneDialog::ask);
    connect(m_ui->zoneCombo, &QComboBox::activated, this, &PruneDialog::chooseZone);
    connect(m_ui->depthSpin, &QSpinBox::valueChanged, this, &PruneDialog::markEdited);
    connect(m_ui->keepEditor, &KeepEditor::changed, this, &PruneDialog::markEdited);
    connect(m_ui->forecastSlider, &QSlider::valueChanged, this, &PruneDialog::ask);
    connect(m_ui->stageButton, &QPushButton::clicked, this, &PruneDialog::stage);
    readReferences();
}

PruneDialog::~PruneDialog() = default;

void PruneDialog::setUpPages()
{
    m_ui->legendLabel->setText(pruneLegend());
    m_ui->list->setModel(m_list);
    m_ui->list->sortByColumn(PruneListModel::NamespaceColumn, Qt::AscendingOrder);
    m_ui->list->header()->resizeSection(PruneListModel::SnapshotColumn, 170);
    m_ui->totals->header()->resizeSection(0, 260);
    m_ui->stageButton->setIcon(icon(IconName::Remove));
    connect(m_ui->stepCombo, &QComboBox::currentIndexChanged, this, [this](int step) { m_ui->matrix->setStep(PeriodStep(step)); });
    connect(m_ui->matrix, &PruneMatrix::stepChanged, this, [this](PeriodStep step) { m_ui->stepCombo->setCurrentIndex(int(step)); });
    connect(m_ui->differencesBox, &QCheckBox::toggled, this, &PruneDialog::showPlan);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_isListStale)
            showPlan();
    });
}

void PruneDialog::showScope()
{
    const int groups = int(m_selection.groups.size());
    const QString name = storeName(*m_store);
    if (groups > 0)
        m_ui->scopeLabel->setText(tr("%n chosen group(s) of %1.", nullptr, groups).arg(name));
    else if (!m_selection.top.isRoot())
        m_ui->scopeLabel->setText(tr("Groups of %1 in the namespace %2 and below.").arg(name, printable(m_selection.top.toString())));
    else
        m_ui->scopeLabel->setText(tr("All groups of %1.").arg(name));
}

void PruneDialog::readReferences()
{
    const auto future = m_store->backend().readReferences(m_store->planContext().storeName);
    whenFinished(future, this, [this](const HostReferences &references) {
        if (m_store)
            showReferences(references);
    });
}

void PruneDialog::showReferences(const HostReferences &references)
{
    m_references = references;
    m_hostZone = references.hostZone.value_or(std::nullopt);
    const bool isFirst = m_ui->jobCombo->count() == 0;
    if (isFirst) {
        for (const JobReference &job : references.jobs) {
            if (job.kind == JobKind::Prune && job.store == m_store->planContext().storeName)
                m_jobs.push_back(job);
        }
        const QSignalBlocker blocked(m_ui->jobCombo);
        m_ui->jobCombo->addItem(tr("these numbers"));
        for (const JobReference &job : m_jobs)
            m_ui->jobCombo->addItem(job.isDisabled ? tr("job %1 (disabled)").arg(toQString(job.id)) : tr("job %1").arg(toQString(job.id)));
        m_ui->jobCombo->setCurrentIndex(m_jobs.empty() ? 0 : 1);
        if (m_hostZone) {
            m_ui->zoneCombo->clear();
            m_ui->zoneCombo->addItem(m_hostZone->name.empty() ? tr("that of the server") : toQString(m_hostZone->name));
            m_ui->zoneCombo->setEnabled(false);
        }
        m_ui->zoneSentence->setVisible(!m_hostZone);
        chooseJob();
    } else {
        ask();
    }
}

const JobReference *PruneDialog::job() const
{
    const int index = m_ui->jobCombo->currentIndex() - 1;
    return index >= 0 ? &m_jobs.at(std::size_t(index)) : nullptr;
}

void PruneDialog::chooseJob()
{
    if (const JobReference *chosen = job()) {
        m_ui->keepEditor->setOptions(chosen->keep);
        const QSignalBlocker blocked(m_ui->depthSpin);
        m_ui->depthSpin->setValue(chosen->range.maxDepth.value_or(allDepths));
    }
    markEdited();
}

/// Numbers of a job that were changed are compared with what it says.
void PruneDialog::markEdited()
{
    const JobReference *chosen = job();
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        const JobReference &each = m_jobs[i];
        const QString id = toQString(each.id);
        const bool isEdited = &each == chosen && rules() != PruneQuestion::Rules{each.range, each.keep};
        m_ui->jobCombo->setItemText(int(i) + 1,
                                    isEdited              ? tr("job %1, edited").arg(id)
                                        : each.isDisabled ? tr("job %1 (disabled)").arg(id)
                                                          : tr("job %1").arg(id));
    }
    m_ui->differencesBox->setEnabled(chosen != nullptr);
    if (!chosen)
        m_ui->differencesBox->setChecked(false);
    ask();
}

PruneQuestion::Rules PruneDialog::rules() const
{
    const JobReference *chosen = job();
    PruneQuestion::Rules rules{.range = {.top = chosen ? chosen->range.top : m_selection.top}, .keep = m_ui->keepEditor->options()};
    if (m_ui->depthSpin->value() != allDepths)
        rules.range.maxDepth = m_ui->depthSpin->value();
    return rules;
}

TimeZone PruneDialog::zone() const
{
    return m_hostZone ? m_hostZone->zone : chosenZone(m_ui->zoneCombo);
}

void PruneDialog::setKeep(const KeepOptions &options)
{
    m_ui->keepEditor->setOptions(options);
    markEdited();
}

void PruneDialog::ask()
{
    if (!m_store || m_ui->jobCombo->count() == 0)
        return;
    PruneQuestion question{.tree = m_store->tree(), .selection = m_selection, .rules = rules()};
    if (const JobReference *chosen = job())
        question.saved = PruneQuestion::Rules{chosen->range, chosen->keep};
    question.zone = zone();
    question.jobs = m_references.jobs;
    question.store = m_store->planContext().storeName;
    question.now = QDateTime::currentSecsSinceEpoch();
    question.forecastDays = m_ui->forecastSlider->value();
    showForecastDate();
    m_dependence.drop();
    m_answers.ask(std::move(question));
    showButton();
}

void PruneDialog::showAnswer(const PruneAnswer &answer)
{
    m_answer = answer;
    showPlan();
    showTotals(answer.shown->plan);
    showWarnings(answer.warnings);
    showButton();
    if (!m_hostZone)
        m_dependence.ask(answer.shown);
    emit answered();
}

/// The list can be long, so it is filled where somebody looks at it.
void PruneDialog::showPlan()
{
    const bool onlyDifferences = m_ui->differencesBox->isChecked();
    if (m_answer.forecast)
        m_ui->matrix->setShown(m_answer.forecast, false);
    else
        m_ui->matrix->setShown(m_answer.shown, onlyDifferences);
    m_isListStale = m_ui->tabs->currentWidget() != m_ui->listPage;
    if (!m_isListStale)
        m_list->setShown(m_answer.shown, onlyDifferences);
}

void PruneDialog::showTotals(const PrunePlan &plan)
{
    const auto size
        = [](const PruneCounts &counts) { return counts.sizeIsKnown ? sizeText(counts.removedBytes) : tr("not read yet", "a size"); };
    m_ui->totals->clear();
    for (const NamespacePrune &each : plan.namespaces)
        m_ui->totals->addTopLevelItem(totalsRow(text::namespaceName(each.ns.toString()), each.counts, size(each.counts)));
    m_ui->totals->addTopLevelItem(totalsRow(tr("all together", "sum of a table"), plan.totals, size(plan.totals)));
    const PruneCounts &all = plan.totals;
    QStringList sentences{tr("%n snapshot(s) stay", nullptr, int(all.snapshots() - all.removed)),
                          tr("%n of them protected", nullptr, int(all.protectedOnes)), tr("%n snapshot(s) go", nullptr, int(all.removed))};
    if (all.sizeIsKnown && all.removed > 0)
        sentences << tr("%1 before deduplication", "a size").arg(sizeText(all.removedBytes));
    if (m_answer.onlySaved > 0)
        sentences << tr("%n group(s) of the saved job are not covered", nullptr, int(m_answer.onlySaved));
    m_ui->totalLabel->setText(sentences.join(QStringLiteral(" · ")));
}

void PruneDialog::showWarnings(const std::vector<Error> &warnings)
{
    m_ui->warnings->clear();
    for (const Error &warning : warnings)
        new QListWidgetItem(icon(IconName::NeedsAttention), text::oneLine(warning), m_ui->warnings);
    m_ui->warnings->setVisible(!warnings.empty());
}

void PruneDialog::showZoneDependence(std::size_t count)
{
    m_ui->zoneSentence->setText(
        count == 0 ? tr("The time zone of the server is not known. No verdict here depends on it.")
                   : tr("The time zone of the server is not known. Whether %n snapshot(s) stay or go depends on it: choose it here.",
                        nullptr, int(count)));
}

void PruneDialog::showForecastDate()
{
    const int days = m_ui->forecastSlider->value();
    const QString date = QDate::currentDate().addDays(days).toString(Qt::ISODate);
    m_ui->forecastLabel->setText(days == 0 ? tr("now")
                                           : tr("%1: what is left if backups go on as they did and the prune runs every day").arg(date));
}

void PruneDialog::chooseZone()
{
    m_isZoneChosen = isZoneKnown(m_ui->zoneCombo);
    showButton();
}

void PruneDialog::showButton()
{
    const std::size_t removed = m_answer.shown ? m_answer.shown->plan.totals.removed : 0;
    const bool isZoneSure = m_hostZone || m_isZoneChosen;
    m_ui->stageButton->setText(tr("&Stage the removal of %n snapshot(s)", nullptr, int(removed)));
    m_ui->stageButton->setEnabled(removed > 0 && isZoneSure && !isWorking());
    m_ui->stageButton->setToolTip(removed == 0     ? tr("There is nothing to remove.")
                                      : isZoneSure ? tr("They become a pending change; nothing is removed before it is applied.")
                                                   : tr("Choose the time zone of the server first."));
}

void PruneDialog::stage()
{
    if (m_store && answer() && !isWorking())
        emit removalsWanted(m_store, m_answer.shown->plan, m_hostZone.value_or(HostZone{chosenZoneName(m_ui->zoneCombo), zone()}));
}

void PruneDialog::done(int result)
{
    m_state->set(state::PruneGeometry, saveGeometry());
    QDialog::done(result);
}

} // namespace espalier
