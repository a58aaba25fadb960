// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/jobsummary.h"
#include "core/jobrun/unattended.h"
#include "core/plan/pruneplan.h"
#include "core/plan/removals.h"
#include "core/service/cancellable.h"

namespace espalier {

namespace {

/// One prune of a job, step by step.
class UnattendedPrune
{
public:
    UnattendedPrune(const OwnPruneJob &own, const UnattendedOptions &options) : m_own(own), m_options(options) {}

    JobRun run()
    {
        if (const Done prepared = open().and_then([this] { return read(); }).and_then([this] { return plan(); }); !prepared)
            return failedJobRun(prepared.error());
        return remove();
    }

private:
    Done open();
    Done readZone();
    Done read();
    Done plan();
    JobRun remove();

    const OwnPruneJob &m_own;
    const UnattendedOptions &m_options;
    std::shared_ptr<StoreService> m_service;
    PlaceState m_state;
    std::optional<HostZone> m_zone;
    Tree m_tree;
    PrunePlan m_prune;
    Plan m_plan;
};

Done UnattendedPrune::open()
{
    if (m_own.notes.place.empty())
        return fail(Error::Kind::NotFound, MessageId::JobPlaceUnknown, m_own.job.id);
    const auto place = Place::fromString(m_own.notes.place, "/");
    if (!place)
        return failWith(place);
    m_service = m_options.service(*place);
    auto state = openStoppably(*m_service, m_options.stop);
    if (!state)
        return failWith(state);
    m_state = *std::move(state);
    return readZone();
}

Done UnattendedPrune::readZone()
{
    auto zone = m_service->readZone();
    if (!zone)
        return failWith(zone);
    m_zone = *std::move(zone);
    if (m_zone || m_own.notes.zone.empty())
        return {};
    return TimeZone::named(m_own.notes.zone).transform([this](const TimeZone &chosen) {
        m_zone = HostZone{.name = m_own.notes.zone, .zone = chosen};
    });
}

Done UnattendedPrune::read()
{
    auto scanned = m_service->scan({.stop = m_options.stop});
    if (!scanned)
        return failWith(scanned);
    m_tree = std::move(scanned->tree);
    if (!m_tree.find(m_own.job.range.top))
        return fail(Error::Kind::NotFound, MessageId::PlanNamespaceGone, m_own.job.range.top.toString());
    m_prune = planPrune(m_tree, {.range = m_own.job.range}, m_own.job.keep, m_zone ? m_zone->zone : TimeZone());
    const std::size_t dependent = m_zone ? 0 : findZoneDependence(m_prune, TimeZone::all());
    return dependent == 0 ? Done() : fail(Error::Kind::NotFound, MessageId::PruneZoneUnknown, std::to_string(dependent));
}

/// All or nothing: whoever approved of ten did not choose which ten of twenty.
Done UnattendedPrune::plan()
{
    m_plan = makePlan(m_tree, removalsOf(m_prune, m_zone.value_or(HostZone())),
                      {.access = m_state.access, .activity = m_state.activity, .hasActivity = true, .storeName = m_state.name});
    const Removals removals = removalsOf(m_plan);
    if (removals.isEmpty())
        return {};
    return checkApproved(m_own.notes.approvedStores, {m_state.identity, m_own.notes.place}).and_then([&] {
        return checkBudget(removals, m_own.notes.approved.value_or(RemovalBudget()));
    });
}

/// As PBS does it: what cannot be removed now stays for the next time.
JobRun UnattendedPrune::remove()
{
    if (m_plan.steps.empty())
        return {.result = JobResult::Ok, .groups = m_prune.groups.size()};
    RunOptions options;
    options.stop = m_options.stop;
    options.keepGoing = true;
    if (m_options.progress)
        options.progress = [this](const RunProgress &progress) {
            m_options.progress({progress.total > 0 ? double(progress.done) / double(progress.total) : 0, progress.current});
        };
    return summaryOf(m_prune.groups.size(), m_plan, m_service->execute(m_plan, options, {}));
}

} // namespace

JobRun prune(const OwnPruneJob &own, const UnattendedOptions &options)
{
    return UnattendedPrune(own, options).run();
}

} // namespace espalier
