// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/task.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace espalier {

/// Running and finished tasks, newest first. Owns them.
class TaskList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Progress, State, ColumnCount };
    enum Role {
        PercentRole = Qt::UserRole, ///< int, 0..100; -1 where the total is unknown; nothing where the task is over.
        StateRole                   ///< int(Task::State)
    };

    static constexpr std::size_t finishedLimit = 50; ///< More finished tasks are forgotten, oldest first.

    explicit TaskList(QObject *parent = nullptr);
    ~TaskList() override;

    Task *add(std::unique_ptr<Task> task);
    Task *taskAt(const QModelIndex &index) const; ///< Null for an invalid index.
    QModelIndex indexOf(const Task *task) const;
    int runningCount() const;
    Task *newestRunning() const; ///< Null where none runs.
    void clearFinished();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void taskAdded(espalier::Task *task);
    void taskChanged(espalier::Task *task);

private:
    void showChange(Task *task);
    void forgetOldest();
    void removeAt(std::size_t row);

    std::vector<std::unique_ptr<Task>> m_tasks;
};

} // namespace espalier
