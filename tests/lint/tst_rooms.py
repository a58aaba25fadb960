#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that rooms.py finds what it is there to find: each row is a file, an include, and the complaint it must cause."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import rooms

ALLOWED = [
    ("core/pbs/a.cpp", '"core/error.h"'),
    ("core/pbs/a.cpp", '"a.h"'),
    ("core/pbs/a.cpp", "<expected>"),
    ("core/pbs/a.cpp", "<queue>"),
    ("core/pbs/a.cpp", "<zstd.h>"),
    ("core/datastore/a.cpp", '"core/pbs/a.h"'),
    ("core/run/a.cpp", '"core/plan/a.h"'),
    ("text/a.cpp", "<QString>"),
    ("text/a.cpp", '"core/error.h"'),
    ("app/a.cpp", '"remote/a.h"'),
    ("app/a.cpp", '"ui_mainwindow.h"'),
    ("app/a.cpp", "<QWidget>"),
]
REFUSED = [
    ("core/pbs/a.cpp", "<QString>", "knows no Qt"),
    ("core/pbs/a.cpp", "<QtCore/QString>", "knows no Qt"),
    ("core/pbs/a.cpp", "<qglobal.h>", "knows no Qt"),
    ("agent/a.cpp", "<QFile>", "knows no Qt"),
    ("core/pbs/a.cpp", '"text/a.h"', "core includes text"),
    ("core/pbs/a.cpp", '"../../text/a.h"', "core includes text"),
    ("core/pbs/a.cpp", "<text/a.h>", "core includes text"),
    ("core/pbs/a.cpp", '"core/fs/a.h"', "core/pbs includes core/fs"),
    ("core/fs/a.cpp", '"core/pbs/a.h"', "core/fs includes core/pbs"),
    ("core/a.cpp", '"core/pbs/a.h"', "core/base includes core/pbs"),
    ("core/datastore/a.cpp", '"core/plan/a.h"', "core/datastore includes core/plan"),
    ("core/plan/a.cpp", '"core/run/a.h"', "core/plan includes core/run"),
    ("core/pbs/a.cpp", '"missing.h"', "is no file of the project"),
    ("text/a.cpp", '"remote/a.h"', "text includes remote"),
    ("remote/a.cpp", '"app/a.h"', "remote includes app"),
    ("remote/a.cpp", "<QWidget>", "only app knows widgets"),
    ("cli/a.cpp", '"app/a.h"', "cli includes app"),
    ("cli/a.cpp", '"ui_mainwindow.h"', "only app has forms"),
    ("app/a.cpp", '"cli/a.h"', "app includes cli"),
    ("attic/a.cpp", "<vector>", "is not known"),
]


class Rooms(unittest.TestCase):
    def complaints(self, name, include):
        with tempfile.TemporaryDirectory() as folder:
            src = Path(folder) / "src"
            for place in ["agent", "app", "cli", "core", "remote", "text", *(f"core/{part}" for part in rooms.CORE if part != "base")]:
                (src / place).mkdir(parents=True)
                (src / place / "a.h").touch()
            (src / "core/error.h").touch()
            (src / name).parent.mkdir(exist_ok=True)
            (src / name).write_text(f"// one\n  #  include {include} // why\n", encoding="utf-8")
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                count = rooms.check(Path(folder))
            return count, said.getvalue()

    def test_allowed(self):
        for name, include in ALLOWED:
            with self.subTest(name=name, include=include):
                self.assertEqual(self.complaints(name, include), (0, ""))

    def test_refused(self):
        for name, include, complaint in REFUSED:
            with self.subTest(name=name, include=include):
                count, said = self.complaints(name, include)
                self.assertEqual(count, 1)
                self.assertIn(complaint, said)
                self.assertTrue(said.startswith(f"src/{name}:2: "), said)

    def test_nothing_to_check(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(rooms.check(Path(folder)), 1)


if __name__ == "__main__":
    unittest.main()
