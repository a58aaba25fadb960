// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/configplan.h"

#include "core/datastore/configfile.h"
#include "core/plan/linediff.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

/// Takes one entry after the other into the plan.
class Planner
{
public:
    explicit Planner(const ConfigTexts &texts) : m_former(texts), m_texts(texts) {}

    void add(const Consequence &consequence)
    {
        for (const ConfigEntry &entry : consequence.entries) {
            const bool isSafeMeanwhile = consequence.text.id != MessageId::SyncDeletesCopies;
            if (const Done planned = isSafeMeanwhile ? adapt(entry) : pauseAndAdapt(std::get<JobState>(entry)); !planned)
                m_plan.problems.push_back(planned.error());
        }
    }

    ConfigPlan plan() &&
    {
        for (const auto &[file, text] : m_texts) {
            const auto former = m_former.find(file);
            const std::string formerText = former == m_former.end() ? std::string() : former->second;
            if (text != formerText)
                m_plan.files.push_back({file, Digest::of(formerText), formerText, text});
        }
        return std::move(m_plan);
    }

private:
    Done adapt(const ConfigEntry &wanted)
    {
        auto before = presentEntry(m_texts[fileOf(wanted)], wanted);
        if (!before || *before == wanted)
            return before ? Done() : failWith(before);
        auto text = edited(m_texts[fileOf(wanted)], wanted);
        if (!text)
            return failWith(text);
        m_texts[fileOf(wanted)] = *std::move(text);
        m_plan.edits.push_back({*std::move(before), wanted});
        return {};
    }

    Done pauseAndAdapt(const JobState &wanted)
    {
        const JobState paused{wanted.kind, wanted.id, {{"remove-vanished", "false"}}};
        auto running = presentEntry(m_texts[fileOf(wanted)], paused);
        if (!running)
            return failWith(running);
        if (const Done planned = adapt(wanted); !planned)
            return planned;
        if (m_plan.edits.empty() || m_plan.edits.back().after != ConfigEntry(wanted))
            return {}; // it names the new place already
        ConfigEdit &edit = m_plan.edits.back();
        const auto extend = [](ConfigEntry &entry, const JobValue &value) { std::get<JobState>(entry).values.push_back(value); };
        extend(edit.before, paused.values.front());
        extend(edit.after, std::get<JobState>(*running).values.front());
        m_plan.pauses.push_back({*std::move(running), paused});
        return {};
    }

    const ConfigTexts &m_former;
    ConfigTexts m_texts;
    ConfigPlan m_plan;
};

/// Whether @p done does what @p wanted says, and perhaps more.
bool includes(const ConfigEntry &done, const ConfigEntry &wanted)
{
    const auto *doneJob = std::get_if<JobState>(&done);
    const auto *wantedJob = std::get_if<JobState>(&wanted);
    if (!doneJob || !wantedJob)
        return done == wanted;
    return doneJob->kind == wantedJob->kind && doneJob->id == wantedJob->id
        && std::ranges::all_of(wantedJob->values, [&](const JobValue &value) { return std::ranges::contains(doneJob->values, value); });
}

} // namespace

std::vector<std::string> ConfigFileEdits::diff() const
{
    return unifiedDiff(formerText, text, fileName(file));
}

ConfigPlan planConfig(std::span<const Consequence> consequences, const ConfigTexts &texts)
{
    Planner planner(texts);
    for (const Consequence &consequence : consequences) {
        if (consequence.host.empty())
            planner.add(consequence);
    }
    return std::move(planner).plan();
}

Done checkSameEdits(const ConfigPlan &plan, std::span<const ConfigEdit> pauses, std::span<const ConfigEdit> edits)
{
    const auto check = [](std::span<const ConfigEdit> list, std::span<const ConfigEdit> other) -> Done {
        const auto lacking = std::ranges::find_if(list, [other](const ConfigEdit &edit) { return !std::ranges::contains(other, edit); });
        if (lacking == list.end())
            return {};
        return fail(Error::Kind::Conflict, MessageId::PlanConfigDiffers, fileName(fileOf(lacking->after)));
    };
    return check(pauses, plan.pauses)
        .and_then([&] { return check(edits, plan.edits); })
        .and_then([&] { return check(plan.pauses, pauses); })
        .and_then([&] { return check(plan.edits, edits); });
}

ConfigPlan withoutDone(ConfigPlan plan, const ConfigTexts &texts)
{
    const auto isDone = [&texts](const ConfigEdit &edit) {
        const auto text = texts.find(fileOf(edit.after));
        return text != texts.end() && presentEntry(text->second, edit.after) == edit.after;
    };
    std::erase_if(plan.pauses, isDone);
    std::erase_if(plan.edits, isDone);
    return plan;
}

Result<ConfigTexts> readConfigTexts(fs::FileSystem &fileSystem, const std::string &configDirectory)
{
    ConfigTexts texts;
    for (const ConfigFile file : allConfigFiles) {
        auto read = readConfigFile(fileSystem, configDirectory, file);
        if (!read)
            return failWith(read);
        texts[file] = std::move(read->text);
    }
    return texts;
}

std::vector<CommandLine> commandsLeft(const Consequence &consequence, const ConfigPlan &plan)
{
    std::vector<CommandLine> left = consequence.commands;
    if (!consequence.host.empty())
        return left;
    for (const ConfigEntry &entry : consequence.entries) {
        if (std::ranges::any_of(plan.edits, [&entry](const ConfigEdit &edit) { return includes(edit.after, entry); }))
            std::erase(left, commandFor(entry));
    }
    return left;
}

} // namespace espalier
