// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/planfields.h"

/// How runs, their history and what undoes or finishes them travel.
namespace espalier::wire {

template<>
inline constexpr IntoExisting lastOf<IntoExisting> = IntoExisting::Beneath;
template<>
inline constexpr RunChangeGroupFile::File lastOf<RunChangeGroupFile::File> = RunChangeGroupFile::File::Notes;
template<>
inline constexpr StepState lastOf<StepState> = StepState::Failed;
template<>
inline constexpr NewBackups lastOf<NewBackups> = NewBackups::Leave;
template<>
inline constexpr RecoveryStep::State lastOf<RecoveryStep::State> = RecoveryStep::State::Changed;

template<>
struct Fields<RunCreateNamespace>
{
    static void visit(auto &v, auto &&f) { f("ns", v.path); }
};

template<>
struct Fields<RunMoveGroup>
{
    static RunMoveGroup blank() { return {.from = {}, .group = TextForm<GroupId>::blank(), .to = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("from", v.from);
        f("group", v.group);
        f("to", v.to);
        f("take-foreign-entries", v.takeForeignEntries);
        f("into", v.into);
        f("only", v.only);
        f("entries", v.entries);
    }
};

template<>
struct Fields<RunDeleteNamespace>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.path);
        f("only-if-empty", v.onlyIfEmpty);
    }
};

template<>
struct Fields<RunChangeGroupFile>
{
    static RunChangeGroupFile blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .content = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("file", v.file);
        f("content", v.content);
    }
};

template<>
struct Fields<RunChangeProtection>
{
    static RunChangeProtection blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("time", v.time);
        f("protected", v.isProtected);
    }
};

template<>
struct Fields<RunRemoveSnapshots>
{
    static RunRemoveSnapshots blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .times = {}}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("times", v.times);
        f("whole-group", v.wholeGroup);
        f("prune", v.isPrune);
        f("rule", v.rule);
    }
};

template<>
struct Fields<RunRemoveDirectory>
{
    static void visit(auto &v, auto &&f) { f("path", v.path); }
};

template<>
struct Fields<StoreDirectory>
{
    static void visit(auto &v, auto &&f)
    {
        f("path", v.path);
        f("mode", v.mode);
    }
};

template<>
struct Fields<RunMakeDirectory>
{
    static void visit(auto &v, auto &&f) { f("directory", v.directory); }
};

template<>
struct Fields<RunEditConfig>
{
    static void visit(auto &v, auto &&f)
    {
        f("before", v.before);
        f("after", v.after);
        f("exact", v.exact);
    }
};

template<>
struct Fields<RemovedSnapshot::File>
{
    static void visit(auto &v, auto &&f)
    {
        f("name", v.name);
        f("size", v.size);
    }
};

template<>
struct Fields<RemovedSnapshot>
{
    static RemovedSnapshot blank() { return {.time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("time", v.time);
        f("inode", v.inode);
        f("files", v.files);
        f("manifest", v.manifest);
    }
};

template<>
struct Fields<MergeFacts>
{
    static void visit(auto &v, auto &&f)
    {
        f("notes", v.notes);
        f("target-notes", v.targetNotes);
        f("entries", v.entries);
    }
};

template<>
struct Fields<StepFacts>
{
    static void visit(auto &v, auto &&f)
    {
        f("inode", v.inode);
        f("birth", v.birthTime);
        f("snapshots", v.snapshots);
        f("missing", v.missing);
        f("directories", v.directories);
        f("before", v.before);
        f("target-inode", v.targetInode);
        f("merge", v.merge);
        f("removing", v.removing);
    }
};

template<>
struct Fields<StepEffects>
{
    static void visit(auto &v, auto &&f)
    {
        f("made", v.made);
        f("moved", v.moved);
        f("removed", v.removed);
        f("left", v.left);
        f("inode", v.inode);
    }
};

template<>
struct Fields<JournalStep>
{
    static void visit(auto &v, auto &&f)
    {
        f("step", v.step);
        f("facts", v.facts);
        f("state", v.state);
        f("effects", v.effects);
        f("error", v.error);
    }
};

template<>
struct Fields<JournalRun>
{
    static void visit(auto &v, auto &&f)
    {
        f("id", v.id);
        f("path", v.journalPath);
        f("store", v.store);
        f("by", v.by);
        f("program", v.program);
        f("started", v.startedAt);
        f("ended", v.endedAt);
        f("undoes", v.undoes);
        f("undoes-partly", v.undoesPartly);
        f("undone-by", v.undoneBy);
        f("running", v.isRunning);
        f("superseded", v.isSuperseded);
        f("brought-back", v.broughtBack);
        f("steps", v.steps);
    }
};

template<>
struct Fields<History>
{
    static void visit(auto &v, auto &&f)
    {
        f("runs", v.runs);
        f("problems", v.problems);
    }
};

template<>
struct Fields<RunProgress>
{
    static void visit(auto &v, auto &&f)
    {
        f("done", v.done);
        f("total", v.total);
        f("current", v.current);
    }
};

template<>
struct Fields<StepOutcome>
{
    static void visit(auto &v, auto &&f)
    {
        f("step", v.step);
        f("state", v.state);
        f("error", v.error);
        f("note", v.note);
        f("gone", v.gone);
        f("change", v.change);
    }
};

template<>
struct Fields<RunReport>
{
    static void visit(auto &v, auto &&f)
    {
        f("run", v.runId);
        f("steps", v.steps);
        f("changes", v.changes);
        f("failure", v.failure);
        f("stopped", v.stopped);
    }
};

template<>
struct Fields<UndoStep>
{
    static void visit(auto &v, auto &&f)
    {
        f("step", v.step);
        f("verdict", v.verdict);
        f("snapshots", v.snapshots);
        f("new-snapshots", v.newSnapshots);
    }
};

template<>
struct Fields<UndoPlan>
{
    static void visit(auto &v, auto &&f)
    {
        f("run", v.runId);
        f("new-backups", v.newBackups);
        f("partial", v.isPartial);
        f("steps", v.steps);
        f("notes", v.notes);
    }
};

template<>
struct Fields<RecoveryStep>
{
    static void visit(auto &v, auto &&f)
    {
        f("index", v.index);
        f("step", v.step);
        f("facts", v.facts);
        f("new-inode", v.newInode);
        f("state", v.state);
        f("verdict", v.verdict);
        f("group", v.group);
    }
};

template<>
struct Fields<Recovery>
{
    static void visit(auto &v, auto &&f)
    {
        f("run", v.runId);
        f("steps", v.steps);
    }
};

} // namespace espalier::wire
