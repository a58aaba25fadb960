// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/digest.h"

#include <array>
#include <string>
#include <string_view>

namespace espalier {

/// Encrypts as a client with a key does (datastore-format §6, §7, §10). Only the demo encrypts: its key is made up and gone.
class DemoKey
{
public:
    static constexpr std::size_t ivSize = 16;

    /// @p key: 32 bytes.
    explicit DemoKey(std::string_view key);

    Digest digest(std::string_view content) const; ///< Of a chunk.
    std::string fingerprint() const;               ///< Colon-separated hex, as manifests have it.
    std::string sign(std::string_view text) const; ///< HMAC in hex.

    /// An encrypted blob of @p content, compressed where that is not larger. @p iv: ivSize bytes.
    std::string encodeBlob(std::string_view content, std::string_view iv) const;

private:
    std::string m_key;
    std::string m_idKey;
};

} // namespace espalier
