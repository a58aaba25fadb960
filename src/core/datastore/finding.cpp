// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/finding.h"

#include <array>
#include <utility>

namespace espalier {

namespace {

struct Row
{
    std::string_view name;
    Finding::Severity severity;
};

constexpr std::array<Row, findingKindCount> rows{{
#define ESPALIER_X(name, severity) {#name, Finding::Severity::severity},
    ESPALIER_FINDINGS(ESPALIER_X)
#undef ESPALIER_X
}};

} // namespace

std::string_view findingName(Finding::Kind kind)
{
    return rows.at(std::to_underlying(kind)).name;
}

Finding::Severity findingSeverity(Finding::Kind kind)
{
    return rows.at(std::to_underlying(kind)).severity;
}

} // namespace espalier
