// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/configfile.h"
#include "core/datastore/pbshost.h"
#include "core/fs/program.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// One entry that is to be changed in its file.
struct ConfigRequest
{
    ConfigEntry wanted;
    Digest before; ///< Of the file as it was read; another one makes the request fail with ConfigChanged.

    /// The text that the file shall have, where it says the same as with the entry changed: for bringing back a former text byte for
    /// byte. PBS's own program does not ask for it.
    std::optional<std::string> exact{};

    friend bool operator==(const ConfigRequest &, const ConfigRequest &) = default;
};

/// Changes entries of the configuration of one host. As root PBS's own program does it where it is installed and the configuration is
/// the one below the real root, else the file is replaced (writeConfigFile()). Who is neither root nor owner of the files asks the
/// helper, which is started as root through sudo, if that needs no password, or pkexec.
class ConfigWriter
{
public:
    enum class Way { Manager, File, Helper, None };

    /// @p prefix: PbsHost::prefix.
    ConfigWriter(std::shared_ptr<fs::FileSystem> fileSystem, std::string prefix, fs::ProgramRunner run = fs::runProgram);

    /// How @p file would be changed; whether the helper may be started shows only when it is.
    Way way(ConfigFile file) const;

    /// Fails with ConfigNeedsRoot, which names the command that would do it, where there is no way.
    Done write(const ConfigRequest &request) const;

    std::string directory() const; ///< `<prefix>/etc/proxmox-backup`

private:
    bool exists(std::string_view directory, std::string_view program) const;
    bool ownsFile(ConfigFile file) const;
    Done writeByManager(const ConfigRequest &request) const;
    Done writeFile(const ConfigRequest &request) const;
    Done askHelper(const ConfigRequest &request) const;

    std::shared_ptr<fs::FileSystem> m_fileSystem;
    std::string m_prefix;
    fs::ProgramRunner m_run;
};

/// What the helper answers to the text of a request, both JSON: it does what @p writer does for root, and nothing else. Requests name
/// entries of a closed list of files, never a path.
std::string answerConfigRequest(std::string_view request, const ConfigWriter &writer);

/// The largest request, bytes.
inline constexpr std::size_t maxConfigRequest = std::size_t{64} << 20;

} // namespace espalier
