// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QStringList>

#include <vector>

namespace espalier {

/// The enabled prune jobs of the store's PBS that work on @p group, shown in @p ns; none where PBS does not see the group.
std::vector<const JobReference *> pruneJobsOn(const OpenStore &store, const NamespacePath &ns, const Group &group);

/// A sentence for each of them with what it keeps, and one more where there are several.
QStringList pruneJobSentences(const OpenStore &store, const NamespacePath &ns, const Group &group);

} // namespace espalier
