#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what is inside of a package file, and what it depends on, as SPDX 2.3. Runs in the root for packages, whose Debian
packages the parts come from; or a list of components, as the About dialog has it, says what is inside.
Usage: sbom.py FILE NAME VERSION [contains|depends DEBIAN-PACKAGE…]… | sbom.py FILE NAME VERSION COMPONENTS.json"""

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

COMPONENTS = Path(__file__).resolve().parent / "components.json.in"
RELATIONS = {"contains": "CONTAINS", "depends": "DEPENDS_ON"}


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def licences():
    """The licence of each Debian package that the table of components names."""
    components = json.loads(COMPONENTS.read_text("utf-8"))
    return {package: component["licence"] for component in components for package in component["packages"]}


def debian_package(name, licence):
    query = ["dpkg-query", "-W", "-f", "${Version}\t${source:Package}\t${Homepage}\n", name]
    version, source, homepage = subprocess.run(query, check=True, capture_output=True, text=True).stdout.split("\n")[0].split("\t")
    return {
        "SPDXID": spdx_id("Package-" + name),
        "name": name,
        "versionInfo": version,
        "supplier": "Organization: Debian",
        "downloadLocation": f"https://sources.debian.org/src/{source}/",
        "homepage": homepage or "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        "comment": "Its copyrights and licences stand in third-party.txt, or in the Debian package itself.",
        "externalRefs": [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": f"pkg:deb/debian/{name.replace('+', '%2B')}@{version.replace('+', '%2B')}?arch=amd64",
            }
        ],
    }


def component_package(component):
    return {
        "SPDXID": spdx_id("Package-" + component["name"]),
        "name": component["name"],
        "versionInfo": component["version"],
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": component["licence"],
        "copyrightText": "NOASSERTION",
        "comment": "Its copyrights and licences stand in third-party.txt.",
    }


def whole_package(file, name, version):
    return {
        "SPDXID": spdx_id("Package-this"),
        "name": name,
        "versionInfo": version,
        "packageFileName": file.name,
        "supplier": "Organization: Espalier contributors",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(file.read_bytes()).hexdigest()}],
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseDeclared": "GPL-3.0-or-later",
        "copyrightText": "2026 Espalier contributors",
    }


def debian_parts(arguments):
    """Pairs of a relation and a Debian package, in order and each once."""
    relation = "contains"
    parts = {}
    for argument in arguments:
        if argument in RELATIONS:
            relation = argument
        else:
            parts.setdefault(argument, relation)
    known = licences()
    return [
        (relation, debian_package(name, known.get(name, "NOASSERTION")))
        for relation, name in sorted((relation, name) for name, relation in parts.items())
    ]


def parts_of(arguments):
    """Pairs of a relation and what has it."""
    if len(arguments) == 1 and arguments[0].endswith(".json"):
        return [("contains", component_package(one)) for one in json.loads(Path(arguments[0]).read_text("utf-8"))]
    return debian_parts(arguments)


def document(file, name, version, parts):
    whole = whole_package(file, name, version)
    relationships = [("SPDXRef-DOCUMENT", "DESCRIBES", whole["SPDXID"])]
    relationships += [(whole["SPDXID"], RELATIONS[relation], part["SPDXID"]) for relation, part in parts]
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": file.name,
        "documentNamespace": f"https://espalier.org/spdx/{file.name}-{whole['checksums'][0]['checksumValue']}",
        "creationInfo": {"created": f"{made:%Y-%m-%dT%H:%M:%SZ}", "creators": ["Tool: espalier-packaging-sbom"]},
        "packages": [whole, *(part for _, part in parts)],
        "relationships": [
            {"spdxElementId": element, "relationshipType": kind, "relatedSpdxElement": related} for element, kind, related in relationships
        ],
    }


def main(arguments):
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 1
    file, name, version, *rest = arguments
    print(json.dumps(document(Path(file), name, version, parts_of(rest)), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
