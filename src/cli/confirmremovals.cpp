// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/confirmremovals.h"

#include "cli/table.h"
#include "cli/terminal.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <cstdio>
#include <limits>

namespace espalier::cli {

/// What is asked.
class RemovalQuestion
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::RemovalQuestion)

public:
    explicit RemovalQuestion(const Removals &removals) : m_removals(removals) {}

    QString words() const
    {
        return tr("This removes %1 of %2 for good; there is no undo.", "number of snapshots, number of groups")
            .arg(tr("%n snapshot(s)", nullptr, int(m_removals.snapshots)), tr("%n group(s)", "of which", int(m_removals.groups.size())));
    }

    QString emptied() const
    {
        QStringList names;
        for (const Removals::OfGroup &each : m_removals.groups) {
            if (each.isLast())
                names << tr("%1 in %2", "a group and its namespace")
                             .arg(printable(each.group->id.toString()), text::namespaceName(each.ns.toString()));
        }
        return tr("These lose their last snapshot: %1.").arg(names.join(QStringLiteral(", ")));
    }

    QString demand() const
    {
        return m_removals.wantsSecondLook() ? tr("Type the number of snapshots that are to go: ") : tr("Remove them? [y/N] ");
    }

    bool isAgreed(const QString &answer) const
    {
        if (m_removals.wantsSecondLook())
            return answer == QString::number(m_removals.snapshots);
        //: the first letter means yes in answer to a question
        return !answer.isEmpty() && tr("yes").startsWith(answer.front(), Qt::CaseInsensitive);
    }

private:
    const Removals &m_removals;
};

Result<std::optional<RemovalBudget>> removalBudget(const Arguments &arguments)
{
    const auto most = arguments.number("--max-removed", std::numeric_limits<std::uint32_t>::max());
    const auto share = arguments.number("--max-share", 100);
    if (!most || !share)
        return most ? Result<std::optional<RemovalBudget>>(failWith(share)) : failWith(most);
    for (const char *option : {"--max-share", "--allow-last"}) {
        if (!*most && arguments.has(option))
            return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, "--max-removed N");
    }
    if (!*most)
        return std::nullopt;
    RemovalBudget budget{.snapshots = **most, .mayEmptyGroups = arguments.has("--allow-last")};
    if (*share)
        budget.percent = static_cast<unsigned>(**share);
    return budget;
}

namespace {

/// @p approved: the budget that holds with --yes, or why it does not.
Done confirmRemovals(const Invocation &invocation, const Removals &removals, const std::optional<Result<RemovalBudget>> &approved)
{
    const auto budget = removalBudget(invocation.arguments);
    if (!budget)
        return failWith(budget);
    if (removals.isEmpty())
        return {};
    if (*budget)
        return checkBudget(removals, **budget);
    if (approved && invocation.arguments.has("--yes"))
        return *approved ? checkBudget(removals, **approved) : failWith(*approved);
    if (invocation.arguments.has("--yes"))
        return removals.wantsSecondLook() ? checkBudget(removals, {.snapshots = Removals::manySnapshots - 1}) : Done();
    if (invocation.isDryRun())
        return {};
    const RemovalQuestion question(removals);
    if (canAsk()) {
        tell(question.words());
        if (removals.emptied() > 0)
            tell(question.emptied());
        std::fputs(question.demand().toUtf8().constData(), stderr);
        const auto answer = readLine(invocation.stop);
        if (question.isAgreed(toQString(answer.value_or(std::string())).trimmed()))
            return {};
    }
    return fail(Error::Kind::Denied, MessageId::NotConfirmed, toStdString(question.words()));
}

} // namespace

Done RemovalConsent::ask(const Invocation &invocation, Removals removals)
{
    if (m_agreed)
        return isWithin(removals, *m_agreed) ? Done()
                                             : fail(Error::Kind::Denied, MessageId::RemovalOverBudget, std::to_string(removals.snapshots),
                                                    std::to_string(m_agreed->snapshots));
    m_agreed = std::move(removals);
    return confirmRemovals(invocation, *m_agreed, m_approved.transform([this](const RemovalBudget &budget) {
        return m_isHere.transform([&] { return budget; });
    }));
}

} // namespace espalier::cli
