// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/moveditems.h"
#include "app/openstore.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace espalier {

namespace text {
struct ComparedLine;
}

/// Shows two groups of one name side by side, and asks whether they are of one guest: then they may be merged.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p move is pending in @p store, and a group of its name is at its target.
    MergeDialog(OpenStore *store, const MoveGroup &move, QWidget *parent = nullptr);

signals:
    void mergeRequested();
    void keepBothRequested();
    void compared(); ///< Everything is shown.

private:
    void compare();
    void showBoth(const Result<GuestIdentity> &source, const Result<GuestIdentity> &target);
    void addRow(const text::ComparedLine &line);

    OpenStore *m_store;
    GroupPlace m_source; ///< Both on disk.
    GroupPlace m_target;
    QTreeWidget *m_table;
    QLabel *m_words;
    QPushButton *m_merge;
};

} // namespace espalier
