# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts say, they say in whole sentences on standard error.

say() {
    printf './dev: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}
