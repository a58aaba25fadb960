// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treewords.h"

#include "app/formats.h"
#include "app/prunejobwords.h"
#include "app/treecells.h"
#include "text/findings.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QDateTime>

namespace espalier {

namespace {

struct TreeWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::TreeWords)
};

using Column = DatastoreModel::Column;

QString timeText(const SnapshotTime &time)
{
    return fullTimeText(time.epoch(), QDateTime::currentSecsSinceEpoch());
}

/// Why a store cannot be written or read; empty where all is well.
QString obstacleText(const OpenStore &store)
{
    if (store.error())
        return text::oneLine(*store.error());
    if (store.state() && !store.state()->access.allowed && store.state()->access.reason)
        return TreeWords::tr("Read-only: %1").arg(text::oneLine(*store.state()->access.reason));
    return {};
}

QString storeToolTip(const TreeNode &node)
{
    QStringList lines{toQString(node.store->place().toString()), rowNote(node)};
    lines.append(obstacleText(*node.store));
    if (const auto count = node.store->findings().size())
        lines.append(TreeWords::tr("%n finding(s)", nullptr, int(count)));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString groupToolTip(const TreeNode &node)
{
    QStringList lines{cellAccessibleText(node, Column::Name)};
    if (!node.group->owner)
        lines.append(TreeWords::tr("PBS does not show this group: its owner file is missing or cannot be read."));
    if (!node.group->listable)
        lines.append(TreeWords::tr("PBS cannot list this group, or part of it could not be read."));
    lines.append(pruneJobSentences(*node.store, node.path, *node.group));
    return lines.join(QLatin1Char('\n'));
}

QString snapshotToolTip(const TreeNode &node)
{
    QStringList lines{timeText(*node.time), TreeWords::tr("Directory: %1").arg(toQString(node.time->toString()))};
    const Snapshot *snapshot = node.snapshot();
    if (snapshot && !snapshot->finished)
        lines.append(TreeWords::tr("It has no manifest: a backup is running or was interrupted."));
    return lines.join(QLatin1Char('\n'));
}

QString sizeToolTip(const TreeNode &node)
{
    if (node.ns && node.ns->groupsBelow == 0)
        return {};
    if (cellText(node, Column::Size).isEmpty())
        return node.kind == ItemKind::Snapshot || node.kind == ItemKind::Group
            ? TreeWords::tr("The size was not read yet.")
            : TreeWords::tr("The size is shown once those of all groups were read.");
    if (node.kind == ItemKind::Snapshot)
        return TreeWords::tr("Size of what was backed up, before compression and deduplication.");
    return TreeWords::tr("Sum over all snapshots, before compression and deduplication.");
}

/// What was found in a namespace or group itself, a sentence each.
QStringList findingSentences(const TreeNode &node)
{
    constexpr qsizetype most = 5;
    QStringList sentences;
    const std::string group = node.group ? node.group->id.toString() : std::string();
    for (const Finding &finding : node.store->findings()) {
        if (finding.ns != node.path || finding.group != group)
            continue;
        if (sentences.size() == most) {
            sentences.append(QStringLiteral("…"));
            break;
        }
        sentences.append(text::findingText(finding).meaning);
    }
    sentences.removeDuplicates();
    return sentences;
}

QString namespaceToolTip(const TreeNode &node)
{
    return toQString(node.path.toString()) + QLatin1Char('\n') + rowNote(node);
}

QString nameToolTip(const TreeNode &node)
{
    const auto withFindings = [&node](const QString &text) { return (QStringList(text) + findingSentences(node)).join(QLatin1Char('\n')); };
    switch (node.kind) {
    case ItemKind::Store: return storeToolTip(node);
    case ItemKind::Namespace: return withFindings(namespaceToolTip(node));
    case ItemKind::Group: return groupToolTip(node);
    case ItemKind::Snapshot: break;
    }
    return snapshotToolTip(node);
}

QString stateText(const TreeNode &node, Column column)
{
    if (node.kind == ItemKind::Group) {
        if (column == Column::Verified)
            return verifyText(*node.group);
        return column == Column::Encrypted ? encryptionText(*node.group) : protectionText(*node.group);
    }
    const Snapshot *snapshot = node.snapshot();
    if (column == Column::Protected)
        return snapshot && snapshot->isProtected ? TreeWords::tr("Protected") : TreeWords::tr("Not protected");
    const SnapshotDetails *details = node.details();
    if (!details)
        return {};
    return column == Column::Verified ? verifyText(details->verifyState) : encryptionText(details->cryptMode);
}

QString groupSentence(const TreeNode &node)
{
    const Group &group = *node.group;
    QStringList parts{TreeWords::tr("Group %1").arg(toQString(group.id.toString()))};
    if (group.owner)
        parts.append(TreeWords::tr("owner %1").arg(toQString(group.owner->toString())));
    parts.append(TreeWords::tr("%n snapshot(s)", nullptr, int(group.snapshots.size())));
    if (const Snapshot *last = lastBackup(group))
        parts.append(TreeWords::tr("last backup %1").arg(dateText(last->time.epoch())));
    const GroupSummary summary(group);
    if (summary.total > 0 && summary.hasDetails)
        parts.append(verifyText(group));
    if (summary.protectedOnes > 0)
        parts.append(protectionText(group));
    if (const auto jobs = pruneJobsOn(*node.store, node.path, group).size())
        parts.append(TreeWords::tr("%n prune job(s)", nullptr, int(jobs)));
    parts.append(rowNote(node));
    parts.append(printable(group.displayComment()));
    parts.append(findingSentences(node));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString rowSentence(const TreeNode &node)
{
    switch (node.kind) {
    case ItemKind::Store: {
        QStringList parts{TreeWords::tr("Datastore %1").arg(toQString(node.store->place().name())), rowNote(node),
                          obstacleText(*node.store)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case ItemKind::Namespace:
        //: %1 its path, %2 "2 namespaces, 3 groups"
        return (QStringList(TreeWords::tr("Namespace %1, %2").arg(toQString(node.path.toString()), rowNote(node))) + findingSentences(node))
            .join(QStringLiteral(", "));
    case ItemKind::Group: return groupSentence(node);
    case ItemKind::Snapshot: break;
    }
    QStringList parts{TreeWords::tr("Snapshot of %1, %2").arg(toQString(node.group->id.toString()), cellText(node, Column::Name))};
    parts.append(rowNote(node));
    parts.append(stateText(node, Column::Verified));
    parts.append(stateText(node, Column::Protected));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

bool isState(Column column)
{
    return column == Column::Verified || column == Column::Encrypted || column == Column::Protected;
}

} // namespace

QString cellToolTip(const TreeNode &node, Column column)
{
    if (column == Column::Name)
        return nameToolTip(node);
    if (column == Column::Size)
        return sizeToolTip(node);
    if (isState(column) && node.group)
        return stateText(node, column);
    if (column == Column::LastBackup && node.kind == ItemKind::Group && lastBackup(*node.group))
        return timeText(lastBackup(*node.group)->time);
    return cellText(node, column);
}

QString cellAccessibleText(const TreeNode &node, Column column)
{
    if (column == Column::Name)
        return rowSentence(node);
    return isState(column) && node.group ? stateText(node, column) : cellText(node, column);
}

QString columnTitle(Column column)
{
    switch (column) {
    case Column::Name: return TreeWords::tr("Name");
    case Column::Snapshots: return TreeWords::tr("Snapshots");
    case Column::LastBackup: return TreeWords::tr("Last backup");
    case Column::Size: return TreeWords::tr("Size");
    case Column::Owner: return TreeWords::tr("Owner");
    case Column::Verified: return TreeWords::tr("Verified");
    case Column::Encrypted: return TreeWords::tr("Encrypted");
    case Column::Protected: return TreeWords::tr("Protected");
    case Column::Comment: return TreeWords::tr("Comment");
    case Column::ColumnCount: break;
    }
    return {};
}

QString columnToolTip(Column column)
{
    switch (column) {
    case Column::LastBackup: return TreeWords::tr("The newest finished snapshot, in this computer's time zone");
    case Column::Size: return TreeWords::tr("What was backed up, before compression and deduplication");
    case Column::Encrypted: return TreeWords::tr("Encrypted or signed by the client");
    case Column::Protected: return TreeWords::tr("Protected from pruning and removal");
    case Column::Comment: return TreeWords::tr("The group's note, else the newest snapshot's");
    default: return columnTitle(column);
    }
}

QString verifyText(const Group &group)
{
    const GroupSummary summary(group);
    if (!summary.hasDetails)
        return TreeWords::tr("the verification was not read yet");
    if (summary.failed > 0)
        return TreeWords::tr("the verification of %n snapshot(s) failed", nullptr, summary.failed);
    if (summary.total > 0 && summary.verified == summary.total)
        return TreeWords::tr("all snapshots verified");
    if (summary.verified == 0)
        return TreeWords::tr("not verified");
    return TreeWords::tr("%1 of %n snapshot(s) verified", nullptr, summary.total).arg(summary.verified);
}

QString encryptionText(const Group &group)
{
    const GroupSummary summary(group);
    if (!summary.hasDetails)
        return TreeWords::tr("the encryption was not read yet");
    if (summary.encrypted + summary.signedOnes == 0)
        return TreeWords::tr("not encrypted");
    if (summary.signedOnes == 0)
        return TreeWords::tr("%1 of %n snapshot(s) encrypted", nullptr, summary.total).arg(summary.encrypted);
    if (summary.encrypted == 0)
        return TreeWords::tr("%1 of %n snapshot(s) signed, not encrypted", nullptr, summary.total).arg(summary.signedOnes);
    return TreeWords::tr("of %n snapshot(s) %1 encrypted and %2 only signed", nullptr, summary.total)
        .arg(summary.encrypted)
        .arg(summary.signedOnes);
}

QString protectionText(const Group &group)
{
    const GroupSummary summary(group);
    return summary.protectedOnes == 0 ? TreeWords::tr("no snapshot is protected")
                                      : TreeWords::tr("%n snapshot(s) protected", nullptr, summary.protectedOnes);
}

QString verifyText(VerifyState state)
{
    switch (state) {
    case VerifyState::Ok: return TreeWords::tr("verified");
    case VerifyState::Failed: return TreeWords::tr("verification failed");
    case VerifyState::None: break;
    }
    return TreeWords::tr("not verified");
}

QString encryptionText(CryptMode mode)
{
    switch (mode) {
    case CryptMode::Encrypt: return TreeWords::tr("encrypted");
    case CryptMode::SignOnly: return TreeWords::tr("signed, not encrypted");
    case CryptMode::None: break;
    }
    return TreeWords::tr("not encrypted");
}

} // namespace espalier
