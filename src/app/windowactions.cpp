// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowactions.h"

#include "app/editcontroller.h"
#include "app/itemcontroller.h"
#include "app/mainwindow.h"
#include "ui_mainwindow.h"

#include <QUndoGroup>

#include <array>

namespace espalier {

WindowActions::WindowActions(MainWindow *window, Ui::MainWindow *ui, EditController *edit, ItemController *items, QUndoGroup *undo)
    : QObject(window)
    , m_window(window)
    , m_ui(ui)
    , m_edit(edit)
    , m_items(items)
    , m_undo(undo)
{
    for (const Row &row : windowRows())
        connectRow(row);
    for (const Row &row : editRows())
        connectRow(row);
    for (const Row &row : itemRows())
        connectRow(row);
    connectUndo(undo);
}

std::vector<WindowActions::Row> WindowActions::windowRows()
{
    MainWindow *w = m_window;
    return {
        {m_ui->actionOpen, IconName::Open, [w] { w->open(); }},
        {m_ui->actionConnect, IconName::Connect, [w] { w->connectOverSsh(); }},
        {m_ui->actionDemo, IconName::Demo, [w] { w->openDemo(); }},
        {m_ui->actionCloseStore, IconName::Close, [w] { w->closeActive(); }},
        {m_ui->actionOpenPending, IconName::Open, [w] { w->openPending(); }},
        {m_ui->actionSavePending, IconName::Export, [w] { w->savePending(); }},
        {m_ui->actionExportLog, IconName::Export, [w] { w->exportLog(); }},
        {m_ui->actionQuit, IconName::Quit, [w] { w->close(); }},
        {m_ui->actionFind, IconName::Search, [w] { w->find(); }},
        {m_ui->actionSelectMatching, IconName::SelectAll, [w] { w->selectMatching(); }},
        {m_ui->actionOnlySeveral, IconName::VirtualMachine, [w] { w->showOnlySeveral(); }},
        {m_ui->actionRefresh, IconName::Refresh, [w] { w->refresh(); }},
        {m_ui->actionResetLayout, IconName::Settings, [w] { w->resetLayout(); }},
        {m_ui->actionSync, IconName::Arrives, [w] { w->sync(); }},
        {m_ui->actionPrunePreview, IconName::Snapshot, [w] { w->previewPrune(); }},
        {m_ui->actionPruneJobs, IconName::Pending, [w] { w->showPruneJobs(); }},
        {m_ui->actionSimulatePrune, IconName::History, [w] { w->simulatePrune(); }},
        {m_ui->actionCheckAll, IconName::Finding, [w] { w->checkEverything(); }},
        {m_ui->actionMaintenance, IconName::Lock, [w] { w->setMaintenance(); }},
        {m_ui->actionHistory, IconName::History, [w] { w->showHistory(); }},
        {m_ui->actionRecover, IconName::Problem, [w] { w->recover(); }},
        {m_ui->actionApply, IconName::Apply, [w] { w->apply(); }},
        {m_ui->actionDiscard, IconName::Discard, [w] { w->discard(); }},
        {m_ui->actionUndoRun, IconName::Undo, [w] { w->undoLastRun(); }},
        {m_ui->actionAbout, IconName::Help, [w] { w->about(); }},
    };
}

std::vector<WindowActions::Row> WindowActions::editRows()
{
    EditController *e = m_edit;
    QUndoGroup *u = m_undo;
    return {
        {m_ui->actionUndo, IconName::Undo, [u] { u->undo(); }},
        {m_ui->actionRedo, IconName::Redo, [u] { u->redo(); }},
        {m_ui->actionCut, IconName::Cut, [e] { e->cut(); }},
        {m_ui->actionCopy, IconName::Copy, [e] { e->copy(); }},
        {m_ui->actionPaste, IconName::Paste, [e] { e->paste(); }},
        {m_ui->actionMoveTo, IconName::MoveTo, [e] { e->moveTo(); }},
        {m_ui->actionRemoveChange, IconName::Remove, [e] { e->removeChange(); }},
        {m_ui->actionNewNamespace, IconName::NewNamespace, [e] { e->createNamespace(); }},
    };
}

std::vector<WindowActions::Row> WindowActions::itemRows()
{
    ItemController *i = m_items;
    return {
        {m_ui->actionRename, IconName::Namespace, [i] { i->renameNamespace(); }},
        {m_ui->actionCopyNamespaces, IconName::Copy, [i] { i->copyNamespaces(); }},
        {m_ui->actionRemove, IconName::Remove, [i] { i->remove(); }},
        {m_ui->actionChangeOwner, IconName::Settings, [i] { i->changeOwner(); }},
        {m_ui->actionEditNotes, IconName::Details, [i] { i->editNotes(); }},
        {m_ui->actionProtect, IconName::Protected, [i] { i->setProtected(true); }},
        {m_ui->actionUnprotect, IconName::Clear, [i] { i->setProtected(false); }},
    };
}

void WindowActions::connectRow(const Row &row)
{
    row.action->setIcon(icon(row.icon));
    connect(row.action, &QAction::triggered, m_window, [act = row.act] { act(); });
    setToolTip(row.action, row.action->toolTip());
}

void WindowActions::setToolTip(QAction *action, const QString &text)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setStatusTip(text);
    action->setToolTip(keys.isEmpty() ? text : tr("%1 (%2)", "what an action does, its keys").arg(text, keys));
}

void WindowActions::connectUndo(QUndoGroup *undo)
{
    const auto showUndo = [this, undo] {
        m_ui->actionUndo->setEnabled(undo->canUndo());
        setToolTip(m_ui->actionUndo, undo->canUndo() ? tr("Undo: %1").arg(undo->undoText()) : tr("There is no pending change to undo"));
    };
    const auto showRedo = [this, undo] {
        m_ui->actionRedo->setEnabled(undo->canRedo());
        setToolTip(m_ui->actionRedo, undo->canRedo() ? tr("Redo: %1").arg(undo->redoText()) : tr("There is no pending change to redo"));
    };
    connect(undo, &QUndoGroup::canUndoChanged, this, showUndo);
    connect(undo, &QUndoGroup::undoTextChanged, this, showUndo);
    connect(undo, &QUndoGroup::canRedoChanged, this, showRedo);
    connect(undo, &QUndoGroup::redoTextChanged, this, showRedo);
    showUndo();
    showRedo();
}

void WindowActions::update(const Situation &now)
{
    const std::array states = {
        std::pair(m_ui->actionCloseStore, now.hasStore),
        std::pair(m_ui->actionRefresh, now.hasStore),
        std::pair(m_ui->actionFind, now.hasStore),
        std::pair(m_ui->actionOnlySeveral, now.hasStore),
        std::pair(m_ui->actionSelectMatching, now.hasStore && now.hasFilter),
        std::pair(m_ui->actionOpenPending, now.isLoaded && !now.isRunning),
        std::pair(m_ui->actionSavePending, now.isLoaded && now.apply.hasChanges),
        std::pair(m_ui->actionExportLog, now.hasLog),
        std::pair(m_ui->actionCut, m_edit->canCut()),
        std::pair(m_ui->actionCopy, now.hasStore),
        std::pair(m_ui->actionPaste, m_edit->canPaste()),
        std::pair(m_ui->actionMoveTo, m_edit->canCut()),
        std::pair(m_ui->actionRemoveChange, m_edit->canRemoveChange()),
        std::pair(m_ui->actionNewNamespace, m_edit->canCreateNamespace()),
        std::pair(m_ui->actionRename, m_items->canChangeNamespace()),
        std::pair(m_ui->actionCopyNamespaces, m_items->canChangeNamespace()),
        std::pair(m_ui->actionRemove, m_items->canRemove()),
        std::pair(m_ui->actionChangeOwner, m_items->canChangeGroups()),
        std::pair(m_ui->actionEditNotes, m_items->canEditNotes()),
        std::pair(m_ui->actionProtect, m_items->canProtect()),
        std::pair(m_ui->actionUnprotect, m_items->canUnprotect()),
        std::pair(m_ui->actionRecover, now.isLoaded && !now.isRunning),
        std::pair(m_ui->actionSync, now.isLoaded),
        std::pair(m_ui->actionPrunePreview, now.isLoaded),
        std::pair(m_ui->actionCheckAll, now.isLoaded),
        std::pair(m_ui->actionMaintenance, now.isLoaded && now.hasServer),
        std::pair(m_ui->actionHistory, now.isLoaded),
        std::pair(m_ui->actionUndoRun, now.isLoaded && !now.isRunning),
        std::pair(m_ui->actionApply, now.apply.enabled),
        std::pair(m_ui->actionDiscard, now.apply.hasChanges && !now.isRunning),
    };
    for (const auto &[action, enabled] : states)
        action->setEnabled(enabled);
    m_ui->actionApply->setText(now.apply.buttonText);
    setToolTip(m_ui->actionApply, now.apply.reason.isEmpty() ? tr("Do the pending changes") : now.apply.reason);
    const int cut = m_edit->cutCount();
    m_ui->actionPaste->setText(cut > 0 ? tr("&Paste %n item(s)", nullptr, cut) : tr("&Paste"));
    m_ui->actionPaste->setIconText(tr("Paste"));
}

} // namespace espalier
