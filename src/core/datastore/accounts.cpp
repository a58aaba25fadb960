// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/accounts.h"

#include "core/fs/actingas.h"
#include "core/fs/computer.h"
#include "core/fs/paths.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <string_view>
#include <vector>

namespace espalier {

namespace {

constexpr std::size_t maxListSize = std::size_t{16} << 20;

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t start = 0;;) {
        const std::size_t end = line.find(':', start);
        fields.push_back(line.substr(start, end - start));
        if (end == std::string_view::npos)
            return fields;
        start = end + 1;
    }
}

/// The fields of the first line of `/etc/NAME` with this id in its third field; empty where there is none.
std::vector<std::string> entryWithId(fs::FileSystem &fileSystem, std::string_view name, std::uint32_t id)
{
    const auto directory = fileSystem.open("/etc");
    const auto text = directory ? (*directory)->readFile(name, maxListSize) : failWith(directory);
    if (!text)
        return {};
    const std::string wanted = std::to_string(id);
    for (std::string_view rest = *text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const auto fields = fieldsOf(line);
        if (fields.size() > 2 && fields[2] == wanted && !fields[0].empty())
            return {fields.begin(), fields.end()};
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return {};
}

std::string nameWithId(fs::FileSystem &fileSystem, std::string_view list, std::uint32_t id)
{
    const auto entry = entryWithId(fileSystem, list, id);
    return entry.empty() ? "#" + std::to_string(id) : entry.front();
}

} // namespace

std::optional<Account> accountOfUser(fs::FileSystem &fileSystem, std::uint32_t user)
{
    const auto entry = entryWithId(fileSystem, "passwd", user);
    if (entry.size() < 6)
        return std::nullopt;
    Account account{entry[0], 0, fs::isAbsolute(entry[5]) ? entry[5] : std::string()};
    const std::string &group = entry[3];
    if (std::from_chars(group.data(), group.data() + group.size(), account.group).ptr != group.data() + group.size() || group.empty())
        return std::nullopt;
    return account;
}

std::string nameOfUser(fs::FileSystem &fileSystem, std::uint32_t user)
{
    return nameWithId(fileSystem, "passwd", user);
}

std::string nameOfGroup(fs::FileSystem &fileSystem, std::uint32_t group)
{
    return nameWithId(fileSystem, "group", group);
}

/// Whom `/etc/passwd` does not know is taken at the word of the environment: it only is for people to read.
std::string processDescription(fs::FileSystem &fileSystem)
{
    const std::uint32_t user = fs::processUser();
    const auto account = accountOfUser(fileSystem, user);
    const std::string login = fs::loginName();
    const std::string host = fs::hostName();
    return std::format("{} on {} (uid {})",
                       account             ? account->name
                           : login.empty() ? std::to_string(user)
                                           : login,
                       host.empty() ? "?" : host, user);
}

} // namespace espalier
