// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunecase.h"

#include "fuzzing.h"

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    PruneCases cases;
    if (const auto marked = cases.mark(fuzz::textOf(data, size))) {
        const auto again = cases.mark(*marked);
        fuzz::require(again && *again == *marked);
    }
    return 0;
}
