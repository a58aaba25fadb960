// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentsource.h"

#include "remote/agentrequests.h"

#include <utility>

namespace espalier {

AgentSource::AgentSource(std::shared_ptr<AgentConnection> connection, wire::OpenRequest openRequest, Place place)
    : AskedSource([connection = std::move(connection)](wire::SourceQuestion question) {
        return askAgent(connection->client(), wire::SourceRequest{std::move(question)});
    })
    , m_openRequest(std::move(openRequest))
    , m_place(std::move(place))
{
}

} // namespace espalier
