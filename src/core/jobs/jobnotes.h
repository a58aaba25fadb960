// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/jobs/approvedstores.h"
#include "core/pbs/jobreference.h"
#include "core/pbs/sectionconfig.h"
#include "core/plan/removals.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// What Espalier knows of one of its own jobs besides what PBS's format has room for.
struct JobNotes
{
    std::string place{};       ///< Of the datastore it works on, as people type it: a path or an URL. Empty: not known.
    std::string remotePlace{}; ///< Of the other end of a sync job, in the same way.
    std::string zone{};        ///< Chosen time zone, used where that of the server is not known; empty: none.
    bool isDisabled = false;   ///< Sync jobs; prune jobs have a property for it.

    /// What a run that nobody looks at may remove; nothing: nobody agreed to anything. It holds for the rules that it was given for
    /// (removalRules()).
    std::optional<RemovalBudget> approved{};
    ApprovedStores approvedStores{}; ///< Where it holds; means nothing without approved.

    friend bool operator==(const JobNotes &, const JobNotes &) = default;
};

/// What decides which backups a run of the job in @p section may remove, as one text: all but when and how fast it runs. What was approved
/// of one such text is not approved of another one.
std::string removalRules(const ConfigSection &section, const JobNotes &notes);

/// The text of `jobs.json`: notes by kind and id of jobs. Members of the document that are not known here stay.
class JobNotesText
{
public:
    /// An empty text holds no notes. Fails with ConfigDamaged, which names @p file.
    static Result<JobNotesText> read(std::string_view text, std::string_view file);

    /// Of the job in @p section. Where there are none: notes without anything in them, and a sync job is disabled. A budget that cannot be
    /// understood, or was given for other rules, approves of nothing.
    JobNotes notes(JobKind kind, const ConfigSection &section) const;

    void set(JobKind kind, const ConfigSection &section, const JobNotes &notes);
    void remove(JobKind kind, const std::string &id);

    const std::string &text() const { return m_text; }

private:
    explicit JobNotesText(std::string text) : m_text(std::move(text)) {}

    std::string m_text;
};

} // namespace espalier
