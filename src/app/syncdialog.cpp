// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncdialog.h"

#include "app/applystate.h"
#include "app/colourscheme.h"
#include "app/icons.h"
#include "app/ownjoblist.h"
#include "app/syncgroupmodel.h"
#include "app/syncpreviewwords.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/utf8.h"
#include "ui_syncdialog.h"

#include <QPushButton>

#include <algorithm>
#include <set>

namespace espalier {

namespace {

Result<NamespacePath> entered(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return NamespacePath::fromString(text == QLatin1String("/") ? std::string() : toStdString(text));
}

/// Owners of the groups there, and the one that PBS takes without another.
QStringList ownersIn(const Tree &source, const Tree &target)
{
    std::set<std::string> owners{SyncOptions().owner};
    for (const Tree *tree : {&source, &target}) {
        tree->forEachNamespace([&owners](const Namespace &ns) {
            for (const auto &group : ns.groups) {
                if (group->owner)
                    owners.insert(group->owner->toString());
            }
        });
    }
    QStringList words;
    std::ranges::transform(owners, std::back_inserter(words), [](const std::string &owner) { return toQString(owner); });
    return words;
}

std::vector<GroupId> groupsIn(const Tree &tree)
{
    std::set<GroupId> ids;
    tree.forEachNamespace([&ids](const Namespace &ns) {
        for (const auto &group : ns.groups)
            ids.insert(group->id);
    });
    return {ids.begin(), ids.end()};
}

std::map<NamespacePath, NamespaceTree::Mark> sourceMarks(const SyncMapping &mapping)
{
    using Look = NamespaceTree::Mark::Look;
    std::map<NamespacePath, NamespaceTree::Mark> marks;
    for (const MappedNamespace &each : mapping.namespaces)
        marks[each.source] = {each.lands() ? Look::Concerned : Look::Dimmed, SyncPreviewWords::fate(each.fate)};
    return marks;
}

std::map<NamespacePath, NamespaceTree::Mark> targetMarks(const SyncMapping &mapping)
{
    using Look = NamespaceTree::Mark::Look;
    std::map<NamespacePath, NamespaceTree::Mark> marks;
    for (const MappedNamespace &each : mapping.namespaces) {
        const bool isNew = each.fate == MappedNamespace::Fate::New;
        if (each.lands())
            marks[each.target] = {isNew ? Look::Ghost : Look::Concerned, isNew ? SyncDialog::tr("will be made") : QString()};
    }
    return marks;
}

} // namespace

SyncDialog::SyncDialog(StoreList *stores, const Beginning &beginning, const OwnJobList *own, Settings *state, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SyncDialog>())
    , m_stores(stores)
    , m_own(own)
    , m_job(beginning.job)
    , m_state(state)
    , m_groups(new SyncGroupModel(this))
    , m_answers(this, &answerToSync, [this](const SyncAnswer &answer) { showAnswer(answer); })
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    restoreGeometry(m_state->get(state::SyncGeometry));
    setUpTrees();
    setUpPages(beginning.options);
    setUpJob();
    setUpEnds(beginning);
}

SyncDialog::~SyncDialog() = default;

void SyncDialog::setUpTrees()
{
    m_ui->links->setTrees(m_ui->sourceTree, m_ui->targetTree);
    connect(m_ui->sourceTree, &NamespaceTree::anchorChosen, this,
            [this](const NamespacePath &ns) { chooseAnchor(m_ui->sourceEdit, m_ui->sourceTree, ns); });
    connect(m_ui->targetTree, &NamespaceTree::anchorChosen, this,
            [this](const NamespacePath &ns) { chooseAnchor(m_ui->targetEdit, m_ui->targetTree, ns); });
    const auto join = [this](const NamespacePath &source, const NamespacePath &target) {
        chooseAnchor(m_ui->sourceEdit, m_ui->sourceTree, source);
        chooseAnchor(m_ui->targetEdit, m_ui->targetTree, target);
    };
    connect(m_ui->targetTree, &NamespaceTree::dropped, this, join);
    connect(m_ui->sourceTree, &NamespaceTree::dropped, this,
            [join](const NamespacePath &target, const NamespacePath &source) { join(source, target); });
    for (const QLineEdit *edit : {m_ui->sourceEdit, m_ui->targetEdit})
        connect(edit, &QLineEdit::textEdited, this, &SyncDialog::typeAnchor);
    connect(m_ui->depthSlider, &QSlider::valueChanged, this, &SyncDialog::ask);
}

void SyncDialog::setUpPages(const SyncOptions &options)
{
    m_ui->groupList->setModel(m_groups);
    m_ui->groupList->sortByColumn(SyncGroupModel::NamespaceColumn, Qt::AscendingOrder);
    m_ui->groupList->header()->resizeSection(SyncGroupModel::NamespaceColumn, 220);
    m_ui->groupList->header()->resizeSection(SyncGroupModel::GroupColumn, 200);
    m_ui->optionsPage->fill(options, m_job && m_job->notes.approved);
    m_ui->chips->setFilters(options.filters);
    m_ui->runButton->setIcon(icon(IconName::Apply));
    connect(m_ui->previewPage, &SyncPreviewPage::failed, this, &SyncDialog::failed);
    connect(m_ui->chips, &FilterChips::changed, this, &SyncDialog::ask);
    connect(m_ui->optionsPage, &SyncOptionsPage::changed, this, &SyncDialog::ask);
    connect(m_ui->optionsPage, &SyncOptionsPage::listWanted, this, &SyncDialog::showRemovals);
    connect(m_ui->runButton, &QPushButton::clicked, this, &SyncDialog::run);
}

void SyncDialog::setUpJob()
{
    if (m_job)
        m_ui->jobPage->fill(entryOf(*m_job), false);
    connect(m_own, &OwnJobList::changed, this, &SyncDialog::showJobs);
    connect(m_ui->jobPage, &SyncJobPage::jobChosen, this, &SyncDialog::openJob);
    connect(m_ui->jobPage, &SyncJobPage::changed, this, &SyncDialog::showSaveButton);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &SyncDialog::save);
    connect(&m_target, &SyncEnd::changed, this, &SyncDialog::readZone);
    showJobs();
}

/// One that was just saved is edited from now on.
void SyncDialog::showJobs()
{
    std::vector<std::string> names;
    for (const OwnSyncJob &each : m_own->syncJobs()) {
        names.push_back(each.job.id);
        if (each.job.id == m_saving) {
            m_job = each;
            m_ui->jobPage->fill(entryOf(each), false);
        }
    }
    m_saving.clear();
    m_ui->jobPage->setSaved(std::move(names));
    showSaveButton();
}

/// Jobs count in the time zone of the server that has the target.
void SyncDialog::readZone()
{
    OpenStore *store = m_target.store();
    if (!store || store == m_zoneOf)
        return;
    m_zoneOf = store;
    m_ui->jobPage->setZone(std::nullopt);
    whenFinished(store->backend().readReferences(store->planContext().storeName), this, [this, store](const HostReferences &references) {
        if (store == m_target.store())
            m_ui->jobPage->setZone(references.hostZone.value_or(std::nullopt));
    });
}

void SyncDialog::setUpEnds(const Beginning &beginning)
{
    m_source.setStore(beginning.source);
    m_target.setStore(beginning.target);
    fillStores();
    m_ui->sourceEdit->setText(toQString(beginning.options.source.toString()));
    m_ui->targetEdit->setText(toQString(beginning.options.target.toString()));
    showTrees();
    m_ui->depthSlider->setValue(beginning.options.maxDepth.value_or(m_ui->depthSlider->maximum()));
    for (const SyncEnd *end : {&m_source, &m_target}) {
        connect(end, &SyncEnd::changed, this, &SyncDialog::showTrees);
        connect(end, &SyncEnd::progressChanged, this, &SyncDialog::showTotals);
    }
    for (const QComboBox *combo : {m_ui->sourceCombo, m_ui->targetCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &SyncDialog::chooseStores);
    connect(m_stores, &StoreList::opened, this, &SyncDialog::fillStores);
    connect(m_stores, &StoreList::closed, this, &SyncDialog::fillStores);
}

void SyncDialog::fillStores()
{
    for (const auto &[combo, end] : {std::pair(m_ui->sourceCombo, &m_source), std::pair(m_ui->targetCombo, &m_target)}) {
        const QSignalBlocker blocked(combo);
        combo->clear();
        for (OpenStore *store : m_stores->stores()) {
            combo->addItem(icon(IconName::Datastore), storeName(*store), QVariant::fromValue(store));
            combo->setItemData(combo->count() - 1, toQString(store->place().toString()), Qt::ToolTipRole);
        }
        combo->setCurrentIndex(combo->findData(QVariant::fromValue(end->store())));
    }
    showButton();
}

void SyncDialog::chooseStores()
{
    m_source.setStore(m_ui->sourceCombo->currentData().value<OpenStore *>());
    m_target.setStore(m_ui->targetCombo->currentData().value<OpenStore *>());
}

void SyncDialog::chooseAnchor(QLineEdit *edit, NamespaceTree *tree, const NamespacePath &ns)
{
    edit->setText(toQString(ns.toString()));
    if (tree->anchor() != ns)
        tree->setAnchor(ns);
    showDepths();
    ask();
}

void SyncDialog::typeAnchor()
{
    for (const auto &[edit, tree] : {std::pair(m_ui->sourceEdit, m_ui->sourceTree), std::pair(m_ui->targetEdit, m_ui->targetTree)}) {
        if (const auto ns = entered(edit); ns && *ns != tree->anchor())
            tree->setAnchor(*ns);
    }
    showDepths();
    ask();
}

/// An end is another one, or was read again.
void SyncDialog::showTrees()
{
    const QString from = m_source.store() ? storeName(*m_source.store()) : QString();
    const QString to = m_target.store() ? storeName(*m_target.store()) : QString();
    setWindowTitle(from.isEmpty() || to.isEmpty() ? tr("Sync") : tr("Sync from %1 into %2").arg(from, to));
    m_ui->sourceTree->setTree(from, m_source.tree());
    m_ui->targetTree->setTree(to, m_target.tree());
    m_ui->optionsPage->setOwners(ownersIn(m_source.tree(), m_target.tree()));
    m_ui->chips->setGroups(groupsIn(m_source.tree()));
    typeAnchor();
}

/// From 0 to what PBS takes, and one more for "full".
void SyncDialog::showDepths()
{
    const QSignalBlocker blocked(m_ui->depthSlider);
    QSlider *slider = m_ui->depthSlider;
    const bool isFull = slider->value() == slider->maximum();
    const int largest = largestSyncDepth(m_ui->sourceTree->anchor(), m_ui->targetTree->anchor());
    const int depth = isFull ? largest + 1 : std::min(slider->value(), largest);
    slider->setRange(0, largest + 1);
    slider->setValue(depth);
}

Result<SyncOptions> SyncDialog::options() const
{
    const auto source = entered(m_ui->sourceEdit);
    const auto target = entered(m_ui->targetEdit);
    if (!source || !target)
        return source ? failWith(target) : failWith(source);
    SyncOptions options;
    options.source = *source;
    options.target = *target;
    if (m_ui->depthSlider->value() < m_ui->depthSlider->maximum())
        options.maxDepth = m_ui->depthSlider->value();
    options.filters = m_ui->chips->filters();
    return m_ui->optionsPage->added(std::move(options));
}

void SyncDialog::showPlaceProblem()
{
    QStringList problems;
    for (const QLineEdit *edit : {m_ui->sourceEdit, m_ui->targetEdit}) {
        if (const auto ns = entered(edit); !ns)
            problems << text::oneLine(ns.error());
    }
    for (const SyncEnd *end : {&m_source, &m_target}) {
        if (end->store() && !whyNoSyncEnd(*end->store()).isEmpty())
            problems << whyNoSyncEnd(*end->store());
        else if (end->error())
            problems << text::oneLine(*end->error());
    }
    if (m_stores->stores().size() < 2)
        problems << tr("Open a second datastore to copy from one into the other.");
    m_ui->placeProblem->setText(problems.join(u'\n'));
    m_ui->placeProblem->setVisible(!problems.isEmpty());
}

void SyncDialog::ask()
{
    const int depth = m_ui->depthSlider->value();
    m_ui->depthValue->setText(depth == m_ui->depthSlider->maximum() ? tr("full", "depth") : QString::number(depth));
    showPlaceProblem();
    const auto wanted = options();
    const bool isSame = m_source.store() == m_target.store();
    if (!wanted || !m_source.store() || !m_target.store() || isSame) {
        m_answers.drop();
        m_answer = {};
        m_hasAnswer = false;
        return showAll();
    }
    const auto edited = wish();
    m_ui->optionsPage->setApproved(m_job && m_job->notes.approved && edited && haveSameRules(*m_job, jobOf(*edited)));
    m_answers.ask({.source = m_source.tree(),
                   .target = m_target.tree(),
                   .hasDetails = m_source.hasDetails() && m_target.hasDetails(),
                   .options = *wanted});
    showButton();
}

void SyncDialog::showAnswer(const SyncAnswer &answer)
{
    m_answer = answer;
    m_hasAnswer = true;
    showAll();
    if (!isWorking())
        emit answered();
}

void SyncDialog::showAll()
{
    showMapping();
    showGroups();
    m_ui->previewPage->setShown(m_answer.shown, {});
    showTotals();
    m_ui->optionsPage->setRemoving(m_answer.removing); // may ask again
    showButton();
}

void SyncDialog::showMapping()
{
    const SyncMapping &mapping = m_answer.mapping;
    m_ui->sourceTree->setMarks(sourceMarks(mapping));
    m_ui->targetTree->setMarks(targetMarks(mapping));
    m_ui->links->setMapping(mapping.namespaces);
    const auto wanted = options();
    m_ui->mappingLabel->setText(wanted && !mapping.namespaces.empty() ? SyncPreviewWords::mapping(mapping, *wanted) : QString());
    m_ui->remarks->clear();
    const auto tell = [this](IconName name, const QString &words) { new QListWidgetItem(icon(name), words, m_ui->remarks); };
    if (m_answer.failure)
        tell(IconName::Refused, text::oneLine(*m_answer.failure));
    for (const MappingRemark &remark : mapping.remarks)
        tell(IconName::NeedsAttention, SyncPreviewWords::remark(remark));
    for (const Error &note : m_answer.shown ? m_answer.shown->plan.notes : std::vector<Error>())
        tell(IconName::NeedsAttention, text::oneLine(note));
    m_ui->remarks->setVisible(m_ui->remarks->count() > 0);
    constexpr int shown = 3;
    const int lines = std::min(m_ui->remarks->count(), shown);
    m_ui->remarks->setFixedHeight(lines * std::max(m_ui->remarks->sizeHintForRow(0), 1) + 2 * m_ui->remarks->frameWidth() + 2);
}

void SyncDialog::showGroups()
{
    m_groups->setGroups(m_answer.groups, m_ui->chips->filters());
    m_ui->groupLabel->setText(m_answer.groups ? SyncPreviewWords::matches(m_answer) : QString());
}

/// What removing would remove, and nothing else, whether it is chosen or not.
void SyncDialog::showRemovals()
{
    if (!m_answer.removing || isWorking())
        return;
    m_ui->tabs->setCurrentWidget(m_ui->previewPage);
    m_ui->previewPage->setOutcome(SyncOutcome::Remove);
    m_ui->previewPage->setShown(m_answer.removing,
                                m_answer.removing->removed > 0
                                    ? tr("This is what “Remove vanished” removes at the target. It can be chosen now, under Options.")
                                    : tr("The source has everything that is at the target: nothing would be removed now."));
    m_ui->optionsPage->markSeen();
}

QString SyncDialog::waiting() const
{
    if (m_answer.failure || !m_source.store() || !m_target.store())
        return {};
    const auto snapshots = qint64(m_source.progress().snapshots + m_target.progress().snapshots);
    return tr("Reading the manifests of both datastores … %n snapshot(s)", nullptr, int(snapshots));
}

void SyncDialog::showTotals()
{
    const ShownSync *shown = m_answer.shown.get();
    const QString removal = shown ? SyncPreviewWords::removal(*shown) : QString();
    m_ui->totalLabel->setText(shown ? SyncPreviewWords::sums(*shown) : waiting());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, alarmingText(colours));
    m_ui->removalLabel->setPalette(colours);
    m_ui->removalLabel->setText(removal);
    m_ui->removalLabel->setVisible(!removal.isEmpty());
}

QString SyncDialog::whyNoRun() const
{
    if (const auto wanted = options(); !wanted)
        return text::oneLine(wanted.error());
    if (!m_source.store() || !m_target.store())
        return tr("Choose a datastore for both ends.");
    if (m_source.store() == m_target.store())
        return tr("Choose another datastore for one of the ends: a sync copies from one into another.");
    for (const SyncEnd *end : {&m_source, &m_target}) {
        if (const QString why = whyNoSyncEnd(*end->store()); !why.isEmpty())
            return why;
    }
    if (m_answer.failure)
        return text::oneLine(*m_answer.failure);
    const auto &state = m_target.store()->state();
    if (state && !state->access.allowed && state->access.reason)
        return text::oneLine(*state->access.reason);
    if (!m_hasAnswer || !m_answer.shown || isWorking())
        return tr("What it would do is being worked out.");
    const ShownSync &shown = *m_answer.shown;
    if (shown.copied + shown.checked + shown.removed + shown.removedPlaces + shown.newNamespaces == 0)
        return tr("There is nothing to do.");
    return {};
}

void SyncDialog::showButton()
{
    const QString why = whyNoRun();
    m_ui->runButton->setText(tr("R&un now"));
    m_ui->runButton->setEnabled(why.isEmpty());
    m_ui->runButton->setToolTip(why.isEmpty() ? tr("Reads both datastores again and copies; it can be stopped at any time") : why);
    showSaveButton();
}

Result<SyncJobWish> SyncDialog::wish() const
{
    const auto wanted = options();
    if (!wanted)
        return failWith(wanted);
    const auto entry = m_ui->jobPage->entry();
    if (!entry)
        return failWith(entry);
    const auto endOf = [](const OpenStore &store) { return SyncJobWish::End{store.place().toString(), toStdString(storeName(store))}; };
    SyncJobWish wish{.before = m_job,
                     .source = endOf(*m_source.store()),
                     .target = endOf(*m_target.store()),
                     .options = *wanted,
                     .entry = *entry,
                     .seen = m_ui->optionsPage->seen()};
    if (const Done fine = checkPlacedSyncJob(jobOf(wish).job); !fine)
        return failWith(fine);
    return wish;
}

QString SyncDialog::whyNoJob() const
{
    if (!m_source.store() || !m_target.store())
        return tr("Choose a datastore for both ends.");
    if (m_source.store() == m_target.store())
        return tr("Choose another datastore for one of the ends: a sync copies from one into another.");
    if (isWorking())
        return tr("What it would do is being worked out.");
    const auto wanted = wish();
    return wanted ? QString() : text::oneLine(wanted.error());
}

void SyncDialog::showSaveButton()
{
    const QString why = whyNoJob();
    m_ui->saveButton->setText(m_job ? tr("&Save the job") : tr("&Save as job"));
    m_ui->saveButton->setEnabled(why.isEmpty());
    m_ui->saveButton->setToolTip(why.isEmpty() ? tr("Saves it as a sync job of your own, as the page “Job” says") : why);
}

void SyncDialog::save()
{
    if (!whyNoJob().isEmpty())
        return;
    const SyncJobWish wanted = *wish();
    m_saving = wanted.entry.id;
    emit saveWanted(wanted);
}

void SyncDialog::run()
{
    if (const auto wanted = options(); wanted && whyNoRun().isEmpty())
        emit runWanted(m_source.store(), m_target.store(), *wanted);
}

void SyncDialog::openJob(const QString &name)
{
    const auto wanted = std::ranges::find(m_own->syncJobs(), toStdString(name), [](const OwnSyncJob &each) { return each.job.id; });
    if (m_job && toQString(m_job->job.id) == name)
        return;
    emit editWanted(wanted == m_own->syncJobs().end() ? std::nullopt : std::optional(*wanted));
    reject();
}

void SyncDialog::done(int result)
{
    m_state->set(state::SyncGeometry, saveGeometry());
    QDialog::done(result);
}

} // namespace espalier
