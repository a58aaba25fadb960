// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/jsonoutput.h"
#include "cli/terminal.h"
#include "text/messages.h"
#include "text/translation.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

namespace {

ExitCode runCommand(Invocation &invocation)
{
    switch (invocation.arguments.command().id) {
    case CommandId::Tree: return runTree(invocation);
    case CommandId::Findings: return runFindings(invocation);
    case CommandId::Overlaps: return runOverlaps(invocation);
    case CommandId::Show: return runShow(invocation);
    case CommandId::Move: return runMove(invocation);
    case CommandId::ListNamespaces: return runListNamespaces(invocation);
    case CommandId::CreateNamespace: return runCreateNamespace(invocation);
    case CommandId::MoveNamespace: return runMoveNamespace(invocation);
    case CommandId::RenameNamespace: return runRenameNamespace(invocation);
    case CommandId::CopyNamespaces: return runCopyNamespaces(invocation);
    case CommandId::DeleteNamespace: return runDeleteNamespace(invocation);
    case CommandId::MergeGroups: return runMergeGroups(invocation);
    case CommandId::ChangeOwner: return runChangeOwner(invocation);
    case CommandId::Notes: return runNotes(invocation);
    case CommandId::Protect: return runProtect(invocation);
    case CommandId::Unprotect: return runUnprotect(invocation);
    case CommandId::DeleteSnapshots: return runDeleteSnapshots(invocation);
    case CommandId::DeleteGroups: return runDeleteGroups(invocation);
    case CommandId::Apply: return runApply(invocation);
    case CommandId::Undo: return runUndo(invocation);
    case CommandId::Recover: return runRecover(invocation);
    case CommandId::History: return runHistory(invocation);
    case CommandId::Schedule: return runSchedule(invocation);
    case CommandId::SimulatePrune: return runSimulatePrune(invocation);
    case CommandId::PreviewPrune: return runPreviewPrune(invocation);
    case CommandId::Prune: return runPrune(invocation);
    case CommandId::ListPruneJobs: return runListPruneJobs(invocation);
    case CommandId::ShowPruneJob: return runShowPruneJob(invocation);
    case CommandId::RunPruneJob: return runPruneJob(invocation);
    case CommandId::CreatePruneJob: return runCreatePruneJob(invocation);
    case CommandId::EditPruneJob: return runEditPruneJob(invocation);
    case CommandId::RemovePruneJob: return runRemovePruneJob(invocation);
    case CommandId::ImportPruneJobs: return runImportPruneJobs(invocation);
    case CommandId::ExportPruneJobs: return runExportPruneJobs(invocation);
    case CommandId::EnablePruneJob: return runEnablePruneJob(invocation);
    case CommandId::DisablePruneJob: return runDisablePruneJob(invocation);
    case CommandId::Sync: return runSync(invocation);
    case CommandId::PreviewSync: return runPreviewSync(invocation);
    case CommandId::MoveToStore: return runMoveToStore(invocation);
    case CommandId::ListSyncJobs: return runListSyncJobs(invocation);
    case CommandId::ShowSyncJob: return runShowSyncJob(invocation);
    case CommandId::RunSyncJob: return runSyncJob(invocation);
    case CommandId::CreateSyncJob: return runCreateSyncJob(invocation);
    case CommandId::EditSyncJob: return runEditSyncJob(invocation);
    case CommandId::RemoveSyncJob: return runRemoveSyncJob(invocation);
    case CommandId::EnableSyncJob: return runEnableSyncJob(invocation);
    case CommandId::DisableSyncJob: return runDisableSyncJob(invocation);
    case CommandId::ImportSyncJobs: return runImportSyncJobs(invocation);
    case CommandId::ExportSyncJobs: return runExportSyncJobs(invocation);
    case CommandId::ShowMaintenance: return runShowMaintenance(invocation);
    case CommandId::SetMaintenance: return runSetMaintenance(invocation);
    case CommandId::ClearMaintenance: return runClearMaintenance(invocation);
    case CommandId::RunDue: return runRunDue(invocation);
    case CommandId::InstallTimer: return runInstallTimer(invocation);
    case CommandId::RemoveTimer: return runRemoveTimer(invocation);
    case CommandId::TimerStatus: return runTimerStatus(invocation);
    case CommandId::Demo: return runDemo(invocation);
    case CommandId::Help: return runHelp(invocation);
    case CommandId::Version: break;
    }
    return runVersion(invocation);
}

/// A command line that was not understood: the JSON of it, if that much can be seen, or the sentences.
ExitCode reportUsage(Output &output, const Error &error, bool isJson)
{
    if (isJson)
        output.line(toQString(dump({{"error", toJson(error)}, {"exit-code", std::to_underlying(ExitCode::Usage)}})));
    else
        tell(QStringLiteral("espalierctl: ") + text::oneLine(error));
    return ExitCode::Usage;
}

/// Qt warns where the locale is not UTF-8, which does no harm here: output is UTF-8 in any case.
void ignoreMessage(QtMsgType, const QMessageLogContext &, const QString &) {}

} // namespace

int runProgram(int argc, char **argv)
{
    prepareStreams();
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const QtMessageHandler before = qInstallMessageHandler(ignoreMessage);
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler(before);
    Output output;
    const auto arguments = Arguments::parse(words);
    const bool isJson = arguments ? arguments->has("--json") : std::ranges::contains(words, "--json");
    const Translation translation(isJson ? QStringLiteral("en") : QString()); // a document is the same in every language
    if (!arguments)
        return std::to_underlying(reportUsage(output, arguments.error(), isJson));
    if (arguments->has("--help")) {
        printHelp(output, &arguments->command());
        return std::to_underlying(ExitCode::Done);
    }
    const Interrupt interrupt;
    Invocation invocation{.arguments = *arguments, .output = output, .stop = interrupt.token()};
    return std::to_underlying(runCommand(invocation));
}

} // namespace espalier::cli
