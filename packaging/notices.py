#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the copyrights and licences of Debian packages that something is taken from, and the texts of the licences that those
name. Runs in the root for packages. Usage: notices.py DEBIAN-PACKAGE…"""

import re
import subprocess
import sys
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")


def version_of(package):
    query = ["dpkg-query", "-W", "-f", "${source:Package} ${Version}\n", package]
    return subprocess.run(query, check=True, capture_output=True, text=True).stdout.split("\n")[0]


def copyright_of(package):
    return Path(f"/usr/share/doc/{package}/copyright").read_text("utf-8", errors="replace").strip()


def heading(words):
    return f"\n{'=' * 78}\n{words}\n{'=' * 78}\n"


def main(packages):
    # Packages of one source have the same copyright file, mostly.
    texts = {}
    for package in packages:
        texts.setdefault(copyright_of(package), []).append(package)
    named = set()
    print("Espalier contains parts of the works below. Debian keeps their sources: https://sources.debian.org/")
    for text, owners in texts.items():
        print(heading("\n".join(f"{owner}: {version_of(owner)}" for owner in owners)))
        print(text)
        named.update(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", text))
    for name in sorted(named):
        if (COMMON / name).is_file():
            print(heading(name))
            print((COMMON / name).read_text("utf-8").strip())


if __name__ == "__main__":
    main(sys.argv[1:])
