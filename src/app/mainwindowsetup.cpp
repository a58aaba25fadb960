// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of MainWindow that put it together, and the slots of its actions.

#include "app/aboutdialog.h"
#include "app/colourscheme.h"
#include "app/datastoremodel.h"
#include "app/demodialog.h"
#include "app/editcontroller.h"
#include "app/formats.h"
#include "app/jobrunner.h"
#include "app/maintenancecontroller.h"
#include "app/mainwindow.h"
#include "app/opendialog.h"
#include "app/ownjoblist.h"
#include "app/planopener.h"
#include "app/prunecontroller.h"
#include "app/runcontroller.h"
#include "app/sessionstate.h"
#include "app/synccontroller.h"
#include "app/tasklist.h"
#include "app/treefilter.h"
#include "app/treeheader.h"
#include "app/treeview.h"
#include "core/fs/native.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace espalier {

/// What a job changed is seen at once where its datastore is open.
void MainWindow::setUpJobs()
{
    m_ownJobs = new OwnJobList(m_context.ownJobsDirectory, this);
    const JobFiles files{fs::nativeFileSystem(), m_context.ownJobsDirectory, m_context.jobHistoriesDirectory};
    m_jobRunner = new JobRunner(files, m_context.jobOptions, m_tasks, this);
    if (m_context.dueTimer)
        m_jobRunner->setDueTimer(*m_context.dueTimer);
    connect(m_ownJobs, &OwnJobList::changed, m_jobRunner, &JobRunner::reload);
    connect(m_ownJobs, &OwnJobList::changed, this, [this] {
        for (OpenStore *store : m_stores->stores())
            store->setOwnPruneJobs(m_ownJobs->pruneJobs());
    });
    for (const auto told : {&JobRunner::failed, &JobRunner::missed})
        connect(m_jobRunner, told, this, [this](const QString &words) { m_ui->messageBar->showMessage(MessageBar::Kind::Warning, words); });
    connect(m_jobRunner, &JobRunner::ended, this, [this](const JobName &, const JobNotes &notes) {
        for (OpenStore *store : m_stores->stores()) {
            const std::string place = store->place().toString();
            if ((place == notes.place || place == notes.remotePlace) && !m_runs->isRunning(store))
                store->load();
        }
    });
}

void MainWindow::setUpDocks()
{
    m_ui->placeBar->setClosable(false);
    tabifyDockWidget(m_ui->dockPending, m_ui->dockFindings);
    tabifyDockWidget(m_ui->dockFindings, m_ui->dockOverlaps);
    tabifyDockWidget(m_ui->dockOverlaps, m_ui->dockTasks);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    const std::pair<QDockWidget *, IconName> docks[] = {{m_ui->dockDetails, IconName::Details},
                                                        {m_ui->dockPending, IconName::Pending},
                                                        {m_ui->dockFindings, IconName::Finding},
                                                        {m_ui->dockTasks, IconName::Tasks},
                                                        {m_ui->dockOverlaps, IconName::VirtualMachine}};
    int number = 1;
    for (const auto &[dock, name] : docks) {
        QAction *toggle = dock->toggleViewAction();
        toggle->setIcon(icon(name));
        toggle->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(number++)));
        m_ui->menuView->insertAction(m_ui->menuColourScheme->menuAction(), toggle);
    }
    m_ui->menuView->insertAction(m_ui->menuColourScheme->menuAction(), m_ui->toolBar->toggleViewAction());
    m_ui->menuView->insertSeparator(m_ui->menuColourScheme->menuAction());
    for (QDockWidget *dock : {m_ui->dockPending, m_ui->dockFindings, m_ui->dockOverlaps, m_ui->dockTasks})
        dock->hide();
    resizeDocks({m_ui->dockDetails}, {380}, Qt::Horizontal);
    resizeDocks({m_ui->dockPending}, {230}, Qt::Vertical);
    m_factoryLayout = saveState();
}

void MainWindow::setUpTree()
{
    TreeView *tree = m_ui->tree;
    tree->setModel(m_model);
    m_ui->actionRemoveChange->setShortcutContext(Qt::WidgetShortcut); // the list of pending changes has the same key
    tree->addAction(m_ui->actionRemoveChange);
    m_ui->selectMatchingButton->setDefaultAction(m_ui->actionSelectMatching);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, tree, &TreeView::setFilterText);
    connect(tree, &TreeView::filterTextChanged, m_ui->filterEdit, &QLineEdit::setText);
    connect(tree, &TreeView::filterApplied, this, &MainWindow::showMatches);
    connect(tree, &TreeView::moveRequested, m_edit, &EditController::stageMoves);
    connect(tree, &TreeView::openRequested, this, [this](const QString &path) { openPlaces({path}); });
    connect(tree, &TreeView::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_ui->menuColumns, &QMenu::aboutToShow, tree, [this] { m_ui->tree->columns()->fillColumnsMenu(m_ui->menuColumns); });
    connect(tree, &TreeView::selectionChangedTo, this, [this] {
        const auto current = m_ui->tree->currentItem();
        if (current)
            m_stores->setActive(current->store);
        m_ui->paneDetails->show(current);
        updateActions();
    });
    connect(m_model, &DatastoreModel::storeShown, this, [this](const OpenStore *store) {
        // What is shown may have gone or got details meanwhile.
        const auto current = m_ui->tree->currentItem();
        if (!current && !m_model->stores().isEmpty())
            m_ui->tree->setCurrentIndex(m_model->indexOf(storeItem(m_model->stores().first())));
        else if (current && current->store == store)
            m_ui->paneDetails->show(current);
    });
    connect(m_edit, &EditController::cutChanged, this, [this] {
        m_cutLabel->setText(m_edit->cutCount() > 0 ? tr("%n item(s) cut: choose a namespace and paste.", nullptr, m_edit->cutCount())
                                                   : QString());
        m_model->setCut(m_edit->cutStore(), m_edit->cutItems());
        updateActions();
    });
    showMatches(0);
}

void MainWindow::setUpPanes()
{
    m_ui->panePending->setActions(m_ui->actionApply, m_ui->actionDiscard);
    m_ui->paneFindings->setCheckAction(m_ui->actionCheckAll);
    m_ui->paneTasks->setTasks(m_tasks);
    m_ui->paneTasks->setExportAction(m_ui->actionExportLog);
    connect(m_ui->panePending, &PendingPane::revealRequested, this, &MainWindow::revealChange);
    connect(m_ui->panePending, &PendingPane::moveElsewhereRequested, m_edit, &EditController::moveElsewhere);
    connect(m_ui->panePending, &PendingPane::saved, this, [this](const QString &fileName) {
        m_ui->messageBar->showMessage(MessageBar::Kind::Success, tr("Saved as %1.").arg(QDir::toNativeSeparators(fileName)));
    });
    connect(m_ui->paneFindings, &FindingsPane::revealRequested, this, &MainWindow::reveal);
    connect(m_ui->paneFindings, &FindingsPane::countChanged, this, &MainWindow::showFindingCount);
    connect(m_ui->paneOverlaps, &OverlapsPane::currentGroupChanged, m_ui->tree, &TreeView::reveal);
    connect(m_ui->paneOverlaps, &OverlapsPane::revealRequested, this, &MainWindow::reveal);
    connect(m_ui->paneOverlaps, &OverlapsPane::moveRequested, m_edit,
            [this](OpenStore *store, const std::vector<GroupPlace> &groups) { m_edit->askForTarget(store, {groups, {}}); });
    connect(m_ui->paneDetails, &DetailsPane::revealRequested, this, &MainWindow::reveal);
    connect(m_ui->paneTasks, &TasksPane::currentTaskChanged, this, &MainWindow::updateActions);
    connect(m_tasks, &TaskList::taskAdded, m_ui->dockTasks, [this] {
        m_ui->dockTasks->show();
        m_ui->dockTasks->raise();
    });
    connect(m_ui->welcomePage, &WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_ui->welcomePage, &WelcomePage::demoRequested, this, &MainWindow::openDemo);
    connect(m_ui->welcomePage, &WelcomePage::connectRequested, this, &MainWindow::connectOverSsh);
    connect(m_ui->welcomePage, &WelcomePage::placeRequested, this, [this](const QString &place) { openPlaces({place}); });
}

void MainWindow::setUpStatusBar()
{
    m_findingsButton->setAutoRaise(true);
    m_findingsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findingsButton->setIcon(icon(IconName::Finding));
    m_findingsButton->setToolTip(tr("Show what does not fit in this datastore"));
    m_activityLabel->setAccessibleName(tr("What goes on in the open datastores"));
    m_ui->statusBar->addWidget(m_cutLabel);
    m_ui->statusBar->addPermanentWidget(m_findingsButton);
    m_ui->statusBar->addPermanentWidget(m_activityLabel);
    connect(m_findingsButton, &QToolButton::clicked, this, [this] {
        m_ui->dockFindings->show();
        m_ui->dockFindings->raise();
    });
    showFindingCount();
}

void MainWindow::setUpColourSchemes()
{
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, Qt::ColorScheme> schemes[] = {{m_ui->actionSchemeSystem, Qt::ColorScheme::Unknown},
                                                             {m_ui->actionSchemeLight, Qt::ColorScheme::Light},
                                                             {m_ui->actionSchemeDark, Qt::ColorScheme::Dark}};
    const Qt::ColorScheme chosen = colourSchemeFromName(m_context.config->get(setting::ColourScheme));
    for (const auto &[action, scheme] : schemes) {
        group->addAction(action);
        action->setChecked(scheme == chosen);
        connect(action, &QAction::triggered, this, [this, scheme] {
            m_context.config->set(setting::ColourScheme, colourSchemeName(scheme));
            applyColourScheme(scheme);
        });
    }
}

void MainWindow::showRecent()
{
    const QStringList recent = m_session->recentPlaces();
    m_ui->welcomePage->setRecentPlaces(recent);
    m_ui->menuRecent->clear();
    m_ui->menuRecent->setEnabled(!recent.isEmpty());
    for (const QString &place : recent)
        m_ui->menuRecent->addAction(icon(IconName::Datastore), place, this, [this, place] { openPlaces({place}); });
}

void MainWindow::showMatches(int count)
{
    const QString text = m_ui->tree->filterText();
    const bool hasFilter = !text.isEmpty();
    const bool isOnlySeveral = TreeFilter::fromText(text).isOnlySeveral();
    m_ui->actionOnlySeveral->setChecked(isOnlySeveral);
    if (isOnlySeveral && count == 0 && withOnlySeveral(text, false).isEmpty())
        m_ui->matchLabel->setText(tr("No guest is in several places"));
    else
        m_ui->matchLabel->setText(hasFilter ? tr("%n group(s) match", nullptr, count) : QString());
    m_ui->selectMatchingButton->setVisible(hasFilter);
    updateActions();
}

void MainWindow::showContextMenu(QPoint at)
{
    const auto current = m_ui->tree->currentItem();
    QMenu menu;
    if (!current) {
        menu.addActions({m_ui->actionOpen, m_ui->actionConnect, m_ui->actionDemo});
    } else if (current->kind == ItemKind::Group || current->kind == ItemKind::Snapshot) {
        menu.addActions({m_ui->actionMoveTo, m_ui->actionCut, m_ui->actionCopy, m_ui->actionPaste});
        menu.addSeparator();
        if (current->kind == ItemKind::Group)
            menu.addActions({m_ui->actionChangeOwner, m_ui->actionEditNotes});
        else
            menu.addActions({m_ui->actionProtect, m_ui->actionUnprotect});
        menu.addActions({m_ui->actionSync, m_ui->actionPrunePreview});
        menu.addSeparator();
        menu.addActions({m_ui->actionRemoveChange, m_ui->actionNewNamespace});
    } else {
        menu.addActions({m_ui->actionNewNamespace, m_ui->actionPaste, m_ui->actionCopy});
        if (current->kind == ItemKind::Namespace) {
            menu.addSeparator();
            menu.addActions({m_ui->actionRename, m_ui->actionMoveTo, m_ui->actionCut, m_ui->actionCopyNamespaces, m_ui->actionRemove});
        }
        menu.addSeparator();
        menu.addActions({m_ui->actionSync, m_ui->actionPrunePreview, m_ui->actionRemoveChange});
        if (current->kind == ItemKind::Store) {
            menu.addSeparator();
            menu.addActions({m_ui->actionHistory, m_ui->actionUndoRun, m_ui->actionRecover, m_ui->actionCheckAll, m_ui->actionRefresh});
            menu.addSeparator();
            menu.addActions({m_ui->actionCloseStore});
        }
    }
    menu.exec(at);
}

void MainWindow::open()
{
    auto *dialog = new OpenDialog(m_context.makeBackend, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto place = dialog->place())
            m_stores->open(*place);
    });
    dialog->open();
}

void MainWindow::connectOverSsh()
{
    connectTo({});
}

void MainWindow::connectTo(const QString &host)
{
    auto *dialog = new ConnectDialog(m_context.probeHost, m_context.listHosts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!host.isEmpty())
        dialog->setHost(host);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto place = dialog->place())
            m_stores->open(*place);
    });
    dialog->open();
}

void MainWindow::openDemo()
{
    auto *dialog = new DemoDialog(m_context.makeDemo, m_context.demoDirectory, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DemoDialog::made, this, [this](const QStringList &paths) { openPlaces(paths); });
    dialog->open();
}

void MainWindow::closeActive()
{
    if (m_stores->active())
        m_stores->close(m_stores->active());
}

void MainWindow::refresh()
{
    m_stores->reload();
}

void MainWindow::find()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

void MainWindow::showOnlySeveral()
{
    m_ui->filterEdit->setText(withOnlySeveral(m_ui->filterEdit->text(), m_ui->actionOnlySeveral->isChecked()));
}

void MainWindow::selectMatching()
{
    m_ui->tree->selectAllMatching();
    m_ui->tree->setFocus();
}

void MainWindow::openPending()
{
    if (m_stores->active())
        m_opener->ask(m_stores->active());
}

void MainWindow::savePending()
{
    m_ui->panePending->savePlan();
}

void MainWindow::exportLog()
{
    m_ui->paneTasks->exportLog();
}

void MainWindow::apply()
{
    if (m_stores->active())
        m_runs->apply(m_stores->active());
}

void MainWindow::discard()
{
    if (m_stores->active())
        m_stores->active()->discardChanges();
}

void MainWindow::undoLastRun()
{
    if (m_stores->active())
        m_runs->undoLastRun(m_stores->active());
}

void MainWindow::showHistory()
{
    if (m_stores->active())
        m_runs->showHistory(m_stores->active());
}

void MainWindow::checkEverything()
{
    if (m_stores->active())
        m_runs->checkEverything(m_stores->active());
}

void MainWindow::setMaintenance()
{
    m_maintenance->ask();
}

void MainWindow::sync()
{
    m_sync->edit();
}

void MainWindow::previewPrune()
{
    m_prune->preview();
}

void MainWindow::showPruneJobs()
{
    m_prune->showJobs();
}

void MainWindow::simulatePrune()
{
    m_prune->simulate();
}

void MainWindow::resetLayout()
{
    restoreState(m_factoryLayout);
    m_ui->tree->columns()->showAllColumns();
    m_ui->tree->resetColumnWidths();
    showPage();
}

void MainWindow::about()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace espalier
