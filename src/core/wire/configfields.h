// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/storefields.h"

/// How PBS's configuration, and changes of it, travel.
namespace espalier::wire {

template<>
inline constexpr ConfigFile lastOf<ConfigFile> = ConfigFile::AccessRules;
template<>
inline constexpr JobKind lastOf<JobKind> = JobKind::Tape;

template<>
struct Fields<KeepOptions>
{
    static void visit(auto &v, auto &&f)
    {
        f("keep-last", v.last);
        f("keep-hourly", v.hourly);
        f("keep-daily", v.daily);
        f("keep-weekly", v.weekly);
        f("keep-monthly", v.monthly);
        f("keep-yearly", v.yearly);
    }
};

template<>
struct Fields<NamespaceRange>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.top);
        f("max-depth", v.maxDepth);
    }
};

template<>
struct TextForm<GroupFilter>
{
    static std::string write(const GroupFilter &filter) { return filter.toString(); }
    static Result<GroupFilter> read(const std::string &text) { return GroupFilter::fromString(text); }
};

template<>
struct Fields<SyncReference>
{
    static void visit(auto &v, auto &&f)
    {
        f("push", v.isPush);
        f("remove-vanished", v.removesVanished);
        f("remote", v.remote);
        f("remote-host", v.remoteHost);
        f("remote-store", v.remoteStore);
        f("remote-ns", v.remoteNs);
        f("owner", v.owner);
    }
};

template<>
struct Fields<JobReference>
{
    static void visit(auto &v, auto &&f)
    {
        f("kind", v.kind);
        f("id", v.id);
        f("store", v.store);
        f("range", v.range);
        f("disabled", v.isDisabled);
        f("keep", v.keep);
        f("filters", v.filters);
        f("sync", v.sync);
    }
};

template<>
struct Fields<AclEntry>
{
    static AclEntry blank() { return {.path = {}, .subject = TextForm<AuthId>::blank(), .role = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("path", v.path);
        f("auth-id", v.subject);
        f("role", v.role);
        f("propagate", v.propagates);
    }
};

template<>
struct Fields<HostReferences>
{
    static void visit(auto &v, auto &&f)
    {
        f("host", v.host);
        f("jobs", v.jobs);
        f("access-rules", v.accessRules);
        f("accounts", v.accounts);
        f("zone", v.hostZone);
        f("problems", v.problems);
    }
};

template<>
struct Fields<PruneJob>
{
    static PruneJob blank() { return {.id = {}, .store = {}, .schedule = TextForm<CalendarEvent>::blank(), .range = {}, .comment = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("id", v.id);
        f("store", v.store);
        f("schedule", v.schedule);
        f("disable", v.disable);
        f("range", v.range);
        f("keep", v.keep);
        f("comment", v.comment);
    }
};

template<>
struct Fields<PruneJobReading>
{
    static void visit(auto &v, auto &&f)
    {
        f("jobs", v.jobs);
        f("problems", v.problems);
    }
};

template<>
struct Fields<HostPruneJobs>
{
    static void visit(auto &v, auto &&f)
    {
        f("reading", v.reading);
        f("path", v.path);
    }
};

template<>
struct Fields<ConfigState>
{
    static void visit(auto &v, auto &&f)
    {
        f("texts", v.texts);
        f("writable", v.writable);
    }
};

template<>
struct Fields<JobValue>
{
    static void visit(auto &v, auto &&f)
    {
        f("key", v.key);
        f("value", v.value);
    }
};

template<>
struct Fields<JobState>
{
    static void visit(auto &v, auto &&f)
    {
        f("kind", v.kind);
        f("id", v.id);
        f("values", v.values);
    }
};

template<>
struct Fields<AclState>
{
    static AclState blank() { return {.path = {}, .subject = TextForm<AuthId>::blank(), .role = {}, .propagates = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("path", v.path);
        f("auth-id", v.subject);
        f("role", v.role);
        f("propagate", v.propagates);
    }
};

template<>
struct Fields<ConfigEdit>
{
    static void visit(auto &v, auto &&f)
    {
        f("before", v.before);
        f("after", v.after);
    }
};

template<>
struct Fields<ConfigFileEdits>
{
    static void visit(auto &v, auto &&f)
    {
        f("file", v.file);
        f("digest", v.before);
        f("former", v.formerText);
        f("text", v.text);
    }
};

template<>
struct Fields<ConfigPlan>
{
    static void visit(auto &v, auto &&f)
    {
        f("pauses", v.pauses);
        f("edits", v.edits);
        f("files", v.files);
        f("problems", v.problems);
    }
};

} // namespace espalier::wire
