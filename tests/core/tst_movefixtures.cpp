// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "support/fixtures.h"
#include "support/runbench.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <unistd.h>

using namespace espalier;
using namespace espalier::test;

namespace {

/// A case of fixtures/move: a tree, one native call of a real PBS, and what became of the tree.
struct Case
{
    enum class Ending {
        Done,    ///< PBS's task ended with OK.
        Refused, ///< PBS refused the call: nothing changed.
        Partly,  ///< PBS's task ended with an error or a warning, whatever it had done by then.
    };

    Rows before;
    Rows after;                   ///< As PBS left it.
    std::optional<Change> change; ///< Empty where we do not even have a name for it.
    Ending ending = Ending::Done;
    std::string text; ///< The call and its result, for messages.
};

/// Trees belong to 34:34; a process that is not root can only make its own.
Rows ownRows(Rows rows)
{
    if (fs::processUser() != 0) {
        for (Row &row : rows) {
            row.user = fs::processUser();
            row.group = fs::processGroup();
        }
    }
    std::ranges::sort(rows, {}, &Row::path);
    return rows;
}

ExistingGroup existingFrom(const nlohmann::json &op, const char *key)
{
    return op.value(key, true) ? ExistingGroup::MergeAnyhow : ExistingGroup::Undecided;
}

std::optional<Change> changeFrom(const nlohmann::json &op)
{
    const auto from = NamespacePath::fromString(op.value("ns", ""));
    const auto to = NamespacePath::fromString(op.value("target-ns", ""));
    if (!from || !to)
        return std::nullopt;
    if (op.at("op") == "move-namespace") {
        MoveNamespace move{.from = *from, .to = *to, .maxDepth = std::nullopt};
        if (op.contains("max-depth"))
            move.maxDepth = op.at("max-depth").get<int>();
        move.keepSource = !op.value("delete-source", true);
        move.intoExisting = true;
        move.existing = existingFrom(op, "merge-groups");
        return move;
    }
    const auto id = GroupId::fromString(op.at("backup-type").get<std::string>() + '/' + op.at("backup-id").get<std::string>());
    if (!id)
        return std::nullopt;
    return MoveGroup{*from, *id, *to, ForeignEntries::Undecided, existingFrom(op, "merge-group")};
}

Case::Ending endingFrom(const nlohmann::json &result)
{
    if (result.contains("refused"))
        return Case::Ending::Refused;
    return result.at("status") == "OK" ? Case::Ending::Done : Case::Ending::Partly;
}

Case caseFrom(const nlohmann::json &json)
{
    Case result{.before = ownRows(rowsFromJson(json.at("before"))),
                .after = {},
                .change = changeFrom(json.at("op")),
                .ending = endingFrom(json.at("result")),
                .text = json.at("op").dump() + " " + json.at("result").dump()};
    result.after = json.at("after").is_null() ? result.before : ownRows(rowsFromJson(json.at("after")));
    return result;
}

/// A datastore that holds the tree of one case.
struct Bench
{
    std::shared_ptr<fs::FileSystem> files;
    std::string root;
    std::string stateHome;

    StoreSession session() const
    {
        const auto session = StoreSession::open(files, Place::fromString(root).value(), {.pbsRoot = "/", .stateHome = stateHome});
        if (!session)
            throw std::runtime_error("cannot open the store");
        return *session;
    }

    ScanResult scanned() const { return scan(session().store().root).value(); }
    Rows rows() const { return listRows(*files->open(root).value()); }

    RunReport run(const Change &change, bool keepGoing) const
    {
        const StoreSession opened = session();
        PlanContext context;
        context.access = opened.access();
        const std::vector<Change> changes{change};
        RunOptions options;
        options.keepGoing = keepGoing;
        return executePlan(opened, makePlan(scanned().tree, changes, context), options);
    }
};

bool isBelow(const std::string &path, const std::string &directory)
{
    return path.starts_with(directory + "/");
}

/// Without directories for a type of groups in which there is nothing: PBS clears them away at other times than we do.
Rows withoutEmptyTypes(const Rows &rows)
{
    Rows kept;
    std::ranges::copy_if(rows, std::back_inserter(kept), [&](const Row &row) {
        const std::string name = row.path.substr(row.path.rfind('/') + 1);
        const auto isInside = [&](const Row &other) { return isBelow(other.path, row.path); };
        return row.kind != 'd' || (name != "vm" && name != "ct" && name != "host") || std::ranges::any_of(rows, isInside);
    });
    return kept;
}

/// The groups, by the paths of their owner files.
std::set<std::string> groupsIn(const Rows &rows)
{
    std::set<std::string> groups;
    for (const Row &row : rows) {
        if (row.path.ends_with("/owner"))
            groups.insert(row.path.substr(0, row.path.rfind('/')));
    }
    return groups;
}

/// The directories of snapshots.
std::set<std::string> snapshotPathsIn(const Rows &rows)
{
    std::set<std::string> snapshots;
    for (const Row &row : rows) {
        if (row.kind == 'd' && SnapshotTime::hasForm(row.path.substr(row.path.rfind('/') + 1)))
            snapshots.insert(row.path);
    }
    return snapshots;
}

/// Snapshots that PBS brought to another place together with their whole group and that are not there; empty is as it should be.
std::string movedLess(const Rows &before, const Rows &native, const Rows &after)
{
    const auto there = snapshotPathsIn(after);
    const auto wasThere = snapshotPathsIn(before);
    std::set<std::string> brokenIds; // PBS left part of a group of this name behind
    for (const std::string &group : groupsIn(before)) {
        if (!groupsIn(native).contains(group) && std::ranges::contains(native, group, &Row::path))
            brokenIds.insert(group.substr(group.rfind('/', group.rfind('/') - 1) + 1));
    }
    std::string missing;
    for (const std::string &path : snapshotPathsIn(native)) {
        const bool isBroken
            = std::ranges::any_of(brokenIds, [&](const std::string &id) { return path.substr(0, path.rfind('/')).ends_with(id); });
        if (!isBroken && !wasThere.contains(path) && !there.contains(path))
            missing += path + "\n";
    }
    return missing;
}

std::map<Finding::Kind, int> countsOf(const std::vector<Finding> &findings)
{
    std::map<Finding::Kind, int> counts;
    for (const Finding &finding : findings)
        ++counts[finding.kind];
    return counts;
}

} // namespace

class tst_MoveFixtures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void inMemory();
    void onDisk();
    void whatPbsLeftIsUnderstood();

private:
    struct Counts
    {
        int done = 0;
        int refused = 0;
        int partlyRefused = 0;
        int partlyAsPbs = 0;
        int further = 0; ///< With keepGoing.
    };

    using MakeBench = std::function<Bench(const Rows &)>;

    static Bench inMemoryBench(const Rows &rows);
    void checkAll(const MakeBench &make, const char *where);
    static void check(const Case &expected, const MakeBench &make, Counts &counts);
    static void checkDone(const Case &expected, const Bench &bench, const RunReport &report);
    static void checkPartly(const Case &expected, const Bench &bench, const RunReport &report, Counts &counts);
    static void checkKeepsGoing(const Case &expected, const Bench &bench, Counts &counts);

    std::vector<Case> m_cases;
};

void tst_MoveFixtures::initTestCase()
{
    if (!fixturesFolder())
        QSKIP(skipReason);
    for (const nlohmann::json &json : fixtureValues("move/cases.jsonl"))
        m_cases.push_back(caseFrom(json));
    QVERIFY(!m_cases.empty());
}

void tst_MoveFixtures::checkDone(const Case &expected, const Bench &bench, const RunReport &report)
{
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(difference(expected.after, bench.rows()), "");
    const StoreSession session = bench.session();
    const History history = readHistory(session).value();
    const JournalRun *run = lastUndoable(history);
    QVERIFY(run || report.steps.empty());
    if (!run)
        return;
    const auto undo = planUndo(session, *run, NewBackups::Take);
    QVERIFY(undo);
    const RunReport undone = executeUndo(session, *undo);
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(expected.before, bench.rows()), "");
}

void tst_MoveFixtures::checkPartly(const Case &expected, const Bench &bench, const RunReport &report, Counts &counts)
{
    const Rows after = bench.rows();
    if (report.runId.empty()) {
        QVERIFY(report.failure);
        QCOMPARE(difference(expected.before, after), "");
        ++counts.partlyRefused;
    } else {
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QCOMPARE(difference(withoutEmptyTypes(expected.after), withoutEmptyTypes(after)), "");
        ++counts.partlyAsPbs;
    }
}

void tst_MoveFixtures::checkKeepsGoing(const Case &expected, const Bench &bench, Counts &counts)
{
    (void)bench.run(*expected.change, true);
    const Rows after = bench.rows();
    QCOMPARE(backupsIn(after), backupsIn(expected.before));
    QCOMPARE(outsideScheme(after), "");
    QCOMPARE(movedLess(expected.before, expected.after, after), "");
    if (difference(expected.before, after) != "")
        ++counts.further;
}

void tst_MoveFixtures::check(const Case &expected, const MakeBench &make, Counts &counts)
{
    if (!expected.change) {
        QVERIFY(expected.ending == Case::Ending::Refused);
        ++counts.refused;
        return;
    }
    const Bench bench = make(expected.before);
    const RunReport report = bench.run(*expected.change, false);
    if (expected.ending == Case::Ending::Done) {
        checkDone(expected, bench, report);
        ++counts.done;
    } else if (expected.ending == Case::Ending::Refused) {
        QVERIFY(report.failure);
        QVERIFY(report.runId.empty());
        const RunReport again = bench.run(*expected.change, true);
        QVERIFY(again.failure);
        QVERIFY(again.runId.empty());
        QCOMPARE(difference(expected.before, bench.rows()), "");
        ++counts.refused;
    } else {
        checkPartly(expected, bench, report, counts);
        checkKeepsGoing(expected, make(expected.before), counts);
    }
}

void tst_MoveFixtures::checkAll(const MakeBench &make, const char *where)
{
    Counts counts;
    for (const Case &each : m_cases) {
        check(each, make, counts);
        if (QTest::currentTestFailed()) {
            qWarning("%s", each.text.c_str());
            return;
        }
    }
    qInfo("%s, of %zu cases: %d done as PBS does, %d refused and unchanged; where PBS stopped half-way %d refused and unchanged, %d as PBS "
          "left it, %d gone further on demand",
          where, m_cases.size(), counts.done, counts.refused, counts.partlyRefused, counts.partlyAsPbs, counts.further);
}

Bench tst_MoveFixtures::inMemoryBench(const Rows &rows)
{
    const bool isRoot = fs::processUser() == 0;
    const auto files = isRoot ? fs::MemoryFileSystem::create() : fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    makeStore(*files, "/store");
    files->makeDirectories("/state");
    loadRows(*files, "/store", rows);
    return {files, "/store", "/state"};
}

void tst_MoveFixtures::inMemory()
{
    checkAll(inMemoryBench, "in memory");
}

void tst_MoveFixtures::onDisk()
{
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const std::filesystem::path base = folder.path().toStdString();
    std::filesystem::permissions(base, std::filesystem::perms::all); // the store's owner must get through
    int count = 0;
    std::filesystem::path last;
    const auto make = [&](const Rows &rows) {
        if (!last.empty())
            std::filesystem::remove_all(last);
        last = base / std::to_string(count++);
        const std::filesystem::path root = last / "store";
        std::filesystem::create_directories(root / ".chunks");
        std::ofstream(root / ".lock").flush();
        for (const auto &path : {root, root / ".chunks", root / ".lock"}) {
            if (fs::processUser() == 0 && ::lchown(path.c_str(), 34, 34) != 0)
                throw std::runtime_error("lchown");
        }
        loadRows(root.string(), rows);
        return Bench{fs::posixFileSystem(), root.string(), (last / "state").string()};
    };
    checkAll(make, "on disk");
}

/// What a native move leaves looks to us as it looked before: nothing is wrong that was not wrong, but for the remains of a group
/// that PBS itself calls a failure.
void tst_MoveFixtures::whatPbsLeftIsUnderstood()
{
    int broken = 0;
    for (const Case &each : m_cases) {
        const auto before = countsOf(inMemoryBench(each.before).scanned().findings);
        const auto after = countsOf(inMemoryBench(each.after).scanned().findings);
        for (const auto &[kind, count] : after) {
            const int allowed = before.contains(kind) ? before.at(kind) : 0;
            const bool isTrue = kind == Finding::Kind::NamespaceEmpty || kind == Finding::Kind::NamespaceRepeatsParent;
            const bool isBroken = kind == Finding::Kind::GroupWithoutOwner || kind == Finding::Kind::GroupEmpty;
            if (count > allowed && !isTrue && !(each.ending == Case::Ending::Partly && isBroken))
                QFAIL((std::string(findingName(kind)) + " after " + each.text).c_str());
            broken += count > allowed && kind == Finding::Kind::GroupWithoutOwner ? 1 : 0;
        }
    }
    qInfo("%zu trees that PBS left, %d of them with a group that lost its owner", m_cases.size(), broken);
}

QTEST_GUILESS_MAIN(tst_MoveFixtures)
#include "tst_movefixtures.moc"
