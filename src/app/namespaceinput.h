// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"

#include <QString>
#include <QStringList>

namespace espalier {

/// What somebody typed for a namespace of @p tree: an existing one, or one that may be made with what is missing above it
/// (the stricter rules for new names). The empty text and "/" are the root; slashes at the ends do not matter.
Result<NamespacePath> enteredNamespace(const Tree &tree, const QString &text);

/// All namespaces of @p tree but the root, in PBS's order: for lists and completion.
QStringList namespaceNames(const Tree &tree);

} // namespace espalier
