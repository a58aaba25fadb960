// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshhost.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <unistd.h>

namespace espalier::test {

namespace {

constexpr int patience = 10000;

std::uint16_t freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(std::uint16_t port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(patience);
}

} // namespace

SshHost::SshHost() : SshHost(Options()) {}

SshHost::SshHost(const Options &options)
{
    if (::geteuid() != 0)
        m_problem = QStringLiteral("only root can start an sshd that lets several users in");
    else
        make(options);
}

SshHost::~SshHost()
{
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(patience))
        m_daemon.kill();
}

bool SshHost::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (process.waitForFinished(patience) && process.exitCode() == 0)
        return true;
    m_problem = QStringLiteral("%1 does not work here: %2").arg(program, QString::fromUtf8(process.readAllStandardError()));
    return false;
}

void SshHost::write(const QString &name, const QString &text) const
{
    QFile file(m_folder.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(text.toUtf8());
}

void SshHost::writeSudo(const QString &script) const
{
    constexpr int forEverybody = 0x7755;
    QDir(m_folder.path()).mkdir(QStringLiteral("bin"));
    const QString name = QStringLiteral("bin/sudo");
    write(name, QStringLiteral("#!/bin/sh\n") + script);
    for (const QString &each : {QStringLiteral("bin"), name})
        QFile::setPermissions(m_folder.filePath(each), QFile::Permissions(forEverybody));
}

void SshHost::make(const Options &options)
{
    const QString daemon
        = QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (daemon.isEmpty()) {
        m_problem = QStringLiteral("there is no sshd here");
        return;
    }
    const QString top = m_folder.path();
    QFile::setPermissions(top, QFile::Permissions(0x7755)); // others may go through it
    for (const char *key : {"hostkey", "key"}) {
        if (!run(QStringLiteral("ssh-keygen"),
                 {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                  QStringLiteral("-f"), m_folder.filePath(QString::fromLatin1(key))}))
            return;
    }
    for (const auto &[user, id] : {std::pair("root", 0), std::pair("me", 4711)}) {
        QDir(top).mkdir(QString::fromLatin1(user));
        if (::chown(home(QString::fromLatin1(user)).toUtf8().constData(), uid_t(id), gid_t(id)) != 0)
            m_problem = QStringLiteral("no other users can be had here");
    }
    m_port = freePort();
    write(QStringLiteral("passwd"),
          QStringLiteral("root:x:0:0::%1/root:%2\nme:x:4711:4711::%1/me:%2\nbackup:x:34:34::/var/backups:/usr/sbin/nologin\n"
                         "sshd:x:990:990::/run/sshd:/usr/sbin/nologin\n")
              .arg(top, options.runsNothing ? top + QStringLiteral("/nologin") : QStringLiteral("/bin/sh")));
    write(QStringLiteral("nologin"), QStringLiteral("#!/bin/sh\necho This account is currently not available.\nexit 1\n"));
    QFile::setPermissions(m_folder.filePath(QStringLiteral("nologin")), QFile::Permissions(0x7755));
    write(QStringLiteral("sshd_config"),
          QStringLiteral("Port %1\nListenAddress 127.0.0.1\nHostKey %2/hostkey\nAuthorizedKeysFile %2/key.pub\nStrictModes no\nUsePAM no\n"
                         "Subsystem sftp internal-sftp\n"
                         "PidFile none\nPermitRootLogin yes\nMaxStartups 100\nSetEnv PATH=%2/bin:/usr/sbin:/usr/bin:/sbin:/bin %3\n")
              .arg(m_port)
              .arg(top, options.environment));
    if (!options.sudo.isEmpty())
        writeSudo(options.sudo);
    QFile key(m_folder.filePath(QStringLiteral("hostkey.pub")));
    if (key.open(QIODevice::ReadOnly))
        write(QStringLiteral("known"), QStringLiteral("pbs1 ") + QString::fromUtf8(key.readAll()));
    const QString script = QStringLiteral("home=%1/root; mkdir -p /run/sshd; mount --bind %1/passwd /etc/passwd || exit 77; %2\n"
                                          "exec %3 -D -e -f %1/sshd_config")
                               .arg(top, options.mounts, daemon);
    m_daemon.setStandardErrorFile(m_folder.filePath(QStringLiteral("sshd.log")));
    m_daemon.start(QStringLiteral("unshare"),
                   {QStringLiteral("-m"), QStringLiteral("--propagation"), QStringLiteral("private"), QStringLiteral("sh"),
                    QStringLiteral("-c"), script});
    for (int i = 0; i < 100 && m_daemon.state() != QProcess::NotRunning; ++i) {
        if (answers(m_port))
            return;
        QThread::msleep(50);
        m_daemon.waitForFinished(0);
    }
    m_problem = QStringLiteral("no sshd can be started here in a mount name space of its own");
}

std::string SshHost::config(std::uint16_t port, const QString &more) const
{
    const QString name = QStringLiteral("config-%1").arg(++m_configs);
    write(name,
          QStringLiteral("Host pbs1\n  HostName 127.0.0.1\n  HostKeyAlias pbs1\n  Port %1\n  IdentityFile %2/key\n  IdentitiesOnly yes\n"
                         "  UserKnownHostsFile %2/known\n  GlobalKnownHostsFile none\n  StrictHostKeyChecking yes\n  %3\n")
              .arg(port)
              .arg(m_folder.path(), more));
    return m_folder.filePath(name).toStdString();
}

void SshHost::changeKnownKey() const
{
    QFile other(m_folder.filePath(QStringLiteral("key.pub")));
    if (other.open(QIODevice::ReadOnly))
        write(QStringLiteral("known"), QStringLiteral("pbs1 ") + QString::fromUtf8(other.readAll()));
}

} // namespace espalier::test
