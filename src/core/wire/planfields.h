// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/configfields.h"

/// How changes and plans travel.
namespace espalier::wire {

template<>
inline constexpr ForeignEntries lastOf<ForeignEntries> = ForeignEntries::TakeAlong;
template<>
inline constexpr ExistingGroup lastOf<ExistingGroup> = ExistingGroup::MergeAnyhow;
template<>
inline constexpr Verdict::Level lastOf<Verdict::Level> = Verdict::Level::Refused;
template<>
inline constexpr Cure lastOf<Cure> = Cure::Wait;

template<>
struct Fields<CreateNamespace>
{
    static void visit(auto &v, auto &&f) { f("ns", v.path); }
};

template<>
struct Fields<MoveGroup>
{
    static MoveGroup blank() { return {.from = {}, .group = TextForm<GroupId>::blank(), .to = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.from);
        f("group", v.group);
        f("target-ns", v.to);
        f("foreign-entries", v.foreignEntries);
        f("existing", v.existing);
    }
};

template<>
struct Fields<MoveNamespace>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.from);
        f("target-ns", v.to);
        f("max-depth", v.maxDepth);
        f("keep-source", v.keepSource);
        f("into-existing", v.intoExisting);
        f("foreign-entries", v.foreignEntries);
        f("existing", v.existing);
    }
};

template<>
struct Fields<CopyNamespaces>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.from);
        f("target-ns", v.to);
    }
};

template<>
struct Fields<DeleteNamespace>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.path);
        f("only-if-empty", v.onlyIfEmpty);
        f("with-groups", v.withGroups);
    }
};

template<>
struct Fields<ChangeOwner>
{
    static ChangeOwner blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .owner = TextForm<AuthId>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("owner", v.owner);
    }
};

template<>
struct Fields<ChangeNotes>
{
    static ChangeNotes blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .notes = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("notes", v.notes);
    }
};

template<>
struct Fields<ChangeProtection>
{
    static ChangeProtection blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("time", v.time);
        f("protected", v.isProtected);
    }
};

template<>
struct Fields<PruneRule>
{
    static void visit(auto &v, auto &&f)
    {
        f("keep", v.keep);
        f("zone", v.zone);
    }
};

template<>
struct Fields<RemoveSnapshots>
{
    static RemoveSnapshots blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .times = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("times", v.times);
        f("rule", v.rule);
    }
};

template<>
struct Fields<RemoveGroup>
{
    static RemoveGroup blank() { return {.ns = {}, .group = TextForm<GroupId>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
    }
};

template<>
struct Fields<Verdict>
{
    static void visit(auto &v, auto &&f)
    {
        f("level", v.level);
        f("reason", v.reason);
        f("cures", v.cures);
    }
};

template<>
struct Fields<Step>
{
    static void visit(auto &v, auto &&f)
    {
        f("change", v.change);
        f("verdict", v.verdict);
        f("group", v.group);
        f("parts", v.parts);
    }
};

template<>
struct Fields<Plan>
{
    static void visit(auto &v, auto &&f) { f("steps", v.steps); }
};

} // namespace espalier::wire
