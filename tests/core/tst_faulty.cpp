// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/memory.h"
#include "support/faultyfilesystem.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::fs;
using espalier::test::Fault;
using espalier::test::FaultyFileSystem;

namespace {

std::shared_ptr<MemoryFileSystem> someFiles()
{
    auto files = MemoryFileSystem::create();
    files->makeFile("/store/a/f", "content");
    files->makeDirectories("/store/b");
    return files;
}

/// What the test's subject does: some reading, some changing. Ends at the first failure.
Done work(FileSystem &files)
{
    const auto root = files.open("/store");
    if (!root)
        return failWith(root);
    const auto a = (*root)->openDirectory("a");
    if (!a)
        return failWith(a);
    const auto b = (*root)->openDirectory("b");
    if (!b)
        return failWith(b);
    const auto lock = (*b)->lockSelf(Access::Exclusive);
    if (!lock)
        return failWith(lock);
    if (const Done made = (*b)->createFile("log", "", 0644); !made)
        return made;
    const auto log = (*b)->openAppend("log");
    if (!log)
        return failWith(log);
    if (const Done written = (*log)->append("moved\n"); !written)
        return written;
    if (const Done synced = (*log)->sync(); !synced)
        return synced;
    return (*a)->renameNoReplace("f", **b, "f");
}

constexpr int callsOfWork = 9;
constexpr int changesOfWork = 5;

} // namespace

/// The file system that fails on purpose.
class TestFaulty : public QObject
{
    Q_OBJECT

private slots:
    void withoutAFaultItIsTheFileSystem();
    void failsAtEachCall();
    void failsAfterDoingIt();
    void failsFromThenOn();
    void countsOnlyChanges();
    void tellsBeforeEachCall();
    void wrapsWhatWasOpenedElsewhere();
    void meansWhatTheSystemErrorMeans();
};

void TestFaulty::withoutAFaultItIsTheFileSystem()
{
    const auto files = someFiles();
    FaultyFileSystem faulty(files);
    QVERIFY(work(faulty));
    QCOMPARE(faulty.calls(), callsOfWork);
    QVERIFY(!faulty.happened());
    QCOMPARE(files->open("/store/b").value()->readFile("f", 100).value(), "content");
    QCOMPARE(files->open("/store/b").value()->readFile("log", 100).value(), "moved\n");
    QVERIFY(files->open("/store/a").value()->entries().value().empty());
}

void TestFaulty::failsAtEachCall()
{
    for (int at = 1; at <= callsOfWork; ++at) {
        const auto files = someFiles();
        FaultyFileSystem faulty(files, {.at = at, .systemError = EIO});
        const Done done = work(faulty);
        QVERIFY(!done);
        QCOMPARE(done.error().systemError, EIO);
        QCOMPARE(faulty.calls(), at);
        QVERIFY(faulty.happened());
        QVERIFY(files->open("/store/a").value()->find("f").value()); // the last call moves it
        QVERIFY(files->open("/store/b").value()->lockSelf(Access::Exclusive));
    }
    FaultyFileSystem faulty(someFiles(), {.at = callsOfWork + 1});
    QVERIFY(work(faulty));
    QVERIFY(!faulty.happened());
}

void TestFaulty::failsAfterDoingIt()
{
    const auto files = someFiles();
    FaultyFileSystem faulty(files, {.at = callsOfWork, .systemError = EIO, .how = Fault::How::After});
    const Done done = work(faulty);
    QVERIFY(!done);
    QCOMPARE(done.error().systemError, EIO);
    QCOMPARE(files->open("/store/b").value()->readFile("f", 100).value(), "content");

    FaultyFileSystem locking(files, {.at = 1, .how = Fault::How::After});
    QVERIFY(!locking.wrap(files->open("/store").value())->lockSelf(Access::Exclusive));
    QVERIFY(files->open("/store").value()->lockSelf(Access::Exclusive)); // what nobody got is not held

    FaultyFileSystem failing(files, {.at = 1, .systemError = EIO, .how = Fault::How::After});
    QCOMPARE(failing.open("/nothing").error().systemError, ENOENT); // it failed by itself
}

void TestFaulty::failsFromThenOn()
{
    const auto files = someFiles();
    FaultyFileSystem faulty(files, {.at = 2, .systemError = ENOSPC, .fromThenOn = true});
    const auto root = faulty.open("/store").value();
    for (int i = 0; i < 5; ++i)
        QVERIFY(root->entries().error().id == MessageId::FileSystemFull);
    faulty.setFault({});
    QVERIFY(root->entries());
    QCOMPARE(faulty.calls(), 1);
}

void TestFaulty::countsOnlyChanges()
{
    FaultyFileSystem counting(someFiles(), {.changesOnly = true});
    QVERIFY(work(counting));
    QCOMPARE(counting.calls(), changesOfWork);
    const auto files = someFiles();
    FaultyFileSystem faulty(files, {.at = 1, .changesOnly = true});
    QVERIFY(!work(faulty));
    QVERIFY(files->open("/store/b").value()->entries().value().empty());
}

void TestFaulty::tellsBeforeEachCall()
{
    QByteArrayList calls;
    FaultyFileSystem faulty(someFiles(), {}, [&](int call, std::string_view name) {
        QCOMPARE(call, int(calls.size()) + 1);
        calls.append(QByteArray(name.data(), qsizetype(name.size())));
    });
    QVERIFY(work(faulty));
    QCOMPARE(calls.join(' '), "open openDirectory openDirectory lockSelf createFile openAppend append syncFile renameNoReplace");
}

void TestFaulty::wrapsWhatWasOpenedElsewhere()
{
    const auto files = someFiles();
    FaultyFileSystem faulty(files, {.at = 2});
    const auto root = faulty.wrap(files->open("/store").value());
    QCOMPARE(root->path(), "/store");
    const auto a = root->openDirectory("a").value();
    QVERIFY(!a->find("f"));
    QVERIFY(a->find("f"));
    QVERIFY(a->renameNoReplace("f", *files->open("/store/b").value(), "g")); // onto one that is not wrapped
}

void TestFaulty::meansWhatTheSystemErrorMeans()
{
    const auto files = someFiles();
    const auto renamed = [&](int code) {
        FaultyFileSystem faulty(files, {.at = 2, .systemError = code});
        const auto root = faulty.open("/store").value();
        return root->renameNoReplace("a", *root, "c").error().id;
    };
    QVERIFY(renamed(EINVAL) == MessageId::FileOperationUnsupported);
    QVERIFY(renamed(EXDEV) == MessageId::FileCrossesFileSystems);
    QVERIFY(renamed(EACCES) == MessageId::FileDenied);
    QVERIFY(renamed(ENOSPC) == MessageId::FileSystemFull);
    QVERIFY(renamed(EIO) == MessageId::FileOperationFailed);
    QVERIFY(files->open("/store").value()->find("a").value());
}

QTEST_APPLESS_MAIN(TestFaulty)
#include "tst_faulty.moc"
