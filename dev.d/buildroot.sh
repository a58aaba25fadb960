# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian 13 root in the user's cache, made by mmdebstrap and entered through bwrap. Only its /usr and /etc are used;
# everything else, processes included, is the host's.

: "${repository:?is set by ./dev}"
rootSuite=trixie
rootNeedsKiB=$((2500 * 1024)) # 1.6 GB when done, the packages themselves beside it for a while
cacheDirectory=${XDG_CACHE_HOME:-~/.cache}/espalier
# From the host's /etc, so that users, names and times inside are those outside.
hostEtc=(passwd group hosts hostname resolv.conf machine-id localtime timezone adjtime subuid subgid)

# The name says what is in it: another list of packages makes another root.
rootName() {
    printf 'root-%s' "$({ packageList debian; echo "$rootSuite 1"; } | sha256sum | cut -c1-16)"
}

makeBuildRoot() {
    local root lock
    root=$cacheDirectory/$(rootName)
    [[ -d $root ]] && return
    installHostTools
    mkdir -p "$cacheDirectory" || fail "The build root belongs in $cacheDirectory, which cannot be made. Let XDG_CACHE_HOME name a place that can be written."
    exec {lock}>"$cacheDirectory/lock"
    if ! flock -n "$lock"; then
        say "Another ./dev is making the build root; this one waits for it."
        flock "$lock"
    fi
    if [[ ! -d $root ]]; then
        removeRoots "$cacheDirectory"/root-*.partial
        checkSpace "$cacheDirectory"
        bootstrap "$root"
        removeOtherRoots "$root"
    fi
    exec {lock}>&-
}

installHostTools() {
    local wanted=(mmdebstrap bubblewrap) missing
    ((EUID == 0)) || wanted+=(uidmap)
    type -P apt-get >/dev/null || fail "This system is not known to ./dev, and it has no apt to install mmdebstrap with. Use Debian, Ubuntu, Fedora 40 or newer, or Arch."
    [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || wanted+=(debian-archive-keyring)
    mapfile -t missing < <(missingDebian "${wanted[@]}")
    if ((${#missing[@]} > 0)); then
        say "Espalier needs newer libraries than this system has, so it is built in a Debian 13 root in $cacheDirectory. To make it, these packages are installed here, and nothing else is changed: ${missing[*]}"
        installDebian "${missing[@]}" || fail "The packages ${missing[*]} could not be installed; the reason stands above. Install them by hand and try again."
    fi
    ((EUID == 0)) || checkUserNamespaces
}

checkUserNamespaces() {
    local user
    user=$(id -un)
    unshare --user true 2>/dev/null || fail "The build root needs user namespaces, which this system does not allow to ordinary users. Allow them (sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces or kernel.apparmor_restrict_unprivileged_userns), or run ./dev as root."
    if ! grep -qs "^\($user\|$EUID\):" /etc/subuid || ! grep -qs "^\($user\|$EUID\):" /etc/subgid; then
        fail "The build root needs a range of subordinate user ids for $user. Add one as root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user"
    fi
}

checkSpace() {
    local free
    free=$(df --output=avail -k "$1" | tail -n 1)
    ((free >= rootNeedsKiB)) || failFull "$1"
}

failFull() {
    fail "The disk of $1 is too full for the build root: $(($(df --output=avail -k "$1" | tail -n 1) / 1024)) MB are free and $((rootNeedsKiB / 1024)) MB are needed. Make room there, or let XDG_CACHE_HOME name a place on another disk."
}

bootstrap() {
    local root=$1 partial=$1.partial log=$cacheDirectory/build-root.log worker status=0
    say "Making the build root once (Debian 13, about a minute, 1.6 GB) in $root."
    # shellcheck disable=SC2064
    trap "interruptBootstrap '$partial'" INT TERM HUP
    mkdir "$partial"
    if ((EUID == 0)); then
        runMmdebstrap root "$partial" >"$log" 2>&1 &
    else
        bootstrapAsUser "$partial" >"$log" 2>&1 &
    fi
    worker=$!
    wait "$worker" || status=$?
    trap - INT TERM HUP
    ((status == 0)) || explainFailure "$partial" "$log"
    # A root of an ordinary user has no file of root's in it, and ssh refuses what is neither root's nor the user's.
    rm -rf "$partial"/etc/ssh/ssh_config.d "$partial"/var/cache/apt
    mv -T "$partial" "$root"
}

# The list is one argument: mmdebstrap reads it as words. Documentation is left out.
runMmdebstrap() {
    exec mmdebstrap --variant=apt --mode="$1" --components=main --dpkgopt='path-exclude=/usr/share/doc/*' \
        --include="$(packageList debian)" "$rootSuite" "${@:2}" </dev/null
}

# The user's cache may be closed to subordinate ids, so the root is made in a place open to them and handed over as an archive.
bootstrapAsUser() {
    local workshop=/var/tmp/espalier-build-root-$EUID status
    prepareWorkshop "$workshop"
    (TMPDIR=$workshop runMmdebstrap unshare --format=tar -) | tar -x --no-same-owner --exclude='./dev/*' -C "$1"
    status=$((PIPESTATUS[0] ? PIPESTATUS[0] : PIPESTATUS[1]))
    removeRoots "$workshop"
    return "$status"
}

prepareWorkshop() {
    [[ ! -e $1 || -O $1 ]] || fail "$1 belongs to somebody else. Ask them to remove it."
    removeRoots "$1"
    mkdir -m 755 "$1"
    checkSpace "$1"
}

interruptBootstrap() {
    trap '' INT TERM HUP
    # shellcheck disable=SC2046
    kill -TERM $(jobs -p) 2>/dev/null || true
    wait
    removeRoots "$1"
    fail "Making the build root was interrupted; the next ./dev begins anew."
}

explainFailure() {
    local partial=$1 log=$2 free
    free=$(df --output=avail -k "$cacheDirectory" | tail -n 1)
    removeRoots "$partial"
    if ((free < 50 * 1024)) || grep -qs 'No space left on device' "$log"; then
        failFull "$cacheDirectory"
    elif grep -qsE 'Temporary failure resolving|Could not resolve|Could not connect|Cannot initiate the connection|Unable to connect|Failed to fetch|Network is unreachable' "$log"; then
        fail "Debian's packages could not be fetched for the build root, so the network or the proxy needs a look; what exactly failed stands in $log. Then try again."
    fi
    fail "The build root could not be made: $(grep -E '^E: ' "$log" | tail -n 1 | cut -c4-). The whole story stands in $log."
}

# Removes roots that nobody needs; what is mounted in them, as after a killed mmdebstrap, is the host's and stays.
removeRoots() {
    local root mounted
    for root in "$@"; do
        [[ -d $root ]] || continue
        while read -r mounted; do
            umount --lazy "$mounted"
        done < <(findmnt -rn -o TARGET | grep -F "$root/" | sort -r)
        rm -rf --one-file-system "$root" 2>/dev/null || mmdebstrap --unshare-helper rm -rf --one-file-system "$root"
    done
}

removeOtherRoots() {
    local other
    for other in "$cacheDirectory"/root-*; do
        [[ $other != "$1" ]] || continue
        grep -qsF "/${other##*/}/" /proc/[0-9]*/mountinfo || removeRoots "$other"
    done
}

# Replaces this process by a command in the build root: bwrap lays the file systems out, nsenter joins them. So the command
# has this process's id; signals, exit status, terminal and open files are its own.
enterBuildRoot() {
    local root layout pipe reader writer said keeper inside mounts users join
    root=$cacheDirectory/$(rootName)
    [[ -d $root ]] || fail "The build root has not been made yet. Run \"./dev build\" once."
    checkVisible "$PWD"
    checkVisible "$repository"
    mapfile -d '' layout < <(rootLayout "$root")
    # The keeper lives until this process has its name spaces in hand.
    exec {pipe}<> <(:)
    exec {reader}<"/dev/fd/$pipe" {writer}>"/dev/fd/$pipe" {pipe}>&-
    # shellcheck disable=SC2016
    exec {said}< <(exec bwrap "${layout[@]}" /bin/sh -c 'echo $$ && exec >/dev/null 2>&1 && read -r end' <&"$reader" {writer}>&- 2>&1)
    keeper=$!
    read -r -u "$said" inside || true
    [[ $inside =~ ^[0-9]+$ ]] || fail "The build root cannot be entered, because bwrap says: ${inside:-nothing}. In a container it needs the right to mount; as an ordinary user, user namespaces."
    exec {mounts}<"/proc/$inside/ns/mnt" {users}<"/proc/$inside/ns/user" {writer}>&- {reader}<&- {said}<&-
    wait "$keeper" || true
    join=(--mount="/proc/self/fd/$mounts")
    ((EUID == 0)) || join+=(--user="/proc/self/fd/$users" --preserve-credentials)
    exec nsenter "${join[@]}" --wdns="$PWD" /bin/bash -c "exec $mounts<&- $users<&-
        type -P -- \"\$1\" >/dev/null || { printf '%s\n' \"\$0\" >&2; exit 127; }
        exec -- \"\$@\"" "$(say "$(notFound "$1")" 2>&1)" "$@"
}

checkVisible() {
    case $1/ in
    /usr/* | /etc/* | /bin/* | /sbin/* | /lib*/*) fail "$1 cannot be seen in the build root, which has directories of its own there. Go to another place." ;;
    esac
}

# Prints bwrap's arguments, each ended by a zero byte.
rootLayout() {
    local root=$1 path name
    ((EUID == 0)) && printf '%s\0' --cap-add ALL || printf '%s\0' --unshare-user
    printf '%s\0' --perms 0755 --tmpfs / --perms 0755 --dir /etc --perms 0755 --dir /.root --perms 0755 --dir /.host \
        --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /.root/etc --ro-bind /etc /.host/etc \
        --dev-bind /dev /dev --bind /proc /proc --bind /sys /sys
    for path in "$root"/{bin,sbin,lib*}; do
        printf '%s\0' --symlink "$(readlink "$path")" "/${path##*/}"
    done
    for path in /* /.[!.]*; do
        name=${path#/}
        case $name in
        usr | bin | sbin | lib | lib32 | lib64 | libx32 | etc | dev | proc | sys | .root | .host) continue ;;
        esac
        if [[ -L $path ]]; then
            printf '%s\0' --symlink "$(readlink "$path")" "$path"
        elif [[ -e $path ]]; then
            printf '%s\0' --bind-try "$path" "$path"
        fi
    done
    etcLayout "$root"
    printf '%s\0' --remount-ro /
}

# /etc: the root's entries, apart from those that say who, where and when we are. PBS's configuration is the host's own
# directory and is absent where the host has none.
etcLayout() {
    local root=$1 name type target
    while IFS=$'\t' read -r -d '' name type target; do
        [[ " ${hostEtc[*]} proxmox-backup " != *" $name "* ]] || continue
        [[ $type == l ]] || target=/.root/etc/$name
        printf '%s\0' --symlink "$target" "/etc/$name"
    done < <(find "$root/etc" -mindepth 1 -maxdepth 1 -printf '%f\t%y\t%l\0')
    for name in "${hostEtc[@]}"; do
        # Links keep their text: libraries read the time zone's name from it.
        target=$(readlink "/etc/$name") || target=/.host/etc/$name
        printf '%s\0' --symlink "$target" "/etc/$name"
    done
    [[ ! -d /etc/proxmox-backup ]] || printf '%s\0' --bind /etc/proxmox-backup /etc/proxmox-backup
}
