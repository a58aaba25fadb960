// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/crc32.h"
#include "core/pbs/datablob.h"
#include "core/pbs/digest.h"
#include "core/pbs/littleendian.h"
#include "support/fixtures.h"

#include <QTest>

#include <zstd.h>

#include <random>

using namespace espalier;

namespace {

const std::string plainMagic("\x42\xab\x38\x07\xbe\x83\x70\xa1", 8);
const std::string packedMagic("\x31\xb9\x58\x42\x6f\xb6\xa3\x7f", 8);
const std::string sealedMagic("\x7b\x67\x85\xbe\x22\x2d\x4c\xf0", 8);
const std::string sealedPackedMagic("\xe6\x59\x1b\xbf\x0b\xbf\xd8\x0b", 8);

/// A blob with a right checksum, whatever its content.
std::string blob(const std::string &magic, const std::string &payload, const std::string &ivAndTag = {})
{
    std::string raw = magic;
    appendLittleEndian(raw, crc32(payload));
    return raw + ivAndTag + payload;
}

std::string zstd(const std::string &content, int level = 3)
{
    std::string packed(ZSTD_compressBound(content.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), level));
    return packed;
}

std::string noise(std::size_t size)
{
    std::mt19937 random(1);
    std::string bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

/// The error of a damaged blob names the file, an offset inside it or at its end, and what was expected.
void verifyDamaged(const Error &error, std::size_t size)
{
    QCOMPARE(error.kind, Error::Kind::Damaged);
    QCOMPARE(error.id, MessageId::BlobDamaged);
    QCOMPARE(error.args.size(), std::size_t(3));
    QCOMPARE(error.args[0], std::string("x.blob"));
    QVERIFY(std::stoull(error.args[1]) <= size);
    QVERIFY(!error.args[2].empty());
}

} // namespace

class TestDataBlob : public QObject
{
    Q_OBJECT

private slots:
    void checksums_data();
    void checksums();
    void checksumOfEveryLength();
    void digests();
    void digestHex_data();
    void digestHex();
    void roundTrip_data();
    void roundTrip();
    void bytesOnDisk();
    void everyTruncation();
    void everyBit();
    void damagedContent_data();
    void damagedContent();
    void severalFrames();
    void limits();
    void claimedSizeIsNotBelieved();
    void encrypted();
    void damagedEncrypted();
};

void TestDataBlob::checksums_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<quint32>("crc");

    QTest::newRow("nothing") << QByteArray() << quint32(0);
    QTest::newRow("check value of the standard") << QByteArray("123456789") << quint32(0xcbf43926);
    QTest::newRow("zero") << QByteArray(1, '\0') << quint32(0xd202ef8d);
    QTest::newRow("32 zeros") << QByteArray(32, '\0') << quint32(0x190a55ad);
    QTest::newRow("32 times ff") << QByteArray(32, '\xff') << quint32(0xff6cab0b);
}

void TestDataBlob::checksums()
{
    QFETCH(QByteArray, data);
    QFETCH(quint32, crc);
    QCOMPARE(crc32(data.toStdString()), crc);
}

void TestDataBlob::checksumOfEveryLength()
{
    const std::string data = noise(400);
    for (std::size_t length = 0; length <= data.size(); ++length) {
        std::uint32_t expected = 0xffffffff; // bit by bit, as the standard defines it
        for (std::size_t i = 0; i < length; ++i) {
            expected ^= static_cast<unsigned char>(data[i]);
            for (int bit = 0; bit < 8; ++bit)
                expected = expected >> 1 ^ (expected & 1 ? 0xedb88320 : 0);
        }
        QCOMPARE(crc32(std::string_view(data).substr(0, length)), ~expected);
    }
}

void TestDataBlob::digests()
{
    QCOMPARE(Digest::of(std::string_view()).toHex(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(Digest::of("abc").toHex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(Digest::of(std::string(4194304, '\0')).toHex(), // the chunk that PBS makes for its test of access times
             std::string("bb9f8df61474d25e71fa00722318cd387396ca1736605e1248821cc0de3d3af8"));
    QCOMPARE(Digest().toHex(), std::string(64, '0'));
    QVERIFY(Digest::fromHex(std::string(63, '0') + "1").value() > Digest());
}

void TestDataBlob::digestHex_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");

    QTest::newRow("small letters") << QByteArray(64, 'a') << true;
    QTest::newRow("capitals") << QByteArray(64, 'F') << true;
    QTest::newRow("too short") << QByteArray(63, 'a') << false;
    QTest::newRow("too long") << QByteArray(65, 'a') << false;
    QTest::newRow("no digit") << QByteArray(63, 'a') + "g" << false;
    QTest::newRow("line break") << QByteArray(64, 'a') + "\n" << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestDataBlob::digestHex()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const auto digest = Digest::fromHex(text.toStdString());
    QCOMPARE(digest.has_value(), ok);
    if (digest)
        QCOMPARE(QByteArray::fromStdString(digest->toHex()), text.toLower());
    else
        QCOMPARE(digest.error().id, MessageId::DigestMalformed);
}

void TestDataBlob::roundTrip_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<bool>("isCompressed");

    QTest::newRow("nothing") << QByteArray() << true << false;
    QTest::newRow("short") << QByteArray("hello") << true << false; // packed it would be larger
    QTest::newRow("repetitive") << QByteArray(5000, 'x') << true << true;
    QTest::newRow("repetitive, not wanted") << QByteArray(5000, 'x') << false << false;
    QTest::newRow("noise") << QByteArray::fromStdString(noise(5000)) << true << false;
    QTest::newRow("more than one piece") << QByteArray(3000000, 'x') + QByteArray::fromStdString(noise(100000)) << true << true;
}

void TestDataBlob::roundTrip()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, compress);
    QFETCH(bool, isCompressed);
    const std::string raw = encodeBlob(content.toStdString(), compress);
    const auto header = checkBlob(raw, "x.blob");
    QVERIFY(header);
    QCOMPARE(header->compressed, isCompressed);
    QVERIFY(!header->encrypted);
    QVERIFY(decodeBlob(raw, "x.blob").value() == content.toStdString());
}

void TestDataBlob::bytesOnDisk()
{
    const std::string content = "123456789";
    QCOMPARE(encodeBlob(content, false), plainMagic + std::string("\x26\x39\xf4\xcb", 4) + content);
}

void TestDataBlob::everyTruncation()
{
    for (const std::string &raw : {encodeBlob("some text", false), encodeBlob(std::string(500, 'x'), true)}) {
        for (std::size_t size = 0; size < raw.size(); ++size) {
            const auto content = decodeBlob(std::string_view(raw).substr(0, size), "x.blob");
            QVERIFY2(!content, qPrintable(QString::number(size)));
            verifyDamaged(content.error(), size);
        }
    }
}

void TestDataBlob::everyBit()
{
    for (const std::string &raw : {encodeBlob("some text", false), encodeBlob(std::string(500, 'x'), true)}) {
        for (std::size_t bit = 0; bit < raw.size() * 8; ++bit) {
            std::string flipped = raw;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
            const auto content = decodeBlob(flipped, "x.blob");
            QVERIFY2(!content, qPrintable(QString::number(bit)));
            verifyDamaged(content.error(), raw.size());
        }
    }
}

void TestDataBlob::damagedContent_data()
{
    QTest::addColumn<QByteArray>("payload"); // behind a header with the right checksum

    const std::string packed = zstd(std::string(300000, 'x') + noise(1000));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no zstd") << QByteArray("hello");
    QTest::newRow("cut in the frame's header") << QByteArray::fromStdString(packed.substr(0, 5));
    QTest::newRow("cut in the middle") << QByteArray::fromStdString(packed.substr(0, packed.size() / 2));
    QTest::newRow("last byte missing") << QByteArray::fromStdString(packed.substr(0, packed.size() - 1));
    QTest::newRow("rubbish behind") << QByteArray::fromStdString(packed + "rubbish");
}

void TestDataBlob::damagedContent()
{
    QFETCH(QByteArray, payload);
    const std::string raw = blob(packedMagic, payload.toStdString());
    QVERIFY(checkBlob(raw, "x.blob"));
    const auto content = decodeBlob(raw, "x.blob");
    QVERIFY(!content);
    verifyDamaged(content.error(), raw.size());
}

void TestDataBlob::severalFrames()
{
    QCOMPARE(decodeBlob(blob(packedMagic, zstd("one ") + zstd("two")), "x.blob").value(), std::string("one two"));
}

void TestDataBlob::limits()
{
    const std::string content(1000, 'x');
    for (const std::string &raw : {encodeBlob(content, false), encodeBlob(content, true)}) {
        QVERIFY(decodeBlob(raw, "x.blob", 1000));
        const auto refused = decodeBlob(raw, "x.blob", 999);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, MessageId::BlobTooLarge);
        QCOMPARE(refused.error().args, (std::vector<std::string>{"x.blob", "1000", "999"}));
    }
    const auto bomb = decodeBlob(blob(packedMagic, zstd(std::string(std::size_t{200} << 20, '\0'))), "x.blob");
    QVERIFY(!bomb);
    QCOMPARE(bomb.error().id, MessageId::BlobTooLarge);
}

void TestDataBlob::claimedSizeIsNotBelieved()
{
    // A frame header with an eight-byte content size of 2^62 and one raw block of three bytes.
    const std::string frame("\x28\xb5\x2f\xfd\xc0\x00\x00\x00\x00\x00\x00\x00\x00\x40\x19\x00\x00"
                            "abc",
                            20);
    const auto content = decodeBlob(blob(packedMagic, frame), "x.blob");
    QVERIFY(!content);
    verifyDamaged(content.error(), frame.size() + 12);
}

void TestDataBlob::encrypted()
{
    for (const std::string &magic : {sealedMagic, sealedPackedMagic}) {
        const std::string raw = blob(magic, "sealed", std::string(32, '\1'));
        const auto header = checkBlob(raw, "x.blob");
        QVERIFY(header && header->encrypted);
        QCOMPARE(header->compressed, magic == sealedPackedMagic);
        QCOMPARE(header->headerSize, std::size_t(44));
        const auto content = decodeBlob(raw, "x.blob");
        QVERIFY(!content);
        QCOMPARE(content.error().kind, Error::Kind::Denied);
        QCOMPARE(content.error().id, MessageId::BlobEncrypted);
    }
}

void TestDataBlob::damagedEncrypted()
{
    const std::string raw = blob(sealedMagic, "sealed", std::string(32, '\1'));
    for (std::size_t size = 0; size < raw.size(); ++size) {
        const auto header = checkBlob(std::string_view(raw).substr(0, size), "x.blob");
        QVERIFY(!header);
        verifyDamaged(header.error(), size);
    }
    std::string flipped = raw;
    flipped.back() = static_cast<char>(flipped.back() ^ 1);
    verifyDamaged(decodeBlob(flipped, "x.blob").error(), raw.size());
}

QTEST_GUILESS_MAIN(TestDataBlob)

#include "tst_datablob.moc"
