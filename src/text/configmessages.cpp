// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// PBS's jobs and access rules.
text::Sentences Messages::ofJobs() const
{
    switch (m_error.id) {
    // what else breaks
    case MessageId::JobNamesMoved:
        return {tr("The %1 names the namespace \"%2\", which becomes \"%3\".").arg(job(0), ns(2), ns(3)),
                tr("PBS does not adapt its jobs when something moves."), tr("Adapt the job when the move is done.")};
    case MessageId::JobLosesGroups:
        return {tr("The %1 will no longer cover some groups.").arg(job(0)), tr("Groups that leave its range: %1.").arg(a(2)),
                tr("Check whether another job covers them.")};
    case MessageId::JobGainsGroups:
        return {tr("The %1 will cover more groups.").arg(job(0)), tr("Groups that come into its range: %1.").arg(a(2)),
                tr("Check whether it should.")};
    case MessageId::PruneJobApplies:
        return {tr("The prune job \"%1\" will apply to groups at their new place.").arg(a(0)),
                tr("Groups that come into its range: %1. Snapshots that it would remove there: %2 of %3.").arg(a(1), a(2), a(3)),
                tr("If these snapshots are needed, change the job before its next run, or choose another namespace.")};
    case MessageId::SyncDeletesCopies:
        return {tr("The sync job \"%1\" would delete the copies of groups that move.").arg(a(0)),
                tr("It removes from \"%1\" what is no longer where it was. Groups: %2.").arg(a(1), a(2)),
                tr("Adapt the job, or switch off its option \"remove-vanished\", before its next run.")};
    case MessageId::SyncDeletesArrivals:
        return {tr("The sync job \"%1\" would delete groups at their new place.").arg(a(0)),
                tr("It removes there what \"%1\" does not have. Groups that come into its range: %2.").arg(a(1), a(2)),
                tr("Choose another namespace, or switch off the job's option \"remove-vanished\" before the move.")};
    case MessageId::SyncCopiesAgain:
        return {
            tr("The sync job \"%1\" will copy groups again.").arg(a(0)),
            tr("At another place a group is another one for it, so that it brings these to \"%1\" once more. Groups: %2.").arg(a(1), a(2)),
            tr("Move the groups on both sides, or change the job before its next run.")};
    case MessageId::AclNamesMoved:
        return {tr("\"%1\" has the role %2 on the namespace \"%3\", which becomes \"%4\".").arg(a(0), a(1), ns(2), ns(3)),
                tr("PBS does not adapt its permissions when something moves."),
                tr("Give the role on the new namespace when the move is done.")};
    case MessageId::AccessLost:
        return {tr("\"%1\" loses access to what moves from \"%2\" to \"%3\".").arg(a(0), ns(2), ns(3)),
                tr("At the new place these privileges are missing: %1.").arg(a(1)), tr("Give a role there if the access is needed.")};
    case MessageId::AccessGained:
        return {tr("\"%1\" gains access to what moves from \"%2\" to \"%3\".").arg(a(0), ns(2), ns(3)),
                tr("The permissions at the new place add these privileges: %1.").arg(a(1)),
                tr("Choose another namespace, or change the permissions there, if this is not wanted.")};
    case MessageId::StorageNamesMoved:
        return {tr("The storage \"%1\" of Proxmox VE uses the namespace \"%2\", which becomes \"%3\".").arg(a(0), ns(1), ns(2)),
                tr("Its next backups would fail, and it would show none."), tr("Adapt the storage when the move is done.")};
    case MessageId::StorageLosesGroups:
        return {tr("The storage \"%1\" of Proxmox VE will no longer show some groups.").arg(a(0)),
                tr("It uses the namespace \"%1\". Groups that leave it: %2.").arg(ns(1), a(2)),
                tr("The next backup of such a guest begins a new group there; use another namespace in the storage if it should not.")};

    // prune
    case MessageId::PruneJobUnknown:
        return {tr("There is no prune job \"%1\".").arg(a(0)), tr("It is not in \"%1\".").arg(a(1)),
                tr("\"espalierctl prune job list\" tells which jobs there are.")};
    case MessageId::SyncJobUnknown:
        return {tr("There is no sync job \"%1\".").arg(a(0)), tr("It is not in \"%1\".").arg(a(1)),
                tr("\"espalierctl sync job list\" tells which jobs there are.")};
    case MessageId::JobNeedsApproval:
        return {tr("The job \"%1\" cannot be enabled.").arg(a(0)),
                tr("It removes what vanished at the source, and nobody agreed to how much that may be."),
                tr("Look at its preview and approve a number, or let it keep what vanished.")};
    case MessageId::JobOtherStore:
        return {tr("The datastore at \"%1\" is not the one for which it was agreed what may be removed.").arg(a(0)),
                tr("Another disk may be mounted there, or it was copied or made anew; nothing was removed."),
                tr("Mount the right one; or look at the job's preview and save the job from there.")};
    case MessageId::JobRunsAlready:
        return {tr("The job \"%1\" runs already.").arg(a(0)), tr("No job runs twice at the same time."), tr("Wait until it has ended.")};
    case MessageId::JobZoneUnknown:
        return {tr("Nobody knows when the job \"%1\" is due.").arg(a(0)),
                tr("The time zone of its server cannot be read, and none was chosen."), tr("Choose a time zone for the job.")};
    case MessageId::JobInterrupted:
        return {tr("The last run of the job \"%1\" ended early.").arg(a(0)), tr("Nothing was written about how it ended."),
                tr("Run the job again; it goes on where that run ended.")};
    case MessageId::TimerUnavailable:
        return {tr("Due jobs cannot be run by systemd here."), tr("It says: \"%1\".").arg(a(0)),
                tr("Have cron do it, with the line \"%1\".").arg(a(1))};
    case MessageId::TimerNotOnWindows:
        return {tr("Due jobs are not run on their own on Windows."), tr("There is no systemd."),
                tr("Have Windows itself do it, with the command: %1").arg(a(0))};
    case MessageId::TimerFailed:
        return {tr("\"%1\" failed.").arg(a(0)), tr("It says: \"%1\".").arg(a(1)), tr("Correct that and try again.")};
    case MessageId::JobNameRefused:
        return {tr("\"%1\" cannot be the name of a job.").arg(a(0)),
                tr("A name has 3 to 32 letters, digits, \".\", \"_\" or \"-\", with a letter, a digit or \"_\" first."),
                tr("Choose another name.")};
    case MessageId::JobNameTaken:
        return {tr("There is a job \"%1\" already.").arg(a(0)), tr("It is in \"%1\".").arg(a(1)), tr("Choose another name.")};
    case MessageId::JobStoreRefused:
        return {tr("\"%1\" cannot be the name of a datastore.").arg(a(0)),
                tr("A name has 3 to 32 letters, digits, \".\", \"_\" or \"-\", with a letter, a digit or \"_\" first."),
                tr("Give the name that the datastore has, or will have, on a server.")};
    case MessageId::JobCommentRefused:
        return {tr("The comment cannot be saved."), tr("PBS takes one line of at most 128 characters, without blanks at its ends."),
                tr("Shorten the comment.")};
    case MessageId::RateRefused:
        return {tr("\"%1\" is no number of bytes.").arg(a(0)), tr("A number with a unit is wanted, of at least one byte."),
                tr("Enter something like \"40 MiB\".")};
    case MessageId::JobPlaceUnknown:
        return {tr("It is not known where the datastore of the job \"%1\" is.").arg(a(0)), tr("The job has no place noted."),
                tr("Say where it is when you edit the job; on the command line with --place, of a sync job with --source and --target.")};
    case MessageId::JobAmbiguous:
        return {tr("There are two jobs \"%1\".").arg(a(0)), tr("One is Espalier's own, the other belongs to the server."),
                tr("Say which one is meant with --own or --host.")};
    case MessageId::JobsHomeMissing:
        return {tr("There is no place for jobs of your own."), tr("Neither XDG_CONFIG_HOME nor HOME names a directory."),
                tr("Set one of them.")};
    case MessageId::PruneKeepsEverything:
        return {tr("Nothing would be removed."), tr("None of the keep options is set, and then PBS keeps everything."),
                tr("Set at least one of them.")};
    case MessageId::PruneKeepsOnlyLast:
        return {tr("Only the last %1 are kept, however old or young they are.").arg(a(0)),
                tr("A few backups made by hand in one day push all the older ones out."),
                tr("Keep daily, weekly or monthly ones as well.")};
    case MessageId::PruneJobsOverlap:
        return {tr("The prune jobs \"%1\" and \"%2\" work on the same groups (%3).").arg(a(0), a(1), a(2)),
                tr("Only what both of them keep stays."), tr("Give them namespaces and depths that do not overlap.")};
    case MessageId::PruneReachesCopies:
        return {tr("The sync job \"%1\" would remove the copies, too (%2; snapshots: %3).").arg(a(0), a(1), a(2)),
                tr("It removes at its target what has vanished at its source."),
                tr("Switch its \"remove vanished\" off where the copies shall be kept for longer.")};
    case MessageId::PruneNewestOld:
        return {
            tr("Groups whose newest backup is old: %1.").arg(a(0)),
            tr("The oldest of them is \"%1\" in \"%2\", of %3; what is removed now is the history of what is left.").arg(a(1), ns(2), a(3)),
            tr("Find out why no backup is made any more, or leave these groups out.")};
    case MessageId::PruneZoneUnknown:
        return {tr("The time zone of the server is not known; what happens to these snapshots depends on it: %1.").arg(a(0)),
                tr("Hours, days, weeks, months and years begin at other times in another zone."),
                tr("Name its zone; the command line has --zone for it.")};

    // adapting the configuration
    case MessageId::ConfigEditRefused:
        return {tr("The entry \"%1\" cannot be written into \"%2\".").arg(a(1), a(0)),
                tr("Its name is taken already, or it holds signs with which PBS could not read or write the file any more."),
                tr("Use another name or value.")};
    case MessageId::ConfigEntryMissing:
        return {tr("\"%1\" has no entry \"%2\".").arg(a(0), a(1)), tr("It was removed or renamed, or never was there."),
                tr("Look at the jobs and access rules of this PBS, and plan again.")};
    case MessageId::ConfigEntryChanged:
        return {tr("The entry \"%1\" in \"%2\" was changed meanwhile.").arg(a(1), a(0)),
                tr("It does not say any more what it said before, so it is left as it is."),
                tr("Look at it; to have it done all the same, run: %1").arg(a(2))};
    case MessageId::ConfigChanged:
        return {tr("The configuration \"%1\" was changed meanwhile.").arg(a(0)),
                tr("Somebody has written it since it was read, so it was left as it is."), tr("Plan again.")};
    case MessageId::ConfigLocked:
        return {tr("The configuration \"%1\" is being changed by PBS or somebody else.").arg(a(0)),
                tr("Its lock was not free within %1 seconds.").arg(a(1)), tr("Try again in a moment.")};
    case MessageId::ConfigNeedsRoot:
        return {tr("The configuration \"%1\" can be changed by root only.").arg(a(0)),
                tr("This program does not run as root, and its helper could not be started as root."),
                tr("Run the command yourself: %1").arg(a(1))};
    case MessageId::ConfigProgramFailed:
        return {tr("The program \"%1\" could not change \"%2\".").arg(a(0), a(1)), tr("It said: %1.").arg(a(2)),
                tr("Look at the jobs and access rules of this PBS, and try again.")};
    case MessageId::ConfigRequestBad:
        return {tr("The helper that changes PBS's configuration was asked for something that it does not do."),
                tr("There should be %1.").arg(expected(0)), tr("Install helper and program in the same version.")};
    case MessageId::PlanConfigDiffers:
        return {tr("The configuration \"%1\" would be changed in another way than the plan says.").arg(a(0)),
                tr("Jobs or access rules were changed since the plan was saved."), tr("Look at the present plan, and save it anew.")};
    default: return {};
    }
}

} // namespace espalier
