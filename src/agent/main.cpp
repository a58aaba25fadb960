// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/connection.h"
#include "agent/server.h"
#include "core/datastore/accounts.h"
#include "core/fs/actingas.h"
#include "core/fs/posix.h"
#include "core/service/guardian.h"
#include "core/service/guardianlines.h"
#include "core/service/localservice.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    return std::make_shared<LocalService>(
        std::move(files), place.value_or(Place()),
        SessionOptions{.pbsRoot = request.pbsRoot, .stateHome = request.stateHome, .guardian = "/proc/self/exe"});
}

/// What it is started as by itself, below a root that is not the real one: there espalier-config-helper has nothing to say.
std::optional<int> guarded(std::span<char *const> arguments)
{
    const std::vector<std::string> words(arguments.begin() + 1, arguments.end());
    if (words.size() < 2 || words[1] == "/" || !words[1].starts_with('/'))
        return std::nullopt;
    const MaintenanceKeeper keeper(fs::posixFileSystem(), words[1]);
    if (words.size() == 2 && words[0] == "guard")
        return guardMaintenance(keeper, STDIN_FILENO, STDOUT_FILENO);
    if (words.size() != 3 || words[0] != "restore")
        return std::nullopt;
    std::cout << endLine(keeper.end(words[2]));
    return EXIT_SUCCESS;
}

} // namespace

/// Answers requests on standard input until that ends (docs/protocol.md). Takes no arguments but --version from others than itself.
int main(int argc, char **argv)
{
    constexpr mode_t othersMayNotWrite = 022;
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        std::cout << "espalier-agent " ESPALIER_VERSION ", protocol " << wire::protocolVersion << '\n';
        return EXIT_SUCCESS;
    }
    if (const auto code = guarded({argv, static_cast<std::size_t>(argc)}))
        return *code;
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
