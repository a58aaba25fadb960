// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/syncplan.h"
#include "core/sync/syncrun.h"
#include "core/wire/runfields.h"
#include "core/wire/sourcequestions.h"

/// How syncs travel: what is planned, what is asked of the source, what was done.
namespace espalier::wire {

template<>
inline constexpr SyncAction lastOf<SyncAction> = SyncAction::Keep;
template<>
inline constexpr SyncReason lastOf<SyncReason> = SyncReason::SourceUnsure;
template<>
inline constexpr SyncEvent::What lastOf<SyncEvent::What> = SyncEvent::What::Waiting;

template<>
struct Fields<TransferRate>
{
    static void visit(auto &v, auto &&f)
    {
        f("bytes-per-second", v.bytesPerSecond);
        f("burst", v.burst);
    }
};

template<>
struct Fields<SyncOptions>
{
    static void visit(auto &v, auto &&f)
    {
        f("source", v.source);
        f("target", v.target);
        f("max-depth", v.maxDepth);
        f("owner", v.owner);
        f("filters", v.filters);
        f("transfer-last", v.transferLast);
        f("remove-vanished", v.removeVanished);
        f("encrypted-only", v.encryptedOnly);
        f("verified-only", v.verifiedOnly);
        f("resync-corrupt", v.resyncCorrupt);
        f("exact-pbs", v.exactPbs);
    }
};

template<>
struct Fields<SyncMark>
{
    static SyncMark blank() { return {.time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("time", v.time);
        f("action", v.action);
        f("reason", v.reason);
        f("bytes", v.bytes);
    }
};

template<>
struct Fields<SyncGroup>
{
    static SyncGroup blank() { return {.id = TextForm<GroupId>::blank(), .source = {}, .target = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("group", v.id);
        f("source", v.source);
        f("target", v.target);
        f("refused", v.refused);
        f("marks", v.marks);
        f("vanished", v.isVanished);
    }
};

template<>
struct Fields<SyncNamespace>
{
    static SyncNamespace blank() { return {.source = {}, .target = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("source", v.source);
        f("target", v.target);
        f("new", v.isNew);
        f("refused", v.refused);
        f("offered", v.offered);
        f("groups", v.groups);
    }
};

template<>
struct Fields<VanishedNamespace>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.path);
        f("groups", v.groups);
    }
};

template<>
struct Fields<SyncPlan>
{
    static void visit(auto &v, auto &&f)
    {
        f("namespaces", v.namespaces);
        f("vanished", v.vanished);
        f("notes", v.notes);
        f("problems", v.problems);
    }
};

template<>
struct Fields<ChunkCount>
{
    static void visit(auto &v, auto &&f)
    {
        f("copied", v.copied);
        f("bytes", v.bytes);
        f("present", v.present);
    }
};

template<>
struct Fields<SyncProgress>
{
    static void visit(auto &v, auto &&f)
    {
        f("groups", v.groups);
        f("groups-of-all", v.groupsOfAll);
        f("begun", v.begun);
        f("snapshots", v.snapshots);
        f("snapshots-of-group", v.snapshotsOfGroup);
        f("chunks", v.chunks);
        f("current", v.current);
        f("waits", v.waits);
    }
};

template<>
struct Fields<SyncEvent>
{
    static void visit(auto &v, auto &&f)
    {
        f("what", v.what);
        f("source", v.source);
        f("target", v.target);
        f("group", v.group);
        f("from", v.from);
        f("to", v.to);
        f("reason", v.reason);
        f("count", v.count);
        f("total", v.total);
        f("bytes", v.bytes);
        f("error", v.error);
    }
};

template<>
struct Fields<SyncReport>
{
    static void visit(auto &v, auto &&f)
    {
        f("problems", v.problems);
        f("failure", v.failure);
        f("stopped", v.stopped);
        f("copied", v.copied);
        f("updated", v.updated);
        f("unchanged", v.unchanged);
        f("gone", v.gone);
        f("chunks", v.chunks);
        f("removed-snapshots", v.removedSnapshots);
        f("removed-groups", v.removedGroups);
        f("removed-namespaces", v.removedNamespaces);
        f("removals", v.removals);
    }
};

template<>
struct Fields<SnapshotAddress>
{
    static SnapshotAddress blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("time", v.time);
    }
};

template<>
struct Fields<HoldSnapshot>
{
    static HoldSnapshot blank() { return {.snapshot = Fields<SnapshotAddress>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("number", v.number);
        f("snapshot", v.snapshot);
        f("let-go", v.letGo);
    }
};

template<>
struct Fields<LetSnapshotsGo>
{
    static void visit(auto &v, auto &&f) { f("numbers", v.numbers); }
};

template<>
struct Fields<ReadSnapshotFile>
{
    static ReadSnapshotFile blank() { return {.snapshot = Fields<SnapshotAddress>::blank(), .name = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("snapshot", v.snapshot);
        f("name", v.name);
    }
};

template<>
struct Fields<ReadChunk>
{
    static void visit(auto &v, auto &&f) { f("digest", v.digest); }
};

} // namespace espalier::wire
