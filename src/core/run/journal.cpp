// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/journal.h"

#include "core/fs/actingas.h"
#include "core/run/journallines.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <random>
#include <system_error>
#include <utility>

#include <cerrno>

namespace espalier {

namespace {

constexpr std::string_view journalSuffix = ".jsonl";
constexpr std::size_t maxJournalSize = std::size_t{512} * 1024 * 1024;

std::string fileNameOf(const std::string &runId)
{
    return runId + std::string(journalSuffix);
}

Error unwritable(const std::string &path, const Error &cause)
{
    return {Error::Kind::Failed,
            MessageId::JournalUnwritable,
            {path, cause.args.empty() ? std::string() : cause.args.back()},
            cause.systemError};
}

Result<std::shared_ptr<fs::Directory>> makeJournalDirectory(fs::FileSystem &fileSystem, const std::string &path, std::uint32_t user,
                                                            std::uint32_t group)
{
    const std::size_t slash = path.find_last_of('/');
    if (slash == std::string::npos)
        return fail(Error::Kind::InvalidInput, MessageId::NameRefused, path);
    auto parent = openJournalDirectory(fileSystem, slash == 0 ? "/" : path.substr(0, slash), user, group);
    if (!parent)
        return parent;
    const std::string name = path.substr(slash + 1);
    const Done made = (*parent)->createDirectory(name, 0700);
    if (!made && made.error().id != MessageId::FileExists)
        return std::unexpected(made.error());
    auto directory = (*parent)->openDirectory(name);
    if (!directory)
        return directory;
    const auto status = (*directory)->status();
    if (!status)
        return failWith(status);
    if (made && status->user != user) {
        if (const Done given = (*directory)->changeOwner(user, group); !given)
            return std::unexpected(given.error());
    }
    if (const Done synced = (*parent)->sync(); !synced)
        return std::unexpected(synced.error());
    return directory;
}

/// A crash before the first line was whole: nothing was begun.
bool isStillborn(fs::Directory &directory, const std::string &fileName)
{
    const auto text = directory.readFile(fileName, maxJournalSize);
    return text && !text->contains('\n');
}

bool isComplete(const JournalRun &run)
{
    return run.endedAt && run.count(StepState::Completed) == run.steps.size();
}

/// Whoever writes a journal holds a lock on it.
bool isBeingWritten(fs::Directory &directory, const std::string &fileName)
{
    const auto lock = directory.lockFile(fileName, fs::Access::Shared);
    return !lock && lock.error().kind == Error::Kind::Busy;
}

/// Of many runs they would fill the memory, and only who reads one of them wants them.
JournalRun withoutManifests(JournalRun run)
{
    for (JournalStep &step : run.steps) {
        for (RemovedSnapshot &was : step.facts.removing)
            was.manifest = {};
    }
    return run;
}

/// Tells each run which groups the attempts to undo it have had in hand.
void noteBroughtBack(std::vector<JournalRun> &runs)
{
    for (const JournalRun &undo : runs) {
        const auto run = std::ranges::find(runs, undo.undoes, &JournalRun::id);
        if (undo.undoes.empty() || run == runs.end())
            continue;
        for (const JournalStep &step : undo.steps) {
            if (std::holds_alternative<RunMoveGroup>(step.step))
                run->broughtBack.insert({step.facts.inode, step.effects.inode});
        }
    }
}

/// Tells each run which complete one undid it, and each attempt to undo one that another attempt did it.
void relateUndos(std::vector<JournalRun> &runs)
{
    for (const JournalRun &undo : runs) {
        if (undo.undoes.empty() || undo.undoesPartly || !isComplete(undo))
            continue;
        for (JournalRun &run : runs) {
            if (run.id == undo.undoes)
                run.undoneBy = undo.id;
            else if (run.undoes == undo.undoes && run.id != undo.id && !run.endedAt)
                run.isSuperseded = true;
        }
    }
}

} // namespace

std::size_t JournalRun::count(StepState state) const
{
    return static_cast<std::size_t>(std::ranges::count(steps, state, &JournalStep::state));
}

bool JournalRun::isInterrupted() const
{
    return !endedAt && !isRunning && !isSuperseded && undoneBy.empty();
}

std::string makeRunId(std::chrono::system_clock::time_point at)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
    const auto micros = std::chrono::floor<std::chrono::microseconds>(at - seconds);
    std::random_device random;
    return std::format("{:%Y%m%dT%H%M%SZ}-{:06}-{:08x}", seconds, micros.count(), random());
}

Result<std::shared_ptr<fs::Directory>> openJournalDirectory(fs::FileSystem &fileSystem, const std::string &path, std::uint32_t user,
                                                            std::uint32_t group)
{
    auto directory = fileSystem.open(path);
    if (!directory)
        return directory.error().kind == Error::Kind::NotFound ? makeJournalDirectory(fileSystem, path, user, group) : directory;
    const auto status = (*directory)->status();
    if (status && status->user != user && status->user == fs::processUser()) { // a crash right after it was made
        if (const Done given = (*directory)->changeOwner(user, group); !given)
            return std::unexpected(given.error());
    }
    return directory;
}

JournalWriter::JournalWriter(std::string path, std::unique_ptr<fs::AppendFile> file, std::unique_ptr<fs::Lock> lock)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_lock(std::move(lock))
{
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::begin(fs::Directory &directory, const JournalRun &run)
{
    const std::string name = fileNameOf(run.id);
    const auto unwritableHere = [&](const Error &cause) { return std::unexpected(unwritable(directory.path() + "/" + name, cause)); };
    auto file = directory.openAppend(name);
    if (!file)
        return unwritableHere(file.error());
    auto lock = directory.lockFile(name, fs::Access::Exclusive);
    if (!lock)
        return unwritableHere(lock.error());
    std::string text = headLine(run) + '\n';
    for (std::size_t i = 0; i < run.steps.size(); ++i)
        text += intentLine(i, run.steps[i]) + '\n';
    for (const Done &done : {(*file)->append(text), (*file)->sync(), directory.sync()}) {
        if (!done) {
            (void)directory.removeFile(name); // nothing was begun; where it stays it says so
            return unwritableHere(done.error());
        }
    }
    return std::unique_ptr<JournalWriter>(new JournalWriter(directory.path() + "/" + name, std::move(*file), std::move(*lock)));
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::resume(fs::Directory &directory, const std::string &runId, const std::string &by,
                                                             std::int64_t at)
{
    const std::string name = fileNameOf(runId);
    const auto unwritableHere = [&](const Error &cause) { return std::unexpected(unwritable(directory.path() + "/" + name, cause)); };
    if (const auto there = directory.find(name); !there || !*there)
        return there ? fail(Error::Kind::NotFound, MessageId::RunNotFound, runId) : unwritableHere(there.error());
    auto lock = directory.lockFile(name, fs::Access::Exclusive);
    if (!lock && lock.error().kind == Error::Kind::Busy)
        return fail(Error::Kind::Busy, MessageId::RunInProgress, runId);
    if (!lock)
        return unwritableHere(lock.error());
    const auto text = directory.readFile(name, maxJournalSize);
    if (!text)
        return unwritableHere(text.error());
    auto file = directory.openAppend(name);
    if (!file)
        return unwritableHere(file.error());
    const std::string line = std::string(text->ends_with('\n') ? "" : "\n") + resumedLine(at, by) + '\n';
    for (const Done &done : {(*file)->append(line), (*file)->sync()}) {
        if (!done)
            return unwritableHere(done.error());
    }
    std::unique_ptr<JournalWriter> writer(new JournalWriter(directory.path() + "/" + name, std::move(*file), std::move(*lock)));
    writer->m_removing = text->size();
    return writer;
}

Done JournalWriter::merging(std::size_t step, const MergeFacts &facts)
{
    if (const Done written = writeLine(mergingLine(step, facts)); !written)
        return written;
    return m_file->sync();
}

Done JournalWriter::removing(std::size_t step, std::span<const RemovedSnapshot> snapshots)
{
    constexpr std::size_t writtenAtOnce = std::size_t{1} << 20;
    std::string lines; // without the last line end
    const auto flush = [&] { return lines.empty() ? Done() : writeLine(std::exchange(lines, std::string())); };
    for (const RemovedSnapshot &snapshot : snapshots) {
        const std::string line = removingLine(step, snapshot);
        m_removing += line.size();
        if (m_removing > maxJournalSize / 2)
            return fail(Error::Kind::Failed, MessageId::JournalUnwritable, m_path, std::generic_category().message(EFBIG));
        lines += (lines.empty() ? "" : "\n") + line;
        if (const Done written = lines.size() > writtenAtOnce ? flush() : Done(); !written)
            return written;
    }
    const Done written = flush();
    return written ? m_file->sync() : written;
}

Done JournalWriter::writeLine(const std::string &line)
{
    if (m_torn)
        return fail(Error::Kind::Failed, MessageId::JournalUnwritable, m_path, std::generic_category().message(EIO));
    const Done written = m_file->append(line + '\n');
    m_torn = !written;
    return written;
}

Done JournalWriter::stepDone(std::size_t step, const StepFacts &facts, const StepEffects &effects)
{
    return writeLine(doneLine(step, facts, effects));
}

Done JournalWriter::stepFailed(std::size_t step, const StepEffects &effects, const Error &error)
{
    return writeLine(failedLine(step, effects, error));
}

Done JournalWriter::end(std::int64_t at)
{
    if (const Done written = writeLine(endLine(at)); !written)
        return written;
    return m_file->sync();
}

Result<JournalRun> readJournal(fs::Directory &directory, const std::string &fileName)
{
    const auto text = directory.readFile(fileName, maxJournalSize);
    if (!text)
        return failWith(text);
    const std::string path = directory.path() + "/" + fileName;
    JournalParser parser(path);
    std::string_view rest = *text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (const Done added = parser.addLine(rest.substr(0, end)); !added)
            return std::unexpected(added.error());
        rest.remove_prefix(end + 1);
    }
    auto run = parser.takeRun();
    if (run)
        run->journalPath = path;
    return run;
}

Result<History> readHistory(fs::FileSystem &fileSystem, const std::string &directory, const StoreIdentity &store)
{
    const auto opened = fileSystem.open(directory);
    if (!opened) {
        if (opened.error().kind == Error::Kind::NotFound)
            return History{};
        return failWith(opened);
    }
    const auto entries = (*opened)->entries();
    if (!entries)
        return failWith(entries);
    History history;
    for (const fs::Entry &entry : *entries) {
        if (!entry.name.ends_with(journalSuffix))
            continue;
        auto run = readJournal(**opened, entry.name);
        if (!run && !isStillborn(**opened, entry.name))
            history.problems.push_back(run.error());
        else if (run && run->store.sameStore(store))
            history.runs.push_back(withoutManifests(std::move(*run)));
    }
    std::ranges::sort(history.runs, std::ranges::greater{}, &JournalRun::id);
    for (JournalRun &run : history.runs)
        run.isRunning = !run.endedAt && isBeingWritten(**opened, fileNameOf(run.id));
    relateUndos(history.runs);
    noteBroughtBack(history.runs);
    return history;
}

} // namespace espalier
