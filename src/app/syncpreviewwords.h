// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncquestion.h"

#include <QCoreApplication>
#include <QString>

namespace espalier {

/// What the editor of a sync says: words of its tables and whole sentences.
class SyncPreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::SyncPreviewWords)

public:
    static QString outcome(SyncOutcome outcome); ///< "copy"
    static QString reason(const SyncRow &row);   ///< Why; may be empty.
    static QString remark(const MappingRemark &remark);
    static QString fate(MappedNamespace::Fate fate); ///< "will be made at the target"

    /// "Copies clients with 2 levels below. Makes 3 namespaces under from-a."
    static QString mapping(const SyncMapping &mapping, const SyncOptions &options);
    static QString sums(const ShownSync &shown);    ///< Without what is removed.
    static QString removal(const ShownSync &shown); ///< What goes, and which protected ones stay; empty where that is nothing.
    static QString matches(const SyncAnswer &answer);
    static QString choice(const GroupChoice &choice, const std::vector<GroupFilter> &filters); ///< Why a group is taken, or not.
    static QString filter(const GroupFilter &filter);                                          ///< "not type vm"

private:
    static QString range(const SyncOptions &options);
    static QString protectedOnes(const ShownSync &shown);
};

} // namespace espalier
