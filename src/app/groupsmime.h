// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QMimeData;

namespace espalier {

inline constexpr char groupsMimeType[] = "application/x-espalier-groups+json";

/// Groups and namespaces of one datastore under way in a drag or in the clipboard. By name: foreign input until it was decoded.
struct GroupsMime
{
    QString store; ///< Place::toString()
    MovedItems items;
    bool hasOthers = false; ///< Datastores or snapshots were selected as well: these cannot be moved.

    friend bool operator==(const GroupsMime &, const GroupsMime &) = default;
};

/// Puts @p groups there in the program's own form, as plain text (one path a line) and as JSON for other programs.
void encode(const GroupsMime &groups, QMimeData &mime);

/// Reads what encode() wrote, or what somebody else put there. Nothing where any part of it is not valid, or at more than 16 MiB.
std::optional<GroupsMime> decodeGroups(const QMimeData &mime);

/// The local paths among the URLs of @p mime. Looks at no file: opening a path tells what it is.
QStringList localPathsIn(const QMimeData &mime);

/// What somebody holds over the tree.
struct DropQuestion
{
    std::optional<GroupsMime> groups;
    bool wantsCopy = false; ///< Ctrl is held.
};

/// Whether it may be dropped and what that would be, for the label at the cursor.
struct DropAnswer
{
    bool accepted = false;
    QString text; ///< "Move 3 groups to sites/graz" or "Not there: …". Empty where there is nothing to say.
    OpenStore *store = nullptr;
    NamespacePath target{};
    OpenStore *source = nullptr; ///< Of a copy from another datastore; null for a move.
};

} // namespace espalier
