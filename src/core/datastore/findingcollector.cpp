// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/findingcollector.h"

#include "core/datastore/store.h"
#include "core/fs/systemerror.h"

#include <algorithm>
#include <array>
#include <format>

#include <tuple>

namespace espalier {

namespace {

std::string wordsOf(const Error &error)
{
    return error.systemError != 0 ? fs::systemWords(error.systemError) : std::string(messageName(error.id));
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

FindingCollector::FindingCollector(std::vector<Finding> &findings, const NamespacePath &ns, std::string group, ExpectedOwner owner)
    : m_findings(findings)
    , m_ns(ns)
    , m_group(std::move(group))
    , m_owner(owner)
{
}

void FindingCollector::add(Finding::Kind kind, std::string path, std::vector<std::string> args)
{
    m_findings.push_back({kind, std::move(path), m_ns, m_group, std::move(args)});
}

void FindingCollector::addUnreadable(std::string path, const Error &error)
{
    add(Finding::Kind::Unreadable, std::move(path), {wordsOf(error)});
}

void FindingCollector::addUnexpected(std::string path, const fs::Entry &entry)
{
    if (entry.kind == fs::EntryKind::Symlink)
        add(Finding::Kind::SymbolicLink, std::move(path));
    else if (entry.kind == fs::EntryKind::Directory)
        add(Finding::Kind::ForeignDirectory, std::move(path));
    else if (isTemporaryName(entry.name))
        add(Finding::Kind::TemporaryFile, std::move(path));
    else
        add(Finding::Kind::ForeignFile, std::move(path));
}

bool FindingCollector::checkOwner(std::string_view directory, std::string_view name, const fs::Status &status)
{
    if (isExpectedOwner(status))
        return true;
    add(Finding::Kind::WrongOwner, joinPath(directory, name),
        {std::format("{}:{}", status.user, status.group), std::format("{}:{}", m_owner.user, m_owner.group)});
    return false;
}

void FindingCollector::checkMode(std::string_view directory, std::string_view name, const fs::Status &status, std::uint32_t mode)
{
    constexpr std::uint32_t permissionBits = 0777;
    if ((status.mode & permissionBits) != mode)
        add(Finding::Kind::WrongMode, joinPath(directory, name), {std::format("{:04o}", status.mode), std::format("{:04o}", mode)});
}

bool isTemporaryName(std::string_view name)
{
    constexpr std::size_t randomCharacters = 6;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    std::string_view extension = name.substr(dot + 1);
    if (extension == "tmp" || extension == "tmpdec" || extension == "tmp_fidx" || extension == "tmp_didx")
        return true;
    if (!extension.starts_with("tmp_"))
        return false;
    extension.remove_prefix(std::string_view("tmp_").size());
    return extension.size() == randomCharacters && std::ranges::all_of(extension, isLetterOrDigit);
}

bool isRootEntry(std::string_view name)
{
    constexpr std::array<std::string_view, 6> known{".chunks", ".lock", ".gc-status", ".tmp", "lost+found", demoMarkerName};
    return std::ranges::contains(known, name) || name.starts_with("tmp_");
}

std::string joinPath(std::string_view directory, std::string_view name)
{
    std::string path;
    path.reserve(directory.size() + 1 + name.size());
    path.append(directory);
    if (!directory.empty() && !name.empty())
        path += '/';
    return path.append(name);
}

void sortFindings(std::vector<Finding> &findings)
{
    std::ranges::stable_sort(findings, [](const Finding &left, const Finding &right) {
        return std::tie(left.path, left.kind) < std::tie(right.path, right.kind);
    });
}

} // namespace espalier
