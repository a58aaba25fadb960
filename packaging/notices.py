#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the copyrights and licences of Debian packages that something is taken from, and the texts of the licences that those
name. Runs in the root for packages. Where the works come from elsewhere, their list, as the About dialog has it, says their versions and
which packages have the same licences. Usage: notices.py DEBIAN-PACKAGE… | COMPONENTS.json"""

import json
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


def works_of(arguments):
    """Pairs of what a work is called and the Debian package that has its licences."""
    if len(arguments) == 1 and arguments[0].endswith(".json"):
        components = json.loads(Path(arguments[0]).read_text("utf-8"))
        return [(f"{one['name']} {one['version']}", package) for one in components for package in one["packages"]]
    return [(f"{package}: {version_of(package)}", package) for package in arguments]


def main(arguments):
    # Packages of one source have the same copyright file, mostly.
    texts = {}
    for work, package in works_of(arguments):
        texts.setdefault(copyright_of(package), {})[work] = True
    named = set()
    print("Espalier contains parts of the works below. Debian keeps their sources: https://sources.debian.org/")
    for text, works in texts.items():
        print(heading("\n".join(works)))
        print(text)
        named.update(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", text))
    for name in sorted(named):
        if (COMMON / name).is_file():
            print(heading(name))
            print((COMMON / name).read_text("utf-8").strip())


if __name__ == "__main__":
    main(sys.argv[1:])
