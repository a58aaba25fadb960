// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunejobcontroller.h"

#include "app/jobrunner.h"
#include "app/jobsdialog.h"
#include "app/namespaceinput.h"
#include "app/ownjoblist.h"
#include "app/whenfinished.h"
#include "core/pbs/prunejobedit.h"
#include "core/pbs/safeid.h"
#include "text/budgetwords.h"
#include "text/difftext.h"
#include "text/jobwords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>

namespace espalier {

namespace {

CalendarEvent daily()
{
    return CalendarEvent::fromString("daily").value_or(CalendarEvent());
}

/// A name that PBS would take for a datastore; people call theirs as they like.
std::string storeNameFor(const OpenStore &store)
{
    std::string name = store.planContext().storeName;
    std::ranges::replace_if(name, [](char c) { return !isSafeId(std::string("a") + c); }, '_');
    while (name.size() < 3)
        name += '_';
    return name.substr(0, 32);
}

ApprovedStores marksOf(const OpenStore &store)
{
    return {.target = store.state() ? storeMark(store.state()->identity) : std::string()};
}

} // namespace

PruneJobController::PruneJobController(OwnJobList *own, JobRunner *runner, QWidget *window)
    : QObject(window)
    , m_own(own)
    , m_runner(runner)
    , m_window(window)
{
    connect(own, &OwnJobList::failed, this, [this](const Error &error) { emit failed(text::oneLine(error)); });
}

QWidget *PruneJobController::above() const
{
    QWidget *active = QApplication::activeWindow();
    return active && active->parentWidget() == m_window ? active : m_window;
}

std::vector<std::string> PruneJobController::ownNames(JobKind kind) const
{
    std::vector<std::string> names;
    if (kind == JobKind::Sync)
        std::ranges::transform(m_own->syncJobs(), std::back_inserter(names), [](const OwnSyncJob &own) { return own.job.id; });
    else
        std::ranges::transform(m_own->pruneJobs(), std::back_inserter(names), [](const OwnPruneJob &own) { return own.job.id; });
    return names;
}

void PruneJobController::showTable(OpenStore *store)
{
    if (m_table)
        m_table->close();
    m_own->reload();
    if (m_runner)
        m_runner->reload();
    auto *table = new JobsDialog(store, m_own, m_runner, m_window);
    table->setAttribute(Qt::WA_DeleteOnClose);
    m_table = table;
    connectTable(table);
    table->show();
}

void PruneJobController::connectTable(JobsDialog *table)
{
    connect(table, &JobsDialog::previewWanted, this, &PruneJobController::previewWanted);
    connect(table, &JobsDialog::newWanted, this, &PruneJobController::newWanted);
    connect(table, &JobsDialog::editWanted, this, &PruneJobController::edit);
    connect(table, &JobsDialog::syncWanted, this, &PruneJobController::syncWanted);
    connect(table, &JobsDialog::duplicateWanted, this,
            [this](const JobItem &item) { std::visit([this](const auto &each) { duplicate(each); }, item); });
    connect(table, &JobsDialog::enableWanted, this, &PruneJobController::setEnabled);
    connect(table, &JobsDialog::removeWanted, this, [this](const JobItem &item) { remove(nameOf(item)); });
    connect(table, &JobsDialog::exportWanted, this, &PruneJobController::askWhereToExport);
    connect(table, &JobsDialog::importWanted, this, &PruneJobController::import);
    if (!m_runner)
        return;
    connect(table, &JobsDialog::runWanted, this, &PruneJobController::askToRun);
    connect(table, &JobsDialog::stopWanted, m_runner, &JobRunner::stop);
}

/// Where its datastores are is known of the one that is open only.
void PruneJobController::import(const std::string &serverText, const JobItem &item)
{
    JobNotes notes;
    const OpenStore *store = m_table ? m_table->store() : nullptr;
    const auto *sync = std::get_if<SyncJobItem>(&item);
    const bool isOtherEnd = store && sync && sync->job.store != store->planContext().storeName;
    if (store)
        (isOtherEnd ? notes.remotePlace : notes.place) = store->place().toString();
    m_own->change([serverText, name = nameOf(item), notes](OwnJobs &jobs) { return jobs.import(name.kind, serverText, name.id, notes); });
}

/// Nothing asks on the way: so what may go is said before.
void PruneJobController::askToRun(const JobName &name)
{
    const JobOverview *known = m_runner->overview(name);
    if (!known)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Run a job"), tr("Run the %1 now?", "a job").arg(text::jobName(name)),
                                QMessageBox::Cancel, above());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It removes no more than was approved: %1. Make sure that no other server uses its directories.")
                                .arg(text::budgetWords(notesOf(known->job).approved)));
    const QPushButton *go = box->addButton(tr("Run the job"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, m_runner, [runner = m_runner, name] { runner->runNow(name); });
    box->open();
}

void PruneJobController::edit(OpenStore *store, const PruneJobItem &item)
{
    PruneJobEditor::Surroundings surroundings;
    if (store)
        surroundings.namespaces = namespaceNames(store->tree());
    open(store, item, item.job, std::move(surroundings));
}

void PruneJobController::duplicate(const PruneJobItem &item)
{
    PruneJobItem copy = item;
    copy.isOwn = true;
    copy.job.id = freeJobName(item.job.id, ownNames(JobKind::Prune));
    copy.job.disable = true;
    copy.notes.approved.reset();
    OpenStore *store = m_table ? m_table->store() : nullptr;
    if (!item.isOwn && store)
        copy.notes.place = store->place().toString();
    open(store, copy, copy.job, {.isNew = true, .taken = ownNames(JobKind::Prune)});
}

/// What it may remove has to be approved anew: it is another job.
void PruneJobController::duplicate(const SyncJobItem &item)
{
    SyncJobItem copy = item;
    copy.job.id = freeJobName(item.job.id, ownNames(JobKind::Sync));
    copy.notes.isDisabled = true;
    copy.notes.approved.reset();
    const OpenStore *store = m_table ? m_table->store() : nullptr;
    if (!item.isOwn && store)
        (item.job.store == store->planContext().storeName ? copy.notes.place : copy.notes.remotePlace) = store->place().toString();
    m_own->change([copy](OwnJobs &jobs) { return jobs.add(copy.job, copy.notes); });
}

void PruneJobController::setEnabled(OpenStore *store, const JobItem &item, bool isEnabled)
{
    if (isOwn(item))
        return m_own->change([name = nameOf(item), isEnabled](OwnJobs &jobs) { return jobs.setEnabled(name.kind, name.id, isEnabled); });
    const auto *prune = std::get_if<PruneJobItem>(&item);
    if (!prune)
        return;
    PruneJob after = prune->job;
    after.disable = isEnabled ? std::nullopt : std::optional(true);
    changeServer(store, prune->job, after);
}

void PruneJobController::remove(const JobName &name)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove a job"), tr("Remove the %1?", "a job").arg(text::jobName(name)),
                                QMessageBox::Cancel, above());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its rules are forgotten; no backup is touched."));
    const QPushButton *go = box->addButton(tr("Remove the job"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, name] {
        m_own->change([name](OwnJobs &jobs) { return jobs.remove(name.kind, name.id); });
        if (m_runner)
            m_runner->forget(name);
    });
    box->open();
}

void PruneJobController::save(OpenStore *store, const PruneJobWish &wish)
{
    if (wish.id.empty())
        return saveNew(store, wish);
    if (!wish.isOwn)
        return withServerJob(store, wish.id, [this, store, wish](const PruneJobItem &saved) { saveEdited(store, saved, wish); });
    for (const OwnPruneJob &own : m_own->pruneJobs()) {
        if (own.job.id == wish.id)
            return saveEdited(store, {own.job, own.notes, true}, wish);
    }
}

void PruneJobController::saveNew(OpenStore *store, const PruneJobWish &wish)
{
    PruneJobItem item{.job = {}, .isOwn = true};
    item.job.id = freeJobName("prune", ownNames(JobKind::Prune));
    item.job.store = storeNameFor(*store);
    item.job.schedule = daily();
    item.job.range = wish.range;
    item.job.keep = wish.keep;
    item.notes.place = store->place().toString();
    item.notes.zone = wish.zone;
    open(store, item, item.job,
         {.isNew = true,
          .taken = ownNames(JobKind::Prune),
          .namespaces = namespaceNames(store->tree()),
          .seen = wish.removed,
          .seenAt = marksOf(*store)});
}

void PruneJobController::saveEdited(OpenStore *store, const PruneJobItem &saved, const PruneJobWish &wish)
{
    PruneJobItem item = saved;
    item.job.range = wish.range;
    item.job.keep = wish.keep;
    if (!wish.zone.empty())
        item.notes.zone = wish.zone;
    if (item.job.range != saved.job.range || item.job.keep != saved.job.keep)
        item.notes.approved.reset();
    open(store, item, saved.job, {.namespaces = namespaceNames(store->tree()), .seen = wish.removed, .seenAt = marksOf(*store)});
}

/// @p item as the editor begins with, @p before as it is saved.
void PruneJobController::open(OpenStore *store, const PruneJobItem &item, const PruneJob &before, PruneJobEditor::Surroundings surroundings)
{
    const auto show = [this, store = QPointer(store), item, before](PruneJobEditor::Surroundings known) {
        const bool isNew = known.isNew;
        if (const auto chosen = TimeZone::named(item.notes.zone); !known.zone && !item.notes.zone.empty() && chosen)
            known.zone = HostZone{item.notes.zone, *chosen};
        auto *editor = new PruneJobEditor(item, std::move(known), above());
        editor->setAttribute(Qt::WA_DeleteOnClose);
        connect(editor, &QDialog::accepted, this, [this, store, before, isNew, editor] {
            if (const auto entered = editor->item())
                this->store(store, before, *entered, isNew);
        });
        editor->open();
    };
    if (!store)
        return show(std::move(surroundings));
    whenFinished(store->backend().readReferences(store->planContext().storeName), this,
                 [show, surroundings](const HostReferences &references) {
                     PruneJobEditor::Surroundings known = surroundings;
                     known.zone = references.hostZone.value_or(std::nullopt);
                     show(std::move(known));
                 });
}

void PruneJobController::store(OpenStore *store, const PruneJob &before, const PruneJobItem &after, bool isNew)
{
    if (isNew)
        m_own->change([after](OwnJobs &jobs) { return jobs.add(after.job, after.notes); });
    else if (after.isOwn)
        m_own->change([before, after](OwnJobs &jobs) { return jobs.change(before, after.job, after.notes); });
    else
        changeServer(store, before, after.job);
}

void PruneJobController::withServerJob(OpenStore *store, const std::string &id, const std::function<void(const PruneJobItem &)> &proceed)
{
    whenFinished(store->backend().readConfig(), store, [this, id, proceed](const ConfigState &config) {
        const auto text = config.texts.find(ConfigFile::PruneJobs);
        const PruneJobReading reading = readPruneJobs(text == config.texts.end() ? std::string() : text->second, "prune.cfg");
        const auto job = std::ranges::find(reading.jobs, id, &PruneJob::id);
        if (job == reading.jobs.end())
            emit failed(text::oneLine({Error::Kind::NotFound, MessageId::PruneJobUnknown, {id, "prune.cfg"}, 0}));
        else
            proceed({.job = *job});
    });
}

/// Shows what would be written, and has it done when somebody agrees.
void PruneJobController::changeServer(OpenStore *store, const PruneJob &before, const PruneJob &after)
{
    const JobState wanted = differences(before, after);
    if (!store || wanted.values.empty())
        return;
    whenFinished(store->backend().readConfig(), store, [this, store, before, wanted](const ConfigState &config) {
        const auto file = config.texts.find(ConfigFile::PruneJobs);
        const std::string former = file == config.texts.end() ? std::string() : file->second;
        const auto text = edited(former, wanted);
        if (!text)
            return emit failed(text::oneLine(text.error()));
        ConfigPlan plan;
        plan.edits.push_back({valuesOf(before, wanted), wanted});
        plan.files.push_back({ConfigFile::PruneJobs, Digest::of(former), former, *text});
        auto *box
            = new QMessageBox(QMessageBox::Question, tr("Change a job of the server"),
                              tr("Change the prune job \"%1\" of the server?").arg(printable(wanted.id)), QMessageBox::Cancel, above());
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(text::diffLines(plan.files.front()).join(u'\n'));
        const QPushButton *go = box->addButton(tr("Change the job"), QMessageBox::AcceptRole);
        box->setDefaultButton(QMessageBox::Cancel);
        connect(go, &QPushButton::clicked, store, [this, store, plan, id = wanted.id] {
            emit configRunWanted(store, plan, tr("Change the prune job %1").arg(printable(id)));
        });
        box->open();
    });
}

void PruneJobController::askWhereToExport(JobKind kind)
{
    const QString title = kind == JobKind::Sync ? tr("Export sync jobs") : tr("Export prune jobs");
    auto *dialog = new QFileDialog(above(), title, QString::fromUtf8(fileName(fileOf(kind))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString &path) { exportTo(path, kind); });
    dialog->open();
}

void PruneJobController::exportTo(const QString &path, JobKind kind)
{
    whenFinished(m_own->text(fileOf(kind)), this, [this, path, kind](const Result<std::string> &text) {
        const auto jobs = text.and_then([kind](const std::string &all) { return exportedJobs(kind, all, {}); });
        if (!jobs)
            return emit failed(text::oneLine(jobs.error()));
        QSaveFile file(path);
        const QByteArray bytes = QByteArray::fromStdString(*jobs);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            emit failed(tr("\"%1\" could not be written: %2").arg(path, file.errorString()));
    });
}

} // namespace espalier
