// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demo.h"
#include "core/fs/posix.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

/// What is told before groups are merged, in the demo.
class TestMerges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsInWhatTheyDiffer_data();
    void tellsInWhatTheyDiffer();
    void tellsNothingWhereNobodyIs();
    void asJson();

private:
    QByteArray run(const QStringList &arguments) const;

    const QTemporaryDir m_directory;
};

void TestMerges::initTestCase()
{
    const std::string demo = m_directory.filePath(QStringLiteral("demo")).toStdString();
    QVERIFY(espalier::writeDemo(*espalier::fs::posixFileSystem(), demo, {}, {}));
}

/// What "espalierctl move" prints about the demo's first datastore when it only plans.
QByteArray TestMerges::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory.filePath(QStringLiteral("state")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    const QStringList all = QStringList{QStringLiteral("move"), m_directory.filePath(QStringLiteral("demo/site-a"))} + arguments
        + QStringList{QStringLiteral("--dry-run")};
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), all);
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

void TestMerges::tellsInWhatTheyDiffer_data()
{
    QTest::addColumn<QStringList>("consent");
    QTest::newRow("before it was allowed") << QStringList();
    QTest::newRow("when it was allowed") << QStringList{QStringLiteral("--merge")};
}

void TestMerges::tellsInWhatTheyDiffer()
{
    QFETCH(const QStringList, consent);
    const QByteArray out = run(QStringList{QStringLiteral("vm/110"), QStringLiteral("--from"), QStringLiteral("cluster-1"),
                                           QStringLiteral("--to"), QStringLiteral("cluster-2")}
                               + consent);
    QVERIFY2(out.contains("vm/110 in the namespace \"cluster-1\" and vm/110 in the namespace \"cluster-2\": They look like"), out);
    const QByteArrayList lines = out.split('\n');
    const auto lineOf = [&lines](const QByteArray &what) {
        const auto at = std::ranges::find_if(lines, [&what](const QByteArray &line) { return line.startsWith("  " + what + ' '); });
        return at == lines.end() ? QByteArray() : at->simplified();
    };
    QCOMPARE(lineOf("Guest"), QByteArray("Guest erp-db gitlab"));
    QCOMPARE(lineOf("Owner"), QByteArray("Owner backup@pbs!cluster-1 backup@pbs!cluster-2"));
}

void TestMerges::tellsNothingWhereNobodyIs()
{
    const QByteArray out = run({QStringLiteral("vm/110"), QStringLiteral("--from"), QStringLiteral("cluster-1"), QStringLiteral("--to"),
                                QStringLiteral("incoming"), QStringLiteral("--merge")});
    QVERIFY2(out.contains("vm/110") && !out.contains("look like") && !out.contains("Guest"), out);
}

void TestMerges::asJson()
{
    const QByteArray out = run({QStringLiteral("vm/110"), QStringLiteral("--from"), QStringLiteral("cluster-1"), QStringLiteral("--to"),
                                QStringLiteral("cluster-2"), QStringLiteral("--merge"), QStringLiteral("--json")});
    const QJsonArray merges = QJsonDocument::fromJson(out).object()[u"merges"].toArray();
    QCOMPARE(merges.size(), 1);
    const QJsonValue merge = merges[0];
    QCOMPARE(merge[u"ns"].toString(), QStringLiteral("cluster-1"));
    QCOMPARE(merge[u"target-ns"].toString(), QStringLiteral("cluster-2"));
    QVERIFY(merge[u"differences"].toArray().contains(QStringLiteral("guest-name")));
    QVERIFY(merge[u"differences"].toArray().contains(QStringLiteral("owner")));
    QCOMPARE(merge[u"source"][u"guest-name"].toString(), QStringLiteral("erp-db"));
    QCOMPARE(merge[u"target"][u"owner"].toString(), QStringLiteral("backup@pbs!cluster-2"));
    QVERIFY(!merge[u"target"][u"archives"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestMerges)
#include "tst_merges.moc"
