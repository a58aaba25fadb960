// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/difftext.h"

#include "text/printable.h"

#include <ranges>

namespace espalier::text {

QStringList diffLines(const ConfigFileEdits &file)
{
    QStringList lines;
    for (const std::string &line : file.diff()) {
        QStringList parts;
        for (const auto part : std::views::split(line, '\t'))
            parts << printable(std::string_view(part.begin(), part.end()));
        lines << parts.join(u'\t');
    }
    return lines;
}

} // namespace espalier::text
