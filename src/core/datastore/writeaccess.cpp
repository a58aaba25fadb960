// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/writeaccess.h"

#include "core/datastore/accounts.h"
#include "core/fs/paths.h"

#include <utility>

namespace espalier {

namespace {

using Kind = Error::Kind;
using Refusal = std::optional<Error>;

struct Ids
{
    std::uint32_t user = 0;
    std::uint32_t group = 0;

    std::string toString() const { return std::to_string(user) + ":" + std::to_string(group); }
    friend bool operator==(const Ids &, const Ids &) = default;
};

constexpr Ids backup{backupUser, backupGroup};

template<typename... Args>
Error refusal(Kind kind, MessageId id, Args &&...args)
{
    return fail(kind, id, std::forward<Args>(args)...).error();
}

/// Whether that user may make entries in a directory.
bool mayMakeEntries(const fs::Status &status, Ids ids)
{
    const std::uint32_t needed = status.user == ids.user ? 0300 : status.group == ids.group ? 0030 : 0003;
    return status.kind == fs::EntryKind::Directory && (status.mode & needed) == needed;
}

/// A word as a shell reads it back.
std::string quoted(const std::string &word)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@%,";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// One question to a place, and all that it is answered from.
class Decision
{
public:
    Decision(fs::FileSystem &fileSystem, const OpenedStore &store, const PbsHost &host, Ids asWhom)
        : m_fileSystem(fileSystem)
        , m_store(store)
        , m_host(host)
        , m_names(namesOfStore(fileSystem, host, store))
        , m_asWhom(asWhom)
    {
    }

    WriteAccess decide(const PbsHost *realHost, const std::string &stateHome) const;

private:
    Refusal volumeProblem() const;
    Refusal hiddenServerProblem(const PbsHost &realHost) const;

    WriteAccess underServer() const;
    Refusal serverProblem() const;
    Refusal configurationProblem() const;
    Refusal nameProblem() const;
    Refusal configuredStoreProblem() const;
    Refusal backupUserProblem() const;

    WriteAccess withoutServer(const std::string &stateHome) const;
    Refusal freeProblem(const std::string &stateHome) const;
    Refusal lockProblem() const;

    Error needsUser(Ids wanted) const;
    Error needsServerUser() const;
    bool canKeepJournal() const;
    std::string journalOfServer() const { return m_host.path("/var/lib/proxmox-backup/espalier"); }
    Ids owner() const { return {m_store.user, m_store.group}; }
    const std::string &path() const { return m_store.identity.path; }

    fs::FileSystem &m_fileSystem;
    const OpenedStore &m_store;
    const PbsHost &m_host;
    StoreNames m_names;
    Ids m_asWhom;
};

Refusal Decision::volumeProblem() const
{
    const auto volume = m_store.root->volume();
    if (!volume)
        return volume.error();
    switch (volume->kind) {
    case fs::Volume::Kind::Local: break;
    case fs::Volume::Kind::Network: return refusal(Kind::Denied, MessageId::WriteForeignFileSystem, path(), volume->name);
    case fs::Volume::Kind::Windows: return refusal(Kind::Denied, MessageId::WriteWindowsDirectory, path());
    case fs::Volume::Kind::Unknown: return refusal(Kind::Denied, MessageId::WriteUnknownFileSystem, path(), volume->name);
    }
    if (volume->readOnly)
        return refusal(Kind::Denied, MessageId::WriteReadOnlyMount, path());
    return std::nullopt;
}

/// The PBS of the real root must be known not to have this directory. A run directory without a configuration is no
/// such proof: the configuration may just not be visible here.
Refusal Decision::hiddenServerProblem(const PbsHost &realHost) const
{
    if (!realHost.present() || m_store.isDemo)
        return std::nullopt;
    const StoreNames names = namesOfStore(m_fileSystem, realHost, m_store);
    if (!names.stores.empty())
        return refusal(Kind::Denied, MessageId::WriteHostPbsElsewhere, path(), names.stores.front().name);
    if (!names.isComplete)
        return refusal(Kind::Denied, MessageId::WriteHostPbsUnreadable, path());
    return std::nullopt;
}

Error Decision::needsUser(Ids wanted) const
{
    const std::string name = wanted == backup ? "backup" : wanted.user == 0 ? "root" : nameOfUser(m_fileSystem, wanted.user);
    std::string command = "sudo";
    if (wanted.user != 0) {
        const auto account = accountOfUser(m_fileSystem, wanted.user);
        const bool isOwnGroup = wanted == backup || (account && account->group == wanted.group);
        command += " -u " + quoted(name) + (isOwnGroup ? "" : " -g " + quoted(nameOfGroup(m_fileSystem, wanted.group)));
    }
    command += " espalierctl move " + quoted(path()) + " TYPE/ID --to NS";
    if (m_host.prefix != "/")
        command += " --pbs-root " + quoted(m_host.prefix);
    return refusal(Kind::Denied, MessageId::WriteNeedsUser, path(), name, command);
}

/// Where the directory of PBS's state belongs to root, only root can make that of the journal, once, for backup.
Error Decision::needsServerUser() const
{
    return needsUser(canKeepJournal() ? backup : Ids{0, 0});
}

/// Whether backup can write into the directory of the journal, or make it; true where that cannot be seen.
bool Decision::canKeepJournal() const
{
    for (std::string path = journalOfServer(); path != "/";) {
        const std::size_t slash = path.rfind('/');
        const std::string parent = slash == 0 ? "/" : path.substr(0, slash);
        const auto directory = m_fileSystem.open(parent);
        const auto found = directory ? (*directory)->find(path.substr(slash + 1)) : failWith(directory);
        if (found && *found)
            return (*found)->kind == fs::EntryKind::Symlink || mayMakeEntries(**found, backup);
        if (!found && found.error().kind != Kind::NotFound)
            return true;
        path = parent;
    }
    return false;
}

Refusal Decision::serverProblem() const
{
    return configurationProblem()
        .or_else([this] { return nameProblem(); })
        .or_else([this] { return configuredStoreProblem(); })
        .or_else([this] { return backupUserProblem(); });
}

Refusal Decision::configurationProblem() const
{
    if (m_host.runDirectoryExists && !m_host.runDirectoryReadable)
        return refusal(Kind::Denied, MessageId::WriteRunDirectoryUnreadable, m_host.path("/run/proxmox-backup"));
    if (!m_host.configExists || m_host.configReadable)
        return std::nullopt;
    // PBS keeps its configuration from everybody but root and backup
    const bool isDenied = m_host.configError && m_host.configError->kind == Kind::Denied;
    if (isDenied && m_asWhom.user != 0 && m_asWhom.user != backupUser)
        return needsServerUser();
    return refusal(Kind::Denied, MessageId::WriteConfigUnreadable, m_host.path("/etc/proxmox-backup/datastore.cfg"));
}

Refusal Decision::nameProblem() const
{
    if (m_names.stores.empty())
        return refusal(Kind::Denied, MessageId::WriteNotConfigured, path(), m_host.path("/etc/proxmox-backup/datastore.cfg"));
    if (m_names.stores.size() == 1)
        return std::nullopt;
    std::string all;
    for (const ConfiguredStore &configured : m_names.stores)
        all += (all.empty() ? "" : ", ") + configured.name;
    return refusal(Kind::Denied, MessageId::WriteStoreAmbiguous, path(), all);
}

Refusal Decision::configuredStoreProblem() const
{
    const ConfiguredStore &configured = m_names.stores.front();
    if (configured.isS3)
        return refusal(Kind::Denied, MessageId::WriteS3Cache, configured.name);
    const std::string &mode = configured.maintenanceMode;
    if (!mode.empty() && mode != "read-only" && mode != "offline")
        return refusal(Kind::Denied, MessageId::WriteMaintenance, configured.name, mode);
    if (configured.isRemovable && !isOnOwnMount(m_fileSystem, m_host, m_store))
        return refusal(Kind::Denied, MessageId::WriteStoreNotMounted, configured.name);
    if (!m_host.runDirectoryExists)
        return refusal(Kind::Denied, MessageId::WriteRunDirectoryMissing, path(), m_host.path("/run/proxmox-backup"));
    return std::nullopt;
}

Refusal Decision::backupUserProblem() const
{
    if (owner() != backup)
        return refusal(Kind::Denied, MessageId::WriteOwnerNotBackup, path(), owner().toString(), backup.toString());
    if (m_asWhom.user == 0 || (m_asWhom == backup && canKeepJournal()))
        return std::nullopt;
    return needsServerUser();
}

WriteAccess Decision::underServer() const
{
    WriteAccess access;
    access.user = backupUser;
    access.group = backupGroup;
    access.lockScheme = m_host.lockScheme();
    access.journalDirectory = journalOfServer();
    if (m_names.stores.size() == 1) {
        access.storeName = m_names.stores.front().name;
        access.lockDirectory = m_host.path("/run/proxmox-backup/locks/" + access.storeName);
    }
    return access;
}

WriteAccess Decision::withoutServer(const std::string &stateHome) const
{
    WriteAccess access;
    access.asksForUnseenServers = true;
    access.user = m_store.user;
    access.group = m_store.group;
    access.lockScheme = LockScheme::Directories;
    access.journalDirectory = stateHome + "/espalier";
    return access;
}

Refusal Decision::freeProblem(const std::string &stateHome) const
{
    if (m_asWhom.user != 0 && m_asWhom != owner())
        return needsUser(owner());
    if (!fs::isAbsolute(stateHome))
        return refusal(Kind::Failed, MessageId::JournalUnwritable, stateHome + "/espalier", "XDG_STATE_HOME, HOME");
    return lockProblem();
}

/// Whoever holds any lock on `.lock` may be a server in a container or on another host.
Refusal Decision::lockProblem() const
{
    const auto holder = m_store.root->recordLockHolder(".lock", fs::Access::Exclusive);
    if (!holder)
        return holder.error();
    if (*holder == 0)
        return std::nullopt;
    return refusal(Kind::Busy, MessageId::WriteLockHeld, path(), *holder > 0 ? std::to_string(*holder) : std::string("?"));
}

WriteAccess Decision::decide(const PbsHost *realHost, const std::string &stateHome) const
{
    // a demo that no server is known to have is nobody's backup
    const bool isFreeDemo = m_store.isDemo && m_names.stores.empty();
    const bool hasServer = m_host.present() && !isFreeDemo;

    WriteAccess access = hasServer ? underServer() : withoutServer(stateHome);
    access.reason = volumeProblem().or_else([&] { return realHost ? hiddenServerProblem(*realHost) : Refusal(); }).or_else([&] {
        return hasServer ? serverProblem() : freeProblem(stateHome);
    });
    access.allowed = !access.reason;
    return access;
}

} // namespace

WriteAccess decideWriteAccess(fs::FileSystem &fileSystem, const OpenedStore &store, const PbsHost &host, const PbsHost *realHost,
                              std::uint32_t asUser, std::uint32_t asGroup, const std::string &stateHome)
{
    return Decision(fileSystem, store, host, {asUser, asGroup}).decide(realHost, stateHome);
}

} // namespace espalier
