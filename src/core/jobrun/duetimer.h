// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/fs/program.h"

#include <memory>
#include <string>

namespace espalier {

/// Has systemd run `espalierctl run-due` every minute for this user, by units in the user's own directory.
class DueTimer
{
public:
    static constexpr const char *serviceName = "espalier-due.service";
    static constexpr const char *timerName = "espalier-due.timer";

    struct State
    {
        bool isInstalled = false; ///< The units are there.
        bool isActive = false;    ///< systemd says that the timer runs.
        std::string program{};    ///< That the unit starts; empty where there is none, or it cannot be read.
    };

    /// @p configHome: where the user's configuration is, `$XDG_CONFIG_HOME`. @p program: the absolute path of espalierctl.
    DueTimer(std::shared_ptr<fs::FileSystem> fileSystem, std::string configHome, std::string program,
             fs::ProgramRunner run = fs::runProgram);

    /// Writes the units and starts the timer. Fails with TimerUnavailable where systemd does not manage this user's services, and then
    /// nothing was written; with TimerFailed where it refuses the units.
    Done install();

    /// Stops the timer and takes the units away. Nothing happens where there are none.
    Done remove();

    State state() const;

    std::string cronLine() const; ///< For a crontab, where there is no systemd.
    std::string service() const;  ///< The text of the unit.
    static std::string timer();   ///< The text of the unit.

private:
    std::string directory() const { return m_configHome + "/systemd/user"; }
    Done systemctl(std::vector<std::string> arguments) const;
    Done checkSystemd() const;

    std::shared_ptr<fs::FileSystem> m_fileSystem;
    std::string m_configHome;
    std::string m_program;
    fs::ProgramRunner m_run;
};

} // namespace espalier
