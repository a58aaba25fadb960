// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/journallines.h"
#include "support/runbench.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

JournalRun sampleRun()
{
    const auto time = SnapshotTime::fromString("2025-01-02T03:04:05Z").value();
    JournalRun run{.id = "20261123T001500Z-4f2a91c0",
                   .journalPath = {},
                   .store = {.path = "/mnt/ä", .device = 7, .rootInode = 8, .rootBirthTime = 9, .chunksInode = 10, .chunksBirthTime = 11},
                   .by = "root on pbs1 (uid 0)",
                   .program = "espalier 0.1.0",
                   .startedAt = 1'774'000'000,
                   .endedAt = std::nullopt,
                   .undoes = "20261122T001500Z-00000000",
                   .undoneBy = {},
                   .steps = {}};
    run.steps.push_back({.step = RunCreateNamespace{ns("a/b")},
                         .facts = {.inode = 0, .birthTime = 0, .snapshots = {}, .missing = {"ns/a/ns", "ns/a/ns/b"}},
                         .effects = {},
                         .error = {}});
    run.steps.push_back({.step = RunMoveGroup{.from = {},
                                              .group = group("vm/100"),
                                              .to = ns("a/b"),
                                              .takeForeignEntries = true,
                                              .into = IntoExisting::Beneath,
                                              .only = std::vector{time}},
                         .facts = {.inode = 5, .birthTime = 6, .snapshots = {time}, .missing = {}},
                         .effects = {},
                         .error = {}});
    run.steps.push_back({.step = RunRemoveDirectory{"ns/a/vm"}, .facts = {}, .effects = {}, .error = {}});
    return run;
}

Result<JournalRun> parse(const std::vector<std::string> &lines)
{
    JournalParser parser("/state/x.jsonl");
    for (const std::string &line : lines) {
        if (const Done added = parser.addLine(line); !added)
            return std::unexpected(added.error());
    }
    return parser.takeRun();
}

std::vector<std::string> linesOf(const JournalRun &run)
{
    std::vector<std::string> lines{headLine(run)};
    for (std::size_t i = 0; i < run.steps.size(); ++i)
        lines.push_back(intentLine(i, run.steps[i]));
    return lines;
}

} // namespace

class tst_Journal : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote();
    void readsOutcomes();
    void refusesDamage_data();
    void refusesDamage();
    void idsSortByTime();
};

void tst_Journal::readsWhatItWrote()
{
    const JournalRun run = sampleRun();
    const auto read = parse(linesOf(run));
    QVERIFY(read);
    QCOMPARE(read->id, run.id);
    QCOMPARE(read->store, run.store);
    QCOMPARE(read->by, run.by);
    QCOMPARE(read->undoes, run.undoes);
    QCOMPARE(read->startedAt, run.startedAt);
    QVERIFY(!read->endedAt);
    QCOMPARE(read->steps.size(), run.steps.size());
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        QCOMPARE(read->steps[i].step, run.steps[i].step);
        QCOMPARE(read->steps[i].facts, run.steps[i].facts);
        QCOMPARE(read->steps[i].state, StepState::Intended);
    }
}

void tst_Journal::readsOutcomes()
{
    const JournalRun run = sampleRun();
    const Error error{Error::Kind::Busy, MessageId::GroupBusy, {"vm/100", "backup of vm/100"}, 11};
    const StepEffects effects{.made = {"ns/a/ns/b/vm"}, .moved = run.steps[1].facts.snapshots};
    auto lines = linesOf(run);
    lines.push_back(doneLine(0, run.steps[0].facts, {.made = {"ns/a/ns", "ns/a/ns/b"}, .moved = {}}));
    lines.push_back(doneLine(1, run.steps[1].facts, effects));
    lines.push_back(failedLine(2, {}, error));
    lines.push_back(endLine(1'774'000'100));
    const auto read = parse(lines);
    QVERIFY(read);
    QCOMPARE(read->steps[0].state, StepState::Completed);
    QCOMPARE(read->steps[0].effects.made.size(), 2U);
    QCOMPARE(read->steps[1].effects, effects); // told by the intent, not repeated
    QVERIFY(!lines[5].contains("2025-01-02"));
    QCOMPARE(read->steps[2].state, StepState::Failed);
    QCOMPARE(read->steps[2].error, error);
    QCOMPARE(read->endedAt, 1'774'000'100);
}

void tst_Journal::refusesDamage_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<MessageId>("id");
    QTest::newRow("no JSON") << 1 << "xyz" << MessageId::JournalDamaged;
    QTest::newRow("no head") << 0 << "{}" << MessageId::JournalDamaged;
    QTest::newRow("another version") << 0 << R"({"espalier-journal":3})" << MessageId::JournalVersion;
    QTest::newRow("a step left out") << 1 << R"({"intent":7,"step":{}})" << MessageId::JournalDamaged;
    QTest::newRow("an unknown step") << 1 << R"({"intent":0,"step":{"do":"explode"}})" << MessageId::JournalDamaged;
    QTest::newRow("a name with a slash") << 1 << R"({"intent":0,"step":{"do":"move-group","group":"vm/../x","from":"","to":"a"}})"
                                         << MessageId::JournalDamaged;
    QTest::newRow("a namespace that is none") << 1 << R"({"intent":0,"step":{"do":"create-namespace","ns":"../.."}})"
                                              << MessageId::JournalDamaged;
    QTest::newRow("an outcome of no step") << 4 << R"({"done":9})" << MessageId::JournalDamaged;
    QTest::newRow("an error of no message") << 4 << R"({"failed":0,"error":{"id":"Nonsense","kind":0,"args":[]}})"
                                            << MessageId::JournalDamaged;
    QTest::newRow("an error without its arguments")
        << 4 << R"({"failed":0,"error":{"id":"GroupBusy","kind":0,"args":[]}})" << MessageId::JournalDamaged;
}

void tst_Journal::refusesDamage()
{
    QFETCH(int, line);
    QFETCH(QString, text);
    QFETCH(MessageId, id);
    auto lines = linesOf(sampleRun());
    lines.resize(static_cast<std::size_t>(line));
    lines.push_back(text.toStdString());
    const auto read = parse(lines);
    QVERIFY(!read);
    QCOMPARE(read.error().id, id);
    QCOMPARE(read.error().args[0], "/state/x.jsonl");
}

void tst_Journal::idsSortByTime()
{
    const std::chrono::system_clock::time_point at{std::chrono::microseconds(1'774'000'000'000'007)};
    QVERIFY(makeRunId(at) < makeRunId(at + std::chrono::microseconds(1)));
    QVERIFY(makeRunId(at) < makeRunId(at + std::chrono::seconds(1)));
    QVERIFY(makeRunId(at) != makeRunId(at));
    QCOMPARE(makeRunId({}).substr(0, 24), "19700101T000000Z-000000-");
}

QTEST_APPLESS_MAIN(tst_Journal)
#include "tst_journal.moc"
