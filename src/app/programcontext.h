// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/connectdialog.h"
#include "app/demodialog.h"
#include "app/settings.h"
#include "app/storelist.h"
#include "app/syncwork.h"
#include "core/jobrun/duetimer.h"
#include "core/jobrun/unattended.h"

#include <optional>
#include <string>

namespace espalier {

/// What a window needs from outside: real in the program, of paper in tests. Outlives the window.
struct ProgramContext
{
    Settings *config = nullptr;
    Settings *state = nullptr;
    BackendFactory makeBackend;
    ServiceOpener openService{}; ///< For what works with several datastores at once, in workers.
    HostProber probeHost{};
    HostLister listHosts{};
    DemoMaker makeDemo;
    QString demoDirectory;               ///< Offered for the demo.
    std::string ownJobsDirectory{};      ///< See OwnJobs.
    std::string jobHistoriesDirectory{}; ///< See JobHistories.
    UnattendedOptions jobOptions{};      ///< How jobs that run here open their places.
    std::optional<DueTimer> dueTimer{};  ///< Runs due jobs without the window; nothing: it cannot be had here.
};

} // namespace espalier
