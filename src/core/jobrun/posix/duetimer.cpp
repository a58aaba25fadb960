// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/duetimer.h"

#include "core/fs/makedirectories.h"
#include "core/plan/shellcommands.h"

#include <algorithm>
#include <cstdlib>
#include <format>
#include <iterator>
#include <utility>

namespace espalier {

namespace {

constexpr std::uint32_t directoryMode = 0755;
constexpr std::uint32_t unitMode = 0644;
constexpr std::size_t maxUnit = std::size_t{64} << 10;
constexpr std::string_view commandKey = "ExecStart=";

/// A path as one word of a unit's command, for which systemd has quotes and signs of its own (systemd.service, "Command lines").
std::string unitWord(std::string_view text)
{
    std::string word = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            word += '\\';
        if (c == '%' || c == '$')
            word += c;
        word += c;
    }
    return word + '"';
}

/// The other way round.
std::string fromUnitWord(std::string_view text)
{
    std::string word;
    for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
        if ((text[i] == '\\' || text[i] == '%' || text[i] == '$') && i + 1 < text.size())
            ++i;
        word += text[i];
    }
    return word;
}

/// As if the program had said so: it could not be started.
fs::ProgramOutcome failure(const Error &error)
{
    return {.exitCode = -1, .output = {}, .errors = error.args.empty() ? std::string() : error.args.back()};
}

std::string firstLine(std::string_view text)
{
    return std::string(text.substr(0, text.find('\n')));
}

} // namespace

DueTimer::DueTimer(std::shared_ptr<fs::FileSystem> fileSystem, std::string configHome, std::string program, fs::ProgramRunner run)
    : m_fileSystem(std::move(fileSystem))
    , m_configHome(std::move(configHome))
    , m_program(std::move(program))
    , m_run(std::move(run))
{
}

std::string DueTimer::service() const
{
    return std::format("[Unit]\nDescription=Due jobs of Espalier\nDocumentation=man:espalierctl(1)\n\n"
                       "[Service]\nType=oneshot\n{}{} run-due\n",
                       commandKey, unitWord(m_program));
}

std::string DueTimer::timer()
{
    return "[Unit]\nDescription=Due jobs of Espalier\nDocumentation=man:espalierctl(1)\n\n"
           "[Timer]\nOnCalendar=*-*-* *:*:00\nAccuracySec=5s\n\n[Install]\nWantedBy=timers.target\n";
}

/// A percent sign ends the command in a crontab.
std::string DueTimer::cronLine() const
{
    std::string line = "* * * * * ";
    for (const char c : shellWord(m_program)) {
        if (c == '%')
            line += '\\';
        line += c;
    }
    return line + " run-due";
}

/// Programs are started with a short environment, which says nothing of the session.
Done DueTimer::systemctl(std::vector<std::string> arguments) const
{
    std::vector<std::string> command{"/usr/bin/env"};
    for (const char *name : {"XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"}) {
        if (const char *value = std::getenv(name)) // NOLINT(concurrency-mt-unsafe): nobody sets them
            command.push_back(std::string(name) + "=" + value);
    }
    command.insert(command.end(), {"/usr/bin/systemctl", "--user"});
    command.insert(command.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
    const auto ran = m_run(command, {});
    const fs::ProgramOutcome outcome = ran ? *ran : failure(ran.error());
    if (outcome.exitCode == 0)
        return {};
    std::string words = "systemctl";
    for (auto word = std::ranges::find(command, "--user"); word != command.end(); ++word)
        words += " " + *word;
    return fail(Error::Kind::Failed, MessageId::TimerFailed, words, firstLine(outcome.errors));
}

Done DueTimer::checkSystemd() const
{
    const Done there = systemctl({"show-environment"});
    return there ? there : fail(Error::Kind::NotFound, MessageId::TimerUnavailable, there.error().args.back(), cronLine());
}

Done DueTimer::install()
{
    if (m_configHome.empty())
        return fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    if (const Done there = checkSystemd(); !there)
        return there;
    const auto open = fs::openOrMakeAll(*m_fileSystem, directory(), directoryMode);
    if (!open)
        return failWith(open);
    return (*open)
        ->replaceFile(serviceName, service(), unitMode)
        .and_then([&] { return (*open)->replaceFile(timerName, timer(), unitMode); })
        .and_then([&] { return (*open)->sync(); })
        .and_then([&] { return systemctl({"daemon-reload"}); })
        .and_then([&] { return systemctl({"enable", "--now", timerName}); });
}

Done DueTimer::remove()
{
    const auto open = m_fileSystem->open(directory());
    if (!open || !state().isInstalled)
        return {};
    const Done disabled = checkSystemd() ? systemctl({"disable", "--now", timerName}) : Done(); // nobody runs it then
    if (!disabled)
        return disabled;
    for (const char *unit : {timerName, serviceName}) {
        const Done removed = (*open)->removeFile(unit);
        if (!removed && removed.error().kind != Error::Kind::NotFound)
            return removed;
    }
    static_cast<void>(systemctl({"daemon-reload"}));
    return (*open)->sync();
}

DueTimer::State DueTimer::state() const
{
    const auto open = m_configHome.empty() ? nullptr : m_fileSystem->open(directory()).value_or(nullptr);
    const auto text = open ? open->readFile(serviceName, maxUnit).value_or("") : std::string();
    State state{.isInstalled = open && open->find(timerName).value_or(std::nullopt)};
    if (const auto at = text.find("\n" + std::string(commandKey)); at != std::string::npos)
        state.program = fromUnitWord(std::string_view(text).substr(at + 1 + commandKey.size()));
    state.isActive = state.isInstalled && systemctl({"is-active", "--quiet", timerName});
    return state;
}

} // namespace espalier
