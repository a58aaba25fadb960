// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/printable.h"

#include "text/utf8.h"

#include <algorithm>

namespace espalier {

QString printable(std::string_view text)
{
    QString shown = toQString(text);
    // Marks that turn the direction of text are replaced, too: with them a name can pose as another one.
    const auto isHidden = [](QChar c) {
        return c.category() == QChar::Other_Control || (c >= QChar(0x202a) && c <= QChar(0x202e))
            || (c >= QChar(0x2066) && c <= QChar(0x2069));
    };
    std::ranges::replace_if(shown, isHidden, QChar(QChar::ReplacementCharacter));
    return shown;
}

} // namespace espalier
