// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/syncjournal.h"

#include "core/run/journal.h"
#include "core/sync/snapshotfiles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace espalier {

namespace {

using Json = nlohmann::json;

constexpr int formatVersion = 1;
constexpr std::string_view fileSuffix = ".sync.jsonl";
constexpr std::size_t maxJournal = std::size_t{256} << 20;

Json toJson(const StoreIdentity &store)
{
    return {{"path", store.path},
            {"root", store.rootInode},
            {"rootBorn", store.rootBirthTime},
            {"chunks", store.chunksInode},
            {"chunksBorn", store.chunksBirthTime}};
}

Json toJson(const SnapshotAddress &snapshot)
{
    return {{"ns", snapshot.ns.toString()}, {"group", snapshot.group.toString()}, {"time", snapshot.time.toString()}};
}

StoreIdentity identityOf(const Json &json)
{
    StoreIdentity store;
    store.path = json.at("path");
    store.rootInode = json.at("root");
    store.rootBirthTime = json.at("rootBorn");
    store.chunksInode = json.at("chunks");
    store.chunksBirthTime = json.at("chunksBorn");
    return store;
}

std::optional<SnapshotAddress> addressOf(const Json &json)
{
    const auto ns = NamespacePath::fromString(json.at("ns").get<std::string>());
    const auto group = GroupId::fromString(json.at("group").get<std::string>());
    const auto time = SnapshotTime::fromString(json.at("time").get<std::string>());
    return ns && group && time ? std::optional(SnapshotAddress{*ns, *group, *time}) : std::nullopt;
}

bool isSame(const SnapshotAddress &one, const SnapshotAddress &other)
{
    return one.ns == other.ns && one.group == other.group && one.time == other.time;
}

void addLine(UnfinishedSync &sync, const Json &json)
{
    if (json.contains("makes")) {
        const auto ns = NamespacePath::fromString(json.at("ns").get<std::string>());
        const auto group = GroupId::fromString(json.at("makes").get<std::string>());
        if (ns && group)
            sync.groups.emplace_back(*ns, *group);
        return;
    }
    const auto address = addressOf(json);
    if (!address)
        return;
    const auto known = std::ranges::find_if(sync.snapshots, [&](const auto &each) { return isSame(each.address, *address); });
    const std::string what = json.at("what");
    if (what == "begin")
        sync.snapshots.push_back({*address, json.at("new").get<bool>(), 0});
    else if (known != sync.snapshots.end() && what == "made")
        known->inode = json.at("inode");
    else if (known != sync.snapshots.end() && what == "end")
        sync.snapshots.erase(known);
}

/// Nothing where it is not such a file, or of another store. A torn last line is what an interruption leaves.
std::optional<UnfinishedSync> parsed(const std::string &text, const StoreIdentity &store)
{
    UnfinishedSync sync;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const Json json = Json::parse(text.substr(at, end - at), nullptr, false);
        const bool isHead = at == 0;
        at = end + 1;
        if (json.is_discarded() || !json.is_object())
            break;
        try {
            if (isHead && (json.at("espalier-sync") != formatVersion || !identityOf(json.at("store")).sameStore(store)))
                return std::nullopt;
            if (isHead)
                sync.suffix = json.at("suffix");
            else
                addLine(sync, json);
        } catch (const Json::exception &) {
            return std::nullopt; // nobody's that is known
        }
    }
    return sync.suffix.empty() ? std::nullopt : std::optional(std::move(sync));
}

/// A group that a sync made is taken back if nothing came into it.
bool cleanGroup(const NamespacePath &ns, const GroupId &group, const std::shared_ptr<fs::Directory> &root, StoreLocks &locks)
{
    const auto type = fs::openBelow(root, typeDirectoryPath(ns, group.type()));
    const auto directory = type ? (*type)->openDirectory(group.id()) : type;
    if (!directory)
        return directory.error().kind == Error::Kind::NotFound;
    const auto lock = locks.lockGroup(ns, group, directory->get());
    return lock && removeGroupIfEmpty(**type, **directory, group, locks, ns);
}

bool cleanSnapshot(const UnfinishedSync::Snapshot &left, const std::shared_ptr<fs::Directory> &root, StoreLocks &locks)
{
    const SnapshotAddress &address = left.address;
    const auto type = fs::openBelow(root, typeDirectoryPath(address.ns, address.group.type()));
    const auto group = type ? (*type)->openDirectory(address.group.id()) : type;
    const auto before = group ? (*group)->openDirectory(address.time.toString()) : group;
    if (!before)
        return before.error().kind == Error::Kind::NotFound;
    const auto lock = locks.lockSnapshot(address.ns, address.group, address.time, **group);
    if (!lock)
        return false;
    const auto directory = (*group)->openDirectory(address.time.toString());
    const auto status = directory ? (*directory)->status() : Result<fs::Status>(failWith(directory));
    const auto manifest = directory ? (*directory)->find(manifestFileName) : Result<std::optional<fs::Status>>(failWith(directory));
    if (!status || !manifest)
        return false;
    const bool isOurs = left.isNew && !*manifest && left.inode == status->inode;
    if (isOurs)
        return removeSnapshotDirectory(**group, **directory, address, locks).has_value();
    if (left.isNew && !*manifest && left.inode == 0 && (*group)->removeDirectory(address.time.toString())) // made, and not yet told
        return true;
    return removeTemporaryFiles(**directory).has_value();
}

} // namespace

Result<std::unique_ptr<SyncJournal>> SyncJournal::begin(std::shared_ptr<fs::Directory> directory, const StoreIdentity &store,
                                                        const std::string &suffix)
{
    std::unique_ptr<SyncJournal> journal(new SyncJournal);
    journal->m_name = makeRunId(std::chrono::system_clock::now()) + std::string(fileSuffix);
    const auto unwritable = [&](const Error &cause) {
        return fail(Error::Kind::Failed, MessageId::JournalUnwritable, directory->path() + "/" + journal->m_name,
                    cause.args.empty() ? std::string() : cause.args.back());
    };
    auto file = directory->openAppend(journal->m_name);
    if (!file)
        return unwritable(file.error());
    auto lock = directory->lockFile(journal->m_name, fs::Access::Exclusive);
    if (!lock)
        return unwritable(lock.error());
    journal->m_file = std::move(*file);
    journal->m_lock = std::move(*lock);
    const Json head = {{"espalier-sync", formatVersion}, {"store", toJson(store)}, {"suffix", suffix}};
    for (const Done &done : {journal->write(head.dump(), true), directory->sync()}) {
        if (!done)
            return unwritable(done.error());
    }
    journal->m_directory = std::move(directory);
    return journal;
}

Done SyncJournal::write(const std::string &line, bool isSynced)
{
    const std::lock_guard guard(m_writing);
    if (const Done written = m_file->append(line + '\n'); !written)
        return written;
    return isSynced ? m_file->sync() : Done();
}

Done SyncJournal::beginsGroup(const NamespacePath &ns, const GroupId &group)
{
    ++m_open;
    return write(Json({{"makes", group.toString()}, {"ns", ns.toString()}}).dump(), true);
}

void SyncJournal::endedGroup()
{
    --m_open;
}

Done SyncJournal::beginsSnapshot(const SnapshotAddress &snapshot, bool isNew)
{
    ++m_open;
    Json json = toJson(snapshot);
    json["what"] = "begin";
    json["new"] = isNew;
    return write(json.dump(), true);
}

Done SyncJournal::made(const SnapshotAddress &snapshot, std::uint64_t inode)
{
    Json json = toJson(snapshot);
    json["what"] = "made";
    json["inode"] = inode;
    return write(json.dump(), false);
}

Done SyncJournal::ended(const SnapshotAddress &snapshot)
{
    --m_open;
    Json json = toJson(snapshot);
    json["what"] = "end";
    return write(json.dump(), false);
}

void SyncJournal::close()
{
    if (m_open == 0)
        (void)m_directory->removeFile(m_name); // where it stays the next sync finds nothing to clean
    m_file.reset();
    m_lock.reset();
}

std::vector<UnfinishedSync> unfinishedSyncs(fs::Directory &directory, const StoreIdentity &store)
{
    std::vector<UnfinishedSync> unfinished;
    const auto entries = directory.entries();
    for (const fs::Entry &entry : entries.value_or(std::vector<fs::Entry>())) {
        if (entry.kind != fs::EntryKind::File || !entry.name.ends_with(fileSuffix))
            continue;
        auto lock = directory.lockFile(entry.name, fs::Access::Exclusive);
        const auto text = lock ? directory.readFile(entry.name, maxJournal) : Result<std::string>(failWith(lock));
        if (text && !text->contains('\n')) { // it ended before its first line was written, and so before anything began
            (void)directory.removeFile(entry.name);
            continue;
        }
        auto sync = text ? parsed(*text, store) : std::nullopt;
        if (!sync)
            continue;
        sync->name = entry.name;
        sync->lock = std::move(*lock);
        unfinished.push_back(*std::move(sync));
    }
    return unfinished;
}

bool cleanUp(const UnfinishedSync &sync, const std::shared_ptr<fs::Directory> &root, StoreLocks &locks)
{
    bool isClean = true;
    for (const UnfinishedSync::Snapshot &snapshot : sync.snapshots)
        isClean = cleanSnapshot(snapshot, root, locks) && isClean;
    for (const auto &[ns, group] : sync.groups)
        isClean = cleanGroup(ns, group, root, locks) && isClean;
    return isClean;
}

} // namespace espalier
