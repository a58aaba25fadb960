// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string>
#include <string_view>

namespace espalier {

/// Where a datastore lives, parsed once from what people type: a path, `file:` URL, `ssh://[user@]host[:port]/path`, or the same with
/// `sshfs://` for only looking at it through a mount.
class Place
{
public:
    enum class Kind {
        Directory,
        Ssh,  ///< Worked on by an agent on its host.
        Mount ///< Of a host, to be mounted here by sshfs; read-only.
    };

    /// A relative path is taken below @p workingDirectory. Fails with PlaceMalformed.
    static Result<Place> fromString(std::string_view text, std::string_view workingDirectory = {});

    Kind kind() const { return m_kind; }
    const std::string &path() const { return m_path; } ///< Absolute, without a trailing slash, "." or "..".
    const std::string &host() const { return m_host; } ///< Empty for a directory.
    const std::string &user() const { return m_user; } ///< May be empty.
    int port() const { return m_port; }                ///< 0: as ssh is configured.
    std::string toString() const;                      ///< What fromString() would parse to the same place.
    std::string name() const;                          ///< The last component of the path.

    Place withKind(Kind kind) const; ///< The same directory of the same host, reached in another way.

    friend bool operator==(const Place &, const Place &) = default;

private:
    Kind m_kind = Kind::Directory;
    std::string m_path;
    std::string m_host;
    std::string m_user;
    int m_port = 0;
};

} // namespace espalier
