# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Programs for Windows are built in a root of their own, with libraries for Windows that ESPALIER_WINDOWS_SDK names: an archive
# (tar), which is unpacked into the cache once, or a directory; docs/packaging.md, "Windows".

: "${repository:?is set by ./dev}"
: "${cacheDirectory:?is set by dev.d/buildroot.sh}"

# Lets ESPALIER_WINDOWS_SDK be the directory with the libraries.
useWindowsSdk() {
    local given=${ESPALIER_WINDOWS_SDK:-} unpacked found
    [[ -n $given ]] || fail "Programs for Windows need libraries for Windows, and nothing says where these are. Let ESPALIER_WINDOWS_SDK name the archive or the directory that has them; docs/packaging.md says what belongs there."
    [[ -e $given ]] || fail "ESPALIER_WINDOWS_SDK names \"$given\", which does not exist. Let it name the archive or the directory with the libraries for Windows."
    if [[ -f $given ]]; then
        # The name begins with that of no root: those that are not used go away.
        unpacked=$cacheDirectory/sdk-$(sha256sum <"$given" | cut -c1-16)
        [[ -d $unpacked ]] || unpackSdk "$given" "$unpacked"
        given=$unpacked
    fi
    found=$(find "$given" -maxdepth 6 -path '*/lib/cmake/Qt6/Qt6Config.cmake' -print -quit)
    [[ -n $found ]] || fail "There is no Qt for Windows in $given. Let ESPALIER_WINDOWS_SDK name another archive or directory; docs/packaging.md says what belongs there."
    ESPALIER_WINDOWS_SDK=$(realpath "${found%/lib/cmake/Qt6/Qt6Config.cmake}")
    export ESPALIER_WINDOWS_SDK
}

unpackSdk() {
    rm -rf "$2.partial"
    mkdir -p "$2.partial"
    tar --extract --no-same-owner --file="$1" --directory="$2.partial" || fail "The archive $1 cannot be unpacked; the reason stands above."
    mv -T "$2.partial" "$2"
}

# What comes next works in the root for Windows.
useWindowsRoot() {
    [[ $(environmentKind) != inside ]] || fail "Programs for Windows are built from outside of the build environment."
    [[ $(uname -m) == x86_64 ]] || fail "Programs for Windows are built on x86-64 only."
    useWindowsSdk
    export ESPALIER_BUILD_ROOT=always
    # shellcheck disable=SC2034 # for enterBuildRoot
    rootPrefix=windows
}

# In the root with Wine, which is made where it is missing; WINEPREFIX names the prefix.
enterWine() {
    (
        unset LANGUAGE DISPLAY
        # shellcheck disable=SC2034 # for enterBuildRoot
        rootPrefix=wine
        export ESPALIER_BUILD_ROOT=always
        enterBuildRoot env PATH=/usr/local/bin:/usr/sbin:/usr/bin LC_ALL=C.UTF-8 WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml= \
            USER="${USER:-root}" "$@" </dev/null
    )
}

# A prefix is finished before anything runs in it. The fonts of Windows are not there; without others in their places words had serifs.
makeWinePrefix() {
    (rootPrefix=wine makeBuildRoot)
    rm -rf "$WINEPREFIX"
    # shellcheck disable=SC2016 # for the shell inside
    enterWine sh -c 'wineboot -i && wineserver -w
        for font in Tahoma "MS Shell Dlg" "MS Shell Dlg 2" "Segoe UI"; do
            wine reg add "HKCU\\Software\\Wine\\Fonts\\Replacements" /v "$font" /d "Liberation Sans" /f || exit
        done
        wineserver -w' >/dev/null 2>&1
}

# The tests for Windows, each in Wine; tests/windows-skips.txt names those that are not built.
testWindows() {
    local test status=0 log
    build windows-tests
    export WINEPREFIX=$repository/build/windows-tests/wine
    makeWinePrefix
    cd "$repository/build/windows-tests/tests" || return
    (($# > 0)) || set -- tst_*.exe
    for test in "${@%.exe}"; do
        log=$repository/build/windows-tests/$test.log
        if QT_QPA_PLATFORM=offscreen enterWine timeout 900 wine "$test.exe" -o "$test.txt,txt" >"$log" 2>&1; then
            echo "ok: $test: $(grep -a '^Totals' "$test.txt")"
        else
            echo "FAILED: $test"
            { grep -aE '^(FAIL|XPASS|QFATAL)|^ +(Actual|Expected|Loc)' "$test.txt" || tail -n 5 "$log"; } | sed 's/^/    /'
            status=1
        fi
    done
    enterWine wineserver -k || true
    return "$status"
}
