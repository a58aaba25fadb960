// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/datastore/scan.h"
#include "core/run/configrun.h"
#include "core/run/groupedit.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <utility>

namespace espalier {

namespace {

using Position = std::pair<NamespacePath, GroupId>;

/// Collects the facts of a run's steps, one after the other.
class FactReader
{
public:
    explicit FactReader(const StoreSession &session) : m_root(session.store().root), m_directories(m_root), m_config(session) {}

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
        if (step.entries)
            return split(step);
        Known known = take({step.from, step.group}, seen);
        StepFacts facts = known.facts;
        noteMissing(typeDirectoryPath(step.to, step.group.type()), facts);
        if (step.only)
            facts.snapshots = *step.only;
        Known target = step.into != IntoExisting::No ? take({step.to, step.group}, nullptr) : Known();
        if (target.facts.inode != 0) {
            facts.targetInode = step.into == IntoExisting::Merge ? target.facts.inode : 0;
            known = merged(std::move(target), std::move(known));
        }
        m_left.erase({step.to, step.group});
        m_known.insert_or_assign(Position(step.to, step.group), std::move(known));
        return facts;
    }

    StepFacts operator()(const RunDeleteNamespace &step, const Group *)
    {
        StepFacts facts;
        auto directories = m_directories.listNamespace(step.path.directoryForm());
        noteProblem(directories);
        facts.directories = std::move(directories).value_or(std::vector<StoreDirectory>());
        return facts;
    }

    StepFacts operator()(const RunChangeGroupFile &step, const Group *)
    {
        Known &known = look({step.ns, step.group});
        StepFacts facts{.inode = known.facts.inode, .birthTime = known.facts.birthTime};
        facts.before = std::exchange(fileOf(known, step.file), step.content);
        return facts;
    }

    StepFacts operator()(const RunChangeProtection &step, const Group *)
    {
        const Known &known = look({step.ns, step.group});
        return {.inode = known.facts.inode, .birthTime = known.facts.birthTime};
    }

    /// A name is not enough: clusters share ids, and another group may have come to the place since somebody looked.
    StepFacts operator()(const RunRemoveSnapshots &step, const Group *seen)
    {
        Known &known = look({step.ns, step.group});
        if (seen && seen->inode != 0 && seen->inode != known.facts.inode && !m_problem)
            m_problem = Error{Error::Kind::Conflict, MessageId::RunStateChanged, {step.group.toString(), known.path}, 0};
        StepFacts facts{.inode = known.facts.inode, .birthTime = known.facts.birthTime, .snapshots = step.times};
        std::erase_if(known.facts.snapshots, [&](const SnapshotTime &time) { return std::ranges::binary_search(step.times, time); });
        if (step.wholeGroup) {
            facts.before = fileOf(known, RunChangeGroupFile::File::Owner);
            m_known.erase({step.ns, step.group});
            m_left.insert({step.ns, step.group});
        }
        return facts;
    }

    const std::optional<Error> &problem() const { return m_problem; }

    StepFacts operator()(const RunRemoveDirectory &, const Group *) { return {}; }
    StepFacts operator()(const RunMakeDirectory &, const Group *) { return {}; }

    StepFacts operator()(const RunEditConfig &step, const Group *)
    {
        auto facts = m_config.facts(step);
        if (!facts && !m_problem)
            m_problem = facts.error();
        return std::move(facts).value_or(StepFacts());
    }

private:
    /// A group, as the steps so far will have left it.
    struct Known
    {
        StepFacts facts;
        std::string path; ///< Where it is on disk.
        std::map<RunChangeGroupFile::File, std::string> files{};
    };

    template<typename T>
    void noteProblem(const Result<T> &result)
    {
        if (!result && result.error().kind != Error::Kind::NotFound && !m_problem)
            m_problem = result.error();
    }

    /// The undo of a merge: part of a group becomes a group of its own again, its notes and the rest stay.
    StepFacts split(const RunMoveGroup &step)
    {
        Known &whole = look({step.from, step.group});
        StepFacts facts = whole.facts;
        facts.snapshots = step.only.value_or(std::vector<SnapshotTime>());
        noteMissing(typeDirectoryPath(step.to, step.group.type()), facts);
        Known &part = look({step.to, step.group});
        if (step.into == IntoExisting::No) { // it will be made, with the owner of the whole
            part.facts = {};
            part.files = {{RunChangeGroupFile::File::Owner, fileOf(whole, RunChangeGroupFile::File::Owner)},
                          {RunChangeGroupFile::File::Notes, {}}};
        }
        return facts;
    }

    Known read(const Position &position, const Group *seen)
    {
        const std::string typePath = typeDirectoryPath(position.first, position.second.type());
        Known known{.facts = {}, .path = joinPath(typePath, position.second.id())};
        if (m_left.contains(position)) {
            known.files = {{RunChangeGroupFile::File::Owner, {}}, {RunChangeGroupFile::File::Notes, {}}};
            return known;
        }
        const auto [type, isNew] = m_types.try_emplace(typePath);
        if (isNew) {
            auto opened = fs::openBelow(m_root, typePath);
            noteProblem(opened);
            type->second = std::move(opened).value_or(nullptr);
        }
        const auto status = type->second ? type->second->find(position.second.id()) : Result<std::optional<fs::Status>>();
        noteProblem(status);
        if (!status || !*status)
            return known;
        std::shared_ptr<const Group> listed;
        if (!seen || seen->inode != (*status)->inode) {
            const auto directory = type->second->openDirectory(position.second.id());
            noteProblem(directory);
            if (!directory)
                return known;
            listed = listGroup(**directory, position.first, position.second);
        }
        known.facts.inode = (*status)->inode;
        known.facts.birthTime = (*status)->birthTime;
        for (const Snapshot &snapshot : (listed ? *listed : *seen).snapshots)
            known.facts.snapshots.push_back(snapshot.time);
        return known;
    }

    Known take(const Position &position, const Group *seen)
    {
        auto known = m_known.extract(position);
        Known taken = known ? std::move(known.mapped()) : read(position, seen);
        m_left.insert(position);
        return taken;
    }

    Known &look(const Position &position)
    {
        const auto at = m_known.find(position);
        return at != m_known.end() ? at->second : m_known.emplace(position, read(position, nullptr)).first->second;
    }

    std::string &fileOf(Known &known, RunChangeGroupFile::File file)
    {
        const auto [at, isNew] = known.files.try_emplace(file);
        if (isNew) {
            const auto directory = fs::openBelow(m_root, known.path);
            const auto content = directory ? readGroupFile(**directory, fileName(file)) : Result<std::string>(failWith(directory));
            noteProblem(content);
            at->second = content.value_or("");
        }
        return at->second;
    }

    Known merged(Known target, Known source)
    {
        if (std::string &notes = fileOf(target, RunChangeGroupFile::File::Notes); notes.empty())
            notes = fileOf(source, RunChangeGroupFile::File::Notes);
        target.facts.snapshots.insert(target.facts.snapshots.end(), source.facts.snapshots.begin(), source.facts.snapshots.end());
        std::ranges::sort(target.facts.snapshots);
        return target;
    }

    void noteMissing(const std::string &path, StepFacts &facts)
    {
        if (!m_looked.insert(path).second)
            return;
        const auto directory = fs::openBelow(m_root, path);
        noteProblem(directory);
        if (!directory && directory.error().kind == Error::Kind::NotFound)
            facts.missing.push_back(path);
    }

    std::shared_ptr<fs::Directory> m_root;
    StoreDirectories m_directories;
    ConfigLook m_config;
    std::optional<Error> m_problem; ///< The first.
    std::map<Position, Known> m_known;
    std::set<Position> m_left;                                     ///< What is there on disk has gone elsewhere.
    std::map<std::string, std::shared_ptr<fs::Directory>> m_types; ///< By path; null: not there.
    std::set<std::string> m_looked;                                ///< Made by an earlier step, or there.
};

} // namespace

Result<std::vector<StepFacts>> readFacts(const StoreSession &session, const std::vector<RunStep> &steps, const SeenGroups &seen)
{
    FactReader reader(session);
    std::vector<StepFacts> facts;
    facts.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Group *group = i < seen.size() ? seen[i].get() : nullptr;
        facts.push_back(std::visit([&](const auto &step) { return reader(step, group); }, steps[i]));
        if (reader.problem())
            return std::unexpected(*reader.problem());
    }
    return facts;
}

} // namespace espalier
