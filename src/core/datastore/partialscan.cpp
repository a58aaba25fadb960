// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/partialscan.h"

#include "core/datastore/scan.h"
#include "core/pbs/archivename.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace espalier {

namespace {

/// Collects namespaces and groups, then builds the tree from the leaves up.
class PlaceScanner
{
public:
    explicit PlaceScanner(std::shared_ptr<fs::Directory> root) : m_root(std::move(root)) { m_namespaces.try_emplace(NamespacePath()); }

    Done addFirstLevel();
    void add(const NamespacePath &ns, const GroupId &group);
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

void PlaceScanner::add(const NamespacePath &ns, const GroupId &id)
{
    if (!addNamespace(ns))
        return;
    const auto type = typeDirectory(ns, id.type());
    if (!type)
        return;
    const auto directory = type->openDirectory(id.id());
    if (!directory)
        return;
    if (auto group = listGroup(**directory, ns, id))
        m_namespaces[ns].push_back(std::move(*group));
}

/// Children come after their parents in the map, so going backwards each namespace is complete when its parent wants it.
Tree PlaceScanner::build()
{
    std::map<NamespacePath, std::vector<std::shared_ptr<const Namespace>>> children;
    std::shared_ptr<const Namespace> last;
    for (auto at = m_namespaces.rbegin(); at != m_namespaces.rend(); ++at) {
        auto node = std::make_shared<Namespace>();
        node->path = at->first;
        node->groups = std::move(at->second);
        std::ranges::sort(node->groups, {}, &Group::id);
        node->children = std::move(children[at->first]);
        std::ranges::reverse(node->children);
        node->updateSums();
        if (!at->first.isRoot())
            children[at->first.parent()].push_back(node);
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
    std::ranges::sort(unique);
    const auto repeated = std::ranges::unique(unique);
    unique.erase(repeated.begin(), repeated.end());
    for (const auto &[ns, group] : unique)
        scanner.add(ns, group);
    return scanner.build();
}

} // namespace espalier
