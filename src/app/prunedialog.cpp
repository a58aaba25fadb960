// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunedialog.h"

#include "app/applystate.h"
#include "app/formats.h"
#include "app/icons.h"
#include "app/ownjoblist.h"
#include "app/prunelistmodel.h"
#include "app/prunewords.h"
#include "app/zonechoice.h"
#include "core/jobs/jobends.h"
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

PruneDialog::PruneDialog(OpenStore *store, const PruneSelection &selection, const OwnJobList *own, Settings *state, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PruneDialog>())
    , m_store(store)
    , m_selection(selection)
    , m_state(state)
    , m_list(new PruneListModel(this))
    , m_own(own)
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
    connect(m_ui->saveButton, &QPushButton::clicked, this, &PruneDialog::save);
    if (m_own)
        connect(m_own, &OwnJobList::changed, this, &PruneDialog::showJobs);
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
    if (m_hostZone && !std::exchange(m_isServerKnown, true)) {
        m_ui->zoneCombo->clear();
        m_ui->zoneCombo->addItem(m_hostZone->name.empty() ? tr("that of the server") : toQString(m_hostZone->name));
        m_ui->zoneCombo->setEnabled(false);
    }
    m_ui->zoneSentence->setVisible(!m_hostZone);
    m_isServerKnown = true;
    showJobs();
}

/// Own jobs for this place, then those of its server.
void PruneDialog::readJobs()
{
    m_jobs.clear();
    const std::string place = m_store->place().toString();
    for (const OwnPruneJob &own : m_own ? m_own->pruneJobs() : std::vector<OwnPruneJob>()) {
        if (own.notes.place == place)
            m_jobs.push_back({own.job.id, true, !own.job.isEnabled(), {own.job.range, own.job.keep}});
    }
    for (const JobReference &job : m_references.jobs) {
        if (job.kind == JobKind::Prune && job.store == m_store->planContext().storeName)
            m_jobs.push_back({job.id, false, job.isDisabled, {job.range, job.keep}});
    }
}

/// The chosen job stays chosen, with what was typed; the first time it is the first one.
void PruneDialog::showJobs()
{
    if (!m_store || !m_isServerKnown)
        return;
    const bool isFirst = m_ui->jobCombo->count() == 0;
    const auto before = job() ? std::optional(*job()) : std::nullopt;
    readJobs();
    const QSignalBlocker blocked(m_ui->jobCombo);
    m_ui->jobCombo->clear();
    m_ui->jobCombo->addItem(tr("these numbers"));
    int chosen = isFirst && !m_jobs.empty() && !m_beginsWithNumbers ? 1 : 0;
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        m_ui->jobCombo->addItem(titleOf(m_jobs[i], false));
        if (before && m_jobs[i].isSame(*before))
            chosen = int(i) + 1;
        if (m_wanted && m_jobs[i].isSame(*m_wanted))
            chosen = int(i) + 1;
    }
    m_ui->jobCombo->setCurrentIndex(chosen);
    const bool isWanted = m_wanted && job() && job()->isSame(*m_wanted);
    if (isWanted)
        m_wanted.reset();
    if (isFirst || isWanted)
        chooseJob();
    else
        markEdited();
}

void PruneDialog::setNumbers()
{
    m_beginsWithNumbers = true;
    m_ui->jobCombo->setCurrentIndex(m_ui->jobCombo->count() > 0 ? 0 : -1);
}

void PruneDialog::setJob(const std::string &id, bool isOwn)
{
    m_wanted = SavedJob{.id = id, .isOwn = isOwn, .rules = {}};
    showJobs();
}

const PruneDialog::SavedJob *PruneDialog::job() const
{
    const int index = m_ui->jobCombo->currentIndex() - 1;
    return index >= 0 && std::size_t(index) < m_jobs.size() ? &m_jobs[std::size_t(index)] : nullptr;
}

QString PruneDialog::titleOf(const SavedJob &job, bool isEdited) const
{
    const QString id = toQString(job.id);
    if (job.isOwn)
        return isEdited      ? tr("own job %1, edited").arg(id)
            : job.isDisabled ? tr("own job %1 (disabled)").arg(id)
                             : tr("own job %1").arg(id);
    return isEdited ? tr("job %1, edited").arg(id) : job.isDisabled ? tr("job %1 (disabled)").arg(id) : tr("job %1").arg(id);
}

void PruneDialog::chooseJob()
{
    if (const SavedJob *chosen = job()) {
        m_ui->keepEditor->setOptions(chosen->rules.keep);
        const QSignalBlocker blocked(m_ui->depthSpin);
        m_ui->depthSpin->setValue(chosen->rules.range.maxDepth.value_or(allDepths));
    }
    markEdited();
}

/// Numbers of a job that were changed are compared with what it says.
void PruneDialog::markEdited()
{
    const SavedJob *chosen = job();
    for (std::size_t i = 0; i < m_jobs.size(); ++i)
        m_ui->jobCombo->setItemText(int(i) + 1, titleOf(m_jobs[i], &m_jobs[i] == chosen && rules() != chosen->rules));
    m_ui->differencesBox->setEnabled(chosen != nullptr);
    if (!chosen)
        m_ui->differencesBox->setChecked(false);
    ask();
}

PruneQuestion::Rules PruneDialog::rules() const
{
    const SavedJob *chosen = job();
    PruneQuestion::Rules rules{.range = {.top = chosen ? chosen->rules.range.top : m_selection.top}, .keep = m_ui->keepEditor->options()};
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
    if (const SavedJob *chosen = job())
        question.saved = chosen->rules;
    question.zone = zone();
    question.jobs = m_references.jobs;
    if (m_own) {
        const auto own = referencesAt(m_own->pruneJobs(), m_store->place().toString(), m_store->planContext().storeName);
        question.jobs.insert(question.jobs.end(), own.begin(), own.end());
        const auto copies = copiesFrom(m_own->syncJobs(), m_store->place().toString(), m_store->planContext().storeName);
        question.jobs.insert(question.jobs.end(), copies.begin(), copies.end());
    }
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
    const auto &shown = onlyDifferences && m_answer.differences ? m_answer.differences : m_answer.shown;
    if (m_answer.forecast)
        m_ui->matrix->setShown(m_answer.forecast, false);
    else
        m_ui->matrix->setShown(shown, onlyDifferences);
    m_isListStale = m_ui->tabs->currentWidget() != m_ui->listPage;
    if (!m_isListStale)
        m_list->setShown(shown, onlyDifferences);
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
    showSaveButton();
}

/// A job works on whole namespaces, and what is approved for it has to have been seen.
void PruneDialog::showSaveButton()
{
    const bool isWhole = m_selection.groups.empty() && NamespaceRange{.top = m_selection.top}.covers(rules().range.top);
    m_ui->saveButton->setText(job() ? tr("Sa&ve the job…") : tr("Sa&ve as a job…"));
    m_ui->saveButton->setEnabled(m_own && isWhole && answer() && !isWorking());
    m_ui->saveButton->setToolTip(isWhole ? tr("Asks for a schedule and the rest, and saves the rules as a prune job")
                                         : tr("A job works on whole namespaces; here only a part of what it would cover is shown."));
}

void PruneDialog::save()
{
    if (!m_store || !answer() || isWorking())
        return;
    const SavedJob *chosen = job();
    PruneJobWish wish{.id = chosen ? chosen->id : std::string(), .isOwn = !chosen || chosen->isOwn};
    wish.range = rules().range;
    wish.keep = rules().keep;
    wish.removed = m_answer.shown->plan.totals.removed;
    if (!m_hostZone && m_isZoneChosen)
        wish.zone = chosenZoneName(m_ui->zoneCombo);
    emit saveWanted(m_store, wish);
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
