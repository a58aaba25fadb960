// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"
#include "app/placenotice.h"
#include "app/programcontext.h"
#include "app/task.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QLabel;
class QToolButton;

namespace Ui {
class MainWindow;
}

namespace espalier {

class DatastoreModel;
class EditController;
class ItemController;
class PendingMemory;
class PlanOpener;
class JobRunner;
class MaintenanceController;
class OwnJobList;
class PruneController;
class RunController;
class SessionState;
class StoreList;
class SyncController;
class TaskList;
class WindowActions;

/// The window: puts tree, panes and controllers together. What they do, they do themselves.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const ProgramContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens places as people type them; what is no place is said in the message bar.
    void openPlaces(const QStringList &places, const QString &workingDirectory = {});
    void restoreSession(); ///< What was open and expanded when the program was left.
    void runDueJobs();     ///< From now on, while the window is there.
    void activate();       ///< Brings the window to the front.

    StoreList &stores() { return *m_stores; }
    TaskList &tasks() { return *m_tasks; }
    Ui::MainWindow &ui() { return *m_ui; }

public slots:
    void open();
    void connectOverSsh();
    void connectTo(const QString &host); ///< Asks for a datastore there.
    void openDemo();
    void closeActive();
    void refresh();
    void find();
    void showOnlySeveral(); ///< Or everything again, as the action is checked.
    void selectMatching();
    void openPending();
    void savePending();
    void exportLog();
    void apply();
    void discard();
    void undoLastRun();
    void showHistory();
    void recover(); ///< Looks at interrupted runs.
    void checkEverything();
    void setMaintenance();
    void sync();
    void previewPrune();
    void simulatePrune();
    void showPruneJobs();
    void resetLayout();
    void about();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpJobs();
    void setUpDocks();
    void setUpTree();
    void setUpPanes();
    void setUpStatusBar();
    void setUpColourSchemes();
    void addStore(OpenStore *store);
    void removeStore(OpenStore *store);
    void addRecent(const OpenStore *store);
    void showRecent();
    void showActive(OpenStore *store);
    void showPage();
    void showPlan();
    void showPlaceNotice();
    void showActivity();
    void showFindingCount();
    void showReport(OpenStore *store, const RunReport &report, bool isUndo, Task *task);
    QList<MessageBar::Offer> offerLog(Task *task);
    void lookFirst(OpenStore *store);
    void offerRecovery(OpenStore *store, int runs);
    void showMatches(int count);
    void showContextMenu(QPoint at);
    void reveal(const ItemRef &item);
    void revealChange(OpenStore *store, std::size_t change);
    void updateActions();
    void saveSession();
    void recallPending(OpenStore *store);
    void askBeforeClosing();

    std::unique_ptr<Ui::MainWindow> m_ui;
    ProgramContext m_context;
    StoreList *m_stores;
    TaskList *m_tasks;
    DatastoreModel *m_model;
    EditController *m_edit;
    ItemController *m_items;
    RunController *m_runs;
    PlanOpener *m_opener;
    OwnJobList *m_ownJobs;
    JobRunner *m_jobRunner;
    PruneController *m_prune;
    SyncController *m_sync;
    MaintenanceController *m_maintenance;
    WindowActions *m_actions;
    std::unique_ptr<SessionState> m_session;
    std::unique_ptr<PendingMemory> m_memory;
    QLabel *m_activityLabel;
    QLabel *m_cutLabel;
    QToolButton *m_findingsButton;
    std::optional<PlaceNotice> m_shownNotice;
    QByteArray m_factoryLayout;
    bool m_closeAgreed = false;
    bool m_wasEmpty = true;
};

} // namespace espalier
