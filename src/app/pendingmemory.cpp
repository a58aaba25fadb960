// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pendingmemory.h"

#include "core/plan/plandifference.h"
#include "text/utf8.h"

#include <algorithm>

namespace espalier {

namespace {

/// Without steps: they are planned again in any case.
PlanFile fileOf(const OpenStore &store)
{
    return planFileOf(store.changes(), Plan(), store.state()->identity, store.place().name(), store.state()->access);
}

bool isFor(const OpenStore &store, const PlanFile &file)
{
    const StoreIdentity &present = store.state()->identity;
    return file.identity ? file.identity->sameStore(present) : file.storePath == present.path;
}

std::optional<PlanFile> read(const QString &text)
{
    auto file = parsePlanFile(toStdString(text), {});
    return file ? std::optional(std::move(*file)) : std::nullopt;
}

} // namespace

void PendingMemory::remember(const OpenStore &store)
{
    if (!std::ranges::contains(m_recalled, &store, &QPointer<const OpenStore>::get) || !store.state())
        return;
    QStringList kept = m_state->get(state::PendingPlans);
    kept.removeIf([&store](const QString &text) {
        const auto file = read(text);
        return !file || isFor(store, *file);
    });
    if (!store.changes().empty())
        kept << toQString(planFileText(fileOf(store)));
    m_state->set(state::PendingPlans, kept);
    m_state->sync();
}

std::vector<Change> PendingMemory::recall(const OpenStore &store)
{
    m_recalled.emplace_back(&store);
    for (const QString &text : m_state->get(state::PendingPlans)) {
        const auto file = read(text);
        if (file && isFor(store, *file))
            return file->changes;
    }
    return {};
}

} // namespace espalier
