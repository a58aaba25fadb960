#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `./dev exec` promises: a command behaves as if it had been started directly. Builds nothing; with a build root it
# looks at that one, else at the system itself.
#
# shellcheck disable=SC2016 # what stands in single quotes is for the shell inside

set -uo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dev=$top/dev
failures=0

# is WHAT EXPECTED ACTUAL
is() {
    if [[ $2 == "$3" ]]; then
        echo "ok: $1"
    else
        printf 'FAILED: %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

status() {
    "$@" >/dev/null 2>&1 </dev/null
    echo $?
}

# A host that has a PBS, put together in a mount name space where nobody else sees it.
hostWithPbs() {
    local scratch=$1 place
    mount -t tmpfs none "$scratch" || return 1
    for place in etc var/log var/lib run; do
        mkdir -p "$scratch/$place/"{up,work}
        mount -t overlay -o "lowerdir=/$place,upperdir=$scratch/$place/up,workdir=$scratch/$place/work" none "/$place" || return 1
        mkdir -m 700 "/$place/proxmox-backup"
        chown 34:34 "/$place/proxmox-backup"
    done
    echo 'datastore: one' >/etc/proxmox-backup/datastore.cfg
    ln -sfn ../usr/share/zoneinfo/US/Pacific /etc/localtime
    rm -f /etc/timezone
    for place in etc var/log var/lib run; do
        is "with PBS: /$place/proxmox-backup" "$(stat -c '%F %i %u:%g %a' "/$place/proxmox-backup")" \
            "$("$dev" exec stat -c '%F %i %u:%g %a' "/$place/proxmox-backup" 2>&1)"
    done
    is "with PBS: its configuration" "datastore: one" "$("$dev" exec cat /etc/proxmox-backup/datastore.cfg 2>&1)"
    "$dev" exec touch /etc/proxmox-backup/touched
    is "with PBS: it can be written" "datastore.cfg touched" "$(find /etc/proxmox-backup -type f -printf '%f\n' | sort | xargs)"
    is "another time zone, by a relative link" "-0800 ../usr/share/zoneinfo/US/Pacific" \
        "$("$dev" exec sh -c 'echo "$(date -d 2026-01-01T00:00Z +%z) $(readlink /etc/localtime)"' 2>&1)"
}
if [[ ${1:-} == with-pbs ]]; then
    hostWithPbs "$2" || echo "skipped: a host with PBS (the kernel has no overlay file systems here)"
    exit $((failures > 0))
fi

workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT

if ! "$dev" exec true; then
    echo "FAILED: the environment cannot be entered"
    exit 1
fi

is "exit status 0" 0 "$(status "$dev" exec true)"
is "exit status 7" 7 "$(status "$dev" exec sh -c 'exit 7')"
is "death by a signal" 137 "$(status "$dev" exec sh -c 'kill -KILL $$')"
is "no such command" 127 "$(status "$dev" exec no-such-command-here)"
is "no such command says so in one sentence on standard error" 1 "$("$dev" exec no-such-command-here 2>&1 >/dev/null | wc -l)"
is "exec without a command" 1 "$(status "$dev" exec)"
is "an unknown command of ./dev" 1 "$(status "$dev" frobnicate)"
is "packages for Windows without its libraries" 1 "$(ESPALIER_WINDOWS_SDK='' status "$dev" package windows)"
is "packages of an unknown kind" 1 "$(status "$dev" package frobnicate)"
is "packages of no kind" 1 "$(status "$dev" package)"
is "standard input" "$(printf 'a\nb')" "$(printf 'a\nb' | "$dev" exec cat)"
is "standard output and error stay apart" "out" "$("$dev" exec sh -c 'echo out; echo err >&2' 2>/dev/null)"
is "binary data" "$(head -c 100000 /dev/zero | sha256sum)" "$(head -c 100000 /dev/zero | "$dev" exec cat | sha256sum)"
is "arguments" '<a b><><$x "y">' "$("$dev" exec printf '<%s>' 'a b' '' '$x "y"')"
is "a variable" "one  two" "$(ESPALIER_PROBE='one  two' "$dev" exec sh -c 'printf %s "$ESPALIER_PROBE"')"
is "an open file descriptor" "through 7" "$("$dev" exec sh -c 'echo "through 7" >&7' 7>&1)"
is "the directory" "$workspace" "$(cd "$workspace" && "$dev" exec pwd)"
mkdir "$workspace/a directory"
is "a directory with a space" "$workspace/a directory" "$(cd "$workspace/a directory" && "$dev" exec pwd)"
is "files written inside are there outside" "x" "$("$dev" exec sh -c "echo x >'$workspace/file'" && cat "$workspace/file")"

environment() {
    "$@" env | grep -vE '^(_|SHLVL|PWD|OLDPWD)=' | sort
}
is "the whole environment" "$(environment env)" "$(environment "$dev" exec)"
is "open files" "$(ls /proc/self/fd)" "$("$dev" exec ls /proc/self/fd)"

is "the user" "$(id -u):$(id -g)" "$("$dev" exec sh -c 'echo "$(id -u):$(id -g)"')"
is "users have names" "$(getent passwd "$(id -u)")" "$("$dev" exec getent passwd "$(id -u)")"
is "process ids are the host's" "$$" "$("$dev" exec sh -c "ps -o pid= -p $$" | tr -d ' ')"
is "the time zone" "$(date +%Z%z)" "$("$dev" exec date +%Z%z)"
is "the link of the time zone" "$(readlink /etc/localtime)" "$("$dev" exec readlink /etc/localtime)"

for directory in /etc/proxmox-backup /run/proxmox-backup /var/log/proxmox-backup /var/lib/proxmox-backup; do
    # An entry of any kind counts, a dangling link as well.
    is "$directory" "$(stat -c '%F %i' "$directory" 2>/dev/null)" "$("$dev" exec stat -c '%F %i' "$directory" 2>/dev/null)"
done

if ((EUID == 0)) && [[ ! -e /etc/proxmox-backup ]] && unshare --mount true 2>/dev/null; then
    mkdir "$workspace/pbs"
    unshare --mount "$0" with-pbs "$workspace/pbs" || failures=$((failures + 1))
else
    echo "skipped: a host with PBS (only root can put one together, where there is none)"
fi

# Signals reach the command, which may take its time; ./dev is the command's own process.
"$dev" exec sh -c 'trap "echo asked >\"$1\"; exit 42" TERM; echo ready >"$2"; while :; do sleep 0.05; done' sh "$workspace/asked" "$workspace/ready" &
process=$!
for _ in {1..200}; do
    [[ -s $workspace/ready ]] && break
    sleep 0.05
done
kill -TERM "$process"
wait "$process"
is "SIGTERM: the command decides" "42 asked" "$? $(cat "$workspace/asked" 2>/dev/null)"

# A program of Espalier comes from build/: dev before release before asan.
mkdir -p "$workspace/clone/build"/{dev,release,asan}/bin
cp -r "$top/dev" "$top/dev.d" "$workspace/clone/"
for preset in asan release dev; do
    printf '#!/bin/sh\necho %s\n' "$preset" >"$workspace/clone/build/$preset/bin/probe"
    chmod +x "$workspace/clone/build/$preset/bin/probe"
    is "a built program: $preset" "$preset" "$("$workspace/clone/dev" exec probe)"
done

# Without a build root there is one sentence, and nothing is made.
mkdir "$workspace/cache"
if [[ ! -d /.root/etc ]]; then
    is "no build root" 1 "$(XDG_CACHE_HOME=$workspace/cache ESPALIER_BUILD_ROOT=always status "$dev" exec true)"
    is "no build root: the sentence" 1 "$(XDG_CACHE_HOME=$workspace/cache ESPALIER_BUILD_ROOT=always "$dev" exec true 2>&1 | grep -c 'Run "./dev build" once')"
    is "no build root: nothing is made" "" "$(ls -A "$workspace/cache")"
fi

# Which systems build natively.
# shellcheck source-path=SCRIPTDIR/../..
native() {
    printf '%s\n' "$@" >"$workspace/os-release"
    (
        # shellcheck disable=SC2034 # read by the sourced file
        repository=$top
        # shellcheck source=dev.d/environment.sh
        source "$top/dev.d/environment.sh"
        nativeFamily "$workspace/os-release"
    )
}
is "Debian 12" "" "$(native ID=debian 'VERSION_ID="12"')"
is "Debian 13" debian "$(native ID=debian 'VERSION_ID="13"')"
is "Debian testing" debian "$(native ID=debian)"
is "Ubuntu 24.04" "" "$(native ID=ubuntu ID_LIKE=debian 'VERSION_ID="24.04"')"
is "Ubuntu 25.04" debian "$(native ID=ubuntu ID_LIKE=debian 'VERSION_ID="25.04"')"
is "Fedora 39" "" "$(native ID=fedora VERSION_ID=39)"
is "Fedora 40" fedora "$(native ID=fedora VERSION_ID=40)"
is "Arch" arch "$(native ID=arch)"
is "like Arch" arch "$(native ID=endeavouros ID_LIKE=arch)"
is "Mint, like Ubuntu" "" "$(native ID=linuxmint 'ID_LIKE="ubuntu debian"' 'VERSION_ID="22"')"
is "no os-release" "" "$(native 'ID=')"

if ((failures > 0)); then
    echo "$failures failed"
    exit 1
fi
echo "all passed"
