#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Packages for Debian and Ubuntu of what is staged. Runs in the root for packages.

set -euo pipefail
: "${version:?is set by ./dev package}"
# shellcheck source=packaging/common.sh
source packaging/common.sh
stage=build/package/stage
work=build/package/deb
umask 022

# What the programs link with, as Depends has it.
libraryDepends() {
    local programs=() program
    for program in "$@"; do programs+=("-e$PWD/$program"); done
    mkdir -p "$work/shlibdeps/debian"
    printf 'Source: espalier\n\nPackage: espalier\nArchitecture: any\nDescription: espalier\n' >"$work/shlibdeps/debian/control"
    (cd "$work/shlibdeps" && dpkg-shlibdeps -O "--admindir=${DPKG_ADMINDIR:?}" "${programs[@]}" 2>/dev/null) |
        sed -n 's/^shlibs:Depends=//p'
}

# The names in the value of a Depends field.
packageNames() {
    sed 's/([^)]*)//g; s/|[^,]*//g' <<<"$1" | tr ',' '\n' | xargs -r
}

# documents PACKAGE DIRECTORY STATIC…: changelog, licences of the package and, of what is linked statically, of others.
documents() {
    local package=$1 directory=$2/usr/share/doc/$1
    mkdir -p "$directory"
    packaging/changelog.py deb "$package" "$maintainer" | gzip -9n >"$directory/changelog.gz"
    sed "s/@MAINTAINER@/$maintainer/" packaging/deb/copyright >"$directory/copyright"
    packaging/notices.py "${@:3}" | gzip -9n >"$directory/third-party.txt.gz"
}

# pack PACKAGE STATIC…
pack() {
    local package=$1 root=$work/$1 name=$output/$1_${version}_amd64.deb depends=
    cp -a "$stage/$(component "$package")" "$root"
    find "$root" -path '*/man/*' -type f -exec gzip -9n {} +
    documents "$package" "$root" "${@:2}"
    [[ ! -f packaging/deb/$package.overrides ]] ||
        install -D -m 644 "packaging/deb/$package.overrides" "$root/usr/share/lintian/overrides/$package"
    [[ $package != espalier ]] || depends=$(libraryDepends "$root"/usr/bin/*)
    mkdir "$root/DEBIAN"
    sed -e "s/@VERSION@/$version/; s/@MAINTAINER@/$maintainer/; s/@DEPENDS@/$depends/; s/@SIZE@/$(du -ks --apparent-size "$root" | cut -f1)/" \
        "packaging/deb/$package.control" >"$root/DEBIAN/control"
    (cd "$root" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    dpkg-deb --build --root-owner-group "$root" "$name" >/dev/null
    # shellcheck disable=SC2046 # names of packages have no blanks
    packaging/sbom.py "$name" "$package" "$version" contains "${@:2}" depends $(packageNames "$depends") >"$name.spdx.json"
}

rm -rf "$work"
mkdir -p "$work"
pack espalier "${agentParts[@]}" # the agent that is put on hosts is inside
pack espalier-agent "${agentParts[@]}"
