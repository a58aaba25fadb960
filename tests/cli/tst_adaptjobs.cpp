// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <unistd.h>

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

const QByteArray pruneJobs = "prune: p-1\n  ns   a\n\tkeep-last 3\n\tschedule daily\n\tstore tank\n";
const QByteArray syncJobs
    = "sync: s\n\tns a\n\tremote r\n\tremote-store copy\n\tremove-vanished true\n\tstore tank\n\tsync-direction push\n";
const QByteArray accessRules = "acl:1:/datastore/tank/a:u@pbs:DatastoreReader\n";

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

/// Jobs and access rules of a PBS that go along, from the command line.
class TestAdaptJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void offersCommands();
    void showsTheDifference();
    void changesAndUndoes();
    void undoTellsWhatItLeaves();
    void plansAreCompared();
    void elsewhereNothingHappens();
    void pruneJobsAreSwitched();
    void pruneJobsRun();

private:
    Answer run(const QStringList &arguments) const;
    Answer rename(const QStringList &more) const;
    void write(const QString &file, const QByteArray &content) const;
    QByteArray read(const QString &file) const;
    bool isUntouched() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
    QString m_dir;
};

void TestAdaptJobs::init()
{
    if (::geteuid() != 0)
        QSKIP("Only root can give a datastore to PBS's user.");
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::setPermissions(m_directory->path(), QFile::permissions(m_directory->path()) | QFile::ExeOther | QFile::ReadOther));
    m_dir = m_directory->filePath(QStringLiteral("tank"));
    m_store = std::make_unique<SmallStore>(m_dir);
    for (const char *path : {"etc/proxmox-backup", "run/proxmox-backup/locks/tank", "run/proxmox-backup/active-operations",
                             "var/log/proxmox-backup/tasks", "var/lib/proxmox-backup", "var/lib/dpkg"})
        QVERIFY(QDir(m_directory->path()).mkpath(QStringLiteral("pbs/") + QLatin1String(path)));
    write(QStringLiteral("var/lib/dpkg/status"), "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n");
    write(QStringLiteral("var/log/proxmox-backup/tasks/active"), {});
    write(QStringLiteral("etc/proxmox-backup/datastore.cfg"), "datastore: tank\n\tpath " + m_dir.toUtf8() + "\n");
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), pruneJobs);
    write(QStringLiteral("etc/proxmox-backup/sync.cfg"), syncJobs);
    write(QStringLiteral("etc/proxmox-backup/acl.cfg"), accessRules);
    QDirIterator all(m_directory->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext())
        QVERIFY(::lchown(QFile::encodeName(all.next()).constData(), 34, 34) == 0);
}

void TestAdaptJobs::write(const QString &file, const QByteArray &content) const
{
    QFile target(m_directory->filePath(QStringLiteral("pbs/") + file));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(content);
}

QByteArray TestAdaptJobs::read(const QString &file) const
{
    QFile source(m_directory->filePath(QStringLiteral("pbs/etc/proxmox-backup/") + file));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

bool TestAdaptJobs::isUntouched() const
{
    return read(QStringLiteral("prune.cfg")) == pruneJobs && read(QStringLiteral("sync.cfg")) == syncJobs
        && read(QStringLiteral("acl.cfg")) == accessRules && QDir(m_dir + QStringLiteral("/ns/a/vm/100")).exists();
}

Answer TestAdaptJobs::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"),
                  arguments + QStringList{QStringLiteral("--pbs-root"), m_directory->filePath(QStringLiteral("pbs"))});
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer TestAdaptJobs::rename(const QStringList &more) const
{
    return run(QStringList{QStringLiteral("namespace"), QStringLiteral("rename"), m_dir, QStringLiteral("a"), QStringLiteral("new")}
               + more);
}

void TestAdaptJobs::offersCommands()
{
    const Answer answer = rename({QStringLiteral("--dry-run")});
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("proxmox-backup-manager prune-job update p-1 --ns new"), answer.all().constData());
    QVERIFY(isUntouched());
}

void TestAdaptJobs::showsTheDifference()
{
    const Answer answer = rename({QStringLiteral("--dry-run"), QStringLiteral("--adapt-jobs")});
    COMPARE_CODE(answer, 0);
    for (const char *line : {"--- prune.cfg", "-  ns   a", "+\tns new", "+acl:1:/datastore/tank/new:u@pbs:DatastoreReader"})
        QVERIFY2(answer.out.contains(line), answer.all().constData());
    QVERIFY2(!answer.out.contains("proxmox-backup-manager"), answer.all().constData());
    QVERIFY(isUntouched());
    const QJsonObject config = rename({QStringLiteral("--dry-run"), QStringLiteral("--adapt-jobs"), QStringLiteral("--json")})
                                   .json()
                                   .value(QLatin1String("config"))
                                   .toObject();
    QCOMPARE(config.value(QLatin1String("files")).toArray().size(), 3);
    QCOMPARE(config.value(QLatin1String("pauses")).toArray().size(), 1);
    QCOMPARE(config.value(QLatin1String("edits")).toArray().size(), 3);
}

void TestAdaptJobs::changesAndUndoes()
{
    const auto content = m_store->content();
    const Answer answer = rename({QStringLiteral("--adapt-jobs"), QStringLiteral("--yes")});
    COMPARE_CODE(answer, 0);
    QCOMPARE(read(QStringLiteral("prune.cfg")), QByteArray(pruneJobs).replace("  ns   a\n", "\tns new\n"));
    QCOMPARE(read(QStringLiteral("sync.cfg")), QByteArray(syncJobs).replace("ns a\n", "ns new\n"));
    QVERIFY(QDir(m_dir + QStringLiteral("/ns/new/vm/100")).exists());
    const Answer undone = run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")});
    COMPARE_CODE(undone, 0);
    QVERIFY(isUntouched());
    QVERIFY(m_store->content() == content);
}

void TestAdaptJobs::undoTellsWhatItLeaves()
{
    COMPARE_CODE(rename({QStringLiteral("--adapt-jobs"), QStringLiteral("--yes")}), 0);
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), "prune: p-1\n\tns b\n\tschedule daily\n\tstore tank\n");
    const Answer undone = run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")});
    COMPARE_CODE(undone, 0);
    QVERIFY2(undone.out.contains("proxmox-backup-manager prune-job update p-1 --ns a"), undone.all().constData());
    QVERIFY(read(QStringLiteral("prune.cfg")).contains("ns b"));
    QCOMPARE(read(QStringLiteral("sync.cfg")), syncJobs);
}

void TestAdaptJobs::plansAreCompared()
{
    const QString plan = m_directory->filePath(QStringLiteral("plan.json"));
    COMPARE_CODE(rename({QStringLiteral("--adapt-jobs"), QStringLiteral("--save-plan"), plan}), 0);
    QVERIFY(isUntouched());
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), "prune: p-1\n\tns b\n\tschedule daily\n\tstore tank\n");
    const Answer refused = run({QStringLiteral("apply"), plan, QStringLiteral("--yes")});
    COMPARE_CODE(refused, 2);
    QVERIFY2(refused.err.contains("prune.cfg"), refused.all().constData());
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), pruneJobs);
    QVERIFY(isUntouched());
    COMPARE_CODE(run({QStringLiteral("apply"), plan, QStringLiteral("--yes")}), 0);
    QVERIFY(read(QStringLiteral("prune.cfg")).contains("ns new\n"));
}

/// A datastore of no PBS has no jobs.
void TestAdaptJobs::elsewhereNothingHappens()
{
    write(QStringLiteral("etc/proxmox-backup/datastore.cfg"), {});
    const Answer answer = rename({QStringLiteral("--adapt-jobs"), QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QCOMPARE(answer.json().value(QLatin1String("config")).toObject().value(QLatin1String("files")).toArray().size(), 0);
    QVERIFY(isUntouched());
}

void TestAdaptJobs::pruneJobsAreSwitched()
{
    const QStringList disable{QStringLiteral("prune"), QStringLiteral("job"), QStringLiteral("disable"), QStringLiteral("p-1")};
    QStringList enable = disable;
    enable[2] = QStringLiteral("enable");
    COMPARE_CODE(run(disable + QStringList{QStringLiteral("--dry-run")}), 0);
    QVERIFY(isUntouched());
    const Answer disabled = run(disable);
    COMPARE_CODE(disabled, 0);
    QVERIFY2(disabled.out.contains("+\tdisable true"), disabled.all().constData());
    QVERIFY(read(QStringLiteral("prune.cfg")).contains("\tdisable true\n"));
    QVERIFY(run(disable).out.contains("already"));
    const Answer enabled = run(enable);
    COMPARE_CODE(enabled, 0);
    QVERIFY2(enabled.out.contains("prune preview"), enabled.all().constData());
    QVERIFY(isUntouched());
    QStringList unknown = disable;
    unknown[3] = QStringLiteral("nightly");
    COMPARE_CODE(run(unknown), 2);
}

/// The job names its datastore, of which the PBS says where it is.
void TestAdaptJobs::pruneJobsRun()
{
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), "prune: nightly\n\tkeep-last 1\n\tns a\n\tschedule daily\n\tstore tank\n");
    const QStringList words{QStringLiteral("prune"), QStringLiteral("job"), QStringLiteral("run"), QStringLiteral("nightly")};
    const auto content = m_store->content();
    COMPARE_CODE(run(words + QStringList{QStringLiteral("--dry-run")}), 0);
    QVERIFY(m_store->content() == content);
    COMPARE_CODE(run(words + QStringList{QStringLiteral("--yes"), QStringLiteral("--max-removed"), QStringLiteral("2")}), 2);
    QVERIFY(m_store->content() == content);
    COMPARE_CODE(run(words + QStringList{QStringLiteral("--yes"), QStringLiteral("--max-removed"), QStringLiteral("3")}), 0);
    for (const char *kept : {"ct/5/2026-01-01T00:00:00Z", "ns/a/vm/100/2026-01-03T00:00:00Z", "ns/b/vm/101/2026-01-01T00:00:00Z"})
        QVERIFY2(QDir(m_dir).exists(QLatin1String(kept)), kept);
    QVERIFY(!QDir(m_dir).exists(QStringLiteral("ns/a/vm/100/2026-01-02T00:00:00Z")));
    write(QStringLiteral("etc/proxmox-backup/prune.cfg"), "prune: nightly\n\tkeep-last 1\n\tschedule daily\n\tstore other\n");
    COMPARE_CODE(run(words), 2);
}

QTEST_GUILESS_MAIN(TestAdaptJobs)

#include "tst_adaptjobs.moc"
