// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/errorjson.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace espalier {

nlohmann::json errorToJson(const Error &error)
{
    return {{"id", messageName(error.id)}, {"kind", std::to_underlying(error.kind)}, {"args", error.args}, {"errno", error.systemError}};
}

std::optional<Error> errorFromJson(const nlohmann::json &json)
try {
    const auto id = messageNamed(json.at("id").get<std::string>());
    const int kind = json.at("kind").get<int>();
    if (!id || kind < 0 || kind > std::to_underlying(Error::Kind::Stopped))
        return std::nullopt;
    Error error{static_cast<Error::Kind>(kind), *id, json.at("args").get<std::vector<std::string>>(), json.value("errno", 0)};
    return error.args.size() == messageArgumentCount(*id) ? std::optional(std::move(error)) : std::nullopt;
} catch (const nlohmann::json::exception &) {
    return std::nullopt;
}

} // namespace espalier
