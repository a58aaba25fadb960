// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/messagebar.h"
#include "core/datastore/place.h"

#include <QString>

#include <optional>

namespace espalier {

class OpenStore;

/// What the window says of a store as long as it is so: that it cannot be read, or only be read, and what to do.
struct PlaceNotice
{
    MessageBar::Kind kind = MessageBar::Kind::Information;
    QString text;
    QString betterPath; ///< The datastore that was probably meant; offered as a button.
    bool canRetry = false;
    std::optional<Place> hostBehind{}; ///< Where it could be changed; offered as a button.
    bool isDisconnected = false;       ///< Trying again means connecting again.
    bool endsMaintenance = false;      ///< The maintenance mode can be ended here; offered as a button.

    friend bool operator==(const PlaceNotice &, const PlaceNotice &) = default;
};

/// Nothing where there is nothing to say. @p store may be null. @p holdsMaintenance: its maintenance mode was set in this window.
std::optional<PlaceNotice> placeNotice(const OpenStore *store, bool holdsMaintenance = false);

/// "GC of alpha: running", "alpha: idle", "alpha: maintenance mode read-only": for the status bar.
QString activityText(const OpenStore &store);

} // namespace espalier
