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

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sys/file.h>
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

/// Closes a descriptor, and so ends its lock.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags) : m_number(open(path.toUtf8().constData(), flags | O_CLOEXEC)) {}
    ~Descriptor() { release(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    void release()
    {
        if (m_number >= 0)
            close(m_number);
        m_number = -1;
    }

private:
    int m_number;
};

/// As a garbage collection of PBS holds it.
bool lockExclusively(const Descriptor &file)
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return fcntl(file.number(), F_SETLK, &lock) == 0;
}

/// Whether the process has told that it waits; what it says is added to @p said.
bool isWaiting(QProcess &process, QByteArray &said)
{
    said += process.readAllStandardError();
    return said.contains("Waiting: ");
}

/// Empty where @p answer has that code, else what to say about it.
QByteArray otherThan(int expected, const Answer &answer)
{
    return answer.code == expected ? QByteArray() : "expected " + QByteArray::number(expected) + ", got " + answer.all();
}

} // namespace

#define COMPARE_CODE(answer, expected)                                                                                                     \
    do {                                                                                                                                   \
        const QByteArray problem = otherThan(expected, answer);                                                                            \
        QVERIFY2(problem.isEmpty(), problem.constData());                                                                                  \
    } while (false)

class TestEspalierctl : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void usage_data();
    void usage();
    void helps_data();
    void helps();
    void version();

    void tree();
    void treeWithoutUtf8();
    void treeAsJson();
    void treeAsJsonLimitsOnlyWhatIsPrinted();
    void brokenPipeIsQuiet();
    void findings();
    void overlaps();
    void overlapsOfTheDemo();
    void show();
    void showsAGroupOrANamespaceOfThatName();
    void notADatastore();

    void asksBeforeItWrites();
    void movesAndUndoes();
    void severalMovesAndTheRoot();
    void refusals_data();
    void refusals();
    void foreignEntries();
    void createsNamespaces();
    void dryRunChangesNothing();
    void undoOfNothing();
    void undoLeavesNewBackups();
    void historyTellsAll();
    void maintenanceWithoutAPbs();
    void partlyDone();

    void garbageCollectionRefuses();
    void pbsRootMustBeThere();
    void waitsForGarbageCollection();
    void waitingCanBeInterrupted_data();
    void waitingCanBeInterrupted();

private:
    QStringList moveUnderPbs();
    Answer run(const QStringList &arguments) const;
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    static Answer finish(QProcess &process);
    QStringList groups() const { return m_store->groups(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SmallStore> m_store;
    QString m_dir; ///< The store's.
    QProcessEnvironment m_environment;
};

void TestEspalierctl::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_dir = m_directory->filePath(QStringLiteral("tank"));
    m_store = std::make_unique<SmallStore>(m_dir);
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.remove(QStringLiteral("LANGUAGE"));
}

std::unique_ptr<QProcess> TestEspalierctl::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    return process;
}

Answer TestEspalierctl::finish(QProcess &process)
{
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer TestEspalierctl::run(const QStringList &arguments) const
{
    return finish(*start(arguments));
}

void TestEspalierctl::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("id");

    const auto row = [](const char *name, const QString &arguments, const char *id) {
        QTest::newRow(name) << arguments.split(u' ', Qt::SkipEmptyParts) << QString::fromLatin1(id);
    };
    row("nothing", QString(), "UsageMissingArgument");
    row("unknown command", QStringLiteral("mve"), "UsageUnknownCommand");
    row("half a command", QStringLiteral("namespace"), "UsageMissingArgument");
    row("unknown second word", QStringLiteral("namespace remove"), "UsageUnknownCommand");
    row("unknown option before the command", QStringLiteral("--verbose"), "UsageUnknownOption");
    row("unknown option", QStringLiteral("tree DIR --depht 3"), "UsageUnknownOption");
    row("option of another command", QStringLiteral("tree DIR --to a"), "UsageUnknownOption");
    row("abbreviated option", QStringLiteral("tree DIR --js"), "UsageUnknownOption");
    row("no directory", QStringLiteral("tree"), "UsageMissingArgument");
    row("too much", QStringLiteral("tree DIR a"), "UsageUnexpectedArgument");
    row("no group", QStringLiteral("move DIR --to a"), "UsageMissingArgument");
    row("no target", QStringLiteral("move DIR vm/100"), "UsageMissingArgument");
    row("no value", QStringLiteral("move DIR vm/100 --to"), "UsageMissingArgument");
    row("option twice", QStringLiteral("move DIR vm/100 --to a --to b"), "UsageUnexpectedArgument");
    row("value for a switch", QStringLiteral("tree DIR --details=yes"), "UsageUnexpectedArgument");
    row("no number", QStringLiteral("tree DIR --depth x"), "UsageBadValue");
    row("negative number", QStringLiteral("tree DIR --depth -1"), "UsageBadValue");
    row("number and more", QStringLiteral("tree DIR --depth 1x"), "UsageBadValue");
    row("no group's name", QStringLiteral("move DIR vm100 --to a"), "UsageBadValue");
    row("no namespace's name", QStringLiteral("move DIR vm/100 --to a//b"), "UsageBadValue");
    row("no source's name", QStringLiteral("move DIR vm/100 --to a --from .x"), "UsageBadValue");
    row("too deep", QStringLiteral("namespace create DIR 1/2/3/4/5/6/7/8"), "UsageBadValue");
    row("unknown decision", QStringLiteral("undo DIR --new-backups maybe"), "UsageBadValue");
    row("help for what is not there", QStringLiteral("help mve"), "UsageUnknownCommand");
}

void TestEspalierctl::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, id);

    const Answer plain = run(arguments);
    COMPARE_CODE(plain, 1);
    QVERIFY2(plain.out.isEmpty() && plain.err.startsWith("espalierctl: ") && plain.err.contains("--help"), plain.all());

    if (arguments.size() > 1 && !arguments.last().startsWith(u'-')) {
        const Answer json = run(arguments + QStringList{QStringLiteral("--json")});
        COMPARE_CODE(json, 1);
        QCOMPARE(json.json()[u"error"][u"id"].toString(), id);
    }
}

void TestEspalierctl::helps_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("mentioned");
    const auto row = [](const QString &command, const QString &mentioned) {
        QTest::newRow(command.toUtf8()) << command.split(u' ') << mentioned.split(u' ');
    };
    row(QStringLiteral("tree"), QStringLiteral("--depth --snapshots --details --json"));
    row(QStringLiteral("findings"), QStringLiteral("DIR"));
    row(QStringLiteral("overlaps"), QStringLiteral("DIR --guests --json"));
    row(QStringLiteral("show"), QStringLiteral("DIR NS TYPE/ID[/TIME]"));
    row(QStringLiteral("move"), QStringLiteral("--from --to --take-foreign-entries --wait --dry-run --yes"));
    row(QStringLiteral("namespace create"), QStringLiteral("DIR NS --wait"));
    row(QStringLiteral("apply"), QStringLiteral("PLAN DIR --wait --keep-going"));
    row(QStringLiteral("group owner"), QStringLiteral("--save-plan"));
    row(QStringLiteral("undo"), QStringLiteral("RUN --new-backups take|leave --wait"));
    row(QStringLiteral("history"), QStringLiteral("--pbs-root"));
    row(QStringLiteral("demo"), QStringLiteral("--namespaces --groups --snapshots --seed"));
}

void TestEspalierctl::helps()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, mentioned);

    const Answer byOption = run(command + QStringList{QStringLiteral("--help")});
    COMPARE_CODE(byOption, 0);
    for (const QString &word : mentioned)
        QVERIFY2(byOption.out.contains(word.toUtf8()), byOption.all() + word.toUtf8());
    QCOMPARE(run(QStringList{QStringLiteral("help")} + command).out, byOption.out);
    QVERIFY(run({QStringLiteral("--help")}).out.contains("\n  " + command.join(u' ').toUtf8()));
}

void TestEspalierctl::version()
{
    const Answer answer = run({QStringLiteral("--version")});
    COMPARE_CODE(answer, 0);
    QCOMPARE(answer.out, QByteArray("espalierctl " ESPALIER_VERSION "\n"));
}

void TestEspalierctl::tree()
{
    const Answer answer = run({QStringLiteral("tree"), m_dir});
    COMPARE_CODE(answer, 0);
    const QByteArrayList lines = answer.out.split('\n');
    QVERIFY2(lines[0].startsWith("Name") && lines[0].contains("Snapshots") && lines[0].contains("Owner"), answer.all());
    QVERIFY2(lines[1].startsWith("tank "), answer.all());
    QVERIFY2(lines[2].startsWith("├─ a "), answer.all());
    QVERIFY2(lines[3].startsWith("│  ├─ vm/100 "), answer.all());
    QVERIFY2(lines[3].contains("3  2026-01-03T00:00:00Z  backup@pbs"), answer.all());
    QVERIFY2(answer.out.contains("└─ ct/5"), answer.all());
    QVERIFY2(answer.out.contains("   └─ d") || answer.out.contains("│  └─ d"), answer.all());

    const Answer sums = run({QStringLiteral("tree"), m_dir, QStringLiteral("--depth"), QStringLiteral("0")});
    COMPARE_CODE(sums, 0);
    QVERIFY2(!sums.out.contains("vm/100") && sums.out.contains("8 snapshot"), sums.all());

    const Answer snapshots = run({QStringLiteral("tree"), m_dir, QStringLiteral("--snapshots")});
    COMPARE_CODE(snapshots, 0);
    QVERIFY2(snapshots.out.contains("└─ 2026-01-03T00:00:00Z"), snapshots.all());
}

void TestEspalierctl::treeWithoutUtf8()
{
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    const Answer answer = run({QStringLiteral("tree"), m_dir});
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.out.contains("\n|- a ") && answer.out.contains("\n`- ct/5 "), answer.all());
    QVERIFY2(answer.err.isEmpty(), answer.all());
}

void TestEspalierctl::treeAsJson()
{
    const Answer answer = run({QStringLiteral("tree"), m_dir, QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json[u"path"].toString(), m_dir);
    QCOMPARE(json[u"name"].toString(), QStringLiteral("tank"));
    QCOMPARE(json[u"namespace-count"].toInt(), 4);
    QCOMPARE(json[u"group-count"].toInt(), 4);
    QCOMPARE(json[u"snapshot-count"].toInt(), 8);
    const QJsonArray namespaces = json[u"namespaces"].toArray();
    QStringList paths;
    for (const QJsonValue ns : namespaces)
        paths << ns[u"ns"].toString();
    QCOMPARE(paths, (QStringList{QString(), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("c/d")}));
    const QJsonValue group = namespaces[1][u"groups"][0];
    QCOMPARE(group[u"backup-type"].toString(), QStringLiteral("vm"));
    QCOMPARE(group[u"backup-id"].toString(), QStringLiteral("100"));
    QCOMPARE(group[u"owner"].toString(), QStringLiteral("backup@pbs"));
    QCOMPARE(group[u"last-backup"].toInteger(), 1767398400);
    QCOMPARE(group[u"snapshots"].toArray().size(), 3);
    QVERIFY(group[u"snapshots"][0][u"finished"].toBool());
}

void TestEspalierctl::treeAsJsonLimitsOnlyWhatIsPrinted()
{
    const auto json = [&](const char *depth) {
        return run({QStringLiteral("tree"), m_dir, QStringLiteral("--json"), QStringLiteral("--depth"), QString::fromLatin1(depth)}).json();
    };
    QCOMPARE(json("0")[u"namespaces"].toArray().size(), 1);
    QCOMPARE(json("0")[u"snapshot-count"].toInt(), 8);
    QVERIFY(json("0")[u"namespaces"][0][u"groups"].toArray().isEmpty());
    QCOMPARE(json("1")[u"namespaces"].toArray().size(), 4);
    QCOMPARE(json("1")[u"namespaces"][0][u"groups"].toArray().size(), 1);
    QVERIFY(!json("1")[u"namespaces"][0][u"groups"][0].toObject().contains(u"snapshots"));
    QCOMPARE(json("2")[u"namespaces"].toArray().size(), 5);
}

void TestEspalierctl::brokenPipeIsQuiet()
{
    QProcess shell;
    shell.setProcessEnvironment(m_environment);
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("{ sleep 0.1; \"$0\" tree \"$1\"; } | true"),
                 QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), m_dir});
    const Answer answer = finish(shell);
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.err.isEmpty(), answer.all());
}

void TestEspalierctl::findings()
{
    m_store->addFile(QStringLiteral("ns/a/vm/100/.directory"), "litter");
    const Answer answer = run({QStringLiteral("findings"), m_dir, QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    bool found = false;
    for (const QJsonValue finding : answer.json()[u"findings"].toArray()) {
        QVERIFY(!finding[u"meaning"].toString().isEmpty());
        if (finding[u"kind"].toString() == QStringLiteral("ForeignFile")) {
            found = true;
            QCOMPARE(finding[u"path"].toString(), QStringLiteral("ns/a/vm/100/.directory"));
            QCOMPARE(finding[u"ns"].toString(), QStringLiteral("a"));
            QCOMPARE(finding[u"group"].toString(), QStringLiteral("vm/100"));
        }
    }
    QVERIFY2(found, answer.all());
    const Answer text = run({QStringLiteral("findings"), m_dir});
    COMPARE_CODE(text, 0);
    QVERIFY2(text.out.contains("Hint: ns/a/vm/100/.directory"), text.all());
}

/// The manifests of this store are empty: nobody knows the guests' names.
void TestEspalierctl::overlaps()
{
    const Answer answer = run({QStringLiteral("overlaps"), m_dir, QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    const QJsonArray overlaps = answer.json()[u"overlaps"].toArray();
    QCOMPARE(overlaps.size(), 1);
    QCOMPARE(overlaps[0][u"backup-id"].toString(), QStringLiteral("101"));
    QCOMPARE(overlaps[0][u"owners-differ"].toBool(true), false);
    QVERIFY(overlaps[0][u"guest-names"].toArray().isEmpty());
    const QJsonArray groups = overlaps[0][u"groups"].toArray();
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0][u"ns"].toString(), QStringLiteral("a"));
    QCOMPARE(groups[1][u"ns"].toString(), QStringLiteral("b"));
    QCOMPARE(groups[1][u"snapshot-count"].toInt(), 2);
    QVERIFY(groups[1][u"first-backup"].toInteger() < groups[1][u"last-backup"].toInteger());

    const Answer text = run({QStringLiteral("overlaps"), m_dir});
    COMPARE_CODE(text, 0);
    QVERIFY2(text.out.contains("vm/101") && !text.out.contains("vm/100"), text.all());
    QVERIFY2(text.out.contains("\n1 guest id") && text.out.contains(", 0 guest id"), text.all());
}

void TestEspalierctl::overlapsOfTheDemo()
{
    const QString demo = m_directory->filePath(QStringLiteral("demo"));
    COMPARE_CODE(run({QStringLiteral("demo"), demo}), 0);
    const QString site = demo + QStringLiteral("/site-a");
    const Answer answer = run({QStringLiteral("overlaps"), site, QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    const QJsonArray overlaps = answer.json()[u"overlaps"].toArray();
    QStringList ids;
    for (const QJsonValue overlap : overlaps)
        ids << overlap[u"backup-type"].toString() + u'/' + overlap[u"backup-id"].toString();
    QCOMPARE(ids, QStringList({QStringLiteral("ct/111"), QStringLiteral("ct/200"), QStringLiteral("vm/100"), QStringLiteral("vm/110")}));
    QCOMPARE(overlaps[2][u"guest-names"].toArray(),
             QJsonArray({QStringLiteral("web-1"), QStringLiteral("billing"), QStringLiteral("billing-test"), QStringLiteral("erp"),
                         QStringLiteral("build")}));
    QVERIFY(overlaps[2][u"owners-differ"].toBool());

    // Two clusters backed up into one group by turns.
    const QString snapshot = QDir(site + QStringLiteral("/vm/101")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).constLast();
    const QString config = QStringLiteral("/qemu-server.conf.blob");
    const QString own = site + QStringLiteral("/vm/101/") + snapshot + config;
    QVERIFY(QFile::remove(own));
    const QString other = site + QStringLiteral("/vm/102");
    const QString from = QDir(other).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).constLast();
    QVERIFY(QFile::copy(other + u'/' + from + config, own));
    const Answer shallow = run({QStringLiteral("overlaps"), site});
    QVERIFY2(!shallow.out.contains("vm/101"), shallow.all());
    const Answer deep = run({QStringLiteral("overlaps"), site, QStringLiteral("--guests")});
    COMPARE_CODE(deep, 0);
    QVERIFY2(deep.out.contains("vm/101") && deep.out.contains("mail, db-1"), deep.all());
}

void TestEspalierctl::show()
{
    const auto json = [&](const QStringList &what) {
        return run(QStringList{QStringLiteral("show"), m_dir} + what + QStringList{QStringLiteral("--json")}).json();
    };
    const QJsonObject store = json({});
    QVERIFY(store[u"write-access"][u"allowed"].toBool());
    QVERIFY(!store[u"activity"][u"garbage-collection"].toBool(true));
    QCOMPARE(store[u"group-count"].toInt(), 4);
    QCOMPARE(json({QStringLiteral("c")})[u"namespaces"][0].toString(), QStringLiteral("c/d"));
    QCOMPARE(json({QStringLiteral("a"), QStringLiteral("vm/100")})[u"snapshots"].toArray().size(), 3);
    QCOMPARE(json({QStringLiteral("ct/5")})[u"ns"].toString(), QString());
    const QJsonObject snapshot = json({QStringLiteral("a"), QStringLiteral("vm/100/2026-01-02T00:00:00Z")});
    QCOMPARE(snapshot[u"time"].toString(), QStringLiteral("2026-01-02T00:00:00Z"));
    QVERIFY(snapshot[u"manifest-error"].isObject()); // an empty manifest

    COMPARE_CODE(run({QStringLiteral("show"), m_dir, QStringLiteral("x")}), 2);
    COMPARE_CODE(run({QStringLiteral("show"), m_dir, QStringLiteral("a"), QStringLiteral("vm/999")}), 2);
    COMPARE_CODE(run({QStringLiteral("show"), m_dir, QStringLiteral("a"), QStringLiteral("vm/100/2030-01-01T00:00:00Z")}), 2);
    COMPARE_CODE(run({QStringLiteral("show"), m_dir, QStringLiteral("a"), QStringLiteral("vm")}), 1);

    const Answer text = run({QStringLiteral("show"), m_dir, QStringLiteral("a"), QStringLiteral("vm/100")});
    COMPARE_CODE(text, 0);
    QVERIFY2(text.out.contains("backup@pbs") && text.out.contains("2026-01-03T00:00:00Z"), text.all());
}

void TestEspalierctl::showsAGroupOrANamespaceOfThatName()
{
    m_store->addFile(QStringLiteral("ns/vm/ns/100/host/x/owner"), "backup@pbs\n");
    const QStringList ask{QStringLiteral("show"), m_dir, QStringLiteral("vm/100"), QStringLiteral("--json")};
    QVERIFY(run(ask).json().contains(u"namespaces"));
    m_store->addFile(QStringLiteral("vm/100/owner"), "backup@pbs\n");
    QVERIFY(run(ask).json().contains(u"owner"));
    const QStringList exact{QStringLiteral("show"), m_dir, QStringLiteral("vm/100"), QString(), QStringLiteral("--json")};
    QVERIFY(run(exact).json().contains(u"namespaces"));
}

void TestEspalierctl::notADatastore()
{
    for (const char *command : {"tree", "findings", "overlaps", "show", "history", "undo"}) {
        const Answer answer
            = run({QString::fromLatin1(command), m_directory->filePath(QStringLiteral("nowhere")), QStringLiteral("--json")});
        COMPARE_CODE(answer, 2);
        QCOMPARE(answer.json()[u"error"][u"id"].toString(), QStringLiteral("StoreNotFound"));
        QCOMPARE(answer.json()[u"exit-code"].toInt(), 2);
    }
    const Answer below = run({QStringLiteral("tree"), m_directory->path()});
    COMPARE_CODE(below, 2);
    QVERIFY2(below.err.contains(m_dir.toUtf8()), below.all()); // the right one is offered
}

void TestEspalierctl::asksBeforeItWrites()
{
    const auto before = m_store->content();
    const Answer answer = run({QStringLiteral("move"), m_dir, QStringLiteral("vm/100"), QStringLiteral("--from"), QStringLiteral("a"),
                               QStringLiteral("--to"), QStringLiteral("b"), QStringLiteral("--json")});
    COMPARE_CODE(answer, 2);
    QCOMPARE(answer.json()[u"error"][u"id"].toString(), QStringLiteral("NotConfirmed"));
    QVERIFY(m_store->content() == before);
}

void TestEspalierctl::movesAndUndoes()
{
    const auto before = m_store->content();
    const Answer moved = run({QStringLiteral("move"), m_dir, QStringLiteral("vm/100"), QStringLiteral("--from"), QStringLiteral("a"),
                              QStringLiteral("--to"), QStringLiteral("c/d"), QStringLiteral("--yes")});
    COMPARE_CODE(moved, 0);
    QVERIFY2(moved.out.contains("vm/100") && moved.out.contains("espalierctl undo"), moved.all());
    QCOMPARE(groups(),
             (QStringList{QStringLiteral("ct/5"), QStringLiteral("ns/a/vm/101"), QStringLiteral("ns/b/vm/101"),
                          QStringLiteral("ns/c/ns/d/vm/100")}));

    const Answer undone = run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")});
    COMPARE_CODE(undone, 0);
    QVERIFY2(m_store->content() == before, undone.all());
}

void TestEspalierctl::severalMovesAndTheRoot()
{
    const auto before = m_store->content();
    const Answer moved = run({QStringLiteral("move"), m_dir, QStringLiteral("--yes"), QStringLiteral("--json"), QStringLiteral("--to="),
                              QStringLiteral("--from=a"), QStringLiteral("vm/100"), QStringLiteral("vm/101"), QStringLiteral("vm/100")});
    COMPARE_CODE(moved, 0);
    const QJsonObject json = moved.json();
    QCOMPARE(json[u"plan"].toArray().size(), 2);
    QCOMPARE(json[u"plan"][0][u"verdict"][u"level"].toString(), QStringLiteral("will-do"));
    QCOMPARE(json[u"plan"][0][u"snapshot-count"].toInt(), 3);
    QCOMPARE(json[u"runs"][0][u"done"].toInt(), 2);
    QCOMPARE(json[u"exit-code"].toInt(), 0);
    QVERIFY(groups().contains(QStringLiteral("vm/100")) && groups().contains(QStringLiteral("vm/101")));

    const QString runId = json[u"runs"][0][u"run"].toString();
    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, runId, QStringLiteral("--yes")}), 0);
    QVERIFY(m_store->content() == before);
    const Answer again = run({QStringLiteral("undo"), m_dir, runId, QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(again, 2);
    QCOMPARE(again.json()[u"error"][u"id"].toString(), QStringLiteral("RunAlreadyUndone"));
}

void TestEspalierctl::refusals_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *name, const char *group, const char *from, const char *to, const char *level, const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(group) << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(level) << QString::fromLatin1(reason);
    };
    row("exists there", "vm/101", "a", "b", "needs-attention", "PlanMergeNotNewer");
    row("namespace missing", "vm/100", "a", "x", "needs-attention", "PlanNamespaceMissing");
    row("same namespace", "vm/100", "a", "a", "refused", "PlanSameNamespace");
    row("missing", "vm/100", "b", "a", "refused", "PlanGroupMissing");
    row("a lock file of the root is in the way of the target's", "vm/100", "a", "ct-5", "refused", "LockNameCollides");
}

void TestEspalierctl::refusals()
{
    QFETCH(QString, group);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, level);
    QFETCH(QString, reason);

    QVERIFY(QDir().mkpath(m_store->path(QStringLiteral("ns/ct-5"))));
    const auto before = m_store->content();
    const QStringList arguments{QStringLiteral("move"), m_dir, group, QStringLiteral("--from"), from, QStringLiteral("--to"), to,
                                QStringLiteral("--yes")};
    const Answer answer = run(arguments + QStringList{QStringLiteral("--json")});
    COMPARE_CODE(answer, 2);
    QCOMPARE(answer.json()[u"plan"][0][u"verdict"][u"level"].toString(), level);
    QCOMPARE(answer.json()[u"plan"][0][u"verdict"][u"reason"][u"id"].toString(), reason);
    QVERIFY(answer.json()[u"runs"].toArray().isEmpty());
    COMPARE_CODE(run(arguments + QStringList{QStringLiteral("--dry-run")}), 2);
    QVERIFY(m_store->content() == before);
}

void TestEspalierctl::foreignEntries()
{
    m_store->addFile(QStringLiteral("ns/a/vm/100/.directory"), "litter");
    const auto before = m_store->content();
    const QStringList arguments{QStringLiteral("move"),   m_dir,
                                QStringLiteral("vm/100"), QStringLiteral("--from"),
                                QStringLiteral("a"),      QStringLiteral("--to"),
                                QStringLiteral("b"),      QStringLiteral("--yes")};
    const Answer asked = run(arguments);
    COMPARE_CODE(asked, 2);
    QVERIFY2(asked.out.contains("--take-foreign-entries"), asked.all());
    QVERIFY(m_store->content() == before);

    COMPARE_CODE(run(arguments + QStringList{QStringLiteral("--take-foreign-entries")}), 0);
    QVERIFY(m_store->content().contains(QStringLiteral("ns/b/vm/100/.directory")));
    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")}), 0);
    QVERIFY(m_store->content() == before);
}

void TestEspalierctl::createsNamespaces()
{
    const auto before = m_store->content();
    const auto create = [&](const char *ns) {
        return run({QStringLiteral("namespace"), QStringLiteral("create"), m_dir, QString::fromLatin1(ns), QStringLiteral("--yes")});
    };
    COMPARE_CODE(create("x/y"), 2);
    COMPARE_CODE(create("a"), 2);
    COMPARE_CODE(create("a/123456789012345678901234567890123"), 2);
    QVERIFY(m_store->content() == before);
    COMPARE_CODE(create("x"), 0);
    COMPARE_CODE(create("x/y"), 0);
    QVERIFY(m_store->content().contains(QStringLiteral("ns/x/ns/y")));
}

void TestEspalierctl::dryRunChangesNothing()
{
    const auto before = m_store->content();
    const QStringList move{QStringLiteral("move"), m_dir, QStringLiteral("ct/5"), QStringLiteral("--to"), QStringLiteral("a")};
    const Answer sure = run(move + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(sure, 0);
    QVERIFY(sure.json()[u"dry-run"].toBool());
    QCOMPARE(sure.json()[u"plan"].toArray().size(), 1);
    COMPARE_CODE(run(move + QStringList{QStringLiteral("--dry-run")}), 2); // as the run, which asks a question
    COMPARE_CODE(run({QStringLiteral("namespace"), QStringLiteral("create"), m_dir, QStringLiteral("x"), QStringLiteral("--dry-run"),
                      QStringLiteral("--yes")}),
                 0);
    QVERIFY(m_store->content() == before);
    QVERIFY(!QDir(m_directory->filePath(QStringLiteral("state"))).exists());

    COMPARE_CODE(run(move + QStringList{QStringLiteral("--yes")}), 0);
    const auto moved = m_store->content();
    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, QStringLiteral("--dry-run"), QStringLiteral("--yes")}), 0);
    QVERIFY(m_store->content() == moved);
}

void TestEspalierctl::undoOfNothing()
{
    const Answer nothing = run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(nothing, 2);
    QCOMPARE(nothing.json()[u"error"][u"id"].toString(), QStringLiteral("RunNothingToUndo"));
    const Answer unknown = run({QStringLiteral("undo"), m_dir, QStringLiteral("x"), QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(unknown, 2);
    QCOMPARE(unknown.json()[u"error"][u"id"].toString(), QStringLiteral("RunNotFound"));
}

void TestEspalierctl::undoLeavesNewBackups()
{
    COMPARE_CODE(
        run({QStringLiteral("move"), m_dir, QStringLiteral("ct/5"), QStringLiteral("--to"), QStringLiteral("a"), QStringLiteral("--yes")}),
        0);
    m_store->addSnapshot(QStringLiteral("ns/a/ct/5"), QStringLiteral("2026-02-01T00:00:00Z"));

    const Answer take
        = run({QStringLiteral("undo"), m_dir, QStringLiteral("--dry-run"), QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(take, 0);
    QCOMPARE(take.json()[u"plan"][0][u"snapshot-count"].toInt(), 2);
    QCOMPARE(take.json()[u"plan"][0][u"new-snapshot-count"].toInt(), 1);

    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, QStringLiteral("--new-backups"), QStringLiteral("leave"), QStringLiteral("--yes")}),
                 0);
    const auto content = m_store->content();
    QVERIFY(content.contains(QStringLiteral("ns/a/ct/5/2026-02-01T00:00:00Z")));
    QVERIFY(content.contains(QStringLiteral("ct/5/2026-01-01T00:00:00Z")));
    QVERIFY(!content.contains(QStringLiteral("ns/a/ct/5/2026-01-01T00:00:00Z")));
}

void TestEspalierctl::maintenanceWithoutAPbs()
{
    const QString maintenance = QStringLiteral("maintenance");
    const Answer shown = run({maintenance, QStringLiteral("show"), m_dir});
    COMPARE_CODE(shown, 0);
    QVERIFY2(shown.out.contains("No maintenance mode."), shown.all());
    const QJsonObject json = run({maintenance, QStringLiteral("show"), m_dir, QStringLiteral("--json")}).json();
    QVERIFY(json[u"maintenance"].isNull() && json[u"held"].isNull());
    COMPARE_CODE(run({maintenance, QStringLiteral("set"), m_dir, QStringLiteral("delete")}), 1);
    const Answer refused = run({maintenance, QStringLiteral("set"), m_dir, QStringLiteral("offline")});
    COMPARE_CODE(refused, 2);
    QVERIFY2(refused.err.contains("No PBS is to be seen"), refused.all());
    COMPARE_CODE(run({maintenance, QStringLiteral("set"), m_dir, QStringLiteral("offline"), QStringLiteral("--message"), QString()}), 2);
    const Answer cleared = run({maintenance, QStringLiteral("clear"), m_dir});
    COMPARE_CODE(cleared, 0);
    QVERIFY2(cleared.out.contains("There was no maintenance mode"), cleared.all());
}

void TestEspalierctl::historyTellsAll()
{
    COMPARE_CODE(run({QStringLiteral("history"), m_dir}), 0);
    QVERIFY(run({QStringLiteral("history"), m_dir, QStringLiteral("--json")}).json()[u"runs"].toArray().isEmpty());
    COMPARE_CODE(
        run({QStringLiteral("move"), m_dir, QStringLiteral("ct/5"), QStringLiteral("--to"), QStringLiteral("a"), QStringLiteral("--yes")}),
        0);
    COMPARE_CODE(run({QStringLiteral("undo"), m_dir, QStringLiteral("--yes")}), 0);
    const QJsonArray runs = run({QStringLiteral("history"), m_dir, QStringLiteral("--json")}).json()[u"runs"].toArray();
    QCOMPARE(runs.size(), 2);
    for (const QJsonValue one : runs) {
        const bool isUndo = !one[u"undoes"].isNull();
        QCOMPARE(one[u"undone-by"].isNull(), isUndo);
        QVERIFY(!one[u"undoable"].toBool());
        QVERIFY(QFile::exists(one[u"journal"].toString()));
        QCOMPARE(one[u"steps"][0][u"state"].toString(), QStringLiteral("done"));
    }
    const Answer text = run({QStringLiteral("history"), m_dir});
    QVERIFY2(text.out.contains("undone") && text.out.contains("undid"), text.all());
}

void TestEspalierctl::partlyDone()
{
    const Descriptor busy(m_store->path(QStringLiteral("ns/a/vm/100")), O_RDONLY | O_DIRECTORY);
    QCOMPARE(flock(busy.number(), LOCK_EX | LOCK_NB), 0); // as PBS before 3.3.5 locks a group

    const Answer answer = run({QStringLiteral("move"), m_dir, QStringLiteral("vm/100"), QStringLiteral("--from"), QStringLiteral("a"),
                               QStringLiteral("--to"), QStringLiteral("b"), QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(answer, 2); // the only step: nothing was changed
    QCOMPARE(answer.json()[u"error"][u"id"].toString(), QStringLiteral("GroupBusy"));

    const Answer partly = run({QStringLiteral("move"), m_dir, QStringLiteral("vm/101"), QStringLiteral("vm/100"), QStringLiteral("--from"),
                               QStringLiteral("a"), QStringLiteral("--to"), QStringLiteral("c/d"), QStringLiteral("--yes")});
    COMPARE_CODE(partly, 3);
    QVERIFY2(partly.out.contains("vm/101 from a to c/d: done") && partly.out.contains("vm/100 from a to c/d: failed"), partly.all());
    QVERIFY2(partly.out.contains("espalierctl undo"), partly.all());
    QVERIFY(groups().contains(QStringLiteral("ns/a/vm/100")) && groups().contains(QStringLiteral("ns/c/ns/d/vm/101")));
}

void TestEspalierctl::garbageCollectionRefuses()
{
    const auto before = m_store->content();
    const Descriptor collector(m_store->path(QStringLiteral(".lock")), O_RDWR);
    QVERIFY(lockExclusively(collector));
    for (const bool dry : {false, true}) {
        QStringList arguments{
            QStringLiteral("move"),  m_dir, QStringLiteral("ct/5"), QStringLiteral("--to"), QStringLiteral("a"), QStringLiteral("--yes"),
            QStringLiteral("--json")};
        if (dry)
            arguments << QStringLiteral("--dry-run");
        const Answer answer = run(arguments);
        COMPARE_CODE(answer, 2);
        QVERIFY2(answer.json()[u"runs"].toArray().isEmpty(), answer.all());
    }
    QVERIFY(m_store->content() == before);
}

void TestEspalierctl::pbsRootMustBeThere()
{
    const QString nowhere = m_directory->filePath(QStringLiteral("nowhere"));
    const Answer answer = run({QStringLiteral("tree"), m_dir, QStringLiteral("--pbs-root"), nowhere});
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.err.contains(nowhere.toUtf8()), answer.all());
}

/// Makes a PBS below pbs/ whose configuration names the store, all of it the backup user's. A move that waits; empty without root.
QStringList TestEspalierctl::moveUnderPbs()
{
    const QString prefix = m_directory->filePath(QStringLiteral("pbs"));
    for (const char *path : {"/etc/proxmox-backup", "/run/proxmox-backup/locks/tank", "/run/proxmox-backup/active-operations",
                             "/var/log/proxmox-backup/tasks", "/var/lib/proxmox-backup", "/var/lib/dpkg"})
        QDir().mkpath(prefix + QLatin1String(path));
    const auto write = [&prefix](const char *path, const QByteArray &content) {
        QFile file(prefix + QLatin1String(path));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    write("/etc/proxmox-backup/datastore.cfg", "datastore: tank\n\tpath " + m_dir.toUtf8() + "\n");
    write("/var/lib/dpkg/status", "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n");
    write("/var/log/proxmox-backup/tasks/active", {});
    QFile::setPermissions(m_directory->path(), QFileDevice::Permissions(0x7755));
    for (const QString &top : {prefix, m_dir}) {
        if (lchown(top.toUtf8().constData(), 34, 34) != 0)
            return {};
        for (const auto &entry : std::filesystem::recursive_directory_iterator(top.toStdString())) {
            if (lchown(entry.path().c_str(), 34, 34) != 0)
                return {};
        }
    }
    return {
        QStringLiteral("move"),       m_dir,  QStringLiteral("ct/5"),  QStringLiteral("--to"), QStringLiteral("a"), QStringLiteral("--yes"),
        QStringLiteral("--pbs-root"), prefix, QStringLiteral("--wait")};
}

void TestEspalierctl::waitsForGarbageCollection()
{
    QStringList move = moveUnderPbs();
    if (move.isEmpty())
        QSKIP("Only root can be the backup user of a PBS host.");
    Descriptor collector(m_store->path(QStringLiteral(".lock")), O_RDWR);
    QVERIFY(lockExclusively(collector));

    QStringList hasty = move;
    hasty.removeLast();
    const Answer refused = run(hasty);
    COMPARE_CODE(refused, 2);

    const auto process = start(move);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(*process, said), 10'000);
    QCOMPARE(process->state(), QProcess::Running);
    QVERIFY(groups().contains(QStringLiteral("ct/5")));
    collector.release();
    const Answer done = finish(*process);
    COMPARE_CODE(done, 0);
    QVERIFY(groups().contains(QStringLiteral("ns/a/ct/5")) && !groups().contains(QStringLiteral("ct/5")));
}

void TestEspalierctl::waitingCanBeInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void TestEspalierctl::waitingCanBeInterrupted()
{
    QFETCH(int, signal);
    const QStringList move = moveUnderPbs();
    if (move.isEmpty())
        QSKIP("Only root can be the backup user of a PBS host.");
    const auto before = m_store->content();
    const Descriptor collector(m_store->path(QStringLiteral(".lock")), O_RDWR);
    QVERIFY(lockExclusively(collector));
    const auto process = start(move);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(*process, said), 10'000);
    QCOMPARE(kill(pid_t(process->processId()), signal), 0);
    const Answer answer = finish(*process);
    COMPARE_CODE(answer, 2); // nothing was begun: what it waited for is the reason
    QVERIFY(m_store->content() == before);
}

QTEST_GUILESS_MAIN(TestEspalierctl)
#include "tst_espalierctl.moc"
