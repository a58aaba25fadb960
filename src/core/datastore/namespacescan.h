// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/findingcollector.h"
#include "core/datastore/scanrun.h"
#include "core/datastore/workqueue.h"

namespace espalier {

/// The first pass through a namespace and everything below it.
class NamespaceScan
{
public:
    /// @p run must outlive this object.
    NamespaceScan(ScanRun &run, ExpectedOwner owner);

    /// @p directory is the namespace's. With @p before, children that it knows are not read again but taken from it.
    /// Fails only where @p directory cannot be listed. The picture is incomplete where a stop was requested.
    Result<std::shared_ptr<const Namespace>> read(const std::shared_ptr<fs::Directory> &directory, const NamespacePath &path,
                                                  const Namespace *before);

private:
    struct Node;
    struct TypeDirectory;

    Done visitNamespace(const std::shared_ptr<fs::Directory> &directory, Node &node, const Namespace *before);
    void visitChild(const std::shared_ptr<fs::Directory> &parent, Node &node);
    void visitNamespaceDirectory(const std::shared_ptr<fs::Directory> &directory, Node &node, const Namespace *before,
                                 FindingCollector &findings);
    std::vector<GroupId> listGroups(const fs::Directory &directory, const std::string &path, BackupType type, Node &node,
                                    FindingCollector &findings);
    void queueGroups(const std::shared_ptr<const TypeDirectory> &type, Node &node);
    void visitGroups(const TypeDirectory &type, Node &node, std::size_t from, std::size_t to);
    std::shared_ptr<const Group> visitGroup(const TypeDirectory &type, const NamespacePath &ns, const GroupId &id);
    std::shared_ptr<fs::Directory> openChecked(const fs::Directory &parent, std::string_view name, const std::string &path, Node &node,
                                               FindingCollector &findings);

    ScanRun &m_run;
    const ExpectedOwner m_owner;
    WorkQueue m_queue;
};

} // namespace espalier
