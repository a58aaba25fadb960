// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/datastore/locks.h"
#include "core/fs/actingas.h"
#include "core/fs/limits.h"
#include "core/run/groupmove.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <utility>

namespace espalier {

namespace {

using Clock = std::chrono::steady_clock;

std::int64_t epochNow()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Error describeLock(const Error &error, const StoreSession &session)
{
    if (error.id != MessageId::GarbageCollectionRunning)
        return error;
    return {error.kind, error.id, {session.name()}, error.systemError};
}

/// A run under way: locks, journal and what was done so far.
class Run
{
public:
    Run(StoreSession session, const RunOptions &options)
        : m_session(std::move(session))
        , m_options(options)
        , m_maxLocks(options.maxLocks != 0 ? options.maxLocks : fs::descriptorBudget() / 2)
    {
    }

    RunReport operator()(const std::vector<RunStep> &steps, const SeenGroups &seen, const std::string &undoes)
    {
        for (const RunStep &step : steps)
            m_report.steps.push_back({step, StepState::Intended, std::nullopt});
        if (Done begun = begin(steps, seen, undoes); !begun)
            m_report.failure = begun.error();
        else
            doSteps();
        return std::move(m_report);
    }

private:
    Done begin(const std::vector<RunStep> &steps, const SeenGroups &seen, const std::string &undoes);
    Done openLocks();
    Done openJournal(const JournalRun &run);
    Done holdStore();
    Done holdAgain();
    void doSteps();
    void doStep(std::size_t index);
    Done perform(const RunStep &step, const StepFacts &facts, StepEffects &effects);
    Done createNamespace(const RunCreateNamespace &step, StepEffects &effects);
    void finish();
    void failStep(std::size_t index, const StepEffects &effects, const Error &error);
    bool onPbsHost() const { return !m_session.access().storeName.empty(); }
    auto actAsOwner() const { return fs::ActingAs::user(m_session.access().user, m_session.access().group); }

    StoreSession m_session;
    const RunOptions &m_options;
    std::size_t m_maxLocks;
    RunReport m_report;
    std::vector<StepFacts> m_facts;
    std::unique_ptr<StoreLocks> m_locks;
    std::unique_ptr<fs::Lock> m_storeHold;
    std::unique_ptr<fs::ActingAs> m_acting; ///< While steps are done.
    Clock::time_point m_heldSince;
    std::shared_ptr<fs::Directory> m_journalDirectory;
    std::unique_ptr<JournalWriter> m_journal;
    std::optional<StoreDirectories> m_directories;
};

/// Everything before the first change: identity, access, locks, facts, journal.
Done Run::begin(const std::vector<RunStep> &steps, const SeenGroups &seen, const std::string &undoes)
{
    if (const Done refreshed = m_session.refresh(); !refreshed)
        return refreshed;
    if (!m_session.access().allowed)
        return std::unexpected(*m_session.access().reason);
    if (const Done opened = openLocks(); !opened)
        return opened;
    m_directories.emplace(m_session.store().root);
    m_facts = readFacts(m_session, steps, seen);
    const std::int64_t now = epochNow();
    JournalRun run{.id = makeRunId(std::chrono::system_clock::now()),
                   .journalPath = {},
                   .store = m_session.store().identity,
                   .by = fs::processDescription(),
                   .program = "espalier " ESPALIER_VERSION,
                   .startedAt = now,
                   .endedAt = std::nullopt,
                   .undoes = undoes,
                   .undoneBy = {},
                   .steps = {}};
    for (std::size_t i = 0; i < steps.size(); ++i)
        run.steps.push_back({.step = steps[i], .facts = m_facts[i], .effects = {}, .error = std::nullopt});
    if (const Done opened = openJournal(run); !opened)
        return opened;
    m_report.runId = run.id;
    return {};
}

Done Run::openLocks()
{
    const auto acting = actAsOwner();
    if (!acting)
        return std::unexpected(acting.error());
    auto locks = StoreLocks::open(*m_session.fileSystem(), m_session.store(), m_session.access());
    if (!locks)
        return std::unexpected(locks.error());
    m_locks = std::move(*locks);
    return holdStore();
}

/// On a PBS host the journal belongs to `backup`, so that every administrator's session finds it; elsewhere it is the user's own
/// and opened as the user (design: "Execution, journal, undo").
Done Run::openJournal(const JournalRun &run)
{
    const WriteAccess &access = m_session.access();
    const auto user = onPbsHost() ? access.user : fs::processUser();
    const auto group = onPbsHost() ? access.group : fs::processGroup();
    auto directory = openJournalDirectory(*m_session.fileSystem(), access.journalDirectory, user, group);
    if (!directory)
        return fail(Error::Kind::Failed, MessageId::JournalUnwritable, access.journalDirectory,
                    directory.error().args.empty() ? std::string() : directory.error().args.back());
    const auto acting = fs::ActingAs::user(user, group);
    if (!acting)
        return std::unexpected(acting.error());
    auto journal = JournalWriter::begin(**directory, run);
    if (!journal)
        return std::unexpected(journal.error());
    m_journal = std::move(*journal);
    return {};
}

Done Run::holdStore()
{
    m_storeHold.reset();
    auto hold = m_locks->holdStore();
    if (!hold)
        return std::unexpected(describeLock(hold.error(), m_session));
    m_storeHold = std::move(*hold);
    m_heldSince = Clock::now();
    return {};
}

/// Lets `.lock` go for a moment, so that a garbage collection may start, and looks whether we may still write.
Done Run::holdAgain()
{
    m_acting.reset();
    m_storeHold.reset();
    if (const Done refreshed = m_session.refresh(); !refreshed)
        return refreshed;
    if (!m_session.access().allowed)
        return std::unexpected(*m_session.access().reason);
    auto acting = actAsOwner();
    if (!acting)
        return std::unexpected(acting.error());
    m_acting = std::move(*acting);
    return holdStore();
}

void Run::doSteps()
{
    auto acting = actAsOwner();
    if (!acting) {
        m_report.failure = acting.error();
        return;
    }
    m_acting = std::move(*acting);
    for (std::size_t i = 0; i < m_report.steps.size() && !m_report.failure && !m_report.stopped; ++i)
        doStep(i);
    finish();
    m_acting.reset();
}

void Run::doStep(std::size_t index)
{
    if (m_options.stop.stop_requested()) {
        m_report.stopped = true;
        return;
    }
    const RunStep &step = m_report.steps[index].step;
    if (m_options.progress) {
        const auto *move = std::get_if<RunMoveGroup>(&step);
        m_options.progress({index, m_report.steps.size(), move ? move->group.toString() : std::string()});
    }
    StepEffects effects;
    Done done;
    if (Clock::now() - m_heldSince > m_options.longestHold)
        done = holdAgain();
    if (done)
        done = perform(step, m_facts[index], effects);
    if (!done) {
        failStep(index, effects, done.error());
        return;
    }
    m_report.steps[index].state = StepState::Completed;
    if (const Done written = m_journal->stepDone(index, m_facts[index], effects); !written)
        m_report.failure = written.error();
}

void Run::failStep(std::size_t index, const StepEffects &effects, const Error &error)
{
    m_report.steps[index].state = StepState::Failed;
    m_report.steps[index].error = error;
    m_report.failure = error;
    (void)m_journal->stepFailed(index, effects, error); // the disk is believed in any case
}

Done Run::perform(const RunStep &step, const StepFacts &facts, StepEffects &effects)
{
    if (const auto *create = std::get_if<RunCreateNamespace>(&step))
        return createNamespace(*create, effects);
    if (const auto *remove = std::get_if<RunRemoveDirectory>(&step))
        return m_directories->removeIfEmpty(remove->path);
    return GroupMove(m_session, *m_locks, *m_directories, m_maxLocks, std::get<RunMoveGroup>(step)).run(facts, effects);
}

Done Run::createNamespace(const RunCreateNamespace &step, StepEffects &effects)
{
    const std::string parentPath = step.path.parent().directoryForm();
    const std::string containerPath = joinPath(parentPath, "ns");
    const auto parent = m_directories->open(parentPath);
    if (!parent && parent.error().kind != Error::Kind::NotFound)
        return std::unexpected(parent.error());
    const auto present = m_directories->open(step.path.directoryForm());
    const Verdict verdict = checkCreateNamespace({step.path}, parent.has_value(), present || present.error().kind != Error::Kind::NotFound);
    if (verdict.reason)
        return std::unexpected(*verdict.reason);
    const auto container = m_directories->ensure(*parent, parentPath, "ns", effects);
    if (!container)
        return std::unexpected(container.error());
    const auto made = m_directories->ensure(*container, containerPath, std::string(step.path.name()), effects);
    if (!made) {
        m_directories->takeBack(effects);
        return std::unexpected(made.error());
    }
    return {};
}

void Run::finish()
{
    if (m_options.progress)
        m_options.progress({m_report.done(), m_report.steps.size(), std::string()});
    if (const Done synced = m_directories->sync(); !synced && !m_report.failure)
        m_report.failure = synced.error();
    if (const Done ended = m_journal->end(epochNow()); !ended && !m_report.failure)
        m_report.failure = ended.error();
}

} // namespace

RunReport runSteps(StoreSession session, const std::vector<RunStep> &steps, const SeenGroups &seen, const std::string &undoes,
                   const RunOptions &options)
{
    return Run(std::move(session), options)(steps, seen, undoes);
}

std::size_t RunReport::done() const
{
    return static_cast<std::size_t>(std::ranges::count(steps, StepState::Completed, &StepOutcome::state));
}

RunReport executePlan(StoreSession session, const Plan &plan, const RunOptions &options)
{
    if (!plan.isReady()) {
        RunReport report;
        report.failure
            = Error{Error::Kind::Conflict,
                    MessageId::RunNotPossible,
                    {std::to_string(plan.count(Verdict::Level::Refused)), std::to_string(plan.count(Verdict::Level::NeedsAttention))},
                    0};
        return report;
    }
    std::vector<RunStep> steps;
    SeenGroups seen;
    for (const Step &step : plan.steps) {
        seen.push_back(step.group);
        if (const auto *create = std::get_if<CreateNamespace>(&step.change)) {
            steps.emplace_back(RunCreateNamespace{create->path});
        } else {
            const auto &move = std::get<MoveGroup>(step.change);
            steps.emplace_back(RunMoveGroup{.from = move.from,
                                            .group = move.group,
                                            .to = move.to,
                                            .takeForeignEntries = move.foreignEntries == ForeignEntries::TakeAlong,
                                            .intoExisting = false,
                                            .only = std::nullopt});
        }
    }
    return runSteps(std::move(session), steps, seen, {}, options);
}

Result<History> readHistory(const StoreSession &session)
{
    return readHistory(*session.fileSystem(), session.access().journalDirectory, session.store().identity);
}

} // namespace espalier
