#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The source archive is the same bytes from another checkout, and has what the checkout has.
#
# shellcheck disable=SC2317 # what is called by check

# shellcheck source=tests/packages/common.sh
source tests/packages/common.sh
archive=espalier-$version.tar.gz

# In another directory, by another umask, later.
makeTwice() {
    local checkout
    for checkout in one two; do
        git -c safe.directory='*' clone -q --no-hardlinks "$repository" "$workspace/$checkout"
        (
            [[ $checkout == one ]] || umask 077
            cd "$workspace/$checkout"
            mkdir -p build/packages
            version=$version tool packaging/source/make.sh
        )
    done
}

sameBytes() { cmp "$workspace/one/build/packages/$archive" "$workspace/two/build/packages/$archive"; }

sameFiles() {
    tar -xzf "$workspace/one/build/packages/$archive" -C "$workspace"
    diff -r --exclude=.git --exclude=build "$workspace/one" "$workspace/espalier-$version"
}

sumsAreRight() { (cd build/packages && sha256sum --quiet -c SHA256SUMS); }

check "two archives of one commit are made" makeTwice
check "they are the same bytes" sameBytes
check "all files of the commit are inside" sameFiles
check "SHA256SUMS is right" sumsAreRight
finish
