// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/invocation.h"

#include "cli/jsonoutput.h"
#include "cli/terminal.h"
#include "remote/makeservice.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <filesystem>

namespace espalier::cli {

/// Only the context of the translations.
class InvocationText
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::Invocation)

public:
    static QString scanning(const ScanProgress &progress)
    {
        return tr("Reading: %1 groups, %2 snapshots").arg(progress.groups).arg(progress.snapshots);
    }
    static QString readingManifests(std::size_t done, std::size_t total) { return tr("Reading manifests: %1 of %2").arg(done).arg(total); }
    static QString readingNames(const ScanProgress &progress)
    {
        return tr("Reading the guests' names of %n group(s)", nullptr, int(progress.groups));
    }
    //: [y/N]: what can be answered; the first one must be the first letter of "yes", below
    static QString goOn() { return tr("Go on? [y/N] "); }
    //: the first letter means yes in answer to a question
    static QString yes() { return tr("yes"); }
};

ExitCode report(Invocation &invocation, const Error &error)
{
    const bool isUsage = messageName(error.id).starts_with("Usage");
    const ExitCode code = isUsage ? ExitCode::Usage : exitCodeOf(error);
    if (invocation.isJson())
        invocation.output.line(toQString(dump({{"error", toJson(error)}, {"exit-code", std::to_underlying(code)}})));
    else
        tell(QStringLiteral("espalierctl: ") + text::oneLine(error));
    return code;
}

std::string absolutePath(const std::string &path)
{
    std::error_code ignored;
    return (std::filesystem::current_path(ignored) / path).lexically_normal().generic_string();
}

Result<Session> openStore(const Invocation &invocation)
{
    return openStore(invocation, invocation.arguments.positionals().front());
}

Result<Session> openStore(const Invocation &invocation, const std::string &text)
{
    std::error_code ignored;
    const std::string here = std::filesystem::current_path(ignored).generic_string();
    const auto place = Place::fromString(text, here);
    if (!place)
        return failWith(place);
    ServiceOptions options;
    options.pbsRoot = invocation.arguments.value("--pbs-root").value_or("/");
    options.ssh.configFile = invocation.arguments.value("--ssh-config").value_or(std::string());
    return Session::open(makeService(*place, options));
}

Result<ScanResult> scanStore(const Invocation &invocation, const Session &session)
{
    ScanOptions options;
    options.stop = invocation.stop;
    if (showsProgress())
        options.progress = [](const ScanProgress &progress) { showProgress(InvocationText::scanning(progress)); };
    auto result = session.service().scan(options);
    showProgress({});
    return result;
}

Result<ScanResult> readAllDetails(const Invocation &invocation, const Session &session, const Tree &tree)
{
    ScanOptions options;
    options.stop = invocation.stop;
    const std::size_t total = tree.root().snapshotsBelow;
    if (showsProgress())
        options.progress
            = [total](const ScanProgress &progress) { showProgress(InvocationText::readingManifests(progress.snapshots, total)); };
    auto result = session.service().readAllDetails(tree, options);
    showProgress({});
    return result;
}

Result<std::vector<Overlap>> readOverlaps(const Invocation &invocation, const Session &session, const Tree &tree, OverlapSearch search)
{
    ScanOptions options;
    options.stop = invocation.stop;
    if (showsProgress())
        options.progress = [](const ScanProgress &progress) { showProgress(InvocationText::readingNames(progress)); };
    auto result = session.service().readOverlaps(tree, search, options);
    showProgress({});
    return result;
}

PlanContext planContext(const Session &session)
{
    return {.access = session.access(), .activity = session.activity(), .hasActivity = true, .storeName = session.name()};
}

Result<NamespacePath> namespaceArgument(std::string_view option, const std::string &text)
{
    auto path = NamespacePath::fromString(text);
    if (!path)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, text, toStdString(text::sentences(path.error()).why));
    return path;
}

Done confirmWriting(const Invocation &invocation, const Session &session)
{
    if (!session.access().asksForUnseenServers || invocation.arguments.has("--yes"))
        return {};
    const Error question{Error::Kind::Denied, MessageId::WriteUnseenServers, {session.location()}, 0};
    if (canAsk()) {
        tell(text::oneLine(question));
        std::fputs(InvocationText::goOn().toUtf8().constData(), stderr);
        const auto answer = readLine(invocation.stop);
        const QString given = toQString(answer.value_or(std::string())).trimmed();
        if (!given.isEmpty() && InvocationText::yes().startsWith(given.front(), Qt::CaseInsensitive))
            return {};
    }
    return fail(Error::Kind::Denied, MessageId::NotConfirmed, toStdString(text::sentences(question).advice));
}

} // namespace espalier::cli
