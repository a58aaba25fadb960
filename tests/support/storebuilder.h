// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/memory.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace espalier::test {

/// Makes the directory of an empty datastore: root, `.chunks`, `.lock`.
void makeStore(fs::MemoryFileSystem &files, const std::string &root);

/// Makes a namespace ("a/b") and those above it.
void makeNamespace(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns);

/// Makes a group ("vm/100") in @p ns ("" for the root) with a finished snapshot for each of @p times.
void makeGroup(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group,
               const std::vector<std::string> &times, std::string_view owner = "backup@pbs", std::string_view notes = {});

/// Makes one finished snapshot: a genuine manifest with one blob of a few bytes.
void makeSnapshot(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group, std::string_view time,
                  std::string_view notes = {});

/// What tells which guest a snapshot is of.
struct GuestFiles
{
    std::string config{};                ///< Of a vm or ct, as PVE stores it; no such file where it is empty.
    std::vector<std::string> archives{}; ///< Indexes that the manifest lists; they are not made.
    std::string keyFingerprint{};
};

/// Makes, or makes anew, one finished snapshot that holds the files of @p guest.
void makeGuestSnapshot(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group,
                       std::string_view time, const GuestFiles &guest);

/// The directory of a group or, with @p time, of a snapshot, relative to the datastore's root: "ns/a/vm/100".
std::string groupPath(std::string_view ns, std::string_view group, std::string_view time = {});

/// One directory or file of a tree.
struct Row
{
    std::string path;
    char kind = 'd'; ///< 'd' directory, 'f' file, 'l' symbolic link, '?' anything else
    std::uint32_t mode = 0755;
    std::uint32_t user = 34;
    std::uint32_t group = 34;
    std::string content; ///< Of a file; the target of a link that is to be made.

    std::string toString() const; ///< One line that shows all of it, for messages.
    friend bool operator==(const Row &, const Row &) = default;
};

using Rows = std::vector<Row>;

/// Reads [[path, kind, "0o755", uid, gid, content?], …], the shape of the fixtures of moves.
Rows rowsFromJson(const nlohmann::json &rows);

/// Makes the rows below the existing directory @p root, parents before their children.
void loadRows(fs::MemoryFileSystem &files, const std::string &root, const Rows &rows);

/// The same on the real file system; ids are given only where the process is root. Throws std::runtime_error on failure.
void loadRows(const std::string &root, const Rows &rows);

/// Everything below a directory, sorted by path. `.chunks` and `.lock` of a datastore's root are left out.
/// Throws std::runtime_error where something cannot be read.
Rows listRows(const fs::Directory &root);

/// The lines of both that differ, marked '-' (only in @p before) and '+' (only in @p after); empty where they are equal.
std::string difference(const Rows &before, const Rows &after);

} // namespace espalier::test
