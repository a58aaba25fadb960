// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configwriter.h"
#include "core/fs/posix.h"
#include "core/service/guardian.h"
#include "core/service/guardianlines.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

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

/// For the unit that runs when the host starts; what it says goes to the journal of the system.
int restoreLeftovers(const MaintenanceKeeper &keeper)
{
    int code = EXIT_SUCCESS;
    for (const auto &[store, end] : keeper.endLeftovers()) {
        std::cerr << "maintenance mode of " << store << ": " << (end ? endLine(end) : std::string(messageName(end.error().id)) + "\n");
        if (!end)
            code = EXIT_FAILURE;
    }
    return code;
}

/// Nothing for what is no such call.
std::optional<int> run(const std::vector<std::string> &words)
{
    const MaintenanceKeeper keeper(fs::posixFileSystem(), "/");
    if (words.empty()) {
        std::cout << answerConfigRequest(readRequest(), ConfigWriter(fs::posixFileSystem(), "/")) << '\n';
    } else if (words == std::vector<std::string>{"guard"}) {
        return guardMaintenance(keeper, STDIN_FILENO, STDOUT_FILENO);
    } else if (words == std::vector<std::string>{"restore"}) {
        return restoreLeftovers(keeper);
    } else if (words.size() == 2 && words.front() == "restore") {
        std::cout << endLine(keeper.end(words.back()));
    } else {
        return std::nullopt;
    }
    return EXIT_SUCCESS;
}

} // namespace

/// Changes the configuration of the PBS on this host; nothing comes from its environment. Without arguments one entry: one request on
/// standard input, one answer on standard output, both JSON (core/datastore/configwriter.h). With "guard" a maintenance mode, for as long
/// as standard input is open (core/service/guardian.h). "restore STORE" ends one, "restore" all whose guardians live no more.
int main(int argc, char **argv)
{
    constexpr mode_t privateFiles = 077;
    const bool mayRun = isRoot() && ::clearenv() == 0 && ::chdir("/") == 0;
    ::umask(privateFiles);
    const auto code = mayRun ? run({argv + 1, argv + argc}) : std::nullopt;
    if (!code)
        std::cerr << "espalier-config-helper is started by Espalier, as root.\n";
    return code.value_or(EXIT_FAILURE);
}
