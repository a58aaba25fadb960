// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/acltext.h"

#include "core/pbs/sectionconfig.h"
#include "core/pbs/utf8.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <vector>

namespace espalier {

namespace {

using Words = std::vector<std::string>;

bool isAbout(const AclEntry &entry, const AclState &wanted)
{
    return entry.path == wanted.path && entry.subject == wanted.subject && entry.role == wanted.role;
}

std::string joined(const Words &words, char separator)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : std::string(1, separator)) + word;
    return text;
}

Words without(const Words &words, std::string_view word)
{
    Words rest = words;
    std::erase_if(rest, [word](const std::string &each) { return trimmed(each) == word; });
    return rest;
}

Words split(std::string_view text, char separator)
{
    Words words;
    for (const auto word : std::views::split(text, separator))
        words.emplace_back(word.begin(), word.end());
    return words;
}

/// A line that can be read, without one of the entries it stands for: nothing, or one or two lines.
std::string lineWithout(std::string_view line, const AclState &gone)
{
    const Words fields = split(trimmed(line), ':');
    const Words subjects = split(fields[3], ',');
    const Words roles = split(fields[4], ',');
    const std::string subject = gone.subject.toString();
    std::string rest;
    const auto add = [&](const Words &whose, const Words &which) {
        if (!whose.empty() && !which.empty())
            rest += std::format("acl:{}:{}:{}:{}\n", fields[1], fields[2], joined(whose, ','), joined(which, ','));
    };
    add(without(subjects, subject), roles);
    add({subject}, without(roles, gone.role));
    return rest;
}

std::string withoutEntry(std::string_view text, const AclState &gone)
{
    std::string rest;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        const bool names = std::ranges::any_of(readAcl(line, {}).entries, [&](const AclEntry &entry) { return isAbout(entry, gone); });
        rest += names ? lineWithout(line, gone) : std::string(line);
        text.remove_prefix(end);
    }
    return rest;
}

} // namespace

Result<std::vector<AclEntry>> readWholeAcl(std::string_view text, std::string_view file)
{
    AclReading reading = readAcl(text, file);
    if (reading.problems.empty())
        return std::move(reading.entries);
    Error damaged = reading.problems.front();
    damaged.id = MessageId::ConfigDamaged;
    return std::unexpected(std::move(damaged));
}

Result<AclState> presentAcl(std::string_view text, const AclState &wanted, std::string_view file)
{
    const auto entries = readWholeAcl(text, file);
    if (!entries)
        return failWith(entries);
    AclState present = wanted;
    present.propagates.reset();
    for (const AclEntry &entry : *entries) {
        if (isAbout(entry, wanted))
            present.propagates = entry.propagates;
    }
    return present;
}

Result<std::string> editedAcl(std::string_view text, const AclState &wanted, std::string_view file)
{
    const auto present = presentAcl(text, wanted, file);
    if (!present || *present == wanted)
        return present ? Result<std::string>(text) : failWith(present);
    const std::string entry = std::format("{}:{}:{}", wanted.path, wanted.subject.toString(), wanted.role);
    const auto refused = [&] { return fail(Error::Kind::InvalidInput, MessageId::ConfigEditRefused, file, entry); };
    if (!isWritableConfigText(entry))
        return refused();
    std::string result = withoutEntry(text, wanted);
    if (wanted.propagates) {
        result += result.empty() || result.ends_with('\n') ? "" : "\n";
        result += std::format("acl:{}:{}\n", *wanted.propagates ? 1 : 0, entry);
    }
    const auto written = presentAcl(result, wanted, file);
    if (!written || *written != wanted)
        return refused();
    return result;
}

} // namespace espalier
