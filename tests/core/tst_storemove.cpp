// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/movebench.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

// A move to another datastore: what is at the target then is what was at the source, and whatever is not the same, changed meanwhile or
// would be lost keeps its group, or at least itself, at the source.

namespace {

constexpr const char *first = "2025-01-01T00:00:00Z";
constexpr const char *second = "2025-01-02T00:00:00Z";

std::string pathOf(const char *root, std::string_view group, std::string_view time = {}, std::string_view file = {})
{
    std::string path = std::string(root) + "/" + groupPath("", group, time);
    return file.empty() ? path : path + "/" + std::string(file);
}

std::string chunkPath(const char *root, std::string_view content)
{
    const std::string digest = Digest::of(content).toHex();
    return std::string(root) + "/.chunks/" + digest.substr(0, 4) + "/" + digest;
}

/// Two snapshots of one group at the source.
SyncBench makeBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    source.group("", "vm/1");
    source.snapshot("", "vm/1", first, {"a", "b"}, "noted", "ok");
    source.snapshot("", "vm/1", second, {"b", "c"});
    return bench;
}

/// The copies that an earlier sync made, before anything else was said of the source's.
void copyEarlier(const SyncBench &bench)
{
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    target.group("", "vm/1");
    target.snapshot("", "vm/1", first, {"a", "b"});
    target.snapshot("", "vm/1", second, {"b", "c"});
}

MessageId problemOf(const StoreMoveReport &report)
{
    if (!report.problems.empty())
        return report.problems.front().id;
    return report.failure ? report.failure->id : MessageId::SyncStopped;
}

/// Nothing of vm/1 went.
bool isUntouched(const SyncBench &bench, const Rows &before)
{
    return difference(before, bench.rows(SyncBench::sourceRoot)).empty();
}

/// Calls @p change when the first snapshots are about to be removed.
StoreMoveOptions whenRemoving(std::function<void()> change)
{
    StoreMoveOptions options{.threads = 1};
    options.progress = [change = std::move(change), isDone = false](const StoreMoveProgress &progress) mutable {
        if (progress.stage == StoreMoveProgress::Stage::Removing && !std::exchange(isDone, true))
            change();
    };
    return options;
}

} // namespace

class TestStoreMove : public QObject
{
    Q_OBJECT

private slots:
    void everything();
    void elsewhere();
    void andBack();
    void carried();
    void otherNotes();
    void damagedCopy_data();
    void damagedCopy();
    void sameTimeOtherBackup();
    void encrypted_data();
    void encrypted();
    void foreignFile();
    void changedMeanwhile_data();
    void changedMeanwhile();
    void busy();
    void newSnapshot();
    void stopped_data();
    void stopped();
    void refusedIsLeftOut();
};

/// Owners, notes, protection, verification, logs: all of it is at the target, and nothing at the source.
void TestStoreMove::everything()
{
    const SyncBench bench = makeBench();
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, ".protected"), "");
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", {}, "notes"), "a group\nof two");
    source.group("n/m", "ct/2", "other@pbs!token");
    source.snapshot("n/m", "ct/2", first, {"d"});
    source.group("n", "host/3", "third@pbs");
    const Rows before = bench.rows(SyncBench::sourceRoot);
    const StoreMoveReport report = moveStores(bench, wholeStore());
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(report.copied, 3U);
    QCOMPARE(report.compared, 3U);
    QCOMPARE(report.removedSnapshots, 3U);
    QCOMPARE(report.removedGroups, 3U);
    QCOMPARE(report.removedNamespaces, 2U);
    QCOMPARE(difference(before, bench.rows(SyncBench::targetRoot)), "");
    QVERIFY(wholeSnapshots(*bench.files, SyncBench::sourceRoot).empty());
    for (const Row &row : bench.rows(SyncBench::sourceRoot))
        QVERIFY2(row.path == "vm" || row.path == "ns", row.path.c_str());
    QVERIFY(bench.chunks(SyncBench::sourceRoot).size() == 4); // a garbage collection takes them
}

void TestStoreMove::elsewhere()
{
    const SyncBench bench = makeBench();
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1", "", "x/y"));
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(wholeSnapshots(*bench.files, SyncBench::targetRoot),
             (std::set<std::string>{groupPath("x/y", "vm/1", first), groupPath("x/y", "vm/1", second)}));
}

/// The way to undo it.
void TestStoreMove::andBack()
{
    const SyncBench bench = makeBench();
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, ".protected"), "");
    const Rows before = bench.rows(SyncBench::sourceRoot);
    QVERIFY(moveStores(bench, groupMove("vm/1")).isOk());
    const StoreMoveReport back = moveStores(bench, groupMove("vm/1"), {}, nullptr, SyncBench::targetRoot, SyncBench::sourceRoot);
    QVERIFY2(back.isOk(), failureOf(back).c_str());
    QCOMPARE(back.chunks.copied, 0U);
    QCOMPARE(difference(before, bench.rows(SyncBench::sourceRoot)), "");
}

/// To copies that were there before comes what they lack; what they have of their own stays.
void TestStoreMove::carried()
{
    const SyncBench bench = makeBench();
    copyEarlier(bench);
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, ".protected"), "");
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", {}, "notes"), "of the group");
    bench.files->removeTree(pathOf(SyncBench::targetRoot, "vm/1", first, "client.log.blob"));
    bench.files->makeFile(pathOf(SyncBench::targetRoot, "vm/1", second, ".protected"), "");
    const Rows before = bench.rows(SyncBench::sourceRoot);
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"));
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(report.copied, 0U);
    const Rows after = bench.rows(SyncBench::targetRoot);
    for (const char *file : {".protected", "client.log.blob", "qemu-server.conf.blob", "root.pxar.didx"})
        QVERIFY2(std::ranges::contains(after, groupPath("", "vm/1", first) + "/" + file, &Row::path), file);
    QVERIFY(std::ranges::contains(after, groupPath("", "vm/1", second) + "/.protected", &Row::path));
    QCOMPARE(std::ranges::find(after, "vm/1/notes", &Row::path)->content, "of the group");
    const std::string path = groupPath("", "vm/1", first) + "/index.json.blob";
    const auto manifest = readManifest(std::ranges::find(after, path, &Row::path)->content, path);
    QCOMPARE(manifest->notes, "noted");
    QVERIFY(manifest->verifyState == VerifyState::Ok);
}

void TestStoreMove::otherNotes()
{
    const SyncBench bench = makeBench();
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    target.group("", "vm/1");
    target.snapshot("", "vm/1", first, {"a", "b"}, "other notes");
    Rows before = bench.rows(SyncBench::sourceRoot);
    StoreMoveReport report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(problemOf(report), MessageId::StoreMoveNotesDiffer);
    QVERIFY(isUntouched(bench, before));

    target.snapshot("", "vm/1", first, {"a", "b"}, "noted");
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", {}, "notes"),
                          "one line\nand another"); // the first is all that a plan knows
    bench.files->makeFile(pathOf(SyncBench::targetRoot, "vm/1", {}, "notes"), "one line\nand a third");
    before = bench.rows(SyncBench::sourceRoot);
    report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(problemOf(report), MessageId::StoreMoveNotesDiffer);
    QVERIFY(isUntouched(bench, before));
}

void TestStoreMove::damagedCopy_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<MessageId>("problem");
    QTest::newRow("chunk") << "b" << MessageId::StoreMoveChunkDiffers;
    QTest::newRow("lost chunk") << "" << MessageId::StoreMoveChunkDiffers;
    QTest::newRow("blob") << "qemu-server.conf.blob" << MessageId::StoreMoveCopyDiffers;
    QTest::newRow("index") << "root.pxar.didx" << MessageId::StoreMoveCopyDiffers;
    QTest::newRow("log") << "client.log.blob" << MessageId::StoreMoveCopyDiffers;
    QTest::newRow("manifest") << "index.json.blob" << MessageId::StoreMoveCopyDiffers;
}

/// Of a copy that was there before: no sync would look at it again.
void TestStoreMove::damagedCopy()
{
    QFETCH(QString, file);
    QFETCH(MessageId, problem);
    const SyncBench bench = makeBench();
    copyEarlier(bench);
    const std::string name = file.toStdString();
    if (name.empty()) {
        bench.files->removeTree(chunkPath(SyncBench::targetRoot, "a"));
    } else if (name == "b") {
        bench.files->makeFile(chunkPath(SyncBench::targetRoot, "b"), encodeBlob("B"));
    } else {
        const std::string other = name == "index.json.blob" ? manifestOf("vm/1", first, {{"other.blob", encodeBlob("o")}}, {}, {})
            : name == "root.pxar.didx"                      ? indexOf({"c", "b"})
                                                            : encodeBlob("something else");
        bench.files->makeFile(pathOf(SyncBench::targetRoot, "vm/1", first, name), other);
    }
    const Rows before = bench.rows(SyncBench::sourceRoot);
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(problemOf(report), problem);
    QCOMPARE(report.removedSnapshots, 0U);
    QVERIFY(isUntouched(bench, before)); // its other snapshot, too
}

namespace {

std::string encryptedBlob(const std::string &content)
{
    const std::string plain = encodeBlob(content, false);
    const std::string magic("\x7b\x67\x85\xbe\x22\x2d\x4c\xf0", 8);
    return magic + plain.substr(8, 4) + "0123456789abcdef0123456789abcdef" + plain.substr(12); // a checksum covers what follows the header
}

} // namespace

void TestStoreMove::encrypted_data()
{
    QTest::addColumn<bool>("isSame");
    QTest::newRow("same") << true;
    QTest::newRow("other") << false;
}

/// What its key would make of it nobody can tell: another one of the same digest is not trusted.
/// Of the newest there PBS's own rules would overwrite what has the same key: here nobody's backup gives way to another one.
void TestStoreMove::sameTimeOtherBackup()
{
    const SyncBench bench = makeBench();
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    target.group("", "vm/1");
    target.snapshot("", "vm/1", second, {"of", "another", "cluster"});
    for (const char *root : {SyncBench::sourceRoot, SyncBench::targetRoot}) {
        const std::string path = pathOf(root, "vm/1", second, "index.json.blob");
        const auto directory = bench.files->open(pathOf(root, "vm/1", second)).value();
        std::string manifest = decodeBlob(directory->readFile("index.json.blob", 1 << 20).value(), "").value();
        const std::string nothing = "\"unprotected\": {}";
        std::string fingerprint = "aa";
        for (int i = 1; i < 32; ++i)
            fingerprint += ":aa";
        manifest.replace(manifest.find(nothing), nothing.size(), "\"unprotected\": {\"key-fingerprint\": \"" + fingerprint + "\"}");
        bench.files->removeTree(path);
        bench.files->makeFile(path, encodeBlob(manifest));
    }
    const Rows source = bench.rows(SyncBench::sourceRoot);
    const Rows before = bench.rows(SyncBench::targetRoot);
    StoreMoveOptions options;
    options.keepGoing = true;
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"), options);
    QVERIFY(!report.isOk());
    QCOMPARE(report.removedSnapshots, 0U);
    QVERIFY(isUntouched(bench, source));
    QCOMPARE(difference(before, bench.rows(SyncBench::targetRoot)), "");
}

void TestStoreMove::encrypted()
{
    QFETCH(bool, isSame);
    const SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    source.group("", "vm/1");
    const std::string index = indexOf({"secret"});
    std::string manifest = decodeBlob(manifestOf("vm/1", first, {{"root.pxar.didx", index}}, {}, {}), "").value();
    manifest.replace(manifest.find("\"none\""), 6, "\"encrypt\"");
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, "root.pxar.didx"), index);
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, "index.json.blob"), encodeBlob(manifest));
    const std::string digest = Digest::of(std::string_view("secret")).toHex();
    bench.makeChunk(SyncBench::sourceRoot, digest, encryptedBlob("hidden"));
    bench.makeChunk(SyncBench::targetRoot, digest, encryptedBlob(isSame ? "hidden" : "hiddem"));
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(report.isOk(), isSame);
    QCOMPARE(report.removedSnapshots, isSame ? 1U : 0U);
    if (!isSame)
        QCOMPARE(problemOf(report), MessageId::StoreMoveChunkDiffers);
}

/// A copy takes along only what belongs to a snapshot.
void TestStoreMove::foreignFile()
{
    const SyncBench bench = makeBench();
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", first, "mine.txt"), "kept");
    Rows before = bench.rows(SyncBench::sourceRoot);
    StoreMoveReport report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(problemOf(report), MessageId::RemovalForeignEntry);
    QVERIFY(isUntouched(bench, before));

    bench.files->removeTree(pathOf(SyncBench::sourceRoot, "vm/1", first, "mine.txt"));
    bench.files->makeFile(pathOf(SyncBench::sourceRoot, "vm/1", {}, "mine.txt"), "kept");
    before = bench.rows(SyncBench::sourceRoot);
    report = moveStores(bench, groupMove("vm/1"));
    QCOMPARE(problemOf(report), MessageId::RemovalForeignFiles);
    QVERIFY(isUntouched(bench, before));
}

void TestStoreMove::changedMeanwhile_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content"); // empty: it goes
    QTest::addColumn<MessageId>("problem");
    const QByteArray noted = QByteArray::fromStdString(
        manifestOf("vm/1", second, {{"root.pxar.didx", indexOf({"b", "c"})}, {"qemu-server.conf.blob", encodeBlob("name: vm/1\n")}},
                   "noted meanwhile", {}));
    QTest::newRow("notes") << QByteArray(SyncBench::sourceRoot) << QByteArray("index.json.blob") << noted << MessageId::StoreMoveChanged;
    QTest::newRow("foreign file") << QByteArray(SyncBench::sourceRoot) << QByteArray("x") << QByteArray("x") << MessageId::StoreMoveChanged;
    QTest::newRow("protection") << QByteArray(SyncBench::sourceRoot) << QByteArray(".protected") << QByteArray("x")
                                << MessageId::RemovalProtected;
    QTest::newRow("copy's notes") << QByteArray(SyncBench::targetRoot) << QByteArray("index.json.blob") << noted
                                  << MessageId::StoreMoveCopyChanged;
    QTest::newRow("copy's index gone") << QByteArray(SyncBench::targetRoot) << QByteArray("root.pxar.didx") << QByteArray()
                                       << MessageId::StoreMoveCopyChanged;
}

/// Between the comparison and the removal: that snapshot stays, and is told; the others go.
void TestStoreMove::changedMeanwhile()
{
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, content);
    QFETCH(MessageId, problem);
    const SyncBench bench = makeBench();
    const std::string path = pathOf(root.constData(), "vm/1", second, file.toStdString());
    const StoreMoveOptions options = whenRemoving([&] {
        bench.files->removeTree(path);
        if (!content.isEmpty())
            bench.files->makeFile(path, content.toStdString());
    });
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"), options);
    QCOMPARE(problemOf(report), problem);
    QCOMPARE(report.removedSnapshots, 1U);
    QCOMPARE(report.removedGroups, 0U);
    QVERIFY(wholeSnapshots(*bench.files, SyncBench::sourceRoot).contains(groupPath("", "vm/1", second)));
    QVERIFY(wholeSnapshots(*bench.files, SyncBench::targetRoot).contains(groupPath("", "vm/1", first)));
}

/// Somebody reads the snapshot at the source: it stays.
void TestStoreMove::busy()
{
    const SyncBench bench = makeBench();
    std::unique_ptr<fs::Lock> reader;
    const StoreMoveOptions options = whenRemoving(
        [&] { reader = bench.files->open(pathOf(SyncBench::sourceRoot, "vm/1", first)).value()->lockSelf(fs::Access::Shared).value(); });
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"), options);
    QCOMPARE(problemOf(report), MessageId::SnapshotBusy);
    QCOMPARE(report.removedSnapshots, 1U);
    QVERIFY(wholeSnapshots(*bench.files, SyncBench::sourceRoot).contains(groupPath("", "vm/1", first)));
    reader.reset();
    const StoreMoveReport again = moveStores(bench, groupMove("vm/1"));
    QVERIFY2(again.isOk(), failureOf(again).c_str());
    QCOMPARE(again.copied, 0U);
}

void TestStoreMove::newSnapshot()
{
    const SyncBench bench = makeBench();
    const StoreMoveOptions options
        = whenRemoving([&] { SnapshotWriter(bench, SyncBench::sourceRoot).snapshot("", "vm/1", "2025-01-03T00:00:00Z", {"n"}); });
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"), options);
    QCOMPARE(problemOf(report), MessageId::RemovalGroupStays);
    QCOMPARE(report.removedSnapshots, 2U);
    QCOMPARE(wholeSnapshots(*bench.files, SyncBench::sourceRoot), std::set<std::string>{"vm/1/2025-01-03T00:00:00Z"});
    const StoreMoveReport again = moveStores(bench, groupMove("vm/1"));
    QVERIFY2(again.isOk(), failureOf(again).c_str());
    QCOMPARE(wholeSnapshots(*bench.files, SyncBench::targetRoot).size(), 3U);
}

void TestStoreMove::stopped_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("copying") << int(StoreMoveProgress::Stage::Copying);
    QTest::newRow("comparing") << int(StoreMoveProgress::Stage::Comparing);
    QTest::newRow("removing") << int(StoreMoveProgress::Stage::Removing);
}

/// The source is as it was, and doing it again goes on.
void TestStoreMove::stopped()
{
    QFETCH(int, stage);
    const SyncBench bench = makeBench();
    const Rows before = bench.rows(SyncBench::sourceRoot);
    std::stop_source stop;
    StoreMoveOptions options;
    options.stop = stop.get_token();
    options.progress = [&](const StoreMoveProgress &progress) {
        if (progress.stage == StoreMoveProgress::Stage(stage))
            stop.request_stop();
    };
    const StoreMoveReport report = moveStores(bench, groupMove("vm/1"), options);
    QVERIFY(report.stopped && !report.failure && !report.isOk());
    QVERIFY(isUntouched(bench, before));
    const StoreMoveReport again = moveStores(bench, groupMove("vm/1"));
    QVERIFY2(again.isOk(), failureOf(again).c_str());
    QCOMPARE(again.copied, report.copied == 2 ? 0U : 2U - report.copied);
    QCOMPARE(difference(before, bench.rows(SyncBench::targetRoot)), "");
}

/// Nothing is done where something is refused, unless somebody says so.
void TestStoreMove::refusedIsLeftOut()
{
    const SyncBench bench = makeBench();
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    source.group("", "ct/2");
    source.snapshot("", "ct/2", first, {"d"});
    bench.files->removeTree(pathOf(SyncBench::sourceRoot, "ct/2", first, "index.json.blob"));
    const Rows before = bench.rows(SyncBench::sourceRoot);
    const StoreMoveReport none = moveStores(bench, wholeStore());
    QCOMPARE(none.failure->id, MessageId::RunNotPossible);
    QCOMPARE(none.copied, 0U);
    QVERIFY(isUntouched(bench, before));
    StoreMoveOptions options;
    options.keepGoing = true;
    const StoreMoveReport rest = moveStores(bench, wholeStore(), options);
    QCOMPARE(problemOf(rest), MessageId::StoreMoveUnfinished);
    QCOMPARE(rest.removedSnapshots, 2U);
    QVERIFY(std::ranges::contains(bench.rows(SyncBench::sourceRoot), groupPath("", "ct/2", first), &Row::path));
}

QTEST_GUILESS_MAIN(TestStoreMove)

#include "tst_storemove.moc"
