// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/windows/ntfile.h"

/// Locks on files, which end with the process that has them. One byte far behind the end of the file is locked: nobody is kept from
/// reading the file itself. Locks of different handles conflict, in one process as well.
namespace espalier::fs {

/// On the file @p name of @p directory, which is made where it is missing and @p mayMake. Kind::Busy with LockFailed where somebody else
/// has it, or the file was replaced meanwhile.
Result<std::unique_ptr<Lock>> lockNamedFile(HANDLE directory, const std::wstring &name, const std::string &path, Access access,
                                            bool mayMake);

} // namespace espalier::fs
