// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/place.h"
#include "core/demo/demo.h"
#include "core/fs/makedirectories.h"
#include "core/fs/native.h"
#include "core/fs/paths.h"
#include "core/pbs/timezone.h"

#include <QTemporaryDir>
#include <QTest>

#include <windows.h>

#include <algorithm>
#include <set>

using namespace espalier;
using namespace espalier::fs;

/// The port's implementation on drives and shares, and what begins with a single slash.
class TestWindowsFileSystem : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void roots_data();
    void roots();
    void placesOfPeople_data();
    void placesOfPeople();
    void opensByDriveOnly();
    void refusesNamesOfStreams_data();
    void refusesNamesOfStreams();
    void listsWhatIsThere();
    void goesBeyondTheLongestPath();
    void namesOfDevicesAreNames();
    void keepsWhatIsThere();
    void replaces();
    void replacesWhatIsOpen();
    void appends();
    void renameNeverReplaces();
    void removes();
    void locksConflict();
    void neverWritesADatastore();
    void memoryHoldsADemo();
    void zonesCameAlong();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::shared_ptr<Directory> m_directory;
};

void TestWindowsFileSystem::init()
{
    m_directory.reset();
    m_temporary = std::make_unique<QTemporaryDir>();
    m_directory = nativeFileSystem()->open(m_temporary->path().toStdString()).value();
}

void TestWindowsFileSystem::roots_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("parent");

    QTest::newRow("drive") << QByteArray("C:/") << QByteArray("C:/") << QByteArray("C:/");
    QTest::newRow("directory") << QByteArray("C:/data") << QByteArray("C:/") << QByteArray("C:/");
    QTest::newRow("deeper") << QByteArray("c:/data/ds") << QByteArray("c:/") << QByteArray("c:/data");
    QTest::newRow("share") << QByteArray("//nas/backup") << QByteArray("//nas/backup") << QByteArray("//nas/backup");
    QTest::newRow("in a share") << QByteArray("//nas/backup/ds") << QByteArray("//nas/backup/") << QByteArray("//nas/backup/");
    QTest::newRow("memory") << QByteArray("/demo/site-a") << QByteArray("/") << QByteArray("/demo");
    QTest::newRow("relative") << QByteArray("data") << QByteArray("") << QByteArray("");
    QTest::newRow("where the drive is") << QByteArray("C:data") << QByteArray("") << QByteArray("");
    QTest::newRow("no share") << QByteArray("//nas") << QByteArray("") << QByteArray("");
    QTest::newRow("no server") << QByteArray("///data") << QByteArray("") << QByteArray("");
}

void TestWindowsFileSystem::roots()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, parent);
    QCOMPARE(QByteArray::fromStdString(std::string(rootOf(path.toStdString()))), root);
    if (!root.isEmpty()) {
        const std::string text = path.toStdString();
        QCOMPARE(QByteArray::fromStdString(std::string(parentOf(text))), parent);
    }
}

void TestWindowsFileSystem::placesOfPeople_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("backslashes") << QByteArray("C:\\data\\ds\\") << QByteArray("C:/data/ds");
    QTest::newRow("share") << QByteArray("\\\\nas\\backup\\ds") << QByteArray("//nas/backup/ds");
    QTest::newRow("long form") << QByteArray("\\\\?\\C:\\data") << QByteArray("C:/data");
    QTest::newRow("long form of a share") << QByteArray("\\\\?\\UNC\\nas\\backup\\ds") << QByteArray("//nas/backup/ds");
    QTest::newRow("up, and never above the drive") << QByteArray("C:/../../data") << QByteArray("C:/data");
    QTest::newRow("relative") << QByteArray("ds\\a") << QByteArray("D:/here/ds/a");
    QTest::newRow("file URL") << QByteArray("file:///C:/my%20data") << QByteArray("C:/my data");
}

void TestWindowsFileSystem::placesOfPeople()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    const auto place = Place::fromString(text.toStdString(), "D:/here");
    QVERIFY(place);
    QCOMPARE(QByteArray::fromStdString(place->path()), path);
    QVERIFY(Place::fromString(place->toString()) == *place);
}

void TestWindowsFileSystem::opensByDriveOnly()
{
    const auto files = nativeFileSystem();
    QCOMPARE(files->open("data").error().id, MessageId::NameRefused);
    QCOMPARE(files->open("C:data").error().id, MessageId::NameRefused);
    QCOMPARE(files->open(m_directory->path() + "\\x").error().id, MessageId::NameRefused);
    QCOMPARE(files->open(m_directory->path() + "/missing").error().kind, Error::Kind::NotFound);
    QVERIFY(m_directory->createFile("file", "", 0600));
    QCOMPARE(files->open(m_directory->path() + "/file").error().id, MessageId::FileNotADirectory);
    QVERIFY(isAbsolute(m_directory->path()));
}

void TestWindowsFileSystem::refusesNamesOfStreams_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *const name : {"file:stream", "a\\b", "..", ".", "", "a/b", "2024-01-01T00:00:00Z"})
        QTest::newRow(name) << QByteArray(name);
}

void TestWindowsFileSystem::refusesNamesOfStreams()
{
    QFETCH(QByteArray, name);
    const std::string text = name.toStdString();
    QCOMPARE(m_directory->createFile(text, "x", 0600).error().id, MessageId::NameRefused);
    QCOMPARE(m_directory->createDirectory(text, 0700).error().id, MessageId::NameRefused);
    QCOMPARE(m_directory->readFile(text, 10).error().id, MessageId::NameRefused);
    QCOMPARE(m_directory->find(text).error().id, MessageId::NameRefused);
    QCOMPARE(m_directory->removeFile(text).error().id, MessageId::NameRefused);
    QCOMPARE(m_directory->openDirectory(text).error().id, MessageId::NameRefused);
    QVERIFY(m_directory->entries()->empty());
}

void TestWindowsFileSystem::listsWhatIsThere()
{
    std::set<std::string> wanted{"größe", "日本語"};
    for (int i = 0; i < 2000; ++i) // more than one answer of the system
        wanted.insert("a file with a name of some length, number " + std::to_string(i));
    for (const std::string &name : wanted)
        QVERIFY(m_directory->createFile(name, "x", 0600));
    QVERIFY(m_directory->createDirectory("directory", 0700));
    for (int round = 0; round < 2; ++round) {
        const auto entries = m_directory->entries();
        QVERIFY(entries);
        std::set<std::string> found;
        for (const Entry &entry : *entries) {
            QCOMPARE(entry.kind, entry.name == "directory" ? EntryKind::Directory : EntryKind::File);
            QCOMPARE(entry.inode, m_directory->find(entry.name).value()->inode);
            found.insert(entry.name);
        }
        QCOMPARE(found.size(), wanted.size() + 1);
        QVERIFY(std::ranges::includes(found, wanted));
    }
}

void TestWindowsFileSystem::goesBeyondTheLongestPath()
{
    std::string path = m_directory->path();
    for (int i = 0; i < 5; ++i)
        path += "/" + std::string(100, static_cast<char>('a' + i));
    const auto deep = openOrMakeAll(*nativeFileSystem(), path, 0700);
    QVERIFY(deep);
    QVERIFY((*deep)->replaceFile("file", "content", 0600));
    const auto again = nativeFileSystem()->open(path);
    QVERIFY(again);
    QCOMPARE((*again)->readFile("file", 100).value(), std::string("content"));
    QVERIFY((*again)->removeFile("file"));
}

void TestWindowsFileSystem::namesOfDevicesAreNames()
{
    QVERIFY(m_directory->createFile("nul", "kept", 0600));
    QCOMPARE(m_directory->readFile("nul", 10).value(), std::string("kept"));
    QVERIFY(m_directory->removeFile("nul"));
}

void TestWindowsFileSystem::keepsWhatIsThere()
{
    QVERIFY(m_directory->createFile("file", "first", 0600));
    QCOMPARE(m_directory->createFile("file", "second", 0600).error().id, MessageId::FileExists);
    QCOMPARE(m_directory->createDirectory("file", 0700).error().id, MessageId::FileExists);
    QCOMPARE(m_directory->readFile("file", 10).value(), std::string("first"));
    QCOMPARE(m_directory->readFile("file", 4).error().id, MessageId::FileTooLarge);
    QCOMPARE(m_directory->readStart("file", 3).value().bytes, std::string("fir"));
    QVERIFY(m_directory->createDirectory("directory", 0700));
    QCOMPARE(m_directory->readFile("directory", 10).error().id, MessageId::FileNotRegular);
    QCOMPARE(m_directory->openDirectory("file").error().id, MessageId::FileNotADirectory);
}

void TestWindowsFileSystem::replacesWhatIsOpen()
{
    if (::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version"))
        QSKIP("Wine cannot do what Windows 10 can.");
    QVERIFY(m_directory->replaceFile("file", "first", 0600));
    const auto open = m_directory->openAppend("file");
    QVERIFY(open);
    QVERIFY(m_directory->replaceFile("file", "second", 0600));
    QCOMPARE(m_directory->readFile("file", 10).value(), std::string("second"));
}

void TestWindowsFileSystem::replaces()
{
    QVERIFY(m_directory->replaceFile("file", "first", 0600));
    QVERIFY(m_directory->createFile("file" + std::string(replacementSuffix), "left over", 0600));
    QVERIFY(m_directory->replaceFile("file", "second", 0600));
    QCOMPARE(m_directory->readFile("file", 10).value(), std::string("second"));
    QCOMPARE(m_directory->entries()->size(), std::size_t{1});

    QVERIFY(m_directory->createFile("other", "third", 0600));
    QVERIFY(m_directory->replaceBy("file", "other"));
    QCOMPARE(m_directory->readFile("file", 10).value(), std::string("third"));
    QVERIFY(m_directory->createDirectory("directory", 0700));
    QCOMPARE(m_directory->replaceBy("directory", "file").error().id, MessageId::FileNotRegular);
    QVERIFY(!m_directory->replaceFile("directory", "x", 0600));
    QVERIFY(m_directory->find("directory").value());
}

void TestWindowsFileSystem::appends()
{
    const auto first = m_directory->openAppend("journal");
    QVERIFY(first);
    QVERIFY((*first)->append("one\n"));
    const auto second = m_directory->openAppend("journal");
    QVERIFY(second);
    QVERIFY((*second)->append("two\n"));
    QVERIFY((*first)->append("three\n"));
    QVERIFY((*first)->sync());
    QCOMPARE(m_directory->readFile("journal", 100).value(), std::string("one\ntwo\nthree\n"));
}

void TestWindowsFileSystem::renameNeverReplaces()
{
    QVERIFY(m_directory->createDirectory("from", 0700));
    QVERIFY(m_directory->createDirectory("to", 0700));
    const auto to = m_directory->openDirectory("to");
    QVERIFY(to);
    QVERIFY((*to)->createDirectory("from", 0700));
    QCOMPARE(m_directory->renameNoReplace("from", **to, "from").error().id, MessageId::FileExists);
    QVERIFY(m_directory->renameNoReplace("from", **to, "other"));
    QVERIFY(!m_directory->find("from").value());
    QVERIFY((*to)->find("other").value());
    QCOMPARE(m_directory->renameNoReplace("missing", **to, "x").error().kind, Error::Kind::NotFound);
}

void TestWindowsFileSystem::removes()
{
    QVERIFY(m_directory->createDirectory("directory", 0700));
    QVERIFY(m_directory->openDirectory("directory").value()->createFile("file", "", 0600));
    QCOMPARE(m_directory->removeDirectory("directory").error().id, MessageId::DirectoryNotEmpty);
    QVERIFY(!m_directory->removeFile("directory"));
    QVERIFY(m_directory->openDirectory("directory").value()->removeFile("file"));
    QVERIFY(m_directory->removeDirectory("directory"));
    QCOMPARE(m_directory->removeFile("directory").error().kind, Error::Kind::NotFound);
}

void TestWindowsFileSystem::locksConflict()
{
    const auto shared = m_directory->lockFile("lock", Access::Shared);
    QVERIFY(shared);
    QVERIFY(m_directory->lockFile("lock", Access::Shared));
    const auto busy = m_directory->lockFile("lock", Access::Exclusive);
    QVERIFY(!busy);
    QCOMPARE(busy.error().kind, Error::Kind::Busy);
    {
        const auto exclusive = m_directory->lockFile("other", Access::Exclusive);
        QVERIFY(exclusive);
        QCOMPARE(m_directory->lockFile("other", Access::Shared).error().kind, Error::Kind::Busy);
        QVERIFY(m_directory->readFile("other", 10)); // nobody is kept from reading
    }
    QVERIFY(m_directory->lockFile("other", Access::Exclusive));
}

void TestWindowsFileSystem::neverWritesADatastore()
{
    QCOMPARE(m_directory->volume().value().kind, Volume::Kind::Windows);
    QCOMPARE(writeDemo(*nativeFileSystem(), m_directory->path() + "/demo").error().id, MessageId::WriteWindowsDirectory);
    QVERIFY(m_directory->entries()->empty());
    QVERIFY(!m_directory->lockSelf(Access::Exclusive));
    QVERIFY(!m_directory->syncFileSystem());
}

void TestWindowsFileSystem::memoryHoldsADemo()
{
    QVERIFY(openOrMakeAll(*nativeFileSystem(), "/test", 0755));
    QVERIFY(writeDemo(*nativeFileSystem(), "/test/demo"));
    const auto site = nativeFileSystem()->open("/test/demo/site-a");
    QVERIFY(site);
    QCOMPARE((*site)->volume().value().kind, Volume::Kind::Local);
}

void TestWindowsFileSystem::zonesCameAlong()
{
    QVERIFY(TimeZone::named("Europe/Vienna"));
    QVERIFY(TimeZone::local());
}

QTEST_GUILESS_MAIN(TestWindowsFileSystem)

#include "tst_windowsfilesystem.moc"
