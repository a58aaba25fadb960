// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobsdialog.h"

#include "app/applystate.h"
#include "app/formats.h"
#include "app/icons.h"
#include "app/jobrunner.h"
#include "app/ownjoblist.h"
#include "app/whenfinished.h"
#include "text/jobwords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/schedulewords.h"
#include "text/utf8.h"
#include "ui_jobsdialog.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

namespace espalier {

namespace {

constexpr int itemRole = Qt::UserRole;

QString keepWords(const KeepOptions &options)
{
    QStringList words;
    for (const KeepRule rule : allKeepRules) {
        if (options[rule])
            words << text::keepRuleWord(rule) + u' ' + QString::number(*options[rule]);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

JobsDialog::JobsDialog(OpenStore *store, OwnJobList *own, JobRunner *runner, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::JobsDialog>())
    , m_store(store)
    , m_own(own)
    , m_runner(runner)
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    if (store) {
        connect(store, &QObject::destroyed, this, &QDialog::reject);
        connect(store, &OpenStore::treeChanged, this, &JobsDialog::readServer);
        setWindowTitle(tr("Jobs of %1, and your own").arg(storeName(*store)));
    }
    static constexpr int widths[] = {110, 60, 75, 85, 140, 90, 170, 100, 140, 160};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_ui->jobs->header()->resizeSection(column, widths[column]);
    m_ui->jobs->sortByColumn(0, Qt::AscendingOrder);
    connectButtons();
    connect(own, &OwnJobList::changed, this, &JobsDialog::showItems);
    m_ui->timerBox->setVisible(false);
    if (runner) {
        connect(runner, &JobRunner::overviewsChanged, this, &JobsDialog::showItems);
        connect(runner, &JobRunner::timerChanged, this, &JobsDialog::showTimer);
        connect(m_ui->timerBox, &QCheckBox::clicked, runner, &JobRunner::setTimer);
        showTimer();
    }
    showItems();
    readServer();
}

JobsDialog::~JobsDialog() = default;

void JobsDialog::connectButtons()
{
    m_ui->previewButton->setIcon(icon(IconName::Snapshot));
    m_ui->removeButton->setIcon(icon(IconName::Remove));
    m_ui->exportButton->setIcon(icon(IconName::Export));
    connect(m_ui->jobs, &QTreeWidget::currentItemChanged, this, &JobsDialog::showButtons);
    connect(m_ui->jobs, &QTreeWidget::itemActivated, m_ui->editButton, &QPushButton::click);
    const auto wantSync = [this](const SyncJobItem &item) { emit syncWanted({item.job, item.notes}); };
    connect(m_ui->previewButton, &QPushButton::clicked, this, [this, wantSync] {
        if (const SyncJobItem *sync = currentSync())
            wantSync(*sync);
        else
            emit previewWanted(m_store, *currentPrune());
    });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { emit newWanted(m_store); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this, wantSync] {
        if (const SyncJobItem *sync = currentSync())
            wantSync(*sync);
        else
            emit editWanted(m_store, *currentPrune());
    });
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, [this] { emit duplicateWanted(*current()); });
    connect(m_ui->enableButton, &QPushButton::clicked, this, [this] { emit enableWanted(m_store, *current(), !isEnabled(*current())); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { emit removeWanted(*current()); });
    connect(m_ui->importButton, &QPushButton::clicked, this,
            [this] { emit importWanted(m_serverTexts[fileOf(nameOf(*current()).kind)], *current()); });
    connect(m_ui->exportButton, &QPushButton::clicked, this,
            [this] { emit exportWanted(current() ? nameOf(*current()).kind : JobKind::Prune); });
    connect(m_ui->runButton, &QPushButton::clicked, this, [this] {
        const JobOverview *known = overview(*current());
        if (known && known->isRunning)
            emit stopWanted(nameOf(*current()));
        else
            emit runWanted(nameOf(*current()));
    });
}

void JobsDialog::readServer()
{
    if (!m_store)
        return;
    whenFinished(m_store->backend().readReferences(m_store->planContext().storeName), this, [this](const HostReferences &references) {
        m_zone = references.hostZone.value_or(std::nullopt);
        showItems();
    });
    whenFinished(m_store->backend().readConfig(), this, [this](const ConfigState &config) {
        if (!m_store)
            return;
        readServerJobs(config);
        m_isWritable = config.writable.contains(ConfigFile::PruneJobs);
        m_isServerRead = true;
        showItems();
        emit loaded();
    });
}

void JobsDialog::readServerJobs(const ConfigState &config)
{
    const std::string &store = m_store->planContext().storeName;
    m_server.clear();
    m_serverTexts = config.texts;
    PruneJobReading prunes = readPruneJobs(m_serverTexts[ConfigFile::PruneJobs], fileName(ConfigFile::PruneJobs));
    SyncJobReading syncs = readSyncJobs(m_serverTexts[ConfigFile::SyncJobs], fileName(ConfigFile::SyncJobs));
    for (PruneJob &job : prunes.jobs) {
        if (job.store == store)
            m_server.emplace_back(PruneJobItem{.job = std::move(job)});
    }
    for (SyncJob &job : syncs.jobs) {
        if (job.store == store || (!job.remote && job.remoteStore == store))
            m_server.emplace_back(SyncJobItem{.job = std::move(job)});
    }
    m_problems = std::move(prunes.problems);
    m_problems.insert(m_problems.end(), syncs.problems.begin(), syncs.problems.end());
}

void JobsDialog::showTimer()
{
    const auto &state = m_runner->timerState();
    m_ui->timerBox->setVisible(state.has_value());
    m_ui->timerBox->setChecked(state && state->isInstalled && state->isActive);
}

/// Rows come anew; the chosen one stays the chosen one.
void JobsDialog::showItems()
{
    const auto before = current() ? std::optional(std::pair(nameOf(*current()), isOwn(*current()))) : std::nullopt;
    m_ui->jobs->clear();
    m_items.clear();
    for (const OwnPruneJob &own : m_own->pruneJobs())
        m_items.emplace_back(PruneJobItem{own.job, own.notes, true});
    for (const OwnSyncJob &own : m_own->syncJobs())
        m_items.emplace_back(SyncJobItem{own.job, own.notes, true});
    m_items.insert(m_items.end(), m_server.begin(), m_server.end());
    for (const JobItem &item : m_items)
        showItem(item);
    if (before)
        select(before->first, before->second);
    if (!current() && m_ui->jobs->topLevelItemCount() > 0)
        m_ui->jobs->setCurrentItem(m_ui->jobs->topLevelItem(0));
    showState();
    showButtons();
}

/// Where, what, when and why: what the kinds of jobs have of their own.
QStringList JobsDialog::cells(const PruneJobItem &item) const
{
    const PruneJob &job = item.job;
    return {printable(item.notes.place.empty() ? job.store : item.notes.place), text::namespaceName(job.range.top.toString()),
            job.keep.keepsAll() ? tr("keeps everything", "a prune job") : tr("keeps %1", "a prune job").arg(keepWords(job.keep)),
            printable(job.schedule.text())};
}

QStringList JobsDialog::cells(const SyncJobItem &item) const
{
    const OwnSyncJob placed{item.job, item.notes};
    const SyncOptions options = item.job.options();
    const std::string far = item.job.remote ? *item.job.remote + ":" + item.job.remoteStore : item.job.remoteStore;
    const std::string source = placed.source().empty() ? (item.job.isPush() ? item.job.store : far) : placed.source();
    const std::string target = placed.target().empty() ? (item.job.isPush() ? far : item.job.store) : placed.target();
    return {printable(target), text::namespaceName(options.target.toString()), tr("copies from %1", "a sync job").arg(printable(source)),
            printable(item.job.schedule.value_or(""))};
}

void JobsDialog::showItem(const JobItem &item)
{
    const QStringList own = std::visit([this](const auto &each) { return cells(each); }, item);
    const JobName name = nameOf(item);
    const QString comment = std::visit(
        [](const auto &each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, SyncJobItem>)
                return printable(each.job.comment.value_or(""));
            else
                return printable(each.job.comment);
        },
        item);
    auto *row
        = new QTreeWidgetItem(m_ui->jobs,
                              {printable(name.id), name.kind == JobKind::Sync ? tr("sync", "kind of job") : tr("prune", "kind of job"),
                               isOwn(item) ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"), state(item), own[0],
                               own[1], own[2], own[3], nextRun(item), lastRun(item), comment});
    row->setData(0, itemRole, QVariant::fromValue<qsizetype>(&item - m_items.data()));
    for (int column = 0; column < row->columnCount(); ++column)
        row->setToolTip(column, row->text(column));
    if (const auto *prune = std::get_if<PruneJobItem>(&item))
        row->setToolTip(6, text::keepSentence(prune->job.keep));
    const JobOverview *known = overview(item);
    if (const auto problem = known ? problemOfLastRun(*known) : std::nullopt)
        row->setToolTip(9, text::oneLine(*problem));
    if (!isEnabled(item)) {
        for (int column = 0; column < row->columnCount(); ++column)
            row->setForeground(column, palette().brush(QPalette::Disabled, QPalette::Text));
    }
}

bool JobsDialog::isEnabled(const JobItem &item) const
{
    const auto *prune = std::get_if<PruneJobItem>(&item);
    return prune ? prune->job.isEnabled() : std::get<SyncJobItem>(item).isEnabled();
}

const JobOverview *JobsDialog::overview(const JobItem &item) const
{
    return m_runner && isOwn(item) ? m_runner->overview(nameOf(item)) : nullptr;
}

QString JobsDialog::state(const JobItem &item) const
{
    const JobOverview *known = overview(item);
    if (known && known->isRunning)
        return tr("runs", "a job");
    return isEnabled(item) ? tr("enabled", "a job") : tr("disabled", "a job");
}

QString JobsDialog::lastRun(const JobItem &item) const
{
    const JobOverview *known = overview(item);
    const JobRun *last = known ? known->history.last() : nullptr;
    if (!last || known->isRunning)
        return {};
    const QString age = relativeTimeText(last->begin, QDateTime::currentSecsSinceEpoch());
    return tr("%1, %2", "how a run ended, and its age").arg(text::jobResultWords(known->history, false), age);
}

const JobItem *JobsDialog::current() const
{
    const QTreeWidgetItem *row = m_ui->jobs->currentItem();
    const auto index = row ? row->data(0, itemRole).value<qsizetype>() : -1;
    return index >= 0 && index < qsizetype(m_items.size()) ? &m_items[std::size_t(index)] : nullptr;
}

const PruneJobItem *JobsDialog::currentPrune() const
{
    return current() ? std::get_if<PruneJobItem>(current()) : nullptr;
}

void JobsDialog::select(const JobName &name, bool own)
{
    for (int i = 0; i < m_ui->jobs->topLevelItemCount(); ++i) {
        const auto index = std::size_t(m_ui->jobs->topLevelItem(i)->data(0, itemRole).value<qsizetype>());
        if (nameOf(m_items[index]) == name && isOwn(m_items[index]) == own)
            m_ui->jobs->setCurrentItem(m_ui->jobs->topLevelItem(i));
    }
}

const SyncJobItem *JobsDialog::currentSync() const
{
    const JobItem *item = current();
    return item ? std::get_if<SyncJobItem>(item) : nullptr;
}

bool JobsDialog::isOfStore(const PruneJobItem &item) const
{
    return m_store && (!item.isOwn || item.notes.place == m_store->place().toString());
}

bool JobsDialog::isHere(const JobName &name) const
{
    return std::ranges::any_of(m_items, [&name](const JobItem &item) { return isOwn(item) && nameOf(item) == name; });
}

std::optional<HostZone> JobsDialog::zoneOf(const PruneJobItem &item) const
{
    if (m_zone && isOfStore(item))
        return m_zone;
    const auto chosen = TimeZone::named(item.notes.zone);
    return !item.notes.zone.empty() && chosen ? std::optional(HostZone{item.notes.zone, *chosen}) : std::nullopt;
}

/// Of own jobs the runner knows it; a server's job that is not told to rest runs by its schedule.
QString JobsDialog::nextRun(const JobItem &item) const
{
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    if (const JobOverview *known = overview(item); known && (known->due.next || !known->problem))
        return text::dueWords(*known, now);
    const auto *prune = std::get_if<PruneJobItem>(&item);
    const auto schedule = prune ? std::optional(prune->job.schedule) : scheduleOf(OwnSyncJob{std::get<SyncJobItem>(item).job, {}});
    const auto zone = prune ? zoneOf(*prune) : m_zone;
    if (!schedule || !isEnabled(item))
        return {};
    if (!zone && !schedule->isUtc())
        return tr("time zone unknown", "of a job: nobody knows when it is due");
    return text::nextRuns(*schedule, now, zone ? zone->zone : TimeZone(), 1).value(0);
}

void JobsDialog::showState()
{
    QStringList lines;
    for (const Error &problem : m_own->problems())
        lines << text::oneLine(problem);
    for (const Error &problem : m_problems)
        lines << text::oneLine(problem);
    if (m_items.empty() && lines.isEmpty() && (m_isServerRead || !m_store))
        lines << tr("There are no jobs yet. “New…” opens the preview of a prune, where rules are tried out and saved as a job.");
    m_ui->stateLabel->setText(lines.join(u'\n'));
    m_ui->stateLabel->setVisible(!lines.isEmpty());
}

void JobsDialog::showButtons()
{
    const JobItem *item = current();
    const PruneJobItem *prune = currentPrune();
    const bool isSync = item && !prune;
    const bool mayWrite = item && (isOwn(*item) || (prune && m_isWritable));
    const QString notHere = tr("Open its datastore first.");
    const QString notAllowed = isSync ? tr("PBS knows no disabled sync jobs.") : tr("The jobs of the server can be changed by root only.");
    const auto set = [](QPushButton *button, bool isEnabled, const QString &words) {
        button->setEnabled(isEnabled);
        button->setToolTip(words);
    };
    m_ui->enableButton->setText(item && isEnabled(*item) ? tr("Disa&ble") : tr("E&nable"));
    const bool isOwnSync = isSync && isOwn(*item);
    const QString importFirst = tr("Take it over as your own first.");
    set(m_ui->previewButton, isOwnSync || (prune && isOfStore(*prune)),
        isOwnSync                        ? tr("Shows what the job would copy and remove")
            : isSync                     ? importFirst
            : !item || isOfStore(*prune) ? tr("Shows what the job would remove, to be staged and applied from there")
                                         : notHere);
    set(m_ui->editButton, isOwnSync || (mayWrite && prune),
        isSync && !isOwnSync    ? importFirst
            : mayWrite || !item ? tr("Change what the job says")
                                : notAllowed);
    set(m_ui->enableButton, mayWrite, mayWrite || !item ? tr("Whether the job runs when it is due") : notAllowed);
    set(m_ui->duplicateButton, item, tr("Make a job of your own that says the same; it starts disabled"));
    const bool isRemovable = item && isOwn(*item);
    set(m_ui->removeButton, isRemovable,
        !item || isRemovable ? tr("Forgets the job; no backup is touched") : tr("Jobs of the server are removed there, or disabled."));
    const bool isImportable = item && !isOwn(*item) && !isHere(nameOf(*item));
    set(m_ui->importButton, isImportable,
        item && !isOwn(*item) && !isImportable
            ? tr("There is a job of your own with this name already.")
            : tr("Take a job of the server over as your own; it starts disabled, so that nothing runs twice"));
    m_ui->newButton->setEnabled(m_store);
    m_ui->exportButton->setEnabled(std::ranges::any_of(m_items, [](const JobItem &each) { return isOwn(each); }));
    showRunButton(item);
}

void JobsDialog::showRunButton(const JobItem *item)
{
    const JobOverview *known = item ? overview(*item) : nullptr;
    const bool isRunning = known && known->isRunning;
    const bool isElsewhere = isRunning && !m_runner->isRunning(nameOf(*item));
    m_ui->runButton->setText(isRunning ? tr("&Stop") : tr("R&un now"));
    m_ui->runButton->setIcon(icon(isRunning ? IconName::Stop : IconName::Apply));
    m_ui->runButton->setEnabled(known && !isElsewhere);
    m_ui->runButton->setToolTip(isElsewhere                 ? tr("Another program runs it.")
                                    : item && !isOwn(*item) ? tr("The server runs its jobs itself.")
                                                            : tr("Does what the job says, and removes no more than was approved"));
}

} // namespace espalier
