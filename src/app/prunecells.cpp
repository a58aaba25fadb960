// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunecells.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace espalier {

namespace {

constexpr std::int64_t secondsOfDay = 86'400;
constexpr std::int64_t daysOfWeek = 7;
constexpr std::int64_t mondayOffset = 3; ///< 1970 began on a Thursday.

std::chrono::year_month_day dateOf(std::int64_t day)
{
    return std::chrono::sys_days(std::chrono::days(day));
}

/// The offset of local clocks; of snapshots one after the other it is looked up only where it changes.
class Clock
{
public:
    explicit Clock(const TimeZone &zone) : m_zone(zone) {}

    std::int64_t localOf(std::int64_t time)
    {
        if (time < m_span.begin || time >= m_span.end)
            m_span = m_zone.at(time);
        return time + m_span.offset;
    }

private:
    const TimeZone &m_zone;
    TimeZone::Span m_span{};
};

std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

QString number(std::int64_t value, int digits)
{
    return QString::number(value).rightJustified(digits, u'0');
}

} // namespace

const PruneCell *PruneRow::cell(int column) const
{
    const auto found = std::ranges::lower_bound(cells, column, {}, &PruneCell::column);
    return found != cells.end() && found->column == column ? &*found : nullptr;
}

PruneCells::PruneCells(std::shared_ptr<const ShownPrune> shown, PeriodStep step, bool onlyDifferences)
    : m_shown(std::move(shown))
    , m_step(step)
{
    if (!m_shown)
        return;
    const PrunePlan &plan = m_shown->plan;
    std::vector<std::vector<std::int64_t>> keys(plan.groups.size());
    std::int64_t oldest = std::numeric_limits<std::int64_t>::max();
    m_newest = std::numeric_limits<std::int64_t>::min();
    Clock clock(m_shown->zone);
    for (std::size_t i = 0; i < plan.groups.size(); ++i) {
        if (onlyDifferences && !m_shown->isDifferent(i))
            continue;
        for (const Snapshot &snapshot : plan.groups[i].group->snapshots)
            keys[i].push_back(keyOf(clock.localOf(snapshot.time.epoch())));
        std::ranges::sort(keys[i]); // clocks that are put back at midnight
        if (!keys[i].empty()) {
            oldest = std::min(oldest, keys[i].front());
            m_newest = std::max(m_newest, keys[i].back());
        }
    }
    for (std::size_t i = 0; i < plan.groups.size(); ++i) {
        if (!onlyDifferences || m_shown->isDifferent(i))
            addRow(i, keys[i]);
    }
    m_columns = m_newest < oldest ? 0 : static_cast<int>(m_newest - oldest + 1);
}

std::int64_t PruneCells::keyOf(std::int64_t local) const
{
    const std::int64_t day = floorDivide(local, secondsOfDay);
    switch (m_step) {
    case PeriodStep::Day: return day;
    case PeriodStep::Week: return floorDivide(day + mondayOffset, daysOfWeek);
    case PeriodStep::Month: return std::int64_t{int(dateOf(day).year())} * 12 + unsigned(dateOf(day).month()) - 1;
    case PeriodStep::Year: break;
    }
    return int(dateOf(day).year());
}

void PruneCells::addRow(std::size_t group, std::vector<std::int64_t> &keys)
{
    const GroupPrune &prune = m_shown->plan.groups[group];
    if (m_rows.empty() || m_rows.back().ns != prune.ns)
        m_rows.push_back({.ns = prune.ns});
    PruneRow row{.ns = prune.ns, .group = group};
    for (std::size_t i = keys.size(); i-- > 0;) {
        const int column = static_cast<int>(m_newest - keys[i]);
        if (row.cells.empty() || row.cells.back().column != column)
            row.cells.push_back({.column = column});
        PruneCell &cell = row.cells.back();
        cell.first = i;
        ++cell.count;
        cell.symbol = std::min(cell.symbol, pruneSymbol(prune.marks[i]));
        cell.differs = cell.differs || m_shown->isDifferent(group, i);
    }
    m_rows.push_back(std::move(row));
}

QString PruneCells::periodName(int column) const
{
    if (m_step == PeriodStep::Week)
        return eraName(column) + QStringLiteral("-W") + shortName(column);
    return m_step == PeriodStep::Year ? shortName(column) : eraName(column) + u'-' + shortName(column);
}

QString PruneCells::shortName(int column) const
{
    const std::int64_t key = keyAt(column);
    switch (m_step) {
    case PeriodStep::Day: return number(unsigned(dateOf(key).day()), 2);
    case PeriodStep::Week: {
        const std::int64_t thursday = key * daysOfWeek; // Monday and three days
        const std::chrono::sys_days newYear(dateOf(thursday).year() / std::chrono::January / 1);
        return number((thursday - newYear.time_since_epoch().count()) / daysOfWeek + 1, 2);
    }
    case PeriodStep::Month: return number(key % 12 + 1, 2);
    case PeriodStep::Year: break;
    }
    return number(key, 4);
}

QString PruneCells::eraName(int column) const
{
    const std::int64_t key = keyAt(column);
    switch (m_step) {
    case PeriodStep::Day: return number(int(dateOf(key).year()), 4) + u'-' + number(unsigned(dateOf(key).month()), 2);
    case PeriodStep::Week: return number(int(dateOf(key * daysOfWeek).year()), 4);
    case PeriodStep::Month: return number(key / 12, 4);
    case PeriodStep::Year: break;
    }
    return {};
}

} // namespace espalier
