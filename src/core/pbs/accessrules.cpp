// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/accessrules.h"

#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view noAccess = "NoAccess";
constexpr std::string_view superuser = "root@pam";

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (const auto part : std::views::split(text, separator))
        parts.emplace_back(part.begin(), part.end());
    return parts;
}

/// A path without slashes that mean nothing.
std::string normalised(std::string_view path)
{
    std::string result;
    for (const std::string_view part : split(path, '/')) {
        if (!part.empty())
            result.append("/").append(part);
    }
    return result.empty() ? "/" : result;
}

/// The entries of a line "acl:1:/path:user,user:role,role".
std::expected<std::vector<AclEntry>, std::string_view> readLine(std::string_view line)
{
    const auto fields = split(line, ':');
    if (fields.size() != 5 || fields[0] != "acl" || (fields[1] != "0" && fields[1] != "1") || !fields[2].starts_with('/')
        || fields[4].empty())
        return std::unexpected("an entry \"acl:0 or 1:path:user:role\"");
    std::vector<AclEntry> entries;
    for (const std::string_view name : split(fields[3], ',')) {
        const auto subject = AuthId::fromString(trimmed(name));
        if (!subject)
            return std::unexpected("a user or an API token");
        for (const std::string_view role : split(fields[4], ','))
            entries.push_back({normalised(fields[2]), *subject, std::string(trimmed(role)), fields[1] == "1"});
    }
    return entries;
}

/// "/", "/datastore", "/datastore/tank": each node on the way to @p path, which is normalised.
std::vector<std::string_view> nodesTo(std::string_view path)
{
    std::vector<std::string_view> nodes{"/"};
    for (std::size_t end = 1; path.size() > 1 && end != std::string_view::npos;) {
        end = path.find('/', end + 1);
        nodes.push_back(path.substr(0, end));
    }
    return nodes;
}

} // namespace

AclReading readAcl(std::string_view text, std::string_view file)
{
    AclReading reading;
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        if (trimmed(line).empty())
            continue;
        auto entries = readLine(trimmed(line));
        if (entries)
            std::ranges::move(*entries, std::back_inserter(reading.entries));
        else
            reading.problems.push_back({Error::Kind::Damaged,
                                        MessageId::ConfigLineIgnored,
                                        {std::string(file), std::to_string(number), std::string(entries.error())},
                                        0});
    }
    return reading;
}

std::string aclPath(std::string_view store, const NamespacePath &ns)
{
    const std::string path = "/datastore/" + std::string(store);
    return ns.isRoot() ? path : path + "/" + ns.toString();
}

std::string privilegeNames(Privileges privileges)
{
    static constexpr std::array<std::string_view, 6> names = {"Audit", "Modify", "Read", "Verify", "Backup", "Prune"};
    std::string text;
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if ((privileges >> bit & 1) != 0)
            text.append(text.empty() ? "Datastore." : ", Datastore.").append(names.at(bit));
    }
    return text;
}

Privileges privilegesOfRole(std::string_view role)
{
    using namespace privilege;
    static constexpr std::array<std::pair<std::string_view, Privileges>, 7> roles = {{
        {"Admin", All},
        {"Audit", Audit},
        {"DatastoreAdmin", All},
        {"DatastoreReader", Audit | Verify | Read},
        {"DatastoreBackup", Backup},
        {"DatastorePowerUser", Prune | Backup},
        {"DatastoreAudit", Audit},
    }};
    const auto found = std::ranges::find(roles, role, &std::pair<std::string_view, Privileges>::first);
    return found == roles.end() ? Privileges{0} : found->second;
}

AccessRules::AccessRules(std::span<const AclEntry> entries)
{
    for (const AclEntry &entry : entries) {
        Roles &roles = m_nodes[entry.path][entry.subject.toString()];
        if (entry.role == noAccess)
            roles.clear();
        else
            roles.erase(std::string(noAccess));
        roles[entry.role] = entry.propagates;
        if (!std::ranges::contains(m_subjects, entry.subject))
            m_subjects.push_back(entry.subject);
    }
    std::ranges::sort(m_subjects, {}, &AuthId::toString);
}

std::set<std::string> AccessRules::roles(const AuthId &subject, std::string_view path) const
{
    std::set<std::string> result;
    for (const std::string_view node : nodesTo(path)) {
        const auto subjects = m_nodes.find(node);
        if (subjects == m_nodes.end())
            continue;
        const auto own = subjects->second.find(subject.toString());
        if (own == subjects->second.end())
            continue;
        std::set<std::string> here;
        for (const auto &[role, propagates] : own->second) {
            if (propagates || node == path)
                here.insert(role);
        }
        if (!here.empty())
            result = std::move(here);
    }
    return result;
}

Privileges AccessRules::privileges(const AuthId &subject, std::string_view path) const
{
    if (subject.toString() == superuser)
        return privilege::All;
    Privileges all = 0;
    for (const std::string &role : roles(subject, path))
        all |= privilegesOfRole(role);
    if (!subject.isToken() || all == 0)
        return all;
    return all & privileges(AuthId::fromString(subject.user()).value(), path);
}

std::vector<AuthId> AccessRules::subjects() const
{
    return m_subjects;
}

} // namespace espalier
