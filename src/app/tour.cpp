// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tour.h"

namespace espalier {

int playTour(const Options &)
{
    return 1;
}

} // namespace espalier
