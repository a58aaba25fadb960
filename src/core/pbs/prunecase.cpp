// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunecase.h"

#include "core/pbs/jsonreader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace espalier {

namespace {

std::string toJson(const std::vector<PruneMark> &marks)
{
    std::string text = "[";
    for (const PruneMark &mark : marks) {
        text += text.size() > 1 ? ",\"" : "\"";
        text += toString(mark.verdict);
        text += '"';
    }
    return text + "]";
}

} // namespace

/// Reads one case, and where in its text the marks are or would be.
class PruneCases::Reader
{
public:
    Reader(PruneCases &cases, std::string_view line) : m_cases(cases), m_line(line), m_json(line) {}

    Result<std::string> marked()
    {
        readCase();
        m_json.end();
        if (m_json.failed())
            return fail(Error::Kind::InvalidInput, MessageId::PruneCaseMalformed, std::to_string(m_cases.m_line),
                        std::to_string(m_json.offset() + 1), m_json.expected());
        const std::string marks = toJson(markForPrune(m_snapshots, m_options, *m_zone));
        std::string text(m_line.substr(0, m_begin));
        text += m_hasMarks ? marks : ",\"marks\":" + marks;
        return text.append(m_line.substr(m_end));
    }

private:
    void readCase()
    {
        bool hasKeep = false;
        bool hasSnapshots = false;
        m_json.beginObject();
        while (const auto key = m_json.nextKey()) {
            if (*key == "tz")
                readZone();
            else if (*key == "keep")
                hasKeep = readOptions();
            else if (*key == "snapshots")
                hasSnapshots = readSnapshots();
            else if (*key == "marks")
                findMarks();
            else
                m_json.skip();
        }
        const std::size_t closing = m_json.offset() - (m_json.failed() ? 0 : 1);
        if (!m_hasMarks)
            m_begin = m_end = closing;
        if (!m_zone || !hasKeep || !hasSnapshots)
            m_json.refuse("an object with \"tz\", \"keep\" and \"snapshots\"", closing);
    }

    void readZone()
    {
        const std::size_t start = m_json.offset();
        const std::string name = m_json.string();
        m_zone = m_json.failed() ? nullptr : m_cases.zone(name);
        if (!m_zone)
            m_json.refuse("the name of a time zone that is known here", start);
    }

    bool readOptions()
    {
        m_options = {};
        m_json.beginObject();
        while (const auto key = m_json.nextKey()) {
            const std::size_t start = m_json.offset();
            const auto rule = std::ranges::find(allKeepRules, *key, [](KeepRule each) { return toString(each); });
            if (rule == std::end(allKeepRules)) {
                m_json.refuse("last, hourly, daily, weekly, monthly or yearly", start);
                return false;
            }
            const std::int64_t count = m_json.integer();
            if (count < 1)
                m_json.refuse("a whole number of at least 1", start);
            m_options[*rule] = static_cast<std::uint64_t>(count);
        }
        return true;
    }

    bool readSnapshots()
    {
        m_snapshots.clear();
        m_json.beginArray();
        while (m_json.nextItem())
            readSnapshot();
        return true;
    }

    void readSnapshot()
    {
        const std::size_t start = m_json.offset();
        std::optional<SnapshotTime> time;
        bool isFinished = true;
        bool isProtected = false;
        m_json.beginObject();
        while (const auto key = m_json.nextKey()) {
            if (*key == "time")
                time = readTime();
            else if (*key == "finished")
                isFinished = readTruth();
            else if (*key == "protected")
                isProtected = readTruth();
            else
                m_json.skip();
        }
        if (time)
            m_snapshots.push_back({.time = *time, .finished = isFinished, .isProtected = isProtected});
        else
            m_json.refuse("a snapshot with its time", start);
    }

    std::optional<SnapshotTime> readTime()
    {
        const std::size_t start = m_json.offset();
        const auto time = SnapshotTime::fromEpoch(m_json.integer());
        if (!time)
            m_json.refuse("seconds since 1970, up to the year 9999", start);
        return time ? std::optional(*time) : std::nullopt;
    }

    bool readTruth()
    {
        const char first = m_json.peek();
        if (first != 't' && first != 'f')
            m_json.refuse("true or false", m_json.offset());
        m_json.skip();
        return first == 't';
    }

    void findMarks()
    {
        m_json.peek(); // behind white space
        m_begin = m_json.offset();
        m_json.skip();
        m_end = m_json.offset();
        m_hasMarks = true;
    }

    PruneCases &m_cases;
    std::string_view m_line;
    JsonReader m_json;
    const TimeZone *m_zone = nullptr;
    KeepOptions m_options{};
    std::vector<PruneCandidate> m_snapshots;
    std::size_t m_begin = 0; ///< Of the marks in the line, or where they come.
    std::size_t m_end = 0;
    bool m_hasMarks = false;
};

std::string_view toString(PruneVerdict verdict)
{
    static constexpr std::array<std::string_view, 4> words = {"keep", "keep-partial", "protected", "remove"};
    return words.at(std::to_underlying(verdict));
}

Result<std::string> PruneCases::mark(std::string_view line)
{
    ++m_line;
    return Reader(*this, line).marked();
}

const TimeZone *PruneCases::zone(const std::string &name)
{
    if (const auto known = m_zones.find(name); known != m_zones.end())
        return &known->second;
    auto zone = TimeZone::named(name);
    return zone ? &m_zones.emplace(name, *std::move(zone)).first->second : nullptr;
}

} // namespace espalier
