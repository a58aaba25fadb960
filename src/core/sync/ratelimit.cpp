// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ratelimit.h"

#include <algorithm>
#include <utility>

namespace espalier {

RateLimit::RateLimit(TransferRate rate, Clock clock)
    : m_rate{std::max<std::uint64_t>(rate.bytesPerSecond, 1), rate.burst}
    , m_clock(std::move(clock))
    , m_left(static_cast<double>(rate.burst))
    , m_earned(m_clock())
{
}

void RateLimit::earn()
{
    const auto now = m_clock();
    const std::chrono::duration<double> passed = now - std::exchange(m_earned, now);
    m_left = std::min(static_cast<double>(m_rate.burst), m_left + passed.count() * static_cast<double>(m_rate.bytesPerSecond));
}

void RateLimit::spend(std::uint64_t bytes)
{
    const std::lock_guard guard(m_mutex);
    earn();
    m_left -= static_cast<double>(bytes);
}

std::chrono::milliseconds RateLimit::debt()
{
    const std::lock_guard guard(m_mutex);
    earn();
    if (m_left >= 0)
        return {};
    return std::chrono::ceil<std::chrono::milliseconds>(
        std::chrono::duration<double>(-m_left / static_cast<double>(m_rate.bytesPerSecond)));
}

Result<std::string> LimitedSource::spent(Result<std::string> bytes)
{
    if (bytes)
        m_limit.spend(bytes->size());
    return bytes;
}

Result<std::string> LimitedSource::file(const SnapshotAddress &snapshot, std::string_view name)
{
    return spent(m_source.file(snapshot, name));
}

Result<std::string> LimitedSource::chunk(const Digest &digest)
{
    return spent(m_source.chunk(digest));
}

} // namespace espalier
