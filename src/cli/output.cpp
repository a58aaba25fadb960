// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include "cli/terminal.h"

namespace espalier::cli {

Output::~Output()
{
    std::fflush(m_file);
}

void Output::line(const QString &text)
{
    this->text((text + u'\n').toUtf8().toStdString());
}

void Output::text(std::string_view bytes)
{
    if (!m_broken && std::fwrite(bytes.data(), 1, bytes.size(), m_file) != bytes.size())
        m_broken = true;
}

void tell(const QString &text)
{
    showProgress({});
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

void showProgress(const QString &text)
{
    if (!showsProgress())
        return;
    std::fputs("\r\033[K", stderr);
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace espalier::cli
