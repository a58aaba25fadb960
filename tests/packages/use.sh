#!/bin/sh
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs in a clean root. use.sh move CTL makes a demo and moves a group; use.sh undo CTL takes that back, and the tree is what it was.
# use.sh host CTL [installed] asks for the same datastore over an ssh that is no more than a shell.

set -eu
step=$1
ctl=$2
demo=/root/demo

case $step in
move)
    "$ctl" demo "$demo" >/dev/null
    "$ctl" tree "$demo/site-a" --json >/root/before
    "$ctl" move "$demo/site-a" vm/90 --from archive/2024 --to archive --yes
    "$ctl" tree "$demo/site-a" --json >/root/after
    if cmp -s /root/before /root/after; then exit 1; fi
    ;;
undo)
    "$ctl" undo "$demo/site-a" --yes
    "$ctl" tree "$demo/site-a" --json >/root/again
    cmp /root/before /root/again
    ;;
host)
    mkdir -p /root/fake
    # The last argument is the command for the host. What a program of the computer gets to see of the caller's libraries is kept.
    # shellcheck disable=SC2016 # for the script that is written
    printf '%s\n' '#!/bin/sh' 'env >/root/environment' 'for last; do :; done' 'exec /bin/sh -c "$last"' >/root/fake/ssh
    chmod +x /root/fake/ssh
    rm -rf /root/.cache/espalier
    PATH=/root/fake:$PATH "$ctl" tree ssh://host.invalid"$demo/site-a" --json >/root/there
    grep -q '"group-count"' /root/there
    if grep -E '^(LD_|QT_)' /root/environment; then exit 1; fi
    # An installed agent of this version is used; else there is one in the cache now.
    if [ "${3-}" = installed ]; then
        if ls /root/.cache/espalier/agent-* 2>/dev/null; then exit 1; fi
    else
        ls /root/.cache/espalier/agent-*
    fi
    ;;
esac
