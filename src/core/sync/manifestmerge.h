// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/manifest.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// Whether what a signature covers is the same: all but `unprotected` and the signature itself, however it is written.
bool sameProtectedContent(const Manifest &one, const Manifest &other);

/// PBS's guards against overwriting a snapshot with another of its name (sync-semantics §3): SyncWouldUnencrypt, SyncKeysDiffer or
/// SyncContentDiffers. @p snapshot and @p ns are for messages.
Done checkOverwrite(const Manifest &present, const Manifest &source, std::string_view snapshot, std::string_view ns);

struct MergedManifest
{
    std::string bytes;     ///< Of the file.
    bool isChange = false; ///< It does not say what is there already.
};

/// The source's manifest as the target's is to be: notes are the target's own, the verify state too as long as the protected content is
/// the same; everything else is the source's.
Result<MergedManifest> mergedManifest(const Manifest &present, const Manifest &source);

/// The same for a corrupt copy that is made anew: nobody has verified it yet. @p present: null where it cannot be read.
Result<MergedManifest> mendedManifest(const Manifest *present, const Manifest &source);

/// The manifest of a copy that is to take the place of its @p source: with all that the source's unprotected part says and the copy's does
/// not, notes and verify state among it. Nothing where both have notes, and other ones.
Result<std::optional<MergedManifest>> carriedManifest(const Manifest &copy, const Manifest &source);

} // namespace espalier
