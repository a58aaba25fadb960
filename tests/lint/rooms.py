#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which #include breaks the order of the rooms (docs/architecture.md). Usage: rooms.py [TOP OF THE SOURCES]"""

import re
import sys
from pathlib import Path

# Each room, and what it may include besides itself.
ROOMS = {
    "core": set(),
    "agent": {"core"},
    "helper": {"core"},
    "text": {"core"},
    "remote": {"core", "text"},
    "cli": {"core", "text", "remote"},
    "app": {"core", "text", "remote"},
}
# The same inside the core; "base" is what lies directly in src/core or in src/core/base.
CORE = {
    "base": set(),
    "fs": {"base"},
    "pbs": {"base"},
    "datastore": {"base", "fs", "pbs"},
    "plan": {"base", "fs", "pbs", "datastore"},
    "run": {"base", "fs", "pbs", "datastore", "plan"},
    "jobs": {"base", "fs", "pbs", "datastore", "plan"},
    "sync": {"base", "fs", "pbs", "datastore", "plan", "run"},
    "service": {"base", "fs", "pbs", "datastore", "plan", "run", "sync"},
    "wire": {"base", "fs", "pbs", "datastore", "plan", "run", "sync", "service"},
    "jobrun": {"base", "fs", "pbs", "datastore", "plan", "run", "jobs", "sync", "service"},
    "demo": {"base", "fs", "pbs", "datastore", "plan", "run"},
}
WITHOUT_QT = {"core", "agent", "helper"}
WITHOUT_WIDGETS = {"text", "remote", "cli"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]')
QT = re.compile(r"^(Qt\w*/)?Q[A-Z]\w*$|^Qt|^q[a-z_0-9]+\.h$|^(KSyntaxHighlighting|kdsingleapplication|qt6keychain)\b")
WIDGETS = re.compile(r"^QtWidgets|^Q(Application|Widget|MainWindow|Dialog|TreeView|DockWidget|Action|Menu|MessageBox)$")
GENERATED = re.compile(r"^ui_\w+\.h$|^moc_\w+\.cpp$|\.moc$")


def room_of(path, src):
    """The room and, in the core, the part of a file below src: ("core", "fs")."""
    parts = path.relative_to(src).parts
    if parts[0] != "core":
        return parts[0], None
    return "core", parts[1] if len(parts) > 2 else "base"


def included_file(name, quoted, path, src):
    """The project's file that an include means; None where it is none of the project's."""
    places = [src, src / path.relative_to(src).parts[0]]
    if quoted:
        places.insert(0, path.parent)
    for place in places:
        target = (place / name).resolve()
        if target.is_file() and target.is_relative_to(src):
            return target
    return None


def problem(name, quoted, path, src):
    """What is wrong with one include, or None."""
    room, part = room_of(path, src)
    if room not in ROOMS:
        return f"the room {room} is not known to tests/lint/rooms.py"
    target = included_file(name, quoted, path, src)
    if target is None:
        if room in WITHOUT_QT and QT.search(name):
            return f"{room} includes {name}, but it knows no Qt"
        if room in WITHOUT_WIDGETS and WIDGETS.search(name):
            return f"{room} includes {name}, but only app knows widgets"
        if quoted and not GENERATED.search(name):
            return f"{name} is no file of the project; write <{name}> for one of the system"
        if GENERATED.search(name) and name.startswith("ui_") and room != "app":
            return f"{room} includes {name}, but only app has forms"
        return None
    other, other_part = room_of(target, src)
    if other != room:
        return None if other in ROOMS[room] else f"{room} includes {other} ({name})"
    if room == "core" and other_part != part and other_part not in CORE.get(part, set()):
        return f"core/{part} includes core/{other_part} ({name})"
    return None


def check(top):
    """Prints each breach as FILE:LINE: WHAT, and returns how many there are."""
    src = (top / "src").resolve()
    count = 0
    files = sorted(path for path in src.rglob("*") if path.suffix in {".h", ".cpp"})
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if match := INCLUDE.match(line):
                if what := problem(match[2], match[1] == '"', path, src):
                    print(f"{path.relative_to(src.parent)}:{number}: {what}")
                    count += 1
    if not files:
        print(f"{src}: there are no sources here")
        return 1
    return count


if __name__ == "__main__":
    sys.exit(1 if check(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])) else 0)
