// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/maintenance.h"

#include <QDialog>

#include <memory>

namespace Ui {
class MaintenanceDialog;
}

namespace espalier {

class OpenStore;

/// Asks for a maintenance mode that is set for a while. Sets nothing itself.
class MaintenanceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MaintenanceDialog(const OpenStore *store, QWidget *parent = nullptr);
    ~MaintenanceDialog() override;

    MaintenanceMode mode() const; ///< As it is entered now; only one that PBS takes can be accepted.

private:
    void showProblem();

    std::unique_ptr<Ui::MaintenanceDialog> m_ui;
};

} // namespace espalier
