// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace espalier {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

Digest::Digest(std::span<const std::byte, size> bytes)
{
    std::ranges::copy(bytes, m_bytes.begin());
}

Result<Digest> Digest::fromHex(std::string_view text)
{
    const auto isHex = [](char c) { return hexValue(c) >= 0; };
    if (text.size() != 2 * size || !std::ranges::all_of(text, isHex))
        return fail(Error::Kind::InvalidInput, MessageId::DigestMalformed, text);
    Digest digest;
    for (std::size_t i = 0; i < size; ++i)
        digest.m_bytes[i] = static_cast<std::byte>(hexValue(text[2 * i]) * 16 + hexValue(text[2 * i + 1]));
    return digest;
}

Digest Digest::of(std::span<const std::byte> data)
{
    static const EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr); // lives as long as the program
    Digest digest;
    auto *const out = reinterpret_cast<unsigned char *>(digest.m_bytes.data());
    if (!algorithm || EVP_Digest(data.data(), data.size(), out, nullptr, algorithm, nullptr) != 1)
        throw std::runtime_error("libcrypto offers no SHA-256");
    return digest;
}

Digest Digest::of(std::string_view data)
{
    return of(std::as_bytes(std::span(data)));
}

std::string Digest::toHex() const
{
    std::string text;
    text.reserve(2 * size);
    for (const std::byte byte : m_bytes) {
        text += hexDigits[std::to_integer<unsigned>(byte >> 4)];
        text += hexDigits[std::to_integer<unsigned>(byte & std::byte{15})];
    }
    return text;
}

} // namespace espalier
