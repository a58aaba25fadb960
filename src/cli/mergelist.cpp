// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/mergelist.h"

#include "cli/table.h"
#include "text/groupcomparison.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QCoreApplication>

#include <ranges>

namespace espalier::cli {

/// Only the context of the translations.
class MergeList
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::MergeList)

public:
    static QString head(const Meeting &meeting, const QString &result)
    {
        return tr("%1 in the namespace \"%2\" and %1 in the namespace \"%3\": %4")
            .arg(printable(meeting.group.toString()), text::namespaceName(meeting.source.toString()),
                 text::namespaceName(meeting.target.toString()), result);
    }
};

namespace {

const Error *problemOf(const MergeCandidate &candidate)
{
    if (!candidate.source)
        return &candidate.source.error();
    return candidate.target ? nullptr : &candidate.target.error();
}

void printCandidate(Output &output, const MergeCandidate &candidate)
{
    if (const Error *problem = problemOf(candidate)) {
        output.line(MergeList::head(candidate.meeting, text::oneLine(*problem)));
        return;
    }
    output.line(MergeList::head(candidate.meeting, text::comparisonResult(*candidate.source, *candidate.target)));
    const auto lines = text::comparedLines({*candidate.source, candidate.group.get()}, {*candidate.target, candidate.present.get()});
    const auto differing = [](const text::ComparedLine &line) { return line.differs; };
    if (std::ranges::none_of(lines, differing))
        return;
    printTable(output, {Align::Left, Align::Left, Align::Left}, [&](const std::function<void(const TableRow &)> &print) {
        print({{}, text::namespaceName(candidate.meeting.source.toString()), text::namespaceName(candidate.meeting.target.toString())});
        for (const text::ComparedLine &line : lines | std::views::filter(differing))
            print({QStringLiteral("  ") + line.what, line.source, line.target});
    });
}

Json sideToJson(const Result<GuestIdentity> &identity, const std::shared_ptr<const Group> &group)
{
    Json json = toJson(*group, false);
    json["error"] = identity ? Json() : toJson(identity.error());
    if (!identity)
        return json;
    json["readable"] = identity->readable;
    json["guest-name"] = identity->guestName.empty() ? Json() : Json(identity->guestName);
    json["archives"] = identity->archives;
    json["fingerprint"] = identity->keyFingerprint.empty() ? Json() : Json(identity->keyFingerprint);
    json["notes"] = identity->notes;
    return json;
}

Json differencesToJson(const MergeCandidate &candidate)
{
    const auto known = [](const Result<GuestIdentity> &identity) { return identity ? std::optional(*identity) : std::nullopt; };
    Json json = Json::array();
    const std::string names = identityDifferenceNames(known(candidate.source), known(candidate.target));
    for (const auto name : names | std::views::split(','))
        json.push_back(std::string_view(name));
    if (candidate.group->owner != candidate.present->owner)
        json.push_back("owner");
    return json;
}

} // namespace

std::vector<MergeCandidate> mergeCandidates(const Session &session, const Tree &tree, std::span<const Change> changes)
{
    std::vector<MergeCandidate> candidates;
    for (const Meeting &meeting : findMeetings(tree, changes)) {
        const auto group = tree.find(meeting.source, meeting.group);
        const auto present = tree.find(meeting.target, meeting.group);
        if (group && present)
            candidates.push_back({meeting, group, present, {}, {}});
    }
    std::vector<GroupPlace> places;
    for (const MergeCandidate &candidate : candidates) {
        places.emplace_back(candidate.meeting.source, candidate.meeting.group);
        places.emplace_back(candidate.meeting.target, candidate.meeting.group);
    }
    std::vector<Result<GuestIdentity>> identities = session.service().readIdentities(places);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].source = std::move(identities[2 * i]);
        candidates[i].target = std::move(identities[2 * i + 1]);
    }
    return candidates;
}

void printMergeCandidates(Output &output, const std::vector<MergeCandidate> &candidates)
{
    for (const MergeCandidate &candidate : candidates)
        printCandidate(output, candidate);
}

Json toJson(const std::vector<MergeCandidate> &candidates)
{
    Json list = Json::array();
    for (const MergeCandidate &candidate : candidates) {
        const Meeting &meeting = candidate.meeting;
        list.push_back({{"backup-type", toString(meeting.group.type())},
                        {"backup-id", meeting.group.id()},
                        {"ns", meeting.source.toString()},
                        {"target-ns", meeting.target.toString()},
                        {"differences", differencesToJson(candidate)},
                        {"source", sideToJson(candidate.source, candidate.group)},
                        {"target", sideToJson(candidate.target, candidate.present)}});
    }
    return list;
}

} // namespace espalier::cli
