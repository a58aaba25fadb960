// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/undodirectories.h"

#include "core/run/storedirectories.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>

namespace espalier {

UndoDirectories::UndoDirectories(std::shared_ptr<fs::Directory> root, const JournalRun &run, std::vector<UndoStep> &steps)
    : m_root(std::move(root))
    , m_run(run)
    , m_steps(steps)
{
    noteWhatWasThere();
}

/// The directories that a step removed, or was about to remove, in that order.
std::vector<StoreDirectory> UndoDirectories::removedBy(const JournalStep &step) const
{
    std::vector<StoreDirectory> all;
    std::ranges::copy_if(step.effects.removed, std::back_inserter(all), [&](const StoreDirectory &each) {
        return !std::ranges::contains(step.facts.directories, each.path, &StoreDirectory::path);
    });
    if (step.state != StepState::Intended || !m_run.endedAt)
        all.insert(all.end(), step.facts.directories.begin(), step.facts.directories.end());
    return all;
}

bool UndoDirectories::isThere(const std::string &path) const
{
    const auto directory = fs::openBelow(m_root, path);
    return !m_goes.contains(path) && (directory || directory.error().kind != Error::Kind::NotFound);
}

void UndoDirectories::planMakes(const JournalStep &step)
{
    for (const StoreDirectory &each : removedBy(step) | std::views::reverse) {
        if (isThere(each.path) || !m_made.insert(each.path).second)
            continue;
        if (const auto ns = NamespacePath::fromDirectoryForm(each.path))
            createMissing(ns->parent());
        addMake(each);
    }
}

void UndoDirectories::createMissing(const NamespacePath &ns)
{
    const std::string path = ns.directoryForm();
    if (ns.isRoot() || m_made.contains(path) || isThere(path))
        return;
    m_made.insert(path);
    createMissing(ns.parent());
    const auto known = m_removed.find(path);
    if (known == m_removed.end() && !m_goes.contains(path)) {
        m_steps.push_back({.step = RunCreateNamespace{ns}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
        return;
    }
    const std::string container = joinPath(ns.parent().directoryForm(), "ns");
    if (const auto above = m_removed.find(container); above != m_removed.end() && !isThere(container) && m_made.insert(container).second)
        addMake({container, above->second});
    addMake({path, known == m_removed.end() ? StoreDirectory().mode : known->second});
}

void UndoDirectories::addMake(StoreDirectory directory)
{
    m_steps.push_back({.step = RunMakeDirectory{std::move(directory)}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
}

/// What the step made; in a run that did not end also what it was about to make.
std::vector<std::string> UndoDirectories::madeBy(const JournalStep &step) const
{
    std::vector<std::string> paths = step.effects.made;
    if (step.state == StepState::Intended && !m_run.endedAt)
        paths.insert(paths.end(), step.facts.missing.begin(), step.facts.missing.end());
    return paths;
}

void UndoDirectories::noteWhatWasThere()
{
    std::set<std::string> made;
    for (const JournalStep &step : m_run.steps) {
        for (const StoreDirectory &each : removedBy(step)) {
            m_removed.try_emplace(each.path, each.mode);
            if (!made.contains(each.path))
                m_wasThere.insert(each.path);
        }
        std::ranges::copy(madeBy(step), std::inserter(made, made.end()));
    }
}

void UndoDirectories::planRemovalsOf(const JournalStep &step)
{
    for (const std::string &path : madeBy(step) | std::views::reverse) {
        const bool isMadeAgain
            = std::ranges::any_of(m_wasThere, [&](const std::string &each) { return path == each || path.starts_with(each + "/"); });
        if (isMadeAgain && fs::openBelow(m_root, path) && m_goes.insert(path).second)
            m_steps.push_back({.step = RunRemoveDirectory{path}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
    }
}

/// Each directory that a step of the undo makes, or makes on its way; sorted, so that what is below one follows it.
std::set<std::string> UndoDirectories::comeBack() const
{
    std::set<std::string> paths;
    for (const UndoStep &undo : m_steps) {
        std::visit(Overloaded{
                       [](const auto &) {},
                       [&](const RunMakeDirectory &step) { paths.insert(step.directory.path); },
                       [&](const RunCreateNamespace &step) { paths.insert(step.path.directoryForm()); },
                       [&](const RunMoveGroup &step) { paths.insert(typeDirectoryPath(step.to, step.group.type())); },
                   },
                   undo.step);
    }
    return paths;
}

void UndoDirectories::planRemovals()
{
    std::set<std::string, std::greater<>> paths;
    for (const JournalStep &step : m_run.steps)
        std::ranges::copy(madeBy(step), std::inserter(paths, paths.end()));
    const std::set<std::string> back = comeBack();
    const auto comesBack = [&](const std::string &path) {
        const auto below = back.lower_bound(path + "/");
        return back.contains(path) || (below != back.end() && below->starts_with(path + "/"));
    };
    for (const std::string &path : paths) {
        if (!m_wasThere.contains(path) && (comesBack(path) || fs::openBelow(m_root, path)))
            m_steps.push_back({.step = RunRemoveDirectory{path}, .verdict = {}, .snapshots = 0, .newSnapshots = 0});
    }
}

} // namespace espalier
