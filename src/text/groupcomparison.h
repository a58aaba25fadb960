// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/guestidentity.h"

#include <QString>

#include <vector>

namespace espalier::text {

/// One thing that is said of two groups side by side.
struct ComparedLine
{
    QString what;
    QString source;
    QString target;
    bool differs = false; ///< Enough to doubt that both are of one guest, or to keep them from being merged.
};

/// A group and what tells which guest it is of; @c group is null where it is not known.
struct ComparedGroup
{
    const GuestIdentity &identity;
    const Group *group = nullptr;
};

/// Everything that is to be known before @p source is merged into @p target.
std::vector<ComparedLine> comparedLines(const ComparedGroup &source, const ComparedGroup &target);

/// Whether they look like backups of one guest, in whole sentences.
QString comparisonResult(const GuestIdentity &source, const GuestIdentity &target);

} // namespace espalier::text
