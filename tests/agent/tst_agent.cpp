// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "link.h"

#include "core/demo/demo.h"
#include "core/fs/memory.h"
#include "support/runbench.h"
#include "support/storebuilder.h"

#include <QTest>

#include <random>
#include <thread>

using namespace espalier;
using namespace espalier::test;

namespace {

/// The text of a value, and a hash of what else it consists of.
template<typename T>
std::string shown(const T &value)
{
    const wire::Encoded encoded = wire::Writer::encoded(value);
    return encoded.text + ' ' + Digest::of(encoded.data).toHex();
}

/// A store with the same agent in front of it again and again.
struct Host
{
    std::shared_ptr<AgentService> service()
    {
        return std::make_shared<AgentService>(Place::fromString("ssh://pbs1" + bench.root).value(), "/", bench.stateHome,
                                              [this](const std::stop_token &) -> Result<std::shared_ptr<AgentConnection>> {
                                                  link = std::make_shared<Link>(bench.files, bench.stateHome);
                                                  return link;
                                              });
    }

    Plan plan(StoreService &service, const std::vector<Change> &changes) const
    {
        const auto state = service.open();
        const auto scanned = service.scan({});
        PlanContext context;
        context.access = state.value().access;
        return makePlan(scanned.value().tree, changes, context);
    }

    RunBench bench;
    std::shared_ptr<Link> link;
};

/// Answers everything alike.
class LyingHost : public AgentConnection
{
public:
    explicit LyingHost(std::string text) : m_text(std::move(text)), m_client("pbs1", [this](const std::string &bytes) { answer(bytes); }) {}

    wire::Client &client() override { return m_client; }
    std::string user() const override { return "me"; }
    std::string greeting() const override { return {}; }
    bool isInstalled() const override { return false; }

private:
    void answer(const std::string &bytes)
    {
        wire::FrameReader reader;
        reader.add(bytes);
        const auto frame = reader.next().value().value();
        for (const wire::Frame &each : wire::framesOf({wire::FrameKind::Answer, frame.id, m_text, {}}))
            m_client.receive(wire::encoded(each));
    }

    std::string m_text;
    wire::Client m_client;
};

void fill(fs::MemoryFileSystem &files, const std::string &root)
{
    makeNamespace(files, root, "a/b");
    makeNamespace(files, root, "c");
    for (const char *id : {"vm/100", "vm/101", "ct/7", "host/x"})
        makeGroup(files, root, "a", id, {"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"}, "me@pbs", "notes of it");
    makeGroup(files, root, "a/b", "vm/100", {"2026-01-03T00:00:00Z"});
}

std::vector<Change> moves()
{
    return {moveOf("vm/100", "a", "c"), moveOf("vm/101", "a", "c"), moveOf("ct/7", "a", ""),
            ChangeNotes{ns("a"), group("host/x"), "other notes"}};
}

} // namespace

class TestAgent : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerIsThatOfTheStoreItself()
    {
        const auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
        files->makeDirectories("/demo");
        files->makeDirectories("/home/state");
        QVERIFY(writeDemo(*files, "/demo"));
        const Place place = Place::fromString("/demo/site-a").value();
        LocalService local(files, place, {.pbsRoot = "/", .stateHome = "/home/state"});
        AgentService agent(Place::fromString("ssh://pbs1/demo/site-a").value(), "/", "/home/state",
                           [&files](const std::stop_token &) -> Result<std::shared_ptr<AgentConnection>> {
                               return std::make_shared<Link>(files, "/home/state");
                           });
        QCOMPARE(shown(agent.open()), shown(local.open()));
        QCOMPARE(shown(agent.refresh()), shown(local.refresh()));
        const auto scanned = local.scan({}).value();
        QCOMPARE(shown(agent.scan({})), shown(Result<ScanResult>(scanned)));
        QCOMPARE(shown(agent.readAllDetails(scanned.tree, {})), shown(local.readAllDetails(scanned.tree, {})));
        QCOMPARE(shown(agent.readOverlaps(scanned.tree, OverlapSearch::EveryGroup, {})),
                 shown(local.readOverlaps(scanned.tree, OverlapSearch::EveryGroup, {})));
        std::vector<GroupPlace> places;
        scanned.tree.forEachNamespace([&](const Namespace &each) {
            for (const auto &one : each.groups) {
                places.emplace_back(each.path, one->id);
                QCOMPARE(shown(agent.readDetails(each.path, one, {})), shown(local.readDetails(each.path, one, {})));
                QCOMPARE(shown(agent.readNotes(each.path, one->id)), shown(local.readNotes(each.path, one->id)));
                const SnapshotTime time = one->snapshots.front().time;
                QCOMPARE(shown(agent.readSnapshot(each.path, one->id, time)), shown(local.readSnapshot(each.path, one->id, time)));
            }
        });
        QVERIFY(places.size() > 10);
        QCOMPARE(shown(agent.readIdentities(places)), shown(local.readIdentities(places)));
        QCOMPARE(shown(agent.scanPlaces(places)), shown(local.scanPlaces(places)));
        QCOMPARE(shown(agent.readReferences("x")), shown(local.readReferences("x")));
        QCOMPARE(shown(agent.readPruneJobs()), shown(local.readPruneJobs()));
        QCOMPARE(shown(agent.readConfig()), shown(local.readConfig()));
        QCOMPARE(shown(agent.readZone()), shown(local.readZone()));
        QCOMPARE(shown(agent.history()), shown(local.history()));
        QCOMPARE(agent.planUndo("nothing", NewBackups::Take, {}).error().id, MessageId::RunNotFound);
    }

    void changesAreMadeAndUndone()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const Rows before = host.bench.rows();
        const auto agent = host.service();
        std::size_t told = 0;
        RunOptions options;
        options.progress = [&told](const RunProgress &progress) { told = std::max(told, progress.total); };
        const RunReport report = agent->execute(host.plan(*agent, moves()), options, {});
        QVERIFY(report.complete());
        QCOMPARE(report.done(), std::size_t{4});
        QCOMPARE(told, std::size_t{4});
        QVERIFY(difference(before, host.bench.rows()) != "");
        const auto history = agent->history();
        QVERIFY(history);
        QCOMPARE(history->runs.size(), std::size_t{1});
        const auto undo = agent->planUndo(report.runId, NewBackups::Take, {});
        QVERIFY(undo);
        QVERIFY(agent->executeUndo(*undo, {}).complete());
        QCOMPARE(difference(before, host.bench.rows()), "");
    }

    /// Whatever the moment: what was there still is, and the run is finished after connecting again.
    void aCutAnywhereLosesNothing_data()
    {
        QTest::addColumn<bool>("ofRequests");
        QTest::newRow("requests") << true;
        QTest::newRow("answers") << false;
    }

    void aCutAnywhereLosesNothing()
    {
        QFETCH(bool, ofRequests);
        Host whole;
        fill(*whole.bench.files, whole.bench.root);
        const Backups backups = backupsIn(whole.bench.rows());
        const auto uncut = whole.service();
        const Plan plan = whole.plan(*uncut, moves());
        const std::size_t before = ofRequests ? whole.link->requests() : whole.link->answers();
        QVERIFY(uncut->execute(plan, {}, {}).complete());
        const std::size_t size = (ofRequests ? whole.link->requests() : whole.link->answers()) - before;
        const Rows moved = whole.bench.rows();
        std::size_t interrupted = 0;
        for (std::size_t at = 0; at < size; at += 1 + size / 60) {
            Host host;
            fill(*host.bench.files, host.bench.root);
            const auto cut = host.service();
            const Plan same = host.plan(*cut, moves());
            host.link->cutAfter(ofRequests ? Cut{.requests = at} : Cut{.answers = at});
            const RunReport report = cut->execute(same, {}, {});
            QVERIFY(report.failure);
            QCOMPARE(report.failure->id, MessageId::ConnectionLost);
            QCOMPARE(cut->history().error().id, MessageId::ConnectionLost);
            host.link->endServer();
            QCOMPARE(backupsIn(host.bench.rows()), backups);
            QCOMPARE(outsideScheme(host.bench.rows()), "");
            const auto again = host.service();
            QVERIFY(again->open());
            const auto history = again->history();
            QVERIFY(history);
            if (history->runs.empty()) { // the request did not arrive
                QVERIFY(ofRequests);
                continue;
            }
            const JournalRun &run = history->runs.front();
            if (isRecoverable(run)) {
                ++interrupted;
                const auto recovery = again->planRecovery(run.id);
                QVERIFY(recovery);
                QVERIFY(again->executeRecovery(*recovery, {}).complete());
            }
            QCOMPARE(difference(moved, host.bench.rows()), "");
        }
        qInfo("%zu runs were interrupted", interrupted); // the others had come to their end
    }

    void aNewConnectionIsMadeByOpening()
    {
        Host host;
        const auto agent = host.service();
        QVERIFY(agent->open());
        host.link->client().close({Error::Kind::Unreachable, MessageId::ConnectionLost, {"pbs1"}, 0});
        QCOMPARE(agent->refresh().error().id, MessageId::ConnectionLost);
        QVERIFY(agent->open());
        QVERIFY(agent->refresh());
    }

    void whoConnectsAndIsRefusedIsToldWhy()
    {
        AgentService agent(Place::fromString("ssh://pbs1/x").value(), "/", "", [](const std::stop_token &) {
            return Result<std::shared_ptr<AgentConnection>>(fail(Error::Kind::Unreachable, MessageId::SshHostKeyChanged, "pbs1"));
        });
        QCOMPARE(agent.open().error().id, MessageId::SshHostKeyChanged);
        QCOMPARE(agent.scan({}).error().id, MessageId::StoreNotFound);
    }

    void severalRequestsAreUnderWayAtOnce()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const auto agent = host.service();
        QVERIFY(agent->open());
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 20; ++i)
                threads.emplace_back([&] {
                    for (int j = 0; j < 20; ++j)
                        right += agent->readNotes(ns("a"), group("vm/100")).value_or("") == "notes of it" ? 1 : 0;
                });
        }
        QCOMPARE(right.load(), 400);
    }

    void aScanCanBeStopped()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const auto agent = host.service();
        QVERIFY(agent->open());
        std::stop_source stop;
        stop.request_stop();
        const auto scanned = agent->scan({.stop = stop.get_token()});
        QVERIFY(scanned || scanned.error().kind == Error::Kind::Stopped);
    }

    void beforeOpeningNothingIsAnswered()
    {
        Host host;
        Link link(host.bench.files, host.bench.stateHome);
        const wire::Encoded request = wire::Writer::encoded(wire::HistoryRequest(), "history");
        const auto answer = link.client().ask(request.text, request.data, {}, {});
        QVERIFY(answer);
        const auto history = wire::Reader::decoded<Result<History>>(answer->text, answer->data);
        QVERIFY(history);
        QCOMPARE(history->error().id, MessageId::AgentRequestBad);
    }

    void strangeRequestsAreAnswered()
    {
        Host host;
        Link link(host.bench.files, host.bench.stateHome);
        for (const char *text :
             {"", "{", "[]", "7", R"({"do":"format-disk"})", R"({"do":7})", R"({"do":"open"})", R"({"do":"open","value":[]})",
              R"({"do":"execute","value":{"plan":{"steps":[{}]},"keep-going":false,"config":null}})"}) {
            const auto answer = link.client().ask(text, {}, {}, {});
            QVERIFY(answer);
            const auto read = wire::Reader::decoded<Result<wire::None>>(answer->text, answer->data);
            QVERIFY2(read && !*read && read->error().id == MessageId::AgentRequestBad, text);
        }
    }

    /// An undo, and the rest of a run, are what the agent plans; whatever else is sent is not done.
    void onlyWhatWasPlannedIsUndone()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const auto agent = host.service();
        const RunReport report = agent->execute(host.plan(*agent, moves()), {}, {});
        QVERIFY(report.complete());
        const Rows before = host.bench.rows();
        const UndoPlan good = agent->planUndo(report.runId, NewBackups::Take, {}).value();
        UndoPlan evil = good;
        evil.steps.push_back({RunRemoveDirectory{".chunks"}, {}, 0, 0});
        QCOMPARE(agent->executeUndo(evil, {}).failure->id, MessageId::RecoveryChanged);
        evil = good;
        evil.steps.clear();
        QCOMPARE(agent->executeUndo(evil, {}).failure->id, MessageId::RecoveryChanged);
        evil = good;
        evil.runId = "another";
        QCOMPARE(agent->executeUndo(evil, {}).failure->id, MessageId::RunNotFound);
        Recovery recovery{.runId = report.runId, .steps = {}};
        QVERIFY(agent->executeRecovery(recovery, {}).failure);
        QCOMPARE(difference(before, host.bench.rows()), "");
        QVERIFY(agent->executeUndo(good, {}).complete());
    }

    void onlyKnownEntriesOfTheConfigurationAreChanged()
    {
        Host host;
        const auto agent = host.service();
        QVERIFY(agent->open());
        ConfigPlan config;
        const AclState admin{.path = "/", .subject = AuthId::fromString("me@pbs").value(), .role = "Admin", .propagates = {}};
        AclState wanted = admin;
        wanted.propagates = true;
        config.edits.push_back({admin, wanted});
        const RunReport report = agent->execute({}, {}, config);
        QVERIFY(report.failure);
        QCOMPARE(report.failure->id, MessageId::AgentRequestBad);
    }

    void partOfARunIsUndone()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const auto agent = host.service();
        const RunReport report = agent->execute(host.plan(*agent, moves()), {}, {});
        QVERIFY(report.complete());
        const UndoPlan part = agent->planUndo(report.runId, NewBackups::Take, {group("vm/101")}).value();
        QVERIFY(part.isPartial);
        QVERIFY(agent->executeUndo(part, {}).complete());
        const auto tree = agent->scan({}).value().tree;
        QVERIFY(tree.find(ns("a"), group("vm/101")));
        QVERIFY(tree.find(ns("c"), group("vm/100")));
    }

    /// A host that lies about its own answers.
    void answersThatDoNotFitAreRefused()
    {
        const auto service = [](const std::string &text) {
            return std::make_shared<AgentService>(
                Place::fromString("ssh://pbs1/x").value(), "/", "",
                [text](const std::stop_token &) -> Result<std::shared_ptr<AgentConnection>> { return std::make_shared<LyingHost>(text); });
        };
        const auto report
            = service(R"({"value":{"value":{"run":"x","steps":[{"step":[0,{"ns":""}],"state":1,"error":null,"note":null,"gone":[],)"
                      R"("change":[7]}],"changes":[],"failure":null,"stopped":false}}})");
        (void)report->open(); // it does not fit either
        QCOMPARE(report->execute({}, {}, {}).failure->id, MessageId::AgentBadAnswer);
        const auto overlaps = service(R"({"value":{"value":[{"id":"vm/1","occurrences":[{"ns":"","group":null,"guest-names":[]}]}]}})");
        (void)overlaps->open();
        QCOMPARE(overlaps->readOverlaps({}, OverlapSearch::EveryGroup, {}).error().id, MessageId::AgentBadAnswer);
        for (const std::string &nested :
             {std::string(100'000, '['), R"({"value":)" + std::string(100'000, '[') + std::string(100'000, ']') + '}'}) {
            const auto deep = service(nested);
            (void)deep->open();
            QCOMPARE(deep->history().error().id, MessageId::AgentBadAnswer);
        }
    }

    /// Bytes of a hostile client: the server answers or refuses, and stays as it is.
    void hostileClientsDoNoHarm()
    {
        Host host;
        fill(*host.bench.files, host.bench.root);
        const Rows before = host.bench.rows();
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            agent::Server server({.open =
                                      [&](const wire::OpenRequest &request) {
                                          return std::make_shared<LocalService>(host.bench.files,
                                                                                Place::fromString(request.path).value_or(Place()));
                                      },
                                  .stores = [&](const std::string &pbsRoot) { return readHostStores(*host.bench.files, pbsRoot); }},
                                 [](std::string_view) {});
            std::string bytes;
            for (int i = 0; i < 20; ++i) {
                wire::Frame frame{wire::FrameKind(random() % 7), random() % 4 != 0, static_cast<std::uint32_t>(random() % 3), {}};
                const wire::Encoded open
                    = wire::Writer::encoded(wire::OpenRequest{.path = host.bench.root, .pbsRoot = "/", .stateHome = "/home/state"}, "open");
                frame.payload = random() % 2 == 0 ? open.text : R"({"do":"scan","value":{}})";
                if (random() % 3 == 0)
                    frame.payload[random() % frame.payload.size()] = static_cast<char>(random());
                bytes += wire::encoded(frame);
            }
            if (random() % 2 == 0)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            (void)server.receive(bytes);
        }
        QCOMPARE(difference(before, host.bench.rows()), "");
    }

    /// Bytes of a hostile server: the client closes, and says that the other end is to blame.
    void hostileServersDoNoHarm()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 300; ++round) {
            std::unique_ptr<wire::Client> client;
            client = std::make_unique<wire::Client>("pbs1", [&](const std::string &) {
                std::string bytes(random() % 200, '\0');
                for (char &byte : bytes)
                    byte = static_cast<char>(random() % 16);
                client->receive(bytes);
                client->close({Error::Kind::Unreachable, MessageId::ConnectionLost, {"pbs1"}, 0});
            });
            const auto answer = client->ask("{}", {}, {}, {});
            QVERIFY(answer || answer.error().id == MessageId::AgentBadAnswer || answer.error().id == MessageId::ConnectionLost);
        }
    }
};

QTEST_GUILESS_MAIN(TestAgent)

#include "tst_agent.moc"
