// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/taskspane.h"

#include "app/highlighting.h"
#include "app/icons.h"
#include "app/progressdelegate.h"
#include "app/tasklist.h"
#include "ui_taskspane.h"

#include <QAction>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHeaderView>
#include <QMessageBox>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>

namespace espalier {

TasksPane::TasksPane(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TasksPane>())
{
    m_ui->setupUi(this);
    m_ui->stopButton->setIcon(icon(IconName::Stop));
    m_ui->clearButton->setIcon(icon(IconName::Clear));
    m_ui->exportButton->setIcon(icon(IconName::Export));
    m_ui->list->setItemDelegateForColumn(TaskList::Progress, new ProgressDelegate(this));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->log->setMaximumBlockCount(int(Task::logLimit));
    highlightAs(m_ui->log, QStringLiteral("Espalier Log"));
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] {
        if (Task *task = currentTask())
            task->requestStop();
    });
}

TasksPane::~TasksPane() = default;

void TasksPane::setTasks(TaskList *tasks)
{
    m_tasks = tasks;
    m_ui->list->setModel(tasks);
    m_ui->list->header()->resizeSection(TaskList::Title, 300);
    m_ui->list->header()->resizeSection(TaskList::Progress, 330);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TasksPane::showCurrent);
    connect(m_ui->clearButton, &QPushButton::clicked, tasks, &TaskList::clearFinished);
    connect(tasks, &TaskList::taskAdded, this, &TasksPane::selectTask);
    connect(tasks, &QAbstractItemModel::dataChanged, this, &TasksPane::showButtons);
    connect(tasks, &QAbstractItemModel::rowsRemoved, this, &TasksPane::showCurrent);
    showCurrent();
}

void TasksPane::setExportAction(QAction *action)
{
    const auto show = [this, action] {
        m_ui->exportButton->setEnabled(action->isEnabled());
        m_ui->exportButton->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, this, show);
    connect(m_ui->exportButton, &QPushButton::clicked, action, &QAction::trigger);
    show();
}

Task *TasksPane::currentTask() const
{
    return m_tasks ? m_tasks->taskAt(m_ui->list->currentIndex()) : nullptr;
}

void TasksPane::selectTask(Task *task)
{
    m_ui->list->setCurrentIndex(m_tasks->indexOf(task));
}

void TasksPane::showCurrent()
{
    Task *task = currentTask();
    if (task != m_shown) {
        if (m_shown)
            disconnect(m_shown, &Task::logged, m_ui->log, nullptr);
        m_shown = task;
        m_ui->log->setPlainText(task ? task->logLines().join(QLatin1Char('\n')) : QString());
        if (task) {
            connect(task, &Task::logged, m_ui->log, &QPlainTextEdit::appendPlainText);
            connect(task, &QObject::destroyed, this, [this] { m_shown = nullptr; });
        }
    }
    showButtons();
    emit currentTaskChanged();
}

void TasksPane::showButtons()
{
    const Task *task = currentTask();
    m_ui->stopButton->setEnabled(task && task->canStop());
    m_ui->clearButton->setEnabled(m_tasks->rowCount() > m_tasks->runningCount());
    m_ui->emptyLabel->setVisible(m_tasks->rowCount() == 0);
    m_ui->splitter->setVisible(m_tasks->rowCount() > 0);
}

void TasksPane::exportLog()
{
    const Task *task = currentTask();
    if (!task)
        return;
    auto *dialog = new QFileDialog(this, tr("Export log"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(QStringLiteral("espalier.log"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen = QPointer<const Task>(task)](const QString &fileName) {
        const QString problem = chosen ? writeLog(*chosen, fileName) : QString();
        if (!problem.isEmpty())
            QMessageBox::warning(this, tr("Export log"), problem);
    });
    dialog->open();
}

QString writeLog(const Task &task, const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = task.logLines().join(QLatin1Char('\n')).toUtf8() + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return TasksPane::tr("The log could not be written to %1: %2").arg(fileName, file.errorString());
}

} // namespace espalier
