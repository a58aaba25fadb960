// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treecells.h"

#include "app/formats.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <ranges>

namespace espalier {

namespace {

struct Cells
{
    Q_DECLARE_TR_FUNCTIONS(espalier::Cells)
};

using Column = DatastoreModel::Column;

QString numberText(std::size_t number)
{
    return QLocale().toString(qulonglong(number));
}

/// "18/20": beside an icon, in a narrow column.
QString someOfText(int some, int total)
{
    return QStringLiteral("%1/%2").arg(some).arg(total);
}

std::optional<std::uint64_t> sizeOf(const TreeNode &node)
{
    switch (node.kind) {
    case ItemKind::Store:
    case ItemKind::Namespace: return node.ns && node.ns->groupsBelow > 0 ? sizeBelow(*node.ns) : std::nullopt;
    case ItemKind::Group: return node.group->hasDetails() ? std::optional(node.group->totalSize()) : std::nullopt;
    case ItemKind::Snapshot: break;
    }
    const SnapshotDetails *details = node.details();
    return details && details->manifestReadable ? std::optional(details->size) : std::nullopt;
}

std::size_t snapshotCount(const TreeNode &node)
{
    return node.ns ? node.ns->snapshotsBelow : node.group->snapshots.size();
}

QString nameText(const TreeNode &node)
{
    switch (node.kind) {
    case ItemKind::Store: return toQString(node.store->place().name());
    case ItemKind::Namespace: return toQString(node.path.name());
    case ItemKind::Group: return toQString(node.group->id.toString());
    case ItemKind::Snapshot: break;
    }
    return node.time->isCanonical() ? dateTimeText(node.time->epoch()) : toQString(node.time->toString());
}

QString groupText(const Group &group, Column column)
{
    const GroupSummary summary(group);
    switch (column) {
    case Column::LastBackup: {
        const Snapshot *last = lastBackup(group);
        return last ? dateText(last->time.epoch()) : QString();
    }
    case Column::Owner: return group.owner ? toQString(group.owner->toString()) : QString();
    case Column::Verified:
        if (summary.failed > 0)
            return QString::number(summary.failed);
        return summary.verified > 0 && summary.verified < summary.total ? someOfText(summary.verified, summary.total) : QString();
    case Column::Encrypted: {
        const int some = summary.encrypted + summary.signedOnes;
        return some > 0 && some < summary.total ? someOfText(some, summary.total) : QString();
    }
    case Column::Protected: return summary.protectedOnes > 0 ? QString::number(summary.protectedOnes) : QString();
    case Column::Comment: return printable(group.displayComment());
    default: return {};
    }
}

std::optional<IconName> nameIcon(const TreeNode &node)
{
    switch (node.kind) {
    case ItemKind::Store: return node.store->loadState() == OpenStore::LoadState::Failed ? IconName::Problem : IconName::Datastore;
    case ItemKind::Namespace: return rowMark(node) == Mark::Created ? IconName::Created : IconName::Namespace;
    case ItemKind::Group: return groupIcon(node.group->id.type());
    case ItemKind::Snapshot: break;
    }
    const Snapshot *snapshot = node.snapshot();
    return snapshot && snapshot->finished ? IconName::Snapshot : IconName::SnapshotUnfinished;
}

std::optional<IconName> groupStateIcon(const Group &group, Column column)
{
    const GroupSummary summary(group);
    if (column == Column::Protected && summary.protectedOnes > 0)
        return IconName::Protected;
    if (column == Column::Verified && summary.failed > 0)
        return IconName::VerifyFailed;
    if (column == Column::Verified && summary.verified > 0)
        return summary.verified == summary.total ? IconName::Verified : IconName::VerifiedPartly;
    if (column == Column::Encrypted && summary.encrypted > 0)
        return summary.encrypted == summary.total ? IconName::Encrypted : IconName::EncryptedPartly;
    if (column == Column::Encrypted && summary.signedOnes > 0)
        return IconName::Signed;
    return std::nullopt;
}

std::optional<IconName> snapshotStateIcon(const TreeNode &node, Column column)
{
    const Snapshot *snapshot = node.snapshot();
    const SnapshotDetails *details = node.details();
    if (column == Column::Protected && snapshot && snapshot->isProtected)
        return IconName::Protected;
    if (!details)
        return std::nullopt;
    if (column == Column::Verified && details->verifyState != VerifyState::None)
        return details->verifyState == VerifyState::Ok ? IconName::Verified : IconName::VerifyFailed;
    if (column == Column::Encrypted && details->cryptMode != CryptMode::None)
        return details->cryptMode == CryptMode::Encrypt ? IconName::Encrypted : IconName::Signed;
    return std::nullopt;
}

QString storeNote(const TreeNode &node)
{
    const OpenStore &store = *node.store;
    switch (store.loadState()) {
    case OpenStore::LoadState::Opening: return Cells::tr("opening …");
    case OpenStore::LoadState::Scanning:
        return store.progress().groups == 0 ? Cells::tr("reading …")
                                            : Cells::tr("reading … %n group(s)", nullptr, int(store.progress().groups));
    case OpenStore::LoadState::Failed: return store.error() ? text::sentences(*store.error()).what : QString();
    case OpenStore::LoadState::Ready: break;
    }
    return countsText(*node.ns);
}

QString namespaceNote(const TreeNode &node)
{
    QStringList notes{countsText(*node.ns)};
    const NamespacePath *other = node.store->projection().otherEnd(node.path);
    switch (rowMark(node)) {
    case Mark::Created: notes.prepend(Cells::tr("will be created")); break;
    case Mark::Deleted: return Cells::tr("will be deleted");
    case Mark::MovesAway: return Cells::tr("becomes %1", "a namespace").arg(printable(other ? other->toString() : std::string()));
    case Mark::Arrives: notes.prepend(Cells::tr("was %1", "a namespace").arg(printable(other ? other->toString() : std::string()))); break;
    default: break;
    }
    if (const std::size_t arrivals = node.store->projection().arrivals(node.path))
        notes.prepend(Cells::tr("%n group(s) will arrive", nullptr, int(arrivals)));
    return notes.join(QStringLiteral(" · "));
}

QString groupNote(const TreeNode &node)
{
    const auto mark = node.store->projection().mark(node.path, node.group->id);
    const QString other = text::namespaceName(mark.other.toString());
    if (mark.mark == Mark::MovesAway)
        return Cells::tr("moves to %1").arg(other);
    if (mark.mark == Mark::Arrives)
        return Cells::tr("from %1").arg(other);
    if (mark.mark == Mark::Merges)
        return Cells::tr("merged with that from %1").arg(other);
    if (mark.mark == Mark::Deleted)
        return Cells::tr("will be removed", "a group");
    if (mark.mark == Mark::Edited)
        return Cells::tr("will be changed");
    return node.group->owner ? QString() : Cells::tr("invisible in PBS: no owner");
}

} // namespace

GroupSummary::GroupSummary(const Group &group)
    : total(int(group.snapshots.size()))
    , unfinished(int(std::ranges::count(group.snapshots, false, &Snapshot::finished)))
    , protectedOnes(int(std::ranges::count(group.snapshots, true, &Snapshot::isProtected)))
    , hasDetails(group.hasDetails())
    , verified(int(std::ranges::count(group.details, VerifyState::Ok, &SnapshotDetails::verifyState)))
    , failed(int(std::ranges::count(group.details, VerifyState::Failed, &SnapshotDetails::verifyState)))
    , encrypted(int(std::ranges::count(group.details, CryptMode::Encrypt, &SnapshotDetails::cryptMode)))
    , signedOnes(int(std::ranges::count(group.details, CryptMode::SignOnly, &SnapshotDetails::cryptMode)))
{
}

const Snapshot *lastBackup(const Group &group)
{
    for (const Snapshot &snapshot : group.snapshots | std::views::reverse) {
        if (snapshot.finished)
            return &snapshot;
    }
    return group.snapshots.empty() ? nullptr : &group.snapshots.back();
}

std::optional<std::uint64_t> sizeBelow(const Namespace &ns)
{
    std::uint64_t sum = 0;
    for (const auto &group : ns.groups) {
        if (ns.isLeaving(group->id))
            continue;
        if (!group->hasDetails())
            return std::nullopt;
        sum += group->totalSize();
    }
    for (const auto &child : ns.children) {
        const auto below = sizeBelow(*child);
        if (!below)
            return std::nullopt;
        sum += *below;
    }
    return sum;
}

QString countsText(const Namespace &ns)
{
    QString groups = Cells::tr("%n group(s)", nullptr, int(ns.groupsBelow));
    if (ns.namespacesBelow == 0)
        return groups;
    //: %1 "2 namespaces", %2 "3 groups"
    return Cells::tr("%1, %2").arg(Cells::tr("%n namespace(s)", nullptr, int(ns.namespacesBelow)), groups);
}

IconName groupIcon(BackupType type)
{
    switch (type) {
    case BackupType::Ct: return IconName::Container;
    case BackupType::Host: return IconName::Host;
    case BackupType::Vm: break;
    }
    return IconName::VirtualMachine;
}

QString cellText(const TreeNode &node, Column column)
{
    if (column == Column::Name)
        return nameText(node);
    if (column == Column::Size) {
        const auto size = sizeOf(node);
        return size ? sizeText(*size) : QString();
    }
    if (node.kind == ItemKind::Snapshot)
        return column == Column::Comment && node.details() ? printable(node.details()->comment) : QString();
    if (column == Column::Snapshots)
        return numberText(snapshotCount(node));
    return node.kind == ItemKind::Group ? groupText(*node.group, column) : QString();
}

QVariant cellSortValue(const TreeNode &node, Column column)
{
    switch (column) {
    case Column::Snapshots: return node.time ? QVariant() : QVariant::fromValue(qulonglong(snapshotCount(node)));
    case Column::Size: {
        const auto size = sizeOf(node);
        return size ? QVariant::fromValue(qulonglong(*size)) : QVariant();
    }
    case Column::LastBackup: {
        const Snapshot *last = node.kind == ItemKind::Group ? lastBackup(*node.group) : node.snapshot();
        return last ? QVariant::fromValue(qlonglong(last->time.epoch())) : QVariant();
    }
    default: return cellText(node, column);
    }
}

std::optional<IconName> cellIcon(const TreeNode &node, Column column)
{
    if (column == Column::Name)
        return nameIcon(node);
    if (node.kind == ItemKind::Group)
        return groupStateIcon(*node.group, column);
    return node.kind == ItemKind::Snapshot ? snapshotStateIcon(node, column) : std::nullopt;
}

Mark rowMark(const TreeNode &node)
{
    if (node.kind == ItemKind::Namespace)
        return node.store->projection().mark(node.path);
    return node.group ? node.store->projection().mark(node.path, node.group->id).mark : Mark::None;
}

QString rowNote(const TreeNode &node)
{
    switch (node.kind) {
    case ItemKind::Store: return storeNote(node);
    case ItemKind::Namespace: return namespaceNote(node);
    case ItemKind::Group: return groupNote(node);
    case ItemKind::Snapshot: break;
    }
    const Snapshot *snapshot = node.snapshot();
    return snapshot && !snapshot->finished ? Cells::tr("unfinished") : QString();
}

} // namespace espalier
