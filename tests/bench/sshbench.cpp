// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"
#include "parts.h"
#include "remote/relay.h"
#include "remote/sshhost.h"
#include "sshmaster.h"
#include "sshsyncbench.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <format>
#include <print>

// Work on another host, 50 ms away: a real sshd on loopback behind a relay that takes its time. Logging in is not counted.
// Arguments: a store to read and change, a small one for what is slow, a folder for stores that are copied.

using namespace espalier;
using namespace espalier::bench;

namespace {

constexpr auto oneWay = std::chrono::milliseconds(25);
constexpr std::size_t wantedMoves = 1000;

void measureScan(const std::string &config, const Master &master, const std::string &store)
{
    const auto service = serviceFor(config, store);
    std::vector<double> ours;
    std::vector<double> theirs;
    std::size_t groups = 0;
    for (int i = 0; i <= rounds; ++i) {
        const double agent = timed([&] {
            const auto scanned = service->scan({});
            must(scanned.has_value(), "the scan failed");
            groups = scanned->tree.root().groupsBelow;
        });
        const double find = timed([&] {
            must(master.run({QStringLiteral("find"), QString::fromStdString(store), QStringLiteral("-name"), QStringLiteral(".chunks"),
                             QStringLiteral("-prune"), QStringLiteral("-o"), QStringLiteral("-print")})
                     == 0,
                 "find failed");
        });
        if (i > 0) {
            ours.push_back(agent);
            theirs.push_back(find);
        }
    }
    row(std::format("first pass over ssh at 50 ms, {} groups", groups), median(ours), "`ssh host find`", median(theirs), "<= 1.2");
}

/// What a mount needs for each directory does not depend on how many there are.
void measureMount(const std::string &config, const std::string &store)
{
    const auto service = serviceFor(config, store);
    Tree tree;
    const double ours = timed([&] { tree = service->scan({}).value().tree; });
    QTemporaryDir folder;
    QProcess mount;
    mount.start(QStringLiteral("sshfs"),
                {QStringLiteral("-F"), QString::fromStdString(config), QStringLiteral("-f"),
                 QStringLiteral("pbs1:") + QString::fromStdString(store), folder.path()});
    bool isMounted = false;
    for (int i = 0; i < 50 && !isMounted && mount.state() != QProcess::NotRunning; ++i) {
        mount.waitForFinished(100);
        std::error_code notYet; // of a mount that does not answer before it is logged in
        isMounted = std::filesystem::exists(folder.path().toStdString() + "/.lock", notYet);
    }
    if (!isMounted) {
        note("first pass over sshfs", "nothing can be mounted here", "");
        return;
    }
    const double theirs = timed([&] { runProgram({"find", folder.path().toStdString(), "-name", ".chunks", "-prune", "-o", "-print"}); });
    mount.terminate();
    mount.waitForFinished();
    row(std::format("first pass over ssh at 50 ms, {} groups, {} snapshots", tree.root().groupsBelow, tree.root().snapshotsBelow), ours,
        "`find` on a mount by sshfs", theirs, "<= 0.05");
}

void measureMoves(const std::string &config, const std::string &store)
{
    const auto service = serviceFor(config, store);
    const Tree tree = service->scan({}).value().tree;
    PlanContext context;
    context.access = service->refresh().value().access;
    std::vector<Change> changes;
    std::size_t moves = 0;
    tree.forEachNamespace([&](const Namespace &ns) { // one place for each, because their groups have the same names
        if (moves >= wantedMoves || ns.groups.empty())
            return;
        const auto target = NamespacePath::fromString(std::format("moved{}", moves)).value();
        changes.emplace_back(CreateNamespace{target});
        for (const auto &group : ns.groups) {
            if (moves < wantedMoves) {
                changes.emplace_back(MoveGroup{.from = ns.path, .group = group->id, .to = target});
                ++moves;
            }
        }
    });
    RunReport report;
    Plan plan = makePlan(tree, changes, context);
    std::erase_if(plan.steps, [](const Step &step) { return step.verdict.level != Verdict::Level::WillDo; });
    const double ours = timed([&] { report = service->execute(plan, {}, {}); });
    must(report.complete(), "the moves failed");
    note(std::format("{} group moves over ssh at 50 ms, with {} new namespaces", moves, report.done() - moves),
         std::format("{:.2f} s", ours), "< 5 s");
    const auto undo = service->planUndo(report.runId, NewBackups::Take, {});
    must(undo && service->executeUndo(*undo, {}).complete(), "the undo failed");
}

} // namespace

int main(int argc, char **argv)
try {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    must(arguments.size() == 4, "two stores and a folder are needed");
    const test::SshHost host;
    if (!host.problem().isEmpty()) {
        note("over ssh", host.problem().toStdString(), "");
        return 0;
    }
    test::Relay relay(host.port());
    const std::string config = host.config(relay.port());
    {
        const Master fast(config);
        const double seconds = timed([&] { must(fast.run({QStringLiteral("head -c 268435456 /dev/zero")}) == 0, "head failed"); });
        note("the relay's own throughput, through ssh", std::format("{:.0f} MiB/s", 256 / seconds), "");
    }
    relay.setDelay(oneWay);
    const Master master(config);
    measureScan(config, master, arguments[1].toStdString());
    measureMoves(config, arguments[1].toStdString());
    measureMount(config, arguments[2].toStdString());
    measureSshSync(config, master, arguments[3].toStdString());
    return 0;
} catch (const std::exception &error) {
    std::println(stderr, "sshbench: {}", error.what());
    return 1;
}
