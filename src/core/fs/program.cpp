// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/program.h"

#include "core/fs/filedescriptor.h"
#include "core/fs/systemerror.h"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace espalier::fs {

namespace {

constexpr std::size_t mostOutput = std::size_t{64} * 1024;

/// A nameless file, so that nobody has to read while the other writes.
Result<FileDescriptor> makeStream(std::string_view content)
{
    FileDescriptor stream(::memfd_create("espalier", MFD_CLOEXEC));
    if (!stream.isOpen())
        return systemFailure(errno, "memfd_create", "espalier");
    while (!content.empty()) {
        const ssize_t written = ::write(stream.number(), content.data(), content.size());
        if (written < 0 && errno != EINTR)
            return systemFailure(errno, "write", "espalier");
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    ::lseek(stream.number(), 0, SEEK_SET);
    return stream;
}

std::string contentOf(const FileDescriptor &stream)
{
    std::string content(mostOutput, '\0');
    const ssize_t got = ::pread(stream.number(), content.data(), content.size(), 0);
    content.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return content;
}

/// Which descriptors the program finds as its own.
class Streams
{
public:
    Streams() { ::posix_spawn_file_actions_init(&m_actions); }
    ~Streams() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Streams(const Streams &) = delete;
    Streams &operator=(const Streams &) = delete;

    void give(const FileDescriptor &stream, int as) { ::posix_spawn_file_actions_adddup2(&m_actions, stream.number(), as); }
    const posix_spawn_file_actions_t *actions() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

Result<int> waitFor(pid_t pid, const std::string &program)
{
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return systemFailure(errno, "waitpid", program);
    }
    constexpr int signalled = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
}

} // namespace

Result<ProgramOutcome> runProgram(const std::vector<std::string> &command, std::string_view input)
{
    const auto in = makeStream(input);
    const auto out = makeStream({});
    const auto errors = makeStream({});
    for (const auto *stream : {&in, &out, &errors}) {
        if (!*stream)
            return failWith(*stream);
    }
    Streams streams;
    streams.give(*in, STDIN_FILENO);
    streams.give(*out, STDOUT_FILENO);
    streams.give(*errors, STDERR_FILENO);
    std::vector<std::string> words = command;
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<std::string, 2> variables{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"};
    std::array<char *, 3> environment{variables[0].data(), variables[1].data(), nullptr};
    pid_t pid = -1;
    if (const int code = ::posix_spawn(&pid, arguments.front(), streams.actions(), nullptr, arguments.data(), environment.data());
        code != 0)
        return systemFailure(code, "posix_spawn", command.front());
    const auto exitCode = waitFor(pid, command.front());
    if (!exitCode)
        return failWith(exitCode);
    return ProgramOutcome{*exitCode, contentOf(*out), contentOf(*errors)};
}

} // namespace espalier::fs
