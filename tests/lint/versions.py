#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says where the version of CMakeLists.txt is not the newest of CHANGELOG.md and of the metainfo. Usage: versions.py [TOP OF THE SOURCES]"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

METAINFO = "packaging/org.espalier.Espalier.metainfo.xml"


def main(top):
    project = re.search(r"^project\(espalier VERSION (\S+)", (top / "CMakeLists.txt").read_text("utf-8"), re.MULTILINE)
    change = re.search(r"^## (\S+) \((\S+)\)$", (top / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    release = ElementTree.parse(top / METAINFO).find("releases/release")
    problems = []
    if change[1] != project[1]:
        problems.append(f"CHANGELOG.md begins with {change[1]}, CMakeLists.txt has {project[1]}.")
    if (release.get("version"), release.get("date")) != change.groups():
        problems.append(f"{METAINFO} begins with {release.get('version')} of {release.get('date')}, CHANGELOG.md with {change[1]} of {change[2]}.")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent.parent))
