// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/task.h"
#include "core/jobrun/duejobs.h"
#include "core/jobrun/duetimer.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <stop_token>
#include <vector>

namespace espalier {

class TaskList;

/// Runs the user's own jobs, unwatched: those that are due while the window is open, and those that somebody asks for. One after the other
/// in a worker, each as a task. Knows of every job how its runs went and when it is due.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    /// @p options: how places are opened; stop and progress are the runner's own. @p tasks is not owned.
    JobRunner(JobFiles files, UnattendedOptions options, TaskList *tasks, QObject *parent = nullptr);
    ~JobRunner() override; ///< Asks what runs to stop, and waits for it.

    void start();                     ///< Looks for due jobs now, and every minute.
    void look();                      ///< Runs what is due, unless it is at that.
    void runNow(const JobName &name); ///< Whether it is due or not.
    void stop(const JobName &name);   ///< If it runs here.
    bool isRunning() const { return m_task; }
    bool isRunning(const JobName &name) const { return m_task && name == m_running; }
    void forget(const JobName &name); ///< What is known of a job that was removed.

    void reload(); ///< Reads all that is known of the jobs again.
    const std::vector<JobOverview> &overviews() const { return m_overviews; }
    const JobOverview *overview(const JobName &name) const; ///< Null where there is no such job, or it was not read yet.

    /// @name The timer that runs due jobs without this window
    /// @{
    void setDueTimer(const DueTimer &timer);
    /// Nothing where there is none, or before it is known.
    const std::optional<DueTimer::State> &timerState() const { return m_timerState; }
    void setTimer(bool isWanted); ///< Installs or removes it.
    /// @}

signals:
    void overviewsChanged();
    void timerChanged();
    void ended(const espalier::JobName &name, const espalier::JobNotes &notes); ///< A run, whatever it came to.
    void missed(const QString &sentence);
    void failed(const QString &sentences);

private:
    DueOptions options(const std::stop_source &stop);
    void begin(const JobOverview &overview, std::optional<std::int64_t> due, const std::stop_source &stop);
    void showProgress(const JobProgress &progress);
    void end(const DueJobRun &done);
    void tell(const Error &error);
    void readTimer();
    static std::optional<HostZone> zoneOfHost(const JobFiles &files, const UnattendedOptions &options);

    JobFiles m_files;
    UnattendedOptions m_options;
    TaskList *m_tasks;
    QThreadPool m_pool;
    QTimer m_timer;
    std::optional<DueTimer> m_dueTimer;
    std::optional<DueTimer::State> m_timerState;
    std::vector<JobOverview> m_overviews;
    std::vector<std::stop_source> m_stops; ///< Of all that was asked for.
    std::vector<Error> m_told;             ///< By the last look: nobody wants to hear the same every minute.
    QPointer<Task> m_task;
    JobName m_running{};
    JobNotes m_notes{}; ///< Of the job that runs.
    unsigned m_asked = 0;
    bool m_isLooking = false;
};

} // namespace espalier
