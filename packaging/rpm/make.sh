#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Packages for Fedora and openSUSE of what is staged, and the spec file that builds them from the source archive. Runs in the
# root for packages.

set -euo pipefail
: "${version:?is set by ./dev package}"
# shellcheck source=packaging/common.sh
source packaging/common.sh
work=$PWD/build/package/rpm
umask 022

rm -rf "$work"
mkdir -p "$work"/{stage,build,home}
cp -a build/package/stage/{program,agent}/. "$work/stage"
packaging/notices.py "${agentParts[@]}" >"$work/third-party.txt"
{
    sed "s/@VERSION@/$version/" packaging/rpm/espalier.spec.in
    packaging/changelog.py rpm espalier "$maintainer"
} >"$output/espalier.spec"
HOME=$work/home rpmbuild -bb --quiet --nodeps --with prebuilt --target x86_64-linux \
    --define "_topdir $work" --define "_rpmdir $work" --define "_dbpath $work/db" \
    --define "stage $work/stage" --define "notices $work/third-party.txt" --define "licence $PWD/LICENSES/GPL-3.0-or-later.txt" \
    --define "_binary_payload w19.zstdio" --define "_buildhost espalier.org" \
    --define "use_source_date_epoch_as_buildtime 1" --define "build_mtime_policy clamp_to_source_date_epoch" \
    "$output/espalier.spec"
for package in espalier espalier-agent; do
    file=$package-$version-1.x86_64.rpm
    mv "$work/x86_64/$file" "$output/$file"
    packaging/sbom.py "$output/$file" "$package" "$version" contains "${agentParts[@]}" >"$output/$file.spdx.json"
done
