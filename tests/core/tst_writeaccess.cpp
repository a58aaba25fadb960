// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/writeaccess.h"
#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

using namespace espalier;

namespace {

constexpr const char *storePath = "/ds/alpha";
constexpr const char *config = "/etc/proxmox-backup/datastore.cfg";
constexpr const char *runDirectory = "/run/proxmox-backup";
constexpr const char *installed = "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n";

/// A file system of which some directories cannot be opened.
class GuardedFileSystem : public fs::FileSystem
{
public:
    std::shared_ptr<fs::MemoryFileSystem> files = fs::MemoryFileSystem::create();
    std::map<std::string, Error::Kind, std::less<>> failures;

    Result<std::shared_ptr<fs::Directory>> open(std::string_view path) override
    {
        if (const auto failure = failures.find(path); failure != failures.end())
            return fail(failure->second, MessageId::FileDenied, path);
        return files->open(path);
    }
};

/// One place and who asks for it. At first: the store alpha of a running PBS, asked for by root.
struct World
{
    GuardedFileSystem guarded;
    fs::MemoryFileSystem &files = *guarded.files;
    bool isDemo = false;
    std::uint32_t device = 0; ///< Of the store, where it is not that of everything else.
    std::uint32_t user = 0;
    std::uint32_t group = 0;
    std::string prefix = "/";
    std::string stateHome = "/home/me/.local/state";

    World()
    {
        test::makeStore(files, storePath);
        files.makeDirectories("/ds/beta");
        files.makeDirectories(runDirectory);
        files.makeDirectories("/var/lib/proxmox-backup");
        files.makeFile("/var/lib/dpkg/status", installed);
        configure("path /ds/alpha");
    }

    void configure(const std::string &properties) { files.makeFile(config, "datastore: alpha\n\t" + properties + "\n"); }

    void askAs(std::uint32_t asUser, std::uint32_t asGroup)
    {
        user = asUser;
        group = asGroup;
    }

    void removePbs()
    {
        files.removeTree("/etc/proxmox-backup");
        files.removeTree(runDirectory);
    }

    OpenedStore store()
    {
        OpenedStore store;
        store.root = files.open(storePath).value();
        const fs::Status status = store.root->status().value();
        store.identity = {storePath, status.device + device, status.inode, 0, 0, 0};
        store.user = status.user;
        store.group = status.group;
        store.isDemo = isDemo;
        return store;
    }

    WriteAccess decide()
    {
        const PbsHost host = readPbsHost(guarded, prefix);
        const PbsHost realHost = readPbsHost(guarded, "/");
        return decideWriteAccess(guarded, store(), host, prefix == "/" ? nullptr : &realHost, user, group, stateHome);
    }
};

using SetUp = void (*)(World &);

QString reasonOf(const WriteAccess &access)
{
    return access.reason ? QString::fromStdString(std::string(messageName(access.reason->id))) : QString();
}

/// A directory with `.chunks` and `.lock` on the real file system.
std::string makeRealStore(const QTemporaryDir &folder)
{
    const std::string path = folder.path().toStdString() + "/store";
    std::filesystem::create_directories(path + "/.chunks");
    std::ofstream(path + "/.lock").flush();
    return path;
}

OpenedStore openedReal(const std::string &path)
{
    OpenedStore store;
    store.root = fs::posixFileSystem()->open(path).value();
    const fs::Status status = store.root->status().value();
    store.identity = {path, status.device, status.inode, 0, 0, 0};
    store.user = status.user;
    store.group = status.group;
    return store;
}

WriteAccess decideReal(const std::string &path, const std::string &prefix)
{
    const auto files = fs::posixFileSystem();
    return decideWriteAccess(*files, openedReal(path), readPbsHost(*files, prefix), nullptr, fs::processUser(), fs::processGroup(),
                             "/state");
}

/// A child process that holds a lock on a file until it is destroyed.
class LockingChild
{
public:
    LockingChild(const std::string &path, short type, int command = F_SETLK)
    {
        int ready[2];
        if (::pipe(ready) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
            struct flock lock{};
            lock.l_type = type;
            lock.l_whence = SEEK_SET;
            const char answer = ::fcntl(file, command, &lock) == 0 ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1 && answer == 'y')
                ::pause();
            ::_exit(0);
        }
        ::close(ready[1]);
        char answer = 'n';
        m_hasLock = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
    }

    ~LockingChild()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

    LockingChild(const LockingChild &) = delete;
    LockingChild &operator=(const LockingChild &) = delete;

    bool hasLock() const { return m_hasLock; }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
    bool m_hasLock = false;
};

} // namespace

Q_DECLARE_METATYPE(SetUp)

class TestWriteAccess : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void tellsHowUnderPbs();
    void tellsHowWithoutPbs();
    void tellsWhatItKnowsOfARefusedPlace();
    void givesTheCommand_data();
    void givesTheCommand();
    void findsLocksOfOtherProcesses();
    void leavesItsOwnLockAlone();
    void takesNoUnreadablePbsForNone();
};

void TestWriteAccess::decides_data()
{
    QTest::addColumn<SetUp>("setUp");
    QTest::addColumn<QString>("reason"); // empty: allowed
    const auto row = [](const char *name, const char *reason, SetUp setUp) { QTest::newRow(name) << setUp << QString::fromLatin1(reason); };

    row("PBS, root", "", [](World &) {});
    row("PBS, backup", "", [](World &w) { w.askAs(34, 34); });
    row("PBS, backup whose journal has no place", "WriteNeedsUser", [](World &w) {
        w.askAs(34, 34);
        w.files.changeOwner("/var/lib/proxmox-backup", 0, 0);
    });
    row("PBS, backup whose journal is there", "", [](World &w) {
        w.askAs(34, 34);
        w.files.makeDirectories("/var/lib/proxmox-backup/espalier", 0700);
        w.files.changeOwner("/var/lib/proxmox-backup", 0, 0);
    });
    row("PBS, backup whose journal is root's", "WriteNeedsUser", [](World &w) {
        w.askAs(34, 34);
        w.files.makeDirectories("/var/lib/proxmox-backup/espalier", 0700);
        w.files.changeOwner("/var/lib/proxmox-backup/espalier", 0, 0);
    });
    row("PBS, backup, journal far from made", "WriteNeedsUser", [](World &w) {
        w.askAs(34, 34);
        w.files.removeTree("/var/lib/proxmox-backup");
        w.files.changeOwner("/var/lib", 0, 0);
    });
    row("PBS, backup, journal made in a directory for everybody", "", [](World &w) {
        w.askAs(34, 34);
        w.files.changeOwner("/var/lib/proxmox-backup", 0, 0);
        w.files.changeMode("/var/lib/proxmox-backup", 01777);
    });
    row("PBS, backup, journal made in a directory of its group", "", [](World &w) {
        w.askAs(34, 34);
        w.files.changeOwner("/var/lib/proxmox-backup", 0, 34);
        w.files.changeMode("/var/lib/proxmox-backup", 0775);
    });
    row("PBS, backup, journal not made in a directory that its group may only read", "WriteNeedsUser", [](World &w) {
        w.askAs(34, 34);
        w.files.changeOwner("/var/lib/proxmox-backup", 0, 34);
        w.files.changeMode("/var/lib/proxmox-backup", 0757);
    });
    row("PBS, root, journal not made yet", "", [](World &w) { w.files.changeOwner("/var/lib/proxmox-backup", 0, 0); });
    row("PBS, backup in another group", "WriteNeedsUser", [](World &w) { w.askAs(34, 1000); });
    row("PBS, another user", "WriteNeedsUser", [](World &w) { w.askAs(1000, 1000); });
    row("PBS, group backup alone", "WriteNeedsUser", [](World &w) { w.askAs(1000, 34); });
    row("PBS, another user who may not read its configuration", "WriteNeedsUser", [](World &w) {
        w.askAs(1000, 1000);
        w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Denied;
    });
    row("PBS, root who may not read its configuration", "WriteConfigUnreadable",
        [](World &w) { w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Denied; });
    row("PBS, another user, disk error", "WriteConfigUnreadable", [](World &w) {
        w.askAs(1000, 1000);
        w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Failed;
    });
    row("PBS, damaged configuration", "WriteConfigUnreadable", [](World &w) { w.files.makeFile(config, "# alpha\n"); });
    row("PBS, run directory cannot be opened", "WriteRunDirectoryUnreadable",
        [](World &w) { w.guarded.failures[runDirectory] = Error::Kind::Denied; });
    row("run directory alone cannot be opened", "WriteRunDirectoryUnreadable", [](World &w) {
        w.files.removeTree("/etc/proxmox-backup");
        w.guarded.failures[runDirectory] = Error::Kind::Denied;
    });
    row("PBS without a run directory", "WriteRunDirectoryMissing", [](World &w) { w.files.removeTree(runDirectory); });
    row("PBS without a configuration", "WriteNotConfigured", [](World &w) { w.files.removeTree("/etc/proxmox-backup"); });
    row("PBS without stores", "WriteNotConfigured", [](World &w) { w.files.removeTree(config); });
    row("PBS with another store", "WriteNotConfigured", [](World &w) { w.configure("path /ds/beta"); });
    row("configuration of another store, no run directory", "WriteNotConfigured", [](World &w) {
        w.configure("path /ds/beta");
        w.files.removeTree(runDirectory);
    });
    row("PBS with two names for it", "WriteStoreAmbiguous",
        [](World &w) { w.configure("path /ds/alpha\n\ndatastore: again\n\tpath /ds/alpha"); });

    row("S3 cache", "WriteS3Cache", [](World &w) { w.configure("backend type=s3,client=c,bucket=b\n\tpath /ds/alpha"); });
    row("maintenance read-only", "", [](World &w) { w.configure("maintenance-mode read-only\n\tpath /ds/alpha"); });
    row("maintenance offline", "", [](World &w) { w.configure("maintenance-mode type=offline,message=x\n\tpath /ds/alpha"); });
    row("maintenance delete", "WriteMaintenance", [](World &w) { w.configure("maintenance-mode delete\n\tpath /ds/alpha"); });
    row("maintenance unmount", "WriteMaintenance", [](World &w) { w.configure("maintenance-mode unmount\n\tpath /ds/alpha"); });
    row("maintenance s3-refresh", "WriteMaintenance", [](World &w) { w.configure("maintenance-mode s3-refresh\n\tpath /ds/alpha"); });
    row("maintenance unknown", "WriteMaintenance", [](World &w) { w.configure("maintenance-mode later\n\tpath /ds/alpha"); });
    row("removable, not mounted", "WriteStoreNotMounted", [](World &w) {
        w.files.makeDirectories("/mnt/datastore");
        w.files.makeSymlink("/mnt/datastore/alpha/data", storePath);
        w.configure("backing-device 0f\n\tpath data");
    });
    row("owner root", "WriteOwnerNotBackup", [](World &w) { w.files.changeOwner(storePath, 0, 0); });
    row("group root", "WriteOwnerNotBackup", [](World &w) { w.files.changeOwner(storePath, 34, 0); });
    row("owner of another system", "WriteOwnerNotBackup", [](World &w) {
        w.files.changeOwner(storePath, 1000, 1000);
        w.askAs(1000, 1000);
    });

    row("sshfs", "WriteForeignFileSystem", [](World &w) { w.files.setVolume({fs::Volume::Kind::Network, "fuse", false}); });
    row("unknown file system", "WriteUnknownFileSystem", [](World &w) { w.files.setVolume({fs::Volume::Kind::Unknown, "0x12", false}); });
    row("on Windows", "WriteWindowsDirectory", [](World &w) { w.files.setVolume({fs::Volume::Kind::Windows, "NTFS", false}); });
    row("read-only mount", "WriteReadOnlyMount", [](World &w) { w.files.setVolume({fs::Volume::Kind::Local, "ext4", true}); });
    row("sshfs without PBS", "WriteForeignFileSystem", [](World &w) {
        w.removePbs();
        w.files.setVolume({fs::Volume::Kind::Network, "fuse", false});
    });
    row("read-only mount without PBS, another user", "WriteReadOnlyMount", [](World &w) {
        w.removePbs();
        w.askAs(1000, 1000);
        w.files.setVolume({fs::Volume::Kind::Local, "ext4", true});
    });

    row("no PBS, root", "", [](World &w) { w.removePbs(); });
    row("no PBS, owner", "", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 1000, 1000);
        w.askAs(1000, 1000);
    });
    row("no PBS, another user", "WriteNeedsUser", [](World &w) {
        w.removePbs();
        w.askAs(1000, 1000);
    });
    row("no PBS, owner in another group", "WriteNeedsUser", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 1000, 100);
        w.askAs(1000, 1000);
    });
    row("no PBS, owned by root, asked by root", "", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 0, 0);
    });
    row("no PBS, owned by root, asked by another", "WriteNeedsUser", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 0, 0);
        w.askAs(34, 34);
    });
    row("no PBS, somebody collects garbage", "WriteLockHeld", [](World &w) {
        w.removePbs();
        w.files.setExclusiveRecordLock("/ds/alpha/.lock", 77);
    });
    row("no PBS, holder cannot be named", "WriteLockHeld", [](World &w) {
        w.removePbs();
        w.files.setExclusiveRecordLock("/ds/alpha/.lock", -1);
    });
    row("no PBS, lock cannot be asked", "FileNotRegular", [](World &w) {
        w.removePbs();
        w.files.makeSymlink("/ds/alpha/.lock", "/elsewhere");
    });
    row("no PBS, nowhere to put the journal", "JournalUnwritable", [](World &w) {
        w.removePbs();
        w.stateHome.clear();
    });
    row("PBS, somebody collects garbage", "", [](World &w) { w.files.setExclusiveRecordLock("/ds/alpha/.lock", 77); });

    row("other root without PBS, real one names it", "WriteHostPbsElsewhere", [](World &w) { w.prefix = "/other"; });
    row("other root with PBS, real one names it", "WriteHostPbsElsewhere", [](World &w) {
        w.prefix = "/other";
        w.files.makeDirectories("/other/run/proxmox-backup");
        w.files.makeFile("/other/etc/proxmox-backup/datastore.cfg", "datastore: alpha\n\tpath /ds/alpha\n");
    });
    row("other root, real one names it through a link", "WriteHostPbsElsewhere", [](World &w) {
        w.prefix = "/other";
        w.files.makeSymlink("/link", "/ds");
        w.configure("path /link/alpha");
    });
    row("other root, real one names it as removable", "WriteHostPbsElsewhere", [](World &w) {
        w.prefix = "/other";
        w.files.makeSymlink("/mnt/datastore/alpha/data", storePath);
        w.configure("backing-device 0f\n\tpath data");
    });
    row("other root, real one without a run directory names it", "WriteHostPbsElsewhere", [](World &w) {
        w.prefix = "/other";
        w.files.removeTree(runDirectory);
    });
    row("other root, real one has another store", "", [](World &w) {
        w.prefix = "/other";
        w.configure("path /ds/beta");
    });
    row("other root, real one has a store that cannot be looked at", "WriteHostPbsUnreadable", [](World &w) {
        w.prefix = "/other";
        w.configure("path /ds/beta");
        w.guarded.failures["/ds/beta"] = Error::Kind::Denied;
    });
    row("other root, real one has a store that is not there", "", [](World &w) {
        w.prefix = "/other";
        w.configure("path /ds/gamma");
    });
    row("other root, real one names the same number on another device", "", [](World &w) {
        w.prefix = "/other";
        w.device = 1;
    });
    row("other root, real one cannot be read", "WriteHostPbsUnreadable", [](World &w) {
        w.prefix = "/other";
        w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Denied;
    });
    row("other root, real one is damaged", "WriteHostPbsUnreadable", [](World &w) {
        w.prefix = "/other";
        w.files.makeFile(config, "# alpha\n");
    });
    row("other root, real one shows no configuration", "WriteHostPbsUnreadable", [](World &w) {
        w.prefix = "/other";
        w.files.removeTree("/etc/proxmox-backup");
    });
    row("other root, no PBS on the real one", "", [](World &w) {
        w.prefix = "/other";
        w.removePbs();
    });
    row("other root with PBS, no PBS on the real one", "", [](World &w) {
        w.prefix = "/other";
        w.removePbs();
        w.files.makeDirectories("/other/run/proxmox-backup");
        w.files.makeFile("/other/etc/proxmox-backup/datastore.cfg", "datastore: alpha\n\tpath /ds/alpha\n");
    });

    row("demo, other root, real one names it", "", [](World &w) {
        w.prefix = "/other";
        w.isDemo = true;
    });
    row("demo, other root, real one cannot be read", "", [](World &w) {
        w.prefix = "/other";
        w.isDemo = true;
        w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Denied;
    });
    row("demo beside PBS", "", [](World &w) {
        w.isDemo = true;
        w.configure("path /ds/beta");
        w.files.changeOwner(storePath, 1000, 1000);
        w.askAs(1000, 1000);
    });
    row("demo beside PBS that cannot be read", "", [](World &w) {
        w.isDemo = true;
        w.guarded.failures["/etc/proxmox-backup"] = Error::Kind::Denied;
        w.files.changeOwner(storePath, 1000, 1000);
        w.askAs(1000, 1000);
    });
    row("demo that PBS has as a store", "", [](World &w) { w.isDemo = true; });
    row("demo that PBS has as a store, of another owner", "WriteOwnerNotBackup", [](World &w) {
        w.isDemo = true;
        w.files.changeOwner(storePath, 1000, 1000);
        w.askAs(1000, 1000);
    });
    row("demo that somebody has open", "WriteLockHeld", [](World &w) {
        w.isDemo = true;
        w.configure("path /ds/beta");
        w.files.setExclusiveRecordLock("/ds/alpha/.lock", 77);
    });
    row("demo on sshfs", "WriteForeignFileSystem", [](World &w) {
        w.isDemo = true;
        w.files.setVolume({fs::Volume::Kind::Network, "fuse", false});
    });
}

void TestWriteAccess::decides()
{
    QFETCH(SetUp, setUp);
    World world;
    setUp(world);
    const WriteAccess access = world.decide();
    QTEST(reasonOf(access), "reason");
    QCOMPARE(access.allowed, !access.reason);
    if (access.reason)
        QCOMPARE(access.reason->args.size(), messageArgumentCount(access.reason->id));
}

void TestWriteAccess::tellsHowUnderPbs()
{
    World world;
    const WriteAccess access = world.decide();
    QVERIFY(access.allowed);
    QVERIFY(!access.asksForUnseenServers);
    QCOMPARE(access.user, 34U);
    QCOMPARE(access.group, 34U);
    QCOMPARE(access.lockScheme, LockScheme::Files);
    QCOMPARE(access.storeName, std::string("alpha"));
    QCOMPARE(access.lockDirectory, std::string("/run/proxmox-backup/locks/alpha"));
    QCOMPARE(access.journalDirectory, std::string("/var/lib/proxmox-backup/espalier"));

    world.files.makeDirectories("/other/run/proxmox-backup");
    world.files.makeFile("/other/run/proxmox-backup/old-locking", "");
    world.files.makeFile("/other/etc/proxmox-backup/datastore.cfg", "datastore: inner\n\tpath /ds/alpha\n");
    world.removePbs();
    world.prefix = "/other";
    const WriteAccess other = world.decide();
    QVERIFY(other.allowed);
    QCOMPARE(other.lockScheme, LockScheme::Both);
    QCOMPARE(other.lockDirectory, std::string("/other/run/proxmox-backup/locks/inner"));
    QCOMPARE(other.journalDirectory, std::string("/other/var/lib/proxmox-backup/espalier"));
}

void TestWriteAccess::tellsHowWithoutPbs()
{
    World world;
    world.removePbs();
    world.files.changeOwner(storePath, 1000, 100);
    const WriteAccess access = world.decide();
    QVERIFY(access.allowed);
    QVERIFY(access.asksForUnseenServers);
    QCOMPARE(access.user, 1000U);
    QCOMPARE(access.group, 100U);
    QCOMPARE(access.lockScheme, LockScheme::Directories);
    QVERIFY(access.storeName.empty());
    QVERIFY(access.lockDirectory.empty());
    QCOMPARE(access.journalDirectory, std::string("/home/me/.local/state/espalier"));

    const auto shared = world.files.asProcess(78)->open(storePath).value()->holdRecordLock(".lock");
    QVERIFY(shared.has_value());
    const WriteAccess served = world.decide();
    QCOMPARE(reasonOf(served), QStringLiteral("WriteLockHeld"));
    QCOMPARE(served.reason->args, (std::vector<std::string>{storePath, "78"}));
}

void TestWriteAccess::tellsWhatItKnowsOfARefusedPlace()
{
    World world;
    world.askAs(1000, 1000);
    const WriteAccess access = world.decide();
    QVERIFY(!access.allowed);
    QCOMPARE(access.storeName, std::string("alpha"));
    QCOMPARE(access.journalDirectory, std::string("/var/lib/proxmox-backup/espalier"));

    // removable: mounted where its device is not that of the directory above the mount points
    world.askAs(0, 0);
    world.files.makeDirectories("/mnt/datastore");
    world.files.makeSymlink("/mnt/datastore/alpha/data", storePath);
    world.configure("backing-device 0f\n\tpath data");
    const PbsHost host = readPbsHost(world.guarded, "/");
    QVERIFY(!isOnOwnMount(world.guarded, host, world.store()));
    world.device = 1;
    QVERIFY(isOnOwnMount(world.guarded, host, world.store()));
    world.guarded.failures["/mnt/datastore"] = Error::Kind::Failed;
    QVERIFY(!isOnOwnMount(world.guarded, host, world.store()));
}

void TestWriteAccess::givesTheCommand_data()
{
    QTest::addColumn<SetUp>("setUp");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *name, const char *user, const char *command, SetUp setUp) {
        QTest::newRow(name) << setUp << QString::fromLatin1(user) << QString::fromLatin1(command);
    };

    row("PBS", "backup", "sudo -u backup espalierctl move /ds/alpha TYPE/ID --to NS", [](World &) {});
    row("PBS, journal not made yet", "root", "sudo espalierctl move /ds/alpha TYPE/ID --to NS",
        [](World &w) { w.files.changeOwner("/var/lib/proxmox-backup", 0, 0); });
    row("owned by root", "root", "sudo espalierctl move /ds/alpha TYPE/ID --to NS", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 0, 0);
    });
    row("PBS below a prefix", "backup", "sudo -u backup espalierctl move /ds/alpha TYPE/ID --to NS --pbs-root '/other root'", [](World &w) {
        w.removePbs();
        w.prefix = "/other root";
        w.files.makeDirectories("/other root/run/proxmox-backup");
        w.files.makeFile("/other root/etc/proxmox-backup/datastore.cfg", "datastore: alpha\n\tpath /ds/alpha\n");
    });
    row("owner without a name", "#1001", "sudo -u '#1001' -g '#1001' espalierctl move /ds/alpha TYPE/ID --to NS", [](World &w) {
        w.removePbs();
        w.files.changeOwner(storePath, 1001, 1001);
    });
    row("owner", "me", "sudo -u me espalierctl move /ds/alpha TYPE/ID --to NS", [](World &w) {
        w.removePbs();
        w.files.makeFile("/etc/passwd", "root:x:0:0::/root:/bin/sh\nme:x:1001:100:Me:/home/me:/bin/sh\n");
        w.files.changeOwner(storePath, 1001, 100);
    });
    row("owner, other group", "me", "sudo -u me -g users espalierctl move /ds/alpha TYPE/ID --to NS", [](World &w) {
        w.removePbs();
        w.files.makeFile("/etc/passwd", "me:x:1001:1001:Me:/home/me:/bin/sh\n");
        w.files.makeFile("/etc/group", "me:x:1001:\nusers:x:100:me\n");
        w.files.changeOwner(storePath, 1001, 100);
    });
}

void TestWriteAccess::givesTheCommand()
{
    QFETCH(SetUp, setUp);
    World world;
    setUp(world);
    world.askAs(1000, 1000);
    const WriteAccess access = world.decide();
    QCOMPARE(reasonOf(access), QStringLiteral("WriteNeedsUser"));
    QCOMPARE(QString::fromStdString(access.reason->args[0]), QString::fromLatin1(storePath));
    QTEST(QString::fromStdString(access.reason->args[1]), "user");
    QTEST(QString::fromStdString(access.reason->args[2]), "command");
}

void TestWriteAccess::findsLocksOfOtherProcesses()
{
    const QTemporaryDir folder;
    const std::string path = makeRealStore(folder);
    const std::string prefix = folder.path().toStdString();
    const WriteAccess quiet = decideReal(path, prefix);
    QCOMPARE(reasonOf(quiet), QString());
    QCOMPARE(quiet.user, fs::processUser());
    {
        const LockingChild reader(path + "/.lock", F_RDLCK);
        QVERIFY(reader.hasLock());
        const WriteAccess access = decideReal(path, prefix);
        QCOMPARE(reasonOf(access), QStringLiteral("WriteLockHeld"));
        QCOMPARE(access.reason->args[1], std::to_string(reader.pid()));
    }
    {
        const LockingChild writer(path + "/.lock", F_WRLCK);
        QVERIFY(writer.hasLock());
        QCOMPARE(reasonOf(decideReal(path, prefix)), QStringLiteral("WriteLockHeld"));
    }
    {
        const LockingChild nameless(path + "/.lock", F_RDLCK, F_OFD_SETLK); // such a lock tells no process
        QVERIFY(nameless.hasLock());
        const WriteAccess access = decideReal(path, prefix);
        QCOMPARE(reasonOf(access), QStringLiteral("WriteLockHeld"));
        QCOMPARE(access.reason->args[1], std::string("?"));
    }
    QVERIFY(decideReal(path, prefix).allowed);
}

void TestWriteAccess::leavesItsOwnLockAlone()
{
    const QTemporaryDir folder;
    const std::string path = makeRealStore(folder);
    const auto held = fs::posixFileSystem()->open(path).value()->holdRecordLock(".lock");
    QVERIFY(held.has_value());
    QVERIFY(decideReal(path, folder.path().toStdString()).allowed);
    QVERIFY(!LockingChild(path + "/.lock", F_WRLCK).hasLock());
}

void TestWriteAccess::takesNoUnreadablePbsForNone()
{
    if (fs::processUser() != 0)
        QSKIP("Only root can try this as another user.");
    const QTemporaryDir folder;
    std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0755));
    const std::string path = makeRealStore(folder);
    const std::string prefix = folder.path().toStdString();
    std::filesystem::create_directories(prefix + runDirectory);
    std::filesystem::create_directories(prefix + "/etc/proxmox-backup");
    std::ofstream(prefix + config) << "datastore: alpha\n\tpath " << path << '\n';
    const uid_t nobody = 65534;
    QCOMPARE(::chown(path.c_str(), nobody, nobody), 0);

    const auto reasonOfNobody = [&] {
        const auto acting = fs::ActingAs::user(nobody, nobody);
        return acting ? reasonOf(decideReal(path, prefix)) : QStringLiteral("cannot switch");
    };
    QCOMPARE(reasonOfNobody(), QStringLiteral("WriteOwnerNotBackup"));
    std::filesystem::permissions(prefix + "/etc/proxmox-backup", std::filesystem::perms(0700));
    QCOMPARE(reasonOfNobody(), QStringLiteral("WriteNeedsUser"));
    std::filesystem::permissions(prefix + runDirectory, std::filesystem::perms(0700));
    QCOMPARE(reasonOfNobody(), QStringLiteral("WriteRunDirectoryUnreadable"));
    std::filesystem::remove_all(prefix + "/etc");
    QCOMPARE(reasonOfNobody(), QStringLiteral("WriteRunDirectoryUnreadable"));
    std::filesystem::permissions(prefix + "/run", std::filesystem::perms(0700));
    QCOMPARE(reasonOfNobody(), QStringLiteral("WriteRunDirectoryUnreadable"));
    std::filesystem::remove_all(prefix + "/run");
    QCOMPARE(reasonOfNobody(), QString());
}

QTEST_GUILESS_MAIN(TestWriteAccess)
#include "tst_writeaccess.moc"
