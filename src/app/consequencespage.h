// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "core/plan/consequences.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <vector>

class QLabel;
class QTreeWidget;

namespace espalier {

/// What else breaks when the pending changes of one datastore are applied: jobs, access rules and prune jobs of its PBS, and sync jobs
/// of the PBS of other open datastores; with the commands to run afterwards. Worked out in a worker.
class ConsequencesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConsequencesPage(QWidget *parent = nullptr);

    void setStore(OpenStore *store); ///< Null: nothing is open.
    /// Whose sync jobs may concern the store, too; it may be among them.
    void setOpenStores(const std::vector<OpenStore *> &stores);

signals:
    void countChanged(int count); ///< Of lines that are shown.

private:
    void readAllReferences();
    void readReferences(OpenStore *from);
    std::vector<HostReferences> elsewhere() const;
    void workOut();
    void showLines(const std::vector<Consequence> &lines);
    void copyCommands();

    QLabel *m_words;
    QTreeWidget *m_list;
    QPointer<OpenStore> m_store;
    std::vector<QPointer<OpenStore>> m_open;
    std::map<const OpenStore *, HostReferences> m_references; ///< What the PBS of each says about m_store, as far as it is known.
    unsigned m_asked = 0;                                     ///< Answers to earlier questions are dropped.
};

} // namespace espalier
