// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// What keeps backups from going to another datastore.
text::Sentences Messages::ofStoreMoves() const
{
    const auto stays = [this] { return tr("\"%1\" in the namespace \"%2\" is not moved.").arg(a(0), ns(1)); };
    switch (m_error.id) {
    case MessageId::StoreMoveOnHost:
        return {tr("Nothing can be moved: \"%1\" is not on this computer.").arg(a(0)),
                tr("Between two datastores only what lies in directories of one computer is moved; hosts can be copied from and into."),
                tr("Move it on that host itself, or copy it, verify the copy, and remove the backups at the source then.")};
    case MessageId::StoreMoveVolatile:
        return {tr("Nothing is moved to \"%1\".").arg(a(0)),
                tr("It is on %1: what is there may be gone with the next start, or be the same files seen another way.").arg(a(1)),
                tr("Choose a datastore on a disk; copying is possible.")};
    case MessageId::StoreMoveMeets:
        return {tr("The group \"%1\" would come to the namespace \"%2\" twice.").arg(a(0), ns(1)),
                tr("Two groups of this name are to be moved, or one to two places."), tr("Move them to different namespaces.")};
    case MessageId::StoreMoveUnfinished:
        return {stays(), tr("It is not finished, or its manifest cannot be read: a backup may be running."),
                tr("Wait for the end of the backup, or remove what is left of it first.")};
    case MessageId::StoreMoveOlder:
        return {stays(), tr("The namespace \"%1\" at the target has newer backups of the group, and not this one.").arg(ns(2)),
                tr("Choose another namespace, or remove the snapshot first if it is not needed.")};
    case MessageId::StoreMoveCopyFailed:
        return {tr("The copy of \"%1\" in the namespace \"%2\" at the target failed its verification.").arg(a(0), ns(1)),
                tr("What is at the source may be the only one that is whole, so its group is not moved."),
                tr("Sync with --resync-corrupt first, or verify the copy again.")};
    case MessageId::StoreMoveOwnerDiffers:
        return {tr("The group \"%1\" cannot go to the namespace \"%2\" at the target.").arg(a(0), ns(1)),
                tr("The group there belongs to \"%1\", and this one to \"%2\".").arg(a(2), a(3)),
                tr("Change the owner of one of them, or choose another namespace.")};
    case MessageId::StoreMoveNotesDiffer:
        return {stays(), tr("It has other notes there than in the namespace \"%1\" at the target.").arg(ns(2)),
                tr("Make both notes the same, or empty one of them.")};
    case MessageId::StoreMoveCopyDiffers:
        return {tr("The copy of \"%1\" in the namespace \"%2\" at the target is not the same.").arg(a(0), ns(1)),
                tr("\"%1\" is missing there or another one, so that the source stays.").arg(a(2)),
                tr("Find out which of the two is right, and remove the other.")};
    case MessageId::StoreMoveChunkDiffers:
        return {tr("The copy of \"%1\" in the namespace \"%2\" at the target is not whole.").arg(a(1), ns(2)),
                tr("The chunk %1 is missing there, damaged, or not as at the source, so that the source stays.").arg(a(0)),
                tr("Verify the copy, and sync with --resync-corrupt if it fails.")};
    case MessageId::StoreMoveChanged:
        return {tr("\"%1\" in the namespace \"%2\" stays at the source.").arg(a(0), ns(1)),
                tr("It changed since it was compared with its copy."), tr("Move it again.")};
    case MessageId::StoreMoveCopyChanged:
        return {tr("\"%1\" stays at the source.").arg(a(0)),
                tr("Its copy in the namespace \"%1\" at the target changed since it was compared.").arg(ns(1)), tr("Move it again.")};
    case MessageId::StoreMoveStopped:
        return {tr("The move was stopped."), tr("What was not removed at the source by then is untouched there."),
                tr("Move again to go on; copies that are at the target already stay, and can be removed there.")};
    case MessageId::StoreMoveNotOk: return {tr("Not everything was moved."), tr("Problems: %1.").arg(a(0)), tr("Each is told above.")};
    default: return {};
    }
}

} // namespace espalier
