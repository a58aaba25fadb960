// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/relocations.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view noAccess = "NoAccess";

/// An old and a new place, with what goes from one to the other.
struct Way
{
    bool isWholeNamespace = false;
    std::vector<const Group *> groups;
    std::set<std::size_t> relocations;
};

using Ends = std::pair<NamespacePath, NamespacePath>;

std::map<Ends, Way> waysOf(const Relocations &relocations)
{
    std::map<Ends, Way> ways;
    for (const auto &[from, place] : relocations.namespaces()) {
        Way &way = ways[{from, place.first}];
        way.isWholeNamespace = true;
        way.relocations.insert(place.second);
    }
    for (const MovedGroup &moved : relocations.groups()) {
        Way &way = ways[{moved.from, moved.to}];
        way.groups.push_back(moved.group.get());
        way.relocations.insert(moved.relocation);
    }
    return ways;
}

/// Whether @p subject counts as the owner of @p group: a user does for his tokens, too.
bool owns(const AuthId &subject, const Group &group)
{
    return group.owner && (*group.owner == subject || group.owner->user() == subject.toString());
}

/// The privileges that mean something to @p subject on this way: some reach only as far as its own groups.
Privileges meaningful(const AuthId &subject, const Way &way)
{
    const bool mayOwn
        = way.isWholeNamespace || std::ranges::any_of(way.groups, [&subject](const Group *group) { return owns(subject, *group); });
    return mayOwn ? privilege::All : static_cast<Privileges>(privilege::All & ~privilege::OwnGroupsOnly);
}

struct AccessChange
{
    Privileges lost = 0;
    Privileges gained = 0;

    bool isNothing() const { return lost == 0 && gained == 0; }
    friend bool operator==(const AccessChange &, const AccessChange &) = default;
};

/// Compares what users and tokens may do at old and new places. The roles on namespaces that move are taken as given on the
/// new ones already, for which lines of their own propose commands.
class AccessLines
{
public:
    AccessLines(const Relocations &relocations, const ConsequenceContext &context)
        : m_relocations(relocations)
        , m_store(context.storeName)
        , m_host(context.here)
        , m_ways(waysOf(relocations))
        , m_before(context.here.accessRules)
        , m_after(adaptedRules())
    {
    }

    std::vector<Consequence> lines() &&
    {
        for (const AuthId &subject : m_before.subjects()) {
            if (mayLogIn(subject))
                compare(subject);
        }
        return std::move(m_lines);
    }

private:
    bool mayLogIn(const AuthId &subject) const { return !m_host.accounts || std::ranges::contains(*m_host.accounts, subject); }

    /// Adds the lines for entries that name a moved namespace on the way.
    std::vector<AclEntry> adaptedRules()
    {
        std::vector<AclEntry> entries = m_host.accessRules;
        for (const auto &[from, place] : m_relocations.namespaces()) {
            const std::string oldPath = aclPath(m_store, from);
            for (const AclEntry &entry : m_host.accessRules) {
                if (entry.path != oldPath)
                    continue;
                AclEntry adapted = entry;
                adapted.path = aclPath(m_store, place.first);
                Consequence line = makeConsequence(Consequence::Kind::AccessRule, MessageId::AclNamesMoved, entry.subject.toString(),
                                                   entry.role, from.toString(), place.first.toString());
                line.entries = {AclState{adapted.path, entry.subject, entry.role, entry.propagates}};
                line.commands = {commandFor(line.entries.front())};
                line.relocations = {place.second};
                m_lines.push_back(std::move(line));
                entries.push_back(std::move(adapted));
            }
        }
        return entries;
    }

    AccessChange changeOf(const AuthId &subject, const Ends &ends, const Way &way) const
    {
        const Privileges before = m_before.privileges(subject, aclPath(m_store, ends.first));
        const Privileges after = m_after.privileges(subject, aclPath(m_store, ends.second));
        const Privileges mask = meaningful(subject, way);
        return {static_cast<Privileges>(before & ~after & mask), static_cast<Privileges>(after & ~before & mask)};
    }

    void compare(const AuthId &subject)
    {
        std::map<Ends, AccessChange> changes;
        for (const auto &[ends, way] : m_ways) {
            const AccessChange change = changeOf(subject, ends, way);
            changes[ends] = change;
            const auto above = changes.find({ends.first.parent(), ends.second.parent()});
            const bool isToldAbove = above != changes.end() && above->first != ends && above->second == change;
            if (change.isNothing() || isToldAbove)
                continue;
            if (change.lost != 0)
                add(MessageId::AccessLost, subject, change.lost, ends, way).commands = proposals(subject, ends);
            if (change.gained != 0)
                add(MessageId::AccessGained, subject, change.gained, ends, way);
        }
    }

    Consequence &add(MessageId id, const AuthId &subject, Privileges privileges, const Ends &ends, const Way &way)
    {
        Consequence line = makeConsequence(Consequence::Kind::Access, id, subject.toString(), privilegeNames(privileges),
                                           ends.first.toString(), ends.second.toString());
        line.relocations.assign(way.relocations.begin(), way.relocations.end());
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    /// The roles that a namespace which does not exist yet would need; in one that does, they would open what else is there.
    /// Entries on a node replace what is inherited, so what comes from above has to be given with them.
    std::vector<CommandLine> proposals(const AuthId &subject, const Ends &ends) const
    {
        if (m_relocations.tree().find(ends.second))
            return {};
        const std::string path = aclPath(m_store, ends.second);
        std::set<std::string> roles = m_before.roles(subject, aclPath(m_store, ends.first));
        roles.merge(m_after.roles(subject, path));
        std::vector<CommandLine> commands;
        for (const std::string &role : roles) {
            if (role != noAccess)
                commands.push_back(commandFor(AclState{path, subject, role, true}));
        }
        return commands;
    }

    const Relocations &m_relocations;
    std::string m_store;
    const HostReferences &m_host;
    std::vector<Consequence> m_lines; ///< Before what adds to it while this is made.
    std::map<Ends, Way> m_ways;
    AccessRules m_before;
    AccessRules m_after;
};

} // namespace

std::vector<Consequence> accessConsequences(const Relocations &relocations, const ConsequenceContext &context)
{
    return AccessLines(relocations, context).lines();
}

} // namespace espalier
