// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace espalier::bench {

/// What one run of a child process took.
struct Usage
{
    double wall = 0;  ///< Seconds.
    double cpu = 0;   ///< User and system, seconds.
    long peakKib = 0; ///< Largest resident set.
    int status = 0;   ///< Exit status; 128 and the signal where it was killed.
};

/// Runs a program, its output thrown away, @p input on its standard input.
Usage runProgram(const std::vector<std::string> &command, const std::string &input = {});

/// What it writes to its standard output.
std::string outputOf(const std::vector<std::string> &command);

/// CLOCK_MONOTONIC.
double monotonicSeconds();

double median(std::vector<double> values);

/// Calls all @p contenders in turn, @p rounds times after one round that does not count; a list of results for each.
std::vector<std::vector<Usage>> alternate(const std::vector<std::function<Usage()>> &contenders, int rounds);

double medianWall(const std::vector<Usage> &runs);

} // namespace espalier::bench
