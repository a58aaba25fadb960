// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using espalier::test::SmallStore;

namespace {

struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QByteArray all() const { return QByteArray::number(code) + "\n--- out:\n" + out + "--- err:\n" + err; }
};

constexpr int refused = 2;

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

/// What removes backups, from the command line: nothing goes that was not named, counted and agreed to.
class TestRemovals : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void snapshots();
    void dryRun();
    void nobodyAgreed();
    void lastSnapshot();
    void group();
    void namespaceWithGroups();
    void prune();
    void pruneNeedsTheZone();
    void nothingToPrune();
    void plansAsFiles();
    void noUndo();

private:
    Answer run(const char *words) const; ///< "DIR" stands for the datastore.
    bool has(const char *path) const { return QDir(m_store->path()).exists(QLatin1String(path)); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
};

void TestRemovals::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SmallStore>(m_directory->filePath(QStringLiteral("store")));
}

Answer TestRemovals::run(const char *words) const
{
    QStringList arguments = QString::fromUtf8(words).split(u' ');
    arguments.replaceInStrings(QStringLiteral("DIR"), m_store->path());
    arguments.replaceInStrings(QStringLiteral("FILE"), m_directory->filePath(QStringLiteral("plan.json")));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
    environment.remove(QStringLiteral("LANGUAGE"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestRemovals::snapshots()
{
    const Answer answer = run("snapshot delete DIR vm/100/2026-01-02T00:00:00Z vm/100/2026-01-01T00:00:00Z --ns a --yes --json");
    COMPARE_CODE(answer, 0);
    QVERIFY(!has("ns/a/vm/100/2026-01-01T00:00:00Z") && !has("ns/a/vm/100/2026-01-02T00:00:00Z"));
    QVERIFY(has("ns/a/vm/100/2026-01-03T00:00:00Z/index.json.blob") && has("ns/a/vm/100/owner"));
    const auto step = answer.json()[QLatin1String("runs")][0][QLatin1String("steps")][0];
    QCOMPARE(step[QLatin1String("removed")].toArray().size(), 2);
    QCOMPARE(answer.json()[QLatin1String("plan")][0][QLatin1String("snapshot-count")].toInt(), 2);
}

void TestRemovals::dryRun()
{
    const auto before = m_store->content();
    const Answer answer = run("group delete DIR vm/100 --ns a --dry-run --yes --max-removed 3 --allow-last");
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("Remove the group a/vm/100 (3 snapshots)"), answer.all().constData());
    COMPARE_CODE(run("group delete DIR vm/100 --ns a --dry-run --yes"), refused);
    COMPARE_CODE(run("group delete DIR vm/100 --ns a --dry-run --yes --max-removed 2 --allow-last"), refused);
    QVERIFY(m_store->content() == before);
}

/// Without a terminal nobody can be asked.
void TestRemovals::nobodyAgreed()
{
    const auto before = m_store->content();
    COMPARE_CODE(run("snapshot delete DIR vm/100/2026-01-01T00:00:00Z --ns a"), refused);
    COMPARE_CODE(run("prune run DIR --keep-last 1 --zone UTC --yes --max-removed 2"), refused);
    COMPARE_CODE(run("prune run DIR --keep-last 1 --zone UTC --yes --max-removed 4 --max-share 50"), refused);
    QVERIFY(m_store->content() == before);
}

void TestRemovals::lastSnapshot()
{
    const auto before = m_store->content();
    const Answer yes = run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes");
    COMPARE_CODE(yes, refused);
    QVERIFY2(yes.err.contains("would lose its last snapshot"), yes.all().constData());
    COMPARE_CODE(run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes --dry-run"), refused);
    COMPARE_CODE(run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes --max-removed 1"), refused);
    COMPARE_CODE(run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes --allow-last"), 1);
    COMPARE_CODE(run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes --max-removed some"), 1);
    QVERIFY(m_store->content() == before);
    COMPARE_CODE(run("snapshot delete DIR ct/5/2026-01-01T00:00:00Z --yes --max-removed 1 --allow-last"), 0);
    QVERIFY(!has("ct/5") && has("ns/a/vm/100"));
}

void TestRemovals::group()
{
    COMPARE_CODE(run("group delete DIR vm/101 --ns a --yes --max-removed 2 --allow-last"), 0);
    QVERIFY(!has("ns/a/vm/101") && has("ns/a/vm/100") && has("ns/b/vm/101"));
}

void TestRemovals::namespaceWithGroups()
{
    const auto before = m_store->content();
    COMPARE_CODE(run("namespace delete DIR a --yes"), refused);
    COMPARE_CODE(run("namespace delete DIR a --with-groups --yes --max-removed 4 --allow-last"), refused);
    QVERIFY(m_store->content() == before);
    COMPARE_CODE(run("namespace delete DIR a --with-groups --yes --max-removed 5 --allow-last"), 0);
    QVERIFY(!has("ns/a") && has("ns/b/vm/101") && has("ct/5"));
    const auto runs = run("history DIR --json").json()[QLatin1String("runs")].toArray();
    QVERIFY(!runs.first()[QLatin1String("undoable")].toBool()); // empty namespaces are not what was there
    const QByteArray undo = "undo DIR " + runs.first()[QLatin1String("run")].toString().toUtf8() + " --yes";
    const Answer undone = run(undo.constData());
    COMPARE_CODE(undone, refused);
    QVERIFY2(undone.err.contains("does not come back"), undone.all().constData());
    QVERIFY(!has("ns/a"));
}

void TestRemovals::prune()
{
    const Answer answer = run("prune run DIR --keep-last 1 --zone UTC --yes");
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("4 snapshots removed for good."), answer.all().constData());
    for (const char *kept : {"ct/5/2026-01-01T00:00:00Z", "ns/a/vm/100/2026-01-03T00:00:00Z", "ns/a/vm/101/2026-01-02T00:00:00Z",
                             "ns/b/vm/101/2026-01-02T00:00:00Z"})
        QVERIFY(has(kept));
    for (const char *gone : {"ns/a/vm/100/2026-01-01T00:00:00Z", "ns/a/vm/100/2026-01-02T00:00:00Z", "ns/a/vm/101/2026-01-01T00:00:00Z",
                             "ns/b/vm/101/2026-01-01T00:00:00Z"})
        QVERIFY(!has(gone));
    QVERIFY2(!answer.out.contains("To undo"), answer.all().constData());
}

void TestRemovals::pruneNeedsTheZone()
{
    m_store->addSnapshot(QStringLiteral("ct/5"), QStringLiteral("2026-01-01T12:00:00Z")); // east of Greenwich it is another day
    const auto before = m_store->content();
    const Answer answer = run("prune run DIR --keep-daily 2 --yes");
    COMPARE_CODE(answer, refused);
    QVERIFY2(answer.err.contains("zone"), answer.all().constData());
    QVERIFY(m_store->content() == before);
    COMPARE_CODE(run("prune run DIR --keep-last 1 --ns a --yes"), 0); // which depends on no zone
}

void TestRemovals::nothingToPrune()
{
    const auto before = m_store->content();
    COMPARE_CODE(run("prune run DIR --keep-last 9 --zone UTC --yes"), 0);
    COMPARE_CODE(run("prune run DIR --zone UTC --yes"), 1); // by which rules?
    QVERIFY(m_store->content() == before);
}

void TestRemovals::plansAsFiles()
{
    const auto before = m_store->content();
    COMPARE_CODE(run("snapshot delete DIR vm/100/2026-01-01T00:00:00Z --ns a --save-plan FILE"), 0);
    QVERIFY(m_store->content() == before);
    COMPARE_CODE(run("apply FILE DIR --yes"), 0);
    QVERIFY(!has("ns/a/vm/100/2026-01-01T00:00:00Z") && has("ns/a/vm/100/2026-01-02T00:00:00Z"));
    COMPARE_CODE(run("apply FILE DIR --yes"), refused); // it is not there any more
}

void TestRemovals::noUndo()
{
    COMPARE_CODE(run("snapshot delete DIR vm/100/2026-01-01T00:00:00Z --ns a --yes"), 0);
    const Answer undone = run("undo DIR --yes");
    COMPARE_CODE(undone, refused);
    const auto runs = run("history DIR --json").json()[QLatin1String("runs")].toArray();
    QCOMPARE(runs.size(), 1);
    QVERIFY(!runs.first()[QLatin1String("undoable")].toBool());
}

QTEST_GUILESS_MAIN(TestRemovals)
#include "tst_removals.moc"
