// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/storeservice.h"
#include "core/wire/codec.h"

/// How names and what is read of a datastore and its host travel.
namespace espalier::wire {

template<>
struct TextForm<NamespacePath>
{
    static const std::string &write(const NamespacePath &path) { return path.toString(); }
    static Result<NamespacePath> read(const std::string &text) { return NamespacePath::fromString(text); }
};

template<>
struct TextForm<GroupId>
{
    static GroupId blank() { return GroupId::make(BackupType::Vm, "0").value(); }
    static std::string write(const GroupId &id) { return id.toString(); }
    static Result<GroupId> read(const std::string &text) { return GroupId::fromString(text); }
};

template<>
struct TextForm<SnapshotTime>
{
    static SnapshotTime blank() { return SnapshotTime::fromEpoch(0).value(); }
    static std::string write(const SnapshotTime &time) { return time.toString(); }
    static Result<SnapshotTime> read(const std::string &text) { return SnapshotTime::fromString(text); }
};

template<>
struct TextForm<AuthId>
{
    static AuthId blank() { return AuthId::fromString("root@pam").value(); }
    static const std::string &write(const AuthId &id) { return id.toString(); }
    static Result<AuthId> read(const std::string &text) { return AuthId::fromString(text); }
};

template<>
struct TextForm<Digest>
{
    static std::string write(const Digest &digest) { return digest.toHex(); }
    static Result<Digest> read(const std::string &text) { return Digest::fromHex(text); }
};

template<>
struct TextForm<CalendarEvent>
{
    static CalendarEvent blank() { return CalendarEvent::fromString("daily").value(); }
    static const std::string &write(const CalendarEvent &event) { return event.text(); }
    static Result<CalendarEvent> read(const std::string &text) { return CalendarEvent::fromString(text); }
};

template<>
inline constexpr LockScheme lastOf<LockScheme> = LockScheme::Both;
template<>
inline constexpr MaintenanceMode::Type lastOf<MaintenanceMode::Type> = MaintenanceMode::Type::Offline;
template<>
inline constexpr MaintenanceEnd lastOf<MaintenanceEnd> = MaintenanceEnd::Gone;
template<>
inline constexpr CryptMode lastOf<CryptMode> = CryptMode::Encrypt;
template<>
inline constexpr VerifyState lastOf<VerifyState> = VerifyState::Failed;
template<>
inline constexpr Finding::Kind lastOf<Finding::Kind> = Finding::Kind(findingKindCount - 1);
template<>
inline constexpr OverlapSearch lastOf<OverlapSearch> = OverlapSearch::EveryGroup;
template<>
inline constexpr YearlyMoment::Kind lastOf<YearlyMoment::Kind> = YearlyMoment::Kind::Day;

template<>
struct Fields<StoreIdentity>
{
    static void visit(auto &v, auto &&f)
    {
        f("path", v.path);
        f("device", v.device);
        f("root-inode", v.rootInode);
        f("root-birth", v.rootBirthTime);
        f("chunks-inode", v.chunksInode);
        f("chunks-birth", v.chunksBirthTime);
    }
};

template<>
struct Fields<WriteAccess>
{
    static void visit(auto &v, auto &&f)
    {
        f("allowed", v.allowed);
        f("reason", v.reason);
        f("asks-for-unseen-servers", v.asksForUnseenServers);
        f("user", v.user);
        f("group", v.group);
        f("lock-scheme", v.lockScheme);
        f("store", v.storeName);
        f("lock-directory", v.lockDirectory);
        f("journal-directory", v.journalDirectory);
    }
};

template<>
struct Fields<Upid>
{
    static void visit(auto &v, auto &&f)
    {
        f("node", v.node);
        f("pid", v.pid);
        f("process-start", v.processStart);
        f("task-id", v.taskId);
        f("start", v.startTime);
        f("type", v.workerType);
        f("id", v.workerId);
        f("auth-id", v.authId);
    }
};

template<>
struct Fields<RunningTask>
{
    static void visit(auto &v, auto &&f)
    {
        f("upid", v.upid);
        f("description", v.description);
    }
};

template<>
struct Fields<ConfiguredStore>
{
    static void visit(auto &v, auto &&f)
    {
        f("name", v.name);
        f("path", v.path);
        f("maintenance-mode", v.maintenanceMode);
        f("maintenance-message", v.maintenanceMessage);
        f("s3", v.isS3);
        f("removable", v.isRemovable);
    }
};

template<>
struct Fields<Activity>
{
    static void visit(auto &v, auto &&f)
    {
        f("tasks", v.tasks);
        f("readers", v.readers);
        f("writers", v.writers);
        f("garbage-collection", v.garbageCollection);
        f("lock-holder", v.lockHolder);
        f("configured", v.configured);
        f("complete", v.isComplete);
    }
};

template<>
struct TextForm<Place>
{
    static std::string write(const Place &place) { return place.toString(); }
    static Result<Place> read(const std::string &text) { return Place::fromString(text, "/"); }
};

template<>
struct Fields<MaintenanceMode>
{
    static void visit(auto &v, auto &&f)
    {
        f("type", v.type);
        f("message", v.message);
    }
};

template<>
struct Fields<HeldMaintenance>
{
    static void visit(auto &v, auto &&f)
    {
        f("store", v.store);
        f("former", v.former);
        f("ours", v.ours);
        f("since", v.since);
        f("guarded", v.isGuarded);
    }
};

template<>
struct Fields<PlaceState>
{
    static void visit(auto &v, auto &&f)
    {
        f("identity", v.identity);
        f("access", v.access);
        f("activity", v.activity);
        f("demo", v.isDemo);
        f("volume", v.volume);
        f("name", v.name);
        f("pbs-version", v.pbsVersion);
        f("host-behind", v.hostBehind);
        f("held-maintenance", v.heldMaintenance);
    }
};

template<>
struct Fields<Finding>
{
    static void visit(auto &v, auto &&f)
    {
        f("kind", v.kind);
        f("path", v.path);
        f("ns", v.ns);
        f("group", v.group);
        f("args", v.args);
    }
};

template<>
struct Fields<ScanProgress>
{
    static void visit(auto &v, auto &&f)
    {
        f("namespaces", v.namespaces);
        f("groups", v.groups);
        f("snapshots", v.snapshots);
    }
};

template<>
struct Fields<ScanResult>
{
    static void visit(auto &v, auto &&f)
    {
        f("tree", v.tree);
        f("findings", v.findings);
    }
};

template<>
struct Fields<GroupDetails>
{
    static void visit(auto &v, auto &&f)
    {
        f("group", v.group);
        f("findings", v.findings);
    }
};

template<>
struct Fields<Occurrence>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("guest-names", v.guestNames);
    }
};

template<>
struct Fields<Overlap>
{
    static Overlap blank() { return {.id = TextForm<GroupId>::blank(), .occurrences = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("id", v.id);
        f("occurrences", v.occurrences);
    }
};

template<>
struct Fields<ManifestFile>
{
    static void visit(auto &v, auto &&f)
    {
        f("name", v.fileName);
        f("crypt-mode", v.cryptMode);
        f("size", v.size);
        f("csum", v.checksum);
    }
};

template<>
struct Fields<Manifest>
{
    static void visit(auto &v, auto &&f)
    {
        f("backup-type", v.backupType);
        f("backup-id", v.backupId);
        f("backup-time", v.backupTime);
        f("files", v.files);
        f("signature", v.signature);
        f("notes", v.notes);
        f("key-fingerprint", v.keyFingerprint);
        f("verify-state", v.verifyState);
        f("verify-upid", v.verifyUpid);
        f("json", v.json);
    }
};

template<>
struct Fields<SnapshotFile>
{
    static void visit(auto &v, auto &&f)
    {
        f("name", v.name);
        f("size", v.size);
        f("crypt-mode", v.cryptMode);
        f("in-manifest", v.inManifest);
        f("on-disk", v.onDisk);
    }
};

template<>
struct Fields<SnapshotContent>
{
    static void visit(auto &v, auto &&f)
    {
        f("manifest", v.manifest);
        f("manifest-error", v.manifestError);
        f("files", v.files);
    }
};

template<>
struct Fields<GuestIdentity>
{
    static void visit(auto &v, auto &&f)
    {
        f("guest-name", v.guestName);
        f("archives", v.archives);
        f("key-fingerprint", v.keyFingerprint);
        f("notes", v.notes);
        f("readable", v.readable);
    }
};

template<>
struct Fields<ZoneTransition>
{
    static void visit(auto &v, auto &&f)
    {
        f("time", v.time);
        f("offset", v.offset);
        f("summer", v.isSummer);
    }
};

template<>
struct Fields<YearlyMoment>
{
    static void visit(auto &v, auto &&f)
    {
        f("kind", v.kind);
        f("month", v.month);
        f("week", v.week);
        f("day", v.day);
        f("seconds", v.seconds);
    }
};

template<>
struct Fields<ZoneRule::SummerTime>
{
    static ZoneRule::SummerTime blank() { return ZoneRule::SummerTime(); }
    static void visit(auto &v, auto &&f)
    {
        f("offset", v.offset);
        f("start", v.start);
        f("end", v.end);
    }
};

template<>
struct Fields<ZoneRule>
{
    static void visit(auto &v, auto &&f)
    {
        f("offset", v.offset);
        f("summer", v.summer);
    }
};

/// What a TimeZone consists of.
struct ZoneParts
{
    std::int64_t firstOffset = 0;
    std::vector<ZoneTransition> transitions{};
    std::optional<ZoneRule> rule{};
};

template<>
struct Fields<ZoneParts>
{
    static void visit(auto &v, auto &&f)
    {
        f("first-offset", v.firstOffset);
        f("transitions", v.transitions);
        f("rule", v.rule);
    }
};

template<>
struct Substitute<TimeZone>
{
    using Type = ZoneParts;
    static ZoneParts write(const TimeZone &zone) { return {zone.firstOffset(), zone.transitions(), zone.rule()}; }
    static Result<TimeZone> read(ZoneParts parts)
    {
        return TimeZone::fromParts(parts.firstOffset, std::move(parts.transitions), std::move(parts.rule));
    }
};

template<>
struct Fields<HostZone>
{
    static void visit(auto &v, auto &&f)
    {
        f("name", v.name);
        f("zone", v.zone);
    }
};

} // namespace espalier::wire
