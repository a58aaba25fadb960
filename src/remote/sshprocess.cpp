// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshprocess.h"

#include "remote/agentfiles.h"
#include "remote/sshprogram.h"

#include <QThread>

#include <chrono>
#include <utility>

namespace espalier {

namespace {

using namespace std::chrono_literals;

constexpr auto pingInterval = 3s;
constexpr auto patience = 12s; ///< Without a word from the other end.
constexpr auto bootPatience = 180s;
constexpr std::size_t maxQueued = std::size_t{8} * 1024 * 1024;
constexpr qsizetype maxErrors = 16 * 1024;
constexpr int endPatience = 3000;  ///< Milliseconds for the agent to go.
constexpr int killPatience = 1000; ///< And for ssh, once it was told to.

} // namespace

SshProcess::SshProcess(const Place &place, SshOptions options)
    : m_place(place)
    , m_options(std::move(options))
    , m_process(this)
    , m_watch(this)
    , m_patience(this)
    , m_boot(hostName(place), agentVersion(), agentFor)
    , m_client(hostName(place), [this](std::string bytes) { send(std::move(bytes)); }, [this] { waitForRoom(); })
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SshProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &SshProcess::readErrors);
    connect(&m_process, &QProcess::bytesWritten, this, [this](qint64 written) {
        const std::scoped_lock lock(m_mutex);
        if (m_queued > wire::maxPayload)
            m_client.touch(); // what is long under way keeps the other end from answering; a ping that ssh took shows nothing
        m_queued -= std::min(m_queued, static_cast<std::size_t>(written));
        m_changed.notify_all();
    });
    connect(&m_process, &QProcess::finished, this, &SshProcess::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            close({Error::Kind::NotFound, MessageId::SshNotInstalled, {"ssh"}, 0});
    });
    connect(&m_watch, &QTimer::timeout, this, &SshProcess::watch);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SshProcess::giveUp);
}

SshProcess::~SshProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(killPatience);
}

/// Longer than an sshd waits for a login.
void SshProcess::giveUp()
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(bootPatience).count();
    close({Error::Kind::Unreachable, MessageId::ConnectionSilent, {hostName(m_place), std::to_string(seconds)}, 0});
    m_process.kill();
}

QStringList SshProcess::arguments() const
{
    QStringList list;
    if (!m_options.configFile.empty())
        list << QStringLiteral("-F") << QString::fromStdString(m_options.configFile);
    list << QStringLiteral("-T") << QStringLiteral("-x") << QStringLiteral("-a");
    for (const char *const option : {"ServerAliveInterval=5", "StrictHostKeyChecking=ask", "ServerAliveCountMax=2", "ConnectTimeout=20",
                                     "ClearAllForwardings=yes", "PermitLocalCommand=no", "RemoteCommand=none", "EscapeChar=none"})
        list << QStringLiteral("-o") << QString::fromLatin1(option);
    if (m_place.port() != 0)
        list << QStringLiteral("-p") << QString::number(m_place.port());
    if (!m_place.user().empty())
        list << QStringLiteral("-l") << QString::fromStdString(m_place.user());
    list << QStringLiteral("--") << QString::fromStdString(m_place.host()) << QString::fromStdString(AgentBoot::bootCommand());
    return list;
}

void SshProcess::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const std::string &each : m_options.environment) {
        const QString text = QString::fromStdString(each);
        environment.insert(text.section(u'=', 0, 0), text.section(u'=', 1));
    }
    environment.insert(QStringLiteral("ESPALIER_ASKPASS_HOST"), QString::fromStdString(m_place.toString()));
    m_process.setProcessEnvironment(environment);
    m_patience.start(bootPatience);
    m_process.start(sshProgram(), arguments());
}

void SshProcess::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_isRunning) {
        m_client.receive({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (const auto why = m_client.closed()) { // it broke the protocol
            close(*why);
            m_process.closeWriteChannel();
        }
        return;
    }
    AgentBoot::Reply reply = m_boot.receive({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!reply.write.empty())
        m_process.write(reply.write.data(), static_cast<qint64>(reply.write.size()));
    if (reply.failure) {
        close(*reply.failure);
        m_process.closeWriteChannel();
    }
    if (!reply.isRunning)
        return;
    m_isRunning = true;
    m_patience.stop();
    m_watch.start(pingInterval);
    m_client.receive(reply.rest);
    const std::scoped_lock lock(m_mutex);
    m_isReady = true;
    m_changed.notify_all();
}

void SshProcess::readErrors()
{
    m_errors += m_process.readAllStandardError();
    m_errors.remove(0, std::max(qsizetype{0}, m_errors.size() - maxErrors));
}

/// A connection that ended while the agent had not said anything never was one.
void SshProcess::finish(int exitCode)
{
    m_watch.stop();
    m_patience.stop();
    readOutput();
    readErrors();
    const std::string_view errors(m_errors.constData(), static_cast<std::size_t>(m_errors.size()));
    const bool wasGreeted = m_isRunning && m_client.hello(0ms);
    close(wasGreeted ? Error{Error::Kind::Unreachable, MessageId::ConnectionLost, {hostName(m_place)}, 0} : m_boot.ended(exitCode, errors));
}

void SshProcess::watch()
{
    const auto silence = std::chrono::steady_clock::now() - m_client.lastHeard();
    if (silence < patience) {
        m_client.ping();
        return;
    }
    close({Error::Kind::Unreachable,
           MessageId::ConnectionSilent,
           {hostName(m_place), std::to_string(std::chrono::duration_cast<std::chrono::seconds>(silence).count())},
           0});
    m_process.kill();
}

void SshProcess::close(const Error &why)
{
    m_client.close(why);
    const std::scoped_lock lock(m_mutex);
    m_changed.notify_all();
}

/// Not from the process's own thread, which makes room.
void SshProcess::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queued < maxQueued || m_client.closed(); });
}

/// From any thread; nothing waits.
void SshProcess::send(std::string bytes)
{
    const bool isOwn = thread()->isCurrentThread();
    {
        const std::scoped_lock lock(m_mutex);
        m_queued += bytes.size();
    }
    const auto write = [this, bytes = std::move(bytes)] {
        if (m_process.state() == QProcess::Running)
            m_process.write(bytes.data(), static_cast<qint64>(bytes.size()));
    };
    if (isOwn)
        write();
    else
        QMetaObject::invokeMethod(this, write, Qt::QueuedConnection);
}

Done SshProcess::waitForAgent(const std::stop_token &stop)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_isReady || m_client.closed(); });
    }
    if (const auto why = m_client.closed())
        return std::unexpected(*why);
    if (stop.stop_requested())
        return fail(Error::Kind::Stopped, MessageId::ScanStopped, m_place.toString());
    return {};
}

void SshProcess::end()
{
    m_watch.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(m_isRunning ? endPatience : 0))
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(killPatience))
        m_process.kill();
}

} // namespace espalier
