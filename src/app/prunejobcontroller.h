// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "app/prunejobeditor.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace espalier {

class OwnJobList;
class PruneJobsDialog;

/// Saves prune jobs: own ones in the user's files, those of a server through a run that can be undone.
class PruneJobController : public QObject
{
    Q_OBJECT

public:
    /// Windows appear over @p window. None is owned.
    PruneJobController(OwnJobList *own, QWidget *window);

    void showTable(OpenStore *store); ///< Null: only own jobs.

    /// Opens the editor with what a preview of @p store showed.
    void save(OpenStore *store, const PruneJobWish &wish);

    void exportTo(const QString &path);

signals:
    void previewWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void newWanted(espalier::OpenStore *store);
    /// The configuration of the store's server is to be changed; @p title names it.
    void configRunWanted(espalier::OpenStore *store, const espalier::ConfigPlan &plan, const QString &title);
    void failed(const QString &sentences);

private:
    void connectTable(PruneJobsDialog *table);
    void edit(OpenStore *store, const PruneJobItem &item);
    void duplicate(const PruneJobItem &item);
    void setEnabled(OpenStore *store, const PruneJobItem &item, bool isEnabled);
    void remove(const PruneJobItem &item);
    void askWhereToExport();
    void saveNew(OpenStore *store, const PruneJobWish &wish);
    void saveEdited(OpenStore *store, const PruneJobItem &saved, const PruneJobWish &wish);
    void open(OpenStore *store, const PruneJobItem &item, const PruneJob &before, PruneJobEditor::Surroundings surroundings);
    void store(OpenStore *store, const PruneJob &before, const PruneJobItem &after, bool isNew);
    void changeServer(OpenStore *store, const PruneJob &before, const PruneJob &after);
    void withServerJob(OpenStore *store, const std::string &id, const std::function<void(const PruneJobItem &)> &proceed);
    std::vector<std::string> ownNames() const;
    QWidget *above() const; ///< The dialog in which somebody works; the window where it is none.

    OwnJobList *m_own;
    QWidget *m_window;
    QPointer<PruneJobsDialog> m_table;
};

} // namespace espalier
