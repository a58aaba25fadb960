// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/client.h"
#include "core/wire/requests.h"

#include <QThreadPool>

#include <atomic>

namespace espalier {

/// Answers what an agent that copies wants to know of the source, several questions at once. Waits for them at its end, and lets go what
/// was held.
class SyncAnswers
{
public:
    /// Both must outlive the object. Only what is copied by @p plan is given.
    SyncAnswers(SyncSource &source, const SyncPlan &plan, wire::Client &client);
    ~SyncAnswers();

    /// Does not wait. Who asks for too much at once is not answered any more.
    void answer(const wire::NumberedQuestion &question);

private:
    wire::OfferedSource m_offered;
    wire::Client &m_client;
    std::atomic<int> m_open = 0; ///< Questions that have no answer yet.
    QThreadPool m_workers;
};

} // namespace espalier
