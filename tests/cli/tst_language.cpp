// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using espalier::test::SmallStore;

/// In which language the command line speaks.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void follows_data();
    void follows();
    void plurals_data();
    void plurals();
    void documents_data();
    void documents();

private:
    QByteArray run(const QStringList &arguments, const QByteArrayList &variables) const;

    const QTemporaryDir m_directory;
    const SmallStore m_store{m_directory.filePath(QStringLiteral("tank"))};
};

/// What espalierctl prints, with only @p variables ("LANG=de_DE.UTF-8") telling it about languages.
QByteArray TestLanguage::run(const QStringList &arguments, const QByteArrayList &variables) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QStringLiteral("LC_")) || name == QStringLiteral("LANG") || name == QStringLiteral("LANGUAGE"))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory.filePath(QStringLiteral("state")));
    for (const QByteArray &variable : variables) {
        const qsizetype equals = variable.indexOf('=');
        environment.insert(QString::fromUtf8(variable.first(equals)), QString::fromUtf8(variable.sliced(equals + 1)));
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ESPALIER_BINARY_DIR "/bin/espalierctl"), arguments);
    process.waitForFinished(60000);
    return process.readAll();
}

void TestLanguage::follows_data()
{
    QTest::addColumn<QByteArrayList>("variables");
    QTest::addColumn<QByteArray>("said");

    const auto row = [](const char *name, const QByteArrayList &variables, bool isGerman) {
        QTest::newRow(name) << variables
                            << QByteArray(isGerman ? "\nNichts wurde ge\u00e4ndert" : "\nNothing was changed: this was a dry run.");
    };
    row("nothing", {}, false);
    row("C", {"LC_ALL=C"}, false);
    row("C in UTF-8", {"LC_ALL=C.UTF-8"}, false);
    row("American", {"LANG=en_US.UTF-8"}, false);
    row("one without a catalogue", {"LANG=fr_FR.UTF-8"}, false);
    row("German", {"LANG=de_DE.UTF-8"}, true);
    row("Austrian", {"LANG=de_AT.UTF-8"}, true);
    row("messages in German", {"LANG=en_US.UTF-8", "LC_MESSAGES=de_DE.UTF-8"}, true);
    row("all in English", {"LANG=de_DE.UTF-8", "LC_ALL=C.UTF-8"}, false);
    row("German rather than English", {"LANG=en_US.UTF-8", "LANGUAGE=de:en"}, true);
    row("English rather than German", {"LANG=de_DE.UTF-8", "LANGUAGE=en"}, false);
}

void TestLanguage::follows()
{
    QFETCH(const QByteArrayList, variables);
    QFETCH(const QByteArray, said);
    const QByteArray printed
        = run({QStringLiteral("namespace"), QStringLiteral("create"), m_store.path(), QStringLiteral("new"), QStringLiteral("--dry-run")},
              variables);
    QVERIFY2(printed.contains(said), printed);
}

void TestLanguage::plurals_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("several");
    QTest::newRow("C") << QByteArray("LC_ALL=C.UTF-8") << QByteArray("(1 snapshot)") << QByteArray("(3 snapshots)");
    QTest::newRow("American") << QByteArray("LANG=en_US.UTF-8") << QByteArray("(1 snapshot)") << QByteArray("(3 snapshots)");
    QTest::newRow("German") << QByteArray("LANG=de_DE.UTF-8") << QByteArray("(1 Snapshot)") << QByteArray("(3 Snapshots)");
}

void TestLanguage::plurals()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, several);
    const auto move = [&](const char *group, const char *from) {
        return run({QStringLiteral("move"), m_store.path(), QString::fromLatin1(group), QStringLiteral("--from"), QString::fromLatin1(from),
                    QStringLiteral("--to"), QStringLiteral("c"), QStringLiteral("--dry-run")},
                   {variable});
    };
    QVERIFY2(move("ct/5", "").contains(one), move("ct/5", ""));
    QVERIFY2(move("vm/100", "a").contains(several), move("vm/100", "a"));
}

void TestLanguage::documents_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row
        = [this](const char *name, const QString &arguments) { QTest::newRow(name) << arguments.arg(m_store.path()).split(u' '); };
    row("plan", QStringLiteral("move %1 vm/100 --from a --to nowhere --dry-run --json"));
    row("wrong usage", QStringLiteral("move %1 --json"));
    row("unknown command", QStringLiteral("mve %1 --json"));
    row("sums", QStringLiteral("show %1 a vm/100 --json"));
}

void TestLanguage::documents()
{
    QFETCH(const QStringList, arguments);
    const QByteArray english = run(arguments, {"LC_ALL=C.UTF-8"});
    QVERIFY2(english.startsWith('{') && !english.contains("(s)"), english);
    QCOMPARE(run(arguments, {"LANG=de_DE.UTF-8"}), english);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
