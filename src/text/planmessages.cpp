// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// Plans and their files.
text::Sentences Messages::ofPlans() const
{
    switch (m_error.id) {
    // plan
    case MessageId::PlanSameNamespace:
        return {tr("The group \"%1\" is already in the namespace \"%2\".").arg(a(0), ns(1)), {}, tr("Choose another namespace.")};
    case MessageId::PlanGroupMissing:
        return {tr("The group \"%1\" is not in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("It may have been moved or deleted in the meantime."), tr("Reload, and look where it is.")};
    case MessageId::PlanNamespaceMissing:
        return {tr("The namespace \"%1\" does not exist.").arg(ns(0)), tr("Groups can only be moved into a namespace that exists."),
                tr("Create it first, or choose another one.")};
    case MessageId::PlanNamespaceExists:
        return {tr("The namespace \"%1\" exists already.").arg(ns(0)), {}, tr("Use it, or choose another name.")};
    case MessageId::PlanParentMissing:
        return {tr("The namespace \"%1\" cannot be created.").arg(ns(0)), tr("Its parent \"%1\" does not exist.").arg(ns(1)),
                tr("Create the parent first.")};
    case MessageId::PlanGroupExists:
        return {tr("A group \"%1\" is already in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("Two groups of one name cannot be in one namespace, and they may be backups of different guests."),
                tr("Merge them, keep both in separate namespaces, or choose another namespace.")};
    case MessageId::PlanMergeTargetDamaged:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("The owner or the snapshots of the group there cannot be read."), tr("Repair it first, or keep both.")};
    case MessageId::PlanMergeOwnersDiffer:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("The group there belongs to %1, this one to %2.").arg(a(2), a(3)), tr("Change the owner, or keep both.")};
    case MessageId::PlanMergeNotNewer:
        return {tr("\"%1\" cannot be merged into the group in the namespace \"%2\".").arg(a(0), ns(1)),
                tr("PBS merges only where all that comes is newer than all that is there. The newest snapshot there is %1, the oldest that "
                   "would come is %2.")
                    .arg(a(2), a(3)),
                tr("Keep both in separate namespaces.")};
    case MessageId::PlanMergeDiffers:
        return {tr("\"%1\" and the group in the namespace \"%2\" look like backups of different guests.").arg(a(0), ns(1)),
                tr("These differ or are not known: %1.").arg(differences(2)),
                tr("Compare them, and merge only if they are the same guest; else keep both.")};
    case MessageId::PlanMergeUnchecked:
        return {tr("\"%1\" and the group in the namespace \"%2\" were not compared yet.").arg(a(0), ns(1)),
                tr("They may be backups of different guests."), tr("Wait until they are compared, or keep both.")};
    case MessageId::PlanRootStays:
        return {tr("The root cannot be moved, renamed, made or deleted."), tr("It is the datastore itself."),
                tr("Choose the namespaces and groups in it.")};
    case MessageId::PlanNamespaceGone:
        return {tr("There is no namespace \"%1\".").arg(ns(0)), tr("Only what is there can be changed."),
                tr("Reload; it may have been moved or deleted.")};
    case MessageId::PlanSameName:
        return {tr("The namespace \"%1\" has this name already.").arg(ns(0)), tr("Nothing would change."), tr("Choose another name.")};
    case MessageId::PlanIntoItself:
        return {tr("The namespace \"%1\" cannot become \"%2\".").arg(ns(0), ns(1)), tr("A namespace cannot go into itself."),
                tr("Choose a place outside of it.")};
    case MessageId::PlanNamespaceImpossible:
        return {tr("The namespace \"%1\" cannot become \"%2\".").arg(ns(0), ns(1)),
                tr("PBS could not have these, which would lie too deep or have too long a path: %1.").arg(a(2)),
                tr("Choose a place closer to the root, or shorter names.")};
    case MessageId::PlanNamespaceTaken:
        return {tr("There is a namespace \"%1\" already.").arg(ns(0)), tr("What moves would be mixed with what is there."),
                tr("Join them, keep both under another name, or choose another place.")};
    case MessageId::PlanNamespaceNotEmpty:
        return {tr("The namespace \"%1\" is not empty.").arg(ns(0)), tr("Groups in it and below it: %1.").arg(a(1)),
                tr("Move them elsewhere first, or remove them with the namespace.")};
    case MessageId::PlanOwnerSame:
        return {tr("The group \"%1\" in the namespace \"%2\" belongs to %3 already.").arg(a(0), ns(1), a(2)), tr("Nothing would change."),
                tr("Choose another owner.")};
    case MessageId::PlanNotesTooLong:
        return {tr("The notes for \"%1\" are too long.").arg(a(0)), tr("They have %1 bytes; %2 are allowed.").arg(a(1), a(2)),
                tr("Shorten them.")};
    case MessageId::PlanSnapshotMissing:
        return {tr("The snapshot \"%1\" is not in the namespace \"%2\".").arg(a(0), ns(1)), tr("Only what is there can be changed."),
                tr("Reload; it may have been moved, pruned or removed.")};
    case MessageId::PlanAlreadyProtected:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is protected already.").arg(a(0), ns(1)), tr("Nothing would change."),
                tr("Nothing is to be done.")};
    case MessageId::PlanNotProtected:
        return {tr("The snapshot \"%1\" in the namespace \"%2\" is not protected.").arg(a(0), ns(1)), tr("Nothing would change."),
                tr("Nothing is to be done.")};
    case MessageId::PlanOwnerUnreadable:
        return {tr("The group \"%1\" in the namespace \"%2\" cannot be moved.").arg(a(0), ns(1)),
                tr("Its owner cannot be read, so that PBS does not show it either."), tr("Repair its file \"owner\" first.")};
    case MessageId::PlanForeignFiles:
        return {tr("The group \"%1\" in the namespace \"%2\" holds files that are not PBS's.").arg(a(0), ns(1)),
                a(2).isEmpty() ? tr("Nobody but you can know whether they belong to the backups.") : tr("These are: %1.").arg(a(2)),
                tr("Take them along, or move them out of the datastore first.")};
    case MessageId::PlanGroupDamaged:
        return {tr("The group \"%1\" in the namespace \"%2\" cannot be moved.").arg(a(0), ns(1)),
                tr("PBS cannot list what is in \"%1\": a snapshot's time does not exist, or something cannot be read.").arg(a(2)),
                tr("Repair that first; the list of findings says how.")};
    case MessageId::PlanNameTaken:
        return {tr("The group \"%1\" cannot be moved there.").arg(a(0)), tr("\"%1\" is in the way.").arg(a(1)),
                tr("Choose another namespace, or move away what is there.")};
    case MessageId::PlanCopyInsideStore:
        return {tr("Copying is not possible inside the datastore \"%1\".").arg(a(0)),
                tr("All namespaces of a datastore share their chunks, and a second copy would protect nothing."), tr("Move instead.")};
    case MessageId::PlanOtherStore:
        return {tr("Nothing can be moved into the datastore \"%1\" from another one.").arg(a(0)),
                tr("Another datastore has chunks of its own, so that this would be a copy."),
                tr("Open both datastores: what is dropped or pasted is copied by a sync then.")};

    // plan files
    case MessageId::PlanFileDamaged:
        return {tr("\"%1\" is no plan that can be read.").arg(a(0)), tr("At %1 of it, this was expected: %2.").arg(a(1), expected(2)),
                tr("Save the plan again where it was made.")};
    case MessageId::PlanFileVersion:
        return {tr("The plan \"%1\" was written by a newer version.").arg(a(0)),
                tr("It has the format %1, which this version does not know.").arg(a(1)), tr("Use the newer version.")};
    case MessageId::PlanFileOtherStore:
        return {tr("The plan \"%1\" is for another datastore.").arg(a(0)),
                tr("It was made for \"%1\"; \"%2\" is another directory.").arg(a(1), a(2)),
                tr("Name the datastore that it was made for, or make a plan for this one.")};
    case MessageId::PlanFileDiffers:
        return {tr("The datastore is not as it was when the plan was made."), tr("Differences: %1, the first one: %2").arg(a(0), a(1)),
                tr("Look at them, and make the plan again.")};
    default: return {};
    }
}

} // namespace espalier
