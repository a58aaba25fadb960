// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jobitem.h"
#include "app/openstore.h"
#include "app/prunejobeditor.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace espalier {

class JobRunner;
class JobsDialog;
class OwnJobList;

/// What is done with jobs of a table: own ones are saved in the user's files, prune jobs of a server through a run that can be undone.
class PruneJobController : public QObject
{
    Q_OBJECT

public:
    /// Windows appear over @p window. @p runner may be null. None is owned.
    PruneJobController(OwnJobList *own, JobRunner *runner, QWidget *window);

    void showTable(OpenStore *store); ///< Null: only own jobs.

    /// Opens the editor with what a preview of @p store showed.
    void save(OpenStore *store, const PruneJobWish &wish);

    void exportTo(const QString &path, JobKind kind = JobKind::Prune);

signals:
    void previewWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void newWanted(espalier::OpenStore *store);
    void syncWanted(const espalier::OwnSyncJob &job);
    /// The configuration of the store's server is to be changed; @p title names it.
    void configRunWanted(espalier::OpenStore *store, const espalier::ConfigPlan &plan, const QString &title);
    void failed(const QString &sentences);

private:
    void connectTable(JobsDialog *table);
    void edit(OpenStore *store, const PruneJobItem &item);
    void duplicate(const PruneJobItem &item);
    void duplicate(const SyncJobItem &item);
    void setEnabled(OpenStore *store, const JobItem &item, bool isEnabled);
    void remove(const JobName &name);
    void import(const std::string &serverText, const JobItem &item);
    void askWhereToExport(JobKind kind);
    void askToRun(const JobName &name);
    void saveNew(OpenStore *store, const PruneJobWish &wish);
    void saveEdited(OpenStore *store, const PruneJobItem &saved, const PruneJobWish &wish);
    void open(OpenStore *store, const PruneJobItem &item, const PruneJob &before, PruneJobEditor::Surroundings surroundings);
    void store(OpenStore *store, const PruneJob &before, const PruneJobItem &after, bool isNew);
    void changeServer(OpenStore *store, const PruneJob &before, const PruneJob &after);
    void withServerJob(OpenStore *store, const std::string &id, const std::function<void(const PruneJobItem &)> &proceed);
    std::vector<std::string> ownNames(JobKind kind) const;
    QWidget *above() const; ///< The dialog in which somebody works; the window where it is none.

    OwnJobList *m_own;
    JobRunner *m_runner;
    QWidget *m_window;
    QPointer<JobsDialog> m_table;
};

} // namespace espalier
