# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `./dev package` and `./dev test-packages`: run at the top of the sources. What is built and packed comes from the build root
# and the root for packages, so that it is the same wherever it is made; docs/packaging.md.

: "${repository:?is set by ./dev}"
: "${cacheDirectory:?is set by dev.d/buildroot.sh}"
packageKinds=(source deb rpm portable) # and windows, where the libraries for it are
packageDirectory=build/packages

makePackages() {
    local kind kinds=() staged=
    (($# > 0)) || fail "\"./dev package\" needs to know what to make: deb, rpm, portable, windows, source or all."
    for kind in "$@"; do
        case $kind in
        all)
            kinds+=("${packageKinds[@]}")
            if [[ -n ${ESPALIER_WINDOWS_SDK:-} ]]; then
                kinds+=(windows)
            else
                say "No package for Windows is made: ESPALIER_WINDOWS_SDK does not name the libraries for it."
            fi
            ;;
        source | deb | rpm | portable | windows) kinds+=("$kind") ;;
        *) fail "There is no package \"$kind\". Choose deb, rpm, portable, windows, source or all." ;;
        esac
    done
    [[ " ${kinds[*]} " != *" windows "* ]] || useWindowsSdk
    usePackagingRoots "${kinds[@]}"
    mkdir -p "$packageDirectory"
    for kind in "${kinds[@]}"; do
        case $kind in
        source) ;;
        windows) stageForWindows ;;
        *) [[ -n $staged ]] || stagePrograms ;;
        esac
    done
    for kind in "${kinds[@]}"; do
        say "Making $kind."
        case $kind in
        source) version=$(projectVersion) tool packaging/source/make.sh ;; # needs git, and nothing of the other root
        windows) inPackagingRoot packaging/windows/make.sh ;;
        *) inPackagingRoot "packaging/$kind/make.sh" ;;
        esac
    done
    writeChecksums
    say "The packages are in $repository/$packageDirectory."
}

# Libraries of another system would make other packages. usePackagingRoots KIND…
usePackagingRoots() {
    [[ $(environmentKind) != inside ]] || fail "Packages are made from outside of the build environment."
    [[ $(uname -m) == x86_64 ]] || fail "Packages are made on x86-64 only."
    export ESPALIER_BUILD_ROOT=always
    [[ ! " $* " =~ \ (deb|rpm|portable)\  ]] || rootPrefix=packaging makeBuildRoot
}

# One build of the program and one of each agent serve all packages; what they install is laid out once for each of them.
stagePrograms() {
    local preset stage=build/package/stage
    for preset in package agent-x86_64 agent-aarch64; do build "$preset"; done
    staged=yes
    rm -rf "$stage"
    DESTDIR=$repository/$stage/program tool cmake --install build/package --component program --strip >/dev/null
    DESTDIR=$repository/$stage/agent tool cmake --install build/agent-x86_64 --component agent --strip >/dev/null
    # For hosts, the small agents in place of the one that the program's build made.
    install -m 644 -t "$stage/program/usr/libexec/espalier" build/agent-{x86_64,aarch64}/libexec/espalier/*.{gz,sha256}
}

stageForWindows() {
    local preset stage=build/windows/stage
    for preset in windows agent-x86_64 agent-aarch64; do build "$preset"; done
    rm -rf "$stage"
    (useWindowsRoot && tool cmake --install build/windows --prefix "$repository/$stage" --component program --strip >/dev/null)
    install -D -m 644 -t "$stage/libexec/espalier" build/agent-{x86_64,aarch64}/libexec/espalier/*.{gz,sha256}
}

# Runs a script in the root where the parts of its package come from.
inPackagingRoot() {
    (
        # shellcheck disable=SC2034 # for enterBuildRoot
        if [[ $1 == packaging/windows/* ]]; then useWindowsRoot; else rootPrefix=packaging; fi
        unset LANGUAGE
        export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
        enterBuildRoot env "version=$(projectVersion)" "DPKG_ADMINDIR=$cacheDirectory/$(rootName)/var/lib/dpkg" "$@"
    )
}

projectVersion() {
    sed -n 's/^project(espalier VERSION \([0-9.]*\) .*/\1/p' CMakeLists.txt
}

writeChecksums() {
    (
        cd "$packageDirectory" || exit
        find . -type f ! -name 'SHA256SUMS*' -printf '%P\0' | sort -z | xargs -0 sha256sum >SHA256SUMS.new
        mv SHA256SUMS.new SHA256SUMS
    )
}

# Tests look at what lies in build/packages.
testPackages() {
    local kind status=0 kinds=("$@")
    (($# > 0)) || kinds=(source deb rpm portable)
    for kind in "${kinds[@]}"; do
        [[ -x tests/packages/$kind.sh ]] || fail "There is no test of packages named \"$kind\". Choose source, deb, rpm, portable or windows."
    done
    usePackagingRoots "${kinds[@]}"
    for kind in "${kinds[@]}"; do
        say "Testing $kind."
        version=$(projectVersion) tests/packages/"$kind".sh || status=1
    done
    return "$status"
}
