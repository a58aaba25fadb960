// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/jobrun/duetimer.h"

#include <QTest>

using namespace espalier;

namespace {

const std::string units = "/home/me/.config/systemd/user";

/// A systemd that notes what it is told.
struct FakeSystemd
{
    std::vector<std::string> told{}; ///< What follows "--user".
    std::string refuses{};           ///< The word it fails at.

    fs::ProgramRunner runner()
    {
        return [this](const std::vector<std::string> &command, std::string_view) -> Result<fs::ProgramOutcome> {
            const auto user = std::ranges::find(command, "--user");
            std::string words;
            for (auto word = user; word != command.end() && ++word != command.end();)
                words += (words.empty() ? "" : " ") + *word;
            told.push_back(words);
            const bool isRefused = !refuses.empty() && words.starts_with(refuses);
            return fs::ProgramOutcome{isRefused ? 1 : 0, {}, isRefused ? "No bus here.\nMore." : ""};
        };
    }
};

} // namespace

/// The units that have systemd run due jobs.
class TestDueTimer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void installs();
    void withoutSystemd();
    void refused();
    void removes();
    void odd_data();
    void odd();

private:
    DueTimer timer(const std::string &program = "/usr/bin/espalierctl")
    {
        return {m_files, "/home/me/.config", program, m_systemd.runner()};
    }
    std::string text(const char *name) const
    {
        const auto open = m_files->open(units);
        return open ? (*open)->readFile(name, 4096).value_or("") : std::string();
    }

    std::shared_ptr<fs::MemoryFileSystem> m_files;
    FakeSystemd m_systemd;
};

void TestDueTimer::init()
{
    m_files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    m_files->makeDirectories("/home/me/.config", 0700);
    m_systemd = {};
}

void TestDueTimer::installs()
{
    QVERIFY(timer().install());
    QVERIFY(text(DueTimer::serviceName).contains("\nExecStart=\"/usr/bin/espalierctl\" run-due\n"));
    QVERIFY(text(DueTimer::timerName).contains("\nOnCalendar=*-*-* *:*:00\n"));
    QCOMPARE(m_systemd.told, (std::vector<std::string>{"show-environment", "daemon-reload", "enable --now espalier-due.timer"}));
    const DueTimer::State state = timer().state();
    QVERIFY(state.isInstalled && state.isActive);
    QCOMPARE(state.program, std::string("/usr/bin/espalierctl"));
}

void TestDueTimer::withoutSystemd()
{
    m_systemd.refuses = "show-environment";
    const Done done = timer("/opt/my tools/espalierctl").install();
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::TimerUnavailable);
    QCOMPARE(done.error().args, (std::vector<std::string>{"No bus here.", "* * * * * '/opt/my tools/espalierctl' run-due"}));
    QVERIFY(!m_files->open(units));
    QVERIFY(!timer().state().isInstalled);
}

void TestDueTimer::refused()
{
    m_systemd.refuses = "enable";
    const Done done = timer().install();
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::TimerFailed);
    QCOMPARE(done.error().args.front(), std::string("systemctl --user enable --now espalier-due.timer"));
}

void TestDueTimer::removes()
{
    QVERIFY(timer().remove());
    QVERIFY(m_systemd.told.empty());
    QVERIFY(timer().install());
    m_systemd.told.clear();
    QVERIFY(timer().remove());
    QVERIFY(std::ranges::contains(m_systemd.told, "disable --now espalier-due.timer"));
    QVERIFY(text(DueTimer::serviceName).empty() && text(DueTimer::timerName).empty());
    QVERIFY(!timer().state().isInstalled);
}

void TestDueTimer::odd_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("cron");

    QTest::newRow("blank") << QByteArray("/a b/c") << QByteArray("\"/a b/c\"") << QByteArray("'/a b/c'");
    QTest::newRow("percent") << QByteArray("/a%n/c") << QByteArray("\"/a%%n/c\"") << QByteArray("\\%");
    QTest::newRow("dollar") << QByteArray("/a$b/c") << QByteArray("\"/a$$b/c\"") << QByteArray("'/a$b/c'");
    QTest::newRow("quotes") << QByteArray("/a\"b\\c") << QByteArray("\"/a\\\"b\\\\c\"") << QByteArray("'/a\"b\\c'");
}

/// What the unit starts is what was meant, whatever is in its name.
void TestDueTimer::odd()
{
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, cron);
    DueTimer odd = timer(program.toStdString());
    QVERIFY(odd.install());
    QVERIFY2(text(DueTimer::serviceName).contains("ExecStart=" + word.toStdString() + " run-due\n"), text(DueTimer::serviceName).c_str());
    QCOMPARE(odd.state().program, program.toStdString());
    QVERIFY2(odd.cronLine().contains(cron.toStdString()), odd.cronLine().c_str());
}

QTEST_GUILESS_MAIN(TestDueTimer)

#include "tst_duetimer.moc"
