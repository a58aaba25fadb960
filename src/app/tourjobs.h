// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobrun/duejobs.h"

#include <string>

namespace espalier {

/// Writes sync jobs between the datastores of the demo, with runs that never were: for pictures of the table of jobs. @p now: seconds since
/// 1970.
void writeTourJobs(const JobFiles &files, const std::string &demoDirectory, std::int64_t now);

} // namespace espalier
