// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/duetimer.h"

#include <algorithm>
#include <format>
#include <utility>

/// Nothing is installed: the sentence of install() gives the command that has the Task Scheduler do it.
namespace espalier {

DueTimer::DueTimer(std::shared_ptr<fs::FileSystem> fileSystem, std::string configHome, std::string program, fs::ProgramRunner run)
    : m_fileSystem(std::move(fileSystem))
    , m_configHome(std::move(configHome))
    , m_program(std::move(program))
    , m_run(std::move(run))
{
}

Done DueTimer::install()
{
    return fail(Error::Kind::NotFound, MessageId::TimerNotOnWindows, cronLine());
}

Done DueTimer::remove()
{
    return {};
}

DueTimer::State DueTimer::state() const
{
    return {};
}

std::string DueTimer::cronLine() const
{
    std::string program = m_program;
    std::ranges::replace(program, '/', '\\');
    return std::format(R"(schtasks /Create /TN Espalier /SC MINUTE /TR "\"{}\" run-due")", program);
}

std::string DueTimer::service() const
{
    return {};
}

std::string DueTimer::timer()
{
    return {};
}

} // namespace espalier
