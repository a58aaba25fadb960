// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/confirmremovals.h"
#include "cli/joblist.h"
#include "cli/jsonoutput.h"
#include "cli/storemovelist.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "core/jobs/jobends.h"
#include "core/service/preparedmove.h"
#include "text/messages.h"
#include "text/syncwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <utility>

namespace espalier::cli {

/// Moves groups or a namespace to another datastore.
class StoreMoveCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::StoreMoveCommand)

public:
    explicit StoreMoveCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    Done read();
    Done readParts();
    ExitCode preview() const;
    Done confirmBoth() const;
    StoreMoveReport move() const;
    void showReport(const StoreMoveReport &report) const;
    ExitCode conclude(const StoreMoveReport &report) const;
    bool canBegin() const { return m_invocation.keepsGoing() ? m_plan.canStart() : m_plan.isReady(); }
    static QString progressLine(const StoreMoveProgress &progress);

    Invocation &m_invocation;
    std::optional<Session> m_source;
    std::optional<Session> m_target;
    StoreMove m_parts;
    StoreMovePlan m_plan;
};

/// Groups of one namespace, or the namespace itself.
Done StoreMoveCommand::readParts()
{
    const Arguments &arguments = m_invocation.arguments;
    const auto from = namespaceArgument("--from", arguments.value("--from").value_or(std::string()));
    if (!from)
        return failWith(from);
    const auto to = arguments.has("--to") ? namespaceArgument("--to", *arguments.value("--to")) : from;
    if (!to)
        return failWith(to);
    const auto &groups = arguments.positionals();
    if (arguments.has("--namespace")) {
        if (!groups.empty())
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, groups.front());
        m_parts.push_back({*from, *to});
        return {};
    }
    if (groups.empty())
        return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, "TYPE/ID");
    for (const std::string &text : groups) {
        const auto group = GroupId::fromString(text);
        if (!group)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE/ID", text, "vm/100");
        m_parts.push_back({*from, *to, *group});
    }
    return {};
}

/// Before what earlier moves and syncs left is cleaned up.
Done StoreMoveCommand::confirmBoth() const
{
    for (const auto &session : {m_source, m_target}) {
        if (const Done agreed = m_invocation.isDryRun() ? Done() : confirmWriting(m_invocation, *session); !agreed)
            return agreed;
    }
    return {};
}

Done StoreMoveCommand::read()
{
    if (const Done parts = readParts(); !parts)
        return parts;
    auto source = openStore(m_invocation, *m_invocation.arguments.value("--source"));
    auto target = source ? openStore(m_invocation, *m_invocation.arguments.value("--target")) : failWith(source);
    if (!target)
        return failWith(target);
    m_source = *std::move(source);
    m_target = *std::move(target);
    if (const Done agreed = confirmBoth(); !agreed)
        return agreed;
    ScanOptions reading;
    reading.stop = m_invocation.stop;
    const auto preparation = m_invocation.isDryRun() ? MovePreparation::Look : MovePreparation::CleanUp;
    const auto own = vanishingBy(ownJobs(m_invocation).syncJobs().jobs, m_source->place().toString(), m_target->place().toString());
    auto plan = prepareStoreMove(m_source->service(), m_target->service(), m_parts, own, preparation, reading);
    if (!plan)
        return failWith(plan);
    m_plan = *std::move(plan);
    return {};
}

ExitCode StoreMoveCommand::run()
{
    if (const Done planned = read(); !planned)
        return report(m_invocation, planned.error());
    if (m_invocation.isDryRun())
        return preview();
    if (!m_invocation.isJson())
        StoreMoveList(m_invocation, m_plan).print();
    if (!canBegin())
        return report(m_invocation, Error{Error::Kind::Conflict, MessageId::RunNotPossible, {std::to_string(m_plan.refusals()), "0"}, 0});
    if (const Done agreed = RemovalConsent().ask(m_invocation, m_plan.removals()); !agreed)
        return report(m_invocation, agreed.error());
    return conclude(move());
}

ExitCode StoreMoveCommand::preview() const
{
    const ExitCode code = canBegin() ? m_plan.isReady() ? ExitCode::Done : ExitCode::Partly : ExitCode::Refused;
    const StoreMoveList list(m_invocation, m_plan);
    if (!m_invocation.isJson()) {
        list.print();
        return code;
    }
    Json json = list.toJson();
    json["exit-code"] = std::to_underlying(code);
    m_invocation.output.line(toQString(dump(json)));
    return code;
}

QString StoreMoveCommand::progressLine(const StoreMoveProgress &progress)
{
    const QString count = tr("%1 of %2 groups", "how many of them are done").arg(progress.groups).arg(progress.groupsOfAll);
    const QString current = toQString(progress.current);
    switch (progress.stage) {
    case StoreMoveProgress::Stage::Copying:
        return tr("Copying: %1, %2, %3", "groups, snapshot, bytes").arg(count, current, humanSize(progress.bytes));
    case StoreMoveProgress::Stage::Comparing:
        return tr("Comparing: %1, %2, %3 read back", "groups, snapshot, bytes").arg(count, current, humanSize(progress.bytes));
    case StoreMoveProgress::Stage::Removing: break;
    }
    return tr("Removing at the source: %1").arg(current);
}

StoreMoveReport StoreMoveCommand::move() const
{
    StoreMoveReport report;
    const auto threads = m_invocation.arguments.number("--threads", ChunkCopyOptions::maxThreads);
    if (!threads) {
        report.failure = threads.error();
        return report;
    }
    StoreMoveOptions options;
    options.keepGoing = m_invocation.keepsGoing();
    options.threads = static_cast<unsigned>(threads->value_or(0));
    options.stop = m_invocation.stop;
    if (showsProgress())
        options.progress = [](const StoreMoveProgress &progress) { showProgress(progressLine(progress)); };
    if (!m_invocation.isJson())
        options.log = [this](const SyncEvent &event) {
            showProgress({});
            m_invocation.output.line(text::syncEventLine(event, humanSize));
        };
    report = runStoreMove(m_source->service(), m_target->service(), m_plan, options);
    showProgress({});
    return report;
}

void StoreMoveCommand::showReport(const StoreMoveReport &report) const
{
    Output &output = m_invocation.output;
    output.line(tr("Snapshots: %1 copied, %2 compared. New chunks: %3, %4.")
                    .arg(report.copied)
                    .arg(report.compared)
                    .arg(report.chunks.copied)
                    .arg(humanSize(report.chunks.bytes)));
    output.line(tr("Removed at the source: snapshots %1, groups %2, namespaces %3.")
                    .arg(report.removedSnapshots)
                    .arg(report.removedGroups)
                    .arg(report.removedNamespaces));
    const auto tellError = [](const Error &error) { tell(QStringLiteral("espalierctl: ") + text::oneLine(error)); };
    if (report.failure)
        tellError(*report.failure);
    else if (report.stopped)
        tellError({Error::Kind::Stopped, MessageId::StoreMoveStopped, {}, 0});
    else if (!report.problems.empty())
        tellError({Error::Kind::Failed, MessageId::StoreMoveNotOk, {std::to_string(report.problems.size())}, 0});
}

ExitCode StoreMoveCommand::conclude(const StoreMoveReport &report) const
{
    const bool isNothingDone = report.failure && report.copied + report.removedSnapshots == 0;
    const ExitCode code = report.isOk() ? ExitCode::Done : isNothingDone ? exitCodeOf(*report.failure) : ExitCode::Partly;
    if (!m_invocation.isJson()) {
        showReport(report);
        return code;
    }
    Json problems = Json::array();
    for (const Error &problem : report.problems)
        problems.push_back(toJson(problem));
    Json runs = Json::array();
    for (const RunReport &run : report.removals)
        runs.push_back(toJson(run));
    m_invocation.output.line(toQString(dump({{"source", m_source->location()},
                                             {"target", m_target->location()},
                                             {"plan", StoreMoveList(m_invocation, m_plan).toJson()},
                                             {"copied", report.copied},
                                             {"compared", report.compared},
                                             {"chunks", report.chunks.copied},
                                             {"bytes", report.chunks.bytes},
                                             {"removed-snapshots", report.removedSnapshots},
                                             {"removed-groups", report.removedGroups},
                                             {"removed-namespaces", report.removedNamespaces},
                                             {"runs", std::move(runs)},
                                             {"problems", std::move(problems)},
                                             {"stopped", report.stopped},
                                             {"error", toJson(report.failure)},
                                             {"exit-code", std::to_underlying(code)}})));
    return code;
}

ExitCode runMoveToStore(Invocation &invocation)
{
    return StoreMoveCommand(invocation).run();
}

} // namespace espalier::cli
