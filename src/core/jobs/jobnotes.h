// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/jobreference.h"
#include "core/plan/removals.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// What Espalier knows of one of its own jobs besides what PBS's format has room for.
struct JobNotes
{
    std::string place{}; ///< Of the datastore it works on, as people type it: a path or an URL. Empty: not known.
    std::string zone{};  ///< Chosen time zone, used where that of the server is not known; empty: none.

    /// What a run that nobody looks at may remove; nothing: nobody agreed to anything.
    std::optional<RemovalBudget> approved{};

    friend bool operator==(const JobNotes &, const JobNotes &) = default;
};

/// The text of `jobs.json`: notes by kind and id of jobs. Members of the document that are not known here stay.
class JobNotesText
{
public:
    /// An empty text holds no notes. Fails with ConfigDamaged, which names @p file.
    static Result<JobNotesText> read(std::string_view text, std::string_view file);

    /// Notes without anything in them where there are none. A budget that cannot be understood approves of nothing.
    JobNotes notes(JobKind kind, const std::string &id) const;

    void set(JobKind kind, const std::string &id, const JobNotes &notes);
    void remove(JobKind kind, const std::string &id);

    const std::string &text() const { return m_text; }

private:
    explicit JobNotesText(std::string text) : m_text(std::move(text)) {}

    std::string m_text;
};

} // namespace espalier
