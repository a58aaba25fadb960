// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configwriter.h"
#include "core/fs/posix.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

using namespace espalier;

namespace {

/// Standard input up to its end, or one byte more than a request may have.
std::string readRequest()
{
    std::string text;
    std::string part(std::size_t{1} << 16, '\0');
    while (text.size() <= maxConfigRequest && std::cin) {
        std::cin.read(part.data(), static_cast<std::streamsize>(part.size()));
        text.append(part, 0, static_cast<std::size_t>(std::cin.gcount()));
    }
    return text;
}

/// Root himself, as sudo and pkexec start it; a set-user-id bit does not count.
bool isRoot()
{
    return ::getuid() == 0 && ::geteuid() == 0;
}

} // namespace

/// Changes one entry of the configuration of the PBS on this host: one request on standard input, one answer on standard output, both
/// JSON (core/datastore/configwriter.h). Takes no arguments and nothing from its environment.
int main(int argc, char **)
{
    constexpr mode_t privateFiles = 077;
    if (argc != 1 || !isRoot() || ::clearenv() != 0 || ::chdir("/") != 0) {
        std::cerr << "espalier-config-helper is started by Espalier, as root and without arguments.\n";
        return EXIT_FAILURE;
    }
    ::umask(privateFiles);
    std::cout << answerConfigRequest(readRequest(), ConfigWriter(fs::posixFileSystem(), "/")) << '\n';
    return EXIT_SUCCESS;
}
