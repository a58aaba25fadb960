// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/applystate.h"
#include "app/icons.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QUndoGroup;

namespace Ui {
class MainWindow;
}

namespace espalier {

class EditController;
class ItemController;
class MainWindow;

/// The actions of the window: what each does, its icon, and when it can be done. Their texts and shortcuts stand in the form.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    /// What decides which actions can be done.
    struct Situation
    {
        bool hasStore = false;  ///< One is active.
        bool isLoaded = false;  ///< It has been read.
        bool isRunning = false; ///< A run is under way in it.
        bool hasLog = false;    ///< A task is chosen.
        bool hasFilter = false;
        bool hasServer = false; ///< A PBS is known that has it.
        ApplyState apply;
    };

    /// @p window owns the form and outlives this.
    WindowActions(MainWindow *window, Ui::MainWindow *ui, EditController *edit, ItemController *items, QUndoGroup *undo);

    void update(const Situation &now);

private:
    struct Row
    {
        QAction *action;
        IconName icon;
        std::function<void()> act;
    };
    std::vector<Row> windowRows();
    std::vector<Row> editRows();
    std::vector<Row> itemRows();
    void connectRow(const Row &row);
    void connectUndo(QUndoGroup *undo);
    void setToolTip(QAction *action, const QString &text);

    MainWindow *m_window;
    Ui::MainWindow *m_ui;
    EditController *m_edit;
    ItemController *m_items;
    QUndoGroup *m_undo;
};

} // namespace espalier
