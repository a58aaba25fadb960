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

Result<MergedManifest> mergedManifest(const Manifest &present, const Manifest &source, bool keepsVerifyState)
{
    Json merged = parsed(source);
    const Json own = parsed(present);
    if (!merged.is_object() || !own.is_object())
        return fail(Error::Kind::Damaged, MessageId::ManifestDamaged, manifestFileName, "0", "an object");
    Json unprotected = merged.value("unprotected", Json::object());
    const Json ownUnprotected = own.value("unprotected", Json::object());
    if (unprotected.is_object() && ownUnprotected.is_object()) {
        take(unprotected, ownUnprotected, ownNotes);
        if (keepsVerifyState && sameProtectedContent(present, source))
            take(unprotected, ownUnprotected, ownVerifyState);
        merged["unprotected"] = std::move(unprotected);
    }
    return MergedManifest{encodeBlob(merged.dump(2, ' ', false, Json::error_handler_t::replace)), merged != own};
}

} // namespace espalier
