// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/authid.h"
#include "core/pbs/namespacepath.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// One entry of `acl.cfg`: one role of one user or token on one path.
struct AclEntry
{
    std::string path; ///< "/", "/datastore/tank/a/b": without a slash at its end.
    AuthId subject;
    std::string role;
    bool propagates = true;

    friend bool operator==(const AclEntry &, const AclEntry &) = default;
};

/// The entries of a file, in its order, and the lines that were left out.
struct AclReading
{
    std::vector<AclEntry> entries;
    std::vector<Error> problems; ///< ConfigLineIgnored each.
};

/// Reads the text of an `acl.cfg` (config-formats §4); @p file names it in problems.
AclReading readAcl(std::string_view text, std::string_view file);

/// The path of a namespace of a datastore in the access rules: "/datastore/tank/a/b".
std::string aclPath(std::string_view store, const NamespacePath &ns);

/// What may be done with backups: a set of the bits below.
using Privileges = std::uint8_t;

namespace privilege {
inline constexpr Privileges Audit = 1;   ///< See content and configuration.
inline constexpr Privileges Modify = 2;  ///< Change everything.
inline constexpr Privileges Read = 4;    ///< Read any backup.
inline constexpr Privileges Verify = 8;  ///< Verify any backup.
inline constexpr Privileges Backup = 16; ///< Make backups; see, verify and restore groups of one's own.
inline constexpr Privileges Prune = 32;  ///< Delete groups of one's own.
inline constexpr Privileges All = 63;
inline constexpr Privileges OwnGroupsOnly = Backup | Prune;
} // namespace privilege

/// "Datastore.Audit, Datastore.Read"
std::string privilegeNames(Privileges privileges);

/// The privileges on datastores that a role of PBS holds; none where it holds others only, or where it is not known.
Privileges privilegesOfRole(std::string_view role);

/// Evaluates access rules as PBS does (privileges, "Model").
class AccessRules
{
public:
    explicit AccessRules(std::span<const AclEntry> entries);

    /// The roles that @p subject has on @p path by entries of its own: those of the deepest node that has any, above it only
    /// propagating ones. NoAccess stands alone.
    std::set<std::string> roles(const AuthId &subject, std::string_view path) const;

    /// What @p subject may do on @p path. A token may do no more than its user; root@pam may do everything.
    Privileges privileges(const AuthId &subject, std::string_view path) const;

    /// All users and tokens that are named, each once, sorted by their text.
    std::vector<AuthId> subjects() const;

private:
    using Roles = std::map<std::string, bool, std::less<>>; ///< Role, and whether it propagates.

    std::map<std::string, std::map<std::string, Roles>, std::less<>> m_nodes; ///< Path, subject.
    std::vector<AuthId> m_subjects;
};

} // namespace espalier
