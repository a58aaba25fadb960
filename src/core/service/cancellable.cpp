// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cancellable.h"

namespace espalier {

Result<PlaceState> openStoppably(StoreService &service, const std::stop_token &stop)
{
    const std::stop_callback cancel(stop, [waiting = dynamic_cast<Cancellable *>(&service)] {
        if (waiting)
            waiting->cancel();
    });
    return service.open();
}

} // namespace espalier
