// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyfilesystem.h"
#include "support/syncstores.h"

#include <QTest>

#include <atomic>
#include <map>
#include <thread>

using namespace espalier;
using namespace espalier::test;

// What becomes of single snapshots: notes, protection, verify states, guards, what is damaged, what lies about.

namespace {

const char *const day1 = "2025-01-01T00:00:00Z";
const char *const day2 = "2025-01-02T00:00:00Z";

SyncOptions job()
{
    SyncOptions options;
    options.owner = "backup@pbs";
    return options;
}

std::string pathOf(const char *root, const std::string &file, const char *time = day1)
{
    return std::string(root) + "/vm/1/" + time + "/" + file;
}

} // namespace

class TestSyncSnapshots : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ownNotesSurvive();
    void exactTakesTheSources();
    void verifyState_data();
    void verifyState();
    void mended();
    void otherContent();
    void damagedFileIsReplaced();
    void emptyChunkIsReplaced();
    void badNames_data();
    void badNames();
    void wrongFile();
    void clientLog();
    void unfinishedIsNotTrusted();
    void archiveGone();
    void noPlaceForChunks();
    void aDemoMakesPlaces();
    void leftoversGo();
    void touchedNotRewritten();
    void sourceChanges();
    void targetChangedSincePlan();
    void collectedInBetween();

private:
    Manifest manifest(const char *root, const char *time = day1) const;
    bool has(const std::string &path) const;
    std::string content(const std::string &path) const;
    void write(const char *root, const std::string &notes, const std::string &verifyState, const char *content = "a") const;
    /// Gives the manifest of day 1 in @p root this list of files.
    void rewrite(const char *root, const std::map<std::string, std::string> &files) const;

    std::unique_ptr<SyncBench> m_bench;
};

void TestSyncSnapshots::init()
{
    m_bench = std::make_unique<SyncBench>();
    for (const char *root : {SyncBench::sourceRoot, SyncBench::targetRoot})
        SnapshotWriter(*m_bench, root).group("", "vm/1");
}

bool TestSyncSnapshots::has(const std::string &path) const
{
    if (path.ends_with('/'))
        return m_bench->files->open(path.substr(0, path.size() - 1)).has_value();
    const std::size_t slash = path.rfind('/');
    const auto directory = m_bench->files->open(path.substr(0, slash));
    return directory && (*directory)->find(path.substr(slash + 1)).value();
}

std::string TestSyncSnapshots::content(const std::string &path) const
{
    const std::size_t slash = path.rfind('/');
    return m_bench->files->open(path.substr(0, slash)).value()->readFile(path.substr(slash + 1), 1 << 20).value();
}

Manifest TestSyncSnapshots::manifest(const char *root, const char *time) const
{
    return readManifest(content(pathOf(root, "index.json.blob", time)), "manifest").value();
}

void TestSyncSnapshots::write(const char *root, const std::string &notes, const std::string &verifyState, const char *text) const
{
    SnapshotWriter(*m_bench, root).snapshot("", "vm/1", day1, {text, "b"}, notes, verifyState);
}

void TestSyncSnapshots::rewrite(const char *root, const std::map<std::string, std::string> &files) const
{
    m_bench->files->makeFile(pathOf(root, "index.json.blob"), manifestOf("vm/1", day1, files, {}, {}));
}

void TestSyncSnapshots::ownNotesSurvive()
{
    write(SyncBench::sourceRoot, "of the source", "failed");
    write(SyncBench::targetRoot, "of the target", "ok");
    m_bench->files->makeFile(pathOf(SyncBench::targetRoot, ".protected"), "");
    const Rows before = m_bench->rows(SyncBench::targetRoot);
    const SyncReport report = m_bench->run(job());
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(report.unchanged, 1U);
    QCOMPARE(difference(before, m_bench->rows(SyncBench::targetRoot)), "");
}

void TestSyncSnapshots::exactTakesTheSources()
{
    write(SyncBench::sourceRoot, "of the source", "failed");
    write(SyncBench::targetRoot, "of the target", "ok");
    m_bench->files->makeFile(pathOf(SyncBench::targetRoot, ".protected"), "");
    SyncOptions exact = job();
    exact.exactPbs = true;
    QVERIFY(m_bench->run(exact).isOk());
    QCOMPARE(manifest(SyncBench::targetRoot).notes, "of the source");
    QVERIFY(manifest(SyncBench::targetRoot).verifyState == VerifyState::Failed);
    QVERIFY(!has(pathOf(SyncBench::targetRoot, ".protected")));
}

void TestSyncSnapshots::verifyState_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("after"); // 0 none, 1 ok, 2 failed
    QTest::newRow("own ok stays") << QByteArray("failed") << QByteArray("ok") << 1;
    QTest::newRow("own failed stays") << QByteArray("ok") << QByteArray("failed") << 2;
    QTest::newRow("own none stays") << QByteArray("ok") << QByteArray() << 0;
}

void TestSyncSnapshots::verifyState()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    QFETCH(int, after);
    write(SyncBench::sourceRoot, {}, source.toStdString());
    write(SyncBench::targetRoot, {}, target.toStdString());
    QVERIFY(m_bench->run(job()).isOk());
    QCOMPARE(static_cast<int>(manifest(SyncBench::targetRoot).verifyState), after);
}

/// A corrupt copy is made anew: its notes stay, its verify state goes, and it is not done twice.
void TestSyncSnapshots::mended()
{
    write(SyncBench::sourceRoot, {}, "ok");
    write(SyncBench::targetRoot, "mine", "failed");
    const std::string digest = Digest::of(std::string_view("a")).toHex();
    m_bench->files->removeTree(std::string(SyncBench::targetRoot) + "/.chunks/" + digest.substr(0, 4) + "/" + digest);
    SyncOptions mend = job();
    mend.resyncCorrupt = true;
    const SyncReport report = m_bench->run(mend);
    QCOMPARE(report.updated, 1U);
    QCOMPARE(report.chunks.copied, 1U);
    QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), "");
    QCOMPARE(manifest(SyncBench::targetRoot).notes, "mine");
    QVERIFY(manifest(SyncBench::targetRoot).verifyState == VerifyState::None);
    QCOMPARE(m_bench->run(mend).updated, 0U);
}

void TestSyncSnapshots::otherContent()
{
    write(SyncBench::sourceRoot, {}, {}, "other");
    write(SyncBench::targetRoot, {}, {});
    const Rows before = m_bench->rows(SyncBench::targetRoot);
    const SyncReport report = m_bench->run(job());
    QCOMPARE(report.problems.front().id, MessageId::SyncContentDiffers);
    QCOMPARE(difference(before, m_bench->rows(SyncBench::targetRoot)), "");
}

/// Where the manifests differ, files are looked at, too.
void TestSyncSnapshots::damagedFileIsReplaced()
{
    write(SyncBench::sourceRoot, "noted", {});
    write(SyncBench::targetRoot, {}, {});
    m_bench->files->makeFile(pathOf(SyncBench::targetRoot, "qemu-server.conf.blob"), "damaged");
    QCOMPARE(m_bench->run(job()).updated, 1U);
    QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), "");
    QCOMPARE(manifest(SyncBench::targetRoot).notes, "");
}

void TestSyncSnapshots::emptyChunkIsReplaced()
{
    write(SyncBench::sourceRoot, {}, {});
    const std::string digest = Digest::of(std::string_view("a")).toHex();
    m_bench->makeChunk(SyncBench::targetRoot, digest, {});
    QVERIFY(m_bench->run(job()).isOk());
    QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), "");
}

void TestSyncSnapshots::badNames_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"../owner.blob", "a/b.blob", "index.json.blob", "client.log.blob", "x.txt", ".protected", "a b.blob", ""})
        QTest::newRow(name) << QByteArray(name);
}

/// Names in a manifest are foreign input.
void TestSyncSnapshots::badNames()
{
    QFETCH(QByteArray, name);
    write(SyncBench::sourceRoot, {}, {});
    rewrite(SyncBench::sourceRoot, {{name.toStdString(), encodeBlob("evil")}});
    m_bench->files->makeFile(std::string(SyncBench::sourceRoot) + "/vm/1/owner.blob", encodeBlob("evil"));
    const Rows before = m_bench->rows(SyncBench::targetRoot);
    const SyncReport report = m_bench->run(job());
    QVERIFY(!report.isOk());
    QCOMPARE(report.copied, 0U);
    QCOMPARE(difference(before, m_bench->rows(SyncBench::targetRoot)), "");
}

void TestSyncSnapshots::wrongFile()
{
    write(SyncBench::sourceRoot, {}, {});
    m_bench->files->makeFile(pathOf(SyncBench::sourceRoot, "qemu-server.conf.blob"), encodeBlob("another"));
    const SyncReport report = m_bench->run(job());
    QCOMPARE(report.problems.front().id, MessageId::SyncFileDiffers);
    QVERIFY(!has(pathOf(SyncBench::targetRoot, "index.json.blob")));
}

/// It is fetched where it is missing, and never replaced.
void TestSyncSnapshots::clientLog()
{
    write(SyncBench::sourceRoot, {}, {});
    QVERIFY(m_bench->run(job()).isOk());
    const std::string log = pathOf(SyncBench::targetRoot, "client.log.blob");
    QVERIFY(has(log));
    m_bench->files->removeTree(log);
    QCOMPARE(m_bench->run(job()).unchanged, 1U);
    QVERIFY(has(log));
    m_bench->files->makeFile(log, "own");
    QCOMPARE(m_bench->run(job()).unchanged, 1U);
    QCOMPARE(content(log), "own");
}

/// An index that somebody left without a manifest says nothing about its chunks.
void TestSyncSnapshots::unfinishedIsNotTrusted()
{
    write(SyncBench::sourceRoot, {}, {});
    m_bench->files->makeFile(pathOf(SyncBench::targetRoot, "root.pxar.didx"), indexOf({"a", "b"}));
    QVERIFY(m_bench->run(job()).isOk());
    QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), "");
}

/// As PBS has it: the snapshot is taken for one that is being removed.
void TestSyncSnapshots::archiveGone()
{
    write(SyncBench::sourceRoot, {}, {});
    m_bench->files->removeTree(pathOf(SyncBench::sourceRoot, "root.pxar.didx"));
    const SyncReport report = m_bench->run(job());
    QVERIFY(report.isOk());
    QCOMPARE(report.gone, 1U);
    QVERIFY(!has(pathOf(SyncBench::targetRoot, "")));
}

/// A target without a place for a chunk is a problem, in either mode.
void TestSyncSnapshots::noPlaceForChunks()
{
    write(SyncBench::sourceRoot, {}, {});
    const std::string digest = Digest::of(std::string_view("a")).toHex();
    m_bench->files->removeTree(std::string(SyncBench::targetRoot) + "/.chunks/" + digest.substr(0, 4));
    for (const bool isExact : {false, true}) {
        SyncOptions options = job();
        options.exactPbs = isExact;
        const SyncReport report = m_bench->run(options);
        QCOMPARE(report.problems.size(), 1U);
        QCOMPARE(report.problems.front().id, MessageId::FileNotFound);
    }
}

/// It has only the directories that its chunks need.
void TestSyncSnapshots::aDemoMakesPlaces()
{
    write(SyncBench::sourceRoot, {}, {});
    const std::string digest = Digest::of(std::string_view("a")).toHex();
    m_bench->files->removeTree(std::string(SyncBench::targetRoot) + "/.chunks/" + digest.substr(0, 4));
    m_bench->files->makeFile(std::string(SyncBench::targetRoot) + "/" + std::string(demoMarkerName), std::string(demoMarkerFirstLine));
    const SyncReport report = m_bench->run(job());
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QVERIFY(m_bench->chunks(SyncBench::targetRoot).contains(digest));
}

/// Of an unfinished snapshot that becomes whole only what its manifest names stays.
void TestSyncSnapshots::leftoversGo()
{
    write(SyncBench::sourceRoot, {}, {});
    for (const char *file : {"index.json.tmp", "old.img.fidx", ".protected"})
        m_bench->files->makeFile(pathOf(SyncBench::targetRoot, file), "");
    m_bench->files->makeDirectories(pathOf(SyncBench::targetRoot, "somebody's"));
    QVERIFY(m_bench->run(job()).isOk());
    QVERIFY(!has(pathOf(SyncBench::targetRoot, "index.json.tmp")) && !has(pathOf(SyncBench::targetRoot, "old.img.fidx")));
    QVERIFY(has(pathOf(SyncBench::targetRoot, ".protected")) && has(pathOf(SyncBench::targetRoot, "somebody's")));
}

/// Chunks that are there are touched, and never written.
void TestSyncSnapshots::touchedNotRewritten()
{
    write(SyncBench::sourceRoot, {}, {});
    QVERIFY(m_bench->run(job()).isOk());
    SnapshotWriter(*m_bench, SyncBench::sourceRoot).snapshot("", "vm/1", day2, {"a", "b", "new"});
    std::map<std::string, int> calls;
    const auto counted
        = std::make_shared<FaultyFileSystem>(m_bench->files, Fault{}, [&calls](int, std::string_view name) { ++calls[std::string(name)]; });
    SyncRunOptions options;
    options.threads = 1;
    const SyncReport report = m_bench->run(job(), counted, options);
    QVERIFY(report.isOk());
    QCOMPARE(report.chunks.copied, 1U);
    QCOMPARE(report.chunks.present, 2U);
    QCOMPARE(calls["touch"], 3);
}

/// A source that becomes another one while it is copied is not taken for what it was.
void TestSyncSnapshots::sourceChanges()
{
    write(SyncBench::sourceRoot, {}, {});
    const auto changing = std::make_shared<FaultyFileSystem>(m_bench->files, Fault{}, [this](int, std::string_view name) {
        if (name == "syncFileSystem")
            write(SyncBench::sourceRoot, "noted since", {});
    });
    const SyncReport report = m_bench->run(job(), changing);
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(report.problems.front().id, MessageId::SyncSourceChanged);
    QVERIFY(!has(pathOf(SyncBench::targetRoot, "index.json.blob")));
    QVERIFY(m_bench->run(job()).isOk());
}

/// What came to the target since the plan was made counts, not what the plan saw.
void TestSyncSnapshots::targetChangedSincePlan()
{
    write(SyncBench::sourceRoot, {}, {});
    const auto plan = m_bench->plan(job()).value();
    QCOMPARE(plan.count(SyncAction::Copy), 1U);
    SnapshotWriter(*m_bench, SyncBench::targetRoot).snapshot("", "vm/1", day2, {"x"});
    const auto source = LocalSource::open(m_bench->session(SyncBench::sourceRoot));
    const SyncReport report = runSync(**source, m_bench->session(SyncBench::targetRoot), plan, {.job = job()});
    QVERIFY(report.isOk());
    QCOMPARE(report.copied, 0U); // it would fill a hole
    m_bench->files->makeFile(std::string(SyncBench::targetRoot) + "/vm/1/owner", "else@pbs\n");
    const SyncReport refused = runSync(**source, m_bench->session(SyncBench::targetRoot), plan, {.job = job()});
    QCOMPARE(refused.problems.front().id, MessageId::SyncOwnerDiffers);
}

namespace {

/// A source that takes its time for the first chunks.
class SlowSource : public SyncSource
{
public:
    SlowSource(SyncSource &source, std::chrono::milliseconds time, int count) : m_source(source), m_time(time), m_slow(count) {}

    Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) override { return m_source.hold(snapshot); }
    Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) override { return m_source.file(snapshot, name); }
    Result<std::string> chunk(const Digest &digest) override
    {
        if (m_slow-- > 0)
            std::this_thread::sleep_for(m_time);
        return m_source.chunk(digest);
    }

private:
    SyncSource &m_source;
    std::chrono::milliseconds m_time;
    std::atomic<int> m_slow;
};

} // namespace

/// When .lock has to be let go, a garbage collection may take what was copied or seen before: it is there again in the end.
void TestSyncSnapshots::collectedInBetween()
{
    const std::vector<std::string> chunks{"a", "b", "c", "d"};
    SnapshotWriter(*m_bench, SyncBench::sourceRoot).snapshot("", "vm/1", day1, chunks);
    const auto plan = m_bench->plan(job()).value();
    int holds = 0;
    int collected = 0;
    const auto collecting = std::make_shared<FaultyFileSystem>(m_bench->files, Fault{}, [&](int, std::string_view name) {
        if (name != "holdRecordLock" || ++holds != 2)
            return;
        for (const std::string &text : chunks) {
            const std::string digest = Digest::of(text).toHex();
            const std::string path = std::string(SyncBench::targetRoot) + "/.chunks/" + digest.substr(0, 4) + "/" + digest;
            if (has(path)) {
                m_bench->files->removeTree(path);
                ++collected;
            }
        }
    });
    const auto source = LocalSource::open(m_bench->session(SyncBench::sourceRoot));
    SlowSource slow(**source, std::chrono::milliseconds(300), 2);
    SyncRunOptions options{.job = job(), .threads = 1};
    options.longestHold = std::chrono::milliseconds(250);
    const SyncReport report = runSync(slow, m_bench->session(SyncBench::targetRoot, collecting), plan, options);
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QVERIFY(collected > 0);
    QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), "");
    QCOMPARE(report.chunks.copied, chunks.size() + static_cast<std::size_t>(collected));
}

QTEST_GUILESS_MAIN(TestSyncSnapshots)

#include "tst_syncsnapshots.moc"
