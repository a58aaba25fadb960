// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"
#include "cli/commands.h"
#include "core/fs/native.h"
#include "core/plan/changejson.h"
#include "core/plan/plandifference.h"
#include "core/plan/planfileio.h"
#include "core/plan/verdictname.h"
#include "text/plandifferences.h"
#include "text/utf8.h"

#include <utility>

namespace espalier::cli {

namespace {

std::string_view nameOf(PlanDifference::Kind kind)
{
    switch (kind) {
    case PlanDifference::Kind::Missing: return "missing";
    case PlanDifference::Kind::Added: return "added";
    case PlanDifference::Kind::Verdict: return "verdict";
    case PlanDifference::Kind::Snapshots: break;
    }
    return "snapshots";
}

Json toJson(const PlanFileStep &step)
{
    return {{"level", verdictName(step.level)},
            {"reason", step.reason ? Json(messageName(*step.reason)) : Json()},
            {"snapshot-count", step.snapshots},
            {"newest-snapshot", step.newest ? Json(step.newest->toString()) : Json()}};
}

Json toJson(const PlanDifference &difference)
{
    return {{"difference", nameOf(difference.kind)},
            {"step", changeToJson(difference.planned.change)},
            {"planned", toJson(difference.planned)},
            {"present", toJson(difference.present)},
            {"what", toStdString(text::planDifference(difference))}};
}

/// Does what a plan file says, as long as the plan is the same today.
class ApplyOperation : public ChangeOperation
{
public:
    ApplyOperation(Invocation &invocation, std::string filePath, PlanFile file)
        : ChangeOperation(invocation, file.changes, TreeReading::Whole)
        , m_filePath(std::move(filePath))
        , m_file(std::move(file))
    {
        if (m_file.config)
            adaptConfig();
    }

protected:
    Result<Session> open() const override
    {
        const auto &positionals = invocation().arguments.positionals();
        return openStore(invocation(), positionals.size() > 1 ? positionals[1] : m_file.storePath);
    }

    Result<Steps> plan(const Session &session, const std::vector<RunReport> &reports) override
    {
        if (const Done same = checkSameStore(m_file, m_filePath, session.state().identity); !same)
            return failWith(same);
        auto steps = ChangeOperation::plan(session, reports);
        if (!steps || !reports.empty())
            return steps;
        m_differences = planDifferences(m_file, planForFile(session));
        if (m_differences.empty()) {
            const Done same = m_file.config ? checkSameEdits(config(), m_file.config->pauses, m_file.config->edits) : Done();
            return same ? steps : failWith(same);
        }
        if (!invocation().isJson()) {
            for (const PlanDifference &difference : m_differences)
                invocation().output.line(text::planDifference(difference));
        }
        return std::unexpected(text::planDiffers(m_differences));
    }

    void addToJson(Json &json) const override
    {
        ChangeOperation::addToJson(json);
        json["differences"] = Json::array();
        for (const PlanDifference &difference : m_differences)
            json["differences"].push_back(toJson(difference));
    }

private:
    std::string m_filePath;
    PlanFile m_file;
    std::vector<PlanDifference> m_differences;
};

} // namespace

ExitCode runApply(Invocation &invocation)
{
    const std::string path = absolutePath(invocation.arguments.positionals().front());
    auto file = readPlanFile(*fs::nativeFileSystem(), path);
    if (!file)
        return report(invocation, file.error());
    return ApplyOperation(invocation, path, std::move(*file)).run();
}

} // namespace espalier::cli
