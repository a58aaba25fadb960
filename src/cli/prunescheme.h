// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/prunejobs.h"
#include "core/datastore/hostzone.h"
#include "core/plan/pruneplan.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier::cli {

/// What the command line says of a prune: by which rules, where, in which time zone; and what that would do with a datastore.
class PruneScheme
{
public:
    /// @p job: whose rules it takes; none where it is empty.
    PruneScheme(const Invocation &invocation, std::string job) : m_invocation(invocation), m_job(std::move(job)) {}

    /// Reads the datastore and decides about each snapshot. Fails where the command line makes no sense, where the job or the namespace
    /// does not exist, or the datastore cannot be read.
    Done plan(const Session &session);

    const KeepOptions &options() const { return m_options; }
    const Tree &tree() const { return m_tree; }
    bool isZoneKnown() const { return m_zone.has_value(); }
    std::string zoneName() const { return m_zone ? m_zone->name : std::string(); }
    TimeZone zone() const { return m_zone ? m_zone->zone : TimeZone(); } ///< UTC where it is not known.
    const PrunePlan &prune() const { return m_plan; }
    std::size_t zoneDependent() const { return m_dependent; } ///< Snapshots whose fate depends on the zone, where it is not known.
    std::vector<Error> warnings(const Session &session) const;
    const JobNotes &notes() const { return m_notes; } ///< Of an own job.

private:
    Done readRules(const Session &session);
    Done readJob(const Session &session, const std::string &id);
    Done readRange();
    Done readZone(const Session &session);
    Done readSelection(const Tree &tree);

    const Invocation &m_invocation;
    std::string m_job;
    KeepOptions m_options{};
    JobNotes m_notes; ///< Of an own job.
    PruneScope m_scope;
    std::optional<HostZone> m_zone;
    Tree m_tree;
    PrunePlan m_plan;
    std::size_t m_dependent = 0;
};

/// Lists the snapshots of each group with what becomes of them, newest first; @p all: also those that stay, and groups that lose nothing.
void printPruneSnapshots(Output &output, const PruneScheme &scheme, bool all);

/// Prints the table of what goes, for each namespace and in all, and what is left alone.
void printPruneTotals(Output &output, const PrunePlan &plan);

} // namespace espalier::cli
