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

} // namespace

SyncDialog::SyncDialog(StoreList *stores, const Beginning &beginning, const OwnJobList *own, Settings *state, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SyncDialog>())
    , m_own(own)
    , m_job(beginning.job)
    , m_state(state)
    , m_groups(new SyncGroupModel(this))
    , m_answers(this, &answerToSync, [this](const SyncAnswer &answer) { showAnswer(answer); })
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    restoreGeometry(m_state->get(state::SyncGeometry));
    setUpPages(beginning.options);
    setUpJob();
    m_ui->moveButton->setVisible(beginning.canMove);
    m_ui->moveButton->setToolTip(
        tr("Moves what was dropped: copies it, compares it, and removes it at the source. Shows first what that is."));
    connect(m_ui->moveButton, &QPushButton::clicked, this, [this] {
        emit moveWanted();
        reject();
    });
    connect(m_ui->route, &SyncRouteEditor::endsChanged, this, &SyncDialog::showEnds);
    connect(m_ui->route, &SyncRouteEditor::changed, this, &SyncDialog::ask);
    connect(m_ui->route, &SyncRouteEditor::progressChanged, this, &SyncDialog::showTotals);
    m_ui->route->begin(stores, beginning.source, beginning.target, beginning.options);
}

SyncDialog::~SyncDialog() = default;

void SyncDialog::setUpPages(const SyncOptions &options)
{
    m_ui->groupList->setModel(m_groups);
    m_ui->groupList->sortByColumn(SyncGroupModel::NamespaceColumn, Qt::AscendingOrder);
    m_ui->groupList->header()->resizeSection(SyncGroupModel::NamespaceColumn, 220);
    m_ui->groupList->header()->resizeSection(SyncGroupModel::GroupColumn, 200);
    m_ui->optionsPage->fill(options, m_job && m_job->notes.approved);
    if (m_job)
        m_ui->optionsPage->setPace(paceOf(m_job->job));
    m_ui->chips->setFilters(options.filters);
    m_ui->runButton->setIcon(icon(IconName::Apply));
    connect(m_ui->previewPage, &SyncPreviewPage::failed, this, &SyncDialog::failed);
    connect(m_ui->chips, &FilterChips::changed, this, &SyncDialog::ask);
    connect(m_ui->optionsPage, &SyncOptionsPage::changed, this, &SyncDialog::ask);
    connect(m_ui->optionsPage, &SyncOptionsPage::paceChanged, this, &SyncDialog::showButton);
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
    OpenStore *store = target();
    if (!store || store == m_zoneOf)
        return;
    m_zoneOf = store;
    m_ui->jobPage->setZone(std::nullopt);
    whenFinished(store->backend().readReferences(store->planContext().storeName), this, [this, store](const HostReferences &references) {
        if (store == target())
            m_ui->jobPage->setZone(references.hostZone.value_or(std::nullopt));
    });
}

/// An end is another one, or was read again.
void SyncDialog::showEnds()
{
    const QString from = source() ? storeName(*source()) : QString();
    const QString to = target() ? storeName(*target()) : QString();
    setWindowTitle(from.isEmpty() || to.isEmpty() ? tr("Sync") : tr("Sync from %1 into %2").arg(from, to));
    const Tree &tree = m_ui->route->source().tree();
    m_ui->optionsPage->setOwners(ownersIn(tree, m_ui->route->target().tree()));
    m_ui->chips->setGroups(groupsIn(tree));
    readZone();
}

OpenStore *SyncDialog::source() const
{
    return m_ui->route->source().store();
}

OpenStore *SyncDialog::target() const
{
    return m_ui->route->target().store();
}

Result<SyncOptions> SyncDialog::options() const
{
    SyncOptions options;
    options.filters = m_ui->chips->filters();
    return m_ui->route->added(std::move(options)).and_then([this](SyncOptions routed) {
        return m_ui->optionsPage->added(std::move(routed));
    });
}

void SyncDialog::ask()
{
    const auto wanted = options();
    if (!wanted || !source() || !target() || source() == target()) {
        m_answers.drop();
        m_answer = {};
        m_hasAnswer = false;
        return showAll();
    }
    const auto edited = wish();
    m_ui->optionsPage->setApproved(m_job && m_job->notes.approved && edited && haveSameRules(*m_job, jobOf(*edited)));
    const SyncEnd &from = m_ui->route->source();
    const SyncEnd &to = m_ui->route->target();
    m_answers.ask({.source = from.tree(), .target = to.tree(), .hasDetails = from.hasDetails() && to.hasDetails(), .options = *wanted});
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
    m_ui->route->showMapping(mapping);
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
    if (m_answer.failure || !source() || !target())
        return {};
    const auto snapshots = qint64(m_ui->route->source().progress().snapshots + m_ui->route->target().progress().snapshots);
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
    if (const auto pace = m_ui->optionsPage->pace(); !pace)
        return text::oneLine(pace.error());
    if (const QString why = m_ui->route->whyNoEnds(); !why.isEmpty())
        return why;
    if (const QString why = m_ui->route->whyNotUsable(); !why.isEmpty())
        return why;
    if (m_answer.failure)
        return text::oneLine(*m_answer.failure);
    const auto &state = target()->state();
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
    const auto pace = m_ui->optionsPage->pace();
    if (!pace)
        return failWith(pace);
    const auto entry = m_ui->jobPage->entry();
    if (!entry)
        return failWith(entry);
    const auto endOf = [](const OpenStore &store) {
        return SyncJobWish::End{.place = store.place().toString(),
                                .name = toStdString(storeName(store)),
                                .mark = store.state() ? storeMark(store.state()->identity) : std::string()};
    };
    SyncJobWish wish{.before = m_job,
                     .source = endOf(*source()),
                     .target = endOf(*target()),
                     .options = *wanted,
                     .pace = *pace,
                     .entry = *entry,
                     .seen = m_ui->optionsPage->agreed()};
    if (const Done fine = checkPlacedSyncJob(jobOf(wish).job); !fine)
        return failWith(fine);
    return wish;
}

QString SyncDialog::whyNoJob() const
{
    if (const QString why = m_ui->route->whyNoEnds(); !why.isEmpty())
        return why;
    if (isWorking())
        return tr("What it would do is being worked out.");
    const auto wanted = wish();
    if (!wanted)
        return text::oneLine(wanted.error());
    const QString why = m_ui->route->whyNotUsable();
    return why.isEmpty() || !wanted->entry.isEnabled ? QString() : tr("%1 Until then the job can only be saved disabled.").arg(why);
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
    const auto wanted = options();
    const auto pace = m_ui->optionsPage->pace();
    if (wanted && pace && whyNoRun().isEmpty())
        emit runWanted(source(), target(), *wanted, *pace);
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
