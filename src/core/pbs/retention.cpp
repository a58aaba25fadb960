// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/retention.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <format>
#include <functional>
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

/// Numbers for the periods of one rule as they come up, newest first: equal periods get equal numbers, from 0 on. Where clocks
/// go back across midnight a day ends twice, so a period may come back after its neighbour.
class PeriodNumbers
{
public:
    std::size_t numberOf(Period period)
    {
        if (m_seen.empty() || period < m_seen.back().first) {
            m_seen.emplace_back(period, m_seen.size());
            return m_seen.back().second;
        }
        const auto at = std::ranges::lower_bound(m_seen, period, std::greater(), &Seen::first);
        if (at->first != period)
            return m_seen.emplace(at, period, m_seen.size())->second;
        return at->second;
    }

    std::size_t count() const { return m_seen.size(); }
    void clear() { m_seen.clear(); }

private:
    using Seen = std::pair<Period, std::size_t>;
    std::vector<Seen> m_seen; ///< The latest period first.
};

/// What is known of the periods of a rule, by their numbers.
enum class PeriodState : unsigned char { Open, Covered, Fresh };

/// Marks the snapshots of one group.
class Marking
{
public:
    Marking(std::span<const PruneCandidate> snapshots, const TimeZone &zone) : m_snapshots(snapshots), m_marks(snapshots.size())
    {
        m_newestFirst.reserve(snapshots.size());
        LocalClock clock(zone);
        for (std::size_t i = 0; i < snapshots.size(); ++i) {
            const std::int64_t epoch = snapshots[i].time.epoch();
            m_newestFirst.push_back({epoch, clock.at(epoch), i});
        }
        const auto isNewer = [snapshots](const Entry &left, const Entry &right) {
            if (left.epoch != right.epoch)
                return left.epoch > right.epoch;
            const auto order = snapshots[left.index].time <=> snapshots[right.index].time;
            return order != 0 ? order > 0 : left.index < right.index;
        };
        if (!m_newestFirst.empty() && m_newestFirst.front().epoch < m_newestFirst.back().epoch)
            std::ranges::reverse(m_newestFirst); // a tree has them oldest first
        if (!std::ranges::is_sorted(m_newestFirst, isNewer))
            std::ranges::sort(m_newestFirst, isNewer);
    }

    void markUnfinished()
    {
        for (Entry &entry : m_newestFirst) {
            if (!m_snapshots[entry.index].finished)
                decide(entry, {.verdict = &entry == m_newestFirst.data() ? PruneVerdict::KeepPartial : PruneVerdict::Remove});
        }
    }

    void apply(KeepRule rule, std::uint64_t count)
    {
        readPeriods(rule);
        std::uint64_t kept = 0;
        for (std::size_t i = 0; i < m_newestFirst.size(); ++i) {
            Entry &entry = m_newestFirst[i];
            PeriodState &state = m_states[m_periods[i]];
            if (entry.isDecided || m_snapshots[entry.index].isProtected || state == PeriodState::Covered)
                continue; // where the period is covered, a later rule may still keep it
            if (state == PeriodState::Fresh) {
                decide(entry, {.surplusOf = rule});
                continue;
            }
            if (kept >= count)
                return;
            ++kept;
            state = PeriodState::Fresh;
            decide(entry, {.verdict = PruneVerdict::Keep, .rule = rule, .position = kept});
        }
    }

    std::vector<PruneMark> marks() &&
    {
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (m_snapshots[i].isProtected)
                m_marks[i] = {.verdict = PruneVerdict::Protected};
        }
        return std::move(m_marks);
    }

private:
    struct Entry
    {
        std::int64_t epoch;
        local_seconds local;
        std::size_t index; ///< Into the snapshots and the marks.
        bool isDecided = false;
    };

    void decide(Entry &entry, const PruneMark &mark)
    {
        m_marks[entry.index] = mark;
        entry.isDecided = true;
    }

    /// The period of each snapshot by this rule, and which of them have a snapshot that an earlier rule keeps.
    void readPeriods(KeepRule rule)
    {
        m_numbers.clear();
        m_periods.clear();
        m_states.clear();
        for (std::size_t i = 0; i < m_newestFirst.size(); ++i) {
            const Entry &entry = m_newestFirst[i];
            const std::size_t period = rule == KeepRule::Last ? i : m_numbers.numberOf(periodOf(rule, entry.local));
            m_periods.push_back(period);
            m_states.resize(std::max(m_states.size(), period + 1));
            if (entry.isDecided && m_marks[entry.index].verdict == PruneVerdict::Keep)
                m_states[period] = PeriodState::Covered;
        }
    }

    std::span<const PruneCandidate> m_snapshots;
    std::vector<Entry> m_newestFirst;
    std::vector<PruneMark> m_marks;     ///< Parallel to the snapshots.
    PeriodNumbers m_numbers;            ///< These three are of the rule that is applied.
    std::vector<std::size_t> m_periods; ///< Parallel to m_newestFirst.
    std::vector<PeriodState> m_states;
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
    return std::move(marking).marks();
}

std::string periodName(KeepRule rule, SnapshotTime time, const TimeZone &zone)
{
    const local_seconds local = LocalClock(zone).at(time.epoch());
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const int year = yearOf(date);
    const auto month = static_cast<unsigned>(date.month());
    switch (rule) {
    case KeepRule::Hourly:
        return std::format("{:04}-{:02}-{:02} {:02}:00", year, month, static_cast<unsigned>(date.day()),
                           std::chrono::floor<std::chrono::hours>(local - day).count());
    case KeepRule::Daily: return std::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(date.day()));
    case KeepRule::Weekly: {
        const local_days thursday = day + std::chrono::days(4 - static_cast<int>(std::chrono::weekday(day).iso_encoding()));
        const std::chrono::year_month_day ofYear(thursday);
        const auto daysBefore = thursday - local_days(ofYear.year() / std::chrono::January / 1);
        return std::format("{:04}-W{:02}", yearOf(ofYear), daysBefore.count() / 7 + 1);
    }
    case KeepRule::Monthly: return std::format("{:04}-{:02}", year, month);
    case KeepRule::Yearly: return std::format("{:04}", year);
    case KeepRule::Last: break;
    }
    return {};
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
