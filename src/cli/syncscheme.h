// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/jobs/ownjobs.h"
#include "core/plan/syncplan.h"

#include <optional>
#include <string>

namespace espalier::cli {

/// What a command line says of a sync: its two ends, the options of the job, and the plan.
class SyncScheme
{
public:
    explicit SyncScheme(const Invocation &invocation) : m_invocation(invocation) {}
    SyncScheme(const Invocation &invocation, OwnSyncJob job); ///< What the job says, in place of the command line.

    /// Opens both datastores, reads them, and plans. @p isForRun: what earlier syncs left half made is removed before.
    Done read(bool isForRun);

    /// @name After read()
    /// @{
    const Session &source() const { return *m_source; }
    const Session &target() const { return *m_target; }
    const SyncOptions &options() const { return m_options; }
    SyncRunOptions runOptions() const; ///< How it is to be copied; nothing is removed.
    const SyncPlan &plan() const { return m_plan; }
    /// @}

    /// What is copied and what goes, in sentences and as a table; with --snapshots each of them.
    void print() const;
    void printRemovals() const; ///< Each snapshot that goes.
    Json toJson() const;

private:
    Done readJob();
    Result<Tree> readTree(const Session &session) const;
    void printSnapshots(const NamespacePath &ns, const SyncGroup &group) const;

    const Invocation &m_invocation;
    std::optional<OwnSyncJob> m_job;
    std::string m_sourceName;
    std::string m_targetName;
    SyncJob m_rules; ///< Its names mean nothing where the command line has it all.
    SyncOptions m_options;
    std::optional<Session> m_source;
    std::optional<Session> m_target;
    SyncPlan m_plan;
};

} // namespace espalier::cli
