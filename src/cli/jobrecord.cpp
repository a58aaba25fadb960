// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/jobrecord.h"

#include "cli/joblist.h"
#include "text/messages.h"

#include <algorithm>
#include <chrono>

namespace espalier::cli {

namespace {

std::int64_t now()
{
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

} // namespace

ExitCode runRecorded(Invocation &invocation, const JobName &name, const std::function<std::pair<ExitCode, JobRun>()> &run)
{
    const auto held = jobHistories().hold(name);
    if (!held)
        return report(invocation, held.error());
    const std::int64_t begin = now();
    if (const Done begun = (*held)->begin({.begin = begin}); !begun)
        return report(invocation, begun.error());
    auto [code, summary] = run();
    summary.begin = begin;
    summary.end = std::max(begin, now());
    if (const Done ended = (*held)->end(summary); !ended) {
        tell(QStringLiteral("espalierctl: ") + text::oneLine(ended.error()));
        return code == ExitCode::Done ? ExitCode::Partly : code;
    }
    return code;
}

} // namespace espalier::cli
