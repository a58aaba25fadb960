// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synccopy.h"

#include "text/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace espalier {

namespace {

/// Only the context of the translations.
class SyncCopyWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::SyncCopyWords)
};

/// Owners of the groups at @p range that @p filters take.
std::set<std::string> ownersIn(const Tree &tree, const NamespaceRange &range, const std::vector<GroupFilter> &filters)
{
    std::set<std::string> owners;
    tree.forEachNamespace([&](const Namespace &ns) {
        if (!range.covers(ns.path))
            return;
        for (const auto &group : ns.groups) {
            if (group->owner && applyFilters(filters, group->id) == FilterAnswer::Yes)
                owners.insert(group->owner->toString());
        }
    });
    return owners;
}

SyncOptions withOwner(SyncOptions options, const Tree &source, const Tree &target)
{
    const auto there = ownersIn(target, {options.target, options.maxDepth}, options.filters);
    const auto here = ownersIn(source, {options.source, options.maxDepth}, options.filters);
    if (there.size() == 1)
        options.owner = *there.begin();
    else if (there.empty() && here.size() == 1)
        options.owner = *here.begin();
    return options;
}

} // namespace

std::expected<SyncOptions, QString> copyOptions(const Tree &source, const MovedItems &items, const Tree &target, const NamespacePath &into)
{
    SyncOptions options{.target = into};
    const bool isNamespace = items.namespaces.size() == 1 && items.groups.empty();
    const auto isElsewhere = [&items](const GroupPlace &place) { return place.first != items.groups.front().first; };
    if (!isNamespace && (!items.namespaces.empty() || items.groups.empty() || std::ranges::any_of(items.groups, isElsewhere)))
        return std::unexpected(SyncCopyWords::tr("One sync copies a single namespace, or groups of a single namespace."));
    options.source = isNamespace ? items.namespaces.front() : items.groups.front().first;
    if (!source.find(options.source))
        return std::unexpected(SyncCopyWords::tr("The namespace is only pending; apply the changes first."));
    if (isNamespace) {
        const auto landing = into.child(options.source.name());
        if (!landing)
            return std::unexpected(text::oneLine(landing.error()));
        options.target = *landing;
        return withOwner(std::move(options), source, target);
    }
    options.maxDepth = 0;
    for (const auto &[ns, group] : items.groups)
        options.filters.push_back({.kind = GroupFilter::Kind::Group, .value = group.toString()});
    return withOwner(std::move(options), source, target);
}

Result<StoreMove> moveParts(const MovedItems &items, const NamespacePath &into)
{
    StoreMove parts;
    for (const auto &[ns, group] : items.groups)
        parts.push_back({ns, into, group});
    for (const NamespacePath &ns : items.namespaces) {
        const auto landing = into.child(ns.name());
        if (!landing)
            return failWith(landing);
        parts.push_back({ns, *landing});
    }
    return parts;
}

} // namespace espalier
