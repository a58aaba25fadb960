// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"

#include <QFile>
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

} // namespace

#define COMPARE_CODE(answer, expected)                                                                                                     \
    do {                                                                                                                                   \
        const Answer given = answer;                                                                                                       \
        QVERIFY2(given.code == (expected), given.all().constData());                                                                       \
    } while (false)

/// Prune jobs that belong to the user: made, edited, run, imported and exported, as others start the program.
class TestOwnPruneJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void createsAndLists();
    void createProblems_data();
    void createProblems();
    void dryRunWritesNothing();
    void edits();
    void rulesEndTheApproval();
    void editsOfAHost();
    void enablesAndDisables();
    void twoOfOneName();
    void imports();
    void exports();
    void removes();
    void runsWithinTheBudget();
    void runBeyondTheBudgetRemovesNothing();
    void aSavedPlanAsksTheRulesAgain();
    void runWithoutAPlace();
    void theChosenZone();
    void twoJobsOnOneGroup();

private:
    Answer run(const QString &words, const QStringList &more = {}) const;
    QString ownFile() const { return m_directory->filePath(QStringLiteral("config/espalier/prune.cfg")); }
    QByteArray ownText() const;
    QByteArray hostText() const;
    QJsonObject job(const QString &id) const;
    Answer create(const QString &options, const QString &id = QStringLiteral("nightly")) const;
    qsizetype snapshots() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
    QProcessEnvironment m_environment;
};

void TestOwnPruneJobs::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SmallStore>(m_directory->filePath(QStringLiteral("tank")));
    m_store->addFile(QStringLiteral("../host/etc/proxmox-backup/datastore.cfg"),
                     "datastore: tank\n\tpath " + m_store->path().toUtf8() + "\n");
    m_store->addFile(QStringLiteral("../host/etc/proxmox-backup/prune.cfg"),
                     "prune: server-job\n\tkeep-last 2\n\tschedule daily\n\tstore tank\n");
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_directory->filePath(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.remove(QStringLiteral("LANGUAGE"));
}

/// With an empty host, unless the words name one.
Answer TestOwnPruneJobs::run(const QString &words, const QStringList &more) const
{
    QStringList arguments = words.split(u' ', Qt::SkipEmptyParts) + more;
    if (!arguments.contains(QStringLiteral("--pbs-root")))
        arguments << QStringLiteral("--pbs-root") << m_directory->path();
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray TestOwnPruneJobs::ownText() const
{
    QFile file(ownFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestOwnPruneJobs::hostText() const
{
    QFile file(m_directory->filePath(QStringLiteral("host/etc/proxmox-backup/prune.cfg")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject TestOwnPruneJobs::job(const QString &id) const
{
    return run(QStringLiteral("prune job show --own --json"), {id}).json();
}

Answer TestOwnPruneJobs::create(const QString &options, const QString &id) const
{
    const QString words = options.contains(QStringLiteral("--schedule")) ? options : QStringLiteral("--schedule daily ") + options;
    return run(QStringLiteral("prune job create %1 %2 %3").arg(id, m_store->path(), words));
}

qsizetype TestOwnPruneJobs::snapshots() const
{
    qsizetype count = 0;
    const auto content = m_store->content();
    for (const auto &[path, text] : content)
        count += path.endsWith(QStringLiteral("index.json.blob")) ? 1 : 0;
    return count;
}

void TestOwnPruneJobs::createsAndLists()
{
    const Answer made = create(QStringLiteral("--keep-last 2 --ns a --max-depth 1 --zone Europe/Vienna --max-removed 5 --max-share 40"));
    COMPARE_CODE(made, 0);
    QVERIFY2(made.out.contains("+prune: nightly"), made.out.constData());
    QCOMPARE(ownText(), QByteArray("prune: nightly\n\tkeep-last 2\n\tmax-depth 1\n\tns a\n\tschedule daily\n\tstore tank\n"));
    const QJsonObject json = job(QStringLiteral("nightly"));
    QCOMPARE(json[QLatin1String("place")].toString(), m_store->path());
    QCOMPARE(json[QLatin1String("approved")][QLatin1String("max-removed")].toInt(), 5);
    QCOMPARE(json[QLatin1String("approved")][QLatin1String("max-share")].toInt(), 40);
    QVERIFY(json[QLatin1String("own")].toBool() && json[QLatin1String("next")].isDouble());

    const Answer both = run(QStringLiteral("prune job list --pbs-root"), {m_directory->filePath(QStringLiteral("host"))});
    COMPARE_CODE(both, 0);
    for (const char *part : {"nightly", "Espalier", "server-job", "server"})
        QVERIFY2(both.out.contains(part), both.out.constData());
    const Answer own = run(QStringLiteral("prune job list --own --pbs-root"), {m_directory->filePath(QStringLiteral("host"))});
    QVERIFY(own.out.contains("nightly") && !own.out.contains("server-job"));
    const Answer shown = run(QStringLiteral("prune job show nightly"));
    for (const char *part : {"Europe/Vienna", "at most 5 snapshots, and 40 %", "Keeps the last 2 snapshots."})
        QVERIFY2(shown.out.contains(part), shown.out.constData());
    COMPARE_CODE(create(QStringLiteral("--keep-last 2")), 2); // taken
}

void TestOwnPruneJobs::createProblems_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");

    QTest::newRow("a bad name") << QStringLiteral("a!") << QStringLiteral("--keep-last 1") << 2;
    QTest::newRow("a bad schedule") << QStringLiteral("daily") << QStringLiteral("--schedule 25:99:99") << 2;
    QTest::newRow("a bad namespace") << QStringLiteral("daily") << QStringLiteral("--ns a//b") << 1;
    QTest::newRow("too deep") << QStringLiteral("daily") << QStringLiteral("--max-depth 8") << 1;
    QTest::newRow("keeps none") << QStringLiteral("daily") << QStringLiteral("--keep-last 0") << 1;
    QTest::newRow("no such zone") << QStringLiteral("daily") << QStringLiteral("--zone Nowhere/Land") << 2;
    QTest::newRow("a share alone") << QStringLiteral("daily") << QStringLiteral("--max-share 3") << 1;
    QTest::newRow("a bad store") << QStringLiteral("daily") << QStringLiteral("--store x") << 2;
}

void TestOwnPruneJobs::createProblems()
{
    QFETCH(QString, id);
    QFETCH(QString, options);
    QFETCH(int, code);
    COMPARE_CODE(create(options, id), code);
    QVERIFY(!QFile::exists(ownFile()));
}

void TestOwnPruneJobs::dryRunWritesNothing()
{
    const Answer answer = create(QStringLiteral("--keep-last 2 --dry-run"));
    COMPARE_CODE(answer, 0);
    QVERIFY(answer.out.contains("+prune: nightly"));
    QVERIFY(!QFile::exists(m_directory->filePath(QStringLiteral("config"))));
}

void TestOwnPruneJobs::edits()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2 --ns a --max-depth 1")), 0);
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --schedule 21:00 --keep-daily 7 --delete keep-last --delete max-depth "
                                    "--comment short")),
                 0);
    QCOMPARE(ownText(), QByteArray("prune: nightly\n\tcomment short\n\tkeep-daily 7\n\tns a\n\tschedule 21:00\n\tstore tank\n"));
    const Answer again = run(QStringLiteral("prune job edit nightly --keep-daily 7"));
    COMPARE_CODE(again, 0);
    QVERIFY2(again.out.contains("is like that already"), again.out.constData());
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --delete schedule")), 1);
    COMPARE_CODE(run(QStringLiteral("prune job edit weekly --keep-daily 7")), 2);
}

void TestOwnPruneJobs::rulesEndTheApproval()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2 --max-removed 9")), 0);
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --comment other")), 0);
    QVERIFY(job(QStringLiteral("nightly"))[QLatin1String("approved")].isObject());
    const Answer answer = run(QStringLiteral("prune job edit nightly --keep-last 1"));
    QVERIFY2(answer.out.contains("approved again"), answer.out.constData());
    QVERIFY(job(QStringLiteral("nightly"))[QLatin1String("approved")].isNull());
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --keep-last 3 --max-removed 4")), 0);
    QCOMPARE(job(QStringLiteral("nightly"))[QLatin1String("approved")][QLatin1String("max-removed")].toInt(), 4);
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --delete budget")), 0);
    QVERIFY(job(QStringLiteral("nightly"))[QLatin1String("approved")].isNull());
}

void TestOwnPruneJobs::editsOfAHost()
{
    const QStringList root{m_directory->filePath(QStringLiteral("host"))};
    COMPARE_CODE(run(QStringLiteral("prune job edit server-job --keep-last 5 --comment x --pbs-root"), root), 0);
    QCOMPARE(hostText(), QByteArray("prune: server-job\n\tcomment x\n\tkeep-last 5\n\tschedule daily\n\tstore tank\n"));
    COMPARE_CODE(run(QStringLiteral("prune job edit server-job --zone UTC --pbs-root"), root), 1); // PBS has no such property
    COMPARE_CODE(run(QStringLiteral("prune job remove server-job --pbs-root"), root), 2);
    QVERIFY(hostText().contains("server-job"));
}

void TestOwnPruneJobs::enablesAndDisables()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2")), 0);
    const QByteArray before = ownText();
    COMPARE_CODE(run(QStringLiteral("prune job disable nightly")), 0);
    QVERIFY(ownText().contains("\tdisable true\n"));
    QVERIFY(run(QStringLiteral("prune job disable nightly")).out.contains("disabled already"));
    const Answer enabled = run(QStringLiteral("prune job enable nightly"));
    QVERIFY2(enabled.out.contains(m_store->path().toUtf8() + " --job nightly"), enabled.out.constData());
    QCOMPARE(ownText(), before);
}

void TestOwnPruneJobs::twoOfOneName()
{
    const QStringList root{m_directory->filePath(QStringLiteral("host"))};
    COMPARE_CODE(create(QStringLiteral("--keep-last 1"), QStringLiteral("server-job")), 0);
    const Answer unclear = run(QStringLiteral("prune job disable server-job --pbs-root"), root);
    COMPARE_CODE(unclear, 2);
    QVERIFY2(unclear.err.contains("--own or --host"), unclear.err.constData());
    COMPARE_CODE(run(QStringLiteral("prune job run server-job --yes --pbs-root"), root), 2);
    QCOMPARE(snapshots(), 8);
    COMPARE_CODE(run(QStringLiteral("prune job disable server-job --host --pbs-root"), root), 0);
    QVERIFY(hostText().contains("disable true") && !ownText().contains("disable"));
}

void TestOwnPruneJobs::imports()
{
    const QStringList root{m_directory->filePath(QStringLiteral("host"))};
    const QByteArray before = hostText();
    COMPARE_CODE(run(QStringLiteral("prune job import --dry-run --pbs-root"), root), 0);
    QVERIFY(ownText().isEmpty());
    const Answer answer = run(QStringLiteral("prune job import --pbs-root"), root);
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("it is disabled here"), answer.out.constData());
    QCOMPARE(ownText(), QByteArray("prune: server-job\n\tdisable true\n\tkeep-last 2\n\tschedule daily\n\tstore tank\n"));
    QCOMPARE(hostText(), before);
    QCOMPARE(job(QStringLiteral("server-job"))[QLatin1String("place")].toString(), m_store->path());
    QVERIFY(run(QStringLiteral("prune job import --pbs-root"), root).out.contains("nothing to import"));
    COMPARE_CODE(run(QStringLiteral("prune job import server-job --pbs-root"), root), 2);
    COMPARE_CODE(run(QStringLiteral("prune job import none --pbs-root"), root), 2);
}

void TestOwnPruneJobs::exports()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2")), 0);
    COMPARE_CODE(create(QStringLiteral("--keep-last 3"), QStringLiteral("weekly")), 0);
    QCOMPARE(run(QStringLiteral("prune job export")).out, ownText());
    QCOMPARE(run(QStringLiteral("prune job export weekly")).out, ownText().mid(ownText().indexOf("prune: weekly")));
    const QString file = m_directory->filePath(QStringLiteral("out.cfg"));
    COMPARE_CODE(run(QStringLiteral("prune job export --output"), {file}), 0);
    COMPARE_CODE(run(QStringLiteral("prune job export weekly --output"), {file}), 2);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), ownText());
    COMPARE_CODE(run(QStringLiteral("prune job export weekly --yes --output"), {file}), 0);
    COMPARE_CODE(run(QStringLiteral("prune job export none")), 2);
    QVERIFY(run(QStringLiteral("prune job export --host --pbs-root"), {m_directory->filePath(QStringLiteral("host"))}).out == hostText());
}

void TestOwnPruneJobs::removes()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2")), 0);
    COMPARE_CODE(run(QStringLiteral("prune job remove nightly")), 0);
    QCOMPARE(ownText(), QByteArray());
    COMPARE_CODE(run(QStringLiteral("prune job remove nightly")), 2);
    QCOMPARE(snapshots(), 8);
}

/// Of three, two and two snapshots each group keeps one: four go.
void TestOwnPruneJobs::runsWithinTheBudget()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 1 --zone UTC --max-removed 4")), 0);
    const Answer shown = run(QStringLiteral("prune job run nightly --dry-run --snapshots"));
    QVERIFY2(shown.out.contains("2026-01-01T00:00:00Z  remove"), shown.out.constData());
    QVERIFY2(!shown.out.contains("2026-01-03T00:00:00Z"), shown.out.constData()); // stays
    QCOMPARE(snapshots(), 8);
    COMPARE_CODE(run(QStringLiteral("prune job run nightly --yes")), 0);
    QCOMPARE(snapshots(), 4);
    COMPARE_CODE(run(QStringLiteral("prune job run nightly --yes")), 0); // nothing left to do
}

void TestOwnPruneJobs::runBeyondTheBudgetRemovesNothing()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 1 --zone UTC --max-removed 3")), 0);
    const Answer answer = run(QStringLiteral("prune job run nightly --yes"));
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.err.contains("4") && answer.err.contains("3"), answer.err.constData());
    QCOMPARE(snapshots(), 8);
    COMPARE_CODE(run(QStringLiteral("prune job run nightly --yes --max-removed 4")), 0); // said on the command line
    QCOMPARE(snapshots(), 4);
}

/// What a backup that came since makes the rules remove is not in the plan, and what they keep by now is left.
void TestOwnPruneJobs::aSavedPlanAsksTheRulesAgain()
{
    const QString plan = m_directory->filePath(QStringLiteral("plan.json"));
    COMPARE_CODE(run(QStringLiteral("prune run --keep-last 1 --zone UTC --save-plan"), {plan, m_store->path()}), 0);
    QCOMPARE(snapshots(), 8);
    QFile file(plan);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("\"keep-last\": 1"), text.constData());
    file.resize(0);
    file.seek(0);
    file.write(QByteArray(text).replace("\"keep-last\": 1", "\"keep-last\": 9"));
    file.close();
    const Answer kept = run(QStringLiteral("apply --yes"), {plan});
    QVERIFY2(kept.code != 0, kept.all().constData()); // by those rules nothing goes
    QCOMPARE(snapshots(), 8);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    COMPARE_CODE(run(QStringLiteral("apply --yes"), {plan}), 0);
    QCOMPARE(snapshots(), 4);
    const Answer history = run(QStringLiteral("history"), {m_store->path()});
    QVERIFY2(history.out.contains("Remove 4 snapshot"), history.out.constData());
}

void TestOwnPruneJobs::runWithoutAPlace()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 1")), 0);
    QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("config/espalier/jobs.json"))));
    const Answer answer = run(QStringLiteral("prune job run nightly --yes"));
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.err.contains("--place"), answer.err.constData());
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --place"), {m_store->path()}), 0);
    QCOMPARE(job(QStringLiteral("nightly"))[QLatin1String("place")].toString(), m_store->path());
}

/// The server's zone is not known: the job's own is taken, without one nothing that depends on it is removed.
void TestOwnPruneJobs::theChosenZone()
{
    m_store->addSnapshot(QStringLiteral("ct/5"), QStringLiteral("2026-01-01T12:00:00Z"));
    m_store->addSnapshot(QStringLiteral("ct/5"), QStringLiteral("2026-01-01T23:30:00Z"));
    COMPARE_CODE(create(QStringLiteral("--keep-daily 2")), 0);
    const Answer unsure = run(QStringLiteral("prune job run nightly --yes"));
    COMPARE_CODE(unsure, 2);
    QVERIFY2(unsure.err.contains("time zone"), unsure.err.constData());
    COMPARE_CODE(run(QStringLiteral("prune job edit nightly --zone Asia/Kolkata")), 0);
    COMPARE_CODE(run(QStringLiteral("prune job run nightly --yes")), 0);
}

void TestOwnPruneJobs::twoJobsOnOneGroup()
{
    COMPARE_CODE(create(QStringLiteral("--keep-last 2")), 0);
    const QStringList root{m_directory->filePath(QStringLiteral("host"))};
    const Answer preview = run(QStringLiteral("prune preview %1 --keep-last 5 --pbs-root").arg(m_store->path()), root);
    QVERIFY2(preview.err.contains("nightly") && preview.err.contains("server-job"), preview.err.constData());
    COMPARE_CODE(run(QStringLiteral("prune job disable nightly")), 0);
    const Answer again = run(QStringLiteral("prune preview %1 --keep-last 5 --pbs-root").arg(m_store->path()), root);
    QVERIFY2(!again.err.contains("nightly"), again.err.constData());
}

QTEST_GUILESS_MAIN(TestOwnPruneJobs)

#include "tst_ownprunejobs.moc"
