// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ownjoblist.h"

#include "app/whenfinished.h"
#include "core/fs/native.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace espalier {

OwnJobList::OwnJobList(std::string directory, QObject *parent) : QObject(parent), m_directory(std::move(directory))
{
    reload();
}

void OwnJobList::reload()
{
    const unsigned asked = ++m_asked;
    const auto reading = QtConcurrent::run([directory = m_directory] {
        const OwnJobs jobs(fs::nativeFileSystem(), directory);
        return std::pair(jobs.pruneJobs(), jobs.syncJobs());
    });
    whenFinished(reading, this, [this, asked](const std::pair<OwnPruneJobReading, OwnSyncJobReading> &found) {
        if (asked != m_asked)
            return;
        std::tie(m_prunes, m_syncs) = found;
        emit changed();
    });
}

void OwnJobList::change(const Change &change)
{
    const auto done = QtConcurrent::run([directory = m_directory, change] {
        OwnJobs jobs(fs::nativeFileSystem(), directory);
        return change(jobs);
    });
    whenFinished(done, this, [this](const OwnJobs::Edit &edit) {
        if (!edit)
            emit failed(edit.error());
        reload();
    });
}

QFuture<Result<std::string>> OwnJobList::text(ConfigFile file) const
{
    return QtConcurrent::run([directory = m_directory, file] { return OwnJobs(fs::nativeFileSystem(), directory).text(file); });
}

/// Those of both files; what keeps both from being read is told once.
std::vector<Error> OwnJobList::problems() const
{
    std::vector<Error> all = m_prunes.problems;
    std::ranges::copy_if(m_syncs.problems, std::back_inserter(all),
                         [this](const Error &problem) { return !std::ranges::contains(m_prunes.problems, problem); });
    return all;
}

} // namespace espalier
