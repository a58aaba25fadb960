// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexfile.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

namespace {

constexpr std::size_t headerSize = 4096;
constexpr std::size_t usedHeader = 80;

void readWhole(std::string_view raw)
{
    const auto index = readIndex(raw, "x");
    if (!index) {
        fuzz::require(index.error().args.size() == 3 && std::stoull(index.error().args[1]) <= raw.size());
        return;
    }
    fuzz::require(!index->entries.empty() && index->entries.back().end == index->archiveSize);
    const auto again = readIndex(writeIndex(*index), "x");
    fuzz::require(again && again->entries == index->entries && again->bodyChecksum() == index->bodyChecksum());
}

} // namespace

/// The reserved part of the header, which nothing reads, is not in the inputs.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string raw(fuzz::textOf(data, size));
    readWhole(raw);
    if (raw.size() > usedHeader) {
        raw.insert(usedHeader, headerSize - usedHeader, '\0');
        readWhole(raw);
    }
    return 0;
}
