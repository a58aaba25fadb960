// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/datablob.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

namespace {

constexpr std::size_t limit = std::size_t{1} << 20;

/// The input as it is, which the checksum mostly refuses.
void readRaw(std::string_view raw)
{
    const auto content = decodeBlob(raw, "x", limit);
    if (content) {
        fuzz::require(content->size() <= limit);
        fuzz::require(decodeBlob(encodeBlob(*content), "x").value() == *content);
    } else {
        fuzz::require(!content.error().args.empty());
    }
}

/// The input as a payload whose checksum is right.
void readPayload(std::string_view payload, bool compressed)
{
    std::string raw = encodeBlob(payload, false);
    if (compressed)
        raw.replace(0, 8, std::string_view("\x31\xb9\x58\x42\x6f\xb6\xa3\x7f", 8));
    const auto content = decodeBlob(raw, "x", limit);
    fuzz::require(compressed || *content == payload);
    fuzz::require(!content || content->size() <= limit);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = fuzz::textOf(data, size);
    readRaw(input);
    readPayload(input, true);
    readPayload(input, false);
    return 0;
}
