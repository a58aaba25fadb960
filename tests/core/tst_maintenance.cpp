// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/maintenancekeeper.h"

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "support/faultyfilesystem.h"

#include <QTest>

using namespace espalier;

namespace {

const std::string config = "datastore: other\n\tpath /other\n\ndatastore: tank\n\tgc-schedule daily\n\tpath /tank\n";
const std::string notes = "/var/lib/espalier/maintenance";
const std::string ours = "offline,message=\"disk swap\"";

std::shared_ptr<fs::MemoryFileSystem> host(const std::string &text = config)
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories("/etc/proxmox-backup", 0700);
    files->makeFile("/etc/proxmox-backup/datastore.cfg", text, 0640);
    files->makeFile("/usr/lib/systemd/system/espalier-guardian.service", "");
    files->makeSymlink("/usr/lib/systemd/system/multi-user.target.wants/espalier-guardian.service", "../espalier-guardian.service");
    return files;
}

std::string textOf(fs::FileSystem &files)
{
    return readConfigFile(files, "/etc/proxmox-backup", ConfigFile::Datastores).value().text;
}

void setText(fs::MemoryFileSystem &files, const std::string &text)
{
    files.makeFile("/etc/proxmox-backup/datastore.cfg", text, 0640);
}

MaintenanceMode mode()
{
    return {MaintenanceMode::Type::Offline, "disk swap"};
}

std::string withMode(const std::string &value)
{
    std::string text = config;
    text.insert(text.find("\tpath /tank"), "\tmaintenance-mode " + value + "\n");
    return text;
}

MaintenanceKeeper keeper(std::shared_ptr<fs::FileSystem> files, bool guardianLives = true)
{
    return {std::move(files), "/", fs::runProgram, [guardianLives](std::int64_t, std::uint64_t) { return guardianLives; }};
}

/// Whether no note is left behind.
bool isForgotten(fs::MemoryFileSystem &files)
{
    const auto directory = files.open(notes);
    return !directory || !(*directory)->find("tank.json").value();
}

} // namespace

class TestMaintenance : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void sameValues();
    void setsAndRestores();
    void restoresWhatWasThere();
    void noteComesFirst();
    void refusals_data();
    void refusals();
    void leavesOthersValuesAlone_data();
    void leavesOthersValuesAlone();
    void otherEntriesMayChange();
    void onlyOneAtATime();
    void leftovers();
    void faults();
    void damagedNotes();
    void bootCheck();
    void asRootBelowTheRealRoot();
};

void TestMaintenance::values_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("plain") << "disk swap" << true;
    QTest::newRow("64 characters of two bytes") << QString(64, QChar(0xe4)) << true;
    QTest::newRow("65 characters") << QString(65, u'a') << false;
    QTest::newRow("none") << "" << false;
    QTest::newRow("quote") << "a\"b" << false;
    QTest::newRow("backslash") << "a\\b" << false;
    QTest::newRow("line break") << "a\nmaintenance-mode x" << false;
    QTest::newRow("percent sign") << "50 %" << false;
    QTest::newRow("comma") << "a, b" << false;
}

void TestMaintenance::values()
{
    QFETCH(const QString, message);
    QFETCH(const bool, isAllowed);
    const auto value = maintenanceValue({MaintenanceMode::Type::ReadOnly, message.toStdString()});
    QCOMPARE(value.has_value(), isAllowed);
    if (value)
        QCOMPARE(*value, "read-only,message=\"" + message.toStdString() + "\"");
    else
        QVERIFY(value.error().id == MessageId::MaintenanceMessageRefused);
}

void TestMaintenance::sameValues()
{
    QVERIFY(isSameMaintenance(ours, "type=offline,message=\"disk swap\""));
    QVERIFY(isSameMaintenance(ours, "message=disk swap,type=offline"));
    QVERIFY(!isSameMaintenance(ours, "offline"));
    QVERIFY(!isSameMaintenance(ours, std::nullopt));
    QVERIFY(isSameMaintenance(std::nullopt, std::nullopt));
    QCOMPARE(maintenanceTypeIn(ours), std::string("offline"));
    QCOMPARE(maintenanceTypeIn("\"\""), std::string("?"));
    QCOMPARE(maintenanceTypeIn(std::nullopt), std::string());
}

void TestMaintenance::setsAndRestores()
{
    const auto files = host();
    QVERIFY(keeper(files).begin("tank", mode()));
    QCOMPARE(textOf(*files), withMode(ours));
    const auto held = keeper(files).held("tank");
    QVERIFY(held && held->isGuarded && !held->former);
    QCOMPARE(held->ours, ours);
    QVERIFY(!keeper(files).held("other"));
    QVERIFY(keeper(files).end("tank") == MaintenanceEnd::Restored);
    QCOMPARE(textOf(*files), config);
    QVERIFY(isForgotten(*files));
    QVERIFY(keeper(files).end("tank") == MaintenanceEnd::Gone);
}

void TestMaintenance::restoresWhatWasThere()
{
    const std::string before = withMode("read-only,message=\"audit, until friday\"");
    const auto files = host(before);
    QVERIFY(keeper(files).begin("tank", mode()));
    QCOMPARE(textOf(*files), withMode(ours));
    QVERIFY(keeper(files).end("tank") == MaintenanceEnd::Restored);
    QCOMPARE(textOf(*files), before);
}

/// At no moment is a mode set without its note.
void TestMaintenance::noteComesFirst()
{
    const auto files = host();
    bool isWatched = false;
    const auto watching = std::make_shared<test::FaultyFileSystem>(files, test::Fault(), [&](int, std::string_view) {
        isWatched = true;
        QVERIFY(textOf(*files) == config || !isForgotten(*files));
    });
    QVERIFY(keeper(watching).begin("tank", mode()));
    QVERIFY(keeper(watching).end("tank") == MaintenanceEnd::Restored);
    QVERIFY(isWatched);
    const Done unknown = keeper(files).begin("missing", mode());
    QVERIFY(!unknown && unknown.error().id == MessageId::ConfigEntryMissing);
}

void TestMaintenance::refusals_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("id");
    QTest::newRow("deleted") << "delete" << int(MessageId::MaintenanceRefused);
    QTest::newRow("unmounted") << "type=unmount" << int(MessageId::MaintenanceRefused);
    QTest::newRow("refreshed") << "s3-refresh" << int(MessageId::MaintenanceRefused);
    QTest::newRow("not decodable") << "offline,offline" << int(MessageId::MaintenanceRefused);
    QTest::newRow("the same mode") << "offline" << int(MessageId::MaintenanceSame);
}

void TestMaintenance::refusals()
{
    QFETCH(const QString, value);
    QFETCH(const int, id);
    const std::string before = withMode(value.toStdString());
    const auto files = host(before);
    const Done begun = keeper(files).begin("tank", mode());
    QVERIFY(!begun);
    QCOMPARE(int(begun.error().id), id);
    QCOMPARE(textOf(*files), before);
    QVERIFY(isForgotten(*files));
}

void TestMaintenance::leavesOthersValuesAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("another mode") << QString::fromStdString(withMode("read-only"));
    QTest::newRow("another message") << QString::fromStdString(withMode("offline,message=\"mine\""));
    QTest::newRow("being deleted") << QString::fromStdString(withMode("delete"));
    QTest::newRow("ended by hand") << QString::fromStdString(config);
    QTest::newRow("datastore removed") << "datastore: other\n\tpath /other\n";
}

void TestMaintenance::leavesOthersValuesAlone()
{
    QFETCH(const QString, text);
    const auto files = host();
    QVERIFY(keeper(files).begin("tank", mode()));
    setText(*files, text.toStdString());
    QVERIFY(keeper(files).end("tank") == MaintenanceEnd::Changed);
    QCOMPARE(textOf(*files), text.toStdString());
    QVERIFY(isForgotten(*files));
}

void TestMaintenance::otherEntriesMayChange()
{
    const auto files = host();
    QVERIFY(keeper(files).begin("tank", mode()));
    const std::string added = "\ndatastore: new\n\tpath /new\n";
    std::string rewritten = withMode("type=offline,message=\"disk swap\"") + added; // as another release may write it
    setText(*files, rewritten);
    QVERIFY(keeper(files).end("tank") == MaintenanceEnd::Restored);
    QCOMPARE(textOf(*files), config + added);
}

void TestMaintenance::onlyOneAtATime()
{
    const auto files = host();
    QVERIFY(keeper(files).begin("tank", mode()));
    const Done second = keeper(files).begin("tank", {MaintenanceMode::Type::ReadOnly, "me too"});
    QVERIFY(!second && second.error().id == MessageId::MaintenanceHeld);
    QCOMPARE(textOf(*files), withMode(ours));
    QVERIFY(keeper(files).begin("other", mode()));
    QVERIFY(keeper(files).endOwn("tank") == MaintenanceEnd::Restored);
    QVERIFY(keeper(files).held("other"));
}

void TestMaintenance::leftovers()
{
    const auto files = host();
    QVERIFY(keeper(files).endLeftovers().empty());
    QVERIFY(keeper(files).begin("tank", mode()));
    QVERIFY(keeper(files).begin("other", mode()));
    QVERIFY(keeper(files).endLeftovers().empty()); // their guardian lives
    QVERIFY(keeper(files).endLeftover("tank") == MaintenanceEnd::Gone);
    const MaintenanceKeeper afterKill = keeper(files, false);
    QVERIFY(!afterKill.held("tank")->isGuarded);
    const auto ends = afterKill.endLeftovers();
    QCOMPARE(ends.size(), std::size_t(2));
    for (const auto &[store, end] : ends)
        QVERIFY(end == MaintenanceEnd::Restored);
    QCOMPARE(textOf(*files), config);
    QVERIFY(afterKill.endLeftovers().empty());
}

/// Whatever call fails: either nothing is set, or a note tells how to get back; and once nothing fails any more, that works.
void TestMaintenance::faults()
{
    for (const auto how : {test::Fault::How::Instead, test::Fault::How::After}) {
        for (int failing = 1;; ++failing) {
            const auto files = host();
            const auto faulty = std::make_shared<test::FaultyFileSystem>(files, test::Fault{.at = failing, .how = how});
            const Done begun = keeper(faulty).begin("tank", mode());
            const bool isSet = textOf(*files) != config;
            QVERIFY2(!isSet || !isForgotten(*files), qPrintable(QString::number(failing)));
            const auto end = keeper(files).end("tank");
            QVERIFY(end.has_value());
            QCOMPARE(textOf(*files), config);
            QVERIFY(isForgotten(*files));
            if (!faulty->happened()) {
                QVERIFY(begun && isSet);
                break;
            }
        }
    }
}

void TestMaintenance::damagedNotes()
{
    const auto files = host(withMode(ours));
    files->makeDirectories(notes);
    files->makeFile(notes + "/tank.json", "{");
    const auto held = keeper(files).held("tank");
    QVERIFY(held && !held->isGuarded && held->ours.empty());
    const auto end = keeper(files).end("tank");
    QVERIFY(!end && end.error().id == MessageId::MaintenanceNoteDamaged);
    const Done begun = keeper(files).begin("tank", mode());
    QVERIFY(!begun && begun.error().id == MessageId::MaintenanceNoteDamaged);
    QVERIFY(!keeper(files).end("../tank"));
    QVERIFY(!keeper(files).held("../tank"));
}

void TestMaintenance::bootCheck()
{
    const auto files = host();
    QVERIFY(keeper(files).hasBootCheck());
    files->makeSymlink("/etc/systemd/system/espalier-guardian.service", "/dev/null"); // masked
    QVERIFY(!keeper(files).hasBootCheck());
    const Done begun = keeper(files).begin("tank", mode());
    QVERIFY(!begun && begun.error().id == MessageId::MaintenanceNoBootCheck);
    QCOMPARE(textOf(*files), config);
    files->removeTree("/etc/systemd");
    files->removeTree("/usr/lib/systemd/system/multi-user.target.wants");
    QVERIFY(!keeper(files).hasBootCheck());
    files->makeSymlink("/etc/systemd/system/multi-user.target.wants/espalier-guardian.service", "/x");
    QVERIFY(keeper(files).hasBootCheck());
}

/// PBS's own program sets, as root; where it fails, restoring goes without it.
void TestMaintenance::asRootBelowTheRealRoot()
{
    if (fs::processUser() != 0)
        QSKIP("Only root calls PBS's own program.");
    const auto files = host();
    files->makeFile("/usr/sbin/proxmox-backup-manager", "");
    std::vector<std::vector<std::string>> commands;
    int exitCode = 0;
    const auto run = [&](const std::vector<std::string> &command, std::string_view) -> Result<fs::ProgramOutcome> {
        commands.push_back(command);
        if (exitCode == 0)
            setText(*files, commands.size() == 1 ? withMode(ours) : config);
        return fs::ProgramOutcome{exitCode, "", "no"};
    };
    const MaintenanceKeeper managed(files, "/", run);
    QVERIFY(managed.begin("tank", mode()));
    QCOMPARE(commands.front(),
             (std::vector<std::string>{"/usr/sbin/proxmox-backup-manager", "datastore", "update", "tank", "--digest",
                                       Digest::of(config).toHex(), "--maintenance-mode", ours}));
    exitCode = 1;
    QVERIFY(managed.end("tank") == MaintenanceEnd::Restored);
    QCOMPARE(commands.back().at(6), std::string("--delete"));
    QCOMPARE(textOf(*files), config);
    const Done begun = managed.begin("tank", mode());
    QVERIFY(!begun && begun.error().id == MessageId::ConfigProgramFailed);
    QVERIFY(isForgotten(*files));
}

QTEST_GUILESS_MAIN(TestMaintenance)

#include "tst_maintenance.moc"
