// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demo.h"
#include "core/fs/posix.h"
#include "core/wire/requests.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::wire;

namespace {

constexpr int patience = 20'000;

QByteArray bytesOf(const std::string &text, std::uint32_t id)
{
    std::string bytes;
    for (const Frame &frame : framesOf({FrameKind::Request, id, text, {}}))
        bytes += encoded(frame);
    return QByteArray::fromStdString(bytes);
}

} // namespace

/// The program itself, at the other end of two pipes.
class TestAgentProcess : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_agent = std::make_unique<QProcess>();
        m_agent->start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalier-agent"), QStringList());
        QVERIFY(m_agent->waitForStarted(patience));
    }

    void itGreets()
    {
        FrameReader reader;
        std::optional<Frame> frame;
        while (!frame && m_agent->waitForReadyRead(patience)) {
            reader.add(m_agent->readAllStandardOutput().toStdString());
            frame = reader.next().value();
        }
        QVERIFY(frame);
        const auto hello = Reader::decoded<Hello>(frame->payload, {});
        QVERIFY(hello);
        QCOMPARE(hello->protocol, protocolVersion);
    }

    void itEndsWithItsInput()
    {
        m_agent->closeWriteChannel();
        QVERIFY(m_agent->waitForFinished(patience));
        QCOMPARE(m_agent->exitCode(), 0);
    }

    void itEndsWhereTheProtocolIsBroken()
    {
        m_agent->write("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(m_agent->waitForFinished(patience));
        QCOMPARE(m_agent->exitCode(), 2);
    }

    /// Answers that nobody takes keep it from nothing: it must not hold a lock behind a connection that is gone.
    void itEndsThoughNobodyReads()
    {
        QTemporaryDir folder;
        const std::string demo = folder.filePath(QStringLiteral("demo")).toStdString();
        QVERIFY(writeDemo(*fs::posixFileSystem(), demo));
        QProcess agent;
        QProcess sleeper;
        agent.setStandardOutputProcess(&sleeper);
        sleeper.start(QStringLiteral("sleep"), {QStringLiteral("60")});
        agent.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalier-agent"), QStringList());
        QVERIFY(agent.waitForStarted(patience) && sleeper.waitForStarted(patience));
        const Encoded open = Writer::encoded(OpenRequest{.path = demo + "/site-a", .pbsRoot = "/", .stateHome = demo}, "open");
        agent.write(bytesOf(open.text, 1));
        const Encoded scan = Writer::encoded(ScanRequest(), "scan");
        for (std::uint32_t id = 2; id < 60; ++id)
            agent.write(bytesOf(scan.text, id));
        while (agent.bytesToWrite() > 0 && agent.waitForBytesWritten(patience))
            ;
        agent.closeWriteChannel();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(agent.waitForFinished(patience));
        QVERIFY(timer.elapsed() < 10'000);
        sleeper.kill();
        sleeper.waitForFinished(patience);
    }

    void itTakesNoArguments()
    {
        QProcess other;
        other.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalier-agent"), {QStringLiteral("--listen")});
        QVERIFY(other.waitForFinished(patience));
        QVERIFY(other.exitCode() != 0);
    }

    void cleanup()
    {
        m_agent->kill();
        m_agent->waitForFinished(patience);
    }

private:
    std::unique_ptr<QProcess> m_agent;
};

QTEST_GUILESS_MAIN(TestAgentProcess)

#include "tst_agentprocess.moc"
