// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/moveditems.h"
#include "core/datastore/tree.h"
#include "core/pbs/syncjob.h"
#include "core/plan/storemoveplan.h"

#include <QString>

#include <expected>

namespace espalier {

/// The sync that copies @p items, and nothing else, into @p into of another datastore: groups of one namespace, or one namespace with
/// all below. Else a sentence that tells why one sync cannot. The owner is that of what is there already, or of what is copied, as
/// far as it is one.
std::expected<SyncOptions, QString> copyOptions(const Tree &source, const MovedItems &items, const Tree &target, const NamespacePath &into);

/// The same as a move: groups keep their names, namespaces come below @p into. Fails where a name would be too long or too deep.
Result<StoreMove> moveParts(const MovedItems &items, const NamespacePath &into);

} // namespace espalier
