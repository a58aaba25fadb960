// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/steptext.h"

#include "text/printable.h"

#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
class StepText
{
    Q_DECLARE_TR_FUNCTIONS(espalier::StepText)

public:
    static QString move(const NamespacePath &from, const GroupId &group, const NamespacePath &to);
    static QString create(const NamespacePath &path) { return tr("Create the namespace %1").arg(printable(path.toString())); }
    static QString remove(const std::string &path) { return tr("Remove the empty directory %1").arg(printable(path)); }
    static QString give(const NamespacePath &from, const GroupId &group, const NamespacePath &to, int snapshots);
};

QString StepText::move(const NamespacePath &from, const GroupId &group, const NamespacePath &to)
{
    const QString name = printable(group.toString());
    if (from.isRoot())
        return tr("Move %1 from the root to %2").arg(name, printable(to.toString()));
    if (to.isRoot())
        return tr("Move %1 from %2 to the root").arg(name, printable(from.toString()));
    return tr("Move %1 from %2 to %3").arg(name, printable(from.toString()), printable(to.toString()));
}

QString StepText::give(const NamespacePath &from, const GroupId &group, const NamespacePath &to, int snapshots)
{
    const QString name = printable(group.toString());
    if (from.isRoot())
        return tr("Move %n snapshot(s) of %1 from the root to %2", nullptr, snapshots).arg(name, printable(to.toString()));
    if (to.isRoot())
        return tr("Move %n snapshot(s) of %1 from %2 to the root", nullptr, snapshots).arg(name, printable(from.toString()));
    return tr("Move %n snapshot(s) of %1 from %2 to %3", nullptr, snapshots)
        .arg(name, printable(from.toString()), printable(to.toString()));
}

QString text::changeTitle(const Change &change)
{
    if (const auto *create = std::get_if<CreateNamespace>(&change))
        return StepText::create(create->path);
    const auto &move = std::get<MoveGroup>(change);
    return StepText::move(move.from, move.group, move.to);
}

QString text::runStepTitle(const RunStep &step)
{
    if (const auto *create = std::get_if<RunCreateNamespace>(&step))
        return StepText::create(create->path);
    if (const auto *removal = std::get_if<RunRemoveDirectory>(&step))
        return StepText::remove(removal->path);
    const auto &move = std::get<RunMoveGroup>(step);
    if (move.only)
        return StepText::give(move.from, move.group, move.to, int(move.only->size()));
    return StepText::move(move.from, move.group, move.to);
}

} // namespace espalier
