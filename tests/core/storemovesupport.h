// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/movebench.h"

#include <set>
#include <string>

namespace espalier::test {

using Names = std::set<std::string>;

inline SyncBench makeStoreToMove()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    source.group("", "vm/1");
    target.group("", "vm/1");
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"}, "noted", "ok");
    target.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"b", "c"});
    for (const char *file : {"/vm/1/2025-01-01T00:00:00Z/.protected", "/vm/1/2025-01-02T00:00:00Z/.protected", "/vm/1/notes"})
        bench.files->makeFile(SyncBench::sourceRoot + std::string(file), std::string(file).ends_with("notes") ? "of the group" : "");
    source.group("n", "ct/2", "other@pbs");
    source.snapshot("n", "ct/2", "2025-01-03T00:00:00Z", {"d", "a"});
    return bench;
}

/// What is neither here nor there.
inline std::string lost(const Names &all, const Names &source, const Names &target)
{
    std::string text;
    for (const std::string &name : all) {
        if (!source.contains(name) && !target.contains(name))
            text += name + "\n";
    }
    return text;
}

} // namespace espalier::test
