# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts that make packages share.

# shellcheck disable=SC2034 # used by those scripts
maintainer="Espalier contributors <contributors@espalier.org>"
# Where packages go; tests have a place of their own.
output=${output:-build/packages}
# The Debian packages of which something is inside of the static programs.
# shellcheck disable=SC2034
agentParts=(libc6-dev libstdc++-14-dev libssl-dev libzstd-dev nlohmann-json3-dev)
SOURCE_DATE_EPOCH=$(packaging/changelog.py date)
export SOURCE_DATE_EPOCH

# The component that cmake installs for a package.
component() {
    case $1 in
    espalier) echo program ;;
    espalier-agent) echo agent ;;
    esac
}
