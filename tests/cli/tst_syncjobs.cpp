// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "core/jobs/jobhistories.h"
#include "support/syncdisk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <ctime>
#include <filesystem>

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
    target.group("", "vm/9");
    target.snapshot("", "vm/9", "2025-01-01T00:00:00Z", {"e"});
    return bench;
}

const QByteArray hostJobs = "sync: pull-a\n\tremote-store src\n\tremove-vanished true\n\tschedule daily\n\tstore dst\n\n"
                            "sync: pull-b\n\tremote far\n\tremote-store main\n\tstore dst\n";

} // namespace

#define COMPARE_CODE(answer, expected)                                                                                                     \
    do {                                                                                                                                   \
        const Answer given = answer;                                                                                                       \
        QVERIFY2(given.code == (expected), given.all().constData());                                                                       \
    } while (false)

/// Sync jobs that belong to the user, and what is due of them, as others start the program.
class TestSyncJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void createsAndLists();
    void createProblems_data();
    void createProblems();
    void pushesFromItsOwnEnd();
    void edits();
    void rulesEndTheApproval();
    void removalNeedsApproval();
    void runs();
    void keepsToTheBudget();
    void runsOnceAtATime();
    void hostJobsAreImportedDisabled();
    void exports();
    void anotherComputer();
    void runsWhatIsDue();
    void dueRunsRemoveNothingUnapproved();
    void approvalIsOfTheseDatastores_data();
    void approvalIsOfTheseDatastores();
    void prunesOnlyTheApprovedDatastore();
    void disabledJobsAreNotDue();
    void prunesWhatIsDue();
    void removes();
    void timerWithoutSystemd();

private:
    Answer run(const QString &words, const QStringList &more = {}) const;
    Answer create(const QString &options, const QString &id = QStringLiteral("nightly")) const;
    QJsonObject job(const QString &id = QStringLiteral("nightly")) const;
    QString path(const char *name) const { return QString::fromStdString(m_pair->path) + QLatin1Char('/') + QLatin1String(name); }
    QByteArray text(const char *name) const;
    void write(const char *name, const QByteArray &text) const;
    void changeDisk(const QString &name, const QString &back = {}) const;
    void isDueSince(const char *file, std::int64_t secondsAgo) const;
    bool has(const char *name) const { return std::filesystem::exists(m_pair->path + "/dst/" + name); }

    std::unique_ptr<DiskPair> m_pair;
};

void TestSyncJobs::init()
{
    m_pair = std::make_unique<DiskPair>(makeBench());
    write("host/etc/proxmox-backup/datastore.cfg",
          "datastore: src\n\tpath " + path("src").toUtf8() + "\n\ndatastore: dst\n\tpath " + path("dst").toUtf8() + "\n");
    write("host/etc/proxmox-backup/sync.cfg", hostJobs);
}

/// With an empty host, unless the words name one.
Answer TestSyncJobs::run(const QString &words, const QStringList &more) const
{
    QStringList arguments = words.split(u' ', Qt::SkipEmptyParts) + more;
    if (!arguments.contains(QStringLiteral("--pbs-root")))
        arguments << QStringLiteral("--pbs-root") << path("none");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("none")); // where no systemd is to be told anything
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer TestSyncJobs::create(const QString &options, const QString &id) const
{
    return run(QStringLiteral("sync job create %1 --owner backup@pbs --zone UTC").arg(id),
               QStringList{QStringLiteral("--source"), path("src"), QStringLiteral("--target"), path("dst")}
                   + options.split(u' ', Qt::SkipEmptyParts));
}

QJsonObject TestSyncJobs::job(const QString &id) const
{
    return run(QStringLiteral("sync job show --own --json"), {id}).json();
}

QByteArray TestSyncJobs::text(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSyncJobs::write(const char *name, const QByteArray &text) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

/// Another datastore with the same content is at that place: a copy, or the one that was put away as @p back.
void TestSyncJobs::changeDisk(const QString &name, const QString &back) const
{
    const std::filesystem::path present = m_pair->path + "/" + name.toStdString();
    const std::filesystem::path away = present.string() + ".first";
    if (!back.isEmpty()) {
        std::filesystem::remove_all(present);
        return std::filesystem::rename(present.string() + back.toStdString(), present);
    }
    std::filesystem::rename(present, away);
    std::filesystem::copy(away, present, std::filesystem::copy_options::recursive);
}

/// As if the job had been there for some time, and its schedule was seen.
void TestSyncJobs::isDueSince(const char *file, std::int64_t secondsAgo) const
{
    const QByteArray since = QByteArray::number(std::time(nullptr) - secondsAgo);
    write(file, R"({"espalier-job-history":1,"runs":[],"schedule":"minutely","since":)" + since + "}");
}

void TestSyncJobs::createsAndLists()
{
    COMPARE_CODE(create(QStringLiteral("--schedule daily --group-filter type:vm --group-filter exclude:group:vm/9 --ns a/b --max-depth 1 "
                                       "--transfer-last 3 --comment words --rate-in 10MiB")),
                 0);
    QCOMPARE(text("config/espalier/sync.cfg"),
             QByteArray(
                 "sync: nightly\n\tcomment words\n\tgroup-filter type:vm\n\tgroup-filter exclude:group:vm/9\n\tmax-depth 1\n"
                 "\tns a/b\n\towner backup@pbs\n\trate-in 10MiB\n\tremote-store src\n\tschedule daily\n\tstore dst\n\ttransfer-last 3\n"));
    const QJsonObject shown = job();
    QCOMPARE(shown[QStringLiteral("place")].toString(), path("dst"));
    QCOMPARE(shown[QStringLiteral("remote-place")].toString(), path("src"));
    QCOMPARE(shown[QStringLiteral("max-depth")].toInt(), 1);
    QCOMPARE(shown[QStringLiteral("group-filter")].toArray().size(), 2);
    QVERIFY(shown[QStringLiteral("last-run")].isNull() && shown[QStringLiteral("next")].isDouble());
    QVERIFY(!shown[QStringLiteral("due")].toBool() && !shown[QStringLiteral("running")].toBool());
    const Answer list = run(QStringLiteral("sync job list --pbs-root"), {path("host")});
    COMPARE_CODE(list, 0);
    QVERIFY2(list.out.contains("nightly") && list.out.contains("pull-a") && list.out.contains("far:main"), list.all().constData());
    COMPARE_CODE(run(QStringLiteral("sync job show nightly")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job show none")), 2);
    COMPARE_CODE(create({}), 2); // the name is taken
}

void TestSyncJobs::createProblems_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");

    QTest::newRow("schedule") << QStringLiteral("--schedule sometimes") << 1;
    QTest::newRow("filter") << QStringLiteral("--group-filter vm") << 1;
    QTest::newRow("too deep") << QStringLiteral("--ns a/b --max-depth 6") << 1;
    QTest::newRow("a push mends nothing") << QStringLiteral("--sync-direction push --resync-corrupt") << 1;
    QTest::newRow("no snapshots at all") << QStringLiteral("--transfer-last 0") << 1;
    QTest::newRow("direction") << QStringLiteral("--sync-direction sideways") << 1;
    QTest::newRow("threads") << QStringLiteral("--worker-threads 33") << 1;
    QTest::newRow("exact") << QStringLiteral("--exact-pbs") << 1;
    QTest::newRow("zone") << QStringLiteral("--zone Nowhere/City") << 1;
}

void TestSyncJobs::createProblems()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    COMPARE_CODE(create(options), code);
    QVERIFY(text("config/espalier/sync.cfg").isEmpty());
}

void TestSyncJobs::pushesFromItsOwnEnd()
{
    COMPARE_CODE(create(QStringLiteral("--sync-direction push --remote-ns copies")), 0);
    const QJsonObject shown = job();
    QCOMPARE(shown[QStringLiteral("place")].toString(), path("src"));
    QCOMPARE(shown[QStringLiteral("store")].toString(), QStringLiteral("src"));
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 0);
    QVERIFY(has("ns/copies/vm/1/2025-01-02T00:00:00Z/index.json.blob"));
}

void TestSyncJobs::edits()
{
    COMPARE_CODE(create(QStringLiteral("--schedule daily --verified-only")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --schedule 21:00 --transfer-last 2 --delete verified-only --delete zone")), 0);
    const QJsonObject shown = job();
    QCOMPARE(shown[QStringLiteral("schedule")].toString(), QStringLiteral("21:00"));
    QVERIFY(!shown.contains(QStringLiteral("verified-only")) && shown[QStringLiteral("zone")].isNull());
    QVERIFY(run(QStringLiteral("sync job edit nightly --transfer-last 2")).out.contains("like that already"));
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --delete store")), 1);
    COMPARE_CODE(run(QStringLiteral("sync job edit other --transfer-last 2")), 2);
}

void TestSyncJobs::rulesEndTheApproval()
{
    COMPARE_CODE(create(QStringLiteral("--remove-vanished --max-removed 5")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --comment other")), 0);
    QVERIFY(job()[QStringLiteral("approved")].isObject());
    const Answer edited = run(QStringLiteral("sync job edit nightly --group-filter type:ct"));
    COMPARE_CODE(edited, 0);
    QVERIFY2(edited.out.contains("disabled until"), edited.all().constData());
    QVERIFY(job()[QStringLiteral("approved")].isNull() && job()[QStringLiteral("disable")].toBool());
    COMPARE_CODE(run(QStringLiteral("sync job enable nightly")), 2);
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --max-removed 3 --delete disable")), 0);
    QVERIFY(!job()[QStringLiteral("disable")].toBool());
}

void TestSyncJobs::removalNeedsApproval()
{
    COMPARE_CODE(create(QStringLiteral("--remove-vanished")), 2);
    QVERIFY(text("config/espalier/sync.cfg").isEmpty());
    COMPARE_CODE(create(QStringLiteral("--remove-vanished --disable")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job enable nightly")), 2);
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --delete remove-vanished")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job enable nightly")), 0);
    QVERIFY(run(QStringLiteral("sync job enable nightly")).out.contains("enabled already"));
    COMPARE_CODE(run(QStringLiteral("sync job disable nightly")), 0);
    QVERIFY(job()[QStringLiteral("disable")].toBool());
}

void TestSyncJobs::runs()
{
    COMPARE_CODE(create({}), 0);
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --dry-run")), 0);
    QVERIFY(!has("vm/1") && job()[QStringLiteral("last-run")].isNull());
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes --json")), 0);
    QVERIFY(has("vm/1/2025-01-02T00:00:00Z/index.json.blob"));
    const QJsonObject last = job()[QStringLiteral("last-run")].toObject();
    QCOMPARE(last[QStringLiteral("result")].toString(), QStringLiteral("ok"));
    QCOMPARE(last[QStringLiteral("snapshots")].toInt(), 2);
    QVERIFY(last[QStringLiteral("bytes")].toInteger() > 0 && last[QStringLiteral("due")].isNull());
    const Answer list = run(QStringLiteral("sync job list"));
    QVERIFY2(list.out.contains("OK"), list.all().constData());
    std::filesystem::rename(m_pair->path + "/src", m_pair->path + "/gone");
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 2);
    QCOMPARE(job()[QStringLiteral("last-run")].toObject()[QStringLiteral("result")].toString(), QStringLiteral("failed"));
}

void TestSyncJobs::keepsToTheBudget()
{
    COMPARE_CODE(create(QStringLiteral("--remove-vanished --max-removed 5")), 0); // but groups keep their last one
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 3);
    QVERIFY(has("vm/1/2025-01-02T00:00:00Z") && has("vm/9/2025-01-01T00:00:00Z"));
    const QJsonObject last = job()[QStringLiteral("last-run")].toObject();
    QCOMPARE(last[QStringLiteral("result")].toString(), QStringLiteral("partly"));
    QCOMPARE(last[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(), QStringLiteral("RemovalEmptiesGroup"));
    COMPARE_CODE(run(QStringLiteral("sync job edit nightly --max-removed 5 --allow-last")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 0);
    QVERIFY(!has("vm/9"));
}

void TestSyncJobs::runsOnceAtATime()
{
    COMPARE_CODE(create(QStringLiteral("--schedule minutely")), 0);
    isDueSince("state/espalier/jobs/sync-nightly.json", 3600);
    JobHistories histories(fs::posixFileSystem(), path("state/espalier/jobs").toStdString());
    auto held = histories.hold({JobKind::Sync, "nightly"});
    QVERIFY(held);
    const Answer refused = run(QStringLiteral("sync job run nightly --yes --json"));
    COMPARE_CODE(refused, 2);
    QCOMPARE(refused.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(), QStringLiteral("JobRunsAlready"));
    QVERIFY(job()[QStringLiteral("running")].toBool());
    const Answer due = run(QStringLiteral("run-due --json"));
    COMPARE_CODE(due, 0);
    QVERIFY(due.json()[QStringLiteral("runs")].toArray().isEmpty() && !has("vm/1"));
    held->reset();
    COMPARE_CODE(run(QStringLiteral("run-due")), 0);
    QVERIFY(has("vm/1"));
}

void TestSyncJobs::hostJobsAreImportedDisabled()
{
    COMPARE_CODE(run(QStringLiteral("sync job import --pbs-root"), {path("host")}), 0);
    QCOMPARE(text("config/espalier/sync.cfg"), hostJobs);
    const QJsonObject imported = job(QStringLiteral("pull-a"));
    QVERIFY(imported[QStringLiteral("disable")].toBool() && imported[QStringLiteral("approved")].isNull());
    QCOMPARE(imported[QStringLiteral("place")].toString(), path("dst"));
    QCOMPARE(imported[QStringLiteral("remote-place")].toString(), path("src"));
    QVERIFY(job(QStringLiteral("pull-b"))[QStringLiteral("remote-place")].toString().isEmpty());
    QCOMPARE(text("host/etc/proxmox-backup/sync.cfg"), hostJobs);
    QVERIFY(run(QStringLiteral("sync job import --pbs-root"), {path("host")}).out.contains("nothing to import"));
}

void TestSyncJobs::exports()
{
    COMPARE_CODE(create({}), 0);
    QCOMPARE(run(QStringLiteral("sync job export")).out, text("config/espalier/sync.cfg"));
    QCOMPARE(run(QStringLiteral("sync job export --host --pbs-root"), {path("host")}).out, hostJobs);
    COMPARE_CODE(run(QStringLiteral("sync job export none")), 2);
}

void TestSyncJobs::anotherComputer()
{
    const QStringList ends{QStringLiteral("--source"),       QStringLiteral("ssh://127.0.0.1:1/srv/tank"),
                           QStringLiteral("--target"),       path("dst"),
                           QStringLiteral("--remote-store"), QStringLiteral("tank")};
    COMPARE_CODE(run(QStringLiteral("sync job create away --schedule minutely --zone UTC"), ends), 0);
    const Answer refused = run(QStringLiteral("sync job run away --yes"));
    COMPARE_CODE(refused, 4); // nobody listens there
    QVERIFY2(refused.err.contains("127.0.0.1"), refused.all().constData());
    isDueSince("state/espalier/jobs/sync-away.json", 3600);
    COMPARE_CODE(run(QStringLiteral("run-due")), 3);
    QCOMPARE(job(QStringLiteral("away"))[QStringLiteral("last-run")].toObject()[QStringLiteral("result")].toString(),
             QStringLiteral("failed"));
}

void TestSyncJobs::runsWhatIsDue()
{
    COMPARE_CODE(create(QStringLiteral("--schedule minutely")), 0);
    const Answer first = run(QStringLiteral("run-due --json")); // what nobody saw before is not made up for
    COMPARE_CODE(first, 0);
    QVERIFY(first.json()[QStringLiteral("runs")].toArray().isEmpty());
    QVERIFY(text("state/espalier/jobs/sync-nightly.json").contains("minutely"));
    isDueSince("state/espalier/jobs/sync-nightly.json", 7200);
    const Answer listed = run(QStringLiteral("run-due --dry-run"));
    COMPARE_CODE(listed, 0);
    QVERIFY2(listed.out.contains("missed") && !has("vm/1"), listed.all().constData());
    const Answer due = run(QStringLiteral("run-due --json"));
    COMPARE_CODE(due, 0);
    const QJsonObject done = due.json()[QStringLiteral("runs")].toArray().first().toObject();
    QCOMPARE(done[QStringLiteral("id")].toString(), QStringLiteral("nightly"));
    QVERIFY(done[QStringLiteral("missed")].toBool() && done[QStringLiteral("due")].isDouble() && has("vm/1"));
    QVERIFY(job()[QStringLiteral("last-run")].toObject()[QStringLiteral("due")].isDouble());
}

/// Nobody is there to say yes: not even to a single snapshot.
void TestSyncJobs::dueRunsRemoveNothingUnapproved()
{
    COMPARE_CODE(create(QStringLiteral("--schedule minutely --remove-vanished --max-removed 0")), 0);
    isDueSince("state/espalier/jobs/sync-nightly.json", 600);
    const Answer due = run(QStringLiteral("run-due"));
    COMPARE_CODE(due, 3);
    QVERIFY2(has("vm/1") && has("vm/9/2025-01-01T00:00:00Z"), due.all().constData());
    QByteArray rules = text("config/espalier/sync.cfg");
    write("config/espalier/sync.cfg", rules.replace("remove-vanished true\n", "remove-vanished true\n\ttransfer-last 1\n"));
    isDueSince("state/espalier/jobs/sync-nightly.json", 600);
    COMPARE_CODE(run(QStringLiteral("run-due")), 3);
    QVERIFY(has("vm/9/2025-01-01T00:00:00Z"));
}

void TestSyncJobs::approvalIsOfTheseDatastores_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QString>("command");
    for (const char *changed : {"src", "dst"}) {
        for (const char *command : {"run-due", "sync job run nightly --yes"})
            QTest::addRow("%s, %s", changed, command) << QString::fromLatin1(changed) << QString::fromLatin1(command);
    }
}

/// Disks may take turns at one place: what was agreed to for one of them is not agreed to for the other.
void TestSyncJobs::approvalIsOfTheseDatastores()
{
    QFETCH(QString, changed);
    QFETCH(QString, command);
    COMPARE_CODE(create(QStringLiteral("--schedule minutely --remove-vanished --max-removed 5 --allow-last")), 0);
    isDueSince("state/espalier/jobs/sync-nightly.json", 600);
    changeDisk(changed);
    COMPARE_CODE(run(command), 3);
    QVERIFY(has("vm/1/2025-01-02T00:00:00Z/index.json.blob") && has("vm/9/2025-01-01T00:00:00Z"));
    const QJsonObject last = job()[QStringLiteral("last-run")].toObject();
    QCOMPARE(last[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(), QStringLiteral("JobOtherStore"));
    changeDisk(changed, QStringLiteral(".first"));
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 0);
    QVERIFY(!has("vm/9"));
}

void TestSyncJobs::prunesOnlyTheApprovedDatastore()
{
    const QString create
        = QStringLiteral("prune job create weekly %1 --schedule minutely --keep-last 1 --zone UTC --max-removed 1").arg(path("src"));
    COMPARE_CODE(run(create), 0);
    isDueSince("state/espalier/jobs/prune-weekly.json", 600);
    changeDisk(QStringLiteral("src"));
    COMPARE_CODE(run(QStringLiteral("run-due")), 3);
    const Answer refused = run(QStringLiteral("prune job run weekly --yes --json"));
    COMPARE_CODE(refused, 2);
    QCOMPARE(refused.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(), QStringLiteral("JobOtherStore"));
    QVERIFY(std::filesystem::exists(m_pair->path + "/src/vm/1/2025-01-01T00:00:00Z"));
    changeDisk(QStringLiteral("src"), QStringLiteral(".first"));
    COMPARE_CODE(run(QStringLiteral("prune job run weekly --yes")), 0);
    QVERIFY(!std::filesystem::exists(m_pair->path + "/src/vm/1/2025-01-01T00:00:00Z"));
}

void TestSyncJobs::disabledJobsAreNotDue()
{
    COMPARE_CODE(create(QStringLiteral("--schedule minutely --disable")), 0);
    isDueSince("state/espalier/jobs/sync-nightly.json", 600);
    const Answer due = run(QStringLiteral("run-due --json"));
    COMPARE_CODE(due, 0);
    QVERIFY(due.json()[QStringLiteral("runs")].toArray().isEmpty() && !has("vm/1"));
    COMPARE_CODE(run(QStringLiteral("sync job enable nightly")), 0);
    QVERIFY(run(QStringLiteral("run-due --json")).json()[QStringLiteral("runs")].toArray().isEmpty()); // it counts from now on
}

void TestSyncJobs::prunesWhatIsDue()
{
    const auto make = [this](const QString &id, const QString &budget) {
        return run(QStringLiteral("prune job create %1 %2 --schedule minutely --keep-last 1 --zone UTC %3").arg(id, path("src"), budget));
    };
    COMPARE_CODE(make(QStringLiteral("unapproved"), {}), 0);
    isDueSince("state/espalier/jobs/prune-unapproved.json", 600);
    COMPARE_CODE(run(QStringLiteral("run-due")), 3);
    QVERIFY(std::filesystem::exists(m_pair->path + "/src/vm/1/2025-01-01T00:00:00Z"));
    COMPARE_CODE(run(QStringLiteral("prune job remove unapproved")), 0);
    QVERIFY(text("state/espalier/jobs/prune-unapproved.json").isEmpty());
    COMPARE_CODE(make(QStringLiteral("approved"), QStringLiteral("--max-removed 1")), 0);
    isDueSince("state/espalier/jobs/prune-approved.json", 600);
    const Answer due = run(QStringLiteral("run-due --json"));
    COMPARE_CODE(due, 0);
    QCOMPARE(due.json()[QStringLiteral("runs")].toArray().first().toObject()[QStringLiteral("removed")].toInt(), 1);
    QVERIFY(!std::filesystem::exists(m_pair->path + "/src/vm/1/2025-01-01T00:00:00Z"));
    QVERIFY(std::filesystem::exists(m_pair->path + "/src/vm/1/2025-01-02T00:00:00Z"));
    COMPARE_CODE(run(QStringLiteral("prune job run approved --yes")), 0); // nothing is left to do, and that is told, too
    const QJsonObject shown = run(QStringLiteral("prune job show approved --own --json")).json();
    QVERIFY(shown[QStringLiteral("last-run")].toObject()[QStringLiteral("due")].isNull());
    QCOMPARE(shown[QStringLiteral("last-run")].toObject()[QStringLiteral("result")].toString(), QStringLiteral("ok"));
}

void TestSyncJobs::removes()
{
    COMPARE_CODE(create({}), 0);
    COMPARE_CODE(run(QStringLiteral("sync job run nightly --yes")), 0);
    COMPARE_CODE(run(QStringLiteral("sync job remove nightly")), 0);
    QVERIFY(text("config/espalier/sync.cfg").isEmpty() && text("state/espalier/jobs/sync-nightly.json").isEmpty());
    COMPARE_CODE(run(QStringLiteral("sync job remove nightly")), 2);
    QVERIFY(has("vm/1"));
}

void TestSyncJobs::timerWithoutSystemd()
{
    const Answer refused = run(QStringLiteral("timer install"));
    COMPARE_CODE(refused, 2);
    QVERIFY2(refused.err.contains("* * * * * ") && refused.err.contains("espalierctl run-due"), refused.all().constData());
    QVERIFY(!QFile::exists(path("config/systemd")));
    const Answer shown = run(QStringLiteral("timer install --dry-run"));
    QVERIFY2(shown.out.contains("ExecStart=\"") && shown.out.contains("OnCalendar="), shown.all().constData());
    QVERIFY(!run(QStringLiteral("timer status --json")).json()[QStringLiteral("installed")].toBool());
    COMPARE_CODE(run(QStringLiteral("timer remove")), 0);
}

QTEST_GUILESS_MAIN(TestSyncJobs)

#include "tst_syncjobs.moc"
