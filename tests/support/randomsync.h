// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/randomstore.h"
#include "support/syncstores.h"

#include <format>
#include <string>
#include <vector>

namespace espalier::test {

/// Fills one store of a bench.
inline void fillRandomly(const SyncBench &bench, const std::string &root, Dice &dice)
{
    const SnapshotWriter writer(bench, root);
    const std::vector<std::string> pool{"a", "b", "c", "d", "e", "f", "g", "h"};
    for (const char *ns : {"", "x", "x/y", "z"}) {
        for (const char *group : {"vm/1", "ct/1", "host/h"}) {
            if (dice.chance(45))
                continue;
            writer.group(ns, group);
            for (int day = 1; day < 9; ++day) {
                if (dice.chance(60))
                    continue;
                const std::string time = std::format("2025-01-{:02}T00:00:00Z", day);
                const std::size_t first = static_cast<std::size_t>(day) % pool.size(); // one time, one content
                writer.snapshot(ns, group, time, {pool[first], pool[(first + 3) % pool.size()]}, dice.chance(20) ? root : std::string(),
                                dice.pick(std::vector<std::string>{"", "ok", "failed"}));
                const std::string directory = root + "/" + groupPath(ns, group, time);
                if (dice.chance(10))
                    bench.files->removeTree(directory + "/index.json.blob");
                if (dice.chance(10))
                    bench.files->makeFile(directory + "/.protected", "");
            }
        }
    }
}

inline SyncOptions randomJob(Dice &dice)
{
    SyncOptions job;
    job.owner = "backup@pbs";
    job.target = ns(dice.pick(std::vector<std::string>{"", "", "x", "copy"}));
    job.source = ns(dice.pick(std::vector<std::string>{"", "", "x"}));
    if (dice.chance(30))
        job.maxDepth = dice.below(3);
    if (dice.chance(30))
        job.transferLast = static_cast<std::uint64_t>(dice.below(3) + 1);
    if (dice.chance(25))
        job.filters.push_back(GroupFilter::fromString(dice.pick(std::vector<std::string>{"type:vm", "exclude:regex:^ct"})).value());
    job.removeVanished = dice.chance(50);
    job.resyncCorrupt = dice.chance(40);
    job.verifiedOnly = dice.chance(20);
    return job;
}

} // namespace espalier::test
