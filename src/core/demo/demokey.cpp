// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demokey.h"

#include "core/pbs/crc32.h"
#include "core/pbs/datablob.h"
#include "core/pbs/littleendian.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <format>
#include <memory>
#include <new>

namespace espalier {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t keySize = 32;
constexpr std::size_t tagSize = 16;
constexpr std::string_view encryptedMagic = "\x7b\x67\x85\xbe\x22\x2d\x4c\xf0"sv;
constexpr std::string_view compressedEncryptedMagic = "\xe6\x59\x1b\xbf\x0b\xbf\xd8\x0b"sv;

using Bytes = unsigned char;

const Bytes *input(std::string_view text)
{
    return reinterpret_cast<const Bytes *>(text.data());
}

Bytes *output(std::string &text)
{
    return reinterpret_cast<Bytes *>(text.data());
}

/// The library fails here only without memory: all sizes are ours.
void require(bool done)
{
    if (!done)
        throw std::bad_alloc();
}

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

} // namespace

DemoKey::DemoKey(std::string_view key) : m_key(key), m_idKey(keySize, '\0')
{
    constexpr std::string_view salt = "_id_key";
    constexpr int rounds = 10;
    require(PKCS5_PBKDF2_HMAC(m_key.data(), static_cast<int>(m_key.size()), input(salt), static_cast<int>(salt.size()), rounds,
                              EVP_sha256(), static_cast<int>(keySize), output(m_idKey))
            == 1);
}

Digest DemoKey::digest(std::string_view content) const
{
    return Digest::of(std::string(content).append(m_idKey));
}

std::string DemoKey::fingerprint() const
{
    const Digest label = Digest::of("Proxmox Backup Encryption Key Fingerprint"sv);
    const Digest print = digest({reinterpret_cast<const char *>(label.bytes().data()), Digest::size});
    std::string text;
    for (const std::byte byte : print.bytes())
        text += std::format("{}{:02x}", text.empty() ? "" : ":", std::to_integer<unsigned>(byte));
    return text;
}

std::string DemoKey::sign(std::string_view text) const
{
    std::array<std::byte, Digest::size> mac{};
    require(HMAC(EVP_sha256(), m_idKey.data(), static_cast<int>(m_idKey.size()), input(text), text.size(),
                 reinterpret_cast<Bytes *>(mac.data()), nullptr)
            != nullptr);
    return Digest(std::span<const std::byte, Digest::size>(mac)).toHex();
}

std::string DemoKey::encodeBlob(std::string_view content, std::string_view iv) const
{
    const std::string plain = espalier::encodeBlob(content);
    const BlobHeader header = checkBlob(plain, {}).value();
    const std::string_view payload = std::string_view(plain).substr(header.headerSize);

    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> context(EVP_CIPHER_CTX_new());
    std::string encrypted(payload.size(), '\0');
    std::string tag(tagSize, '\0');
    int length = 0;
    require(context && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr) == 1
            && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_IVLEN, static_cast<int>(ivSize), nullptr) == 1
            && EVP_EncryptInit_ex(context.get(), nullptr, nullptr, input(m_key), input(iv)) == 1
            && EVP_EncryptUpdate(context.get(), output(encrypted), &length, input(payload), static_cast<int>(payload.size())) == 1
            && EVP_EncryptFinal_ex(context.get(), nullptr, &length) == 1
            && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagSize), tag.data()) == 1);

    std::string raw(header.compressed ? compressedEncryptedMagic : encryptedMagic);
    appendLittleEndian(raw, crc32(encrypted));
    return raw.append(iv).append(tag).append(encrypted);
}

} // namespace espalier
