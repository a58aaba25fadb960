// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "app/prunejobitem.h"
#include "core/datastore/hostzone.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class PruneJobsDialog;
}

namespace espalier {

class OwnJobList;

/// The prune jobs of the user's own and those of one datastore's server. It changes nothing itself: it tells what is wanted.
class PruneJobsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store may be null: then there are only own jobs.
    PruneJobsDialog(OpenStore *store, OwnJobList *own, QWidget *parent = nullptr);
    ~PruneJobsDialog() override;

    const std::vector<PruneJobItem> &items() const { return m_items; }
    void select(const std::string &id, bool isOwn);
    OpenStore *store() const { return m_store; }

signals:
    void loaded(); ///< All that is known is shown.
    void previewWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void newWanted(espalier::OpenStore *store);
    void editWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item);
    void duplicateWanted(const espalier::PruneJobItem &item);
    void enableWanted(espalier::OpenStore *store, const espalier::PruneJobItem &item, bool isEnabled);
    void removeWanted(const espalier::PruneJobItem &item);
    void importWanted(const std::string &serverText, const espalier::PruneJobItem &item);
    void exportWanted();

private:
    void connectButtons();
    void readServer();
    void showItems();
    void showItem(const PruneJobItem &item);
    void showState();
    void showButtons();
    const PruneJobItem *current() const;
    bool isOfStore(const PruneJobItem &item) const;
    bool isHere(const std::string &id) const; ///< As an own job.
    std::optional<HostZone> zoneOf(const PruneJobItem &item) const;
    QString nextRun(const PruneJobItem &item) const;

    std::unique_ptr<Ui::PruneJobsDialog> m_ui;
    QPointer<OpenStore> m_store;
    OwnJobList *m_own;
    std::vector<PruneJobItem> m_server;
    std::vector<PruneJobItem> m_items; ///< All that are shown.
    std::vector<Error> m_problems;     ///< Of the server's file.
    std::string m_serverText;
    std::optional<HostZone> m_zone; ///< Of the server.
    bool m_isServerRead = false;
    bool m_isWritable = false; ///< Somebody here may change the server's jobs.
};

} // namespace espalier
