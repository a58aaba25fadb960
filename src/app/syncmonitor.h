// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/formats.h"
#include "app/task.h"
#include "core/sync/syncrun.h"
#include "text/syncwords.h"

#include <mutex>
#include <utility>
#include <vector>

namespace espalier {

/// What a worker that copies has to tell: its last progress, and the lines of its log that nobody took yet. Any thread.
template<typename Progress>
class SyncMonitor
{
public:
    struct Line
    {
        Task::LogLevel level;
        QString text;
    };

    void tell(const Progress &now)
    {
        const std::scoped_lock lock(m_mutex);
        m_progress = now;
    }

    void log(const SyncEvent &event)
    {
        const bool isProblem = event.what == SyncEvent::What::Problem;
        Line line{isProblem ? Task::LogLevel::Error : Task::LogLevel::Info, text::syncEventLine(event, &sizeText)};
        const std::scoped_lock lock(m_mutex);
        m_lines.push_back(std::move(line));
    }

    std::pair<Progress, std::vector<Line>> take()
    {
        const std::scoped_lock lock(m_mutex);
        return {m_progress, std::exchange(m_lines, {})};
    }

private:
    std::mutex m_mutex;
    Progress m_progress;
    std::vector<Line> m_lines;
};

} // namespace espalier
