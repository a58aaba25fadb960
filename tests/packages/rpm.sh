#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The rpm packages: their files and dependencies, and, as Debian has rpm too, how they are installed, upgraded and removed on a
# Debian 13 that has the libraries. No Fedora or openSUSE is tried here.
#
# shellcheck disable=SC2317 # what is called by check

# shellcheck source=tests/packages/common.sh
source tests/packages/common.sh
program=espalier-$version-1.x86_64.rpm
agent=espalier-agent-$version-1.x86_64.rpm
root=$workspace/desktop

installDependencies() {
    local names
    inRoot "$root" apt-get -q update
    names=$(dpkg-deb -f "build/packages/espalier_${version}_amd64.deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
    # shellcheck disable=SC2086 # names of packages have no blanks
    install "$root" rpm $names
}

query() { inRoot "$root" rpm -q "$@"; }

# What the spec file packs is what the build installed.
samePaths() {
    local component=$1 package=$2
    query -p --queryformat '[%{FILENAMES} %{FILEMODES:perms}\n]' "/packages/$package" | sed -n 's/ -[rwx-]*$//p' | grep -v '^/usr/share/licenses/' | sort >"$workspace/packed"
    (cd "build/package/stage/$component" && find . -type f -printf '/%P\n') | sed 's:\(/man/.*\):\1.gz:' | sort >"$workspace/staged"
    diff "$workspace/staged" "$workspace/packed"
}

needsLibraries() { query -p --requires "/packages/$program" | grep '^libQt6Widgets\.so\.6(Qt_6)(64bit)$'; }
needsNothing() {
    query -p --requires "/packages/$agent" >"$workspace/requires" && ! grep -v '^rpmlib(' "$workspace/requires"
}

# Directories that several packages share are those of Fedora's own packages, which are not here to own them.
nothingOwnLeft() {
    local path
    filesOf "$root" | comm -13 "$workspace/files-before" - >"$workspace/left"
    while read -r path; do
        [[ -d $root/$path && $path != *espalier* ]] || return 1
    done <"$workspace/left"
}

check "an older version is made" makeOlder rpm
cleanRoot trixie "$root"
check "libraries and rpm" installDependencies
check "all files of the program are packed" samePaths program "$program"
check "all files of the agent are packed" samePaths agent "$agent"
check "the program asks for Qt's libraries" needsLibraries
check "the agent asks for nothing" needsNothing
filesOf "$root" >"$workspace/files-before"
# The names of the libraries' packages are those of Debian here.
made=$workspace/older check "an older version is installed" inRoot "$root" rpm -i --nodeps "/packages/espalier-$olderVersion-1.x86_64.rpm"
check "a move with the older version" inRoot "$root" /tests/use.sh move espalierctl
check "upgrade" inRoot "$root" rpm -U --nodeps "/packages/$program" "/packages/$agent"
check "rpm finds the files as they were packed" inRoot "$root" rpm -V --nodeps espalier espalier-agent
check "what the older version did is undone" inRoot "$root" /tests/use.sh undo espalierctl
check "the agent is used" inRoot "$root" /tests/use.sh host espalierctl installed
check "the agent tells its version" isVersion "$root" /usr/libexec/espalier/espalier-agent "espalier-agent $version, protocol "
check "a window opens" window "$root" rpm espalier /root/demo/site-a
check "and paints" painted rpm
check "removed" inRoot "$root" rpm -e espalier espalier-agent
check "nothing is left" nothingOwnLeft
check "bills of materials" tests/packages/sbom.py "$made"/espalier*-"$version"-1.*.rpm.spdx.json
finish
