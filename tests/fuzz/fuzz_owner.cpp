// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupfiles.h"
#include "core/pbs/utf8.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view content = fuzz::textOf(data, size);
    if (const auto owner = readOwner(content, "x")) {
        fuzz::require(readOwner(writeOwner(*owner), "x").value() == *owner);
        fuzz::require(!owner->toString().contains('\n') && owner->realm().size() >= 2 && !owner->name().empty());
        fuzz::require(owner->isToken() == !owner->token().empty());
    }
    const std::string line = firstLine(content);
    fuzz::require(isUtf8(line) && line.size() <= 256 && !line.contains('\n') && firstLine(line).size() <= line.size());
    return 0;
}
