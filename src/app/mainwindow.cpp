// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/mainwindow.h"

#include "app/datastoremodel.h"
#include "app/editcontroller.h"
#include "app/itemcontroller.h"
#include "app/jobrunner.h"
#include "app/maintenancecontroller.h"
#include "app/pendingmemory.h"
#include "app/placenotice.h"
#include "app/planopener.h"
#include "app/ownjoblist.h"
#include "app/prunecontroller.h"
#include "app/prunejobcontroller.h"
#include "app/runcontroller.h"
#include "app/runwords.h"
#include "app/sessionstate.h"
#include "app/synccontroller.h"
#include "app/tasklist.h"
#include "app/treeview.h"
#include "app/windowactions.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace espalier {

MainWindow::MainWindow(const ProgramContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_context(context)
    , m_stores(new StoreList(context.makeBackend, this))
    , m_tasks(new TaskList(this))
    , m_model(new DatastoreModel(this))
    , m_session(std::make_unique<SessionState>(context.state))
    , m_memory(std::make_unique<PendingMemory>(context.state))
    , m_activityLabel(new QLabel(this))
    , m_cutLabel(new QLabel(this))
    , m_findingsButton(new QToolButton(this))
{
    m_ui->setupUi(this);
    setWindowIcon(icon(IconName::Application));
    m_edit = new EditController(m_ui->tree, m_stores, this);
    m_runs = new RunController(m_tasks, this);
    m_items = new ItemController(m_ui->tree, m_stores, this);
    m_opener = new PlanOpener(this);
    setUpJobs();
    m_prune = new PruneController(m_ui->tree, m_stores, m_ownJobs, m_jobRunner, m_context.state, this);
    m_sync = new SyncController(m_ui->tree, m_stores, m_tasks, m_runs, m_ownJobs, m_context.state, m_context.openService, this);
    m_maintenance = new MaintenanceController(m_stores, this);
    m_actions = new WindowActions(this, m_ui.get(), m_edit, m_items, m_stores->undoGroup());
    setUpDocks();
    setUpTree();
    setUpPanes();
    setUpStatusBar();
    setUpColourSchemes();
    connect(m_stores, &StoreList::opened, this, &MainWindow::addStore);
    connect(m_stores, &StoreList::aboutToClose, this, &MainWindow::removeStore);
    connect(m_stores, &StoreList::closed, this, &MainWindow::showPage);
    connect(m_stores, &StoreList::closed, this, [this] { m_ui->panePending->setOpenStores(m_stores->stores()); });
    connect(m_stores, &StoreList::activeChanged, this, &MainWindow::showActive);
    connect(m_runs, &RunController::runningChanged, this, &MainWindow::showPlan);
    connect(m_runs, &RunController::finished, this, &MainWindow::showReport);
    const auto warn = [this](const QString &words) { m_ui->messageBar->showMessage(MessageBar::Kind::Warning, words); };
    connect(m_runs, &RunController::failed, this, [warn](OpenStore *, const QString &words) { warn(words); });
    connect(m_edit, &EditController::refused, this, warn);
    connect(m_items, &ItemController::refused, this, warn);
    connect(m_prune->jobs(), &PruneJobController::failed, this, warn);
    connect(m_prune->jobs(), &PruneJobController::configRunWanted, m_runs, &RunController::changeConfig);
    connect(m_sync, &SyncController::failed, this, warn);
    connect(m_sync, &SyncController::finished, this, [this](Task::State state, const QString &summary, Task *task) {
        const auto kind = state == Task::State::Finished ? MessageBar::Kind::Success
            : state == Task::State::Stopped              ? MessageBar::Kind::Warning
                                                         : MessageBar::Kind::Error;
        m_ui->messageBar->showMessage(kind, summary, offerLog(task));
    });
    connect(m_prune->jobs(), &PruneJobController::syncWanted, m_sync, &SyncController::editJob);
    connect(m_edit, &EditController::copyRequested, m_sync, &SyncController::copy);
    connect(m_ui->tree, &TreeView::copyRequested, m_sync, &SyncController::copy);
    connect(m_runs, &RunController::interrupted, this, &MainWindow::offerRecovery);
    connect(m_ui->actionKeepGoing, &QAction::toggled, this, [this](bool checked) {
        m_runs->setKeepGoing(checked);
        showPlan();
    });
    connect(m_ui->actionAtOnce, &QAction::toggled, m_edit, &EditController::setAtOnce);
    connect(m_edit, &EditController::applyRequested, m_runs, &RunController::apply);
    const auto tell = [this](MessageBar::Kind kind, const QString &words) { m_ui->messageBar->showMessage(kind, words); };
    connect(m_opener, &PlanOpener::told, this, tell);
    connect(m_maintenance, &MaintenanceController::told, this, tell);
    showRecent();
    showPage();
    showActive(nullptr);
    m_session->restoreLayout(*this, *m_ui->tree);
}

MainWindow::~MainWindow()
{
    m_stores->closeAll(); // while everything that listens is still there
}

void MainWindow::openPlaces(const QStringList &places, const QString &workingDirectory)
{
    const QString base = workingDirectory.isEmpty() ? QDir::currentPath() : workingDirectory;
    for (const QString &text : places) {
        const auto place = Place::fromString(text.toStdString(), base.toStdString());
        if (place)
            m_stores->open(*place);
        else
            m_ui->messageBar->showMessage(MessageBar::Kind::Error, text::oneLine(place.error()));
    }
}

void MainWindow::restoreSession()
{
    const QStringList places = m_session->openPlaces();
    m_session->restoreExpanded(*m_ui->tree);
    openPlaces(places);
}

void MainWindow::runDueJobs()
{
    m_jobRunner->start();
}

void MainWindow::saveSession()
{
    m_session->saveLayout(*this, *m_ui->tree);
    m_session->savePlaces(*m_stores, *m_ui->tree);
    for (const OpenStore *store : m_stores->stores())
        m_memory->remember(*store);
}

void MainWindow::activate()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::addStore(OpenStore *store)
{
    store->setOwnPruneJobs(m_ownJobs->pruneJobs());
    m_model->addStore(store);
    m_ui->panePending->setOpenStores(m_stores->stores());
    connect(store, &OpenStore::loadStateChanged, this, &MainWindow::showActivity);
    connect(store, &OpenStore::loadStateChanged, this, &MainWindow::showPlan);
    connect(store, &OpenStore::loadStateChanged, this, [this, store] {
        if (store->loadState() == OpenStore::LoadState::Ready)
            addRecent(store);
    });
    connect(store, &OpenStore::loadStateChanged, this, [this, store, hasLooked = false]() mutable {
        if (store->loadState() == OpenStore::LoadState::Ready && !std::exchange(hasLooked, true))
            lookFirst(store);
    });
    connect(store, &OpenStore::stateChanged, this, &MainWindow::showActivity);
    connect(store, &OpenStore::planChanged, this, &MainWindow::showPlan);
    connect(store, &OpenStore::configPlanChanged, this, &MainWindow::showPlan);
    connect(store->undoStack(), &QUndoStack::indexChanged, this, [this, store] {
        if (store->changes().empty())
            return;
        m_ui->dockPending->show();
        m_ui->dockPending->raise();
    });
    showPage();
}

void MainWindow::addRecent(const OpenStore *store)
{
    m_session->addRecent(QString::fromStdString(store->place().toString()));
    showRecent();
}

void MainWindow::recallPending(OpenStore *store)
{
    std::vector<Change> changes = m_memory->recall(*store);
    if (changes.empty() || !store->changes().empty())
        return;
    const int count = int(changes.size());
    store->stageAll(std::move(changes), tr("Bring back pending changes"));
    m_ui->messageBar->showMessage(MessageBar::Kind::Information,
                                  tr("%n change(s) in %1 are pending since last time.", nullptr, count).arg(storeName(*store)),
                                  {MessageBar::Offer{tr("Discard"), [guarded = QPointer(store)] {
                                                         if (guarded)
                                                             guarded->discardChanges();
                                                     }}});
}

void MainWindow::removeStore(OpenStore *store)
{
    m_memory->remember(*store);
    m_edit->forget(store);
    m_ui->paneDetails->show(std::nullopt);
    m_model->removeStore(store);
    store->disconnect(this);
    store->undoStack()->disconnect(this);
}

void MainWindow::showActive(OpenStore *store)
{
    m_ui->panePending->setStore(store);
    m_ui->paneFindings->setStore(store);
    m_ui->paneOverlaps->setStore(store);
    const auto current = m_ui->tree->currentItem();
    if (store && (!current || current->store != store))
        m_ui->tree->reveal(storeItem(store));
    showPlan();
    showActivity();
}

void MainWindow::showPage()
{
    const bool isEmpty = m_stores->stores().empty();
    m_ui->pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->welcomePage) : m_ui->treePage);
    if (isEmpty) {
        for (QDockWidget *dock : {m_ui->dockDetails, m_ui->dockPending, m_ui->dockFindings, m_ui->dockOverlaps})
            dock->hide();
    } else if (m_wasEmpty) {
        m_ui->dockDetails->show();
    }
    m_wasEmpty = isEmpty;
    showActivity();
    updateActions();
}

void MainWindow::showPlan()
{
    OpenStore *store = m_stores->active();
    m_ui->panePending->setApplyState(applyState(store, store && m_runs->isRunning(store), m_runs->keepsGoing()));
    showPlaceNotice();
    updateActions();
}

void MainWindow::showPlaceNotice()
{
    const auto notice = placeNotice(m_stores->active(), m_maintenance->holds(m_stores->active()));
    if (notice == m_shownNotice)
        return;
    m_shownNotice = notice;
    if (!notice)
        return m_ui->placeBar->clear();
    QList<MessageBar::Offer> offers;
    if (!notice->betterPath.isEmpty()) {
        offers << MessageBar::Offer{tr("Open %1").arg(notice->betterPath), [this, path = notice->betterPath] {
                                        m_stores->close(m_stores->active());
                                        openPlaces({path});
                                    }};
    }
    if (notice->hostBehind && notice->hostBehind->path() == "/") // an SMB share
        offers << MessageBar::Offer{tr("Connect to %1 over SSH…").arg(printable(notice->hostBehind->host())),
                                    [this, host = toQString(notice->hostBehind->host())] { connectTo(host); }};
    else if (notice->hostBehind)
        offers << MessageBar::Offer{tr("Work on %1 instead").arg(printable(notice->hostBehind->host())),
                                    [this, place = *notice->hostBehind] { m_stores->active()->workAt(m_context.makeBackend(place)); }};
    if (notice->endsMaintenance)
        offers << MessageBar::Offer{tr("End it"), [this] { m_maintenance->end(m_stores->active()); }, false};
    if (notice->canRetry)
        offers << MessageBar::Offer{notice->isDisconnected ? tr("Connect again") : tr("Look again"), [this] { refresh(); }, false};
    m_ui->placeBar->showMessage(notice->kind, notice->text, offers);
}

void MainWindow::showActivity()
{
    QStringList parts;
    for (const OpenStore *store : m_stores->stores())
        parts << activityText(*store);
    m_activityLabel->setText(parts.join(QStringLiteral("   ·   ")));
    showPlaceNotice();
    updateActions();
}

void MainWindow::showFindingCount()
{
    const int count = m_ui->paneFindings->count();
    m_ui->dockFindings->setWindowTitle(count > 0 ? tr("Findings (%1)").arg(count) : tr("Findings"));
    const OpenStore *active = m_stores->active();
    m_findingsButton->setText(active && m_stores->stores().size() > 1
                                  ? tr("%n finding(s) in %1", nullptr, count).arg(toQString(active->place().name()))
                                  : tr("%n finding(s)", nullptr, count));
    m_findingsButton->setVisible(count > 0);
}

void MainWindow::showReport(OpenStore *store, const RunReport &report, bool isUndo, Task *task)
{
    QList<MessageBar::Offer> offers;
    const QPointer guarded(store);
    if (!isUndo && report.done() > 0 && !report.runId.empty()) {
        offers << MessageBar::Offer{tr("Undo"), [this, guarded, id = report.runId] {
                                        if (guarded)
                                            m_runs->undoRun(guarded, id);
                                    }};
    }
    offers << offerLog(task);
    const auto kind = report.complete() ? MessageBar::Kind::Success : report.stopped ? MessageBar::Kind::Warning : MessageBar::Kind::Error;
    m_ui->messageBar->showMessage(kind, reportSummary(report, isUndo), offers);
}

QList<MessageBar::Offer> MainWindow::offerLog(Task *task)
{
    return {MessageBar::Offer{tr("Show log"),
                              [this, shown = QPointer(task)] {
                                  m_ui->dockTasks->show();
                                  m_ui->dockTasks->raise();
                                  if (shown)
                                      m_ui->paneTasks->selectTask(shown);
                              },
                              false}};
}

void MainWindow::offerRecovery(OpenStore *store, int runs)
{
    const QList<MessageBar::Offer> offers{{tr("Look…"), [this, guarded = QPointer(store)] {
                                               if (guarded)
                                                   m_runs->recover(guarded);
                                           }}};
    m_ui->messageBar->showMessage(
        MessageBar::Kind::Warning,
        tr("%n run(s) in %1 did not come to their end. Nothing is lost; look at what was done, and finish or undo it.", nullptr, runs)
            .arg(storeName(*store)),
        offers);
}

/// When a datastore was read for the first time: what was left behind.
void MainWindow::lookFirst(OpenStore *store)
{
    recallPending(store);
    m_runs->lookForInterruptedRuns(store);
}

void MainWindow::recover()
{
    if (m_stores->active())
        m_runs->recover(m_stores->active());
}

void MainWindow::updateActions()
{
    OpenStore *store = m_stores->active();
    const bool isRunning = store && m_runs->isRunning(store);
    m_actions->update({.hasStore = store != nullptr,
                       .isLoaded = store && store->loadState() == OpenStore::LoadState::Ready,
                       .isRunning = isRunning,
                       .hasLog = m_ui->paneTasks->currentTask() != nullptr,
                       .hasFilter = !m_ui->tree->filterText().isEmpty(),
                       .hasServer = store && store->state() && !store->state()->access.storeName.empty(),
                       .apply = applyState(store, isRunning, m_runs->keepsGoing())});
}

void MainWindow::reveal(const ItemRef &item)
{
    m_ui->tree->reveal(item);
    m_ui->tree->setFocus();
}

void MainWindow::revealChange(OpenStore *store, std::size_t change)
{
    if (!store || change >= store->changes().size())
        return;
    reveal(std::visit(Overloaded{
                          [store](const CreateNamespace &wanted) { return namespaceItem(store, wanted.path); },
                          [store](const MoveGroup &wanted) { return groupItem(store, wanted.to, wanted.group); },
                          [store](const MoveNamespace &wanted) { return namespaceItem(store, wanted.to); },
                          [store](const CopyNamespaces &wanted) { return namespaceItem(store, wanted.to); },
                          [store](const DeleteNamespace &wanted) { return namespaceItem(store, wanted.path); },
                          [store](const auto &wanted) { return groupItem(store, wanted.ns, wanted.group); },
                      },
                      store->changes()[change]));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto stores = m_stores->stores();
    const bool isRunning = m_jobRunner->isRunning() || m_sync->isRunning()
        || std::ranges::any_of(stores, [this](const OpenStore *store) { return m_runs->isRunning(store); });
    if (isRunning && !m_closeAgreed) {
        event->ignore();
        return askBeforeClosing();
    }
    saveSession();
    event->accept();
}

void MainWindow::askBeforeClosing()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setText(tr("A run is under way."));
    box->setInformativeText(tr("It ends after the step that is under way; the history tells what was done."));
    const QPushButton *quit = box->addButton(tr("Stop and quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(quit, &QPushButton::clicked, this, [this] {
        m_closeAgreed = true;
        close();
    });
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPathsIn(*event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localPathsIn(*event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QMetaObject::invokeMethod(this, [this, paths] { openPlaces(paths); }, Qt::QueuedConnection);
}

} // namespace espalier
