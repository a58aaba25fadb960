// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"

#include <optional>
#include <string_view>

namespace espalier {

/// Where @p path lives in truth, if it lies on a mount of another computer's directory: sshfs, or NFS, of which the exported directory is
/// taken for the one on the server; of an SMB share only the host, with the path "/". Nothing where it lies here, and where the mount does not tell. @p mountInfo: the text of
/// `/proc/self/mountinfo` (proc_pid_mountinfo(5)). A port that was given to sshfs is not to be seen there.
std::optional<Place> hostBehind(std::string_view path, std::string_view mountInfo);

/// Whether something is mounted at @p directory itself. Does not touch it: it may be dead.
bool isMountPoint(std::string_view directory, std::string_view mountInfo);

} // namespace espalier
