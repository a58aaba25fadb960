#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The portable archive on a bare Debian 12 and on Debian 13: unpacked, started, used, replaced by another version, removed.
#
# shellcheck disable=SC2317 # what is called by check

# shellcheck source=tests/packages/common.sh
source tests/packages/common.sh
name=espalier-$version-linux-x86_64
ctl=/opt/$name/bin/espalierctl

unpack() {
    unshare "${asRootInside[@]}" tar -xJf "$made/$name.tar.xz" -C "$1/opt" --no-same-owner
}

# What stands for an older version is the same one in a directory of that name: nothing may depend on where it lies.
unpackOlder() { unpack "$1" && unshare "${asRootInside[@]}" mv "$1/opt/$name" "$1/opt/older one"; }
removeOlder() { unshare "${asRootInside[@]}" rm -r "$1/opt/older one"; }

removeIt() { unshare "${asRootInside[@]}" rm -r "$1/opt/$name"; }

opens() { window "$1" "$2" "/opt/$name/bin/espalier" /root/demo/site-a | tee "$workspace/window"; }

# The window had loaded libraries when it was looked at, and all of them were the archive's.
ownLibrariesOnly() {
    grep -q "^library: /opt/$name/lib/libQt6Widgets.so.6$" "$workspace/window"
    ! grep '^library: ' "$workspace/window" | grep -v "^library: /opt/$name/lib/"
}

for suite in bookworm trixie; do
    root=$workspace/$suite
    cleanRoot "$suite" "$root"
    filesOf "$root" >"$workspace/files-before"
    check "$suite: unpacked as another version" unpackOlder "$root"
    check "$suite: a move with it" inRoot "$root" /tests/use.sh move "/opt/older one/bin/espalierctl"
    check "$suite: unpacked" unpack "$root"
    check "$suite: the other one is removed" removeOlder "$root"
    check "$suite: the version is the archive's" isVersion "$root" "$ctl" "espalierctl $version"
    check "$suite: what the other one did is undone" inRoot "$root" /tests/use.sh undo "$ctl"
    check "$suite: a host gets an agent, by a program that has the computer's libraries" inRoot "$root" /tests/use.sh host "$ctl"
    check "$suite: everything is inside" inRoot "$root" "/opt/$name/bin/espalier" --self-test
    check "$suite: a window opens" opens "$root" "portable-$suite"
    check "$suite: and paints" painted "portable-$suite"
    check "$suite: with no library of the computer" ownLibrariesOnly
    check "$suite: removed" removeIt "$root"
    check "$suite: nothing is left" nothingLeft "$root" "$workspace/files-before"
done
check "bills of materials" tests/packages/sbom.py "$made"/"$name".*.spdx.json
finish
