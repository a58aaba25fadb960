// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// What copies between datastores.
text::Sentences Messages::ofSyncs() const
{
    switch (m_error.id) {
    case MessageId::SyncTooDeep:
        return {tr("Nothing can be copied: \"%1\" would become \"%2\".").arg(ns(0), ns(1)),
                tr("Namespaces have at most %1 levels.").arg(a(2)), tr("Choose a namespace nearer to the root, or a smaller depth.")};
    case MessageId::SyncSameStore:
        return {tr("\"%1\" cannot be copied into itself.").arg(a(0)), tr("Source and target are the same datastore."),
                tr("Move or copy the namespaces there instead.")};
    case MessageId::SyncOwnerDiffers:
        return {tr("Nothing is copied into the group \"%1\" in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("It belongs to \"%1\", and the job makes groups of \"%2\".").arg(a(2), a(3)),
                tr("Change the owner of the group, or give the job this owner.")};
    case MessageId::SyncSourceDamaged:
        if (a(0).isEmpty())
            return {tr("The namespace \"%1\" at the source could not be listed completely.").arg(ns(1)),
                    tr("Some of it cannot be read, so that nothing is removed because of it."), tr("Look at the findings of the source.")};
        return {tr("The group \"%1\" in the namespace \"%2\" at the source could not be listed completely.").arg(a(0), ns(1)),
                tr("Some of it cannot be read, so that nothing is removed because of it."), tr("Look at the findings of the source.")};
    case MessageId::SyncSourceEmpty:
        return {tr("Nothing is removed: the namespace \"%1\" at the source is empty.").arg(ns(0)),
                tr("An empty source is rarely meant: a disk may not be mounted."),
                tr("If it really is to be so, remove the backups at the target yourself.")};
    case MessageId::SyncWouldUnencrypt:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not overwritten.").arg(a(0), ns(1)),
                tr("It is encrypted here, and not at the source."), tr("Find out which of the two is right, and remove the other.")};
    case MessageId::SyncKeysDiffer:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not overwritten.").arg(a(0), ns(1)),
                tr("It is encrypted with another key than at the source."),
                tr("Find out which of the two is right, and remove the other.")};
    case MessageId::SyncContentDiffers:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not overwritten.").arg(a(0), ns(1)),
                tr("Its content is another than that of the source, though both have one name."),
                tr("Find out which of the two is right, and remove the other.")};
    case MessageId::SyncManifestRefused:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not copied.").arg(a(0), ns(1)),
                tr("Its manifest names a file that a snapshot cannot have: \"%1\".").arg(a(2)), tr("Look at the snapshot at the source.")};
    case MessageId::SyncFileDiffers:
        return {tr("The file \"%1\" of the snapshot \"%2\" in the namespace \"%3\" is not copied.").arg(a(0), a(1), ns(2)),
                tr("Its size or its content is not what the manifest says."), tr("Verify the snapshot at the source.")};
    case MessageId::SyncChunkMissing:
        return {tr("The snapshot \"%1\" cannot be copied.").arg(a(2)),
                tr("The source lacks the chunk %1, which \"%2\" needs.").arg(a(0), a(1)), tr("Verify the snapshot at the source.")};
    case MessageId::SyncChunkDamaged:
        return {tr("The snapshot \"%1\" cannot be copied.").arg(a(2)),
                tr("The chunk %1, which \"%2\" needs, is damaged at the source.").arg(a(0), a(1)),
                tr("Verify the snapshot at the source.")};
    case MessageId::SyncChunkMixed:
        return {tr("The snapshot \"%1\" cannot be copied.").arg(a(2)),
                tr("The chunk %1 is encrypted and \"%2\" is not, or the other way round.").arg(a(0), a(1)),
                tr("Verify the snapshot at the source.")};
    case MessageId::SyncSourceChanged:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" was not copied.").arg(a(0), ns(1)),
                tr("It changed at the source or went away meanwhile."), tr("Sync again.")};
    case MessageId::SyncStopped: return {tr("The sync was stopped."), tr("Somebody asked for it."), tr("Sync again to go on.")};
    case MessageId::SyncNotOk:
        return {tr("The sync did not do all that the job says."), tr("Problems: %1.").arg(a(0)), tr("Each is told above.")};
    default: return {};
    }
}

} // namespace espalier
