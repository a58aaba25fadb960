// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentboot.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

namespace {

constexpr int patience = 10000;
constexpr const char *agentText = "#!/bin/sh\necho agent speaks\nexec cat\n";

QByteArray gzipped(const QByteArray &bytes)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c")});
    gzip.write(bytes);
    gzip.closeWriteChannel();
    gzip.waitForFinished(patience);
    return gzip.readAllStandardOutput();
}

AgentFile agentFile(const QByteArray &text = agentText)
{
    return {QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().toStdString(), gzipped(text).toStdString()};
}

/// A login shell on a host of this computer, started as sshd would start it.
class Login
{
public:
    Login(const QString &home, const QString &shell = QStringLiteral("/bin/sh"), const QString &before = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home);
        environment.remove(QStringLiteral("XDG_CACHE_HOME"));
        process.setProcessEnvironment(environment);
        process.start(shell, {QStringLiteral("-c"), before + QString::fromStdString(AgentBoot::bootCommand())});
    }

    ~Login()
    {
        process.closeWriteChannel();
        process.waitForFinished(patience);
    }

    /// Until the agent runs or cannot be started; what it said first.
    Result<std::string> boot(AgentBoot &boot)
    {
        while (process.waitForReadyRead(patience) || process.bytesAvailable() > 0) {
            const QByteArray bytes = process.readAllStandardOutput();
            const AgentBoot::Reply reply = boot.receive({bytes.constData(), std::size_t(bytes.size())});
            if (reply.failure)
                return std::unexpected(*reply.failure);
            process.write(reply.write.data(), qint64(reply.write.size()));
            if (reply.isRunning)
                return reply.rest + firstWords();
        }
        process.waitForFinished(patience);
        return std::unexpected(boot.ended(process.exitCode(), process.readAllStandardError().toStdString()));
    }

    std::string firstWords()
    {
        while (process.bytesAvailable() == 0 && process.waitForReadyRead(patience))
            ;
        if (process.bytesAvailable() == 0)
            process.waitForFinished(patience);
        return process.readAllStandardOutput().toStdString();
    }

    QProcess process;
};

AgentBoot bootOf(const std::optional<AgentFile> &file)
{
    return {"pbs1", "no such version", [file](const std::string &) { return file; }};
}

} // namespace

class TestAgentBoot : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    /// A csh expands "!" and a fish "\\" even in single quotes; a login shell may read line by line.
    void theCommandIsForEveryShell()
    {
        const std::string &command = AgentBoot::bootCommand();
        QVERIFY(command.starts_with("exec /bin/sh -c '") && command.ends_with("'"));
        QCOMPARE(std::ranges::count(command, '\''), 2);
        for (const char *bad : {"!", "\\\\", "\\'", "`"})
            QVERIFY2(!command.contains(bad), bad);
        QCOMPARE(std::ranges::count(command, '\n'), 0);
    }

    void anAgentIsPutThereAndStarted_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("before");
        for (const char *shell : {"sh", "bash", "dash", "zsh", "ksh", "csh", "tcsh", "fish"}) {
            if (const QString path = QStandardPaths::findExecutable(QString::fromLatin1(shell)); !path.isEmpty())
                QTest::newRow(shell) << path << QString();
        }
        QTest::newRow("with a banner") << "/bin/sh" << "echo Welcome to pbs1; echo espalier-boot is a word; ";
        QTest::newRow("with an unfinished line") << "/bin/sh" << "printf 'last login: never'; ";
        QTest::newRow("with much to say") << "/bin/sh" << "head -c 200000 /dev/zero | tr '\\0' x; ";
    }

    void anAgentIsPutThereAndStarted()
    {
        QFETCH(QString, shell);
        QFETCH(QString, before);
        for (int time = 0; time < 2; ++time) { // the second time it is there already
            Login login(m_folder->path(), shell, before);
            AgentBoot boot = bootOf(agentFile());
            const auto words = login.boot(boot);
            QVERIFY2(words, words ? "" : words.error().args.back().c_str());
            QCOMPARE(words->substr(0, 12), "agent speaks");
            login.process.write("echoed\n");
            QCOMPARE(login.firstWords(), "echoed\n");
        }
        const QFileInfo put(m_folder->filePath(QStringLiteral(".cache/espalier/agent-") + QString::fromStdString(agentFile().sha256)));
        QVERIFY(put.exists());
        QCOMPARE(put.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(put.dir().entryList(QDir::Files).size(), 1);
    }

    /// Whatever lies there under its name: only what has the right hash is started.
    void aChangedAgentIsReplaced()
    {
        const AgentFile file = agentFile();
        const QString path = m_folder->filePath(QStringLiteral(".cache/espalier/agent-") + QString::fromStdString(file.sha256));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral(".cache/espalier")));
        QFile other(path);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("#!/bin/sh\necho evil\n") > 0);
        other.close();
        QVERIFY(other.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QFile old(m_folder->filePath(QStringLiteral(".cache/espalier/agent-of-old")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        QVERIFY(old.setFileTime(QDateTime::currentDateTime().addDays(-40), QFileDevice::FileModificationTime));
        old.close();
        QFile young(m_folder->filePath(QStringLiteral(".cache/espalier/agent-of-somebody-else")));
        QVERIFY(young.open(QIODevice::WriteOnly));
        Login login(m_folder->path());
        AgentBoot boot = bootOf(file);
        const auto words = login.boot(boot);
        QVERIFY(words);
        QCOMPARE(words->substr(0, 12), "agent speaks");
        QVERIFY(!old.exists());
        QVERIFY(young.exists());
    }

    void damagedUploadsAreNotStarted()
    {
        AgentFile file = agentFile();
        file.sha256 = std::string(64, 'a');
        Login login(m_folder->path());
        AgentBoot boot = bootOf(file);
        const auto words = login.boot(boot);
        QVERIFY(!words);
        QCOMPARE(words.error().id, MessageId::AgentUploadFailed);
        QVERIFY(QDir(m_folder->filePath(QStringLiteral(".cache/espalier"))).isEmpty());
    }

    void aCacheThatCannotBeWrittenIsNamed()
    {
        QFile file(m_folder->filePath(QStringLiteral(".cache"))); // no directory, for root neither
        QVERIFY(file.open(QIODevice::WriteOnly));
        Login login(m_folder->path());
        AgentBoot boot = bootOf(agentFile());
        const auto words = login.boot(boot);
        QVERIFY(!words);
        QCOMPARE(words.error().id, MessageId::AgentUploadFailed);
        QCOMPARE(words.error().args.at(1), m_folder->path().toStdString() + "/.cache/espalier");
        QVERIFY(!words.error().args.at(2).empty());
    }

    void aMachineWithoutAgentIsNamed()
    {
        Login login(m_folder->path());
        AgentBoot boot = bootOf(std::nullopt);
        const auto words = login.boot(boot);
        QVERIFY(!words);
        QCOMPARE(words.error().id, MessageId::AgentMissing);
        QCOMPARE(words.error().args.at(1),
                 QSysInfo::currentCpuArchitecture().replace(QLatin1String("arm64"), QLatin1String("aarch64")).toStdString());
    }

    void whatCannotBeExecutedIsSaid()
    {
        Login login(m_folder->path());
        AgentBoot boot = bootOf(agentFile("#!/no/such/interpreter\n"));
        const auto words = login.boot(boot);
        QVERIFY(words); // it only shows by the end
        QCOMPARE(*words, "");
        login.process.waitForFinished(patience);
        const Error error = boot.ended(login.process.exitCode(), login.process.readAllStandardError().toStdString());
        QVERIFY(error.id == MessageId::AgentNotExecutable || error.id == MessageId::AgentStartFailed);
        QCOMPARE(boot.ended(126, "sh: 1: exec: Permission denied").id, MessageId::AgentNotExecutable);
    }

    void aShellThatRunsNothingIsQuoted()
    {
        Login login(m_folder->path(), QStringLiteral("/bin/sh"), QStringLiteral("echo This account is currently not available.; exit 1; "));
        AgentBoot boot = bootOf(agentFile());
        const auto words = login.boot(boot);
        QVERIFY(!words);
        QCOMPARE(words.error().id, MessageId::AgentShellFailed);
        QCOMPARE(words.error().args.at(1), "This account is currently not available");
    }

    void endlessNoiseEnds()
    {
        AgentBoot boot = bootOf(agentFile());
        const std::string noise(100'000, 'x');
        std::optional<Error> failure;
        for (int i = 0; i < 10 && !failure; ++i)
            failure = boot.receive(noise).failure;
        QVERIFY(failure);
        QCOMPARE(failure->id, MessageId::AgentShellFailed);
    }

    void theHostsOwnAgentIsPreferred_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("fits") << QByteArray("\nespalier-boot 1 x86_64 root no espalier-agent 0.1.0, protocol 1\n")
                              << QByteArray("installed\n");
        QTest::newRow("by sudo") << QByteArray("\nespalier-boot 1 x86_64 me yes espalier-agent 0.1.0, protocol 1\n")
                                 << QByteArray("sudo\n");
        QTest::newRow("older") << QByteArray("\nespalier-boot 1 x86_64 me yes espalier-agent 0.0.9, protocol 1\n")
                               << QByteArray("find abc\n");
        QTest::newRow("none") << QByteArray("\nespalier-boot 1 x86_64 me no -\n") << QByteArray("find abc\n");
    }

    void theHostsOwnAgentIsPreferred()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, answer);
        AgentBoot boot("pbs1", "espalier-agent 0.1.0, protocol 1", [](const std::string &) { return AgentFile{"abc", "bytes"}; });
        const auto reply = boot.receive(line.toStdString());
        QCOMPARE(reply.write, answer.toStdString());
        QCOMPARE(boot.isInstalled(), answer != "find abc\n");
        QCOMPARE(reply.isRunning, boot.isInstalled());
        QCOMPARE(boot.user(), line.contains("root") ? "root" : "me");
    }

    void whatSshSaysIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("id");
        const auto row = [](const char *name, const char *words, MessageId id) { QTest::newRow(name) << QByteArray(words) << int(id); };
        row("denied", "me@pbs1: Permission denied (publickey,password).\r\n", MessageId::SshDenied);
        row("unknown host", "ssh: Could not resolve hostname pbs1: Name or service not known\r\n", MessageId::SshUnreachable);
        row("refused", "ssh: connect to host pbs1 port 22: Connection refused\r\n", MessageId::SshUnreachable);
        row("key changed", "@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@\nHost key verification failed.\r\n",
            MessageId::SshHostKeyChanged);
        row("key unknown",
            "No ED25519 host key is known for pbs1 and you have requested strict checking.\r\nHost key verification failed.\r\n",
            MessageId::SshHostKeyUnknown);
        row("anything else", "Bad configuration option: frobnicate\r\n", MessageId::SshFailed);
        row("nothing", "", MessageId::SshFailed);
    }

    void whatSshSaysIsUnderstood()
    {
        QFETCH(QByteArray, words);
        QFETCH(int, id);
        const Error error = bootOf(std::nullopt).ended(255, words.toStdString());
        QCOMPARE(int(error.id), id);
        QCOMPARE(error.args.size(), messageArgumentCount(error.id));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestAgentBoot)

#include "tst_agentboot.moc"
