// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "support/fixtures.h"
#include "support/runbench.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <unistd.h>

using namespace espalier;
using namespace espalier::test;

namespace {

/// A case of fixtures/move: a tree, one move-group of a real PBS, and what became of the tree.
struct Case
{
    Rows before;
    Rows after; ///< As PBS left it.
    MoveGroup move;
    bool done = false; ///< PBS's task ended with OK.
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

std::string textOr(const nlohmann::json &json, const char *key)
{
    return json.contains(key) ? json.at(key).get<std::string>() : std::string();
}

std::optional<Case> caseFrom(const nlohmann::json &json)
{
    const auto &op = json.at("op");
    if (op.at("op") != "move-group")
        return std::nullopt;
    Case result{.before = ownRows(rowsFromJson(json.at("before"))),
                .after = {},
                .move = moveOf(op.at("backup-type").get<std::string>() + '/' + op.at("backup-id").get<std::string>(), textOr(op, "ns"),
                               textOr(op, "target-ns")),
                .done = textOr(json.at("result"), "status") == "OK"};
    result.after = json.at("after").is_null() ? result.before : ownRows(rowsFromJson(json.at("after")));
    return result;
}

bool existsAtTarget(const Case &move)
{
    return std::ranges::contains(move.before, groupPath(move.move.to.toString(), move.move.group.toString()), &Row::path);
}

/// What Espalier makes of one case; the tree must lie at @p root already.
Rows runCase(const std::shared_ptr<fs::FileSystem> &files, const std::string &root, const std::string &stateHome, const MoveGroup &move,
             RunReport &report)
{
    const auto session = StoreSession::open(files, Place::fromString(root).value(), {.pbsRoot = "/", .stateHome = stateHome});
    if (!session)
        throw std::runtime_error("cannot open the store");
    PlanContext context;
    context.access = session->access();
    const std::vector<Change> changes{move};
    report = executePlan(*session, makePlan(scan(session->store().root).value().tree, changes, context));
    return listRows(*files->open(root).value());
}

} // namespace

class tst_MoveFixtures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void inMemory();
    void onDisk();

private:
    void check(const Case &expected, const Rows &after, const RunReport &report);

    std::vector<Case> m_cases;
    int m_done = 0;
    int m_refused = 0;
};

void tst_MoveFixtures::initTestCase()
{
    if (!fixturesFolder())
        QSKIP(skipReason);
    int all = 0;
    for (const nlohmann::json &json : fixtureValues("move/cases.jsonl")) {
        ++all;
        if (auto found = caseFrom(json))
            m_cases.push_back(std::move(*found));
    }
    QVERIFY(all > 0);
    qInfo("%d cases of move, %zu of them move a group", all, m_cases.size());
}

void tst_MoveFixtures::check(const Case &expected, const Rows &after, const RunReport &report)
{
    const bool mustMove = expected.done && !existsAtTarget(expected); // merging is refused as long as there is no merge
    if (mustMove) {
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QCOMPARE(difference(expected.after, after), "");
        ++m_done;
    } else {
        QVERIFY(report.failure);
        QVERIFY(report.runId.empty());
        QCOMPARE(difference(expected.before, after), "");
        ++m_refused;
    }
}

void tst_MoveFixtures::inMemory()
{
    m_done = m_refused = 0;
    for (const Case &move : m_cases) {
        const bool isRoot = fs::processUser() == 0;
        const auto files = isRoot ? fs::MemoryFileSystem::create() : fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
        makeStore(*files, "/store");
        files->makeDirectories("/state");
        loadRows(*files, "/store", move.before);
        RunReport report;
        const Rows after = runCase(files, "/store", "/state", move.move, report);
        check(move, after, report);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("in memory: %d moved as PBS does, %d refused and unchanged", m_done, m_refused);
}

void tst_MoveFixtures::onDisk()
{
    m_done = m_refused = 0;
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const std::filesystem::path base = folder.path().toStdString();
    std::filesystem::permissions(base, std::filesystem::perms::all); // the store's owner must get through
    const auto files = fs::posixFileSystem();
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        const std::filesystem::path root = base / ("store" + std::to_string(i));
        std::filesystem::create_directories(root / ".chunks");
        QVERIFY(QFile(QString::fromStdString(root / ".lock")).open(QIODevice::WriteOnly));
        if (fs::processUser() == 0) {
            for (const auto &path : {root, root / ".chunks", root / ".lock"})
                QCOMPARE(::lchown(path.c_str(), 34, 34), 0);
        }
        loadRows(root.string(), m_cases[i].before);
        RunReport report;
        const Rows after = runCase(files, root.string(), (base / "state").string(), m_cases[i].move, report);
        check(m_cases[i], after, report);
        if (QTest::currentTestFailed())
            return;
        std::filesystem::remove_all(root);
    }
    qInfo("on disk: %d moved as PBS does, %d refused and unchanged", m_done, m_refused);
}

QTEST_GUILESS_MAIN(tst_MoveFixtures)
#include "tst_movefixtures.moc"
