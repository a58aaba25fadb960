// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/datastoreconfig.h"

#include "core/pbs/safeid.h"
#include "core/pbs/sectionconfig.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace espalier {

namespace {

constexpr std::size_t maxPathLength = 4096; // config-formats §4

/// As PBS's windows show it; a percent sign that starts no byte stays.
std::string decodedMessage(std::string_view text)
{
    std::string message;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const char *const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            message += static_cast<char>(value);
            i += 2;
        } else {
            message += text[i];
        }
    }
    std::erase_if(message, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return message;
}

void readMaintenance(const std::string &text, ConfiguredStore &store)
{
    static constexpr std::array<std::string_view, 5> modes = {"read-only", "offline", "delete", "unmount", "s3-refresh"};
    store.maintenanceMode = "?";
    auto parts = readPropertyString(text, "type");
    if (!parts)
        return;
    const bool isKnown = std::ranges::contains(modes, std::string_view((*parts)["type"]))
        && std::ranges::all_of(*parts, [](const auto &part) { return part.first == "type" || part.first == "message"; });
    if (isKnown)
        store.maintenanceMode = (*parts)["type"];
    store.maintenanceMessage = decodedMessage((*parts)["message"]);
}

/// Whether a backend is S3; nothing where it cannot be told.
std::optional<bool> isS3Backend(const std::string &text)
{
    auto parts = readPropertyString(text, {});
    if (!parts)
        return std::nullopt;
    const std::string type = parts->contains("type") ? parts->at("type") : "filesystem";
    if (type != "filesystem" && type != "s3")
        return std::nullopt;
    return type == "s3";
}

bool hasKey(const ConfigSection &section, std::string_view key)
{
    return std::ranges::any_of(section.properties, [key](const auto &property) { return property.first == key; });
}

/// The store of a section, or what is wrong with it.
std::expected<ConfiguredStore, std::string> readStore(const ConfigSection &section)
{
    if (section.type != "datastore")
        return std::unexpected("datastore, not " + section.type);
    if (!isDatastoreName(section.id))
        return std::unexpected("a datastore name");
    ConfiguredStore store;
    store.name = section.id;
    store.path = section.value("path");
    if (store.path.empty() || store.path.size() > maxPathLength || store.path.contains('\0'))
        return std::unexpected("path of " + section.id);
    store.isRemovable = hasKey(section, "backing-device");
    if (hasKey(section, "maintenance-mode"))
        readMaintenance(section.value("maintenance-mode"), store);
    if (hasKey(section, "backend")) {
        const auto isS3 = isS3Backend(section.value("backend"));
        if (!isS3)
            return std::unexpected("backend of " + section.id);
        store.isS3 = *isS3;
    }
    return store;
}

} // namespace

Result<std::vector<ConfiguredStore>> readDatastoreConfig(std::string_view text, std::string_view file)
{
    const auto sections = readSectionConfig(text, file);
    if (!sections)
        return failWith(sections);
    std::vector<ConfiguredStore> stores;
    for (const ConfigSection &section : *sections) {
        auto store = readStore(section);
        if (store && std::ranges::contains(stores, store->name, &ConfiguredStore::name))
            store = std::unexpected("only one " + section.id);
        if (!store)
            return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, file, section.type + ": " + section.id, store.error());
        stores.push_back(*std::move(store));
    }
    return stores;
}

} // namespace espalier
