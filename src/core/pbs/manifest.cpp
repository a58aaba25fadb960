// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/manifest.h"

#include "core/pbs/datablob.h"
#include "core/pbs/jsonreader.h"

#include <algorithm>
#include <format>
#include <limits>
#include <numeric>
#include <span>

namespace espalier {

namespace {

/// No manifest is larger: PBS takes blobs of 16 MiB, and thousands of files are 1 MiB.
constexpr std::size_t maxManifest = std::size_t{64} * 1024 * 1024;

constexpr std::string_view fileKeys[] = {"filename", "size", "csum", "crypt-mode"};
constexpr std::string_view verifyKeys[] = {"state", "upid"};
constexpr std::string_view unprotectedKeys[] = {"notes", "key-fingerprint", "verify_state"};
constexpr std::string_view manifestKeys[] = {"backup-type", "backup-id", "backup-time", "files", "signature", "unprotected"};

/// Which of an object's known keys have been read.
class SeenKeys
{
public:
    /// @p known must outlive this.
    explicit SeenKeys(std::span<const std::string_view> known) : m_known(known) {}

    /// The number of @p key among the known ones, or -1. A known key that comes twice makes @p json fail.
    int note(JsonReader &json, std::string_view key)
    {
        const auto found = std::ranges::find(m_known, key);
        if (found == m_known.end())
            return -1;
        const auto number = static_cast<int>(found - m_known.begin());
        if (has(number))
            json.refuse("each key once", json.offset());
        m_seen |= 1U << number;
        return number;
    }

    /// Makes @p json fail where one of the first @p count keys was not there.
    void require(JsonReader &json, int count) const
    {
        for (int number = 0; number < count; ++number) {
            if (!has(number))
                json.refuse(std::format("\"{}\"", m_known[static_cast<std::size_t>(number)]), json.offset());
        }
    }

private:
    bool has(int number) const { return m_seen >> number & 1; }

    std::span<const std::string_view> m_known;
    unsigned m_seen = 0;
};

CryptMode readCryptMode(JsonReader &json)
{
    const std::size_t begin = json.offset();
    const std::string text = json.string();
    for (const CryptMode mode : {CryptMode::None, CryptMode::SignOnly, CryptMode::Encrypt}) {
        if (text == toString(mode))
            return mode;
    }
    json.refuse(R"("none", "sign-only" or "encrypt")", begin);
    return CryptMode::None;
}

Digest readDigest(JsonReader &json)
{
    const std::size_t begin = json.offset();
    const auto digest = Digest::fromHex(json.string());
    if (!digest)
        json.refuse("64 hex digits", begin);
    return digest.value_or(Digest());
}

ManifestFile readFile(JsonReader &json)
{
    ManifestFile file;
    SeenKeys keys(fileKeys);
    json.beginObject();
    while (const auto key = json.nextKey()) {
        switch (keys.note(json, *key)) {
        case 0: file.fileName = json.string(); break;
        case 1: file.size = json.unsignedInteger(); break;
        case 2: file.checksum = readDigest(json); break;
        case 3: file.cryptMode = readCryptMode(json); break;
        default: json.skip();
        }
    }
    keys.require(json, 3); // crypt-mode is younger than the format
    return file;
}

/// What is not protected by the signature is not judged: PBS ignores members of another type.
std::string readTextOrSkip(JsonReader &json)
{
    if (json.peek() == '"')
        return json.string();
    json.skip();
    return {};
}

void readVerifyState(Manifest &manifest, JsonReader &json)
{
    if (json.peek() != '{')
        return json.skip();
    SeenKeys keys(verifyKeys);
    std::string state;
    json.beginObject();
    while (const auto key = json.nextKey()) {
        switch (keys.note(json, *key)) {
        case 0: state = readTextOrSkip(json); break;
        case 1: manifest.verifyUpid = readTextOrSkip(json); break;
        default: json.skip();
        }
    }
    if (state == toString(VerifyState::Ok))
        manifest.verifyState = VerifyState::Ok;
    else if (state == toString(VerifyState::Failed))
        manifest.verifyState = VerifyState::Failed;
}

void readUnprotected(Manifest &manifest, JsonReader &json)
{
    if (json.peek() != '{')
        return json.skip();
    SeenKeys keys(unprotectedKeys);
    json.beginObject();
    while (const auto key = json.nextKey()) {
        switch (keys.note(json, *key)) {
        case 0: manifest.notes = readTextOrSkip(json); break;
        case 1: manifest.keyFingerprint = readTextOrSkip(json); break;
        case 2: readVerifyState(manifest, json); break;
        default: json.skip();
        }
    }
}

std::string readBackupType(JsonReader &json)
{
    const std::size_t begin = json.offset();
    std::string type = json.string();
    if (!backupTypeFromString(type))
        json.refuse(R"("ct", "host" or "vm")", begin);
    return type;
}

void readFiles(Manifest &manifest, JsonReader &json)
{
    json.beginArray();
    while (json.nextItem())
        manifest.files.push_back(readFile(json));
}

void readMembers(Manifest &manifest, JsonReader &json)
{
    SeenKeys keys(manifestKeys);
    json.beginObject();
    while (const auto key = json.nextKey()) {
        switch (keys.note(json, *key)) {
        case 0: manifest.backupType = readBackupType(json); break;
        case 1: manifest.backupId = json.string(); break;
        case 2: manifest.backupTime = json.integer(); break;
        case 3: readFiles(manifest, json); break;
        case 4:
            if (!json.null())
                manifest.signature = json.string();
            break;
        case 5: readUnprotected(manifest, json); break;
        default: json.skip();
        }
    }
    keys.require(json, 4);
    json.end();
}

/// How much a mode protects.
int strength(CryptMode mode)
{
    return static_cast<int>(mode); // declared from weak to strong
}

} // namespace

std::string_view toString(CryptMode mode)
{
    switch (mode) {
    case CryptMode::None: return "none";
    case CryptMode::SignOnly: return "sign-only";
    case CryptMode::Encrypt: break;
    }
    return "encrypt";
}

std::string_view toString(VerifyState state)
{
    switch (state) {
    case VerifyState::None: return "";
    case VerifyState::Ok: return "ok";
    case VerifyState::Failed: break;
    }
    return "failed";
}

std::uint64_t Manifest::totalSize() const
{
    return std::accumulate(files.begin(), files.end(), std::uint64_t{0}, [](std::uint64_t sum, const ManifestFile &file) {
        const std::uint64_t more = sum + file.size;
        return more < sum ? std::numeric_limits<std::uint64_t>::max() : more; // sizes are foreign input
    });
}

CryptMode Manifest::cryptMode() const
{
    const auto weakest = std::ranges::min_element(files, {}, [](const ManifestFile &file) { return strength(file.cryptMode); });
    return weakest == files.end() ? CryptMode::None : weakest->cryptMode;
}

Result<Manifest> readManifest(std::string_view raw, std::string_view file)
{
    auto text = decodeBlob(raw, file, maxManifest);
    if (!text)
        return failWith(text);
    Manifest manifest;
    JsonReader json(*text);
    readMembers(manifest, json);
    if (json.failed())
        return fail(Error::Kind::Damaged, MessageId::ManifestDamaged, file, std::to_string(json.offset()), json.expected());
    manifest.json = *std::move(text);
    return manifest;
}

} // namespace espalier
