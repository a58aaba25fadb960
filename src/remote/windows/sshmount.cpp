// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshmount.h"

namespace espalier {

/// Nothing is ever mounted there.
std::string SshMount::newDirectory(const std::string &name)
{
    return "/mounts/" + name;
}

Result<std::unique_ptr<SshMount>> SshMount::make(const Place &place, const std::string &, const SshOptions &, const std::stop_token &)
{
    return fail(Error::Kind::Failed, MessageId::MountNotOnWindows, place.toString());
}

SshMount::~SshMount() = default;

std::optional<Error> SshMount::loss() const
{
    return std::nullopt;
}

} // namespace espalier
