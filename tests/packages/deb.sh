#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The deb packages: espalier on Debian 13, espalier-agent on Debian 12 and 13; installed, started, used, upgraded, removed.
#
# shellcheck disable=SC2317 # what is called by check

# shellcheck source=tests/packages/common.sh
source tests/packages/common.sh
program=espalier_${version}_amd64.deb
agent=espalier-agent_${version}_amd64.deb
desktop=$workspace/desktop
share=/usr/share

# The names of its dependencies, without the package itself: what is left over then is its own.
installDependencies() {
    local names
    names=$(inRoot "$desktop" dpkg-deb -f "/packages/$program" Depends | sed 's/([^)]*)//g; s/,/ /g')
    # shellcheck disable=SC2086 # names of packages have no blanks
    install "$desktop" $names
}

validators() {
    tool desktop-file-validate "$desktop$share/applications/org.espalier.Espalier.desktop"
    tool appstreamcli validate --no-net "$desktop$share/metainfo/org.espalier.Espalier.metainfo.xml"
}

check "lintian finds no error" inPackagingRoot lintian --allow-root --no-cfg --fail-on error "build/packages/$program" "build/packages/$agent"
check "an older version is made" makeOlder deb
cleanRoot trixie "$desktop"
check "Debian 13: package lists" inRoot "$desktop" apt-get -q update
check "Debian 13: dependencies" installDependencies
filesOf "$desktop" >"$workspace/files-before"
made=$workspace/older check "Debian 13: an older version is installed" install "$desktop" "/packages/espalier_${olderVersion}_amd64.deb"
check "Debian 13: a move with the older version" inRoot "$desktop" /tests/use.sh move espalierctl
check "Debian 13: upgrade" install "$desktop" "/packages/$program"
check "Debian 13: the version is the package's" isVersion "$desktop" espalierctl "espalierctl $version"
check "Debian 13: what the older version did is undone" inRoot "$desktop" /tests/use.sh undo espalierctl
check "Debian 13: a host that has no agent gets one" inRoot "$desktop" /tests/use.sh host espalierctl
check "Debian 13: everything is inside of the window's program" inRoot "$desktop" espalier --self-test
check "Debian 13: a window opens" window "$desktop" deb-debian-13 espalier /root/demo/site-a
check "Debian 13: and paints" painted deb-debian-13
check "Debian 13: desktop file and metainfo are valid where they are" validators
check "Debian 13: the agent is installed beside it" install "$desktop" "/packages/$agent"
check "Debian 13: and is used" inRoot "$desktop" /tests/use.sh host espalierctl installed
check "Debian 13: removed" inRoot "$desktop" dpkg --purge espalier espalier-agent
check "Debian 13: nothing is left" nothingLeft "$desktop" "$workspace/files-before"

server=$workspace/server
cleanRoot bookworm "$server"
filesOf "$server" >"$workspace/files-before"
made=$workspace/older check "Debian 12: an older agent is installed, which needs nothing" inRoot "$server" dpkg -i "/packages/espalier-agent_${olderVersion}_amd64.deb"
check "Debian 12: upgrade" inRoot "$server" dpkg -i "/packages/$agent"
check "Debian 12: the agent tells its version" isVersion "$server" /usr/libexec/espalier/espalier-agent "espalier-agent $version, protocol "
check "Debian 12: maintenance modes end when the host starts" inRoot "$server" sh -c 'test -e /usr/lib/systemd/system/multi-user.target.wants/espalier-guardian.service && grep -q "^ExecStart=/usr/libexec/espalier/espalier-config-helper restore$" /usr/lib/systemd/system/espalier-guardian.service'
check "Debian 12: the helper starts" inRoot "$server" sh -c '/usr/libexec/espalier/espalier-config-helper 2>&1 | grep -q "started by Espalier"; :'
check "Debian 12: removed" inRoot "$server" dpkg --purge espalier-agent
check "Debian 12: nothing is left" nothingLeft "$server" "$workspace/files-before"
check "bills of materials" tests/packages/sbom.py "$made"/espalier*_"${version}"_*.deb.spdx.json
finish
