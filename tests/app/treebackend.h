// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QPromise>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace espalier::test {

inline NamespacePath ns(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

inline GroupId group(std::string_view text)
{
    return GroupId::fromString(text).value();
}

inline SnapshotTime snapshotTime(std::string_view text)
{
    return SnapshotTime::fromString(text).value();
}

/// A group for a Tree; @p snapshots one day apart, the first at 2025-01-01T00:00:00Z.
inline std::shared_ptr<Group> makeGroup(std::string_view id, int snapshots = 2, std::string_view owner = "backup@pbs",
                                        std::string_view comment = {})
{
    auto made = std::make_shared<Group>(Group{.id = group(id)});
    made->owner = AuthId::fromString(owner).value();
    made->comment = comment;
    for (int i = 0; i < snapshots; ++i)
        made->snapshots.push_back({SnapshotTime::fromEpoch(1735689600 + std::int64_t(i) * 86400).value(), true, false});
    return made;
}

/// @p group with details: all verified, 1000 bytes each.
inline std::shared_ptr<Group> withDetails(const Group &group)
{
    auto detailed = std::make_shared<Group>(group);
    SnapshotDetails details;
    details.manifestReadable = true;
    details.size = 1000;
    details.verifyState = VerifyState::Ok;
    detailed->details.assign(detailed->snapshots.size(), details);
    return detailed;
}

/// Puts groups into namespaces that are made as needed.
class TreeBuilder
{
public:
    TreeBuilder &addNamespace(std::string_view path)
    {
        find(ns(path));
        return *this;
    }

    TreeBuilder &add(std::string_view path, std::shared_ptr<const Group> group)
    {
        find(ns(path)).groups.push_back(std::move(group));
        return *this;
    }

    Tree build() const { return Tree(finish(m_root)); }

private:
    struct Node
    {
        NamespacePath path;
        std::vector<std::shared_ptr<const Group>> groups;
        std::map<std::string, Node> children;
    };

    Node &find(const NamespacePath &path)
    {
        Node *node = &m_root;
        for (const std::string_view name : path.components()) {
            const NamespacePath parent = node->path;
            node = &node->children[std::string(name)];
            node->path = parent.child(name).value();
        }
        return *node;
    }

    static std::shared_ptr<const Namespace> finish(const Node &node)
    {
        auto made = std::make_shared<Namespace>();
        made->path = node.path;
        made->groups = node.groups;
        std::ranges::sort(made->groups, {}, [](const auto &group) { return group->id; });
        for (const auto &[name, child] : node.children)
            made->children.push_back(finish(child));
        made->updateSums();
        return made;
    }

    Node m_root;
};

/// A store that answers at once from what the test put in, except where a gate is held.
class TreeBackend : public Backend
{
public:
    explicit TreeBackend(Tree present, std::string_view place = "/mnt/alpha")
        : tree(std::move(present))
        , m_place(Place::fromString(place).value())
    {
    }

    Place place() const override { return m_place; }
    QFuture<Result<PlaceState>> open() override { return ready(openError ? Result<PlaceState>(std::unexpected(*openError)) : state()); }
    QFuture<Result<PlaceState>> refreshState() override { return ready(Result<PlaceState>(state())); }
    QFuture<Result<ScanResult>> scan() override { return ready(Result<ScanResult>(ScanResult{tree, findings})); }
    void stopScan() override {}

    QFuture<std::shared_ptr<const Group>> readDetails(const NamespacePath &, std::shared_ptr<const Group> asked) override
    {
        ++detailsRequests;
        return ready(std::shared_ptr<const Group>(withDetails(*asked)));
    }

    QFuture<Result<ScanResult>> readAllDetails(const Tree &) override { return ready(Result<ScanResult>(ScanResult{tree, findings})); }

    QFuture<Result<std::vector<Overlap>>> readOverlaps(const Tree &asked, OverlapSearch search) override
    {
        overlapSearches.push_back(search);
        return answer(overlapsError ? Result<std::vector<Overlap>>(std::unexpected(*overlapsError)) : overlapsOf(asked));
    }

    QFuture<Result<SnapshotContent>> readSnapshot(const NamespacePath &, const GroupId &, const SnapshotTime &time) override
    {
        return answer(Result<SnapshotContent>(contentOf(time)));
    }

    QFuture<Result<std::string>> readNotes(const NamespacePath &path, const GroupId &id) override
    {
        return answer(Result<std::string>("notes of " + id.toString() + " in " + path.toString()));
    }

    QFuture<std::vector<Result<GuestIdentity>>> readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups) override
    {
        std::vector<Result<GuestIdentity>> answers;
        for (const auto &place : groups) {
            const auto known = identities.find(place);
            answers.push_back(known != identities.end() ? known->second : GuestIdentity{.readable = true});
        }
        return ready(answers);
    }
    QFuture<HostReferences> readReferences(const std::string &store) override
    {
        referencesAsked.push_back(store);
        return ready(references);
    }
    QFuture<ConfigState> readConfig() override { return ready(config); }
    QFuture<RunReport> execute(const Plan &, bool, const ConfigPlan &along) override
    {
        executedConfig = along;
        return ready(RunReport());
    }
    QFuture<Result<Recovery>> planRecovery(const std::string &) override { return ready(Result<Recovery>(Recovery())); }
    QFuture<RunReport> executeRecovery(const Recovery &) override { return ready(RunReport()); }
    QFuture<Result<History>> history() override { return ready(Result<History>(History())); }
    QFuture<Result<UndoPlan>> planUndo(const std::string &, NewBackups, const std::set<GroupId> &) override
    {
        return ready(Result<UndoPlan>(UndoPlan()));
    }
    QFuture<RunReport> executeUndo(const UndoPlan &) override { return ready(RunReport()); }
    void stopRun() override {}
    QFuture<Done> holdMaintenance(const MaintenanceMode &) override { return ready(Done()); }
    QFuture<Result<MaintenanceEnd>> endMaintenance() override { return ready(Result<MaintenanceEnd>(MaintenanceEnd::Gone)); }

    Tree tree;
    std::vector<Finding> findings;
    std::map<std::pair<NamespacePath, GroupId>, GuestIdentity> identities;
    HostReferences references;
    std::vector<std::string> referencesAsked;
    ConfigState config;
    ConfigPlan executedConfig; ///< Of the last execute().
    std::optional<Error> openError;
    bool writable = true;
    bool holdAnswers = false;                ///< Answers for the details pane wait in held.
    std::vector<std::function<void()>> held; ///< Each gives one answer.
    std::function<SnapshotContent(const SnapshotTime &)> contentOf = [](const SnapshotTime &) { return SnapshotContent(); };
    std::function<std::vector<Overlap>(const Tree &)> overlapsOf = findOverlaps;
    std::optional<Error> overlapsError;
    std::vector<OverlapSearch> overlapSearches; ///< What was asked for.
    int detailsRequests = 0;

private:
    PlaceState state() const
    {
        PlaceState made;
        made.access.allowed = writable;
        if (!writable)
            made.access.reason = Error{Error::Kind::Denied, MessageId::WriteReadOnlyMount, {"/mnt"}};
        made.volume = "ext4";
        return made;
    }

    template<typename T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }

    template<typename T>
    QFuture<T> answer(T value)
    {
        if (!holdAnswers)
            return ready(std::move(value));
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        held.push_back([promise, value] {
            promise->addResult(value);
            promise->finish();
        });
        return promise->future();
    }

    Place m_place;
};

/// A store and the backend that it owns.
struct TestStore
{
    explicit TestStore(Tree tree, std::string_view place = "/mnt/alpha")
    {
        auto made = std::make_unique<TreeBackend>(std::move(tree), place);
        backend = made.get();
        store = std::make_unique<OpenStore>(std::move(made));
    }

    TreeBackend *backend;
    std::unique_ptr<OpenStore> store;
};

} // namespace espalier::test
