// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tourscene.h"

namespace espalier {

/// @name Pictures of the windows about prune
/// @{
bool pictureOfPrune(TourScene &scene, const QString &name);     ///< Of the first store by numbers that keep most of what is recent.
bool pictureOfPruneList(TourScene &scene, const QString &name); ///< The same, as a list.
bool pictureOfForecast(TourScene &scene, const QString &name);  ///< The same, in three months.
bool pictureOfSimulator(TourScene &scene, const QString &name);
bool pictureOfPruneDifferences(TourScene &scene, const QString &name); ///< A job of the server with other numbers: only what differs.
bool pictureOfPruneJobs(TourScene &scene, const QString &name);        ///< The table, whatever is in it.
bool pictureOfPruneJobEditor(TourScene &scene, const QString &name);   ///< Saves what a preview shows as a new job.
bool pictureOfPruneJobProblems(TourScene &scene, const QString &name); ///< The same with wrong values; saves nothing.
/// @}

} // namespace espalier
