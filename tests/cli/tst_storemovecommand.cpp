// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/movebench.h"
#include "support/syncdisk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <filesystem>
#include <fstream>

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
    source.group("n", "vm/1");
    source.snapshot("n", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("n", "vm/1", "2025-01-02T00:00:00Z", {"a", "c"});
    source.group("n/m", "ct/2", "other@pbs");
    source.snapshot("n/m", "ct/2", "2025-01-01T00:00:00Z", {"d"});
    source.group("", "host/3");
    source.snapshot("", "host/3", "2025-01-01T00:00:00Z", {"e"});
    return bench;
}

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

/// A move to another datastore from the command line: what it says, what it asks, and what it ends with.
class TestStoreMoveCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_pair = std::make_unique<DiskPair>(makeBench()); }

    void dryRunChangesNothing();
    void wantsAgreement();
    void movesNamespace();
    void movesGroup();
    void refusals();
    void jobsThatWouldRemoveTheOnlyOne();
    void damagedCopy();
    void usage_data();
    void usage();

private:
    Answer run(const QByteArray &words, const char *source = "/src", const char *target = "/dst") const;
    std::set<std::string> at(const char *root) const { return wholeSnapshots(*fs::posixFileSystem(), m_pair->path + root); }

    std::unique_ptr<DiskPair> m_pair;
};

/// @p words follow "sync move" with both ends.
Answer TestStoreMoveCommand::run(const QByteArray &words, const char *source, const char *target) const
{
    const QString path = QString::fromStdString(m_pair->path);
    QStringList arguments{QStringLiteral("sync"),           QStringLiteral("move"),        QStringLiteral("--source"),
                          path + QString::fromUtf8(source), QStringLiteral("--target"),    path + QString::fromUtf8(target),
                          QStringLiteral("--pbs-root"),     path + QStringLiteral("/none")};
    for (const QByteArray &word : words.simplified().split(' '))
        arguments << QString::fromUtf8(word);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path + QStringLiteral("/state"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path + QStringLiteral("/config"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestStoreMoveCommand::jobsThatWouldRemoveTheOnlyOne()
{
    namespace files = std::filesystem;
    files::create_directories(m_pair->path + "/config/espalier");
    std::ofstream(m_pair->path + "/config/espalier/sync.cfg") << "sync: replica\n\tremote-store src\n\tremove-vanished true\n\tstore dst\n";
    std::ofstream(m_pair->path + "/config/espalier/jobs.json") << R"({"espalier-jobs":1,"sync":{"replica":{"place":")" << m_pair->path
                                                               << R"(/dst","remote-place":")" << m_pair->path << R"(/src"}}})";
    const Rows source = m_pair->rows(SyncBench::sourceRoot);
    const Answer answer = run("--from n --namespace --max-removed 9 --allow-last --yes");
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.all().contains("replica"), answer.all().constData());
    QCOMPARE(difference(source, m_pair->rows(SyncBench::sourceRoot)), "");
}

void TestStoreMoveCommand::dryRunChangesNothing()
{
    const Rows source = m_pair->rows(SyncBench::sourceRoot);
    const Rows target = m_pair->rows(SyncBench::targetRoot);
    Answer answer = run("--from n --namespace --dry-run");
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("At the source 3 snapshots of 2 groups go for good"), answer.all().constData());
    QVERIFY2(answer.out.contains("Removes the namespace \"n/m\" at the source") || answer.out.contains("n/m"), answer.all().constData());
    answer = run("--from n --namespace --dry-run --snapshots");
    QVERIFY2(answer.out.contains("2025-01-02T00:00:00Z") && answer.out.contains("copied, compared, removed"), answer.all().constData());
    const QJsonObject json = run("--from n --namespace --dry-run --json").json();
    QCOMPARE(json.value(QLatin1String("copy")).toInt(), 3);
    QCOMPARE(json.value(QLatin1String("remove")).toInt(), 3);
    QCOMPARE(json.value(QLatin1String("refused")).toInt(), 0);
    QCOMPARE(json.value(QLatin1String("groups")).toArray().size(), 2);
    QCOMPARE(json.value(QLatin1String("emptied-namespaces")).toArray().size(), 2);
    QCOMPARE(difference(source, m_pair->rows(SyncBench::sourceRoot)), "");
    QCOMPARE(difference(target, m_pair->rows(SyncBench::targetRoot)), "");
}

/// A group that loses its last snapshot is not removed by --yes alone.
void TestStoreMoveCommand::wantsAgreement()
{
    const Rows target = m_pair->rows(SyncBench::targetRoot);
    for (const char *words : {"--from n vm/1", "--from n vm/1 --yes", "--from n vm/1 --yes --max-removed 2",
                              "--from n vm/1 --yes --max-removed 1 --allow-last"}) {
        const Answer answer = run(words);
        COMPARE_CODE(answer, 2);
    }
    QCOMPARE(at("/src").size(), 4U);
    QCOMPARE(difference(target, m_pair->rows(SyncBench::targetRoot)), "");
}

void TestStoreMoveCommand::movesNamespace()
{
    const Answer answer = run("--from n --to x --namespace --yes --max-removed 3 --allow-last");
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("Removed at the source: snapshots 3, groups 2, namespaces 2."), answer.all().constData());
    QCOMPARE(at("/src"), std::set<std::string>{"host/3/2025-01-01T00:00:00Z"});
    QCOMPARE(at("/dst").size(), 3U);
    QVERIFY(at("/dst").contains("ns/x/ns/m/ct/2/2025-01-01T00:00:00Z"));
    const Answer back = run("--from x --to n --namespace --yes --max-removed 3 --allow-last --json", "/dst", "/src");
    COMPARE_CODE(back, 0);
    QCOMPARE(back.json().value(QLatin1String("removed-snapshots")).toInt(), 3);
    QCOMPARE(back.json().value(QLatin1String("chunks")).toInt(), 0);
    QCOMPARE(at("/src").size(), 4U);
}

void TestStoreMoveCommand::movesGroup()
{
    const Answer answer = run("--from n vm/1 --yes --max-removed 2 --allow-last");
    COMPARE_CODE(answer, 0);
    QVERIFY(at("/dst").contains("ns/n/vm/1/2025-01-02T00:00:00Z")); // where it was, if nothing else is said
    QCOMPARE(at("/src").size(), 2U);
}

void TestStoreMoveCommand::refusals()
{
    std::filesystem::remove(m_pair->path + "/src/ns/n/vm/1/2025-01-01T00:00:00Z/index.json.blob");
    Answer answer = run("--from n --namespace --yes --max-removed 9 --allow-last");
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.out.contains("It is not finished"), answer.all().constData());
    QVERIFY(at("/dst").empty());
    answer = run("--from n --namespace --yes --max-removed 9 --allow-last --keep-going");
    COMPARE_CODE(answer, 3);
    QCOMPARE(at("/dst"), std::set<std::string>{"ns/n/ns/m/ct/2/2025-01-01T00:00:00Z"});
    QVERIFY(std::filesystem::exists(m_pair->path + "/src/ns/n/vm/1/2025-01-01T00:00:00Z"));
}

void TestStoreMoveCommand::damagedCopy()
{
    const std::string digest = Digest::of(std::string_view("e")).toHex();
    std::ofstream(m_pair->path + "/dst/.chunks/" + digest.substr(0, 4) + "/" + digest) << "no chunk";
    const Answer answer = run("host/3 --yes --max-removed 1 --allow-last");
    COMPARE_CODE(answer, 3);
    QVERIFY2(answer.out.contains(QByteArray::fromStdString(digest)), answer.all().constData());
    QVERIFY(at("/src").contains("host/3/2025-01-01T00:00:00Z"));
}

void TestStoreMoveCommand::usage_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing named") << QByteArray("--yes") << QByteArray("/dst") << 1;
    QTest::newRow("both") << QByteArray("--namespace vm/1") << QByteArray("/dst") << 1;
    QTest::newRow("no group") << QByteArray("vm/77") << QByteArray("/dst") << 2;
    QTest::newRow("no namespace") << QByteArray("--from zz --namespace") << QByteArray("/dst") << 2;
    QTest::newRow("into itself") << QByteArray("host/3") << QByteArray("/src") << 2;
    QTest::newRow("bad group") << QByteArray("vm") << QByteArray("/dst") << 1;
}

void TestStoreMoveCommand::usage()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, target);
    QFETCH(int, code);
    const Answer answer = run(words, "/src", target.constData());
    COMPARE_CODE(answer, code);
    QCOMPARE(at("/src").size(), 4U);
}

QTEST_GUILESS_MAIN(TestStoreMoveCommand)

#include "tst_storemovecommand.moc"
