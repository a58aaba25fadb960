// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/namespacepath.h"

#include <string>
#include <vector>

namespace espalier {

// One line for each thing that does not fit the scheme; its meaning, consequence and advice stand in src/text/findings.cpp.
#define ESPALIER_FINDINGS(X)                                                                                                               \
    X(IllegalNamespaceName, Problem)    /* below ns/: GC, prune jobs and local sync abort */                                               \
    X(NamespaceTooDeep, Problem)        /* a directory below ns/ beyond level 7 */                                                         \
    X(NamespaceEmpty, Hint)             /* no groups here or below */                                                                      \
    X(NamespaceRepeatsParent, Hint)     /* a/a: made by a misaligned sync */                                                               \
    X(GroupWithoutOwner, Problem)       /* owner missing, unreadable or malformed: the group is invisible in PBS */                        \
    X(GroupEmpty, Hint)                 /* no snapshots */                                                                                 \
    X(GroupInvisible, Problem)          /* a directory in a type directory whose name is no backup id */                                   \
    X(NestedGroup, Problem)             /* vm/100/100: made by mv onto an existing group */                                                \
    X(SnapshotInTypeDirectory, Problem) /* a time directory where a group belongs: the type directory was taken for the group */           \
    X(ImpossibleTime, Problem)          /* the form of a time, but none: PBS cannot list the group */                                      \
    X(DuplicateTime, Problem)           /* two directories stand for the same second */                                                    \
    X(SnapshotUnfinished, Hint)         /* no manifest: a backup is running or was interrupted */                                          \
    X(SnapshotManifestDamaged, Problem)                                                                                                    \
    X(IndexPartial, Problem) /* an index too short or of wrong size: GC aborts */                                                          \
    X(ForeignFile, Hint)     /* desktop litter and the like: later removal of the directory fails */                                       \
    X(ForeignDirectory, Hint)                                                                                                              \
    X(SymbolicLink, Problem)     /* PBS does not follow it */                                                                              \
    X(TemporaryFile, Hint)       /* left over from an interrupted write */                                                                 \
    X(WrongOwner, Problem)       /* not the owner of the datastore's root: args are found and expected "uid:gid" */                        \
    X(WrongMode, Problem)        /* not 0755/0644, so that PBS may be locked out: args are found and expected octal */                     \
    X(Unreadable, Problem)       /* could not be looked into: arg is the system's words */                                                 \
    X(LockNameTooLong, Hint)     /* PBS cannot lock this group: it can be read but not changed */                                          \
    X(LockNameCollides, Problem) /* a root group and a namespace need the same lock file name */

/// Something on disk that does not fit PBS's scheme.
struct Finding
{
    enum class Kind {
#define ESPALIER_X(name, severity) name,
        ESPALIER_FINDINGS(ESPALIER_X)
#undef ESPALIER_X
    };
    enum class Severity { Hint, Problem };

    Kind kind = Kind::ForeignFile;
    std::string path;  ///< Relative to the datastore's root.
    NamespacePath ns;  ///< The nearest namespace, for jumping there.
    std::string group; ///< "vm/100" where it lies in a group, else empty.
    std::vector<std::string> args;

    friend bool operator==(const Finding &, const Finding &) = default;
};

inline constexpr std::size_t findingKindCount = 0
#define ESPALIER_X(name, severity) +1
    ESPALIER_FINDINGS(ESPALIER_X)
#undef ESPALIER_X
    ;

std::string_view findingName(Finding::Kind kind); ///< Stable, for JSON: "IllegalNamespaceName".
Finding::Severity findingSeverity(Finding::Kind kind);

} // namespace espalier
