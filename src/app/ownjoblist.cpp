// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ownjoblist.h"

#include "app/whenfinished.h"
#include "core/fs/posix.h"

#include <QtConcurrentRun>

namespace espalier {

OwnJobList::OwnJobList(std::string directory, QObject *parent) : QObject(parent), m_directory(std::move(directory))
{
    reload();
}

void OwnJobList::reload()
{
    const unsigned asked = ++m_asked;
    const auto reading = QtConcurrent::run([directory = m_directory] { return OwnJobs(fs::posixFileSystem(), directory).pruneJobs(); });
    whenFinished(reading, this, [this, asked](const OwnPruneJobReading &found) {
        if (asked != m_asked)
            return;
        m_reading = found;
        emit changed();
    });
}

void OwnJobList::change(const Change &change)
{
    const auto done = QtConcurrent::run([directory = m_directory, change] {
        OwnJobs jobs(fs::posixFileSystem(), directory);
        return change(jobs);
    });
    whenFinished(done, this, [this](const OwnJobs::Edit &edit) {
        if (!edit)
            emit failed(edit.error());
        reload();
    });
}

QFuture<Result<std::string>> OwnJobList::pruneText() const
{
    return QtConcurrent::run([directory = m_directory] { return OwnJobs(fs::posixFileSystem(), directory).text(ConfigFile::PruneJobs); });
}

} // namespace espalier
