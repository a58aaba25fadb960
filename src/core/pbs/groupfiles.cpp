// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupfiles.h"

#include "core/pbs/utf8.h"

namespace espalier {

namespace {

constexpr std::size_t maxFirstLine = 256;
constexpr char32_t replacement = 0xfffd;

bool isControl(char32_t value)
{
    return (value < 0x20 && value != '\t') || (value >= 0x7f && value <= 0x9f);
}

std::string_view lineOf(std::string_view content)
{
    return content.substr(0, content.find('\n'));
}

} // namespace

Result<AuthId> readOwner(std::string_view content, std::string_view file)
{
    auto owner = AuthId::fromString(trimmedEnd(lineOf(content)));
    if (!owner)
        return fail(Error::Kind::Damaged, MessageId::OwnerDamaged, file, "user@realm or user@realm!token");
    return owner;
}

std::string writeOwner(const AuthId &owner)
{
    return owner.toString() + "\n";
}

std::string firstLine(std::string_view notes)
{
    const std::string_view line = trimmed(lineOf(notes));
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        const auto character = characterAt(line, at);
        std::string piece;
        appendUtf8(piece, character && !isControl(character->value) ? character->value : replacement);
        if (text.size() + piece.size() > maxFirstLine)
            break;
        text += piece;
        at += character ? character->length : 1;
    }
    return text;
}

} // namespace espalier
