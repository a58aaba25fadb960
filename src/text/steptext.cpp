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
    static QString move(const NamespacePath &from, const GroupId &group, const NamespacePath &to, bool merges);
    static QString create(const NamespacePath &path) { return tr("Create the namespace %1").arg(printable(path.toString())); }
    static QString erase(const NamespacePath &path) { return tr("Delete the empty namespace %1").arg(printable(path.toString())); }
    static QString remove(const std::string &path) { return tr("Remove the empty directory %1").arg(printable(path)); }
    static QString make(const std::string &path) { return tr("Make the directory %1 again").arg(printable(path)); }
    static QString give(const NamespacePath &from, const GroupId &group, const NamespacePath &to, int snapshots);
    static QString moveNamespace(const MoveNamespace &move);
    static QString copy(const CopyNamespaces &copy);
    static QString owner(const NamespacePath &ns, const GroupId &group, const std::string &owner);
    static QString notes(const NamespacePath &ns, const GroupId &group, bool remove);
    static QString config(const RunEditConfig &edit);
    static QString removal(const NamespacePath &ns, const GroupId &group, const std::vector<SnapshotTime> &times);
    static QString group(const NamespacePath &ns, const GroupId &group)
    {
        return tr("Remove the group %1").arg(place(ns, group.toString()));
    }
    static QString group(const NamespacePath &ns, const GroupId &group, int snapshots)
    {
        return tr("Remove the group %1 with %n snapshot(s)", nullptr, snapshots).arg(place(ns, group.toString()));
    }
    static QString eraseAll(const NamespacePath &path)
    {
        return tr("Delete the namespace %1 with all groups in it").arg(printable(path.toString()));
    }
    static QString protection(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time, bool isProtected);

private:
    static QString place(const NamespacePath &ns, const std::string &name);
};

/// "sites/graz/vm/101"
QString StepText::place(const NamespacePath &ns, const std::string &name)
{
    return printable(ns.isRoot() ? name : ns.toString() + '/' + name);
}

QString StepText::move(const NamespacePath &from, const GroupId &group, const NamespacePath &to, bool merges)
{
    const QString name = printable(group.toString());
    if (merges)
        return tr("Merge %1 into %2").arg(place(from, group.toString()), place(to, group.toString()));
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

QString StepText::moveNamespace(const MoveNamespace &move)
{
    const QString from = printable(move.from.toString());
    const QString to = printable(move.to.toString());
    if (move.from.parent() == move.to.parent())
        return tr("Rename the namespace %1 to %2").arg(from, to);
    return tr("Move the namespace %1 to %2").arg(from, to);
}

QString StepText::copy(const CopyNamespaces &copy)
{
    return tr("Copy the namespaces of %1, empty, to %2").arg(printable(copy.from.toString()), printable(copy.to.toString()));
}

QString StepText::owner(const NamespacePath &ns, const GroupId &group, const std::string &owner)
{
    return tr("Change the owner of %1 to %2").arg(place(ns, group.toString()), printable(owner.substr(0, owner.find('\n'))));
}

QString StepText::notes(const NamespacePath &ns, const GroupId &group, bool remove)
{
    const QString name = place(ns, group.toString());
    return remove ? tr("Remove the notes of %1").arg(name) : tr("Change the notes of %1").arg(name);
}

QString StepText::protection(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time, bool isProtected)
{
    const QString name = place(ns, group.toString() + '/' + time.toString());
    return isProtected ? tr("Protect the snapshot %1").arg(name) : tr("Remove the protection of the snapshot %1").arg(name);
}

QString StepText::removal(const NamespacePath &ns, const GroupId &group, const std::vector<SnapshotTime> &times)
{
    if (times.size() == 1)
        return tr("Remove the snapshot %1").arg(place(ns, group.toString() + '/' + times.front().toString()));
    return tr("Remove %n snapshot(s) of %1", nullptr, int(times.size())).arg(place(ns, group.toString()));
}

/// "Change sync: nightly: ns a → b"
QString StepText::config(const RunEditConfig &edit)
{
    const QString name = printable(nameOf(edit.after));
    const auto *rule = std::get_if<AclState>(&edit.after);
    if (rule)
        return rule->propagates ? tr("Add the access rule %1").arg(name) : tr("Remove the access rule %1").arg(name);
    const auto shown = [](const std::optional<std::string> &value) { return value ? printable(*value) : tr("(none)"); };
    const auto &former = std::get<JobState>(edit.before).values;
    const auto &values = std::get<JobState>(edit.after).values;
    QStringList words;
    for (std::size_t i = 0; i < std::min(values.size(), former.size()); ++i)
        words << tr("%1 %2 → %3", "a property of a job, its old and its new value")
                     .arg(printable(values[i].key), shown(former[i].value), shown(values[i].value));
    return tr("Change the job %1: %2").arg(name, words.join(QStringLiteral(", ")));
}

QString text::changeTitle(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const CreateNamespace &wanted) { return StepText::create(wanted.path); },
            [](const MoveGroup &wanted) {
                return StepText::move(wanted.from, wanted.group, wanted.to, wanted.existing != ExistingGroup::Undecided);
            },
            [](const MoveNamespace &wanted) { return StepText::moveNamespace(wanted); },
            [](const CopyNamespaces &wanted) { return StepText::copy(wanted); },
            [](const DeleteNamespace &wanted) {
                return wanted.withGroups ? StepText::eraseAll(wanted.path) : StepText::erase(wanted.path);
            },
            [](const RemoveSnapshots &wanted) { return StepText::removal(wanted.ns, wanted.group, wanted.times); },
            [](const RemoveGroup &wanted) { return StepText::group(wanted.ns, wanted.group); },
            [](const ChangeOwner &wanted) { return StepText::owner(wanted.ns, wanted.group, wanted.owner.toString()); },
            [](const ChangeNotes &wanted) { return StepText::notes(wanted.ns, wanted.group, wanted.notes.empty()); },
            [](const ChangeProtection &wanted) { return StepText::protection(wanted.ns, wanted.group, wanted.time, wanted.isProtected); },
        },
        change);
}

QString text::runStepTitle(const RunStep &step)
{
    return std::visit(
        Overloaded{
            [](const RunCreateNamespace &done) { return StepText::create(done.path); },
            [](const RunMoveGroup &done) {
                return done.only ? StepText::give(done.from, done.group, done.to, int(done.only->size()))
                                 : StepText::move(done.from, done.group, done.to, done.into == IntoExisting::Merge);
            },
            [](const RunDeleteNamespace &done) { return StepText::erase(done.path); },
            [](const RunChangeGroupFile &done) {
                return done.file == RunChangeGroupFile::File::Owner ? StepText::owner(done.ns, done.group, done.content)
                                                                    : StepText::notes(done.ns, done.group, done.content.empty());
            },
            [](const RunChangeProtection &done) { return StepText::protection(done.ns, done.group, done.time, done.isProtected); },
            [](const RunRemoveSnapshots &done) {
                return done.wholeGroup ? StepText::group(done.ns, done.group, int(done.times.size()))
                                       : StepText::removal(done.ns, done.group, done.times);
            },
            [](const RunRemoveDirectory &done) { return StepText::remove(done.path); },
            [](const RunMakeDirectory &done) { return StepText::make(done.directory.path); },
            [](const RunEditConfig &done) { return StepText::config(done); },
        },
        step);
}

} // namespace espalier
