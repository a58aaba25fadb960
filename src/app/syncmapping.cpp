// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncmapping.h"

#include <algorithm>
#include <set>

namespace espalier {

namespace {

using Fate = MappedNamespace::Fate;

bool repeatsLevel(const NamespacePath &path)
{
    const auto names = path.components();
    return std::ranges::adjacent_find(names) != names.end();
}

/// The path of @p source below the source's anchor, put below that of the target.
Result<NamespacePath> landingOf(const NamespacePath &source, const SyncOptions &options)
{
    Result<NamespacePath> target = options.target;
    const auto names = source.components();
    for (auto i = std::size_t(options.source.depth()); target && i < names.size(); ++i)
        target = target->child(names[i]);
    return target;
}

class Mapper
{
public:
    Mapper(const Tree &source, const Tree &target, const SyncOptions &options) : m_source(source), m_target(target), m_options(options) {}

    SyncMapping map()
    {
        m_mapping.hasSource = m_source.find(m_options.source) != nullptr;
        const NamespaceRange below{.top = m_options.source};
        m_source.forEachNamespace([&](const Namespace &ns) {
            if (below.covers(ns.path))
                add(ns.path);
        });
        if (m_mapping.hasSource)
            remark();
        return std::move(m_mapping);
    }

private:
    void add(const NamespacePath &source)
    {
        const NamespaceRange covered{.top = m_options.source, .maxDepth = m_options.maxDepth};
        if (!covered.covers(source))
            return m_mapping.namespaces.push_back({source, {}, Fate::BeyondDepth});
        const auto target = landingOf(source, m_options);
        if (!target)
            return m_mapping.namespaces.push_back({source, {}, Fate::TooDeep});
        m_mapping.namespaces.push_back({source, *target, fateOf(*target)});
    }

    Fate fateOf(const NamespacePath &target)
    {
        if (m_target.find(target))
            return Fate::Present;
        if (!m_target.find(target.parent()) && !m_made.contains(target.parent()))
            return Fate::Homeless;
        m_made.insert(target);
        return Fate::New;
    }

    void remark()
    {
        using What = MappingRemark::What;
        const auto repeated = std::ranges::find_if(m_mapping.namespaces, [](const MappedNamespace &each) {
            return each.lands() && repeatsLevel(each.target) && !repeatsLevel(each.source);
        });
        if (repeated != m_mapping.namespaces.end())
            m_mapping.remarks.push_back({What::RepeatsLevel, repeated->target, m_options.target.parent()});
        if (m_options.source.isRoot())
            return;
        const auto same = m_options.target.child(m_options.source.name());
        const bool isSame = !m_options.target.isRoot() && m_options.target.name() == m_options.source.name();
        if (same && !isSame && m_target.find(*same))
            m_mapping.remarks.push_back({What::SameNameBelow, *same, *same});
        else if (same && m_options.target.isRoot())
            m_mapping.remarks.push_back({What::IntoRoot, m_options.target, *same});
    }

    const Tree &m_source;
    const Tree &m_target;
    const SyncOptions &m_options;
    SyncMapping m_mapping;
    std::set<NamespacePath> m_made; ///< Namespaces that there will be.
};

} // namespace

std::size_t SyncMapping::count(MappedNamespace::Fate fate) const
{
    return std::size_t(std::ranges::count(namespaces, fate, &MappedNamespace::fate));
}

SyncMapping mapNamespaces(const Tree &source, const Tree &target, const SyncOptions &options)
{
    return Mapper(source, target, options).map();
}

int largestSyncDepth(const NamespacePath &source, const NamespacePath &target)
{
    return NamespacePath::maxDepth - std::max(source.depth(), target.depth());
}

} // namespace espalier
