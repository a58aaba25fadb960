// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/syncdisk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QByteArray all() const { return QByteArray::number(code) + "\n--- out:\n" + out + "--- err:\n" + err; }
};

SyncBench makeBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    source.group("", "vm/1");
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"a", "c"});
    source.group("n", "ct/2");
    source.snapshot("n", "ct/2", "2025-01-01T00:00:00Z", {"d"});
    target.group("", "vm/9");
    target.snapshot("", "vm/9", "2025-01-01T00:00:00Z", {"e"});
    target.group("", "vm/1");
    target.snapshot("", "vm/1", "2024-01-01T00:00:00Z", {"f"});
    return bench;
}

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

/// A sync from the command line: what it says, what it asks, and what it ends with.
class TestSync : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_pair = std::make_unique<DiskPair>(makeBench()); }

    void previewChangesNothing();
    void copies();
    void removes();
    void overBudget();
    void exactIsAllOrNothing();
    void notOk();
    void refused_data();
    void refused();

private:
    Answer run(const QByteArray &words) const;
    bool has(const char *path) const { return std::filesystem::exists(m_pair->path + SyncBench::targetRoot + "/" + path); }

    std::unique_ptr<DiskPair> m_pair;
};

/// @p words follow "sync …" with both ends and an owner.
Answer TestSync::run(const QByteArray &words) const
{
    QStringList arguments{QStringLiteral("sync")};
    for (const QByteArray &word : words.simplified().split(' '))
        arguments << QString::fromUtf8(word);
    const QString path = QString::fromStdString(m_pair->path);
    arguments << QStringLiteral("--source") << path + QStringLiteral("/src") << QStringLiteral("--target") << path + QStringLiteral("/dst")
              << QStringLiteral("--owner") << QStringLiteral("backup@pbs") << QStringLiteral("--pbs-root")
              << path + QStringLiteral("/none");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path + QStringLiteral("/state"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestSync::previewChangesNothing()
{
    const Rows before = m_pair->rows(SyncBench::targetRoot);
    for (const char *words : {"preview --remove-vanished", "run --dry-run --remove-vanished", "preview --snapshots"}) {
        const Answer answer = run(words);
        COMPARE_CODE(answer, 0);
        QVERIFY2(answer.out.contains("Copies 3 snapshots"), answer.all().constData());
    }
    const QJsonObject json = run("preview --remove-vanished --json").json();
    QCOMPARE(json.value(QLatin1String("copy")).toInt(), 3);
    QCOMPARE(json.value(QLatin1String("remove")).toInt(), 2);
    QCOMPARE(json.value(QLatin1String("new-namespaces")).toInt(), 1);
    QCOMPARE(difference(before, m_pair->rows(SyncBench::targetRoot)), "");
}

void TestSync::copies()
{
    const Answer unanswered = run("run");
    COMPARE_CODE(unanswered, 2); // whether a server uses the directory was not answered
    const Answer answer = run("run --yes");
    COMPARE_CODE(answer, 0);
    QVERIFY(has("vm/1/2025-01-02T00:00:00Z/index.json.blob") && has("ns/n/ct/2/2025-01-01T00:00:00Z/index.json.blob"));
    QVERIFY(has("vm/9/2025-01-01T00:00:00Z") && has("vm/1/2024-01-01T00:00:00Z"));
    QCOMPARE(m_pair->problems(), "");
    const QJsonObject json = run("run --yes --json").json();
    QCOMPARE(json.value(QLatin1String("copied")).toInt(-1), 0);
    QCOMPARE(json.value(QLatin1String("chunks")).toInt(-1), 0);
    QCOMPARE(json.value(QLatin1String("exit-code")).toInt(-1), 0);
}

void TestSync::removes()
{
    const Answer answer = run("run --yes --remove-vanished --max-removed 2 --allow-last");
    COMPARE_CODE(answer, 0);
    QVERIFY(!has("vm/9") && !has("vm/1/2024-01-01T00:00:00Z") && has("vm/1/2025-01-01T00:00:00Z"));
}

/// Everything is copied, nothing is removed, and the code says that not all was done.
void TestSync::overBudget()
{
    for (const char *words : {"run --yes --remove-vanished", "run --yes --remove-vanished --max-removed 1 --allow-last"}) {
        const Answer answer = run(words);
        COMPARE_CODE(answer, 3);
        QVERIFY(has("vm/9/2025-01-01T00:00:00Z") && has("vm/1/2024-01-01T00:00:00Z") && has("vm/1/2025-01-02T00:00:00Z"));
    }
}

void TestSync::exactIsAllOrNothing()
{
    const Answer refusedRun = run("run --yes --exact-pbs --remove-vanished");
    COMPARE_CODE(refusedRun, 2);
    QVERIFY(refusedRun.out.contains("vm/9/2025-01-01T00:00:00Z"));
    QVERIFY(!has("vm/1/2025-01-02T00:00:00Z"));
    const Answer answer = run("run --yes --exact-pbs --remove-vanished --max-removed 2 --allow-last");
    COMPARE_CODE(answer, 0);
    QVERIFY(!has("vm/9") && has("vm/1/2025-01-02T00:00:00Z"));
}

/// What PBS's task would not end with OK for: a group of somebody else, a chunk that is missing.
void TestSync::notOk()
{
    std::ofstream(m_pair->path + "/dst/vm/1/owner") << "else@pbs\n";
    const Answer preview = run("preview");
    COMPARE_CODE(preview, 3);
    const Answer answer = run("run --yes");
    COMPARE_CODE(answer, 3);
    QVERIFY(has("ns/n/ct/2/2025-01-01T00:00:00Z/index.json.blob") && !has("vm/1/2025-01-02T00:00:00Z"));
    const QJsonObject json = run("run --yes --json").json();
    QCOMPARE(json.value(QLatin1String("problems")).toArray().size(), 1);
    QCOMPARE(json.value(QLatin1String("exit-code")).toInt(), 3);
}

void TestSync::refused_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("pattern") << QByteArray("preview --group-filter regex:(?=x)") << 1;
    QTest::newRow("depth") << QByteArray("preview --max-depth 8") << 1;
    QTest::newRow("no last one") << QByteArray("preview --transfer-last 0") << 1;
    QTest::newRow("namespace") << QByteArray("preview --remote-ns a//b") << 1;
    QTest::newRow("no such namespace") << QByteArray("preview --remote-ns nothing") << 2;
    QTest::newRow("owner") << QByteArray("preview --owner nobody") << 1;
    QTest::newRow("positional") << QByteArray("preview something") << 1;
    QTest::newRow("share alone") << QByteArray("run --yes --remove-vanished --max-share 3") << 1;
}

void TestSync::refused()
{
    QFETCH(QByteArray, words);
    QFETCH(int, code);
    const Rows before = m_pair->rows(SyncBench::targetRoot);
    const Answer answer = run(words);
    COMPARE_CODE(answer, code);
    QCOMPARE(difference(before, m_pair->rows(SyncBench::targetRoot)), "");
}

QTEST_GUILESS_MAIN(TestSync)

#include "tst_sync.moc"
