// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminal.h"

#include <langinfo.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <string_view>

namespace espalier::cli {

bool canAsk()
{
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

bool showsProgress()
{
    return isatty(STDERR_FILENO) == 1;
}

bool isUtf8Locale()
{
    const locale_t locale = newlocale(LC_CTYPE_MASK, "", nullptr);
    if (!locale)
        return false;
    const bool isUtf8 = std::string_view(nl_langinfo_l(CODESET, locale)) == "UTF-8";
    freelocale(locale);
    return isUtf8;
}

void prepareStreams()
{
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace espalier::cli
