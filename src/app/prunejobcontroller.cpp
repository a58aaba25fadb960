// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunejobcontroller.h"

#include "app/namespaceinput.h"
#include "app/ownjoblist.h"
#include "app/prunejobsdialog.h"
#include "app/whenfinished.h"
#include "core/pbs/prunejobedit.h"
#include "core/pbs/safeid.h"
#include "text/difftext.h"
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

} // namespace

PruneJobController::PruneJobController(OwnJobList *own, QWidget *window) : QObject(window), m_own(own), m_window(window)
{
    connect(own, &OwnJobList::failed, this, [this](const Error &error) { emit failed(text::oneLine(error)); });
}

QWidget *PruneJobController::above() const
{
    QWidget *active = QApplication::activeWindow();
    return active && active->parentWidget() == m_window ? active : m_window;
}

std::vector<std::string> PruneJobController::ownNames() const
{
    std::vector<std::string> names;
    for (const OwnPruneJob &own : m_own->pruneJobs())
        names.push_back(own.job.id);
    return names;
}

void PruneJobController::showTable(OpenStore *store)
{
    if (m_table)
        m_table->close();
    m_own->reload();
    auto *table = new PruneJobsDialog(store, m_own, m_window);
    table->setAttribute(Qt::WA_DeleteOnClose);
    m_table = table;
    connectTable(table);
    table->show();
}

void PruneJobController::connectTable(PruneJobsDialog *table)
{
    connect(table, &PruneJobsDialog::previewWanted, this, &PruneJobController::previewWanted);
    connect(table, &PruneJobsDialog::newWanted, this, &PruneJobController::newWanted);
    connect(table, &PruneJobsDialog::editWanted, this, &PruneJobController::edit);
    connect(table, &PruneJobsDialog::duplicateWanted, this, &PruneJobController::duplicate);
    connect(table, &PruneJobsDialog::enableWanted, this, &PruneJobController::setEnabled);
    connect(table, &PruneJobsDialog::removeWanted, this, &PruneJobController::remove);
    connect(table, &PruneJobsDialog::exportWanted, this, &PruneJobController::askWhereToExport);
    connect(table, &PruneJobsDialog::importWanted, this, [this, table](const std::string &serverText, const PruneJobItem &item) {
        JobNotes notes;
        if (!m_table)
            return;
        if (const OpenStore *store = table->store())
            notes.place = store->place().toString();
        m_own->change([serverText, id = item.job.id, notes](OwnJobs &jobs) { return jobs.import(JobKind::Prune, serverText, id, notes); });
    });
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
    copy.job.id = freeJobName(item.job.id, ownNames());
    copy.job.disable = true;
    copy.notes.approved.reset();
    OpenStore *store = m_table ? m_table->store() : nullptr;
    if (!item.isOwn && store)
        copy.notes.place = store->place().toString();
    open(store, copy, copy.job, {.isNew = true, .taken = ownNames()});
}

void PruneJobController::setEnabled(OpenStore *store, const PruneJobItem &item, bool isEnabled)
{
    if (item.isOwn)
        return m_own->change([id = item.job.id, isEnabled](OwnJobs &jobs) { return jobs.setEnabled(JobKind::Prune, id, isEnabled); });
    PruneJob after = item.job;
    after.disable = isEnabled ? std::nullopt : std::optional(true);
    changeServer(store, item.job, after);
}

void PruneJobController::remove(const PruneJobItem &item)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove a prune job"),
                                tr("Remove the prune job \"%1\"?").arg(printable(item.job.id)), QMessageBox::Cancel, above());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its rules are forgotten; no backup is touched."));
    const QPushButton *go = box->addButton(tr("Remove the job"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this,
            [this, id = item.job.id] { m_own->change([id](OwnJobs &jobs) { return jobs.remove(JobKind::Prune, id); }); });
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
    item.job.id = freeJobName("prune", ownNames());
    item.job.store = storeNameFor(*store);
    item.job.schedule = daily();
    item.job.range = wish.range;
    item.job.keep = wish.keep;
    item.notes.place = store->place().toString();
    item.notes.zone = wish.zone;
    open(store, item, item.job, {.isNew = true, .taken = ownNames(), .namespaces = namespaceNames(store->tree()), .seen = wish.removed});
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
    open(store, item, saved.job, {.namespaces = namespaceNames(store->tree()), .seen = wish.removed});
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

void PruneJobController::askWhereToExport()
{
    auto *dialog = new QFileDialog(above(), tr("Export prune jobs"), QStringLiteral("prune.cfg"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &PruneJobController::exportTo);
    dialog->open();
}

void PruneJobController::exportTo(const QString &path)
{
    whenFinished(m_own->pruneText(), this, [this, path](const Result<std::string> &text) {
        const auto jobs = text.and_then([](const std::string &all) { return exportedJobs(JobKind::Prune, all, {}); });
        if (!jobs)
            return emit failed(text::oneLine(jobs.error()));
        QSaveFile file(path);
        const QByteArray bytes = QByteArray::fromStdString(*jobs);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            emit failed(tr("\"%1\" could not be written: %2").arg(path, file.errorString()));
    });
}

} // namespace espalier
