// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/client.h"
#include "core/wire/requests.h"

#include <QThreadPool>

namespace espalier {

/// Answers what an agent that copies wants to know of the source, several questions at once. Waits for them at its end, and lets go what
/// was held.
class SyncAnswers
{
public:
    /// Both must outlive the object.
    SyncAnswers(SyncSource &source, wire::Client &client);
    ~SyncAnswers();

    /// Does not wait.
    void answer(const wire::NumberedQuestion &question);

private:
    wire::OfferedSource m_offered;
    wire::Client &m_client;
    QThreadPool m_workers;
};

} // namespace espalier
