// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/messageid.h"

#include <array>
#include <utility>

namespace espalier {

namespace {

struct Row
{
    std::string_view name;
    std::size_t arguments;
};

constexpr std::array<Row, messageCount> rows{{
#define ESPALIER_X(name, count) {#name, count},
    ESPALIER_MESSAGES(ESPALIER_X)
#undef ESPALIER_X
}};

} // namespace

std::string_view messageName(MessageId id)
{
    return rows.at(std::to_underlying(id)).name;
}

std::optional<MessageId> messageNamed(std::string_view name)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].name == name)
            return static_cast<MessageId>(i);
    }
    return std::nullopt;
}

std::size_t messageArgumentCount(MessageId id)
{
    return rows.at(std::to_underlying(id)).arguments;
}

} // namespace espalier
