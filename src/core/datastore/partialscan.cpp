// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/partialscan.h"

#include "core/datastore/scan.h"
#include "core/datastore/workqueue.h"
#include "core/pbs/archivename.h"
#include "core/pbs/lockname.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <unordered_map>

namespace espalier {

namespace {

constexpr std::size_t groupsPerTask = 32;

/// Collects namespaces and groups, then builds the tree from the leaves up.
class PlaceScanner
{
public:
    explicit PlaceScanner(std::shared_ptr<fs::Directory> root) : m_root(std::move(root)) { m_namespaces.try_emplace(NamespacePath()); }

    Done addFirstLevel();
    void add(std::span<const std::pair<NamespacePath, GroupId>> places);
    Tree build();

private:
    bool addNamespace(const NamespacePath &ns);
    std::shared_ptr<fs::Directory> typeDirectory(const NamespacePath &ns, BackupType type);

    std::shared_ptr<fs::Directory> m_root;
    std::map<NamespacePath, std::vector<std::shared_ptr<const Group>>> m_namespaces;
    std::unordered_map<std::string, std::shared_ptr<fs::Directory>> m_directories; ///< By path; null: not there.
};

Done PlaceScanner::addFirstLevel()
{
    const auto container = m_root->openDirectory("ns");
    if (!container)
        return container.error().kind == Error::Kind::NotFound ? Done() : Done(std::unexpected(container.error()));
    const auto entries = (*container)->entries();
    if (!entries)
        return std::unexpected(entries.error());
    for (const fs::Entry &entry : *entries) {
        if (const auto ns = NamespacePath::fromString(entry.name); ns && entry.kind == fs::EntryKind::Directory)
            m_namespaces.try_emplace(*ns);
    }
    return {};
}

bool PlaceScanner::addNamespace(const NamespacePath &ns)
{
    if (m_namespaces.contains(ns))
        return true;
    if (!fs::openBelow(m_root, ns.directoryForm()) || !addNamespace(ns.parent()))
        return false;
    m_namespaces.try_emplace(ns);
    return true;
}

std::shared_ptr<fs::Directory> PlaceScanner::typeDirectory(const NamespacePath &ns, BackupType type)
{
    std::string path = ns.directoryForm();
    path.append(path.empty() ? "" : "/").append(toString(type));
    const auto [known, isNew] = m_directories.try_emplace(path);
    if (isNew) {
        if (auto directory = fs::openBelow(m_root, path))
            known->second = std::move(*directory);
    }
    return known->second;
}

/// Namespaces and type directories one after the other, then the groups in parallel.
void PlaceScanner::add(std::span<const std::pair<NamespacePath, GroupId>> places)
{
    struct Wanted
    {
        const NamespacePath *ns;
        const GroupId *id;
        std::shared_ptr<fs::Directory> type;
        std::shared_ptr<const Group> group{};
    };
    std::vector<Wanted> all;
    all.reserve(places.size());
    for (const auto &[ns, id] : places) {
        if (!addNamespace(ns))
            continue;
        if (auto type = typeDirectory(ns, id.type()))
            all.push_back({&ns, &id, std::move(type)});
    }
    WorkQueue queue;
    for (std::size_t from = 0; from < all.size(); from += groupsPerTask) {
        queue.add([part = std::span(all).subspan(from, std::min(groupsPerTask, all.size() - from))] {
            for (Wanted &wanted : part) {
                if (const auto directory = wanted.type->openDirectory(wanted.id->id()))
                    wanted.group = listGroup(**directory, *wanted.ns, *wanted.id);
            }
        });
    }
    queue.run(0);
    for (Wanted &wanted : all) {
        if (wanted.group)
            m_namespaces[*wanted.ns].push_back(std::move(wanted.group));
    }
}

/// Children come after their parents in the map, so going backwards each namespace is complete when its parent wants it.
Tree PlaceScanner::build()
{
    std::map<NamespacePath, std::vector<std::shared_ptr<const Namespace>>> children;
    std::shared_ptr<const Namespace> last;
    for (auto &[path, groups] : m_namespaces | std::views::reverse) {
        auto node = std::make_shared<Namespace>();
        node->path = path;
        node->groups = std::move(groups);
        std::ranges::sort(node->groups, {}, &Group::id);
        node->children = std::move(children[path]);
        std::ranges::reverse(node->children);
        node->updateSums();
        if (!path.isRoot())
            children[path.parent()].push_back(node);
        last = std::move(node);
    }
    return Tree(last);
}

} // namespace

Result<Tree> scanPlaces(const std::shared_ptr<fs::Directory> &root, std::span<const std::pair<NamespacePath, GroupId>> places)
{
    PlaceScanner scanner(root);
    if (const Done added = scanner.addFirstLevel(); !added)
        return std::unexpected(added.error());
    std::vector<std::pair<NamespacePath, GroupId>> unique(places.begin(), places.end());
    for (const auto &place : places) {
        if (auto rival = rootGroupLockedAs(place.first))
            unique.emplace_back(NamespacePath(), std::move(*rival));
    }
    std::ranges::sort(unique);
    const auto repeated = std::ranges::unique(unique);
    unique.erase(repeated.begin(), repeated.end());
    scanner.add(unique);
    return scanner.build();
}

} // namespace espalier
