// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configwriter.h"

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/pbs/configjson.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <unistd.h>

using namespace espalier;
using nlohmann::json;

namespace {

const std::string before = "sync: j\n    ns  a\n\tstore x\n";

ConfigEntry toC()
{
    return JobState{JobKind::Sync, "j", {{"ns", "c"}}};
}

std::shared_ptr<fs::MemoryFileSystem> host(const std::string &prefix = "")
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories(prefix + "/etc/proxmox-backup", 0700);
    files->makeFile(prefix + "/etc/proxmox-backup/sync.cfg", before, 0640);
    return files;
}

/// Remembers what it was to run, and answers always the same.
struct Recorder
{
    fs::ProgramOutcome outcome{};
    std::vector<CommandLine> commands{};
    std::vector<std::string> inputs{};

    fs::ProgramRunner runner()
    {
        return [this](const CommandLine &command, std::string_view input) -> Result<fs::ProgramOutcome> {
            commands.push_back(command);
            inputs.emplace_back(input);
            return outcome;
        };
    }
};

std::string textOf(const std::shared_ptr<fs::MemoryFileSystem> &files, const std::string &prefix = "")
{
    return readConfigFile(*files, prefix + "/etc/proxmox-backup", ConfigFile::SyncJobs).value().text;
}

bool isRoot()
{
    return fs::processUser() == 0;
}

json requestFor(const ConfigEntry &entry)
{
    return {{"espalier-config-request", 1}, {"entry", configEntryToJson(entry)}, {"before", Digest::of(before).toHex()}};
}

} // namespace

class TestConfigWriter : public QObject
{
    Q_OBJECT

private slots:
    void replacesTheFile();
    void bringsBackTheBytes();
    void changedMeanwhile();
    void prefersTheManager();
    void notBelowAnotherRoot();
    void theManagersWords();
    void asksTheHelper();
    void offersTheCommand();
    void answers();
    void refusesRequests_data();
    void refusesRequests();
    void entriesAsJson();
    void programs();
};

void TestConfigWriter::replacesTheFile()
{
    const auto files = host();
    Recorder recorder;
    const ConfigWriter writer(files, "/", recorder.runner());
    QVERIFY(writer.way(ConfigFile::SyncJobs) == ConfigWriter::Way::File);
    QVERIFY(writer.write({toC(), Digest::of(before)}));
    QCOMPARE(textOf(files), std::string("sync: j\n\tns c\n\tstore x\n"));
    QVERIFY(recorder.commands.empty());
}

void TestConfigWriter::bringsBackTheBytes()
{
    const auto files = host();
    const ConfigWriter writer(files, "/");
    QVERIFY(writer.write({toC(), Digest::of(before)}));
    const Digest changed = Digest::of(textOf(files));
    const ConfigEntry back = JobState{JobKind::Sync, "j", {{"ns", "a"}}};
    const auto copy = host();
    QVERIFY(ConfigWriter(copy, "/").write({toC(), Digest::of(before)}));
    QVERIFY(writer.write({back, changed, before}));
    QCOMPARE(textOf(files), before);
    QVERIFY(ConfigWriter(copy, "/").write({back, changed, before + "\nsync: another\n\tstore x\n"})); // says more than was asked for
    QCOMPARE(textOf(copy), std::string("sync: j\n\tns a\n\tstore x\n"));
}

void TestConfigWriter::changedMeanwhile()
{
    const auto files = host();
    const Done done = ConfigWriter(files, "/").write({toC(), Digest::of("")});
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigChanged);
    QCOMPARE(textOf(files), before);
}

void TestConfigWriter::prefersTheManager()
{
    if (!isRoot())
        QSKIP("Only root calls PBS's program.");
    const auto files = host();
    files->makeFile("/usr/sbin/proxmox-backup-manager", "", 0755);
    files->makeFile("/usr/bin/proxmox-tape", "", 0755);
    files->makeFile("/etc/proxmox-backup/tape-job.cfg", "backup: t\n\tns a\n", 0640);
    Recorder recorder;
    const ConfigWriter writer(files, "/", recorder.runner());
    QVERIFY(writer.way(ConfigFile::SyncJobs) == ConfigWriter::Way::Manager);
    QVERIFY(writer.write({toC(), Digest::of(before)}));
    QVERIFY(writer.write({JobState{JobKind::Tape, "t", {{"ns", "c"}}}, Digest::of("backup: t\n\tns a\n")}));
    QCOMPARE(
        recorder.commands.at(0),
        (CommandLine{"/usr/sbin/proxmox-backup-manager", "sync-job", "update", "j", "--ns", "c", "--digest", Digest::of(before).toHex()}));
    QCOMPARE(recorder.commands.at(1).front(), std::string("/usr/bin/proxmox-tape"));
    QCOMPARE(textOf(files), before);
    QCOMPARE(writer.write({toC(), Digest::of("")}).error().id, MessageId::ConfigChanged);
    QCOMPARE(recorder.commands.size(), std::size_t(2));
}

void TestConfigWriter::notBelowAnotherRoot()
{
    const auto files = host("/mnt/rescue");
    files->makeFile("/usr/sbin/proxmox-backup-manager", "", 0755);
    Recorder recorder;
    const ConfigWriter writer(files, "/mnt/rescue", recorder.runner());
    QVERIFY(writer.write({toC(), Digest::of(before)}));
    QVERIFY(textOf(files, "/mnt/rescue") != before);
    QVERIFY(recorder.commands.empty());
}

void TestConfigWriter::theManagersWords()
{
    if (!isRoot())
        QSKIP("Only root calls PBS's program.");
    const auto files = host();
    files->makeFile("/usr/sbin/proxmox-backup-manager", "", 0755);
    Recorder recorder{.outcome = {255, "", "Error: no such job\n"}};
    const Done done = ConfigWriter(files, "/", recorder.runner()).write({toC(), Digest::of(before)});
    QVERIFY(!done);
    QCOMPARE(done.error().args, (std::vector<std::string>{"proxmox-backup-manager", "sync.cfg", "Error: no such job"}));
}

/// As another user than the files'.
void TestConfigWriter::asksTheHelper()
{
    const auto files = host();
    files->makeFile(std::string(ESPALIER_HELPER_DIRECTORY) + "/espalier-config-helper", "", 0755);
    files->changeOwner("/etc/proxmox-backup/sync.cfg", fs::processUser() + 1, 34);
    std::unique_ptr<fs::ActingAs> acting;
    if (isRoot())
        acting = fs::ActingAs::user(34, 34).value();
    Recorder recorder{.outcome = {0, R"({"espalier-config-answer":1,"error":null})", ""}};
    const ConfigWriter writer(files, "/", recorder.runner());
    QVERIFY(writer.way(ConfigFile::SyncJobs) == ConfigWriter::Way::Helper);
    QVERIFY(writer.write({toC(), Digest::of(before), before}));
    QCOMPARE(recorder.commands.size(), std::size_t(1)); // sudo did it
    QCOMPARE(recorder.commands.at(0).size(), std::size_t(3));
    json request = requestFor(toC());
    request["exact"] = before;
    QCOMPARE(json::parse(recorder.inputs.at(0)), request);

    recorder.outcome.output = R"({"espalier-config-answer":1,"error":{"id":"ConfigChanged","kind":1,"args":["sync.cfg"],"errno":0}})";
    QCOMPARE(writer.write({toC(), Digest::of(before)}).error().id, MessageId::ConfigChanged);

    recorder.outcome = {1, "", "sudo: a password is required"};
    const Done done = writer.write({toC(), Digest::of(before)});
    QCOMPARE(recorder.commands.back().front(), std::string("/usr/bin/pkexec"));
    QCOMPARE(done.error().id, MessageId::ConfigNeedsRoot);
}

void TestConfigWriter::offersTheCommand()
{
    const auto files = host();
    files->changeOwner("/etc/proxmox-backup/sync.cfg", fs::processUser() + 1, 34);
    std::unique_ptr<fs::ActingAs> acting;
    if (isRoot())
        acting = fs::ActingAs::user(34, 34).value();
    const Done done = ConfigWriter(files, "/").write({toC(), Digest::of(before)});
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigNeedsRoot);
    QCOMPARE(done.error().args.at(1), std::string("proxmox-backup-manager sync-job update j --ns c"));
}

void TestConfigWriter::answers()
{
    const auto files = host();
    const ConfigWriter writer(files, "/");
    const json answer = json::parse(answerConfigRequest(requestFor(toC()).dump(), writer));
    QCOMPARE(answer, json({{"espalier-config-answer", 1}, {"error", nullptr}}));
    QVERIFY(textOf(files) != before);
    const json again = json::parse(answerConfigRequest(requestFor(toC()).dump(), writer));
    QCOMPARE(again["error"]["id"], json("ConfigChanged"));
}

void TestConfigWriter::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char *name, const json &request) { QTest::newRow(name) << QByteArray::fromStdString(request.dump()); };
    const auto job = [](const json &id, const json &key, const json &value) {
        json request = requestFor(toC());
        request["entry"] = {{"job", "sync"}, {"id", id}, {"values", json::array({{{"key", key}, {"value", value}}})}};
        return request;
    };
    const auto rule = [](const json &path, const json &user, const json &role) {
        json request = requestFor(toC());
        request["entry"] = {{"acl", path}, {"auth-id", user}, {"role", role}, {"propagate", true}};
        return request;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    row("a list", json::array());
    row("another version", {{"espalier-config-request", 2}});
    row("only a head", {{"espalier-config-request", 1}});
    row("a path as id", job("../j", "ns", "c"));
    row("an option as id", job("--help", "ns", "c"));
    row("a key of its own", job("j", "owner", "root@pam"));
    row("an option as key", job("j", "output-format", "json"));
    row("no namespace", job("j", "ns", "a\n\tstore y"));
    row("an option as value", job("j", "ns", "--verbose"));
    row("no depth", job("j", "max-depth", "many"));
    row("no truth", job("j", "remove-vanished", "perhaps"));
    row("a number as value", job("j", "ns", 5));
    row("a rule elsewhere", rule("/access", "u@pbs", "Admin"));
    row("a rule with two roles", rule("/datastore/x", "u@pbs", "Admin,Audit"));
    row("a rule for nobody", rule("/datastore/x", "u", "Admin"));
    row("a rule with a line break", rule("/datastore/x\nacl:1:/:u@pbs:Admin", "u@pbs", "Audit"));
    json digest = requestFor(toC());
    digest["before"] = "0";
    row("no digest", digest);
}

void TestConfigWriter::refusesRequests()
{
    QFETCH(QByteArray, request);
    const auto files = host();
    const json answer = json::parse(answerConfigRequest(request.toStdString(), ConfigWriter(files, "/")));
    QVERIFY(answer["error"].is_object());
    QCOMPARE(textOf(files), before);
    QVERIFY(!files->open("/etc/proxmox-backup").value()->find("acl.cfg").value());
}

void TestConfigWriter::entriesAsJson()
{
    for (const ConfigEntry &entry : std::vector<ConfigEntry>{
             toC(), JobState{JobKind::Tape, "t", {{"ns", std::nullopt}, {"max-depth", "3"}, {"remove-vanished", std::nullopt}}},
             AclState{"/datastore/x/a", AuthId::fromString("u@pbs!t").value(), "Audit", false},
             AclState{"/datastore/x/a", AuthId::fromString("u@pbs").value(), "Audit", std::nullopt}})
        QVERIFY(configEntryFromJson(configEntryToJson(entry)) == entry);
}

void TestConfigWriter::programs()
{
    const auto echoed = fs::runProgram({"/bin/sh", "-c", "cat; echo \"$1\" >&2; exit 3", "sh", "a b; c"}, "some text");
    QVERIFY(echoed);
    QCOMPARE(echoed->exitCode, 3);
    QCOMPARE(echoed->output, std::string("some text"));
    QCOMPARE(echoed->errors, std::string("a b; c\n"));
    QVERIFY(!fs::runProgram({"/nowhere/at-all"}, ""));
    const auto helper = fs::runProgram({ESPALIER_BINARY_DIR "/bin/espalier-config-helper", "--pbs-root=/tmp"}, "");
    QVERIFY(helper);
    QCOMPARE(helper->exitCode, 1);
    QVERIFY(helper->output.empty());
    const auto bad = fs::runProgram({ESPALIER_BINARY_DIR "/bin/espalier-config-helper"}, "{}");
    QVERIFY(bad);
    QCOMPARE(bad->exitCode, ::geteuid() == 0 ? 0 : 1);
    QCOMPARE(bad->output.contains("ConfigRequestBad"), ::geteuid() == 0);
}

QTEST_GUILESS_MAIN(TestConfigWriter)

#include "tst_configwriter.moc"
