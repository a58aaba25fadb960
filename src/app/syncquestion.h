// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncmapping.h"
#include "core/plan/syncplan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace espalier {

/// Everything that a worker needs to say what a sync would do.
struct SyncQuestion
{
    Tree source;
    Tree target;
    bool hasDetails = false; ///< Of both; without them only the namespaces and the filters are known.
    SyncOptions options;
};

/// What a line of the preview says.
enum class SyncOutcome : unsigned char { Refused, Remove, Keep, NewNamespace, Copy, Resync, Check, Skip };

/// A line of the preview: a namespace, a group, or one snapshot.
struct SyncRow
{
    const NamespacePath *ns = nullptr; ///< At the target. Never null.
    const SyncGroup *group = nullptr;  ///< Null: it is about the namespace.
    const SyncMark *mark = nullptr;    ///< Null: it is about all of the group.
    SyncOutcome outcome = SyncOutcome::Skip;
    const Error *refused = nullptr; ///< Why, where it is.
};

/// What a sync would do, ready to be shown: immutable, with lines that point into the plan.
struct ShownSync
{
    explicit ShownSync(SyncPlan plan);
    ShownSync(const ShownSync &) = delete;
    ShownSync &operator=(const ShownSync &) = delete;

    const SyncPlan plan;
    const Removals removals;
    std::vector<SyncRow> rows{}; ///< In the order of the work; removals behind.

    std::size_t newNamespaces = 0;
    std::size_t copied = 0; ///< Snapshots, with those that are made anew.
    std::size_t checked = 0;
    std::size_t skipped = 0;
    std::size_t removed = 0;
    std::size_t removedPlaces = 0; ///< Namespaces, and groups without any snapshot.
    std::size_t kept = 0;
    std::size_t refused = 0; ///< Groups and namespaces.
    std::uint64_t bytes = 0; ///< Before deduplication.

private:
    void add(const SyncNamespace &ns);
    void add(const NamespacePath &ns, const SyncGroup &group);
    void count(const SyncRow &row);
};

/// Whether a group is taken, and by which filter.
struct GroupChoice
{
    NamespacePath ns; ///< At the source.
    GroupId group;
    FilterAnswer answer = FilterAnswer::Yes;
    std::optional<std::size_t> filter{}; ///< Which of the options' decides; nothing: no one matches, or there is none.

    friend bool operator==(const GroupChoice &, const GroupChoice &) = default;
};

struct SyncAnswer
{
    SyncMapping mapping{};
    std::shared_ptr<const std::vector<GroupChoice>> groups{}; ///< Of the namespaces that are covered. Never null.
    std::optional<Error> failure{};                           ///< Why nothing can be done at all.
    std::shared_ptr<const ShownSync> shown{};                 ///< Null where that is so, and while details are not known.

    /// The same with what vanished being removed, as far as that is not so anyhow: then they are one.
    std::shared_ptr<const ShownSync> removing{};

    std::size_t taken() const; ///< Groups.
};

/// Pure; for any thread.
SyncAnswer answerToSync(const SyncQuestion &question, const std::stop_token &stop = {});

} // namespace espalier
