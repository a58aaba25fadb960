// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/configedit.h"
#include "core/pbs/digest.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace espalier {

/// A file of a PBS's configuration as it was read; a missing one is empty.
struct ConfigText
{
    std::string text;
    Digest digest; ///< SHA-256 of the text, as PBS's API has it.
};

/// How long PBS itself waits for a lock of its configuration (config-formats §3).
inline constexpr std::chrono::milliseconds configLockPatience = std::chrono::seconds(10);

/// Takes the lock file @p name in @p directory, which others hold for moments only: it is waited for as long as @p patience. Fails with
/// ConfigLocked, which names @p file. Belongs on no thread that may not wait.
Result<std::unique_ptr<fs::Lock>> waitForLockFile(fs::Directory &directory, std::string_view name, std::string_view file,
                                                  std::chrono::milliseconds patience = configLockPatience);

/// Reads a file of the directory @p configDirectory (`<prefix>/etc/proxmox-backup`). Takes no lock: PBS replaces its files in one step.
Result<ConfigText> readConfigFile(fs::FileSystem &fileSystem, const std::string &configDirectory, ConfigFile file);

/// Replaces a file in one step, as PBS does: under its lock, which is waited for as long as @p patience, and only if it still has the
/// digest @p before (else ConfigChanged). Owner and mode stay; a new file belongs to root and the directory's group (0640), a new lock
/// file to the directory's owner. Text that PBS could not read is refused (ConfigDamaged), as is a link in the place of the file.
/// After a failure the file is the former one or the new one. Belongs on no thread that may not wait; needs root, or the owner of
/// directory and file.
Done writeConfigFile(fs::FileSystem &fileSystem, const std::string &configDirectory, ConfigFile file, const Digest &before,
                     std::string_view text, std::chrono::milliseconds patience = configLockPatience);

} // namespace espalier
