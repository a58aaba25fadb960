// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/mountedservice.h"

#include "core/fs/native.h"

#include <utility>

namespace espalier {

MountedService::MountedService(const Place &place, SshOptions ssh, SessionOptions options)
    : MountedService(place, std::move(ssh), std::move(options), SshMount::newDirectory(place.path() == "/" ? "root" : place.name()))
{
}

MountedService::MountedService(const Place &place, SshOptions ssh, SessionOptions options, const std::string &directory)
    : LocalService(fs::nativeFileSystem(), Place::fromString(directory).value_or(Place()), std::move(options))
    , m_place(place)
    , m_directory(directory)
    , m_ssh(std::move(ssh))
{
}

std::shared_ptr<SshMount> MountedService::mount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mount;
}

std::optional<Error> MountedService::loss() const
{
    const auto present = mount();
    return present ? present->loss() : std::nullopt;
}

void MountedService::cancel()
{
    m_closing.request_stop();
}

/// As seen from here it is the host's, wherever it is mounted.
PlaceState MountedService::told(PlaceState state) const
{
    state.hostBehind = m_place.withKind(Place::Kind::Ssh);
    state.name = m_place.name();
    return state;
}

Result<PlaceState> MountedService::open()
{
    {
        const std::scoped_lock mounting(m_mounting);
        std::shared_ptr<SshMount> former = mount();
        if (!former || former->loss()) {
            {
                const std::scoped_lock lock(m_mutex);
                m_mount.reset();
            }
            former.reset(); // the same directory is mounted again
            auto fresh = SshMount::make(m_place, m_directory, m_ssh, m_closing.get_token());
            if (!fresh)
                return failWith(fresh);
            const std::scoped_lock lock(m_mutex);
            m_mount = std::move(*fresh);
        }
    }
    auto state = LocalService::open();
    return state ? told(*std::move(state)) : state;
}

Result<PlaceState> MountedService::refresh()
{
    auto state = LocalService::refresh();
    return state ? told(*std::move(state)) : state;
}

} // namespace espalier
