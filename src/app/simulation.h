// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunecells.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace espalier {

/// Backups as somebody imagines them, and what shall be kept of them.
struct SimulationQuestion
{
    QString rhythms; ///< Calendar events, each on a line of its own.
    QString times;   ///< Moments, each on a line of its own.
    QString from;    ///< Moments.
    QString until;
    TimeZone zone{};
    KeepOptions keep{};
};

struct SimulationAnswer
{
    std::shared_ptr<const ShownPrune> shown; ///< One group in the root; null where there is a problem.
    QString problem;                         ///< A whole sentence.
};

/// Pure; for any thread. A million backups take a few seconds.
SimulationAnswer simulate(const SimulationQuestion &question, const std::stop_token &stop = {});

} // namespace espalier
