// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/terminal.h"
#include "core/demo/demo.h"
#include "core/fs/native.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <filesystem>

namespace espalier::cli {

/// Writes datastores to try things with.
class DemoCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::DemoCommand)

public:
    explicit DemoCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    Result<DemoOptions> options() const;
    void tellStores(const std::vector<std::string> &stores) const;

    Invocation &m_invocation;
};

Result<DemoOptions> DemoCommand::options() const
{
    constexpr std::size_t most = 100'000'000;
    DemoOptions options;
    for (const auto &[name, number] : {std::pair("--namespaces", &options.namespaces), std::pair("--groups", &options.groups),
                                       std::pair("--snapshots", &options.snapshots)}) {
        const auto given = m_invocation.arguments.number(name, most);
        if (!given)
            return failWith(given);
        *number = *given;
    }
    const auto seed = m_invocation.arguments.number("--seed", most);
    if (!seed)
        return failWith(seed);
    options.seed = seed->value_or(options.seed);
    return options;
}

ExitCode DemoCommand::run()
{
    const auto wanted = options();
    if (!wanted)
        return report(m_invocation, wanted.error());
    std::error_code ignored;
    const std::string here = std::filesystem::current_path(ignored).generic_string();
    const auto place = Place::fromString(m_invocation.arguments.positionals().front(), here);
    if (!place)
        return report(m_invocation, place.error());
    if (place->kind() != Place::Kind::Directory)
        return report(m_invocation, fail(Error::Kind::InvalidInput, MessageId::PlaceNotSupported, place->toString()).error());
    std::vector<std::string> stores{place->path() + "/site-a"};
    if (!wanted->isBig())
        stores.push_back(place->path() + "/site-b");
    if (!m_invocation.isDryRun()) {
        const auto progress
            = [](std::size_t done, std::size_t total) { showProgress(tr("Writing: %1 of %2 snapshots").arg(done).arg(total)); };
        const Done written = writeDemo(*fs::nativeFileSystem(), place->path(), *wanted, showsProgress() ? progress : DemoProgress());
        showProgress({});
        if (!written)
            return report(m_invocation, written.error());
    }
    tellStores(stores);
    return ExitCode::Done;
}

void DemoCommand::tellStores(const std::vector<std::string> &stores) const
{
    if (m_invocation.isJson()) {
        m_invocation.output.line(toQString(dump({{"dry-run", m_invocation.isDryRun()}, {"stores", stores}})));
        return;
    }
    for (const std::string &store : stores)
        m_invocation.output.line(printable(store));
    if (m_invocation.isDryRun())
        m_invocation.output.line(tr("Nothing was written: this was a dry run."));
    else
        m_invocation.output.line(tr("Try: %1").arg(QStringLiteral("espalierctl tree %1").arg(printable(stores.front()))));
}

ExitCode runDemo(Invocation &invocation)
{
    return DemoCommand(invocation).run();
}

} // namespace espalier::cli
