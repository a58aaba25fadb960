// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/moveditems.h"
#include "core/jobs/ownjobs.h"
#include "core/plan/plan.h"
#include "remote/backend.h"

#include <QFuture>
#include <QObject>
#include <QUndoStack>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace espalier {

/// A datastore that the window has open: its backend, what was read of it, the pending changes and their plan.
/// Lives in the GUI thread and never waits: reading and executing happen in the backend's workers.
class OpenStore : public QObject
{
    Q_OBJECT

public:
    enum class LoadState { Opening, Scanning, Ready, Failed };

    explicit OpenStore(std::unique_ptr<Backend> backend, QObject *parent = nullptr);
    ~OpenStore() override;

    /// The same datastore, reached in another way: what is selected, expanded and pending stays. It is read again.
    void workAt(std::unique_ptr<Backend> backend);

    const Place &place() const { return m_place; }
    Backend &backend() { return *m_backend; }
    LoadState loadState() const { return m_loadState; }
    const std::optional<Error> &error() const { return m_error; }      ///< Why loading failed.
    const std::optional<Error> &loss() const { return m_loss; }        ///< Why the connection to its host is gone; what is shown stays.
    const std::optional<PlaceState> &state() const { return m_state; } ///< Nothing before it was opened.
    const Tree &tree() const { return m_tree; }                        ///< As on disk.
    const ScanProgress &progress() const { return m_progress; }        ///< Of the scan that is under way.
    const std::vector<Finding> &findings() const { return m_findings; }
    /// Enabled ones of its PBS and of the user's own; none before they were read.
    const std::vector<JobReference> &pruneJobs() const { return m_pruneJobs; }
    void setOwnPruneJobs(const std::vector<OwnPruneJob> &jobs); ///< All that the user has.
    const std::vector<Change> &changes() const { return m_changes; }
    const Plan &plan() const { return m_plan; }
    const Projection &projection() const { return m_projection; } ///< What the tree view shows.
    QUndoStack *undoStack() { return &m_undoStack; }              ///< Over the pending changes.
    PlanContext planContext() const;                              ///< What the plan was made with.

    void load();         ///< Opens and scans, again where it was done before. Keeps pending changes.
    void refreshState(); ///< Activity and write access only.

    /// What dropping @p items on @p target would be: the worst verdict, and WillDo for nothing. Never waits.
    Verdict checkDrop(const MovedItems &items, const NamespacePath &target) const;

    /// What @p change would be behind all that is pending. Never waits.
    Verdict checkChange(const Change &change) const;

    /// @name Staging: each is one step of undoStack()
    /// @{
    void stageMoves(const MovedItems &items, const NamespacePath &target);
    /// Makes @p path and what is missing above it.
    void stageCreate(const NamespacePath &path);
    /// Adds @p change behind all others; @p text names it for undo.
    void stage(Change change, const QString &text);
    void stage(std::vector<Change> more, const QString &text);
    /// Replaces the changes at @p indexes by what @p revise makes of each.
    void revise(const std::vector<std::size_t> &indexes, const std::function<std::vector<Change>(const Change &)> &revise,
                const QString &text);
    /// @p changes take the place of all that are pending.
    void stageAll(std::vector<Change> changes, const QString &text);
    void removeChange(std::size_t index);
    void takeForeignEntriesAlong(std::size_t index);
    /// The same for several, as one step. Indexes of changes(), ascending.
    void removeChanges(const std::vector<std::size_t> &indexes);
    void takeForeignEntriesAlong(const std::vector<std::size_t> &indexes);
    void createTargetsOf(const std::vector<std::size_t> &indexes);
    void discardChanges();
    /// @}

    /// @name Jobs and access rules of the store's PBS that go along
    /// @{
    bool adaptsConfig() const { return m_adaptsConfig; }
    void setAdaptsConfig(bool adapts);
    /// What would be written for the present plan; null while it is not known.
    const ConfigPlan *configPlan() const { return m_configPlan ? &*m_configPlan : nullptr; }
    void setConfigPlan(const ConfigPlan &plan); ///< Holds until the plan changes.
    /// @}

    /// Asks the backend for the second pass of a group whose details are shown and not there yet.
    void requestDetails(const NamespacePath &ns, const GroupId &group);

    /// After a run: drops the changes that were done, clears the undo stack, reads the tree again.
    void applied(const RunReport &report);

    /// Reads every manifest; findings and details are shown when it is done, unless the store was read again meanwhile.
    QFuture<Result<ScanResult>> checkEverything();

signals:
    void loadStateChanged();
    void stateChanged();
    void treeChanged();       ///< tree() and projection() are new: another scan.
    void planChanged();       ///< changes(), plan() and projection() are new.
    void configPlanChanged(); ///< configPlan() or adaptsConfig()
    void detailsChanged(const espalier::NamespacePath &ns,
                        const espalier::GroupId &group); ///< tree() and projection() hold a group with details.
    void findingsChanged();
    void pruneJobsChanged();
    void progressChanged();

private:
    void listen();
    void dismissBackend();
    friend class ChangesCommand;
    void setChanges(std::vector<Change> changes); ///< Replans; called by the undo commands only.
    void push(std::vector<Change> changes, const QString &text);
    void setLoadState(LoadState state);
    void fail(const Error &error);
    void scan();
    void showScan(const Tree &tree, std::vector<Finding> findings);
    void readPruneJobs();
    void showPruneJobs();
    void showState(const PlaceState &state);
    void showDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &asked, const std::shared_ptr<const Group> &group);
    void askForIdentities(const std::set<GroupPlace> &wanted);
    void replan();
    void addMissing(std::vector<Change> &changes, const NamespacePath &path) const;

    std::unique_ptr<Backend> m_backend;
    Place m_place;
    LoadState m_loadState = LoadState::Opening;
    unsigned m_reading = 0; ///< Counts load(): answers to an earlier one are dropped.
    std::optional<Error> m_error;
    std::optional<Error> m_loss;
    std::optional<Tree> m_seenBefore; ///< Through a mount: what is there in truth must look the same.
    std::optional<PlaceState> m_state;
    Tree m_tree;
    ScanProgress m_progress;
    std::vector<Finding> m_scanFindings; ///< Of the first pass.
    std::vector<Finding> m_findings;
    std::vector<JobReference> m_serverPruneJobs;
    std::vector<OwnPruneJob> m_ownPruneJobs;
    std::vector<JobReference> m_pruneJobs; ///< Of both, as far as they are enabled.
    std::vector<Change> m_changes;
    Plan m_plan;
    Projection m_projection;
    QUndoStack m_undoStack;
    bool m_adaptsConfig = false;
    std::optional<ConfigPlan> m_configPlan;
    std::set<GroupPlace> m_detailsAsked;
    using Identities = std::map<GroupPlace, std::optional<GuestIdentity>>; ///< Nothing where it could not be read.
    std::shared_ptr<const Identities> m_identities = std::make_shared<Identities>();
};

} // namespace espalier
