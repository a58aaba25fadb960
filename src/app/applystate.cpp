// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applystate.h"

#include "app/openstore.h"
#include "app/verdicttext.h"
#include "core/plan/removals.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace espalier {

/// The context of the translations, and the plan they speak of.
class ApplyWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::ApplyWords)

public:
    explicit ApplyWords(const OpenStore &store) : m_store(store), m_plan(store.plan()), m_removals(removalsOf(m_plan)) {}

    QString button() const;
    QString summary() const;
    QString reason(bool isRunning, bool keepGoing) const;
    static QString nothing() { return tr("Apply"); }
    static QString nothingPending()
    {
        return tr("Nothing is pending. Drag groups or namespaces to a namespace, or use “Move to namespace…”.");
    }
    int count(Verdict::Level level) const { return int(m_plan.count(level)); }

private:
    QString waitReason() const;

    const OpenStore &m_store;
    const Plan &m_plan;
    Removals m_removals;
};

QString ApplyWords::button() const
{
    const int acceptable = count(Verdict::Level::WillDo) + count(Verdict::Level::Waits);
    const int groups = int(m_plan.groupsToMove());
    const int gone = int(m_removals.snapshots);
    if (gone > 0 && groups == 0 && holdsOnly<RemoveSnapshots, RemoveGroup, DeleteNamespace>(m_plan))
        return tr("Remove %n snapshot(s)", nullptr, gone);
    if (gone > 0)
        return tr("Apply %1, remove %2", "%1: 5 changes, %2: 3 snapshots")
            .arg(tr("%n change(s)", nullptr, acceptable), tr("%n snapshot(s)", nullptr, gone));
    if (groups > 0 && holdsOnly<CreateNamespace, MoveGroup>(m_plan))
        return tr("Move %n group(s)", nullptr, groups);
    if (acceptable > 0 && holdsOnly<CreateNamespace>(m_plan))
        return tr("Create %n namespace(s)", nullptr, acceptable);
    return acceptable > 0 ? tr("Apply %n change(s)", nullptr, acceptable) : nothing();
}

QString ApplyWords::summary() const
{
    QStringList parts;
    if (const int n = count(Verdict::Level::WillDo))
        parts << tr("%n will be done", nullptr, n);
    if (const int n = count(Verdict::Level::Waits))
        parts << tr("%n wait(s)", nullptr, n);
    if (const int n = count(Verdict::Level::NeedsAttention))
        parts << tr("%n need(s) attention", nullptr, n);
    if (const int n = count(Verdict::Level::Refused))
        parts << tr("%n refused", nullptr, n);
    if (const int n = int(m_removals.snapshots))
        parts << tr("%n snapshot(s) are removed for good", nullptr, n);
    return tr("%n change(s) in %1: %2", "name of a datastore, list of counts", int(m_plan.steps.size()))
        .arg(storeName(m_store), parts.join(QStringLiteral(", ")));
}

QString ApplyWords::waitReason() const
{
    const auto waiting = std::ranges::find(m_plan.steps, Verdict::Level::Waits, [](const Step &step) { return step.verdict.level; });
    const QString why = waiting == m_plan.steps.end() ? QString() : verdictReason(waiting->verdict);
    return tr("%1 The button becomes available by itself when this is over.").arg(why);
}

QString ApplyWords::reason(bool isRunning, bool keepGoing) const
{
    if (isRunning)
        return tr("A run is under way in this datastore.");
    if (m_store.loadState() != OpenStore::LoadState::Ready)
        return tr("The datastore is being read.");
    if (m_store.state() && !m_store.state()->access.allowed && m_store.state()->access.reason)
        return text::oneLine(*m_store.state()->access.reason);
    if (m_store.adaptsConfig() && !m_store.configPlan())
        return tr("It is being worked out what becomes of jobs and access rules.");
    if (keepGoing && m_plan.canStart())
        return count(Verdict::Level::Waits) ? waitReason() : QString();
    if (count(Verdict::Level::Refused))
        return tr("%n change(s) are refused. Remove them first.", nullptr, count(Verdict::Level::Refused));
    if (count(Verdict::Level::NeedsAttention))
        return tr("%n change(s) need attention. Select one to see what can be done.", nullptr, count(Verdict::Level::NeedsAttention));
    return count(Verdict::Level::Waits) ? waitReason() : QString();
}

ApplyState applyState(const OpenStore *store, bool isRunning, bool keepGoing)
{
    if (!store || store->plan().steps.empty())
        return {.enabled = false,
                .hasChanges = false,
                .waits = false,
                .buttonText = ApplyWords::nothing(),
                .reason = {},
                .summary = ApplyWords::nothingPending()};
    const ApplyWords words(*store);
    const QString reason = words.reason(isRunning, keepGoing);
    return {.enabled = reason.isEmpty(),
            .hasChanges = true,
            .waits = words.count(Verdict::Level::Waits) > 0,
            .buttonText = words.button(),
            .reason = reason,
            .summary = words.summary()};
}

QString storeName(const OpenStore &store)
{
    const bool isNamed = store.state() && !store.state()->access.storeName.empty();
    return printable(isNamed ? store.state()->access.storeName : store.place().name());
}

} // namespace espalier
