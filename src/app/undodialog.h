// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>
#include <set>

class QTreeWidgetItem;

namespace Ui {
class UndoDialog;
}

namespace espalier {

/// Shows what undoing a run would do, lets groups be left out of it, and asks what becomes of backups that came since.
class UndoDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p undo is of the whole run, with new backups taken along. @p store must outlive the dialog.
    UndoDialog(OpenStore *store, const UndoPlan &undo, QWidget *parent = nullptr);
    ~UndoDialog() override;

    const UndoPlan &undoPlan() const { return m_undo; } ///< What is chosen.

signals:
    void undoRequested(const espalier::UndoPlan &undo);

private:
    void planAgain(); ///< For what is chosen now.
    void choose(const QTreeWidgetItem *item);
    void showPlan();
    void showSteps();
    void showCounts();
    void addStep(const UndoStep &step);
    bool isChosen(const RunStep &step) const;

    OpenStore *m_store;
    UndoPlan m_whole;
    UndoPlan m_undo;
    std::set<GroupId> m_groups;  ///< That can be undone one without the other.
    std::set<GroupId> m_leftOut; ///< Of these.
    unsigned m_asked = 0;
    std::unique_ptr<Ui::UndoDialog> m_ui;
};

} // namespace espalier
