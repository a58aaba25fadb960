#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One archive of what is staged, with all that it loads, down to the C library and its loader: older systems have an older one.
# Runs in the root for packages, where the libraries come from.

set -euo pipefail
: "${version:?is set by ./dev package}"
# shellcheck source=packaging/common.sh
source packaging/common.sh
stage=build/package/stage/program/usr
work=build/package/portable
name=espalier-$version-linux-x86_64
top=$work/$name
libraries=/usr/lib/x86_64-linux-gnu
# Below the directory of Qt's plugins. Windows are painted by the processor, so nothing for OpenGL is needed.
plugins=(
    platforms/libq{xcb,wayland-generic,offscreen}.so
    platformthemes/libqxdgdesktopportal.so
    platforminputcontexts/lib{compose,ibus}platforminputcontextplugin.so
    wayland-shell-integration/libxdg-shell.so
    wayland-decoration-client/lib{adwaita,bradient}.so
    imageformats/libqjpeg.so
)
# What no file names as needed: QtKeychain loads it.
loadedByName=("$libraries/libsecret-1.so.0")
umask 022

programs() {
    install -D -t "$top/libexec/espalier" "$stage"/bin/*
    cp -a "$stage"/libexec/espalier/* "$top/libexec/espalier"
    install -D packaging/portable/launcher "$top/bin/espalier"
    install -D packaging/portable/launcher "$top/bin/espalierctl"
    mkdir -p "$top/share"
    cp -a "$stage"/share/{applications,icons,man,bash-completion,zsh,fish} "$top/share"
}

qt() {
    local plugin
    for plugin in "${plugins[@]}"; do
        install -D -m 644 "$libraries/qt6/plugins/$plugin" "$top/lib/plugins/$plugin"
    done
    install -D -m 644 packaging/portable/qt.conf "$top/lib/qt.conf" # Qt looks for it beside the loader
    mkdir -p "$top/share/translations"
    cp /usr/share/qt6/translations/qtbase_*.qm "$top/share/translations"
}

# Every library that the files below lib and libexec need, and what those need, by the names they ask for.
closure() {
    {
        find "$top/lib" "$top/libexec" -type f \( -name '*.so*' -o -perm /100 \) -print0
        printf '%s\0' "${loadedByName[@]}"
    } | xargs -0 -n 1 ldd | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | sort -u
    printf '%s\n' "${loadedByName[@]}" /lib64/ld-linux-x86-64.so.2
}

copyLibraries() {
    local library
    while read -r library; do
        install -m 644 "$library" "$top/lib/${library##*/}"
        readlink -f "$library" >>"$work/origins"
    done < <(closure)
    chmod 755 "$top/lib/ld-linux-x86-64.so.2"
}

fontsAndKeyboards() {
    install -D -m 644 -t "$top/share/fonts" packaging/portable/fonts.conf /usr/share/fonts/truetype/dejavu/DejaVuSans{,-Bold,Mono}.ttf
    mkdir -p "$top/share/X11"
    cp -rL /usr/share/X11/xkb "$top/share/X11"
    find "$top/share/X11/xkb" -type l -delete
}

# The Debian packages from which something was copied.
packagesInside() {
    {
        cat "$work/origins"
        printf "$libraries/qt6/plugins/%s\n" "${plugins[@]}"
    } | sort -u | xargs dpkg-query -S | sed 's/:.*//' | sort -u
    printf '%s\n' qt6-translations-l10n fonts-dejavu-core xkb-data
}

documents() {
    local directory=$top/share/doc/espalier
    install -D -m 644 -t "$top" packaging/portable/README.md
    install -D -m 644 -t "$directory" CHANGELOG.md
    install -D -m 644 LICENSES/GPL-3.0-or-later.txt "$directory/COPYING"
    packaging/notices.py "$@" >"$directory/third-party.txt"
}

rm -rf "$work"
mkdir -p "$top/lib"
programs
qt
copyLibraries
fontsAndKeyboards
mapfile -t inside < <(packagesInside)
inside+=("${agentParts[@]}")
documents "${inside[@]}"
archive=$output/$name.tar.xz
tar --create --directory="$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner "$name" | xz -6 --threads=0 >"$archive.partial"
mv "$archive.partial" "$archive"
packaging/sbom.py "$archive" espalier "$version" contains "${inside[@]}" >"$archive.spdx.json"
