// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/storeservice.h"

#include <memory>

namespace espalier::cli {

/// An open datastore, with what its host said of it last.
class Session
{
public:
    static Result<Session> open(std::shared_ptr<StoreService> service);

    StoreService &service() const { return *m_service; }
    const PlaceState &state() const { return m_state; }
    Place place() const { return m_service->place(); }
    const std::string &name() const { return m_state.name; }
    const WriteAccess &access() const { return m_state.access; }
    const Activity &activity() const { return m_state.activity; }

    /// As the command line names the place again: a path, or a URL of a host.
    std::string location() const;

    /// Asks the host again. The session stays as it was where that fails.
    Done refresh();

private:
    Session(std::shared_ptr<StoreService> service, PlaceState state);

    std::shared_ptr<StoreService> m_service;
    PlaceState m_state;
};

} // namespace espalier::cli
