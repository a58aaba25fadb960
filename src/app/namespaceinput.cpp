// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/namespaceinput.h"

#include "text/printable.h"

namespace espalier {

Result<NamespacePath> enteredNamespace(const Tree &tree, const QString &text)
{
    QString trimmed = text.trimmed();
    while (trimmed.startsWith(QLatin1Char('/')))
        trimmed.remove(0, 1);
    while (trimmed.endsWith(QLatin1Char('/')))
        trimmed.chop(1);
    const auto path = NamespacePath::fromString(trimmed.toStdString());
    if (!path || tree.find(*path))
        return path;
    NamespacePath checked;
    for (const std::string_view name : path->components()) {
        const auto child = checked.child(name);
        const auto allowed = child && tree.find(*child) ? child : checked.newChild(name);
        if (!allowed)
            return allowed;
        checked = *allowed;
    }
    return path;
}

QStringList namespaceNames(const Tree &tree)
{
    QStringList names;
    tree.forEachNamespace([&names](const Namespace &ns) {
        if (!ns.path.isRoot())
            names << printable(ns.path.toString());
    });
    return names;
}

} // namespace espalier
