// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/transferrate.h"
#include "core/sync/syncsource.h"

#include <chrono>
#include <functional>
#include <mutex>

namespace espalier {

/// Keeps what several threads copy together to a rate: what was copied too early has to be waited for before anything else is begun.
class RateLimit
{
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    explicit RateLimit(TransferRate rate, Clock clock = std::chrono::steady_clock::now);

    void spend(std::uint64_t bytes);
    std::chrono::milliseconds debt(); ///< How long to wait before more is copied; 0: it can go on.

private:
    void earn();

    TransferRate m_rate;
    Clock m_clock;
    std::mutex m_mutex;
    double m_left; ///< Bytes; less than 0: spent too early.
    std::chrono::steady_clock::time_point m_earned;
};

/// A source all of whose bytes are spent of a limit. Never waits itself. References must outlive the object.
class LimitedSource : public SyncSource
{
public:
    LimitedSource(SyncSource &source, RateLimit &limit) : m_source(source), m_limit(limit) {}

    bool isFar() const override { return m_source.isFar(); }
    Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) override { return m_source.hold(snapshot); }
    Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) override;
    Result<std::string> chunk(const Digest &digest) override;

private:
    Result<std::string> spent(Result<std::string> bytes);

    SyncSource &m_source;
    RateLimit &m_limit;
};

} // namespace espalier
