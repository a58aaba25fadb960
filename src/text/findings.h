// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/finding.h"

#include <QString>

namespace espalier::text {

/// What people read of a finding, in the language of the program: whole sentences.
struct FindingText
{
    QString meaning;     ///< What was found.
    QString consequence; ///< What comes of it if it stays.
    QString advice;      ///< What to do.
};

/// The only place where a Finding::Kind becomes words. The path is not in them: it stands beside them.
FindingText findingText(const Finding &finding);

/// Three words at most, for a column or a filter: "Group without owner".
QString findingTitle(Finding::Kind kind);

} // namespace espalier::text
