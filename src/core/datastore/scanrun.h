// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/scan.h"

#include <atomic>
#include <chrono>
#include <mutex>

namespace espalier {

/// What the threads of one scan share: findings, progress and the wish to stop.
class ScanRun
{
public:
    explicit ScanRun(const ScanOptions &options);

    const std::stop_token &stop() const { return m_options.stop; }
    bool stopped() const { return m_options.stop.stop_requested(); }
    unsigned threads() const { return m_options.threads; }

    /// Adds to the progress and reports it, if the last report is old enough.
    void count(const ScanProgress &more);
    void reportProgress();

    void addFindings(std::vector<Finding> findings);
    std::vector<Finding> takeFindings(); ///< Sorted.

private:
    void tryToReport();

    const ScanOptions &m_options;
    std::atomic<std::size_t> m_namespaces = 0;
    std::atomic<std::size_t> m_groups = 0;
    std::atomic<std::size_t> m_snapshots = 0;
    std::atomic<std::chrono::steady_clock::rep> m_nextReport = 0;
    std::mutex m_reporting;
    std::mutex m_findingsMutex;
    std::vector<Finding> m_findings;
};

} // namespace espalier
