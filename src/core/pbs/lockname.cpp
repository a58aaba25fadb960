// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/lockname.h"

#include "core/pbs/digest.h"

#include <format>

namespace espalier {

namespace {

constexpr std::size_t maxFileName = 255;
constexpr std::size_t longestPlainName = 254; // longer ones are hashed
constexpr std::size_t keptAtEachEnd = 80;     // of a hashed name
constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view temporarySuffix = ".tmp_XXXXXX"; // PBS makes this file first and renames it

bool staysInUnit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

Result<LockFileName> lockName(const NamespacePath &ns, const std::string &relative)
{
    LockFileName file;
    for (const std::string_view component : ns.components())
        file.directory.append(file.directory.empty() ? "" : ":").append(component);
    file.name = escapeUnit(relative);
    if (file.directory.size() > maxFileName)
        return fail(Error::Kind::InvalidInput, MessageId::LockNameTooLong, relative);
    if (file.name.size() > longestPlainName) {
        file.directory += file.directory.empty() ? "hashed" : "/hashed";
        const std::string_view whole = file.name;
        file.name = std::format("{}...{}-{}", whole.substr(0, keptAtEachEnd), whole.substr(whole.size() - keptAtEachEnd),
                                Digest::of(relative).toHex());
    }
    if (file.name.size() + temporarySuffix.size() > maxFileName)
        return fail(Error::Kind::InvalidInput, MessageId::LockNameTooLong, relative);
    return file;
}

} // namespace

std::optional<GroupId> rootGroupLockedAs(const NamespacePath &ns)
{
    if (ns.depth() != 1)
        return std::nullopt;
    const std::string_view name = ns.name();
    const auto dash = name.find('-');
    const auto type = backupTypeFromString(name.substr(0, dash));
    if (!type || dash == std::string_view::npos)
        return std::nullopt;
    const auto group = GroupId::make(*type, name.substr(dash + 1));
    if (!group)
        return std::nullopt;
    const auto lock = groupLockName(NamespacePath(), *group);
    return lock && lock->path() == name ? std::optional(*group) : std::nullopt;
}

std::optional<NamespacePath> namespaceLockedAs(const GroupId &group)
{
    const auto lock = groupLockName(NamespacePath(), group);
    if (!lock)
        return std::nullopt;
    const auto ns = NamespacePath::fromString(lock->path());
    return ns && ns->depth() == 1 ? std::optional(*ns) : std::nullopt;
}

bool isPbsLockFile(const NamespacePath &ns)
{
    return ns.toString() == "move-journal";
}

std::string escapeUnit(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '/')
            escaped += '-';
        else if (staysInUnit(c) && !(c == '.' && escaped.empty()))
            escaped += c;
        else
            escaped.append("\\x").append(1, hexDigits[static_cast<unsigned char>(c) >> 4]).append(1, hexDigits[c & 0xf]);
    }
    return escaped;
}

Result<LockFileName> groupLockName(const NamespacePath &ns, const GroupId &group)
{
    return lockName(ns, group.toString());
}

Result<LockFileName> snapshotLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    return lockName(ns, group.toString() + "/" + time.toString());
}

Result<LockFileName> manifestLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    return lockName(ns, group.toString() + "/" + time.toString() + "/.index.json.lck");
}

LockFileName oldManifestLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    const std::string snapshot = group.toString() + "/" + time.toString();
    return {ns.isRoot() ? snapshot : ns.directoryForm() + "/" + snapshot, time.toString() + ".index.json.lck"};
}

} // namespace espalier
