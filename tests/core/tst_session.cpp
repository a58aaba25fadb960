// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/accounts.h"
#include "core/datastore/session.h"
#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <thread>

using namespace espalier;

namespace {

Place placeOf(const std::string &path)
{
    return Place::fromString(path).value();
}

std::shared_ptr<fs::MemoryFileSystem> ownFiles()
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    test::makeStore(*files, "/ds/alpha");
    files->changeOwner("/ds/alpha", fs::processUser(), fs::processGroup());
    return files;
}

QString reasonOf(const WriteAccess &access)
{
    return access.reason ? QString::fromStdString(std::string(messageName(access.reason->id))) : QString();
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void opensAStore();
    void refusesOtherPlaces();
    void readsTheHostAfresh();
    void noticesAnotherDirectory();
    void looksAtTheRealRoot();
    void isAValue();
    void findsTheStateHome_data();
    void findsTheStateHome();
    void readsAccounts();
};

void TestSession::opensAStore()
{
    const auto files = ownFiles();
    const auto session = StoreSession::open(files, placeOf("/ds/alpha"), {"/", "/state"});
    QVERIFY(session.has_value());
    QCOMPARE(session->place(), placeOf("/ds/alpha"));
    QCOMPARE(session->store().identity.path, std::string("/ds/alpha"));
    QCOMPARE(session->name(), std::string("alpha"));
    QCOMPARE(session->fileSystem().get(), files.get());
    QVERIFY(!session->host().present());
    QVERIFY(!session->realHost());
    QVERIFY(session->access().allowed);
    QCOMPARE(session->access().journalDirectory, std::string("/state/espalier"));
    QVERIFY(session->activity().isComplete);
}

void TestSession::refusesOtherPlaces()
{
    const auto files = ownFiles();
    const auto remote = StoreSession::open(files, placeOf("ssh://host/ds/alpha"));
    QVERIFY(!remote);
    QCOMPARE(remote.error().id, MessageId::PlaceNotSupported);
    const auto missing = StoreSession::open(files, placeOf("/ds/beta"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().id, MessageId::StoreNotFound);
}

void TestSession::readsTheHostAfresh()
{
    const auto files = ownFiles();
    files->makeDirectories("/p");
    auto session = StoreSession::open(files, placeOf("/ds/alpha"), {"/p", "/state"}).value();
    QVERIFY(session.access().allowed);

    files->makeDirectories("/p/run/proxmox-backup");
    files->makeFile("/p/etc/proxmox-backup/datastore.cfg", "datastore: tank\n\tpath /ds/alpha\n\tmaintenance-mode delete\n");
    QVERIFY(session.access().allowed);
    QVERIFY(session.refresh().has_value());
    QCOMPARE(reasonOf(session.access()), QStringLiteral("WriteMaintenance"));
    QCOMPARE(session.name(), std::string("tank"));
    QVERIFY(session.host().present());

    files->setExclusiveRecordLock("/ds/alpha/.lock", 77);
    const Activity activity = session.activity();
    QVERIFY(activity.garbageCollection);
    QVERIFY(activity.configured && activity.configured->name == "tank");
}

void TestSession::noticesAnotherDirectory()
{
    const auto files = ownFiles();
    auto session = StoreSession::open(files, placeOf("/ds/alpha"), {"/", "/state"}).value();
    const auto inode = session.store().identity.rootInode;
    files->removeTree("/ds/alpha");
    const Done gone = session.refresh();
    QVERIFY(!gone);
    QCOMPARE(gone.error().id, MessageId::StoreNotFound);

    test::makeStore(*files, "/ds/alpha");
    const Done another = session.refresh();
    QVERIFY(!another);
    QCOMPARE(another.error().id, MessageId::StoreChanged);
    QCOMPARE(session.store().identity.rootInode, inode);
}

void TestSession::looksAtTheRealRoot()
{
    const auto files = ownFiles();
    files->makeDirectories("/run/proxmox-backup");
    files->makeFile("/etc/proxmox-backup/datastore.cfg", "datastore: tank\n\tpath /ds/alpha\n");
    files->makeDirectories("/p");
    const auto session = StoreSession::open(files, placeOf("/ds/alpha"), {"/p/", "/state"}).value();
    QVERIFY(session.realHost() && session.realHost()->present());
    QVERIFY(!session.host().present());
    QCOMPARE(reasonOf(session.access()), QStringLiteral("WriteHostPbsElsewhere"));

    files->makeFile("/ds/alpha/.espalier-demo", "espalier demo 1\n");
    QVERIFY(StoreSession::open(files, placeOf("/ds/alpha"), {"/p", "/state"})->access().allowed);
}

void TestSession::isAValue()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/alpha";
    std::filesystem::create_directories(path + "/.chunks");
    std::ofstream(path + "/.lock").flush();
    const auto session = StoreSession::open(fs::posixFileSystem(), placeOf(path), {folder.path().toStdString(), "/state"}).value();
    Done refreshed = fail(Error::Kind::Failed, MessageId::ScanStopped, "");
    StoreSession copy = session;
    std::jthread([&] { refreshed = copy.refresh(); }).join();
    QVERIFY(refreshed.has_value());
    QVERIFY(copy.access().allowed);
    QVERIFY(session.access().allowed);
}

void TestSession::findsTheStateHome_data()
{
    QTest::addColumn<QByteArray>("stateHome");
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QString>("found"); // "-": from the list of users

    QTest::newRow("set") << QByteArray("/s") << QByteArray("/h") << "/s";
    QTest::newRow("relative") << QByteArray("s") << QByteArray("/h") << "/h/.local/state";
    QTest::newRow("home") << QByteArray() << QByteArray("/h/") << "/h/.local/state";
    QTest::newRow("nothing") << QByteArray() << QByteArray() << "-";
    QTest::newRow("relative home") << QByteArray() << QByteArray("h") << "-";
}

void TestSession::findsTheStateHome()
{
    QFETCH(QByteArray, stateHome);
    QFETCH(QByteArray, home);
    QFETCH(QString, found);
    const QByteArray oldStateHome = qgetenv("XDG_STATE_HOME");
    const QByteArray oldHome = qgetenv("HOME");
    qputenv("XDG_STATE_HOME", stateHome);
    qputenv("HOME", home);
    const QString result = QString::fromStdString(defaultStateHome());
    qputenv("XDG_STATE_HOME", oldStateHome);
    qputenv("HOME", oldHome);
    if (found == QStringLiteral("-")) {
        const auto account = accountOfUser(*fs::posixFileSystem(), fs::processUser());
        found = account ? QString::fromStdString(account->home) + QStringLiteral("/.local/state") : QString();
    }
    QCOMPARE(result, found);
}

void TestSession::readsAccounts()
{
    const auto files = fs::MemoryFileSystem::create();
    QVERIFY(!accountOfUser(*files, 0));
    QCOMPARE(nameOfUser(*files, 7), std::string("#7"));
    files->makeFile("/etc/passwd", "broken\n::1:\nme:x:1000:100:Me:/home/me:/bin/sh\nrelative:x:1001:1:::\nodd:x:1002:x::/h:/s");
    files->makeFile("/etc/group", "users:x:100:me");
    const auto me = accountOfUser(*files, 1000);
    QVERIFY(me);
    QCOMPARE(me->name, std::string("me"));
    QCOMPARE(me->group, 100U);
    QCOMPARE(me->home, std::string("/home/me"));
    QCOMPARE(accountOfUser(*files, 1001).value().home, std::string());
    QVERIFY(!accountOfUser(*files, 1002));
    QCOMPARE(nameOfUser(*files, 1002), std::string("odd"));
    QCOMPARE(nameOfUser(*files, 1), std::string("#1"));
    QCOMPARE(nameOfGroup(*files, 100), std::string("users"));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
