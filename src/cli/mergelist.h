// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/jsonoutput.h"
#include "cli/output.h"
#include "cli/session.h"
#include "core/datastore/guestidentity.h"
#include "core/plan/meetings.h"

#include <memory>
#include <span>
#include <vector>

namespace espalier::cli {

/// A group that meets one of its name, and what tells whether both are backups of one guest.
struct MergeCandidate
{
    Meeting meeting;
    std::shared_ptr<const Group> group;   ///< The one that moves.
    std::shared_ptr<const Group> present; ///< The one at the target.
    Result<GuestIdentity> source;
    Result<GuestIdentity> target;
};

/// Compares the groups that meet where @p changes are done in @p tree.
std::vector<MergeCandidate> mergeCandidates(const Session &session, const Tree &tree, std::span<const Change> changes);

/// Tells of each in what the two groups differ; nothing where there are none.
void printMergeCandidates(Output &output, const std::vector<MergeCandidate> &candidates);

Json toJson(const std::vector<MergeCandidate> &candidates);

} // namespace espalier::cli
