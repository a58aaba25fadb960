// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace espalier::fs {

/// Lets the calling thread act as another user for file system access (setfsuid, setfsgid, groups of this thread only),
/// until destroyed on the same thread. Root's file capabilities are off meanwhile. For a process that is not root, the
/// own ids are allowed and change nothing; others fail with UserSwitchFailed.
class ActingAs
{
public:
    static Result<std::unique_ptr<ActingAs>> user(std::uint32_t user, std::uint32_t group);
    ~ActingAs();
    ActingAs(const ActingAs &) = delete;
    ActingAs &operator=(const ActingAs &) = delete;

private:
    ActingAs() = default;

    bool m_switched = false;
    std::uint32_t m_formerUser = 0;
    std::uint32_t m_formerGroup = 0;
    std::vector<std::uint32_t> m_groups;
};

/// The ids that file access of this process has now.
std::uint32_t processUser();
std::uint32_t processGroup();

} // namespace espalier::fs
