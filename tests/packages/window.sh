#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# window.sh ROOT PICTURE COMMAND…: starts a program in the root, on the virtual display that this runs on, waits for its window,
# leaves a picture, closes it with Ctrl+Q, and hands on its exit status. Prints the time until the window was there, and the libraries
# that the program has loaded.

set -euo pipefail
root=$1
picture=$2
shift 2
mkdir -p "$root/tmp/.X11-unix"
cp "$XAUTHORITY" "$root/tmp/authority"
asRootInside=()
((EUID == 0)) || asRootInside=(--user --map-root-user)
begun=$(date +%s%N)
# shellcheck disable=SC2016 # for the shell inside
unshare "${asRootInside[@]}" --mount --pid --fork --kill-child /bin/sh -c '
    root=$1 && shift
    mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" || exit
    exec chroot "$root" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DISPLAY="$DISPLAY" XAUTHORITY=/tmp/authority "$@"' sh "$root" "$@" &
program=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --class espalier | head -n 1)
echo "milliseconds: $((($(date +%s%N) - begun) / 1000000))"
sleep 2 # it reads the datastore
for process in /proc/[0-9]*; do
    [[ $(readlink "$process/root") != "$root" ]] || grep -o '/[^ ]*\.so[^/]*$' "$process/maps" | sed "s:^$root::; s:^:library\: :" | sort -u
done
import -window root "$picture"
xdotool windowfocus --sync "$window" key ctrl+q
status=0
wait "$program" || status=$?
exit "$status"
