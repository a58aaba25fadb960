// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>

namespace Ui {
class UndoDialog;
}

namespace espalier {

/// Shows what undoing a run would do, and asks what becomes of backups that came since.
class UndoDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store must outlive the dialog.
    UndoDialog(OpenStore *store, const UndoPlan &undo, QWidget *parent = nullptr);
    ~UndoDialog() override;

    const UndoPlan &undoPlan() const { return m_undo; }

signals:
    void undoRequested(const espalier::UndoPlan &undo);

private:
    void showPlan();
    void chooseNewBackups(NewBackups choice);

    OpenStore *m_store;
    UndoPlan m_undo;
    unsigned m_asked = 0;
    std::unique_ptr<Ui::UndoDialog> m_ui;
};

} // namespace espalier
