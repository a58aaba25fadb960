// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexfile.h"
#include "core/pbs/littleendian.h"

#include <QTest>

#include <limits>

using namespace espalier;

namespace {

IndexFile fixedIndex()
{
    IndexFile index;
    index.kind = IndexFile::Kind::Fixed;
    index.uuid.fill(std::byte{7});
    index.createdAt = 1772404200;
    index.chunkSize = 4194304;
    index.archiveSize = 2 * 4194304 + 5;
    index.entries = {{4194304, Digest::of("a")}, {8388608, Digest::of("b")}, {8388613, Digest::of("c")}};
    return index;
}

IndexFile dynamicIndex()
{
    IndexFile index;
    index.kind = IndexFile::Kind::Dynamic;
    index.uuid.fill(std::byte{9});
    index.createdAt = -5;
    index.archiveSize = 2000;
    index.entries = {{100, Digest::of("a")}, {2000, Digest::of("b")}};
    return index;
}

/// @p raw with an eight-byte number replaced.
std::string withNumber(std::string raw, std::size_t at, std::uint64_t value)
{
    std::string bytes;
    appendLittleEndian(bytes, value);
    return raw.replace(at, bytes.size(), bytes);
}

void verifyDamaged(const Error &error, std::size_t size)
{
    QCOMPARE(error.kind, Error::Kind::Damaged);
    QCOMPARE(error.id, MessageId::IndexDamaged);
    QCOMPARE(error.args.at(0), std::string("x.fidx"));
    QVERIFY(std::stoull(error.args.at(1)) <= size);
    QVERIFY(!error.args.at(2).empty());
}

} // namespace

class TestIndexFile : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip_data();
    void roundTrip();
    void bytesOnDisk();
    void everyTruncation_data() { roundTrip_data(); }
    void everyTruncation();
    void bytesTooMany_data() { roundTrip_data(); }
    void bytesTooMany();
    void everyBit_data() { roundTrip_data(); }
    void everyBit();
    void damagedFixed_data();
    void damagedFixed();
    void fallingOffsets();
};

void TestIndexFile::roundTrip_data()
{
    QTest::addColumn<bool>("fixed");
    QTest::newRow("fixed") << true;
    QTest::newRow("dynamic") << false;
}

void TestIndexFile::roundTrip()
{
    QFETCH(bool, fixed);
    const IndexFile index = fixed ? fixedIndex() : dynamicIndex();
    const auto read = readIndex(writeIndex(index), "x.fidx");
    QVERIFY(read);
    QCOMPARE(read->kind, index.kind);
    QVERIFY(read->uuid == index.uuid);
    QCOMPARE(read->createdAt, index.createdAt);
    QCOMPARE(read->archiveSize, index.archiveSize);
    QCOMPARE(read->chunkSize, index.chunkSize);
    QVERIFY(read->entries == index.entries);
    QVERIFY(read->storedChecksum == index.bodyChecksum());
    QVERIFY(read->bodyChecksum() == index.bodyChecksum());
}

void TestIndexFile::bytesOnDisk()
{
    const std::string fixed = writeIndex(fixedIndex());
    QCOMPARE(fixed.size(), std::size_t(4096 + 3 * 32));
    QCOMPARE(fixed.substr(0, 9), std::string("\x2f\x7f\x41\xed\x91\xfd\x0f\xcd\x07", 9));
    QCOMPARE(readLittleEndian<std::uint64_t>(fixed, 24), std::uint64_t(1772404200));
    QCOMPARE(readLittleEndian<std::uint64_t>(fixed, 64), std::uint64_t(8388613));
    QCOMPARE(readLittleEndian<std::uint64_t>(fixed, 72), std::uint64_t(4194304));
    QVERIFY(fixed.substr(80, 4016) == std::string(4016, '\0'));
    QVERIFY(Digest::of(std::string_view(fixed).substr(4096)) == fixedIndex().bodyChecksum());

    const std::string dynamic = writeIndex(dynamicIndex());
    QCOMPARE(dynamic.size(), std::size_t(4096 + 2 * 40));
    QCOMPARE(dynamic.substr(0, 9), std::string("\x1c\x91\x4e\xa5\x19\xba\xb3\xcd\x09", 9));
    QVERIFY(dynamic.substr(64, 4032) == std::string(4032, '\0'));
    QCOMPARE(readLittleEndian<std::uint64_t>(dynamic, 4096), std::uint64_t(100));
    QVERIFY(Digest::of(std::string_view(dynamic).substr(4096)) == dynamicIndex().bodyChecksum());
}

void TestIndexFile::everyTruncation()
{
    QFETCH(bool, fixed);
    const std::string raw = writeIndex(fixed ? fixedIndex() : dynamicIndex());
    for (std::size_t size = 0; size < raw.size(); ++size) {
        const auto read = readIndex(std::string_view(raw).substr(0, size), "x.fidx");
        if (!fixed && size == 4096 + 40) { // a shorter dynamic index is whole: only the manifest knows better
            QVERIFY(read && read->storedChecksum != read->bodyChecksum());
            continue;
        }
        QVERIFY2(!read, qPrintable(QString::number(size)));
        verifyDamaged(read.error(), size);
    }
}

void TestIndexFile::bytesTooMany()
{
    QFETCH(bool, fixed);
    const std::string raw = writeIndex(fixed ? fixedIndex() : dynamicIndex());
    for (std::size_t more = 1; more < 40; ++more) {
        const auto read = readIndex(raw + std::string(more, '\xff'), "x.fidx");
        QVERIFY2(!read, qPrintable(QString::number(more)));
    }
}

void TestIndexFile::everyBit()
{
    QFETCH(bool, fixed);
    const std::string raw = writeIndex(fixed ? fixedIndex() : dynamicIndex());
    const std::size_t reserved = fixed ? 80 : 64; // from here to the end of the header PBS reads nothing
    for (std::size_t bit = 0; bit < raw.size() * 8; ++bit) {
        if (bit / 8 >= reserved && bit / 8 < 4096)
            continue;
        std::string flipped = raw;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        const auto read = readIndex(flipped, "x.fidx");
        if (!read) {
            verifyDamaged(read.error(), raw.size());
            continue;
        }
        const bool isSummed = bit / 8 >= 4096 || (bit / 8 >= 32 && bit / 8 < 64); // the body, or the checksum itself
        QVERIFY(bit / 8 >= 8);
        QCOMPARE(read->storedChecksum != read->bodyChecksum(), isSummed);
        QVERIFY2(isSummed || writeIndex(*read) != raw, qPrintable(QString::number(bit))); // what changed shows
    }
}

void TestIndexFile::damagedFixed_data()
{
    QTest::addColumn<quint64>("archiveSize");
    QTest::addColumn<quint64>("chunkSize");
    QTest::addColumn<quint64>("offset");

    const quint64 huge = std::numeric_limits<quint64>::max();
    QTest::newRow("empty archive") << quint64(0) << quint64(4194304) << quint64(64);
    QTest::newRow("no chunk size") << quint64(100) << quint64(0) << quint64(72);
    QTest::newRow("chunk size no power of two") << quint64(100) << quint64(3) << quint64(72);
    QTest::newRow("fewer entries than needed") << quint64(4 * 4194304) << quint64(4194304) << quint64(4192);
    QTest::newRow("more entries than needed") << quint64(4194304) << quint64(4194304) << quint64(4192);
    QTest::newRow("huge archive of single bytes") << huge << quint64(1) << quint64(4192);
    QTest::newRow("huge archive of huge chunks") << huge << (quint64(1) << 63) << quint64(4192);
}

void TestIndexFile::damagedFixed()
{
    QFETCH(quint64, archiveSize);
    QFETCH(quint64, chunkSize);
    QFETCH(quint64, offset);
    const auto read = readIndex(withNumber(withNumber(writeIndex(fixedIndex()), 64, archiveSize), 72, chunkSize), "x.fidx");
    QVERIFY(!read);
    verifyDamaged(read.error(), 4192);
    QCOMPARE(read.error().args.at(1), std::to_string(offset));
}

void TestIndexFile::fallingOffsets()
{
    const auto read = readIndex(withNumber(writeIndex(dynamicIndex()), 4096 + 40, 99), "x.fidx");
    QVERIFY(!read);
    verifyDamaged(read.error(), 4176);
    QCOMPARE(read.error().args.at(1), std::string("4136"));
}

QTEST_GUILESS_MAIN(TestIndexFile)

#include "tst_indexfile.moc"
