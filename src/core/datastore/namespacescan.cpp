// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/namespacescan.h"

#include "core/datastore/groupscan.h"
#include "core/pbs/safeid.h"

#include <algorithm>

namespace espalier {

/// A namespace while it is being read. Each of its parts is written by one task.
struct NamespaceScan::Node
{
    NamespacePath path;
    std::vector<std::unique_ptr<Node>> children{};
    std::vector<std::shared_ptr<const Namespace>> kept{}; ///< Children that were not read again.
    std::vector<std::shared_ptr<const Group>> groups{};   ///< Null where one vanished meanwhile.
    bool listable = true;
    bool vanished = false;
    bool hasOther = false; ///< Things that are neither groups nor namespaces.

    std::shared_ptr<const Namespace> finished();
    bool isEmpty() const;
    void reportEmpty(ScanRun &run, ExpectedOwner owner) const;
};

struct NamespaceScan::TypeDirectory
{
    std::shared_ptr<fs::Directory> directory;
    std::string path;
    std::vector<GroupId> ids;
    std::size_t firstSlot = 0; ///< Where its groups begin in Node::groups.
};

namespace {

constexpr std::size_t groupsPerTask = 32;

} // namespace

/// Takes the node's content.
std::shared_ptr<const Namespace> NamespaceScan::Node::finished()
{
    auto result = std::make_shared<Namespace>();
    result->path = path;
    result->listable = listable;
    result->children.reserve(children.size() + kept.size());
    for (std::unique_ptr<Node> &child : children) {
        if (!child->vanished)
            result->children.push_back(child->finished());
        child.reset();
    }
    std::ranges::move(kept, std::back_inserter(result->children));
    std::ranges::sort(result->children, {}, [](const auto &child) { return child->path.name(); });
    std::erase(groups, nullptr);
    result->groups = std::move(groups);
    result->groups.shrink_to_fit();
    std::ranges::sort(result->groups, {}, [](const auto &group) -> const GroupId & { return group->id; });
    result->updateSums();
    return result;
}

bool NamespaceScan::Node::isEmpty() const
{
    return listable && !hasOther && groups.empty()
        && std::ranges::all_of(children, [](const auto &child) { return child->vanished || child->isEmpty(); })
        && std::ranges::all_of(kept, [](const auto &child) { return child->listable && child->groupsBelow == 0; });
}

/// Only the topmost of nested empty namespaces is reported.
void NamespaceScan::Node::reportEmpty(ScanRun &run, ExpectedOwner owner) const
{
    if (vanished)
        return;
    if (!path.isRoot() && isEmpty()) {
        std::vector<Finding> findings;
        FindingCollector(findings, path, {}, owner).add(Finding::Kind::NamespaceEmpty, path.directoryForm());
        run.addFindings(std::move(findings));
        return;
    }
    for (const auto &child : children)
        child->reportEmpty(run, owner);
}

NamespaceScan::NamespaceScan(ScanRun &run, ExpectedOwner owner) : m_run(run), m_owner(owner), m_queue(run.stop()) {}

Result<std::shared_ptr<const Namespace>> NamespaceScan::read(const std::shared_ptr<fs::Directory> &directory, const NamespacePath &path,
                                                             const Namespace *before)
{
    Node top{.path = path};
    if (const Done done = visitNamespace(directory, top, before); !done)
        return failWith(done);
    m_queue.run(m_run.threads());
    top.reportEmpty(m_run, m_owner);
    return top.finished();
}

Done NamespaceScan::visitNamespace(const std::shared_ptr<fs::Directory> &directory, Node &node, const Namespace *before)
{
    const auto entries = directory->entries();
    if (!entries)
        return failWith(entries);
    std::vector<Finding> list;
    FindingCollector findings(list, node.path, {}, m_owner);
    const std::string path = node.path.directoryForm();
    std::vector<std::shared_ptr<const TypeDirectory>> types;
    std::size_t slots = 0;
    for (const fs::Entry &entry : *entries) {
        const std::string entryPath = joinPath(path, entry.name);
        const auto type = backupTypeFromString(entry.name);
        if (node.path.isRoot() && isRootEntry(entry.name))
            continue;
        if (entry.kind != fs::EntryKind::Directory || (!type && entry.name != "ns")) {
            node.hasOther = true;
            findings.addUnexpected(entryPath, entry);
        } else if (const auto opened = openChecked(*directory, entry.name, entryPath, node, findings); opened && !type) {
            visitNamespaceDirectory(opened, node, before, findings);
        } else if (opened) {
            auto ids = listGroups(*opened, entryPath, *type, node, findings);
            types.push_back(std::make_shared<TypeDirectory>(opened, entryPath, std::move(ids), slots));
            slots += types.back()->ids.size();
        }
    }
    node.groups.resize(slots);
    for (const auto &type : types)
        queueGroups(type, node);
    m_run.addFindings(std::move(list));
    m_run.count({.namespaces = node.path.isRoot() ? 0u : 1u});
    return {};
}

/// Null, with a finding, where it cannot be opened; null where it vanished.
std::shared_ptr<fs::Directory> NamespaceScan::openChecked(const fs::Directory &parent, std::string_view name, const std::string &path,
                                                          Node &node, FindingCollector &findings)
{
    auto opened = parent.openDirectory(name);
    const auto status = opened ? (*opened)->status() : failWith(opened);
    if (status) {
        findings.checkOwner(path, {}, *status);
        findings.checkMode(path, {}, *status, directoryMode);
        return *opened;
    }
    if (status.error().kind != Error::Kind::NotFound) {
        findings.addUnreadable(path, status.error());
        node.listable = false;
    }
    return nullptr;
}

void NamespaceScan::visitNamespaceDirectory(const std::shared_ptr<fs::Directory> &directory, Node &node, const Namespace *before,
                                            FindingCollector &findings)
{
    const std::string path = joinPath(node.path.directoryForm(), "ns");
    const auto entries = directory->entries();
    if (!entries) {
        findings.addUnreadable(path, entries.error());
        node.listable = false;
        return;
    }
    for (const fs::Entry &entry : *entries) {
        const std::string entryPath = joinPath(path, entry.name);
        const auto childPath = node.path.child(entry.name);
        if (entry.kind != fs::EntryKind::Directory) {
            node.hasOther = true;
            findings.addUnexpected(entryPath, entry);
        } else if (!childPath) {
            const bool tooDeep = childPath.error().id == MessageId::NamespaceTooDeep;
            node.hasOther = true;
            findings.add(tooDeep ? Finding::Kind::NamespaceTooDeep : Finding::Kind::IllegalNamespaceName, entryPath);
        } else if (const Namespace *known = before ? before->child(entry.name) : nullptr) {
            const auto same = [&](const auto &child) { return child.get() == known; };
            node.kept.push_back(*std::ranges::find_if(before->children, same));
        } else {
            Node &child = *node.children.emplace_back(std::make_unique<Node>(Node{.path = *childPath}));
            m_queue.add([this, directory, &child] { visitChild(directory, child); });
        }
    }
}

void NamespaceScan::visitChild(const std::shared_ptr<fs::Directory> &parent, Node &node)
{
    std::vector<Finding> list;
    FindingCollector findings(list, node.path, {}, m_owner);
    const std::string path = node.path.directoryForm();
    const auto opened = openChecked(*parent, node.path.name(), path, node, findings);
    if (!opened) {
        node.vanished = node.listable;
    } else if (const Done done = visitNamespace(opened, node, nullptr); !done) {
        node.listable = false;
        findings.addUnreadable(path, done.error());
    }
    if (!node.vanished && node.path.name() == node.path.parent().name())
        findings.add(Finding::Kind::NamespaceRepeatsParent, path);
    m_run.addFindings(std::move(list));
}

std::vector<GroupId> NamespaceScan::listGroups(const fs::Directory &directory, const std::string &path, BackupType type, Node &node,
                                               FindingCollector &findings)
{
    std::vector<GroupId> ids;
    const auto entries = directory.entries();
    if (!entries) {
        findings.addUnreadable(path, entries.error());
        node.listable = false;
        return ids;
    }
    ids.reserve(entries->size());
    for (const fs::Entry &entry : *entries) {
        const bool isDirectory = entry.kind == fs::EntryKind::Directory;
        if (auto id = GroupId::make(type, entry.name); id && isDirectory) {
            ids.push_back(std::move(*id));
            continue;
        }
        node.hasOther = true;
        if (isDirectory && SnapshotTime::hasForm(entry.name))
            findings.add(Finding::Kind::SnapshotInTypeDirectory, joinPath(path, entry.name));
        else if (isDirectory)
            findings.add(Finding::Kind::GroupInvisible, joinPath(path, entry.name));
        else
            findings.addUnexpected(joinPath(path, entry.name), entry);
    }
    return ids;
}

void NamespaceScan::queueGroups(const std::shared_ptr<const TypeDirectory> &type, Node &node)
{
    for (std::size_t from = 0; from < type->ids.size(); from += groupsPerTask) {
        const std::size_t to = std::min(from + groupsPerTask, type->ids.size());
        m_queue.add([this, type, &node, from, to] { visitGroups(*type, node, from, to); });
    }
}

void NamespaceScan::visitGroups(const TypeDirectory &type, Node &node, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to && !m_run.stopped(); ++i) {
        auto group = visitGroup(type, node.path, type.ids[i]);
        if (group)
            m_run.count({.groups = 1, .snapshots = group->snapshots.size()});
        node.groups[type.firstSlot + i] = std::move(group);
    }
}

std::shared_ptr<const Group> NamespaceScan::visitGroup(const TypeDirectory &type, const NamespacePath &ns, const GroupId &id)
{
    std::vector<Finding> list;
    FindingCollector findings(list, ns, id.toString(), m_owner);
    const std::string path = joinPath(type.path, id.id());
    std::shared_ptr<const Group> group;
    if (const auto directory = type.directory->openDirectory(id.id())) {
        group = scanGroupDirectory(**directory, ns, id, path, findings, m_run.stop());
    } else if (directory.error().kind != Error::Kind::NotFound) {
        group = unreadableGroup(id);
        findings.addUnreadable(path, directory.error());
    }
    m_run.addFindings(std::move(list));
    return group;
}

} // namespace espalier
