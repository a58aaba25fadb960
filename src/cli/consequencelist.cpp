// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/consequencelist.h"

#include "core/fs/native.h"
#include "core/pbs/configjson.h"
#include "core/plan/planrelocations.h"
#include "core/plan/shellcommands.h"
#include "text/consequencewords.h"
#include "text/difftext.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Only the context of the translations.
class ConsequenceList
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::ConsequenceList)

public:
    static QString head() { return tr("What else is concerned:"); }
    static QString line(const Consequence &consequence)
    {
        const QString words = text::consequenceWords(consequence);
        return consequence.level == Consequence::Level::NeedsAttention ? tr("needs attention: %1").arg(words) : words;
    }
    static QString diffHead(ConfigFile file) { return tr("Changed along, %1:").arg(printable(fileName(file))); }
    static QString problem(const Error &problem) { return tr("Not changed along: %1").arg(text::oneLine(problem)); }
    static QString command(const CommandLine &command) { return tr("Afterwards: %1").arg(printable(shellLine(command))); }
};

namespace {

constexpr std::size_t maxStorageConfig = std::size_t{1} * 1024 * 1024;

Result<std::vector<PveStorage>> readStorages(fs::FileSystem &fileSystem, const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    const auto directory = fileSystem.open(slash == 0 ? "/" : path.substr(0, slash));
    if (!directory)
        return failWith(directory);
    const auto text = (*directory)->readFile(path.substr(slash + 1), maxStorageConfig);
    if (!text)
        return failWith(text);
    return readPveStorages(*text, path).storages;
}

} // namespace

Result<std::vector<Consequence>> consequencesOf(const Invocation &invocation, const Session &session, const Tree &tree, const Plan &plan)
{
    ConsequenceContext context;
    context.storeName = session.access().storeName.empty() ? session.name() : session.access().storeName;
    if (!session.access().storeName.empty()) {
        auto here = session.service().readReferences(context.storeName);
        if (!here)
            return failWith(here);
        context.here = *std::move(here);
        context.here.host.clear(); // the one whose store is in question
        if (const auto zone = context.here.zone())
            context.zone = *zone;
    }
    if (const auto path = invocation.arguments.value("--storage-cfg")) {
        auto storages = readStorages(*fs::nativeFileSystem(), absolutePath(*path));
        if (!storages)
            return failWith(storages);
        context.storages = std::move(*storages);
    }
    return findConsequences(tree, relocationsOf(plan), context);
}

Result<ConfigPlan> configPlanOf(const Session &session, const std::vector<Consequence> &consequences)
{
    if (session.access().storeName.empty())
        return ConfigPlan();
    const auto config = session.service().readConfig();
    if (!config)
        return failWith(config);
    ConfigPlan plan = planConfig(consequences, config->texts);
    for (const ConfigEdit &edit : plan.edits) {
        if (!config->writable.contains(fileOf(edit.after)))
            return fail(Error::Kind::Denied, MessageId::ConfigNeedsRoot, fileName(fileOf(edit.after)), shellLine(commandFor(edit.after)));
    }
    return plan;
}

void printConfigPlan(Output &output, const ConfigPlan &config)
{
    for (const ConfigFileEdits &file : config.files) {
        output.line(ConsequenceList::diffHead(file.file));
        const QStringList lines = text::diffLines(file);
        for (const QString &line : lines)
            output.line(QStringLiteral("  ") + line);
    }
    for (const Error &problem : config.problems)
        output.line(ConsequenceList::problem(problem));
}

void printConsequences(Output &output, const std::vector<Consequence> &consequences, const ConfigPlan &config)
{
    if (consequences.empty())
        return;
    output.line(ConsequenceList::head());
    for (const Consequence &consequence : consequences) {
        output.line(QStringLiteral("  ") + ConsequenceList::line(consequence));
        for (const CommandLine &command : commandsLeft(consequence, config))
            output.line(QStringLiteral("    ") + ConsequenceList::command(command));
    }
}

Json toJson(const std::vector<Consequence> &consequences)
{
    Json list = Json::array();
    for (const Consequence &consequence : consequences)
        list.push_back({{"level", consequence.level == Consequence::Level::NeedsAttention ? "needs-attention" : "information"},
                        {"text", toJson(consequence.text)},
                        {"may-match", consequence.mayMatch},
                        {"commands", consequence.commands},
                        {"host", consequence.host}});
    return list;
}

Json toJson(const ConfigPlan &config)
{
    Json files = Json::array();
    for (const ConfigFileEdits &file : config.files)
        files.push_back({{"file", fileName(file.file)}, {"digest", file.before.toHex()}, {"diff", file.diff()}});
    const auto listOf = [](const std::vector<ConfigEdit> &edits) {
        Json list = Json::array();
        for (const ConfigEdit &edit : edits)
            list.push_back({{"entry", configEntryToJson(edit.before)}, {"wanted", configEntryToJson(edit.after)}});
        return list;
    };
    Json problems = Json::array();
    for (const Error &problem : config.problems)
        problems.push_back(toJson(problem));
    return {
        {"files", std::move(files)}, {"pauses", listOf(config.pauses)}, {"edits", listOf(config.edits)}, {"problems", std::move(problems)}};
}

} // namespace espalier::cli
