// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"

int main(int argc, char **argv)
{
    return espalier::cli::runProgram(argc, argv);
}
