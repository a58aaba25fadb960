#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts square PNG pictures, of at most 256 pixels, into an icon for Windows. Usage: ico.py ICON PNG…"""

import struct
import sys
from pathlib import Path

HEAD = struct.Struct("<HHH")  # nothing, 1 for an icon, how many pictures
ENTRY = struct.Struct("<BBBBHHII")  # width, height (0 for 256), colours, nothing, planes, bits, size, place


def width_of(png):
    return struct.unpack_from(">I", png, 16)[0]


def icon_of(pictures):
    place = HEAD.size + ENTRY.size * len(pictures)
    entries = []
    for png in pictures:
        width = width_of(png) % 256
        entries.append(ENTRY.pack(width, width, 0, 0, 1, 32, len(png), place))
        place += len(png)
    return b"".join([HEAD.pack(0, 1, len(pictures)), *entries, *pictures])


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(icon_of([Path(name).read_bytes() for name in sys.argv[2:]]))
