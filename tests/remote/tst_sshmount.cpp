// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/hostbehind.h"
#include "remote/makeservice.h"
#include "remote/mountedservice.h"
#include "remote/relay.h"
#include "remote/sshhost.h"
#include "support/diskbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <signal.h>
#include <thread>

using namespace espalier;
using namespace espalier::test;

namespace {

void fill(fs::MemoryFileSystem &files)
{
    makeNamespace(files, "/store", "a/b");
    for (const char *id : {"vm/100", "vm/101", "ct/7"})
        makeGroup(files, "/store", "a", id, {"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"}, "me@pbs", "notes of it");
}

std::string mountInfo()
{
    QFile file(QStringLiteral("/proc/self/mountinfo"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QStringList leftIn(const QTemporaryDir &runtime)
{
    return QDir(runtime.filePath(QStringLiteral("espalier/mounts"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
}

} // namespace

/// Mounts by the real sshfs, through a real sshd.
class TestSshMount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sshfs")).isEmpty() || !QFile::exists(QStringLiteral("/dev/fuse")))
            QSKIP("Nothing can be mounted here: sshfs or /dev/fuse is missing.");
        m_host = std::make_unique<SshHost>();
        if (!m_host->problem().isEmpty())
            QSKIP(qPrintable(m_host->problem()));
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
        QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_bench.emplace(fill);
    }

    void cleanup() { QVERIFY2(leftIn(m_runtime).isEmpty(), qPrintable(leftIn(m_runtime).join(u' '))); }
    void cleanupTestCase() { m_host.reset(); }

    /// All is seen, nothing can be changed, and the host is named.
    void isLookedAt()
    {
        const auto service = serviceFor(m_host->config());
        const auto state = service->open();
        QVERIFY2(state, reason(state).constData());
        QVERIFY(!state->access.allowed);
        QCOMPARE(state->name, "store");
        QCOMPARE(state->hostBehind->toString(), "ssh://pbs1" + m_bench->root);
        const auto scanned = service->scan({});
        QVERIFY2(scanned, reason(scanned).constData());
        QCOMPARE(scanned->tree.root().groupsBelow, std::size_t{3});
        QCOMPARE(scanned->tree.root().snapshotsBelow, std::size_t{6});
        QCOMPARE(service->readNotes(ns("a"), group("vm/100")).value_or(""), "notes of it");
        PlanContext context;
        context.access = state->access;
        const Rows before = m_bench->rows();
        const RunReport report = service->execute(makePlan(scanned->tree, std::vector<Change>{moveOf("vm/100", "a", "")}, context), {}, {});
        QVERIFY(!report.complete());
        QCOMPARE(difference(before, m_bench->rows()), "");
        QVERIFY(!service->loss());
    }

    /// What happens on the host is seen after a moment.
    void changesAreSeen()
    {
        const auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QCOMPARE(service->scan({}).value().tree.root().snapshotsBelow, std::size_t{6});
        std::filesystem::create_directories(m_bench->root + "/ns/a/vm/100/2026-01-03T00:00:00Z");
        QTRY_COMPARE_WITH_TIMEOUT(service->scan({}).value().tree.root().snapshotsBelow, std::size_t{7}, 10'000);
        std::filesystem::remove(m_bench->root + "/ns/a/vm/100/2026-01-03T00:00:00Z");
    }

    void isUnmountedAtTheEnd()
    {
        auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QVERIFY(mountInfo().contains(m_runtime.path().toStdString()));
        service.reset();
        QVERIFY(!mountInfo().contains(m_runtime.path().toStdString()));
    }

    /// Within 15 s, and whoever reads meanwhile is set free.
    void aSilentHostIsNoticed()
    {
        Relay relay(m_host->port());
        const auto service = serviceFor(m_host->config(relay.port()));
        QVERIFY(service->open());
        relay.setSilent(true);
        std::jthread reader([&service] {
            for (int i = 0; i < 50 && !service->loss(); ++i)
                (void)service->scan({});
        });
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY_WITH_TIMEOUT(service->loss().has_value(), 20'000);
        QVERIFY2(time.elapsed() < 15'500, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(service->loss()->id, MessageId::MountDead);
        reader.join();
        relay.setSilent(false);
        const auto again = service->open();
        QVERIFY2(again, reason(again).constData());
        QVERIFY(!service->loss());
        QVERIFY(service->scan({}));
    }

    void aKilledSshfsIsNoticed()
    {
        const auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QVERIFY(killSshfs());
        QTRY_VERIFY_WITH_TIMEOUT(service->loss().has_value(), 5'000);
        QVERIFY(service->open());
        QVERIFY(service->scan({}));
    }

    void whatCannotBeMountedIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("id");
        QTest::newRow("no such directory") << QStringLiteral("/nowhere") << int(MessageId::MountFailed);
        QTest::newRow("no datastore") << QStringLiteral("/usr") << int(MessageId::StoreNotRecognised);
    }
    void whatCannotBeMountedIsSaid()
    {
        QFETCH(QString, path);
        QFETCH(int, id);
        const auto service
            = makeService(Place::fromString("sshfs://pbs1" + path.toStdString()).value(), {.ssh = {.configFile = m_host->config()}});
        const auto state = service->open();
        QVERIFY(!state);
        QCOMPARE(int(state.error().id), id);
    }

    void aMissingProgramIsNamed()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto state = serviceFor(m_host->config())->open();
        qputenv("PATH", path);
        QVERIFY(!state);
        QCOMPARE(state.error().id, MessageId::MountProgramMissing);
    }

    /// A program that crashed leaves nothing that the next one does not take away.
    void leftoversGoAway()
    {
        const QString gone = m_runtime.filePath(QStringLiteral("espalier/mounts/%1-1/store").arg(4'194'300));
        QVERIFY(QDir().mkpath(gone));
        const auto service = serviceFor(m_host->config());
        QVERIFY(service->open());
        QVERIFY(!QFile::exists(gone));
    }

    /// sshfs goes with the program, however that ends.
    void aKilledProgramUnmounts()
    {
        QProcess program;
        program.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"),
                      {QStringLiteral("tree"), QString::fromStdString("sshfs://pbs1" + m_bench->root), QStringLiteral("--ssh-config"),
                       QString::fromStdString(m_host->config())});
        QTRY_VERIFY_WITH_TIMEOUT(mountInfo().contains(m_runtime.path().toStdString()) || program.state() == QProcess::NotRunning, 20'000);
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        program.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT(!mountInfo().contains(m_runtime.path().toStdString()), 10'000);
        QVERIFY(serviceFor(m_host->config())->open()); // and takes the directories away
    }

private:
    std::shared_ptr<StoreService> serviceFor(const std::string &config) const
    {
        return makeService(Place::fromString("sshfs://pbs1" + m_bench->root).value(), {.ssh = {.configFile = config}});
    }
    /// The one that mounted something for this test.
    bool killSshfs() const
    {
        for (const QString &each : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(each));
            const QByteArray words = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            if (words.split('\0').front().endsWith("sshfs") && words.contains(m_runtime.path().toUtf8()))
                return ::kill(each.toInt(), SIGKILL) == 0;
        }
        return false;
    }
    static QByteArray reason(const auto &result)
    {
        if (result)
            return {};
        std::string text(messageName(result.error().id));
        for (const std::string &each : result.error().args)
            text += " " + each;
        return QByteArray::fromStdString(text);
    }

    QTemporaryDir m_runtime;
    std::unique_ptr<SshHost> m_host;
    std::optional<DiskBench> m_bench;
};

QTEST_GUILESS_MAIN(TestSshMount)
#include "tst_sshmount.moc"
