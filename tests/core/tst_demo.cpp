// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/demo/demo.h"
#include "core/demo/demokey.h"
#include "core/demo/demosites.h"
#include "core/demo/manifestwriter.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/indexfile.h"
#include "core/pbs/littleendian.h"
#include "core/pbs/upid.h"
#include "support/faultyfilesystem.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <unistd.h>

#include <format>
#include <map>
#include <set>

using namespace espalier;

namespace {

struct Written
{
    std::shared_ptr<fs::MemoryFileSystem> files;
    Done done;
};

Written writtenTo(const std::string &directory, const DemoOptions &options = {})
{
    Written result{fs::MemoryFileSystem::create(), {}};
    result.files->makeDirectories("/home");
    result.done = writeDemo(*result.files, directory, options);
    return result;
}

/// The two small stores, made once.
fs::MemoryFileSystem &demo()
{
    static const Written written = writtenTo("/home/demo");
    if (!written.done)
        throw std::runtime_error("no demo");
    return *written.files;
}

OpenedStore site(std::string_view name)
{
    return openStore(demo(), std::format("/home/demo/{}", name)).value();
}

ScanResult scanned(const OpenedStore &store)
{
    return scan(store.root).value();
}

std::shared_ptr<fs::Directory> snapshotDirectory(const OpenedStore &store, const NamespacePath &ns, const GroupId &group,
                                                 const Snapshot &snapshot)
{
    return fs::openBelow(store.root, test::groupPath(ns.toString(), group.toString(), snapshot.time.toString())).value();
}

std::string readAll(const fs::Directory &directory, std::string_view name)
{
    return directory.readFile(name, std::size_t{64} * 1024 * 1024).value();
}

void addSites()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("site-a") << QByteArray("site-a");
    QTest::newRow("site-b") << QByteArray("site-b");
}

/// Opens what DemoKey closed, by the format's own rules.
std::string decrypted(const std::string &raw, const std::string &key)
{
    const std::size_t header = 44;
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.data());
    std::string plain(raw.size() - header, '\0');
    std::string tag = raw.substr(28, 16);
    int length = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nullptr, nullptr, nullptr);
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, 16, nullptr);
    EVP_DecryptInit_ex(context, nullptr, nullptr, reinterpret_cast<const unsigned char *>(key.data()), bytes + 12);
    EVP_DecryptUpdate(context, reinterpret_cast<unsigned char *>(plain.data()), &length, bytes + header, int(plain.size()));
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag.data());
    const bool genuine = EVP_DecryptFinal_ex(context, nullptr, &length) == 1;
    EVP_CIPHER_CTX_free(context);
    return genuine ? plain : "not genuine";
}

} // namespace

/// The demo: stores that a real server would take for its own.
class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void opens_data() { addSites(); }
    void opens();
    void findings_data() { addSites(); }
    void findings();
    void archives_data() { addSites(); }
    void archives();
    void richness();
    void deterministic();
    void smallOnDisk();
    void owners();
    void target();
    void failures();
    void bigOnes_data();
    void bigOnes();
    void bigContradiction();
    void keys();
    void schedule();
};

void TestDemo::opens()
{
    QFETCH(QByteArray, name);
    const OpenedStore store = site(name.toStdString());
    QVERIFY(store.isDemo);
    QVERIFY(!store.metadataOnly);
    const Tree tree = scanned(store).tree;
    QVERIFY(tree.root().groupsBelow >= 8);
    QVERIFY(tree.root().snapshotsBelow >= 100);
    QVERIFY(tree.root().snapshotsBelow <= 600);
}

/// Only what is meant to be seen: interrupted backups and namespaces to drop something on.
void TestDemo::findings()
{
    QFETCH(QByteArray, name);
    const OpenedStore store = site(name.toStdString());
    const ScanResult first = scanned(store);
    std::set<std::string_view> kinds;
    for (const Finding &finding : first.findings)
        kinds.insert(findingName(finding.kind));
    QVERIFY((kinds == std::set<std::string_view>{"SnapshotUnfinished", "NamespaceEmpty"}));
    const ScanResult second = readAllDetails(store.root, first.tree).value();
    for (const Finding &finding : second.findings)
        QFAIL(std::format("{} {}", findingName(finding.kind), finding.path).c_str());
}

/// Every archive is as its manifest says, every chunk is there and has the content of its name.
void TestDemo::archives()
{
    QFETCH(QByteArray, name);
    const OpenedStore store = site(name.toStdString());
    std::set<Digest> seen;
    std::size_t missing = 0;
    scanned(store).tree.forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            for (const Snapshot &snapshot : group->snapshots) {
                const auto directory = snapshotDirectory(store, ns.path, group->id, snapshot);
                if (!snapshot.finished)
                    continue;
                const Manifest manifest = readManifest(readAll(*directory, manifestFileName), "manifest").value();
                QCOMPARE(manifest.backupId, group->id.id());
                QCOMPARE(manifest.backupTime, snapshot.time.epoch());
                QVERIFY(manifest.verifyState == VerifyState::None || Upid::fromString(manifest.verifyUpid));
                for (const ManifestFile &file : manifest.files) {
                    const std::string raw = readAll(*directory, file.fileName);
                    const auto type = ArchiveName::fromString(file.fileName).value().type();
                    if (type == ArchiveType::Blob) {
                        QVERIFY(Digest::of(std::string_view(raw)) == file.checksum);
                        QCOMPARE(std::uint64_t{raw.size()}, file.size);
                        QCOMPARE(checkBlob(raw, "blob").value().encrypted, file.cryptMode == CryptMode::Encrypt);
                        continue;
                    }
                    const IndexFile index = readIndex(raw, file.fileName).value();
                    QVERIFY(index.bodyChecksum() == file.checksum);
                    QCOMPARE(index.archiveSize, file.size);
                    std::uint64_t begin = 0;
                    for (const IndexEntry &entry : index.entries) {
                        const std::uint64_t length = entry.end - begin;
                        begin = entry.end;
                        if (!seen.insert(entry.digest).second)
                            continue;
                        const std::string hex = entry.digest.toHex();
                        const auto chunks = fs::openBelow(store.root, ".chunks/" + hex.substr(0, 4)).value();
                        if (!chunks->find(hex).value()) {
                            ++missing;
                            QVERIFY(manifest.verifyState == VerifyState::Failed);
                            QVERIFY(!checkBlob(readAll(*chunks, hex + ".0.bad"), hex));
                            continue;
                        }
                        const std::string blob = readAll(*chunks, hex);
                        QCOMPARE(checkBlob(blob, hex).value().encrypted, file.cryptMode == CryptMode::Encrypt);
                        if (file.cryptMode == CryptMode::None) {
                            const std::string content = decodeBlob(blob, hex).value();
                            QVERIFY(Digest::of(std::string_view(content)) == entry.digest);
                            QCOMPARE(std::uint64_t{content.size()}, length);
                        }
                    }
                }
            }
        }
    });
    QVERIFY(seen.size() > 50);
    QCOMPARE(missing, std::size_t(name == "site-a" ? 1 : 0));
}

void TestDemo::richness()
{
    const OpenedStore store = site("site-a");
    const Tree tree = readAllDetails(store.root, scanned(store).tree).value().tree;
    std::map<std::string, int> guests; // how many namespaces have the same id
    std::set<std::string> owners;
    std::set<VerifyState> states;
    int isProtected = 0;
    int encrypted = 0;
    int notes = 0;
    tree.forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            ++guests[group->id.toString()];
            owners.insert(group->owner->toString());
            notes += group->comment.empty() ? 0 : 1;
            isProtected += int(std::ranges::count(group->snapshots, true, &Snapshot::isProtected));
            for (const SnapshotDetails &details : group->details) {
                states.insert(details.verifyState);
                encrypted += details.cryptMode == CryptMode::Encrypt && !details.keyFingerprint.empty() ? 1 : 0;
            }
        }
    });
    QVERIFY(guests["vm/100"] >= 4);
    QVERIFY(owners.size() >= 4);
    QVERIFY(std::ranges::any_of(owners, [](const std::string &owner) { return owner.contains('!'); }));
    QCOMPARE(states.size(), std::size_t{3});
    QVERIFY(isProtected >= 3 && encrypted >= 5 && notes >= 3);
    QVERIFY(tree.root().levelsBelow >= 3);
    const auto erp = tree.find(NamespacePath::fromString("cluster-1").value(), GroupId::fromString("vm/100").value());
    QCOMPARE(erp->displayComment(), std::string("erp"));
    const auto span = erp->snapshots.back().time.epoch() - erp->snapshots.front().time.epoch();
    QVERIFY(span > 400LL * 86'400);
}

void TestDemo::deterministic()
{
    const auto again = writtenTo("/home/demo");
    const auto other = writtenTo("/home/demo", {.seed = 2});
    const auto rows = [](fs::MemoryFileSystem &files) { return test::listRows(*files.open("/home/demo").value()); };
    const test::Rows first = rows(demo());
    QVERIFY(first == rows(*again.files));
    QVERIFY(first != rows(*other.files));
}

void TestDemo::smallOnDisk()
{
    std::uint64_t bytes = 0;
    constexpr std::uint64_t block = 4096;
    for (const test::Row &row : test::listRows(*demo().open("/home/demo").value()))
        bytes += row.kind == 'd' ? block : (row.content.size() + block - 1) / block * block;
    QVERIFY2(bytes < 50'000'000, std::to_string(bytes).c_str());
}

/// Everything belongs to the owner of the root, on the real file system as well.
void TestDemo::owners()
{
    const QTemporaryDir folder;
    const std::string target = folder.path().toStdString() + "/demo";
    QVERIFY(writeDemo(*fs::posixFileSystem(), target, {.snapshots = 40}));
    const OpenedStore store = openStore(*fs::posixFileSystem(), target + "/site-a").value();
    QCOMPARE(store.user, ::geteuid() == 0 ? 34u : ::geteuid());
    for (const test::Row &row : test::listRows(*store.root)) {
        QCOMPARE(row.user, store.user);
        QCOMPARE(row.group, store.group);
        QCOMPARE(row.mode, row.kind == 'd' ? 0755u : 0644u);
    }
    QCOMPARE(store.root->find(".chunks").value()->mode, 0750u);
    QCOMPARE(store.root->find(".lock").value()->mode, 0644u);
    QCOMPARE(store.root->find(".chunks").value()->user, store.user);
}

void TestDemo::target()
{
    const auto files = fs::MemoryFileSystem::create();
    files->makeDirectories("/empty");
    files->makeFile("/full/x", "");
    files->makeFile("/file", "");
    const DemoOptions tiny{.snapshots = 1};
    QVERIFY(writeDemo(*files, "/empty", tiny));
    QCOMPARE(writeDemo(*files, "/empty", tiny).error().id, MessageId::DemoTargetNotEmpty);
    QCOMPARE(writeDemo(*files, "/full", tiny).error().id, MessageId::DemoTargetNotEmpty);
    QCOMPARE(writeDemo(*files, "/full", tiny).error().args, std::vector<std::string>{"/full"});
    QCOMPARE(writeDemo(*files, "/file", tiny).error().id, MessageId::FileNotADirectory);
    QCOMPARE(writeDemo(*files, "/no/parent", tiny).error().id, MessageId::FileNotFound);
    QVERIFY(writeDemo(*files, "/new", tiny));
    QVERIFY(!writeDemo(*files, "relative", tiny));
}

/// No failure of the file system is swallowed.
void TestDemo::failures()
{
    const auto run
        = [](test::FaultyFileSystem &files) { return writeDemo(files, "/home/demo", {.namespaces = 2, .groups = 3, .snapshots = 4}); };
    const auto fresh = [] {
        auto files = fs::MemoryFileSystem::create();
        files->makeDirectories("/home");
        return files;
    };
    test::FaultyFileSystem counting(fresh());
    QVERIFY(run(counting));
    for (int call = 1; call <= counting.calls(); ++call) {
        test::FaultyFileSystem files(fresh(), {.at = call});
        QVERIFY2(!run(files), std::to_string(call).c_str());
    }
}

void TestDemo::bigOnes_data()
{
    QTest::addColumn<int>("namespaces"); // -1: not given
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("snapshots");

    QTest::newRow("all") << 30 << 200 << 1000;
    QTest::newRow("uneven") << 7 << 13 << 101;
    QTest::newRow("snapshots only") << -1 << -1 << 1000;
    QTest::newRow("groups only") << -1 << 50 << -1;
    QTest::newRow("namespaces only") << 2 << -1 << -1;
    QTest::newRow("flat") << 0 << 50 << 100;
    QTest::newRow("empty namespaces") << 10 << 0 << 0;
    QTest::newRow("more groups than snapshots") << 3 << 20 << 5;
    QTest::newRow("many snapshots in one group") << 0 << 1 << 3000;
}

void TestDemo::bigOnes()
{
    QFETCH(int, namespaces);
    QFETCH(int, groups);
    QFETCH(int, snapshots);
    const auto given = [](int value) { return value < 0 ? std::nullopt : std::optional<std::size_t>(std::size_t(value)); };
    const auto written = writtenTo("/home/big", {.namespaces = given(namespaces), .groups = given(groups), .snapshots = given(snapshots)});
    QVERIFY(written.done);
    const OpenedStore store = openStore(*written.files, "/home/big/site-a").value();
    QVERIFY(store.isDemo && store.metadataOnly);
    QVERIFY(!openStore(*written.files, "/home/big/site-b"));
    const ScanResult first = scan(store.root).value();
    const Namespace &root = first.tree.root();
    if (namespaces >= 0)
        QCOMPARE(root.namespacesBelow, std::size_t(namespaces));
    if (groups >= 0)
        QCOMPARE(root.groupsBelow, std::size_t(groups));
    if (snapshots >= 0)
        QCOMPARE(root.snapshotsBelow, std::size_t(snapshots));
    for (const Finding &finding : first.findings)
        QVERIFY(finding.kind == Finding::Kind::NamespaceEmpty || finding.kind == Finding::Kind::GroupEmpty);
    QVERIFY(readAllDetails(store.root, first.tree).value().findings.empty());
}

void TestDemo::bigContradiction()
{
    const auto written = writtenTo("/home/big", {.groups = 0, .snapshots = 5});
    QCOMPARE(written.done.error().id, MessageId::UsageBadValue);
    QVERIFY(!written.files->open("/home/big"));
}

/// The numbers of a key that a real client made (its fingerprint is on its key file), and the way back.
void TestDemo::keys()
{
    const QByteArray real = QByteArray::fromBase64("mlzic7BYInUNv7rd73joLfBpMHsaNrb8riHmhtIV8cs=");
    QCOMPARE(DemoKey(real.toStdString()).fingerprint(),
             std::string("41:46:aa:41:b8:63:4c:5b:ad:28:45:62:6c:1c:74:58:4e:ac:d1:d9:27:38:eb:8a:6a:a6:b0:37:61:64:33:51"));
    const std::string secret(32, 'k');
    const DemoKey key(secret);
    const std::string iv(DemoKey::ivSize, 'i');
    const std::string compressible(1000, 'x');
    for (const std::string &content : {std::string("short"), compressible}) {
        const std::string raw = key.encodeBlob(content, iv);
        const BlobHeader header = checkBlob(raw, "blob").value();
        QVERIFY(header.encrypted);
        QCOMPARE(header.compressed, content.size() > 100);
        const std::string plain = decrypted(raw, secret);
        QCOMPARE(plain == content, !header.compressed);
        QVERIFY(plain != "not genuine");
        QCOMPARE(decrypted(raw, std::string(32, 'K')), std::string("not genuine"));
    }
    QVERIFY(key.digest("x") != Digest::of(std::string_view("x")));
}

void TestDemo::schedule()
{
    const DemoGuest guest{.ns = "a", .group = "vm/1", .name = "x", .owner = "o@pbs", .note = "", .firstDay = 100, .lastDay = 3};
    const std::int64_t now = DemoOptions::defaultDate;
    const auto times = demoSchedule(guest, now);
    QVERIFY(std::ranges::is_sorted(times));
    QCOMPARE(times.size(), std::size_t{10}); // 90, 60, 28, 21, 14, 7, 6, 5, 4, 3 days ago
    for (const SnapshotTime &time : times)
        QVERIFY(time.epoch() <= now && time.epoch() > now - 101LL * 86'400);
    QVERIFY(demoSchedule(guest, 100).empty());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
