// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class TasksPane;
}

namespace espalier {

class Task;
class TaskList;

/// Running and finished tasks, and the log of the chosen one.
class TasksPane : public QWidget
{
    Q_OBJECT

public:
    explicit TasksPane(QWidget *parent = nullptr);
    ~TasksPane() override;

    void setTasks(TaskList *tasks); ///< Once; not owned.
    void setExportAction(QAction *action);
    Task *currentTask() const; ///< Null where none is chosen.
    void selectTask(Task *task);

    /// Asks where to, and writes the log of the current task.
    void exportLog();

signals:
    void currentTaskChanged();

private:
    void showCurrent();
    void showButtons();

    std::unique_ptr<Ui::TasksPane> m_ui;
    TaskList *m_tasks = nullptr;
    Task *m_shown = nullptr;
};

/// Writes the lines of @p task as UTF-8; what went wrong as words, empty where nothing did.
QString writeLog(const Task &task, const QString &fileName);

} // namespace espalier
