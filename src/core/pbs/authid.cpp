// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/authid.h"

#include "core/pbs/safeid.h"
#include "core/pbs/utf8.h"

#include <algorithm>

namespace espalier {

namespace {

bool isControl(char c)
{
    return (c >= 0 && c < 0x20) || c == 0x7f;
}

bool isUserName(std::string_view text)
{
    return isWord(text, ":/") && std::ranges::none_of(text, isControl);
}

bool isRealm(std::string_view text)
{
    return text.size() >= 2 && text.size() <= 32 && isSafeId(text);
}

} // namespace

Result<AuthId> AuthId::fromString(std::string_view text)
{
    const auto refused = [text] { return fail(Error::Kind::InvalidInput, MessageId::AuthIdMalformed, text); };
    const std::size_t at = text.rfind('@'); // names may hold '@' and '!', realms may not
    if (at == std::string_view::npos)
        return refused();
    const std::size_t mark = text.find('!', at);
    AuthId id;
    id.m_text = text;
    id.m_realmAt = at + 1;
    if (mark != std::string_view::npos)
        id.m_tokenAt = mark + 1;
    if (!isUserName(id.name()) || !isRealm(id.realm()) || (id.isToken() && !isSafeId(id.token())))
        return refused();
    return id;
}

std::string_view AuthId::user() const
{
    return std::string_view(m_text).substr(0, isToken() ? m_tokenAt - 1 : std::string::npos);
}

std::string_view AuthId::name() const
{
    return std::string_view(m_text).substr(0, m_realmAt - 1);
}

std::string_view AuthId::realm() const
{
    return user().substr(m_realmAt);
}

std::string_view AuthId::token() const
{
    return isToken() ? std::string_view(m_text).substr(m_tokenAt) : std::string_view();
}

} // namespace espalier
