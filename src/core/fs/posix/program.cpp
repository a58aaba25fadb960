// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/program.h"

#include "core/fs/posix/filedescriptor.h"
#include "core/fs/systemerror.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

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

/// With a short environment of its own.
Result<pid_t> spawn(const std::vector<std::string> &command, const Streams &streams)
{
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
    return pid;
}

/// Its end to read and its end to write.
Result<std::pair<FileDescriptor, FileDescriptor>> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemFailure(errno, "pipe2", "espalier");
    return std::pair(FileDescriptor(ends[0]), FileDescriptor(ends[1]));
}

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
    const auto pid = spawn(command, streams);
    const auto exitCode = pid ? waitFor(*pid, command.front()) : Result<int>(failWith(pid));
    if (!exitCode)
        return failWith(exitCode);
    return ProgramOutcome{*exitCode, contentOf(*out), contentOf(*errors)};
}

struct PipedProgram::Process
{
    pid_t id;
    FileDescriptor input;
    FileDescriptor output;
};

PipedProgram::PipedProgram(std::unique_ptr<Process> process) : m_process(std::move(process)) {}

PipedProgram::~PipedProgram()
{
    m_process->input.close();
    m_process->output.close();
    (void)waitFor(m_process->id, {});
}

Result<std::unique_ptr<PipedProgram>> PipedProgram::start(const std::vector<std::string> &command)
{
    auto in = makePipe();
    auto out = in ? makePipe() : failWith(in);
    if (!out)
        return failWith(out);
    const FileDescriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    if (!nowhere.isOpen())
        return systemFailure(errno, "open", "/dev/null");
    Streams streams;
    streams.give(in->first, STDIN_FILENO);
    streams.give(out->second, STDOUT_FILENO);
    streams.give(nowhere, STDERR_FILENO);
    const auto pid = spawn(command, streams);
    if (!pid)
        return failWith(pid);
    auto process = std::make_unique<Process>(*pid, std::move(in->second), std::move(out->first));
    return std::unique_ptr<PipedProgram>(new PipedProgram(std::move(process)));
}

bool PipedProgram::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_process->input.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

void PipedProgram::closeInput()
{
    m_process->input.close();
}

std::optional<std::string> PipedProgram::readLine(std::size_t limit)
{
    constexpr std::size_t portion = 4096;
    while (true) {
        if (const std::size_t end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        std::array<char, portion> buffer{};
        const ssize_t got = m_read.size() > limit ? 0 : ::read(m_process->output.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        m_read.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

} // namespace espalier::fs
