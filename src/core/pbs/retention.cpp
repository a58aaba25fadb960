// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/retention.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace espalier {

namespace {

using std::chrono::local_days;
using std::chrono::local_seconds;

/// The option of each rule, in their order.
constexpr std::array ruleMembers
    = {&KeepOptions::last, &KeepOptions::hourly, &KeepOptions::daily, &KeepOptions::weekly, &KeepOptions::monthly, &KeepOptions::yearly};

/// A whole number that two times share exactly where they lie in one period.
using Period = std::int64_t;

/// Turns times into local ones. A span of one offset is looked up once: neighbours mostly share it.
class LocalClock
{
public:
    explicit LocalClock(const TimeZone &zone) : m_zone(zone) {}

    local_seconds at(std::int64_t time)
    {
        if (time < m_span.begin || time >= m_span.end)
            m_span = m_zone.at(time);
        return local_seconds(std::chrono::seconds(time + m_span.offset));
    }

private:
    const TimeZone &m_zone;
    TimeZone::Span m_span;
};

/// The days since an arbitrary Monday, in weeks: one number for each ISO week, and so for its ISO year, too.
Period weekOf(local_days day)
{
    constexpr int thursday = 3; // 1970-01-01, counted from Monday
    return std::chrono::floor<std::chrono::weeks>(day.time_since_epoch() + std::chrono::days(thursday)).count();
}

Period yearOf(std::chrono::year_month_day date)
{
    return static_cast<int>(date.year());
}

Period monthOf(std::chrono::year_month_day date)
{
    return yearOf(date) * 12 + static_cast<unsigned>(date.month());
}

Period periodOf(KeepRule rule, local_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    switch (rule) {
    case KeepRule::Hourly: return std::chrono::floor<std::chrono::hours>(time.time_since_epoch()).count();
    case KeepRule::Daily: return day.time_since_epoch().count();
    case KeepRule::Weekly: return weekOf(day);
    case KeepRule::Monthly: return monthOf(std::chrono::year_month_day(day));
    case KeepRule::Yearly: return yearOf(std::chrono::year_month_day(day));
    case KeepRule::Last: break; // each snapshot is a period of its own
    }
    return 0;
}

/// Marks the snapshots of one group. Periods are sets and not runs of neighbours: where clocks go back across midnight, a
/// day ends twice.
class Marking
{
public:
    Marking(std::span<const PruneCandidate> snapshots, const TimeZone &zone)
        : m_snapshots(snapshots)
        , m_newestFirst(snapshots.size())
        , m_local(snapshots.size())
        , m_marks(snapshots.size())
    {
        std::ranges::iota(m_newestFirst, std::size_t{0});
        std::ranges::sort(m_newestFirst, std::greater(), [snapshots](std::size_t i) { return snapshots[i].time; });
        LocalClock clock(zone);
        for (const std::size_t i : m_newestFirst)
            m_local[i] = clock.at(snapshots[i].time.epoch());
    }

    void markUnfinished()
    {
        for (const std::size_t i : m_newestFirst) {
            if (!m_snapshots[i].finished)
                m_marks[i] = PruneMark{.verdict = i == m_newestFirst.front() ? PruneVerdict::KeepPartial : PruneVerdict::Remove};
        }
    }

    void apply(KeepRule rule, std::uint64_t count)
    {
        const std::unordered_set<Period> covered = coveredPeriods(rule);
        std::unordered_set<Period> fresh;
        for (const std::size_t i : m_newestFirst) {
            if (m_marks[i] || m_snapshots[i].isProtected)
                continue;
            const Period period = periodAt(rule, i);
            if (covered.contains(period))
                continue; // a later rule may still keep it
            if (fresh.contains(period)) {
                m_marks[i] = PruneMark{};
                continue;
            }
            if (fresh.size() >= count)
                return;
            fresh.insert(period);
            m_marks[i] = PruneMark{.verdict = PruneVerdict::Keep, .rule = rule, .position = fresh.size()};
        }
    }

    std::vector<PruneMark> marks() const
    {
        std::vector<PruneMark> marks;
        marks.reserve(m_marks.size());
        for (std::size_t i = 0; i < m_marks.size(); ++i)
            marks.push_back(m_snapshots[i].isProtected ? PruneMark{.verdict = PruneVerdict::Protected} : m_marks[i].value_or(PruneMark{}));
        return marks;
    }

private:
    Period periodAt(KeepRule rule, std::size_t i) const
    {
        return rule == KeepRule::Last ? static_cast<Period>(i) : periodOf(rule, m_local[i]);
    }

    std::unordered_set<Period> coveredPeriods(KeepRule rule) const
    {
        std::unordered_set<Period> covered;
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i] && m_marks[i]->verdict == PruneVerdict::Keep)
                covered.insert(periodAt(rule, i));
        }
        return covered;
    }

    std::span<const PruneCandidate> m_snapshots;
    std::vector<std::size_t> m_newestFirst; ///< Indexes into the snapshots.
    std::vector<local_seconds> m_local;     ///< Parallel to the snapshots, as the marks are.
    std::vector<std::optional<PruneMark>> m_marks;
};

} // namespace

std::string_view toString(KeepRule rule)
{
    static constexpr std::array<std::string_view, 6> names = {"last", "hourly", "daily", "weekly", "monthly", "yearly"};
    return names.at(std::to_underlying(rule));
}

std::optional<std::uint64_t> &KeepOptions::operator[](KeepRule rule)
{
    return this->*ruleMembers.at(std::to_underlying(rule));
}

const std::optional<std::uint64_t> &KeepOptions::operator[](KeepRule rule) const
{
    return this->*ruleMembers.at(std::to_underlying(rule));
}

bool KeepOptions::keepsAll() const
{
    return std::ranges::none_of(allKeepRules, [this](KeepRule rule) { return (*this)[rule].has_value(); });
}

std::vector<PruneMark> markForPrune(std::span<const PruneCandidate> snapshots, const KeepOptions &options, const TimeZone &zone)
{
    Marking marking(snapshots, zone);
    marking.markUnfinished();
    for (const KeepRule rule : allKeepRules) {
        if (const auto count = options[rule])
            marking.apply(rule, *count);
    }
    return marking.marks();
}

std::vector<PruneMark> planPrune(std::span<const PruneCandidate> snapshots, const KeepOptions &options, const TimeZone &zone)
{
    std::vector<PruneMark> marks = markForPrune(snapshots, options, zone);
    if (options.keepsAll()) {
        for (PruneMark &mark : marks) {
            if (mark.verdict == PruneVerdict::Remove)
                mark.verdict = PruneVerdict::Keep;
        }
    }
    return marks;
}

} // namespace espalier
