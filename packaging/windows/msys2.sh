#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Espalier on Windows itself, in a UCRT64 shell of MSYS2, at the top of the sources: installs what is missing, builds in
# build/msys2, and leaves build/msys2/espalier, which runs wherever it is put. No agents for hosts are in it: hosts need the package
# espalier-agent, or the agents of another package of the same version in libexec/espalier.

set -euo pipefail
[[ ${MSYSTEM:-} == UCRT64 ]] || {
    echo "This is for the UCRT64 shell of MSYS2." >&2
    exit 1
}
prefix=${MINGW_PACKAGE_PREFIX:?}
packages=(gcc cmake ninja qt6-base qt6-tools qt6-translations syntax-highlighting kdsingleapplication qtkeychain-qt6 zstd openssl
    nlohmann-json librsvg python)
pacman -S --needed --noconfirm tzdata "${packages[@]/#/$prefix-}"

cmake -S . -B build/msys2 -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_INSTALL_PREFIX=build/msys2/espalier \
    -DESPALIER_ZONEINFO="$(cygpath -m /usr/share/zoneinfo)"
cmake --build build/msys2
rm -rf build/msys2/espalier
cmake --install build/msys2 --component program --strip
windeployqt6 --no-opengl-sw --no-system-d3d-compiler --dir build/msys2/espalier/bin build/msys2/espalier/bin/espalier.exe
# What Qt's tool does not know: the libraries of MSYS2 that the programs and Qt itself need.
ldd build/msys2/espalier/bin/*.{exe,dll} | sed -n "s:.* => \($MINGW_PREFIX/[^ ]*\) .*:\1:p" | sort -u | xargs cp -u -t build/msys2/espalier/bin
echo "Start build/msys2/espalier/bin/espalier.exe."
