// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scanrun.h"

#include "core/datastore/findingcollector.h"

#include <iterator>

namespace espalier {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Clock::duration betweenReports = std::chrono::milliseconds(50);

} // namespace

ScanRun::ScanRun(const ScanOptions &options) : m_options(options) {}

void ScanRun::count(const ScanProgress &more)
{
    m_namespaces += more.namespaces;
    m_groups += more.groups;
    m_snapshots += more.snapshots;
    if (m_options.progress && Clock::now().time_since_epoch().count() >= m_nextReport)
        tryToReport();
}

void ScanRun::tryToReport()
{
    const std::unique_lock lock(m_reporting, std::try_to_lock);
    if (!lock.owns_lock())
        return;
    m_nextReport = (Clock::now() + betweenReports).time_since_epoch().count();
    m_options.progress({m_namespaces, m_groups, m_snapshots});
}

void ScanRun::reportProgress()
{
    const std::lock_guard guard(m_reporting);
    if (m_options.progress)
        m_options.progress({m_namespaces, m_groups, m_snapshots});
}

void ScanRun::addFindings(std::vector<Finding> findings)
{
    if (findings.empty())
        return;
    const std::lock_guard guard(m_findingsMutex);
    m_findings.insert(m_findings.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

std::vector<Finding> ScanRun::takeFindings()
{
    const std::lock_guard guard(m_findingsMutex);
    sortFindings(m_findings);
    return std::move(m_findings);
}

} // namespace espalier
