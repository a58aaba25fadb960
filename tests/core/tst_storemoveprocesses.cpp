// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storemovesupport.h"
#include "support/faultyfilesystem.h"
#include "support/syncdisk.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::test;

// A move on the real file system whose process is killed at one change after the other: each snapshot is whole at the source or at the
// target, and doing it again moves the rest. ESPALIER_ALL_FAULTS=1 leaves no change out.

namespace {

/// Does @p work in a process of its own, which may end itself.
void inProcess(const std::function<void()> &work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    waitpid(child, nullptr, 0);
}

} // namespace

class TestStoreMoveProcesses : public QObject
{
    Q_OBJECT

private slots:
    void killed();
};

void TestStoreMoveProcesses::killed()
{
    const SyncBench bench = makeStoreToMove();
    const Names snapshots = wholeSnapshots(*bench.files, SyncBench::sourceRoot);
    QCOMPARE(snapshots.size(), 3U);
    const SyncBench undisturbed = makeStoreToMove();
    QVERIFY(moveStores(undisturbed, wholeStore()).isOk());
    const Rows after = undisturbed.rows(SyncBench::targetRoot);
    const bool all = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS");
    const int stride = all ? 1 : 4;
    int kills = 0;
    for (int at = 1; at < 400; at += stride) {
        const DiskPair pair(bench);
        const SessionOptions session{.pbsRoot = pair.path + "/none", .stateHome = pair.path + "/state"};
        const auto move = [&](const std::shared_ptr<fs::FileSystem> &files) {
            return moveStores(files, pair.path + SyncBench::sourceRoot, pair.path + SyncBench::targetRoot, session, wholeStore(),
                              {.threads = 1});
        };
        inProcess([&] {
            const auto faulty
                = std::make_shared<FaultyFileSystem>(fs::posixFileSystem(), Fault{.changesOnly = true}, [at](int call, std::string_view) {
                      if (call == at)
                          kill(getpid(), SIGKILL);
                  });
            (void)move(faulty);
        });
        const auto files = fs::posixFileSystem();
        const Names source = wholeSnapshots(*files, pair.path + SyncBench::sourceRoot);
        const std::string missing = lost(snapshots, source, wholeSnapshots(*files, pair.path + SyncBench::targetRoot));
        QVERIFY2(missing.empty(), (std::to_string(at) + " " + missing).c_str());
        const bool isComplete = pair.rows(SyncBench::sourceRoot).size() == 2; // "vm" and "ns"
        const StoreMoveReport again = isComplete ? StoreMoveReport() : move(files);
        QVERIFY2(again.isOk(), (std::to_string(at) + " " + failureOf(again)).c_str());
        QCOMPARE(std::to_string(at) + difference(after, pair.rows(SyncBench::targetRoot)), std::to_string(at));
        QCOMPARE(wholeSnapshots(*files, pair.path + SyncBench::sourceRoot), Names());
        ++kills;
        if (isComplete)
            break;
    }
    QVERIFY(kills > 10);
    qInfo("killed at %d changes", kills);
}

QTEST_GUILESS_MAIN(TestStoreMoveProcesses)

#include "tst_storemoveprocesses.moc"
