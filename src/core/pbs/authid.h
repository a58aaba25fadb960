// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string>
#include <string_view>

namespace espalier {

/// Who owns a group: `user@realm` or `user@realm!token` (pbs-api-types Authid, text parser; rules in
/// datastore-format §2). Always valid.
class AuthId
{
public:
    static Result<AuthId> fromString(std::string_view text);

    const std::string &toString() const { return m_text; }
    std::string_view user() const; ///< "name@realm" without a token.
    std::string_view name() const;
    std::string_view realm() const;
    std::string_view token() const; ///< Empty for a user.
    bool isToken() const { return m_tokenAt != std::string::npos; }

    friend bool operator==(const AuthId &left, const AuthId &right) { return left.m_text == right.m_text; }

private:
    std::string m_text;
    std::size_t m_realmAt = 0;
    std::size_t m_tokenAt = std::string::npos;
};

} // namespace espalier
