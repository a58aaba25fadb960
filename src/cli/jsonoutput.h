// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/finding.h"
#include "core/datastore/overlaps.h"
#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/plan/plan.h"
#include "core/run/resume.h"
#include "core/run/undo.h"

#include <nlohmann/json.hpp>

#include <string>

/// What `--json` prints. The field names are an interface: documented in espalierctl(1), only ever added to. They are
/// those of PBS's own API where it has the same thing.
namespace espalier::cli {

using Json = nlohmann::ordered_json;

Json toJson(const Error &error);                ///< With its sentences in the program's language.
Json toJson(const std::optional<Error> &error); ///< null where there is none.
Json toJson(const Finding &finding);
Json toJson(const Verdict &verdict);
Json toJson(const Plan &plan);
Json toJson(const RunStep &step);
Json toJson(const UndoPlan &undo);
Json toJson(const Recovery &recovery);
Json toJson(const RunReport &report);
Json toJson(const JournalRun &run);
Json toJson(const WriteAccess &access);
Json toJson(const Activity &activity);

/// @p details: null where they were not read.
Json toJson(const Snapshot &snapshot, const SnapshotDetails *details);
Json toJson(const Group &group, bool withSnapshots);
Json toJson(const SnapshotContent &content);
Json toJson(const Overlap &overlap);

/// The fields of a namespace itself: "ns", "namespace-count", "group-count", "snapshot-count", "levels", "complete".
Json countsToJson(const Namespace &ns);

/// Whatever is no UTF-8 becomes replacement characters. @p indent -1: in one line.
std::string dump(const Json &json, int indent = 2);

} // namespace espalier::cli
