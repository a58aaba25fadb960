// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/consequencelist.h"

#include "core/plan/planrelocations.h"
#include "core/plan/shellcommands.h"
#include "text/consequencewords.h"
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

Result<std::vector<Consequence>> consequencesOf(const Invocation &invocation, const StoreSession &session, const Tree &tree,
                                                const Plan &plan)
{
    ConsequenceContext context;
    context.storeName = session.access().storeName.empty() ? session.name() : session.access().storeName;
    if (!session.access().storeName.empty()) {
        context.here = readHostReferences(*session.fileSystem(), session.host(), context.storeName);
        if (const auto zone = context.here.zone())
            context.zone = *zone;
    }
    if (const auto path = invocation.arguments.value("--storage-cfg")) {
        auto storages = readStorages(*session.fileSystem(), absolutePath(*path));
        if (!storages)
            return failWith(storages);
        context.storages = std::move(*storages);
    }
    return findConsequences(tree, relocationsOf(plan), context);
}

void printConsequences(Output &output, const std::vector<Consequence> &consequences)
{
    if (consequences.empty())
        return;
    output.line(ConsequenceList::head());
    for (const Consequence &consequence : consequences) {
        output.line(QStringLiteral("  ") + ConsequenceList::line(consequence));
        for (const CommandLine &command : consequence.commands)
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

} // namespace espalier::cli
