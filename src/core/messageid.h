// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace espalier {

// One line for each text that the core can ask for: X(Name, number of arguments).
// The words stand in src/text/messages.cpp, the only place where an id becomes a sentence; the arguments are
// documented there. A test walks all ids. Append within the group of the room that raises the message.
#define ESPALIER_MESSAGES(X)                                                                                                               \
    /* names */                                                                                                                            \
    X(NameEmpty, 1)                 /* what kind of name */                                                                                \
    X(NameHasForbiddenCharacter, 1) /* the name */                                                                                         \
    X(NameTooLong, 3)               /* the name, its length, the longest allowed */                                                        \
    X(NamespaceTooDeep, 2)          /* the namespace, the deepest level */                                                                 \
    X(NamespaceTooLong, 2)          /* the namespace, the longest allowed */                                                               \
    X(NamespaceMalformed, 1)        /* the text */                                                                                         \
    X(BackupTypeUnknown, 1)         /* the text */                                                                                         \
    X(GroupMalformed, 1)            /* the text */                                                                                         \
    X(SnapshotTimeMalformed, 1)     /* the text */                                                                                         \
    X(SnapshotTimeImpossible, 1)    /* the text: it has the form of a time, but no such time exists */                                     \
    X(SnapshotMalformed, 1)         /* the text */                                                                                         \
    X(AuthIdMalformed, 1)           /* the text */                                                                                         \
    X(DigestMalformed, 1)           /* the text */                                                                                         \
    X(ArchiveNameMalformed, 1)      /* the text */                                                                                         \
    X(UpidMalformed, 1)             /* the text */                                                                                         \
    X(PlaceMalformed, 1)            /* the text */                                                                                         \
    X(CalendarEventMalformed, 3)    /* the text, its part that was understood, what was expected behind that */                            \
    X(DailyDurationMalformed, 3)    /* the same */                                                                                         \
    X(TimeSpanMalformed, 3)         /* the same */                                                                                         \
    X(PruneCaseMalformed, 3)        /* number of the line, byte in it, what was expected */                                                \
    X(PatternMalformed, 3)          /* the pattern, its part that was understood, what was expected behind that */                         \
    X(PatternNotJudged, 2)          /* the pattern, the part of it that is not known here */                                               \
    /* formats */                                                                                                                          \
    X(BlobDamaged, 3)       /* file, offset, what was expected */                                                                          \
    X(BlobTooLarge, 3)      /* file, size, limit */                                                                                        \
    X(BlobEncrypted, 1)     /* file */                                                                                                     \
    X(IndexDamaged, 3)      /* file, offset, what was expected */                                                                          \
    X(ManifestDamaged, 3)   /* file, offset, what was expected */                                                                          \
    X(OwnerDamaged, 2)      /* file, what was expected */                                                                                  \
    X(ConfigDamaged, 3)     /* file, line, what was expected */                                                                            \
    X(ConfigLineIgnored, 3) /* file, line or section, what was expected: only this part of the file is left out */                         \
    X(TimeZoneUnknown, 2)   /* name, the system's words */                                                                                 \
    /* file system */                                                                                                                      \
    X(FileNotFound, 1)             /* path */                                                                                              \
    X(FileExists, 1)               /* path */                                                                                              \
    X(FileDenied, 1)               /* path */                                                                                              \
    X(FileNotADirectory, 1)        /* path */                                                                                              \
    X(FileNotRegular, 1)           /* path: a link, device or directory where a plain file was expected */                                 \
    X(FileTooLarge, 3)             /* path, size, limit */                                                                                 \
    X(FileSystemFull, 1)           /* path */                                                                                              \
    X(FileSystemReadOnly, 1)       /* path */                                                                                              \
    X(DirectoryNotEmpty, 1)        /* path */                                                                                              \
    X(FileCrossesFileSystems, 2)   /* from, to */                                                                                          \
    X(FileOperationFailed, 3)      /* operation (a system call's name), path, the system's words */                                        \
    X(FileOperationUnsupported, 2) /* operation, path */                                                                                   \
    X(NameRefused, 1)              /* a name that is not a single plain path component */                                                  \
    /* datastore */                                                                                                                        \
    X(StoreIsFile, 1)        /* path */                                                                                                    \
    X(StoreIsEmpty, 1)       /* path */                                                                                                    \
    X(StoreNotFound, 1)      /* path */                                                                                                    \
    X(StoreDenied, 1)        /* path */                                                                                                    \
    X(StoreNotRecognised, 1) /* path */                                                                                                    \
    X(StoreOneLevelBelow, 2) /* path, the datastore found below it */                                                                      \
    X(StoreLevelsAbove, 2)   /* path, the datastore it lies in */                                                                          \
    X(StoreChanged, 1)       /* path: another directory or disk is there now */                                                            \
    X(ScanStopped, 1)        /* path */                                                                                                    \
    X(PlaceNotSupported, 1)  /* place */                                                                                                   \
    X(DemoTargetNotEmpty, 1) /* path */                                                                                                    \
    /* host: who may write (each is the sentence of a read-only or waiting place) */                                                       \
    X(WriteS3Cache, 1)                /* store */                                                                                          \
    X(WriteMaintenance, 2)            /* store, mode */                                                                                    \
    X(WriteReadOnlyMount, 1)          /* path */                                                                                           \
    X(WriteForeignFileSystem, 2)      /* path, kind of file system */                                                                      \
    X(WriteUnknownFileSystem, 2)      /* path, kind of file system */                                                                      \
    X(WriteNeedsUser, 3)              /* path, user wanted, command that would do it */                                                    \
    X(WriteRunDirectoryUnreadable, 1) /* path of the run directory */                                                                      \
    X(WriteConfigUnreadable, 1)       /* path of the configuration */                                                                      \
    X(WriteNotConfigured, 2)          /* store path, configuration: a PBS is here but does not name this directory */                      \
    X(WriteLockHeld, 2)               /* path, process id */                                                                               \
    X(WriteHostPbsElsewhere, 2)       /* path, store name: the real / has a PBS that names this directory, another root was given */       \
    X(WriteHostPbsUnreadable, 1)      /* path: the real / has a PBS whose configuration cannot be read */                                  \
    X(WriteStoreNotMounted, 1)        /* store */                                                                                          \
    X(WriteRunDirectoryMissing, 2)    /* path, run directory: a PBS is configured here, but its locks have no place */                     \
    X(WriteOwnerNotBackup, 3)         /* path, owner of its root as "uid:gid", owner that PBS needs */                                     \
    X(WriteStoreAmbiguous, 2)         /* path, the names that the configuration gives it */                                                \
    X(WriteUnseenServers, 1)          /* path: asked at every Apply where no PBS is to be seen */                                          \
    /* hosts over ssh */                                                                                                                   \
    X(SshNotInstalled, 1)     /* program */                                                                                                \
    X(SshDenied, 2)           /* host, ssh's words */                                                                                      \
    X(SshUnreachable, 2)      /* host, ssh's words */                                                                                      \
    X(SshHostKeyUnknown, 1)   /* host: nobody agreed to its key */                                                                         \
    X(SshHostKeyChanged, 1)   /* host */                                                                                                   \
    X(SshFailed, 2)           /* host, ssh's words */                                                                                      \
    X(ConnectionLost, 1)      /* host */                                                                                                   \
    X(ConnectionSilent, 2)    /* host, seconds */                                                                                          \
    X(AgentMissing, 2)        /* host, machine type: this installation has no agent for it */                                              \
    X(AgentShellFailed, 2)    /* host, what it said instead of starting the agent */                                                       \
    X(AgentUploadFailed, 3)   /* host, directory, the host's words */                                                                      \
    X(AgentNotExecutable, 2)  /* host, directory */                                                                                        \
    X(AgentStartFailed, 2)    /* host, its words */                                                                                        \
    X(AgentVersionDiffers, 3) /* host, what it speaks, what we speak */                                                                    \
    X(AgentBadAnswer, 2)      /* host, what was expected */                                                                                \
    X(AgentRequestBad, 1)     /* what was expected */                                                                                      \
    X(WriteNeedsAgent, 4)     /* path, host, login there, the line of sudo's rules that would let it */                                    \
    X(MountProgramMissing, 1) /* program */                                                                                                \
    X(MountFailed, 3)         /* what, where, the program's words */                                                                       \
    X(MountDead, 2)           /* directory, host */                                                                                        \
    /* locks */                                                                                                                            \
    X(GroupBusy, 2)                /* group with namespace, who (task or empty) */                                                         \
    X(SnapshotBusy, 2)             /* snapshot with namespace, who (task or empty) */                                                      \
    X(GarbageCollectionRunning, 1) /* store */                                                                                             \
    X(LockFailed, 2)               /* path of the lock, the system's words */                                                              \
    X(LockNameTooLong, 1)          /* group or snapshot: PBS itself cannot make its lock file */                                           \
    X(LockNameCollides, 2)         /* group, what is in the way */                                                                         \
    /* plan */                                                                                                                             \
    X(PlanSameNamespace, 2)       /* group, namespace */                                                                                   \
    X(PlanGroupMissing, 2)        /* group, namespace */                                                                                   \
    X(PlanNamespaceMissing, 1)    /* namespace */                                                                                          \
    X(PlanNamespaceExists, 1)     /* namespace */                                                                                          \
    X(PlanParentMissing, 2)       /* namespace, its parent */                                                                              \
    X(PlanGroupExists, 2)         /* group, namespace */                                                                                   \
    X(PlanOwnerUnreadable, 2)     /* group, namespace */                                                                                   \
    X(PlanForeignFiles, 3)        /* group, namespace, the files where they are known */                                                   \
    X(PlanGroupDamaged, 3)        /* group, namespace, its directory */                                                                    \
    X(PlanNameTaken, 2)           /* group, the path that is in the way */                                                                 \
    X(PlanMergeTargetDamaged, 2)  /* group, namespace */                                                                                   \
    X(PlanMergeOwnersDiffer, 4)   /* group, namespace, owner there, owner of what would go there */                                        \
    X(PlanMergeNotNewer, 4)       /* group, namespace, newest snapshot there, oldest of what would go there */                             \
    X(PlanMergeDiffers, 3)        /* group, namespace, what differs */                                                                     \
    X(PlanMergeUnchecked, 2)      /* group, namespace: they were not compared yet */                                                       \
    X(PlanRootStays, 0)           /* the root cannot be moved, made or deleted */                                                          \
    X(PlanNamespaceGone, 1)       /* namespace that is to be changed */                                                                    \
    X(PlanSameName, 1)            /* namespace */                                                                                          \
    X(PlanIntoItself, 2)          /* namespace, its new name */                                                                            \
    X(PlanNamespaceImpossible, 3) /* namespace, its new name, the full names that cannot be */                                             \
    X(PlanNamespaceTaken, 1)      /* namespace */                                                                                          \
    X(PlanNamespaceNotEmpty, 2)   /* namespace, how many groups are in it and below */                                                     \
    X(PlanOwnerSame, 3)           /* group, namespace, owner */                                                                            \
    X(PlanNotesTooLong, 3)        /* group, bytes, limit */                                                                                \
    X(PlanSnapshotMissing, 2)     /* snapshot, namespace */                                                                                \
    X(PlanAlreadyProtected, 2)    /* snapshot, namespace */                                                                                \
    X(PlanNotProtected, 2)        /* snapshot, namespace */                                                                                \
    X(PlanCopyInsideStore, 1)     /* store: copying inside one datastore has no meaning */                                                 \
    X(PlanOtherStore, 1)          /* store: what is dropped is of one that is not open */                                                  \
    /* removing backups */                                                                                                                 \
    X(RemovalGroupDamaged, 2)     /* group, namespace */                                                                                   \
    X(RemovalProtected, 2)        /* snapshot, namespace */                                                                                \
    X(RemovalNewestUnfinished, 2) /* snapshot, namespace */                                                                                \
    X(RemovalNothing, 2)          /* group, namespace: a prune has nothing to remove there any more */                                     \
    X(RemovalForeignFiles, 2)     /* group, namespace */                                                                                   \
    X(RemovalForeignEntry, 3)     /* snapshot, namespace, what lies in it */                                                               \
    X(RemovalKept, 2)             /* snapshot, namespace: the rule of the prune keeps it by now */                                         \
    X(RemovalGroupStays, 3)       /* group, namespace, what lies in it */                                                                  \
    X(RemovalOverBudget, 2)       /* number of snapshots that would go, number that was agreed to */                                       \
    X(RemovalEmptiesGroup, 2)     /* group, namespace */                                                                                   \
    X(UndoRemoved, 3)             /* group, namespace, number of snapshots */                                                              \
    /* plan files */                                                                                                                       \
    X(PlanFileDamaged, 3)    /* file, where in it, what was expected */                                                                    \
    X(PlanFileVersion, 2)    /* file, version */                                                                                           \
    X(PlanFileOtherStore, 3) /* file, the datastore it was made for, the one that is here */                                               \
    X(PlanFileDiffers, 2)    /* number of differences, the first one as a sentence */                                                      \
    /* run */                                                                                                                              \
    X(RunNotPossible, 2)     /* number of refused steps, number of steps that need attention */                                            \
    X(RunStateChanged, 2)    /* group or namespace, its path */                                                                            \
    X(JournalUnwritable, 2)  /* path, the system's words */                                                                                \
    X(JournalDamaged, 2)     /* path, line */                                                                                              \
    X(JournalVersion, 2)     /* path, version */                                                                                           \
    X(RunNotFound, 1)        /* run id */                                                                                                  \
    X(RunNothingToUndo, 1)   /* store */                                                                                                   \
    X(RunAlreadyUndone, 1)   /* run id */                                                                                                  \
    X(RunNamespaceStays, 2)  /* namespace, what lies in it */                                                                              \
    X(RunInProgress, 1)      /* run id: somebody is at it now */                                                                           \
    X(RunNothingToFinish, 1) /* run id */                                                                                                  \
    X(RecoveryChanged, 0)    /* a step that something else changed */                                                                      \
    X(UndoChangedSince, 3)   /* file, group, namespace */                                                                                  \
    X(RunUnfinished, 1)      /* run id */                                                                                                  \
    X(UndoTimesCollide, 3)   /* group, namespace, time */                                                                                  \
    X(UndoOwnersDiffer, 4)   /* group, namespace, owner there, owner of what comes back */                                                 \
    X(UndoGone, 2)           /* group, namespace: it is at neither place now */                                                            \
    X(UndoNotesDiffer, 2)    /* group, namespace: both places have notes, and they differ */                                               \
    X(UserSwitchFailed, 2)   /* user id, the system's words */                                                                             \
    /* what else breaks */                                                                                                                 \
    X(JobNamesMoved, 4)       /* kind of job (sync, prune, verify, tape), its id, namespace, where it goes */                              \
    X(JobLosesGroups, 3)      /* kind of job, its id, number of groups */                                                                  \
    X(JobGainsGroups, 3)      /* kind of job, its id, number of groups */                                                                  \
    X(PruneJobApplies, 4)     /* id, number of groups, number of snapshots it would remove, number of snapshots */                         \
    X(SyncDeletesCopies, 3)   /* id, where the copies are, number of groups */                                                             \
    X(SyncDeletesArrivals, 3) /* id, where it copies from, number of groups */                                                             \
    X(SyncCopiesAgain, 3)     /* id, where it copies to, number of groups */                                                               \
    X(AclNamesMoved, 4)       /* user or token, role, namespace, where it goes */                                                          \
    X(AccessLost, 4)          /* user or token, privileges, namespace, where it goes */                                                    \
    X(AccessGained, 4)        /* user or token, privileges, namespace, where it goes */                                                    \
    X(StorageNamesMoved, 3)   /* storage, namespace, where it goes */                                                                      \
    X(StorageLosesGroups, 3)  /* storage, namespace, number of groups */                                                                   \
    /* prune */                                                                                                                            \
    X(PruneJobUnknown, 2)      /* id, the file of the jobs */                                                                              \
    X(PruneKeepsEverything, 0) /* none of the keep options is set */                                                                       \
    X(PruneKeepsOnlyLast, 1)   /* how many */                                                                                              \
    X(PruneJobsOverlap, 3)     /* id, id of another job, number of groups that both cover */                                               \
    X(PruneReachesCopies, 3)   /* id of a sync job, where the copies are, number of snapshots */                                           \
    X(PruneNewestOld, 4)       /* number of groups, the one that is worst, its namespace, its newest snapshot */                           \
    X(PruneZoneUnknown, 1)     /* number of snapshots that depend on the zone */                                                           \
    /* sync */                                                                                                                             \
    X(SyncTooDeep, 3)         /* namespace at the source, namespace that it would become, the deepest level */                             \
    X(SyncSameStore, 1)       /* path */                                                                                                   \
    X(SyncOwnerDiffers, 4)    /* group, namespace, owner there, owner of what the job makes */                                             \
    X(SyncSourceDamaged, 2)   /* group or empty, namespace at the source: not everything there could be listed */                          \
    X(SyncSourceEmpty, 1)     /* namespace at the source: nothing is there, so nothing is removed */                                       \
    X(SyncWouldUnencrypt, 2)  /* snapshot, namespace */                                                                                    \
    X(SyncKeysDiffer, 2)      /* snapshot, namespace */                                                                                    \
    X(SyncContentDiffers, 2)  /* snapshot, namespace */                                                                                    \
    X(SyncManifestRefused, 3) /* snapshot, namespace, name of a file in its manifest */                                                    \
    X(SyncFileDiffers, 3)     /* file, snapshot, namespace: it is not what its manifest says */                                            \
    X(SyncChunkMissing, 3)    /* digest, file, snapshot */                                                                                 \
    X(SyncChunkDamaged, 3)    /* digest, file, snapshot */                                                                                 \
    X(SyncChunkMixed, 3)      /* digest, file, snapshot: encrypted in one that is not, or the other way round */                           \
    X(SyncSourceChanged, 2)   /* snapshot, namespace: it went away or became another while it was copied */                                \
    X(SyncStopped, 0)                                                                                                                      \
    X(SyncNotOk, 1)             /* number of problems */                                                                                   \
    X(StoreMoveOnHost, 1)       /* place that no directory of this computer is */                                                          \
    X(StoreMoveVolatile, 2)     /* path of the target, kind of file system: what is there may not last */                                  \
    X(StoreMoveMeets, 2)        /* group, namespace at the target to which two groups of this name would come */                           \
    X(StoreMoveUnfinished, 2)   /* snapshot, namespace at the source */                                                                    \
    X(StoreMoveOlder, 3)        /* snapshot, namespace at the source, namespace at the target: it would not be copied */                   \
    X(StoreMoveCopyFailed, 2)   /* snapshot, namespace at the target: the copy there failed its verification */                            \
    X(StoreMoveOwnerDiffers, 4) /* group, namespace at the target, owner there, owner at the source */                                     \
    X(StoreMoveNotesDiffer, 3)  /* group or snapshot, namespace at the source, namespace at the target */                                  \
    X(StoreMoveCopyDiffers, 3)  /* snapshot, namespace at the target, file */                                                              \
    X(StoreMoveChunkDiffers, 3) /* digest, snapshot, namespace at the target: missing there, damaged, or not as at the source */           \
    X(StoreMoveChanged, 2)      /* snapshot or group, namespace at the source: since it was compared */                                    \
    X(StoreMoveCopyChanged, 2)  /* snapshot, namespace at the target: since it was compared */                                             \
    X(StoreMoveStopped, 0)                                                                                                                 \
    X(StoreMoveNotOk, 1) /* number of problems */                                                                                          \
    /* adapting the configuration */                                                                                                       \
    X(ConfigEditRefused, 2)   /* file, entry: PBS could not read or write what would stand there */                                        \
    X(ConfigEntryMissing, 2)  /* file, entry */                                                                                            \
    X(ConfigEntryChanged, 3)  /* file, entry, command that would do it all the same */                                                     \
    X(ConfigChanged, 1)       /* file: somebody wrote it since it was read */                                                              \
    X(ConfigLocked, 2)        /* file, seconds waited */                                                                                   \
    X(ConfigNeedsRoot, 2)     /* file, command that would do it */                                                                         \
    X(ConfigProgramFailed, 3) /* program, file, its words */                                                                               \
    X(ConfigRequestBad, 1)    /* what was expected: the helper was asked for something else */                                             \
    X(PlanConfigDiffers, 1)   /* file: the plan file would change it in another way */                                                     \
    /* maintenance modes */                                                                                                                \
    X(MaintenanceNoBootCheck, 0)    /* nothing would end it after a restart of the host */                                                 \
    X(MaintenanceNoGuardian, 1)     /* host's path of the program that guards */                                                           \
    X(MaintenanceNoServer, 1)       /* path: no PBS is seen that has it */                                                                 \
    X(MaintenanceHeld, 1)           /* store: one of ours is set already */                                                                \
    X(MaintenanceSame, 2)           /* store, mode that it has already */                                                                  \
    X(MaintenanceRefused, 2)        /* store, mode that PBS itself has set */                                                              \
    X(MaintenanceMessageRefused, 0) /* empty, too long, or what PBS's windows show wrongly */                                              \
    X(MaintenanceNoteDamaged, 1)    /* file */                                                                                             \
    X(MaintenanceGuardianLost, 1)   /* store: it ended without telling how */                                                              \
    X(MaintenanceLeftOver, 1)       /* store: its guardian lives no more */                                                                \
    /* jobs of one's own */                                                                                                                \
    X(JobNameRefused, 1)    /* the name */                                                                                                 \
    X(JobNameTaken, 2)      /* id, file */                                                                                                 \
    X(JobStoreRefused, 1)   /* what is no name of a datastore */                                                                           \
    X(JobCommentRefused, 0) /* more than one line, too long, control characters, blanks at the ends */                                     \
    X(RateRefused, 1)       /* what is no rate or number of bytes */                                                                       \
    X(JobPlaceUnknown, 1)   /* id: nothing says where its datastore is */                                                                  \
    X(JobAmbiguous, 1)      /* id that both the server and Espalier have */                                                                \
    X(JobsHomeMissing, 0)   /* there is no directory for the user's own jobs */                                                            \
    X(SyncJobUnknown, 2)    /* id, the file of the jobs */                                                                                 \
    X(JobNeedsApproval, 1)  /* id: it removes what vanished, and nobody agreed to that */                                                  \
    X(JobOtherStore, 1)     /* place: not the datastore that was there when somebody agreed to removals */                                 \
    X(JobRunsAlready, 1)    /* id: this or another program is at it */                                                                     \
    X(JobZoneUnknown, 1)    /* id: nobody knows in which time zone it is due */                                                            \
    X(JobInterrupted, 1)    /* id: its last run ended without telling how */                                                               \
    X(TimerUnavailable, 2)  /* why, the line for cron that does the same */                                                                \
    X(TimerFailed, 2)       /* command, its words */                                                                                       \
    /* command line */                                                                                                                     \
    X(UsageUnknownCommand, 1)     /* the word */                                                                                           \
    X(UsageUnknownOption, 1)      /* the option */                                                                                         \
    X(UsageMissingArgument, 1)    /* what */                                                                                               \
    X(UsageUnexpectedArgument, 1) /* what */                                                                                               \
    X(UsageBadValue, 3)           /* option, value, what is expected */                                                                    \
    X(LineTooLong, 2)             /* where it comes from, the longest in bytes */                                                          \
    X(NotConfirmed, 1)            /* the question that was not answered with yes */                                                        \
    /* Windows */                                                                                                                          \
    X(WriteWindowsDirectory, 1) /* path */                                                                                                 \
    X(MountNotOnWindows, 1)     /* place */                                                                                                \
    X(TimerNotOnWindows, 1)     /* the command that has Windows do the same */

/// Names one text of "what / why / what to do".
enum class MessageId {
#define ESPALIER_X(name, count) name,
    ESPALIER_MESSAGES(ESPALIER_X)
#undef ESPALIER_X
};

/// The number of ids, and so the end of a loop over all of them.
inline constexpr std::size_t messageCount = 0
#define ESPALIER_X(name, count) +1
    ESPALIER_MESSAGES(ESPALIER_X)
#undef ESPALIER_X
    ;

/// The id's stable name, for JSON and journals ("GroupBusy").
std::string_view messageName(MessageId id);

/// The id with that name, if there is one.
std::optional<MessageId> messageNamed(std::string_view name);

/// How many arguments the text of @p id takes.
std::size_t messageArgumentCount(MessageId id);

} // namespace espalier
