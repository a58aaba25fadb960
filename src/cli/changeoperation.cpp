// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"

#include "cli/consequencelist.h"
#include "core/fs/native.h"
#include "core/plan/plandifference.h"
#include "core/plan/planfileio.h"
#include "text/printable.h"
#include "text/steptext.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <optional>

namespace espalier::cli {

namespace {

using Places = std::vector<std::pair<NamespacePath, GroupId>>;

/// The groups that @p change is about; nothing where the whole tree has to be known for it.
std::optional<Places> placesOf(const Change &change)
{
    return std::visit(Overloaded{
                          [](const auto &) { return std::optional<Places>(); },
                          [](const MoveGroup &move) { return std::optional<Places>({{move.from, move.group}, {move.to, move.group}}); },
                          [](const ChangeOwner &wanted) { return std::optional<Places>({{wanted.ns, wanted.group}}); },
                          [](const ChangeNotes &wanted) { return std::optional<Places>({{wanted.ns, wanted.group}}); },
                      },
                      change);
}

} // namespace

/// Only the context of the translations.
class ChangeOperationText
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::ChangeOperation)

public:
    static QString mayReplace(const std::string &path) { return tr("May \"%1\" be replaced?").arg(printable(path)); }
    static QString saved(const std::string &path) { return tr("The plan was saved as \"%1\".").arg(printable(path)); }
};

ChangeOperation::ChangeOperation(Invocation &invocation, std::vector<Change> changes, TreeReading reading)
    : Operation(invocation)
    , m_changes(std::move(changes))
    , m_reading(invocation.arguments.has("--save-plan") ? TreeReading::Whole : reading)
    , m_adapts(invocation.arguments.has("--adapt-jobs"))
{
}

Result<Operation::Steps> ChangeOperation::plan(const Session &session, const std::vector<RunReport> &reports)
{
    if (!reports.empty() && !reports.back().changes.empty())
        m_changes = changesLeft(m_changes, reports.back());
    if (const Done read = readTree(session); !read)
        return std::unexpected(read.error());
    Steps steps = planAgain(session);
    if (!std::exchange(m_wasPlanned, true)) {
        auto consequences = consequencesOf(invocation(), session, m_tree, m_plan);
        if (!consequences)
            return failWith(consequences);
        m_consequences = std::move(*consequences);
        m_mergeCandidates = mergeCandidates(session, m_tree, m_changes);
        auto config = m_adapts ? configPlanOf(session, m_consequences) : Result<ConfigPlan>(ConfigPlan());
        if (!config)
            return failWith(config);
        m_config = std::move(*config);
    }
    if (const auto path = invocation().arguments.value("--save-plan")) {
        if (const Done saved = savePlan(session, absolutePath(*path)); !saved)
            return failWith(saved);
    }
    return steps;
}

Plan ChangeOperation::planForFile(const Session &session) const
{
    return makePlan(m_tree, m_changes, planFileContext(planContext(session)));
}

Done ChangeOperation::savePlan(const Session &session, const std::string &path) const
{
    PlanFile file = planFileOf(m_changes, m_plan, session.state().identity, session.name(), session.access());
    if (m_adapts)
        file.config = PlanFileConfig{m_config.pauses, m_config.edits};
    const auto ifExists = invocation().arguments.has("--yes") ? IfExists::Replace : IfExists::Fail;
    const Done written = writeTextFile(*fs::nativeFileSystem(), path, planFileText(file), ifExists);
    if (!written && written.error().id == MessageId::FileExists)
        return fail(Error::Kind::Denied, MessageId::NotConfirmed, toStdString(ChangeOperationText::mayReplace(path)));
    if (written && !invocation().isJson())
        invocation().output.line(ChangeOperationText::saved(path));
    return written;
}

Operation::Steps ChangeOperation::planAgain(const Session &session)
{
    m_plan = invocation().arguments.has("--save-plan") ? planForFile(session) : makePlan(m_tree, m_changes, planContext(session));
    Steps steps;
    const auto add = [&](const auto &self, const Step &step, int level) -> void {
        const bool isNamed = std::holds_alternative<RemoveSnapshots>(step.change); // its title has the number
        const std::size_t snapshots = step.parts.empty() && !isNamed ? step.snapshots() : 0;
        steps.push_back({text::changeTitle(step.change), step.verdict, snapshots, 0, level});
        for (const Step &part : step.parts) {
            const bool isLeftOut = step.partsToDo().empty() && part.verdict.level <= Verdict::Level::Waits;
            if (!isLeftOut)
                self(self, part, level + 1);
        }
    };
    for (const Step &step : m_plan.steps)
        add(add, step, 0);
    return steps;
}

/// What was removed does not come back.
bool ChangeOperation::isUndoable() const
{
    return std::ranges::any_of(m_changes, [](const Change &change) {
        const auto *deletion = std::get_if<DeleteNamespace>(&change);
        return !std::holds_alternative<RemoveSnapshots>(change) && !std::holds_alternative<RemoveGroup>(change)
            && !(deletion && deletion->withGroups);
    });
}

Done ChangeOperation::confirm()
{
    return m_consent.ask(invocation(), removalsOf(m_plan));
}

void ChangeOperation::showMore() const
{
    printMergeCandidates(invocation().output, m_mergeCandidates);
    printConsequences(invocation().output, m_consequences, m_config);
    printConfigPlan(invocation().output, m_config);
}

void ChangeOperation::addToJson(Json &json) const
{
    json["merges"] = toJson(m_mergeCandidates);
    json["consequences"] = toJson(m_consequences);
    json["config"] = toJson(m_config);
}

RunReport ChangeOperation::act(const Session &session, const RunOptions &options)
{
    if (m_config.isEmpty())
        return session.service().execute(m_plan, options, {});
    const auto config = session.service().readConfig(); // an attempt before did a part
    return session.service().execute(m_plan, options, config ? withoutDone(m_config, config->texts) : m_config);
}

Json ChangeOperation::planToJson() const
{
    return toJson(m_plan);
}

/// Only the groups that moves name, where that is enough; what concerns namespaces wants to know all.
Done ChangeOperation::readTree(const Session &session)
{
    Places places;
    for (const Change &change : m_changes) {
        const auto concerned = m_reading == TreeReading::Whole ? std::nullopt : placesOf(change);
        if (!concerned) {
            auto scanned = scanStore(invocation(), session);
            if (!scanned)
                return std::unexpected(scanned.error());
            m_tree = std::move(scanned->tree);
            return {};
        }
        places.insert(places.end(), concerned->begin(), concerned->end());
    }
    auto tree = session.service().scanPlaces(places);
    if (!tree)
        return std::unexpected(tree.error());
    m_tree = std::move(*tree);
    return {};
}

} // namespace espalier::cli
