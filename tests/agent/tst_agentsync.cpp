// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "link.h"
#include "remote/agentrequests.h"
#include "support/randomsync.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

// Syncs with hosts at their ends: the same comes out as between two directories, and a connection that is cut anywhere costs no more
// than time.

namespace {

/// Where the two datastores of a bench are, as seen from the client.
enum class Ends : unsigned char { SourceFar, TargetFar, BothFar, BothOnOneHost };

constexpr std::array allEnds{std::pair{Ends::SourceFar, "pull"}, std::pair{Ends::TargetFar, "push"},
                             std::pair{Ends::BothFar, "between two hosts"}, std::pair{Ends::BothOnOneHost, "on one host"}};

class Pair
{
public:
    Pair(SyncBench made, Ends ends) : bench(std::move(made)), m_ends(ends) {}

    std::shared_ptr<StoreService> source() { return service(SyncBench::sourceRoot, m_ends != Ends::TargetFar, "pbs1", sourceLink); }
    std::shared_ptr<StoreService> target()
    {
        return service(SyncBench::targetRoot, m_ends != Ends::SourceFar, m_ends == Ends::BothOnOneHost ? "pbs1" : "pbs2", targetLink);
    }

    /// Plans and runs like SyncBench::run(); @p cut: of the link to the one end that is far, or the target, once all is planned.
    SyncReport run(const SyncOptions &job, const Cut &cut = {}, const std::function<void(const SyncEvent &)> &log = {},
                   unsigned workers = 1)
    {
        const auto from = source();
        const auto to = target();
        for (StoreService *each : {from.get(), to.get()}) {
            if (const auto opened = each->open(); !opened)
                return failedSync(opened.error());
        }
        if (const Done cleaned = to->cleanSyncLeftovers(); !cleaned)
            return failedSync(cleaned.error());
        const auto plan = planSync(tree(*from), tree(*to), job);
        const auto copied = from->syncSource();
        if (!plan || !copied)
            return failedSync(plan ? copied.error() : plan.error());
        Link &link = m_ends == Ends::SourceFar ? *sourceLink : *targetLink;
        passed = {.requests = link.requests(), .answers = link.answers()};
        link.cutAfter(cut);
        SyncRunOptions options;
        options.job = job;
        options.removes = true;
        options.log = log;
        options.workers = workers;
        SyncReport report = to->sync(**copied, *plan, options);
        passed = {.requests = link.requests() - passed.requests, .answers = link.answers() - passed.answers};
        return report;
    }

    /// As an agent ends without its connection.
    void endAgents()
    {
        for (const auto &link : {sourceLink, targetLink}) {
            if (link)
                link->endServer();
        }
    }

    SyncBench bench;
    Cut passed{}; ///< By the last run.
    std::shared_ptr<Link> sourceLink;
    std::shared_ptr<Link> targetLink;

private:
    std::shared_ptr<StoreService> service(const std::string &root, bool isFar, const char *host, std::shared_ptr<Link> &link) const
    {
        if (!isFar)
            return std::make_shared<LocalService>(bench.files, Place::fromString(root).value(),
                                                  SessionOptions{.pbsRoot = "/", .stateHome = "/home/state"});
        link = std::make_shared<Link>(bench.files, "/home/state");
        return std::make_shared<AgentService>(Place::fromString(std::string("ssh://") + host + root).value(), "/", "/home/state",
                                              [link](const std::stop_token &) -> Result<std::shared_ptr<AgentConnection>> { return link; });
    }

    static Tree tree(StoreService &service)
    {
        const auto scanned = service.scan({});
        return service.readAllDetails(scanned.value().tree, {}).value().tree;
    }

    Ends m_ends;
};

SyncBench randomBench(unsigned seed)
{
    SyncBench bench;
    Dice dice(seed);
    fillRandomly(bench, SyncBench::sourceRoot, dice);
    fillRandomly(bench, SyncBench::targetRoot, dice);
    return bench;
}

SyncOptions jobOf(unsigned seed)
{
    Dice dice(seed + 1000);
    return randomJob(dice);
}

SyncBench smallBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    source.group("", "vm/1");
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b", std::string(5000, 'x')});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"a", "c"});
    source.group("n", "ct/2");
    source.snapshot("n", "ct/2", "2025-01-01T00:00:00Z", {"d"});
    target.group("n", "ct/2");
    target.snapshot("n", "ct/2", "2024-01-01T00:00:00Z", {"f"});
    return bench;
}

SyncOptions smallJob()
{
    SyncOptions job;
    job.owner = "backup@pbs";
    return job;
}

void addEnds()
{
    QTest::addColumn<Ends>("ends");
    for (const auto &[ends, name] : allEnds)
        QTest::newRow(name) << ends;
}

Result<std::string> ask(wire::Client &client, const wire::SourceQuestion &question)
{
    return askAgent(client, wire::SourceRequest{question});
}

} // namespace

class TestAgentSync : public QObject
{
    Q_OBJECT

private slots:
    void sameAsBetweenDirectories_data() { addEnds(); }
    void sameAsBetweenDirectories();
    void groupsSideBySide_data() { addEnds(); }
    void groupsSideBySide();
    void againNothingCrosses_data() { addEnds(); }
    void againNothingCrosses();
    void onOneHostNothingCrosses();
    void aCutAnywhereCostsOnlyTime_data();
    void aCutAnywhereCostsOnlyTime();
    void canBeStopped_data() { addEnds(); }
    void canBeStopped();
    void lostAndDamagedChunksAreNamed_data() { addEnds(); }
    void lostAndDamagedChunksAreNamed();
    void onlyFilesOfSnapshotsAreOffered();
    void heldSnapshotsAreCounted();
    void nobodyWaitsForASupply();
    void onlyWhatWasSeenIsRemoved();
    void aMovedGroupIsNeverLost_data() { addEnds(); }
    void aMovedGroupIsNeverLost();
    void onlyThePlanIsGiven();
    void oneDatastoreIsRecognised();
};

void TestAgentSync::sameAsBetweenDirectories()
{
    QFETCH(Ends, ends);
    for (unsigned seed = 0; seed < 25; ++seed) {
        const SyncBench here = randomBench(seed);
        const SyncReport expected = here.run(jobOf(seed));
        Pair pair(randomBench(seed), ends);
        std::size_t events = 0;
        const SyncReport report = pair.run(jobOf(seed), {}, [&events](const SyncEvent &) { ++events; });
        const std::string where = "seed " + std::to_string(seed) + ": ";
        QCOMPARE(where + failureOf(report), where + failureOf(expected));
        QCOMPARE(where + difference(here.rows(SyncBench::targetRoot), pair.bench.rows(SyncBench::targetRoot)), where);
        QCOMPARE(pair.bench.chunks(SyncBench::targetRoot), here.chunks(SyncBench::targetRoot));
        QCOMPARE(report.copied, expected.copied);
        QCOMPARE(report.chunks.copied, expected.chunks.copied);
        QCOMPARE(report.removedSnapshots, expected.removedSnapshots);
        QVERIFY(events > 0);
    }
}

/// Several workers ask through one connection, each for what it is at.
void TestAgentSync::groupsSideBySide()
{
    QFETCH(Ends, ends);
    for (unsigned seed = 0; seed < 15; ++seed) {
        const SyncBench here = randomBench(seed);
        const SyncReport expected = here.run(jobOf(seed));
        Pair pair(randomBench(seed), ends);
        const SyncReport report = pair.run(jobOf(seed), {}, {}, 2 + seed % 5);
        const std::string where = "seed " + std::to_string(seed) + ": ";
        QCOMPARE(where + difference(here.rows(SyncBench::targetRoot), pair.bench.rows(SyncBench::targetRoot)),
                 where + (report.problems.size() == expected.problems.size() ? std::string() : failureOf(report)));
        QCOMPARE(pair.bench.chunks(SyncBench::targetRoot), here.chunks(SyncBench::targetRoot));
        QCOMPARE(report.copied, expected.copied);
        QCOMPARE(report.chunks.copied, expected.chunks.copied);
    }
}

void TestAgentSync::againNothingCrosses()
{
    QFETCH(Ends, ends);
    Pair pair(smallBench(), ends);
    QCOMPARE(failureOf(pair.run(smallJob())), "");
    const Rows before = pair.bench.rows(SyncBench::targetRoot);
    const SyncReport again = pair.run(smallJob());
    QVERIFY(again.isOk());
    QCOMPARE(again.copied + again.updated, std::size_t{0});
    QCOMPARE(again.chunks.copied, std::uint64_t{0});
    QCOMPARE(difference(before, pair.bench.rows(SyncBench::targetRoot)), "");
}

void TestAgentSync::onOneHostNothingCrosses()
{
    Pair pair(smallBench(), Ends::BothOnOneHost);
    const std::size_t before = 2000; // requests for opening, trees, and the plan
    QCOMPARE(failureOf(pair.run(smallJob())), "");
    QVERIFY2(pair.passed.requests < before, std::to_string(pair.passed.requests).c_str()); // the plan, and no chunk of 5000 bytes
}

void TestAgentSync::aCutAnywhereCostsOnlyTime_data()
{
    QTest::addColumn<Ends>("ends");
    QTest::addColumn<bool>("ofRequests");
    for (const auto &[ends, name] : allEnds) {
        QTest::addRow("%s, requests", name) << ends << true;
        QTest::addRow("%s, answers", name) << ends << false;
    }
}

void TestAgentSync::aCutAnywhereCostsOnlyTime()
{
    QFETCH(Ends, ends);
    QFETCH(bool, ofRequests);
    Pair whole(smallBench(), ends);
    QCOMPARE(failureOf(whole.run(smallJob())), "");
    const Rows copied = whole.bench.rows(SyncBench::targetRoot);
    const std::size_t size = ofRequests ? whole.passed.requests : whole.passed.answers;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < size; at += 1 + size / 40) {
        Pair pair(smallBench(), ends);
        const SyncReport report = pair.run(smallJob(), ofRequests ? Cut{.requests = at} : Cut{.answers = at});
        broken += report.isOk() ? 0 : 1;
        pair.endAgents();
        QCOMPARE(problemsIn(pair.bench, SyncBench::targetRoot), "");
        QCOMPARE(problemsIn(pair.bench, SyncBench::sourceRoot), "");
        QCOMPARE(failureOf(pair.run(smallJob())), "");
        QCOMPARE(difference(copied, pair.bench.rows(SyncBench::targetRoot)), "");
        QCOMPARE(pair.bench.chunks(SyncBench::targetRoot), whole.bench.chunks(SyncBench::targetRoot));
    }
    QVERIFY(broken > 20);
}

void TestAgentSync::canBeStopped()
{
    QFETCH(Ends, ends);
    Pair pair(smallBench(), ends);
    const auto from = pair.source();
    const auto to = pair.target();
    QVERIFY(from->open() && to->open());
    const auto plan = planSync(SyncBench::tree(pair.bench.session(SyncBench::sourceRoot)),
                               SyncBench::tree(pair.bench.session(SyncBench::targetRoot)), smallJob());
    const auto source = from->syncSource();
    QVERIFY(plan && source);
    std::stop_source stop;
    SyncRunOptions options;
    options.job = smallJob();
    options.stop = stop.get_token();
    stop.request_stop();
    const SyncReport report = to->sync(**source, *plan, options);
    QVERIFY(report.stopped);
    QCOMPARE(problemsIn(pair.bench, SyncBench::targetRoot), "");
    QCOMPARE(failureOf(pair.run(smallJob())), "");
}

/// What the source lacks is the source's trouble, wherever the sync runs.
void TestAgentSync::lostAndDamagedChunksAreNamed()
{
    QFETCH(Ends, ends);
    for (const bool isLost : {true, false}) {
        Pair pair(smallBench(), ends);
        const std::string digest = Digest::of(std::string_view("b")).toHex();
        pair.bench.files->removeTree(SyncBench::sourceRoot + ("/.chunks/" + digest.substr(0, 4) + "/" + digest));
        if (!isLost)
            pair.bench.makeChunk(SyncBench::sourceRoot, digest, encodeBlob("something else"));
        const SyncBench &bench = pair.bench;
        const SyncReport report = pair.run(smallJob());
        QVERIFY(!report.isOk());
        QVERIFY2(failureOf(report).contains(digest), failureOf(report).c_str());
        QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
        QVERIFY(!bench.chunks(SyncBench::targetRoot).contains(digest));
    }
}

void TestAgentSync::onlyFilesOfSnapshotsAreOffered()
{
    Pair pair(smallBench(), Ends::SourceFar);
    const auto from = pair.source();
    QVERIFY(from->open());
    const SnapshotAddress snapshot{ns(""), group("vm/1"), SnapshotTime::fromString("2025-01-01T00:00:00Z").value()};
    QVERIFY(ask(pair.sourceLink->client(), wire::ReadSnapshotFile{snapshot, "index.json.blob"}));
    for (const char *name : {"../owner", "", ".", "..", "owner", "/etc/passwd", "a/b.blob", "x\n.blob"})
        QCOMPARE(ask(pair.sourceLink->client(), wire::ReadSnapshotFile{snapshot, name}).error().id, MessageId::AgentRequestBad);
    QCOMPARE(ask(pair.sourceLink->client(), wire::ReadSnapshotFile{snapshot, "missing.blob"}).error().kind, Error::Kind::NotFound);
    QCOMPARE(ask(pair.sourceLink->client(), wire::ReadChunk{Digest()}).error().kind, Error::Kind::NotFound);
}

void TestAgentSync::heldSnapshotsAreCounted()
{
    Pair pair(smallBench(), Ends::SourceFar);
    const auto from = pair.source();
    QVERIFY(from->open());
    const SnapshotAddress snapshot{ns(""), group("vm/1"), SnapshotTime::fromString("2025-01-01T00:00:00Z").value()};
    wire::Client &client = pair.sourceLink->client();
    const auto locked = [&] {
        const auto directory = pair.bench.files->open("/src/vm/1").value();
        auto session = pair.bench.session(SyncBench::sourceRoot);
        const auto locks = StoreLocks::open(*session.fileSystem(), session.store(), session.access());
        return !locks.value()->lockSnapshot(snapshot.ns, snapshot.group, snapshot.time, *directory);
    };
    QVERIFY(!locked());
    QVERIFY(ask(client, wire::HoldSnapshot{.number = 1, .snapshot = snapshot}));
    QVERIFY(locked());
    QCOMPARE(ask(client, wire::HoldSnapshot{.number = 1, .snapshot = snapshot}).error().id, MessageId::AgentRequestBad);
    QVERIFY(ask(client, wire::LetSnapshotsGo{{1, 7}}));
    QVERIFY(!locked());
    for (std::uint64_t number = 1; number <= 64; ++number)
        QVERIFY(ask(client, wire::HoldSnapshot{.number = number, .snapshot = snapshot}));
    QCOMPARE(ask(client, wire::HoldSnapshot{.number = 65, .snapshot = snapshot}).error().id, MessageId::AgentRequestBad);
    pair.endAgents();
    QVERIFY(!locked());
}

void TestAgentSync::nobodyWaitsForASupply()
{
    Pair pair(smallBench(), Ends::TargetFar);
    const auto to = pair.target();
    QVERIFY(to->open());
    const auto answer = askAgent(pair.targetLink->client(), wire::SupplyRequest{7, std::string("bytes")});
    QCOMPARE(answer.error().args.back(), "the answer to a question");
}

/// A plan that does not say what it saw could remove what came since.
void TestAgentSync::onlyWhatWasSeenIsRemoved()
{
    Pair pair(smallBench(), Ends::TargetFar);
    const auto from = pair.source();
    const auto to = pair.target();
    QVERIFY(from->open() && to->open());
    const auto source = from->syncSource().value();
    const SyncMark mark{.time = SnapshotTime::fromString("2024-01-01T00:00:00Z").value(), .action = SyncAction::Remove};
    SyncGroup blind{.id = group("ct/2"), .source = nullptr, .target = nullptr, .marks = {mark}};
    SyncPlan removing;
    removing.namespaces.push_back({.source = ns("n"), .target = ns("n"), .groups = {blind}});
    SyncPlan vanishing;
    blind.isVanished = true;
    blind.marks.clear();
    vanishing.vanished.push_back({.path = ns("n"), .groups = {blind}});
    for (const SyncPlan &plan : {removing, vanishing}) {
        SyncRunOptions options;
        options.job = smallJob();
        options.removes = true;
        const SyncReport report = to->sync(*source, plan, options);
        QVERIFY(report.failure);
        QCOMPARE(report.failure->args.back(), "the groups that lose snapshots");
        QVERIFY(pair.bench.files->open("/dst/ns/n/ct/2/2024-01-01T00:00:00Z"));
    }
}

/// What vanished in one place and is new in another was moved there: until it was copied, the old copy is the only one.
void TestAgentSync::aMovedGroupIsNeverLost()
{
    QFETCH(Ends, ends);
    const auto moved = [] {
        SyncBench bench;
        const SnapshotWriter source(bench, SyncBench::sourceRoot);
        const SnapshotWriter target(bench, SyncBench::targetRoot);
        source.group("b", "vm/7");
        source.snapshot("b", "vm/7", "2025-01-01T00:00:00Z", {"x", "y", "z"});
        source.group("a", "vm/8");
        source.snapshot("a", "vm/8", "2025-01-01T00:00:00Z", {"w"});
        target.group("a", "vm/7");
        target.snapshot("a", "vm/7", "2025-01-01T00:00:00Z", {"x", "y", "z"});
        return bench;
    };
    const auto copies = [](const SyncBench &bench) {
        return std::ranges::count_if(bench.rows(SyncBench::targetRoot),
                                     [](const Row &row) { return row.path.ends_with("vm/7/2025-01-01T00:00:00Z/index.json.blob"); });
    };
    SyncOptions job = smallJob();
    job.removeVanished = true;
    Pair whole(moved(), ends);
    QCOMPARE(failureOf(whole.run(job)), "");
    QCOMPARE(copies(whole.bench), 1);
    for (const bool ofRequests : {true, false}) {
        const std::size_t size = ofRequests ? whole.passed.requests : whole.passed.answers;
        for (std::size_t at = 0; at < size; at += 1 + size / 40) {
            Pair pair(moved(), ends);
            (void)pair.run(job, ofRequests ? Cut{.requests = at} : Cut{.answers = at});
            pair.endAgents();
            QVERIFY2(copies(pair.bench) > 0, std::to_string(at).c_str());
            QCOMPARE(problemsIn(pair.bench, SyncBench::targetRoot), "");
        }
    }
    for (const bool isRefused : {true, false}) {
        Pair pair(moved(), ends);
        if (isRefused) // by an owner that the job is not for
            SnapshotWriter(pair.bench, SyncBench::targetRoot).group("b", "vm/7", "other@pbs");
        else
            pair.bench.files->removeTree("/src/ns/b/vm/7/2025-01-01T00:00:00Z/root.pxar.didx");
        (void)pair.run(job);
        QVERIFY(copies(pair.bench) > 0);
    }
}

/// A host that is pushed to gets what is pushed, and nothing else.
void TestAgentSync::onlyThePlanIsGiven()
{
    const SyncBench bench = smallBench();
    const auto source = LocalSource::open(bench.session(SyncBench::sourceRoot)).value();
    const SnapshotAddress meant{ns(""), group("vm/1"), SnapshotTime::fromString("2025-01-01T00:00:00Z").value()};
    const SnapshotAddress other{ns("n"), group("ct/2"), SnapshotTime::fromString("2025-01-01T00:00:00Z").value()};
    wire::OfferedSource offered(*source, wire::OfferedSource::Paths{meant.path()});
    const auto chunk = [](const char *content) { return wire::ReadChunk{Digest::of(std::string_view(content))}; };
    QVERIFY(!offered.answer(wire::HoldSnapshot{.number = 1, .snapshot = other}));
    QVERIFY(!offered.answer(wire::ReadSnapshotFile{other, "index.json.blob"}));
    QVERIFY(!offered.answer(chunk("a")));
    QVERIFY(offered.answer(wire::HoldSnapshot{.number = 2, .snapshot = meant}));
    QVERIFY(offered.answer(wire::ReadSnapshotFile{meant, "root.pxar.didx"}));
    QVERIFY(offered.answer(chunk("a")));
    QVERIFY(!offered.answer(chunk("d")));
}

void TestAgentSync::oneDatastoreIsRecognised()
{
    Pair pair(smallBench(), Ends::BothFar);
    const auto from = pair.source();
    const auto to = pair.target();
    const auto source = from->open().value();
    const auto target = to->open().value();
    QVERIFY(checkDifferentStores(from->place(), source, to->place(), target));
    for (const char *other : {"ssh://pbs1/src", "ssh://pbs1/link/to/src", "/src", "ssh://alias/src"}) {
        PlaceState same = source;
        same.identity.rootBirthTime = same.identity.chunksBirthTime = 17;
        QCOMPARE(checkDifferentStores(from->place(), same, Place::fromString(other).value(), same).error().id, MessageId::SyncSameStore);
    }
    PlaceState one = source; // nobody knows when its directories were made: it may be a clone of a disk, or the same
    one.identity.rootBirthTime = 0;
    QCOMPARE(checkDifferentStores(from->place(), one, to->place(), one).error().id, MessageId::SyncSameStore);
    PlaceState mount = target; // with inodes of its own
    mount.identity.rootBirthTime = 0;
    mount.hostBehind = from->place();
    QCOMPARE(checkDifferentStores(Place::fromString("/mnt").value(), mount, from->place(), source).error().id, MessageId::SyncSameStore);
    PlaceState another = source; // behind the same name
    another.identity.rootBirthTime = 19;
    PlaceState first = source;
    first.identity.rootBirthTime = 17;
    QVERIFY(checkDifferentStores(from->place(), first, Place::fromString("ssh://pbs1:2222/src").value(), another));
}

QTEST_GUILESS_MAIN(TestAgentSync)
#include "tst_agentsync.moc"
