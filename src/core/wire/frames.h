// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What goes over the connection to an agent. Format: docs/protocol.md.
namespace espalier::wire {

/// Both ends must have the same. To be raised with every change of what goes over a connection; a test compares the shape.
inline constexpr int protocolVersion = 2;

inline constexpr std::size_t headerSize = 12;
inline constexpr std::size_t maxPayload = std::size_t{256} * 1024;        ///< Of a frame.
inline constexpr std::size_t maxMessage = std::size_t{256} * 1024 * 1024; ///< Of a message, its text and its data each.
inline constexpr std::size_t maxOpenMessages = 64;                        ///< That have begun and not ended.

enum class FrameKind : std::uint8_t {
    Request,  ///< Text of a message from the client.
    Answer,   ///< Text of the message that ends a request.
    Progress, ///< Text of a message on the way there; one frame.
    Cancel,   ///< The client wants the request ended soon; it is answered all the same. Empty.
    Data,     ///< Bytes that belong to the message of the same id, before its text ends.
    Ping,     ///< Asks for a Pong of the same id. Empty, like that.
    Pong,
};

struct Frame
{
    FrameKind kind = FrameKind::Ping;
    bool isLast = true; ///< Ends the message's text.
    std::uint32_t id = 0;
    std::string payload{};

    friend bool operator==(const Frame &, const Frame &) = default;
};

/// The bytes of @p frame, whose payload is not longer than maxPayload.
std::string encoded(const Frame &frame);

/// Cuts bytes into frames. The other end is not trusted: what breaks a limit makes it fail for good.
class FrameReader
{
public:
    void add(std::string_view bytes) { m_bytes += bytes; }

    /// Nothing where more bytes are needed. Fails with AgentRequestBad.
    Result<std::optional<Frame>> next();

private:
    std::string m_bytes;
    std::size_t m_at = 0; ///< Where the next frame begins.
};

struct Message
{
    FrameKind kind = FrameKind::Request;
    std::uint32_t id = 0;
    std::string text{}; ///< JSON
    std::string data{};
};

/// The frames of a message, in order.
std::vector<Frame> framesOf(Message message);

/// Puts frames together to messages. Pings, pongs and cancels are messages without content.
class MessageReader
{
public:
    /// A message where @p frame ends one. Fails with AgentRequestBad.
    Result<std::optional<Message>> add(Frame frame);

private:
    std::map<std::uint32_t, Message> m_open;
    std::size_t m_size = 0; ///< Of all that is open.
};

} // namespace espalier::wire
