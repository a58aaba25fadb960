// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/jsonoutput.h"
#include "text/maintenancewords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <string_view>
#include <utility>

namespace espalier::cli {

/// Shows, sets and ends the maintenance mode of a datastore. One that is set lasts as long as the command runs.
class MaintenanceCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::MaintenanceCommand)

public:
    explicit MaintenanceCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode show();
    ExitCode set();
    ExitCode clear();

private:
    Result<MaintenanceMode> wantedMode() const;
    ExitCode hold(Session &session, MaintenanceMode::Type type);
    void tellWhenQuiet(const Session &session);
    ExitCode conclude(const Result<MaintenanceEnd> &end);

    Invocation &m_invocation;
    QString m_told;
};

namespace {

std::string modeOf(const Session &session)
{
    const auto &configured = session.activity().configured;
    return configured ? configured->maintenanceMode : std::string();
}

Json toJson(const HeldMaintenance &held)
{
    return {
        {"former", held.former ? Json(*held.former) : Json()}, {"value", held.ours}, {"since", held.since}, {"guarded", held.isGuarded}};
}

} // namespace

ExitCode MaintenanceCommand::show()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto &held = session->state().heldMaintenance;
    const std::string mode = modeOf(*session);
    if (m_invocation.isJson()) {
        const Activity &activity = session->activity();
        m_invocation.output.line(toQString(dump({{"path", session->location()},
                                                 {"name", session->name()},
                                                 {"maintenance", mode.empty() ? Json() : Json(mode)},
                                                 {"message", activity.configured ? activity.configured->maintenanceMessage : std::string()},
                                                 {"readers", activity.readers},
                                                 {"writers", activity.writers},
                                                 {"held", held ? toJson(*held) : Json()}})));
        return ExitCode::Done;
    }
    m_invocation.output.line(mode.empty() ? tr("No maintenance mode.") : tr("Maintenance mode: %1").arg(printable(mode)));
    if (held && held->isGuarded)
        m_invocation.output.line(tr("Espalier has set it at %1, and restores what was there before: %2")
                                     .arg(QDateTime::fromSecsSinceEpoch(held->since).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                          text::maintenanceValueWords(held->former)));
    else if (held)
        m_invocation.output.line(text::oneLine({Error::Kind::Conflict, MessageId::MaintenanceLeftOver, {session->name()}, 0}));
    return ExitCode::Done;
}

Result<MaintenanceMode> MaintenanceCommand::wantedMode() const
{
    const std::string name = m_invocation.arguments.positionals().at(1);
    const auto type = maintenanceType(name);
    if (!type)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "MODE", name, "read-only, offline");
    MaintenanceMode mode{*type, m_invocation.arguments.value("--message").value_or("set by Espalier for a while")};
    const auto value = maintenanceValue(mode);
    return value ? Result<MaintenanceMode>(std::move(mode)) : failWith(value);
}

ExitCode MaintenanceCommand::set()
{
    const auto mode = wantedMode();
    if (!mode)
        return report(m_invocation, mode.error());
    auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    if (m_invocation.isDryRun()) {
        m_invocation.output.line(tr("The maintenance mode would be: %1").arg(text::maintenanceValueWords(*maintenanceValue(*mode))));
        return ExitCode::Done;
    }
    if (const Done held = session->service().holdMaintenance(*mode); !held)
        return report(m_invocation, held.error());
    return hold(*session, mode->type);
}

/// Until somebody stops the command, or the mode is over.
ExitCode MaintenanceCommand::hold(Session &session, MaintenanceMode::Type type)
{
    tell(tr("The maintenance mode is set until this command is ended with Ctrl+C."));
    Done refreshed = session.refresh();
    while (refreshed && session.state().heldMaintenance) {
        if (type == MaintenanceMode::Type::Offline)
            tellWhenQuiet(session);
        if (!pause(m_invocation.stop))
            return conclude(session.service().endMaintenance());
        refreshed = session.refresh();
    }
    if (!refreshed)
        return report(m_invocation, refreshed.error());
    return conclude(session.service().endMaintenance());
}

/// PBS counts what began before: only when nothing of it is left, the datastore is quiet (locking-and-safety §8).
void MaintenanceCommand::tellWhenQuiet(const Session &session)
{
    const Activity &activity = session.activity();
    const int operations = activity.readers + activity.writers;
    const bool isQuiet = operations == 0 && activity.tasks.empty() && !activity.garbageCollection && activity.isComplete;
    const QString words = isQuiet ? tr("Nothing of PBS is at work in the datastore any more.")
        : operations > 0          ? tr("Waiting: %n operation(s) of PBS began before.", nullptr, operations)
                                  : tr("Waiting: a task of PBS is still running, or cannot be seen.");
    if (words != std::exchange(m_told, words))
        tell(words);
}

ExitCode MaintenanceCommand::clear()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    if (m_invocation.isDryRun())
        return show();
    return conclude(session->service().endMaintenance());
}

ExitCode MaintenanceCommand::conclude(const Result<MaintenanceEnd> &end)
{
    static constexpr std::array<std::string_view, 3> names{"restored", "changed", "gone"};
    if (!end)
        return report(m_invocation, end.error());
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump({{"end", names.at(std::to_underlying(*end))}})));
    else
        m_invocation.output.line(text::maintenanceEndWords(*end));
    return ExitCode::Done;
}

ExitCode runShowMaintenance(Invocation &invocation)
{
    return MaintenanceCommand(invocation).show();
}

ExitCode runSetMaintenance(Invocation &invocation)
{
    return MaintenanceCommand(invocation).set();
}

ExitCode runClearMaintenance(Invocation &invocation)
{
    return MaintenanceCommand(invocation).clear();
}

} // namespace espalier::cli
