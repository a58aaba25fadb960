// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "core/plan/consequences.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace espalier {

/// What else breaks when the pending changes of one datastore are applied: jobs, access rules and prune jobs of its PBS, and sync jobs
/// of the PBS of other open datastores; with the commands to run afterwards. Where it is wanted those of this PBS are changed along,
/// and the page shows how. Worked out in a worker.
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
    void readConfig();
    std::vector<HostReferences> elsewhere() const;
    void workOut();
    void showLines(const std::vector<Consequence> &lines, const ConfigPlan &config);
    void showAlong(const ConfigPlan &config);
    void chooseAlong(bool along);
    void copyCommands();

    QLabel *m_words;
    QTreeWidget *m_list;
    QCheckBox *m_along;     ///< Change jobs and access rules along.
    QPlainTextEdit *m_diff; ///< What becomes of their files.
    QPointer<OpenStore> m_store;
    std::vector<QPointer<OpenStore>> m_open;
    std::map<const OpenStore *, HostReferences> m_references; ///< What the PBS of each says about m_store, as far as it is known.
    std::optional<ConfigState> m_config;                      ///< Of m_store; nothing while it is not known.
    std::vector<Consequence> m_lines;                         ///< That are shown.
    unsigned m_asked = 0;                                     ///< Answers to earlier questions are dropped.
};

} // namespace espalier
