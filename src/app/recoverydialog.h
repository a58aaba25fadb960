// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RecoveryDialog;
}

namespace espalier {

/// Shows what became of each step of a run that did not come to its end, and asks whether to finish or to undo it.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    RecoveryDialog(OpenStore *store, const Recovery &recovery, QWidget *parent = nullptr);
    ~RecoveryDialog() override;

signals:
    void finishRequested(const espalier::Recovery &recovery);
    void undoRequested(const std::string &runId);

private:
    void showSteps();

    Recovery m_recovery;
    std::unique_ptr<Ui::RecoveryDialog> m_ui;
};

} // namespace espalier
