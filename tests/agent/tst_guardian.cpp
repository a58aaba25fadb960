// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/maintenancekeeper.h"
#include "core/fs/posix.h"
#include "core/service/localservice.h"
#include "core/wire/requests.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <nlohmann/json.hpp>

using namespace espalier;
using namespace espalier::wire;

namespace {

constexpr int patience = 20'000;
const QString program = QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalier-agent");
const QByteArray offline = "\tmaintenance-mode offline,message=\"disk swap\"\n";

QByteArray bytesOf(const Encoded &request, std::uint32_t id)
{
    std::string bytes;
    for (const Frame &frame : framesOf({FrameKind::Request, id, request.text, {}}))
        bytes += encoded(frame);
    return QByteArray::fromStdString(bytes);
}

bool lives(pid_t pid)
{
    return ::kill(pid, 0) == 0 || errno != ESRCH;
}

} // namespace

/// A maintenance mode, what guards it, and what becomes of it when any of the processes is killed.
class TestGuardian : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void setAndEnded();
    void notWithoutTheBootCheck();
    void notWithoutAPbs();
    void theConnectionEnds();
    void theAgentIsKilled();
    void theGuardianIsKilled();
    void whatStartedItIsKilled();
    void theHostShutsDown();
    void allAreKilled();
    void aRestart();
    void somebodyElseChangesIt();
    void somebodyElseEndsIt();
    void aSecondOneIsRefused();
    void itHoldsNothingOfASession();

private:
    QString path(const QString &below) const { return m_folder->filePath(below); }
    QByteArray config() const;
    QByteArray textWith(const QByteArray &mode) const;
    void write(const QString &below, const QByteArray &text) const;
    bool isSet() const { return config() == textWith(offline); }
    bool isRestored() const
    {
        return config() == textWith({}) && !QFile::exists(path(QStringLiteral("var/lib/espalier/maintenance/tank.json")));
    }
    std::unique_ptr<LocalService> service() const;
    MaintenanceKeeper keeper() const { return {fs::posixFileSystem(), m_folder->path().toStdString()}; }
    std::unique_ptr<QProcess> agentThatHolds() const;
    pid_t guardian() const;
    static pid_t childOf(const QProcess &process);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestGuardian::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *each : {"etc/proxmox-backup", "run/proxmox-backup", "tank/.chunks", "usr/lib/systemd/system/multi-user.target.wants"})
        QVERIFY(QDir().mkpath(path(QLatin1String(each))));
    write(QStringLiteral("tank/.lock"), {});
    write(QStringLiteral("etc/proxmox-backup/datastore.cfg"), textWith({}));
    write(QStringLiteral("usr/lib/systemd/system/espalier-guardian.service"), {});
    QVERIFY(QFile::link(QStringLiteral("../espalier-guardian.service"),
                        path(QStringLiteral("usr/lib/systemd/system/multi-user.target.wants/espalier-guardian.service"))));
}

QByteArray TestGuardian::config() const
{
    QFile file(path(QStringLiteral("etc/proxmox-backup/datastore.cfg")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestGuardian::textWith(const QByteArray &mode) const
{
    return "datastore: tank\n" + mode + "\tpath " + path(QStringLiteral("tank")).toUtf8() + "\n";
}

void TestGuardian::write(const QString &below, const QByteArray &text) const
{
    QFile file(path(below));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

std::unique_ptr<LocalService> TestGuardian::service() const
{
    auto service
        = std::make_unique<LocalService>(fs::posixFileSystem(), Place::fromString(path(QStringLiteral("tank")).toStdString(), "/").value(),
                                         SessionOptions{.pbsRoot = m_folder->path().toStdString(),
                                                        .stateHome = path(QStringLiteral("state")).toStdString(),
                                                        .guardian = program.toStdString()});
    return service->open() ? std::move(service) : nullptr;
}

/// An agent at the other end of two pipes, asked to set the mode; null where it was not set.
std::unique_ptr<QProcess> TestGuardian::agentThatHolds() const
{
    auto agent = std::make_unique<QProcess>();
    agent->start(program, QStringList());
    const OpenRequest open{.path = path(QStringLiteral("tank")).toStdString(),
                           .pbsRoot = m_folder->path().toStdString(),
                           .stateHome = path(QStringLiteral("state")).toStdString()};
    agent->write(bytesOf(Writer::encoded(open, "open"), 1));
    for (int answers = 0; answers < 2 && agent->waitForReadyRead(patience);)
        answers += int(agent->readAllStandardOutput().count("held-maintenance")) + 1; // the greeting, and the state
    const HoldMaintenanceRequest hold{{MaintenanceMode::Type::Offline, "disk swap"}};
    agent->write(bytesOf(Writer::encoded(hold, "hold-maintenance"), 2));
    return agent->waitForReadyRead(patience) && isSet() ? std::move(agent) : nullptr;
}

pid_t TestGuardian::guardian() const
{
    QFile note(path(QStringLiteral("var/lib/espalier/maintenance/tank.json")));
    return note.open(QIODevice::ReadOnly) ? nlohmann::json::parse(note.readAll().toStdString()).at("pid").get<pid_t>() : -1;
}

pid_t TestGuardian::childOf(const QProcess &process)
{
    const auto id = QByteArray::number(process.processId());
    const QDir tasks(QLatin1String("/proc/" + id + "/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(tasks.filePath(task + QStringLiteral("/children")));
        const QByteArray found = children.open(QIODevice::ReadOnly) ? children.readAll().trimmed() : QByteArray();
        if (!found.isEmpty())
            return found.split(' ').front().toInt();
    }
    return -1;
}

void TestGuardian::setAndEnded()
{
    const auto local = service();
    QVERIFY(local);
    QVERIFY(local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"}));
    QVERIFY(isSet());
    const auto held = local->refresh().value().heldMaintenance;
    QVERIFY(held && held->isGuarded && !held->former);
    const pid_t guarding = guardian();
    QVERIFY(lives(guarding));
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Restored);
    QVERIFY(isRestored());
    QVERIFY(!local->refresh().value().heldMaintenance);
    QTRY_VERIFY(!lives(guarding));
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Gone);
}

void TestGuardian::notWithoutTheBootCheck()
{
    QVERIFY(QFile::remove(path(QStringLiteral("usr/lib/systemd/system/multi-user.target.wants/espalier-guardian.service"))));
    const Done done = service()->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"});
    QVERIFY(!done && done.error().id == MessageId::MaintenanceNoBootCheck);
    QVERIFY(isRestored());
}

void TestGuardian::notWithoutAPbs()
{
    write(QStringLiteral("etc/proxmox-backup/datastore.cfg"), {});
    const auto local = service();
    const Done done = local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"});
    QVERIFY(!done && done.error().id == MessageId::MaintenanceNoServer);
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Gone);
}

void TestGuardian::theConnectionEnds()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    agent->closeWriteChannel();
    QVERIFY(agent->waitForFinished(patience));
    QTRY_VERIFY(isRestored());
}

void TestGuardian::theAgentIsKilled()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    const pid_t guarding = guardian();
    agent->kill();
    QVERIFY(agent->waitForFinished(patience));
    QTRY_VERIFY(isRestored());
    QTRY_VERIFY(!lives(guarding));
}

void TestGuardian::theGuardianIsKilled()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    QCOMPARE(::kill(guardian(), SIGKILL), 0);
    QTRY_VERIFY(isRestored());
    QCOMPARE(agent->state(), QProcess::Running);
    agent->kill();
    agent->waitForFinished(patience);
}

void TestGuardian::whatStartedItIsKilled()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    const pid_t front = childOf(*agent);
    QVERIFY(front > 0 && front != guardian());
    QCOMPARE(::kill(front, SIGKILL), 0);
    QTRY_VERIFY(isRestored());
    agent->kill();
    agent->waitForFinished(patience);
}

void TestGuardian::theHostShutsDown()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    QCOMPARE(::kill(guardian(), SIGTERM), 0);
    QTRY_VERIFY(isRestored());
    agent->kill();
    agent->waitForFinished(patience);
}

/// Nobody is left that could restore it: it is told, and can be ended by hand.
void TestGuardian::allAreKilled()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    const pid_t front = childOf(*agent);
    const pid_t guarding = guardian();
    ::kill(front, SIGSTOP);
    ::kill(guarding, SIGKILL);
    ::kill(front, SIGKILL);
    agent->kill();
    QVERIFY(agent->waitForFinished(patience));
    QTRY_VERIFY(!lives(guarding));
    QVERIFY(isSet());
    const auto local = service();
    const auto held = local->refresh().value().heldMaintenance;
    QVERIFY(held && !held->isGuarded);
    const Done second = local->holdMaintenance({MaintenanceMode::Type::ReadOnly, "another"});
    QVERIFY(!second && second.error().id == MessageId::MaintenanceHeld);
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Restored);
    QVERIFY(isRestored());
}

/// The note is of another start of the host, whoever has the process id by now.
void TestGuardian::aRestart()
{
    const auto local = service();
    QVERIFY(local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"}));
    QVERIFY(keeper().endLeftovers().empty());
    const QString name = QStringLiteral("var/lib/espalier/maintenance/tank.json");
    QFile note(path(name));
    QVERIFY(note.open(QIODevice::ReadOnly));
    auto json = nlohmann::json::parse(note.readAll().toStdString());
    json["boot"] = "another";
    write(name, QByteArray::fromStdString(json.dump()));
    const auto ends = keeper().endLeftovers();
    QCOMPARE(ends.size(), std::size_t(1));
    QVERIFY(ends.front().second == MaintenanceEnd::Restored);
    QVERIFY(isRestored());
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Gone);
    QVERIFY(isRestored());
}

void TestGuardian::somebodyElseChangesIt()
{
    const QByteArray theirs = textWith("\tmaintenance-mode read-only,message=\"audit\"\n");
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    write(QStringLiteral("etc/proxmox-backup/datastore.cfg"), theirs);
    agent->kill();
    QVERIFY(agent->waitForFinished(patience));
    QTRY_VERIFY(!keeper().held("tank"));
    QCOMPARE(config(), theirs);
}

void TestGuardian::somebodyElseEndsIt()
{
    const auto agent = agentThatHolds();
    QVERIFY(agent);
    const pid_t first = guardian();
    QVERIFY(service()->endMaintenance() == MaintenanceEnd::Restored);
    QVERIFY(isRestored());
    const auto local = service();
    QVERIFY(local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"}));
    agent->kill();
    QVERIFY(agent->waitForFinished(patience));
    QTRY_VERIFY(!lives(first));
    QVERIFY(isSet()); // the second one's
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Restored);
}

void TestGuardian::aSecondOneIsRefused()
{
    const auto local = service();
    QVERIFY(local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"}));
    const auto other = service();
    const Done second = other->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"});
    QVERIFY(!second && second.error().id == MessageId::MaintenanceHeld);
    QVERIFY(isSet());
    QVERIFY(local->endMaintenance() == MaintenanceEnd::Restored);
}

/// Else a session over ssh would not end before it, and the end of a session would end it.
void TestGuardian::itHoldsNothingOfASession()
{
    const auto local = service();
    QVERIFY(local->holdMaintenance({MaintenanceMode::Type::Offline, "disk swap"}));
    const pid_t guarding = guardian();
    QVERIFY(::getsid(guarding) != ::getsid(0));
    const QDir files(QStringLiteral("/proc/%1/fd").arg(guarding));
    for (const QString &each : files.entryList(QDir::Files | QDir::System)) {
        const QString target = QFile::symLinkTarget(files.filePath(each));
        QVERIFY2(each.toInt() <= STDERR_FILENO || target.contains(QStringLiteral("signalfd")), qPrintable(each + target));
    }
}

QTEST_GUILESS_MAIN(TestGuardian)

#include "tst_guardian.moc"
