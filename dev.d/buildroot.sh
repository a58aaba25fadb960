# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian 13 root in the user's cache, made by mmdebstrap and entered through bwrap. Only its /usr and /etc are used;
# everything else, processes included, is the host's. There is one for building, one in which packages are made, one in which
# programs for Windows are made (of a newer Debian, whose compiler they need), and one with Wine in which those are tried.

: "${repository:?is set by ./dev}"
rootPrefix=root # else "packaging", "windows" or "wine"
rootNeedsKiB=$((3000 * 1024)) # 2 GB when done, the packages themselves beside it for a while
cacheDirectory=${XDG_CACHE_HOME:-~/.cache}/espalier
# An ordinary user becomes root of a name space in which the subordinate ids are the other users.
asRootInside=()
((EUID == 0)) || asRootInside=(--user --map-auto --map-root-user)
# From the host's /etc, so that users, names and times inside are those outside.
hostEtc=(passwd group hosts hostname resolv.conf machine-id localtime timezone adjtime subuid subgid)

# The name says what is in it: another list of packages makes another root.
rootName() {
    printf '%s-%s' "$rootPrefix" "$({ rootPackages; echo "$(rootSuite) 1"; } | sha256sum | cut -c1-16)"
}

rootSuite() {
    [[ $rootPrefix == windows ]] && echo forky || echo trixie
}

rootPackages() {
    if [[ $rootPrefix != root ]]; then
        packageList "$rootPrefix"
        return
    fi
    packageList debian
    [[ $(uname -m) != x86_64 ]] || packageList cross
}

makeBuildRoot() {
    local root lock
    root=$cacheDirectory/$(rootName)
    installHostTools
    [[ -d $root ]] && return
    ((EUID == 0)) || checkUserNamespaces
    mkdir -p "$cacheDirectory" 2>/dev/null || fail "The build root belongs in $cacheDirectory, which cannot be made. Let XDG_CACHE_HOME name a place that can be written."
    exec {lock}>"$cacheDirectory/lock"
    if ! flock -n "$lock"; then
        say "Another ./dev is making the build root; this one waits for it."
        flock "$lock"
    fi
    if [[ ! -d $root ]]; then
        removeRoots "$cacheDirectory/$rootPrefix"-*.partial
        checkSpace "$cacheDirectory"
        bootstrap "$root"
        removeOtherRoots "$root"
    fi
    exec {lock}>&-
}

installHostTools() {
    local missing=()
    type -P mmdebstrap >/dev/null || missing+=(mmdebstrap)
    type -P bwrap >/dev/null || missing+=(bubblewrap)
    ((EUID == 0)) || type -P newuidmap >/dev/null || missing+=(uidmap)
    [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
    ((${#missing[@]} > 0)) || return 0
    unshare --help | grep -q -- --map-auto || fail "This system is too old even to make a build root on. Use Debian 12, Ubuntu 24.04 or newer."
    say "Espalier needs newer libraries than this system has, so it is built in a Debian 13 root in $cacheDirectory. To make it, these packages are installed here, and nothing else is changed: ${missing[*]}"
    type -P apt-get >/dev/null || fail "This system has no apt to install them with. Install them by hand, or use Debian, Ubuntu, Fedora 40 or newer, or Arch."
    installDebian "${missing[@]}" || fail "The packages ${missing[*]} could not be installed; the reason stands above. Install them by hand and try again."
}

checkUserNamespaces() {
    local user
    user=$(id -un)
    unshare --user true 2>/dev/null || fail "The build root needs user namespaces, which this system does not allow to ordinary users. Allow them (sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces or kernel.apparmor_restrict_unprivileged_userns), or run ./dev as root."
    if ! grep -qs "^\($user\|$EUID\):" /etc/subuid || ! grep -qs "^\($user\|$EUID\):" /etc/subgid; then
        fail "The build root needs a range of subordinate user ids for $user. Add one as root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user"
    fi
}

freeKiB() {
    df --output=avail -k "$1" | tail -n 1
}

checkSpace() {
    (($(freeKiB "$1") >= rootNeedsKiB)) || failFull "$1" "$(freeKiB "$1")"
}

failFull() {
    fail "The disk of $1 is too full for the build root: $(($2 / 1024)) MB are free and $((rootNeedsKiB / 1024)) MB are needed. Make room there, or let XDG_CACHE_HOME name a place on another disk."
}

bootstrap() {
    local root=$1 partial=$1.partial log=$cacheDirectory/build-root.log worker status=0
    case $rootPrefix in
    packaging) say "Making the root for packages once (Debian 13, a minute, 1 GB) in $root." ;;
    windows) say "Making the root for Windows once (Debian forky, a few minutes, 2.5 GB) in $root." ;;
    wine) say "Making the root with Wine once (Debian 13, a few minutes, 1.5 GB) in $root." ;;
    *) say "Making the build root once (Debian 13, one or two minutes, 2 GB) in $root." ;;
    esac
    runMmdebstrap "$partial" >"$log" 2>&1 </dev/null &
    worker=$!
    # shellcheck disable=SC2064
    trap "interruptBootstrap $worker '$partial'" INT TERM HUP
    wait "$worker" || status=$?
    trap - INT TERM HUP
    ((status == 0)) || explainFailure "$partial" "$log"
    # Before an ordinary user, ssh refuses configuration that is neither root's nor the user's.
    rm -rf "$partial"/etc/ssh/ssh_config.d
    ((EUID == 0)) || unshare "${asRootInside[@]}" chown -hR 0:0 "$partial"
    # dpkg was told not to wait for the disk; the name must not be there before the files are.
    sync -f "$partial"
    mv -T "$partial" "$root"
}

# In name spaces of its own, so that nothing stays mounted, and no process stays, when it or this script is killed.
runMmdebstrap() {
    local options=()
    case $rootPrefix in
    packaging | wine) ;;
    windows) options=("--aptopt=Acquire::Check-Valid-Until \"false\"") ;; # mirrors do not renew the lists of a Debian to come at once
    *)
        # What goes into packages brings its licences along; what builds needs none.
        options=('--dpkgopt=path-exclude=/usr/share/doc/*')
        [[ $(uname -m) != x86_64 ]] || options+=("--architectures=amd64,arm64")
        ;;
    esac
    exec setpriv --pdeathsig KILL unshare "${asRootInside[@]}" --mount --pid --fork --kill-child --mount-proc \
        mmdebstrap --variant=apt --mode=root --components=main --dpkgopt=force-unsafe-io "${options[@]}" \
        --include="$(rootPackages | xargs)" "$(rootSuite)" "$1"
}

interruptBootstrap() {
    trap '' INT TERM HUP
    { kill -KILL "$1" && wait "$1"; } 2>/dev/null || true
    removeRoots "$2"
    fail "Making the build root was interrupted; the next ./dev begins anew."
}

explainFailure() {
    local partial=$1 log=$2 free
    free=$(freeKiB "$cacheDirectory")
    removeRoots "$partial"
    if ((free < 50 * 1024)) || grep -qsE "No space left on device|don't have enough free space|Disk quota exceeded" "$log"; then
        failFull "$cacheDirectory" "$free"
    elif grep -qsE 'Temporary failure resolving|Could not resolve|Could not connect|Cannot initiate the connection|Unable to connect|Failed to fetch|Network is unreachable' "$log"; then
        fail "Debian's packages could not be fetched for the build root, so the network or the proxy needs a look; what exactly failed stands in $log. Then try again."
    fi
    fail "The build root could not be made: $({ grep -m 1 '^E: ' "$log" || tail -n 1 "$log"; } | cut -c-200). The whole story stands in $log."
}

# What an ordinary user's mmdebstrap left when it was killed belongs to subordinate ids.
removeRoots() {
    local root
    for root in "$@"; do
        [[ -d $root ]] || continue
        rm -rf --one-file-system "$root" 2>/dev/null || unshare "${asRootInside[@]}" rm -rf --one-file-system "$root"
    done
}

removeOtherRoots() {
    local other
    for other in "$cacheDirectory/$rootPrefix"-*; do
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
