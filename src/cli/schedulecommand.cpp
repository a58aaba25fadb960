// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/moments.h"
#include "core/pbs/calendarevent.h"
#include "core/pbs/snapshottime.h"
#include "text/schedulewords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <chrono>

namespace espalier::cli {

/// Tells when a schedule of PBS comes due.
class ScheduleCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::ScheduleCommand)

public:
    explicit ScheduleCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    struct Question
    {
        CalendarEvent event;
        TimeZone zone;
        std::int64_t from = 0;
        std::size_t count = 0;
    };

    Result<Question> question() const;
    void printText(const Question &question, const std::vector<std::int64_t> &times) const;
    void printJson(const Question &question, const std::vector<std::int64_t> &times) const;

    Invocation &m_invocation;
};

ExitCode ScheduleCommand::run()
{
    const auto asked = question();
    if (!asked)
        return report(m_invocation, asked.error());
    std::vector<std::int64_t> times;
    std::int64_t last = asked->from;
    while (times.size() < asked->count && !m_invocation.stop.stop_requested()) {
        const auto next = asked->event.next(last, asked->zone);
        if (!next)
            break;
        times.push_back(*next);
        last = *next;
    }
    if (m_invocation.isJson())
        printJson(*asked, times);
    else
        printText(*asked, times);
    return ExitCode::Done;
}

Result<ScheduleCommand::Question> ScheduleCommand::question() const
{
    constexpr std::size_t most = 1'000'000;
    constexpr std::size_t usual = 5;
    const Arguments &arguments = m_invocation.arguments;
    const auto event = CalendarEvent::fromString(arguments.positionals().front());
    if (!event)
        return failWith(event);
    const auto zone = zoneArgument(arguments);
    if (!zone)
        return failWith(zone);
    Result<std::int64_t> from = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (const auto text = arguments.value("--from"))
        from = momentArgument("--from", *text, *zone);
    if (!from)
        return failWith(from);
    const auto count = arguments.number("--count", most);
    if (!count)
        return failWith(count);
    return Question{*event, *zone, *from, count->value_or(usual)};
}

void ScheduleCommand::printText(const Question &question, const std::vector<std::int64_t> &times) const
{
    for (const std::int64_t time : times)
        m_invocation.output.line(localTime(time, question.event.isUtc() ? TimeZone() : question.zone));
    if (times.size() < question.count)
        m_invocation.output.line(times.empty() ? tr("It never comes due.") : tr("After that it does not come due again."));
    for (const CalendarEvent::Remark each : question.event.remarks())
        tell(text::scheduleRemark(each));
}

void ScheduleCommand::printJson(const Question &question, const std::vector<std::int64_t> &times) const
{
    Json list = Json::array();
    for (const std::int64_t time : times)
        list.push_back({{"time", time}, {"local", toStdString(localTime(time, question.event.isUtc() ? TimeZone() : question.zone))}});
    Json remarks = Json::array();
    for (const CalendarEvent::Remark each : question.event.remarks())
        remarks.push_back(toStdString(text::scheduleRemark(each)));
    m_invocation.output.line(toQString(dump({{"event", question.event.text()},
                                             {"from", question.from},
                                             {"next", std::move(list)},
                                             {"ends", times.size() < question.count},
                                             {"remarks", std::move(remarks)}})));
}

ExitCode runSchedule(Invocation &invocation)
{
    return ScheduleCommand(invocation).run();
}

} // namespace espalier::cli
