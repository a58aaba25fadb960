// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectionconfig.h"

#include "fuzzing.h"

#include <string>

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto sections = readSectionConfig(text, "x")) {
        for (const ConfigSection &section : *sections) {
            fuzz::require(!section.type.empty() && !section.id.empty());
            for (const auto &[key, value] : section.properties)
                fuzz::require(!key.empty() && !value.contains('\n'));
        }
    } else {
        fuzz::require(sections.error().args.size() == 3 && std::stoull(sections.error().args[1]) >= 1);
    }
    for (const std::string_view defaultKey : {"", "type"}) {
        if (const auto properties = readPropertyString(text, defaultKey))
            fuzz::require(!properties->contains(""));
    }
    return 0;
}
