// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasklist.h"

#include "app/icons.h"

#include <algorithm>

namespace espalier {

namespace {

IconName stateIcon(Task::State state)
{
    switch (state) {
    case Task::State::Running: return IconName::Tasks;
    case Task::State::Stopping: return IconName::Waits;
    case Task::State::Finished: return IconName::WillDo;
    case Task::State::Stopped: return IconName::Stop;
    case Task::State::Failed: return IconName::Problem;
    }
    return IconName::Tasks;
}

QVariant percent(const Task &task)
{
    if (task.isOver())
        return {};
    return task.total() > 0 ? int(task.done() * 100 / task.total()) : -1;
}

} // namespace

TaskList::TaskList(QObject *parent) : QAbstractTableModel(parent) {}

TaskList::~TaskList() = default;

Task *TaskList::add(std::unique_ptr<Task> task)
{
    Task *added = task.get();
    beginInsertRows({}, 0, 0);
    m_tasks.insert(m_tasks.begin(), std::move(task));
    endInsertRows();
    connect(added, &Task::changed, this, [this, added] { showChange(added); });
    connect(added, &Task::finished, this, &TaskList::forgetOldest);
    emit taskAdded(added);
    return added;
}

Task *TaskList::taskAt(const QModelIndex &index) const
{
    return index.isValid() ? m_tasks[std::size_t(index.row())].get() : nullptr;
}

QModelIndex TaskList::indexOf(const Task *task) const
{
    const auto found = std::ranges::find(m_tasks, task, &std::unique_ptr<Task>::get);
    return found == m_tasks.end() ? QModelIndex() : index(int(found - m_tasks.begin()), 0);
}

int TaskList::runningCount() const
{
    return int(std::ranges::count_if(m_tasks, [](const auto &task) { return !task->isOver(); }));
}

Task *TaskList::newestRunning() const
{
    const auto found = std::ranges::find_if(m_tasks, [](const auto &task) { return !task->isOver(); });
    return found == m_tasks.end() ? nullptr : found->get();
}

void TaskList::clearFinished()
{
    for (std::size_t row = m_tasks.size(); row-- > 0;) {
        if (m_tasks[row]->isOver())
            removeAt(row);
    }
}

void TaskList::removeAt(std::size_t row)
{
    beginRemoveRows({}, int(row), int(row));
    m_tasks[row].release()->deleteLater(); // it may be the one that just said it is finished
    m_tasks.erase(m_tasks.begin() + std::ptrdiff_t(row));
    endRemoveRows();
}

void TaskList::forgetOldest()
{
    std::size_t over = 0;
    for (std::size_t row = 0; row < m_tasks.size(); ++row) {
        if (m_tasks[row]->isOver() && ++over > finishedLimit)
            removeAt(row--);
    }
}

void TaskList::showChange(Task *task)
{
    const QModelIndex first = indexOf(task);
    if (!first.isValid())
        return;
    emit dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
    emit taskChanged(task);
}

int TaskList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TaskList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskList::data(const QModelIndex &index, int role) const
{
    const Task *task = taskAt(index);
    if (!task)
        return {};
    switch (role) {
    case PercentRole: return percent(*task);
    case StateRole: return int(task->state());
    case Qt::DecorationRole: return index.column() == Title ? QVariant(icon(stateIcon(task->state()))) : QVariant();
    case Qt::ToolTipRole:
    case Qt::DisplayRole:
        if (index.column() == Title)
            return task->title();
        return index.column() == Progress ? task->progressText() : task->stateText();
    case Qt::AccessibleTextRole:
        return index.column() == Title ? tr("%1, %2", "title and state of a task").arg(task->title(), task->stateText()) : QVariant();
    default: return {};
    }
}

QVariant TaskList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Task");
    case Progress: return tr("Progress");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace espalier
