// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/syncplan.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace espalier {

namespace {

bool passes(const SyncOptions &options, const GroupId &group)
{
    return applyFilters(options.filters, group) == FilterAnswer::Yes;
}

/// As PBS lets somebody delete a group: its owner, or the user whose token owns it (sync-semantics §4).
bool mayRemove(const Group &group, const std::string &owner)
{
    return group.owner->toString() == owner || (group.owner->isToken() && group.owner->user() == owner);
}

/// PBS's order: parents before their children.
void sortByLength(std::vector<std::shared_ptr<const Namespace>> &namespaces)
{
    std::ranges::stable_sort(namespaces, {}, [](const auto &ns) { return ns->path.toString().size(); });
}

std::vector<std::shared_ptr<const Namespace>> namespacesIn(const Tree &tree, const NamespaceRange &range)
{
    std::vector<std::shared_ptr<const Namespace>> found;
    tree.forEachNamespace([&](const Namespace &ns) {
        if (range.covers(ns.path))
            found.push_back(tree.find(ns.path));
    });
    sortByLength(found);
    return found;
}

class SyncPlanner
{
public:
    SyncPlanner(const Tree &source, const Tree &target, const SyncOptions &options) : m_source(source), m_target(target), m_options(options)
    {
    }

    Result<SyncPlan> plan()
    {
        for (const GroupFilter &filter : m_options.filters) {
            if (const Done judged = filter.whyNotJudged(); !judged)
                return failWith(judged);
        }
        if (!m_source.find(m_options.source))
            return fail(Error::Kind::NotFound, MessageId::PlanNamespaceMissing, m_options.source.toString());
        const auto sources = namespacesIn(m_source, {m_options.source, m_options.maxDepth});
        if (const Done fits = checkDepth(sources); !fits)
            return failWith(fits);
        judgeSource(sources);
        for (const auto &ns : sources)
            planNamespace(*ns);
        if (m_options.removeVanished)
            planVanishedNamespaces();
        return std::move(m_plan);
    }

private:
    /// Once, for the deepest: then nothing is copied at all.
    Done checkDepth(const std::vector<std::shared_ptr<const Namespace>> &sources) const
    {
        const auto deepest = std::ranges::max_element(sources, {}, [](const auto &ns) { return ns->path.depth(); });
        const int depth = (*deepest)->path.depth() - m_options.source.depth() + m_options.target.depth();
        if (depth <= NamespacePath::maxDepth)
            return {};
        return fail(Error::Kind::InvalidInput, MessageId::SyncTooDeep, (*deepest)->path.toString(),
                    m_options.target.toString() + "/…/" + std::string((*deepest)->path.name()), std::to_string(NamespacePath::maxDepth));
    }

    /// Whether anything may be called vanished because of what this source shows.
    void judgeSource(const std::vector<std::shared_ptr<const Namespace>> &sources)
    {
        if (m_options.exactPbs)
            return;
        m_isEmpty = std::ranges::all_of(sources, [](const auto &ns) { return ns->groups.empty(); });
        if (m_isEmpty && m_options.removeVanished)
            m_plan.notes.push_back({Error::Kind::Conflict, MessageId::SyncSourceEmpty, {m_options.source.toString()}, 0});
        for (const auto &ns : sources) {
            if (ns->listable)
                continue;
            m_isDamaged = true;
            addProblem({Error::Kind::Damaged, MessageId::SyncSourceDamaged, {{}, ns->path.toString()}, 0});
        }
    }

    void addProblem(const Error &problem) { m_plan.problems.push_back(problem); }

    Result<NamespacePath> mapped(const NamespacePath &source) const
    {
        NamespacePath target = m_options.target;
        const auto names = source.components();
        for (auto i = static_cast<std::size_t>(m_options.source.depth()); i < names.size(); ++i) {
            const auto next = target.child(names[i]);
            if (!next)
                return next;
            target = *next;
        }
        return target;
    }

    void planNamespace(const Namespace &source)
    {
        const auto target = mapped(source.path);
        SyncNamespace ns{.source = source.path, .target = target.value_or(m_options.target), .offered = 0};
        if (!target)
            ns.refused = target.error();
        else
            planTarget(ns);
        m_mapped.insert(ns.target.toString());
        if (ns.refused)
            addProblem(*ns.refused);
        else
            planGroups(source, ns);
        m_plan.namespaces.push_back(std::move(ns));
    }

    /// PBS makes one level at a time.
    void planTarget(SyncNamespace &ns)
    {
        ns.isNew = !m_target.find(ns.target);
        if (!ns.isNew)
            return;
        const NamespacePath parent = ns.target.parent();
        if (m_target.find(parent) || m_made.contains(parent.toString()))
            m_made.insert(ns.target.toString());
        else
            ns.refused = Error{Error::Kind::NotFound, MessageId::PlanParentMissing, {ns.target.toString(), parent.toString()}, 0};
    }

    void planGroups(const Namespace &source, SyncNamespace &ns)
    {
        std::set<std::string> offered;
        for (const auto &group : source.groups) {
            if (!group->owner) { // nobody sees it there
                if (!m_options.exactPbs)
                    offered.insert(group->id.toString());
                continue;
            }
            ++ns.offered;
            if (!passes(m_options, group->id))
                continue;
            offered.insert(group->id.toString());
            planGroup(group, ns);
        }
        if (m_options.removeVanished && !m_isEmpty && source.listable)
            planVanishedGroups(ns, offered);
    }

    void planGroup(const std::shared_ptr<const Group> &source, SyncNamespace &ns)
    {
        SyncGroup group{.id = source->id, .source = source, .target = m_target.find(ns.target, source->id)};
        if (!source->listable)
            group.refused = Error{Error::Kind::Damaged, MessageId::SyncSourceDamaged, {source->id.toString(), ns.source.toString()}, 0};
        else if (group.target && !group.target->owner)
            group.refused = Error{Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, {source->id.toString(), ns.target.toString()}, 0};
        else if (group.target && group.target->owner->toString() != m_options.owner)
            group.refused = Error{Error::Kind::Conflict,
                                  MessageId::SyncOwnerDiffers,
                                  {source->id.toString(), ns.target.toString(), group.target->owner->toString(), m_options.owner},
                                  0};
        if (group.refused)
            addProblem(*group.refused);
        else
            group.marks = planSyncGroup(source.get(), group.target.get(), m_options);
        ns.groups.push_back(std::move(group));
    }

    /// One group whose owner cannot be read keeps PBS from all of the namespace.
    void planVanishedGroups(SyncNamespace &ns, const std::set<std::string> &offered)
    {
        const auto target = m_target.find(ns.target);
        if (!target)
            return;
        std::vector<SyncGroup> vanished;
        for (const auto &group : target->groups) {
            if (offered.contains(group->id.toString()))
                continue;
            if (!group->owner) {
                addProblem({Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, {group->id.toString(), ns.target.toString()}, 0});
                break;
            }
            if (passes(m_options, group->id) && mayRemove(*group, m_options.owner))
                vanished.push_back(wholeGroup(group));
        }
        std::ranges::move(vanished, std::back_inserter(ns.groups));
    }

    SyncGroup wholeGroup(const std::shared_ptr<const Group> &group) const
    {
        SyncGroup whole{.id = group->id, .source = {}, .target = group};
        whole.isVanished = true;
        for (std::size_t i = 0; i < group->snapshots.size(); ++i) {
            const Snapshot &each = group->snapshots[i];
            const std::uint64_t bytes = i < group->details.size() ? group->details[i].size : 0;
            SyncMark mark{each.time, SyncAction::Remove, SyncReason::None, bytes};
            if (each.isProtected)
                mark = {each.time, SyncAction::Keep, SyncReason::Protected, bytes};
            else if (!m_options.exactPbs && !each.finished && i + 1 == group->snapshots.size())
                mark = {each.time, SyncAction::Keep, SyncReason::MayRun, bytes};
            whole.marks.push_back(mark);
        }
        return whole;
    }

    /// All groups in them, whoever owns them and whatever the filters say.
    void planVanishedNamespaces()
    {
        if (m_isEmpty || m_isDamaged)
            return;
        auto present = namespacesIn(m_target, {m_options.target, m_options.maxDepth});
        std::erase_if(present, [this](const auto &ns) { return ns->path == m_options.target || m_mapped.contains(ns->path.toString()); });
        std::ranges::reverse(present);
        for (const auto &ns : present) {
            VanishedNamespace vanished{.path = ns->path};
            for (const auto &group : ns->groups)
                vanished.groups.push_back(wholeGroup(group));
            m_plan.vanished.push_back(std::move(vanished));
        }
    }

    const Tree &m_source;
    const Tree &m_target;
    const SyncOptions &m_options;
    SyncPlan m_plan;
    std::set<std::string> m_made;   ///< Namespaces that there will be.
    std::set<std::string> m_mapped; ///< What the source's namespaces become.
    bool m_isEmpty = false;
    bool m_isDamaged = false;
};

template<typename Visit>
void forEachGroup(const SyncPlan &plan, Visit visit)
{
    for (const SyncNamespace &ns : plan.namespaces)
        std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { visit(ns.target, group); });
    for (const VanishedNamespace &ns : plan.vanished)
        std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { visit(ns.path, group); });
}

} // namespace

Result<SyncPlan> planSync(const Tree &source, const Tree &target, const SyncOptions &options)
{
    return SyncPlanner(source, target, options).plan();
}

std::size_t SyncPlan::count(SyncAction action) const
{
    std::size_t count = 0;
    forEachGroup(*this, [&](const NamespacePath &, const SyncGroup &group) { count += group.count(action); });
    return count;
}

std::size_t SyncPlan::newNamespaces() const
{
    return static_cast<std::size_t>(std::ranges::count_if(namespaces, [](const SyncNamespace &ns) { return ns.isNew && !ns.refused; }));
}

std::uint64_t SyncPlan::bytesToCopy() const
{
    std::uint64_t bytes = 0;
    forEachGroup(*this, [&](const NamespacePath &, const SyncGroup &group) {
        for (const SyncMark &mark : group.marks)
            bytes += mark.action == SyncAction::Copy || mark.action == SyncAction::Resync ? mark.bytes : 0;
    });
    return bytes;
}

Removals SyncPlan::removals() const
{
    std::vector<Removals::OfGroup> groups;
    forEachGroup(*this, [&](const NamespacePath &ns, const SyncGroup &group) {
        if (auto times = group.removed(); !times.empty())
            groups.push_back({ns, group.target, std::move(times)});
    });
    return countedRemovals(std::move(groups));
}

} // namespace espalier
