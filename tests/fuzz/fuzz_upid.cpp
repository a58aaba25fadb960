// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/lockname.h"
#include "core/pbs/upid.h"
#include "core/pbs/utf8.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto upid = Upid::fromString(text)) {
        const auto again = Upid::fromString(upid->toString());
        fuzz::require(again && again->toString() == upid->toString() && again->workerId == upid->workerId);
        fuzz::require(isUtf8(upid->workerId) && upid->pid < 0x80000000);
    }
    const std::string escaped = escapeUnit(text);
    fuzz::require(!escaped.contains('/') && !escaped.contains(':') && !escaped.starts_with('.'));
    return 0;
}
