// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunejobwords.h"

#include "text/printable.h"
#include "text/retentionwords.h"

#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
struct PruneJobWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::PruneJobWords)
};

std::vector<const JobReference *> pruneJobsOn(const OpenStore &store, const NamespacePath &ns, const Group &group)
{
    std::vector<const JobReference *> jobs;
    for (const JobReference &job : store.pruneJobs()) {
        if (group.owner && group.listable && job.range.covers(ns))
            jobs.push_back(&job);
    }
    return jobs;
}

QStringList pruneJobSentences(const OpenStore &store, const NamespacePath &ns, const Group &group)
{
    QStringList sentences;
    const auto jobs = pruneJobsOn(store, ns, group);
    for (const JobReference *job : jobs) {
        //: %1 its name, %2 "Keeps the last 3 snapshots."
        sentences << PruneJobWords::tr("Prune job %1: %2").arg(printable(job->id), text::keepSentence(job->keep));
    }
    if (jobs.size() > 1)
        sentences << PruneJobWords::tr("Several prune jobs work on this group: only what all of them keep stays.");
    return sentences;
}

} // namespace espalier
