// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/sourcequestions.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace espalier::agent {

/// What was asked of the other end, and who waits for the answers.
class Questions
{
public:
    using Send = std::function<void(std::uint64_t number, const wire::SourceQuestion &question)>;

    /// Sends a question and waits for its answer, or for @p stop: then fails with SyncStopped. Several threads at once.
    Result<std::string> ask(const wire::SourceQuestion &question, const Send &send, const std::stop_token &stop);

    /// False where nobody waits for it.
    bool answer(std::uint64_t number, Result<std::string> answer);

private:
    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable_any m_answered;
    std::uint64_t m_last = 0;
    std::map<std::uint64_t, std::optional<Result<std::string>>> m_open;
};

} // namespace espalier::agent
