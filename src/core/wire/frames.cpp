// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/frames.h"

#include <utility>

namespace espalier::wire {

namespace {

std::unexpected<Error> bad(std::string_view expected)
{
    return fail(Error::Kind::Damaged, MessageId::AgentRequestBad, expected);
}

void append(std::string &bytes, std::uint32_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << 8 * i;
    return number;
}

bool hasContent(FrameKind kind)
{
    return kind == FrameKind::Request || kind == FrameKind::Answer || kind == FrameKind::Progress || kind == FrameKind::Data;
}

} // namespace

std::string encoded(const Frame &frame)
{
    std::string bytes;
    bytes.reserve(headerSize + frame.payload.size());
    append(bytes, static_cast<std::uint32_t>(frame.payload.size()));
    append(bytes, frame.id);
    bytes += static_cast<char>(frame.kind);
    bytes += static_cast<char>(frame.isLast);
    bytes.append(2, '\0');
    return bytes += frame.payload;
}

Result<std::optional<Frame>> FrameReader::next()
{
    const std::string_view bytes = std::string_view(m_bytes).substr(m_at);
    if (bytes.size() < headerSize)
        return std::nullopt;
    const std::size_t size = numberAt(bytes, 0);
    const auto kind = static_cast<unsigned char>(bytes[8]);
    const auto last = static_cast<unsigned char>(bytes[9]);
    if (size > maxPayload)
        return bad("a frame of at most 256 KiB");
    if (kind > std::to_underlying(FrameKind::Pong) || last > 1 || bytes[10] != '\0' || bytes[11] != '\0')
        return bad("a frame of a known kind");
    if (bytes.size() < headerSize + size)
        return std::nullopt;
    Frame frame{FrameKind{kind}, last == 1, numberAt(bytes, 4), std::string(bytes.substr(headerSize, size))};
    m_at += headerSize + size;
    if (m_at == m_bytes.size() || m_at > maxPayload) {
        m_bytes.erase(0, m_at);
        m_at = 0;
    }
    return frame;
}

std::vector<Frame> framesOf(Message message)
{
    std::vector<Frame> frames;
    const auto cut = [&](FrameKind kind, const std::string &bytes) {
        for (std::size_t at = 0; at < bytes.size(); at += maxPayload)
            frames.push_back({kind, false, message.id, bytes.substr(at, maxPayload)});
    };
    cut(FrameKind::Data, message.data);
    if (message.text.empty())
        frames.push_back({message.kind, true, message.id, {}});
    else
        cut(message.kind, message.text);
    frames.back().isLast = true;
    return frames;
}

Result<std::optional<Message>> MessageReader::add(Frame frame)
{
    if (!hasContent(frame.kind)) {
        if (!frame.payload.empty())
            return bad("nothing behind a ping, pong or cancel");
        return Message{frame.kind, frame.id};
    }
    Message &message = m_open[frame.id];
    if (m_open.size() > maxOpenMessages)
        return bad("fewer messages at once");
    message.id = frame.id;
    std::string &part = frame.kind == FrameKind::Data ? message.data : message.text;
    if (frame.kind != FrameKind::Data) {
        if (!message.text.empty() && message.kind != frame.kind)
            return bad("the rest of a message");
        message.kind = frame.kind;
    } else if (frame.isLast) {
        return bad("text at the end of a message");
    }
    m_size += frame.payload.size();
    if (part.size() + frame.payload.size() > maxMessage || m_size > 2 * maxMessage)
        return bad("a message of at most 256 MiB");
    part += frame.payload;
    if (!frame.isLast)
        return std::nullopt;
    Message complete = std::move(message);
    m_size -= complete.text.size() + complete.data.size();
    m_open.erase(frame.id);
    return complete;
}

} // namespace espalier::wire
