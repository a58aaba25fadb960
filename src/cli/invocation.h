// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/arguments.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/session.h"
#include "core/datastore/overlaps.h"
#include "core/datastore/scan.h"
#include "core/plan/plan.h"

#include <stop_token>

namespace espalier::cli {

/// One call of the program: what was asked, and where answers go.
struct Invocation
{
    const Arguments &arguments;
    Output &output;
    std::stop_token stop;

    bool isJson() const { return arguments.has("--json"); }
    bool isDryRun() const { return arguments.has("--dry-run") || onlyPlans(); }
    bool onlyPlans() const { return arguments.has("--save-plan"); }
    bool keepsGoing() const { return arguments.has("--keep-going"); }
    bool waits() const { return arguments.has("--wait"); }
};

/// Tells @p error, as JSON where that was asked for, and gives the exit code that belongs to it.
ExitCode report(Invocation &invocation, const Error &error);

/// Opens the datastore that the first positional argument names, or @p place.
Result<Session> openStore(const Invocation &invocation);
Result<Session> openStore(const Invocation &invocation, const std::string &place);

/// @p path as seen from the working directory.
std::string absolutePath(const std::string &path);

/// The first pass, with its progress on a terminal.
Result<ScanResult> scanStore(const Invocation &invocation, const Session &session);

/// The second pass of a whole tree, with its progress on a terminal.
Result<ScanResult> readAllDetails(const Invocation &invocation, const Session &session, const Tree &tree);

/// The guests that occur several times, with the names of those @p search looks into, with its progress on a terminal.
Result<std::vector<Overlap>> readOverlaps(const Invocation &invocation, const Session &session, const Tree &tree, OverlapSearch search);

PlanContext planContext(const Session &session);

/// The namespace that @p text names; UsageBadValue for @p option otherwise.
Result<NamespacePath> namespaceArgument(std::string_view option, const std::string &text);

/// Asks what must be sure before anything in the datastore is changed. Fails with NotConfirmed where it was not answered
/// with yes, neither on the terminal nor by --yes.
Done confirmWriting(const Invocation &invocation, const Session &session);

} // namespace espalier::cli
