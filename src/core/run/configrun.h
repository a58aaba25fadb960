// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/resume.h"
#include "core/run/undo.h"

#include <map>
#include <optional>
#include <span>
#include <string>

namespace espalier {

/// How a run changes entries of PBS's configuration on the host of a session: what is there before, what became of it, how it is
/// undone. Looks at the files as the steps that were asked about before will leave them.
class ConfigLook
{
public:
    explicit ConfigLook(const StoreSession &session);

    /// The text of the file before @p step. Fails where the entry does not say what it said when the step was planned.
    Result<StepFacts> facts(const RunEditConfig &step);

    /// What became of @p step of a run that did not come to its end; @p later: the steps of the run behind it. @p verdict tells why it
    /// is left as it is.
    Result<RecoveryStep::State> state(const RunEditConfig &step, std::span<const JournalStep> later, Verdict &verdict);

    /// What undoes a step of a run, nothing where that was done already; @p earlier: the steps of the run before it. An entry that
    /// somebody else changed since gives no step but a line in @p notes.
    Result<std::optional<RunEditConfig>> undo(const RunEditConfig &step, const StepFacts &facts, std::span<const JournalStep> earlier,
                                              std::vector<Error> &notes);

private:
    Result<std::string> text(ConfigFile file);
    Result<ConfigEntry> present(const RunEditConfig &step);
    Done change(const RunEditConfig &step);

    StoreSession m_session;
    std::map<ConfigFile, std::string> m_texts;
};

/// Does the step. Takes the lock of the file for the moment of writing only; the calling thread must not act as another user.
Done editConfig(const StoreSession &session, const RunEditConfig &step);

} // namespace espalier
