// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/datastoreconfig.h"
#include "core/datastore/pbshost.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/archives.h"
#include "support/fixtures.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace espalier;

namespace {

constexpr const char *package = "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n\n";

OpenedStore opened(fs::FileSystem &files, const std::string &path)
{
    OpenedStore store;
    store.root = files.open(path).value();
    const fs::Status status = store.root->status().value();
    store.identity = {path, status.device, status.inode, 0, 0, 0};
    return store;
}

/// Refuses to open some paths.
class AwkwardFileSystem : public fs::FileSystem
{
public:
    explicit AwkwardFileSystem(fs::FileSystem &files) : m_files(files) {}
    std::map<std::string, Error::Kind, std::less<>> failures;

    Result<std::shared_ptr<fs::Directory>> open(std::string_view path) override
    {
        if (const auto failure = failures.find(path); failure != failures.end())
            return fail(failure->second, MessageId::FileDenied, path);
        return m_files.open(path);
    }

private:
    fs::FileSystem &m_files;
};

QStringList names(const std::vector<ConfiguredStore> &stores)
{
    QStringList list;
    for (const ConfiguredStore &store : stores)
        list.append(QString::fromStdString(store.name));
    return list;
}

} // namespace

class TestPbsHost : public QObject
{
    Q_OBJECT

private slots:
    void seesNothingWhereNothingIs();
    void seesPieces_data();
    void seesPieces();
    void readsConfiguration_data();
    void readsConfiguration();
    void readsMaintenance_data();
    void readsMaintenance();
    void picksLockScheme_data();
    void picksLockScheme();
    void findsVersion_data();
    void findsVersion();
    void namesStores_data();
    void namesStores();
    void saysWhatItCouldNotCompare();
    void joinsPaths();
    void readsRealHosts_data();
    void readsRealHosts();
};

void TestPbsHost::seesNothingWhereNothingIs()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeDirectories("/run");
    files->makeFile("/var/lib/dpkg/status", package);
    const PbsHost host = readPbsHost(*files, "/");
    QVERIFY(!host.present());
    QVERIFY(!host.configReadable);
    QVERIFY(host.version.empty());
    QCOMPARE(host.lockScheme(), LockScheme::Directories);
    QVERIFY(!readPbsHost(*files, "/no/such/root").present());
}

void TestPbsHost::seesPieces_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("seen"); // run exists, readable; configuration exists, readable

    QTest::newRow("run directory") << "run" << "run readable";
    QTest::newRow("run directory is a file") << "run file" << "run";
    QTest::newRow("run directory leads nowhere") << "run link" << "run";
    QTest::newRow("run leads nowhere") << "run above" << "run";
    QTest::newRow("configuration without a file") << "config" << "config readable";
    QTest::newRow("configuration leads nowhere") << "config link" << "config";
    QTest::newRow("datastore.cfg is a link") << "cfg link" << "config";
    QTest::newRow("datastore.cfg is damaged") << "cfg damaged" << "config";
    QTest::newRow("datastore.cfg is empty") << "cfg empty" << "config readable";
}

void TestPbsHost::seesPieces()
{
    QFETCH(QString, piece);
    const auto files = fs::MemoryFileSystem::create();
    if (piece == QStringLiteral("run"))
        files->makeDirectories("/p/run/proxmox-backup");
    else if (piece == QStringLiteral("run file"))
        files->makeFile("/p/run/proxmox-backup", "");
    else if (piece == QStringLiteral("run link"))
        files->makeSymlink("/p/run/proxmox-backup", "/nowhere");
    else if (piece == QStringLiteral("run above"))
        files->makeSymlink("/p/run", "/nowhere");
    else if (piece == QStringLiteral("config"))
        files->makeDirectories("/p/etc/proxmox-backup");
    else if (piece == QStringLiteral("config link"))
        files->makeSymlink("/p/etc/proxmox-backup", "/nowhere");
    else if (piece == QStringLiteral("cfg link"))
        files->makeSymlink("/p/etc/proxmox-backup/datastore.cfg", "/elsewhere");
    else if (piece == QStringLiteral("cfg damaged"))
        files->makeFile("/p/etc/proxmox-backup/datastore.cfg", "# no comments here\n");
    else
        files->makeFile("/p/etc/proxmox-backup/datastore.cfg", "");

    const PbsHost host = readPbsHost(*files, "/p/");
    QStringList seen;
    if (host.runDirectoryExists)
        seen.append(host.runDirectoryReadable ? QStringLiteral("run readable") : QStringLiteral("run"));
    if (host.configExists)
        seen.append(host.configReadable ? QStringLiteral("config readable") : QStringLiteral("config"));
    QTEST(seen.join(QStringLiteral(", ")), "seen");
    QVERIFY(host.present());
    QCOMPARE(host.configError.has_value(), host.configExists && !host.configReadable);
}

void TestPbsHost::readsConfiguration_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("stores"); // "-": unreadable

    QTest::newRow("empty") << QByteArray() << "";
    QTest::newRow("two") << QByteArray("datastore: alpha\n\tpath /a\n\ndatastore: beta\n\tpath /b\n") << "alpha,beta";
    QTest::newRow("keys of a newer release") << QByteArray("datastore: alpha\n\tpath /a\n\tnew-thing x\n") << "alpha";
    QTest::newRow("no path") << QByteArray("datastore: alpha\n\tcomment x\n") << "-";
    QTest::newRow("another section") << QByteArray("sync: alpha\n\tpath /a\n") << "-";
    QTest::newRow("a name that climbs") << QByteArray("datastore: ../../x\n\tpath /a\n") << "-";
    QTest::newRow("a name too short") << QByteArray("datastore: ab\n\tpath /a\n") << "-";
    QTest::newRow("twice") << QByteArray("datastore: alpha\n\tpath /a\n\ndatastore: alpha\n\tpath /b\n") << "-";
    QTest::newRow("unknown backend") << QByteArray("datastore: alpha\n\tpath /a\n\tbackend type=tape\n") << "-";
    QTest::newRow("damaged backend") << QByteArray("datastore: alpha\n\tpath /a\n\tbackend type=\"s3\n") << "-";
    QTest::newRow("S3") << QByteArray("datastore: alpha\n\tpath /a\n\tbackend type=s3,client=c,bucket=b\n") << "alpha (S3)";
    QTest::newRow("plain backend") << QByteArray("datastore: alpha\n\tpath /a\n\tbackend type=filesystem\n") << "alpha";
    QTest::newRow("removable") << QByteArray("datastore: alpha\n\tbacking-device 0f\n\tpath a\n") << "alpha (removable)";
}

void TestPbsHost::readsConfiguration()
{
    QFETCH(QByteArray, text);
    const auto stores = readDatastoreConfig(text.toStdString(), "datastore.cfg");
    if (!stores) {
        QCOMPARE(messageName(stores.error().id), messageName(MessageId::ConfigDamaged));
        QCOMPARE(stores.error().args.size(), messageArgumentCount(MessageId::ConfigDamaged));
        QTEST(QStringLiteral("-"), "stores");
        return;
    }
    QStringList list = names(*stores);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const ConfiguredStore &store = (*stores)[static_cast<std::size_t>(i)];
        list[i] += store.isS3 ? QStringLiteral(" (S3)") : store.isRemovable ? QStringLiteral(" (removable)") : QString();
    }
    QTEST(list.join(QLatin1Char(',')), "stores");
}

void TestPbsHost::readsMaintenance_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("message");

    QTest::newRow("plain") << QByteArray("offline") << "offline" << "";
    QTest::newRow("message") << QByteArray("read-only,message=disk swap on monday") << "read-only" << "disk swap on monday";
    QTest::newRow("quoted") << QByteArray("type=offline,message=\"disk swap, bay 3\"") << "offline" << "disk swap, bay 3";
    QTest::newRow("encoded") << QByteArray("offline,message=100%25%20full%1b%") << "offline" << "100% full%";
    QTest::newRow("delete") << QByteArray("delete") << "delete" << "";
    QTest::newRow("unmount") << QByteArray("type=unmount") << "unmount" << "";
    QTest::newRow("S3 refresh") << QByteArray("s3-refresh") << "s3-refresh" << "";
    QTest::newRow("unknown") << QByteArray("closed") << "?" << "";
    QTest::newRow("no type") << QByteArray("message=x") << "?" << "x";
    QTest::newRow("unknown key") << QByteArray("offline, message=x") << "?" << "";
    QTest::newRow("damaged") << QByteArray("offline,message=\"x") << "?" << "";
    QTest::newRow("empty") << QByteArray("") << "?" << "";
}

void TestPbsHost::readsMaintenance()
{
    QFETCH(QByteArray, text);
    const auto stores
        = readDatastoreConfig("datastore: alpha\n\tmaintenance-mode " + text.toStdString() + "\n\tpath /a\n", "datastore.cfg");
    QVERIFY(stores.has_value());
    QTEST(QString::fromStdString(stores->front().maintenanceMode), "mode");
    QTEST(QString::fromStdString(stores->front().maintenanceMessage), "message");
}

void TestPbsHost::picksLockScheme_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("flag");
    QTest::addColumn<int>("scheme");

    const auto row = [](const char *version, bool flag, LockScheme scheme) {
        QTest::addRow("%s%s", version, flag ? " with flag" : "") << QString::fromLatin1(version) << flag << int(scheme);
    };
    row("4.2.3-1", false, LockScheme::Files);
    row("4.2.3-1", true, LockScheme::Both);
    row("3.3.5-1", false, LockScheme::Files);
    row("3.3.5", false, LockScheme::Files);
    row("3.3.4-1", false, LockScheme::Directories);
    row("3.3.4-1", true, LockScheme::Directories);
    row("3.2.12-3", false, LockScheme::Directories);
    row("10.0.0-1", false, LockScheme::Files);
    row("", false, LockScheme::Both);
    row("4.2", false, LockScheme::Both);
    row("4.2.3.1", false, LockScheme::Both);
    row("3.3.5~rc1", false, LockScheme::Both);
    row("1:3.3.4-1", false, LockScheme::Both);
    row("-1.3.5", false, LockScheme::Both);
    row("99999999999.0.0", false, LockScheme::Both);
}

void TestPbsHost::picksLockScheme()
{
    QFETCH(QString, version);
    QFETCH(bool, flag);
    PbsHost host;
    host.runDirectoryExists = host.runDirectoryReadable = true;
    host.version = version.toStdString();
    host.oldLockingFlag = flag;
    QTEST(int(host.lockScheme()), "scheme");
}

void TestPbsHost::findsVersion_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("version");

    const QByteArray other("Package: proxmox-backup-client\nStatus: install ok installed\nVersion: 1.0.0-1\n\n");
    QTest::newRow("alone") << QByteArray(package) << "4.2.3-1";
    QTest::newRow("among others") << other + package + other << "4.2.3-1";
    QTest::newRow("without an end") << QByteArray("Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 3.4.1-1")
                                    << "3.4.1-1";
    QTest::newRow("not there") << other << "";
    QTest::newRow("a longer name") << QByteArray("Package: proxmox-backup-server-x\nStatus: install ok installed\nVersion: 9.9.9\n\n")
            + other << "";
    QTest::newRow("in a description") << QByteArray("Package: x\nDescription: y\n Package: proxmox-backup-server\n\n") << "";
    QTest::newRow("removed") << QByteArray("Package: proxmox-backup-server\nStatus: deinstall ok config-files\nVersion: 4.2.3-1\n\n") << "";
    QTest::newRow("half done") << QByteArray("Package: proxmox-backup-server\nStatus: install ok half-configured\nVersion: 4.2.3-1\n\n")
                               << "";
    QTest::newRow("version of the next stanza")
        << QByteArray("Package: proxmox-backup-server\nStatus: install ok installed\n\n") + other << "";
}

void TestPbsHost::findsVersion()
{
    QFETCH(QByteArray, status);
    const auto files = fs::MemoryFileSystem::create();
    files->makeDirectories("/p/run/proxmox-backup");
    files->makeFile("/p/var/lib/dpkg/status", status.toStdString());
    QTEST(QString::fromStdString(readPbsHost(*files, "/p").version), "version");
}

void TestPbsHost::namesStores_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<bool>("isNamed");

    QTest::newRow("as it stands") << QByteArray("path /ds/alpha") << true;
    QTest::newRow("trailing slash") << QByteArray("path /ds/alpha/") << true;
    QTest::newRow("through a link") << QByteArray("path /link/alpha") << true;
    QTest::newRow("below the prefix") << QByteArray("path /inside/alpha") << true;
    QTest::newRow("another") << QByteArray("path /ds/beta") << false;
    QTest::newRow("not there") << QByteArray("path /ds/gamma") << false;
    QTest::newRow("a file") << QByteArray("path /ds/file") << false;
    QTest::newRow("the directory above") << QByteArray("path /ds") << false;
    QTest::newRow("relative") << QByteArray("path ds/alpha") << false;
    QTest::newRow("removable") << QByteArray("backing-device 0f\n\tpath alpha") << true;
    QTest::newRow("removable with a slash") << QByteArray("backing-device 0f\n\tpath /alpha") << true;
    QTest::newRow("removable with the whole path") << QByteArray("backing-device 0f\n\tpath /mnt/datastore/tank/alpha") << true;
    QTest::newRow("removable elsewhere") << QByteArray("backing-device 0f\n\tpath ds/alpha") << false;
}

void TestPbsHost::namesStores()
{
    QFETCH(QByteArray, section);
    const auto files = fs::MemoryFileSystem::create();
    for (const char *path : {"/ds/alpha", "/ds/beta", "/mnt/datastore/tank", "/p/inside"})
        files->makeDirectories(path);
    files->makeFile("/ds/file", "");
    files->makeSymlink("/link", "/ds");
    files->makeSymlink("/mnt/datastore/tank/alpha", "/ds/alpha");
    files->makeSymlink("/p/inside/alpha", "/ds/alpha");
    files->makeFile("/p/etc/proxmox-backup/datastore.cfg", "datastore: tank\n\t" + section.toStdString() + "\n");

    const PbsHost host = readPbsHost(*files, "/p");
    QVERIFY(host.configReadable);
    const StoreNames found = namesOfStore(*files, host, opened(*files, "/ds/alpha"));
    QVERIFY(found.isComplete);
    QTEST(found.stores.size() == 1, "isNamed");
}

void TestPbsHost::saysWhatItCouldNotCompare()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeDirectories("/ds/alpha");
    files->makeDirectories("/ds/beta");
    files->makeFile("/etc/proxmox-backup/datastore.cfg", "datastore: alpha\n\tpath /ds/alpha\n\ndatastore: beta\n\tpath /ds/beta\n");
    AwkwardFileSystem awkward(*files);
    const PbsHost host = readPbsHost(awkward, "/");
    const OpenedStore store = opened(*files, "/ds/alpha");
    QVERIFY(namesOfStore(awkward, host, store).isComplete);

    awkward.failures["/ds/beta"] = Error::Kind::Denied;
    const StoreNames found = namesOfStore(awkward, host, store);
    QCOMPARE(names(found.stores), QStringList{QStringLiteral("alpha")});
    QVERIFY(!found.isComplete);

    awkward.failures = {{"/etc/proxmox-backup", Error::Kind::Denied}};
    const PbsHost closed = readPbsHost(awkward, "/");
    QVERIFY(closed.configExists && !closed.configReadable);
    QVERIFY(!namesOfStore(awkward, closed, store).isComplete);

    awkward.failures = {{"/run/proxmox-backup", Error::Kind::Denied}};
    const PbsHost shut = readPbsHost(awkward, "/");
    QVERIFY(shut.runDirectoryExists && !shut.runDirectoryReadable);
}

void TestPbsHost::joinsPaths()
{
    PbsHost host;
    QCOMPARE(host.path("/run/proxmox-backup"), std::string("/run/proxmox-backup"));
    host.prefix = "/p";
    QCOMPARE(host.path("/run/proxmox-backup"), std::string("/p/run/proxmox-backup"));
    const auto files = fs::MemoryFileSystem::create();
    QCOMPARE(readPbsHost(*files, "/p//").prefix, std::string("/p"));
    QCOMPARE(readPbsHost(*files, "//").prefix, std::string("/"));
}

void TestPbsHost::readsRealHosts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("modeOfBeta");

    QTest::newRow("idle") << "host/host-idle.tar" << "";
    QTest::newRow("busy") << "host/host-busy.tar" << "read-only";
}

void TestPbsHost::readsRealHosts()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    if (!test::unpackFixture(name.toStdString(), folder.path().toStdString()))
        QSKIP(test::skipReason);
    const auto files = fs::posixFileSystem();
    const PbsHost host = readPbsHost(*files, folder.path().toStdString());
    QVERIFY(host.runDirectoryReadable);
    QVERIFY(host.configReadable);
    QCOMPARE(host.lockScheme(), LockScheme::Both); // no dpkg there
    const auto alpha = std::ranges::find(host.stores, "alpha", &ConfiguredStore::name);
    const auto beta = std::ranges::find(host.stores, "beta", &ConfiguredStore::name);
    QVERIFY(alpha != host.stores.end() && beta != host.stores.end());
    QCOMPARE(alpha->path, std::string("/ds/alpha"));
    QCOMPARE(alpha->maintenanceMode, std::string());
    QTEST(QString::fromStdString(beta->maintenanceMode), "modeOfBeta");
}

QTEST_GUILESS_MAIN(TestPbsHost)
#include "tst_pbshost.moc"
