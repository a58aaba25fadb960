// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/guardiancommands.h"

#include "core/fs/actingas.h"

namespace espalier {

std::string guardianProgram()
{
    return std::string(ESPALIER_HELPER_DIRECTORY) + "/" + ESPALIER_HELPER_NAME;
}

std::vector<std::vector<std::string>> guardianCommands(fs::FileSystem &fileSystem, const std::string &prefix, const std::string &ownProgram,
                                                       const std::vector<std::string> &words)
{
    using Command = std::vector<std::string>;
    if (prefix != "/") {
        Command own{ownProgram, words.front(), prefix};
        own.insert(own.end(), words.begin() + 1, words.end());
        return ownProgram.empty() ? std::vector<Command>() : std::vector<Command>{own};
    }
    const auto directory = fileSystem.open(ESPALIER_HELPER_DIRECTORY);
    const auto found = directory ? (*directory)->find(ESPALIER_HELPER_NAME) : Result<std::optional<fs::Status>>();
    if (!found || !*found)
        return {};
    const auto through = [&words](Command command) {
        command.push_back(guardianProgram());
        command.insert(command.end(), words.begin(), words.end());
        return command;
    };
    if (fs::processUser() == 0)
        return {through({})};
    return {through({"/usr/bin/sudo", "-n"}), through({"/usr/bin/pkexec"})};
}

} // namespace espalier
