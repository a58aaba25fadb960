// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storebuilder.h"

#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/digest.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <algorithm>
#include <format>
#include <stdexcept>

namespace espalier::test {

namespace {

constexpr std::string_view blobName = "qemu-server.conf.blob";

nlohmann::json fileEntry(std::string_view name, std::string_view content)
{
    return {{"filename", name}, {"crypt-mode", "none"}, {"size", content.size()}, {"csum", Digest::of(content).toHex()}};
}

nlohmann::json manifestOf(std::string_view group, std::string_view time)
{
    const auto slash = group.find('/');
    nlohmann::json manifest;
    manifest["backup-type"] = group.substr(0, slash);
    manifest["backup-id"] = group.substr(slash + 1);
    manifest["backup-time"] = SnapshotTime::fromString(time).value().epoch();
    manifest["files"] = nlohmann::json::array();
    manifest["signature"] = nullptr;
    manifest["unprotected"] = nlohmann::json::object();
    return manifest;
}

std::uint32_t modeFromJson(const nlohmann::json &mode)
{
    if (mode.is_number())
        return mode.get<std::uint32_t>();
    const std::string text = mode.get<std::string>();
    return static_cast<std::uint32_t>(std::stoul(text.starts_with("0o") ? text.substr(2) : text, nullptr, 8));
}

void require(bool done, const std::string &what)
{
    if (!done)
        throw std::runtime_error("cannot make or read " + what);
}

void listInto(const fs::Directory &directory, const std::string &prefix, Rows &rows)
{
    const auto entries = directory.entries();
    require(entries.has_value(), prefix);
    for (const fs::Entry &entry : *entries) {
        const std::string path = prefix.empty() ? entry.name : prefix + "/" + entry.name;
        if (path == ".chunks" || path == ".lock")
            continue;
        const auto status = directory.find(entry.name);
        require(status && *status, path);
        Row row{path, '?', (*status)->mode, (*status)->user, (*status)->group, {}};
        switch ((*status)->kind) {
        case fs::EntryKind::Directory: row.kind = 'd'; break;
        case fs::EntryKind::File: row.kind = 'f'; break;
        case fs::EntryKind::Symlink: row.kind = 'l'; break;
        case fs::EntryKind::Other: break;
        }
        if (row.kind == 'f') {
            auto content = directory.readFile(entry.name, std::size_t{64} * 1024 * 1024);
            require(content.has_value(), path);
            row.content = std::move(*content);
        }
        rows.push_back(row);
        if (row.kind == 'd') {
            const auto below = directory.openDirectory(entry.name);
            require(below.has_value(), path);
            listInto(**below, path, rows);
        }
    }
}

} // namespace

std::string groupPath(std::string_view ns, std::string_view group, std::string_view time)
{
    std::string path = NamespacePath::fromString(ns).value().directoryForm();
    path.append(path.empty() ? "" : "/").append(group);
    return time.empty() ? path : path.append("/").append(time);
}

void makeStore(fs::MemoryFileSystem &files, const std::string &root)
{
    files.makeDirectories(root);
    files.makeDirectories(root + "/.chunks", 0750);
    files.makeFile(root + "/.lock", "");
}

void makeNamespace(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns)
{
    files.makeDirectories(root + "/" + NamespacePath::fromString(ns).value().directoryForm());
}

void makeGroup(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group,
               const std::vector<std::string> &times, std::string_view owner, std::string_view notes)
{
    const std::string directory = root + "/" + groupPath(ns, group);
    files.makeDirectories(directory);
    files.makeFile(directory + "/owner", std::format("{}\n", owner));
    if (!notes.empty())
        files.makeFile(directory + "/notes", notes);
    for (const std::string &time : times)
        makeSnapshot(files, root, ns, group, time);
}

void makeSnapshot(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group, std::string_view time,
                  std::string_view notes)
{
    const std::string directory = root + "/" + groupPath(ns, group, time);
    const std::string blob = encodeBlob(std::format("name: {}\n", group));
    nlohmann::json manifest = manifestOf(group, time);
    manifest["files"].push_back(fileEntry(blobName, blob));
    if (!notes.empty())
        manifest["unprotected"]["notes"] = notes;
    files.makeDirectories(directory);
    files.makeFile(std::format("{}/{}", directory, blobName), blob);
    files.makeFile(std::format("{}/{}", directory, manifestFileName), encodeBlob(manifest.dump(2)));
}

void makeGuestSnapshot(fs::MemoryFileSystem &files, const std::string &root, std::string_view ns, std::string_view group,
                       std::string_view time, const GuestFiles &guest)
{
    const std::string directory = root + "/" + groupPath(ns, group, time);
    nlohmann::json manifest = manifestOf(group, time);
    files.removeTree(directory);
    files.makeDirectories(directory);
    if (!guest.config.empty()) {
        const std::string_view name = group.starts_with("ct/") ? "pct.conf.blob" : blobName;
        const std::string blob = encodeBlob(guest.config);
        manifest["files"].push_back(fileEntry(name, blob));
        files.makeFile(std::format("{}/{}", directory, name), blob);
    }
    for (const std::string &archive : guest.archives)
        manifest["files"].push_back(fileEntry(archive, {}));
    if (!guest.keyFingerprint.empty())
        manifest["unprotected"]["key-fingerprint"] = guest.keyFingerprint;
    files.makeFile(std::format("{}/{}", directory, manifestFileName), encodeBlob(manifest.dump(2)));
}

std::string Row::toString() const
{
    const std::string quoted = nlohmann::json(content).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    return std::format("{} {} {:04o} {}:{} {}", path, kind, mode, user, group, quoted);
}

Rows rowsFromJson(const nlohmann::json &rows)
{
    Rows result;
    for (const nlohmann::json &row : rows) {
        result.push_back({.path = row.at(0).get<std::string>(),
                          .kind = row.at(1).get<std::string>().at(0),
                          .mode = modeFromJson(row.at(2)),
                          .user = row.at(3).get<std::uint32_t>(),
                          .group = row.at(4).get<std::uint32_t>(),
                          .content = row.size() > 5 ? row.at(5).get<std::string>() : std::string()});
    }
    std::ranges::sort(result, {}, &Row::path);
    return result;
}

void loadRows(fs::MemoryFileSystem &files, const std::string &root, const Rows &rows)
{
    for (const Row &row : rows) {
        const std::string path = root + "/" + row.path;
        if (row.kind == 'd')
            files.makeDirectories(path, row.mode);
        else if (row.kind == 'l')
            files.makeSymlink(path, row.content);
        else
            files.makeFile(path, row.content, row.mode);
        files.changeOwner(path, row.user, row.group);
        if (row.kind != 'l')
            files.changeMode(path, row.mode);
    }
}

Rows listRows(const fs::Directory &root)
{
    Rows rows;
    listInto(root, {}, rows);
    std::ranges::sort(rows, {}, &Row::path);
    return rows;
}

std::string difference(const Rows &before, const Rows &after)
{
    std::string text;
    for (const Row &row : before) {
        if (!std::ranges::contains(after, row))
            text += "- " + row.toString() + "\n";
    }
    for (const Row &row : after) {
        if (!std::ranges::contains(before, row))
            text += "+ " + row.toString() + "\n";
    }
    return text;
}

} // namespace espalier::test
