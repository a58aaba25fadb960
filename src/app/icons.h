// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>

namespace espalier {

// Every icon: its name, and the file of that name below resources/icons.
#define ESPALIER_ICONS(X)                                                                                                                  \
    X(Application, "application")                                                                                                          \
    /* what is in the tree */                                                                                                              \
    X(Datastore, "datastore")                                                                                                              \
    X(Namespace, "namespace")                                                                                                              \
    X(VirtualMachine, "virtual-machine")                                                                                                   \
    X(Container, "container")                                                                                                              \
    X(Host, "host")                                                                                                                        \
    X(Snapshot, "snapshot")                                                                                                                \
    X(SnapshotUnfinished, "snapshot-unfinished")                                                                                           \
    X(File, "file")                                                                                                                        \
    /* how it is */                                                                                                                        \
    X(Verified, "verified")                                                                                                                \
    X(VerifiedPartly, "verified-partly")                                                                                                   \
    X(VerifyFailed, "verify-failed")                                                                                                       \
    X(Encrypted, "encrypted")                                                                                                              \
    X(EncryptedPartly, "encrypted-partly")                                                                                                 \
    X(Signed, "signed")                                                                                                                    \
    X(Protected, "protected")                                                                                                              \
    X(Lock, "lock")                                                                                                                        \
    X(Demo, "demo")                                                                                                                        \
    X(Finding, "finding")                                                                                                                  \
    X(Problem, "problem")                                                                                                                  \
    X(Information, "information")                                                                                                          \
    /* what will happen to it */                                                                                                           \
    X(WillDo, "will-do")                                                                                                                   \
    X(NeedsAttention, "needs-attention")                                                                                                   \
    X(Refused, "refused")                                                                                                                  \
    X(Waits, "waits")                                                                                                                      \
    X(MovesAway, "moves-away")                                                                                                             \
    X(Arrives, "arrives")                                                                                                                  \
    X(Created, "created")                                                                                                                  \
    /* what can be done */                                                                                                                 \
    X(Open, "open")                                                                                                                        \
    X(Connect, "connect")                                                                                                                  \
    X(Close, "close")                                                                                                                      \
    X(Refresh, "refresh")                                                                                                                  \
    X(NewNamespace, "new-namespace")                                                                                                       \
    X(MoveTo, "move-to")                                                                                                                   \
    X(Cut, "cut")                                                                                                                          \
    X(Copy, "copy")                                                                                                                        \
    X(Paste, "paste")                                                                                                                      \
    X(Undo, "undo")                                                                                                                        \
    X(Redo, "redo")                                                                                                                        \
    X(Apply, "apply")                                                                                                                      \
    X(Discard, "discard")                                                                                                                  \
    X(Stop, "stop")                                                                                                                        \
    X(Remove, "remove")                                                                                                                    \
    X(History, "history")                                                                                                                  \
    X(Export, "export")                                                                                                                    \
    X(Search, "search")                                                                                                                    \
    X(SelectAll, "select-all")                                                                                                             \
    X(Clear, "clear")                                                                                                                      \
    X(GoTo, "go-to")                                                                                                                       \
    X(Pending, "pending")                                                                                                                  \
    X(Tasks, "tasks")                                                                                                                      \
    X(Details, "details")                                                                                                                  \
    X(Settings, "settings")                                                                                                                \
    X(Help, "help")                                                                                                                        \
    X(Quit, "quit")

enum class IconName {
#define ESPALIER_X(name, file) name,
    ESPALIER_ICONS(ESPALIER_X)
#undef ESPALIER_X
};

/// The number of icons, and so the end of a loop over all of them.
inline constexpr int iconCount = 0
#define ESPALIER_X(name, file) +1
    ESPALIER_ICONS(ESPALIER_X)
#undef ESPALIER_X
    ;

/// The line icon of that name. It picks its colouring by the program's palette each time it is painted, so it follows a
/// change between light and dark by itself. GUI thread only.
QIcon icon(IconName name);

/// The file name of @p name without folder and extension, such as "virtual-machine".
QString iconFileName(IconName name);

} // namespace espalier
