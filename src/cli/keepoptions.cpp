// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keepoptions.h"

#include "core/pbs/configvalue.h"
#include "core/pbs/prunecase.h"

#include <cstdint>
#include <limits>

namespace espalier::cli {

Result<KeepOptions> keepOptions(const Arguments &arguments)
{
    KeepOptions options;
    for (const KeepRule rule : allKeepRules) {
        const std::string option = "--" + config::keepKey(rule);
        const auto count = arguments.number(option, std::numeric_limits<std::int64_t>::max());
        if (!count)
            return failWith(count);
        if (*count == 0U)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, "0", "a whole number of at least 1");
        options[rule] = *count;
    }
    return options;
}

Json toJson(const KeepOptions &options)
{
    Json json = Json::object();
    for (const KeepRule rule : allKeepRules) {
        if (options[rule])
            json[config::keepKey(rule)] = *options[rule];
    }
    return json;
}

Json toJson(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone)
{
    Json json{{"backup-time", snapshot.time.epoch()},
              {"mark", toString(mark.verdict)},
              {"keep", mark.verdict != PruneVerdict::Remove},
              {"protected", snapshot.isProtected}};
    if (mark.rule) {
        json["rule"] = toString(*mark.rule);
        json["position"] = mark.position;
        json["of"] = *options[*mark.rule];
    }
    if (mark.surplusOf)
        json["surplus-of"] = toString(*mark.surplusOf);
    if (const auto rule = mark.rule ? mark.rule : mark.surplusOf; rule && *rule != KeepRule::Last)
        json["period"] = periodName(*rule, snapshot.time, zone);
    return json;
}

} // namespace espalier::cli
