// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/groupcomparison.h"

#include "text/printable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace espalier {

/// Two groups side by side, in words.
class GroupComparison
{
    Q_DECLARE_TR_FUNCTIONS(espalier::GroupComparison)

public:
    static std::vector<text::ComparedLine> lines(const text::ComparedGroup &source, const text::ComparedGroup &target);
    static QString result(const GuestIdentity &source, const GuestIdentity &target);

private:
    static QString snapshots(const Group &group);
    static QString owner(const Group &group);
};

namespace {

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << printable(name);
    return list.join(QLatin1String(", "));
}

} // namespace

QString GroupComparison::snapshots(const Group &group)
{
    if (group.snapshots.empty())
        return tr("none", "snapshots");
    return tr("%n, %1 to %2", "snapshots", int(group.snapshots.size()))
        .arg(printable(group.snapshots.front().time.toString()), printable(group.snapshots.back().time.toString()));
}

QString GroupComparison::owner(const Group &group)
{
    return group.owner ? printable(group.owner->toString()) : tr("unreadable", "owner");
}

std::vector<text::ComparedLine> GroupComparison::lines(const text::ComparedGroup &source, const text::ComparedGroup &target)
{
    using What = IdentityDifference::What;
    const GuestIdentity &ours = source.identity;
    const GuestIdentity &theirs = target.identity;
    const std::vector<IdentityDifference> differences = identityDifferences(ours, theirs);
    const auto differs = [&](What what) { return std::ranges::contains(differences, what, &IdentityDifference::what); };
    std::vector<text::ComparedLine> lines{
        {tr("Guest"), printable(ours.guestName), printable(theirs.guestName), differs(What::GuestName)},
        {tr("Archives"), joined(ours.archives), joined(theirs.archives), differs(What::Archives)},
        {tr("Key"), printable(ours.keyFingerprint), printable(theirs.keyFingerprint), differs(What::KeyFingerprint)},
        {tr("Notes"), printable(ours.notes), printable(theirs.notes), differs(What::Notes)},
    };
    if (source.group && target.group) {
        lines.push_back({tr("Owner"), owner(*source.group), owner(*target.group), source.group->owner != target.group->owner});
        lines.push_back({tr("Snapshots"), snapshots(*source.group), snapshots(*target.group), false});
    }
    return lines;
}

QString GroupComparison::result(const GuestIdentity &source, const GuestIdentity &target)
{
    if (!source.readable || !target.readable)
        return tr("Not everything could be read, so nobody can tell from the backups whether they are of one guest.");
    if (identityDifferences(source, target).empty())
        return tr("Nothing says that they are of different guests.");
    return tr("They look like backups of different guests. Merge them only if you know better. Different notes of the group that "
              "moves are kept in the journal.");
}

std::vector<text::ComparedLine> text::comparedLines(const ComparedGroup &source, const ComparedGroup &target)
{
    return GroupComparison::lines(source, target);
}

QString text::comparisonResult(const GuestIdentity &source, const GuestIdentity &target)
{
    return GroupComparison::result(source, target);
}

} // namespace espalier
