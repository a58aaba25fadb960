// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configfile.h"

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/childprocess.h"
#include "support/faultyfilesystem.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

using namespace espalier;
using namespace std::chrono_literals;

namespace {

const std::string directory = "/etc/proxmox-backup";
const std::string before = "sync: j\n\tns a\n\tstore x\n";
const std::string after = "sync: j\n\tns c\n\tstore x\n";

/// A configuration that belongs to who runs the tests.
std::shared_ptr<fs::MemoryFileSystem> host()
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories(directory, 0700);
    files->makeFile(directory + "/sync.cfg", before, 0640);
    return files;
}

Done write(fs::FileSystem &files, const std::string &former = before, const std::string &text = after)
{
    return writeConfigFile(files, directory, ConfigFile::SyncJobs, Digest::of(former), text, 0ms);
}

std::string textOf(fs::FileSystem &files)
{
    return readConfigFile(files, directory, ConfigFile::SyncJobs).value().text;
}

std::vector<std::string> namesIn(fs::FileSystem &files)
{
    std::vector<std::string> names;
    const auto entries = files.open(directory).value()->entries().value();
    for (const fs::Entry &entry : entries)
        names.push_back(entry.name);
    std::ranges::sort(names);
    return names;
}

} // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT

private slots:
    void reading();
    void writing();
    void aNewFile();
    void unchanged();
    void changedMeanwhile();
    void refused();
    void links();
    void waitsForTheLock();
    void withFaults();
    void killedAnywhere();
    void keepsOwnerAndMode();
};

void TestConfigFile::reading()
{
    const auto files = host();
    const auto text = readConfigFile(*files, directory, ConfigFile::SyncJobs);
    QCOMPARE(text->text, before);
    QCOMPARE(text->digest, Digest::of(before));
    const auto missing = readConfigFile(*files, directory, ConfigFile::PruneJobs);
    QCOMPARE(missing->text, std::string());
    QCOMPARE(missing->digest.toHex(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QVERIFY(!readConfigFile(*files, "/nowhere", ConfigFile::PruneJobs));
}

void TestConfigFile::writing()
{
    const auto files = host();
    QVERIFY(write(*files));
    QCOMPARE(textOf(*files), after);
    QCOMPARE(files->open(directory).value()->find("sync.cfg").value()->mode, 0640U);
    QCOMPARE(namesIn(*files), (std::vector<std::string>{".sync.lck", "sync.cfg"}));
    QCOMPARE(files->open(directory).value()->find(".sync.lck").value()->mode, 0660U);
    QVERIFY(files->open(directory).value()->lockFile(".sync.lck", fs::Access::Exclusive)); // let go again
}

void TestConfigFile::aNewFile()
{
    const auto files = host();
    QVERIFY(writeConfigFile(*files, directory, ConfigFile::AccessRules, Digest::of(""), "acl:1:/:u@pbs:Audit\n", 0ms));
    const auto made = files->open(directory).value()->find("acl.cfg").value();
    QVERIFY(made);
    QCOMPARE(made->mode, 0640U);
}

void TestConfigFile::unchanged()
{
    const auto files = host();
    const auto inode = files->open(directory).value()->find("sync.cfg").value()->inode;
    QVERIFY(write(*files, before, before));
    QCOMPARE(files->open(directory).value()->find("sync.cfg").value()->inode, inode);
}

void TestConfigFile::changedMeanwhile()
{
    const auto files = host();
    const Done done = write(*files, before + "\n");
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigChanged);
    QCOMPARE(textOf(*files), before);
}

void TestConfigFile::refused()
{
    const auto files = host();
    QCOMPARE(write(*files, before, "# no\n").error().id, MessageId::ConfigDamaged);
    QCOMPARE(textOf(*files), before);
    QCOMPARE(namesIn(*files), std::vector<std::string>{"sync.cfg"});
}

void TestConfigFile::links()
{
    const auto files = host();
    files->removeTree(directory + "/sync.cfg");
    files->makeFile("/etc/passwd", before);
    files->makeSymlink(directory + "/sync.cfg", "/etc/passwd");
    QVERIFY(!write(*files));
    files->removeTree(directory + "/sync.cfg");
    files->makeFile(directory + "/sync.cfg", before);
    files->removeTree(directory + "/.sync.lck");
    files->makeSymlink(directory + "/.sync.lck", "/etc/passwd");
    QVERIFY(!write(*files));
    QCOMPARE(textOf(*files), before);
}

void TestConfigFile::waitsForTheLock()
{
    const auto files = host();
    auto held = files->asProcess(2)->open(directory).value()->lockFile(".sync.lck", fs::Access::Exclusive);
    QVERIFY(held);
    const Done done = write(*files);
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigLocked);
    QCOMPARE(textOf(*files), before);
    test::FaultyFileSystem watched(files, {}, [&held](int, std::string_view call) {
        if (call == "lockFile")
            held->reset(); // at our first attempt
    });
    QVERIFY(writeConfigFile(watched, directory, ConfigFile::SyncJobs, Digest::of(before), after, 1min));
    QCOMPARE(textOf(*files), after);
}

/// Whatever fails, the file is the former or the new one, nothing lies beside it and the lock is free.
void TestConfigFile::withFaults()
{
    int calls = 1;
    for (const auto how : {test::Fault::How::Instead, test::Fault::How::After}) {
        for (const int code : {EIO, ENOSPC, EACCES}) {
            for (int at = 1; at <= calls; ++at) {
                const auto files = host();
                test::FaultyFileSystem faulty(files, {.at = at, .systemError = code, .how = how});
                const Done done = write(faulty);
                calls = std::max(calls, faulty.calls() + (faulty.happened() ? 1 : 0));
                const std::string text = textOf(*files);
                QVERIFY2(text == before || text == after, qPrintable(QString::number(at)));
                QVERIFY(!done || text == after);
                QVERIFY(files->asProcess(2)->open(directory).value()->lockFile(".sync.lck", fs::Access::Exclusive));
                QCOMPARE(namesIn(*files), (std::vector<std::string>{".sync.lck", "sync.cfg"}));
                QVERIFY(text == after || write(*files));
            }
        }
    }
    QVERIFY(calls > 5);
}

/// The process ends before each call; what it was about to write may lie there and is gone with the next attempt.
void TestConfigFile::killedAnywhere()
{
    for (int at = 1; at < 8; ++at) {
        const QTemporaryDir place;
        const std::string path = place.path().toStdString();
        std::ofstream(path + "/sync.cfg") << before;
        test::ChildProcess::answer([&] {
            test::FaultyFileSystem files(fs::posixFileSystem(), {}, [at](int call, std::string_view) {
                if (call == at)
                    ::_exit(1);
            });
            return writeConfigFile(files, path, ConfigFile::SyncJobs, Digest::of(before), after, 0ms).has_value();
        });
        std::ofstream(path + "/sync.cfg" + std::string(fs::replacementSuffix)) << "sync: ha"; // as a kill inside of a call leaves it
        const auto present = readConfigFile(*fs::posixFileSystem(), path, ConfigFile::SyncJobs);
        QVERIFY(present->text == before || present->text == after);
        QVERIFY(writeConfigFile(*fs::posixFileSystem(), path, ConfigFile::SyncJobs, present->digest, after + "\tz y\n", 0ms));
        QVERIFY(!std::ifstream(path + "/sync.cfg" + std::string(fs::replacementSuffix)));
    }
}

void TestConfigFile::keepsOwnerAndMode()
{
    if (::geteuid() != 0)
        QSKIP("Only root can give files away.");
    const QTemporaryDir place;
    const std::string path = place.path().toStdString();
    const auto owned = [&path](const char *name) {
        struct stat status{};
        return ::lstat((path + "/" + name).c_str(), &status) == 0 ? std::tuple(status.st_uid, status.st_gid, status.st_mode & 07777)
                                                                  : std::tuple(uid_t(-1), gid_t(-1), mode_t(0));
    };
    QVERIFY(::chown(path.c_str(), 34, 34) == 0 && ::chmod(path.c_str(), 0700) == 0);
    std::ofstream(path + "/sync.cfg") << before;
    QVERIFY(::chown((path + "/sync.cfg").c_str(), 0, 34) == 0 && ::chmod((path + "/sync.cfg").c_str(), 0600) == 0);
    QVERIFY(writeConfigFile(*fs::posixFileSystem(), path, ConfigFile::SyncJobs, Digest::of(before), after, 0ms));
    QCOMPARE(owned("sync.cfg"), std::tuple(uid_t(0), gid_t(34), mode_t(0600)));
    QCOMPARE(owned(".sync.lck"), std::tuple(uid_t(34), gid_t(34), mode_t(0660)));
    QVERIFY(writeConfigFile(*fs::posixFileSystem(), path, ConfigFile::PruneJobs, Digest::of(""), "prune: j\n", 0ms));
    QCOMPARE(owned("prune.cfg"), std::tuple(uid_t(0), gid_t(34), mode_t(0640)));
}

QTEST_GUILESS_MAIN(TestConfigFile)

#include "tst_configfile.moc"
