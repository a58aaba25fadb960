// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/connection.h"
#include "agent/server.h"
#include "core/datastore/accounts.h"
#include "core/fs/actingas.h"
#include "core/fs/posix.h"
#include "core/service/localservice.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

using namespace espalier;

namespace {

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : std::string();
}

std::shared_ptr<StoreService> makeService(const wire::OpenRequest &request)
{
    auto files = fs::posixFileSystem();
    const auto place = Place::fromString(request.path, "/");
    return std::make_shared<LocalService>(std::move(files), place.value_or(Place()),
                                          SessionOptions{.pbsRoot = request.pbsRoot, .stateHome = request.stateHome});
}

} // namespace

/// Answers requests on standard input until that ends (docs/protocol.md). Takes no arguments but --version.
int main(int argc, char **argv)
{
    constexpr mode_t othersMayNotWrite = 022;
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        std::cout << "espalier-agent " ESPALIER_VERSION ", protocol " << wire::protocolVersion << '\n';
        return EXIT_SUCCESS;
    }
    if (argc != 1 || ::isatty(STDIN_FILENO) != 0) {
        std::cerr << "espalier-agent is started by Espalier, over ssh.\n";
        return EXIT_FAILURE;
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN); // the end of input says the same, and in order
    ::umask(othersMayNotWrite);
    if (::chdir("/") != 0)
        return EXIT_FAILURE;
    const std::string login = nameOfUser(*fs::posixFileSystem(), fs::processUser()) + '@' + hostName();
    agent::Connection connection(STDIN_FILENO, STDOUT_FILENO);
    return connection.serve(
        {.open = makeService, .stores = [](const std::string &pbsRoot) { return readHostStores(*fs::posixFileSystem(), pbsRoot); }},
        {.version = ESPALIER_VERSION, .login = login});
}
