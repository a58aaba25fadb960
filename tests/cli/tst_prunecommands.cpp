// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"
#include "support/fixtures.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace espalier;
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

QStringList split(const char *words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

/// The values of one key in a list of objects.
QStringList values(const QJsonArray &list, const char *key)
{
    QStringList all;
    for (const auto &each : list)
        all << each[QLatin1String(key)].toVariant().toString();
    return all;
}

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

/// The commands on schedules and retention, as others start them.
class TestPruneCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void schedule_data();
    void schedule();
    void scheduleAsJson();

    void allVectors();
    void cases_data();
    void cases();
    void badCases_data();
    void badCases();
    void casesAreAnsweredAtOnce();

    void simulatesARhythm();
    void simulatesTimes();
    void simulationProblems_data();
    void simulationProblems();

    void listsJobs();
    void showsAJob();
    void jobProblems();

    void previews();
    void previewOfAJob();
    void previewWithoutAZone();
    void previewSelects_data();
    void previewSelects();
    void previewProblems_data();
    void previewProblems();

private:
    Answer run(const QStringList &arguments, const QByteArray &input = {}) const;
    QString withPbs(const QByteArray &pruneConfig) const;
    QStringList preview(const char *options) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
    QProcessEnvironment m_environment;
};

void TestPruneCommands::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SmallStore>(m_directory->filePath(QStringLiteral("tank")));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_directory->filePath(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.remove(QStringLiteral("LANGUAGE"));
}

Answer TestPruneCommands::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestPruneCommands::schedule_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err"); // a part of it

    const auto row = [](const char *name, const QString &event, const char *options, int code, const char *out, const char *err) {
        QTest::newRow(name) << QStringList{QStringLiteral("schedule"), event} + split(options) << code << QByteArray(out)
                            << QByteArray(err);
    };
    row("local times", QStringLiteral("mon..fri 22:30"), "--from 2026-10-23 --count 2 --zone Europe/Vienna", 0,
        "2026-10-23 22:30:00\n2026-10-26 22:30:00\n", "");
    row("behind the time itself", QStringLiteral("daily"), "--from 2026-10-23T00:00:00Z --count 1 --zone UTC", 0, "2026-10-24 00:00:00\n",
        "");
    row("in UTC", QStringLiteral("daily UTC"), "--from @1767225600 --count 1 --zone Asia/Kolkata", 0, "2026-01-02 00:00:00\n", "");
    row("comes to an end", QStringLiteral("2026-12-24"), "--from 2026-01-01 --zone UTC", 0,
        "2026-12-24 00:00:00\nAfter that it does not come due again.\n", "");
    row("never", QStringLiteral("2020-07-31"), "--from 2026-01-01", 0, "It never comes due.\n", "");
    row("minutes", QStringLiteral("24:00"), "--from 2026-01-01 --zone UTC --count 1", 0, "2026-01-01 00:24:00\n", "There is no such hour");
    row("overshoots", QStringLiteral("0/5:00"), "--from 2026-01-01T20:00 --zone UTC --count 1", 0, "2026-01-02 05:00:00\n", "0..23/5");
    row("no event", QStringLiteral("mon 12-40"), "", 2, "", "Behind \"mon 12-\" there should be 0…31.");
    row("no time", QStringLiteral("daily"), "--from yesterday", 1, "", "--from");
    row("no such day", QStringLiteral("daily"), "--from 2026-02-30", 1, "", "--from");
    row("no zone", QStringLiteral("daily"), "--zone Nowhere/Land", 2, "", "Nowhere/Land");
}

void TestPruneCommands::schedule()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, err);
    const Answer answer = run(arguments);
    COMPARE_CODE(answer, code);
    QCOMPARE(answer.out, out);
    QVERIFY2(answer.err.contains(err), answer.err.constData());
}

void TestPruneCommands::scheduleAsJson()
{
    const Answer answer = run(split("schedule hourly --from 2026-10-25T00:30:00Z --zone Europe/Vienna --count 3 --json"));
    COMPARE_CODE(answer, 0);
    const QJsonArray next = answer.json()[QLatin1String("next")].toArray();
    QCOMPARE(values(next, "time"), split("1792893600 1792897200 1792900800")); // as PBS, which passes over 02:00 in winter time
    QCOMPARE(next[0][QLatin1String("local")].toString(), QStringLiteral("2026-10-25 03:00:00"));
    QVERIFY(!answer.json()[QLatin1String("ends")].toBool(true));
}

void TestPruneCommands::allVectors()
{
    const auto content = test::fixtureContent("prune/vectors.jsonl");
    if (!content)
        QSKIP(test::skipReason);
    const QByteArray vectors = QByteArray::fromStdString(*content);
    QElapsedTimer timer;
    timer.start();
    const Answer answer = run(split("prune simulate --json-lines"), vectors);
    qInfo("prune simulate --json-lines: %lld cases in %lld ms", vectors.count('\n'), timer.elapsed());
    COMPARE_CODE(answer, 0);
    const QByteArrayList expected = vectors.split('\n');
    const QByteArrayList given = answer.out.split('\n');
    QCOMPARE(given.size(), expected.size());
    for (qsizetype i = 0; i < given.size(); ++i)
        QVERIFY2(given[i] == expected[i], expected[i].constData());
}

void TestPruneCommands::cases_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("marked");

    QTest::newRow("without marks")
        << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":1},{"time":2}]})")
        << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":1},{"time":2}],"marks":["remove","keep"]})");
    QTest::newRow("wrong marks") << QByteArray(R"({"marks":["x",{"y":[]}],"keep":{"last":1},"snapshots":[{"time":2}],"tz":"UTC"})")
                                 << QByteArray(R"({"marks":["keep"],"keep":{"last":1},"snapshots":[{"time":2}],"tz":"UTC"})");
    QTest::newRow("everything else stays")
        << QByteArray(R"( { "a" : 1.50 , "tz":"UTC","keep":{},"snapshots":[{"time":5,"finished":false,"protected":false,"note":"ä"}] } )")
        << QByteArray(
               R"( { "a" : 1.50 , "tz":"UTC","keep":{},"snapshots":[{"time":5,"finished":false,"protected":false,"note":"ä"}] ,"marks":["keep-partial"]} )");
    QTest::newRow("none") << QByteArray(R"({"tz":"UTC","keep":{"yearly":9223372036854775807},"snapshots":[]})")
                          << QByteArray(R"({"tz":"UTC","keep":{"yearly":9223372036854775807},"snapshots":[],"marks":[]})");
    QTest::newRow("protected") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":7,"protected":true}]})")
                               << QByteArray(
                                      R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":7,"protected":true}],"marks":["protected"]})");
}

void TestPruneCommands::cases()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, marked);
    const Answer answer = run(split("prune simulate --json-lines"), line);
    COMPARE_CODE(answer, 0);
    QCOMPARE(answer.out, marked + "\n");
}

void TestPruneCommands::badCases_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no JSON") << QByteArray("tz=UTC");
    QTest::newRow("cut") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":1},)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("two in a line") << QByteArray("{} {}");
    QTest::newRow("no zone") << QByteArray(R"({"keep":{"last":1},"snapshots":[]})");
    QTest::newRow("unknown zone") << QByteArray(R"({"tz":"Nowhere/Land","keep":{"last":1},"snapshots":[]})");
    QTest::newRow("zone outside") << QByteArray(R"({"tz":"../../../etc/localtime","keep":{"last":1},"snapshots":[]})");
    QTest::newRow("no options") << QByteArray(R"({"tz":"UTC","snapshots":[]})");
    QTest::newRow("options are a list") << QByteArray(R"({"tz":"UTC","keep":[],"snapshots":[]})");
    QTest::newRow("unknown option") << QByteArray(R"({"tz":"UTC","keep":{"minutely":1},"snapshots":[]})");
    QTest::newRow("keep 0") << QByteArray(R"({"tz":"UTC","keep":{"last":0},"snapshots":[]})");
    QTest::newRow("keep less") << QByteArray(R"({"tz":"UTC","keep":{"last":-1},"snapshots":[]})");
    QTest::newRow("keep too many") << QByteArray(R"({"tz":"UTC","keep":{"last":9223372036854775808},"snapshots":[]})");
    QTest::newRow("no snapshots") << QByteArray(R"({"tz":"UTC","keep":{"last":1}})");
    QTest::newRow("no time") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{}]})");
    QTest::newRow("no such time") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":253402300800}]})");
    QTest::newRow("half a second") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":1.5}]})");
    QTest::newRow("perhaps protected") << QByteArray(R"({"tz":"UTC","keep":{"last":1},"snapshots":[{"time":1,"protected":null}]})");
    QTest::newRow("no UTF-8") << QByteArray("{\"tz\":\"\xff\",\"keep\":{\"last\":1},\"snapshots\":[]}");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void TestPruneCommands::badCases()
{
    QFETCH(QByteArray, line);
    const QByteArray good = R"({"tz":"UTC","keep":{"last":1},"snapshots":[],"marks":[]})";
    const Answer answer = run(split("prune simulate --json-lines"), good + "\n" + line + "\n" + good + "\n");
    COMPARE_CODE(answer, 2);
    QCOMPARE(answer.out, good + "\n");
    QVERIFY2(answer.err.contains("Line 2 "), answer.err.constData());
}

/// A program that asks for one case after the other gets its answers, however few they are.
void TestPruneCommands::casesAreAnsweredAtOnce()
{
    QProcess process;
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), split("prune simulate --json-lines"));
    for (int i = 0; i < 3; ++i) {
        process.write(R"({"tz":"UTC","keep":{},"snapshots":[]})"
                      "\n");
        QTRY_VERIFY(process.canReadLine());
        QVERIFY(process.readLine().endsWith("\"marks\":[]}\n"));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestPruneCommands::simulatesARhythm()
{
    QStringList arguments = split("prune simulate --rhythm daily --from 2026-01-30 --until 2026-03-02 --zone Europe/Vienna --keep-last 2");
    arguments += split("--keep-monthly 1 --rhythm") + QStringList{QStringLiteral("sun 14:00")};
    const Answer text = run(arguments);
    COMPARE_CODE(text, 0);
    for (const char *part :
         {"Keeps the last 2 snapshots, then one a month for 1 more month that has a snapshot.", "2026-03-01 14:00:00  keep     last 2 of 2",
          "monthly 1 of 1: 2026-02", "2026-02  ---------------------------M\n", "2026-03  LL.....", "3 snapshots stay, 34 snapshots go"})
        QVERIFY2(text.out.contains(part), (part + ("\n" + text.out)).constData());
    QVERIFY(!text.out.contains("  remove"));
    QVERIFY(run(arguments + split("--all")).out.contains("2026-01-30 00:00:00  remove   no rule keeps it"));

    const QJsonObject json = run(arguments + split("--json")).json();
    QCOMPARE(json[QLatin1String("kept")].toInt(), 3);
    QCOMPARE(json[QLatin1String("removed")].toInt(), 34);
    const QJsonObject oldestKept = json[QLatin1String("snapshots")].toArray()[2].toObject();
    QCOMPARE(oldestKept[QLatin1String("local")].toString(), QStringLiteral("2026-03-01 00:00:00"));
    QCOMPARE(oldestKept[QLatin1String("mark")].toString(), QStringLiteral("remove"));
    QVERIFY(!oldestKept[QLatin1String("keep")].toBool(true));
}

void TestPruneCommands::simulatesTimes()
{
    const Answer answer = run(split("prune simulate --times - --times 2026-01-03T00:00:00Z --keep-daily 1 --zone UTC --json"),
                              "2026-01-01\n2026-01-03 00:00\n\n@1767312000\n");
    COMPARE_CODE(answer, 0);
    QCOMPARE(values(answer.json()[QLatin1String("snapshots")].toArray(), "backup-time"), split("1767398400 1767312000 1767225600"));
    QCOMPARE(values(answer.json()[QLatin1String("snapshots")].toArray(), "mark"), split("keep remove remove"));
    QCOMPARE(answer.json()[QLatin1String("snapshots")][0][QLatin1String("period")].toString(), QStringLiteral("2026-01-03"));
}

void TestPruneCommands::simulationProblems_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no backups") << split("--keep-last 1") << 1;
    QTest::newRow("keep 0") << split("--rhythm daily --keep-last 0") << 1;
    QTest::newRow("no number") << split("--rhythm daily --keep-last many") << 1;
    QTest::newRow("no rhythm") << split("--rhythm dayly --keep-last 1") << 2;
    QTest::newRow("no time") << split("--times yesterday") << 1;
    QTest::newRow("too many backups") << split("--rhythm *:*:* --from 2026-01-01 --until 2027-01-01") << 1;
    QTest::newRow("keep twice") << split("--rhythm daily --keep-last 1 --keep-last 2") << 1;
}

void TestPruneCommands::simulationProblems()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Answer answer = run(split("prune simulate") + arguments);
    COMPARE_CODE(answer, code);
    QVERIFY(!answer.err.isEmpty());
}

/// The root of a host whose PBS has the store and these prune jobs, and works in Vienna.
QString TestPruneCommands::withPbs(const QByteArray &pruneConfig) const
{
    const QString below = QStringLiteral("../host/");
    m_store->addFile(below + QStringLiteral("etc/proxmox-backup/datastore.cfg"),
                     "datastore: tank\n\tpath " + m_store->path().toUtf8() + "\n");
    m_store->addFile(below + QStringLiteral("etc/proxmox-backup/prune.cfg"), pruneConfig);
    m_store->addFile(below + QStringLiteral("etc/timezone"), "Europe/Vienna\n");
    return m_directory->filePath(QStringLiteral("host"));
}

void TestPruneCommands::listsJobs()
{
    const QString root
        = withPbs("prune: nightly\n\tcomment all of it\n\tkeep-last 2\n\tkeep-daily 3\n\tmax-depth 1\n\tns a\n\tschedule daily\n"
                  "\tstore tank\n\nprune: weekly\n\tdisable true\n\tschedule sat 18:15 UTC\n\tstore tank\n");
    const QStringList arguments = split("prune job list --pbs-root") + QStringList{root};
    const Answer text = run(arguments);
    COMPARE_CODE(text, 0);
    for (const char *part : {"nightly", "last 2, daily 3", "all of it", "disabled", "everything", "sat 18:15 UTC"})
        QVERIFY2(text.out.contains(part), text.out.constData());
    const QJsonArray jobs = run(arguments + split("--json")).json()[QLatin1String("jobs")].toArray();
    QCOMPARE(values(jobs, "id"), split("nightly weekly"));
    QCOMPARE(jobs[0][QLatin1String("keep-daily")].toInt(), 3);
    QCOMPARE(jobs[0][QLatin1String("max-depth")].toInt(), 1);
    QCOMPARE((jobs[0][QLatin1String("next")].toInteger() + 3600) % 86400 % 3600, 0);
    QVERIFY(jobs[1][QLatin1String("next")].isNull());
    QVERIFY(jobs[1][QLatin1String("disable")].toBool());

    const Answer none = run(split("prune job list --pbs-root") + QStringList{m_directory->path()});
    COMPARE_CODE(none, 0);
    QCOMPARE(none.out, QByteArray("There are no prune jobs.\n"));
}

void TestPruneCommands::showsAJob()
{
    const QString root = withPbs("prune: nightly\n\tkeep-last 2\n\tschedule daily\n\tstore tank\n");
    const Answer answer = run(split("prune job show nightly --pbs-root") + QStringList{root});
    COMPARE_CODE(answer, 0);
    for (const char *part : {"tank", "daily", "Europe/Vienna", "Next runs", " 00:00:00", "Keeps the last 2 snapshots."})
        QVERIFY2(answer.out.contains(part), answer.out.constData());
    const Answer json = run(split("prune job show nightly --json --pbs-root") + QStringList{root});
    QCOMPARE(json.json()[QLatin1String("store")].toString(), QStringLiteral("tank"));
    COMPARE_CODE(run(split("prune job show weekly --pbs-root") + QStringList{root}), 2);
}

void TestPruneCommands::jobProblems()
{
    const QString root
        = withPbs("prune: nightly\n\tkeep-last 0\n\tschedule daily\n\tstore tank\n\nprune: good\n\tschedule daily\n\tstore tank\n");
    const Answer answer = run(split("prune job list --pbs-root") + QStringList{root});
    COMPARE_CODE(answer, 4);
    QVERIFY2(answer.err.contains("prune: nightly, keep-last"), answer.err.constData());
    QVERIFY2(answer.out.contains("good"), answer.out.constData());
    QCOMPARE(run(split("prune job list --json --pbs-root") + QStringList{root}).json()[QLatin1String("problems")].toArray().size(), 1);
}

QStringList TestPruneCommands::preview(const char *options) const
{
    return QStringList{QStringLiteral("prune"), QStringLiteral("preview"), m_store->path()} + split(options);
}

/// Groups have three, two or one daily snapshots, from 2026-01-01 on.
void TestPruneCommands::previews()
{
    const auto before = m_store->content();
    const Answer text = run(preview("--keep-daily 2 --zone UTC"));
    COMPARE_CODE(text, 0);
    for (const char *part : {"Keeps one a day for 2 days", "a          vm/100", "all together", "garbage collection"})
        QVERIFY2(text.out.contains(part), text.out.constData());
    QVERIFY2(text.err.contains("newest backup is old: 1. The oldest of them is \"vm/100\" in \"a\", of 2026-01-03T00:00:00Z"),
             text.err.constData());
    QVERIFY2(!text.err.contains("vm/101"), text.err.constData()); // nothing of it goes

    const Answer all = run(preview("--keep-daily 2 --zone UTC --snapshots"));
    QVERIFY2(all.out.contains("2026-01-02T00:00:00Z  keep     daily 2 of 2: 2026-01-02"), all.out.constData());
    QVERIFY2(all.out.contains("2026-01-01T00:00:00Z  remove   no rule keeps it"), all.out.constData());

    const QJsonObject json = run(preview("--keep-daily 2 --zone UTC --json")).json();
    QCOMPARE(json[QLatin1String("totals")][QLatin1String("remove")].toInt(), 1);
    QCOMPARE(json[QLatin1String("totals")][QLatin1String("keep")].toInt(), 7);
    QCOMPARE(values(json[QLatin1String("namespaces")].toArray(), "ns"), (QStringList{QString(), QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(values(json[QLatin1String("groups")].toArray(), "backup-id"), split("5 100 101 101"));
    QCOMPARE(values(json[QLatin1String("groups")][1][QLatin1String("snapshots")].toArray(), "mark"), split("remove keep keep"));
    QCOMPARE(m_store->content(), before);
}

void TestPruneCommands::previewOfAJob()
{
    const QString root = withPbs("prune: nightly\n\tkeep-last 1\n\tmax-depth 0\n\tns a\n\tschedule daily\n\tstore tank\n\n"
                                 "prune: other\n\tkeep-last 5\n\tschedule daily\n\tstore tank\n");
    const Answer answer = run(preview("--job nightly --json --pbs-root") + QStringList{root});
    COMPARE_CODE(answer, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json[QLatin1String("zone")].toString(), QStringLiteral("Europe/Vienna"));
    QCOMPARE(json[QLatin1String("keep")][QLatin1String("keep-last")].toInt(), 1);
    QCOMPARE(json[QLatin1String("totals")][QLatin1String("remove")].toInt(), 3);
    QCOMPARE(values(json[QLatin1String("warnings")].toArray(), "id"), split("PruneNewestOld PruneJobsOverlap PruneKeepsOnlyLast"));

    const QJsonObject elsewhere = run(preview("--job nightly --ns b --json --pbs-root") + QStringList{root}).json();
    QCOMPARE(elsewhere[QLatin1String("totals")][QLatin1String("remove")].toInt(), 1);
    COMPARE_CODE(run(preview("--job weekly --pbs-root") + QStringList{root}), 2);
    COMPARE_CODE(run(preview("--job nightly --keep-last 3 --pbs-root") + QStringList{root}), 1);
}

/// The server's computer is not this one: what depends on its zone is told.
void TestPruneCommands::previewWithoutAZone()
{
    m_store->addSnapshot(QStringLiteral("ct/5"), QStringLiteral("2026-01-01T12:00:00Z"));
    m_store->addSnapshot(QStringLiteral("ct/5"), QStringLiteral("2026-01-01T23:30:00Z"));
    const Answer answer = run(preview("ct/5 --keep-daily 2 --json --pbs-root") + QStringList{m_directory->path()});
    COMPARE_CODE(answer, 0);
    QVERIFY(answer.json()[QLatin1String("zone")].isNull());
    QVERIFY(values(answer.json()[QLatin1String("warnings")].toArray(), "id").contains(QStringLiteral("PruneZoneUnknown")));
    const QJsonArray snapshots = answer.json()[QLatin1String("groups")][0][QLatin1String("snapshots")].toArray();
    QCOMPARE(values(snapshots, "depends-on-zone"), split("true true false"));
    QVERIFY(!values(run(preview("ct/5 --keep-last 2 --json")).json()[QLatin1String("warnings")].toArray(), "id")
                 .contains(QStringLiteral("PruneZoneUnknown")));
}

void TestPruneCommands::previewSelects_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("groups");
    QTest::newRow("all") << QString() << split("ct/5 vm/100 vm/101 vm/101");
    QTest::newRow("a type") << QStringLiteral("ct") << split("ct/5");
    QTest::newRow("a group everywhere") << QStringLiteral("vm/101") << split("vm/101 vm/101");
    QTest::newRow("a group in a namespace") << QStringLiteral("vm/101 --ns b") << split("vm/101");
    QTest::newRow("the root alone") << QStringLiteral("--max-depth 0") << split("ct/5");
}

void TestPruneCommands::previewSelects()
{
    QFETCH(QString, options);
    QFETCH(QStringList, groups);
    const Answer answer = run(preview(("--keep-last 1 --zone UTC --json " + options.toUtf8()).constData()));
    COMPARE_CODE(answer, 0);
    QStringList found;
    const QJsonArray all = answer.json()[QLatin1String("groups")].toArray();
    for (const auto &group : all)
        found << group[QLatin1String("backup-type")].toString() + u'/' + group[QLatin1String("backup-id")].toString();
    QCOMPARE(found, groups);
}

void TestPruneCommands::previewProblems_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::newRow("no such namespace") << QStringLiteral("--ns x") << 2;
    QTest::newRow("no such group") << QStringLiteral("vm/999") << 2;
    QTest::newRow("no group") << QStringLiteral("vm100") << 1;
    QTest::newRow("too deep") << QStringLiteral("--max-depth 8") << 1;
    QTest::newRow("no such zone") << QStringLiteral("--zone Nowhere/Land") << 2;
    QTest::newRow("no such job") << QStringLiteral("--job nightly") << 2;
    QTest::newRow("keep 0") << QStringLiteral("--keep-last 0") << 1;
}

void TestPruneCommands::previewProblems()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    const Answer answer = run(preview(options.toUtf8().constData()));
    COMPARE_CODE(answer, code);
    QVERIFY(!answer.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestPruneCommands)

#include "tst_prunecommands.moc"
