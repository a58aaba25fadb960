// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <print>

int main()
{
    std::println("espalierctl {}", ESPALIER_VERSION);
}
