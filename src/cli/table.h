// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/output.h"

#include <QString>

#include <functional>
#include <vector>

namespace espalier::cli {

enum class Align { Left, Right };

using TableRow = std::vector<QString>;

/// Prints rows with aligned columns. Rows come twice from @p rows, once for measuring and once for printing, so that long
/// tables need no memory. A column that is empty in every row is left out; the first row is the head.
void printTable(Output &output, const std::vector<Align> &columns,
                const std::function<void(const std::function<void(const TableRow &)> &)> &rows);

/// "1.5 GiB", in the numbers of the locale.
QString humanSize(std::uint64_t bytes);

} // namespace espalier::cli
