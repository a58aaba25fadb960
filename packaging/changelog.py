#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints CHANGELOG.md as a package wants it. Usage: changelog.py deb|rpm PACKAGE MAINTAINER, or changelog.py date"""

import re
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.MULTILINE)


def releases(text):
    """Each release, newest first: its version, day and entries."""
    parts = HEADING.split(text)[1:]
    for version, day, body in zip(parts[::3], parts[1::3], parts[2::3]):
        entries = [" ".join(entry.split()) for entry in re.findall(r"^- (.*(?:\n  .*)*)", body, re.MULTILINE)]
        yield version, datetime.fromisoformat(day).replace(tzinfo=UTC), entries


def wrapped(entry, first, rest):
    return textwrap.fill(entry, 78, initial_indent=first, subsequent_indent=rest)


def as_deb(package, maintainer):
    for version, day, entries in releases(CHANGELOG.read_text("utf-8")):
        lines = "\n".join(wrapped(entry, "  * ", "    ") for entry in entries)
        yield f"{package} ({version}) unstable; urgency=medium\n\n{lines}\n\n -- {maintainer}  {day:%a, %d %b %Y %H:%M:%S %z}\n"


def as_rpm(_package, maintainer):
    for version, day, entries in releases(CHANGELOG.read_text("utf-8")):
        lines = "\n".join(wrapped(entry, "- ", "  ") for entry in entries)
        yield f"* {day:%a %b %d %Y} {maintainer} - {version}-1\n{lines}\n"


def main(arguments):
    if arguments == ["date"]:
        newest = next(releases(CHANGELOG.read_text("utf-8")))
        print(int(newest[1].timestamp()))
        return 0
    forms = {"deb": as_deb, "rpm": as_rpm}
    if len(arguments) != 3 or arguments[0] not in forms:
        print(__doc__, file=sys.stderr)
        return 1
    print("\n".join(forms[arguments[0]](*arguments[1:])), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
