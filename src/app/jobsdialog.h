// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jobitem.h"
#include "app/openstore.h"
#include "core/datastore/hostzone.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class JobsDialog;
}

namespace espalier {

class JobRunner;
class OwnJobList;
struct JobOverview;

/// The prune and sync jobs of the user's own and those of one datastore's server. It changes nothing itself: it tells what is wanted.
class JobsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store may be null: then there are only own jobs.
    /// @p runner may be null: then nothing is known of runs, and none can be begun.
    JobsDialog(OpenStore *store, OwnJobList *own, JobRunner *runner, QWidget *parent = nullptr);
    ~JobsDialog() override;

    const std::vector<JobItem> &items() const { return m_items; }
    void select(const JobName &name, bool isOwn);
    OpenStore *store() const { return m_store; }

signals:
    void loaded(); ///< All that is known is shown.
    void previewWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void newWanted(espalier::OpenStore *store);
    void editWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void syncWanted(const espalier::OwnSyncJob &job); ///< To be seen, and changed.
    void duplicateWanted(const espalier::JobItem &item);
    void enableWanted(espalier::OpenStore *store, const espalier::JobItem &item, bool isEnabled);
    void removeWanted(const espalier::JobItem &item);
    void importWanted(const std::string &serverText, const espalier::JobItem &item);
    void exportWanted(espalier::JobKind kind);
    void runWanted(const espalier::JobName &name);
    void stopWanted(const espalier::JobName &name);

private:
    void connectButtons();
    void readServer();
    void showItems();
    void readServerJobs(const ConfigState &config);
    void showItem(const JobItem &item);
    QStringList cells(const PruneJobItem &item) const;
    QStringList cells(const SyncJobItem &item) const;
    void showTimer();
    void showState();
    void showButtons();
    void showRunButton(const JobItem *item);
    const JobItem *current() const;
    const PruneJobItem *currentPrune() const; ///< Null where it is none.
    const SyncJobItem *currentSync() const;   ///< The same.
    bool isOfStore(const PruneJobItem &item) const;
    bool isHere(const JobName &name) const; ///< As an own job.
    bool isEnabled(const JobItem &item) const;
    const JobOverview *overview(const JobItem &item) const; ///< Of an own job; null where nothing is known.
    std::optional<HostZone> zoneOf(const PruneJobItem &item) const;
    QString nextRun(const JobItem &item) const;
    QString lastRun(const JobItem &item) const;
    QString state(const JobItem &item) const;

    std::unique_ptr<Ui::JobsDialog> m_ui;
    QPointer<OpenStore> m_store;
    OwnJobList *m_own;
    JobRunner *m_runner;
    std::vector<JobItem> m_server;
    std::vector<JobItem> m_items;  ///< All that are shown.
    std::vector<Error> m_problems; ///< Of the server's files.
    ConfigTexts m_serverTexts;
    std::optional<HostZone> m_zone; ///< Of the server.
    bool m_isServerRead = false;
    bool m_isWritable = false; ///< Somebody here may change the server's jobs.
};

} // namespace espalier
