// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/requests.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;
using namespace espalier::wire;

namespace {

/// What was understood is understood again when it is written.
template<typename T>
void readAs(const Message &message)
{
    const auto value = Reader::decoded<T>(message.text, message.data);
    if (!value) {
        fuzz::require(value.error().id == MessageId::AgentRequestBad && !value.error().args.empty());
        return;
    }
    const Encoded again = Writer::encoded(*value);
    fuzz::require(Reader::decoded<T>(again.text, again.data).has_value());
}

/// Either end may get it.
template<typename Request>
void readRequest(const Message &message)
{
    if (message.text.contains(Request::name))
        readAs<Request>(message);
    if (message.kind == FrameKind::Answer)
        readAs<Result<typename Request::Answer>>(message);
    if constexpr (!std::is_void_v<typename Request::Progress>) {
        if (message.kind == FrameKind::Progress)
            readAs<typename Request::Progress>(message);
    }
}

void read(const Message &message)
{
    [&]<typename... Each>(const std::tuple<Each...> *) { (readRequest<Each>(message), ...); }(static_cast<const Requests *>(nullptr));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FrameReader frames;
    MessageReader messages;
    frames.add(fuzz::textOf(data, size));
    while (true) {
        auto frame = frames.next();
        if (!frame || !*frame)
            return 0;
        auto message = messages.add(**std::move(frame));
        if (!message)
            return 0;
        if (*message)
            read(**message);
    }
}
