// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/maintenancekeeper.h"

#include "core/fs/actingas.h"
#include "core/fs/makedirectories.h"
#include "core/pbs/safeid.h"
#include "core/pbs/sectiontext.h"
#include "core/pbs/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr int format = 1;
constexpr std::string_view formatKey = "espalier-maintenance";
constexpr std::string_view noteSuffix = ".json";
constexpr std::string_view lockName = ".lck";
constexpr std::size_t longestNote = std::size_t{16} << 10;
constexpr std::string_view storeSection = "datastore";
constexpr std::string_view property = "maintenance-mode";
constexpr std::string_view configDirectory = "/etc/proxmox-backup";
constexpr std::string_view directoryOfNotes = "/var/lib/espalier/maintenance";
constexpr std::string_view managerDirectory = "/usr/sbin";
constexpr std::string_view manager = "proxmox-backup-manager";

std::string noteName(const std::string &store)
{
    return store + std::string(noteSuffix);
}

std::optional<std::string> optionalText(const Json &json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<std::string>());
}

Json jsonOf(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json();
}

Done checkStore(const std::string &store)
{
    return isDatastoreName(store) ? Done() : fail(Error::Kind::InvalidInput, MessageId::JobStoreRefused, store);
}

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

/// What lies in the file of a store.
struct MaintenanceKeeper::Note
{
    std::string store;
    std::optional<std::string> former;
    std::string ours;
    std::int64_t since = 0;
    ProcessMark guardian{};

    std::string toText() const
    {
        const Json json{{formatKey, format}, {"store", store},      {"former", jsonOf(former)},        {"ours", ours},
                        {"since", since},    {"pid", guardian.pid}, {"process-start", guardian.start}, {"boot", guardian.boot}};
        return json.dump(2) + "\n";
    }

    static std::optional<Note> fromText(const std::string &text)
    try {
        const Json json = Json::parse(text, nullptr, false);
        if (!json.is_object() || json.value(formatKey, 0) != format)
            return std::nullopt;
        const ProcessMark guardian{json.at("pid"), json.at("process-start"), json.at("boot")};
        return Note{json.at("store"), optionalText(json.at("former")), json.at("ours"), json.at("since"), guardian};
    } catch (const Json::exception &) {
        return std::nullopt;
    }
};

/// What `datastore.cfg` says now.
struct MaintenanceKeeper::Present
{
    ConfigText config;
    bool hasStore = false;
    std::optional<std::string> value{};
};

MaintenanceKeeper::MaintenanceKeeper(std::shared_ptr<fs::FileSystem> fileSystem, std::string prefix, fs::ProgramRunner run,
                                     ProcessProbe lives)
    : m_fileSystem(std::move(fileSystem))
    , m_prefix(prefix == "/" ? std::string() : std::move(prefix))
    , m_run(std::move(run))
    , m_lives(std::move(lives))
{
}

std::string MaintenanceKeeper::path(std::string_view below) const
{
    return m_prefix + std::string(below);
}

bool MaintenanceKeeper::exists(std::string_view directory, std::string_view name) const
{
    const auto opened = m_fileSystem->open(path(directory));
    const auto found = opened ? (*opened)->find(name) : Result<std::optional<fs::Status>>();
    return found && *found;
}

bool MaintenanceKeeper::hasBootCheck() const
{
    static constexpr std::array<std::string_view, 2> wanted{"/usr/lib/systemd/system/multi-user.target.wants",
                                                            "/etc/systemd/system/multi-user.target.wants"};
    const auto isWanted = [this](std::string_view directory) { return exists(directory, bootUnit); };
    const bool isMasked = exists("/etc/systemd/system", bootUnit); // or replaced by another one
    return std::ranges::any_of(wanted, isWanted) && exists("/usr/lib/systemd/system", bootUnit) && !isMasked;
}

/// Nothing where there is none.
Result<std::optional<MaintenanceKeeper::Note>> MaintenanceKeeper::noteIn(const fs::Directory &directory, const std::string &store) const
{
    const auto text = directory.readFile(noteName(store), longestNote);
    if (!text && text.error().kind == Error::Kind::NotFound)
        return std::nullopt;
    if (!text)
        return failWith(text);
    auto note = Note::fromText(*text);
    if (!note || note->store != store)
        return fail(Error::Kind::Damaged, MessageId::MaintenanceNoteDamaged, directory.path() + "/" + noteName(store));
    return note;
}

bool MaintenanceKeeper::isGuarded(const Note &note) const
{
    return note.guardian.boot == thisProcess().boot && m_lives(note.guardian.pid, note.guardian.start);
}

std::optional<HeldMaintenance> MaintenanceKeeper::held(const std::string &store) const
{
    const auto directory = isDatastoreName(store) ? m_fileSystem->open(path(directoryOfNotes)) : Result<std::shared_ptr<fs::Directory>>();
    if (!directory || !*directory)
        return std::nullopt;
    const auto note = noteIn(**directory, store);
    if (!note)
        return HeldMaintenance{.store = store};
    if (!*note)
        return std::nullopt;
    return HeldMaintenance{store, (*note)->former, (*note)->ours, (*note)->since, isGuarded(**note)};
}

bool MaintenanceKeeper::isOwn(const std::string &store) const
{
    const auto directory = m_fileSystem->open(path(directoryOfNotes));
    const auto note = directory ? noteIn(**directory, store) : failWith(directory);
    return note && *note && (*note)->guardian == thisProcess();
}

/// Durable when it returns, with the directories above.
Done MaintenanceKeeper::remember(fs::Directory &directory, const Note &note) const
{
    constexpr std::uint32_t everybodyReads = 0644;
    return directory.replaceFile(noteName(note.store), note.toText(), everybodyReads).and_then([&] { return directory.syncFileSystem(); });
}

Done MaintenanceKeeper::forget(fs::Directory &directory, const std::string &store) const
{
    return directory.removeFile(noteName(store)).and_then([&] { return directory.sync(); });
}

Result<MaintenanceKeeper::Present> MaintenanceKeeper::present(const std::string &store) const
{
    auto config = readConfigFile(*m_fileSystem, path(configDirectory), ConfigFile::Datastores);
    if (!config)
        return failWith(config);
    const auto sections = SectionText::read(config->text, fileName(ConfigFile::Datastores));
    if (!sections)
        return failWith(sections);
    Present found{.config = *std::move(config)};
    if (const ConfigSection *section = sections->find(storeSection, store)) {
        found.hasStore = true;
        const auto at = std::ranges::find(section->properties, property, &std::pair<std::string, std::string>::first);
        if (at != section->properties.end())
            found.value = at->second;
    }
    return found;
}

Done MaintenanceKeeper::begin(const std::string &store, const MaintenanceMode &mode) const
{
    constexpr std::uint32_t everybodyLooks = 0755;
    const Done named = checkStore(store);
    const auto ours = named ? maintenanceValue(mode) : failWith(named);
    if (!ours)
        return failWith(ours);
    if (!hasBootCheck())
        return fail(Error::Kind::Denied, MessageId::MaintenanceNoBootCheck);
    const auto directory = fs::openOrMakeAll(*m_fileSystem, path(directoryOfNotes), everybodyLooks);
    if (!directory)
        return failWith(directory);
    const auto lock = waitForLockFile(**directory, lockName, (*directory)->path());
    if (!lock)
        return failWith(lock);
    const auto noted = noteIn(**directory, store);
    if (!noted)
        return failWith(noted);
    if (*noted)
        return fail(Error::Kind::Conflict, MessageId::MaintenanceHeld, store);
    return setUnderLock(**directory, {store, std::nullopt, *ours, now(), thisProcess()});
}

/// @p note knows everything but what was there before.
Done MaintenanceKeeper::setUnderLock(fs::Directory &directory, const Note &note) const
{
    const auto before = present(note.store);
    if (!before)
        return failWith(before);
    if (!before->hasStore)
        return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, fileName(ConfigFile::Datastores), "datastore: " + note.store);
    const std::string type = maintenanceTypeIn(before->value);
    if (before->value && !maintenanceType(type))
        return fail(Error::Kind::Conflict, MessageId::MaintenanceRefused, note.store, type);
    if (type == maintenanceTypeIn(note.ours))
        return fail(Error::Kind::Conflict, MessageId::MaintenanceSame, note.store, type);
    Note complete = note;
    complete.former = before->value;
    if (const Done noted = remember(directory, complete); !noted)
        return noted;
    const Done written = write(note.store, note.ours, *before, Purpose::Set);
    if (written)
        return written;
    // a program that failed may have written all the same; without an answer the note stays, and with it the way back
    if (const auto undone = restore(directory, complete); !undone)
        return failWith(undone);
    return written;
}

Result<MaintenanceEnd> MaintenanceKeeper::end(const std::string &store) const
{
    return endIf(store, [](const Note &) { return true; });
}

Result<MaintenanceEnd> MaintenanceKeeper::endOwn(const std::string &store) const
{
    return endIf(store, [](const Note &note) { return note.guardian == thisProcess(); });
}

Result<MaintenanceEnd> MaintenanceKeeper::endLeftover(const std::string &store) const
{
    return endIf(store, [this](const Note &note) { return !isGuarded(note); });
}

Result<MaintenanceEnd> MaintenanceKeeper::endIf(const std::string &store, const std::function<bool(const Note &)> &isMeant) const
{
    if (const Done named = checkStore(store); !named)
        return failWith(named);
    const auto directory = m_fileSystem->open(path(directoryOfNotes));
    if (!directory && directory.error().kind == Error::Kind::NotFound)
        return MaintenanceEnd::Gone;
    const auto lock = directory ? waitForLockFile(**directory, lockName, (*directory)->path()) : failWith(directory);
    if (!lock)
        return failWith(lock);
    const auto note = noteIn(**directory, store);
    if (!note)
        return failWith(note);
    return *note && isMeant(**note) ? restore(**directory, **note) : MaintenanceEnd::Gone;
}

/// What other entries of the file become meanwhile is no reason to give up.
Result<MaintenanceEnd> MaintenanceKeeper::restore(fs::Directory &directory, const Note &note) const
{
    constexpr int attempts = 10;
    bool isWritten = false;
    for (int i = 0; i < attempts; ++i) {
        const auto found = present(note.store);
        if (!found)
            return failWith(found);
        if (!found->hasStore || !isSameMaintenance(found->value, note.ours)) {
            if (const Done forgotten = forget(directory, note.store); !forgotten)
                return failWith(forgotten);
            return isWritten ? MaintenanceEnd::Restored : MaintenanceEnd::Changed;
        }
        const Done written = write(note.store, note.former, *found, Purpose::Restore);
        if (!written && written.error().id != MessageId::ConfigChanged)
            return failWith(written);
        isWritten = isWritten || written;
    }
    return fail(Error::Kind::Busy, MessageId::ConfigChanged, fileName(ConfigFile::Datastores));
}

/// PBS's own program may need a PBS that runs, which there is not while the host starts or stops: restoring goes without it, too.
Done MaintenanceKeeper::write(const std::string &store, const std::optional<std::string> &value, const Present &present,
                              Purpose purpose) const
{
    if (m_prefix.empty() && fs::processUser() == 0 && exists(managerDirectory, manager)) {
        const Done done = writeByManager(store, value, present.config.digest);
        if (done || purpose == Purpose::Set)
            return done;
    }
    auto text = SectionText::read(present.config.text, fileName(ConfigFile::Datastores));
    if (!text)
        return failWith(text);
    if (const Done edited = text->set(storeSection, store, property, value); !edited)
        return edited;
    return writeConfigFile(*m_fileSystem, path(configDirectory), ConfigFile::Datastores, present.config.digest, text->text());
}

Done MaintenanceKeeper::writeByManager(const std::string &store, const std::optional<std::string> &value, const Digest &before) const
{
    CommandLine command{
        std::string(managerDirectory) + "/" + std::string(manager), "datastore", "update", store, "--digest", before.toHex()};
    command.insert(command.end(), {value ? "--maintenance-mode" : "--delete", value ? *value : std::string(property)});
    const auto outcome = m_run(command, {});
    if (!outcome)
        return failWith(outcome);
    if (outcome->exitCode != 0)
        return fail(Error::Kind::Failed, MessageId::ConfigProgramFailed, manager, fileName(ConfigFile::Datastores),
                    trimmed(outcome->errors));
    return {};
}

std::vector<std::pair<std::string, Result<MaintenanceEnd>>> MaintenanceKeeper::endLeftovers() const
{
    std::vector<std::pair<std::string, Result<MaintenanceEnd>>> ends;
    const auto directory = m_fileSystem->open(path(directoryOfNotes));
    const auto entries = directory ? (*directory)->entries() : failWith(directory);
    if (!entries)
        return ends;
    for (const fs::Entry &entry : *entries) {
        if (!entry.name.ends_with(noteSuffix))
            continue;
        const std::string store = entry.name.substr(0, entry.name.size() - noteSuffix.size());
        if (const auto noted = held(store); noted && !noted->isGuarded)
            ends.emplace_back(store, endLeftover(store));
    }
    return ends;
}

} // namespace espalier
