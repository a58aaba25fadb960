// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/run/journal.h"
#include "core/run/storedirectories.h"

namespace espalier {

/// Changes a group or snapshot in its place, under PBS's lock for it. The caller holds the store's `.lock` and acts as the store's
/// owner. All references must outlive the object.
class GroupEdit
{
public:
    GroupEdit(const StoreSession &session, StoreLocks &locks, StoreDirectories &directories)
        : m_session(session)
        , m_locks(locks)
        , m_directories(directories)
    {
    }

    /// @p facts: an inode of 0 says nothing. Fails with RunStateChanged where the file does not hold what facts.before says; what it
    /// shall hold already is fine. On an error nothing was changed.
    Done run(const RunChangeGroupFile &step, const StepFacts &facts);
    Done run(const RunChangeProtection &step, const StepFacts &facts);

private:
    Result<std::shared_ptr<fs::Directory>> open(const NamespacePath &ns, const GroupId &group, const StepFacts &facts) const;

    Done isStillThere(const fs::Directory &directory, const NamespacePath &ns, const GroupId &group) const;

    const StoreSession &m_session;
    StoreLocks &m_locks;
    StoreDirectories &m_directories;
};

/// "owner" or "notes".
std::string_view fileName(RunChangeGroupFile::File file);

/// The content of a file in a group's directory; empty where there is none.
Result<std::string> readGroupFile(const fs::Directory &group, std::string_view name);

/// Names the task that probably holds a lock of @p group that could not be taken.
Error withSuspect(Error error, const StoreSession &session, const GroupId &group);

} // namespace espalier
