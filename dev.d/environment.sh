# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the work happens: on the system itself where it has what is needed, else in a build root (buildroot.sh).

: "${repository:?is set by ./dev}"

# The family of a system that has all packages ("debian", "fedora", "arch"), read from an os-release file; else nothing.
nativeFamily() {
    (
        ID='' ID_LIKE='' VERSION_ID=''
        # shellcheck source=/dev/null
        source "$1" 2>/dev/null || exit 0
        case " $ID $ID_LIKE " in
        " debian "*) ((${VERSION_ID:-99} >= 13)) && echo debian ;;
        " ubuntu "*) ((10#${VERSION_ID//./} >= 2504)) && echo debian ;;
        " fedora "*) ((VERSION_ID >= 40)) && echo fedora ;;
        *" arch "*) echo arch ;;
        esac
        exit 0
    )
}

# "inside" a build root already, "root" (a build root is used) or "native".
environmentKind() {
    if [[ -d /.root/etc ]]; then
        echo inside
    elif [[ ${ESPALIER_BUILD_ROOT:-} == always ]]; then
        echo root
    elif [[ ${ESPALIER_BUILD_ROOT:-} == never || -n $(nativeFamily /etc/os-release) ]]; then
        echo native
    else
        echo root
    fi
}

# Tells build directories of different environments apart.
environmentName() {
    case $(environmentKind) in
    inside) basename "$(findmnt -n -o FSROOT /.root/etc | sed 's:/etc$::')" ;;
    root) rootName ;;
    native) nativeFamily /etc/os-release ;;
    esac
}

# Makes sure that what the build needs is there. Installs packages only after naming them.
prepareEnvironment() {
    case $(environmentKind) in
    inside) ;;
    root) makeBuildRoot ;;
    native) [[ ${ESPALIER_BUILD_ROOT:-} == never ]] || installNative "$(nativeFamily /etc/os-release)" ;;
    esac
}

# Replaces this process by a command in the environment. Nothing is prepared.
enterEnvironment() {
    if [[ $(environmentKind) == root ]]; then
        enterBuildRoot "$@"
    fi
    type -P -- "$1" >/dev/null || {
        say "$(notFound "$1")"
        exit 127
    }
    exec -- "$@"
}

notFound() {
    echo "There is no command \"$1\". If it is a program of Espalier, \"./dev build\" makes it."
}

packageList() {
    sed -e 's/#.*//' "$repository/dev.d/packages/$1" | xargs
}

asRoot() {
    if ((EUID == 0)); then
        "$@"
    elif type -P sudo >/dev/null; then
        sudo "$@"
    else
        fail "Installing packages needs root, and there is no sudo here. Run this as root: $*"
    fi
}

# Prints those of the given Debian packages that are not installed.
missingDebian() {
    comm -13 <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^.i //p' | sort -u) <(printf '%s\n' "$@" | sort -u)
}

installDebian() {
    # A fresh machine has no package lists yet, an old one has stale ones.
    asRoot apt-get update -q >&2 || true
    asRoot env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 </dev/null
}

installNative() {
    local family=$1 packages missing=()
    read -ra packages <<<"$(packageList "$family")"
    case $family in
    debian) mapfile -t missing < <(missingDebian "${packages[@]}") ;;
    fedora) mapfile -t missing < <(for p in "${packages[@]}"; do rpm -q --quiet --whatprovides "$p" || echo "$p"; done) ;;
    arch) mapfile -t missing < <(pacman -T "${packages[@]}") ;;
    esac
    ((${#missing[@]} > 0)) || return 0
    say "These packages are missing and will be installed: ${missing[*]}"
    case $family in
    debian) installDebian "${missing[@]}" ;;
    fedora) asRoot dnf install -y "${missing[@]}" >&2 ;;
    arch) asRoot pacman -S --needed --noconfirm "${missing[@]}" >&2 ;;
    esac || fail "The packages could not be installed; the reason stands above. Install them by hand and try again."
}
