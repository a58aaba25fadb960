// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/activity.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace espalier {

namespace {

constexpr std::size_t maxTaskListSize = std::size_t{16} << 20;
constexpr std::size_t maxOperationsSize = std::size_t{1} << 20;

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find_first_of(separators, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

/// Types whose worker id begins with the store (upid-and-tasks, "Worker types").
bool beginsWithStore(std::string_view type)
{
    static constexpr auto types = std::to_array<std::string_view>(
        {"backup", "create-datastore", "delete-datastore", "garbage_collection", "mount-device", "mount-sync-jobs", "move-group",
         "move-namespace", "notification-threshold-reset", "prune", "prunejob", "reader", "s3-refresh", "sync", "unmount-device",
         "verificationjob", "verify", "verify_group", "verify_snapshot"});
    return std::ranges::contains(types, type);
}

/// Whether a task works on a store. Types of unknown form count where the store's name is any of their words.
bool concerns(const Upid &upid, const std::string &store)
{
    const auto fields = split(upid.workerId, ":");
    if (beginsWithStore(upid.workerType))
        return fields.front() == store;
    if (upid.workerType == "syncjob" && fields.size() == 5)
        return fields[2] == store || (fields[0] == "-" && fields[1] == store);
    return std::ranges::contains(split(upid.workerId, ":/, "), std::string_view(store));
}

std::string describe(const Upid &upid)
{
    std::string_view what = upid.workerId;
    const std::size_t colon = upid.workerType == "syncjob" ? what.rfind(':') : what.find(':');
    if (colon != std::string_view::npos && colon + 1 < what.size())
        what.remove_prefix(colon + 1);
    while (what.starts_with('/') || what.starts_with(':')) // the root namespace
        what.remove_prefix(1);
    while (what.ends_with(':'))
        what.remove_suffix(1);
    std::string text = upid.workerType + (what.empty() ? "" : " of ") + std::string(what);
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

/// Whether a field of a worker id ends in a group ("vm/100", "ns/a/vm/100") or in one of its snapshots ("vm/100/69A4BDE8").
bool endsInGroup(std::string_view field)
{
    const auto parts = split(field, "/");
    const auto isGroupAt
        = [&](std::size_t fromEnd) { return parts.size() >= fromEnd && backupTypeFromString(parts[parts.size() - fromEnd]).has_value(); };
    const bool endsInTime = parts.back().size() == 8 && parts.back().find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    return isGroupAt(2) || (endsInTime && isGroupAt(3));
}

/// Whether a task may lock any group: it walks through a store or namespace and names no group of its own.
bool walksThroughGroups(const Upid &upid)
{
    return upid.workerType != "garbage_collection" && std::ranges::none_of(split(upid.workerId, ":"), endsInGroup);
}

void readTasks(fs::FileSystem &fileSystem, const PbsHost &host, const ProcessProbe &lives, Activity &activity)
{
    const auto directory = fileSystem.open(host.path("/var/log/proxmox-backup/tasks"));
    const auto text = directory ? (*directory)->readFile("active", maxTaskListSize) : failWith(directory);
    if (!text) {
        activity.isComplete = activity.isComplete && text.error().kind == Error::Kind::NotFound;
        return;
    }
    for (const std::string_view line : split(*text, "\n")) {
        if (line.empty() || line.contains(' ')) // a status follows: finished
            continue;
        auto upid = Upid::fromString(line);
        if (!upid) {
            activity.isComplete = false;
            continue;
        }
        if (!concerns(*upid, activity.configured->name) || !lives(upid->pid, upid->processStart))
            continue;
        activity.garbageCollection = activity.garbageCollection || upid->workerType == "garbage_collection";
        std::string description = describe(*upid);
        activity.tasks.push_back({*std::move(upid), std::move(description)});
    }
}

/// A number of an entry of active operations; nothing where it is no count.
std::optional<std::uint64_t> number(const nlohmann::json &object, const char *key)
{
    if (!object.is_object() || !object.contains(key) || !object[key].is_number_unsigned())
        return std::nullopt;
    return object[key].get<std::uint64_t>();
}

/// Adds what one process does; false where the entry is not understood.
bool countOperations(const nlohmann::json &entry, const ProcessProbe &lives, Activity &activity)
{
    const auto pid = number(entry, "pid");
    const auto start = number(entry, "starttime");
    constexpr std::uint64_t most = 1'000'000;
    if (!pid || !start || *pid > std::numeric_limits<std::int32_t>::max() || !entry.contains("active_operations"))
        return false;
    const auto reads = number(entry["active_operations"], "read");
    const auto writes = number(entry["active_operations"], "write");
    if (!reads || !writes)
        return false;
    if (lives(static_cast<std::int64_t>(*pid), *start)) {
        activity.readers += static_cast<int>(std::min(*reads, most));
        activity.writers += static_cast<int>(std::min(*writes, most));
    }
    return true;
}

void readOperations(fs::FileSystem &fileSystem, const PbsHost &host, const ProcessProbe &lives, Activity &activity)
{
    const auto directory = fileSystem.open(host.path("/run/proxmox-backup/active-operations"));
    const auto text = directory ? (*directory)->readFile(activity.configured->name, maxOperationsSize) : failWith(directory);
    if (!text) {
        activity.isComplete = activity.isComplete && text.error().kind == Error::Kind::NotFound;
        return;
    }
    const auto entries = nlohmann::json::parse(*text, nullptr, false);
    if (!entries.is_array()) {
        activity.isComplete = activity.isComplete && text->empty();
        return;
    }
    for (const auto &entry : entries)
        activity.isComplete = countOperations(entry, lives, activity) && activity.isComplete;
}

void readLock(const OpenedStore &store, Activity &activity)
{
    const auto holder = store.root->recordLockHolder(".lock", fs::Access::Shared);
    if (!holder) {
        activity.isComplete = false;
        return;
    }
    activity.lockHolder = *holder;
    activity.garbageCollection = *holder != 0;
}

} // namespace

bool RunningTask::names(const GroupId &group) const
{
    const auto fields = split(upid.workerId, ":");
    return std::ranges::any_of(fields, [&](std::string_view field) {
        const auto parts = split(field, "/");
        return std::ranges::search(parts, std::array{toString(group.type()), std::string_view(group.id())}).size() == 2;
    });
}

const RunningTask *Activity::blocker(const GroupId &group) const
{
    const auto found = std::ranges::find_if(tasks, [&](const RunningTask &task) { return task.names(group); });
    return found == tasks.end() ? nullptr : &*found;
}

const RunningTask *Activity::suspect(const GroupId &group) const
{
    if (const RunningTask *const task = blocker(group))
        return task;
    const auto found = std::ranges::find_if(tasks, [](const RunningTask &task) { return walksThroughGroups(task.upid); });
    return found == tasks.end() ? nullptr : &*found;
}

Activity readActivity(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store, const ProcessProbe &lives)
{
    Activity activity;
    readLock(store, activity);
    if (!host.present())
        return activity;
    const StoreNames names = namesOfStore(fileSystem, host, store);
    activity.isComplete = activity.isComplete && (names.stores.size() == 1 || (names.stores.empty() && names.isComplete));
    if (names.stores.empty())
        return activity;
    activity.configured = names.stores.front();
    readTasks(fileSystem, host, lives, activity);
    readOperations(fileSystem, host, lives, activity);
    return activity;
}

} // namespace espalier
