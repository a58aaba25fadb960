// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/manifestwriter.h"

#include "core/pbs/datablob.h"

#include <nlohmann/json.hpp>

namespace espalier {

namespace {

using Json = nlohmann::json; // keys sorted by bytes, as PBS has them

Json signedPart(const Manifest &manifest)
{
    Json files = Json::array();
    for (const ManifestFile &file : manifest.files) {
        files.push_back(
            {{"filename", file.fileName}, {"crypt-mode", toString(file.cryptMode)}, {"size", file.size}, {"csum", file.checksum.toHex()}});
    }
    return {{"backup-type", manifest.backupType},
            {"backup-id", manifest.backupId},
            {"backup-time", manifest.backupTime},
            {"files", std::move(files)}};
}

Json unprotectedPart(const Manifest &manifest, const UploadStatistics &statistics)
{
    Json part{{"chunk_upload_stats",
               {{"count", statistics.count},
                {"size", statistics.size},
                {"compressed_size", statistics.compressedSize},
                {"duplicates", statistics.duplicates}}}};
    if (!manifest.notes.empty())
        part["notes"] = manifest.notes;
    if (manifest.verifyState != VerifyState::None)
        part["verify_state"] = {{"state", toString(manifest.verifyState)}, {"upid", manifest.verifyUpid}};
    return part;
}

} // namespace

std::string writeManifest(const Manifest &manifest, const UploadStatistics &statistics, const DemoKey *key)
{
    constexpr int indent = 2;
    Json whole = signedPart(manifest);
    Json unprotected = unprotectedPart(manifest, statistics);
    Json signature;
    if (key) {
        signature = key->sign(whole.dump());
        unprotected["key-fingerprint"] = key->fingerprint();
    }
    whole["signature"] = std::move(signature);
    whole["unprotected"] = std::move(unprotected);
    return encodeBlob(whole.dump(indent));
}

} // namespace espalier
