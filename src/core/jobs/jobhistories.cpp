// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobhistories.h"

#include "core/datastore/configfile.h"
#include "core/datastore/session.h"
#include "core/fs/actingas.h"
#include "core/fs/makedirectories.h"
#include "core/pbs/jobvalues.h"

#include <chrono>
#include <format>
#include <utility>

namespace espalier {

namespace {

constexpr std::uint32_t directoryMode = 0700;
constexpr std::uint32_t fileMode = 0600;
constexpr std::size_t maxFileSize = std::size_t{4} << 20;
constexpr std::chrono::milliseconds patience = std::chrono::seconds(1); ///< Whoever looks whether a job runs has its lock for a moment.

std::string fileOf(const JobName &name)
{
    return std::format("{}-{}.json", toString(name.kind), name.id);
}

std::string lockOf(const JobName &name)
{
    return std::format(".{}-{}.lck", toString(name.kind), name.id);
}

/// As the owner of the directory, who has to be able to write there the next time.
auto actAsOwner(const fs::Directory &directory)
{
    return directory.status().and_then([](const fs::Status &status) { return fs::ActingAs::user(status.user, status.group); });
}

} // namespace

std::string jobHistoriesDirectory()
{
    const std::string home = defaultStateHome();
    return home.empty() ? home : home + "/espalier/jobs";
}

HeldJob::HeldJob(std::shared_ptr<fs::Directory> directory, std::string file, std::unique_ptr<fs::Lock> lock, JobHistory history)
    : m_directory(std::move(directory))
    , m_file(std::move(file))
    , m_lock(std::move(lock))
    , m_history(std::move(history))
{
}

Done HeldJob::write(const JobHistory &history)
{
    const auto acting = actAsOwner(*m_directory);
    if (!acting)
        return failWith(acting);
    if (const Done written = m_directory->replaceFile(m_file, history.toText(), fileMode); !written)
        return written;
    m_history = history;
    return m_directory->sync();
}

Done HeldJob::see(const std::string &schedule, std::int64_t now)
{
    JobHistory seen = m_history;
    return seen.see(schedule, now) ? write(seen) : Done();
}

Done HeldJob::begin(JobRun run)
{
    JobHistory begun = m_history;
    run.end.reset();
    run.result = JobResult::Interrupted;
    begun.add(std::move(run));
    return write(begun);
}

Done HeldJob::end(const JobRun &run)
{
    JobHistory ended = m_history;
    if (!ended.runs.empty() && ended.runs.back().begin == run.begin)
        ended.runs.pop_back();
    ended.add(run);
    return write(ended);
}

JobHistories::JobHistories(std::shared_ptr<fs::FileSystem> fileSystem, std::string directory)
    : m_fileSystem(std::move(fileSystem))
    , m_directory(std::move(directory))
{
}

Result<JobHistory> JobHistories::read(const JobName &name) const
{
    if (const Done named = checkJobName(name.id); !named)
        return failWith(named);
    const auto directory = m_directory.empty()
        ? Result<std::shared_ptr<fs::Directory>>(fail(Error::Kind::NotFound, MessageId::JobsHomeMissing))
        : m_fileSystem->open(m_directory);
    const auto text = directory.and_then([&](const auto &open) { return open->readFile(fileOf(name), maxFileSize); });
    if (text)
        return JobHistory::fromText(*text, m_directory + "/" + fileOf(name));
    return text.error().kind == Error::Kind::NotFound ? Result<JobHistory>(JobHistory()) : failWith(text);
}

bool JobHistories::isHeld(const JobName &name) const
{
    const auto directory = m_directory.empty() || !checkJobName(name.id) ? nullptr : m_fileSystem->open(m_directory).value_or(nullptr);
    if (!directory || !directory->find(lockOf(name)).value_or(std::nullopt))
        return false;
    const auto held = directory->lockFile(lockOf(name), fs::Access::Shared);
    return !held && held.error().kind == Error::Kind::Busy;
}

Result<std::unique_ptr<HeldJob>> JobHistories::hold(const JobName &name)
{
    if (const Done named = checkJobName(name.id); !named)
        return failWith(named);
    if (m_directory.empty())
        return fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    const auto directory = fs::openOrMakeAll(*m_fileSystem, m_directory, directoryMode);
    if (!directory)
        return failWith(directory);
    const auto acting = actAsOwner(**directory);
    if (!acting)
        return failWith(acting);
    auto lock = waitForLockFile(**directory, lockOf(name), fileOf(name), patience);
    if (!lock)
        return lock.error().kind == Error::Kind::Busy ? fail(Error::Kind::Busy, MessageId::JobRunsAlready, name.id) : failWith(lock);
    auto history = read(name);
    if (!history && history.error().id != MessageId::ConfigDamaged)
        return failWith(history);
    return std::unique_ptr<HeldJob>(new HeldJob(*directory, fileOf(name), *std::move(lock), std::move(history).value_or(JobHistory())));
}

void JobHistories::forget(const JobName &name)
{
    const auto held = m_fileSystem->open(m_directory) ? hold(name) : fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    if (!held)
        return;
    const auto acting = actAsOwner(*(*held)->m_directory);
    if (acting && (*held)->m_directory->removeFile(fileOf(name)))
        static_cast<void>((*held)->m_directory->sync());
}

} // namespace espalier
