# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tests of packages share: clean roots of Debian 12 and 13, commands and windows in them, and how checks are told.

set -euo pipefail
: "${version:?is set by ./dev test-packages}"
repository=$PWD
# shellcheck source=dev.d/messages.sh
source dev.d/messages.sh
# shellcheck source=dev.d/environment.sh
source dev.d/environment.sh
# shellcheck source=dev.d/buildroot.sh
source dev.d/buildroot.sh
# shellcheck source=dev.d/windows.sh
source dev.d/windows.sh
# shellcheck source=dev.d/package.sh
source dev.d/package.sh

# shellcheck disable=SC2034 # used by the tests
made=$repository/build/packages
pictures=$repository/build/test-packages/pictures
olderVersion=0.0.9
failures=0
workspace=$(mktemp -d "${TMPDIR:-/tmp}/espalier-packages.XXXXXX")
# Everybody may look through it: apt fetches as a user of its own.
chmod 755 "$workspace"
mkdir -p "$pictures"
trap 'removeRoots "$workspace"' EXIT
trap 'exit 130' INT TERM HUP

# check WHAT COMMAND…: the command succeeds; else what it printed is shown.
check() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "ok: $what"
    else
        printf 'FAILED: %s\n%s\n' "$what" "$(tail -n 20 <<<"$said" | sed 's/^/    /')"
        failures=$((failures + 1))
    fi
}

finish() {
    ((failures == 0)) || exit 1
    exit 0
}

# A Debian of its own in DIRECTORY, with apt and nothing else. It is made once and kept in the cache for a week.
# cleanRoot SUITE DIRECTORY
cleanRoot() {
    local cached=$cacheDirectory/test-$1
    if [[ -z $(find "$cached" -maxdepth 0 -mtime -7 2>/dev/null) ]]; then
        removeRoots "$cached" "$cached.partial"
        unshare "${asRootInside[@]}" --mount --pid --fork --kill-child --mount-proc \
            mmdebstrap --quiet --variant=apt --mode=root --components=main --dpkgopt=force-unsafe-io "$1" "$cached.partial" >&2 </dev/null
        touch "$cached.partial"
        mv -T "$cached.partial" "$cached"
    fi
    unshare "${asRootInside[@]}" cp -a "$cached" "$2"
    unshare "${asRootInside[@]}" cp -L /etc/resolv.conf "$2/etc/resolv.conf"
}

# inRoot ROOT COMMAND…: as root there, with the packages in /packages and the tests in /tests. What apt fetches is kept in the cache.
inRoot() {
    mkdir -p "$cacheDirectory/archives/partial"
    # shellcheck disable=SC2016 # for the shell inside
    unshare "${asRootInside[@]}" --mount --pid --fork --kill-child /bin/sh -c '
        root=$1 packages=$2 tests=$3 archives=$4 && shift 4
        mkdir -p "$root/packages" "$root/tests"
        mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --bind "$packages" "$root/packages" &&
            mount --bind "$tests" "$root/tests" && mount --bind "$archives" "$root/var/cache/apt/archives" || exit
        exec chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
            HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"' \
        sh "$1" "$made" "$repository/tests/packages" "$cacheDirectory/archives" "${@:2}" </dev/null
}

# One after the other: what is fetched is kept for all.
install() {
    (
        flock 9
        inRoot "$1" apt-get -q -y -o Dpkg::Options::=--force-unsafe-io install --no-install-recommends "${@:2}"
    ) 9>"$cacheDirectory/archives.lock"
}

# Opens a window in the root, and leaves its picture. window ROOT PICTURE COMMAND…
window() {
    local picture=$pictures/$2.png
    rm -f "$picture"
    tool dev.d/virtual-display tests/packages/window.sh "$1" "$picture" "${@:3}"
}

tool() {
    (
        unset LANGUAGE
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 enterEnvironment "$@"
    )
}

# The files of a root, apart from what the system itself keeps about packages and runs.
filesOf() {
    unshare "${asRootInside[@]}" find "$1" -xdev \( -path "$1/var/lib/dpkg" -o -path "$1/var/lib/apt" -o -path "$1/var/cache" -o -path "$1/var/log" \
        -o -path "$1/tmp" -o -path "$1/run" -o -path "$1/root" -o -path "$1/packages" -o -path "$1/tests" -o -path "$1/etc/ld.so.cache" \
        -o -path "$1/var/lib/rpm" \) -prune -o -printf '%P\n' | sort
}

# Whether the root has the same files as when BEFORE was written. nothingLeft ROOT BEFORE
nothingLeft() {
    filesOf "$1" >"$workspace/files-after"
    diff "$2" "$workspace/files-after"
}

# Whether a program tells its version. isVersion ROOT PROGRAM VERSION
isVersion() {
    [[ $(inRoot "$1" "$2" --version) == "$3"* ]]
}

# Whether a picture shows more than a frame.
painted() {
    (($(tool identify -format %k "$pictures/$1.png") > 200))
}

# Makes the packages of an older version, for upgrades. makeOlder KIND
makeOlder() {
    mkdir -p "$repository/build/test-packages/older"
    (
        # shellcheck disable=SC2317 # called by inPackagingRoot
        projectVersion() { echo "$olderVersion"; }
        output=$repository/build/test-packages/older inPackagingRoot "packaging/$1/make.sh" >/dev/null
    )
    if [[ $1 != windows ]]; then
        mkdir -p "$workspace/older"
        cp "$repository/build/test-packages/older"/*"$olderVersion"*."$1" "$workspace/older"
    fi
}
