// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"
#include "app/prunecells.h"
#include "core/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

/// What of a datastore a prune is looked at for.
struct PruneSelection
{
    NamespacePath top;                         ///< With all below.
    std::vector<PruneScope::GroupAt> groups{}; ///< Sorted. Only these; empty: all.

    friend bool operator==(const PruneSelection &, const PruneSelection &) = default;
};

/// What @p items of @p store stand for, where it is on disk now: one namespace, some groups, or everything.
PruneSelection pruneSelection(const QList<ItemRef> &items, const OpenStore &store);

/// Everything that a worker needs to say what a prune would do.
struct PruneQuestion
{
    struct Rules
    {
        NamespaceRange range;
        KeepOptions keep{};

        friend bool operator==(const Rules &, const Rules &) = default;
    };

    Tree tree;
    PruneSelection selection;
    Rules rules;
    std::optional<Rules> saved{}; ///< Of the job with which they are compared.
    TimeZone zone{};
    std::vector<JobReference> jobs{}; ///< Of the server that has the store.
    std::string store{};              ///< As it calls it.
    std::int64_t now = 0;             ///< Seconds since 1970.
    int forecastDays = 0;             ///< How far to look ahead.
};

struct PruneAnswer
{
    std::shared_ptr<const ShownPrune> shown;    ///< Never null.
    std::shared_ptr<const ShownPrune> forecast; ///< What is left then; null where nobody looks ahead.
    std::vector<Error> warnings{};
    std::size_t onlySaved = 0; ///< Groups that the saved job covers, and these rules do not.

    /// Those groups as well, and of the others those that differ; null where nothing is compared.
    std::shared_ptr<const ShownPrune> differences{};
};

/// Pure; for any thread.
PruneAnswer answerTo(const PruneQuestion &question, const std::stop_token &stop = {});

/// How many snapshots stay in one time zone and go in another.
std::size_t zoneDependenceOf(const std::shared_ptr<const ShownPrune> &shown, const std::stop_token &stop = {});

} // namespace espalier
