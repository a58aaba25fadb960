// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewNamespaceDialog;
}

namespace espalier {

/// Asks for a namespace that is to be made. Checks it by the rules of the core while somebody types; makes nothing.
class NewNamespaceDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store must outlive the dialog.
    NewNamespaceDialog(const OpenStore *store, const NamespacePath &above, QWidget *parent = nullptr);
    ~NewNamespaceDialog() override;

    Result<NamespacePath> path() const; ///< What is entered now, or the first problem with it.

private:
    void showProblem();

    const OpenStore *m_store;
    std::unique_ptr<Ui::NewNamespaceDialog> m_ui;
};

} // namespace espalier
