// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/storeservice.h"

#include <stop_token>

namespace espalier {

/// A service that may wait for people, or for a host that does not answer.
class Cancellable
{
public:
    virtual ~Cancellable() = default;

    /// Whoever waits stops waiting. Any thread, does not wait; for good.
    virtual void cancel() = 0;
};

/// As StoreService::open(); where @p stop is asked for meanwhile, a service that can be cancelled is.
Result<PlaceState> openStoppably(StoreService &service, const std::stop_token &stop);

} // namespace espalier
