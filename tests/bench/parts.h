// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measure.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace espalier::bench {

inline constexpr int rounds = 5;

struct Sizes
{
    std::filesystem::path folder = "build/bench";
    std::filesystem::path programs;
    std::size_t groups = 20'000;
    std::size_t snapshots = 400'000;
    std::size_t moves = 5'000;
    std::string only; ///< Empty: everything.
};

/// The path of a program that was built beside the benchmark.
std::string program(const Sizes &sizes, const std::string &name);

/// @name Rows of the table
/// @{
void row(const std::string &what, double ours, const std::string &peer, double theirs, const std::string &target);
void note(const std::string &what, const std::string &value, const std::string &target);
/// @}

void mustSucceed(const std::vector<Usage> &runs, const std::string &what);

/// The path of a big demo store, made where it is not there yet.
std::string demoStore(const Sizes &sizes, const std::string &name, std::size_t groups, std::size_t snapshots);

/// @name The parts, each prints its rows
/// @{
void measureScan(const Sizes &sizes);
void countSystemCalls(const Sizes &sizes); ///< On a smaller store: being traced makes each of them slow.
void measureDetails(const Sizes &sizes);
void measurePlanning(const Sizes &sizes);
void measureMoves(const Sizes &sizes);
void measureUndo(const Sizes &sizes); ///< And merges, and how a journal grows.
void measureRemoval(const Sizes &sizes);
void measurePrune();                    ///< In memory.
void measureMatrix(const Sizes &sizes); ///< How prune is shown; without a display.
void measureSync(const Sizes &sizes);   ///< With rsync where it is there.
void measureSsh(const Sizes &sizes);    ///< Over a real sshd, for root.
void measureWindow(const Sizes &sizes); ///< Inside a display; where there is none, in a virtual one.
/// @}

} // namespace espalier::bench
