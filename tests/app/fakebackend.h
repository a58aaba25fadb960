// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "treebackend.h"

#include <deque>

namespace espalier::test {

/// A backend of paper for everything that takes time: answers wait behind a gate until the test opens it, and runs do to
/// the tree what they would do to a disk.
class FakeBackend : public TreeBackend
{
public:
    using TreeBackend::TreeBackend;

    QFuture<Result<PlaceState>> open() override
    {
        ++opened;
        return gated<Result<PlaceState>>(
            [this] { return openError ? Result<PlaceState>(std::unexpected(*openError)) : Result<PlaceState>(now()); });
    }
    QFuture<Result<PlaceState>> refreshState() override
    {
        ++refreshed;
        return gated<Result<PlaceState>>([this] { return now(); });
    }
    QFuture<Result<ScanResult>> scan() override
    {
        ++scanned;
        return gated<Result<ScanResult>>([this] { return ScanResult{tree, findings}; });
    }
    QFuture<Result<ScanResult>> readAllDetails(const Tree &) override
    {
        return gated<Result<ScanResult>>([this] { return ScanResult{tree, findings}; });
    }
    QFuture<RunReport> execute(const Plan &plan, bool, const ConfigPlan &along) override
    {
        executedConfig = along;
        executed.push_back(plan);
        return gated<RunReport>([this, plan] { return run(plan); });
    }
    QFuture<Result<History>> history() override
    {
        return gated<Result<History>>([this] { return runs; });
    }
    QFuture<Result<UndoPlan>> planUndo(const std::string &runId, NewBackups choice, const std::set<GroupId> &only) override
    {
        return gated<Result<UndoPlan>>([this, runId, choice, only] {
            UndoPlan planned = undo;
            planned.isPartial = !only.empty();
            std::erase_if(planned.steps, [&only](const UndoStep &step) {
                const auto *move = std::get_if<RunMoveGroup>(&step.step);
                return !only.empty() && !(move && only.contains(move->group));
            });
            planned.runId = runId;
            planned.newBackups = choice;
            return planned;
        });
    }
    QFuture<RunReport> executeUndo(const UndoPlan &planned) override
    {
        undone.push_back(planned);
        return gated<RunReport>([planned] {
            RunReport report{.runId = "undo", .steps = {}, .failure = {}, .stopped = false};
            for (const UndoStep &step : planned.steps)
                report.steps.push_back({step.step, StepState::Completed, {}});
            return report;
        });
    }
    void stopRun() override { stopAsked = true; }
    QFuture<Done> holdMaintenance(const MaintenanceMode &mode) override
    {
        return gated<Done>([this, mode]() -> Done {
            if (maintenanceError)
                return std::unexpected(*maintenanceError);
            held = HeldMaintenance{.store = "alpha", .former = {}, .ours = maintenanceValue(mode).value(), .since = 1, .isGuarded = true};
            return {};
        });
    }
    QFuture<Result<MaintenanceEnd>> endMaintenance() override
    {
        return gated<Result<MaintenanceEnd>>([this]() -> Result<MaintenanceEnd> {
            if (maintenanceError)
                return std::unexpected(*maintenanceError);
            return std::exchange(held, std::nullopt) ? MaintenanceEnd::Restored : MaintenanceEnd::Gone;
        });
    }

    /// Gives the oldest answer that waits. Its continuations run when events are processed.
    void release()
    {
        const auto answer = waiting.front();
        waiting.pop_front();
        answer();
    }

    bool isGated = false;
    std::deque<std::function<void()>> waiting;
    Activity activity;
    bool asksForUnseenServers = false;
    std::optional<HeldMaintenance> held; ///< The maintenance mode of the datastore.
    std::optional<Error> maintenanceError;
    std::optional<Error> stepError; ///< The second step of a run fails with it.
    History runs;
    UndoPlan undo;
    std::vector<Plan> executed;
    std::vector<UndoPlan> undone;
    bool stopAsked = false;
    int opened = 0;
    int refreshed = 0;
    int scanned = 0;

private:
    PlaceState now() const
    {
        PlaceState state;
        state.access.allowed = writable;
        state.access.asksForUnseenServers = asksForUnseenServers;
        if (!writable)
            state.access.reason = Error{Error::Kind::Denied, MessageId::WriteReadOnlyMount, {"/mnt"}, 0};
        state.activity = activity;
        state.volume = "ext4";
        state.access.storeName = "alpha";
        state.heldMaintenance = held;
        return state;
    }

    RunReport run(const Plan &plan)
    {
        RunReport report{.runId = "run-1", .steps = {}, .failure = {}, .stopped = false};
        for (const Step &step : plan.steps) {
            const bool fails = stepError && !report.steps.empty();
            report.steps.push_back(
                {.step = runStep(step.change), .state = fails ? StepState::Failed : StepState::Completed, .change = report.changes.size()});
            report.changes.push_back(step.change);
            if (fails) {
                report.steps.back().error = stepError;
                report.failure = stepError;
                return report;
            }
            perform(step.change);
        }
        return report;
    }

    static RunStep runStep(const Change &change)
    {
        if (const auto *create = std::get_if<CreateNamespace>(&change))
            return RunCreateNamespace{create->path};
        const auto &move = std::get<MoveGroup>(change);
        return RunMoveGroup{move.from, move.group, move.to};
    }

    void perform(const Change &change)
    {
        if (const auto *create = std::get_if<CreateNamespace>(&change)) {
            auto made = std::make_shared<Namespace>();
            made->path = create->path;
            tree = tree.withNamespace(create->path, made);
            return;
        }
        const auto &move = std::get<MoveGroup>(change);
        const auto moved = tree.find(move.from, move.group);
        tree = tree.withoutGroup(move.from, move.group).withGroup(move.to, moved);
    }

    template<typename T, typename Function>
    QFuture<T> gated(const Function &function)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        auto answer = [promise, function] {
            promise->addResult(T(function()));
            promise->finish();
        };
        if (isGated)
            waiting.push_back(answer);
        else
            answer();
        return promise->future();
    }
};

/// A root with vm/100, vm/101 and ct/200, the namespace "a" with vm/100, and the empty namespace "a/b".
inline Tree smallTree()
{
    return TreeBuilder()
        .add("", makeGroup("vm/100", 3))
        .add("", makeGroup("vm/101"))
        .add("", makeGroup("ct/200"))
        .add("a", makeGroup("vm/100"))
        .addNamespace("a/b")
        .build();
}

/// A store with its backend, read and ready unless the test gates it.
struct FakeStore
{
    explicit FakeStore(Tree tree = smallTree(), std::string_view place = "/mnt/alpha")
    {
        auto made = std::make_unique<FakeBackend>(std::move(tree), place);
        backend = made.get();
        store = std::make_unique<OpenStore>(std::move(made));
    }

    FakeBackend *backend;
    std::unique_ptr<OpenStore> store;
};

} // namespace espalier::test
