// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planfile.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file = parsePlanFile(fuzz::textOf(data, size), "x");
    if (!file) {
        fuzz::require(file.error().args.front() == "x" && file.error().args.size() == messageArgumentCount(file.error().id));
        return 0;
    }
    const auto again = parsePlanFile(planFileText(*file), "x");
    fuzz::require(again && again->changes == file->changes && again->steps == file->steps);
    return 0;
}
