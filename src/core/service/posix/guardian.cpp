// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/guardian.h"

#include "core/fs/actingas.h"
#include "core/fs/posix/filedescriptor.h"
#include "core/service/guardianlines.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

namespace espalier {

namespace {

using fs::FileDescriptor;

struct Pipe
{
    FileDescriptor read;
    FileDescriptor write;
};

std::optional<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

/// As far as somebody reads it.
void say(int output, std::string_view line)
{
    while (!line.empty()) {
        const ssize_t written = ::write(output, line.data(), line.size());
        if (written < 0 && errno != EINTR)
            return;
        line.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
}

/// What there is to read, which is nothing at the end.
std::string readSome(int input)
{
    std::array<char, maxGuardianLine> buffer{};
    ssize_t got = -1;
    do
        got = ::read(input, buffer.data(), buffer.size());
    while (got < 0 && errno == EINTR);
    return {buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

std::optional<GuardianRequest> readRequest(int input)
{
    std::string text;
    while (!text.contains('\n') && text.size() <= maxGuardianLine) {
        const std::string more = readSome(input);
        if (more.empty())
            return std::nullopt;
        text += more;
    }
    return guardianRequestFrom(text.substr(0, text.find('\n')));
}

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, each);
    return signals;
}

/// Until the input ends, or somebody wants the process to end: a host that shuts down.
void waitForEnd(int input)
{
    const sigset_t ending = endingSignals();
    const FileDescriptor signals(::signalfd(-1, &ending, SFD_CLOEXEC));
    while (true) {
        std::array<pollfd, 2> files{pollfd{input, POLLIN, 0}, pollfd{signals.number(), POLLIN, 0}};
        if (::poll(files.data(), files.size(), -1) < 0)
            continue;
        if (files[1].revents != 0 || (files[0].revents != 0 && readSome(input).empty()))
            return;
    }
}

/// The work of the process of no session. What cannot be restored is tried again as long as it takes; the note says so meanwhile.
void guard(const MaintenanceKeeper &keeper, const GuardianRequest &request, int input, int output)
{
    constexpr unsigned secondsBetween = 10;
    const sigset_t ending = endingSignals();
    ::sigprocmask(SIG_SETMASK, &ending, nullptr); // from the first moment: they are answered by restoring
    for (const int ofTerminals : {SIGINT, SIGHUP})
        std::signal(ofTerminals, SIG_DFL);
    const Done begun = keeper.begin(request.store, request.mode);
    say(output, beginLine(begun));
    if (!begun && !keeper.isOwn(request.store))
        return;
    if (begun)
        waitForEnd(input);
    while (true) {
        const auto end = keeper.endOwn(request.store);
        if (begun)
            say(output, endLine(end));
        if (end)
            return;
        ::sleep(secondsBetween);
    }
}

/// Nothing of the session stays open, which else would not end.
void keepOnly(const FileDescriptor &input, const FileDescriptor &output)
{
    const FileDescriptor nowhere(::open("/dev/null", O_RDWR | O_CLOEXEC));
    ::dup2(input.number(), STDIN_FILENO);
    ::dup2(output.number(), STDOUT_FILENO);
    ::dup2(nowhere.number(), STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
}

/// Runs @p work in a process that no session ends. False where it could not be started.
bool detach(const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        const pid_t own = ::fork();
        if (own == 0)
            work();
        ::_exit(own < 0 ? EXIT_FAILURE : EXIT_SUCCESS);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

/// Passes on what the other process says, up to the line that tells the end, and tells it when the input has ended. True where that
/// line came, or the mode was never set.
bool passOn(int input, int output, int fromGuardian, FileDescriptor toGuardian)
{
    std::string said;
    while (true) {
        std::array<pollfd, 2> files{pollfd{toGuardian.isOpen() ? input : -1, POLLIN, 0}, pollfd{fromGuardian, POLLIN, 0}};
        if (::poll(files.data(), files.size(), -1) < 0)
            continue;
        if (files[0].revents != 0 && readSome(input).empty())
            toGuardian.close();
        if (files[1].revents == 0)
            continue;
        const std::string more = readSome(fromGuardian);
        if (more.empty())
            return false;
        said += more;
        for (std::size_t end = said.find('\n'); end != std::string::npos; end = said.find('\n')) {
            const std::string line = said.substr(0, end + 1);
            said.erase(0, end + 1);
            say(output, line);
            const auto begun = beginFrom(line);
            if ((begun && !*begun) || endFrom(line))
                return true;
        }
    }
}

/// What is left of a guardian that was killed. A process that ends lives a little longer than its pipes.
Result<MaintenanceEnd> endLost(const MaintenanceKeeper &keeper, const std::string &store)
{
    constexpr auto interval = std::chrono::milliseconds(50);
    constexpr int mostWaits = 200;
    for (int i = 0; i < mostWaits; ++i) {
        const auto held = keeper.held(store);
        if (!held || !held->isGuarded)
            break;
        std::this_thread::sleep_for(interval);
    }
    return keeper.endLeftover(store);
}

} // namespace

int guardMaintenance(const MaintenanceKeeper &keeper, int input, int output)
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    for (const int ofTerminals : {SIGINT, SIGHUP}) // who waits for an answer is told the end, not this process
        std::signal(ofTerminals, SIG_IGN);
    const auto request = readRequest(input);
    auto there = makePipe();
    auto back = makePipe();
    if (!request || !there || !back)
        return EXIT_FAILURE;
    const bool isStarted = detach([&] {
        keepOnly(there->read, back->write);
        guard(keeper, *request, STDIN_FILENO, STDOUT_FILENO);
        ::_exit(EXIT_SUCCESS); // nothing that belongs to the other process is ended twice
    });
    there->read.close();
    back->write.close();
    if (!isStarted)
        return EXIT_FAILURE;
    if (!passOn(input, output, back->read.number(), std::move(there->write)))
        say(output, endLine(endLost(keeper, request->store)));
    return EXIT_SUCCESS;
}

} // namespace espalier
