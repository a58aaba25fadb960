// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/guestidentity.h"
#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/fs/memory.h"
#include "core/pbs/datablob.h"
#include "support/faultyfilesystem.h"
#include "support/fixtures.h"
#include "support/storebuilder.h"
#include "support/tarreader.h"

#include <QTest>

#include <functional>

using namespace espalier;

namespace {

using Files = fs::MemoryFileSystem;
using What = IdentityDifference::What;

const std::string root = "/ds";
const std::string first = "2024-01-01T00:00:00Z";
const std::string second = "2024-01-02T00:00:00Z";
const std::string third = "2024-01-03T00:00:00Z";

NamespacePath path(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

GroupId id(std::string_view text)
{
    return GroupId::fromString(text).value();
}

std::shared_ptr<Files> emptyStore()
{
    auto files = Files::create();
    test::makeStore(*files, root);
    return files;
}

/// A store with one group whose only snapshot has this configuration.
std::shared_ptr<Files> storeWith(const std::string &group, const std::string &config)
{
    auto files = emptyStore();
    test::makeGroup(*files, root, "", group, {});
    test::makeGuestSnapshot(*files, root, "", group, first, {.config = config});
    return files;
}

Result<GuestIdentity> identityIn(const std::shared_ptr<fs::Directory> &directory, std::string_view ns, std::string_view group)
{
    const Tree tree = scan(directory).value().tree;
    return readGuestIdentity(directory, path(ns), *tree.find(path(ns), id(group)));
}

GuestIdentity identityIn(Files &files, std::string_view group)
{
    return identityIn(files.open(root).value(), "", group).value();
}

GuestIdentity webServer()
{
    return {.guestName = "web",
            .archives = {"drive-scsi0.img.fidx"},
            .keyFingerprint = "aa:bb",
            .notes = "Web server\nof team blue",
            .readable = true};
}

} // namespace

/// Which guest a group's backups are of, and where two groups look like different ones.
class TestGuestIdentity : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void nothingSealedOrDamaged_data();
    void nothingSealedOrDamaged();
    void newestFinished();
    void withoutAnyManifest();
    void archivesAndKey();
    void followsNoLinks();
    void withFaults();
    void goneGroup();
    void differences_data();
    void differences();
    void splitArchives();
    void realStore();
};

void TestGuestIdentity::names_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *title, const char *group, const QByteArray &config, const char *name) {
        QTest::newRow(title) << QString::fromLatin1(group) << config << QString::fromUtf8(name);
    };
    row("machine", "vm/100", "cores: 2\nname: web-1\nmemory: 2048\n", "web-1");
    row("container", "ct/200", "arch: amd64\nhostname: wiki\n", "wiki");
    row("no line break at the end", "vm/100", "name: web-1", "web-1");
    row("blanks", "vm/100", "name:   web-1 \t\r\n", "web-1");
    row("no blank", "vm/100", "name:web-1\n", "web-1");
    row("description above", "vm/100", "#name%3A old\n# name: older\nname: web-1\n", "web-1");
    row("only in a PVE snapshot", "vm/100", "memory: 1\n\n[before-update]\nname: old\n", "");
    row("another one in a PVE snapshot", "vm/100", "name: web-1\n[before-update]\nname: old\n", "web-1");
    row("longer keys", "vm/100", "nameserver: 10.0.0.1\nmyname: x\n", "");
    row("a container's key in a machine", "vm/100", "hostname: wiki\n", "");
    row("a machine's key in a container", "ct/200", "name: web-1\n", "");
    row("control characters", "vm/100", "name: we\x1b[31mb\n", "we\xef\xbf\xbd[31mb");
    row("broken UTF-8", "vm/100", "name: we\xff\x62\n", "we\xef\xbf\xbd\x62");
    row("host", "host/laptop", "name: laptop\n", "");
}

void TestGuestIdentity::names()
{
    QFETCH(const QString, group);
    QFETCH(const QByteArray, config);
    QFETCH(const QString, name);

    const auto files = storeWith(group.toStdString(), config.toStdString());
    const GuestIdentity identity = identityIn(*files, group.toStdString());
    QCOMPARE(QString::fromStdString(identity.guestName), name);
    QVERIFY(identity.readable);
}

void TestGuestIdentity::nothingSealedOrDamaged_data()
{
    QTest::addColumn<QByteArray>("raw");

    const std::string plain = encodeBlob("name: web-1\n", false);
    QTest::newRow("encrypted") << QByteArray::fromStdString(test::readWholeFile(test::dataPath("encrypted.conf.blob")));
    QTest::newRow("damaged") << QByteArray::fromStdString(plain.substr(0, plain.size() - 1) + "x");
    QTest::newRow("cut off") << QByteArray::fromStdString(plain.substr(0, 7));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too large") << QByteArray::fromStdString(encodeBlob("name: web-1\n" + std::string(1024 * 1024, 'x'), false));
    QTest::newRow("too large when unpacked") << QByteArray::fromStdString(encodeBlob("name: web-1\n" + std::string(1024 * 1024, 'x')));
}

void TestGuestIdentity::nothingSealedOrDamaged()
{
    QFETCH(const QByteArray, raw);

    const auto files = storeWith("vm/100", "name: web-1\n");
    const std::string blob = root + "/" + test::groupPath("", "vm/100", first) + "/qemu-server.conf.blob";
    QCOMPARE(identityIn(*files, "vm/100").guestName, std::string("web-1"));
    files->removeTree(blob);
    files->makeFile(blob, raw.toStdString());
    const GuestIdentity identity = identityIn(*files, "vm/100");
    QCOMPARE(identity.guestName, std::string());
    QVERIFY(identity.readable);
}

void TestGuestIdentity::newestFinished()
{
    const auto files = storeWith("vm/100", "name: oldest\n");
    test::makeGuestSnapshot(*files, root, "", "vm/100", second, {.config = "name: newer\n"});
    test::makeGuestSnapshot(*files, root, "", "vm/100", third, {.config = "name: newest\n"});
    QCOMPARE(identityIn(*files, "vm/100").guestName, std::string("newest"));

    const std::string manifest = "/index.json.blob";
    files->removeTree(root + "/" + test::groupPath("", "vm/100", third) + manifest);
    QCOMPARE(identityIn(*files, "vm/100").guestName, std::string("newer"));
    files->removeTree(root + "/" + test::groupPath("", "vm/100", second) + manifest);
    files->makeFile(root + "/" + test::groupPath("", "vm/100", second) + manifest, "no manifest");
    QCOMPARE(identityIn(*files, "vm/100").guestName, std::string("oldest"));

    const auto directory = files->open(root).value();
    const auto group = listGroup(*fs::openBelow(directory, "vm/100").value(), {}, id("vm/100"));
    QVERIFY(!group->snapshots.front().finished);
    QCOMPARE(readGuestIdentity(directory, {}, *group)->guestName, std::string("oldest"));
}

void TestGuestIdentity::withoutAnyManifest()
{
    const auto files = emptyStore();
    test::makeGroup(*files, root, "", "vm/100", {}, "backup@pbs", "Web server\nof team blue\n");
    QCOMPARE(identityIn(*files, "vm/100"), (GuestIdentity{.notes = "Web server\nof team blue\n"}));

    test::makeSnapshot(*files, root, "", "vm/100", first);
    QVERIFY(identityIn(*files, "vm/100").readable);
    files->removeTree(root + "/" + test::groupPath("", "vm/100", first) + "/index.json.blob");
    const GuestIdentity identity = identityIn(*files, "vm/100");
    QVERIFY(!identity.readable);
    QCOMPARE(identity.guestName, std::string());
}

void TestGuestIdentity::archivesAndKey()
{
    const auto files = emptyStore();
    test::makeGroup(*files, root, "", "vm/100", {});
    const std::vector<std::string> archives{"drive-scsi1.img.fidx", "../../etc/passwd.fidx", "drive-scsi0.img.fidx", "fw.conf.blob",
                                            "a.txt"};
    test::makeGuestSnapshot(*files, root, "", "vm/100", first, {.config = "name: web", .archives = archives, .keyFingerprint = "aa:bb"});
    const GuestIdentity identity = identityIn(*files, "vm/100");
    QCOMPARE(identity.archives, (std::vector<std::string>{"drive-scsi0.img.fidx", "drive-scsi1.img.fidx"}));
    QCOMPARE(identity.keyFingerprint, std::string("aa:bb"));
}

void TestGuestIdentity::followsNoLinks()
{
    const auto files = storeWith("vm/100", "name: web-1\n");
    const std::string snapshot = root + "/" + test::groupPath("", "vm/100", first);
    const std::string blob = snapshot + "/qemu-server.conf.blob";
    files->makeFile("/elsewhere.blob", encodeBlob("name: other\n"));
    files->removeTree(blob);
    files->makeSymlink(blob, "/elsewhere.blob");
    QCOMPARE(identityIn(*files, "vm/100").guestName, std::string());

    const auto directory = files->open(root).value();
    const Tree tree = scan(directory).value().tree;
    files->removeTree(snapshot);
    test::makeGuestSnapshot(*files, "/other", "", "vm/100", first, {.config = "name: other\n"});
    files->makeSymlink(snapshot, "/other/" + test::groupPath("", "vm/100", first));
    QVERIFY(!readGuestIdentity(directory, {}, *tree.find({}, id("vm/100")))->readable);

    files->makeSymlink(root + "/vm/100/notes", "/elsewhere.blob");
    QVERIFY(!readGuestIdentity(directory, {}, *tree.find({}, id("vm/100"))));
}

/// Whatever call fails, the answer is an error or says less, never anything else.
void TestGuestIdentity::withFaults()
{
    const auto files = storeWith("vm/100", "name: web-1\n");
    const GuestIdentity whole = identityIn(*files, "vm/100");
    const Tree tree = scan(files->open(root).value()).value().tree;
    int errors = 0, unreadable = 0, nameless = 0;
    for (int call = 1;; ++call) {
        test::FaultyFileSystem faulty(files);
        const auto directory = faulty.open(root).value();
        faulty.setFault({.at = call});
        const auto identity = readGuestIdentity(directory, {}, *tree.find({}, id("vm/100")));
        if (!faulty.happened()) {
            QCOMPARE(identity.value(), whole);
            break;
        }
        QVERIFY(!identity || *identity != whole);
        ++(!identity ? errors : !identity->readable ? unreadable : nameless);
    }
    QVERIFY(errors > 0);
    QCOMPARE(unreadable, 2); // the snapshot's directory, its manifest
    QCOMPARE(nameless, 1);
}

void TestGuestIdentity::goneGroup()
{
    const auto files = storeWith("vm/100", "name: web-1\n");
    const auto directory = files->open(root).value();
    const Tree tree = scan(directory).value().tree;
    files->removeTree(root + "/vm/100");
    const auto identity = readGuestIdentity(directory, {}, *tree.find({}, id("vm/100")));
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, Error::Kind::NotFound);
}

void TestGuestIdentity::differences_data()
{
    QTest::addColumn<GuestIdentity>("other");
    QTest::addColumn<std::vector<IdentityDifference>>("expected");

    using Differences = std::vector<IdentityDifference>;
    const auto row = [](const char *title, const std::function<void(GuestIdentity &)> &change, const Differences &expected) {
        GuestIdentity other = webServer();
        change(other);
        QTest::newRow(title) << other << expected;
    };
    const std::string disk = "drive-scsi0.img.fidx";
    row("same", [](GuestIdentity &) {}, {});
    row("name", [](GuestIdentity &other) { other.guestName = "dns"; }, {{What::GuestName, "web", "dns"}});
    row("name unknown", [](GuestIdentity &other) { other.guestName.clear(); }, {});
    row("another disk", [](GuestIdentity &other) { other.archives = {"drive-scsi1.img.fidx"}; },
        {{What::Archives, disk, "drive-scsi1.img.fidx"}});
    row("one more disk", [](GuestIdentity &other) { other.archives.emplace_back("drive-scsi1.img.fidx"); },
        {{What::Archives, disk, disk + "\ndrive-scsi1.img.fidx"}});
    row("another key", [](GuestIdentity &other) { other.keyFingerprint = "cc:dd"; }, {{What::KeyFingerprint, "aa:bb", "cc:dd"}});
    row("no key", [](GuestIdentity &other) { other.keyFingerprint.clear(); }, {{What::KeyFingerprint, "aa:bb", ""}});
    row("notes", [](GuestIdentity &other) { other.notes = "DNS"; }, {{What::Notes, "Web server\nof team blue", "DNS"}});
    row("notes of a second line", [](GuestIdentity &other) { other.notes = "Web server"; },
        {{What::Notes, "Web server\nof team blue", "Web server"}});
    row("no notes", [](GuestIdentity &other) { other.notes.clear(); }, {});
    row("unreadable", [](GuestIdentity &other) { other = {.notes = webServer().notes}; }, {});
    row("unreadable with notes", [](GuestIdentity &other) { other = {.notes = "DNS"}; },
        {{What::Notes, "Web server\nof team blue", "DNS"}});
    row("all",
        [](GuestIdentity &other) { other = {.guestName = "dns", .archives = {}, .keyFingerprint = {}, .notes = "DNS", .readable = true}; },
        {{What::GuestName, "web", "dns"},
         {What::Archives, disk, ""},
         {What::KeyFingerprint, "aa:bb", ""},
         {What::Notes, "Web server\nof team blue", "DNS"}});
}

void TestGuestIdentity::differences()
{
    QFETCH(const GuestIdentity, other);
    QFETCH(std::vector<IdentityDifference>, expected);

    QVERIFY(identityDifferences(webServer(), other) == expected);
    for (IdentityDifference &difference : expected)
        std::swap(difference.first, difference.second);
    QVERIFY(identityDifferences(other, webServer()) == expected);
}

void TestGuestIdentity::splitArchives()
{
    GuestIdentity whole{.archives = {"catalog.pcat1.didx", "root.pxar.didx"}, .readable = true};
    GuestIdentity split{.archives = {"root.mpxar.didx", "root.ppxar.didx"}, .readable = true};
    QVERIFY(identityDifferences(whole, split).empty());
    split.archives.emplace_back("var.pxar.didx");
    const auto differences = identityDifferences(whole, split);
    QCOMPARE(differences.size(), std::size_t{1});
    QCOMPARE(differences.front().first, std::string("catalog.pcat1.didx\nroot.pxar.didx"));
}

/// alpha has the same VMID of two clusters, an encrypted guest and a signed one.
void TestGuestIdentity::realStore()
{
    const auto archive = test::fixtureContent("stores/alpha.tar");
    if (!archive)
        QSKIP(test::skipReason);
    const auto files = Files::create();
    for (const test::TarEntry &entry : test::readTar(*archive)) {
        if (entry.path.contains("/.chunks/"))
            continue;
        if (entry.isFile)
            files->makeFile("/" + entry.path, entry.content);
        else
            files->makeDirectories("/" + entry.path);
    }
    files->makeDirectories("/alpha/.chunks");
    const auto store = openStore(*files, "/alpha").value();
    const auto identity = [&](std::string_view ns, std::string_view group) { return identityIn(store.root, ns, group).value(); };

    const GuestIdentity web = identity("", "vm/100");
    QCOMPARE(web,
             (GuestIdentity{
                 .guestName = "web-1", .archives = {"drive-scsi0.img.fidx"}, .notes = "web server\nowner: team blue", .readable = true}));
    const GuestIdentity dns = identity("sites/graz", "vm/100");
    QCOMPARE(identityDifferences(web, dns), (std::vector{IdentityDifference{What::GuestName, "web-1", "other-cluster-dns"}}));

    const GuestIdentity sealed = identity("sites/vienna", "vm/102");
    QVERIFY(sealed.readable);
    QCOMPARE(sealed.guestName, std::string());
    QVERIFY(!sealed.keyFingerprint.empty());
    const GuestIdentity signedOnly = identity("clients/acme", "vm/103");
    QCOMPARE(signedOnly.guestName, std::string("mail"));
    QCOMPARE(signedOnly.keyFingerprint, sealed.keyFingerprint);
    QCOMPARE(identity("clients/acme", "ct/200").guestName, std::string("wiki"));
    QCOMPARE(identity("clients/globex/prod", "ct/201").archives, (std::vector<std::string>{"root.mpxar.didx", "root.ppxar.didx"}));
    QCOMPARE(identity("", "host/laptop-1").archives, (std::vector<std::string>{"catalog.pcat1.didx", "home.pxar.didx"}));
}

QTEST_APPLESS_MAIN(TestGuestIdentity)
#include "tst_guestidentity.moc"
