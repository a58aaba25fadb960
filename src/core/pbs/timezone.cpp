// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/timezone.h"

#include "core/pbs/systemzone.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <string>
#include <system_error>

namespace espalier {

namespace {

constexpr std::int64_t earliest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t latest = std::numeric_limits<std::int64_t>::max();

std::unexpected<Error> unknown(std::string_view name, std::string_view why)
{
    return fail(Error::Kind::NotFound, MessageId::TimeZoneUnknown, name, why);
}

/// Whether @p name stays inside the folder of zones.
bool isZoneName(std::string_view name)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-";
    return !name.empty() && !name.starts_with('/') && name.find_first_not_of(letters) == std::string_view::npos;
}

/// A file of this computer that belongs to no datastore and no PBS: links are followed, as the C library does.
Result<std::string> readSystemFile(const std::string &path, std::string_view name)
{
    std::error_code problem;
    if (std::filesystem::is_regular_file(path, problem)) {
        errno = 0;
        std::ifstream file(std::filesystem::path(path), std::ios::binary);
        if (file.is_open())
            return std::string(std::istreambuf_iterator<char>(file), {});
        problem.assign(errno, std::generic_category());
    }
    if (!problem)
        problem = std::make_error_code(std::errc::no_such_file_or_directory);
    return unknown(name, path + ": " + problem.message());
}

} // namespace

/// Reads the parts of a TZif file one after the other; what lies behind the end reads as 0 and is remembered.
class TimeZone::Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    bool isExhausted() const { return m_isExhausted; }

    std::int64_t number(std::size_t size)
    {
        const std::string_view digits = take(size);
        std::uint64_t value = !digits.empty() && static_cast<unsigned char>(digits.front()) >= 0x80 ? ~std::uint64_t{0} : 0;
        for (const char digit : digits)
            value = value << 8 | static_cast<unsigned char>(digit);
        return static_cast<std::int64_t>(value);
    }

    std::string_view take(std::size_t size)
    {
        m_isExhausted = m_isExhausted || size > m_bytes.size();
        const std::string_view taken = m_bytes.substr(0, m_isExhausted ? 0 : size);
        m_bytes.remove_prefix(taken.size());
        return taken;
    }

    struct Header
    {
        bool isValid = false;
        char version = '\0';
        std::size_t utIndicators = 0;
        std::size_t standardIndicators = 0;
        std::size_t leapSeconds = 0;
        std::size_t transitions = 0;
        std::size_t types = 0;
        std::size_t characters = 0;

        /// Bytes of the block behind it, with times of @p timeSize bytes.
        std::size_t blockSize(std::size_t timeSize) const
        {
            return transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardIndicators + utIndicators;
        }
    };

    Header header()
    {
        constexpr std::size_t reserved = 15;
        Header header;
        header.isValid = take(4) == "TZif";
        const std::string_view version = take(1);
        header.version = version.empty() ? '\0' : version.front();
        take(reserved);
        for (std::size_t *count : {&header.utIndicators, &header.standardIndicators, &header.leapSeconds, &header.transitions,
                                   &header.types, &header.characters})
            *count = static_cast<std::uint32_t>(number(4));
        header.isValid = header.isValid && !m_isExhausted && header.types > 0 && header.blockSize(4) <= m_bytes.size();
        return header;
    }

    /// The block behind @p header. False where it cannot be read.
    bool readBlock(const Header &header, std::size_t timeSize, TimeZone &zone)
    {
        if (header.blockSize(timeSize) > m_bytes.size())
            return false;
        for (std::size_t i = 0; i < header.transitions; ++i)
            zone.m_transitions.push_back({number(timeSize), 0, false});
        const std::string_view typeOf = take(header.transitions);
        std::vector<std::int64_t> offsets;
        std::vector<bool> areSummer;
        for (std::size_t i = 0; i < header.types; ++i) {
            offsets.push_back(number(4));
            areSummer.push_back(number(1) != 0);
            take(1);
        }
        for (std::size_t i = 0; i < header.transitions; ++i) {
            const auto type = static_cast<unsigned char>(typeOf[i]);
            if (type >= offsets.size())
                return false;
            zone.m_transitions[i].offset = offsets[type];
            zone.m_transitions[i].isSummer = areSummer[type];
        }
        zone.m_firstOffset = offsets.front();
        take(header.blockSize(timeSize) - header.transitions * (timeSize + 1) - header.types * 6);
        return std::ranges::is_sorted(zone.m_transitions, {}, &ZoneTransition::time);
    }

    /// The rule between the two line ends at the end of the file; true where there is an empty one, too.
    bool readRule(TimeZone &zone)
    {
        if (take(1) != "\n" || !m_bytes.contains('\n'))
            return false;
        const std::string_view text = take(m_bytes.find('\n'));
        zone.m_rule = ZoneRule::fromString(text);
        return text.empty() || zone.m_rule;
    }

private:
    std::string_view m_bytes;
    bool m_isExhausted = false;
};

Result<TimeZone> TimeZone::fromTzif(std::string_view bytes, std::string_view name)
{
    TimeZone zone;
    Reader reader(bytes);
    Reader::Header header = reader.header();
    bool isRead = header.isValid;
    if (isRead && header.version == '\0') {
        isRead = reader.readBlock(header, 4, zone);
    } else if (isRead) {
        reader.take(header.blockSize(4)); // for readers that know no 64 bits
        header = reader.header();
        isRead = header.isValid && reader.readBlock(header, 8, zone) && reader.readRule(zone);
    }
    if (!isRead || reader.isExhausted())
        return unknown(name, "TZif");
    return zone;
}

Result<TimeZone> TimeZone::named(std::string_view name)
{
    if (!isZoneName(name))
        return unknown(name, std::make_error_code(std::errc::invalid_argument).message());
    const auto bytes = readSystemFile(zoneDirectory() + std::string(name), name);
    if (!bytes)
        return failWith(bytes);
    return fromTzif(*bytes, name);
}

Result<TimeZone> TimeZone::local()
{
    const auto file = localZoneFile();
    if (!file)
        return failWith(file);
    if (file->empty())
        return TimeZone();
    const auto bytes = readSystemFile(*file, *file);
    if (!bytes)
        return failWith(bytes);
    return fromTzif(*bytes, *file);
}

Result<TimeZone> TimeZone::fromParts(std::int64_t firstOffset, std::vector<ZoneTransition> transitions, std::optional<ZoneRule> rule)
{
    const auto isOffset = [](std::int64_t seconds) {
        return seconds >= std::numeric_limits<std::int32_t>::min() && seconds <= std::numeric_limits<std::int32_t>::max();
    };
    const bool areSound = isOffset(firstOffset) && std::ranges::all_of(transitions, isOffset, &ZoneTransition::offset)
        && std::ranges::is_sorted(transitions, {}, &ZoneTransition::time) && (!rule || rule->isSound());
    if (!areSound)
        return unknown({}, "TZif");
    TimeZone zone;
    zone.m_firstOffset = firstOffset;
    zone.m_transitions = std::move(transitions);
    zone.m_rule = std::move(rule);
    return zone;
}

std::vector<TimeZone> TimeZone::all()
{
    std::vector<TimeZone> zones{TimeZone()};
    const auto table = readSystemFile(zoneDirectory() + "zone1970.tab", "zone1970.tab");
    std::istringstream lines(table.value_or(std::string()));
    for (std::string line; std::getline(lines, line);) { // countries, coordinates, name, remarks, with tabs between
        std::istringstream columns(line);
        std::string name;
        for (int column = 0; column < 3; ++column)
            std::getline(columns, name, '\t');
        if (line.starts_with('#'))
            continue;
        if (auto zone = named(name))
            zones.push_back(*std::move(zone));
    }
    return zones;
}

TimeZone::Span TimeZone::at(std::int64_t time) const
{
    const auto spanOf = [time](const std::vector<ZoneTransition> &transitions, std::int64_t begin, std::int64_t offset) {
        const auto next = std::ranges::upper_bound(transitions, time, {}, &ZoneTransition::time);
        Span span{begin, next == transitions.end() ? latest : next->time, offset, false};
        if (next != transitions.begin()) {
            span.begin = std::max(begin, std::prev(next)->time);
            span.offset = std::prev(next)->offset;
            span.isSummer = std::prev(next)->isSummer;
        }
        return span;
    };
    const Span known = spanOf(m_transitions, earliest, m_transitions.empty() && m_rule ? m_rule->offset : m_firstOffset);
    if (!m_rule || known.end != latest)
        return known;
    return spanOf(m_rule->transitionsAround(time), known.begin, m_rule->offset);
}

std::pair<std::int64_t, std::int64_t> TimeZone::momentsOf(std::int64_t local) const
{
    constexpr std::int64_t day = 86'400; // no offset is as far from UTC
    const std::int64_t early = local - at(local - day).offset;
    const std::int64_t late = local - at(local + day).offset;
    const auto shows = [this, local](std::int64_t time) { return time + at(time).offset == local; };
    if (shows(early) && shows(late))
        return {std::min(early, late), std::max(early, late)};
    if (shows(early) || shows(late))
        return shows(early) ? std::pair(early, early) : std::pair(late, late);
    const bool isLate = at(late).isSummer && !at(early).isSummer;
    return isLate ? std::pair(late, late) : std::pair(early, early);
}

} // namespace espalier
