// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/session.h"

#include <utility>

namespace espalier::cli {

Session::Session(std::shared_ptr<StoreService> service, PlaceState state) : m_service(std::move(service)), m_state(std::move(state)) {}

Result<Session> Session::open(std::shared_ptr<StoreService> service)
{
    auto state = service->open();
    if (!state)
        return failWith(state);
    return Session(std::move(service), *std::move(state));
}

std::string Session::location() const
{
    const Place here = place();
    return here.kind() == Place::Kind::Directory ? here.path() : here.toString();
}

Done Session::refresh()
{
    auto state = m_service->refresh();
    if (!state)
        return failWith(state);
    m_state = *std::move(state);
    return {};
}

} // namespace espalier::cli
