// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plandifference.h"

#include "core/plan/changejson.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <unordered_map>

namespace espalier {

namespace {

PlanFileStep fileStepOf(const Step &step)
{
    PlanFileStep kept{.change = step.change, .level = step.verdict.level, .snapshots = step.snapshots()};
    if (step.verdict.reason)
        kept.reason = step.verdict.reason->id;
    if (step.group && !step.group->snapshots.empty())
        kept.newest = step.group->snapshots.back().time;
    return kept;
}

void addSteps(std::vector<PlanFileStep> &kept, std::span<const Step> steps)
{
    for (const Step &step : steps) {
        kept.push_back(fileStepOf(step));
        addSteps(kept, step.parts);
    }
}

std::vector<PlanFileStep> fileStepsOf(const Plan &plan)
{
    std::vector<PlanFileStep> kept;
    addSteps(kept, plan.steps);
    return kept;
}

/// Steps by what they do, each taken once.
class StepPool
{
public:
    explicit StepPool(const std::vector<PlanFileStep> &steps)
    {
        for (const PlanFileStep &step : steps)
            m_steps[keyOf(step)].push_back(&step);
    }

    const PlanFileStep *take(const PlanFileStep &like)
    {
        const auto at = m_steps.find(keyOf(like));
        if (at == m_steps.end() || at->second.empty())
            return nullptr;
        const PlanFileStep *step = at->second.front();
        at->second.pop_front();
        return step;
    }

private:
    static std::string keyOf(const PlanFileStep &step)
    {
        return changeToJson(step.change).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    }

    std::unordered_map<std::string, std::deque<const PlanFileStep *>> m_steps;
};

} // namespace

PlanContext planFileContext(PlanContext context)
{
    context.access.allowed = true;
    context.access.reason.reset();
    context.hasActivity = false;
    return context;
}

PlanFile planFileOf(std::span<const Change> changes, const Plan &plan, const StoreIdentity &identity, const std::string &storeName,
                    const WriteAccess &access)
{
    PlanFile file{
        .storePath = identity.path, .storeName = storeName, .changes = {changes.begin(), changes.end()}, .steps = fileStepsOf(plan)};
    const auto isForeign
        = [&] { return access.reason->id == MessageId::WriteForeignFileSystem || access.reason->id == MessageId::WriteUnknownFileSystem; };
    if (!access.reason || !isForeign())
        file.identity = identity;
    return file;
}

Done checkSameStore(const PlanFile &file, const std::string &filePath, const StoreIdentity &present)
{
    if (!file.identity || file.identity->sameStore(present))
        return {};
    return fail(Error::Kind::Conflict, MessageId::PlanFileOtherStore, filePath, file.storePath, present.path);
}

std::vector<PlanDifference> planDifferences(const PlanFile &file, const Plan &plan)
{
    const std::vector<PlanFileStep> present = fileStepsOf(plan);
    std::vector<PlanDifference> differences;
    StepPool presentSteps(present);
    for (const PlanFileStep &planned : file.steps) {
        const PlanFileStep *now = presentSteps.take(planned);
        if (!now)
            differences.push_back({PlanDifference::Kind::Missing, planned, planned});
        else if (now->level != planned.level || now->reason != planned.reason)
            differences.push_back({PlanDifference::Kind::Verdict, planned, *now});
        else if (*now != planned)
            differences.push_back({PlanDifference::Kind::Snapshots, planned, *now});
    }
    StepPool plannedSteps(file.steps);
    for (const PlanFileStep &now : present) {
        if (!plannedSteps.take(now))
            differences.push_back({PlanDifference::Kind::Added, now, now});
    }
    return differences;
}

} // namespace espalier
