// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/table.h"

#include <QLocale>

#include <algorithm>

namespace espalier::cli {

void printTable(Output &output, const std::vector<Align> &columns,
                const std::function<void(const std::function<void(const TableRow &)> &)> &rows)
{
    std::vector<qsizetype> widths(columns.size(), 0);
    std::vector<bool> isUsed(columns.size(), false);
    bool isHead = true;
    rows([&](const TableRow &row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
            isUsed[i] = isUsed[i] || (!isHead && !row[i].isEmpty());
        }
        isHead = false;
    });
    rows([&](const TableRow &row) {
        QString line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!isUsed[i])
                continue;
            if (!line.isEmpty())
                line += QStringLiteral("  ");
            line += columns[i] == Align::Left ? row[i].leftJustified(widths[i]) : row[i].rightJustified(widths[i]);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        if (!output.isBroken())
            output.line(line);
    });
}

QString humanSize(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeIecFormat);
}

} // namespace espalier::cli
