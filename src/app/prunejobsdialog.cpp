// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunejobsdialog.h"

#include "app/applystate.h"
#include "app/icons.h"
#include "app/ownjoblist.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/schedulewords.h"
#include "text/utf8.h"
#include "ui_prunejobsdialog.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

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

PruneJobsDialog::PruneJobsDialog(OpenStore *store, OwnJobList *own, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PruneJobsDialog>())
    , m_store(store)
    , m_own(own)
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    if (store) {
        connect(store, &QObject::destroyed, this, &QDialog::reject);
        connect(store, &OpenStore::treeChanged, this, &PruneJobsDialog::readServer);
        setWindowTitle(tr("Prune jobs of %1, and your own").arg(storeName(*store)));
    }
    static constexpr int widths[] = {130, 80, 90, 140, 110, 160, 110, 140};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_ui->jobs->header()->resizeSection(column, widths[column]);
    m_ui->jobs->sortByColumn(0, Qt::AscendingOrder);
    connectButtons();
    connect(own, &OwnJobList::changed, this, &PruneJobsDialog::showItems);
    showItems();
    readServer();
}

PruneJobsDialog::~PruneJobsDialog() = default;

void PruneJobsDialog::connectButtons()
{
    m_ui->previewButton->setIcon(icon(IconName::Snapshot));
    m_ui->removeButton->setIcon(icon(IconName::Remove));
    m_ui->exportButton->setIcon(icon(IconName::Export));
    connect(m_ui->jobs, &QTreeWidget::currentItemChanged, this, &PruneJobsDialog::showButtons);
    connect(m_ui->jobs, &QTreeWidget::itemActivated, m_ui->editButton, &QPushButton::click);
    connect(m_ui->previewButton, &QPushButton::clicked, this, [this] { emit previewWanted(m_store, *current()); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { emit newWanted(m_store); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] { emit editWanted(m_store, *current()); });
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, [this] { emit duplicateWanted(*current()); });
    connect(m_ui->enableButton, &QPushButton::clicked, this,
            [this] { emit enableWanted(m_store, *current(), !current()->job.isEnabled()); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { emit removeWanted(*current()); });
    connect(m_ui->importButton, &QPushButton::clicked, this, [this] { emit importWanted(m_serverText, *current()); });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &PruneJobsDialog::exportWanted);
}

void PruneJobsDialog::readServer()
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
        m_server.clear();
        const auto text = config.texts.find(ConfigFile::PruneJobs);
        m_serverText = text == config.texts.end() ? std::string() : text->second;
        PruneJobReading reading = readPruneJobs(m_serverText, fileName(ConfigFile::PruneJobs));
        for (PruneJob &job : reading.jobs) {
            if (job.store == m_store->planContext().storeName)
                m_server.push_back({.job = std::move(job)});
        }
        m_problems = std::move(reading.problems);
        m_isWritable = config.writable.contains(ConfigFile::PruneJobs);
        m_isServerRead = true;
        showItems();
        emit loaded();
    });
}

/// Rows come anew; the chosen one stays the chosen one.
void PruneJobsDialog::showItems()
{
    const auto before = current() ? std::optional(std::pair(current()->job.id, current()->isOwn)) : std::nullopt;
    m_ui->jobs->clear();
    m_items.clear();
    for (const OwnPruneJob &own : m_own->pruneJobs())
        m_items.push_back({own.job, own.notes, true});
    m_items.insert(m_items.end(), m_server.begin(), m_server.end());
    for (const PruneJobItem &item : m_items)
        showItem(item);
    if (before)
        select(before->first, before->second);
    if (!current() && m_ui->jobs->topLevelItemCount() > 0)
        m_ui->jobs->setCurrentItem(m_ui->jobs->topLevelItem(0));
    showState();
    showButtons();
}

void PruneJobsDialog::showItem(const PruneJobItem &item)
{
    const PruneJob &job = item.job;
    const QString state = job.isEnabled() ? tr("enabled", "a prune job") : tr("disabled", "a prune job");
    const QString keeps = job.keep.keepsAll() ? tr("everything", "what a prune job keeps") : keepWords(job.keep);
    auto *row = new QTreeWidgetItem(m_ui->jobs,
                                    {printable(job.id), item.isOwn ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"),
                                     state, printable(item.notes.place.empty() ? job.store : item.notes.place),
                                     text::namespaceName(job.range.top.toString()), keeps, printable(job.schedule.text()), nextRun(item),
                                     printable(job.comment)});
    row->setData(0, itemRole, QVariant::fromValue<qsizetype>(&item - m_items.data()));
    row->setToolTip(3, row->text(3));
    row->setToolTip(5, text::keepSentence(job.keep));
    if (!job.isEnabled()) {
        for (int column = 0; column < row->columnCount(); ++column)
            row->setForeground(column, palette().brush(QPalette::Disabled, QPalette::Text));
    }
}

const PruneJobItem *PruneJobsDialog::current() const
{
    const QTreeWidgetItem *row = m_ui->jobs->currentItem();
    const auto index = row ? row->data(0, itemRole).value<qsizetype>() : -1;
    return index >= 0 && index < qsizetype(m_items.size()) ? &m_items[std::size_t(index)] : nullptr;
}

void PruneJobsDialog::select(const std::string &id, bool isOwn)
{
    for (int i = 0; i < m_ui->jobs->topLevelItemCount(); ++i) {
        const auto index = std::size_t(m_ui->jobs->topLevelItem(i)->data(0, itemRole).value<qsizetype>());
        if (m_items[index].job.id == id && m_items[index].isOwn == isOwn)
            m_ui->jobs->setCurrentItem(m_ui->jobs->topLevelItem(i));
    }
}

bool PruneJobsDialog::isOfStore(const PruneJobItem &item) const
{
    return m_store && (!item.isOwn || item.notes.place == m_store->place().toString());
}

bool PruneJobsDialog::isHere(const std::string &id) const
{
    return std::ranges::any_of(m_own->pruneJobs(), [&id](const OwnPruneJob &own) { return own.job.id == id; });
}

std::optional<HostZone> PruneJobsDialog::zoneOf(const PruneJobItem &item) const
{
    if (m_zone && isOfStore(item))
        return m_zone;
    const auto chosen = TimeZone::named(item.notes.zone);
    return !item.notes.zone.empty() && chosen ? std::optional(HostZone{item.notes.zone, *chosen}) : std::nullopt;
}

QString PruneJobsDialog::nextRun(const PruneJobItem &item) const
{
    const auto zone = zoneOf(item);
    if (!item.job.isEnabled())
        return {};
    if (!zone && !item.job.schedule.isUtc())
        return tr("time zone unknown", "of a job: nobody knows when it is due");
    return text::nextRuns(item.job.schedule, QDateTime::currentSecsSinceEpoch(), zone ? zone->zone : TimeZone(), 1).value(0);
}

void PruneJobsDialog::showState()
{
    QStringList lines;
    for (const Error &problem : m_own->problems())
        lines << text::oneLine(problem);
    for (const Error &problem : m_problems)
        lines << text::oneLine(problem);
    if (m_items.empty() && lines.isEmpty() && (m_isServerRead || !m_store))
        lines << tr("There are no prune jobs yet. “New…” opens the preview, where rules are tried out and saved as a job.");
    m_ui->stateLabel->setText(lines.join(u'\n'));
    m_ui->stateLabel->setVisible(!lines.isEmpty());
}

void PruneJobsDialog::showButtons()
{
    const PruneJobItem *item = current();
    const bool mayWrite = item && (item->isOwn || m_isWritable);
    const QString notHere = tr("Open its datastore first.");
    const QString notAllowed = tr("The jobs of the server can be changed by root only.");
    const auto set = [](QPushButton *button, bool isEnabled, const QString &words) {
        button->setEnabled(isEnabled);
        button->setToolTip(words);
    };
    m_ui->enableButton->setText(item && item->job.isEnabled() ? tr("Disa&ble") : tr("E&nable"));
    set(m_ui->previewButton, item && isOfStore(*item),
        !item || isOfStore(*item) ? tr("Shows what the job would remove, to be staged and applied from there") : notHere);
    set(m_ui->editButton, mayWrite, mayWrite || !item ? tr("Change what the job says") : notAllowed);
    set(m_ui->enableButton, mayWrite, mayWrite || !item ? tr("Whether the job runs when it is due") : notAllowed);
    set(m_ui->duplicateButton, item, tr("Make a job of your own that says the same; it starts disabled"));
    set(m_ui->removeButton, item && item->isOwn,
        !item || item->isOwn ? tr("Forgets the job; no backup is touched")
                             : tr("Jobs of the server are removed there; here they can be disabled."));
    const bool isImportable = item && !item->isOwn && !isHere(item->job.id);
    set(m_ui->importButton, isImportable,
        item && !item->isOwn && !isImportable
            ? tr("There is a job of your own with this name already.")
            : tr("Take a job of the server over as your own; it starts disabled, so that nothing runs twice"));
    m_ui->newButton->setEnabled(m_store);
    m_ui->exportButton->setEnabled(!m_own->pruneJobs().empty());
}

} // namespace espalier
