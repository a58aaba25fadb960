// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "app/settings.h"

#include <QPointer>

#include <vector>

namespace espalier {

/// The pending changes of datastores that are not open, kept from one start of the program to the next.
class PendingMemory
{
public:
    explicit PendingMemory(Settings *state) : m_state(state) {}

    /// Keeps what is pending in @p store; forgets what was kept for it where nothing is. Does nothing before recall().
    void remember(const OpenStore &store);

    /// What was kept for @p store, which is ready: known by its identity, or by its path where that says nothing.
    std::vector<Change> recall(const OpenStore &store);

private:
    std::vector<QPointer<const OpenStore>> m_recalled;
    Settings *m_state;
};

} // namespace espalier
