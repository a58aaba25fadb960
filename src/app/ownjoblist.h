// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/ownjobs.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <string>
#include <vector>

namespace espalier {

/// The user's own jobs as the window has them. Files are read and written by workers.
class OwnJobList : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<OwnJobs::Edit(OwnJobs &)>;

    /// @p directory: where they lie, see OwnJobs. Reads them.
    explicit OwnJobList(std::string directory, QObject *parent = nullptr);

    const std::vector<OwnPruneJob> &pruneJobs() const { return m_prunes.jobs; }
    const std::vector<OwnSyncJob> &syncJobs() const { return m_syncs.jobs; }
    std::vector<Error> problems() const;

    void reload();
    void change(const Change &change);                        ///< Reads them again behind it.
    QFuture<Result<std::string>> text(ConfigFile file) const; ///< The whole file, in PBS's format.

signals:
    void changed(); ///< They were read.
    void failed(const espalier::Error &error);

private:
    std::string m_directory;
    OwnPruneJobReading m_prunes;
    OwnSyncJobReading m_syncs;
    unsigned m_asked = 0; ///< Answers to earlier questions are dropped.
};

} // namespace espalier
