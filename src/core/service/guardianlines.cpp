// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/guardianlines.h"

#include "core/errorjson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr int protocol = 1;
constexpr std::string_view key = "espalier-guardian";
constexpr std::array<std::string_view, 3> endNames{"restored", "changed", "gone"};

std::string lineOf(Json json)
{
    json[key] = protocol;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Json> jsonFrom(std::string_view line)
{
    Json json = Json::parse(line, nullptr, false);
    return json.is_object() && json.value(key, Json()) == protocol ? std::optional(std::move(json)) : std::nullopt;
}

template<typename T>
Json errorOf(const Result<T> &result)
{
    return result ? Json() : errorToJson(result.error());
}

} // namespace

std::string toLine(const GuardianRequest &request)
{
    return lineOf(
        {{"store", request.store}, {"mode", std::string(maintenanceTypeName(request.mode.type))}, {"message", request.mode.message}});
}

std::optional<GuardianRequest> guardianRequestFrom(std::string_view line)
try {
    const auto json = jsonFrom(line);
    const auto type = json ? maintenanceType(json->at("mode").get<std::string>()) : std::nullopt;
    if (!type)
        return std::nullopt;
    return GuardianRequest{json->at("store"), {*type, json->at("message")}};
} catch (const Json::exception &) {
    return std::nullopt;
}

std::string beginLine(const Done &begun)
{
    return lineOf({{"begun", begun.has_value()}, {"error", errorOf(begun)}});
}

std::string endLine(const Result<MaintenanceEnd> &end)
{
    return lineOf({{"end", end ? Json(std::string(endNames.at(std::to_underlying(*end)))) : Json()}, {"error", errorOf(end)}});
}

std::optional<Done> beginFrom(std::string_view line)
{
    const auto json = jsonFrom(line);
    if (!json || !json->contains("begun") || !json->contains("error"))
        return std::nullopt;
    if ((*json)["begun"] == true)
        return Done();
    const auto error = errorFromJson((*json)["error"]);
    return error ? std::optional<Done>(std::unexpected(*error)) : std::nullopt;
}

std::optional<Result<MaintenanceEnd>> endFrom(std::string_view line)
{
    const auto json = jsonFrom(line);
    if (!json || !json->contains("end") || !json->contains("error"))
        return std::nullopt;
    for (std::size_t i = 0; i < endNames.size(); ++i) {
        if ((*json)["end"] == endNames[i])
            return static_cast<MaintenanceEnd>(i);
    }
    const auto error = errorFromJson((*json)["error"]);
    return error ? std::optional<Result<MaintenanceEnd>>(std::unexpected(*error)) : std::nullopt;
}

} // namespace espalier
