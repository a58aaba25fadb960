// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/hostprobe.h"
#include "remote/sshhost.h"
#include "remote/sshquestions.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QtConcurrentRun>

using namespace espalier;
using namespace espalier::test;

Q_DECLARE_METATYPE(espalier::SshQuestion)

namespace {

const QString program = QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalier");
constexpr int patience = 20000;

QProcessEnvironment environmentOf(const SshQuestions &questions)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const std::string &each : questions.environment(program)) {
        const QString text = QString::fromStdString(each);
        environment.insert(text.section(u'=', 0, 0), text.section(u'=', 1));
    }
    return environment;
}

} // namespace

class TestSshQuestions : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionIsCarriedAndAnswered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<int>("kind");
        QTest::newRow("password") << QStringLiteral("me@pbs1's password: ") << QString() << int(SshQuestion::Kind::Secret);
        QTest::newRow("host key") << QStringLiteral(
            "The authenticity of host 'pbs1 (10.0.0.1)' can't be established.\nED25519 key fingerprint is SHA256:abc.\n"
            "Are you sure you want to continue connecting (yes/no/[fingerprint])? ")
                                  << QString() << int(SshQuestion::Kind::HostKey);
        QTest::newRow("confirm") << QStringLiteral("Allow use of key id_ed25519?") << QStringLiteral("confirm")
                                 << int(SshQuestion::Kind::Confirm);
        QTest::newRow("notice") << QStringLiteral("Confirm user presence for key") << QStringLiteral("none")
                                << int(SshQuestion::Kind::Notice);
    }

    void aQuestionIsCarriedAndAnswered()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QFETCH(int, kind);
        SshQuestions questions;
        QSignalSpy asked(&questions, &SshQuestions::asked);
        QProcess process;
        QProcessEnvironment environment = environmentOf(questions);
        environment.insert(QStringLiteral("SSH_ASKPASS_PROMPT"), hint);
        process.setProcessEnvironment(environment);
        process.start(program, {text});
        QVERIFY(asked.wait(patience));
        const auto question = asked.at(0).at(0).value<SshQuestion>();
        QCOMPARE(question.text, text);
        QCOMPARE(int(question.kind), kind);
        QVERIFY(!question.isAgain);
        questions.answer(question.id, QStringLiteral("an \"answer\" äöü"));
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("an \"answer\" äöü\n"));
        QCOMPARE(process.exitCode(), 0);
    }

    void aRefusalFails()
    {
        SshQuestions questions;
        QSignalSpy asked(&questions, &SshQuestions::asked);
        QProcess process;
        process.setProcessEnvironment(environmentOf(questions));
        process.start(program, {QStringLiteral("password: ")});
        QVERIFY(asked.wait(patience));
        questions.refuse(asked.at(0).at(0).value<SshQuestion>().id);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
        QVERIFY(process.exitCode() != 0);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }

    void whoDoesNotKnowTheTokenIsNotHeard()
    {
        SshQuestions questions;
        QSignalSpy asked(&questions, &SshQuestions::asked);
        QProcess process;
        QProcessEnvironment environment = environmentOf(questions);
        environment.insert(QStringLiteral("ESPALIER_ASKPASS_TOKEN"), QStringLiteral("guessed"));
        process.setProcessEnvironment(environment);
        process.start(program, {QStringLiteral("password: ")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
        QVERIFY(process.exitCode() != 0);
        QCOMPARE(asked.size(), 0);
    }

    void aQuestionThatNobodyWaitsForIsTakenBack()
    {
        SshQuestions questions;
        QSignalSpy asked(&questions, &SshQuestions::asked);
        QSignalSpy takenBack(&questions, &SshQuestions::takenBack);
        QProcess process;
        process.setProcessEnvironment(environmentOf(questions));
        process.start(program, {QStringLiteral("password: ")});
        QVERIFY(asked.wait(patience));
        process.kill();
        QTRY_COMPARE_WITH_TIMEOUT(takenBack.size(), 1, patience);
        QCOMPARE(takenBack.at(0).at(0).toInt(), asked.at(0).at(0).value<SshQuestion>().id);
    }

    /// The real ssh with a locked key, on a host whose key is not known yet.
    void aRealLoginAsks()
    {
        SshHost host;
        if (!host.problem().isEmpty())
            QSKIP(qPrintable(host.problem()));
        QProcess lock;
        lock.start(QStringLiteral("ssh-keygen"),
                   {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"), QString(), QStringLiteral("-N"),
                    QStringLiteral("open sesame"), QStringLiteral("-f"), host.folder() + QStringLiteral("/key")});
        QVERIFY(lock.waitForFinished(patience) && lock.exitCode() == 0);
        QVERIFY(QFile::remove(host.knownHosts()));
        const std::string config = host.config(host.port());
        QFile file(QString::fromStdString(config));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        file.resize(0);
        file.write("Host pbs1\n  StrictHostKeyChecking ask\n" + before);
        file.close();

        SshQuestions questions;
        QStringList seen;
        connect(&questions, &SshQuestions::asked, this, [&](const SshQuestion &question) {
            seen << QStringLiteral("%1 %2 %3").arg(int(question.kind)).arg(question.isAgain).arg(question.text);
            if (question.kind == SshQuestion::Kind::HostKey)
                questions.answer(question.id, QStringLiteral("yes"));
            else
                questions.answer(question.id, question.isAgain ? QStringLiteral("open sesame") : QStringLiteral("wrong"));
        });
        const SshOptions ssh{.configFile = config, .environment = questions.environment(program)};
        const Place place = Place::fromString("ssh://pbs1/").value();
        const QFuture<Result<HostReport>> future = QtConcurrent::run([&] { return probeHost(place, ssh, "/"); });
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
        const auto report = future.result();
        QVERIFY2(report, qPrintable(seen.join(u'\n')));
        QCOMPARE(report->user, "root");
        QVERIFY(!report->isAgentInstalled);
        QCOMPARE(seen.size(), 3);
        QVERIFY(seen.at(0).startsWith(QStringLiteral("1 0")) && seen.at(0).contains(QStringLiteral("SHA256:")));
        QVERIFY(seen.at(1).startsWith(QStringLiteral("0 0 Enter passphrase")));
        QVERIFY(seen.at(2).startsWith(QStringLiteral("0 1 Enter passphrase")));
        // what was found is opened without another login
        const auto again = connectAgentAgain(place, ssh, {});
        QVERIFY(again);
        QCOMPARE(seen.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSshQuestions)

#include "tst_sshquestions.moc"
