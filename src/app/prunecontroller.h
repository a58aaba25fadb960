// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <string>

class QWidget;

namespace espalier {

class OpenStore;
class JobRunner;
class OwnJobList;
class PruneDialog;
class PruneJobController;
struct PruneSelection;
class Settings;
class StoreList;
class TreeView;
struct HostZone;
struct PrunePlan;

/// Opens the windows about prune, which do not keep people from going on in the main window.
class PruneController : public QObject
{
    Q_OBJECT

public:
    /// Windows appear over @p window; @p state remembers their sizes. None is owned.
    PruneController(TreeView *tree, StoreList *stores, OwnJobList *own, JobRunner *runner, Settings *state, QWidget *window);

    void preview();  ///< For what is selected of the active datastore.
    void simulate(); ///< Without any datastore.
    void showJobs(); ///< Those of one's own, and of the active datastore's server.

    PruneJobController *jobs() const { return m_jobs; }

private:
    PruneDialog *open(OpenStore *store, const PruneSelection &selection);
    void stage(OpenStore *store, const PrunePlan &plan, const HostZone &zone);

    TreeView *m_tree;
    StoreList *m_stores;
    OwnJobList *m_own;
    PruneJobController *m_jobs;
    Settings *m_state;
    QWidget *m_window;
};

} // namespace espalier
