// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/groupfiles.h"
#include "core/pbs/indexfile.h"
#include "core/pbs/manifest.h"
#include "core/pbs/snapshotpath.h"
#include "support/fixtures.h"
#include "support/tarreader.h"

#include <QTest>

#include <filesystem>
#include <map>
#include <set>

using namespace espalier;

namespace {

std::string nameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string folderOf(const std::string &path)
{
    return path.substr(0, path.rfind('/'));
}

bool isChunk(const std::string &path)
{
    return path.contains("/.chunks/");
}

/// A store's files by path, its own name cut off; directories left out.
using Files = std::map<std::string, std::string>;

Files filesOf(const std::string &archive)
{
    Files files;
    for (test::TarEntry &entry : test::readTar(archive)) {
        if (entry.isFile)
            files.emplace(entry.path.substr(entry.path.find('/')), std::move(entry.content));
    }
    return files;
}

struct Counts
{
    int chunks = 0, sealedChunks = 0, badChunks = 0, indexes = 0, manifests = 0, blobs = 0, sealedBlobs = 0, owners = 0, missingChunks = 0;
};

void checkChunk(const std::string &path, const std::string &raw, Counts &counts)
{
    const std::string name = nameOf(path);
    if (name.ends_with(".bad")) {
        ++counts.badChunks;
        return;
    }
    const auto header = checkBlob(raw, path);
    QVERIFY2(header, path.c_str());
    if (header->encrypted) {
        ++counts.sealedChunks;
        return;
    }
    const auto content = decodeBlob(raw, path);
    QVERIFY2(content, path.c_str());
    QCOMPARE(Digest::of(*content).toHex(), name);
    ++counts.chunks;
}

/// The manifest and each file that it names: size and checksum as the manifest says.
void checkSnapshot(const Files &files, const std::string &path, Counts &counts)
{
    const auto manifest = readManifest(files.at(path), path);
    QVERIFY2(manifest, path.c_str());
    ++counts.manifests;
    const auto place = SnapshotPath::fromDirectoryForm(folderOf(path).substr(1));
    QVERIFY2(place, path.c_str());
    QCOMPARE(manifest->backupType, std::string(toString(place->snapshot.group.type())));
    QCOMPARE(manifest->backupId, place->snapshot.group.id());
    QCOMPARE(manifest->backupTime, place->snapshot.time.epoch());
    for (const ManifestFile &file : manifest->files) {
        const auto name = ArchiveName::fromString(file.fileName);
        QVERIFY2(name, file.fileName.c_str());
        const std::string filePath = folderOf(path) + "/" + name->toString();
        QVERIFY2(files.contains(filePath), filePath.c_str());
        const std::string &raw = files.at(filePath);
        if (name->type() == ArchiveType::Blob) {
            QCOMPARE(file.size, std::uint64_t(raw.size()));
            QCOMPARE(file.checksum, Digest::of(raw));
            continue;
        }
        const auto index = readIndex(raw, filePath);
        QVERIFY2(index, filePath.c_str());
        QCOMPARE(index->archiveSize, file.size);
        QCOMPARE(index->bodyChecksum(), file.checksum);
        QCOMPARE(index->storedChecksum, file.checksum);
    }
}

void checkBlobFile(const std::string &path, const std::string &raw, Counts &counts)
{
    const auto content = decodeBlob(raw, path);
    if (content) {
        ++counts.blobs;
        return;
    }
    QCOMPARE(content.error().id, MessageId::BlobEncrypted);
    ++counts.sealedBlobs;
}

void checkIndex(const std::string &path, const std::string &raw, const Files &files, Counts &counts)
{
    const auto index = readIndex(raw, path);
    QVERIFY2(index, path.c_str());
    QCOMPARE(index->kind == IndexFile::Kind::Fixed, path.ends_with(".fidx"));
    IndexFile same = *index;
    QVERIFY2(writeIndex(same) == raw, path.c_str());
    for (const IndexEntry &entry : index->entries) {
        const std::string digest = entry.digest.toHex();
        const std::string chunk = "/.chunks/" + digest.substr(0, 4) + "/" + digest;
        if (!files.contains(chunk)) // verification renames a damaged one
            ++counts.missingChunks;
    }
    ++counts.indexes;
}

} // namespace

/// Every file of the stores that a real server wrote is read, and agrees with what the manifests say of it.
class TestStoreFiles : public QObject
{
    Q_OBJECT

private slots:
    void everyFile_data();
    void everyFile();
    void encryptedOnesNeedTheKey();
};

void TestStoreFiles::everyFile_data()
{
    QTest::addColumn<QString>("archive");
    const auto folder = test::fixturePath("stores");
    if (!folder)
        QSKIP(test::skipReason);
    std::set<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(*folder)) {
        const std::string name = entry.path().filename();
        if (name.contains(".tar"))
            names.insert(name.substr(0, name.find(".tar")));
    }
    for (const std::string &name : names)
        QTest::newRow(name.c_str()) << QString::fromStdString("stores/" + name + ".tar");
}

void TestStoreFiles::everyFile()
{
    QFETCH(QString, archive);
    const Files files = filesOf(test::fixtureContent(archive.toStdString()).value());
    Counts counts;
    for (const auto &[path, raw] : files) {
        if (isChunk(path)) {
            checkChunk(path, raw, counts);
        } else if (nameOf(path) == manifestFileName) {
            checkSnapshot(files, path, counts);
        } else if (path.ends_with(".blob")) {
            checkBlobFile(path, raw, counts);
        } else if (path.ends_with(".fidx") || path.ends_with(".didx")) {
            checkIndex(path, raw, files, counts);
        } else if (nameOf(path) == ownerFileName) {
            const auto owner = readOwner(raw, path);
            QVERIFY2(owner && writeOwner(*owner) == raw, path.c_str());
            ++counts.owners;
        }
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d chunks, %d encrypted, %d bad, named %d times but absent; %d indexes, %d manifests, %d blobs, %d encrypted; %d owners",
          counts.chunks, counts.sealedChunks, counts.badChunks, counts.missingChunks, counts.indexes, counts.manifests, counts.blobs,
          counts.sealedBlobs, counts.owners);
    QVERIFY(counts.manifests > 0 && counts.indexes > 0 && counts.chunks > 0 && counts.owners > 0);
}

void TestStoreFiles::encryptedOnesNeedTheKey()
{
    const auto archive = test::fixtureContent("stores/alpha.tar");
    if (!archive)
        QSKIP(test::skipReason);
    int manifests = 0;
    int sealed = 0;
    for (const auto &[path, raw] : filesOf(*archive)) {
        if (!path.contains("/vm/102/"))
            continue;
        if (nameOf(path) == manifestFileName) {
            const auto manifest = readManifest(raw, path);
            QVERIFY(manifest);
            QVERIFY(manifest->cryptMode() == CryptMode::Encrypt);
            QCOMPARE(manifest->keyFingerprint.size(), std::size_t(32 * 3 - 1));
            QVERIFY(manifest->signature);
            ++manifests;
        } else if (path.ends_with(".blob")) {
            const auto content = decodeBlob(raw, path);
            QVERIFY(!content);
            QCOMPARE(content.error().id, MessageId::BlobEncrypted);
            ++sealed;
        }
    }
    QVERIFY(manifests > 0 && sealed > 0);
}

QTEST_GUILESS_MAIN(TestStoreFiles)

#include "tst_storefiles.moc"
