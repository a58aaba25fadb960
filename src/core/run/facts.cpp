// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/datastore/scan.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <utility>

namespace espalier {

namespace {

/// Collects the facts of a run's steps, one after the other.
class FactReader
{
public:
    explicit FactReader(std::shared_ptr<fs::Directory> root) : m_root(std::move(root)) {}

    StepFacts operator()(const RunCreateNamespace &step, const Group *)
    {
        StepFacts facts;
        const std::string parent = step.path.parent().directoryForm();
        const std::string container = joinPath(parent, "ns");
        noteMissing(container, facts);
        noteMissing(joinPath(container, step.path.name()), facts);
        return facts;
    }

    StepFacts operator()(const RunMoveGroup &step, const Group *seen)
    {
        const auto moved = m_moved.extract({step.from, step.group});
        StepFacts facts = moved ? std::move(moved.mapped()) : readGroup(step, seen);
        facts.missing.clear();
        noteMissing(typeDirectoryPath(step.to, step.group.type()), facts);
        if (step.only)
            facts.snapshots = *step.only;
        m_moved.insert_or_assign({step.to, step.group}, facts);
        return facts;
    }

    StepFacts operator()(const RunRemoveDirectory &, const Group *) { return {}; }

private:
    StepFacts readGroup(const RunMoveGroup &step, const Group *seen)
    {
        const std::string path = typeDirectoryPath(step.from, step.group.type());
        const auto [type, isNew] = m_types.try_emplace(path);
        if (isNew) {
            if (auto opened = fs::openBelow(m_root, path))
                type->second = std::move(*opened);
        }
        if (!type->second)
            return {};
        const auto status = type->second->find(step.group.id());
        if (!status || !*status)
            return {};
        std::shared_ptr<const Group> listed;
        if (!seen || seen->inode != (*status)->inode) {
            const auto directory = type->second->openDirectory(step.group.id());
            if (!directory)
                return {};
            listed = listGroup(**directory, step.from, step.group);
        }
        StepFacts facts{.inode = (*status)->inode, .birthTime = (*status)->birthTime, .snapshots = {}, .missing = {}};
        for (const Snapshot &snapshot : (listed ? *listed : *seen).snapshots)
            facts.snapshots.push_back(snapshot.time);
        return facts;
    }

    void noteMissing(const std::string &path, StepFacts &facts)
    {
        if (m_known.contains(path))
            return;
        m_known.insert(path);
        if (const auto directory = fs::openBelow(m_root, path); !directory && directory.error().kind == Error::Kind::NotFound)
            facts.missing.push_back(path);
    }

    std::shared_ptr<fs::Directory> m_root;
    std::map<std::pair<NamespacePath, GroupId>, StepFacts> m_moved;
    std::map<std::string, std::shared_ptr<fs::Directory>> m_types; ///< By path; null: not there.
    std::set<std::string> m_known;                                 ///< Looked at already: made by an earlier step, or there.
};

} // namespace

std::vector<StepFacts> readFacts(const StoreSession &session, const std::vector<RunStep> &steps, const SeenGroups &seen)
{
    FactReader reader(session.store().root);
    std::vector<StepFacts> facts;
    facts.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Group *group = i < seen.size() ? seen[i].get() : nullptr;
        facts.push_back(std::visit([&](const auto &step) { return reader(step, group); }, steps[i]));
    }
    return facts;
}

} // namespace espalier
