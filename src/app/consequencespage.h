// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "core/plan/consequences.h"

#include <QPointer>
#include <QWidget>

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

signals:
    void countChanged(int count); ///< Of lines that are shown.

private:
    void readReferences();
    void workOut();
    void showLines(const std::vector<Consequence> &lines);
    void copyCommands();

    QLabel *m_words;
    QTreeWidget *m_list;
    QPointer<OpenStore> m_store;
    std::shared_ptr<const HostReferences> m_references; ///< Null while they are not known.
    unsigned m_asked = 0;                               ///< Answers to earlier questions are dropped.
};

} // namespace espalier
