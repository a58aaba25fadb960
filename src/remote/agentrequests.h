// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/client.h"
#include "core/wire/requests.h"

#include <functional>
#include <stop_token>

namespace espalier {

/// Asks an agent, and waits for its answer. @p progress is called on this thread with what can be understood. What this end does not
/// understand of the answer is the other end's fault: AgentBadAnswer.
template<typename Request, typename Progress>
Result<typename Request::Answer> askAgent(wire::Client &client, const Request &request, const std::stop_token &stop,
                                          const std::function<void(const Progress &)> &progress)
{
    wire::Encoded encoded = wire::Writer::encoded(request, Request::name);
    const auto onProgress = [&](const wire::Message &message) {
        const auto state = wire::Reader::decoded<Progress>(message.text, message.data);
        if (state && progress)
            progress(*state);
    };
    const auto message = client.ask(std::move(encoded.text), std::move(encoded.data), stop, onProgress);
    if (!message)
        return failWith(message);
    auto answer = wire::Reader::decoded<Result<typename Request::Answer>>(message->text, message->data);
    if (!answer && answer.error().id == MessageId::AgentRequestBad)
        return fail(Error::Kind::Damaged, MessageId::AgentBadAnswer, client.host(), answer.error().args.front());
    if (!answer)
        return failWith(answer);
    return *std::move(answer);
}

template<typename Request>
Result<typename Request::Answer> askAgent(wire::Client &client, const Request &request)
{
    return askAgent<Request, wire::None>(client, request, {}, {});
}

} // namespace espalier
