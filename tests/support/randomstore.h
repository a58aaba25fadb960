// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/runbench.h"

#include <format>
#include <random>
#include <string>
#include <vector>

/// Random trees in memory and random changes of every kind, for tests of what holds for all of them.
namespace espalier::test {

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    int below(int end) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(end)); } ///< 0 … end - 1
    bool chance(int percent) { return below(100) < percent; }

    template<typename T>
    T pick(const std::vector<T> &from)
    {
        return from.at(static_cast<std::size_t>(below(static_cast<int>(from.size()))));
    }

private:
    std::mt19937_64 m_engine;
};

inline const std::vector<GroupId> &groupPool()
{
    static const std::vector<GroupId> pool{group("vm/100"), group("vm/101"), group("ct/100"), group("host/x.y")};
    return pool;
}

/// Ten days for each of four ages, so that some groups of one name are newer than others.
inline std::string randomTime(Dice &dice, int age)
{
    return std::format("2025-{:02}-{:02}T00:00:00Z", age + 1, dice.below(10) + 1);
}

inline std::string randomNotes(Dice &dice)
{
    return dice.pick(std::vector<std::string>{"", "", "web server", "two\nlines", "the same everywhere"});
}

inline void fillGroup(const RunBench &bench, Dice &dice, const std::string &path, const GroupId &id, bool hasLitter)
{
    const std::string name = id.toString();
    const std::string directory = bench.root + "/" + groupPath(path, name);
    makeGroup(*bench.files, bench.root, path, name, {}, dice.chance(85) ? "backup@pbs" : "admin@pbs!token", randomNotes(dice));
    const int age = dice.below(4);
    for (int i = dice.below(4); i > 0; --i) {
        const std::string time = randomTime(dice, age);
        const std::string snapshot = directory + "/" + time;
        if (dice.chance(90))
            makeSnapshot(*bench.files, bench.root, path, name, time);
        bench.files->makeFile(snapshot + "/origin.blob", path); // tells whose it was
        if (dice.chance(20))
            bench.files->makeFile(snapshot + "/.protected", "");
    }
    const std::string own = hasLitter ? std::string() : std::to_string(std::hash<std::string>()(path));
    if (dice.chance(8))
        bench.files->makeFile(directory + "/\xff litter" + own, path);
    if (dice.chance(4))
        bench.files->makeFile(directory + "/old" + own + "/file", path);
}

/// Namespaces down to level 4, groups of few names in them. @p hasLitter: some namespaces hold what no tree shows and what keeps
/// them from going, and foreign entries of several groups have the same name.
inline void fillRandomly(const RunBench &bench, Dice &dice, bool hasLitter)
{
    const std::vector<std::string> paths{"", "a", "a/a", "a/a/b", "a/b", "a/b/ns/b", "b", "b/ns", "b/ns/vm", "c", "c-d/x", "vm"};
    for (const std::string &path : paths) {
        if (dice.chance(45))
            continue;
        makeNamespace(*bench.files, bench.root, path);
        for (const GroupId &id : groupPool()) {
            if (dice.chance(30))
                fillGroup(bench, dice, path, id, hasLitter);
        }
        if (path.empty())
            continue;
        const std::string directory = bench.root + "/" + ns(path).directoryForm();
        if (dice.chance(15))
            bench.files->makeDirectories(directory + "/" + dice.pick(std::vector<std::string>{"vm", "ct", "host", "ns"}));
        if (dice.chance(10))
            bench.files->changeMode(directory, 0775);
        if (hasLitter && dice.chance(2))
            bench.files->makeFile(directory + "/.DS_Store", "");
    }
}

/// One of the namespaces of @p tree, sometimes one below it that may not exist.
inline NamespacePath randomNamespace(Dice &dice, const Tree &tree, int newPercent)
{
    std::vector<NamespacePath> all;
    tree.forEachNamespace([&](const Namespace &each) {
        if (!each.goesAway)
            all.push_back(each.path);
    });
    const NamespacePath path = dice.pick(all);
    if (!dice.chance(newPercent))
        return path;
    return path.child(dice.pick(std::vector<std::string>{"a", "b", "new", "vm", "ns"})).value_or(path);
}

/// A group of @p tree, sometimes one that may not exist.
inline std::pair<NamespacePath, GroupId> randomGroup(Dice &dice, const Tree &tree)
{
    std::vector<std::pair<NamespacePath, GroupId>> all;
    tree.forEachNamespace([&](const Namespace &each) {
        for (const auto &found : each.groups) {
            if (!each.isLeaving(found->id))
                all.emplace_back(each.path, found->id);
        }
    });
    return all.empty() || dice.chance(5) ? std::pair(randomNamespace(dice, tree, 10), dice.pick(groupPool())) : dice.pick(all);
}

inline ForeignEntries randomForeign(Dice &dice)
{
    return dice.chance(60) ? ForeignEntries::TakeAlong : ForeignEntries::Undecided;
}

inline ExistingGroup randomExisting(Dice &dice)
{
    return dice.pick(std::vector{ExistingGroup::Undecided, ExistingGroup::Merge, ExistingGroup::MergeAnyhow});
}

/// Some snapshots of a group, a group, or a namespace with all that is in it.
inline Change randomRemoval(Dice &dice, const Tree &tree)
{
    if (dice.chance(15))
        return DeleteNamespace{.path = randomNamespace(dice, tree, 5), .withGroups = true};
    const auto [path, id] = randomGroup(dice, tree);
    if (dice.chance(30))
        return RemoveGroup{path, id};
    RemoveSnapshots removal{.ns = path, .group = id, .times = {}};
    const auto found = tree.find(path, id);
    for (const Snapshot &snapshot : found ? found->snapshots : std::vector<Snapshot>()) {
        if (dice.chance(50))
            removal.times.push_back(snapshot.time);
    }
    return removal.times.empty() ? Change(RemoveGroup{path, id}) : Change(removal);
}

inline Change randomEdit(Dice &dice, const Tree &tree)
{
    const auto [path, id] = randomGroup(dice, tree);
    switch (dice.below(3)) {
    case 0: return ChangeOwner{path, id, AuthId::fromString(dice.chance(50) ? "backup@pbs" : "new@pbs").value()};
    case 1: return ChangeNotes{path, id, dice.chance(30) ? std::string() : "new " + std::to_string(dice.below(100)) + "\nlines"};
    default: break;
    }
    const auto found = tree.find(path, id);
    const auto time
        = found && !found->snapshots.empty() ? dice.pick(found->snapshots).time : SnapshotTime::fromString(randomTime(dice, 0)).value();
    return ChangeProtection{path, id, time, dice.chance(50)};
}

/// A change of any kind, more likely than not one that can be done in @p tree.
inline Change randomChange(Dice &dice, const Tree &tree)
{
    switch (dice.below(9)) {
    case 0: return CreateNamespace{randomNamespace(dice, tree, 90)};
    case 1:
    case 2: {
        const auto [path, id] = randomGroup(dice, tree);
        return MoveGroup{path, id, randomNamespace(dice, tree, 5), randomForeign(dice), randomExisting(dice)};
    }
    case 3:
    case 4:
        return MoveNamespace{.from = randomNamespace(dice, tree, 3),
                             .to = randomNamespace(dice, tree, 50),
                             .maxDepth = dice.chance(20) ? std::optional(dice.below(3)) : std::nullopt,
                             .keepSource = dice.chance(20),
                             .intoExisting = dice.chance(70),
                             .foreignEntries = randomForeign(dice),
                             .existing = randomExisting(dice)};
    case 5: return CopyNamespaces{randomNamespace(dice, tree, 3), randomNamespace(dice, tree, 90)};
    case 6: return DeleteNamespace{randomNamespace(dice, tree, 3), dice.chance(20)};
    default: return randomEdit(dice, tree);
    }
}

} // namespace espalier::test
