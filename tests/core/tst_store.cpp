// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/store.h"
#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <filesystem>

using namespace espalier;

namespace {

QByteArray messageOf(const Result<OpenedStore> &opened)
{
    const std::string_view name = opened ? std::string_view("ok") : messageName(opened.error().id);
    return QByteArray(name.data(), qsizetype(name.size()));
}

std::shared_ptr<fs::MemoryFileSystem> sample()
{
    auto files = fs::MemoryFileSystem::create();
    test::makeStore(*files, "/mnt/datastore/tank");
    test::makeGroup(*files, "/mnt/datastore/tank", "a", "vm/100", {"2024-01-01T00:00:00Z"});
    files->makeDirectories("/mnt/datastore/.hidden");
    files->makeDirectories("/empty");
    files->makeDirectories("/fresh/lost+found");
    files->makeFile("/file", "x");
    files->makeFile("/home/me/letter", "x");
    files->makeDirectories("/half/.chunks");
    files->makeFile("/halved/.lock", "");
    files->makeFile("/fake/.chunks", "");
    files->makeFile("/fake/.lock", "");
    files->makeDirectories("/a/b/c/d");
    test::makeStore(*files, "/a/b/c/store");
    files->makeSymlink("/elsewhere/link", "/mnt/datastore/tank");
    return files;
}

} // namespace

/// What is a datastore, and what is said of everything else.
class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void identity();
    void demos();
    void resolved();
    void withoutPermission();
    void relative();
};

void TestStore::kinds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("offered");

    const auto row = [](const char *name, const char *path, const char *message, const char *offered = "") {
        QTest::newRow(name) << QByteArray(path) << QByteArray(message) << QByteArray(offered);
    };
    row("a datastore", "/mnt/datastore/tank", "ok");
    row("one level above", "/mnt/datastore", "StoreOneLevelBelow", "/mnt/datastore/tank");
    row("two levels above", "/mnt", "StoreOneLevelBelow", "/mnt/datastore/tank");
    row("three levels above", "/", "StoreNotRecognised");
    row("its chunks", "/mnt/datastore/tank/.chunks", "StoreLevelsAbove", "/mnt/datastore/tank");
    row("a namespace", "/mnt/datastore/tank/ns/a", "StoreLevelsAbove", "/mnt/datastore/tank");
    row("a group", "/mnt/datastore/tank/ns/a/vm/100", "StoreLevelsAbove", "/mnt/datastore/tank");
    row("a file in it", "/mnt/datastore/tank/.lock", "StoreLevelsAbove", "/mnt/datastore/tank");
    row("a file", "/file", "StoreIsFile");
    row("below a file", "/file/x", "StoreNotFound");
    row("nothing", "/missing", "StoreNotFound");
    row("nothing in nothing", "/missing/x", "StoreNotFound");
    row("empty", "/empty", "StoreIsEmpty");
    row("a fresh file system", "/fresh", "StoreIsEmpty");
    row("something else", "/home/me", "StoreNotRecognised");
    row("no lock file", "/half", "StoreNotRecognised");
    row("no chunks", "/halved", "StoreNotRecognised");
    row("chunks is a file", "/fake", "StoreNotRecognised");
    row("three levels below", "/a", "StoreNotRecognised");
    row("a link is not followed on the way down", "/elsewhere", "StoreNotRecognised");
    row("a link that was given is", "/elsewhere/link", "ok");
}

void TestStore::kinds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, offered);
    const auto files = sample();
    const auto opened = openStore(*files, path.toStdString());
    QCOMPARE(messageOf(opened), message);
    if (opened)
        return;
    QCOMPARE(QByteArray::fromStdString(opened.error().args.at(0)), path);
    QCOMPARE(opened.error().args.size(), messageArgumentCount(opened.error().id));
    if (!offered.isEmpty()) {
        QCOMPARE(QByteArray::fromStdString(opened.error().args.at(1)), offered);
        QVERIFY(openStore(*files, offered.toStdString()));
    }
}

void TestStore::identity()
{
    const auto files = sample();
    files->changeOwner("/mnt/datastore/tank", 1000, 100);
    const auto store = openStore(*files, "/mnt/datastore/tank/").value();
    QCOMPARE(store.identity.path, std::string("/mnt/datastore/tank"));
    QCOMPARE(store.user, 1000u);
    QCOMPARE(store.group, 100u);
    QVERIFY(!store.isDemo);
    QVERIFY(store.identity.rootInode != 0);
    QVERIFY(store.identity.chunksInode != store.identity.rootInode);
    StoreIdentity other = store.identity;
    other.path = "/elsewhere";
    other.device = 7;
    QVERIFY(store.identity.sameStore(other));
    for (auto change : {+[](StoreIdentity &id) { ++id.rootInode; }, +[](StoreIdentity &id) { ++id.chunksInode; },
                        +[](StoreIdentity &id) { ++id.rootBirthTime; }, +[](StoreIdentity &id) { ++id.chunksBirthTime; }}) {
        StoreIdentity changed = store.identity;
        change(changed);
        QVERIFY(!store.identity.sameStore(changed));
    }
}

void TestStore::demos()
{
    const auto files = sample();
    const std::string root = "/mnt/datastore/tank";
    const auto marked = [&](std::string_view content) {
        files->removeTree(root + "/.espalier-demo");
        files->makeFile(root + "/.espalier-demo", content);
        return openStore(*files, root).value();
    };
    QVERIFY(marked("espalier demo 1\n").isDemo);
    QVERIFY(!marked("espalier demo 1\n").metadataOnly);
    QVERIFY(marked("espalier demo 1\nmetadata-only\n").metadataOnly);
    QVERIFY(!marked("").isDemo);
    QVERIFY(!marked("something else\nmetadata-only\n").metadataOnly);
}

void TestStore::resolved()
{
    const QTemporaryDir folder;
    const std::string base = std::filesystem::canonical(folder.path().toStdString());
    const std::string root = base + "/real/tank";
    std::filesystem::create_directories(root + "/.chunks");
    test::loadRows(root, {{.path = ".lock", .kind = 'f', .mode = 0644, .user = 34, .group = 34, .content = ""}});
    std::filesystem::create_directory_symlink(root, base + "/link");
    std::filesystem::create_directory_symlink(root + "/.chunks", base + "/chunks");
    const auto files = fs::posixFileSystem();
    QCOMPARE(openStore(*files, base + "/link").value().identity.path, root);
    const auto inside = openStore(*files, base + "/chunks");
    QCOMPARE(messageOf(inside), QByteArray("StoreLevelsAbove"));
    QCOMPARE(inside.error().args.at(1), root);
}

void TestStore::withoutPermission()
{
    const QTemporaryDir folder;
    const std::string base = folder.path().toStdString();
    std::filesystem::permissions(base, std::filesystem::perms::owner_all | std::filesystem::perms::others_exec);
    std::filesystem::create_directories(base + "/store/.chunks");
    std::filesystem::permissions(base + "/store", std::filesystem::perms::none);
    constexpr std::uint32_t nobody = 65534;
    const bool isRoot = ::geteuid() == 0;
    auto acting = fs::ActingAs::user(isRoot ? nobody : ::geteuid(), isRoot ? nobody : ::getegid());
    QVERIFY(acting);
    const auto opened = openStore(*fs::posixFileSystem(), base + "/store");
    acting->reset();
    std::filesystem::permissions(base + "/store", std::filesystem::perms::owner_all);
    QCOMPARE(messageOf(opened), QByteArray("StoreDenied"));
    QCOMPARE(opened.error().kind, Error::Kind::Denied);
}

void TestStore::relative()
{
    QVERIFY(!openStore(*sample(), "mnt"));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
