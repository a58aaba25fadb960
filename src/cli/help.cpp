// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

namespace {

/// Whether options about namespaces and zones are those of a prune.
bool isOfPrune(CommandId command)
{
    return command == CommandId::PreviewPrune || command == CommandId::Prune || command == CommandId::RunPruneJob
        || command == CommandId::CreatePruneJob || command == CommandId::EditPruneJob;
}

bool isOfSync(CommandId command)
{
    return command == CommandId::Sync || command == CommandId::PreviewSync || command == CommandId::RunSyncJob
        || command == CommandId::CreateSyncJob || command == CommandId::EditSyncJob;
}

} // namespace

/// What --help prints.
class Help
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::Help)

public:
    static void printAll(Output &output);
    static void printCommand(Output &output, const CommandSpec &command);

private:
    static QString summary(CommandId command);
    static QString description(CommandId command);
    static QString optionText(CommandId command, std::string_view option);
    static QString jobOptionText(std::string_view option); ///< Empty for others.
    static QString keepOptionText(std::string_view option);
    static QString syncOptionText(std::string_view option);
    static QString storeMoveOptionText(std::string_view option);
    static QString syncJobOptionText(std::string_view option); ///< Of what only jobs have; empty for others.
    static QString commonOptionText(std::string_view option);
    static void printOptions(Output &output, std::span<const OptionSpec> options, const std::function<QString(std::string_view)> &text);
};

QString Help::summary(CommandId command)
{
    switch (command) {
    case CommandId::Tree: return tr("Show namespaces and groups of a datastore");
    case CommandId::Findings: return tr("List what does not fit PBS's scheme, and what to do about it");
    case CommandId::Overlaps: return tr("List guests that occur in several namespaces");
    case CommandId::Show: return tr("Tell everything about a datastore, namespace, group or snapshot");
    case CommandId::Move: return tr("Move backup groups to another namespace");
    case CommandId::CreateNamespace: return tr("Make an empty namespace");
    case CommandId::ListNamespaces: return tr("List the namespaces of a datastore");
    case CommandId::MoveNamespace: return tr("Give a namespace, with all below it, another full name");
    case CommandId::RenameNamespace: return tr("Rename a namespace where it is");
    case CommandId::CopyNamespaces: return tr("Make the namespaces below one once more, empty, in another place");
    case CommandId::DeleteNamespace: return tr("Delete a namespace in which no group is");
    case CommandId::MergeGroups: return tr("Merge groups into those of the same name in another namespace");
    case CommandId::ChangeOwner: return tr("Change the owner of groups");
    case CommandId::Notes: return tr("Print or change the notes of a group");
    case CommandId::Protect: return tr("Protect snapshots from being removed");
    case CommandId::Unprotect: return tr("Remove the protection of snapshots");
    case CommandId::DeleteSnapshots: return tr("Remove snapshots for good");
    case CommandId::DeleteGroups: return tr("Remove groups with all their snapshots for good");
    case CommandId::Apply: return tr("Do what a plan says that was saved in a file");
    case CommandId::Recover: return tr("Look at interrupted runs, and finish or undo them");
    case CommandId::Undo: return tr("Bring back what a run changed");
    case CommandId::History: return tr("List the runs that changed a datastore");
    case CommandId::Schedule: return tr("Tell when a schedule of PBS comes due");
    case CommandId::SimulatePrune: return tr("Tell what keep options would leave of backups that are only imagined");
    case CommandId::PreviewPrune: return tr("Tell what a prune would remove from a datastore, and why");
    case CommandId::Prune: return tr("Remove for good what a prune removes");
    case CommandId::ListPruneJobs: return tr("List the prune jobs of a PBS and those of your own");
    case CommandId::ShowPruneJob: return tr("Tell everything about a prune job");
    case CommandId::RunPruneJob: return tr("Remove for good what a prune job removes");
    case CommandId::CreatePruneJob: return tr("Make a prune job of your own");
    case CommandId::EditPruneJob: return tr("Change what a prune job says");
    case CommandId::RemovePruneJob: return tr("Remove a prune job of your own");
    case CommandId::EnablePruneJob: return tr("Let a prune job run when it is due");
    case CommandId::DisablePruneJob: return tr("Keep a prune job from running");
    case CommandId::ImportPruneJobs: return tr("Take prune jobs of a PBS over as your own, disabled");
    case CommandId::ExportPruneJobs: return tr("Write prune jobs in the format of PBS");
    case CommandId::Sync: return tr("Copy backups from one datastore into another one");
    case CommandId::PreviewSync: return tr("Tell what a sync would copy and remove, and why");
    case CommandId::MoveToStore: return tr("Move groups or a namespace to another datastore");
    case CommandId::ListSyncJobs: return tr("List the sync jobs of a PBS and those of your own");
    case CommandId::ShowSyncJob: return tr("Tell everything about a sync job");
    case CommandId::RunSyncJob: return tr("Copy what a sync job copies");
    case CommandId::CreateSyncJob: return tr("Make a sync job of your own");
    case CommandId::EditSyncJob: return tr("Change what a sync job of your own says");
    case CommandId::RemoveSyncJob: return tr("Remove a sync job of your own");
    case CommandId::EnableSyncJob: return tr("Let a sync job of your own run when it is due");
    case CommandId::DisableSyncJob: return tr("Keep a sync job of your own from running");
    case CommandId::ImportSyncJobs: return tr("Take sync jobs of a PBS over as your own, disabled");
    case CommandId::ExportSyncJobs: return tr("Write sync jobs in the format of PBS");
    case CommandId::RunDue: return tr("Run those of your own jobs that are due");
    case CommandId::ShowMaintenance: return tr("Tell the maintenance mode of a datastore");
    case CommandId::SetMaintenance: return tr("Set a maintenance mode for as long as this command runs");
    case CommandId::ClearMaintenance: return tr("End a maintenance mode that Espalier has set");
    case CommandId::InstallTimer: return tr("Have systemd run due jobs");
    case CommandId::RemoveTimer: return tr("Have systemd no longer run due jobs");
    case CommandId::TimerStatus: return tr("Tell whether systemd runs due jobs");
    case CommandId::Demo: return tr("Write two small datastores to try things with");
    case CommandId::Help: return tr("Explain a command");
    case CommandId::Version: break;
    }
    return tr("Tell the version");
}

QString Help::description(CommandId command)
{
    switch (command) {
    case CommandId::Tree:
        return tr("DIR is the directory of a datastore, the one with .chunks in it. Everything is always read;\n"
                  "the options only say what is printed.");
    case CommandId::Findings: return tr("Reads the whole datastore, every manifest included. Changes nothing.");
    case CommandId::Overlaps:
        return tr("Two clusters may use one VMID for different guests: what a guest is called is read from the backups\n"
                  "themselves, where they are not encrypted. Changes nothing.");
    case CommandId::Show:
        return tr("Without more than DIR: the datastore, whether it can be changed, and what PBS does in it now.\n"
                  "NS is a namespace such as customers/graz, the empty text is the root. A group or snapshot\n"
                  "without NS lies in the root.");
    case CommandId::Move:
        return tr("The plan is shown first. It is done only if every step of it can be done, under the locks of\n"
                  "PBS, and written to a journal so that \"espalierctl undo\" can take it back. No backup is\n"
                  "copied or read; owner, notes and verification stay as they are.");
    case CommandId::CreateNamespace: return tr("NS is the whole path of the new namespace; the one above it must exist.");
    case CommandId::ListNamespaces: return tr("With NS only that one and those below it.");
    case CommandId::MoveNamespace:
        return tr("NEW-FULL-NAME is the whole new path, as in PBS; the namespace above it must exist. Groups go one by\n"
                  "one, as in PBS. Namespaces that are at the target already are joined; groups of one name are\n"
                  "only merged with --merge.");
    case CommandId::RenameNamespace: return tr("NAME is the new last part of its path.");
    case CommandId::CopyNamespaces: return tr("No group is copied. NEW-FULL-NAME must not exist, the namespace above it must.");
    case CommandId::DeleteNamespace:
        return tr("Namespaces below it go with it. Where a group is in one of them, nothing is changed, unless --with-groups says that\n"
                  "the groups go, too: for good.");
    case CommandId::MergeGroups:
        return tr("PBS's rules: both belong to the same owner, and every snapshot that moves is newer than all that are\n"
                  "there. Notes of the target stay; different ones of the source are kept in the journal.");
    case CommandId::ChangeOwner: return tr("AUTH-ID is USER@REALM or USER@REALM!TOKEN.");
    case CommandId::Notes: return tr("Without --set the notes are printed. --set \"\" removes them.");
    case CommandId::DeleteSnapshots:
        return tr("TIME is written as in the directory's name, such as 2026-11-01T02:00:00Z. Protected snapshots stay, and so does an\n"
                  "unfinished one that is the newest of its group. There is no undo. Space comes back with garbage collection.");
    case CommandId::DeleteGroups:
        return tr("Groups with protected snapshots, or with a backup that may still run, are refused. There is no undo. Space comes\n"
                  "back with garbage collection.");
    case CommandId::Prune:
        return tr("The rules are those of a prune job, or the keep options that are given. TYPE[/ID] limits it to groups such as\n"
                  "vm/100, or to one type of backup. Each snapshot is judged once more just before it is removed. There is no\n"
                  "undo. Space comes back with garbage collection.");
    case CommandId::Protect:
    case CommandId::Unprotect: return tr("TIME is written as in the directory's name, such as 2026-11-01T02:00:00Z.");
    case CommandId::Apply:
        return tr("PLAN is a file from --save-plan or from the window. The changes are planned again, and nothing is done where\n"
                  "any step or verdict is not as the file says. DIR is the datastore if it lies elsewhere by now.");
    case CommandId::Recover:
        return tr("Without --finish and --undo it only tells. What the disk shows is believed, not the journal: what\n"
                  "somebody else changed meanwhile is named and left as it is. RUN is an id from \"espalierctl\n"
                  "history\"; without it the newest interrupted run is meant.");
    case CommandId::Undo:
        return tr("RUN is an id from \"espalierctl history\"; without it, the last run that can be undone is.\n"
                  "The plan is made against what is there now and shown first.");
    case CommandId::History: return tr("Newest first.");
    case CommandId::Schedule:
        return tr("EVENT is written as in PBS, such as \"daily\", \"mon..fri 22:30\" or \"sat *-1..7 02:00\". The times are those\n"
                  "at which PBS takes the job for due.");
    case CommandId::SimulatePrune:
        return tr("The backups come from --rhythm or --times, or both. EVENT is written as in \"espalierctl schedule\". No datastore\n"
                  "is looked at. With --json-lines, cases come from standard input, one JSON object in a line, and each is\n"
                  "printed with its marks; the man page tells the fields.");
    case CommandId::PreviewPrune:
        return tr("Nothing is removed. The rules are those of a prune job, or the keep options that are given. TYPE[/ID] limits it\n"
                  "to groups such as vm/100, or to one type of backup.");
    case CommandId::RunPruneJob:
        return tr("As \"espalierctl prune run\" with the datastore, the rules and the range of the job, whether it is enabled or not.\n"
                  "With --yes, a job of your own removes no more than was approved when it was saved.");
    case CommandId::CreatePruneJob:
        return tr("DIR is the datastore it works on. The job is saved in espalier/prune.cfg below the user's configuration, in PBS's\n"
                  "format. --max-removed says what runs with --yes may remove.");
    case CommandId::EditPruneJob:
        return tr("Only what is given changes. Where other snapshots would go, what was approved ends. Of a job of a PBS, its\n"
                  "etc/proxmox-backup/prune.cfg is changed under PBS's lock; that takes root, or root's helper.");
    case CommandId::RemovePruneJob: return tr("Its rules are forgotten; no backup is touched.");
    case CommandId::EnablePruneJob:
    case CommandId::DisablePruneJob:
        return tr("Changes one line of prune.cfg, that of the user's own jobs or etc/proxmox-backup/prune.cfg below the directory that\n"
                  "--pbs-root names, under PBS's lock, and shows it. The latter takes root, or root's helper through sudo or pkexec.");
    case CommandId::ImportPruneJobs:
        return tr("Without ID, all that are not here yet. They start disabled, so that nothing runs twice; the server keeps its own.");
    case CommandId::ExportPruneJobs:
        return tr("Those of your own, with --host those of the PBS; without ID, all. They go to standard output or to --output.");
    case CommandId::ListPruneJobs:
    case CommandId::ShowPruneJob:
        return tr("Reads espalier/prune.cfg below the user's configuration, and etc/proxmox-backup/prune.cfg below the directory that\n"
                  "--pbs-root names.");
    case CommandId::Sync:
        return tr(
            "What PBS's pull would copy is copied, under PBS's locks: namespaces and groups that are missing, and snapshots that are\n"
            "newer than those at the target. Whatever is read is checked. It may be stopped at any time and goes on where it was.\n"
            "Notes, protection and verification at the target stay, and nothing is removed because a source is empty, unfinished or\n"
            "cannot be read. Exit code 3: not everything could be done; PBS's task would not end with OK either.");
    case CommandId::PreviewSync: return tr("Reads both datastores, every manifest included. Changes nothing.");
    case CommandId::MoveToStore:
        return tr(
            "Copies as a sync does, with owner, notes, protection and verification. Then every file of each snapshot is compared with its\n"
            "copy, and every chunk is read back at the target; what is the same is removed at the source, listed and agreed to before. A\n"
            "group that a sync would not copy completely is refused. Until it is removed the source is untouched, and after a stop or a\n"
            "crash the same command goes on. To undo it, move back with --source and --target exchanged. Both datastores have to be\n"
            "directories of this computer. Exit code 3: not everything was moved.");
    case CommandId::RunSyncJob:
        return tr(
            "As \"espalierctl sync run\" with the datastores and the rules of the job, whether it is enabled or not. With --yes, a job\n"
            "of your own removes no more than was approved when it was saved. Exit code 3: not everything could be done.");
    case CommandId::CreateSyncJob:
        return tr(
            "The job is saved in espalier/sync.cfg below the user's configuration, in PBS's format; --source and --target, which that has\n"
            "no room for, beside it. The job's own end is the target, with --sync-direction push the source: --store and --ns are\n"
            "of that end. A job that removes what vanished needs --max-removed, which says how much, or --disable.");
    case CommandId::EditSyncJob:
        return tr(
            "Only what is given changes. Where other snapshots would go, what was approved ends, and a job that removes what vanished\n"
            "is disabled until that is approved again.");
    case CommandId::RemoveSyncJob: return tr("Its rules are forgotten; no backup is touched.");
    case CommandId::EnableSyncJob:
    case CommandId::DisableSyncJob:
        return tr("PBS has no such property of sync jobs: it is noted beside sync.cfg, for your own jobs only.");
    case CommandId::ImportSyncJobs:
        return tr("Without ID, all that are not here yet. They start disabled, so that nothing runs twice; the server keeps its own.");
    case CommandId::ExportSyncJobs:
        return tr("Those of your own, with --host those of the PBS; without ID, all. They go to standard output or to --output.");
    case CommandId::ListSyncJobs:
    case CommandId::ShowSyncJob:
        return tr("Reads espalier/sync.cfg below the user's configuration, and etc/proxmox-backup/sync.cfg below the directory that\n"
                  "--pbs-root names.");
    case CommandId::RunDue:
        return tr(
            "Prune and sync jobs that are enabled, one after the other, each for the time of its schedule since its last run; one that\n"
            "missed several runs once. Nobody is asked: nothing goes that was not approved. Exit code 3: not all ended OK.");
    case CommandId::InstallTimer:
        return tr("Writes espalier-due.service and espalier-due.timer into the user's directory of systemd, and starts the timer. Without\n"
                  "systemd it says which line cron needs.");
    case CommandId::ShowMaintenance: return tr("Also tells whether Espalier has set it, and whether what shall end it is still there.");
    case CommandId::SetMaintenance:
        return tr("MODE is offline or read-only. The former mode is restored when the command ends, however it ends, unless somebody else\n"
                  "changed it meanwhile. Tells when nothing of PBS is at work any more. Needs the package espalier-agent on the host.");
    case CommandId::ClearMaintenance: return tr("Restores what was there before. One that PBS or somebody else has set stays.");
    case CommandId::RemoveTimer: return tr("Stops the timer and takes its files away. Jobs stay as they are.");
    case CommandId::TimerStatus: return tr("Changes nothing.");
    case CommandId::Demo:
        return tr("DIR must be empty or not exist. Makes DIR/site-a and DIR/site-b, in the genuine format, the\n"
                  "same ones for the same seed. With any of the first three numbers: only DIR/site-a, as big as\n"
                  "that, and without chunks.");
    case CommandId::Help:
    case CommandId::Version: break;
    }
    return {};
}

QString Help::jobOptionText(std::string_view option)
{
    if (option == "--own")
        return tr("A job of your own");
    if (option == "--host")
        return tr("A job of the PBS");
    if (option == "--schedule")
        return tr("When it is due, as in \"espalierctl schedule\"");
    if (option == "--comment")
        return tr("A line about the job");
    if (option == "--disable")
        return tr("The job does not run when it is due");
    if (option == "--store")
        return tr("What the datastore is called; without it, it is opened and asked");
    if (option == "--place")
        return tr("Where the datastore is");
    if (option == "--delete")
        return tr("Take this away: ns, max-depth, keep-…, comment, disable, zone or budget");
    return option == "--output" ? tr("Write to FILE; what is there is replaced with --yes only") : QString();
}

/// Empty for one that other commands have, too.
QString Help::storeMoveOptionText(std::string_view option)
{
    if (option == "--source")
        return tr("The datastore that is moved from");
    if (option == "--target")
        return tr("The datastore that is moved to");
    if (option == "--from")
        return tr("Namespace of the groups at the source; the root where it is not given");
    if (option == "--to")
        return tr("Namespace at the target, made where it is missing; the same as at the source where it is not given");
    if (option == "--namespace")
        return tr("Move the whole namespace that --from names, with all below it; --to is what it becomes");
    if (option == "--threads")
        return tr("Copy and read back N chunks at a time");
    return option == "--snapshots" ? tr("List every snapshot with what becomes of it (JSON has them always)") : QString();
}

QString Help::optionText(CommandId command, std::string_view option)
{
    if (command == CommandId::MoveToStore) {
        if (const QString text = storeMoveOptionText(option); !text.isEmpty())
            return text;
    }
    if (isOfSync(command)) {
        if (const QString text = syncOptionText(option); !text.isEmpty())
            return text;
    }
    if (const QString text = jobOptionText(option); !text.isEmpty())
        return text;
    if (option == "--depth")
        return tr("Print no more than N levels below the datastore; 0 prints only the sums");
    if (option == "--snapshots" && command == CommandId::Tree)
        return tr("Print snapshots, too (JSON has them always)");
    if (option == "--guests")
        return tr("Look into every group, and list those with backups of several guests, too");
    if (option == "--details")
        return tr("Read every manifest: sizes, encryption, verification");
    if (option == "--keep-going")
        return tr("Do what can be done, and leave out what is refused or fails");
    if (option == "--keep-source")
        return tr("Keep the emptied namespaces");
    if (option.starts_with("--keep-"))
        return keepOptionText(option);
    if (option == "--zone")
        return isOfPrune(command) ? tr("Time zone of the server, such as Europe/Vienna")
                                  : tr("Time zone such as Europe/Vienna; that of this computer where it is not given");
    if (option == "--count")
        return tr("How many times; 5 where it is not given");
    if (option == "--from" && command == CommandId::Schedule)
        return tr("Times later than this one, such as \"2026-11-01 02:00\"; than now where it is not given");
    if (option == "--from" && command == CommandId::SimulatePrune)
        return tr("The first time that a backup of the rhythm may have; now where it is not given");
    if (option == "--until")
        return tr("The last time that a backup of the rhythm may have; a year later where it is not given");
    if (option == "--rhythm")
        return tr("Backups at the times of this schedule");
    if (option == "--times")
        return tr("A backup at this time; - reads times from standard input, one in a line");
    if (option == "--json-lines")
        return tr("Read cases from standard input and print each with its marks");
    if (option == "--all")
        return tr("List the snapshots that are removed, too");
    if (option == "--snapshots" && command == CommandId::PreviewPrune)
        return tr("List every snapshot with what becomes of it, and why (JSON has them always)");
    if (option == "--snapshots" && isOfPrune(command))
        return tr("List every snapshot that goes, and why");
    if (option == "--details" && command == CommandId::PreviewPrune)
        return tr("Read every manifest: how many bytes go");
    if (option == "--with-groups")
        return tr("Remove the groups in it and below it, too, with all their snapshots");
    if (option == "--max-removed")
        return tr("Agree to the removal of at most N snapshots; if there are more, none goes");
    if (option == "--max-share")
        return tr("With --max-removed: at most this share of the snapshots of the groups concerned");
    if (option == "--allow-last")
        return tr("With --max-removed: groups may lose their last snapshot");
    if (option == "--job")
        return tr("Take keep options, namespace and depth from this prune job");
    if (option == "--ns" && isOfPrune(command))
        return tr("Namespace to prune, with all below it; the whole datastore where it is not given");
    if (option == "--max-depth" && isOfPrune(command))
        return tr("Only N levels below the namespace; 0 is the namespace alone");
    if (option == "--from")
        return tr("Namespace where the groups are; the root where it is not given");
    if (option == "--to" && command == CommandId::ChangeOwner)
        return tr("The new owner");
    if (option == "--ns")
        return tr("Namespace where the groups are; the root where it is not given");
    if (option == "--merge")
        return tr("Groups that are at the target already are merged with");
    if (option == "--adapt-jobs")
        return tr("Jobs and access rules of this PBS that name what moves as a whole are changed along");
    if (option == "--storage-cfg")
        return tr("A storage.cfg of Proxmox VE: tell which of its storages name what moves");
    if (option == "--max-depth")
        return tr("Only N levels below the namespace go along; deeper ones stay");
    if (option == "--set")
        return tr("The new notes");
    if (option == "--finish")
        return tr("Do what is not done");
    if (option == "--undo")
        return tr("Bring back what is done");
    if (option == "--group")
        return tr("Only this group of the run");
    if (option == "--to")
        return tr("Namespace where they shall be; the empty text is the root");
    if (option == "--take-foreign-entries")
        return tr("Files in a group that are not PBS's move along with it");
    if (option == "--wait")
        return tr("Wait for garbage collection and tasks that are in the way, instead of ending");
    if (option == "--save-plan")
        return tr("Change nothing: write the plan to FILE, for \"espalierctl apply\"");
    if (option == "--new-backups")
        return tr("Backups made at the new place since: take them back too (the default), or leave them");
    if (option == "--namespaces")
        return tr("Number of namespaces");
    if (option == "--groups")
        return tr("Number of groups");
    if (option == "--snapshots")
        return tr("Number of snapshots");
    return tr("Where the random choices begin");
}

QString Help::keepOptionText(std::string_view option)
{
    if (option == "--keep-last")
        return tr("Keep the last N snapshots");
    if (option == "--keep-hourly")
        return tr("Keep the newest of each hour, for N hours that have one");
    if (option == "--keep-daily")
        return tr("Keep the newest of each day, for N days that have one");
    if (option == "--keep-weekly")
        return tr("Keep the newest of each week, for N weeks that have one");
    if (option == "--keep-monthly")
        return tr("Keep the newest of each month, for N months that have one");
    return tr("Keep the newest of each year, for N years that have one");
}

/// Empty for one that other commands have, too.
QString Help::syncOptionText(std::string_view option)
{
    if (option == "--source")
        return tr("The datastore that is copied; it is only read");
    if (option == "--target")
        return tr("The datastore on this machine that is copied into");
    if (option == "--ns")
        return tr("Namespace at the target; the root where it is not given");
    if (option == "--remote-ns")
        return tr("Namespace at the source, with all below it; the root where it is not given");
    if (option == "--owner")
        return tr("Owner of the groups that are made, and of those that are copied into; root@pam where it is not given");
    if (option == "--max-depth")
        return tr("Only N levels below the namespace; 0 is the namespace alone");
    if (option == "--transfer-last")
        return tr("Of each group only the last N snapshots");
    if (option == "--group-filter")
        return tr("[include:|exclude:] and type:vm, group:vm/100 or regex:^vm/1, as in PBS; may be given several times");
    if (option == "--remove-vanished")
        return tr("Remove for good what is not at the source any more");
    if (option == "--verified-only")
        return tr("Only snapshots whose last verification was fine");
    if (option == "--encrypted-only")
        return tr("Only snapshots that are encrypted");
    if (option == "--resync-corrupt")
        return tr("Copy again what failed its verification at the target, or cannot be read there");
    if (option == "--exact-pbs")
        return tr("Do exactly what PBS would do, without the rules that Espalier adds for safety; for comparing");
    if (option == "--threads")
        return tr("Copy N chunks at a time, of all groups together");
    if (option == "--skip-digests")
        return tr("Of chunks that are copied look at the checksum only, and do not unpack them");
    if (option == "--snapshots")
        return tr("List every snapshot with what becomes of it, and why (JSON has them always)");
    return syncJobOptionText(option);
}

QString Help::syncJobOptionText(std::string_view option)
{
    if (option == "--sync-direction")
        return tr("Which end the job's own is: pull copies into it, push out of it");
    if (option == "--worker-threads")
        return tr("Copy N groups side by side, at most 32");
    if (option == "--rate-in" || option == "--rate-out")
        return option == "--rate-in" ? tr("Copy no more than that in a second, such as 40MiB, when it pulls")
                                     : tr("Copy no more than that in a second, such as 40MiB, when it pushes");
    if (option == "--burst-in" || option == "--burst-out")
        return tr("Copy so much at once before the rate counts");
    if (option == "--store")
        return tr("What the datastore at the job's own end is called; without it, it is opened and asked");
    if (option == "--remote-store")
        return tr("What the datastore at the other end is called; without it, it is opened and asked");
    if (option == "--remote")
        return tr("What a PBS calls the server of the other end; kept for an export");
    if (option == "--delete")
        return tr("Take this property away; also disable, zone or budget");
    return {};
}

QString Help::commonOptionText(std::string_view option)
{
    if (option == "--json")
        return tr("Print one JSON document; its fields are described in the man page");
    if (option == "--yes")
        return tr("Answer questions with yes; what is refused stays refused");
    if (option == "--dry-run")
        return tr("Change nothing, and end as the run would");
    if (option == "--pbs-root")
        return tr("Look for the directories of PBS below DIR instead of /");
    if (option == "--ssh-config")
        return tr("Let ssh read FILE instead of your configuration");
    return tr("Print this");
}

void Help::printOptions(Output &output, std::span<const OptionSpec> options, const std::function<QString(std::string_view)> &text)
{
    constexpr qsizetype width = 28;
    for (const OptionSpec &option : options) {
        QString name = toQString(option.name);
        if (!option.value.empty())
            name += u' ' + toQString(option.value);
        output.line(QStringLiteral("  ") + name.leftJustified(width) + text(option.name));
    }
}

void Help::printAll(Output &output)
{
    output.line(tr("espalierctl shapes the namespaces of Proxmox Backup Server datastores."));
    output.line();
    output.line(tr("Usage: %1").arg(QStringLiteral("espalierctl COMMAND …")));
    output.line();
    for (const CommandSpec &command : commandSpecs())
        output.line(QStringLiteral("  ") + toQString(command.name).leftJustified(20) + summary(command.id));
    output.line();
    output.line(tr("Options of every command:"));
    printOptions(output, commonOptions(), commonOptionText);
    output.line();
    output.line(tr("Exit codes: 0 done, 1 wrong usage, 2 refused and unchanged, 3 partly done, 4 failed."));
    output.line(tr("To begin with:"));
    output.line(QStringLiteral("  espalierctl demo /tmp/demo"));
    output.line(QStringLiteral("  espalierctl tree /tmp/demo/site-a"));
    output.line(tr("\"espalierctl COMMAND --help\" tells more, espalierctl(1) everything."));
}

void Help::printCommand(Output &output, const CommandSpec &command)
{
    output.line(tr("Usage: %1").arg(QStringLiteral("espalierctl ") + toQString(command.usage())));
    output.line();
    output.line(summary(command.id) + u'.');
    if (const QString more = description(command.id); !more.isEmpty())
        output.line(more);
    output.line();
    output.line(tr("Options:"));
    printOptions(output, command.options, [&](std::string_view option) { return optionText(command.id, option); });
    printOptions(output, commonOptions(), commonOptionText);
}

void printHelp(Output &output, const CommandSpec *command)
{
    if (command)
        Help::printCommand(output, *command);
    else
        Help::printAll(output);
}

ExitCode runHelp(Invocation &invocation)
{
    std::string name;
    for (const std::string &word : invocation.arguments.positionals())
        name += (name.empty() ? "" : " ") + word;
    const CommandSpec *command = findCommand(name);
    if (!name.empty() && !command)
        return report(invocation, fail(Error::Kind::InvalidInput, MessageId::UsageUnknownCommand, name).error());
    printHelp(invocation.output, command);
    return ExitCode::Done;
}

ExitCode runVersion(Invocation &invocation)
{
    if (invocation.isJson())
        invocation.output.line(toQString(dump({{"version", ESPALIER_VERSION}})));
    else
        invocation.output.line(QStringLiteral("espalierctl " ESPALIER_VERSION));
    return ExitCode::Done;
}

} // namespace espalier::cli
