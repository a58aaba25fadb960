// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/locks.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/childprocess.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <functional>
#include <thread>

using namespace espalier;
using namespace espalier::fs;
using espalier::test::ChildProcess;

namespace {

std::function<void()> beforeFlock; ///< Done once, just before the next flock() of this process.

} // namespace

/// Stands in for the library's, to let something happen between the opening of a lock file and its locking.
extern "C" int flock(int descriptor, int operation) noexcept
{
    if (const auto happens = std::exchange(beforeFlock, {}))
        happens();
    return int(::syscall(SYS_flock, descriptor, operation));
}

namespace {

template<typename T>
QByteArray outcome(const Result<T> &result)
{
    if (result)
        return "ok";
    const std::string_view name = messageName(result.error().id);
    return QByteArray(name.data(), qsizetype(name.size()));
}

/// Whether this process could lock the file or directory at @p path, as another one would; lets go at once.
bool isFree(const std::string &path, int operation = LOCK_EX)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool locked = ::flock(descriptor, operation | LOCK_NB) == 0;
    ::close(descriptor);
    return locked;
}

bool setRecordLock(int descriptor, short type)
{
    struct flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_SETLK, &lock) == 0;
}

/// Whether a garbage collection of another process could start.
bool couldCollect(const std::string &path)
{
    return ChildProcess::answer([&] { return setRecordLock(::open(path.c_str(), O_RDWR), F_WRLCK); });
}

/// A process that holds a record lock on @p path.
ChildProcess holding(const std::string &path, short type)
{
    return ChildProcess([path, type] { return setRecordLock(::open(path.c_str(), O_RDWR), type); });
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

NamespacePath ns(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

const GroupId vm100 = GroupId::fromString("vm/100").value();
const SnapshotTime firstTime = SnapshotTime::fromString("2026-03-01T22:30:00Z").value();

constexpr mode_t modeBits = 07777;

mode_t modeOf(const std::string &path)
{
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & modeBits : 0;
}

} // namespace

/// Locks of the file system port between processes, and PBS's schemes made of them.
class TestLocks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fileLocksConflict_data();
    void fileLocksConflict();
    void directoryLocksConflict_data() { fileLocksConflict_data(); }
    void directoryLocksConflict();
    void directoryLockFollowsARename();
    void lockFileIsMadeLikePbsMakesIt();
    void lockFilesAreMadeByManyAtOnce();
    void replacedLockFileIsBusy();
    void removedLockFileIsBusy();

    void recordLockIsRefusedWhileCollecting();
    void recordLockBesideReaders();
    void recordLockKeepsCollectionsAway();
    void recordLockSurvivesOtherDescriptors_data();
    void recordLockSurvivesOtherDescriptors();
    void closingAForeignDescriptorWouldDropIt();
    void recordLockIsCounted();
    void recordLockOfAForkedProcess();
    void recordLockNeedsTheFile();
    void recordLockLeaksNothing();

    void schemes_data();
    void schemes();
    void schemesInMemory();
    void bothAreTakenOrNone();
    void busyNamesTheGroup();
    void groupThatIsNotThereYet();
    void namesThatCollide();
    void namesThatAreTooLong();
    void hashedNames();
    void storeIsHeld();
    void forgets();
    void lockDirectoryMustBeThere();
    void runsOutOfDescriptors_data();
    void runsOutOfDescriptors();

private:
    std::string path(std::string_view below) const { return m_root + "/" + std::string(below); }
    OpenedStore store() const;
    WriteAccess access(LockScheme scheme) const;
    std::unique_ptr<StoreLocks> locks(LockScheme scheme) const;
    std::shared_ptr<Directory> groupDirectory() const { return m_files->open(path("store/ns/sites/ns/graz/vm/100")).value(); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::shared_ptr<FileSystem> m_files;
    std::string m_root;
};

void TestLocks::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_root = m_temporary->path().toStdString();
    m_files = posixFileSystem();
    QVERIFY(QDir(m_temporary->path()).mkpath(QStringLiteral("store/ns/sites/ns/graz/vm/100/2026-03-01T22:30:00Z")));
    QVERIFY(QDir(m_temporary->path()).mkpath(QStringLiteral("run")));
    QVERIFY(m_files->open(path("store")).value()->createFile(".lock", "", 0644));
}

void TestLocks::cleanup()
{
    beforeFlock = {};
}

OpenedStore TestLocks::store() const
{
    OpenedStore store;
    store.root = m_files->open(path("store")).value();
    store.identity.path = path("store");
    return store;
}

WriteAccess TestLocks::access(LockScheme scheme) const
{
    WriteAccess access;
    access.allowed = true;
    access.lockScheme = scheme;
    if (scheme != LockScheme::Directories) {
        access.storeName = "tank";
        access.lockDirectory = path("run/locks/tank");
    }
    return access;
}

std::unique_ptr<StoreLocks> TestLocks::locks(LockScheme scheme) const
{
    return StoreLocks::open(*m_files, store(), access(scheme)).value();
}

void TestLocks::fileLocksConflict_data()
{
    QTest::addColumn<bool>("theirsIsShared");
    QTest::addColumn<bool>("oursIsShared");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("exclusive, exclusive") << false << false << QByteArray("LockFailed");
    QTest::newRow("exclusive, shared") << false << true << QByteArray("LockFailed");
    QTest::newRow("shared, exclusive") << true << false << QByteArray("LockFailed");
    QTest::newRow("shared, shared") << true << true << QByteArray("ok");
}

void TestLocks::fileLocksConflict()
{
    QFETCH(bool, theirsIsShared);
    QFETCH(bool, oursIsShared);
    QFETCH(QByteArray, expected);
    const auto directory = m_files->open(path("run")).value();
    const Access ours = oursIsShared ? Access::Shared : Access::Exclusive;
    const Access theirs = theirsIsShared ? Access::Shared : Access::Exclusive;
    {
        const ChildProcess other([&] { return directory->lockFile("vm-100", theirs).value().release() != nullptr; });
        QVERIFY(other.isReady());
        const auto lock = directory->lockFile("vm-100", ours);
        QCOMPARE(outcome(lock), expected);
        QVERIFY(lock || lock.error().kind == Error::Kind::Busy);
    }
    QCOMPARE(outcome(directory->lockFile("vm-100", ours)), "ok"); // with the process its lock went away
    const auto lock = directory->lockFile("vm-100", ours).value();
    QCOMPARE(ChildProcess::answer([&] { return directory->lockFile("vm-100", theirs).has_value(); }), expected == "ok");
}

void TestLocks::directoryLocksConflict()
{
    QFETCH(bool, theirsIsShared);
    QFETCH(bool, oursIsShared);
    QFETCH(QByteArray, expected);
    const auto directory = groupDirectory();
    const auto type = m_files->open(path("store/ns/sites/ns/graz/vm")).value();
    const Access ours = oursIsShared ? Access::Shared : Access::Exclusive;
    const Access theirs = theirsIsShared ? Access::Shared : Access::Exclusive;
    {
        const ChildProcess other([&] { return directory->lockSelf(theirs).value().release() != nullptr; });
        QVERIFY(other.isReady());
        QCOMPARE(outcome(directory->lockSelf(ours)), expected);
        QCOMPARE(outcome(type->lockDirectory("100", ours)), expected);
    }
    QCOMPARE(outcome(directory->lockSelf(ours)), "ok");
    QCOMPARE(outcome(type->lockDirectory("100", ours)), "ok");
    const auto lock = type->lockDirectory("100", ours).value();
    QCOMPARE(ChildProcess::answer([&] { return directory->lockSelf(theirs).has_value(); }), expected == "ok");
}

void TestLocks::directoryLockFollowsARename()
{
    const auto type = m_files->open(path("store/ns/sites/ns/graz/vm")).value();
    auto lock = type->openDirectory("100").value()->lockSelf(Access::Exclusive).value(); // the handle is gone, the lock stays
    QVERIFY(type->renameNoReplace("100", *store().root, "100"));
    QVERIFY(!isFree(path("store/100")));
    lock.reset();
    QVERIFY(isFree(path("store/100")));
}

void TestLocks::lockFileIsMadeLikePbsMakesIt()
{
    const auto directory = m_files->open(path("run")).value();
    const mode_t former = ::umask(077);
    auto lock = directory->lockFile("vm-100", Access::Exclusive).value();
    ::umask(former);
    QCOMPARE(directory->entries().value().size(), 1U); // no temporary file stays
    QCOMPARE(modeOf(path("run/vm-100")), mode_t(0660));
    QVERIFY(!isFree(path("run/vm-100")));
    const auto inode = directory->find("vm-100").value()->inode;
    lock.reset();
    QVERIFY(isFree(path("run/vm-100")));
    QVERIFY(directory->lockFile("vm-100", Access::Exclusive));
    QCOMPARE(directory->find("vm-100").value()->inode, inode); // what is there is used
}

void TestLocks::lockFilesAreMadeByManyAtOnce()
{
    const auto directory = m_files->open(path("run")).value();
    std::atomic<int> otherErrors = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 200; ++round) {
                    const auto lock = directory->lockFile(std::to_string(round), Access::Exclusive);
                    otherErrors += !lock && lock.error().kind != Error::Kind::Busy;
                }
            });
        }
    }
    QCOMPARE(otherErrors.load(), 0);
    QCOMPARE(directory->entries().value().size(), 200U);
}

void TestLocks::replacedLockFileIsBusy()
{
    const auto directory = m_files->open(path("run")).value();
    QVERIFY(directory->createFile("vm-100", "", 0660));
    const auto before = openDescriptors();
    beforeFlock = [&] {
        QVERIFY(directory->removeFile("vm-100"));
        QVERIFY(directory->createFile("vm-100", "", 0660));
    };
    const auto lock = directory->lockFile("vm-100", Access::Exclusive);
    QCOMPARE(outcome(lock), "LockFailed");
    QVERIFY(lock.error().kind == Error::Kind::Busy);
    QCOMPARE(openDescriptors(), before);
    QVERIFY(isFree(path("run/vm-100")));
    QCOMPARE(outcome(directory->lockFile("vm-100", Access::Exclusive)), "ok");
}

void TestLocks::removedLockFileIsBusy()
{
    const auto directory = m_files->open(path("run")).value();
    beforeFlock = [&] { QVERIFY(directory->removeFile("vm-100")); };
    const auto lock = directory->lockFile("vm-100", Access::Exclusive);
    QCOMPARE(outcome(lock), "LockFailed");
    QVERIFY(lock.error().kind == Error::Kind::Busy);
    QVERIFY(directory->entries().value().empty());
}

void TestLocks::recordLockIsRefusedWhileCollecting()
{
    const auto root = store().root;
    const ChildProcess collection = holding(path("store/.lock"), F_WRLCK);
    QVERIFY(collection.isReady());
    const auto held = root->holdRecordLock(".lock");
    QCOMPARE(outcome(held), "WriteLockHeld");
    QVERIFY(held.error().kind == Error::Kind::Busy);
    QCOMPARE(held.error().args, (std::vector<std::string>{path("store/.lock"), std::to_string(collection.pid())}));
    QCOMPARE(root->recordLockHolder(".lock", Access::Shared).value(), collection.pid());
    QCOMPARE(root->recordLockHolder(".lock", Access::Exclusive).value(), collection.pid());
}

void TestLocks::recordLockBesideReaders()
{
    const auto root = store().root;
    const ChildProcess backup = holding(path("store/.lock"), F_RDLCK);
    QVERIFY(backup.isReady());
    QCOMPARE(root->recordLockHolder(".lock", Access::Shared).value(), 0);
    QCOMPARE(root->recordLockHolder(".lock", Access::Exclusive).value(), backup.pid());
    QCOMPARE(outcome(root->holdRecordLock(".lock")), "ok");
}

void TestLocks::recordLockKeepsCollectionsAway()
{
    const auto root = store().root;
    QVERIFY(couldCollect(path("store/.lock")));
    auto lock = root->holdRecordLock(".lock").value();
    QVERIFY(!couldCollect(path("store/.lock")));
    QVERIFY(isFree(path("store/.lock"))); // flock is another world
    lock.reset();
    QVERIFY(couldCollect(path("store/.lock")));
}

void TestLocks::recordLockSurvivesOtherDescriptors_data()
{
    QTest::addColumn<int>("what");
    for (const auto &[name, what] : {std::pair("asked who holds it", 0), std::pair("held twice", 1), std::pair("read", 2),
                                     std::pair("read its start", 3), std::pair("appended to", 4), std::pair("flocked", 5),
                                     std::pair("read under another name", 6), std::pair("too large to be read", 7)})
        QTest::newRow(name) << what;
}

void TestLocks::recordLockSurvivesOtherDescriptors()
{
    QFETCH(int, what);
    const auto other = store().root; // opened by itself
    auto lock = store().root->holdRecordLock(".lock").value();
    QVERIFY(other->createFile("probe", "", 0644));
    switch (what) {
    case 0:
        QVERIFY(other->recordLockHolder(".lock", Access::Exclusive));
        QVERIFY(other->recordLockHolder(".lock", Access::Shared));
        break;
    case 1: QVERIFY(other->holdRecordLock(".lock")); break;
    case 2: QVERIFY(other->readFile(".lock", 100)); break;
    case 3: QVERIFY(other->readStart(".lock", 100)); break;
    case 4: QVERIFY(other->openAppend(".lock")); break;
    case 5: QVERIFY(other->lockFile(".lock", Access::Exclusive)); break;
    case 6:
        QCOMPARE(::link(path("store/.lock").c_str(), path("store/second").c_str()), 0);
        QVERIFY(other->readFile("second", 100));
        QVERIFY(other->holdRecordLock("second"));
        break;
    default:
        QVERIFY(other->openAppend(".lock").value()->append("some text"));
        QCOMPARE(outcome(other->readFile(".lock", 1)), "FileTooLarge");
        break;
    }
    QVERIFY(!couldCollect(path("store/.lock")));
    lock.reset();
    QVERIFY(couldCollect(path("store/.lock")));
}

void TestLocks::closingAForeignDescriptorWouldDropIt()
{
    const auto lock = store().root->holdRecordLock(".lock").value();
    ::close(::open(path("store/.lock").c_str(), O_RDONLY | O_CLOEXEC));
    QVERIFY(couldCollect(path("store/.lock"))); // so the other tests of this can fail
}

void TestLocks::recordLockIsCounted()
{
    const auto root = store().root;
    auto first = root->holdRecordLock(".lock").value();
    auto second = store().root->holdRecordLock(".lock").value();
    first.reset();
    QVERIFY(!couldCollect(path("store/.lock")));
    second.reset();
    QVERIFY(couldCollect(path("store/.lock")));
    const auto third = root->holdRecordLock(".lock").value();
    QVERIFY(!couldCollect(path("store/.lock")));
}

void TestLocks::recordLockOfAForkedProcess()
{
    const auto root = store().root;
    auto lock = root->holdRecordLock(".lock").value();
    const ChildProcess other([&] { return root->holdRecordLock(".lock").value().release() != nullptr; });
    QVERIFY(other.isReady());
    lock.reset();
    QVERIFY(!couldCollect(path("store/.lock"))); // the child's own
}

void TestLocks::recordLockNeedsTheFile()
{
    const auto root = store().root;
    QCOMPARE(outcome(root->holdRecordLock("nothing")), "FileNotFound");
    QCOMPARE(root->recordLockHolder("nothing", Access::Exclusive).value(), 0);
    QCOMPARE(outcome(root->holdRecordLock("ns")), "FileNotRegular");
    QCOMPARE(outcome(root->recordLockHolder("ns", Access::Shared)), "FileNotRegular");
}

void TestLocks::recordLockLeaksNothing()
{
    const auto root = store().root;
    const auto before = openDescriptors();
    for (int i = 0; i < 10; ++i) {
        const auto lock = root->holdRecordLock(".lock").value();
        QVERIFY(root->readFile(".lock", 10));
        QVERIFY(root->recordLockHolder(".lock", Access::Exclusive));
    }
    QVERIFY(root->recordLockHolder(".lock", Access::Exclusive));
    QCOMPARE(openDescriptors(), before);

    const auto lock = root->holdRecordLock(".lock").value();
    const auto held = openDescriptors();
    QVERIFY(root->recordLockHolder(".lock", Access::Exclusive)); // opens nothing
    const auto second = root->holdRecordLock(".lock").value();
    QCOMPARE(openDescriptors(), held);
}

void TestLocks::schemes_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<bool>("files");
    QTest::addColumn<bool>("directories");
    QTest::newRow("files") << int(LockScheme::Files) << true << false;
    QTest::newRow("directories") << int(LockScheme::Directories) << false << true;
    QTest::newRow("both") << int(LockScheme::Both) << true << true;
}

void TestLocks::schemes()
{
    QFETCH(int, scheme);
    QFETCH(bool, files);
    QFETCH(bool, directories);
    const std::string groupFile = path("run/locks/tank/sites:graz/vm-100");
    const std::string snapshotFile = groupFile + "-2026\\x2d03\\x2d01T22\\x3a30\\x3a00Z";
    const std::string group = path("store/ns/sites/ns/graz/vm/100");
    const std::string snapshot = group + "/2026-03-01T22:30:00Z";

    const mode_t former = ::umask(077);
    const auto storeLocks = locks(LockScheme(scheme));
    const auto directory = groupDirectory();
    auto groupLock = storeLocks->lockGroup(ns("sites/graz"), vm100, directory.get()).value();
    auto snapshotLock = storeLocks->lockSnapshot(ns("sites/graz"), vm100, firstTime, *directory).value();
    ::umask(former);

    QCOMPARE(QFile::exists(QString::fromStdString(path("run/locks"))), files);
    if (files) {
        QCOMPARE(modeOf(groupFile), mode_t(0660));
        QCOMPARE(modeOf(snapshotFile), mode_t(0660));
        for (const char *made : {"run/locks", "run/locks/tank", "run/locks/tank/sites:graz"})
            QCOMPARE(modeOf(path(made)), mode_t(0755));
        QVERIFY(!isFree(groupFile));
        QVERIFY(!isFree(snapshotFile));
    }
    QCOMPARE(!isFree(group), directories);
    QCOMPARE(!isFree(snapshot), directories);

    groupLock.reset();
    snapshotLock.reset();
    QVERIFY(isFree(group) && isFree(snapshot));
    QVERIFY(!files || (isFree(groupFile) && isFree(snapshotFile)));
}

void TestLocks::schemesInMemory()
{
    const auto memory = MemoryFileSystem::create();
    memory->makeDirectories("/store/vm/100/2026-03-01T22:30:00Z");
    memory->makeFile("/store/.lock", "");
    memory->makeDirectories("/run");
    m_files = memory;
    m_root = "";
    const auto storeLocks = locks(LockScheme::Both);
    const auto directory = memory->open("/store/vm/100").value();
    auto groupLock = storeLocks->lockGroup({}, vm100, directory.get()).value();
    const auto snapshotLock = storeLocks->lockSnapshot({}, vm100, firstTime, *directory).value();
    const auto others = StoreLocks::open(*memory->asProcess(7), store(), access(LockScheme::Files)).value();
    QCOMPARE(outcome(others->lockGroup({}, vm100, nullptr)), "GroupBusy");
    QCOMPARE(outcome(others->lockSnapshot({}, vm100, firstTime, *directory)), "SnapshotBusy");
    groupLock.reset();
    QCOMPARE(outcome(others->lockGroup({}, vm100, nullptr)), "ok");
    memory->setExclusiveRecordLock("/store/.lock", 99);
    QCOMPARE(outcome(storeLocks->holdStore()), "GarbageCollectionRunning");
    memory->setExclusiveRecordLock("/store/.lock", 0);
    QCOMPARE(outcome(storeLocks->holdStore()), "ok");
}

void TestLocks::bothAreTakenOrNone()
{
    const auto storeLocks = locks(LockScheme::Both);
    const auto directory = groupDirectory();
    const std::string snapshot = path("store/ns/sites/ns/graz/vm/100/2026-03-01T22:30:00Z");
    const auto theirs = directory->lockSelf(Access::Exclusive).value();
    const auto theirSnapshot = m_files->open(snapshot).value()->lockSelf(Access::Shared).value();
    QCOMPARE(outcome(storeLocks->lockGroup(ns("sites/graz"), vm100, directory.get())), "GroupBusy");
    QVERIFY(isFree(path("run/locks/tank/sites:graz/vm-100")));
    QCOMPARE(outcome(storeLocks->lockSnapshot(ns("sites/graz"), vm100, firstTime, *directory)), "SnapshotBusy");
    QVERIFY(isFree(path("run/locks/tank/sites:graz/vm-100-2026\\x2d03\\x2d01T22\\x3a30\\x3a00Z")));
}

void TestLocks::busyNamesTheGroup()
{
    const auto directory = groupDirectory();
    for (const LockScheme scheme : {LockScheme::Files, LockScheme::Directories, LockScheme::Both}) {
        const auto theirs = locks(scheme);
        const auto ours = locks(scheme);
        const auto held = theirs->lockGroup(ns("sites/graz"), vm100, directory.get()).value();
        const auto heldSnapshot = theirs->lockSnapshot(ns("sites/graz"), vm100, firstTime, *directory).value();
        const auto group = ours->lockGroup(ns("sites/graz"), vm100, directory.get());
        QCOMPARE(outcome(group), "GroupBusy");
        QVERIFY(group.error().kind == Error::Kind::Busy);
        QCOMPARE(group.error().args, (std::vector<std::string>{"vm/100 in sites/graz", ""}));
        const auto snapshot = ours->lockSnapshot(ns("sites/graz"), vm100, firstTime, *directory);
        QCOMPARE(outcome(snapshot), "SnapshotBusy");
        QCOMPARE(snapshot.error().args, (std::vector<std::string>{"vm/100/2026-03-01T22:30:00Z in sites/graz", ""}));
    }
    const auto held = locks(LockScheme::Files)->lockGroup({}, vm100, nullptr).value();
    QCOMPARE(locks(LockScheme::Files)->lockGroup({}, vm100, nullptr).error().args.front(), "vm/100");
}

void TestLocks::groupThatIsNotThereYet()
{
    QCOMPARE(outcome(locks(LockScheme::Directories)->lockGroup(ns("new"), vm100, nullptr)), "ok");
    const auto held = locks(LockScheme::Both)->lockGroup(ns("new"), vm100, nullptr).value();
    QVERIFY(!isFree(path("run/locks/tank/new/vm-100")));
    QVERIFY(!QFile::exists(QString::fromStdString(path("store/ns/new"))));
    const auto other = SnapshotTime::fromString("2026-03-02T22:30:00Z").value();
    QCOMPARE(outcome(locks(LockScheme::Directories)->lockSnapshot(ns("sites/graz"), vm100, other, *groupDirectory())), "FileNotFound");
}

void TestLocks::namesThatCollide()
{
    const auto storeLocks = locks(LockScheme::Files);
    QVERIFY(storeLocks->lockGroup(ns("vm-100"), vm100, nullptr)); // makes a directory of this name
    const auto root = storeLocks->lockGroup({}, vm100, nullptr);
    QCOMPARE(outcome(root), "LockNameCollides");
    QVERIFY(root.error().kind == Error::Kind::Conflict);
    QCOMPARE(root.error().args, (std::vector<std::string>{"vm/100", path("run/locks/tank/vm-100")}));

    QVERIFY(storeLocks->lockGroup({}, GroupId::fromString("ct/7").value(), nullptr)); // makes a file of this name
    const auto below = storeLocks->lockGroup(ns("ct-7"), vm100, nullptr);
    QCOMPARE(outcome(below), "LockNameCollides");
    QCOMPARE(below.error().args, (std::vector<std::string>{"vm/100 in ct-7", path("run/locks/tank/ct-7")}));

    QCOMPARE(::symlink("/etc/passwd", path("run/locks/tank/vm-200").c_str()), 0);
    QCOMPARE(outcome(storeLocks->lockGroup({}, GroupId::fromString("vm/200").value(), nullptr)), "LockNameCollides");
}

void TestLocks::namesThatAreTooLong()
{
    const auto storeLocks = locks(LockScheme::Files);
    const auto group = GroupId::fromString("host/" + std::string(245, 'a')).value(); // its lock file: 250 bytes
    const auto lock = storeLocks->lockGroup(ns("sites"), group, nullptr);
    QCOMPARE(outcome(lock), "LockNameTooLong");
    QCOMPARE(lock.error().args, std::vector<std::string>{group.toString() + " in sites"});
    QCOMPARE(outcome(locks(LockScheme::Directories)->lockGroup(ns("sites"), group, nullptr)), "ok");
}

void TestLocks::hashedNames()
{
    const auto storeLocks = locks(LockScheme::Files);
    const auto group = GroupId::fromString("host/" + std::string(100, '-').replace(0, 1, "a")).value();
    const auto lock = storeLocks->lockGroup(ns("sites"), group, nullptr).value();
    const auto directory = m_files->open(path("run/locks/tank/sites/hashed")).value();
    QCOMPARE(directory->status().value().mode, 0755U);
    const auto entries = directory->entries().value();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries.front().name.size(), 80U + 3U + 80U + 1U + 64U);
    QCOMPARE(outcome(storeLocks->lockGroup(ns("sites"), group, nullptr)), "GroupBusy");
}

void TestLocks::storeIsHeld()
{
    const auto storeLocks = locks(LockScheme::Files);
    {
        const auto held = storeLocks->holdStore().value();
        QVERIFY(!couldCollect(path("store/.lock")));
    }
    const ChildProcess collection = holding(path("store/.lock"), F_WRLCK);
    QVERIFY(collection.isReady());
    const auto held = storeLocks->holdStore();
    QCOMPARE(outcome(held), "GarbageCollectionRunning");
    QVERIFY(held.error().kind == Error::Kind::Busy);
    QCOMPARE(held.error().args, std::vector<std::string>{"tank"});
    QCOMPARE(locks(LockScheme::Directories)->holdStore().error().args, std::vector<std::string>{path("store")});
}

void TestLocks::forgets()
{
    const auto storeLocks = locks(LockScheme::Files);
    const auto directory = groupDirectory();
    const auto group = storeLocks->lockGroup(ns("sites/graz"), vm100, directory.get()).value();
    const auto snapshot = storeLocks->lockSnapshot(ns("sites/graz"), vm100, firstTime, *directory).value();
    const auto lockDirectory = m_files->open(path("run/locks/tank/sites:graz")).value();
    QVERIFY(lockDirectory->createFile("vm-100-2026\\x2d03\\x2d01T22\\x3a30\\x3a00Z-.index.json.lck", "", 0660));
    QVERIFY(lockDirectory->createFile("vm-101", "", 0660));
    QCOMPARE(lockDirectory->entries().value().size(), 4U);
    storeLocks->forgetSnapshot(ns("sites/graz"), vm100, firstTime);
    QCOMPARE(lockDirectory->entries().value().size(), 2U);
    storeLocks->forgetGroup(ns("sites/graz"), vm100);
    QCOMPARE(lockDirectory->entries().value().size(), 1U);
    storeLocks->forgetGroup(ns("sites/graz"), vm100); // again: nothing to be done
    storeLocks->forgetGroup(ns("never/seen"), vm100);
    QVERIFY(!QFile::exists(QString::fromStdString(path("run/locks/tank/never:seen"))));
    locks(LockScheme::Directories)->forgetGroup(ns("sites/graz"), vm100);
}

void TestLocks::lockDirectoryMustBeThere()
{
    WriteAccess how = access(LockScheme::Files);
    how.lockDirectory.clear();
    QCOMPARE(outcome(StoreLocks::open(*m_files, store(), how)), "NameRefused"); // never less locks than asked for
    QVERIFY(m_files->open(path("run")).value()->createFile("plain", "", 0644));
    how.lockDirectory = path("run/plain/tank");
    QCOMPARE(outcome(StoreLocks::open(*m_files, store(), how)), "FileNotADirectory");
}

void TestLocks::runsOutOfDescriptors_data()
{
    schemes_data();
}

void TestLocks::runsOutOfDescriptors()
{
    QFETCH(int, scheme);
    const auto storeLocks = locks(LockScheme(scheme));
    const auto directory = groupDirectory();
    std::vector<SnapshotTime> times;
    for (int i = 0; i < 64; ++i) {
        times.push_back(SnapshotTime::fromEpoch(1'700'000'000 + i).value());
        QVERIFY(directory->createDirectory(times.back().toString(), 0755));
    }
    const auto before = openDescriptors();
    struct rlimit former{};
    ::getrlimit(RLIMIT_NOFILE, &former);

    // entryList() itself needs one, so the limit is counted from the highest number in use
    const int highest = ::dup(STDERR_FILENO);
    ::close(highest);
    for (int room = 0; room < 12; ++room) {
        const struct rlimit tight{.rlim_cur = rlim_t(highest + room), .rlim_max = former.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &tight);
        std::vector<std::unique_ptr<Lock>> taken;
        std::optional<Error> error;
        for (const SnapshotTime &time : times) {
            auto lock = storeLocks->lockSnapshot(ns("sites/graz"), vm100, time, *directory);
            if (!lock) {
                error = lock.error();
                break;
            }
            taken.push_back(std::move(*lock));
        }
        taken.clear();
        ::setrlimit(RLIMIT_NOFILE, &former);
        QVERIFY(error);
        QVERIFY(error->id == MessageId::FileOperationFailed);
        QCOMPARE(error->systemError, EMFILE);
        QCOMPARE(openDescriptors(), before);
    }
    if (LockScheme(scheme) != LockScheme::Directories) {
        const auto made = m_files->open(path("run/locks/tank/sites:graz")).value()->entries().value();
        for (const Entry &entry : made)
            QVERIFY(!entry.name.starts_with('.')); // no temporary file stays
    }
}

QTEST_APPLESS_MAIN(TestLocks)
#include "tst_locks.moc"
