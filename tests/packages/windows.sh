#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The installer and the zip for Windows, in fresh prefixes of Wine: installed for one user and for all, over an older version, started,
# used (the tour: the demo in memory, moves, undo, the simulator), removed.
#
# shellcheck disable=SC2016,SC2030,SC2031,SC2317 # for shells inside; in subshells; what is called by check

# shellcheck source=tests/packages/common.sh
source tests/packages/common.sh
installer=$made/espalier-$version-setup.exe
older=$repository/build/test-packages/older/espalier-$olderVersion-setup.exe
zip=espalier-$version-windows-x86_64
export WINEPREFIX=$workspace/prefix
drive=$WINEPREFIX/drive_c
forUser='C:\users\root\AppData\Local\Programs\Espalier'
forAll='C:\Program Files\Espalier'
uninstallKey='Software\Microsoft\Windows\CurrentVersion\Uninstall\Espalier'

# Runs a program of Windows and waits for all that it started: an uninstaller goes on in a copy of itself. A dialog that nobody
# answers, such as the one in which Qt tells that a plugin is missing, is ended.
finished='timeout -k 10 900 wine "$@"; status=$?; [ $status -lt 124 ] || wineserver -k; wineserver -w; exit $status'
windows() { enterWine sh -c "$finished" sh "$@"; }
onDisplay() { enterWine dev.d/virtual-display sh -c "$finished" sh "$@"; }

# All files but Wine's own and those that people and programs write.
filesOfDrive() {
    (cd "$drive" && find . \( -path ./windows -o -path './users/*/Temp' -o -path './users/*/AppData/*/espalier' -o -path './ProgramData/Microsoft' \
        -o -path './users/*/AppData/*/Microsoft' \) -prune -o -print | sort)
}

nothingLeftOnDrive() {
    filesOfDrive | diff "$workspace/files-before" - && ! find "$drive" -name 'Espalier*.lnk' | grep . && ! windows reg query "$1\\$uninstallKey"
}

# As Windows' path.
installDirectory() { echo "$drive/$(sed 's/^C:.//; s:\\:/:g' <<<"$1")"; }

isInstalled() {
    local directory
    directory=$(installDirectory "$2")
    [[ -f $directory/bin/espalier.exe && -f $directory/uninstall.exe ]] && find "$drive" -name Espalier.lnk | grep -q . &&
        windows reg query "$1\\$uninstallKey" /v DisplayVersion | grep -qF "$3"
}

isVersionOf() { [[ $(windows "$1\\bin\\espalierctl.exe" --version | tr -d '\r') == "espalierctl $version"* ]]; }

# What a retention keeps of a year of imagined backups, counted in a zone that came with the program.
simulates() {
    windows "$1\\bin\\espalierctl.exe" prune simulate --keep-last 3 --keep-daily 7 --rhythm daily --from 2026-01-01 --until 2026-02-01 \
        --zone Europe/Vienna | tee "$workspace/simulated"
    grep -q 'daily 7 of 7' "$workspace/simulated"
}

# A file with a path of more than 260 characters is read.
readsLongPaths() {
    local directory=$drive/long name
    name=$(printf 'n%.0s' {1..120})
    directory+=/$name/$name/$name
    mkdir -p "$directory"
    cp "$workspace/simulated" "$directory/not a plan.json"
    windows "$1\\bin\\espalierctl.exe" apply "C:\\long\\$name\\$name\\$name\\not a plan.json" >"$workspace/long" 2>&1
    rm -r "$drive/long"
    ! grep -qi 'does not exist' "$workspace/long"
}

plays() {
    local status=0
    rm -rf "$workspace/tour"
    onDisplay "$1\\bin\\espalier.exe" --tour "Z:${workspace//\//\\}\\tour" || status=1
    cp "$workspace"/tour/*-{tree,pending,applied,undone,simulator,dark}.png "$pictures/windows" 2>/dev/null
    [[ $status -eq 0 && -f $(echo "$workspace"/tour/*-undone.png) && -f $(echo "$workspace"/tour/*-simulator.png) ]]
}

install() { windows "$1" /S "/$2"; }
uninstall() { windows "$1\\uninstall.exe" /S "/$2"; }

mkdir -p "$pictures/windows"
check "a package of an older version" makeOlder windows
check "a fresh prefix" makeWinePrefix
mkdir -p "$(installDirectory "${forUser%\\*}")" # a real Windows has it
filesOfDrive >"$workspace/files-before"

check "one user: an older version is installed" install "$older" CurrentUser
check "one user: it is there" isInstalled HKCU "$forUser" "$olderVersion"
touch "$(installDirectory "$forUser")/notes of mine.txt"
check "one user: installed over it" install "$installer" CurrentUser
check "one user: the newer one is there" isInstalled HKCU "$forUser" "$version"
check "one user: a file of somebody else's stayed" rm "$(installDirectory "$forUser")/notes of mine.txt"
check "the version is the package's" isVersionOf "$forUser"
check "the simulator on the command line" simulates "$forUser"
check "paths of more than 260 characters" readsLongPaths "$forUser"
check "everything is inside" onDisplay "$forUser\\bin\\espalier.exe" --self-test
check "the window, with a demo in memory: moves, undo, simulator" plays "$forUser"
check "one user: removed" uninstall "$forUser" CurrentUser
check "one user: nothing is left" nothingLeftOnDrive HKCU

check "all users: installed" install "$installer" AllUsers
check "all users: it is there" isInstalled HKLM "$forAll" "$version"
check "all users: the version is the package's" isVersionOf "$forAll"
check "all users: removed" uninstall "$forAll" AllUsers
check "all users: nothing is left" nothingLeftOnDrive HKLM

check "zip: unpacked" enterWine unzip -q "$made/$zip.zip" -d "$drive"
check "zip: the version is the package's" isVersionOf "C:\\$zip"
check "zip: removed" rm -r "${drive:?}/$zip"
check "zip: nothing is left" nothingLeftOnDrive HKCU
check "bills of materials" tests/packages/sbom.py "$installer.spdx.json" "$made/$zip.zip.spdx.json"
finish
