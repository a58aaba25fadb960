// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/writeaccess.h"
#include "core/plan/plan.h"
#include "core/plan/planfile.h"

#include <span>
#include <string>
#include <vector>

namespace espalier {

/// What a plan file tells of the datastore itself: who plans and what goes on there at the moment is left out, so that a plan made
/// where nothing may be written can be applied where it may.
PlanContext planFileContext(PlanContext context);

/// The file of a plan that was made with planFileContext(). @p access tells whether the identity is worth keeping: on a network or
/// unknown file system numbers and times of directories are others than on the host behind it.
PlanFile planFileOf(std::span<const Change> changes, const Plan &plan, const StoreIdentity &identity, const std::string &storeName,
                    const WriteAccess &access);

/// Fails with PlanFileOtherStore where @p file was made for another datastore, as far as that can be told.
Done checkSameStore(const PlanFile &file, const std::string &filePath, const StoreIdentity &present);

/// One thing in which the present plan is not the one of the file.
struct PlanDifference
{
    enum class Kind {
        Missing,   ///< The step is not needed or not possible any more.
        Added,     ///< The step is new.
        Verdict,   ///< It is judged otherwise.
        Snapshots, ///< The group has other snapshots.
    };

    Kind kind;
    PlanFileStep planned; ///< As the file says; in an added step the same as present.
    PlanFileStep present; ///< As it is now; in a missing step the same as planned.

    friend bool operator==(const PlanDifference &, const PlanDifference &) = default;
};

/// In the order of the steps; first those of the file. @p plan was made with planFileContext(). 5 000 moves take less than 100 ms.
std::vector<PlanDifference> planDifferences(const PlanFile &file, const Plan &plan);

} // namespace espalier
