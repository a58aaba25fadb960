// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/datablob.h"
#include "core/pbs/jsonreader.h"
#include "core/pbs/manifest.h"

#include "fuzzing.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace espalier;

namespace {

/// Where the JSON library and we judge differently on purpose: huge numbers, deep nesting, zero bytes.
bool isComparable(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 1; i < text.size(); ++i) {
        if ((text[i] == 'e' || text[i] == 'E') && (isDigit(text[i - 1]) || text[i - 1] == '.'))
            return false;
    }
    return text.size() < 300 && !text.contains('\0') && std::ranges::count(text, '[') + std::ranges::count(text, '{') < 100
        && !text.starts_with("\xef\xbb\xbf");
}

void compareGrammar(std::string_view text)
{
    JsonReader json(text);
    json.skip();
    json.end();
    fuzz::require(json.failed() || json.offset() == text.size());
    if (isComparable(text))
        fuzz::require(json.failed() != nlohmann::json::accept(text));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    compareGrammar(text);
    const auto manifest = readManifest(encodeBlob(text, false), "x");
    if (manifest) {
        fuzz::require(manifest->json == text);
        static_cast<void>(manifest->totalSize());
        static_cast<void>(manifest->cryptMode());
    } else {
        fuzz::require(manifest.error().args.size() == 3 && std::stoull(manifest.error().args[1]) <= text.size());
    }
    return 0;
}
