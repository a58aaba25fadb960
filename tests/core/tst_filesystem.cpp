// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "core/fs/systemerror.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <format>
#include <thread>

using namespace espalier;
using namespace espalier::fs;

namespace {

/// One implementation of the port with an empty directory in it.
struct World
{
    std::shared_ptr<FileSystem> files;
    std::shared_ptr<MemoryFileSystem> memory; ///< Null for the real file system.
    std::unique_ptr<QTemporaryDir> temporary; ///< Null in memory.
    std::string root;

    std::shared_ptr<Directory> open() const { return files->open(root).value(); }

    void makeSymlink(const std::string &name, const std::string &target) const
    {
        const std::string path = root + "/" + name;
        if (memory)
            memory->makeSymlink(path, target);
        else
            QCOMPARE(::symlink(target.c_str(), path.c_str()), 0);
    }
};

World makeWorld(bool inMemory)
{
    World world;
    if (inMemory) {
        world.memory = MemoryFileSystem::create();
        world.memory->makeDirectories("/base");
        world.files = world.memory;
        world.root = "/base";
    } else {
        world.temporary = std::make_unique<QTemporaryDir>();
        world.files = posixFileSystem();
        world.root = world.temporary->path().toStdString();
    }
    return world;
}

/// "ok", or the name of the error's text.
template<typename T>
QByteArray outcome(const Result<T> &result)
{
    if (result)
        return "ok";
    const std::string_view name = messageName(result.error().id);
    return QByteArray(name.data(), qsizetype(name.size()));
}

QStringList names(const Directory &directory)
{
    QStringList list;
    const auto entries = directory.entries().value();
    for (const Entry &entry : entries)
        list.append(QString::fromStdString(entry.name));
    list.sort();
    return list;
}

/// Sets the process's umask until the end of the block.
class Umask
{
public:
    explicit Umask(mode_t mask) : m_former(::umask(mask)) {}
    ~Umask() { ::umask(m_former); }
    Umask(const Umask &) = delete;
    Umask &operator=(const Umask &) = delete;

private:
    mode_t m_former;
};

} // namespace

/// The contract of the port, kept by each of its implementations.
class TestFileSystem : public QObject
{
    Q_OBJECT

private slots:
    void opensOnlyDirectoriesByAbsolutePath_data() { worlds(); }
    void opensOnlyDirectoriesByAbsolutePath();
    void followsLinksOnlyInTheOpenedPath_data() { worlds(); }
    void followsLinksOnlyInTheOpenedPath();
    void refusesLinksEverywhere_data() { worlds(); }
    void refusesLinksEverywhere();
    void refusesNamesThatAreNoComponents_data() { worlds(); }
    void refusesNamesThatAreNoComponents();
    void listsEveryEntryOnce_data() { worlds(); }
    void listsEveryEntryOnce();
    void listsFromSeveralThreads_data() { worlds(); }
    void listsFromSeveralThreads();
    void findsWithoutOpening_data() { worlds(); }
    void findsWithoutOpening();
    void statusTellsIdentity_data() { worlds(); }
    void statusTellsIdentity();
    void makesExactModes_data() { worlds(); }
    void makesExactModes();
    void keepsWhatIsThere_data() { worlds(); }
    void keepsWhatIsThere();
    void readsUpToTheLimit_data() { worlds(); }
    void readsUpToTheLimit();
    void readsTheStart_data() { worlds(); }
    void readsTheStart();
    void replacesFiles_data() { worlds(); }
    void replacesFiles();
    void touches_data() { worlds(); }
    void touches();
    void appends_data() { worlds(); }
    void appends();
    void renameNeverReplaces_data();
    void renameNeverReplaces();
    void renameMovesADirectoryWhole_data() { worlds(); }
    void renameMovesADirectoryWhole();
    void renameRefusesItself_data() { worlds(); }
    void renameRefusesItself();
    void removes_data() { worlds(); }
    void removes();
    void opensBelow_data() { worlds(); }
    void opensBelow();
    void locksDirectories_data() { worlds(); }
    void locksDirectories();
    void removedDirectoryTakesNothing_data() { worlds(); }
    void removedDirectoryTakesNothing();
    void componentRule_data();
    void componentRule();
    void fifoDoesNotHang();
    void fullDiskLeavesNoFile();
    void volumeOfTheRealOne();
    void memoryVolume();
    void memoryWithoutNoReplace();
    void memoryGivesItsOwner();
    void renameBetweenImplementations();
    void errorOfEachSystemError_data();
    void errorOfEachSystemError();

private:
    static void worlds()
    {
        QTest::addColumn<bool>("inMemory");
        QTest::newRow("posix") << false;
        QTest::newRow("memory") << true;
    }
};

#define WORLD                                                                                                                              \
    QFETCH(bool, inMemory);                                                                                                                \
    const World world = makeWorld(inMemory);                                                                                               \
    const auto root = world.open()

void TestFileSystem::opensOnlyDirectoriesByAbsolutePath()
{
    WORLD;
    QVERIFY(root->createFile("file", "x", 0644));
    QCOMPARE(outcome(world.files->open(world.root + "/nothing")), "FileNotFound");
    QCOMPARE(outcome(world.files->open(world.root + "/file")), "FileNotADirectory");
    QCOMPARE(outcome(world.files->open(world.root + "/file/below")), "FileNotADirectory");
    QCOMPARE(outcome(world.files->open("")), "NameRefused");
    QCOMPARE(outcome(world.files->open("relative")), "NameRefused");
    QCOMPARE(outcome(world.files->open(std::string_view("/tmp\0/x", 7))), "NameRefused");
    QCOMPARE(world.files->open(world.root + "//").value()->path(), world.root);
    QCOMPARE(outcome(world.files->open("/")), "ok");
}

void TestFileSystem::followsLinksOnlyInTheOpenedPath()
{
    WORLD;
    QVERIFY(root->createDirectory("real", 0755));
    QVERIFY(root->openDirectory("real").value()->createDirectory("inner", 0755));
    world.makeSymlink("link", "real");
    world.makeSymlink("absolute", world.root + "/real");
    world.makeSymlink("around", "real/../link");
    world.makeSymlink("loop", "loop");
    QCOMPARE(names(*world.files->open(world.root + "/link").value()), QStringList{QStringLiteral("inner")});
    QCOMPARE(outcome(world.files->open(world.root + "/absolute/inner")), "ok");
    QCOMPARE(outcome(world.files->open(world.root + "/around/inner")), "ok");
    QCOMPARE(outcome(world.files->open(world.root + "/link/..")), "ok");
    QVERIFY(!world.files->open(world.root + "/loop"));
}

void TestFileSystem::refusesLinksEverywhere()
{
    WORLD;
    QVERIFY(root->createDirectory("directory", 0755));
    QVERIFY(root->createFile("file", "secret", 0644));
    world.makeSymlink("toDirectory", "directory");
    world.makeSymlink("toFile", "file");
    world.makeSymlink("toNothing", "nothing");

    QCOMPARE(outcome(root->openDirectory("toDirectory")), "FileNotADirectory");
    QCOMPARE(outcome(openBelow(root, "toDirectory")), "FileNotADirectory");
    QCOMPARE(outcome(root->readFile("toFile", 100)), "FileNotRegular");
    QCOMPARE(outcome(root->readFile("toDirectory", 100)), "FileNotRegular");
    QCOMPARE(outcome(root->readStart("toFile", 100)), "FileNotRegular");
    QCOMPARE(outcome(root->openAppend("toFile")), "FileNotRegular");
    QCOMPARE(outcome(root->openAppend("toNothing")), "FileNotRegular");
    QCOMPARE(outcome(root->lockFile("toFile", Access::Exclusive)), "FileNotRegular");
    QCOMPARE(outcome(root->lockFile("toNothing", Access::Exclusive)), "FileNotRegular");
    QVERIFY(!root->lockDirectory("toDirectory", Access::Exclusive));
    QCOMPARE(outcome(root->holdRecordLock("toFile")), "FileNotRegular");
    QCOMPARE(outcome(root->recordLockHolder("toFile", Access::Shared)), "FileNotRegular");
    QCOMPARE(outcome(root->createDirectory("toNothing", 0755)), "FileExists");
    QCOMPARE(outcome(root->createFile("toNothing", "x", 0644)), "FileExists");
    QCOMPARE(outcome(root->renameNoReplace("directory", *root, "toNothing")), "FileExists");
    QCOMPARE(outcome(root->removeDirectory("toDirectory")), "FileNotADirectory");
    QCOMPARE(outcome(root->touch("toFile")), "FileNotRegular");
    QCOMPARE(outcome(root->touch("toNothing")), "FileNotRegular");
    QCOMPARE(outcome(root->replaceBy("toNothing", "file")), "FileNotRegular");
    QCOMPARE(outcome(root->replaceBy("other", "toFile")), "FileNotRegular");
    QVERIFY(root->find("toNothing").value()->kind == EntryKind::Symlink);

    QCOMPARE(outcome(root->renameNoReplace("toDirectory", *root, "moved")), "ok"); // the link itself
    QVERIFY(root->find("moved").value()->kind == EntryKind::Symlink);
    QCOMPARE(outcome(root->removeFile("toFile")), "ok");
    QCOMPARE(root->readFile("file", 100).value(), "secret");
    QCOMPARE(outcome(root->find("nothing")), "ok");
    QVERIFY(!root->find("nothing").value());
}

void TestFileSystem::refusesNamesThatAreNoComponents()
{
    WORLD;
    QVERIFY(root->createDirectory("d", 0755));
    QVERIFY(root->createFile("f", "x", 0644));
    const std::string tooLong(256, 'a');
    for (const std::string &bad : {std::string(), std::string("."), std::string(".."), std::string("d/.."), std::string("/f"),
                                   std::string("f/"), std::string("f\0g", 3), tooLong}) {
        QCOMPARE(outcome(root->find(bad)), "NameRefused");
        QCOMPARE(outcome(root->findIn(bad, "f")), "NameRefused");
        QCOMPARE(outcome(root->findIn("d", bad)), "NameRefused");
        QCOMPARE(outcome(root->openDirectory(bad)), "NameRefused");
        QCOMPARE(outcome(root->readFile(bad, 10)), "NameRefused");
        QCOMPARE(outcome(root->readStart(bad, 10)), "NameRefused");
        QCOMPARE(outcome(root->createDirectory(bad, 0755)), "NameRefused");
        QCOMPARE(outcome(root->createFile(bad, "x", 0644)), "NameRefused");
        QCOMPARE(outcome(root->openAppend(bad)), "NameRefused");
        QCOMPARE(outcome(root->renameNoReplace(bad, *root, "g")), "NameRefused");
        QCOMPARE(outcome(root->renameNoReplace("f", *root, bad)), "NameRefused");
        QCOMPARE(outcome(root->renamePlain(bad, *root, "g")), "NameRefused");
        QCOMPARE(outcome(root->renamePlain("f", *root, bad)), "NameRefused");
        QCOMPARE(outcome(root->replaceBy(bad, "f")), "NameRefused");
        QCOMPARE(outcome(root->replaceBy("g", bad)), "NameRefused");
        QCOMPARE(outcome(root->touch(bad)), "NameRefused");
        QCOMPARE(outcome(root->removeFile(bad)), "NameRefused");
        QCOMPARE(outcome(root->removeDirectory(bad)), "NameRefused");
        QCOMPARE(outcome(root->lockFile(bad, Access::Shared)), "NameRefused");
        QCOMPARE(outcome(root->lockDirectory(bad, Access::Shared)), "NameRefused");
        QCOMPARE(outcome(root->holdRecordLock(bad)), "NameRefused");
        QCOMPARE(outcome(root->recordLockHolder(bad, Access::Shared)), "NameRefused");
    }
    QCOMPARE(names(*root), (QStringList{QStringLiteral("d"), QStringLiteral("f")}));
}

void TestFileSystem::listsEveryEntryOnce()
{
    WORLD;
    QCOMPARE(names(*root), QStringList());
    QStringList expected;
    for (int i = 0; i < 1500; ++i) {
        const std::string name = std::format("{:04}-{}", i, std::string(200, 'n')); // more than one buffer of them
        QVERIFY(root->createFile(name, "", 0644));
        expected.append(QString::fromStdString(name));
    }
    QVERIFY(root->createDirectory("z", 0755));
    world.makeSymlink("zz", "z");
    expected << QStringLiteral("z") << QStringLiteral("zz");
    QCOMPARE(names(*root), expected);
    QCOMPARE(names(*root), expected); // again from the beginning

    const auto entries = root->entries().value();
    for (const Entry &entry : entries) {
        const Status status = root->find(entry.name).value().value();
        QVERIFY(entry.kind == status.kind);
        QCOMPARE(entry.inode, status.inode);
    }
}

void TestFileSystem::listsFromSeveralThreads()
{
    WORLD;
    for (int i = 0; i < 600; ++i)
        QVERIFY(root->createFile(std::format("{}-{}", i, std::string(200, 'n')), "", 0644));
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 20; ++j)
                    wrong += root->entries().value().size() != 600;
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestFileSystem::findsWithoutOpening()
{
    WORLD;
    QVERIFY(root->createDirectory("d", 0750));
    const auto directory = root->openDirectory("d").value();
    QVERIFY(directory->createFile("f", "12345", 0640));
    const Status status = root->findIn("d", "f").value().value();
    QVERIFY(status.kind == EntryKind::File);
    QCOMPARE(status.size, 5U);
    QCOMPARE(status.mode, 0640U);
    QVERIFY(!root->findIn("d", "nothing").value());
    QVERIFY(!root->findIn("nothing", "f").value());
    QVERIFY(!root->find("nothing").value());
    QCOMPARE(root->find("d").value()->mode, 0750U);
    QVERIFY(root->createFile("plain", "", 0644));
    QVERIFY(!root->findIn("plain", "f").value());
}

void TestFileSystem::statusTellsIdentity()
{
    WORLD;
    QVERIFY(root->createDirectory("a", 0755));
    QVERIFY(root->createDirectory("b", 0755));
    const auto a = root->openDirectory("a").value();
    const Status before = a->status().value();
    QVERIFY(before.kind == EntryKind::Directory);
    QVERIFY(before.inode != root->find("b").value()->inode);
    QCOMPARE(before.device, root->status().value().device);
    QVERIFY(before.birthTime > 1'600'000'000'000'000'000);
    QCOMPARE(root->find("a").value()->birthTime, before.birthTime);

    QVERIFY(root->renameNoReplace("a", *root->openDirectory("b").value(), "c"));
    const Status after = root->findIn("b", "c").value().value();
    QCOMPARE(after.inode, before.inode);
    QCOMPARE(after.birthTime, before.birthTime);
    QCOMPARE(a->status().value().inode, before.inode);
    QCOMPARE(a->path(), world.root + "/a"); // for messages: what it was opened under
}

void TestFileSystem::makesExactModes()
{
    WORLD;
    for (const mode_t mask : {mode_t(0), mode_t(022), mode_t(077)}) {
        const Umask umask(mask);
        for (const std::uint32_t mode : {0755U, 0750U, 0700U, 0777U}) {
            const std::string name = std::format("d{:o}-{:o}", mask, mode);
            QVERIFY(root->createDirectory(name, mode));
            QCOMPARE(root->find(name).value()->mode, mode);
        }
        for (const std::uint32_t mode : {0644U, 0640U, 0660U, 0600U, 0440U, 0666U}) {
            const std::string name = std::format("f{:o}-{:o}", mask, mode);
            QVERIFY(root->createFile(name, "content", mode));
            QCOMPARE(root->find(name).value()->mode, mode);
        }
        const std::string name = std::format("l{:o}", mask);
        QVERIFY(root->lockFile(name, Access::Exclusive));
        QCOMPARE(root->find(name).value()->mode, 0660U);
        QVERIFY(root->openAppend(name + "a"));
        QCOMPARE(root->find(name + "a").value()->mode, 0600U);
    }
}

void TestFileSystem::keepsWhatIsThere()
{
    WORLD;
    QVERIFY(root->createFile("f", "first", 0644));
    QVERIFY(root->createDirectory("d", 0700));
    QCOMPARE(outcome(root->createFile("f", "second", 0600)), "FileExists");
    QCOMPARE(outcome(root->createFile("d", "second", 0600)), "FileExists");
    QCOMPARE(outcome(root->createDirectory("f", 0755)), "FileExists");
    QCOMPARE(outcome(root->createDirectory("d", 0755)), "FileExists");
    QCOMPARE(root->readFile("f", 100).value(), "first");
    QCOMPARE(root->find("f").value()->mode, 0644U);
    QCOMPARE(root->find("d").value()->mode, 0700U);
    const Error error = root->createFile("f", "second", 0600).error();
    QVERIFY(error.kind == Error::Kind::Conflict);
    QCOMPARE(error.args, std::vector<std::string>{world.root + "/f"});
    QCOMPARE(error.systemError, EEXIST);
}

void TestFileSystem::readsUpToTheLimit()
{
    WORLD;
    const std::string content(100'000, 'x');
    QVERIFY(root->createFile("f", content, 0644));
    QVERIFY(root->createFile("empty", "", 0644));
    QVERIFY(root->createDirectory("d", 0755));
    QCOMPARE(root->readFile("f", 100'000).value(), content);
    QCOMPARE(root->readFile("empty", 0).value(), "");
    QCOMPARE(outcome(root->readFile("d", 10)), "FileNotRegular");
    QCOMPARE(outcome(root->readFile("nothing", 10)), "FileNotFound");
    const auto tooLarge = root->readFile("f", 99'999);
    QCOMPARE(outcome(tooLarge), "FileTooLarge");
    QCOMPARE(tooLarge.error().args, (std::vector<std::string>{world.root + "/f", "100000", "99999"}));
}

void TestFileSystem::readsTheStart()
{
    WORLD;
    QVERIFY(root->createFile("f", "0123456789", 0640));
    QVERIFY(root->createFile("empty", "", 0644));
    QCOMPARE(root->readStart("f", 4).value().bytes, "0123");
    QCOMPARE(root->readStart("f", 100).value().bytes, "0123456789");
    QCOMPARE(root->readStart("f", 0).value().bytes, "");
    QCOMPARE(root->readStart("empty", 4).value().bytes, "");
    QCOMPARE(outcome(root->readStart("nothing", 4)), "FileNotFound");
    const Status status = root->readStart("f", 4).value().status;
    const Status found = root->find("f").value().value();
    QVERIFY(status.kind == EntryKind::File);
    QCOMPARE(status.size, 10U);
    QCOMPARE(status.mode, 0640U);
    QCOMPARE(status.device, found.device);
    QCOMPARE(status.inode, found.inode);
    QCOMPARE(status.user, found.user);
}

void TestFileSystem::replacesFiles()
{
    WORLD;
    QVERIFY(root->createFile("new", "new", 0640));
    QVERIFY(root->createFile("old", "old content", 0600));
    QVERIFY(root->createDirectory("directory", 0755));
    QCOMPARE(outcome(root->replaceBy("directory", "new")), "FileNotRegular");
    QCOMPARE(outcome(root->replaceBy("old", "directory")), "FileNotRegular");
    QCOMPARE(outcome(root->replaceBy("old", "nothing")), "FileNotFound");
    QCOMPARE(root->readFile("old", 100).value(), "old content");
    QCOMPARE(outcome(root->replaceBy("old", "new")), "ok");
    QCOMPARE(root->readFile("old", 100).value(), "new");
    QCOMPARE(root->find("old").value()->mode, 0640U);
    QCOMPARE(outcome(root->replaceBy("free", "old")), "ok");
    QCOMPARE(names(*root), (QStringList{QStringLiteral("directory"), QStringLiteral("free")}));
    QVERIFY(root->syncFileSystem());
}

void TestFileSystem::touches()
{
    WORLD;
    QVERIFY(root->createFile("file", "content", 0644));
    QVERIFY(root->createDirectory("directory", 0755));
    QCOMPARE(root->touch("file").value()->size, 7U);
    QVERIFY(!root->touch("nothing").value());
    QCOMPARE(outcome(root->touch("directory")), "FileNotRegular");
    QCOMPARE(root->readFile("file", 100).value(), "content");
}

void TestFileSystem::appends()
{
    WORLD;
    {
        const auto file = root->openAppend("journal").value();
        QVERIFY(file->append("one\n"));
        QVERIFY(file->append(""));
        QVERIFY(file->append("two\n"));
        QVERIFY(file->sync());
    }
    QVERIFY(root->sync());
    const auto file = root->openAppend("journal").value();
    QVERIFY(file->append("three\n"));
    QCOMPARE(root->readFile("journal", 100).value(), "one\ntwo\nthree\n");
    QVERIFY(root->createDirectory("d", 0755));
    QCOMPARE(outcome(root->openAppend("d")), "FileNotRegular");
}

void TestFileSystem::renameNeverReplaces_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    for (const bool inMemory : {false, true}) {
        for (const char *source : {"file", "directory"}) {
            for (const char *target : {"file", "empty directory", "full directory"}) {
                QTest::addRow("%s: %s onto %s", inMemory ? "memory" : "posix", source, target)
                    << inMemory << QByteArray(source) << QByteArray(target);
            }
        }
    }
}

void TestFileSystem::renameNeverReplaces()
{
    WORLD;
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    QVERIFY(root->createDirectory("elsewhere", 0755));
    const auto elsewhere = root->openDirectory("elsewhere").value();
    if (source == "file") {
        QVERIFY(root->createFile("source", "mine", 0644));
    } else {
        QVERIFY(root->createDirectory("source", 0755));
        QVERIFY(root->openDirectory("source").value()->createFile("inner", "mine", 0644));
    }
    if (target == "file") {
        QVERIFY(elsewhere->createFile("target", "theirs", 0644));
    } else {
        QVERIFY(elsewhere->createDirectory("target", 0755));
        if (target == "full directory")
            QVERIFY(elsewhere->openDirectory("target").value()->createFile("inner", "theirs", 0644));
    }
    const Status sourceBefore = root->find("source").value().value();
    const Status targetBefore = elsewhere->find("target").value().value();

    for (const bool plain : {false, true}) {
        const Done renamed
            = plain ? root->renamePlain("source", *elsewhere, "target") : root->renameNoReplace("source", *elsewhere, "target");
        QCOMPARE(outcome(renamed), "FileExists");
        QCOMPARE(renamed.error().args, std::vector<std::string>{world.root + "/elsewhere/target"});
        QCOMPARE(root->find("source").value()->inode, sourceBefore.inode);
        QCOMPARE(elsewhere->find("target").value()->inode, targetBefore.inode);
    }
    if (source == "directory")
        QCOMPARE(root->openDirectory("source").value()->readFile("inner", 10).value(), "mine");
    if (target == "file")
        QCOMPARE(elsewhere->readFile("target", 10).value(), "theirs");
    if (target == "full directory")
        QCOMPARE(elsewhere->openDirectory("target").value()->readFile("inner", 10).value(), "theirs");
}

void TestFileSystem::renameMovesADirectoryWhole()
{
    WORLD;
    QVERIFY(root->createDirectory("a", 0755));
    QVERIFY(root->createDirectory("b", 0755));
    const auto a = root->openDirectory("a").value();
    const auto b = root->openDirectory("b").value();
    QVERIFY(a->createDirectory("x", 0750));
    const auto x = a->openDirectory("x").value();
    QVERIFY(x->createFile("f", "content", 0640));

    QVERIFY(a->renameNoReplace("x", *b, "y"));
    QVERIFY(a->entries().value().empty());
    QCOMPARE(b->find("y").value()->mode, 0750U);
    QCOMPARE(b->openDirectory("y").value()->readFile("f", 100).value(), "content");
    QVERIFY(x->createFile("g", "through the old handle", 0644));
    QVERIFY(b->findIn("y", "g").value());

    QVERIFY(b->renamePlain("y", *a, "x"));
    QCOMPARE(outcome(b->renameNoReplace("y", *a, "z")), "FileNotFound");
    QCOMPARE(outcome(b->renamePlain("y", *a, "z")), "FileNotFound");
    QCOMPARE(names(*a), QStringList{QStringLiteral("x")});
}

void TestFileSystem::renameRefusesItself()
{
    WORLD;
    QVERIFY(root->createDirectory("a", 0755));
    const auto a = root->openDirectory("a").value();
    QVERIFY(a->createDirectory("b", 0755));
    const auto b = a->openDirectory("b").value();
    QCOMPARE(outcome(root->renameNoReplace("a", *a, "x")), "FileOperationFailed");
    QCOMPARE(outcome(root->renameNoReplace("a", *b, "x")), "FileOperationFailed");
    QCOMPARE(outcome(root->renamePlain("a", *b, "x")), "FileOperationFailed");
    QCOMPARE(outcome(root->renameNoReplace("a", *root, "a")), "FileExists");
    QVERIFY(root->findIn("a", "b").value());
}

void TestFileSystem::removes()
{
    WORLD;
    QVERIFY(root->createFile("f", "", 0644));
    QVERIFY(root->createDirectory("d", 0755));
    QVERIFY(root->openDirectory("d").value()->createFile("inner", "", 0644));
    QCOMPARE(outcome(root->removeDirectory("d")), "DirectoryNotEmpty");
    QCOMPARE(outcome(root->removeDirectory("f")), "FileNotADirectory");
    QCOMPARE(outcome(root->removeFile("d")), "FileNotRegular");
    QCOMPARE(outcome(root->removeFile("nothing")), "FileNotFound");
    QCOMPARE(outcome(root->removeDirectory("nothing")), "FileNotFound");
    QCOMPARE(outcome(root->removeFile("f")), "ok");
    QCOMPARE(outcome(root->openDirectory("d").value()->removeFile("inner")), "ok");
    QCOMPARE(outcome(root->removeDirectory("d")), "ok");
    QVERIFY(root->entries().value().empty());
}

void TestFileSystem::opensBelow()
{
    WORLD;
    QVERIFY(root->createDirectory("a", 0755));
    QVERIFY(root->openDirectory("a").value()->createDirectory("b", 0755));
    QCOMPARE(openBelow(root, "").value()->status().value().inode, root->status().value().inode);
    QCOMPARE(openBelow(root, "a/b").value()->path(), world.root + "/a/b");
    QVERIFY(root->openDirectory("a").value()->createFile("f", "", 0644));
    world.makeSymlink("link", "a");
    QCOMPARE(outcome(openBelow(root, "a/c")), "FileNotFound");
    QCOMPARE(outcome(openBelow(root, "a/f")), "FileNotADirectory");
    QCOMPARE(outcome(openBelow(root, "a/f/b")), "FileNotADirectory");
    QCOMPARE(outcome(openBelow(root, "link/b")), "FileNotADirectory");
    for (const char *bad : {"/a", "a/", "a//b", "a/../a", "./a", "..", "a/b/"})
        QCOMPARE(outcome(openBelow(root, bad)), "NameRefused");
}

void TestFileSystem::locksDirectories()
{
    WORLD;
    QVERIFY(root->createDirectory("d", 0755));
    QVERIFY(root->createFile("f", "", 0644));
    auto lock = root->lockDirectory("d", Access::Exclusive).value();
    QCOMPARE(outcome(root->openDirectory("d").value()->lockSelf(Access::Shared)), "LockFailed");
    QCOMPARE(outcome(root->lockDirectory("d", Access::Shared)), "LockFailed");
    QVERIFY(root->renameNoReplace("d", *root, "e"));
    QCOMPARE(outcome(root->lockDirectory("e", Access::Exclusive)), "LockFailed"); // it is the directory that is locked
    lock.reset();
    QCOMPARE(outcome(root->lockDirectory("e", Access::Exclusive)), "ok");
    QCOMPARE(outcome(root->lockDirectory("nothing", Access::Exclusive)), "FileNotFound");
    QVERIFY(!root->lockDirectory("f", Access::Exclusive));
}

void TestFileSystem::removedDirectoryTakesNothing()
{
    WORLD;
    QVERIFY(root->createDirectory("d", 0755));
    QVERIFY(root->createFile("f", "", 0644));
    const auto directory = root->openDirectory("d").value();
    QVERIFY(root->removeDirectory("d"));
    QCOMPARE(outcome(directory->createFile("g", "", 0644)), "FileNotFound");
    QCOMPARE(outcome(directory->createDirectory("g", 0755)), "FileNotFound");
    QCOMPARE(outcome(root->renameNoReplace("f", *directory, "g")), "FileNotFound");
    QVERIFY(root->find("f").value());
}

void TestFileSystem::componentRule_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << QByteArray("vm") << true;
    QTest::newRow("colons") << QByteArray("2026-03-01T22:30:00Z") << true;
    QTest::newRow("hidden") << QByteArray(".chunks") << true;
    QTest::newRow("three dots") << QByteArray("...") << true;
    QTest::newRow("line break") << QByteArray("a\nb") << true;
    QTest::newRow("longest") << QByteArray(255, 'a') << true;
    QTest::newRow("too long") << QByteArray(256, 'a') << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("dot") << QByteArray(".") << false;
    QTest::newRow("dots") << QByteArray("..") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << false;
}

void TestFileSystem::componentRule()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, accepted);
    QCOMPARE(isComponent(std::string_view(name.constData(), std::size_t(name.size()))), accepted);
}

void TestFileSystem::fifoDoesNotHang()
{
    const World world = makeWorld(false);
    const auto root = world.open();
    QCOMPARE(::mkfifo((world.root + "/fifo").c_str(), 0666), 0);
    QCOMPARE(outcome(root->readFile("fifo", 100)), "FileNotRegular");
    QCOMPARE(outcome(root->readStart("fifo", 100)), "FileNotRegular");
    QCOMPARE(outcome(root->openAppend("fifo")), "FileNotRegular");
    QCOMPARE(outcome(root->lockFile("fifo", Access::Exclusive)), "FileNotRegular");
    QCOMPARE(outcome(root->holdRecordLock("fifo")), "FileNotRegular");
    QCOMPARE(outcome(root->recordLockHolder("fifo", Access::Exclusive)), "FileNotRegular");
    QCOMPARE(outcome(root->openDirectory("fifo")), "FileNotADirectory");
    QVERIFY(root->entries().value().front().kind == EntryKind::Other);
}

void TestFileSystem::fullDiskLeavesNoFile()
{
    const auto device = posixFileSystem()->open("/dev").value();
    QCOMPARE(outcome(device->openAppend("full")), "FileNotRegular");

    const World world = makeWorld(false);
    const auto root = world.open();
    struct rlimit former{};
    ::getrlimit(RLIMIT_FSIZE, &former);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small{.rlim_cur = 1000, .rlim_max = former.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Done made = root->createFile("f", std::string(5000, 'x'), 0644);
    ::setrlimit(RLIMIT_FSIZE, &former);
    QCOMPARE(outcome(made), "FileOperationFailed");
    QCOMPARE(made.error().systemError, EFBIG);
    QCOMPARE(made.error().args.front(), "write");
    QVERIFY(root->entries().value().empty());
}

void TestFileSystem::volumeOfTheRealOne()
{
    const auto proc = posixFileSystem()->open("/proc").value()->volume().value();
    QVERIFY(proc.kind == Volume::Kind::Unknown);
    QCOMPARE(proc.name, "0x00009fa0");
    const auto shared = posixFileSystem()->open("/dev/shm");
    if (!shared || shared.value()->volume().value().name != "tmpfs")
        QSKIP("/dev/shm is no tmpfs here");
    QVERIFY(shared.value()->volume().value().kind == Volume::Kind::Local);
    QVERIFY(!shared.value()->volume().value().readOnly);
}

void TestFileSystem::memoryVolume()
{
    const World world = makeWorld(true);
    const auto root = world.open();
    QVERIFY(root->createFile("f", "x", 0644));
    world.memory->setVolume({Volume::Kind::Network, "nfs", true});
    QCOMPARE(root->volume().value().name, "nfs");
    QCOMPARE(outcome(root->createFile("g", "x", 0644)), "FileSystemReadOnly");
    QCOMPARE(outcome(root->createDirectory("g", 0755)), "FileSystemReadOnly");
    QCOMPARE(outcome(root->renameNoReplace("f", *root, "g")), "FileSystemReadOnly");
    QCOMPARE(outcome(root->removeFile("f")), "FileSystemReadOnly");
    QCOMPARE(root->readFile("f", 10).value(), "x");
}

void TestFileSystem::memoryWithoutNoReplace()
{
    const World world = makeWorld(true);
    const auto root = world.open();
    QVERIFY(root->createDirectory("a", 0755));
    world.memory->setRenameNoReplaceKnown(false);
    const Done renamed = root->renameNoReplace("a", *root, "b");
    QCOMPARE(outcome(renamed), "FileOperationUnsupported");
    QCOMPARE(renamed.error().systemError, EINVAL);
    QVERIFY(root->find("a").value() && !root->find("b").value());
    QCOMPARE(outcome(root->renamePlain("a", *root, "b")), "ok");
}

void TestFileSystem::memoryGivesItsOwner()
{
    const auto memory = MemoryFileSystem::create(1000, 1001);
    memory->makeDirectories("/a/b", 0700);
    memory->makeFile("/a/b/f", "x", 0600);
    memory->changeOwner("/a/b/f", 5, 6);
    memory->changeMode("/a/b/f", 0640);
    const auto directory = memory->open("/a/b").value();
    QCOMPARE(directory->status().value().user, 1000U);
    QCOMPARE(directory->status().value().group, 1001U);
    QCOMPARE(directory->status().value().mode, 0700U);
    QCOMPARE(memory->open("/a").value()->status().value().mode, 0755U);
    QCOMPARE(directory->find("f").value()->user, 5U);
    QCOMPARE(directory->find("f").value()->mode, 0640U);
    QVERIFY(directory->changeOwner(7, 8));
    QCOMPARE(directory->status().value().user, 7U);
    memory->removeTree("/a");
    QCOMPARE(outcome(memory->open("/a")), "FileNotFound");
    QCOMPARE(outcome(directory->createFile("late", "", 0644)), "FileNotFound");
}

void TestFileSystem::renameBetweenImplementations()
{
    const World real = makeWorld(false);
    const World memory = makeWorld(true);
    QVERIFY(real.open()->createFile("f", "", 0644));
    QVERIFY(memory.open()->createFile("f", "", 0644));
    QCOMPARE(outcome(real.open()->renameNoReplace("f", *memory.open(), "g")), "FileCrossesFileSystems");
    QCOMPARE(outcome(memory.open()->renameNoReplace("f", *real.open(), "g")), "FileCrossesFileSystems");
    QCOMPARE(outcome(memory.open()->renameNoReplace("f", *makeWorld(true).open(), "g")), "FileCrossesFileSystems");
    const auto shared = posixFileSystem()->open("/proc");
    QCOMPARE(outcome(real.open()->renameNoReplace("f", **shared, "g")), "FileCrossesFileSystems");
}

void TestFileSystem::errorOfEachSystemError_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    const auto row = [](int code, const char *name, Error::Kind kind) {
        QTest::addRow("%s", std::generic_category().message(code).c_str()) << code << QByteArray(name) << int(kind);
    };
    using enum Error::Kind;
    row(ENOENT, "FileNotFound", NotFound);
    row(EEXIST, "FileExists", Conflict);
    row(EACCES, "FileDenied", Denied);
    row(EPERM, "FileDenied", Denied);
    row(ENOTDIR, "FileNotADirectory", Conflict);
    row(ELOOP, "FileNotRegular", Conflict);
    row(ENOTEMPTY, "DirectoryNotEmpty", Conflict);
    row(EXDEV, "FileCrossesFileSystems", Failed);
    row(ENOSPC, "FileSystemFull", Failed);
    row(EDQUOT, "FileSystemFull", Failed);
    row(EROFS, "FileSystemReadOnly", Denied);
    row(EINVAL, "FileOperationUnsupported", Failed);
    row(ENOSYS, "FileOperationUnsupported", Failed);
    row(EAGAIN, "LockFailed", Busy);
    row(EIO, "FileOperationFailed", Failed);
    row(EMFILE, "FileOperationFailed", Failed);
    row(ENAMETOOLONG, "FileOperationFailed", Failed);
    row(ESTALE, "FileOperationFailed", Unreachable);
    row(ENOTCONN, "FileOperationFailed", Unreachable);
}

void TestFileSystem::errorOfEachSystemError()
{
    QFETCH(int, code);
    QFETCH(QByteArray, name);
    QFETCH(int, kind);
    const Error error = systemError(code, "renameat2", "/from", "/to");
    QCOMPARE(QByteArray(messageName(error.id).data()), name);
    QCOMPARE(int(error.kind), kind);
    QCOMPARE(error.systemError, code);
    QCOMPARE(error.args.size(), messageArgumentCount(error.id));
}

QTEST_APPLESS_MAIN(TestFileSystem)
#include "tst_filesystem.moc"
