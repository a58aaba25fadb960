// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measure.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace espalier::bench {

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void becomeProgram(const std::vector<std::string> &command, int input, int output)
{
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

Usage waitFor(pid_t child, std::chrono::steady_clock::time_point start)
{
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child)
        throw std::runtime_error("wait4 failed");
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {.wall = wall.count(),
            .cpu = seconds(used.ru_utime) + seconds(used.ru_stime),
            .peakKib = used.ru_maxrss,
            .status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

/// An unlinked temporary file with @p text, at its beginning.
int temporaryFile(const std::string &text)
{
    char path[] = "/tmp/espalier-bench-XXXXXX";
    const int fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0 || unlink(path) != 0 || write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || lseek(fd, 0, SEEK_SET) != 0)
        throw std::runtime_error("cannot write a temporary file");
    return fd;
}

} // namespace

Usage runProgram(const std::vector<std::string> &command, const std::string &input)
{
    const int in = temporaryFile(input);
    const int out = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("fork failed");
    if (child == 0)
        becomeProgram(command, in, out);
    const Usage usage = waitFor(child, start);
    close(in);
    close(out);
    return usage;
}

std::string outputOf(const std::vector<std::string> &command)
{
    const int in = temporaryFile({});
    const int out = temporaryFile({});
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("fork failed");
    if (child == 0)
        becomeProgram(command, in, out);
    waitFor(child, std::chrono::steady_clock::now());
    std::string text;
    std::array<char, 65536> buffer{};
    lseek(out, 0, SEEK_SET);
    for (ssize_t got = read(out, buffer.data(), buffer.size()); got > 0; got = read(out, buffer.data(), buffer.size()))
        text.append(buffer.data(), static_cast<std::size_t>(got));
    close(in);
    close(out);
    return text;
}

double monotonicSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 != 0 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::vector<std::vector<Usage>> alternate(const std::vector<std::function<Usage()>> &contenders, int rounds)
{
    std::vector<std::vector<Usage>> results(contenders.size());
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            const Usage usage = contenders[i]();
            if (round > 0)
                results[i].push_back(usage);
        }
    }
    return results;
}

double medianWall(const std::vector<Usage> &runs)
{
    std::vector<double> walls;
    for (const Usage &run : runs)
        walls.push_back(run.wall);
    return median(std::move(walls));
}

} // namespace espalier::bench
