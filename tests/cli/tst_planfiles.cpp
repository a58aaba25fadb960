// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/fs/posix.h"
#include "core/plan/plandifference.h"
#include "smallstore.h"
#include "text/planscript.h"

#include <QDir>
#include <QFile>
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

NamespacePath ns(const char *text)
{
    return NamespacePath::fromString(text).value();
}

GroupId group(const char *text)
{
    return GroupId::fromString(text).value();
}

/// One change of every kind; each needs what the former ones do.
std::vector<Change> everyKind()
{
    return {CreateNamespace{ns("new")},
            MoveGroup{ns("a"), group("vm/100"), ns("new")},
            MoveGroup{ns("a"), group("vm/101"), ns("new")},
            MoveGroup{{}, group("ct/5"), ns("c/d")},
            ChangeNotes{ns("new"), group("vm/100"), "it's\n\"$HOME\" `x`"},
            ChangeOwner{ns("new"), group("vm/101"), AuthId::fromString("you@pbs!token").value()},
            ChangeProtection{ns("new"), group("vm/100"), SnapshotTime::fromString("2026-01-01T00:00:00Z").value(), true},
            MoveNamespace{.from = ns("c"), .to = ns("b/c"), .maxDepth = std::nullopt},
            CopyNamespaces{ns("b"), ns("copy")},
            DeleteNamespace{ns("a")}};
}

Plan planOf(const QString &directory, const std::vector<Change> &changes)
{
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(directory.toStdString(), "/").value()).value();
    return makePlan(scan(session.store().root, {}).value().tree, changes, planFileContext({}));
}

/// The plan as the window would save it.
void savePlan(const QString &path, const QString &directory, const std::vector<Change> &changes)
{
    const auto session = StoreSession::open(fs::posixFileSystem(), Place::fromString(directory.toStdString(), "/").value()).value();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(
        planFileText(planFileOf(changes, planOf(directory, changes), session.store().identity, session.name(), session.access()))));
}

} // namespace

#define COMPARE_CODE(answer, expected) QVERIFY2((answer).code == (expected), (answer).all().constData())

class TestPlanFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void savesAndApplies();
    void savingChangesNothing();
    void savingDoesNotOverwrite();
    void savesWhatNeedsAttention();
    void appliesEveryKind();
    void refusesADifference_data();
    void refusesADifference();
    void refusesAnotherStore();
    void refusesWhatIsNoPlan();
    void scriptDoesTheSame();

private:
    Answer run(const QString &program, const QStringList &arguments) const;
    Answer run(const QStringList &arguments) const { return run(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments); }
    Answer saveMove(const QStringList &more = {}) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
    QString m_dir;  ///< The store's.
    QString m_plan; ///< Of a plan file.
};

void TestPlanFiles::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_dir = m_directory->filePath(QStringLiteral("tank"));
    m_plan = m_directory->filePath(QStringLiteral("plan.json"));
    m_store = std::make_unique<SmallStore>(m_dir);
}

Answer TestPlanFiles::run(const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
    environment.insert(QStringLiteral("PATH"), QStringLiteral(ESPALIER_BINARY_DIR "/bin:") + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Saves the plan of moving two groups.
Answer TestPlanFiles::saveMove(const QStringList &more) const
{
    return run(QStringList{QStringLiteral("move"), m_dir, QStringLiteral("vm/100"), QStringLiteral("vm/101"), QStringLiteral("--from=a"),
                           QStringLiteral("--to=c/d"), QStringLiteral("--save-plan"), m_plan}
               + more);
}

void TestPlanFiles::savesAndApplies()
{
    COMPARE_CODE(saveMove(), 0);
    const Answer dry = run({QStringLiteral("apply"), m_plan, QStringLiteral("--dry-run"), QStringLiteral("--yes")});
    COMPARE_CODE(dry, 0);
    QVERIFY(m_store->groups().contains(QStringLiteral("ns/a/vm/100")));

    const Answer applied = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(applied, 0);
    QCOMPARE(applied.json()[u"runs"][0][u"done"].toInt(), 2);
    QCOMPARE(applied.json()[u"differences"].toArray().size(), 0);
    QVERIFY(m_store->groups().contains(QStringLiteral("ns/c/ns/d/vm/100")));
    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")}), 0);
    QVERIFY(m_store->groups().contains(QStringLiteral("ns/a/vm/100")));
}

void TestPlanFiles::savingChangesNothing()
{
    const auto before = m_store->content();
    const Answer saved = saveMove();
    COMPARE_CODE(saved, 0);
    QVERIFY2(saved.out.contains(m_plan.toUtf8()), saved.all());
    QVERIFY(m_store->content() == before);
}

void TestPlanFiles::savingDoesNotOverwrite()
{
    QFile file(m_plan);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const Answer refused = saveMove({QStringLiteral("--json")});
    COMPARE_CODE(refused, 2);
    QCOMPARE(refused.json()[u"error"][u"id"].toString(), QStringLiteral("NotConfirmed"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    file.close();
    COMPARE_CODE(saveMove({QStringLiteral("--yes")}), 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("espalier-plan"));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files).size(), 1);
}

void TestPlanFiles::savesWhatNeedsAttention()
{
    const Answer saved = run({QStringLiteral("move"), m_dir, QStringLiteral("vm/101"), QStringLiteral("--from=a"), QStringLiteral("--to=b"),
                              QStringLiteral("--save-plan"), m_plan});
    COMPARE_CODE(saved, 2);
    QVERIFY(QFile::exists(m_plan));
    const Answer applied = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(applied, 2);
    QCOMPARE(applied.json()[u"error"][u"id"].toString(), QStringLiteral("RunNotPossible"));
}

void TestPlanFiles::appliesEveryKind()
{
    savePlan(m_plan, m_dir, everyKind());
    const Answer applied = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes")});
    COMPARE_CODE(applied, 0);
    QCOMPARE(m_store->groups(),
             (QStringList{QStringLiteral("ns/b/ns/c/ns/d/ct/5"), QStringLiteral("ns/b/vm/101"), QStringLiteral("ns/new/vm/100"),
                          QStringLiteral("ns/new/vm/101")}));
}

void TestPlanFiles::refusesADifference_data()
{
    QTest::addColumn<QString>("file"); // that is there now
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QByteArray>("sentence");

    QTest::newRow("a backup came") << QStringLiteral("ns/a/vm/100/2026-02-01T00:00:00Z/index.json.blob") << QStringLiteral("snapshots")
                                   << QByteArray("the plan says 3.");
    QTest::newRow("the name is taken") << QStringLiteral("ns/c/ns/d/vm/100/owner") << QStringLiteral("verdict")
                                       << QByteArray("the plan says \"will do\", now it is \"needs attention\"");
}

void TestPlanFiles::refusesADifference()
{
    QFETCH(QString, file);
    QFETCH(QString, difference);
    QFETCH(QByteArray, sentence);
    COMPARE_CODE(saveMove(), 0);
    m_store->addFile(file, "backup@pbs\n");
    const auto before = m_store->content();

    const Answer applied = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes"), QStringLiteral("--keep-going")});
    COMPARE_CODE(applied, 2);
    QVERIFY2(applied.out.contains(sentence) && applied.err.contains(sentence), applied.all());
    const QJsonObject json = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes"), QStringLiteral("--json")}).json();
    QCOMPARE(json[u"error"][u"id"].toString(), QStringLiteral("PlanFileDiffers"));
    QCOMPARE(json[u"exit-code"].toInt(), 2);
    QCOMPARE(json[u"differences"].toArray().size(), 1);
    QCOMPARE(json[u"differences"][0][u"difference"].toString(), difference);
    QCOMPARE(json[u"differences"][0][u"step"][u"backup-id"].toString(), QStringLiteral("100"));
    QVERIFY(m_store->content() == before);
}

void TestPlanFiles::refusesAnotherStore()
{
    COMPARE_CODE(saveMove(), 0);
    const SmallStore other(m_directory->filePath(QStringLiteral("other")));
    const Answer applied = run({QStringLiteral("apply"), m_plan, other.path(), QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(applied, 2);
    QCOMPARE(applied.json()[u"error"][u"id"].toString(), QStringLiteral("PlanFileOtherStore"));

    QVERIFY(QDir(m_directory->path()).rename(QStringLiteral("tank"), QStringLiteral("moved")));
    COMPARE_CODE(run({QStringLiteral("apply"), m_plan, m_directory->filePath(QStringLiteral("moved")), QStringLiteral("--yes")}), 0);
}

void TestPlanFiles::refusesWhatIsNoPlan()
{
    QFile file(m_plan);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    const Answer damaged = run({QStringLiteral("apply"), m_plan, QStringLiteral("--json")});
    COMPARE_CODE(damaged, 2);
    QCOMPARE(damaged.json()[u"error"][u"id"].toString(), QStringLiteral("PlanFileDamaged"));
    const Answer missing = run({QStringLiteral("apply"), m_plan + u'x', QStringLiteral("--json")});
    COMPARE_CODE(missing, 2);
    QCOMPARE(missing.json()[u"error"][u"id"].toString(), QStringLiteral("FileNotFound"));
}

void TestPlanFiles::scriptDoesTheSame()
{
    const SmallStore other(m_directory->filePath(QStringLiteral("o'ther \"$HOME\" tank")));
    const std::string script
        = text::planScript(planOf(other.path(), everyKind()), ScriptFlavour::Espalierctl, "other", other.path().toStdString());
    const QString path = m_directory->filePath(QStringLiteral("plan.sh"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(script));
    file.close();
    savePlan(m_plan, m_dir, everyKind());

    const Answer byScript = run(QStringLiteral("sh"), {path, QStringLiteral("--yes")});
    COMPARE_CODE(byScript, 0);
    const Answer byPlan = run({QStringLiteral("apply"), m_plan, QStringLiteral("--yes")});
    COMPARE_CODE(byPlan, 0);
    QVERIFY2(other.content() == m_store->content(), byScript.all() + script.c_str());
}

QTEST_GUILESS_MAIN(TestPlanFiles)
#include "tst_planfiles.moc"
