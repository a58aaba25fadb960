// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/accessrules.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// One role of one user or token on one path, as it is or shall be in an `acl.cfg`.
struct AclState
{
    std::string path; ///< As in AclEntry.
    AuthId subject;
    std::string role;
    std::optional<bool> propagates; ///< Nothing: there is no such entry.

    friend bool operator==(const AclState &, const AclState &) = default;
};

/// The entries of an `acl.cfg`. Fails with ConfigDamaged where a line of it cannot be read: PBS then reads nothing of it. @p file names
/// it in errors.
Result<std::vector<AclEntry>> readWholeAcl(std::string_view text, std::string_view file);

/// What the text of an `acl.cfg` says of @p wanted's path, subject and role; of several lines the last one counts. Fails as
/// readWholeAcl() does.
Result<AclState> presentAcl(std::string_view text, const AclState &wanted, std::string_view file);

/// @p text with the entry as it is wanted; the rest stays byte for byte as it is. A new entry is a line of its own at the end, as the
/// last line counts. Fails as presentAcl() does, and with ConfigEditRefused where the result would not say what is wanted.
Result<std::string> editedAcl(std::string_view text, const AclState &wanted, std::string_view file);

} // namespace espalier
