// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/operation.h"
#include "text/messages.h"
#include "text/steptext.h"

#include <algorithm>
#include <set>

namespace espalier::cli {

namespace {

/// The run that @p id names, or the last one where it is empty.
Result<JournalRun> findRun(const Session &session, const std::string &id)
{
    const auto history = session.service().history();
    if (!history)
        return failWith(history);
    if (id.empty()) {
        const JournalRun *last = lastUndoable(*history);
        if (!last)
            return fail(Error::Kind::NotFound, MessageId::RunNothingToUndo, session.name());
        return *last;
    }
    const auto run = std::ranges::find(history->runs, id, &JournalRun::id);
    if (run == history->runs.end())
        return fail(Error::Kind::NotFound, MessageId::RunNotFound, id);
    if (!run->undoneBy.empty())
        return fail(Error::Kind::Conflict, MessageId::RunAlreadyUndone, id);
    if (isUndoable(*run))
        return *run;
    for (const JournalStep &step : run->steps) {
        if (const auto *removal = std::get_if<RunRemoveSnapshots>(&step.step); removal && !step.facts.removing.empty())
            return fail(Error::Kind::Conflict, MessageId::UndoRemoved, removal->group.toString(), removal->ns.toString(),
                        std::to_string(step.facts.removing.size()));
    }
    return fail(Error::Kind::NotFound, MessageId::RunNothingToUndo, session.name());
}

class UndoOperation : public Operation
{
public:
    UndoOperation(Invocation &invocation, std::string runId, NewBackups newBackups, std::set<GroupId> only)
        : Operation(invocation)
        , m_runId(std::move(runId))
        , m_newBackups(newBackups)
        , m_only(std::move(only))
    {
    }

protected:
    Result<Steps> plan(const Session &session, const std::vector<RunReport> &) override
    {
        auto run = findRun(session, m_runId);
        if (!run)
            return failWith(run);
        m_run = std::move(*run);
        m_runId = m_run.id;
        auto undo = session.service().planUndo(m_run.id, m_newBackups, m_only);
        if (!undo)
            return failWith(undo);
        if (undo->steps.empty())
            return fail(Error::Kind::NotFound, MessageId::RunNothingToUndo, session.name());
        m_undo = std::move(*undo);
        return steps(session);
    }

    Steps planAgain(const Session &session) override
    {
        if (auto undo = session.service().planUndo(m_run.id, m_newBackups, m_only))
            m_undo = std::move(*undo);
        return steps(session);
    }

    RunReport act(const Session &session, const RunOptions &options) override { return session.service().executeUndo(m_undo, options); }

    Json planToJson() const override { return toJson(m_undo); }
    bool isUndoable() const override { return false; }

    void showMore() const override
    {
        for (const Error &note : m_undo.notes)
            invocation().output.line(text::oneLine(note));
    }

    void addToJson(Json &json) const override
    {
        json["notes"] = Json::array();
        for (const Error &note : m_undo.notes)
            json["notes"].push_back(toJson(note));
    }

private:
    Steps steps(const Session &session)
    {
        const PlanContext context = planContext(session);
        Steps steps;
        for (UndoStep &step : m_undo.steps) {
            Verdict verdict = checkAllowed(step.step, context);
            if (verdict.level > step.verdict.level)
                step.verdict = std::move(verdict);
            steps.push_back({text::runStepTitle(step.step), step.verdict, step.snapshots, step.newSnapshots});
        }
        return steps;
    }

    std::string m_runId; ///< Empty until the last one was looked up.
    NewBackups m_newBackups;
    std::set<GroupId> m_only; ///< Empty: all of the run.
    JournalRun m_run;
    UndoPlan m_undo;
};

} // namespace

ExitCode runUndo(Invocation &invocation)
{
    const auto &positionals = invocation.arguments.positionals();
    return runUndo(invocation, positionals.size() > 1 ? positionals[1] : std::string());
}

ExitCode runUndo(Invocation &invocation, const std::string &runId)
{
    const std::string newBackups = invocation.arguments.value("--new-backups").value_or("take");
    if (newBackups != "take" && newBackups != "leave")
        return report(invocation,
                      fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--new-backups", newBackups, "take, leave").error());
    std::set<GroupId> only;
    if (const auto text = invocation.arguments.value("--group")) {
        const auto group = GroupId::fromString(*text);
        if (!group)
            return report(invocation, group.error());
        only.insert(*group);
    }
    return UndoOperation(invocation, runId, newBackups == "take" ? NewBackups::Take : NewBackups::Leave, std::move(only)).run();
}

} // namespace espalier::cli
