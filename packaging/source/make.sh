#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The source archive of the last commit: the same bytes wherever and whenever it is made. Runs in the build root.

set -euo pipefail
: "${version:?is set by ./dev package}"
archive=${output:-build/packages}/espalier-$version.tar.gz
# The checkout may belong to another user than the one who makes the archive.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$PWD

git rev-parse --verify -q HEAD >/dev/null || {
    echo "The source archive is made from a git checkout, and this is none." >&2
    exit 1
}
[[ -z $(git status --porcelain) ]] || echo "What is not committed is not in the source archive." >&2
git -c core.autocrlf=false -c tar.umask=0022 archive --format=tar --prefix="espalier-$version/" HEAD |
    gzip -9n >"$archive.partial"
mv "$archive.partial" "$archive"
