// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/configrun.h"

#include "core/datastore/configwriter.h"
#include "core/plan/shellcommands.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

std::string directoryOf(const StoreSession &session)
{
    return session.host().path("/etc/proxmox-backup");
}

Error changedSince(const ConfigEntry &wanted)
{
    return {Error::Kind::Conflict,
            MessageId::ConfigEntryChanged,
            {std::string(fileName(fileOf(wanted))), nameOf(wanted), shellLine(commandFor(wanted))},
            0};
}

bool isSameEntry(const ConfigEntry &one, const ConfigEntry &other)
{
    return fileOf(one) == fileOf(other) && nameOf(one) == nameOf(other);
}

/// @p entry with those of its values that @p earlier names too as they are there.
ConfigEntry withValuesOf(ConfigEntry entry, const ConfigEntry &earlier)
{
    auto *job = std::get_if<JobState>(&entry);
    const auto *former = std::get_if<JobState>(&earlier);
    if (!job || !former)
        return earlier;
    for (JobValue &value : job->values) {
        const auto found = std::ranges::find(former->values, value.key, &JobValue::key);
        value = found == former->values.end() ? value : *found;
    }
    return entry;
}

/// What keeps an entry from being looked at is something that somebody changed since.
bool isAboutTheEntry(const Error &error)
{
    return error.id == MessageId::ConfigEntryMissing || error.id == MessageId::ConfigDamaged;
}

} // namespace

ConfigLook::ConfigLook(const StoreSession &session) : m_session(session) {}

Result<std::string> ConfigLook::text(ConfigFile file)
{
    if (const auto known = m_texts.find(file); known != m_texts.end())
        return known->second;
    auto read = readConfigFile(*m_session.fileSystem(), directoryOf(m_session), file);
    if (!read)
        return failWith(read);
    return m_texts[file] = std::move(read->text);
}

Result<ConfigEntry> ConfigLook::present(const RunEditConfig &step)
{
    return text(fileOf(step.after)).and_then([&](const std::string &content) { return presentEntry(content, step.after); });
}

Done ConfigLook::change(const RunEditConfig &step)
{
    const ConfigFile file = fileOf(step.after);
    auto result = text(file).and_then([&](const std::string &content) { return edited(content, step.after); });
    if (!result)
        return failWith(result);
    m_texts[file] = step.exact ? *step.exact : *std::move(result);
    return {};
}

Result<StepFacts> ConfigLook::facts(const RunEditConfig &step)
{
    const auto now = present(step);
    if (!now)
        return failWith(now);
    if (*now != step.before)
        return std::unexpected(changedSince(step.after));
    StepFacts facts{.before = m_texts.at(fileOf(step.after))};
    if (const Done changed = change(step); !changed)
        return failWith(changed);
    return facts;
}

Result<RecoveryStep::State> ConfigLook::state(const RunEditConfig &step, std::span<const JournalStep> later, Verdict &verdict)
{
    using State = RecoveryStep::State;
    const auto now = present(step);
    if (!now && !isAboutTheEntry(now.error()))
        return failWith(now);
    const auto isFulfilled = [&](const JournalStep &each) {
        const auto *next = std::get_if<RunEditConfig>(&each.step);
        const auto there = next && isSameEntry(next->after, step.after) ? present(*next) : Result<ConfigEntry>(step.before);
        return next && isSameEntry(next->after, step.after) && there == next->after;
    };
    if (now == step.after || (now && std::ranges::any_of(later, isFulfilled)))
        return State::Finished;
    if (now == step.before) {
        if (const Done changed = change(step); !changed)
            return failWith(changed);
        return State::NotDone;
    }
    verdict = {.level = Verdict::Level::Refused, .reason = now ? changedSince(step.after) : now.error(), .cures = {}};
    return State::Changed;
}

Result<std::optional<RunEditConfig>> ConfigLook::undo(const RunEditConfig &step, const StepFacts &facts,
                                                      std::span<const JournalStep> earlier, std::vector<Error> &notes)
{
    const auto now = present(step);
    if (!now && !isAboutTheEntry(now.error()))
        return failWith(now);
    const auto wasBefore = [&](const JournalStep &each) {
        const auto *former = std::get_if<RunEditConfig>(&each.step);
        return former && isSameEntry(former->after, step.after) && now == withValuesOf(step.before, former->before);
    };
    if (now == step.before || (now && std::ranges::any_of(earlier, wasBefore)))
        return std::nullopt;
    RunEditConfig back{.before = step.after, .after = step.before};
    if (now != step.after) {
        notes.push_back(now ? changedSince(back.after) : now.error());
        return std::nullopt;
    }
    if (const auto written = edited(facts.before, step.after); written && *written == m_texts.at(fileOf(step.after)))
        back.exact = facts.before;
    if (const Done changed = change(back); !changed)
        return failWith(changed);
    return back;
}

Done editConfig(const StoreSession &session, const RunEditConfig &step)
{
    constexpr int attempts = 3; // somebody may write the file between reading and locking
    const ConfigWriter writer(session.fileSystem(), session.host().prefix);
    Done done;
    for (int i = 0; i < attempts; ++i) {
        const auto read = readConfigFile(*session.fileSystem(), directoryOf(session), fileOf(step.after));
        const auto now
            = read.and_then([&](const ConfigText &config) -> Result<ConfigEntry> { return presentEntry(config.text, step.after); });
        if (!now)
            return failWith(now);
        if (*now == step.after)
            return {};
        if (*now != step.before)
            return std::unexpected(changedSince(step.after));
        done = writer.write({step.after, read->digest, step.exact});
        if (done || done.error().id != MessageId::ConfigChanged)
            break;
    }
    return done;
}

} // namespace espalier
