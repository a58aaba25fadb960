#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The zip and the installer of what is staged, with all that it loads besides Windows itself. Runs in the root for Windows.

set -euo pipefail
: "${version:?is set by ./dev package}"
: "${ESPALIER_WINDOWS_SDK:?is set by ./dev package}"
# shellcheck source=packaging/common.sh
source packaging/common.sh
output=$(realpath "$output")
stage=build/windows/stage
work=build/windows/package
name=espalier-$version-windows-x86_64
top=$work/$name
# Where libraries are looked for, the nearest first.
places=("$ESPALIER_WINDOWS_SDK/bin" /usr/lib/gcc/x86_64-w64-mingw32/*-posix /usr/x86_64-w64-mingw32/lib)
# Below the directory of Qt's plugins: what is loaded by name.
plugins=(platforms/q{windows,offscreen}.dll tls/qschannelbackend.dll imageformats/qjpeg.dll)
# What is inside, with the versions of the libraries that were linked.
components=build/windows/src/app/components.json
umask 022

# What a file needs that is not Windows' own.
neededBy() {
    local library place
    x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\tDLL Name: //p' | while read -r library; do
        for place in "${places[@]}"; do
            [[ ! -f $place/$library ]] || { echo "$place/$library" && break; }
        done
    done
}

# Copies what the files in bin and plugins need, and what that needs, until nothing is missing.
libraries() {
    local before=-1 file library
    while (($(find "$top/bin" -type f | wc -l) != before)); do
        before=$(find "$top/bin" -type f | wc -l)
        for file in "$top"/bin/*.{exe,dll} "$top"/plugins/*/*.dll; do
            [[ -f $file ]] || continue
            while read -r library; do
                [[ -f $top/bin/${library##*/} ]] || install -m 644 "$library" "$top/bin"
            done < <(neededBy "$file")
        done
    done
    x86_64-w64-mingw32-strip --strip-unneeded "$top"/bin/*.dll "$top"/plugins/*/*.dll
}

qt() {
    local plugin
    for plugin in "${plugins[@]}"; do
        install -D -m 644 "$ESPALIER_WINDOWS_SDK/plugins/$plugin" "$top/plugins/$plugin"
    done
    # Otherwise Qt takes the directory of its libraries for the top of all that belongs to it.
    printf '[Paths]\nPrefix=..\n' >"$top/bin/qt.conf"
    install -d "$top/translations"
    cp /usr/share/qt6/translations/qtbase_*.qm "$top/translations"
}

documents() {
    local directory=$top/share/doc/espalier
    install -D -m 644 packaging/windows/README.md "$top/README.md"
    install -D -m 644 -t "$directory" CHANGELOG.md
    install -D -m 644 LICENSES/GPL-3.0-or-later.txt "$directory/COPYING"
    packaging/notices.py "$components" >"$directory/third-party.txt"
}

# The files and directories of the package for the installer, which removes exactly these again.
# shellcheck disable=SC1003,SC2016 # for the installer, in which it is a variable, behind which comes a backslash
installerLists() {
    (
        cd "$top" || exit
        find . -mindepth 1 -type d -printf 'CreateDirectory "$INSTDIR\\%P"\n' | tr / '\\' | sort >../directories.nsh
        find . -type f -printf '%P\n' | sort | while read -r file; do
            printf 'File "/oname=$INSTDIR\\%s" "%s/%s"\n' "${file//\//\\}" "$PWD" "$file"
        done >../files.nsh
        {
            find . -type f -printf 'Delete "$INSTDIR\\%P"\n' | sort
            find . -mindepth 1 -type d -printf 'RMDir "$INSTDIR\\%P"\n' | sort -r
        } | tr / '\\' >../remove.nsh
    )
}

rm -rf "$work"
mkdir -p "$top"
cp -a "$stage"/{bin,libexec,share} "$top"
qt
libraries
documents
find "$top" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

archive=$output/$name.zip
rm -f "$archive"
(cd "$work" && find "$name" | sort | TZ=UTC zip -q -X -9 -@ "$archive")
installerLists
installer=$output/espalier-$version-setup.exe
makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DLISTS="$PWD/$work" -DICON="$PWD/build/windows/src/app/espalier.ico" \
    -DSIZE="$(du -sk "$top" | cut -f1)" -DOUTPUT="$installer.partial" packaging/windows/installer.nsi
mv "$installer.partial" "$installer"
for file in "$archive" "$installer"; do
    packaging/sbom.py "$file" espalier "$version" "$components" >"$file.spdx.json"
done
