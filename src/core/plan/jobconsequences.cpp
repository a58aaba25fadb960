// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/relocations.h"
#include "core/plan/rules.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace espalier {

namespace {

/// One end of a job, the one that lies in the store where something moves.
struct JobEnd
{
    const JobReference &job;
    std::string host;       ///< HostReferences::host
    bool isOther = false;   ///< The end that a sync job calls its remote one.
    NamespaceRange range;   ///< Now.
    NamespaceRange adapted; ///< As the proposed command would make it: its top goes along with what it names.

    bool isSync() const { return job.kind == JobKind::Sync; }
    bool isSource() const { return isSync() && job.sync->isPush != isOther; }
    bool removesVanished() const { return isSync() && job.sync->removesVanished; }
    bool isAdapted() const { return adapted != range; }
    std::string_view key() const { return isOther ? "remote-ns" : "ns"; }

    /// The job with its server, where that is another one.
    std::string name() const { return host.empty() ? job.id : job.id + " (" + host + ")"; }

    /// The store at the far end of a sync job.
    std::string farStore() const
    {
        const std::string &server = isOther ? host : job.sync->remote;
        const std::string &store = isOther ? job.store : job.sync->remoteStore;
        return server.empty() ? store : server + ":" + store;
    }
};

/// A remote that is the computer itself.
bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
}

/// @p ns as it is called from @p top, which contains it.
std::string_view below(const NamespacePath &top, const NamespacePath &ns)
{
    return std::string_view(ns.toString()).substr(top.toString().size());
}

/// What a move means for one end of a job.
struct Effects
{
    using Groups = std::vector<const MovedGroup *>;

    Groups leaving;               ///< Were covered, will not be.
    Groups arriving;              ///< Will be covered, were not.
    Groups again;                 ///< Will be copied once more.
    Groups copiesGone;            ///< Their copies would be deleted.
    Groups arrivalsGone;          ///< Would themselves be deleted at the new place.
    bool isAdaptingEnough = true; ///< None of the copies would be deleted if the job were adapted in time.
};

/// Whether a sync job that removes what vanished would remove @p moved at its new place, where its source does not have it.
/// In namespaces below its top it asks neither filters nor owner (sync-semantics §4).
bool removesArrival(const JobEnd &end, const MovedGroup &moved)
{
    if (moved.to != end.adapted.top)
        return true;
    if (applyFilters(end.job.filters, moved.group->id) == FilterAnswer::No)
        return false;
    if (end.isOther || !moved.group->owner)
        return true;
    const std::string owner = end.job.sync->owner ? end.job.sync->owner->toString() : "root@pam";
    return owner == moved.group->owner->toString() || owner == moved.group->owner->user();
}

void judgeSync(const JobEnd &end, const MovedGroup &moved, bool before, bool after, Effects &effects)
{
    const bool passes = applyFilters(end.job.filters, moved.group->id) != FilterAnswer::No;
    const bool stays = before && after && below(end.range.top, moved.from) == below(end.adapted.top, moved.to);
    if (!end.isSource() && end.removesVanished() && after && !stays && removesArrival(end, moved))
        effects.arrivalsGone.push_back(&moved);
    else if (passes && after && !before)
        effects.arriving.push_back(&moved);
    if (!passes || !before)
        return;
    if (end.isSource() && end.removesVanished()) {
        effects.copiesGone.push_back(&moved);
        effects.isAdaptingEnough = effects.isAdaptingEnough && stays;
    } else if (end.isSource() && !after) {
        effects.leaving.push_back(&moved);
    } else if (!stays) {
        effects.again.push_back(&moved);
    }
}

Effects effectsOn(const JobEnd &end, const Relocations &relocations)
{
    Effects effects;
    for (const MovedGroup &moved : relocations.groups()) {
        const bool before = end.range.covers(moved.from);
        const bool after = end.adapted.covers(moved.to);
        if (end.isSync())
            judgeSync(end, moved, before, after, effects);
        else if (before != after && applyFilters(end.job.filters, moved.group->id) != FilterAnswer::No)
            (before ? effects.leaving : effects.arriving).push_back(&moved);
    }
    return effects;
}

/// The properties that let the job name the new place. PBS refuses a sync job whose depth reaches beyond the deepest level.
JobState adaptedJob(const JobEnd &end)
{
    const NamespacePath &top = end.adapted.top;
    JobState job{end.job.kind, end.job.id, {{std::string(end.key()), std::nullopt}}};
    if (!top.isRoot())
        job.values.front().value = top.toString();
    const int deepest = NamespacePath::maxDepth - top.depth();
    if (end.isSync() && end.range.maxDepth && *end.range.maxDepth > deepest)
        job.values.push_back({"max-depth", std::to_string(deepest)});
    return job;
}

CommandLine keepVanishedCommand(const JobEnd &end)
{
    return commandFor(JobState{end.job.kind, end.job.id, {{"remove-vanished", "false"}}});
}

/// How many snapshots of one group that moves @p job would remove at the new place.
std::size_t prunedSnapshots(const JobReference &job, const MovedGroup &moved, const Relocations &relocations, const TimeZone &zone)
{
    std::vector<PruneCandidate> candidates;
    const auto add = [&candidates](const Group &group) {
        for (const Snapshot &snapshot : group.snapshots)
            candidates.push_back({snapshot.time, snapshot.finished, snapshot.isProtected});
    };
    add(*moved.group);
    if (const auto met = relocations.metBy(moved))
        add(*met);
    std::vector<PruneMark> marks = planPrune(candidates, job.keep, zone);
    marks.resize(moved.group->snapshots.size());
    return static_cast<std::size_t>(std::ranges::count(marks, PruneVerdict::Remove, &PruneMark::verdict));
}

/// Makes the lines of one end of a job.
class JobLines
{
public:
    JobLines(const JobEnd &end, const Relocations &relocations, const ConsequenceContext &context)
        : m_end(end)
        , m_relocations(relocations)
        , m_context(context)
        , m_effects(effectsOn(end, relocations))
    {
    }

    std::vector<Consequence> lines() &&
    {
        if (m_end.isAdapted() && m_effects.copiesGone.empty())
            addNamesMoved();
        addDeletions();
        if (!m_effects.again.empty())
            add(MessageId::SyncCopiesAgain, m_effects.again, m_end.name(), m_end.isSource() ? m_end.farStore() : m_context.storeName,
                count(m_effects.again));
        if (m_end.job.isDisabled)
            return std::move(m_lines);
        if (!m_effects.leaving.empty())
            add(MessageId::JobLosesGroups, m_effects.leaving, toString(m_end.job.kind), m_end.name(), count(m_effects.leaving));
        if (!m_effects.arriving.empty() && m_end.job.kind == JobKind::Prune)
            addPrune();
        else if (!m_effects.arriving.empty())
            add(MessageId::JobGainsGroups, m_effects.arriving, toString(m_end.job.kind), m_end.name(), count(m_effects.arriving));
        return std::move(m_lines);
    }

private:
    static std::string count(const Effects::Groups &groups) { return std::to_string(groups.size()); }

    template<typename... Args>
    Consequence &add(MessageId id, const Effects::Groups &groups, Args &&...args)
    {
        Consequence line = makeConsequence(Consequence::Kind::Job, id, std::forward<Args>(args)...);
        std::set<std::size_t> causes;
        for (const MovedGroup *moved : groups) {
            causes.insert(moved->relocation);
            line.mayMatch
                = line.mayMatch || (asksFilters(id, *moved) && applyFilters(m_end.job.filters, moved->group->id) == FilterAnswer::Maybe);
        }
        line.relocations.assign(causes.begin(), causes.end());
        line.host = m_end.host;
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    /// As in removesArrival(): what arrives below the job's top is removed whatever the filters say.
    bool asksFilters(MessageId id, const MovedGroup &moved) const
    {
        return id != MessageId::SyncDeletesArrivals || moved.to == m_end.adapted.top;
    }

    /// The command, and the same to be written, where all that the job covers goes along: else what stays would lose it.
    void addAdaptation(Consequence &line) const
    {
        const JobState job = adaptedJob(m_end);
        line.commands.push_back(commandFor(job));
        if (isWholeMoved())
            line.entries.emplace_back(job);
    }

    bool isWholeMoved() const
    {
        bool isWhole = true;
        m_relocations.tree().forEachNamespace([&](const Namespace &ns) {
            if (m_end.range.covers(ns.path))
                isWhole = isWhole && relocated(ns.path, m_end.range.top, m_end.adapted.top) == m_relocations.placeOf(ns.path);
        });
        return isWhole;
    }

    void addNamesMoved()
    {
        Consequence &line = add(MessageId::JobNamesMoved, {}, toString(m_end.job.kind), m_end.name(), m_end.range.top.toString(),
                                m_end.adapted.top.toString());
        addAdaptation(line);
        line.relocations = {m_relocations.namespaces().at(m_end.range.top).second};
    }

    void addDeletions()
    {
        if (!m_effects.copiesGone.empty()) {
            Consequence &line
                = add(MessageId::SyncDeletesCopies, m_effects.copiesGone, m_end.name(), m_end.farStore(), count(m_effects.copiesGone));
            line.level = Consequence::Level::NeedsAttention;
            if (m_end.isAdapted())
                addAdaptation(line);
            if (!m_effects.isAdaptingEnough)
                line.commands.push_back(keepVanishedCommand(m_end));
        }
        if (!m_effects.arrivalsGone.empty()) {
            Consequence &line = add(MessageId::SyncDeletesArrivals, m_effects.arrivalsGone, m_end.name(), m_end.farStore(),
                                    count(m_effects.arrivalsGone));
            line.level = Consequence::Level::NeedsAttention;
            line.commands = {keepVanishedCommand(m_end)};
        }
    }

    void addPrune()
    {
        std::size_t removed = 0;
        std::size_t snapshots = 0;
        for (const MovedGroup *moved : m_effects.arriving) {
            removed += prunedSnapshots(m_end.job, *moved, m_relocations, m_context.zone);
            snapshots += moved->group->snapshots.size();
        }
        add(MessageId::PruneJobApplies, m_effects.arriving, m_end.name(), count(m_effects.arriving), std::to_string(removed),
            std::to_string(snapshots));
    }

    const JobEnd &m_end;
    const Relocations &m_relocations;
    const ConsequenceContext &m_context;
    Effects m_effects;
    std::vector<Consequence> m_lines;
};

/// The ends of @p job that lie in the store. The jobs of another server reach it as their remote only.
std::vector<JobEnd> endsOf(const JobReference &job, const HostReferences &host, const Relocations &relocations,
                           const ConsequenceContext &context)
{
    const bool isHere = &host == &context.here;
    std::vector<JobEnd> ends;
    const auto add = [&](bool isOther, const NamespaceRange &range) {
        ends.push_back({job, host.host, isOther, range, {relocations.placeOf(range.top), range.maxDepth}});
    };
    if (isHere && job.store == context.storeName)
        add(false, job.range);
    if (!job.sync || job.sync->remoteStore != context.storeName)
        return ends;
    const bool isOwnServer = job.sync->remote.empty() || isLoopback(job.sync->remoteHost);
    if (isHere == isOwnServer)
        add(true, job.otherRange());
    return ends;
}

} // namespace

std::vector<Consequence> jobConsequences(const Relocations &relocations, const ConsequenceContext &context)
{
    std::vector<Consequence> lines;
    const auto look = [&](const HostReferences &host) {
        for (const JobReference &job : host.jobs) {
            for (const JobEnd &end : endsOf(job, host, relocations, context))
                std::ranges::move(JobLines(end, relocations, context).lines(), std::back_inserter(lines));
        }
    };
    look(context.here);
    std::ranges::for_each(context.elsewhere, look);
    return lines;
}

} // namespace espalier
