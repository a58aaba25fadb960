// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/datastore/accounts.h"
#include "core/datastore/locks.h"
#include "core/fs/actingas.h"
#include "core/fs/limits.h"
#include "core/run/configrun.h"
#include "core/run/groupedit.h"
#include "core/run/groupmove.h"
#include "core/run/snapshotremoval.h"
#include "core/run/storedirectories.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <numeric>
#include <unordered_map>
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

/// The group that a step is about; null where it is about none.
const GroupId *groupOf(const RunStep &step)
{
    return std::visit(
        [](const auto &wanted) -> const GroupId * {
            if constexpr (requires { wanted.group; })
                return &wanted.group;
            else
                return nullptr;
        },
        step);
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

    RunReport operator()(const std::vector<RunStep> &steps, const SeenGroups &seen, const Undone &undone)
    {
        for (const RunStep &step : steps)
            m_report.steps.push_back({step, StepState::Intended, std::nullopt, std::nullopt});
        m_indexes.resize(steps.size());
        std::iota(m_indexes.begin(), m_indexes.end(), std::size_t{0});
        if (Done begun = begin(steps, seen, undone); !begun)
            m_report.failure = begun.error();
        else
            doSteps();
        return std::move(m_report);
    }

    RunReport resume(const std::string &runId, const std::vector<ResumedStep> &steps)
    {
        m_isResumed = true;
        for (const ResumedStep &step : steps) {
            m_report.steps.push_back({step.step, StepState::Intended, std::nullopt, std::nullopt});
            m_indexes.push_back(step.index);
            m_facts.push_back(step.facts);
            m_made.push_back(step.newInode);
            m_done.push_back(step.isDone);
        }
        if (Done begun = beginAgain(runId); !begun)
            m_report.failure = begun.error();
        else
            doSteps();
        return std::move(m_report);
    }

private:
    using OpenJournal = std::function<Result<std::unique_ptr<JournalWriter>>(fs::Directory &)>;

    Done begin(const std::vector<RunStep> &steps, const SeenGroups &seen, const Undone &undone);
    Done beginAgain(const std::string &runId);
    Done openStore();
    Done openLocks();
    Done openJournal(const OpenJournal &open);
    Done holdStore();
    Done lookAgain(bool needsHold);
    void doSteps();
    void doStep(std::size_t index);
    Done perform(std::size_t index, StepEffects &effects);
    Done moveGroup(const RunMoveGroup &step, std::size_t index, const StepFacts &facts, StepEffects &effects);
    Done createNamespace(const RunCreateNamespace &step, StepEffects &effects);
    Done changeConfig(const RunEditConfig &step);
    Done removeSnapshots(const RunRemoveSnapshots &step, std::size_t index, const StepFacts &facts, StepEffects &effects);
    bool needsStoreHeld(const RunStep &step) const;
    Done deleteNamespace(const RunDeleteNamespace &step, StepEffects &effects);
    void addEarlierEffects(std::size_t index, StepEffects &effects) const;
    bool goesOn(std::size_t index) const;
    void finish();
    void failStep(std::size_t index, const StepEffects &effects, const Error &error);
    void noteOutcome(std::size_t index, const StepEffects &effects);
    bool onPbsHost() const { return !m_session.access().storeName.empty(); }
    auto actAsOwner() const { return fs::ActingAs::user(m_session.access().user, m_session.access().group); }

    StoreSession m_session;
    const RunOptions &m_options;
    std::size_t m_maxLocks;
    RunReport m_report;
    std::vector<StepFacts> m_facts;
    std::vector<std::size_t> m_indexes; ///< Of the steps, in the journal.
    std::vector<std::uint64_t> m_made;  ///< For each resumed step the directory that an earlier attempt made for its group, or 0.
    std::vector<bool> m_done;           ///< Resumed steps that the disk shows already; shorter elsewhere.
    bool m_isResumed = false;
    bool m_broken = false; ///< Nothing more can be done: the store or the journal is not what it was.
    std::unordered_map<std::uint64_t, std::uint64_t> m_newInodes; ///< Of groups that had to be made anew, by what the facts say.
    std::unique_ptr<StoreLocks> m_locks;
    std::unique_ptr<fs::Lock> m_storeHold;
    std::unique_ptr<fs::ActingAs> m_acting; ///< While steps are done.
    Clock::time_point m_lookedAt;           ///< When write access was found out last, and `.lock` taken where it is needed.
    std::shared_ptr<fs::Directory> m_journalDirectory;
    std::unique_ptr<JournalWriter> m_journal;
    std::optional<StoreDirectories> m_directories;
};

Done Run::openStore()
{
    if (const Done refreshed = m_session.refresh(); !refreshed)
        return refreshed;
    if (!m_session.access().allowed)
        return std::unexpected(*m_session.access().reason);
    if (const Done opened = openLocks(); !opened)
        return opened;
    m_directories.emplace(m_session.store().root);
    return {};
}

/// Everything before the first change: identity, access, locks, facts, journal.
Done Run::begin(const std::vector<RunStep> &steps, const SeenGroups &seen, const Undone &undone)
{
    if (const Done opened = openStore(); !opened)
        return opened;
    auto facts = readFacts(m_session, steps, seen);
    if (!facts)
        return failWith(facts);
    m_facts = std::move(*facts);
    const std::int64_t now = epochNow();
    JournalRun run{.id = makeRunId(std::chrono::system_clock::now()),
                   .journalPath = {},
                   .store = m_session.store().identity,
                   .by = processDescription(*m_session.fileSystem()),
                   .program = "espalier " ESPALIER_VERSION,
                   .startedAt = now,
                   .endedAt = std::nullopt,
                   .undoes = undone.run,
                   .undoesPartly = undone.partly,
                   .undoneBy = {},
                   .steps = {}};
    for (std::size_t i = 0; i < steps.size(); ++i)
        run.steps.push_back({.step = steps[i], .facts = m_facts[i], .effects = {}, .error = std::nullopt});
    if (const Done opened = openJournal([&](fs::Directory &directory) { return JournalWriter::begin(directory, run); }); !opened)
        return opened;
    m_report.runId = run.id;
    return {};
}

Done Run::beginAgain(const std::string &runId)
{
    if (const Done opened = openStore(); !opened)
        return opened;
    const auto resume = [&](fs::Directory &directory) {
        return JournalWriter::resume(directory, runId, processDescription(*m_session.fileSystem()), epochNow());
    };
    if (const Done opened = openJournal(resume); !opened)
        return opened;
    m_report.runId = runId;
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
    m_lookedAt = Clock::now();
    const bool isNeeded = std::ranges::any_of(m_report.steps, [this](const StepOutcome &outcome) { return needsStoreHeld(outcome.step); });
    return isNeeded ? holdStore() : Done();
}

/// Nothing is renamed while a garbage collection may be marking. Removing is no danger to one (PBS itself does it) since 3.4, which
/// mended a race between the two (locking-and-safety §8); and where there is no PBS there is none.
bool Run::needsStoreHeld(const RunStep &step) const
{
    if (std::holds_alternative<RunRemoveSnapshots>(step))
        return onPbsHost() && !m_session.host().isAtLeast(3, 4, 0);
    return !std::holds_alternative<RunEditConfig>(step);
}

/// On a PBS host the journal belongs to `backup`, so that every administrator's session finds it; elsewhere it is the user's own
/// and opened as the user (design: "Execution, journal, undo").
Done Run::openJournal(const OpenJournal &open)
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
    auto journal = open(**directory);
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
    return {};
}

/// Lets `.lock` go for a moment, so that a garbage collection may start, and looks whether we may still write.
Done Run::lookAgain(bool needsHold)
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
    m_lookedAt = Clock::now();
    return needsHold ? holdStore() : Done();
}

void Run::doSteps()
{
    auto acting = actAsOwner();
    if (!acting) {
        m_report.failure = acting.error();
        return;
    }
    m_acting = std::move(*acting);
    for (std::size_t i = 0; goesOn(i); ++i)
        doStep(i);
    finish();
    m_acting.reset();
}

bool Run::goesOn(std::size_t index) const
{
    return index < m_report.steps.size() && !m_report.stopped && !m_broken && (m_options.keepGoing || !m_report.failure);
}

void Run::doStep(std::size_t index)
{
    if (m_options.stop.stop_requested()) {
        m_report.stopped = true;
        return;
    }
    const bool isConfig = std::holds_alternative<RunEditConfig>(m_report.steps[index].step);
    if (isConfig && m_report.failure)
        return; // what it follows did not all happen
    if (m_options.progress) {
        const GroupId *group = groupOf(m_report.steps[index].step);
        m_options.progress({index, m_report.steps.size(), group ? group->toString() : std::string()});
    }
    const bool needsHold = needsStoreHeld(m_report.steps[index].step);
    if (!needsHold)
        m_storeHold.reset();
    if (!isConfig && ((needsHold && !m_storeHold) || Clock::now() - m_lookedAt > m_options.longestHold)) {
        if (const Done allowed = lookAgain(needsHold); !allowed) {
            m_broken = true;
            failStep(index, {}, allowed.error());
            return;
        }
    }
    StepEffects effects;
    if (const Done done = perform(index, effects); !done) {
        failStep(index, effects, done.error());
        return;
    }
    if (m_isResumed)
        addEarlierEffects(index, effects);
    m_report.steps[index].state = StepState::Completed;
    noteOutcome(index, effects);
    if (const Done written = m_journal->stepDone(m_indexes[index], m_facts[index], effects); !written) {
        m_broken = true;
        m_report.failure = written.error();
    }
}

/// What an attempt that could not tell it has made and removed.
void Run::addEarlierEffects(std::size_t index, StepEffects &effects) const
{
    const StepFacts &facts = m_facts[index];
    if (effects.inode == 0)
        effects.inode = m_made[index];
    const auto isThere = [this](const std::string &path) { return m_directories->open(path).has_value(); };
    std::vector<std::string> made;
    std::ranges::copy_if(facts.missing, std::back_inserter(made), isThere);
    std::ranges::copy_if(effects.made, std::back_inserter(made), [&](const auto &path) { return !std::ranges::contains(made, path); });
    effects.made = std::move(made);
    std::vector<StoreDirectory> removed;
    std::ranges::copy_if(facts.directories, std::back_inserter(removed), [&](const auto &each) { return !isThere(each.path); });
    std::ranges::copy_if(effects.removed, std::back_inserter(removed),
                         [&](const auto &each) { return !std::ranges::contains(removed, each); });
    effects.removed = std::move(removed);
}

void Run::noteOutcome(std::size_t index, const StepEffects &effects)
{
    m_report.steps[index].note = effects.left;
    if (std::holds_alternative<RunRemoveSnapshots>(m_report.steps[index].step))
        m_report.steps[index].gone = effects.moved;
}

void Run::failStep(std::size_t index, const StepEffects &effects, const Error &error)
{
    m_report.steps[index].state = StepState::Failed;
    m_report.steps[index].error = error;
    noteOutcome(index, effects);
    if (!m_report.failure)
        m_report.failure = error;
    if (!m_journal->stepFailed(m_indexes[index], effects, error)) // the disk is believed in any case
        m_broken = true;
}

Done Run::perform(std::size_t index, StepEffects &effects)
{
    if (index < m_done.size() && m_done[index]) {
        if (std::holds_alternative<RunRemoveSnapshots>(m_report.steps[index].step))
            std::ranges::transform(m_facts[index].removing, std::back_inserter(effects.moved), &RemovedSnapshot::time);
        else
            effects.moved = m_facts[index].snapshots;
        return {};
    }
    StepFacts facts = m_facts[index];
    if (const auto renewed = m_newInodes.find(facts.inode); facts.inode != 0 && renewed != m_newInodes.end())
        facts.inode = renewed->second;
    return std::visit(Overloaded{
                          [&](const RunCreateNamespace &step) { return createNamespace(step, effects); },
                          [&](const RunMoveGroup &step) { return moveGroup(step, index, facts, effects); },
                          [&](const RunDeleteNamespace &step) { return deleteNamespace(step, effects); },
                          [&](const RunChangeGroupFile &step) { return GroupEdit(m_session, *m_locks, *m_directories).run(step, facts); },
                          [&](const RunChangeProtection &step) { return GroupEdit(m_session, *m_locks, *m_directories).run(step, facts); },
                          [&](const RunRemoveSnapshots &step) { return removeSnapshots(step, index, facts, effects); },
                          [&](const RunRemoveDirectory &step) { return m_directories->removeIfEmpty(step.path); },
                          [&](const RunMakeDirectory &step) { return m_directories->make(step.directory); },
                          [&](const RunEditConfig &step) { return changeConfig(step); },
                      },
                      m_report.steps[index].step);
}

Done Run::moveGroup(const RunMoveGroup &step, std::size_t index, const StepFacts &facts, StepEffects &effects)
{
    if (m_isResumed) { // interrupted before its owner file was there
        const std::string made = joinPath(typeDirectoryPath(step.to, step.group.type()), step.group.id());
        if (const Done removed = m_directories->removeIfEmpty(made); !removed)
            return removed;
    }
    GroupMove move(m_session, *m_locks, *m_directories, m_maxLocks, step);
    const Done moved = move.run(facts, effects, [&](const MergeFacts &merge) { return m_journal->merging(m_indexes[index], merge); });
    const std::uint64_t planned = m_facts[index].inode;
    if (const std::uint64_t inode = move.newInode(); inode != 0) {
        effects.inode = inode;
        if (!step.entries && planned != 0) // of what was merged only a part went: the whole is where and what it was
            m_newInodes[planned] = inode;
    } else if (facts.inode != planned) {
        effects.inode = facts.inode;
    }
    return moved;
}

Done Run::removeSnapshots(const RunRemoveSnapshots &step, std::size_t index, const StepFacts &facts, StepEffects &effects)
{
    SnapshotRemoval removal(m_session, *m_locks, *m_directories, m_maxLocks, step);
    return removal.run(facts, effects,
                       [&](std::span<const RemovedSnapshot> snapshots) { return m_journal->removing(m_indexes[index], snapshots); });
}

Done Run::deleteNamespace(const RunDeleteNamespace &step, StepEffects &effects)
{
    const auto inTheWay = m_directories->removeNamespace(step.path.directoryForm(), effects.removed);
    if (!inTheWay && inTheWay.error().kind == Error::Kind::NotFound)
        return step.onlyIfEmpty ? Done() : fail(Error::Kind::NotFound, MessageId::PlanNamespaceGone, step.path.toString());
    if (!inTheWay)
        return failWith(inTheWay);
    if (inTheWay->empty())
        return {};
    const Error stays{Error::Kind::Conflict, MessageId::RunNamespaceStays, {step.path.toString(), *inTheWay}, 0};
    if (!step.onlyIfEmpty)
        return std::unexpected(stays);
    effects.left = stays;
    return {};
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

/// As who this process is, and without the store: root or his helper writes these files, and that may wait for a password.
Done Run::changeConfig(const RunEditConfig &step)
{
    m_acting.reset();
    m_storeHold.reset();
    const Done done = editConfig(m_session, step);
    auto acting = actAsOwner();
    if (!acting) {
        m_broken = true;
        return std::unexpected(acting.error());
    }
    m_acting = std::move(*acting);
    return done;
}

void Run::finish()
{
    if (m_options.progress)
        m_options.progress({m_report.done(), m_report.steps.size(), std::string()});
    if (const Done synced = m_directories->sync(); !synced && !m_report.failure)
        m_report.failure = synced.error();
    if (m_report.stopped && m_options.abandoned.stop_requested())
        return; // nobody chose to leave it half done
    if (const Done ended = m_journal->end(epochNow()); !ended && !m_report.failure)
        m_report.failure = ended.error();
}

} // namespace

RunReport runSteps(StoreSession session, const std::vector<RunStep> &steps, const SeenGroups &seen, const Undone &undone,
                   const RunOptions &options)
{
    return Run(std::move(session), options)(steps, seen, undone);
}

RunReport resumeSteps(StoreSession session, const std::string &runId, const std::vector<ResumedStep> &steps, const RunOptions &options)
{
    return Run(std::move(session), options).resume(runId, steps);
}

std::size_t RunReport::done() const
{
    return static_cast<std::size_t>(std::ranges::count(steps, StepState::Completed, &StepOutcome::state));
}

Result<History> readHistory(const StoreSession &session)
{
    return readHistory(*session.fileSystem(), session.access().journalDirectory, session.store().identity);
}

} // namespace espalier
