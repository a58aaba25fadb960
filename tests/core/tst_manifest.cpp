// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/datablob.h"
#include "core/pbs/jsonreader.h"
#include "core/pbs/manifest.h"
#include "support/fixtures.h"

#include <QTest>

#include <limits>

using namespace espalier;
using nlohmann::json;

namespace {

const std::string someDigest(64, 'a');

json exampleFile(const std::string &name, const std::string &mode, std::uint64_t size)
{
    return {{"filename", name}, {"crypt-mode", mode}, {"size", size}, {"csum", someDigest}};
}

json example()
{
    return {
        {"backup-type", "vm"},
        {"backup-id", "100"},
        {"backup-time", 1772404200},
        {"files", {exampleFile("drive-scsi0.img.fidx", "encrypt", 8388608), exampleFile("qemu-server.conf.blob", "sign-only", 83)}},
        {"signature", nullptr},
        {"unprotected",
         {{"notes", "web\nserver"},
          {"key-fingerprint", "aa:bb"},
          {"verify_state", {{"state", "ok"}, {"upid", "UPID:x"}}},
          {"chunk_upload_stats", {{"count", 1}, {"nested", {1, "two", json::array({nullptr, true, 1.5e3})}}}}}},
    };
}

Result<Manifest> read(const std::string &text)
{
    return readManifest(encodeBlob(text), "index.json.blob");
}

Result<Manifest> read(const json &value)
{
    return read(value.dump(2));
}

void verifyDamaged(const Error &error, std::size_t size)
{
    QCOMPARE(error.kind, Error::Kind::Damaged);
    QCOMPARE(error.id, MessageId::ManifestDamaged);
    QCOMPARE(error.args.at(0), std::string("index.json.blob"));
    QVERIFY(std::stoull(error.args.at(1)) <= size);
    QVERIFY(!error.args.at(2).empty());
}

bool isJson(const std::string &text)
{
    JsonReader reader(text);
    reader.skip();
    reader.end();
    return !reader.failed();
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private slots:
    void jsonGrammar_data();
    void jsonGrammar();
    void zeroByteIsNoEnd();
    void jsonDepth();
    void jsonStrings_data();
    void jsonStrings();
    void reading();
    void defaults();
    void damaged_data();
    void damaged();
    void unprotectedIsNotJudged();
    void everyTruncation();
    void everyBit();
    void totalSizeDoesNotOverflow();
    void weakestModeCounts();
    void blobErrorsPass();
    void writtenByPbs();
};

void TestManifest::jsonGrammar_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray texts[] = {"",
                                " ",
                                "{}",
                                "[]",
                                " [ ] ",
                                "{",
                                "}",
                                "[",
                                "]",
                                "[1",
                                "[1,",
                                "[1,]",
                                "[,1]",
                                "[1 2]",
                                "[1,2]",
                                "{\"a\":1}",
                                "{\"a\":1,}",
                                "{\"a\" 1}",
                                "{\"a\"}",
                                "{a:1}",
                                "{1:1}",
                                "{\"a\":1 \"b\":2}",
                                "{\"a\":1,\"b\":[{\"c\":[]}]}",
                                "{\"a\":1}]",
                                "[[]",
                                "[}",
                                "{]",
                                "true",
                                "false",
                                "null",
                                "tr",
                                "True",
                                "nul",
                                "nullx",
                                "truefalse",
                                "0",
                                "-0",
                                "1",
                                "-1",
                                "01",
                                "-01",
                                "00",
                                "+1",
                                "-",
                                ".5",
                                "5.",
                                "1.5",
                                "1.5.5",
                                "1e5",
                                "1E+5",
                                "1e-5",
                                "1e",
                                "1e+",
                                "1.e5",
                                "0x1",
                                "1_000",
                                "NaN",
                                "Infinity",
                                "-Infinity",
                                "123456789012345678901234567890",
                                "1 2",
                                "\"\"",
                                "\"a",
                                "a\"",
                                "\"a\\\"",
                                "\"\\n\"",
                                "\"\\x\"",
                                "\"\\u0041\"",
                                "\"\\u004\"",
                                "\"\\u004g\"",
                                "\"\\ud83d\\ude00\"",
                                "\"\\ud83d\"",
                                "\"\\ude00\"",
                                "\"\\ud83d\\u0041\"",
                                "\"\\ud83dx\"",
                                "\"\t\"",
                                "\"\x1f\"",
                                "\"\x7f\"",
                                "\"\xc3\xa4\"",
                                "\"\xc3\"",
                                "\"\xff\"",
                                "\"\xed\xa0\x80\"",
                                "\"\xc0\x80\"",
                                "\"\xe0\x80\x80\"",
                                "\"\xf0\x80\x80\x80\"",
                                "\"\xf4\x90\x80\x80\"",
                                "'a'",
                                "// a\n1",
                                "/* */1",
                                "[1]x",
                                "[1]\n",
                                "\"a\"\n\"b\"",
                                "{\"a\":{\"b\":}}",
                                "{\"\":0}",
                                "[\"a\",true,null,{},[],-1.5]",
                                "\\",
                                "\x0c[]",
                                "[1\n,\r2\t]"};
    int number = 0;
    for (const QByteArray &text : texts)
        QTest::addRow("%d: %s", number++, text.toHex(' ').left(60).constData()) << text;
    QTest::newRow("zero byte") << QByteArray("[\0]", 3);
    QTest::newRow("zero byte in a text") << QByteArray("\"a\0\"", 4);
}

/// The JSON library is the judge of what is JSON.
void TestManifest::jsonGrammar()
{
    QFETCH(QByteArray, text);
    QCOMPARE(isJson(text.toStdString()), json::accept(text.toStdString()));
}

void TestManifest::zeroByteIsNoEnd()
{
    QVERIFY(!isJson(std::string("[]\0", 3))); // where the library takes it for the end of the text
}

void TestManifest::jsonDepth()
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    QVERIFY(isJson(nested(100)));
    QVERIFY(!isJson(nested(101)));
    QVERIFY(!isJson(nested(1000000)));
    QVERIFY(!isJson(std::string(1000000, '{')));
    std::string objects;
    for (int i = 0; i < 100000; ++i)
        objects += "{\"a\":";
    QVERIFY(!isJson(objects));
}

void TestManifest::jsonStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");

    QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
    QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("one byte") << QByteArray("\"\\u0041b\"") << QByteArray("Ab");
    QTest::newRow("zero") << QByteArray("\"a\\u0000b\"") << QByteArray("a\0b", 3);
    QTest::newRow("two bytes") << QByteArray("\"\\u00e4\"") << QByteArray("\xc3\xa4");
    QTest::newRow("three bytes") << QByteArray("\"\\u20AC\"") << QByteArray("\xe2\x82\xac");
    QTest::newRow("pair") << QByteArray("\"\\ud83d\\ude00!\"") << QByteArray("\xf0\x9f\x98\x80!");
    QTest::newRow("raw UTF-8") << QByteArray("\"a\xf0\x9f\x98\x80\xc3\xa4z\"") << QByteArray("a\xf0\x9f\x98\x80\xc3\xa4z");
}

void TestManifest::jsonStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    const std::string held = text.toStdString();
    JsonReader reader(held);
    QCOMPARE(QByteArray::fromStdString(reader.string()), plain);
    reader.end();
    QVERIFY(!reader.failed());
}

void TestManifest::reading()
{
    const auto manifest = read(example());
    QVERIFY(manifest);
    QCOMPARE(manifest->backupType, std::string("vm"));
    QCOMPARE(manifest->backupId, std::string("100"));
    QCOMPARE(manifest->backupTime, 1772404200);
    QCOMPARE(manifest->files.size(), std::size_t(2));
    const ManifestFile first{"drive-scsi0.img.fidx", CryptMode::Encrypt, 8388608, Digest::fromHex(someDigest).value()};
    QVERIFY(manifest->files.front() == first);
    QVERIFY(!manifest->signature);
    QCOMPARE(manifest->notes, std::string("web\nserver"));
    QCOMPARE(manifest->keyFingerprint, std::string("aa:bb"));
    QVERIFY(manifest->verifyState == VerifyState::Ok);
    QCOMPARE(manifest->verifyUpid, std::string("UPID:x"));
    QCOMPARE(manifest->json, example().dump(2));
    QCOMPARE(manifest->totalSize(), std::uint64_t(8388691));
}

void TestManifest::defaults()
{
    json value = example();
    value.erase("signature");
    value.erase("unprotected");
    value["files"][0].erase("crypt-mode");
    value["new-member"] = {{"a", 1}};
    const auto manifest = read(value);
    QVERIFY(manifest);
    QVERIFY(!manifest->signature);
    QVERIFY(manifest->files.front().cryptMode == CryptMode::None);
    QVERIFY(manifest->verifyState == VerifyState::None);

    value["signature"] = someDigest;
    QCOMPARE(read(value)->signature, std::optional(someDigest));
}

void TestManifest::damaged_data()
{
    QTest::addColumn<QString>("text");

    const auto without = [](const char *key) {
        json value = example();
        value.erase(key);
        return QString::fromStdString(value.dump());
    };
    const auto with = [](const char *key, const json &member) {
        json value = example();
        value[key] = member;
        return QString::fromStdString(value.dump());
    };
    const auto withFile = [](const char *key, const json &member) {
        json value = example();
        value["files"][0][key] = member;
        return QString::fromStdString(value.dump());
    };
    const auto withoutInFile = [](const char *key) {
        json value = example();
        value["files"][0].erase(key);
        return QString::fromStdString(value.dump());
    };
    for (const char *key : {"backup-type", "backup-id", "backup-time", "files"})
        QTest::addRow("without %s", key) << without(key);
    for (const char *key : {"filename", "size", "csum"})
        QTest::addRow("file without %s", key) << withoutInFile(key);
    QTest::newRow("unknown type") << with("backup-type", "qemu");
    QTest::newRow("type is a number") << with("backup-type", 1);
    QTest::newRow("id is a number") << with("backup-id", 100);
    QTest::newRow("time is a text") << with("backup-time", "2026");
    QTest::newRow("time has a fraction") << with("backup-time", 1.5);
    QTest::newRow("time beyond 64 bits") << with("backup-time", std::numeric_limits<std::uint64_t>::max());
    QTest::newRow("files is an object") << with("files", json::object());
    QTest::newRow("file is a text") << with("files", json::array({"x"}));
    QTest::newRow("signature is a number") << with("signature", 1);
    QTest::newRow("file name is null") << withFile("filename", nullptr);
    QTest::newRow("negative size") << withFile("size", -1);
    QTest::newRow("size as a text") << withFile("size", "1");
    QTest::newRow("short checksum") << withFile("csum", "aa");
    QTest::newRow("unknown mode") << withFile("crypt-mode", "secret");
    QTest::newRow("not an object") << QStringLiteral("[]");
    QTest::newRow("nothing") << QString();
    QTest::newRow("rubbish behind") << QString::fromStdString(example().dump()) + QStringLiteral("x");
    QTest::newRow("id twice") << QString::fromStdString(example().dump())
                                     .replace(QStringLiteral("{\"backup-id\""), QStringLiteral("{\"backup-id\":\"1\",\"backup-id\""));
    QTest::newRow("notes twice")
        << QString::fromStdString(example().dump()).replace(QStringLiteral("\"notes\""), QStringLiteral("\"notes\":\"x\",\"notes\""));
}

void TestManifest::damaged()
{
    QFETCH(QString, text);
    const auto manifest = read(text.toStdString());
    QVERIFY(!manifest);
    verifyDamaged(manifest.error(), std::size_t(text.toUtf8().size()));
}

void TestManifest::unprotectedIsNotJudged()
{
    json value = example();
    value["unprotected"] = {{"notes", 5}, {"key-fingerprint", nullptr}, {"verify_state", {{"state", "unheard"}, {"upid", 7}}}};
    const auto manifest = read(value);
    QVERIFY(manifest);
    QVERIFY(manifest->notes.empty() && manifest->keyFingerprint.empty() && manifest->verifyUpid.empty());
    QVERIFY(manifest->verifyState == VerifyState::None);

    value["unprotected"]["verify_state"] = "ok";
    QVERIFY(read(value)->verifyState == VerifyState::None);
    value["unprotected"] = nullptr;
    QVERIFY(read(value));
}

void TestManifest::everyTruncation()
{
    const std::string text = example().dump(2);
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto manifest = read(text.substr(0, size));
        QVERIFY2(!manifest, qPrintable(QString::number(size)));
        verifyDamaged(manifest.error(), size);
    }
}

void TestManifest::everyBit()
{
    const std::string text = example().dump();
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        std::string flipped = text;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        const auto manifest = read(flipped);
        if (!manifest)
            verifyDamaged(manifest.error(), text.size());
        else
            QVERIFY2(json::accept(flipped), flipped.c_str()); // what is no JSON is never read
    }
}

void TestManifest::totalSizeDoesNotOverflow()
{
    json value = example();
    value["files"] = {exampleFile("a.blob", "none", std::numeric_limits<std::uint64_t>::max()), exampleFile("b.blob", "none", 2)};
    QCOMPARE(read(value)->totalSize(), std::numeric_limits<std::uint64_t>::max());
}

void TestManifest::weakestModeCounts()
{
    const auto modeOf = [](const json &files) {
        json value = example();
        value["files"] = files;
        return read(value)->cryptMode();
    };
    QVERIFY(modeOf(json::array()) == CryptMode::None);
    QVERIFY(modeOf({exampleFile("a.blob", "encrypt", 1), exampleFile("b.blob", "encrypt", 1)}) == CryptMode::Encrypt);
    QVERIFY(modeOf({exampleFile("a.blob", "encrypt", 1), exampleFile("b.blob", "sign-only", 1)}) == CryptMode::SignOnly);
    QVERIFY(modeOf({exampleFile("a.blob", "sign-only", 1), exampleFile("b.blob", "none", 1)}) == CryptMode::None);
}

void TestManifest::blobErrorsPass()
{
    const auto manifest = readManifest("rubbish and rubbish", "index.json.blob");
    QVERIFY(!manifest);
    QCOMPARE(manifest.error().id, MessageId::BlobDamaged);
}

void TestManifest::writtenByPbs()
{
    const auto manifest = readManifest(test::readWholeFile(test::dataPath("encrypted-snapshot.index.json.blob")), "index.json.blob");
    QVERIFY(manifest);
    QCOMPARE(manifest->backupId, std::string("102"));
    QCOMPARE(manifest->files.size(), std::size_t(2));
    QVERIFY(manifest->cryptMode() == CryptMode::Encrypt);
    QVERIFY(manifest->verifyState == VerifyState::Ok);
    const std::string sealed = test::readWholeFile(test::dataPath("encrypted.conf.blob"));
    QCOMPARE(manifest->files.front().size, std::uint64_t(sealed.size()));
    QCOMPARE(manifest->files.front().checksum, Digest::of(sealed));
    const auto content = decodeBlob(sealed, "encrypted.conf.blob");
    QVERIFY(!content);
    QCOMPARE(content.error().id, MessageId::BlobEncrypted);
}

QTEST_GUILESS_MAIN(TestManifest)

#include "tst_manifest.moc"
