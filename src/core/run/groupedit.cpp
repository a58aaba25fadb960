// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/groupedit.h"

#include "core/pbs/archivename.h"

namespace espalier {

namespace {

constexpr std::uint32_t fileMode = 0644; // datastore-format §5
constexpr std::size_t maxFileSize = std::size_t{16} * 1024 * 1024;

std::string pathOf(const NamespacePath &ns, const GroupId &group)
{
    return joinPath(typeDirectoryPath(ns, group.type()), group.id());
}

} // namespace

std::string_view fileName(RunChangeGroupFile::File file)
{
    return file == RunChangeGroupFile::File::Owner ? ownerFileName : notesFileName;
}

Result<std::string> readGroupFile(const fs::Directory &group, std::string_view name)
{
    auto content = group.readFile(name, maxFileSize);
    if (!content && content.error().kind == Error::Kind::NotFound)
        return std::string();
    return content;
}

Error withSuspect(Error error, const StoreSession &session, const GroupId &group)
{
    if (error.kind != Error::Kind::Busy || error.args.size() < 2)
        return error;
    const Activity activity = session.activity();
    if (const RunningTask *task = activity.suspect(group))
        error.args[1] = task->description;
    return error;
}

Result<std::shared_ptr<fs::Directory>> GroupEdit::open(const NamespacePath &ns, const GroupId &group, const StepFacts &facts) const
{
    auto directory = m_directories.open(pathOf(ns, group));
    if (!directory)
        return directory.error().kind == Error::Kind::NotFound
            ? fail(Error::Kind::NotFound, MessageId::PlanGroupMissing, group.toString(), ns.toString())
            : failWith(directory);
    const auto status = (*directory)->status();
    if (!status)
        return failWith(status);
    if (facts.inode != 0 && facts.inode != status->inode)
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, group.toString(), (*directory)->path());
    return directory;
}

/// Before the lock was held it may have been replaced.
Done GroupEdit::isStillThere(const fs::Directory &directory, const NamespacePath &ns, const GroupId &group) const
{
    const auto status = directory.status();
    if (!status)
        return failWith(status);
    const auto again = open(ns, group, {.inode = status->inode});
    return again ? Done() : failWith(again);
}

Done GroupEdit::run(const RunChangeGroupFile &step, const StepFacts &facts)
{
    const auto directory = open(step.ns, step.group, facts);
    if (!directory)
        return failWith(directory);
    const auto lock = m_locks.lockGroup(step.ns, step.group, directory->get());
    if (!lock)
        return std::unexpected(withSuspect(lock.error(), m_session, step.group));
    if (const Done same = isStillThere(**directory, step.ns, step.group); !same)
        return same;
    const std::string_view name = fileName(step.file);
    const auto present = readGroupFile(**directory, name);
    if (!present)
        return failWith(present);
    if (*present == step.content)
        return {};
    if (*present != facts.before)
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, step.group.toString(),
                    (*directory)->path() + "/" + std::string(name));
    const Done changed = step.content.empty() ? (*directory)->removeFile(name) : (*directory)->replaceFile(name, step.content, fileMode);
    if (!changed && readGroupFile(**directory, name) != step.content) // the disk is believed, not the reply
        return changed;
    m_directories.touch(pathOf(step.ns, step.group), *directory);
    return {};
}

Done GroupEdit::run(const RunChangeProtection &step, const StepFacts &facts)
{
    const auto directory = open(step.ns, step.group, facts);
    if (!directory)
        return failWith(directory);
    const auto lock = m_locks.lockSnapshot(step.ns, step.group, step.time, **directory);
    if (!lock)
        return std::unexpected(withSuspect(lock.error(), m_session, step.group));
    const std::string time = step.time.toString();
    const auto snapshot = (*directory)->openDirectory(time);
    if (!snapshot)
        return snapshot.error().kind == Error::Kind::NotFound
            ? fail(Error::Kind::NotFound, MessageId::PlanSnapshotMissing, step.group.toString() + "/" + time, step.ns.toString())
            : failWith(snapshot);
    const auto present = (*snapshot)->find(protectedFileName);
    if (!present)
        return failWith(present);
    if (present->has_value() == step.isProtected)
        return {};
    const Done changed
        = step.isProtected ? (*snapshot)->createFile(protectedFileName, {}, fileMode) : (*snapshot)->removeFile(protectedFileName);
    const auto now = changed ? Result<std::optional<fs::Status>>() : (*snapshot)->find(protectedFileName);
    if (!changed && (!now || now->has_value() != step.isProtected)) // the disk is believed, not the reply
        return changed;
    m_directories.touch(joinPath(pathOf(step.ns, step.group), time), *snapshot);
    return {};
}

} // namespace espalier
