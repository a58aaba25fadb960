// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"

#include "core/fs/systemerror.h"

#include <sys/fsuid.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace espalier::fs {

namespace {

/// No id of a user: setting it fails, which tells the present one.
constexpr auto nobodyAtAll = static_cast<uid_t>(-1);

bool switchUser(std::uint32_t user)
{
    ::setfsuid(user);
    return processUser() == user;
}

bool switchGroup(std::uint32_t group)
{
    ::setfsgid(group);
    return processGroup() == group;
}

/// The library's setgroups() would change all threads.
bool switchGroups(const std::vector<std::uint32_t> &groups)
{
    return ::syscall(SYS_setgroups, groups.size(), groups.data()) == 0;
}

std::vector<std::uint32_t> ownGroups()
{
    static_assert(sizeof(gid_t) == sizeof(std::uint32_t));
    const int count = ::getgroups(0, nullptr);
    std::vector<std::uint32_t> groups(count > 0 ? static_cast<std::size_t>(count) : 0);
    if (!groups.empty())
        groups.resize(static_cast<std::size_t>(std::max(0, ::getgroups(count, groups.data()))));
    return groups;
}

std::unexpected<Error> switchFailed(std::uint32_t user, int code)
{
    return std::unexpected(Error{Error::Kind::Denied, MessageId::UserSwitchFailed, {std::to_string(user), systemWords(code)}, code});
}

} // namespace

Result<std::unique_ptr<ActingAs>> ActingAs::user(std::uint32_t user, std::uint32_t group)
{
    std::unique_ptr<ActingAs> acting(new ActingAs);
    if (user == processUser() && group == processGroup())
        return acting;
    if (::geteuid() != 0)
        return switchFailed(user, EPERM);
    acting->m_formerUser = processUser();
    acting->m_formerGroup = processGroup();
    acting->m_groups = ownGroups();
    acting->m_switched = true; // from here on the destructor brings back whatever was changed
    if (!switchGroups({group}))
        return switchFailed(user, errno);
    if (!switchGroup(group) || !switchUser(user))
        return switchFailed(user, EPERM);
    return acting;
}

ActingAs::~ActingAs()
{
    if (!m_switched)
        return;
    switchUser(m_formerUser);
    switchGroup(m_formerGroup);
    switchGroups(m_groups);
}

std::uint32_t processUser()
{
    return static_cast<std::uint32_t>(::setfsuid(nobodyAtAll));
}

std::uint32_t processGroup()
{
    return static_cast<std::uint32_t>(::setfsgid(nobodyAtAll));
}

} // namespace espalier::fs
