// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneforecast.h"

#include "core/plan/prunewarnings.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace espalier {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t leastDistance = 600;

std::vector<PruneCandidate> candidatesOf(const std::vector<Snapshot> &snapshots)
{
    std::vector<PruneCandidate> candidates;
    candidates.reserve(snapshots.size());
    for (const Snapshot &snapshot : snapshots)
        candidates.push_back({.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected});
    return candidates;
}

/// The backups of one group as time goes by.
class Future
{
public:
    Future(const Group &group, const KeepOptions &options, const TimeZone &zone, std::int64_t now)
        : m_snapshots(group.snapshots)
        , m_options(options)
        , m_zone(zone)
        , m_distance(std::max(usualDistance(group), leastDistance))
    {
        const auto newest = newestFinished(group);
        if (!newest || usualDistance(group) == 0 || hasOnlyOldBackups(group, now))
            return;
        const std::int64_t behind = std::max<std::int64_t>(0, now - newest->epoch()) / m_distance; // that did not come
        m_next = newest->epoch() + (behind + 1) * m_distance;
    }

    /// Backups until @p time, then a prune.
    void goTo(std::int64_t time)
    {
        const std::size_t before = m_snapshots.size();
        for (; m_next <= time; m_next += m_distance) {
            if (const auto name = SnapshotTime::fromEpoch(m_next))
                m_snapshots.push_back({.time = *name, .finished = true});
        }
        if (m_isPruned && m_snapshots.size() == before)
            return; // once more would change nothing
        const std::vector<PruneMark> marks = planPrune(candidatesOf(m_snapshots), m_options, m_zone);
        std::vector<Snapshot> left;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (marks[i].verdict != PruneVerdict::Remove)
                left.push_back(m_snapshots[i]);
        }
        m_snapshots = std::move(left);
        m_isPruned = true;
    }

    const std::vector<Snapshot> &snapshots() const { return m_snapshots; }

private:
    std::vector<Snapshot> m_snapshots; ///< Oldest first.
    const KeepOptions &m_options;
    const TimeZone &m_zone;
    std::int64_t m_distance;
    std::int64_t m_next = std::numeric_limits<std::int64_t>::max();
    bool m_isPruned = false;
};

std::shared_ptr<const Group> futureOf(const Group &group, const KeepOptions &options, const TimeZone &zone, std::int64_t now,
                                      std::int64_t until, const std::stop_token &stop)
{
    Future future(group, options, zone, now);
    for (std::int64_t time = now; time <= until && !stop.stop_requested(); time += day)
        future.goTo(time);
    auto made = std::make_shared<Group>(group);
    made->snapshots = future.snapshots();
    made->details.clear();
    return made;
}

/// Makes what is missing above it. Namespaces come before those below them.
Tree withNamespaceAt(Tree tree, std::shared_ptr<const Namespace> ns)
{
    if (ns->path.isRoot())
        return Tree(std::move(ns));
    if (!tree.find(ns->path.parent())) {
        auto above = std::make_shared<Namespace>();
        above->path = ns->path.parent();
        tree = withNamespaceAt(std::move(tree), std::move(above));
    }
    const NamespacePath path = ns->path;
    return tree.withNamespace(path, std::move(ns));
}

} // namespace

PrunePlan forecastPrune(const PrunePlan &plan, const TimeZone &zone, std::int64_t now, std::int64_t until, const std::stop_token &stop)
{
    Tree tree;
    for (auto group = plan.groups.begin(); group != plan.groups.end();) {
        auto made = std::make_shared<Namespace>();
        made->path = group->ns;
        for (; group != plan.groups.end() && group->ns == made->path; ++group)
            made->groups.push_back(futureOf(*group->group, plan.options, zone, now, until, stop));
        made->updateSums();
        tree = withNamespaceAt(tree, std::move(made));
    }
    return planPrune(tree, plan.scope, plan.options, zone);
}

} // namespace espalier
