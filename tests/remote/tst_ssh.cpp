// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentservice.h"
#include "remote/makeservice.h"
#include "remote/relay.h"
#include "remote/sshhost.h"
#include "support/diskbench.h"

#include <QDir>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
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

    /// Nothing is decided by comparing clocks of two computers.
    void aClockThatIsWrongDoesNoHarm_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("minutes ahead") << 7 * 60;
        QTest::newRow("hours behind") << -5 * 3600;
        QTest::newRow("a year ahead") << 365 * 86400;
    }

    void aClockThatIsWrongDoesNoHarm()
    {
        QFETCH(int, seconds);
        SshHost host({.environment = QStringLiteral("LD_PRELOAD=%1/tests/libclockskew.so CLOCK_SKEW=%2 "
                                                    "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0")
                                         .arg(QStringLiteral(ESPALIER_BINARY_DIR))
                                         .arg(seconds)});
        QVERIFY2(host.problem().isEmpty(), qPrintable(host.problem()));
        const Rows before = m_bench->rows();
        const auto service = serviceFor(host.config());
        const auto state = service->open();
        QVERIFY2(state, reason(state).constData());
        const RunReport report = run(*service);
        QVERIFY(report.complete());
        const auto history = service->history();
        QVERIFY(history && history->runs.size() == 1);
        constexpr qint64 longestTest = 300;
        const qint64 difference = history->runs.front().startedAt - QDateTime::currentSecsSinceEpoch();
        if (std::abs(difference - seconds) > longestTest)
            QSKIP("This agent's clock cannot be made wrong.");
        const auto undo = service->planUndo(report.runId, NewBackups::Take, {});
        QVERIFY(undo && service->executeUndo(*undo, {}).complete());
        QCOMPARE(test::difference(before, m_bench->rows()), "");
        const auto here = serviceFor(m_host->config()); // whose clock is right
        QVERIFY(here->open() && run(*here).complete());
        QCOMPARE(here->history().value().runs.size(), std::size_t{3});
    }

    /// Only where sudo lets the host's own agent be started as backup without asking anything.
    void sudoDecidesWhoWorks_data()
    {
        // in place of sudo's own way to become another user: its caller is root in truth, and only called "me"
        const QString become = QStringLiteral("exec setpriv --reuid=34 --regid=34 --clear-groups \"$@\"\n");
        QTest::addColumn<QString>("sudo");
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("works");
        QTest::newRow("lets the agent run") << QStringLiteral("[ \"$1 $2 $3\" = '-n -u backup' ] || exit 1\nshift 3\n") + become << "root@"
                                            << true;
        QTest::newRow("lets it tell its version only")
            << QStringLiteral("[ \"$5\" = --version ] || { echo 'sudo: a password is required' >&2; exit 1; }\nshift 3\n") + become
            << "root@" << false;
        QTest::newRow("asks for a password") << QStringLiteral("echo 'sudo: a password is required' >&2\nexit 1\n") << "me@" << false;
        QTest::newRow("refuses") << QStringLiteral("echo 'Sorry, user me is not allowed to execute that as backup.' >&2\nexit 1\n") << "me@"
                                 << false;
    }

    void sudoDecidesWhoWorks()
    {
        QFETCH(QString, sudo);
        QFETCH(QString, user);
        QFETCH(bool, works);
        SshHost host({.sudo = sudo,
                      .mounts = QStringLiteral("mkdir -p /usr/libexec; mount -t tmpfs none /usr/libexec; mkdir /usr/libexec/espalier; "
                                               "cp %1/bin/espalier-agent /usr/libexec/espalier/; "
                                               "printf '#!/bin/sh\necho me\n' >$home/../bin/id; chmod 755 $home/../bin/id;")
                                    .arg(QStringLiteral(ESPALIER_BINARY_DIR))});
        QVERIFY2(host.problem().isEmpty(), qPrintable(host.problem()));
        m_bench->makePbs();
        QVERIFY(QFile::setPermissions(QString::fromStdString(m_bench->base), QFile::Permissions(0x7755)));
        const auto service = serviceFor(host.config(), user.toStdString());
        const auto state = service->open();
        if (works) {
            QVERIFY2(state, reason(state).constData());
            QVERIFY(state->access.allowed);
            QVERIFY(run(*service).complete());
        } else if (user == u"me@") {
            QVERIFY2(state, reason(state).constData());
            QVERIFY(!state->access.allowed);
            QCOMPARE(state->access.reason->id, MessageId::WriteNeedsAgent);
        } else {
            QVERIFY(!state);
            QCOMPARE(state.error().id, MessageId::AgentStartFailed);
            QCOMPARE(state.error().args.back(), "sudo: a password is required");
        }
    }

    /// Whatever way it ends: the guardian on the host belongs to no session, and what was there before is there again.
    void aMaintenanceModeEndsWithTheConnection_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("closed") << 0;
        QTest::newRow("cut") << 1;
        QTest::newRow("agent killed") << 2;
    }

    void aMaintenanceModeEndsWithTheConnection()
    {
        QFETCH(int, way);
        makePbsWithBootCheck();
        Relay relay(m_host->port());
        auto service = serviceFor(m_host->config(relay.port()));
        QVERIFY(service->open());
        const std::set<int> present = agents(); // without the guardian, which is the same file here
        const Done held = service->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"});
        QVERIFY2(held, reason(held).constData());
        QVERIFY(storeConfig().contains("\tmaintenance-mode offline,message=\"disk swap\"\n"));
        const auto state = service->refresh();
        QVERIFY(state && state->heldMaintenance && state->heldMaintenance->isGuarded);
        QCOMPARE(state->activity.configured->maintenanceMode, "offline");
        QVERIFY(run(*service).complete()); // a friend of those who work
        if (way == 0)
            service.reset();
        else if (way == 1)
            relay.cutAfter(0);
        for (const int agent : way == 2 ? present : std::set<int>())
            ::kill(agent, SIGKILL);
        if (way == 1)
            (void)service->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!storeConfig().contains("maintenance-mode"), 40'000);
        relay.mend();
        QVERIFY(!serviceFor(m_host->config())->open().value().heldMaintenance);
    }

    void theCommandLineHoldsAMaintenanceMode_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("ended") << false;
        QTest::newRow("killed") << true;
    }

    void theCommandLineHoldsAMaintenanceMode()
    {
        QFETCH(bool, isKilled);
        makePbsWithBootCheck();
        const QStringList where{QStringLiteral("ssh://pbs1") + QString::fromStdString(m_bench->root), QStringLiteral("--ssh-config"),
                                QString::fromStdString(m_host->config()), QStringLiteral("--pbs-root"),
                                QString::fromStdString(m_bench->pbsRoot)};
        QProcess command;
        command.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"),
                      QStringList{QStringLiteral("maintenance"), QStringLiteral("set")} + where
                          + QStringList{QStringLiteral("offline"), QStringLiteral("--message"), QStringLiteral("disk swap")});
        QTRY_VERIFY_WITH_TIMEOUT(storeConfig().contains("disk swap"), 20'000);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += command.readAllStandardError()).contains("Nothing of PBS is at work"), 20'000);
        const QByteArray shown = answerOf({QStringLiteral("maintenance"), QStringLiteral("show")}, where);
        QVERIFY2(shown.contains("Maintenance mode: offline") && shown.contains("restores what was there before: none"), shown);
        if (isKilled)
            command.kill();
        else
            command.terminate();
        QVERIFY(command.waitForFinished(20'000));
        QTRY_VERIFY_WITH_TIMEOUT(!storeConfig().contains("maintenance-mode"), 40'000);
        if (!isKilled) {
            QCOMPARE(command.exitCode(), 0);
            QVERIFY(command.readAllStandardOutput().contains("The former maintenance mode is there again."));
        }
        QVERIFY(answerOf({QStringLiteral("maintenance"), QStringLiteral("clear")}, where).contains("There was no maintenance mode"));
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
            QVERIFY(report.complete() || report.isUnknown);
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
                QVERIFY(history->runs.front().isInterrupted()); // nobody stopped it
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

    /// A PBS that may be put into maintenance, as the package espalier-agent makes it so.
    void makePbsWithBootCheck()
    {
        m_bench->makePbs();
        const std::filesystem::path units = m_bench->pbsRoot + "/usr/lib/systemd/system";
        std::filesystem::create_directories(units / "multi-user.target.wants");
        std::ofstream(units / "espalier-guardian.service").flush();
        std::filesystem::create_symlink("../espalier-guardian.service", units / "multi-user.target.wants/espalier-guardian.service");
    }

    QByteArray storeConfig() const
    {
        QFile file(QString::fromStdString(m_bench->pbsRoot + "/etc/proxmox-backup/datastore.cfg"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray answerOf(const QStringList &command, const QStringList &where)
    {
        QProcess process;
        process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), command + where);
        process.waitForFinished();
        return process.readAllStandardOutput();
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
