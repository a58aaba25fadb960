// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/makeservice.h"
#include "remote/relay.h"
#include "remote/sshhost.h"
#include "support/syncdisk.h"

#include <QProcess>
#include <QTest>

#include <random>

using namespace espalier;
using namespace espalier::test;

namespace {

constexpr std::size_t chunkSize = 60'000;

SyncBench makeBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    std::mt19937 random(7);
    const auto chunk = [&random] {
        std::string content(chunkSize, '\0');
        std::ranges::generate(content, [&random] { return static_cast<char>(random()); });
        return content;
    };
    source.group("", "vm/1");
    source.group("n", "ct/2");
    const std::string common = chunk();
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {common, chunk(), chunk(), chunk()});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {common, chunk(), chunk()});
    source.snapshot("n", "ct/2", "2025-01-01T00:00:00Z", {chunk(), common});
    return bench;
}

SyncOptions job()
{
    SyncOptions options;
    options.owner = "backup@pbs";
    return options;
}

} // namespace

/// Syncs through a real sshd, the real ssh and real agents.
class TestSshSync : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_host = std::make_unique<SshHost>();
        if (!m_host->problem().isEmpty())
            QSKIP(qPrintable(m_host->problem()));
    }

    void byTheCommandLine_data() { addEnds(); }
    void byTheCommandLine()
    {
        QFETCH(bool, isSourceFar);
        QFETCH(bool, isTargetFar);
        const DiskPair pair(makeBench());
        const auto place
            = [&](bool isFar, const char *root) { return QString::fromStdString((isFar ? "ssh://pbs1" : "") + pair.path + root); };
        for (const char *expected : {"Snapshots: 3 copied", "Snapshots: 0 copied"}) {
            QProcess process;
            process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"),
                          {QStringLiteral("sync"), QStringLiteral("run"), QStringLiteral("--source"),
                           place(isSourceFar, SyncBench::sourceRoot), QStringLiteral("--target"), place(isTargetFar, SyncBench::targetRoot),
                           QStringLiteral("--owner"), QStringLiteral("backup@pbs"), QStringLiteral("--yes"), QStringLiteral("--pbs-root"),
                           QString::fromStdString(pair.path + "/none"), QStringLiteral("--ssh-config"),
                           QString::fromStdString(m_host->config())});
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray out = process.readAllStandardOutput();
            QVERIFY2(process.exitCode() == 0, out + process.readAllStandardError());
            QVERIFY2(out.contains(expected), out);
        }
        QCOMPARE(pair.problems(), "");
        QVERIFY(pair.strayFiles().empty());
        QCOMPARE(difference(pair.rows(SyncBench::sourceRoot), pair.rows(SyncBench::targetRoot)), "");
    }

    /// At any byte: the target holds whole snapshots, and copying again takes what is left.
    void aCutAnywhereCostsOnlyTime_data() { addEnds(); }
    void aCutAnywhereCostsOnlyTime()
    {
        QFETCH(bool, isSourceFar);
        QFETCH(bool, isTargetFar);
        Relay relay(m_host->port());
        const std::string config = m_host->config(relay.port());
        std::mt19937 random(3);
        int broken = 0;
        for (int round = 0; round < 6; ++round) {
            const DiskPair pair(makeBench());
            for (const bool isCut : {true, false}) {
                const auto source = serviceFor(pair, isSourceFar, SyncBench::sourceRoot, config);
                const auto target = serviceFor(pair, isTargetFar, SyncBench::targetRoot, config);
                QVERIFY(source->open() && target->open());
                QTRY_VERIFY_WITH_TIMEOUT(target->cleanSyncLeftovers().has_value(), 60'000); // what was cut may hold its locks a while
                const auto plan = planSync(tree(*source), tree(*target), job());
                const auto from = source->syncSource();
                QVERIFY(plan && from);
                if (isCut)
                    relay.cutAfter(random() % (isSourceFar && isTargetFar ? 20'000 : 8 * chunkSize));
                const SyncReport report = copied(*target, **from, *plan);
                relay.mend();
                if (isCut)
                    broken += report.isOk() ? 0 : 1;
                else
                    QCOMPARE(failureOf(report), "");
                QCOMPARE(pair.problems(), "");
            }
            QCOMPARE(difference(pair.rows(SyncBench::sourceRoot), pair.rows(SyncBench::targetRoot)), "");
        }
        QVERIFY(broken > 0);
    }

private:
    static void addEnds()
    {
        QTest::addColumn<bool>("isSourceFar");
        QTest::addColumn<bool>("isTargetFar");
        QTest::newRow("pull") << true << false;
        QTest::newRow("push") << false << true;
        QTest::newRow("on the host") << true << true;
    }

    static std::shared_ptr<StoreService> serviceFor(const DiskPair &pair, bool isFar, const char *root, const std::string &config)
    {
        const std::string text = (isFar ? "ssh://pbs1" : "") + pair.path + root;
        return makeService(Place::fromString(text).value(),
                           {.pbsRoot = pair.path + "/none", .stateHome = pair.path + "/state", .ssh = {.configFile = config}});
    }

    static Tree tree(StoreService &service)
    {
        const auto scanned = service.scan({});
        return service.readAllDetails(scanned.value().tree, {}).value().tree;
    }

    static SyncReport copied(StoreService &target, SyncSource &source, const SyncPlan &plan)
    {
        SyncRunOptions options;
        options.job = job();
        return target.sync(source, plan, options);
    }

    std::unique_ptr<SshHost> m_host;
};

QTEST_GUILESS_MAIN(TestSshSync)
#include "tst_sshsync.moc"
