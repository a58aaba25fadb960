// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdio>
#include <string_view>

namespace espalier::cli {

/// Where results go: standard output, UTF-8. Once nobody reads it any more it stays quiet.
class Output
{
public:
    explicit Output(std::FILE *file = stdout) : m_file(file) {}
    ~Output();
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    void line(const QString &text = {});
    void text(std::string_view bytes);
    bool isBroken() const { return m_broken; }

private:
    std::FILE *m_file;
    bool m_broken = false;
};

/// One line on standard error, for a person who watches.
void tell(const QString &text);

/// A line on standard error that the next one replaces; the empty text only removes it. Does nothing without a terminal.
void showProgress(const QString &text);

} // namespace espalier::cli
