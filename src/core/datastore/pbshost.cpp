// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/pbshost.h"

#include "core/datastore/datastoreconfig.h"
#include "core/fs/paths.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace espalier {

namespace {

constexpr std::size_t maxPackageListSize = std::size_t{64} << 20;

std::string withoutTrailingSlashes(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

/// What is known of a directory that may be there or not.
struct Sight
{
    bool exists = false;                      ///< Also where that cannot be found out.
    std::shared_ptr<fs::Directory> directory; ///< Null where it cannot be opened.
    std::optional<Error> error;
};

/// Whether a path that could not be opened is really not there: a link that leads nowhere is.
bool isAbsent(fs::FileSystem &fileSystem, const std::string &path)
{
    const std::string parent(fs::parentOf(path));
    const auto directory = fileSystem.open(parent);
    if (!directory)
        return directory.error().kind == Error::Kind::NotFound && (parent == fs::rootOf(parent) || isAbsent(fileSystem, parent));
    const auto found = (*directory)->find(path.substr(path.rfind('/') + 1));
    return found && !*found;
}

Sight look(fs::FileSystem &fileSystem, const std::string &path)
{
    auto directory = fileSystem.open(path);
    if (directory)
        return {true, *std::move(directory), std::nullopt};
    return {directory.error().kind != Error::Kind::NotFound || !isAbsent(fileSystem, path), nullptr, directory.error()};
}

void readRunDirectory(fs::FileSystem &fileSystem, PbsHost &host)
{
    const Sight run = look(fileSystem, host.path("/run/proxmox-backup"));
    host.runDirectoryExists = run.exists;
    if (!run.directory)
        return;
    const auto flag = run.directory->find("old-locking");
    host.runDirectoryReadable = flag.has_value();
    host.oldLockingFlag = flag && *flag;
}

void readConfiguration(fs::FileSystem &fileSystem, PbsHost &host)
{
    const Sight config = look(fileSystem, host.path("/etc/proxmox-backup"));
    host.configExists = config.exists;
    if (!config.directory) {
        if (config.exists)
            host.configError = config.error;
        return;
    }
    const auto text = config.directory->readFile("datastore.cfg", maxConfigSize);
    if (!text) {
        host.configReadable = text.error().kind == Error::Kind::NotFound;
        if (!host.configReadable)
            host.configError = text.error();
        return;
    }
    auto stores = readDatastoreConfig(*text, host.path("/etc/proxmox-backup/datastore.cfg"));
    host.configReadable = stores.has_value();
    if (stores)
        host.stores = *std::move(stores);
    else
        host.configError = stores.error();
}

std::string_view field(std::string_view stanza, std::string_view name)
{
    const std::string key = "\n" + std::string(name) + ": ";
    const std::size_t start = stanza.find(key);
    if (start == std::string_view::npos)
        return {};
    const std::string_view rest = stanza.substr(start + key.size());
    return rest.substr(0, rest.find('\n'));
}

/// The version of the fully installed package, from the text of dpkg's status file (deb822: stanzas end at an empty line).
std::string packageVersion(std::string text)
{
    text.insert(0, "\n");
    constexpr std::string_view head = "\nPackage: proxmox-backup-server\n";
    const std::size_t start = text.find(head);
    if (start == std::string::npos)
        return {};
    const std::string_view stanza = std::string_view(text).substr(start, text.find("\n\n", start) - start);
    if (field(stanza, "Status") != "install ok installed")
        return {};
    return std::string(field(stanza, "Version"));
}

std::string installedVersion(fs::FileSystem &fileSystem, const PbsHost &host)
{
    const auto directory = fileSystem.open(host.path("/var/lib/dpkg"));
    if (!directory)
        return {};
    auto status = (*directory)->readFile("status", maxPackageListSize);
    return status ? packageVersion(*std::move(status)) : std::string();
}

using Version = std::array<int, 3>;

/// The three numbers of "4.2.3-1"; nothing for anything that is not plain numbers, with a packaging revision or not.
std::optional<Version> numbersOf(std::string_view version)
{
    version = version.substr(0, version.find('-'));
    Version numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [end, problem] = std::from_chars(version.data(), version.data() + version.size(), numbers[i]);
        if (problem != std::errc() || numbers[i] < 0)
            return std::nullopt;
        version.remove_prefix(static_cast<std::size_t>(end - version.data()));
        const bool isLast = i + 1 == numbers.size();
        if (isLast != version.empty() || (!isLast && !version.starts_with('.')))
            return std::nullopt;
        version.remove_prefix(isLast ? 0 : 1);
    }
    return numbers;
}

constexpr std::string_view mountBase = "/mnt/datastore";

/// The path that PBS uses for a store.
std::string fullPath(const ConfiguredStore &configured)
{
    if (!configured.isRemovable || configured.path.starts_with(std::string(mountBase) + "/"))
        return configured.path;
    return std::string(mountBase) + "/" + configured.name + (configured.path.starts_with('/') ? "" : "/") + configured.path;
}

/// The places where something that PBS knows as @p path may be seen.
std::vector<std::string> placesOf(const PbsHost &host, const std::string &path)
{
    if (!path.starts_with('/'))
        return {};
    if (host.prefix == "/")
        return {path};
    return {path, host.path(path)};
}

/// The status of the directory at @p path; nothing where there is none.
Result<std::optional<fs::Status>> statusOf(fs::FileSystem &fileSystem, const std::string &path)
{
    const auto directory = fileSystem.open(path);
    if (!directory) {
        const Error &error = directory.error();
        if (error.kind == Error::Kind::NotFound || error.id == MessageId::FileNotADirectory)
            return std::nullopt;
        return std::unexpected(error);
    }
    const auto status = (*directory)->status();
    if (!status)
        return failWith(status);
    return *status;
}

} // namespace

LockScheme PbsHost::lockScheme() const
{
    if (!present())
        return LockScheme::Directories;
    if (!numbersOf(version))
        return LockScheme::Both;
    if (!isAtLeast(3, 3, 5))
        return LockScheme::Directories;
    return oldLockingFlag || !runDirectoryReadable ? LockScheme::Both : LockScheme::Files;
}

bool PbsHost::isAtLeast(int major, int minor, int patch) const
{
    const auto numbers = numbersOf(version);
    return numbers && *numbers >= Version{major, minor, patch};
}

std::string PbsHost::path(std::string_view below) const
{
    return prefix == "/" ? std::string(below) : prefix + std::string(below);
}

PbsHost readPbsHost(fs::FileSystem &fileSystem, const std::string &prefix)
{
    PbsHost host;
    host.prefix = withoutTrailingSlashes(prefix);
    readRunDirectory(fileSystem, host);
    readConfiguration(fileSystem, host);
    if (host.present())
        host.version = installedVersion(fileSystem, host);
    return host;
}

StoreNames namesOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store)
{
    StoreNames names;
    names.isComplete = !host.present() || host.configReadable;
    const auto isStore = [&](const std::string &path) {
        const auto status = statusOf(fileSystem, path);
        names.isComplete = names.isComplete && status;
        return status && *status && (*status)->device == store.identity.device && (*status)->inode == store.identity.rootInode;
    };
    for (const ConfiguredStore &configured : host.stores) {
        // each place is looked at, so that isComplete is known
        if (std::ranges::count_if(placesOf(host, fullPath(configured)), isStore) > 0)
            names.stores.push_back(configured);
    }
    return names;
}

bool isOnOwnMount(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store)
{
    return std::ranges::all_of(placesOf(host, std::string(mountBase)), [&](const std::string &base) {
        const auto status = statusOf(fileSystem, base);
        return status && (!*status || (*status)->device != store.identity.device);
    });
}

} // namespace espalier
