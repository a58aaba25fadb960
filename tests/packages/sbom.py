#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what is wrong with bills of materials (SPDX 2.3). Usage: sbom.py FILE.spdx.json…, each beside the package it is about"""

import hashlib
import json
import sys
from pathlib import Path

DOCUMENT = {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo", "packages", "relationships"}
PACKAGE = {"SPDXID", "name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"}


def problems(path):
    bill = json.loads(path.read_text("utf-8"))
    yield from (f"{name} is missing" for name in DOCUMENT - bill.keys())
    for package in bill["packages"]:
        yield from (f"{package.get('name')}: {name} is missing" for name in PACKAGE if not package.get(name))
    ids = [bill["SPDXID"], *(package["SPDXID"] for package in bill["packages"])]
    yield from (f"{one} is there twice" for one in set(ids) if ids.count(one) > 1)
    related = set()
    for relation in bill["relationships"]:
        ends = {relation["spdxElementId"], relation["relatedSpdxElement"]}
        yield from (f"{end} is related and not there" for end in ends - set(ids))
        related |= ends
    yield from (f"{one} is related to nothing" for one in set(ids) - related)
    file = path.with_name(path.name.removesuffix(".spdx.json"))
    if bill["packages"][0]["checksums"][0]["checksumValue"] != hashlib.sha256(file.read_bytes()).hexdigest():
        yield f"it is about another {file.name}"


def main(paths):
    found = [f"{path}: {problem}." for path in paths for problem in problems(Path(path))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
