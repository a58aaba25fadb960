// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/syncplan.h"

#include <algorithm>
#include <map>

namespace espalier {

namespace {

/// A snapshot with what its manifest says; without details it counts as unreadable.
struct Known
{
    const Snapshot *snapshot = nullptr;
    SnapshotDetails details{};

    bool isWhole() const { return snapshot->finished && details.manifestReadable; }
    bool isCorrupt() const { return !isWhole() || details.verifyState == VerifyState::Failed; }
};

std::vector<Known> knownOf(const Group *group)
{
    std::vector<Known> known;
    if (!group)
        return known;
    for (std::size_t i = 0; i < group->snapshots.size(); ++i)
        known.push_back({&group->snapshots[i], i < group->details.size() ? group->details[i] : SnapshotDetails{}});
    return known;
}

/// PBS's order of work: what is left out first, then positions among the rest.
class GroupPlanner
{
public:
    GroupPlanner(const Group *source, const Group *target, const SyncOptions &options)
        : m_source(source)
        , m_target(knownOf(target))
        , m_options(options)
    {
        for (const Known &each : m_target) {
            m_atTarget.emplace(each.snapshot->time.epoch(), &each);
            if (each.snapshot->finished)
                m_newest = each.snapshot->time.epoch();
        }
    }

    std::vector<SyncMark> plan()
    {
        std::vector<Known> offered;
        for (const Known &each : knownOf(m_source)) {
            const SyncReason reason = whyLeftOut(each);
            if (reason == SyncReason::None)
                offered.push_back(each);
            else
                mark(each, SyncAction::Skip, reason);
        }
        for (std::size_t i = 0; i < offered.size(); ++i)
            place(offered[i], i, offered.size());
        for (const Known &each : m_target)
            placeVanished(each);
        std::vector<SyncMark> marks;
        for (const auto &[moment, mark] : m_marks)
            marks.push_back(mark);
        return marks;
    }

private:
    SyncReason whyLeftOut(const Known &snapshot) const
    {
        if (!snapshot.isWhole())
            return SyncReason::InProgress;
        if (m_options.verifiedOnly && snapshot.details.verifyState != VerifyState::Ok)
            return SyncReason::NotVerified;
        if (m_options.encryptedOnly && snapshot.details.cryptMode != CryptMode::Encrypt)
            return SyncReason::NotEncrypted;
        return SyncReason::None;
    }

    /// By default not from a source that is corrupt itself: nothing would be better then.
    bool isToBeMended(const Known &copy, const Known &source) const
    {
        const bool isPointless = !m_options.exactPbs && copy.isWhole() && source.isCorrupt();
        return copy.isCorrupt() && !isPointless;
    }

    void place(const Known &snapshot, std::size_t position, std::size_t count)
    {
        const std::int64_t moment = snapshot.snapshot->time.epoch();
        const auto copy = m_atTarget.find(moment);
        const std::size_t cutoff = m_options.transferLast && *m_options.transferLast < count ? count - *m_options.transferLast : 0;
        if (m_options.resyncCorrupt && copy != m_atTarget.end() && isToBeMended(*copy->second, snapshot))
            mark(snapshot, SyncAction::Resync, SyncReason::None);
        else if (m_newest && moment < *m_newest)
            mark(snapshot, SyncAction::Skip, SyncReason::OlderThanTarget);
        else if (position < cutoff && (!m_newest || moment != *m_newest))
            mark(snapshot, SyncAction::Skip, SyncReason::TransferLast);
        else
            mark(snapshot, m_newest && moment == *m_newest ? SyncAction::Check : SyncAction::Copy, SyncReason::None);
    }

    /// Unfinished, and nothing newer is there or comes.
    bool mayRun(const Known &copy) const
    {
        const auto isNewer
            = [&copy](const auto &each) { return each.second.time > copy.snapshot->time && each.second.action == SyncAction::Copy; };
        return !copy.snapshot->finished && copy.snapshot == m_target.back().snapshot && std::ranges::none_of(m_marks, isNewer);
    }

    /// What PBS takes for vanished: its copy has no time that the source offers. By default whatever is there, unfinished, unreadable
    /// or left out by a filter, is not vanished.
    void placeVanished(const Known &copy)
    {
        const auto present = m_marks.find(copy.snapshot->time.epoch());
        const bool isLeftOut = present != m_marks.end() && present->second.action == SyncAction::Skip
            && present->second.reason != SyncReason::OlderThanTarget && present->second.reason != SyncReason::TransferLast;
        if (!m_options.removeVanished || (present != m_marks.end() && (!isLeftOut || !m_options.exactPbs)))
            return;
        SyncMark mark{copy.snapshot->time, SyncAction::Remove, isLeftOut ? present->second.reason : SyncReason::None, copy.details.size};
        if (copy.snapshot->isProtected)
            mark = {mark.time, SyncAction::Keep, SyncReason::Protected, mark.bytes};
        else if (!m_options.exactPbs && mayRun(copy))
            mark = {mark.time, SyncAction::Keep, SyncReason::MayRun, mark.bytes};
        else if (!m_options.exactPbs && (!m_source || !m_source->listable || m_source->snapshots.empty()))
            mark = {mark.time, SyncAction::Keep, SyncReason::SourceUnsure, mark.bytes};
        m_marks.insert_or_assign(copy.snapshot->time.epoch(), mark);
    }

    void mark(const Known &snapshot, SyncAction action, SyncReason reason)
    {
        m_marks.emplace(snapshot.snapshot->time.epoch(), SyncMark{snapshot.snapshot->time, action, reason, snapshot.details.size});
    }

    const Group *m_source;
    std::vector<Known> m_target;
    const SyncOptions &m_options;
    std::map<std::int64_t, const Known *> m_atTarget;
    std::optional<std::int64_t> m_newest; ///< Of the finished ones at the target.
    std::map<std::int64_t, SyncMark> m_marks;
};

} // namespace

std::vector<SyncMark> planSyncGroup(const Group *source, const Group *target, const SyncOptions &options)
{
    return GroupPlanner(source, target, options).plan();
}

std::size_t SyncGroup::count(SyncAction action) const
{
    return static_cast<std::size_t>(std::ranges::count(marks, action, &SyncMark::action));
}

std::vector<SnapshotTime> SyncGroup::removed() const
{
    std::vector<SnapshotTime> times;
    for (const SyncMark &mark : marks) {
        if (mark.action == SyncAction::Remove)
            times.push_back(mark.time);
    }
    return times;
}

bool SyncGroup::goes() const
{
    return isVanished && count(SyncAction::Keep) == 0;
}

} // namespace espalier
