// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/plan/plan.h"
#include "core/run/executor.h"
#include "core/run/undo.h"
#include "support/storebuilder.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
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

inline MoveGroup moveOf(std::string_view id, std::string_view from, std::string_view to)
{
    return {.from = ns(from), .group = group(id), .to = ns(to), .foreignEntries = ForeignEntries::Undecided};
}

/// A datastore in memory with what a run needs around it. Throws std::runtime_error where the set-up itself fails.
class RunBench
{
public:
    RunBench() : files(fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup()))
    {
        makeStore(*files, root);
        files->makeDirectories(stateHome);
    }

    StoreSession session(std::shared_ptr<fs::FileSystem> through = nullptr) const
    {
        auto opened
            = StoreSession::open(through ? through : files, Place::fromString(root).value(), {.pbsRoot = "/", .stateHome = stateHome});
        if (!opened)
            throw std::runtime_error("cannot open the store: " + std::string(messageName(opened.error().id)));
        return *opened;
    }

    Plan plan(const std::vector<Change> &changes) const
    {
        const StoreSession opened = session();
        const auto scanned = scan(opened.store().root);
        PlanContext context;
        context.access = opened.access();
        return makePlan(scanned.value().tree, changes, context);
    }

    RunReport run(const std::vector<Change> &changes, const RunOptions &options = {}) const
    {
        return executePlan(session(), plan(changes), options);
    }

    Rows rows() const { return listRows(*files->open(root).value()); }
    History history() const { return readHistory(session()).value(); }

    UndoPlan undoPlan(NewBackups newBackups = NewBackups::Take) const
    {
        const History runs = history();
        const JournalRun *last = lastUndoable(runs);
        if (!last)
            throw std::runtime_error("nothing to undo");
        return planUndo(session(), *last, newBackups).value();
    }

    RunReport undo(NewBackups newBackups = NewBackups::Take, const RunOptions &options = {}) const
    {
        return executeUndo(session(), undoPlan(newBackups), options);
    }

    std::shared_ptr<fs::MemoryFileSystem> files;
    const std::string root = "/store";
    const std::string stateHome = "/home/state";
};

/// How often each snapshot's content occurs: group and snapshot name with the content of all files, wherever it lies.
/// What no move may ever change.
using Backups = std::multiset<std::pair<std::string, std::string>>;

inline Backups backupsIn(const Rows &rows)
{
    std::map<std::string, std::string> content;
    for (const Row &row : rows) {
        const std::size_t file = row.path.rfind('/');
        const std::size_t snapshot = file == std::string::npos || file == 0 ? std::string::npos : row.path.rfind('/', file - 1);
        if (row.kind == 'f' && snapshot != std::string::npos && SnapshotTime::hasForm(row.path.substr(snapshot + 1, file - snapshot - 1)))
            content[row.path.substr(0, file)] += row.path.substr(file + 1) + '=' + row.content + ';';
    }
    Backups backups;
    for (const auto &[path, files] : content) {
        std::size_t at = path.size();
        for (int i = 0; i < 3; ++i)
            at = path.rfind('/', at - 1);
        backups.emplace(at == std::string::npos ? path : path.substr(at + 1), files);
    }
    return backups;
}

/// Snapshots that PBS would not find: those not below `[ns/NAME/]…TYPE/ID`, or in a group without owner. One in each line.
inline std::string outsideScheme(const Rows &rows)
{
    std::string outside;
    for (const Row &row : rows) {
        const std::size_t slash = row.path.rfind('/');
        if (row.kind != 'd' || slash == std::string::npos || !SnapshotTime::hasForm(row.path.substr(slash + 1)))
            continue;
        const std::string group = row.path.substr(0, slash);
        const std::size_t id = group.rfind('/');
        const std::size_t type = id == std::string::npos || id == 0 ? std::string::npos : group.rfind('/', id - 1);
        const std::string above = type == std::string::npos ? std::string() : group.substr(0, type);
        const bool isGroup = id != std::string::npos && GroupId::fromString(group.substr(type == std::string::npos ? 0 : type + 1));
        if (!isGroup || !NamespacePath::fromDirectoryForm(above) || !std::ranges::contains(rows, group + "/owner", &Row::path))
            outside += row.path + "\n";
    }
    return outside;
}

/// The first failure of a report as one line, for messages.
inline std::string failureOf(const RunReport &report)
{
    if (!report.failure)
        return {};
    std::string text(messageName(report.failure->id));
    for (const std::string &argument : report.failure->args)
        text += " [" + argument + "]";
    return text;
}

} // namespace espalier::test
