// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/finding.h"
#include "core/fs/filesystem.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// Who should own everything in a datastore: the owner of its root directory.
struct ExpectedOwner
{
    std::uint32_t user = 0;
    std::uint32_t group = 0;
};

/// Adds findings of one namespace, or of one group in it, to a list.
class FindingCollector
{
public:
    /// @p group is "vm/100", or empty for the namespace itself. @p findings must outlive the collector.
    FindingCollector(std::vector<Finding> &findings, const NamespacePath &ns, std::string group, ExpectedOwner owner);

    void add(Finding::Kind kind, std::string path, std::vector<std::string> args = {});
    void addUnreadable(std::string path, const Error &error);

    /// For an entry that is not PBS's: a symbolic link, a leftover temporary file, a foreign file or directory.
    void addUnexpected(std::string path, const fs::Entry &entry);

    /// Adds WrongOwner, and returns false, where the object @p name in @p directory belongs to somebody else. @p name may be
    /// empty: then @p directory itself is meant.
    bool checkOwner(std::string_view directory, std::string_view name, const fs::Status &status);

    /// Adds WrongMode where the object's permission bits are not @p mode. Set-id and sticky bits are not judged.
    void checkMode(std::string_view directory, std::string_view name, const fs::Status &status, std::uint32_t mode);

    bool isExpectedOwner(const fs::Status &status) const { return status.user == m_owner.user && status.group == m_owner.group; }

private:
    std::vector<Finding> &m_findings;
    const NamespacePath m_ns;
    const std::string m_group;
    const ExpectedOwner m_owner;
};

inline constexpr std::uint32_t directoryMode = 0755; ///< Of everything PBS makes below the root, `.chunks` excepted.
inline constexpr std::uint32_t fileMode = 0644;

/// True for the names of PBS's temporary files (datastore-format §4): an interrupted write left them behind.
bool isTemporaryName(std::string_view name);

/// True for what belongs into a datastore's root beside namespaces and groups, and for our own marker.
bool isRootEntry(std::string_view name);

/// "a/b"; only one of both where the other is empty.
std::string joinPath(std::string_view directory, std::string_view name);

/// The order of a list of findings: by path, then by kind.
void sortFindings(std::vector<Finding> &findings);

} // namespace espalier
