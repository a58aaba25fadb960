// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/wire/requests.h"
#include "remote/sshconnection.h"

#include <memory>

namespace espalier {

/// The backups of a datastore that an agent has open. Keeps the connection.
class AgentSource : public wire::AskedSource
{
public:
    /// @p openRequest: how another agent of the same host would open it.
    AgentSource(std::shared_ptr<AgentConnection> connection, wire::OpenRequest openRequest, Place place);

    const Place &place() const { return m_place; }
    const wire::OpenRequest &openRequest() const { return m_openRequest; }

private:
    const wire::OpenRequest m_openRequest;
    const Place m_place;
};

} // namespace espalier
