// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/prunesymbol.h"
#include "core/plan/pruneplan.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace espalier {

/// How much time a column of the matrix stands for.
enum class PeriodStep : unsigned char { Day, Week, Month, Year };

/// A plan as it is shown. Immutable once it is shared.
struct ShownPrune
{
    PrunePlan plan{};
    TimeZone zone{};                          ///< In which everything is counted and shown.
    std::vector<std::vector<bool>> differs{}; ///< Parallel to the plan's groups; each empty or parallel to the snapshots.
    std::vector<bool> onlySaved{};            ///< Parallel to them or empty: groups that only the saved job works on.
    std::optional<std::int64_t> now{};        ///< In a forecast: backups after it are only expected.

    bool isOnlySaved(std::size_t group) const { return group < onlySaved.size() && onlySaved[group]; }
    bool isDifferent(std::size_t group) const { return group < differs.size() && !differs[group].empty(); }
    bool isDifferent(std::size_t group, std::size_t snapshot) const { return isDifferent(group) && differs[group][snapshot]; }
};

/// The snapshots of one group in one period of time: from @c first on, oldest first.
struct PruneCell
{
    int column = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    PruneSymbol symbol = PruneSymbol::Removed; ///< Of the most important of them.
    bool differs = false;                      ///< Some of them.
};

/// A group's line, or the heading of a namespace.
struct PruneRow
{
    NamespacePath ns;
    std::optional<std::size_t> group{}; ///< In the plan; nothing for a heading.
    std::vector<PruneCell> cells{};     ///< Newest first. Only those that have snapshots.

    const PruneCell *cell(int column) const; ///< Null where there are no snapshots.
};

/// A plan cut into periods of time: column 0 is that of the newest snapshot of all.
class PruneCells
{
public:
    PruneCells() = default;
    PruneCells(std::shared_ptr<const ShownPrune> shown, PeriodStep step, bool onlyDifferences);

    const ShownPrune *shown() const { return m_shown.get(); } ///< Null where there is nothing.
    const std::vector<PruneRow> &rows() const { return m_rows; }
    int columns() const { return m_columns; }
    PeriodStep step() const { return m_step; }

    std::int64_t keyAt(int column) const { return m_newest - column; } ///< Number of the period: for days, since 1970.
    QString periodName(int column) const;                              ///< "2026-11-23", "2026-W48", "2026-11", "2026"
    QString shortName(int column) const; ///< What distinguishes it from its neighbours: "23", "48", "11", "2026".
    QString eraName(int column) const;   ///< What those have in common: "2026-11", "2026", "2026", "".

private:
    std::int64_t keyOf(std::int64_t local) const;
    void addRow(std::size_t group, std::vector<std::int64_t> &keys);

    std::shared_ptr<const ShownPrune> m_shown;
    PeriodStep m_step = PeriodStep::Day;
    std::vector<PruneRow> m_rows;
    std::int64_t m_newest = 0; ///< Number of the newest period.
    int m_columns = 0;
};

} // namespace espalier
