// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentservice.h"
#include "remote/makeservice.h"
#include "remote/relay.h"
#include "remote/sshhost.h"
#include "support/diskbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <optional>
#include <random>
#include <signal.h>
#include <thread>

using namespace espalier;
using namespace espalier::test;

namespace {

void fill(fs::MemoryFileSystem &files)
{
    makeNamespace(files, "/store", "a/b");
    makeNamespace(files, "/store", "c");
    for (const char *id : {"vm/100", "vm/101", "vm/102", "ct/7", "host/x"})
        makeGroup(files, "/store", "a", id, {"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"}, "me@pbs", "notes of it");
}

std::vector<Change> moves()
{
    return {moveOf("vm/100", "a", "c"), moveOf("vm/101", "a", "c"), moveOf("vm/102", "a", "a/b"), moveOf("ct/7", "a", ""),
            ChangeNotes{ns("a"), group("host/x"), "other notes"}};
}

QString homes; ///< Of the users of this test's hosts.

/// The agents of this test that run now, by their process ids.
std::set<int> agents()
{
    std::set<int> found;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &each : processes) {
        const QString program = QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(each));
        if (program.startsWith(homes + u'/') && program.contains(QStringLiteral("/espalier/agent-")))
            found.insert(each.toInt());
    }
    return found;
}

} // namespace

/// A real sshd, the real ssh, a real agent.
class TestSsh : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_host = std::make_unique<SshHost>();
        if (!m_host->problem().isEmpty())
            QSKIP(qPrintable(m_host->problem()));
        homes = m_host->folder();
    }

    void init() { m_bench.emplace(fill); }

    void cleanupTestCase()
    {
        m_bench.reset();
        m_host.reset();
        QTRY_VERIFY_WITH_TIMEOUT(agents().empty(), 10'000); // none is left behind
    }

    void changesAreMadeAndUndone()
    {
        const Rows before = m_bench->rows();
        const auto service = serviceFor(m_host->config());
        const auto state = service->open();
        QVERIFY2(state, reason(state).constData());
        QVERIFY(state->access.allowed);
        QVERIFY(state->login.starts_with("root@"));
        const RunReport report = run(*service);
        QVERIFY(report.complete());
        QCOMPARE(report.done(), std::size_t{5});
        const auto undo = service->planUndo(report.runId, NewBackups::Take, {});
        QVERIFY(undo);
        QVERIFY(service->executeUndo(*undo, {}).complete());
        QCOMPARE(difference(before, m_bench->rows()), "");
    }

    /// Nothing but its own files: in the cache of who logged in, which nobody else can read.
    void theAgentStaysInTheCache()
    {
        const auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        const QDir home(m_host->home());
        QCOMPARE(home.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral(".cache")});
        QCOMPARE(
            QDir(home.filePath(QStringLiteral(".cache/espalier"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
            1);
    }

    void theAgentEndsWithItsConnection()
    {
        auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QCOMPARE(agents().size(), std::size_t{1});
        service.reset();
        QTRY_VERIFY_WITH_TIMEOUT(agents().empty(), 5'000);
    }

    void anOrdinaryUserSeesAndIsToldHow()
    {
        m_bench->makePbs();
        QVERIFY(QFile::setPermissions(QString::fromStdString(m_bench->base), QFile::Permissions(0x7755)));
        const auto service = serviceFor(m_host->config(), "me@");
        const auto state = service->open();
        QVERIFY2(state, reason(state).constData());
        QVERIFY(!state->access.allowed);
        QCOMPARE(state->access.reason->id, MessageId::WriteNeedsAgent);
        QCOMPARE(state->access.reason->args.at(2), "me");
        QCOMPARE(service->scan({}).value().tree.root().groupsBelow, std::size_t{5});
        const RunReport report = run(*service);
        QVERIFY(!report.complete());
    }

    void aKilledAgentLosesNothing()
    {
        const auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QVERIFY(service->scan({}));
        for (const int agent : agents())
            ::kill(agent, SIGKILL);
        const auto after = service->scan({});
        QVERIFY(!after);
        QCOMPARE(after.error().id, MessageId::ConnectionLost);
        QVERIFY(service->open());
        QVERIFY(run(*service).complete());
    }

    /// At whatever moment: what was there still is, and the run is finished by the next agent.
    void aRunWhoseAgentIsKilledIsFinishedLater()
    {
        const auto manyGroups = [](fs::MemoryFileSystem &files) {
            makeNamespace(files, "/store", "c");
            for (int i = 0; i < 150; ++i)
                makeGroup(files, "/store", "", "vm/" + std::to_string(100 + i), {"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"});
        };
        std::vector<Change> changes;
        for (int i = 0; i < 150; ++i)
            changes.push_back(moveOf("vm/" + std::to_string(100 + i), "", "c"));
        std::mt19937 random(5);
        int interrupted = 0;
        qint64 wholeRun = 0; // microseconds; the first one is not disturbed
        for (int round = 0; round < 60 && interrupted < 3; ++round) {
            m_bench.emplace(manyGroups);
            const Backups backups = backupsIn(m_bench->rows());
            const auto service = serviceFor(m_host->config());
            PlanContext context;
            context.access = service->open().value().access;
            const Plan plan = makePlan(service->scan({}).value().tree, changes, context);
            RunReport report;
            {
                const std::set<int> present = agents();
                std::optional<std::jthread> killer;
                if (round > 0)
                    killer.emplace([&present, delay = random() % (wholeRun + 1)] {
                        std::this_thread::sleep_for(std::chrono::microseconds(delay));
                        for (const int agent : present)
                            ::kill(agent, SIGKILL);
                    });
                QElapsedTimer timer;
                timer.start();
                report = service->execute(plan, {}, {});
                wholeRun = round == 0 ? timer.nsecsElapsed() / 1000 : wholeRun;
            }
            QCOMPARE(backupsIn(m_bench->rows()), backups);
            QCOMPARE(outsideScheme(m_bench->rows()), "");
            QVERIFY(service->open());
            const auto history = service->history().value();
            if (!history.runs.empty() && isRecoverable(history.runs.front())) {
                ++interrupted;
                const auto recovery = service->planRecovery(history.runs.front().id);
                QVERIFY2(recovery, reason(recovery).constData());
                const RunReport finished = service->executeRecovery(*recovery, {});
                QVERIFY(finished.complete());
                QCOMPARE(service->scan({}).value().tree.find(ns("c"))->groups.size(), std::size_t{150});
            }
            QCOMPARE(backupsIn(m_bench->rows()).size(), backups.size());
        }
        qInfo("%d runs were interrupted", interrupted);
        QVERIFY(interrupted > 0);
    }

    void everyFailureHasItsWords_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("id");
        QTest::newRow("refused") << QStringLiteral("Port 1") << int(MessageId::SshUnreachable);
        QTest::newRow("no such host") << QStringLiteral("HostName host.invalid") << int(MessageId::SshUnreachable);
        QTest::newRow("no key") << QStringLiteral("PubkeyAuthentication no") << int(MessageId::SshDenied);
        QTest::newRow("unknown host key") << QStringLiteral("HostKeyAlias other\n  BatchMode yes") << int(MessageId::SshHostKeyUnknown);
        QTest::newRow("bad configuration") << QStringLiteral("Frobnicate yes") << int(MessageId::SshFailed);
    }

    void everyFailureHasItsWords()
    {
        QFETCH(QString, options);
        QFETCH(int, id);
        const std::string config = m_host->config(m_host->port());
        QFile file(QString::fromStdString(config));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        file.resize(0);
        file.write("Host pbs1\n  " + options.toUtf8() + "\n" + before); // the first value counts
        file.close();
        const auto state = serviceFor(config)->open();
        QVERIFY(!state);
        QVERIFY2(int(state.error().id) == id, reason(state).constData());
    }

    void aChangedHostKeyIsRefused()
    {
        SshHost other;
        other.changeKnownKey();
        const auto state = serviceFor(other.config())->open();
        QVERIFY(!state);
        QVERIFY2(state.error().id == MessageId::SshHostKeyChanged, reason(state).constData());
    }

    void aHostThatLetsNothingRunIsNamed_data()
    {
        QTest::addColumn<QString>("mounts");
        QTest::addColumn<int>("id");
        QTest::newRow("noexec") << QStringLiteral("mkdir -p $home/.cache; mount -t tmpfs -o noexec none $home/.cache;")
                                << int(MessageId::AgentNotExecutable);
        QTest::newRow("full") << QStringLiteral("mkdir -p $home/.cache; mount -t tmpfs -o size=64k none $home/.cache;")
                              << int(MessageId::AgentUploadFailed);
        QTest::newRow("read-only") << QStringLiteral("mkdir -p $home/.cache; mount -t tmpfs -o ro none $home/.cache;")
                                   << int(MessageId::AgentUploadFailed);
    }

    void aHostThatLetsNothingRunIsNamed()
    {
        QFETCH(QString, mounts);
        QFETCH(int, id);
        SshHost host({.mounts = mounts});
        QVERIFY2(host.problem().isEmpty(), qPrintable(host.problem()));
        const auto state = serviceFor(host.config())->open();
        QVERIFY(!state);
        QVERIFY2(int(state.error().id) == id, reason(state).constData());
        QVERIFY(state.error().args.at(1).ends_with("/root/.cache/espalier"));
    }

    void aLoginThatMayNotRunAnythingIsQuoted()
    {
        SshHost host({.runsNothing = true});
        const auto state = serviceFor(host.config())->open();
        QVERIFY(!state);
        QVERIFY2(state.error().id == MessageId::AgentShellFailed, reason(state).constData());
    }

    void aSlowNetworkIsOnlySlow()
    {
        Relay relay(m_host->port());
        relay.setDelay(std::chrono::milliseconds(25));
        const auto service = serviceFor(m_host->config(relay.port()));
        QVERIFY(service->open());
        QVERIFY(run(*service).complete());
    }

    void aSilentNetworkIsNoticed()
    {
        Relay relay(m_host->port());
        const auto service = serviceFor(m_host->config(relay.port()));
        QVERIFY(service->open());
        relay.setSilent(true);
        QElapsedTimer timer;
        timer.start();
        const auto scanned = service->scan({});
        QVERIFY(!scanned);
        QVERIFY2(scanned.error().id == MessageId::ConnectionSilent || scanned.error().id == MessageId::ConnectionLost,
                 reason(scanned).constData());
        QVERIFY2(timer.elapsed() < 15'500, qPrintable(QString::number(timer.elapsed())));
        relay.setSilent(false);
        QVERIFY(service->open());
    }

    /// Whatever byte was the last: what was there still is, each run is there to be finished, and all is as if nothing had been.
    void aCutAnywhereLosesNothing()
    {
        const Backups backups = backupsIn(m_bench->rows());
        Relay relay(m_host->port());
        const std::string config = m_host->config(relay.port());
        std::mt19937 random(11);
        int interrupted = 0;
        for (int round = 0; round < 12; ++round) {
            m_bench.emplace(fill);
            const auto service = serviceFor(config);
            QVERIFY(service->open());
            const Plan plan = planned(*service);
            relay.cutAfter(random() % 12'000);
            const RunReport report = service->execute(plan, {}, {});
            relay.mend();
            QTRY_VERIFY_WITH_TIMEOUT(agents().empty() || report.complete(), 40'000);
            QCOMPARE(backupsIn(m_bench->rows()), backups);
            QCOMPARE(outsideScheme(m_bench->rows()), "");
            const auto again = service->open();
            QVERIFY2(again, reason(again).constData());
            const auto history = service->history();
            QVERIFY(history);
            if (history->runs.empty()) {
                QVERIFY(run(*service).complete());
            } else if (isRecoverable(history->runs.front())) {
                ++interrupted;
                const auto recovery = service->planRecovery(history->runs.front().id);
                QVERIFY2(recovery, reason(recovery).constData());
                QVERIFY(service->executeRecovery(*recovery, {}).complete());
            }
            QCOMPARE(m_bench->session().store().root->path(), m_bench->root);
            QVERIFY(service->planUndo(service->history().value().runs.front().id, NewBackups::Take, {}).value().groupsToMove() == 4);
        }
        qInfo("%d runs were interrupted", interrupted);
    }

private:
    std::shared_ptr<StoreService> serviceFor(const std::string &config, const std::string &user = {}) const
    {
        const Place place = Place::fromString("ssh://" + user + "pbs1" + m_bench->root).value();
        return makeService(place, {.pbsRoot = m_bench->pbsRoot, .stateHome = m_bench->base + "/state", .ssh = {.configFile = config}});
    }

    static Plan planned(StoreService &service)
    {
        PlanContext context;
        context.access = service.refresh().value().access;
        return makePlan(service.scan({}).value().tree, moves(), context);
    }

    static RunReport run(StoreService &service) { return service.execute(planned(service), {}, {}); }

    template<typename T>
    static QByteArray reason(const Result<T> &result)
    {
        QByteArray text;
        if (!result) {
            text = QByteArray(messageName(result.error().id).data(), qsizetype(messageName(result.error().id).size()));
            for (const std::string &arg : result.error().args)
                text += " | " + QByteArray::fromStdString(arg);
        }
        return text;
    }

    std::unique_ptr<SshHost> m_host;
    std::optional<DiskBench> m_bench;
};

QTEST_GUILESS_MAIN(TestSsh)

#include "tst_ssh.moc"
