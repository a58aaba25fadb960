// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/run/undo.h"

#include <QString>

#include <optional>
#include <vector>

namespace espalier::cli {

/// Something that changes the datastore. run() shows what would be done, asks, waits where that was asked for, does it, and
/// tells what came of it; how it is planned and done is up to the kind.
class Operation
{
public:
    explicit Operation(Invocation &invocation) : m_invocation(invocation) {}
    virtual ~Operation() = default;
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;

    ExitCode run();

protected:
    struct PlannedStep
    {
        QString title;
        Verdict verdict;
        std::size_t snapshots = 0;    ///< That move or go; 0 where nothing is to be said of it.
        std::size_t newSnapshots = 0; ///< Of these came since the run that is undone.
        int level = 0;                ///< Part of the last step of a lower level.
    };
    using Steps = std::vector<PlannedStep>;

    virtual Result<Session> open() const { return openStore(m_invocation); }

    /// Plans against the datastore as it is now; steps that @p reports tell to be done are left out.
    virtual Result<Steps> plan(const Session &session, const std::vector<RunReport> &reports) = 0;

    /// Plans again for another activity, without reading the datastore.
    virtual Steps planAgain(const Session &session) = 0;

    /// Does what was planned last.
    virtual RunReport act(const Session &session, const RunOptions &options) = 0;

    /// Asks for what this kind needs besides confirmWriting(). Before each attempt: later ones must not do more than was agreed to.
    virtual Done confirm() { return {}; }

    virtual Json planToJson() const = 0; ///< The last plan.
    virtual bool isUndoable() const = 0;
    virtual void showMore() const {}        ///< What is said after the plan was shown.
    virtual void addToJson(Json &) const {} ///< What --json prints besides that.

    const Invocation &invocation() const { return m_invocation; }
    const Done &result() const { return m_result; } ///< Of run(), but for what stands in reports.
    const std::vector<RunReport> &reports() const { return m_reports; }

private:
    Done attempt(Session &session);
    Done judge() const;
    Done waitUntilFree(Session &session);
    bool mayTryAgain(Session &session) const;
    void showPlan() const;
    void showReport(const Session &session, const RunReport &report) const;
    ExitCode conclude(const Session &session, const Done &result) const;
    ExitCode exitCode(const Session &session, const Done &result) const;

    Invocation &m_invocation;
    Steps m_steps; ///< The last plan.
    bool m_wasPlanned = false;
    Done m_result;
    Json m_plan;                      ///< The first plan, for --json: what was asked for.
    std::vector<RunReport> m_reports; ///< One for each attempt that began.
};

} // namespace espalier::cli
