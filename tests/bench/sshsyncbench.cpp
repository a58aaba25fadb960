// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sshsyncbench.h"

#include "core/service/preparedsync.h"
#include "parts.h"
#include "sshmaster.h"
#include "syncstores.h"

#include <format>

namespace espalier::bench {

namespace {

constexpr std::size_t groups = 20;
constexpr int pulls = 3;

/// One datastore on the host, one here, and both ways from the one to the other; logging in is not counted.
class Pull
{
public:
    Pull(const std::string &config, const Master &master, const std::filesystem::path &folder, const std::string &name)
        : source(std::filesystem::absolute(folder / name).string())
        , target(source + "-target")
        , m_config(config)
        , m_master(master)
    {
    }

    double ours() const
    {
        const auto local = makeService(Place::fromString(target).value(), {});
        must(local->open().has_value(), "the target cannot be opened");
        const PreparedSync ends{serviceFor(m_config, source), local, {}};
        return timed([&] {
            const auto plan = ends.planNow({}, {});
            must(plan.has_value(), "the sync cannot be planned");
            const SyncReport report = PreparedSync{ends.source, ends.target, *plan}.run({});
            must(report.isOk(), "the sync failed");
            makeDurable();
        });
    }

    double rsync() const
    {
        const std::string shell = "ssh " + m_master.options().first(4).join(u' ').toStdString();
        return timed([&] {
            mustSucceed({runProgram({"rsync", "-a", "-e", shell, "pbs1:" + source + "/", target + "/"})}, "rsync");
            makeDurable();
        });
    }

    std::string source;
    std::string target;

private:
    void makeDurable() const { runProgram({"sync", "-f", target}); }

    std::string m_config;
    const Master &m_master;
};

void measureFirst(Pull pull, bool hasRsync)
{
    constexpr std::size_t mebibyte = 1 << 20;
    fillSyncStore(pull.source, groups, 410, mebibyte, 4 * mebibyte);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < pulls; ++i) {
        makeSyncTarget(pull.target);
        ours.push_back(pull.ours());
        if (!hasRsync)
            continue;
        makeSyncTarget(pull.target);
        theirs.push_back(pull.rsync());
    }
    if (hasRsync)
        row("first sync of 1 GiB over ssh at 50 ms", median(ours), "`rsync -a`", median(theirs), "<= 1");
    else
        note("first sync of 1 GiB over ssh at 50 ms", std::format("{:.1f} s", median(ours)), "");
}

double measureNothingNew(Pull pull, std::size_t chunks, bool hasRsync)
{
    constexpr std::size_t kibibyte = 1024;
    fillSyncStore(pull.source, groups, chunks, 8 * kibibyte, 16 * kibibyte);
    makeSyncTarget(pull.target);
    pull.ours();
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < pulls; ++i) {
        ours.push_back(pull.ours());
        if (hasRsync)
            theirs.push_back(pull.rsync());
    }
    if (hasRsync)
        row(std::format("nothing new over ssh at 50 ms, {} chunks", chunks), median(ours), "`rsync -a`", median(theirs), "");
    return median(ours);
}

} // namespace

void measureSshSync(const std::string &config, const Master &master, const std::string &folder)
{
    const bool hasRsync = runProgram({"sh", "-c", "command -v rsync"}).status == 0 && master.run({QStringLiteral("command -v rsync")}) == 0;
    if (!hasRsync)
        note("syncs over ssh", "there is no rsync here to compare with", "");
    measureFirst({config, master, folder, "ssh-sync-large"}, hasRsync);
    const double few = measureNothingNew({config, master, folder, "ssh-sync-4000"}, 4'000, hasRsync);
    const double many = measureNothingNew({config, master, folder, "ssh-sync-40000"}, 40'000, hasRsync);
    row("nothing new over ssh, ten times the chunks", many, "one time the chunks", few, "<= 1.2");
}

} // namespace espalier::bench
