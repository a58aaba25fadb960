// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cancellable.h"
#include "core/service/localservice.h"
#include "remote/sshmount.h"

#include <memory>
#include <mutex>

namespace espalier {

/// A datastore of a host, looked at through a mount of our own: read-only, and slower than an agent, but nothing has to run there.
class MountedService : public LocalService, public Cancellable
{
public:
    /// @p place: of Kind::Mount.
    MountedService(const Place &place, SshOptions ssh, SessionOptions options);

    Place place() const override { return m_place; }
    std::optional<Error> loss() const override;

    /// Mounts, again where the mount died.
    Result<PlaceState> open() override;
    Result<PlaceState> refresh() override;

    void cancel() override; ///< Gives up a mount that is being made.

private:
    /// The base must know where before anything is mounted.
    MountedService(const Place &place, SshOptions ssh, SessionOptions options, const std::string &directory);

    std::shared_ptr<SshMount> mount() const;
    PlaceState told(PlaceState state) const;

    const Place m_place;
    const std::string m_directory;
    const SshOptions m_ssh;
    std::stop_source m_closing;
    std::mutex m_mounting;      ///< Held while one is made.
    mutable std::mutex m_mutex; ///< Guards the mount.
    std::shared_ptr<SshMount> m_mount;
};

} // namespace espalier
