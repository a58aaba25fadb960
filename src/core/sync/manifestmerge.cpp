// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/manifestmerge.h"

#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"

#include <nlohmann/json.hpp>

#include <array>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr std::string_view ownNotes = "notes";
constexpr std::string_view ownVerifyState = "verify_state";

/// Manifests were read before, so this is an object.
Json parsed(const Manifest &manifest)
{
    return Json::parse(manifest.json, nullptr, false);
}

Json protectedPart(const Manifest &manifest)
{
    Json json = parsed(manifest);
    if (json.is_object()) {
        json.erase("unprotected");
        json.erase("signature");
    }
    return json;
}

/// Gives @p to what @p from has under @p key, nothing where it has none.
void take(Json &to, const Json &from, std::string_view key)
{
    to.erase(key);
    if (from.contains(key))
        to[key] = from[key];
}

/// An object in any case.
Json &unprotectedPart(Json &manifest)
{
    Json &part = manifest["unprotected"];
    if (!part.is_object())
        part = Json::object();
    return part;
}

std::string encoded(const Json &manifest)
{
    return encodeBlob(manifest.dump(2, ' ', false, Json::error_handler_t::replace));
}

std::unexpected<Error> notAnObject()
{
    return fail(Error::Kind::Damaged, MessageId::ManifestDamaged, manifestFileName, "0", "an object");
}

} // namespace

bool sameProtectedContent(const Manifest &one, const Manifest &other)
{
    return protectedPart(one) == protectedPart(other);
}

Done checkOverwrite(const Manifest &present, const Manifest &source, std::string_view snapshot, std::string_view ns)
{
    const auto refuse = [&](MessageId id) { return fail(Error::Kind::Conflict, id, snapshot, ns); };
    if (!present.keyFingerprint.empty() && source.keyFingerprint.empty())
        return refuse(MessageId::SyncWouldUnencrypt);
    if (!present.keyFingerprint.empty() && present.keyFingerprint != source.keyFingerprint)
        return refuse(MessageId::SyncKeysDiffer);
    if (present.keyFingerprint.empty() && source.keyFingerprint.empty() && !sameProtectedContent(present, source))
        return refuse(MessageId::SyncContentDiffers);
    return {};
}

Result<MergedManifest> mergedManifest(const Manifest &present, const Manifest &source)
{
    Json merged = parsed(source);
    const Json own = parsed(present);
    if (!merged.is_object() || !own.is_object())
        return notAnObject();
    Json &unprotected = unprotectedPart(merged);
    const Json ownUnprotected = own.value("unprotected", Json::object());
    if (ownUnprotected.is_object()) {
        take(unprotected, ownUnprotected, ownNotes);
        if (sameProtectedContent(present, source))
            take(unprotected, ownUnprotected, ownVerifyState);
    }
    return MergedManifest{encoded(merged), merged != own};
}

Result<MergedManifest> mendedManifest(const Manifest *present, const Manifest &source)
{
    Json mended = parsed(source);
    if (!mended.is_object())
        return notAnObject();
    Json &unprotected = unprotectedPart(mended);
    unprotected.erase(ownVerifyState);
    const Json own = present ? parsed(*present).value("unprotected", Json::object()) : Json();
    if (own.is_object())
        take(unprotected, own, ownNotes);
    return MergedManifest{encoded(mended), true};
}

Result<std::optional<MergedManifest>> carriedManifest(const Manifest &copy, const Manifest &source)
{
    const Json own = parsed(copy);
    const Json from = parsed(source);
    if (!own.is_object() || !from.is_object())
        return notAnObject();
    if (!copy.notes.empty() && !source.notes.empty() && copy.notes != source.notes)
        return std::nullopt;
    Json carried = own;
    const Json offered = from.value("unprotected", Json::object());
    for (const auto &[key, value] : offered.items()) {
        const bool isLacking = !unprotectedPart(carried).contains(key) || (key == ownNotes && copy.notes.empty());
        if (isLacking)
            unprotectedPart(carried)[key] = value;
    }
    const bool isChange = carried != own;
    return MergedManifest{isChange ? encoded(carried) : std::string(), isChange};
}

} // namespace espalier
